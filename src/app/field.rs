//! The editor of one line: headline, place, names, search words.
//!
//! The part in view follows the caret. What concerns paragraphs and selections is ignored.

use super::prose::Edit;
use crate::domain::settings::AmbiguousCells;
use crate::text::{clean, motion, width};

/// The editor of one field.
#[derive(Debug, Clone)]
pub struct LineField {
    text: String,
    /// Bytes before the caret.
    caret: usize,
    /// Bytes before the part in view.
    left: usize,
    width: usize,
    ambiguous: AmbiguousCells,
    done: Vec<State>,
    undone: Vec<State>,
    /// Whether the last edit was of this kind and the next may join its undo step.
    burst: Option<Burst>,
}

/// A text with its caret, as undo brings it back.
#[derive(Debug, Clone)]
struct State {
    text: String,
    caret: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Burst {
    Typing,
    Deleting,
}

impl LineField {
    /// A field with a text, the caret at its end.
    pub fn new(text: &str) -> Self {
        let mut field = Self {
            text: text.to_owned(),
            caret: text.len(),
            left: 0,
            width: 80,
            ambiguous: AmbiguousCells::default(),
            done: Vec::new(),
            undone: Vec::new(),
            burst: None,
        };
        field.settle();
        field
    }

    /// The text as it is.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Sets the cells of the field, the caret's cell after a full row among them, and how wide
    /// ambiguous characters are.
    pub fn set_width(&mut self, cells: u16, ambiguous: AmbiguousCells) {
        self.width = cells.into();
        self.ambiguous = ambiguous;
        self.settle();
    }

    /// The part of the text in view: at most as many cells as the field has.
    pub fn visible(&self) -> &str {
        width::truncate(&self.text[self.left..], self.width, self.ambiguous)
    }

    /// Whether text is hidden on the left of [`LineField::visible`].
    pub fn is_cut_left(&self) -> bool {
        self.left > 0
    }

    /// Whether text is hidden on the right of [`LineField::visible`].
    pub fn is_cut_right(&self) -> bool {
        self.left + self.visible().len() < self.text.len()
    }

    /// The cell of the caret, from 0, always inside the field.
    pub fn caret(&self) -> u16 {
        let before = width::cells(&self.text[self.left..self.caret], self.ambiguous);
        before.min(self.width.saturating_sub(1)) as u16
    }

    /// Does what a key asked for.
    pub fn edit(&mut self, edit: Edit) {
        match edit {
            Edit::Insert(c) => self.insert(c),
            Edit::Paste(text) => self.paste(&clean::single_line(&text)),
            Edit::Backspace | Edit::Delete => self.delete(&edit, Some(Burst::Deleting)),
            Edit::DeleteClauseBack | Edit::DeleteClauseForward => self.delete(&edit, None),
            Edit::Undo => self.undo(),
            Edit::Redo => self.redo(),
            Edit::Select(inner) => return self.edit(*inner),
            motion => self.go(&motion),
        }
        self.settle();
    }

    fn go(&mut self, motion: &Edit) {
        self.burst = None;
        let (text, at) = (self.text.as_str(), self.caret);
        self.caret = match motion {
            Edit::Left => motion::previous(text, at),
            Edit::Right => motion::next(text, at),
            Edit::ClauseLeft => motion::previous_clause(text, at),
            Edit::ClauseRight => motion::next_clause(text, at),
            Edit::RowStart | Edit::Start | Edit::ParagraphUp => 0,
            Edit::RowEnd | Edit::End | Edit::ParagraphDown => text.len(),
            _ => at,
        };
    }

    /// Begins an undo step, or goes on with an open one of this kind.
    fn step(&mut self, burst: Option<Burst>) {
        self.undone.clear();
        if burst.is_none() || self.burst != burst {
            self.done.push(self.state());
        }
        self.burst = burst;
    }

    fn state(&self) -> State {
        State {
            text: self.text.clone(),
            caret: self.caret,
        }
    }

    fn insert(&mut self, c: char) {
        if clean::is_unsafe(c) {
            return;
        }
        self.step(Some(Burst::Typing));
        self.text.insert(self.caret, c);
        self.caret += c.len_utf8();
        if "，。；：！？、\u{3000} ".contains(c) {
            self.burst = None;
        }
    }

    fn paste(&mut self, text: &str) {
        if !text.is_empty() {
            self.step(None);
            self.text.insert_str(self.caret, text);
            self.caret += text.len();
        }
    }

    fn delete(&mut self, edit: &Edit, burst: Option<Burst>) {
        let (text, at) = (self.text.as_str(), self.caret);
        let to = match edit {
            Edit::Backspace => motion::previous(text, at),
            Edit::Delete => motion::next(text, at),
            Edit::DeleteClauseBack => motion::previous_clause(text, at),
            _ => motion::next_clause(text, at),
        };
        let (start, end) = (to.min(at), to.max(at));
        if start < end {
            self.step(burst);
            self.text.replace_range(start..end, "");
            self.caret = start;
        }
    }

    fn undo(&mut self) {
        self.burst = None;
        if let Some(state) = self.done.pop() {
            self.undone.push(self.state());
            (self.text, self.caret) = (state.text, state.caret);
        }
    }

