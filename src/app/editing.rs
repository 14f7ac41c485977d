//! From actions on text to edits of the fields that hold it.

use super::keymap::Action;
use super::prose::Edit;

/// A typed character.
pub fn typed(c: char) -> Edit {
    Edit::Insert(c)
}

/// Pasted text.
pub fn pasted(text: &str) -> Edit {
    Edit::Paste(text.to_owned())
}

/// The edit of an action, if it is one.
pub fn edit(action: Action) -> Option<Edit> {
    let select = |edit| Edit::Select(Box::new(edit));
    Some(match action {
        Action::Left => Edit::Left,
        Action::Right => Edit::Right,
        Action::Up => Edit::Up,
        Action::Down => Edit::Down,
        Action::PageUp => Edit::PageUp,
        Action::PageDown => Edit::PageDown,
        Action::RowStart => Edit::RowStart,
        Action::RowEnd => Edit::RowEnd,
        Action::TextStart => Edit::Start,
        Action::TextEnd => Edit::End,
        Action::ClauseLeft => Edit::ClauseLeft,
        Action::ClauseRight => Edit::ClauseRight,
        Action::SelectLeft => select(Edit::Left),
        Action::SelectRight => select(Edit::Right),
        Action::SelectUp => select(Edit::Up),
        Action::SelectDown => select(Edit::Down),
        Action::SelectRowStart => select(Edit::RowStart),
        Action::SelectRowEnd => select(Edit::RowEnd),
        Action::SelectAll => Edit::SelectAll,
        Action::Enter => Edit::NewParagraph,
        Action::Backspace => Edit::Backspace,
        Action::Delete => Edit::Delete,
        Action::DeleteClause => Edit::DeleteClauseBack,
        Action::Cut => Edit::Cut,
        Action::Copy => Edit::Copy,
        Action::Paste => Edit::PasteClip,
        Action::UndoText => Edit::Undo,
        Action::RedoText => Edit::Redo,
        Action::ParagraphUp => Edit::MoveParagraphUp,
        Action::ParagraphDown => Edit::MoveParagraphDown,
        Action::Crosshead => Edit::ToggleCrosshead,
        _ => return None,
    })
}
