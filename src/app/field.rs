//! The editor of one line: headline, place, names, search words.
//!
//! The part in view follows the caret. What concerns paragraphs is ignored.

use std::ops::Range;

use super::history::{Burst, History};
use super::prose::{CROSSHEAD, Edit};
use crate::domain::settings::AmbiguousCells;
use crate::text::{clean, motion, width, words};

/// What ends a burst of typing: undo goes back by clauses.
const CLAUSE_ENDS: [char; 9] = ['，', '。', '；', '：', '！', '？', '、', '\u{3000}', ' '];

/// The editor of one field.
#[derive(Debug, Clone)]
pub struct LineField {
    text: String,
    /// Bytes before the caret.
    caret: usize,
    /// Bytes before the other end of the selection.
    anchor: Option<usize>,
    /// Whether motions select ([`Edit::Mark`]).
    marking: bool,
    /// Bytes before the part in view.
    left: usize,
    width: usize,
    ambiguous: AmbiguousCells,
    clip: String,
    history: History<State>,
}

/// A text with its caret, as undo brings it back.
#[derive(Debug, Clone)]
struct State {
    text: String,
    caret: usize,
}

impl LineField {
    /// A field with a text, the caret at its end.
    pub fn new(text: &str) -> Self {
        let mut field = Self {
            text: text.to_owned(),
            caret: text.len(),
            anchor: None,
            marking: false,
            left: 0,
            width: 80,
            ambiguous: AmbiguousCells::default(),
            clip: String::new(),
            history: History::default(),
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

    /// The selected bytes of [`LineField::visible`].
    pub fn selection(&self) -> Option<Range<usize>> {
        let shown = self.left..self.left + self.visible().len();
        let span = self.selected()?;
        let (start, end) = (span.start.max(shown.start), span.end.min(shown.end));
        (start < end).then(|| start - self.left..end - self.left)
    }

    /// Whether something is selected.
    pub fn has_selection(&self) -> bool {
        self.selected().is_some()
    }

    /// The clipboard that [`Edit::Cut`] and [`Edit::Copy`] filled.
    pub fn clip(&self) -> &str {
        &self.clip
    }

    /// Fills the clipboard with what was cut or copied in another editor.
    pub fn set_clip(&mut self, text: &str) {
        text.clone_into(&mut self.clip);
    }

    /// The selected bytes of the text.
    fn selected(&self) -> Option<Range<usize>> {
        let anchor = self.anchor.filter(|&anchor| anchor != self.caret)?;
        Some(anchor.min(self.caret)..anchor.max(self.caret))
    }

    /// Bytes of the text before the caret.
    pub fn caret_byte(&self) -> usize {
        self.caret
    }

    /// Puts the caret behind so many bytes of the text.
    pub fn place_caret(&mut self, byte: usize) {
        self.history.seal();
        self.anchor = None;
        self.caret = byte.min(self.text.len());
        self.settle();
    }

    /// Does what a key asked for.
    pub fn edit(&mut self, edit: Edit) {
        let goes_on = edit.is_motion() || matches!(edit, Edit::Select(_) | Edit::Mark);
        self.marking &= goes_on;
        match edit {
            Edit::Insert(c) => self.insert(c),
            Edit::Commit(text) => self.commit(&text),
            Edit::Paste(text) => self.paste(&one_line(&text)),
            Edit::Backspace => self.delete(&Edit::Left, Some(Burst::Deleting)),
            Edit::Delete => self.delete(&Edit::Right, Some(Burst::Deleting)),
            Edit::DeleteTo(motion) => self.delete(&motion, None),
            Edit::Mark => self.mark(),
            Edit::SelectAll => self.select_all(),
            Edit::Cut => self.copy(true),
            Edit::Copy => self.copy(false),
            Edit::PasteClip => self.paste_clip(),
            Edit::Undo => self.undo(),
            Edit::Redo => self.redo(),
            Edit::Select(inner) if inner.is_motion() => self.go(&inner, true),
            Edit::Select(inner) => return self.edit(*inner),
            motion if motion.is_motion() => self.go(&motion, false),
            _ => {}
        }
        self.settle();
    }

    /// Moves the caret, the selection going along or given up.
    fn go(&mut self, motion: &Edit, selecting: bool) {
        self.history.seal();
        let selecting = selecting || self.marking;
        let selected = self.selected().filter(|_| !selecting);
        if selecting {
            self.anchor = self.anchor.or(Some(self.caret));
        } else {
            self.anchor = None;
        }
        self.caret = match (motion, selected) {
            (Edit::Left, Some(span)) => span.start,
            (Edit::Right, Some(span)) => span.end,
            _ => self.target(motion),
        };
    }

    /// Where a motion leads.
    fn target(&self, motion: &Edit) -> usize {
        let (text, at) = (self.text.as_str(), self.caret);
        match motion {
            Edit::Left => motion::previous(text, at),
            Edit::Right => motion::next(text, at),
            Edit::WordLeft => words::previous(text, at),
            Edit::WordRight => words::next(text, at),
            Edit::ClauseLeft => motion::previous_clause(text, at),
            Edit::ClauseRight => motion::next_clause(text, at),
            Edit::RowStart | Edit::Start | Edit::ParagraphUp => 0,
            Edit::RowEnd | Edit::End | Edit::ParagraphDown => text.len(),
            _ => at,
        }
    }

    fn state(&self) -> State {
        State {
            text: self.text.clone(),
            caret: self.caret,
        }
    }

    /// Replaces a span, as a step of undo or as a part of one.
    fn replace(&mut self, span: Range<usize>, text: &str, burst: Option<Burst>) {
        self.history.note(self.state(), burst);
        self.anchor = None;
        self.caret = span.start + text.len();
        self.text.replace_range(span, text);
    }

    /// What typing replaces: the selection, or nothing at the caret.
    fn target_span(&self) -> Range<usize> {
        self.selected().unwrap_or(self.caret..self.caret)
    }

    fn insert(&mut self, c: char) {
        self.commit(c.encode_utf8(&mut [0; 4]));
    }

    fn commit(&mut self, text: &str) {
        let text: String = text.chars().filter(|&c| !clean::is_unsafe(c)).collect();
        if text.is_empty() {
            return;
        }
        self.replace(self.target_span(), &text, Some(Burst::Typing));
        if text.contains(CLAUSE_ENDS) {
            self.history.seal();
        }
    }

    fn paste(&mut self, text: &str) {
        if !text.is_empty() {
            self.replace(self.target_span(), text, None);
        }
    }

    /// Spaces at the ends of what was cut from a line stay; paragraphs of a body become one line.
    fn paste_clip(&mut self) {
        let clip = self.clip.clone();
        if clip.contains('\n') || clip.starts_with(CROSSHEAD) {
            self.paste(&one_line(&clip));
        } else {
            self.paste(&clip);
        }
    }

    fn mark(&mut self) {
        self.history.seal();
        self.marking = !self.marking;
        self.anchor = self.marking.then_some(self.caret);
    }

    fn select_all(&mut self) {
        self.history.seal();
        self.anchor = Some(0);
        self.caret = self.text.len();
    }

    fn copy(&mut self, cut: bool) {
        self.history.seal();
        if let Some(span) = self.selected() {
            self.text[span.clone()].clone_into(&mut self.clip);
            if cut {
                self.replace(span, "", None);
            }
        }
    }

    /// Deletes the selection, or to where a motion leads.
    fn delete(&mut self, motion: &Edit, burst: Option<Burst>) {
        if let Some(span) = self.selected() {
            return self.replace(span, "", None);
        }
        let to = self.target(motion);
        let (start, end) = (to.min(self.caret), to.max(self.caret));
        if start < end {
            self.replace(start..end, "", burst);
        }
    }

    fn undo(&mut self) {
        let state = self.history.undo(self.state());
        self.bring_back(state);
    }

    fn redo(&mut self) {
        let state = self.history.redo(self.state());
        self.bring_back(state);
    }

    fn bring_back(&mut self, state: Option<State>) {
        if let Some(state) = state {
            (self.text, self.caret) = (state.text, state.caret);
            self.anchor = None;
        }
    }

    /// Caret and selection on grapheme boundaries, the caret in view, no blank on the right while
    /// text is hidden on the left.
    fn settle(&mut self) {
        self.caret = motion::snap(&self.text, self.caret);
        self.anchor = self.anchor.map(|at| motion::snap(&self.text, at));
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

/// Pasted text as one line; the mark of a crosshead says nothing there.
fn one_line(text: &str) -> String {
    let lines = text.split(['\n', '\r']);
    let plain: Vec<&str> = lines
        .map(|line| line.strip_prefix(CROSSHEAD).unwrap_or(line))
        .collect();
    clean::single_line(&plain.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use AmbiguousCells::{One, Two};
    use Edit::Commit;
    use Edit::{
        Backspace, ClauseLeft, ClauseRight, Copy, Cut, Delete, End, Insert, Left, NewParagraph,
        Paste, PasteClip, Redo, Right, RowStart, SelectAll, Undo, Up,
    };
    use proptest::prelude::*;

    /// A field from a text in which `|` is the caret and `^` the other end of the selection.
    fn marked(text: &str) -> LineField {
        let mut field = LineField::new(&text.replace(['|', '^'], ""));
        field.caret = text.replace('^', "").find('|').unwrap();
        field.anchor = text.replace('|', "").find('^');
        field
    }

    fn show(field: &LineField) -> String {
        let mut shown = field.text.clone();
        let anchor = field.anchor.filter(|&anchor| anchor != field.caret);
        shown.insert(field.caret, '|');
        if let Some(anchor) = anchor {
            shown.insert(anchor + usize::from(anchor > field.caret), '^');
        }
        shown
    }

    fn check(before: &str, edits: &[Edit], after: &str) {
        let mut field = marked(before);
        for edit in edits {
            field.edit(edit.clone());
        }
        assert_eq!(show(&field), after, "{before:?} {edits:?}");
    }

    fn select(motion: Edit) -> Edit {
        Edit::Select(Box::new(motion))
    }

    #[test]
    fn a_field_is_edited_by_grapheme_and_clause() {
        check("灯|亮", &[Insert('更')], "灯更|亮");
        check("灯|亮", &[Left, Right, Right], "灯亮|");
        check("e\u{301}|", &[Backspace], "|");
        check("|灯亮", &[Delete], "|亮");
        check("灯亮了　路宽|了", &[ClauseLeft], "灯亮了　|路宽了");
        check(
            "灯亮了　路宽|了",
            &[Edit::delete_to(ClauseLeft)],
            "灯亮了　|了",
        );
        check(
            "|灯亮了　路宽了",
            &[Edit::delete_to(ClauseRight)],
            "|路宽了",
        );
        check("灯|亮", &[RowStart, Insert('街'), End], "街灯亮|");
        check(
            "灯|亮",
            &[NewParagraph, Up, Insert('\u{7}'), Insert('\n')],
            "灯|亮",
        );
        check("灯|亮", &[Commit("火，通".into())], "灯火，通|亮");
        check("灯|亮", &[Commit("火，通".into()), Undo], "灯|亮");
        check("灯|", &[Commit("\u{1b}\u{200b}".into())], "灯|");
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
    fn a_selection_follows_motions() {
        check("河|两岸", &[select(Right), select(Right)], "河^两岸|");
        check("河两岸|", &[select(RowStart)], "|河两岸^");
        check("|雨停，路通", &[select(ClauseRight)], "^雨停，|路通");
        check("河|两岸", &[SelectAll], "^河两岸|");
        check("河^两|岸", &[Left], "河|两岸");
        check("河|两^岸", &[Right], "河两|岸");
        check("河^两|岸", &[End], "河两岸|");
        check("河^两|岸", &[NewParagraph, select(Up)], "河^两|岸");
        check("|一", &[select(Insert('甲'))], "甲|一");
    }

    #[test]
    fn typing_replaces_a_selection_in_one_step() {
        check("一^二|三", &[Insert('四'), Insert('五')], "一四五|三");
        check("一^二|三", &[Insert('四'), Insert('五'), Undo], "一二|三");
        check("一^二|三", &[Insert('四'), Undo, Redo], "一四|三");
        check("一|二^三", &[Paste("四\n五".into())], "一四\u{3000}五|三");
        check("一|二^三", &[Paste("四".into()), Undo], "一|二三");
        check("一|二^三", &[Paste("\n".into())], "一|二^三");
        check("一^二三|四", &[Backspace], "一|四");
        check("一^二三|四", &[Delete, Undo], "一二三|四");
        check("雨停，^路|通", &[Edit::delete_to(ClauseLeft)], "雨停，|通");
    }

    #[test]
    fn the_clipboard_moves_text() {
        check("^河两|岸", &[Cut, End, PasteClip], "岸河两|");
        check("^河两|岸", &[Cut, Undo], "河两|岸");
        check("^一 |二", &[Copy, End, PasteClip], "一 二一 |");
        check("^河|岸", &[Copy, SelectAll, PasteClip], "河|");
        check("河|岸", &[Copy, Cut, PasteClip], "河|岸");
        let mut field = marked("^河两|岸");
        field.edit(Copy);
        field.edit(Right);
        field.edit(Cut);
        assert_eq!((field.clip(), field.has_selection()), ("河两", false));
    }

    #[test]
    fn paragraphs_of_a_body_become_one_line() {
        check("|", &[Paste("## 题\n文".into())], "题\u{3000}文|");
        let mut field = marked("|");
        field.clip = "## 题\n文\n".into();
        field.edit(PasteClip);
        assert_eq!(show(&field), "题\u{3000}文|");
    }

    #[test]
    fn a_selection_is_told_in_bytes_of_the_part_in_view() {
        let mut field = LineField::new("一二三四五六七八");
        assert_eq!(field.selection(), None);
        field.set_width(8, One);
        field.edit(SelectAll);
        assert_eq!((field.visible(), field.selection()), ("六七八", Some(0..9)));
        field.edit(RowStart);
        field.edit(select(Right));
        assert_eq!(field.selection(), Some(0..3));
        field.edit(select(End));
        field.edit(select(Left));
        assert_eq!((field.visible(), field.selection()), ("六七八", Some(0..6)));
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
            steps in prop::collection::vec(0usize..10, 0..40),
            width in 0u16..20,
        ) {
            for ambiguous in [One, Two] {
                let mut field = LineField::new(&text);
                field.set_width(width, ambiguous);
                for &step in &steps {
                    let edits = [
                        Left, Right, ClauseLeft, Backspace, Insert('“'), Undo, RowStart,
                        select(Left), Cut, PasteClip,
                    ];
                    field.edit(edits[step].clone());
                    prop_assert!(field.caret() < width.max(1));
                    let shown = width::cells(field.visible(), ambiguous);
                    prop_assert!(shown <= usize::from(width));
                    let selected = field.selection().unwrap_or_default();
                    prop_assert!(field.visible().get(selected).is_some());
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
