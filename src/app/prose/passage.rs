//! Places of the text by paragraph and byte: what is marked on the rows in view, where the caret
//! is, passages replaced.

use std::ops::Range;

use super::Prose;
use super::manuscript::{Burst, Place, text_start};

impl Prose {
    /// The paragraphs, crossheads with their `## `.
    pub fn paragraphs(&self) -> &[String] {
        self.manuscript.lines()
    }

    /// Paragraph (from 0) and bytes in it of each row in view, in the order of [`Prose::visible`].
    pub fn rows_in_view(&self) -> impl Iterator<Item = (usize, Range<usize>)> {
        let rows = self.view.in_view();
        rows.map(|(paragraph, row, ..)| (paragraph, row.start..row.end))
    }

    /// Paragraph (from 0) and byte in it of the caret.
    pub fn caret_byte(&self) -> (usize, usize) {
        (self.caret.paragraph, self.caret.byte)
    }

    /// Puts the caret at a byte of a paragraph (from 0); beyond an end, at that end.
    pub fn go_to(&mut self, paragraph: usize, byte: usize) {
        let paragraph = paragraph.min(self.paragraphs().len() - 1);
        let line = self.manuscript.line(paragraph);
        let before = line.get(text_start(line)..byte.min(line.len()));
        let column = before.map_or(0, |text| text.chars().count()) + 1;
        self.place_caret(paragraph + 1, column);
    }

    /// Puts a text in place of a passage of a paragraph (from 0, bytes), as one undo step; nothing
    /// where the paragraph is not that long.
    pub fn replace_passage(&mut self, paragraph: usize, span: Range<usize>, text: &str) {
        let line = self.paragraphs().get(paragraph);
        if line.is_none_or(|line| line.get(span.clone()).is_none()) {
            return;
        }
        self.manuscript.seal();
        let at = |byte| Place::new(paragraph, byte);
        self.replace(at(span.start)..at(span.end), text, Burst::Single, None);
        self.goal = None;
        self.settle();
    }
}

#[cfg(test)]
mod tests {
    use super::super::Edit;
    use super::*;

    #[test]
    fn a_passage_is_replaced_and_put_back_in_one_step() {
        let mut prose = Prose::new("一\n\n## 渠水 进村\n");
        prose.edit(Edit::Insert('甲'));
        prose.replace_passage(1, 9..10, "");
        assert_eq!(prose.body(), "甲一\n\n## 渠水进村\n");
        assert_eq!(prose.caret_byte(), (1, 9));
        prose.edit(Edit::Undo);
        assert_eq!(prose.body(), "甲一\n\n## 渠水 进村\n");
        prose.replace_passage(1, 9..99, "");
        prose.replace_passage(7, 0..0, "乙");
        assert_eq!(prose.body(), "甲一\n\n## 渠水 进村\n");
        prose.go_to(1, 9);
        assert_eq!(prose.caret_byte(), (1, 9));
        prose.go_to(9, 99);
        assert_eq!(prose.caret_byte(), (1, 16));
    }
}
