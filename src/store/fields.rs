//! Drafts compared and merged field by field.

use crate::domain::{Draft, Field, Left};

/// The fields in which two drafts of one id differ.
pub fn changed(old: &Draft, new: &Draft) -> Vec<Field> {
    let differs = [
        (Field::Kind, old.kind != new.kind),
        (Field::Label, old.label != new.label),
        (Field::Place, old.place != new.place),
        (Field::Headline, old.headline != new.headline),
        (Field::Deck, old.deck != new.deck),
        (Field::Date, old.date != new.date),
        (Field::Byline, old.byline != new.byline),
        (Field::Body, old.body != new.body),
        (Field::Rank, old.rank != new.rank),
        (Field::Status, old.status != new.status),
        (Field::Review, old.reviews != new.reviews),
        (Field::Proof, old.proofs != new.proofs),
        (Field::Note, old.notes != new.notes),
        (Field::Left, old.left != new.left),
    ];
    differs
        .into_iter()
        .filter_map(|(field, differs)| differs.then_some(field))
        .collect()
}

/// Copies one field.
pub fn take(field: Field, from: &Draft, to: &mut Draft) {
    match field {
        Field::Kind => to.kind = from.kind,
        Field::Label => to.label.clone_from(&from.label),
        Field::Place => to.place.clone_from(&from.place),
        Field::Headline => to.headline.clone_from(&from.headline),
        Field::Deck => to.deck.clone_from(&from.deck),
        Field::Date => to.date = from.date,
        Field::Byline => to.byline.clone_from(&from.byline),
        Field::Body => to.body.clone_from(&from.body),
        Field::Rank => to.rank.clone_from(&from.rank),
        Field::Status => to.status = from.status,
        Field::Review => to.reviews.clone_from(&from.reviews),
        Field::Proof => to.proofs.clone_from(&from.proofs),
        Field::Note => to.notes.clone_from(&from.notes),
        Field::Left => to.left.clone_from(&from.left),
    }
}

/// `theirs` with our changes since `base`, and the fields that both sides changed differently.
pub fn merge(base: &Draft, ours: &Draft, theirs: &Draft) -> (Draft, Vec<Field>) {
    let mut merged = theirs.clone();
    let mut clashes = Vec::new();
    let theirs_changed = changed(base, theirs);
    let differing = changed(ours, theirs);
    for field in changed(base, ours) {
        if !theirs_changed.contains(&field) {
            take(field, ours, &mut merged);
        } else if differing.contains(&field) && !append(field, base, ours, &mut merged) {
            clashes.push(field);
        }
    }
    (merged, clashes)
}

/// Signatures, proof passes, remarks and findings left that were added on both sides are all kept;
/// a remark that one side answered or closed is taken as that side has it.
fn append(field: Field, base: &Draft, ours: &Draft, merged: &mut Draft) -> bool {
    match field {
        Field::Review => append_to(&base.reviews, &ours.reviews, &mut merged.reviews),
        Field::Proof => append_to(&base.proofs, &ours.proofs, &mut merged.proofs),
        Field::Note => append_to(&base.notes, &ours.notes, &mut merged.notes),
        Field::Left => merge_left(&base.left, &ours.left, &mut merged.left),
        _ => false,
    }
}

/// `merged` holds theirs.
fn append_to<T: PartialEq + Clone>(base: &[T], ours: &[T], merged: &mut Vec<T>) -> bool {
    let (Some((kept, added)), true) = (
        ours.split_at_checked(base.len()),
        merged.len() >= base.len(),
    ) else {
        return false;
    };
    let mut out = merged.clone();
    for ((old, mine), theirs) in base.iter().zip(kept).zip(&mut out) {
        if mine != old && theirs != old && theirs != mine {
            return false;
        }
        if mine != old {
            theirs.clone_from(mine);
        }
    }
    for item in added {
        if !out.contains(item) {
            out.push(item.clone());
        }
    }
    *merged = out;
    true
}

