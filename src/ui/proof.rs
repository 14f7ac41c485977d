//! The proof screen: findings by draft, the chosen one in full below.

use std::ops::Range;

use super::marks;
use super::paper::Paper;
use super::theme::Role;
use crate::app::area::Area;
use crate::app::keymap::Context;
use crate::app::proof::{ProofRow, ProofScreen, chosen, layout};
use crate::app::proofs::{Found, Tally, inside, text};
use crate::domain::{DraftId, Entry};
use crate::proof::rules::RULES;
use crate::text::wrap;
use crate::wording::{Said, proofreading as words};

/// Bytes of a line that are shown around a passage, at most.
const AROUND: usize = 600;

/// Draws the screen.
pub fn draw(paper: &mut Paper, screen: &ProofScreen) {
    let areas = layout(paper.state.size);
    bar(paper, areas.bar, screen);
    list(paper, areas.list, screen);
    detail(paper, areas.rule, areas.detail, screen);
    paper.foot(areas.foot, Context::Proof);
}

fn bar(paper: &mut Paper, area: Area, screen: &ProofScreen) {
    let lang = paper.state.lang;
    let drafts = screen.rows.iter();
    let drafts = drafts.filter(|row| matches!(row, ProofRow::Draft { .. }));
    let scope = match &screen.only {
        Some(id) => title(paper, id).to_owned(),
        None => words::ALL_DRAFTS.fill(lang, &[("n", &drafts.count())]),
    };
    let left = format!("{}  {scope}", words::PROOF.get(lang));
    let gauge = match screen.only {
        Some(_) => words::GAUGE,
        None => words::ISSUE_GAUGE,
    };
    let holes: [(&str, &dyn std::fmt::Display); 2] = [
        ("weight", &screen.gauge.weight()),
        ("limit", &screen.gauge.limit()),
    ];
    paper.bar(area, &left, &gauge.fill(lang, &holes));
}

fn title<'a>(paper: &Paper<'a>, id: &DraftId) -> &'a str {
    let entry = paper.state.view.entry(id);
    entry.map_or("", |entry| entry.draft.title())
}

fn list(paper: &mut Paper, area: Area, screen: &ProofScreen) {
    let lang = paper.state.lang;
    if screen.rows.is_empty() {
        let said = if screen.waiting > 0 {
            words::WAITING.fill(lang, &[("n", &screen.waiting)])
        } else {
            words::NOTHING.get(lang).to_owned()
        };
        paper.paragraph(area.inset(2).top(1).1, Role::Text, &said);
        return;
    }
    let rows = screen.rows.iter().enumerate().skip(screen.top);
    for (line, (at, row)) in (0..area.height).zip(rows) {
        let area = area.row(line);
        match row {
            ProofRow::Draft { id, tally } => head(paper, area, id, *tally),
            ProofRow::Finding { id, at: found, .. } => {
                finding(paper, area, id, *found, at == screen.cursor);
            }
        }
    }
}

/// The name of a draft and how much was found in it.
fn head(paper: &mut Paper, area: Area, id: &DraftId, tally: Tally) {
    let lang = paper.state.lang;
    let holes: [(&str, &dyn std::fmt::Display); 3] = [
        ("errors", &tally.errors),
        ("warnings", &tally.warnings),
        ("hints", &tally.hints),
    ];
    let counts = words::COUNTS.fill(lang, &holes);
    let inner = area.inset(1);
    let room = inner.width.saturating_sub(paper.cells(&counts) + 2);
    paper.text(inner.left(room).0, Role::Strong, title(paper, id));
    paper.right(inner, Role::Faint, &counts);
}

