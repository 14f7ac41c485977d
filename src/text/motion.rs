//! Where the caret may stand within one paragraph: between grapheme clusters, and at the bounds of
//! clauses and Latin words.
//!
//! All positions are byte offsets into the paragraph.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// The grapheme boundary after a position; the end where there is none.
pub fn next(text: &str, at: usize) -> usize {
    GraphemeCursor::new(at, text.len(), true)
        .next_boundary(text, 0)
        .ok()
        .flatten()
        .unwrap_or(text.len())
}

/// The grapheme boundary before a position; 0 where there is none.
pub fn previous(text: &str, at: usize) -> usize {
    GraphemeCursor::new(at, text.len(), true)
        .prev_boundary(text, 0)
        .ok()
        .flatten()
        .unwrap_or(0)
}

/// The nearest grapheme boundary at or before a position, which may lie inside a character.
pub fn snap(text: &str, at: usize) -> usize {
    let at = text.floor_char_boundary(at);
    let whole = GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0);
    if whole.unwrap_or(true) {
        at
    } else {
        previous(text, at)
    }
}

/// The start of the clause or Latin word after a position: past its marks, closing quotes and
/// spaces, or before the next opening quote.
pub fn next_clause(text: &str, at: usize) -> usize {
    let mut before = Side::Text;
    for (offset, grapheme) in text[at..].grapheme_indices(true) {
        let side = side(grapheme);
        if offset > 0 && starts_clause(before, side) {
            return at + offset;
        }
        before = side;
    }
    text.len()
}

/// The start of the clause or Latin word that a position is in or after.
pub fn previous_clause(text: &str, at: usize) -> usize {
    let mut after: Option<(usize, Side)> = None;
    for (offset, grapheme) in text[..at].grapheme_indices(true).rev() {
        let side = side(grapheme);
        if let Some((start, after)) = after
            && starts_clause(side, after)
        {
            return start;
        }
        after = Some((offset, side));
    }
    0
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Text,
    /// Opening quotes and brackets: a clause begins before them.
    Open,
    /// Clause marks, closing quotes, spaces: a clause ends after them.
    End,
}

fn side(grapheme: &str) -> Side {
    match grapheme.chars().next() {
        Some('“' | '‘' | '《' | '〈' | '（' | '「' | '『' | '【' | '(') => Side::Open,
        Some(
            '，' | '。' | '；' | '：' | '！' | '？' | '、' | '”' | '’' | '》' | '〉' | '）' | '」'
            | '』' | '】' | ')' | '…' | '—' | ',' | ';' | '!' | '?',
        ) => Side::End,
        Some(c) if c.is_whitespace() => Side::End,
        _ => Side::Text,
    }
}

fn starts_clause(before: Side, after: Side) -> bool {
    match after {
        Side::Text => before == Side::End,
        Side::Open => before != Side::Open,
        Side::End => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// All stops of a motion from the start, drawn as bars.
    fn stops(text: &str) -> String {
        let mut out = String::new();
        let mut at = 0;
        while at < text.len() {
            let to = next_clause(text, at);
            out.push_str(&text[at..to]);
            out.push('|');
            at = to;
        }
        out
    }

    #[test]
    fn a_clause_ends_after_its_marks() {
        for (text, bars) in [
            ("雨停了，路通了。", "雨停了，|路通了。|"),
            ("她问：“走吗？”没人答", "她问：|“走吗？”|没人答|"),
            ("灯、水、电", "灯、|水、|电|"),
            ("hello wide world", "hello |wide |world|"),
            ("楼亮了　路宽了", "楼亮了　|路宽了|"),
            ("读《农谚》去", "读|《农谚》|去|"),
            ("真的……好", "真的……|好|"),
            ("", ""),
        ] {
            assert_eq!(stops(text), bars);
        }
    }

    #[test]
    fn a_grapheme_is_never_split() {
        let text = "e\u{301}一👍🏽";
        assert_eq!(next(text, 0), 3);
        assert_eq!(next(text, 3), 6);
        assert_eq!(next(text, 6), text.len());
        assert_eq!(previous(text, text.len()), 6);
        assert_eq!(snap(text, 1), 0);
        assert_eq!(snap(text, 5), 3);
        assert_eq!(snap(text, 10), 6);
    }

    proptest! {
        #[test]
        fn back_goes_where_forward_came_from(text in "[一，“”a \u{301}。🇨（]{0,20}") {
            let mut at = 0;
            let mut forward = vec![0];
            while at < text.len() {
                at = next_clause(&text, at);
                forward.push(at);
            }
            let mut back = vec![at];
            while at > 0 {
                at = previous_clause(&text, at);
                back.push(at);
            }
            back.reverse();
            prop_assert_eq!(forward, back);
        }
    }
}
