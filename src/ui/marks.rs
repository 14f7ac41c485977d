//! Findings in the story: underlined where they stand, an error in bold, the gravest of a row named
//! by a letter in the margin; the one under the caret told on the line of notices.

use std::ops::Range;

use ratatui::style::{Modifier, Style};

use super::paper::Paper;
use super::theme::Role;
use crate::app::area::Area;
use crate::app::field::LineField;
use crate::app::keymap::{Action, BINDINGS, Context};
use crate::app::story::StoryScreen;
use crate::domain::Field;
use crate::proof::{Finding, Gauge, Severity};
use crate::wording::{Lang, Said, Text, proofreading as words};

/// The role of a severity.
pub fn role(severity: Severity) -> Role {
    match severity {
        Severity::Error => Role::Bad,
        Severity::Warning => Role::Waiting,
        Severity::Hint => Role::Head,
    }
}

/// The letter of a severity.
pub fn letter(severity: Severity) -> Text {
    match severity {
        Severity::Error => words::MARK_ERROR,
        Severity::Warning => words::MARK_WARNING,
        Severity::Hint => words::MARK_HINT,
    }
}

/// The word for a severity.
pub fn name(severity: Severity) -> Text {
    match severity {
        Severity::Error => words::ERROR,
        Severity::Warning => words::WARNING,
        Severity::Hint => words::HINT,
    }
}

/// Weight against limit, as an estimate.
pub fn gauge(lang: Lang, gauge: &Gauge) -> String {
    let holes: [(&str, &dyn std::fmt::Display); 2] =
        [("weight", &gauge.weight()), ("limit", &gauge.limit())];
    words::GAUGE.fill(lang, &holes)
}

/// What is laid over a finding.
pub fn style(paper: &Paper, severity: Severity) -> Style {
    let style = Style::new().add_modifier(Modifier::UNDERLINED);
    let style = match severity {
        Severity::Error => style.add_modifier(Modifier::BOLD),
        Severity::Warning | Severity::Hint => style,
    };
    match paper.style(role(severity)).fg {
        Some(colour) => style.fg(colour),
        None => style,
    }
}

/// A place where nothing stands is marked on the character after it, or the last one.
pub fn seen(text: &str, span: &Range<usize>) -> Range<usize> {
    if !span.is_empty() {
        return span.clone();
    }
    let next = text.get(span.start..).and_then(|rest| rest.chars().next());
    if let Some(c) = next {
        return span.start..span.start + c.len_utf8();
    }
    let last = text.chars().next_back().map_or(0, char::len_utf8);
    text.len() - last..text.len()
}

/// Marks the rows of the text in view.
pub fn body(paper: &mut Paper, area: Area, screen: &StoryScreen) {
    let rows: Vec<_> = screen.body.rows_in_view().collect();
    let visible = screen.body.visible();
    let mut known: (usize, Vec<Finding>) = (usize::MAX, Vec::new());
    for (y, ((paragraph, bytes), row)) in (0u16..).zip(rows.into_iter().zip(visible)) {
        if known.0 != paragraph {
            known = (paragraph, screen.open_in_paragraph(paragraph));
        }
        let line = &screen.body.paragraphs()[paragraph];
        let mut gravest = None;
        for one in &known.1 {
            let span = seen(line, &one.span);
            let (start, end) = (span.start.max(bytes.start), span.end.min(bytes.end));
            if start < end {
                let within = start - bytes.start..end - bytes.start;
                let (_, at) = area.row(y).left(row.indent);
                mark(paper, at, row.text, within, one.severity);
                gravest = Some(gravest.map_or(one.severity, |other| one.severity.min(other)));
            }
        }
        if let Some(severity) = gravest {
            let margin = Area {
                x: area.x + area.width,
                width: 2,
                ..area.row(y)
            };
            let letter = letter(severity).get(paper.state.lang);
            paper.text(margin, role(severity), letter);
        }
    }
}

/// Marks the one-line fields.
pub fn fields(paper: &mut Paper, area: Area, screen: &StoryScreen) {
    let rows = [(1, Field::Place), (2, Field::Headline), (3, Field::Deck)];
    for (row, field) in rows {
        let Some(line) = screen.display(field) else {
            continue;
        };
        let (_, inner) = area.row(row).left(screen.label_cells);
        let (from, text) = shown(line, screen.focus == field);
        for one in screen.open_in(field) {
            let span = seen(line.text(), &one.span);
            let (start, end) = (span.start.max(from), span.end.min(from + text.len()));
            if start < end {
                mark(paper, inner, text, start - from..end - from, one.severity);
            }
        }
    }
}

/// The part of a field that is drawn and the byte that it begins at.
fn shown(line: &LineField, focused: bool) -> (usize, &str) {
    if !focused {
        return (0, line.text());
    }
    let part = line.visible();
    let before = part.as_ptr().addr() - line.text().as_ptr().addr();
    (before, part)
}

/// Marks a span of a text that is drawn in an area.
fn mark(paper: &mut Paper, area: Area, text: &str, span: Range<usize>, severity: Severity) {
    let (Some(before), Some(found)) = (text.get(..span.start), text.get(span)) else {
        return;
    };
    let (_, at) = area.left(paper.cells(before));
    let (cells, _) = at.left(paper.cells(found).max(1));
    let style = style(paper, severity);
    let canvas = paper.canvas();
    for x in cells.x..cells.x + cells.width {
        if let Some(cell) = canvas.buf.cell_mut((x, cells.y)) {
            // What is selected keeps its colours.
            let chosen = cell.bg != ratatui::style::Color::Reset
                || cell.modifier.contains(Modifier::REVERSED);
            let style = if chosen {
                Style { fg: None, ..style }
            } else {
                style
            };
            cell.set_style(style);
        }
    }
}

/// Tells the finding under the caret, where nothing else was said.
pub fn status(paper: &mut Paper, foot: Area, screen: &StoryScreen) {
    if paper.state.notice.is_some() {
        return;
    }
    let Some(found) = screen.under_caret() else {
        return;
    };
    let lang = paper.state.lang;
    let (severity, why) = (name(found.severity).get(lang), found.say(lang));
    let sentence = match found.replacements.first() {
        Some(new) => {
            let (key, new) = (accept_key(), replaced(&new.text, lang));
            let holes: [(&str, &dyn std::fmt::Display); 4] = [
                ("severity", &severity),
                ("why", &why),
                ("key", &key),
                ("new", &new),
            ];
            words::HERE_INSTEAD.fill(lang, &holes)
        }
        None => words::HERE.fill(lang, &[("severity", &severity), ("why", &why)]),
    };
    paper.notice(foot, role(found.severity), &sentence);
}

/// A replacement as it is told: in quotes, or that the passage goes.
pub fn replaced(text: &str, lang: Lang) -> String {
    if text.is_empty() {
        words::REMOVED.get(lang).to_owned()
    } else {
        format!("“{text}”")
    }
}

/// The key that accepts a finding in the story.
fn accept_key() -> String {
    let binding = BINDINGS
        .iter()
        .find(|b| b.context == Context::Story && b.action == Action::Accept);
    let name = binding.and_then(|binding| binding.keys.first());
    let key = name.and_then(|name| name.parse::<crate::app::key::Key>().ok());
    key.map_or(String::new(), |key| key.to_string())
}
