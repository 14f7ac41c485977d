//! Finding and replacing words in the body.
//!
//! Words are found within a paragraph, as they are written; ASCII letters in either case.

use std::ops::Range;

use super::Prose;
use super::manuscript::{Burst, Place, text_start};
use crate::text::clean;

impl Prose {
    /// Selects the next place where the words stand, from the start again after the last; whether
    /// there is one.
    pub fn find_next(&mut self, words: &str) -> bool {
        let from = self.selection().map_or(self.caret, |span| span.end);
        let found = self.places(words);
        let next = found.iter().find(|span| span.start >= from);
        let next = next.or(found.first()).cloned();
        self.select_found(next)
    }

    /// Selects the place before; from the end again before the first.
    pub fn find_previous(&mut self, words: &str) -> bool {
        let to = self.selection().map_or(self.caret, |span| span.start);
        let found = self.places(words);
        let before = found.iter().rev().find(|span| span.end <= to);
        let before = before.or(found.last()).cloned();
        self.select_found(before)
    }

    /// How often the words stand in the body.
    pub fn count_found(&self, words: &str) -> usize {
        self.places(words).len()
    }

    /// Replaces the words where they are selected, as one undo step, and selects the next place;
    /// where they are not selected, only selects. Whether another place is selected.
    pub fn replace_next(&mut self, words: &str, with: &str) -> bool {
        let chosen = self.selection();
        if let Some(span) = chosen.filter(|span| self.places(words).contains(span)) {
            self.replace_span(span, with);
        }
        self.find_next(words)
    }

    /// Replaces the words everywhere, as one undo step; in how many places.
    pub fn replace_all(&mut self, words: &str, with: &str) -> usize {
        let found = self.places(words);
        let (Some(first), Some(last)) = (found.first(), found.last()) else {
            return 0;
        };
        let with = one_line(with);
        let hull = first.start..last.end;
        let mut text = String::new();
        let mut at = hull.start;
        for span in &found {
            text += &self.manuscript.text(at..span.start);
            text += &with;
            at = span.end;
        }
        self.replace(hull, &text, Burst::Single, None);
        self.settle();
        found.len()
    }

    /// Replaces a span by a text of one line, as one undo step.
    pub(super) fn replace_span(&mut self, span: Range<Place>, text: &str) {
        self.replace(span, &one_line(text), Burst::Single, None);
        self.settle();
    }

    /// Selects a span, the caret at its end.
    pub(super) fn select(&mut self, span: Range<Place>) {
        self.manuscript.seal();
        self.anchor = (!span.is_empty()).then_some(span.start);
        self.caret = span.end;
        self.upstream = false;
        self.goal = None;
        self.settle();
    }

    fn select_found(&mut self, span: Option<Range<Place>>) -> bool {
        let found = span.is_some();
        if let Some(span) = span {
            self.select(span);
        }
        found
    }

    /// All places of the words, first to last, not overlapping.
    fn places(&self, words: &str) -> Vec<Range<Place>> {
        let wanted = words.to_ascii_lowercase();
        if wanted.is_empty() {
            return Vec::new();
        }
        let lines = self.manuscript.lines().iter().enumerate();
        let found = lines.flat_map(|(paragraph, line)| {
            let start = text_start(line);
            let text = line[start..].to_ascii_lowercase();
            let at: Vec<usize> = text
                .match_indices(&wanted)
                .map(|(at, _)| start + at)
                .collect();
            let length = wanted.len();
            at.into_iter()
                .map(move |at| Place::new(paragraph, at)..Place::new(paragraph, at + length))
        });
        found.collect()
    }
}

fn one_line(text: &str) -> String {
    text.chars().filter(|&c| !clean::is_unsafe(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::prose::Edit;

    #[test]
    fn words_are_found_round_the_text() {
        let mut prose = Prose::new("渠水清，渠水甜\n\n## 渠水\n\nWiFi和wifi");
        assert_eq!(prose.count_found("渠水"), 3);
        let mut at = Vec::new();
        for _ in 0..4 {
            assert!(prose.find_next("渠水"));
            at.push((prose.position().paragraph, prose.position().column));
        }
        assert_eq!(at, [(1, 3), (1, 7), (2, 3), (1, 3)]);
        assert!(prose.find_previous("渠水"));
        assert_eq!(prose.position().paragraph, 2);
        assert_eq!(prose.count_found("wifi"), 2);
        assert!(!prose.find_next("井水") && !prose.find_next(""));
    }

    #[test]
    fn words_are_replaced_one_by_one_or_all_at_once() {
        let mut prose = Prose::new("渠水清，渠水甜\n\n渠水");
        assert!(prose.replace_next("渠水", "河水"), "selects the first");
        assert!(prose.replace_next("渠水", "河水"));
        assert_eq!(prose.body(), "河水清，渠水甜\n\n渠水\n");
        assert_eq!(prose.replace_all("渠水", "泉\n"), 2);
        assert_eq!(prose.body(), "河水清，泉甜\n\n泉\n");
        prose.edit(Edit::Undo);
        prose.edit(Edit::Undo);
        assert!(!prose.is_changed());
        assert_eq!(prose.replace_all("井", "泉"), 0);
    }
}
