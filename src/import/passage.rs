//! Text put together from lines, that remembers which line each part came from.

use std::ops::Range;

/// A passage of one or more lines.
#[derive(Debug, Clone, Default)]
pub(super) struct Passage {
    /// The text.
    pub text: String,
    /// Where each line's part begins, in bytes, with the line's number.
    starts: Vec<(usize, usize)>,
}

impl Passage {
    /// A passage of one line.
    pub fn new(text: &str, line: usize) -> Self {
        Self {
            text: text.to_owned(),
            starts: vec![(0, line)],
        }
    }

    /// Adds the text of a further line.
    pub fn push(&mut self, text: &str, line: usize) {
        self.starts.push((self.text.len(), line));
        self.text.push_str(text);
    }

    /// Takes the first `bytes` off, and white space after them.
    pub fn cut_front(&mut self, bytes: usize) -> String {
        let rest = self.text.split_off(bytes);
        let cut = std::mem::replace(&mut self.text, rest);
        let blank = self.text.len() - self.text.trim_start().len();
        self.text.drain(..blank);
        let off = bytes + blank;
        let first = self.line_at(off);
        self.starts.retain(|&(at, _)| at > off);
        for start in &mut self.starts {
            start.0 -= off;
        }
        self.starts.insert(0, (0, first));
        cut
    }

    /// Keeps the first `bytes`, trimmed, and returns the rest.
    pub fn cut_back(&mut self, bytes: usize) -> String {
        let rest = self.text.split_off(bytes);
        self.text.truncate(self.text.trim_end().len());
        let end = self.text.len();
        self.starts.retain(|&(at, _)| at == 0 || at < end);
        rest
    }

    /// The line of the byte at a place.
    pub fn line_at(&self, at: usize) -> usize {
        let after = self.starts.partition_point(|&(start, _)| start <= at);
        after.checked_sub(1).map_or(0, |i| self.starts[i].1)
    }

    /// The same passage with other text of as many characters, so that lines stay with their text.
    pub fn rewritten(&self, text: String) -> Self {
        if text.len() == self.text.len() {
            return Self {
                text,
                starts: self.starts.clone(),
            };
        }
        let mut places = self.text.char_indices().zip(text.char_indices()).peekable();
        let mut shifted = |at: usize| {
            while places.peek().is_some_and(|(was, _)| was.0 < at) {
                places.next();
            }
            places.peek().map_or(text.len(), |(_, now)| now.0)
        };
        let starts = self
            .starts
            .iter()
            .map(|&(at, line)| (shifted(at), line))
            .collect();
        Self { text, starts }
    }

    /// The lines it came from, from 1, end exclusive.
    pub fn lines(&self) -> Range<usize> {
        let first = self.starts.first().map_or(0, |s| s.1);
        let last = self.starts.iter().map(|s| s.1).max().unwrap_or(first);
        first..last + 1
    }

    /// How many lines it came from.
    pub fn count(&self) -> usize {
        self.starts.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_knows_its_lines_after_cuts() {
        let mut passage = Passage::new("●甲乙", 3);
        passage.push("丙丁（记者 戊）", 7);
        assert_eq!(passage.cut_front("●".len()), "●");
        assert_eq!(passage.line_at("甲乙".len()), 7);
        let at = passage.text.find('（').unwrap();
        assert_eq!(passage.cut_back(at), "（记者 戊）");
        assert_eq!((passage.text.as_str(), passage.lines()), ("甲乙丙丁", 3..8));
    }
}
