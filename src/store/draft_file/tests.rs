//! Files written, read and edited: nothing is lost, and only what is meant changes.

use proptest::prelude::*;

use crate::domain::{
    Date, Draft, DraftId, Kind, Left, Note, Person, ProblemKind, ProofPass, Rank, Review, Role,
    Status, Verdict,
};

use super::multiline::canonical;
use super::{edit::edit, read::read, write::new_file};

fn id() -> DraftId {
    DraftId::new("20260401-liulinshe").unwrap()
}

fn text() -> impl Strategy<Value = String> {
    "[柳林社区“”\"'\\\\\t\n\r#=\\[\\]{}\u{1}\u{7f}\u{2028}a0　 ]{0,10}"
}

fn person() -> impl Strategy<Value = Person> {
    (text(), prop::option::of(text()), prop::option::of(text()))
        .prop_map(|(name, unit, title)| Person { name, unit, title })
}

fn people() -> impl Strategy<Value = Vec<Person>> {
    prop::collection::vec(person(), 0..3)
}

fn moment() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("2026-04-02T09:30:00+08:00".to_owned()),
        Just("2026-04-02 09:30".to_owned()),
        text()
    ]
}

prop_compose! {
    fn review()(stage in 0u8..4, by in text(), at in moment(), content in text(), opinion in text(),
        returned in any::<bool>(), rush in text()) -> Review {
        let verdict = if returned { Verdict::Returned } else { Verdict::Signed };
        Review { stage, by, at, content, opinion, verdict, rush }
    }
}

prop_compose! {
    fn proof()(pass in 0u8..4, by in text(), at in moment(), content in text()) -> ProofPass {
        ProofPass { pass, by, at, content }
    }
}

prop_compose! {
    fn note()(by in text(), at in moment(), about in text(), text in text(), closed in moment()) -> Note {
        Note { by, at, about, text, closed }
    }
}

prop_compose! {
    fn left()(rule in text(), text in text(), why in text(), by in text(), at in moment()) -> Left {
        Left { rule, text, why, by, at }
    }
}

prop_compose! {
    fn heads()(
        kind in prop::sample::select(&Kind::ALL[..]),
        status in prop::sample::select(&Status::ALL[..]),
        texts in prop::array::uniform4(text()),
        day in prop::option::of(1u8..29),
        rank in "[0-9a-z]{0,3}[1-9a-z]",
    ) -> Draft {
        let [label, place, headline, deck] = texts;
        Draft {
            kind, status, label, place, headline, deck,
            date: day.map(|day| Date::new(2026, 4, day).unwrap()),
            rank: Rank::parse(&rank).unwrap(),
            ..Draft::empty(id())
        }
    }
}

prop_compose! {
    fn draft()(
        mut draft in heads(),
        lists in prop::array::uniform3(people()),
        body in "([一二。“”\"'\\\\# ]{0,8}\n){0,5}",
        reviews in prop::collection::vec(review(), 0..3),
        proofs in prop::collection::vec(proof(), 0..3),
        notes in prop::collection::vec(note(), 0..3),
        left in prop::collection::vec(left(), 0..3),
    ) -> Draft {
        for (role, people) in Role::ALL.into_iter().zip(lists) {
            *draft.byline.of_mut(role) = people;
        }
        draft.body = canonical(body);
        draft.reviews = reviews;
        draft.proofs = proofs;
        draft.notes = notes;
        draft.left = left;
        draft
    }
}

/// A file by hand: comments, unknown keys and tables, an order of its own.
const BY_HAND: &str = r#"# 柳林的稿子
headline = "楼道亮了　邻里近了"   # 已核
schema = 1
x-source = "手机"                 # 谁也不认识的键
kind = 'story'
status = "submitted"
date = 2026-04-01                 # 到稿日
rank = "a3"

[x-extra]
a = [1,   2]  # 原样

[text]
body = """
第一段“引语”。

## 小标题

第二段\u4E00。
"""

[byline]   # 署名
reporters = [
    "林一舟",   # 首席
    "方圆",
]
correspondents = [ { name = "何雨", unit = "柳林社区", phone = "1" } ]

[[note]]
by = "周明"
at = 2026-04-02T09:31:00+08:00
text = "请核实人数"   # 急
x = 1
"#;

/// Lines that are only in one of two texts, as (old, new).
fn diff(old: &str, new: &str) -> (usize, usize) {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let front = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - front;
    let back = old.iter().rev().zip(new.iter().rev());
    let back = back.take(rest).take_while(|(a, b)| a == b).count();
    (old.len() - front - back, new.len() - front - back)
}

fn edited(file: &str, change: impl Fn(&mut Draft)) -> String {
    let old = read(id(), file.as_bytes()).unwrap();
    let mut new = old.clone();
    change(&mut new);
    let bytes = edit(file.as_bytes(), &old, &new).unwrap();
    let shown = String::from_utf8(bytes).unwrap();
    let reread = read(id(), shown.as_bytes()).unwrap_or_else(|f| panic!("{f:?}\n{shown}"));
    assert_eq!(reread, new, "\n{shown}");
    shown
}

