//! Edits: what each request does to the text.

use std::ops::Range;

use super::manuscript::{Burst, CROSSHEAD, Place, text_start};
use super::{Edit, Prose};
use crate::text::clean;

/// What ends a burst of typing: undo goes back by clauses.
const CLAUSE_ENDS: [char; 7] = ['，', '。', '；', '：', '！', '？', '、'];

impl Prose {
    /// Does what a key asked for; keeps the caret in view.
    pub fn edit(&mut self, edit: Edit) {
        if !edit.is_vertical() {
            self.goal = None;
        }
        // Only what is typed or deleted by grapheme joins the step before.
        if !matches!(
            edit,
            Edit::Insert(_) | Edit::Commit(_) | Edit::Backspace | Edit::Delete
        ) {
            self.manuscript.seal();
        }
        let goes_on = edit.is_motion() || matches!(edit, Edit::Select(_) | Edit::Mark);
        self.marking &= goes_on;
        match edit {
            Edit::Select(inner) if inner.is_motion() => self.go(&inner, true),
            Edit::Select(inner) => return self.edit(*inner),
            Edit::Insert(c) => self.insert(c),
            Edit::Commit(text) => self.commit(&text),
            Edit::Paste(text) => self.paste(&text),
            Edit::NewParagraph => self.new_paragraph(),
            Edit::Backspace => self.backspace(),
            Edit::Delete => self.delete(),
            Edit::DeleteTo(motion) => self.delete_to(&motion),
            Edit::Mark => return self.mark(),
            Edit::JoinNext => self.join_next(),
            Edit::SelectAll => self.select_all(),
            Edit::Cut => self.copy(true),
            Edit::Copy => self.copy(false),
            Edit::PasteClip => self.paste_clip(),
            Edit::Undo => self.undo(),
            Edit::Redo => self.redo(),
            Edit::MoveParagraphUp => self.swap_paragraph(self.caret.paragraph.checked_sub(1)),
            Edit::MoveParagraphDown => self.swap_paragraph(Some(self.caret.paragraph + 1)),
            Edit::ToggleCrosshead => self.toggle_crosshead(),
            motion => self.go(&motion, false),
        }
        self.settle();
    }

    /// Replaces a span and puts the caret at `after`, else at the end of what was put in.
    pub(super) fn replace(
        &mut self,
        span: Range<Place>,
        text: &str,
        burst: Burst,
        after: Option<Place>,
    ) {
        self.anchor = None;
        self.upstream = false;
        let done = self
            .manuscript
            .replace(span, text, burst, (self.caret, after));
        if let Some((change, caret)) = done {
            self.follow(change, caret);
        }
    }

    fn follow(&mut self, change: super::Change, caret: Place) {
        self.counts.follow(change, self.manuscript.lines());
        self.view.follow(change);
        self.caret = caret;
    }

    /// What typing replaces: the selection, or nothing at the caret.
    fn target_span(&self) -> Range<Place> {
        self.selection().unwrap_or(self.caret..self.caret)
    }

    fn insert(&mut self, c: char) {
        if c == '\n' || c == '\r' {
            return self.new_paragraph();
        }
        if clean::is_unsafe(c) {
            return;
        }
        let span = self.target_span();
        self.replace(span, c.encode_utf8(&mut [0; 4]), Burst::Typing, None);
        if CLAUSE_ENDS.contains(&c) {
            self.manuscript.seal();
        }
    }

    fn commit(&mut self, text: &str) {
        let text: String = text.chars().filter(|&c| !clean::is_unsafe(c)).collect();
        if text.is_empty() {
            return;
        }
        let span = self.target_span();
        self.replace(span, &text, Burst::Typing, None);
        if text.contains(CLAUSE_ENDS) {
            self.manuscript.seal();
        }
    }

    fn new_paragraph(&mut self) {
        let mut span = self.target_span();
        let line = self.manuscript.line(span.start.paragraph);
        let mut after = None;
        if span.is_empty() && text_start(line) > 0 && span.start.byte == text_start(line) {
            // Before a crosshead: the new paragraph is above it, the mark stays with its text.
            after = Some(Place::new(span.start.paragraph + 1, span.start.byte));
            let above = Place::new(span.start.paragraph, 0);
            span = above..above;
        }
        self.replace(span, "\n", Burst::Single, after);
    }

    fn paste(&mut self, text: &str) {
        self.put(&clean::paragraphs(text));
    }

    /// Puts in clean text; a crosshead's mark stays only where it begins a paragraph.
    fn put(&mut self, text: &str) {
        let span = self.target_span();
        let line = self.manuscript.line(span.start.paragraph);
        let tail = self.manuscript.line(span.end.paragraph).len() > span.end.byte;
        let inside = span.start.byte > 0 || tail && !text.contains('\n');
        let text = match text.strip_prefix(CROSSHEAD) {
            Some(plain) if inside && !line.is_empty() => plain,
            _ => text,
        };
        if !text.is_empty() {
            self.replace(span, text, Burst::Single, None);
        }
    }

    fn mark(&mut self) {
        self.manuscript.seal();
        self.marking = !self.marking;
        self.anchor = self.marking.then_some(self.caret);
    }

    fn join_next(&mut self) {
        let end = self.paragraph_end(self.caret.paragraph);
        if end < self.manuscript.end() {
            let next = self.head(end.paragraph + 1);
            let caret = self.caret;
            self.replace(end..next, "", Burst::Single, Some(caret));
        }
    }

    fn select_all(&mut self) {
        self.manuscript.seal();
        self.anchor = Some(Place::default());
        self.caret = self.manuscript.end();
        self.upstream = false;
    }

    fn copy(&mut self, cut: bool) {
        self.manuscript.seal();
        if let Some(span) = self.selection() {
            self.clip = self.manuscript.text(span);
        }
        if cut {
            self.delete_selection();
        }
    }

    fn paste_clip(&mut self) {
        let text = self.clip.clone();
        self.put(&text);
    }

    fn undo(&mut self) {
        if let Some((change, caret)) = self.manuscript.undo() {
            self.anchor = None;
            self.upstream = false;
            self.follow(change, caret);
        }
    }

    fn redo(&mut self) {
        if let Some((change, caret)) = self.manuscript.redo() {
            self.anchor = None;
            self.upstream = false;
            self.follow(change, caret);
        }
    }

    fn swap_paragraph(&mut self, with: Option<usize>) {
        let lines = self.manuscript.lines();
        let Some(with) = with.filter(|&with| with < lines.len()) else {
            return;
        };
        let Place { paragraph, byte } = self.caret;
        if lines[paragraph] == lines[with] {
            self.caret.paragraph = with;
            return;
        }
        let (upper, lower) = (paragraph.min(with), paragraph.max(with));
        let span = Place::new(upper, 0)..Place::new(lower, lines[lower].len());
        let text = format!("{}\n{}", lines[lower], lines[upper]);
        self.replace(span, &text, Burst::Single, Some(Place::new(with, byte)));
    }

    pub(super) fn toggle_crosshead(&mut self) {
        let Place { paragraph, byte } = self.caret;
        let start = text_start(self.manuscript.line(paragraph));
        let head = Place::new(paragraph, 0);
        if start > 0 {
            let after = Place::new(paragraph, byte - start);
            self.replace(
                head..Place::new(paragraph, start),
                "",
                Burst::Single,
                Some(after),
            );
        } else {
            let after = Place::new(paragraph, byte + CROSSHEAD.len());
            self.replace(head..head, CROSSHEAD, Burst::Single, Some(after));
        }
    }
}
