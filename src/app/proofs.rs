//! What proofreading found in each draft, as the queue and the proof screen show it.
//!
//! The whole newsroom is checked by worker threads, each version of a file once; a draft that is
//! changed here is checked at once.

use std::collections::HashMap;
use std::ops::Range;
use std::path::PathBuf;

use super::effect::Effect;
use super::house::House;
use super::state::State;
use crate::domain::{Draft, DraftId, Entry, Field};
use crate::proof::{self, Finding, Gauge, Severity, covers, line_around, passage};

/// Bytes of a body that are checked at once when it is changed here; what was found in a longer
/// one only moves along until a worker has checked it.
const AT_ONCE: usize = 60_000;

/// One finding with what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The finding.
    pub finding: Finding,
    /// Its line, in bytes of the field.
    pub line: Range<usize>,
    /// The passage as it is remembered.
    pub passage: String,
    /// Which of [`Draft::left`] it was left by.
    pub left: Option<usize>,
}

impl Found {
    /// Whether the passage stands in this version of the draft where it was found.
    pub fn stands_in(&self, draft: &Draft) -> bool {
        let line = text(draft, self.finding.field).get(self.line.clone());
        let inner = inside(&self.finding.span, &self.line);
        line.is_some_and(|line| passage(line, &inner) == self.passage)
    }
}

/// How many findings there are of each sort.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Open errors.
    pub errors: usize,
    /// Open warnings.
    pub warnings: usize,
    /// Open hints.
    pub hints: usize,
    /// Left as they are.
    pub left: usize,
}

/// What was found in one version of a draft.
#[derive(Debug, Clone, Default)]
pub struct Proofed {
    /// The hash of the file that was checked.
    pub hash: String,
    /// The findings by field and place, those that were left among them.
    pub found: Vec<Found>,
    /// Counts.
    pub tally: Tally,
}

impl Proofed {
    /// Checks a draft.
    pub fn of(draft: &Draft, hash: &str, house: &House) -> Self {
        let findings = proof::check(draft, &house.context(draft.date));
        let found = findings
            .into_iter()
            .filter_map(|one| find(draft, one, house));
        Self::with(hash, found.collect())
    }

    fn with(hash: &str, found: Vec<Found>) -> Self {
        let mut tally = Tally::default();
        for one in &found {
            let count = match (one.left, one.finding.severity) {
                (Some(_), _) => &mut tally.left,
                (_, Severity::Error) => &mut tally.errors,
                (_, Severity::Warning) => &mut tally.warnings,
                (_, Severity::Hint) => &mut tally.hints,
            };
            *count += 1;
        }
        Self {
            hash: hash.to_owned(),
            found,
            tally,
        }
    }

    /// What is open.
    pub fn open(&self) -> impl Iterator<Item = &Found> {
        self.found.iter().filter(|one| one.left.is_none())
    }

    /// Adds the draft, of so many 字, and what is open in it to a gauge.
    pub fn weigh(&self, zishu: usize, gauge: &mut Gauge) {
        gauge.text(zishu);
        for one in self.open() {
            gauge.open(&one.finding, &one.passage);
        }
    }

    /// The findings of the old text at their places in the new one, where they are still there.
    fn moved(&self, old: &Draft, new: &Draft, hash: &str, house: &House) -> Self {
        let stay = self.found.iter().filter_map(|one| {
            let mut finding = one.finding.clone();
            let (before, after) = (text(old, finding.field), text(new, finding.field));
            let tail = before.len() - finding.span.end.min(before.len());
            if after.get(..finding.span.end) != before.get(..finding.span.end) {
                let end = after.len().checked_sub(tail)?;
                finding.span = end.checked_sub(finding.span.len())?..end;
            }
            let same = after.get(finding.span.clone()) == before.get(one.finding.span.clone());
            same.then(|| find(new, finding, house)).flatten()
        });
        Self::with(hash, stay.collect())
    }
}

/// The text of a field that is checked.
pub fn text(draft: &Draft, field: Field) -> &str {
    match field {
        Field::Place => &draft.place,
        Field::Headline => &draft.headline,
        Field::Deck => &draft.deck,
        Field::Body => &draft.body,
        _ => "",
    }
}

