//! The list of files that could not be read.

use super::effect::Effect;
use super::keymap::Action;
use super::state::{Screen, State};

/// Opens the list.
pub fn open(state: &mut State) {
    state.over.push(Screen::Problems(0));
}

/// A key on the list.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    let page = usize::from(state.size.height.saturating_sub(4)).max(1);
    let last = state.view.problems.len().saturating_sub(1);
    let Some(Screen::Problems(top)) = state.over.last_mut() else {
        return Vec::new();
    };
    match action {
        Action::Up => *top = top.saturating_sub(1),
        Action::Down => *top = (*top + 1).min(last),
        Action::PageUp => *top = top.saturating_sub(page),
        Action::PageDown => *top = (*top + page).min(last),
        Action::Reload => return vec![Effect::Load],
        Action::Back => {
            state.over.pop();
        }
        _ => {}
    }
    Vec::new()
}
