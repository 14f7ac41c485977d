//! Help: the keys of the screen below, from the table that dispatches them.

use super::paper::Paper;
use super::theme::Role;
use crate::app::area::Area;
use crate::app::keymap::{self, Context};
use crate::wording::screens as words;

/// Draws the keys from the `top`-th line.
pub fn draw(paper: &mut Paper, top: usize) {
    let state = paper.state;
    let (bar, rest) = state.size.top(1);
    let (rest, foot) = rest.bottom(2);
    paper.bar(bar, words::HELP.get(state.lang), "");
    let lines = lines(paper);
    let area = rest.inset(2);
    let top = top.min(lines.len().saturating_sub(usize::from(area.height)));
    for (row, (keys, sentence)) in lines
        .iter()
        .skip(top)
        .take(usize::from(area.height))
        .enumerate()
    {
        line(paper, area.row(row as u16), keys, sentence);
    }
    paper.foot(foot, Context::Help);
}

/// Keys and sentences; a line without keys is a head.
fn lines(paper: &Paper) -> Vec<(String, &'static str)> {
    let state = paper.state;
    let contexts = state.screen_contexts();
    let own: Vec<Context> = contexts
        .iter()
        .copied()
        .filter(|&c| c != Context::Text)
        .collect();
    let mut lines = keymap::help(&own, state.lang);
    if contexts.contains(&Context::Text) {
        lines.push((String::new(), ""));
        lines.push((String::new(), words::HELP_TEXT.get(state.lang)));
        lines.extend(keymap::help(&[Context::Text], state.lang));
    }
    lines
}

fn line(paper: &mut Paper, area: Area, keys: &str, sentence: &str) {
    if keys.is_empty() {
        paper.text(area, Role::Head, sentence);
        return;
    }
    let (left, right) = area.left((area.width / 3).clamp(18, 34));
    paper.text(
        Area {
            width: left.width.saturating_sub(1),
            ..left
        },
        Role::Key,
        keys,
    );
    paper.text(right, Role::Text, sentence);
}
