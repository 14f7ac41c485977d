//! The list of files that could not be read.

use super::paper::Paper;
use super::theme::Role;
use crate::app::keymap::Context;
use crate::wording::{Said, screens as words};

/// Draws the list from its `top`-th file.
pub fn draw(paper: &mut Paper, top: usize) {
    let state = paper.state;
    let (bar, rest) = state.size.top(1);
    let (rest, foot) = rest.bottom(2);
    let count = state.view.problems.len().to_string();
    paper.bar(bar, words::PROBLEMS.get(state.lang), &count);
    let mut rest = rest.inset(2);
    let used = paper.paragraph(
        rest.top(3).0,
        Role::Faint,
        words::PROBLEMS_HINT.get(state.lang),
    );
    (_, rest) = rest.top(used + 1);
    for problem in state.view.problems.iter().skip(top) {
        if rest.height == 0 {
            break;
        }
        let used = paper.paragraph(rest, Role::Text, &problem.say(state.lang));
        (_, rest) = rest.top(used + 1);
    }
    paper.foot(foot, Context::Problems);
}
