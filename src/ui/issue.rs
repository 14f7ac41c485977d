//! The issue screen: what went in and what stayed out, or what to mend first.

use super::paper::Paper;
use super::queue::{headline_role, kind_name};
use super::theme::Role;
use crate::app::area::Area;
use crate::app::issue::IssueScreen;
use crate::app::issue::report::{self, MARGIN, Row};
use crate::domain::{DraftId, Fault, Stage};
use crate::wording::{problem, screens as words};

/// Draws the screen.
pub fn draw(paper: &mut Paper, screen: &IssueScreen) {
    let state = paper.state;
    let (bar, rest) = state.size.top(1);
    let (rest, foot) = rest.bottom(2);
    let standing = if screen.is_made() {
        screen.report.number.printed()
    } else {
        words::NOT_MADE.get(state.lang).to_owned()
    };
    paper.bar(bar, words::ISSUE.get(state.lang), &standing);
    let body = rest.inset(MARGIN).top(1).1;
    if screen.is_blocked() {
        blocked(paper, body, screen);
    } else {
        report(paper, body, screen);
    }
    if let [context, ..] = screen.contexts() {
        paper.foot(foot, *context);
    }
}

/// What has to be mended: fault, headline, id; the chosen one told in full below the list.
fn blocked(paper: &mut Paper, area: Area, screen: &IssueScreen) {
    let lang = paper.state.lang;
    let faults = &screen.report.blocked;
    let title = words::BLOCKED.fill(lang, &[("n", &faults.len())]);
    let used = paper.paragraph(area, Role::Bad, &title);
    let (_, rest) = area.top(used);
    let used = paper.paragraph(rest, Role::Faint, words::BLOCKED_HINT.get(lang));
    let (_, rest) = rest.top(used + 1);
    let (list, chosen) = rest.bottom(3);
    let ids = id_width(paper, area, faults.iter().map(|fault| &fault.draft));
    let widest = faults
        .iter()
        .map(|fault| paper.cells(problem::fault(fault.kind).get(lang)))
        .max();
    let what = widest.unwrap_or(0).min(area.width / 3) + 2;
    let height = usize::from(list.height).max(1);
    let top = (screen.row + 1).saturating_sub(height);
    let shown = faults.iter().enumerate().skip(top).take(height);
    for (line, (at, fault)) in (0u16..).zip(shown) {
        let row = list.row(line);
        let role = if at == screen.row {
            paper.fill(row, Role::Chosen);
            Role::Chosen
        } else {
            Role::Text
        };
        let (left, rest) = row.inset(1).left(what);
        paper.text(gap(left, 2), role, problem::fault(fault.kind).get(lang));
        headline_and_id(paper, rest, role, &fault.draft, ids);
    }
    if let Some(fault) = faults.get(screen.row) {
        told_in_full(paper, chosen.inset(1), fault);
    }
}

fn told_in_full(paper: &mut Paper, area: Area, fault: &Fault) {
    let lang = paper.state.lang;
    let (_, rest) = area.top(1);
    let used = paper.paragraph(rest, Role::Bad, problem::fault(fault.kind).get(lang));
    let (_, rest) = rest.top(used);
    let title = title_of(paper, &fault.draft);
    paper.text(rest, Role::Text, title);
}

/// What a draft is called; an empty one has no name but its id.
fn title_of<'a>(paper: &Paper<'a>, id: &DraftId) -> &'a str {
    let state = paper.state;
    let entry = state.view.entry(id);
    entry
        .map(|entry| entry.draft.title())
        .filter(|&title| title != id.as_str())
        .unwrap_or(words::NO_HEADLINE.get(state.lang))
}

/// The report from the row scrolled to.
fn report(paper: &mut Paper, area: Area, screen: &IssueScreen) {
    let rows = report::rows(paper.state, &screen.report);
    let height = usize::from(area.height);
    let top = screen.row.min(rows.len().saturating_sub(height));
    let out = rows.iter().filter_map(|row| match row {
        Row::Out(id, _) => Some(id),
        _ => None,
    });
    let ids = id_width(paper, area, out);
    for (at, row) in (0u16..).zip(rows.iter().skip(top).take(height)) {
        draw_row(paper, area.row(at), row, ids);
    }
}

