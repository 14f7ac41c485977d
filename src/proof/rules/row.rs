//! The characters of a line with their places, for rules that look to both sides.

use std::ops::Range;

use crate::text::marks::is_han;

/// A line as characters.
pub(super) struct Row {
    chars: Vec<char>,
    /// Where each character begins, and where the last ends, in bytes.
    at: Vec<usize>,
}

impl Row {
    pub(super) fn of(text: &str) -> Self {
        let mut chars = Vec::with_capacity(text.len() / 3 + 1);
        let mut at = Vec::with_capacity(text.len() / 3 + 2);
        for (place, c) in text.char_indices() {
            chars.push(c);
            at.push(place);
        }
        at.push(text.len());
        Self { chars, at }
    }

    pub(super) fn chars(&self) -> &[char] {
        &self.chars
    }

    pub(super) fn get(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    /// The character `back` before a place.
    pub(super) fn before(&self, at: usize, back: usize) -> Option<char> {
        at.checked_sub(back).and_then(|at| self.get(at))
    }

    /// The bytes of some characters.
    pub(super) fn span(&self, chars: Range<usize>) -> Range<usize> {
        self.at[chars.start]..self.at[chars.end]
    }

    /// The character that begins at a byte.
    pub(super) fn place(&self, byte: usize) -> usize {
        self.at.partition_point(|&at| at < byte)
    }

    pub(super) fn text(&self, chars: Range<usize>) -> String {
        self.chars[chars].iter().collect()
    }

    /// Whether the characters before a place are these.
    pub(super) fn ends_at(&self, at: usize, word: &str) -> bool {
        let mut back = 0;
        word.chars().rev().all(|c| {
            back += 1;
            self.before(at, back) == Some(c)
        })
    }

    /// Whether the characters from a place on are these.
    pub(super) fn starts_at(&self, at: usize, word: &str) -> bool {
        word.chars()
            .zip(at..)
            .all(|(c, at)| self.get(at) == Some(c))
    }

    pub(super) fn han(&self, at: usize) -> bool {
        self.get(at).is_some_and(is_han)
    }
}

/// Marks that part clauses and sentences.
pub(super) fn is_pause(c: char) -> bool {
    matches!(c, '，' | '。' | '、' | '；' | '：' | '？' | '！')
}

/// Opening quotes and brackets.
pub(super) fn opens(c: char) -> bool {
    matches!(
        c,
        '“' | '‘' | '（' | '(' | '《' | '〈' | '【' | '「' | '『' | '〔'
    )
}
