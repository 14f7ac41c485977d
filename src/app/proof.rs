//! The proof screen: what is wrong in one draft or in all that the queue shows, passage by passage.

mod change;
mod reason;
mod rows;

use std::collections::HashSet;

pub use change::undo;
pub use reason::{ReasonScreen, Target, act_on_reason, ask};
pub use rows::{ProofRow, Spot};

use super::area::Area;
use super::effect::Effect;
use super::issue;
use super::keymap::Action;
use super::proofs::{Found, Proofs};
use super::state::{Screen, State, Tone};
use super::story;
use super::view::{Row, View};
use crate::domain::{DraftId, Entry, Left, Stage};
use crate::proof::{Gauge, Replacement};
use crate::wording::{Lang, proofreading as words};

/// State of the proof screen.
#[derive(Debug, Default)]
pub struct ProofScreen {
    /// The drafts that can be listed.
    all: HashSet<DraftId>,
    /// The only one that is.
    pub only: Option<DraftId>,
    /// Whether it was opened from that draft's story, and goes back there.
    from_story: bool,
    /// What is listed.
    pub rows: Vec<ProofRow>,
    /// The chosen row.
    pub cursor: usize,
    /// The row at the top.
    pub top: usize,
    /// Which replacement of the chosen finding.
    pub choice: usize,
    /// Drafts that are not checked yet.
    pub waiting: usize,
    /// What is open in the draft, or in the drafts of the coming issue.
    pub gauge: Gauge,
    height: usize,
}

/// How the screen is divided.
#[derive(Debug, Clone, Copy)]
pub struct ProofLayout {
    /// Title bar.
    pub bar: Area,
    /// Findings by draft.
    pub list: Area,
    /// The bar above the chosen finding.
    pub rule: Area,
    /// The chosen finding: its passage, why, what could stand there.
    pub detail: Area,
    /// Hints and notice.
    pub foot: Area,
}

/// Divides the screen.
pub fn layout(size: Area) -> ProofLayout {
    let (bar, rest) = size.top(1);
    let (rest, foot) = rest.bottom(2);
    let detail = (rest.height * 2 / 5).clamp(6, 12);
    let (list, below) = rest.bottom(detail);
    let (rule, detail) = below.top(1);
    ProofLayout {
        bar,
        list,
        rule,
        detail,
        foot,
    }
}

/// Opens the list of all drafts that the queue shows, at the chosen one.
pub fn open_queue(state: &mut State) -> Vec<Effect> {
    let shown = state.queue.shown.iter();
    let all = shown.map(|&at| state.view.entries[at].draft.id.clone());
    let screen = ProofScreen {
        all: all.collect(),
        ..ProofScreen::default()
    };
    let chosen = state.queue.at();
    let chosen = chosen.map(|at| state.view.entries[at].draft.id.clone());
    push(state, screen, chosen.map(|id| (id, None)));
    Vec::new()
}

/// Opens the list of one draft, from its story, at a place; the same list again where the story was
/// opened from it.
pub fn open_draft(state: &mut State, id: &DraftId, spot: Option<Spot>) {
    if let Some(Screen::Proof(screen)) = state.over.last_mut() {
        screen.choose(id, spot);
        return refresh(state);
    }
    let screen = ProofScreen {
        all: HashSet::from([id.clone()]),
        only: Some(id.clone()),
        from_story: true,
        ..ProofScreen::default()
    };
    push(state, screen, Some((id.clone(), spot)));
}

fn push(state: &mut State, screen: ProofScreen, at: Option<(DraftId, Option<Spot>)>) {
    state.over.push(Screen::Proof(Box::new(screen)));
    refresh(state);
    if let (Some(Screen::Proof(screen)), Some((id, spot))) = (state.over.last_mut(), at) {
        screen.choose(&id, spot);
    }
}

/// After an act: lists what is found now and goes on to what follows.
fn go_on(state: &mut State) {
    let at = top(state).map_or(0, |screen| screen.cursor);
    refresh(state);
    if let Some(screen) = top(state) {
        screen.go(at, 1);
    }
}

/// Lists what was found by now; the chosen finding stays chosen.
pub fn refresh(state: &mut State) {
    let height = usize::from(layout(state.size).list.height).max(1);
    let (view, proofs) = (&state.view, &state.proofs);
    let Some(Screen::Proof(screen)) = state.over.last_mut() else {
        return;
    };
    let chosen = screen.chosen().cloned();
    let ids = |entry: &&Entry| match &screen.only {
        Some(only) => entry.draft.id == *only,
        None => screen.all.contains(&entry.draft.id),
    };
    let entries = view.entries.iter().filter(ids);
    let listed = rows::list(entries, proofs);
    (screen.rows, screen.waiting) = (listed.rows, listed.waiting);
    screen.gauge = match &screen.only {
        Some(only) => gauge_of(view, proofs, |entry, _| entry.draft.id == *only),
        // What the next issue would take.
        None => gauge_of(view, proofs, |_, row| row.stage == Stage::Ready),
    };
    screen.height = height;
    screen.keep(chosen.as_ref());
}

