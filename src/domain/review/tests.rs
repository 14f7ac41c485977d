use super::*;
use crate::domain::{DraftId, Stage};

fn asked() -> ReviewSettings {
    ReviewSettings {
        stages: ["初审", "复审", "终审"].map(String::from).to_vec(),
        signers: [("终审".to_owned(), vec!["丙".to_owned()])].into(),
        passes: 3,
    }
}

fn submitted() -> Draft {
    let mut draft = Draft::empty(DraftId::new("a").unwrap());
    draft.status = Status::Submitted;
    draft
}

fn sign() -> Mark {
    Mark::Sign(String::new())
}

/// Marks a draft, each mark by a person over a content; the first refusal ends it.
fn marked(marks: &[(Mark, &str, &str)]) -> Result<Draft, Refusal> {
    let asked = asked();
    let mut draft = submitted();
    for (mark, by, content) in marks {
        let standing = Standing {
            draft: &draft,
            content,
            asked: &asked,
        };
        draft = standing.marked(mark, by, "2026-04-02T09:30:00+08:00")?.0;
    }
    Ok(draft)
}

fn stage(draft: &Draft, content: &str) -> Stage {
    Stage::of(draft, content, 3)
}

#[test]
fn three_people_sign_in_order() {
    let draft = marked(&[
        (sign(), "甲", "x"),
        (sign(), "乙", "x"),
        (sign(), "丙", "x"),
    ])
    .unwrap();
    let stages: Vec<u8> = draft.reviews.iter().map(|r| r.stage).collect();
    assert_eq!(stages, [1, 2, 3]);
    assert_eq!(stage(&draft, "x"), Stage::Ready);
    assert_eq!(stage(&draft, "y"), Stage::Review(1));
}

#[test]
fn nobody_signs_two_stages_of_one_content() {
    let twice = marked(&[(sign(), "甲", "x"), (sign(), " 甲 ", "x")]);
    assert_eq!(twice.unwrap_err(), Refusal::SignedAlready(2, 1));
    // The first signature is void, so the second person may take the first stage now.
    let anew = marked(&[
        (sign(), "甲", "x"),
        (sign(), "乙", "x"),
        (sign(), "乙", "y"),
        (sign(), "甲", "y"),
    ]);
    assert_eq!(stage(&anew.unwrap(), "y"), Stage::Review(3));
}

#[test]
fn only_listed_people_sign_a_listed_stage() {
    let two = [(sign(), "甲", "x"), (sign(), "乙", "x")];
    let mut three = two.to_vec();
    three.push((sign(), "丁", "x"));
    assert_eq!(
        marked(&three).unwrap_err(),
        Refusal::NotASigner(3, vec!["丙".into()])
    );
    three[2].1 = "丙";
    assert_eq!(stage(&marked(&three).unwrap(), "x"), Stage::Ready);
}

#[test]
fn a_return_goes_back_to_the_editor_and_says_why() {
    let silent = marked(&[(Mark::Return(" ".into()), "甲", "x")]);
    assert_eq!(silent.unwrap_err(), Refusal::NoOpinion);
    let mut draft = marked(&[
        (sign(), "甲", "x"),
        (Mark::Return("核实人数".into()), "乙", "x"),
    ])
    .unwrap();
    assert_eq!(
        (draft.status, stage(&draft, "x")),
        (Status::Draft, Stage::Draft)
    );
    draft.status = Status::Submitted;
    assert_eq!(
        stage(&draft, "x"),
        Stage::Review(2),
        "the first signature still holds"
    );
}

#[test]
fn a_return_takes_back_the_last_signature() {
    let marks = [
        (sign(), "甲", "x"),
        (sign(), "乙", "x"),
        (sign(), "丙", "x"),
    ];
    let mut all = marks.to_vec();
    all.push((Mark::Return("撤回".into()), "丙", "x"));
    let mut draft = marked(&all).unwrap();
    draft.status = Status::Submitted;
    assert_eq!(stage(&draft, "x"), Stage::Review(3));
}

#[test]
fn a_rush_is_recorded_and_holds() {
    let rush = |why: &str| Mark::Rush(why.into());
    let none = marked(&[(sign(), "甲", "x"), (rush(""), "甲", "x")]);
    assert_eq!(none.unwrap_err(), Refusal::NoReason);
    let draft = marked(&[
        (sign(), "甲", "x"),
        (rush("防汛快讯"), "甲", "x"),
        (rush("防汛快讯"), "甲", "x"),
    ])
    .unwrap();
    assert_eq!(stage(&draft, "x"), Stage::Ready);
    assert!(draft.reviews[1..].iter().all(|r| r.rush == "防汛快讯"));
    let allowed = marked(&[(rush("快"), "甲", "x")]).unwrap();
    assert_eq!(
        (
            allowed.reviews[0].rush.as_str(),
            allowed.reviews[0].opinion.as_str()
        ),
        ("", "快")
    );
}

#[test]
fn what_is_not_submitted_is_not_signed() {
    let asked = asked();
    let mut draft = submitted();
    draft.status = Status::Held;
    let standing = Standing {
        draft: &draft,
        content: "x",
        asked: &asked,
    };
    assert_eq!(standing.may_sign("甲"), Err(Refusal::NotSubmitted));
    draft.status = Status::Submitted;
    let standing = Standing {
        draft: &draft,
        content: "x",
        asked: &asked,
    };
    assert_eq!(standing.may_sign(""), Err(Refusal::NoName));
    let none = ReviewSettings::default();
    let standing = Standing {
        asked: &none,
        ..standing
    };
    assert_eq!(standing.may_sign("甲"), Err(Refusal::NoStages));
}

#[test]
fn the_last_pass_is_over_what_goes_to_print() {
    let passes = [
        (Mark::Pass, "甲", "x"),
        (Mark::Pass, "甲", "y"),
        (Mark::Pass, "乙", "z"),
    ];
    let draft = marked(&passes).unwrap();
    assert_eq!(passed(&draft, "z", 3), 3);
    assert_eq!(passed(&draft, "w", 3), 2);
    let mut four = passes.to_vec();
    four.push((Mark::Pass, "乙", "z"));
    assert_eq!(marked(&four).unwrap_err(), Refusal::AllPassed);
    four[3].2 = "w";
    assert_eq!(marked(&four).unwrap().proofs[3].pass, 3);
}
