//! The diff screen, and rows of differences wherever they are shown.

use super::paper::Paper;
use super::theme::Role;
use crate::app::area::Area;
use crate::app::diff::{DiffScreen, layout};
use crate::app::differences::{GUTTER, Line, Row};
use crate::app::keymap::Context;
use crate::domain::Version;
use crate::text::diff::Side;
use crate::text::draft_diff;
use crate::wording::{problem, review as words};

/// Draws the screen.
pub fn draw(paper: &mut Paper, screen: &DiffScreen) {
    let state = paper.state;
    let (bar, rule, body, foot) = layout(state.size);
    let title = state
        .view
        .entry(&screen.id)
        .map_or("", |entry| entry.draft.title());
    let left = format!("{}  {title}", words::DIFF.get(state.lang));
    paper.bar(bar, &left, "");
    heads(paper, rule, screen);
    let rows = screen.rows(state);
    if rows.is_empty() {
        let told = why_empty(paper, screen);
        paper.text(body.row(0), Role::Faint, &told);
    }
    draw_rows(paper, body, &rows, screen.top);
    paper.foot(foot, Context::Diff);
}

fn why_empty(paper: &Paper, screen: &DiffScreen) -> String {
    let lang = paper.state.lang;
    let missing = [screen.from, screen.to]
        .into_iter()
        .find(|&v| !screen.has(v));
    match missing {
        _ if screen.past.is_none() => words::LOOKING.get(lang).to_owned(),
        Some(version) => {
            let version = words::version(version).get(lang);
            words::NO_VERSION.fill(lang, &[("version", &version)])
        }
        None => words::SAME.get(lang).to_owned(),
    }
}

/// The two states: over the rows, or each over its column.
fn heads(paper: &mut Paper, area: Area, screen: &DiffScreen) {
    let lang = paper.state.lang;
    let name = |version: Version| {
        let name = words::version(version).get(lang);
        let at = screen.past.as_ref().and_then(|past| past.of(version));
        let at = at.map_or(String::new(), |s| words::moment(&s.at));
        format!("{name} {at}").trim_end().to_owned()
    };
    let (from, to) = (name(screen.from), name(screen.to));
    let (added, removed) = draft_diff::size(&screen.sections);
    let size = words::SIZE.fill(lang, &[("added", &added), ("removed", &removed)]);
    if !screen.sides {
        let both = words::FROM_TO.fill(lang, &[("from", &from), ("to", &to)]);
        return paper.strip(area, Role::Rule, &both, &size);
    }
    paper.strip(area, Role::Rule, "", "");
    let (left, right) = columns(area.inset(2));
    paper.text(left, Role::Rule, &from);
    paper.text(right, Role::Rule, &to);
}

/// Two columns with a gutter between.
fn columns(area: Area) -> (Area, Area) {
    let width = area.width.saturating_sub(GUTTER) / 2;
    let (left, rest) = area.left(width);
    (left, rest.left(GUTTER).1.left(width).0)
}

/// Draws rows of differences from the `top`-th.
pub fn draw_rows(paper: &mut Paper, area: Area, rows: &[Row], top: usize) {
    let height = usize::from(area.height);
    let top = top.min(rows.len().saturating_sub(height));
    for (at, row) in (0u16..).zip(rows.iter().skip(top).take(height)) {
        let area = area.row(at);
        match row {
            Row::Head(field) => {
                let name = problem::field(*field).get(paper.state.lang);
                paper.text(area, Role::Head, name);
            }
            Row::Same(n) => {
                let told = words::SAME_PARAGRAPHS.fill(paper.state.lang, &[("n", n)]);
                paper.text(area, Role::Faint, &told);
            }
            Row::Inline(cuts) => line(paper, area, cuts),
            Row::Sides(old, new) => {
                let (left, right) = columns(area);
                line(paper, left, old);
                line(paper, right, new);
            }
        }
    }
}

fn line(paper: &mut Paper, area: Area, line: &Line) {
    let (_, area) = area.left(line.indent);
    let pieces: Vec<(Role, &str)> = line
        .cuts
        .iter()
        .map(|cut| (role(cut.side), cut.text.as_str()))
        .collect();
    paper.line(area, &pieces);
}

fn role(side: Side) -> Role {
    match side {
        Side::Both => Role::Text,
        Side::Old => Role::Gone,
        Side::New => Role::New,
    }
}
