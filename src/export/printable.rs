//! What of an issue may stand in a file that people print to a terminal or paste elsewhere.

use std::borrow::Cow;

use crate::domain::imprint::Signers;
use crate::domain::{Draft, IssueDoc, Role};
use crate::text::clean::{holds_unsafe, is_unsafe};

/// The issue without control, zero-width and direction-override characters; borrowed where it has
/// none, as nearly always.
pub fn printable(issue: &IssueDoc) -> Cow<'_, IssueDoc> {
    if issue.items.iter().all(is_clean)
        && !holds_unsafe(&issue.title)
        && !holds_unsafe(&issue.paper)
        && names(issue).all(|name| !holds_unsafe(name))
    {
        return Cow::Borrowed(issue);
    }
    let mut clean = issue.clone();
    strip(&mut clean.title);
    strip(&mut clean.paper);
    for stage in &mut clean.signers {
        strip(&mut stage.stage);
        stage.people.iter_mut().for_each(|(name, _)| strip(name));
    }
    clean.items.iter_mut().flat_map(texts_mut).for_each(strip);
    Cow::Owned(clean)
}

/// The words of the credits that come from drafts and settings.
fn names(issue: &IssueDoc) -> impl Iterator<Item = &String> {
    issue.signers.iter().flat_map(stage_names)
}

fn stage_names(stage: &Signers) -> impl Iterator<Item = &String> {
    let people = stage.people.iter().map(|(name, _)| name);
    std::iter::once(&stage.stage).chain(people)
}

fn strip(text: &mut String) {
    text.retain(|c| c == '\n' || !is_unsafe(c));
}

fn is_clean(draft: &Draft) -> bool {
    let people = draft.byline.people();
    [
        &draft.label,
        &draft.place,
        &draft.headline,
        &draft.deck,
        &draft.body,
    ]
    .into_iter()
    .chain(people.flat_map(|p| std::iter::once(&p.name).chain(&p.title)))
    .all(|text| !holds_unsafe(text))
}

/// Every text of a draft that an issue prints.
fn texts_mut(draft: &mut Draft) -> Vec<&mut String> {
    let Draft {
        label,
        place,
        headline,
        deck,
        body,
        byline,
        ..
    } = draft;
    let mut texts = vec![label, place, headline, deck, body];
    let lists = [
        &mut byline.reporters,
        &mut byline.correspondents,
        &mut byline.photographers,
    ];
    debug_assert_eq!(lists.len(), Role::ALL.len());
    for person in lists.into_iter().flatten() {
        texts.push(&mut person.name);
        texts.extend(&mut person.title);
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Person;

    #[test]
    fn what_acts_on_a_terminal_is_not_printed() {
        let mut issue = super::super::tests::sample();
        issue.items[0].body = "渠水\u{1b}[31m清\u{202e}了。\n\n第二段。\n".into();
        issue.items[0].byline.reporters = vec![Person::named("甘\u{200b}霖")];
        let clean = printable(&issue);
        assert_eq!(clean.items[0].body, "渠水[31m清了。\n\n第二段。\n");
        assert_eq!(clean.items[0].byline.reporters[0].name, "甘霖");
    }

    #[test]
    fn a_clean_issue_is_printed_as_it_is() {
        let issue = super::super::tests::sample();
        assert!(matches!(printable(&issue), Cow::Borrowed(_)));
    }
}