fn check(change: impl Fn(&mut Draft), expected: (usize, usize)) {
    let shown = edited(BY_HAND, change);
    assert_eq!(diff(BY_HAND, &shown), expected, "\n{shown}");
    for kept in [
        "# 柳林的稿子",
        "x-source = \"手机\"",
        "a = [1,   2]  # 原样",
        "# 署名",
        "# 急",
    ] {
        assert!(shown.contains(kept), "{kept} is gone from\n{shown}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_new_file_reads_as_the_draft_it_was_made_of(draft in draft()) {
        let file = new_file(&draft);
        let read = read(id(), file.as_bytes()).map_err(|f| TestCaseError::fail(format!("{f:?}\n{file}")))?;
        prop_assert_eq!(read, draft, "\n{}", file);
    }

    #[test]
    fn an_edited_file_reads_as_the_draft_that_was_meant(old in draft(), new in draft()) {
        let file = new_file(&old);
        let bytes = edit(file.as_bytes(), &old, &new).unwrap();
        prop_assert_eq!(read(id(), &bytes).unwrap(), new, "\n{}", String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn an_edit_of_nothing_changes_no_byte(draft in draft()) {
        let file = new_file(&draft);
        prop_assert_eq!(edit(file.as_bytes(), &draft, &draft).unwrap(), file.as_bytes());
    }

    #[test]
    fn one_field_is_one_line(draft in draft(), headline in "[新旧“”\"\\\\]{1,6}", rank in "[1-9a-z]{1,4}") {
        let file = new_file(&draft);
        let mut new = draft.clone();
        new.headline = format!("改{headline}");
        let bytes = edit(file.as_bytes(), &draft, &new).unwrap();
        prop_assert_eq!(diff(&file, std::str::from_utf8(&bytes).unwrap()), (1, 1));
        new = draft.clone();
        new.rank = Rank::parse(&format!("{rank}1")).unwrap();
        let bytes = edit(file.as_bytes(), &draft, &new).unwrap();
        let lines = usize::from(new.rank != draft.rank);
        prop_assert_eq!(diff(&file, std::str::from_utf8(&bytes).unwrap()), (lines, lines));
    }

    #[test]
    fn no_bytes_make_the_reader_fail_otherwise_than_with_a_problem(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        let _ = read(id(), &bytes);
    }
}

#[test]
fn a_change_of_one_field_changes_one_line_of_a_file_by_hand() {
    check(|_| {}, (0, 0));
    check(|d| d.headline = "新\"标\\题".into(), (1, 1));
    check(|d| d.status = Status::Held, (1, 1));
    check(|d| d.kind = Kind::Brief, (1, 1));
    check(|d| d.rank = Rank::parse("b").unwrap(), (1, 1));
    check(|d| d.date = "2026-05-01".parse().ok(), (1, 1));
    check(|d| d.date = None, (1, 1));
    check(|d| d.deck = "副题".into(), (0, 1));
    check(|d| d.label = "编者按".into(), (0, 1));
    check(|d| d.notes[0].text = "已核实".into(), (1, 1));
    check(|d| d.byline.photographers.push(Person::named("甲")), (0, 1));
}

#[test]
fn comments_at_the_end_of_a_changed_line_stay() {
    let shown = edited(BY_HAND, |d| d.headline = "新题".into());
    assert!(shown.contains("headline = \"新题\"   # 已核\n"), "{shown}");
    let shown = edited(BY_HAND, |d| d.date = "2026-05-01".parse().ok());
    assert!(shown.contains("# 到稿日"), "{shown}");
}

#[test]
fn an_edited_paragraph_is_the_only_line_that_changes() {
    let replace = |from: &'static str, to: &'static str| {
        move |d: &mut Draft| d.body = d.body.replace(from, to)
    };
    check(replace("第一段", "首段\\\"\"\""), (1, 1));
    check(replace("小标题", "新小标题"), (1, 1));
    check(|d| d.body.push_str("\n第三段。\n"), (0, 2));
}

#[test]
fn a_list_of_one_person_a_line_keeps_its_lines_and_comments() {
    check(|d| d.byline.reporters.push(Person::named("新人")), (0, 1));
    check(|d| drop(d.byline.reporters.pop()), (1, 0));
    check(|d| drop(d.byline.reporters.remove(0)), (1, 0));
    let shown = edited(BY_HAND, |d| drop(d.byline.reporters.pop()));
    assert!(shown.contains("\"林一舟\",   # 首席\n]"), "{shown}");
}

#[test]
fn what_else_the_file_says_of_a_person_stays() {
    let added = edited(BY_HAND, |d| {
        d.byline.correspondents.push(Person::named("丁"));
    });
    let kept = "[ { name = \"何雨\", unit = \"柳林社区\", phone = \"1\" }, \"丁\" ]";
    assert!(added.contains(kept), "{added}");
    let moved = edited(BY_HAND, |d| {
        d.byline.correspondents[0].unit = Some("北岗".into());
    });
    let kept = "[ { name = \"何雨\", unit = \"北岗\", phone = \"1\" } ]";
    assert!(moved.contains(kept), "{moved}");
}

#[test]
fn signatures_and_remarks_are_added_behind() {
    let shown = edited(BY_HAND, |d| {
        d.reviews.push(Review {
            stage: 1,
            by: "周明".into(),
            at: "2026-04-02T09:30:00+08:00".into(),
            content: "sha256:0".into(),
            opinion: "同意".into(),
            ..Review::default()
        });
    });
    assert!(shown.starts_with(BY_HAND), "{shown}");
    assert!(
        shown.contains("at = 2026-04-02T09:30:00+08:00\n"),
        "{shown}"
    );
    let note = Note {
        by: "乙".into(),
        at: String::new(),
        about: String::new(),
        text: "好".into(),
        ..Note::default()
    };
    let shown = edited(BY_HAND, |d| d.notes.push(note.clone()));
    assert!(shown.starts_with(BY_HAND), "{shown}");
}

#[test]
fn a_return_a_rush_and_a_proof_pass_say_what_they_are_and_signatures_as_before() {
    let signed = |d: &mut Draft| {
        d.reviews.push(Review {
            stage: 1,
            by: "周明".into(),
            ..Review::default()
        });
    };
    let plain = edited(BY_HAND, signed);
    for key in ["verdict", "rush", "closed", "[[proof]]"] {
        assert!(!plain.contains(key), "{plain}");
    }
    let shown = edited(BY_HAND, |d| {
        signed(d);
        d.reviews[0].verdict = Verdict::Returned;
        d.reviews[0].rush = "快讯".into();
        d.proofs.push(ProofPass {
            pass: 1,
            ..ProofPass::default()
        });
    });
    for line in ["verdict = \"returned\"", "rush = \"快讯\"", "pass = 1"] {
        assert!(shown.contains(line), "{shown}");
    }
}

#[test]
fn a_remark_that_is_closed_gets_one_line() {
    let shown = edited(BY_HAND, |d| {
        d.notes[0].closed = "2026-04-02T10:00:00+08:00".into();
    });
    assert_eq!(diff(BY_HAND, &shown), (0, 1));
    assert!(
        shown.contains("\nclosed = 2026-04-02T10:00:00+08:00\n"),
        "{shown}"
    );
}

#[test]
fn what_was_left_is_added_behind_and_taken_out_again_without_a_trace() {
    let left = Left {
        rule: "space-between-han".into(),
        text: "渠水 进村".into(),
        why: "诗句".into(),
        ..Left::default()
    };
    let shown = edited(BY_HAND, |d| d.left.push(left.clone()));
    let added = "\n[[left]]\nrule = \"space-between-han\"\ntext = \"渠水 进村\"\nwhy = \"诗句\"\n";
    assert_eq!(shown, format!("{BY_HAND}{added}"));
    assert_eq!(edited(&shown, |d| d.left.clear()), BY_HAND);
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_stay() {
    let file = format!("\u{feff}{}", BY_HAND.replace('\n', "\r\n"));
    let shown = edited(&file, |d| d.headline = "新题".into());
    assert_eq!(diff(&file, &shown), (1, 1));
    assert!(shown.starts_with('\u{feff}') && !shown.replace("\r\n", "").contains('\n'));
}

#[test]
fn an_empty_file_is_a_draft_with_defaults() {
    assert_eq!(read(id(), b"").unwrap(), Draft::empty(id()));
    let shown = edited("", |d| {
        d.headline = "题".into();
        d.body = "文\n".into();
        d.byline.reporters.push(Person::named("甲"));
    });
    assert!(shown.contains("headline = \"题\""), "{shown}");
}

#[test]
fn what_is_wrong_is_named_with_its_line() {
    let check = |file: &str, line: usize, key: &str| {
        let fault = read(id(), file.as_bytes()).unwrap_err();
        assert_eq!(fault.line, Some(line), "{file}");
        match fault.kind {
            ProblemKind::Value { key: found, .. } => assert_eq!(found, key),
            other => panic!("{other:?}"),
        }
    };
    check("schema = 1\nkind = \"tale\"\n", 2, "kind");
    check("rank = \"a-3\"\n", 1, "rank");
    check("\ndate = 2026\n", 2, "date");
    check("headline = 3\n", 1, "headline");
    check("[byline]\nreporters = [1]\n", 2, "byline.reporters");
    check("byline = 1\n", 1, "byline");
    check("[text]\nbody = []\n", 2, "text.body");
    check("[[review]]\nstage = 900\n", 2, "review.stage");
    let fault = read(id(), b"schema = 7\n").unwrap_err();
    assert_eq!(fault.kind, ProblemKind::Schema(7));
    let fault = read(id(), b"kind = \"story\"\nheadline = \n").unwrap_err();
    assert!(matches!(fault.kind, ProblemKind::Toml(_)) && fault.line == Some(2));
    let fault = read(id(), b"a = 1\n\xff").unwrap_err();
    assert_eq!((fault.line, fault.kind), (Some(2), ProblemKind::NotText));
}
