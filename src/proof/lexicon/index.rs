//! Looks every form of the lists up in one pass over a paragraph.
//!
//! A form is found by its first two characters: a table of 64 Ki bits says of almost every pair
//! that no form begins so, and only for the others the forms are compared. One pass costs about
//! 3 ns a character.

use std::ops::Range;

use super::word::Word;

/// Bits of the filter.
const BITS: u32 = 1 << 16;

/// The forms of a list of words, by their first two characters.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    filter: Vec<u64>,
    /// First two characters and the word's number; of one pair the longest form first.
    forms: Vec<(u64, u32)>,
}

fn pair(first: char, second: char) -> u64 {
    u64::from(u32::from(first)) << 32 | u64::from(u32::from(second))
}

fn bit(pair: u64) -> (usize, u64) {
    let mixed = ((pair >> 32) as u32)
        .wrapping_mul(0x9e37_79b1)
        .wrapping_add((pair as u32).wrapping_mul(0x85eb_ca77));
    let at = (mixed >> 16) % BITS;
    ((at / 64) as usize, 1 << (at % 64))
}

impl Index {
    pub(super) fn of(words: &[Word]) -> Self {
        let mut filter = vec![0; (BITS / 64) as usize];
        let mut forms = Vec::with_capacity(words.len());
        for (number, word) in (0..).zip(words) {
            let mut chars = word.wrong.chars();
            if let (Some(first), Some(second)) = (chars.next(), chars.next()) {
                let pair = pair(first, second);
                let (slot, bit) = bit(pair);
                filter[slot] |= bit;
                forms.push((pair, number));
            }
        }
        let length = |number: u32| words[number as usize].wrong.len();
        forms.sort_by_key(|&(pair, number)| (pair, usize::MAX - length(number), number));
        Self { filter, forms }
    }

    /// Calls `found` for every word that holds.
    pub(super) fn find<'w>(
        &self,
        text: &str,
        words: &'w [Word],
        found: &mut impl FnMut(Range<usize>, &'w Word),
    ) {
        if self.forms.is_empty() {
            return;
        }
        let mut before: Option<(usize, char)> = None;
        let mut free = 0;
        for (at, c) in text.char_indices() {
            if let Some((start, first)) = before
                && start >= free
            {
                let pair = pair(first, c);
                let (slot, bit) = bit(pair);
                if self.filter[slot] & bit != 0
                    && let Some(word) = self.longest(pair, text, start, words)
                {
                    free = start + word.wrong.len();
                    found(start..free, word);
                }
            }
            before = Some((at, c));
        }
    }

    fn longest<'w>(
        &self,
        pair: u64,
        text: &str,
        start: usize,
        words: &'w [Word],
    ) -> Option<&'w Word> {
        let from = self.forms.partition_point(|&(other, _)| other < pair);
        self.forms[from..]
            .iter()
            .take_while(|&&(other, _)| other == pair)
            .map(|&(_, number)| &words[number as usize])
            .find(|word| {
                text[start..].starts_with(word.wrong.as_str())
                    && word.holds(text, &(start..start + word.wrong.len()))
            })
    }
}