/// Draws one row; `ids` are the cells kept for ids.
fn draw_row(paper: &mut Paper, area: Area, row: &Row, ids: u16) {
    let (role, text) = match row {
        Row::Blank => return,
        Row::Item(place, id) => return item(paper, area, *place, id),
        Row::Out(id, stage) => return out(paper, area, id, *stage, ids),
        Row::Head(text) => (Role::Head, text),
        Row::Done(text) => (Role::Good, text),
        Row::Trouble(text) => (Role::Bad, text),
        Row::Said(text) => (Role::Text, text),
    };
    paper.text(area, role, text);
}

/// A draft in the issue: place in it, kind, place line, headline, 字数, names.
fn item(paper: &mut Paper, area: Area, place: usize, id: &DraftId) {
    let state = paper.state;
    let columns = item_columns(area.width);
    let (number, rest) = area.left(4);
    paper.right(gap(number, 1), Role::Faint, &place.to_string());
    let Some(at) = state.view.position(id) else {
        paper.text(rest, Role::Text, id.as_str());
        return;
    };
    let (draft, row) = (&state.view.entries[at].draft, &state.view.rows[at]);
    let (kind, rest) = rest.left(7);
    paper.text(
        gap(kind, 1),
        Role::Faint,
        kind_name(draft.kind, &draft.label, state.lang),
    );
    let (place_line, rest) = rest.left(columns.place);
    paper.text(gap(place_line, 1), Role::Text, &draft.place);
    let (headline, rest) = rest.left(rest.width.saturating_sub(columns.names + 7));
    paper.text(gap(headline, 1), headline_role(draft), draft.title());
    let (chars, names) = rest.left(7);
    let count = row.zishu.to_string();
    paper.right(gap(chars, 1), Role::Text, &count);
    paper.text(names, Role::Faint, &row.names);
}

struct ItemColumns {
    place: u16,
    names: u16,
}

/// Widths of what gives way on a narrow screen; 0 leaves the place out.
fn item_columns(width: u16) -> ItemColumns {
    let (place, names) = match width {
        0..=67 => (0, 13),
        68..=91 => (11, 14),
        92..=115 => (15, 23),
        _ => (19, 30),
    };
    ItemColumns { place, names }
}

/// A draft that stayed out: stage, headline, id.
fn out(paper: &mut Paper, area: Area, id: &DraftId, stage: Stage, ids: u16) {
    let state = paper.state;
    let names = &state.view.settings.review.stages;
    let (_, rest) = area.left(2);
    let (why, rest) = rest.left(10);
    let stage = problem::stage(stage, names, state.lang);
    paper.text(gap(why, 1), Role::Text, &stage);
    headline_and_id(paper, rest, Role::Text, id, ids);
}

/// A headline, or the first words, and the id at the right, which is never cut for it.
fn headline_and_id(paper: &mut Paper, area: Area, role: Role, id: &DraftId, width: u16) {
    let (headline, name) = area.left(area.width.saturating_sub(width));
    let title = title_of(paper, id);
    paper.text(gap(headline, 2), role, title);
    let faint = if role == Role::Text {
        Role::Faint
    } else {
        role
    };
    paper.text(name, faint, id.as_str());
}

/// Cells for the longest of some ids, over at most two fifths of an area.
fn id_width<'i>(paper: &Paper, area: Area, ids: impl IntoIterator<Item = &'i DraftId>) -> u16 {
    let widest = ids.into_iter().map(|id| paper.cells(id.as_str())).max();
    widest.unwrap_or(0).min(area.width * 2 / 5)
}

/// A column without the blanks that part it from the next.
fn gap(area: Area, blanks: u16) -> Area {
    Area {
        width: area.width.saturating_sub(blanks),
        ..area
    }
}