/// A finding: how grave, the passage in its line, why.
fn finding(paper: &mut Paper, area: Area, id: &DraftId, at: usize, chosen: bool) {
    let state = paper.state;
    let lang = state.lang;
    let found = state
        .proofs
        .of(id)
        .and_then(|proofed| proofed.found.get(at));
    let (Some(found), Some(entry)) = (found, state.view.entry(id)) else {
        return;
    };
    if chosen {
        paper.fill(area, Role::Chosen);
    }
    let role = |role: Role| if chosen { Role::Chosen } else { role };
    let severity = found.finding.severity;
    let (letter, own) = match found.left {
        Some(_) => (words::MARK_LEFT, Role::Faint),
        None => (marks::letter(severity), marks::role(severity)),
    };
    let (mark, rest) = area.inset(1).left(6);
    paper.text(mark.left(2).1, role(own), letter.get(lang));
    let (passage, why) = rest.left(rest.width * 3 / 5);
    let passage = Area {
        width: passage.width.saturating_sub(2),
        ..passage
    };
    context(paper, passage, entry, found, chosen);
    paper.text(why, role(Role::Faint), &found.finding.say(lang));
}

/// The line around a finding on one row, the passage marked and about in the middle.
fn context(paper: &mut Paper, area: Area, entry: &Entry, found: &Found, chosen: bool) {
    let field = text(&entry.draft, found.finding.field);
    let Some(line) = field.get(found.line.clone()) else {
        return;
    };
    let span = marks::seen(line, &inside(&found.finding.span, &found.line));
    let (Some(before), Some(it), Some(after)) = (
        line.get(..span.start),
        line.get(span.clone()),
        line.get(span.end..),
    ) else {
        return;
    };
    let room = area.width.saturating_sub(paper.cells(it)) / 2;
    let before = tail(paper, before, room);
    let plain = if chosen { Role::Chosen } else { Role::Text };
    let used = paper.text(area, plain, &before);
    let (_, rest) = area.left(used);
    let style = marks::style(paper, found.finding.severity);
    let style = if chosen {
        let mut style = paper.style(Role::Chosen);
        style.add_modifier |= ratatui::style::Modifier::UNDERLINED;
        style
    } else if found.left.is_some() {
        paper.style(Role::Field)
    } else {
        style
    };
    let used = paper.styled(rest, style, it);
    let (_, rest) = rest.left(used);
    let mut end = after.len().min(AROUND);
    while !after.is_char_boundary(end) {
        end -= 1;
    }
    paper.text(rest, plain, &after[..end]);
}

/// The end of a text that fits, with a sign where more stands before it.
fn tail(paper: &Paper, text: &str, room: u16) -> String {
    let mut start = text.len().saturating_sub(AROUND);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let mut cut = &text[start..];
    if start == 0 && paper.cells(cut) <= room {
        return cut.to_owned();
    }
    while paper.cells(cut) + 2 > room && !cut.is_empty() {
        let first = cut.chars().next().map_or(0, char::len_utf8);
        cut = &cut[first..];
    }
    format!("..{cut}")
}

/// The chosen finding in full: why, by which rule, its paragraph, what could stand there.
fn detail(paper: &mut Paper, rule: Area, area: Area, screen: &ProofScreen) {
    let lang = paper.state.lang;
    let Some((entry, found)) = chosen(paper.state, screen) else {
        paper.strip(rule, Role::Rule, "", "");
        return;
    };
    let severity = marks::name(found.finding.severity).get(lang);
    let why = found.finding.say(lang);
    let told = words::WHY.fill(lang, &[("severity", &severity), ("why", &why)]);
    let name = found.finding.rule;
    let clause = RULES.iter().find(|rule| rule.name() == name);
    let clause = clause.map_or("", |rule| rule.clause());
    let by = words::RULE.fill(lang, &[("rule", &name), ("clause", &clause)]);
    let fits = paper.cells(&told) + paper.cells(&by) + 4 <= rule.width;
    paper.strip(rule, Role::Rule, &told, if fits { &by } else { clause });
    let (passage, below) = area.inset(2).bottom(2);
    paragraph(paper, passage, entry, found);
    let mut rest = below;
    if found.left.is_none() && found.finding.replacements.is_empty() {
        paper.text(rest.row(0), Role::Faint, words::NO_REPLACEMENT.get(lang));
    } else if found.left.is_none() {
        replacements(paper, rest.row(0), found, screen.choice);
    } else {
        left(paper, rest.row(0), entry, found);
    }
    (_, rest) = rest.top(1);
    let waiting = screen.waiting;
    if waiting > 0 {
        let told = words::WAITING.fill(lang, &[("n", &waiting)]);
        paper.text(rest.row(0), Role::Faint, &told);
    }
}

