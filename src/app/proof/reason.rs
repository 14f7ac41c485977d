//! Why a finding is left: one line, asked over the screen it was chosen on.

use super::change;
use crate::app::area::Area;
use crate::app::editing;
use crate::app::effect::Effect;
use crate::app::field::LineField;
use crate::app::keymap::Action;
use crate::app::prose::Edit;
use crate::app::state::{Screen, State};
use crate::app::story;
use crate::domain::settings::AmbiguousCells;
use crate::domain::{DraftId, Left};

/// What is left, and of which draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The draft.
    pub id: DraftId,
    /// The rule and the passage; no reason yet.
    pub left: Left,
}

/// State of the question.
#[derive(Debug)]
pub struct ReasonScreen {
    /// The reason as typed.
    pub field: LineField,
    target: Target,
}

impl ReasonScreen {
    /// A typed character.
    pub fn typed(&mut self, c: char) {
        self.field.edit(editing::typed(c));
    }

    /// Pasted text.
    pub fn pasted(&mut self, text: &str) {
        self.field.edit(editing::pasted(text));
    }

    /// Takes in the size of the screen.
    pub fn fit(&mut self, size: Area, ambiguous: AmbiguousCells) {
        self.field
            .set_width(size.width.saturating_sub(14).max(10), ambiguous);
    }
}

/// Asks why; the last reason stands there, selected, so that Enter repeats it and typing replaces
/// it.
pub fn ask(state: &mut State, target: Target) {
    let mut field = LineField::new(&state.last_reason);
    field.edit(Edit::SelectAll);
    let mut screen = ReasonScreen { field, target };
    screen.fit(state.size, state.ambiguous);
    state.notice = None;
    state.over.push(Screen::Reason(Box::new(screen)));
}

/// A key while the reason is typed.
pub fn act_on_reason(state: &mut State, action: Action) -> Vec<Effect> {
    let Some(Screen::Reason(screen)) = state.over.last_mut() else {
        return Vec::new();
    };
    match action {
        Action::Open => return leave(state),
        Action::Back => {
            state.over.pop();
        }
        other => {
            if let Some(edit) = editing::edit(other) {
                return editing::apply(&mut screen.field, edit, &mut state.clip);
            }
        }
    }
    Vec::new()
}

fn leave(state: &mut State) -> Vec<Effect> {
    let Some(Screen::Reason(screen)) = state.over.pop() else {
        return Vec::new();
    };
    let why = screen.field.text().trim().to_owned();
    state.last_reason.clone_from(&why);
    let Target { id, left } = screen.target;
    let left = Left { why, ..left };
    let base = match state.over.last() {
        // What is typed there is not saved yet; what is left is, by itself.
        Some(Screen::Story(story)) => Some(story.base().clone()),
        _ => state.view.entry(&id).cloned(),
    };
    let Some(base) = base else {
        return Vec::new();
    };
    let effect = change::leave(state, &base, left);
    story::finding::left(state, &id);
    vec![effect]
}