/// What a finding is about and whether it was left; `None` where the house allows it.
fn find(draft: &Draft, finding: Finding, house: &House) -> Option<Found> {
    let field = text(draft, finding.field);
    let line = line_around(field, &finding.span);
    let (within, inner) = (&field[line.clone()], inside(&finding.span, &line));
    if house.allows(finding.rule, within, &inner) {
        return None;
    }
    let left = left_by(draft, finding.rule, within, &inner);
    Some(Found {
        passage: passage(within, &inner).to_owned(),
        finding,
        line,
        left,
    })
}

/// Which entry of a draft left this place of a line.
pub fn left_by(draft: &Draft, rule: &str, line: &str, span: &Range<usize>) -> Option<usize> {
    let mut left = draft.left.iter();
    left.position(|one| one.rule == rule && covers(line, span, &one.text))
}

/// A span of the field as one of its line; what goes on over the line's end is cut there.
pub fn inside(span: &Range<usize>, line: &Range<usize>) -> Range<usize> {
    let within = |at: usize| at.clamp(line.start, line.end) - line.start;
    within(span.start)..within(span.end)
}

/// The results for the drafts of the newsroom.
#[derive(Debug, Default)]
pub struct Proofs {
    by: HashMap<DraftId, Proofed>,
    /// The version of each draft that a worker was asked to check.
    asked: HashMap<DraftId, String>,
    stamp: String,
}

impl Proofs {
    /// What was found in a draft; `None` where it was not checked yet.
    pub fn of(&self, id: &DraftId) -> Option<&Proofed> {
        self.by.get(id)
    }

    /// Takes in a result.
    pub fn put(&mut self, id: &DraftId, proofed: Proofed) {
        self.by.insert(id.clone(), proofed);
    }

    /// Asks for every version of a draft that was not asked for yet.
    pub fn ask(&mut self, entries: &[Entry], house: &House) -> Option<Effect> {
        if self.stamp != house.stamp {
            self.stamp.clone_from(&house.stamp);
            self.asked.clear();
        }
        let mut drafts = Vec::new();
        for entry in entries {
            if self.asked.get(&entry.draft.id) != Some(&entry.file_hash) {
                let (id, hash) = (entry.draft.id.clone(), entry.file_hash.clone());
                self.asked.insert(id, hash);
                drafts.push(entry.path.clone());
            }
        }
        (!drafts.is_empty()).then_some(Effect::Proof { drafts })
    }
}

/// A worker has checked some drafts. What was changed here meanwhile is checked again later.
pub fn on_proofed(state: &mut State, results: Vec<(DraftId, Proofed)>) {
    let entries = state.view.entries.iter();
    let now: HashMap<&DraftId, &str> = entries
        .map(|entry| (&entry.draft.id, entry.file_hash.as_str()))
        .collect();
    for (id, proofed) in results {
        let same = now.get(&id) == Some(&proofed.hash.as_str());
        if same && !state.pending.contains_key(&id) {
            state.proofs.by.insert(id, proofed);
        }
    }
}

/// A draft was changed here: what is found in it now.
pub fn changed(state: &mut State, old: &Draft, new: &Draft, hash: &str) {
    let house = &state.view.house;
    let proofed = match state.proofs.of(&new.id) {
        Some(known) if new.body.len() > AT_ONCE => known.moved(old, new, hash, house),
        _ => Proofed::of(new, hash, house),
    };
    state.proofs.put(&new.id, proofed);
}

/// The house allows more than before: what it allows is found no longer.
pub fn on_allowed(state: &mut State, house: std::sync::Arc<House>, file: PathBuf) {
    state.proofs.stamp.clone_from(&house.stamp);
    for entry in &state.view.entries {
        let Some(known) = state.proofs.by.get_mut(&entry.draft.id) else {
            continue;
        };
        let found = std::mem::take(&mut known.found);
        let stay = found.into_iter();
        let stay = stay.filter_map(|one| find(&entry.draft, one.finding, &house));
        *known = Proofed::with(&known.hash, stay.collect());
    }
    state.view.house = house;
    state.uncommitted.insert(file);
}
