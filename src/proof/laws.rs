//! What holds for any text: mending settles, touches only what was found, and leaves nothing of it.

use proptest::prelude::*;

use super::{Context, Finding, check_text, fix, settle};

/// Texts of the pieces that rules look for, and of the examples of each rule.
fn text() -> impl Strategy<Value = String> {
    let examples = super::rules::RULES.iter().flat_map(|rule| {
        let finds = rule.finds().iter().map(|(wrong, _)| *wrong);
        finds.chain(rule.leaves().iter().copied())
    });
    let examples: Vec<&str> = examples.collect();
    let piece = prop_oneof![
        4 => "[渠水灯亮路“”‘’（）《》，。、：；！？,.:;!?()\"'…—－·0-9a-zA-Z%　 \n#\u{200b}]{0,8}",
        1 => prop::sample::select(examples).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

/// The parts of a text that no safe replacement takes in, one after another.
fn untouched<'t>(text: &'t str, safe: &[&Finding]) -> Vec<&'t str> {
    let (mut at, mut parts) = (0, Vec::new());
    for one in safe {
        if one.span.start >= at {
            parts.push(&text[at..one.span.start]);
            at = one.span.end;
        }
    }
    parts.push(&text[at..]);
    parts
}

proptest! {
    #[test]
    fn findings_stand_on_characters_inside_the_text(text in text()) {
        for one in check_text(&text, &Context::default()) {
            prop_assert!(text.get(one.span.clone()).is_some(), "{one:?}");
        }
    }

    #[test]
    fn mending_changes_nothing_outside_what_was_found(text in text()) {
        let found = check_text(&text, &Context::default());
        let safe: Vec<&Finding> = found.iter().filter(|one| one.safe().is_some()).collect();
        let fixed = fix(&text, &found);
        let mut rest = fixed.as_str();
        for part in untouched(&text, &safe) {
            let at = rest.find(part);
            prop_assert!(at.is_some(), "{part:?} of {text:?} is not in {fixed:?}");
            rest = &rest[at.unwrap_or(0) + part.len()..];
        }
    }

    #[test]
    fn mending_settles_and_leaves_nothing_safe_to_mend(text in text()) {
        let fixed = settle(&text, &Context::default());
        let left = check_text(&fixed, &Context::default());
        let safe: Vec<&Finding> = left.iter().filter(|one| one.safe().is_some()).collect();
        prop_assert!(safe.is_empty(), "{text:?} became {fixed:?}: {safe:?}");
    }
}