/// The weight of what is open in the drafts that are asked for.
fn gauge_of(view: &View, proofs: &Proofs, asked: impl Fn(&Entry, &Row) -> bool) -> Gauge {
    let mut gauge = Gauge::default();
    for (entry, row) in view.entries.iter().zip(&view.rows) {
        if asked(entry, row)
            && let Some(proofed) = proofs.of(&entry.draft.id)
        {
            proofed.weigh(row.zishu, &mut gauge);
        }
    }
    gauge
}

impl ProofScreen {
    /// The chosen row, where it is a finding.
    fn chosen(&self) -> Option<&ProofRow> {
        let row = self.rows.get(self.cursor)?;
        matches!(row, ProofRow::Finding { .. }).then_some(row)
    }

    /// The chosen draft and which of its findings.
    pub fn at(&self) -> Option<(&DraftId, usize)> {
        match self.rows.get(self.cursor)? {
            ProofRow::Finding { id, at, .. } => Some((id, *at)),
            ProofRow::Draft { .. } => None,
        }
    }

    /// Chooses the first finding of a draft at or behind a place, else its last.
    fn choose(&mut self, id: &DraftId, spot: Option<Spot>) {
        let mine = |row: &ProofRow| matches!(row, ProofRow::Finding { id: of, .. } if of == id);
        let behind = |row: &ProofRow| match (row, spot) {
            (ProofRow::Finding { spot, .. }, Some(wanted)) => *spot >= wanted,
            _ => true,
        };
        let found = self.rows.iter().position(|row| mine(row) && behind(row));
        let found = found.or_else(|| self.rows.iter().rposition(mine));
        self.cursor = found.unwrap_or(0);
        self.choice = 0;
        self.settle(1);
    }

    /// Chooses the row again that was chosen, or the one in its place.
    fn keep(&mut self, chosen: Option<&ProofRow>) {
        let same = chosen.and_then(|old| self.rows.iter().position(|row| row.is_same(old)));
        match same {
            Some(at) => self.cursor = at,
            None => self.choice = 0,
        }
        self.settle(1);
    }

    /// The cursor on a finding, looking first in this direction; in view with the name of its draft.
    fn settle(&mut self, by: isize) {
        self.cursor = self.cursor.min(self.rows.len().saturating_sub(1));
        for direction in [by, -by] {
            let mut at = self.cursor;
            while let Some(ProofRow::Draft { .. }) = self.rows.get(at) {
                at = at.wrapping_add_signed(direction);
            }
            if at < self.rows.len() {
                self.cursor = at;
                break;
            }
        }
        let head = self.cursor.saturating_sub(1);
        let above = if matches!(self.rows.get(head), Some(ProofRow::Draft { .. })) {
            head
        } else {
            self.cursor
        };
        let height = self.height.max(2);
        let lowest = self.rows.len().saturating_sub(height);
        self.top = self.top.min(lowest).min(above);
        self.top = self.top.max((self.cursor + 1).saturating_sub(height));
    }

    fn go(&mut self, to: usize, by: isize) {
        self.cursor = to;
        self.choice = 0;
        self.settle(by);
    }

    /// To the first finding of the draft above or below.
    fn go_draft(&mut self, by: isize) {
        let heads = |row: &ProofRow| matches!(row, ProofRow::Draft { .. });
        let to = if by > 0 {
            let below = self.rows.iter().skip(self.cursor).position(heads);
            below.map(|at| self.cursor + at)
        } else {
            let own = self.rows[..self.cursor.min(self.rows.len())]
                .iter()
                .rposition(heads);
            own.and_then(|own| self.rows[..own].iter().rposition(heads))
        };
        if let Some(to) = to {
            self.go(to, 1);
        }
    }
}

/// The chosen finding with its draft.
pub fn chosen<'s>(state: &'s State, screen: &ProofScreen) -> Option<(&'s Entry, &'s Found)> {
    let (id, at) = screen.at()?;
    let found = state.proofs.of(id)?.found.get(at)?;
    Some((state.view.entry(id)?, found))
}

/// The replacement that is chosen for a finding.
pub fn replacement<'f>(screen: &ProofScreen, found: &'f Found) -> Option<&'f Replacement> {
    found.finding.replacements.get(screen.choice)
}

/// A key on the proof screen.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::Back => back(state),
        Action::Open => open_story(state),
        Action::Accept => change::accept(state),
        Action::AcceptSafe => change::accept_safe(state),
        Action::Leave => leave_or_take_up(state),
        Action::AllowHere => allow(state),
        Action::Undo => undo_last(state),
        Action::OneOrAll => one_or_all(state),
        Action::NextChoice => choice(state, 1),
        Action::PreviousChoice => choice(state, -1),
        _ => motion(state, action),
    }
}

fn top(state: &mut State) -> Option<&mut ProofScreen> {
    match state.over.last_mut() {
        Some(Screen::Proof(screen)) => Some(screen),
        _ => None,
    }
}

