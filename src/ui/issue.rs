//! The issue screen: what went in and what stayed out, or what to mend first.

use super::paper::Paper;
use super::theme::Role;
use crate::app::area::Area;
use crate::app::issue::IssueScreen;
use crate::app::keymap::Context;
use crate::domain::DraftId;
use crate::git::CommitOutcome;
use crate::wording::{Said, problem, screens as words};

/// Draws the screen.
pub fn draw(paper: &mut Paper, screen: &IssueScreen) {
    let state = paper.state;
    let (bar, rest) = state.size.top(1);
    let (rest, foot) = rest.bottom(2);
    paper.bar(
        bar,
        words::ISSUE.get(state.lang),
        &screen.report.number.printed(),
    );
    let body = rest.inset(2).top(1).1;
    if screen.is_blocked() {
        blocked(paper, body, screen);
    } else {
        report(paper, body, screen);
    }
    paper.foot(foot, Context::Issue);
}

fn blocked(paper: &mut Paper, area: Area, screen: &IssueScreen) {
    let lang = paper.state.lang;
    let faults = &screen.report.blocked;
    let title = words::BLOCKED.fill(lang, &[("n", &faults.len())]);
    paper.text(area.row(0), Role::Bad, &title);
    paper.text(area.row(1), Role::Faint, words::BLOCKED_HINT.get(lang));
    let (_, list) = area.top(3);
    let height = usize::from(list.height).max(1);
    let top = (screen.row + 1).saturating_sub(height);
    for (line, (at, fault)) in faults.iter().enumerate().skip(top).take(height).enumerate() {
        let row = list.row(line as u16);
        let role = if at == screen.row {
            Role::Chosen
        } else {
            Role::Text
        };
        paper.fill(row, role);
        let (what, rest) = row.inset(1).left(20);
        paper.text(what, role, problem::fault(fault.kind).get(lang));
        paper.text(
            rest,
            role,
            &format!("{}  {}", title_of(paper, &fault.draft), fault.draft),
        );
    }
}

fn title_of(paper: &Paper, id: &DraftId) -> String {
    paper
        .state
        .view
        .entry(id)
        .map_or_else(|| id.to_string(), |e| e.draft.title().to_owned())
}

/// Lines of the report, each with its role, from the first.
fn lines(paper: &Paper, screen: &IssueScreen) -> Vec<(Role, String)> {
    let mut lines = Vec::new();
    summary(paper, screen, &mut lines);
    contents(paper, screen, &mut lines);
    left_out(paper, screen, &mut lines);
    lines
}

fn summary(paper: &Paper, screen: &IssueScreen, lines: &mut Vec<(Role, String)>) {
    let lang = paper.state.lang;
    let report = &screen.report;
    let Some(folder) = &report.folder else {
        lines.push((Role::Bad, words::NOTHING_READY.get(lang).to_owned()));
        lines.push((Role::Text, words::NOTHING_READY_HINT.get(lang).to_owned()));
        lines.push((Role::Text, String::new()));
        return;
    };
    let number = report.number.printed();
    lines.push((Role::Good, words::MADE.fill(lang, &[("number", &number)])));
    if let Some(commit) = &report.commit {
        let role = if matches!(commit, CommitOutcome::Done { .. }) {
            Role::Good
        } else {
            Role::Bad
        };
        lines.push((role, commit.say(lang)));
    }
    lines.push((Role::Text, String::new()));
    lines.push((Role::Head, words::FILES.get(lang).to_owned()));
    for file in &report.files {
        lines.push((Role::Text, format!("  {}/{file}", folder.display())));
    }
    lines.push((Role::Text, String::new()));
}

fn contents(paper: &Paper, screen: &IssueScreen, lines: &mut Vec<(Role, String)>) {
    let (state, items) = (paper.state, &screen.report.items);
    if items.is_empty() {
        return;
    }
    lines.push((
        Role::Head,
        words::WENT_IN.fill(state.lang, &[("n", &items.len())]),
    ));
    for (at, id) in items.iter().enumerate() {
        let found = state
            .view
            .position(id)
            .map(|p| (&state.view.entries[p], &state.view.rows[p]));
        let told = match found {
            Some((entry, row)) => {
                let chars = words::CHARS.fill(state.lang, &[("n", &row.zishu)]);
                format!("{}  {chars}  {}", entry.draft.title(), row.byline)
            }
            None => id.to_string(),
        };
        lines.push((Role::Text, format!("  {:>2}  {told}", at + 1)));
    }
    lines.push((Role::Text, String::new()));
}

fn left_out(paper: &Paper, screen: &IssueScreen, lines: &mut Vec<(Role, String)>) {
    let (state, report) = (paper.state, &screen.report);
    // Drafts of past issues are no news here.
    let out: Vec<_> = report
        .left_out
        .iter()
        .filter(|(_, stage)| stage.issue().is_none())
        .collect();
    if !out.is_empty() {
        lines.push((
            Role::Head,
            words::STAYED_OUT.fill(state.lang, &[("n", &out.len())]),
        ));
        let names = &state.view.settings.review.stages;
        for (id, stage) in out {
            let why = problem::stage(*stage, names, state.lang);
            lines.push((Role::Text, format!("  {why}  {}", title_of(paper, id))));
        }
        lines.push((Role::Text, String::new()));
    }
    if !report.unread.is_empty() {
        lines.push((
            Role::Head,
            words::UNREAD.fill(state.lang, &[("n", &report.unread.len())]),
        ));
        for problem in &report.unread {
            lines.push((Role::Bad, format!("  {}", problem.say(state.lang))));
        }
    }
}

fn report(paper: &mut Paper, area: Area, screen: &IssueScreen) {
    let lines = lines(paper, screen);
    let top = screen
        .row
        .min(lines.len().saturating_sub(usize::from(area.height)));
    for (row, (role, text)) in lines
        .iter()
        .skip(top)
        .take(usize::from(area.height))
        .enumerate()
    {
        paper.text(area.row(row as u16), *role, text);
    }
}
