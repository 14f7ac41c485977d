//! Deletions: the selection, a grapheme, or to where any motion leads.

use std::ops::Range;

use super::manuscript::{Burst, Place, text_start};
use super::{Edit, Prose};

impl Prose {
    /// Deletes the selection; whether there was one.
    pub(super) fn delete_selection(&mut self) -> bool {
        let selection = self.selection();
        if let Some(span) = selection.clone() {
            self.replace(span, "", Burst::Single, None);
        }
        selection.is_some()
    }

    pub(super) fn backspace(&mut self) {
        if self.delete_selection() {
            return;
        }
        let Place { paragraph, byte } = self.caret;
        let start = text_start(self.manuscript.line(paragraph));
        if byte == start && start > 0 {
            return self.toggle_crosshead();
        }
        let span = self.target(&Edit::Left)..self.caret;
        self.replace(span, "", Burst::Backspacing, None);
    }

    pub(super) fn delete(&mut self) {
        if !self.delete_selection() {
            let span = self.span_to(self.target(&Edit::Right));
            self.replace(span, "", Burst::Deleting, None);
        }
    }

    /// Deletes to where a motion leads, as one undo step.
    pub(super) fn delete_to(&mut self, motion: &Edit) {
        if self.delete_selection() {
            return;
        }
        let at_start = self.caret == self.head(self.caret.paragraph);
        let steps_back = matches!(motion, Edit::Left | Edit::WordLeft | Edit::ClauseLeft);
        if at_start && steps_back {
            self.backspace();
            self.manuscript.seal();
            return;
        }
        let to = self.reach(motion);
        let span = self.span_to(to);
        self.replace(span, "", Burst::Single, None);
    }

    /// Where a deletion by a motion ends.
    fn reach(&mut self, motion: &Edit) -> Place {
        let end = self.paragraph_end(self.caret.paragraph);
        let by_rows = motion.is_vertical() || matches!(motion, Edit::RowStart | Edit::RowEnd);
        match motion {
            Edit::ParagraphDown if self.caret < end => end,
            _ if by_rows => {
                let (caret, upstream) = (self.caret, self.upstream);
                self.go(motion, false);
                self.goal = None;
                self.upstream = upstream;
                std::mem::replace(&mut self.caret, caret)
            }
            _ => self.target(motion),
        }
    }

    /// Between the caret and a place. An empty paragraph goes without taking the mark of the
    /// crosshead after it.
    fn span_to(&self, to: Place) -> Range<Place> {
        let mut span = self.caret.min(to)..self.caret.max(to);
        let first = self.manuscript.line(span.start.paragraph);
        let whole = span.start.byte == 0 && span.end.paragraph > span.start.paragraph;
        if whole
            && (first.is_empty() || to < self.caret)
            && span.end == self.head(span.end.paragraph)
        {
            span.end.byte = 0;
        }
        span
    }

    /// The end of a paragraph's text.
    pub(super) fn paragraph_end(&self, paragraph: usize) -> Place {
        Place::new(paragraph, self.manuscript.line(paragraph).len())
    }
}