fn motion(state: &mut State, action: Action) -> Vec<Effect> {
    let Some(screen) = top(state) else {
        return Vec::new();
    };
    let (at, page) = (screen.cursor, screen.height);
    match action {
        // Above the first finding stands only the name of its draft: that comes into view.
        Action::Up => screen.go(at.saturating_sub(1), -1),
        Action::Down => screen.go(at + 1, 1),
        Action::PageUp => screen.go(at.saturating_sub(page), -1),
        Action::PageDown => screen.go(at + page, 1),
        Action::First => screen.go(0, 1),
        Action::Last => screen.go(usize::MAX, -1),
        Action::NextDraft => screen.go_draft(1),
        Action::PreviousDraft => screen.go_draft(-1),
        _ => {}
    }
    Vec::new()
}

fn choice(state: &mut State, by: isize) -> Vec<Effect> {
    let Some(Screen::Proof(screen)) = state.over.last() else {
        return Vec::new();
    };
    let found = chosen(state, screen);
    let count = found.map_or(0, |(_, found)| found.finding.replacements.len());
    if let Some(screen) = top(state).filter(|_| count > 0) {
        let to = screen.choice.cast_signed() + by;
        screen.choice = to.rem_euclid(count.cast_signed()).unsigned_abs();
    }
    Vec::new()
}

/// Goes back; what was changed is committed.
fn back(state: &mut State) -> Vec<Effect> {
    let Some(Screen::Proof(screen)) = state.over.last() else {
        return Vec::new();
    };
    if screen.from_story {
        let found = chosen(state, screen);
        let spot = found.map(|(_, found)| Spot::of(&found.finding));
        let entry = screen.only.as_ref().and_then(|id| state.view.entry(id));
        let entry = entry.cloned();
        state.over.pop();
        if let Some(entry) = entry {
            story::open(state, &entry, None);
            story::finding::go_to(state, spot);
        }
        return Vec::new();
    }
    state.over.pop();
    issue::back_to_faults(state);
    let message = words::COMMIT.get(Lang::Zh).to_owned();
    state.commit_changes(message).into_iter().collect()
}

/// Opens the draft at the passage; from a story's own list that is going back.
fn open_story(state: &mut State) -> Vec<Effect> {
    let Some(Screen::Proof(screen)) = state.over.last() else {
        return Vec::new();
    };
    if screen.from_story {
        return back(state);
    }
    let Some((entry, found)) = chosen(state, screen) else {
        return Vec::new();
    };
    let (entry, spot) = (entry.clone(), Spot::of(&found.finding));
    state.queue.choose(&state.view, &entry.draft.id);
    story::open(state, &entry, None);
    story::finding::go_to(state, Some(spot));
    Vec::new()
}

fn one_or_all(state: &mut State) -> Vec<Effect> {
    let Some(screen) = top(state) else {
        return Vec::new();
    };
    if !screen.from_story {
        screen.only = match screen.only.take() {
            Some(_) => None,
            None => screen.at().map(|(id, _)| id.clone()),
        };
        refresh(state);
    }
    Vec::new()
}

/// Asks why a finding is left; one that was left is open again.
fn leave_or_take_up(state: &mut State) -> Vec<Effect> {
    let Some(Screen::Proof(screen)) = state.over.last() else {
        return Vec::new();
    };
    let Some((entry, found)) = chosen(state, screen) else {
        return Vec::new();
    };
    if let Some(left) = found.left {
        let mut draft = entry.draft.clone();
        if left < draft.left.len() {
            draft.left.remove(left);
        }
        let base = entry.clone();
        let effect = change::change(state, &base, draft);
        state.queue.refresh(&state.view);
        refresh(state);
        state.say(Tone::Good, words::TAKEN_UP.get(state.lang));
        return vec![effect];
    }
    let left = Left {
        rule: found.finding.rule.to_owned(),
        text: found.passage.clone(),
        ..Left::default()
    };
    let id = entry.draft.id.clone();
    ask(state, Target { id, left });
    Vec::new()
}

fn allow(state: &mut State) -> Vec<Effect> {
    let Some(Screen::Proof(screen)) = state.over.last() else {
        return Vec::new();
    };
    let Some((_, found)) = chosen(state, screen) else {
        return Vec::new();
    };
    let allow = crate::domain::Allow {
        rule: found.finding.rule.to_owned(),
        text: found.passage.clone(),
    };
    let told = words::ALLOWED.fill(state.lang, &[("text", &allow.text)]);
    state.say(Tone::Good, told);
    vec![Effect::AllowHere { allow }]
}

fn undo_last(state: &mut State) -> Vec<Effect> {
    use super::state::Act;
    if !matches!(state.acts.last(), Some(Act::Proof(_))) {
        let none = crate::wording::desk::NOTHING_TO_UNDO.get(state.lang);
        state.say(Tone::Bad, none);
        return Vec::new();
    }
    let Some(Act::Proof(step)) = state.acts.pop() else {
        return Vec::new();
    };
    undo(state, *step)
}
