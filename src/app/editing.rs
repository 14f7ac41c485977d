//! From actions on text to edits of the fields that hold it.

use super::effect::Effect;
use super::field::LineField;
use super::keymap::Action;
use super::prose::{Edit, Prose};

/// What holds text under the caret, as the clipboard of the desk sees it.
pub trait Editor {
    /// Does what a key asked for.
    fn edit(&mut self, edit: Edit);
    /// Whether something is selected.
    fn has_selection(&self) -> bool;
    /// What was cut or copied last.
    fn clip(&self) -> &str;
    /// Gives it what [`Edit::PasteClip`] inserts.
    fn set_clip(&mut self, text: &str);
}

/// Does an edit between an editor and the clipboard of the desk: what is cut or copied goes there
/// and to the terminal's, what is pasted comes from there.
pub fn apply(editor: &mut impl Editor, edit: Edit, clip: &mut String) -> Vec<Effect> {
    let takes = matches!(edit, Edit::Cut | Edit::Copy) && editor.has_selection();
    if edit == Edit::PasteClip {
        editor.set_clip(clip);
    }
    editor.edit(edit);
    if !takes {
        return Vec::new();
    }
    editor.clip().clone_into(clip);
    vec![Effect::Copy { text: clip.clone() }]
}

impl Editor for LineField {
    fn edit(&mut self, edit: Edit) {
        self.edit(edit);
    }

    fn has_selection(&self) -> bool {
        self.has_selection()
    }

    fn clip(&self) -> &str {
        self.clip()
    }

    fn set_clip(&mut self, text: &str) {
        self.set_clip(text);
    }
}

impl Editor for Prose {
    fn edit(&mut self, edit: Edit) {
        self.edit(edit);
    }

    fn has_selection(&self) -> bool {
        self.has_selection()
    }

    fn clip(&self) -> &str {
        self.clip()
    }

    fn set_clip(&mut self, text: &str) {
        self.set_clip(text);
    }
}

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
        Action::WordLeft => Edit::WordLeft,
        Action::WordRight => Edit::WordRight,
        Action::PreviousParagraph => Edit::ParagraphUp,
        Action::NextParagraph => Edit::ParagraphDown,
        Action::ClauseLeft => Edit::ClauseLeft,
        Action::ClauseRight => Edit::ClauseRight,
        Action::SelectLeft => Edit::select(Edit::Left),
        Action::SelectRight => Edit::select(Edit::Right),
        Action::SelectUp => Edit::select(Edit::Up),
        Action::SelectDown => Edit::select(Edit::Down),
        Action::SelectRowStart => Edit::select(Edit::RowStart),
        Action::SelectRowEnd => Edit::select(Edit::RowEnd),
        Action::SelectWordLeft => Edit::select(Edit::WordLeft),
        Action::SelectWordRight => Edit::select(Edit::WordRight),
        Action::SelectClauseLeft => Edit::select(Edit::ClauseLeft),
        Action::SelectClauseRight => Edit::select(Edit::ClauseRight),
        Action::SelectPreviousParagraph => Edit::select(Edit::ParagraphUp),
        Action::SelectNextParagraph => Edit::select(Edit::ParagraphDown),
        Action::SelectPageUp => Edit::select(Edit::PageUp),
        Action::SelectPageDown => Edit::select(Edit::PageDown),
        Action::SelectTextStart => Edit::select(Edit::Start),
        Action::SelectTextEnd => Edit::select(Edit::End),
        Action::SelectAll => Edit::SelectAll,
        Action::Mark => Edit::Mark,
        Action::Enter => Edit::NewParagraph,
        Action::Backspace => Edit::Backspace,
        Action::Delete => Edit::Delete,
        Action::DeleteWordLeft => Edit::delete_to(Edit::WordLeft),
        Action::DeleteWordRight => Edit::delete_to(Edit::WordRight),
        Action::DeleteClauseLeft => Edit::delete_to(Edit::ClauseLeft),
        Action::DeleteClauseRight => Edit::delete_to(Edit::ClauseRight),
        Action::DeleteRowStart => Edit::delete_to(Edit::RowStart),
        Action::DeleteRowEnd => Edit::delete_to(Edit::RowEnd),
        Action::DeletePreviousParagraph => Edit::delete_to(Edit::ParagraphUp),
        Action::DeleteNextParagraph => Edit::delete_to(Edit::ParagraphDown),
        Action::DeletePageUp => Edit::delete_to(Edit::PageUp),
        Action::DeletePageDown => Edit::delete_to(Edit::PageDown),
        Action::DeleteTextStart => Edit::delete_to(Edit::Start),
        Action::DeleteTextEnd => Edit::delete_to(Edit::End),
        Action::Cut => Edit::Cut,
        Action::Copy => Edit::Copy,
        Action::Paste => Edit::PasteClip,
        Action::UndoText => Edit::Undo,
        Action::RedoText => Edit::Redo,
        Action::ParagraphUp => Edit::MoveParagraphUp,
        Action::ParagraphDown => Edit::MoveParagraphDown,
        Action::JoinNext => Edit::JoinNext,
        Action::Crosshead => Edit::ToggleCrosshead,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_cut_in_one_editor_is_pasted_in_another() {
        let mut clip = String::new();
        let mut body = Prose::new("一二\n\n## 三\n");
        assert!(apply(&mut body, Edit::Copy, &mut clip).is_empty());
        apply(&mut body, Edit::SelectAll, &mut clip);
        let effects = apply(&mut body, Edit::Cut, &mut clip);
        let text = "一二\n## 三".to_owned();
        assert_eq!(effects, [Effect::Copy { text }]);
        let mut field = LineField::new("零");
        assert!(apply(&mut field, Edit::PasteClip, &mut clip).is_empty());
        assert_eq!(field.text(), "零一二\u{3000}三");
        let mut other = Prose::new("");
        apply(&mut other, Edit::PasteClip, &mut clip);
        assert_eq!(other.body(), "一二\n\n## 三\n");
    }

    #[test]
    fn nothing_selected_keeps_what_was_copied() {
        let mut clip = "旧".to_owned();
        let mut field = LineField::new("新");
        assert!(apply(&mut field, Edit::Cut, &mut clip).is_empty());
        apply(&mut field, Edit::PasteClip, &mut clip);
        assert_eq!((field.text(), clip.as_str()), ("新旧", "旧"));
    }
}
