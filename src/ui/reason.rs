//! The line that asks why a finding is left, over the screen it was chosen on.

use super::paper::Paper;
use super::theme::Role;
use super::{proof, story};
use crate::app::keymap::Context;
use crate::app::proof::ReasonScreen;
use crate::app::state::Screen;
use crate::wording::proofreading as words;

/// Draws the screen below and the question; returns where the caret stands.
pub fn draw(paper: &mut Paper, screen: &ReasonScreen) -> (u16, u16) {
    let state = paper.state;
    match state.over.iter().rev().nth(1) {
        Some(Screen::Story(below)) => {
            story::draw(paper, below);
        }
        Some(Screen::Proof(below)) => proof::draw(paper, below),
        _ => {}
    }
    let (_, foot) = state.size.bottom(2);
    paper.fill(foot, Role::Text);
    let line = foot.row(0).inset(1);
    let used = paper.text(line, Role::Head, words::REASON.get(state.lang));
    let (_, inner) = line.left(used);
    let column = paper.field(inner, &screen.field, true, Role::Field);
    paper.foot(foot, Context::Reason);
    (column, line.y)
}
