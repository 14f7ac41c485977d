//! A page as lines: cleaned of control characters, trimmed, marks made full-width.
//!
//! Knows one line and its neighbours, nothing of items.

use crate::text::marks::{self, Change};

/// A line with text on it.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// Its number on the page, from 1.
    pub no: usize,
    /// Blank lines before it.
    pub gap: usize,
    /// White space before the text, in half-width cells.
    pub indent: usize,
    /// Cleaned and trimmed text with full-width marks.
    pub text: String,
    /// Marks that were changed.
    pub marks: Vec<Change>,
    /// Whether white space ends the line as it stood.
    pub trailing_space: bool,
    /// Control characters that were taken out.
    pub controls: Vec<char>,
}

/// A page's lines as they stand: LF, CRLF, CR, the line marks of Word and Unicode.
pub(super) fn split(text: &str) -> Vec<String> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                lines.push(std::mem::take(&mut line));
            }
            '\n' | '\u{B}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                lines.push(std::mem::take(&mut line));
            }
            c => line.push(c),
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The lines that have text.
pub(super) fn clean(source: &[String]) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    let mut gap = 0;
    for (at, raw) in source.iter().enumerate() {
        let (text, controls) = without_controls(raw);
        if text.trim().is_empty() {
            gap += 1;
            continue;
        }
        let indent = text
            .chars()
            .take_while(|c| c.is_whitespace())
            .map(cells)
            .sum();
        out.push(Line {
            no: at + 1,
            gap,
            indent,
            text: text.trim().to_owned(),
            trailing_space: text.ends_with(char::is_whitespace),
            marks: Vec::new(),
            controls,
        });
        gap = 0;
    }
    widen(&mut out);
    out
}

fn widen(lines: &mut [Line]) {
    let ends: Vec<(Option<char>, Option<char>)> = lines
        .iter()
        .map(|line| (line.text.chars().next(), line.text.chars().next_back()))
        .collect();
    for (at, line) in lines.iter_mut().enumerate() {
        let before = at.checked_sub(1).and_then(|i| ends[i].1);
        let after = ends.get(at + 1).and_then(|e| e.0);
        let (text, marks) = marks::widen(&line.text, before, after);
        line.text = text;
        line.marks = marks;
    }
}

/// Characters that draw nothing or turn the direction of writing.
fn is_control(c: char) -> bool {
    (c.is_control() && c != '\t')
        || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{61C}' | '\u{180E}')
}

fn without_controls(raw: &str) -> (String, Vec<char>) {
    if !raw.contains(is_control) {
        return (raw.to_owned(), Vec::new());
    }
    let controls = raw.chars().filter(|&c| is_control(c)).collect();
    (raw.chars().filter(|&c| !is_control(c)).collect(), controls)
}

/// Half-width cells of a character as a column is measured: Ambiguous ones take two.
pub(super) fn cells(c: char) -> usize {
    match c {
        '\t' => 4,
        c => unicode_width::UnicodeWidthChar::width_cjk(c).unwrap_or(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_is_one() {
        assert_eq!(
            split("甲\r\n乙\r丙\n丁\u{2028}戊\n"),
            ["甲", "乙", "丙", "丁", "戊"]
        );
        assert_eq!(split("\n\n甲"), ["", "", "甲"]);
    }

    #[test]
    fn a_line_knows_its_indent_and_the_gap_above() {
        let source = split("甲\n\n　　乙\u{200B},丙\n");
        let lines = clean(&source);
        assert_eq!((lines[1].no, lines[1].gap, lines[1].indent), (3, 1, 4));
        assert_eq!(lines[1].text, "乙，丙");
        assert_eq!(lines[1].controls, ['\u{200B}']);
    }
}
