//! What the proof screen changes in drafts, and takes back.

use super::{chosen, go_on, replacement};
use crate::app::effect::Effect;
use crate::app::proofs::{self, text};
use crate::app::state::{Act, Screen, State, Tone};
use crate::domain::{Draft, Entry, Field, Left};
use crate::proof::{self, Finding};
use crate::wording::{desk, proofreading as words};

/// The fields in which something can be replaced.
const FIELDS: [Field; 4] = [Field::Place, Field::Headline, Field::Deck, Field::Body];

/// Shows and saves a changed draft, checks it again, and remembers how it was; refresh queue and
/// list after the last.
pub fn change(state: &mut State, base: &Entry, draft: Draft) -> Effect {
    let step = (base.draft.clone(), draft.clone());
    state.acts.push(Act::Proof(Box::new(step)));
    write(state, base, draft)
}

fn write(state: &mut State, base: &Entry, draft: Draft) -> Effect {
    proofs::changed(state, &base.draft, &draft, &base.file_hash);
    state.change_one(base, draft)
}

/// The text of a field, to be changed.
fn text_mut(draft: &mut Draft, field: Field) -> Option<&mut String> {
    match field {
        Field::Place => Some(&mut draft.place),
        Field::Headline => Some(&mut draft.headline),
        Field::Deck => Some(&mut draft.deck),
        Field::Body => Some(&mut draft.body),
        _ => None,
    }
}

/// Puts in the chosen replacement of the chosen finding.
pub fn accept(state: &mut State) -> Vec<Effect> {
    let Some(Screen::Proof(screen)) = state.over.last() else {
        return Vec::new();
    };
    let found = chosen(state, screen).filter(|(entry, found)| found.stands_in(&entry.draft));
    let Some((entry, found)) = found else {
        return Vec::new();
    };
    let Some(new) = replacement(screen, found) else {
        state.say(Tone::Bad, words::NO_REPLACEMENT.get(state.lang));
        return Vec::new();
    };
    let (base, mut draft) = (entry.clone(), entry.draft.clone());
    let (span, field) = (found.finding.span.clone(), found.finding.field);
    let Some(text) = text_mut(&mut draft, field).filter(|text| text.get(span.clone()).is_some())
    else {
        return Vec::new();
    };
    text.replace_range(span, &new.text);
    let effect = change(state, &base, draft);
    done(state, words::ACCEPTED.get(state.lang).to_owned());
    vec![effect]
}

/// Puts in everything that needs no yes, in every draft that is listed; one step of undo a draft.
pub fn accept_safe(state: &mut State) -> Vec<Effect> {
    let Some(Screen::Proof(screen)) = state.over.last() else {
        return Vec::new();
    };
    let heads = screen.rows.iter().filter_map(|row| match row {
        super::ProofRow::Draft { id, .. } => Some(id.clone()),
        super::ProofRow::Finding { .. } => None,
    });
    let listed: std::collections::HashSet<_> = heads.collect();
    let entries = state.view.entries.iter();
    let entries = entries.filter(|entry| listed.contains(&entry.draft.id));
    let fixed = entries.filter_map(|entry| {
        let (draft, count) = fix(state, &entry.draft);
        (count > 0).then(|| (entry.clone(), draft, count))
    });
    let fixed: Vec<(Entry, Draft, usize)> = fixed.collect();
    let (drafts, n) = (fixed.len(), fixed.iter().map(|one| one.2).sum::<usize>());
    if n == 0 {
        state.say(Tone::Bad, words::NOTHING_SAFE.get(state.lang));
        return Vec::new();
    }
    let fixed = fixed.into_iter();
    let effects = fixed.map(|(base, draft, _)| change(state, &base, draft));
    let effects = effects.collect();
    let told = words::ACCEPTED_ALL.fill(state.lang, &[("n", &n), ("drafts", &drafts)]);
    done(state, told);
    effects
}

/// A draft with all that is safe and open put in, and in how many places.
fn fix(state: &State, draft: &Draft) -> (Draft, usize) {
    let (mut fixed, mut count) = (draft.clone(), 0);
    let Some(proofed) = state.proofs.of(&draft.id) else {
        return (fixed, 0);
    };
    for field in FIELDS {
        let open = proofed.open().filter(|one| one.stands_in(draft));
        let open = open.map(|one| &one.finding);
        let safe = open.filter(|one| one.field == field && one.safe().is_some());
        let safe: Vec<Finding> = safe.cloned().collect();
        let old = text(draft, field);
        if let Some(text) = text_mut(&mut fixed, field) {
            *text = proof::fix(old, &safe);
        }
        let mut end = 0;
        for one in &safe {
            if one.span.start >= end {
                (count, end) = (count + 1, one.span.end);
            }
        }
    }
    (fixed, count)
}

/// Leaves a finding as it is.
pub fn leave(state: &mut State, base: &Entry, left: Left) -> Effect {
    let mut draft = base.draft.clone();
    draft.left.retain(|one| !one.is_about(&left));
    draft.left.push(left);
    let effect = change(state, base, draft);
    done(state, words::LEFT_NOW.get(state.lang).to_owned());
    effect
}

fn done(state: &mut State, told: String) {
    state.queue.refresh(&state.view);
    go_on(state);
    state.say(Tone::Good, told);
}

/// Takes a step back: the fields it changed, unless they were changed since.
pub fn undo(state: &mut State, (before, after): (Draft, Draft)) -> Vec<Effect> {
    let Some(base) = state.view.entry(&before.id).cloned() else {
        return Vec::new();
    };
    let mut draft = base.draft.clone();
    for field in FIELDS {
        let (old, new) = (text(&before, field), text(&after, field));
        if old == new {
            continue;
        }
        // A save gives the body its final newline.
        let same = text(&draft, field).trim_end() == new.trim_end();
        let text = text_mut(&mut draft, field).filter(|_| same);
        let Some(text) = text else {
            state.say(Tone::Bad, words::UNDO_CHANGED.get(state.lang));
            return Vec::new();
        };
        old.clone_into(text);
    }
    let has = |list: &[Left], one: &Left| list.iter().any(|other| other.is_about(one));
    draft
        .left
        .retain(|one| has(&before.left, one) || !has(&after.left, one));
    let again = before.left.iter();
    let again = again.filter(|one| !has(&after.left, one) && !has(&base.draft.left, one));
    draft.left.extend(again.cloned());
    let effect = write(state, &base, draft);
    state.queue.choose(&state.view, &before.id);
    done(state, desk::UNDONE.get(state.lang).to_owned());
    vec![effect]
}
