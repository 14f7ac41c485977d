//! The issue screen: what an assembly did, or what has to be mended before it can.

pub mod report;

use super::effect::Effect;
use super::keymap::{Action, Context};
use super::msg::IssueReport;
use super::queue;
use super::state::{Act, Screen, State, Tone};
use super::{byline, review, story};
use crate::domain::{Field, Stage, Status};
use crate::git::CommitOutcome;
use crate::wording::desk as words;

/// State of the issue screen.
#[derive(Debug)]
pub struct IssueScreen {
    /// What the assembly said.
    pub report: IssueReport,
    /// The chosen fault where it was refused, else the row scrolled to the top.
    pub row: usize,
}

impl IssueScreen {
    /// Whether the issue was refused because of faults.
    pub fn is_blocked(&self) -> bool {
        !self.report.blocked.is_empty()
    }

    /// Whose keys count here.
    pub fn contexts(&self) -> &'static [Context] {
        if self.is_blocked() {
            &[Context::Blocked]
        } else if self.is_made() {
            &[Context::Issue]
        } else {
            &[Context::NothingReady]
        }
    }

    /// Whether an issue was made.
    pub fn is_made(&self) -> bool {
        self.report.folder.is_some()
    }
}

/// An assembly ended.
pub fn on_report(state: &mut State, report: IssueReport) -> Vec<Effect> {
    state.notice = None;
    state
        .over
        .retain(|screen| !matches!(screen, Screen::Issue(_)));
    let made = report.folder.is_some();
    if made {
        state.acts.push(Act::Issue(report.number.running));
    }
    state
        .over
        .push(Screen::Issue(Box::new(IssueScreen { report, row: 0 })));
    if made { vec![Effect::Load] } else { Vec::new() }
}

/// The last issue was taken back.
pub fn on_undone(state: &mut State, number: u32, commit: &CommitOutcome) -> Vec<Effect> {
    state
        .over
        .retain(|screen| !matches!(screen, Screen::Issue(_)));
    state.acts.retain(|act| *act != Act::Issue(number));
    match commit {
        CommitOutcome::Failed(why) => {
            let why = super::update::first_line(why);
            state.say(
                Tone::Bad,
                words::COMMIT_FAILED.fill(state.lang, &[("why", &why)]),
            );
        }
        _ => state.say(
            Tone::Good,
            words::ISSUE_UNDONE.fill(state.lang, &[("n", &number)]),
        ),
    }
    vec![Effect::Load]
}

/// A key on the issue screen.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    let page = page(state).cast_signed();
    match action {
        Action::Up => go(state, -1),
        Action::Down => go(state, 1),
        Action::PageUp => go(state, -page),
        Action::PageDown => go(state, page),
        Action::Back => {
            state.over.pop();
            Vec::new()
        }
        Action::Open => open(state),
        Action::Hold => hold(state),
        Action::Undo => undo(state),
        Action::Assemble => queue::assemble(state),
        _ => Vec::new(),
    }
}

/// Rows of the report in view.
fn page(state: &State) -> usize {
    usize::from(state.size.height.saturating_sub(4)).max(1)
}

fn go(state: &mut State, by: isize) -> Vec<Effect> {
    let last = match state.over.last() {
        Some(Screen::Issue(screen)) if screen.is_blocked() => screen.report.blocked.len() - 1,
        Some(Screen::Issue(screen)) => report::rows(state, &screen.report)
            .len()
            .saturating_sub(page(state)),
        _ => return Vec::new(),
    };
    if let Some(Screen::Issue(screen)) = state.over.last_mut() {
        screen.row = screen.row.min(last).saturating_add_signed(by).min(last);
    }
    Vec::new()
}

/// Opens the draft of the chosen fault at the field to mend.
fn open(state: &mut State) -> Vec<Effect> {
    let Some(Screen::Issue(screen)) = state.over.last() else {
        return Vec::new();
    };
    let Some(fault) = screen.report.blocked.get(screen.row).cloned() else {
        return Vec::new();
    };
    let Some(entry) = state.view.entry(&fault.draft).cloned() else {
        return Vec::new();
    };
    state.queue.clear_filter();
    state.queue.choose(&state.view, &fault.draft);
    match fault.kind.field() {
        Field::Byline => byline::open(state, &entry),
        Field::Review | Field::Proof => return review::open(state, &entry),
        field => story::open(state, &entry, Some(field)),
    }
    Vec::new()
}

/// Back from a draft to the list of faults: mended ones are gone; with the last one the list is
/// too, and the issue can be made.
pub fn back_to_faults(state: &mut State) {
    let view = &state.view;
    let Some(Screen::Issue(screen)) = state.over.last_mut() else {
        return;
    };
    if screen.report.blocked.is_empty() {
        return;
    }
    screen.report.blocked.retain(|fault| {
        let row = view.position(&fault.draft).map(|at| &view.rows[at]);
        row.is_some_and(|row| row.stage == Stage::Ready && row.faults.contains(&fault.kind))
    });
    let last = screen.report.blocked.len().saturating_sub(1);
    screen.row = screen.row.min(last);
    if screen.report.blocked.is_empty() {
        state.over.pop();
        state.say(Tone::Good, words::ALL_MENDED.get(state.lang));
    }
}

/// Holds the draft of the chosen fault, so that the issue can be made without it.
fn hold(state: &mut State) -> Vec<Effect> {
    let Some(Screen::Issue(screen)) = state.over.last_mut() else {
        return Vec::new();
    };
    let Some(fault) = screen.report.blocked.get(screen.row).cloned() else {
        return Vec::new();
    };
    screen
        .report
        .blocked
        .retain(|other| other.draft != fault.draft);
    screen.row = screen
        .row
        .min(screen.report.blocked.len().saturating_sub(1));
    let none_left = screen.report.blocked.is_empty();
    let Some(base) = state.view.entry(&fault.draft).cloned() else {
        return Vec::new();
    };
    let mut draft = base.draft.clone();
    draft.status = Status::Held;
    let mut effects = vec![state.change(&base, draft)];
    state.acts.push(Act::Drafts(vec![base]));
    if none_left {
        state.over.pop();
        effects.extend(queue::assemble(state));
    } else {
        state.say(Tone::Good, words::HELD_ONE.get(state.lang));
    }
    effects
}

fn undo(state: &mut State) -> Vec<Effect> {
    let Some(Screen::Issue(screen)) = state.over.last() else {
        return Vec::new();
    };
    if !screen.is_made() {
        return Vec::new();
    }
    let number = screen.report.number.running;
    state.say(Tone::Busy, words::UNDOING_ISSUE.get(state.lang));
    vec![Effect::UndoAssembly { number }]
}