    fn redo(&mut self) {
        self.burst = None;
        if let Some(state) = self.undone.pop() {
            self.done.push(self.state());
            (self.text, self.caret) = (state.text, state.caret);
        }
    }

    /// The caret on a grapheme boundary and in view, no blank on the right while text is hidden on
    /// the left.
    fn settle(&mut self) {
        self.caret = motion::snap(&self.text, self.caret);
        // The furthest start that still shows all cells up to the caret and the caret itself.
        let earliest = self.start_for(self.caret);
        let last = self.start_for(self.text.len());
        let left = motion::snap(&self.text, self.left.min(self.text.len()));
        self.left = left.min(last).clamp(earliest.min(self.caret), self.caret);
    }

    /// The first byte from which a place is still inside the field.
    fn start_for(&self, place: usize) -> usize {
        let before = &self.text[..place];
        let room = self.width.saturating_sub(1);
        let mut over = width::cells(before, self.ambiguous).saturating_sub(room);
        for glyph in width::glyphs(before, self.ambiguous) {
            if over == 0 {
                return glyph.at;
            }
            over = over.saturating_sub(glyph.cells);
        }
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use AmbiguousCells::{One, Two};
    use Edit::{
        Backspace, ClauseLeft, Delete, DeleteClauseBack, DeleteClauseForward, End, Insert, Left,
        NewParagraph, Paste, Redo, Right, RowStart, Undo, Up,
    };
    use proptest::prelude::*;

    fn check(before: &str, edits: &[Edit], after: &str) {
        let mut field = LineField::new(&before.replace('|', ""));
        field.caret = before.find('|').unwrap();
        for edit in edits {
            field.edit(edit.clone());
        }
        let mut shown = field.text.clone();
        shown.insert(field.caret, '|');
        assert_eq!(shown, after, "{before:?} {edits:?}");
    }

    #[test]
    fn a_field_is_edited_by_grapheme_and_clause() {
        check("灯|亮", &[Insert('更')], "灯更|亮");
        check("灯|亮", &[Left, Right, Right], "灯亮|");
        check("e\u{301}|", &[Backspace], "|");
        check("|灯亮", &[Delete], "|亮");
        check("灯亮了　路宽|了", &[ClauseLeft], "灯亮了　|路宽了");
        check("灯亮了　路宽|了", &[DeleteClauseBack], "灯亮了　|了");
        check("|灯亮了　路宽了", &[DeleteClauseForward], "|路宽了");
        check("灯|亮", &[RowStart, Insert('街'), End], "街灯亮|");
        check(
            "灯|亮",
            &[NewParagraph, Up, Insert('\u{7}'), Insert('\n')],
            "灯|亮",
        );
        check("灯|亮", &[Paste("\n一\r\n二\n".into())], "灯一　二|亮");
    }

    #[test]
    fn a_field_undoes_by_bursts() {
        check("|", &[Insert('甲'), Insert('乙'), Undo], "|");
        check(
            "|",
            &[Insert('甲'), Insert('\u{3000}'), Insert('乙'), Undo],
            "甲\u{3000}|",
        );
        check("甲乙|", &[Backspace, Backspace, Undo], "甲乙|");
        check("甲|", &[Paste("乙".into()), Undo, Redo], "甲乙|");
        check("甲|", &[Insert('乙'), Undo, Insert('丙'), Redo], "甲丙|");
    }

    #[test]
    fn the_part_in_view_follows_the_caret() {
        let mut field = LineField::new("一二三四五六七八");
        field.set_width(8, One);
        assert_eq!((field.visible(), field.caret()), ("六七八", 6));
        assert!(field.is_cut_left() && !field.is_cut_right());
        field.edit(RowStart);
        assert_eq!((field.visible(), field.caret()), ("一二三四", 0));
        assert!(!field.is_cut_left() && field.is_cut_right());
        field.edit(End);
        field.edit(Left);
        assert_eq!((field.visible(), field.caret()), ("六七八", 4));
        field.set_width(40, One);
        assert_eq!((field.visible(), field.caret()), ("一二三四五六七八", 14));
    }

    proptest! {
        #[test]
        fn the_caret_is_always_in_view(
            text in any::<String>(),
            steps in prop::collection::vec(0usize..7, 0..40),
            width in 0u16..20,
        ) {
            for ambiguous in [One, Two] {
                let mut field = LineField::new(&text);
                field.set_width(width, ambiguous);
                for &step in &steps {
                    let edits = [Left, Right, ClauseLeft, Backspace, Insert('“'), Undo, RowStart];
                    field.edit(edits[step].clone());
                    prop_assert!(field.caret() < width.max(1));
                    let shown = width::cells(field.visible(), ambiguous);
                    prop_assert!(shown <= usize::from(width));
                    let before = width::cells(&field.text[field.left..field.caret], ambiguous);
                    let first = width::glyphs(&field.text[field.left..], ambiguous).next();
                    let too_wide = first.is_some_and(|glyph| glyph.cells >= usize::from(width));
                    prop_assert!(before < usize::from(width.max(1)) || too_wide);
                }
                for _ in 0..40 {
                    field.edit(Undo);
                }
                prop_assert_eq!(field.text(), &text);
            }
        }
    }
}
