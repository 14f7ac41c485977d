//! The first start in an empty folder.

use super::paper::Paper;
use super::theme::Role;
use crate::app::keymap::Context;
use crate::wording::screens as words;

/// Draws the explanation and the offer.
pub fn draw(paper: &mut Paper, folder: &str) {
    let state = paper.state;
    let lang = state.lang;
    let (bar, rest) = state.size.top(1);
    let (rest, foot) = rest.bottom(2);
    paper.bar(bar, words::WELCOME.get(lang), "");
    let mut rest = rest.inset(4).top(1).1;
    rest.width = rest.width.min(76);
    let place = words::WELCOME_2.fill(lang, &[("folder", &folder)]);
    let told = [
        (Role::Text, words::WELCOME_1.get(lang)),
        (Role::Strong, place.as_str()),
        (Role::Text, words::WELCOME_3.get(lang)),
        (Role::Faint, words::WELCOME_4.get(lang)),
    ];
    for (role, sentence) in told {
        let used = paper.paragraph(rest, role, sentence);
        (_, rest) = rest.top(used + 1);
    }
    paper.foot(foot, Context::Welcome);
}