/// What one side left stays left, what one side took up again is open again.
fn merge_left(base: &[Left], ours: &[Left], merged: &mut Vec<Left>) -> bool {
    let has = |list: &[Left], one: &Left| list.iter().any(|other| other.is_about(one));
    merged.retain(|one| !has(base, one) || has(ours, one));
    for one in ours {
        if !has(base, one) && !has(merged, one) {
            merged.push(one.clone());
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{DraftId, Note, Status};

    fn note(text: &str) -> Note {
        Note {
            by: "周明".into(),
            text: text.into(),
            ..Note::default()
        }
    }

    #[test]
    fn changes_of_different_fields_are_both_kept() {
        let base = Draft::empty(DraftId::new("a").unwrap());
        let (mut ours, mut theirs) = (base.clone(), base.clone());
        ours.headline = "新标题".into();
        theirs.status = Status::Submitted;
        let (merged, clashes) = merge(&base, &ours, &theirs);
        assert!(clashes.is_empty());
        assert_eq!(merged.headline, "新标题");
        assert_eq!(merged.status, Status::Submitted);
    }

    #[test]
    fn the_same_field_changed_twice_clashes_unless_both_say_the_same() {
        let base = Draft::empty(DraftId::new("a").unwrap());
        let (mut ours, mut theirs) = (base.clone(), base.clone());
        ours.headline = "甲".into();
        theirs.headline = "乙".into();
        assert_eq!(merge(&base, &ours, &theirs).1, [Field::Headline]);
        theirs.headline = "甲".into();
        assert_eq!(merge(&base, &ours, &theirs).1, []);
    }

    #[test]
    fn remarks_added_on_both_sides_are_all_kept() {
        let mut base = Draft::empty(DraftId::new("a").unwrap());
        base.notes.push(note("一"));
        let (mut ours, mut theirs) = (base.clone(), base.clone());
        ours.notes.push(note("二"));
        theirs.notes.push(note("三"));
        let (merged, clashes) = merge(&base, &ours, &theirs);
        assert!(clashes.is_empty());
        assert_eq!(merged.notes, [note("一"), note("三"), note("二")]);
    }

    #[test]
    fn a_remark_closed_here_and_one_added_there_are_both_kept() {
        let mut base = Draft::empty(DraftId::new("a").unwrap());
        base.notes = vec![note("一"), note("二")];
        let (mut ours, mut theirs) = (base.clone(), base.clone());
        ours.notes[0].closed = "今天".into();
        theirs.notes[1].text = "二\n答".into();
        theirs.notes.push(note("三"));
        let (merged, clashes) = merge(&base, &ours, &theirs);
        assert!(clashes.is_empty());
        let told: Vec<&str> = merged.notes.iter().map(|n| n.text.as_str()).collect();
        assert_eq!(told, ["一", "二\n答", "三"]);
        assert!(!merged.notes[0].is_open());
        theirs.notes[0].closed = "昨天".into();
        assert_eq!(merge(&base, &ours, &theirs).1, [Field::Note]);
    }

    #[test]
    fn findings_left_on_both_sides_stay_left_and_never_clash() {
        let left = |text: &str| Left {
            text: text.into(),
            ..Left::default()
        };
        let mut base = Draft::empty(DraftId::new("a").unwrap());
        base.left = vec![left("一"), left("二")];
        let (mut ours, mut theirs) = (base.clone(), base.clone());
        ours.left = vec![left("二"), left("三")];
        theirs.left.push(left("四"));
        let (merged, clashes) = merge(&base, &ours, &theirs);
        assert_eq!(clashes, []);
        assert_eq!(merged.left, [left("二"), left("四"), left("三")]);
    }

    #[test]
    fn every_field_can_be_taken() {
        let base = Draft::empty(DraftId::new("a").unwrap());
        let mut other = base.clone();
        other.body = "正文\n".into();
        other.label = "编者按".into();
        other.proofs.push(crate::domain::ProofPass::default());
        other.left.push(Left::default());
        other.rank = crate::domain::Rank::after(Some(&base.rank));
        let mut copy = base;
        for field in changed(&copy.clone(), &other) {
            take(field, &other, &mut copy);
        }
        assert_eq!(copy, other);
    }
}
