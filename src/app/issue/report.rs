//! The rows of an assembly's report, as many as the screen can be scrolled through.
//!
//! Sentences are wrapped here, drafts are left to the screen: they stand in columns, a row each.

use crate::app::msg::IssueReport;
use crate::app::state::State;
use crate::domain::{DraftId, Stage};
use crate::git::CommitOutcome;
use crate::text::wrap;
use crate::wording::{Said, screens as words};

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// Nothing.
    Blank,
    /// Names the rows below it.
    Head(String),
    /// Something that was done.
    Done(String),
    /// Something that was not done, or cannot be used.
    Trouble(String),
    /// Anything else said.
    Said(String),
    /// A draft in the issue and its place there, from 1.
    Item(usize, DraftId),
    /// A draft that stayed out, and where it stands.
    Out(DraftId, Stage),
}

/// Cells left free at both sides of the report.
pub const MARGIN: u16 = 2;

/// All rows of a report on a screen of this size.
pub fn rows(state: &State, report: &IssueReport) -> Vec<Row> {
    let width = usize::from(state.size.width.saturating_sub(2 * MARGIN));
    let mut pen = Pen {
        state,
        width,
        rows: Vec::new(),
    };
    match &report.folder {
        None => nothing_ready(&mut pen),
        Some(folder) => made(&mut pen, report, &folder.display().to_string()),
    }
    went_in(&mut pen, report);
    stayed_out(&mut pen, report);
    unread(&mut pen, report);
    while pen.rows.last() == Some(&Row::Blank) {
        pen.rows.pop();
    }
    pen.rows
}

struct Pen<'a> {
    state: &'a State,
    width: usize,
    rows: Vec<Row>,
}

impl Pen<'_> {
    /// Adds a sentence as the rows it takes, each `indent` cells from the left.
    fn say(&mut self, as_row: fn(String) -> Row, text: &str, indent: usize) {
        let width = self.width.saturating_sub(indent);
        for line in text.lines() {
            for row in wrap::wrap(line, width, 0, self.state.ambiguous) {
                let part = &line[row.start..row.end];
                self.rows.push(as_row(format!("{:indent$}{part}", "")));
            }
        }
    }

    fn gap(&mut self) {
        self.rows.push(Row::Blank);
    }
}

fn nothing_ready(pen: &mut Pen) {
    let lang = pen.state.lang;
    pen.say(Row::Trouble, words::NOTHING_READY.get(lang), 0);
    pen.say(Row::Said, words::NOTHING_READY_HINT.get(lang), 0);
    pen.gap();
}

fn made(pen: &mut Pen, report: &IssueReport, folder: &str) {
    let lang = pen.state.lang;
    let number = report.number.printed();
    pen.say(
        Row::Done,
        &words::MADE.fill(lang, &[("number", &number)]),
        0,
    );
    if let Some(commit) = &report.commit {
        let as_row = if matches!(commit, CommitOutcome::Done { .. }) {
            Row::Done
        } else {
            Row::Trouble
        };
        pen.say(as_row, &commit.say(lang), 0);
    }
    pen.gap();
    pen.say(Row::Head, words::FILES.get(lang), 0);
    for file in &report.files {
        pen.say(Row::Said, &format!("{folder}/{file}"), 2);
    }
    pen.gap();
}

fn went_in(pen: &mut Pen, report: &IssueReport) {
    if report.items.is_empty() {
        return;
    }
    let count = report.items.len();
    let head = words::WENT_IN.fill(pen.state.lang, &[("n", &count)]);
    pen.say(Row::Head, &head, 0);
    let items = (1..).zip(&report.items);
    pen.rows
        .extend(items.map(|(place, id)| Row::Item(place, id.clone())));
    pen.gap();
}

fn stayed_out(pen: &mut Pen, report: &IssueReport) {
    // Drafts of past issues are no news here.
    let out: Vec<Row> = report
        .left_out
        .iter()
        .filter(|(_, stage)| stage.issue().is_none())
        .map(|(id, stage)| Row::Out(id.clone(), *stage))
        .collect();
    if out.is_empty() {
        return;
    }
    let head = words::STAYED_OUT.fill(pen.state.lang, &[("n", &out.len())]);
    pen.say(Row::Head, &head, 0);
    pen.rows.extend(out);
    pen.gap();
}

fn unread(pen: &mut Pen, report: &IssueReport) {
    if report.unread.is_empty() {
        return;
    }
    let lang = pen.state.lang;
    let head = words::UNREAD.fill(lang, &[("n", &report.unread.len())]);
    pen.say(Row::Head, &head, 0);
    for problem in &report.unread {
        pen.say(Row::Trouble, &problem.say(lang), 2);
    }
}
