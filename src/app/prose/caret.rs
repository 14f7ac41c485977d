//! The caret: motions over the text and over drawn rows, and its cell in the area.

use super::manuscript::{Place, text_start};
use super::{Edit, Prose};
use crate::text::{motion, words};

impl Prose {
    /// Puts the caret before a character of a paragraph, both from 1 as in [`Prose::position`];
    /// beyond an end, at that end.
    pub fn place_caret(&mut self, paragraph: usize, column: usize) {
        let lines = self.manuscript.lines();
        let paragraph = paragraph.saturating_sub(1).min(lines.len() - 1);
        let line = &lines[paragraph];
        let start = text_start(line);
        let mut chars = line[start..].char_indices().map(|(at, _)| start + at);
        let byte = chars.nth(column.saturating_sub(1)).unwrap_or(line.len());
        self.caret = Place::new(paragraph, byte);
        self.upstream = false;
        self.anchor = None;
        self.goal = None;
        self.manuscript.seal();
        self.settle();
    }

    /// Moves the caret, the selection going along or given up.
    pub(super) fn go(&mut self, motion: &Edit, selecting: bool) {
        self.manuscript.seal();
        let selection = self.selection();
        let selecting = selecting || self.marking;
        if selecting {
            self.anchor = self.anchor.or(Some(self.caret));
        } else {
            self.anchor = None;
        }
        let upstream = std::mem::take(&mut self.upstream);
        match (motion, selection) {
            (Edit::Left, Some(span)) if !selecting => self.caret = span.start,
            (Edit::Right, Some(span)) if !selecting => self.caret = span.end,
            (Edit::Up, _) => self.vertical(-1, upstream),
            (Edit::Down, _) => self.vertical(1, upstream),
            (Edit::PageUp, _) => self.page(-self.view.page(), upstream),
            (Edit::PageDown, _) => self.page(self.view.page(), upstream),
            (Edit::RowStart | Edit::RowEnd, _) => self.row_end(motion, upstream),
            _ => self.caret = self.target(motion),
        }
    }

    /// Where a motion over the text leads.
    pub(super) fn target(&self, motion: &Edit) -> Place {
        let Place { paragraph, byte } = self.caret;
        let line = self.manuscript.line(paragraph);
        let start = text_start(line);
        let (text, at) = (&line[start..], byte - start);
        let within = |at: usize| Place::new(paragraph, start + at);
        match motion {
            Edit::Left | Edit::WordLeft | Edit::ClauseLeft if at == 0 => self.before(paragraph),
            Edit::Right | Edit::WordRight | Edit::ClauseRight if at == text.len() => {
                self.after(paragraph)
            }
            Edit::Left => within(motion::previous(text, at)),
            Edit::Right => within(motion::next(text, at)),
            Edit::WordLeft => within(words::previous(text, at)),
            Edit::WordRight => within(words::next(text, at)),
            Edit::ClauseLeft => within(motion::previous_clause(text, at)),
            Edit::ClauseRight => within(motion::next_clause(text, at)),
            Edit::ParagraphUp if at == 0 => self.head(paragraph.saturating_sub(1)),
            Edit::ParagraphUp => within(0),
            Edit::ParagraphDown if paragraph < self.manuscript.end().paragraph => {
                self.head(paragraph + 1)
            }
            Edit::Start => self.head(0),
            Edit::End | Edit::ParagraphDown => self.manuscript.end(),
            _ => self.caret,
        }
    }

    /// The start of a paragraph's text.
    pub(super) fn head(&self, paragraph: usize) -> Place {
        Place::new(paragraph, text_start(self.manuscript.line(paragraph)))
    }

    /// The end of the paragraph before, or the start of the first.
    fn before(&self, paragraph: usize) -> Place {
        match paragraph.checked_sub(1) {
            Some(before) => Place::new(before, self.manuscript.line(before).len()),
            None => self.head(0),
        }
    }

    /// The start of the paragraph after, or the end of the last.
    fn after(&self, paragraph: usize) -> Place {
        if paragraph < self.manuscript.end().paragraph {
            self.head(paragraph + 1)
        } else {
            self.manuscript.end()
        }
    }

    fn vertical(&mut self, by: isize, upstream: bool) {
        let lines = self.manuscript.lines();
        let from = self.view.row_of(lines, self.caret, upstream);
        let goal = match self.goal {
            Some(goal) => goal,
            None => self.view.column(lines, from, self.caret.byte),
        };
        self.goal = Some(goal);
        let (to, gone) = self.view.step(lines, from, by);
        if gone == 0 {
            self.upstream = upstream;
            return;
        }
        let byte = self.view.byte_at(lines, to, goal);
        let (_, end, last) = self.view.bounds(lines, to);
        self.caret = Place::new(to.0, byte);
        self.upstream = byte == end && !last;
    }

    fn page(&mut self, by: isize, upstream: bool) {
        self.vertical(by, upstream);
        self.view.scroll(self.manuscript.lines(), by);
    }

    fn row_end(&mut self, motion: &Edit, upstream: bool) {
        let lines = self.manuscript.lines();
        let row = self.view.row_of(lines, self.caret, upstream);
        let (start, end, last) = self.view.bounds(lines, row);
        let to_end = *motion == Edit::RowEnd;
        self.caret.byte = if to_end { end } else { start };
        self.upstream = to_end && !last;
    }

    /// After any change: the caret is on a grapheme boundary of the text and in view.
    pub(super) fn settle(&mut self) {
        let lines = self.manuscript.lines();
        let line = &lines[self.caret.paragraph];
        let start = text_start(line);
        let at = self.caret.byte.clamp(start, line.len()) - start;
        self.caret.byte = start + motion::snap(&line[start..], at);
        let row = self.view.row_of(lines, self.caret, self.upstream);
        let below = self.view.show(lines, row);
        let column = self.view.column(lines, row, self.caret.byte);
        let last = self.view.width().saturating_sub(1);
        self.cell = (column.min(last) as u16, below as u16);
    }
}
