//! Drawing: one file a screen, colours by role in one theme, all text through one canvas.
//!
//! Drawing changes nothing. It must not know files, git, workers or the terminal itself.

mod byline;
pub mod canvas;
mod diff;
mod help;
mod import;
mod issue;
mod marks;
mod notes;
mod paper;
mod problems;
mod proof;
pub mod prose;
mod queue;
mod reason;
mod review;
mod story;
pub mod theme;
mod welcome;

use ratatui::buffer::Buffer;

use crate::app::area::Area;
use crate::app::state::{Phase, Screen, State};
use crate::wording::{desk, screens as words};
use paper::Paper;
use theme::{Role, Theme};

/// Draws the state and returns where the caret stands (column, row), where text is typed.
pub fn draw(state: &State, theme: Theme, buf: &mut Buffer) -> Option<(u16, u16)> {
    let mut paper = Paper::new(state, theme, buf);
    let (width, height) = Area::SMALLEST;
    if state.size.width < width || state.size.height < height {
        too_small(&mut paper);
        return None;
    }
    if let Some(top) = state.help {
        help::draw(&mut paper, top);
        return None;
    }
    match (&state.phase, state.over.last()) {
        (Phase::Welcome(folder), _) => welcome::draw(&mut paper, folder),
        (Phase::Loading, _) => loading(&mut paper),
        (Phase::Open, None) => return queue::draw(&mut paper),
        (Phase::Open, Some(Screen::Story(screen))) => return story::draw(&mut paper, screen),
        (Phase::Open, Some(Screen::Byline(screen))) => return byline::draw(&mut paper, screen),
        (Phase::Open, Some(Screen::Ask(screen))) => {
            return Some(import::draw_ask(&mut paper, screen));
        }
        (Phase::Open, Some(Screen::Import(screen))) => import::draw(&mut paper, screen),
        (Phase::Open, Some(Screen::Issue(screen))) => issue::draw(&mut paper, screen),
        (Phase::Open, Some(Screen::Problems(top))) => problems::draw(&mut paper, *top),
        (Phase::Open, Some(Screen::Review(screen))) => return review::draw(&mut paper, screen),
        (Phase::Open, Some(Screen::Diff(screen))) => diff::draw(&mut paper, screen),
        (Phase::Open, Some(Screen::Notes(screen))) => return notes::draw(&mut paper, screen),
        (Phase::Open, Some(Screen::Proof(screen))) => proof::draw(&mut paper, screen),
        (Phase::Open, Some(Screen::Reason(screen))) => {
            return Some(reason::draw(&mut paper, screen));
        }
    }
    None
}

fn too_small(paper: &mut Paper) {
    let size = paper.state.size;
    let sentence =
        desk::TOO_SMALL.fill(paper.state.lang, &[("w", &size.width), ("h", &size.height)]);
    paper.paragraph(size, Role::Text, &sentence);
}

fn loading(paper: &mut Paper) {
    let (bar, rest) = paper.state.size.top(1);
    paper.bar(bar, words::DESK.get(paper.state.lang), "");
    let (_, rest) = rest.top(1);
    paper.text(
        rest.inset(2).row(0),
        Role::Text,
        desk::LOADING.get(paper.state.lang),
    );
}
