//! Drafts for the tests of rules that look at more than a body.

use crate::domain::{Date, Draft, DraftId};
use crate::proof::{Context, Rule, check, check_text};

/// A draft with these fields.
pub(super) fn draft(place: &str, headline: &str, deck: &str, body: &str) -> Draft {
    let mut draft = Draft::empty(DraftId::new("d").unwrap());
    place.clone_into(&mut draft.place);
    headline.clone_into(&mut draft.headline);
    deck.clone_into(&mut draft.deck);
    body.clone_into(&mut draft.body);
    draft
}

/// How many findings a rule has in a draft.
pub(super) fn found(rule: &dyn Rule, draft: &Draft) -> usize {
    let found = check(draft, &Context::default());
    found.iter().filter(|one| one.rule == rule.name()).count()
}

/// How many findings a rule has in a body whose copy is of that day.
pub(super) fn found_on(rule: &dyn Rule, day: &str, body: &str) -> usize {
    let context = Context {
        date: Some(day.parse::<Date>().unwrap()),
        ..Context::default()
    };
    let found = check_text(body, &context);
    found.iter().filter(|one| one.rule == rule.name()).count()
}
