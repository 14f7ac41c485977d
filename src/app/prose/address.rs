//! The body addressed from outside: by character, as findings of the proof are, or as a whole.

use std::ops::Range;

use super::manuscript::{Burst, CROSSHEAD, Place};
use super::{Prose, canonical, paragraph_lines};

impl Prose {
    /// Selects characters of [`Prose::body`], counted from 0, and shows them; an empty span only
    /// places the caret.
    pub fn select_chars(&mut self, span: Range<usize>) {
        let (start, end) = (self.place_of(span.start), self.place_of(span.end));
        self.select(start..end);
    }

    /// Replaces characters of [`Prose::body`] by a text of one line, as one undo step.
    pub fn replace_chars(&mut self, span: Range<usize>, text: &str) {
        let span = self.place_of(span.start)..self.place_of(span.end);
        self.replace_span(span, text);
    }

    /// What is selected, paragraphs parted by newlines.
    pub fn selected_text(&self) -> Option<String> {
        Some(self.manuscript.text(self.selection()?))
    }

    /// How many characters of [`Prose::body`] are before the caret.
    pub fn caret_char(&self) -> usize {
        let Place { paragraph, byte } = self.caret;
        let lines = self.manuscript.lines();
        let before = lines[..paragraph].iter().filter_map(|line| canonical(line));
        let above: usize = before.map(|line| line.chars().count() + 2).sum();
        let line = &lines[paragraph];
        let (skipped, base) = origin(line);
        let end = line.trim_end().len();
        above
            + skipped
            + line[base.min(end)..byte.clamp(base.min(end), end)]
                .chars()
                .count()
    }

    /// Puts another body in place of this one, as one undo step; the caret stays in its paragraph
    /// where that is the same in both.
    pub fn set_body(&mut self, body: &str) {
        let (old, new) = (self.manuscript.lines(), paragraph_lines(body));
        let most = old.len().min(new.len());
        let mut head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
        let pairs = old.iter().rev().zip(new.iter().rev());
        let mut tail = pairs.take(most - head).take_while(|(a, b)| a == b).count();
        if head + tail == old.len() && old.len() == new.len() {
            return;
        }
        // Whole paragraphs are put in or taken out together with an unchanged neighbour.
        if head + tail == most {
            if head > 0 {
                head -= 1;
            } else {
                tail -= 1;
            }
        }
        let last = old.len() - tail - 1;
        let span = Place::new(head, 0)..Place::new(last, old[last].len());
        let text = new[head..new.len() - tail].join("\n");
        let mut caret = self.caret;
        if caret.paragraph > last {
            caret.paragraph = caret.paragraph + new.len() - old.len();
        } else {
            caret.paragraph = caret.paragraph.min(new.len() - tail - 1);
        }
        self.replace(span, &text, Burst::Single, Some(caret));
        self.settle();
    }

    /// The place of a character of the body.
    fn place_of(&self, offset: usize) -> Place {
        let mut left = offset;
        let mut found = self.head(0);
        for (paragraph, line) in self.manuscript.lines().iter().enumerate() {
            let Some(text) = canonical(line) else {
                continue;
            };
            let count = text.chars().count();
            let (skipped, base) = origin(line);
            let inside = left.min(count).saturating_sub(skipped);
            let byte = line[base..].char_indices().nth(inside);
            let byte = byte.map_or(line.len(), |(at, _)| base + at);
            found = Place::new(paragraph, byte);
            // Two newlines part paragraphs: the first still belongs to this one.
            if left < count + 2 {
                return found;
            }
            left -= count + 2;
        }
        found
    }
}

/// Characters of a canonical line before its text, and the byte of the line where the text begins.
fn origin(line: &str) -> (usize, usize) {
    let start = line.len() - line.trim_start().len();
    match line[start..].strip_prefix(CROSSHEAD) {
        Some(head) => (CROSSHEAD.len(), line.len() - head.trim_start().len()),
        None => (0, start),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::prose::Edit;
    use proptest::prelude::*;

    /// What is selected after selecting so many characters of a body.
    fn selected(prose: &mut Prose, span: Range<usize>) -> String {
        prose.select_chars(span);
        prose.edit(Edit::Copy);
        prose.clip().to_owned()
    }

    #[test]
    fn characters_of_the_body_are_found_in_the_text() {
        let mut prose = Prose::new("一二\n\n## 三四\n\n五六\n");
        prose.edit(Edit::NewParagraph);
        assert_eq!(selected(&mut prose, 0..1), "一");
        assert_eq!(selected(&mut prose, 7..9), "三四");
        assert_eq!(selected(&mut prose, 12..13), "六");
        assert_eq!(prose.caret_char(), 13);
        prose.select_chars(11..11);
        assert_eq!((prose.caret_char(), prose.has_selection()), (11, false));
        prose.select_chars(99..999);
        assert_eq!(prose.caret_char(), 13);
    }

    #[test]
    fn a_finding_is_repaired_in_one_step() {
        let mut prose = Prose::new("晴天,好天\n");
        prose.replace_chars(2..3, "，");
        assert_eq!(prose.body(), "晴天，好天\n");
        prose.edit(Edit::Undo);
        assert!(!prose.is_changed());
    }

    #[test]
    fn another_body_keeps_the_caret_in_its_paragraph() {
        let mut prose = Prose::new("一\n\n二\n\n三\n");
        prose.place_caret(3, 2);
        prose.set_body("零\n\n一\n\n二二\n\n三\n");
        assert_eq!(prose.position().paragraph, 4);
        assert_eq!(prose.body(), "零\n\n一\n\n二二\n\n三\n");
        prose.edit(Edit::Undo);
        assert_eq!((prose.position().paragraph, prose.is_changed()), (3, false));
    }

    proptest! {
        #[test]
        fn any_body_is_put_in_place_of_any_other(
            old in "([一二 a]{0,2}\n){0,6}", new in "([一二 a]{0,2}\n){0,6}", at in 1usize..7,
        ) {
            let mut prose = Prose::new(&old);
            prose.place_caret(at, 1);
            prose.set_body(&new);
            prop_assert_eq!(prose.body(), Prose::new(&new).body());
            prose.edit(Edit::Undo);
            prop_assert_eq!(prose.body(), Prose::new(&old).body());
        }

        #[test]
        fn a_character_is_found_where_it_is(body in "((## )?[一二三四 a]{0,4}\n){0,5}", at in 0usize..20) {
            let mut prose = Prose::new(&body);
            let body = prose.body();
            prose.edit(Edit::ParagraphDown);
            prose.edit(Edit::Insert(' '));
            let chars: Vec<char> = prose.body().chars().collect();
            prop_assert_eq!(prose.body(), body);
            let text = selected(&mut prose, at..at + 1);
            match chars.get(at) {
                Some(&c) if c != '\n' && c != '#' && c != ' ' => prop_assert_eq!(text, c.to_string()),
                _ => {}
            }
        }
    }
}
