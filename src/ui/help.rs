//! Help: the keys of the screen below, from the table that dispatches them.

use super::paper::Paper;
use super::theme::Role;
use crate::app::area::Area;
use crate::app::keymap::Context;
use crate::wording::screens as words;

/// One row on the screen.
enum Row {
    /// What the rows below are about, or a blank.
    Head(&'static str),
    /// Some keys and a part of what they do.
    Keys(String, &'static str),
}

/// Draws the keys from the `top`-th row; the lowest row says how much is below it.
pub fn draw(paper: &mut Paper, top: usize) {
    let state = paper.state;
    let (bar, rest) = state.size.top(1);
    let (rest, foot) = rest.bottom(2);
    paper.bar(bar, words::HELP.get(state.lang), "");
    let area = rest.inset(2);
    let columns = columns(area);
    let rows = rows(paper, columns.0.width, columns.1.width);
    let height = usize::from(area.height);
    let top = top.min(rows.len().saturating_sub(height));
    let below = rows.len() - top > height;
    let shown = if below { height - 1 } else { height };
    for (at, row) in (0u16..).zip(rows.iter().skip(top).take(shown)) {
        match row {
            Row::Head(head) => {
                paper.text(area.row(at), Role::Head, head);
            }
            Row::Keys(keys, sentence) => {
                paper.text(columns.0.row(at), Role::Key, keys);
                paper.text(columns.1.row(at), Role::Text, sentence);
            }
        }
    }
    if below {
        let left = rows.len() - top - shown;
        let sentence = words::HELP_MORE.fill(state.lang, &[("n", &left)]);
        paper.text(area.row(area.height - 1), Role::Waiting, &sentence);
    }
    paper.foot(foot, Context::Help);
}

/// The column of the keys and that of the sentences.
fn columns(area: Area) -> (Area, Area) {
    let (keys, sentences) = area.left((area.width / 3).clamp(18, 34));
    let keys = Area {
        width: keys.width - 2,
        ..keys
    };
    (keys, sentences)
}

/// All rows, keys and sentences wrapped into columns of so many cells.
fn rows(paper: &Paper, keys: u16, sentences: u16) -> Vec<Row> {
    let state = paper.state;
    let contexts = state.screen_contexts();
    let own: Vec<Context> = contexts
        .iter()
        .copied()
        .filter(|&context| context != Context::Text)
        .collect();
    let mut rows = Vec::new();
    let lines = state.keymap.help(&own, state.lang);
    for (names, sentence) in &lines {
        wrapped(paper, &mut rows, (names, keys), (sentence, sentences));
    }
    if contexts.contains(&Context::Text) {
        rows.push(Row::Head(""));
        rows.push(Row::Head(words::HELP_TEXT.get(state.lang)));
        for (mut names, sentence) in state.keymap.help(&[Context::Text], state.lang) {
            // The screen answers before the text under its caret.
            names.retain(|name| !lines.iter().any(|(taken, _)| taken.contains(name)));
            if !names.is_empty() {
                wrapped(paper, &mut rows, (&names, keys), (sentence, sentences));
            }
        }
    }
    rows
}

/// Adds the rows of some keys and their sentence; a key's name is never broken.
fn wrapped(
    paper: &Paper,
    rows: &mut Vec<Row>,
    (names, keys): (&[String], u16),
    (sentence, sentences): (&'static str, u16),
) {
    let mut lines: Vec<String> = Vec::new();
    for name in names {
        match lines.last_mut() {
            Some(line) if paper.cells(line) + 2 + paper.cells(name) <= keys => {
                line.push_str("  ");
                line.push_str(name);
            }
            _ => lines.push(name.clone()),
        }
    }
    let said = paper.rows(sentence, sentences);
    for at in 0..lines.len().max(said.len()) {
        let keys = lines.get(at).cloned().unwrap_or_default();
        rows.push(Row::Keys(keys, said.get(at).copied().unwrap_or_default()));
    }
}