/// What could stand there, the chosen one marked.
fn replacements(paper: &mut Paper, area: Area, found: &Found, choice: usize) {
    let lang = paper.state.lang;
    let used = paper.text(area, Role::Head, words::INSTEAD.get(lang));
    let (_, mut rest) = area.left(used);
    for (at, new) in found.finding.replacements.iter().enumerate() {
        let role = if at == choice {
            Role::Chosen
        } else {
            Role::Text
        };
        let told = format!(" {} ", marks::replaced(&new.text, lang));
        let used = paper.text(rest, role, &told);
        (_, rest) = rest.left(used + 1);
    }
}

/// Who left it, when and why.
fn left(paper: &mut Paper, area: Area, entry: &Entry, found: &Found) {
    let lang = paper.state.lang;
    let left = found.left.and_then(|at| entry.draft.left.get(at));
    let Some(left) = left else { return };
    let or = |text: &str, other: crate::wording::Text| {
        let text = if text.is_empty() {
            other.get(lang)
        } else {
            text
        };
        text.to_owned()
    };
    let day: String = left.at.chars().take(16).collect();
    let (by, at) = (
        or(&left.by, words::ME),
        or(&day.replace('T', " "), words::JUST_NOW),
    );
    let why = or(&left.why, words::NO_REASON);
    let holes: [(&str, &dyn std::fmt::Display); 3] = [("by", &by), ("at", &at), ("why", &why)];
    paper.text(area, Role::Waiting, &words::LEFT_BY.fill(lang, &holes));
}

/// The paragraph of a finding, as much of it as fits, the passage marked and in view.
fn paragraph(paper: &mut Paper, area: Area, entry: &Entry, found: &Found) {
    let width = area.width.min(84);
    let area = Area { width, ..area };
    let field = text(&entry.draft, found.finding.field);
    let Some(line) = field.get(found.line.clone()) else {
        return;
    };
    let span = marks::seen(line, &inside(&found.finding.span, &found.line));
    let part = around(line, &span);
    let (text, span) = (
        &line[part.clone()],
        span.start - part.start..span.end - part.start,
    );
    let rows = wrap::wrap(text, usize::from(width), 0, paper.state.ambiguous);
    let at = rows
        .iter()
        .position(|row| row.end > span.start)
        .unwrap_or(0);
    let height = usize::from(area.height);
    let top = at
        .saturating_sub(height / 2)
        .min(rows.len().saturating_sub(height));
    let style = marks::style(paper, found.finding.severity);
    for (y, row) in (0..area.height).zip(&rows[top..]) {
        let cut = |at: usize| at.clamp(row.start, row.end);
        let (start, end) = (cut(span.start), cut(span.end));
        let mut rest = area.row(y);
        for (from, to, marked) in [
            (row.start, start, false),
            (start, end, true),
            (end, row.end, false),
        ] {
            let plain = paper.style(Role::Text);
            let piece = text.get(from..to).unwrap_or("");
            let used = paper.canvas().text(
                rest.x,
                rest.y,
                rest.width,
                piece,
                if marked { style } else { plain },
            );
            (_, rest) = rest.left(used);
        }
    }
}

/// The part of a long line around a span.
fn around(line: &str, span: &Range<usize>) -> Range<usize> {
    let mut start = span.start.saturating_sub(2 * AROUND);
    let mut end = (span.end + 2 * AROUND).min(line.len());
    while !line.is_char_boundary(start) {
        start -= 1;
    }
    while !line.is_char_boundary(end) {
        end += 1;
    }
    start..end
}
