//! How many cells text takes on a terminal, and the cutting of text to a width.
//!
//! The one place that knows: line breaking, the caret and drawing all step over [`glyphs`], so they
//! cannot disagree. Widths are those of what is shown ([`shown`]), not of the raw characters.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::clean::{self, SIGN};
use crate::domain::settings::AmbiguousCells;

/// What ends a text that was cut: no East Asian Ambiguous character, so two cells everywhere.
pub const ENDING: &str = "..";

/// The most characters of one grapheme cluster that are sent to a terminal.
const CLUSTER_CHARS: usize = 16;

/// A grapheme cluster of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph<'a> {
    /// Where it begins, in bytes.
    pub at: usize,
    /// Its characters, unsafe ones included; draw [`shown`] of it.
    pub text: &'a str,
    /// Cells of what is shown, at least 1.
    pub cells: usize,
}

/// The grapheme clusters of a text from its start.
pub fn glyphs(text: &str, ambiguous: AmbiguousCells) -> Glyphs<'_> {
    Glyphs {
        text,
        at: 0,
        ambiguous,
    }
}

/// Iterator of [`glyphs`].
#[derive(Debug, Clone)]
pub struct Glyphs<'a> {
    text: &'a str,
    at: usize,
    ambiguous: AmbiguousCells,
}

impl<'a> Iterator for Glyphs<'a> {
    type Item = Glyph<'a>;

    fn next(&mut self) -> Option<Glyph<'a>> {
        let rest = &self.text[self.at..];
        let mut chars = rest.chars();
        let first = chars.next()?;
        let (text, cells) = match plain(first, self.ambiguous) {
            Some(cells)
                if chars
                    .next()
                    .is_none_or(|c| plain(c, self.ambiguous).is_some()) =>
            {
                (&rest[..first.len_utf8()], cells)
            }
            _ => {
                let text = rest.graphemes(true).next()?;
                (text, cluster_cells(text, self.ambiguous))
            }
        };
        let at = self.at;
        self.at += text.len();
        Some(Glyph { at, text, cells })
    }
}

/// Cells of the characters Chinese copy is made of: none of them joins a neighbour of this kind, so
/// they need no segmentation.
fn plain(c: char, ambiguous: AmbiguousCells) -> Option<usize> {
    match c {
        ' '..='~' => Some(1),
        '\u{3000}'..='\u{3020}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff60}' => Some(2),
        '“' | '”' | '‘' | '’' | '…' | '—' | '·' | '●' => Some(match ambiguous {
            AmbiguousCells::One => 1,
            AmbiguousCells::Two => 2,
        }),
        _ => None,
    }
}

/// Whether a cluster is one character of plain Chinese copy: it is shown as it is, in one piece.
pub fn is_plain(grapheme: &str) -> bool {
    let mut chars = grapheme.chars();
    let first = chars.next();
    chars.next().is_none() && first.is_some_and(|c| plain(c, AmbiguousCells::One).is_some())
}

/// What is drawn for one grapheme cluster: unsafe characters as signs, a mark without a base on a
/// sign, endless marks cut.
pub fn shown(grapheme: &str) -> Cow<'_, str> {
    let seen = clean::visible(grapheme);
    let short = seen.len() <= CLUSTER_CHARS || seen.chars().nth(CLUSTER_CHARS).is_none();
    if short && !seen.is_empty() && seen.width() > 0 {
        return seen;
    }
    let mut out: String = seen.chars().take(CLUSTER_CHARS).collect();
    if out.width() == 0 {
        out.insert(0, SIGN);
    }
    Cow::Owned(out)
}

/// The parts of [`shown`] that each take cells of their own, with their cells (at least 1).
pub fn pieces(shown: &str, ambiguous: AmbiguousCells) -> impl Iterator<Item = (&str, usize)> {
    shown.graphemes(true).map(move |piece| {
        let cells = match ambiguous {
            AmbiguousCells::One => piece.width(),
            AmbiguousCells::Two => piece.width_cjk(),
        };
        (piece, cells.max(1))
    })
}

fn cluster_cells(grapheme: &str, ambiguous: AmbiguousCells) -> usize {
    let shown = shown(grapheme);
    pieces(&shown, ambiguous).map(|(_, cells)| cells).sum()
}

/// Cells of a text.
pub fn cells(text: &str, ambiguous: AmbiguousCells) -> usize {
    glyphs(text, ambiguous).map(|glyph| glyph.cells).sum()
}

/// The longest start of a text that fits into so many cells.
pub fn truncate(text: &str, cells: usize, ambiguous: AmbiguousCells) -> &str {
    let mut used = 0;
    for glyph in glyphs(text, ambiguous) {
        used += glyph.cells;
        if used > cells {
            return &text[..glyph.at];
        }
    }
    text
}

/// A text cut to so many cells, [`ENDING`] saying that it was cut.
pub fn shorten(text: &str, cells: usize, ambiguous: AmbiguousCells) -> Cow<'_, str> {
    let whole = truncate(text, cells, ambiguous);
    if whole.len() == text.len() {
        return Cow::Borrowed(text);
    }
    if cells < ENDING.len() {
        return Cow::Borrowed(whole);
    }
    let start = truncate(text, cells - ENDING.len(), ambiguous);
    Cow::Owned(format!("{start}{ENDING}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use AmbiguousCells::{One, Two};
    use proptest::prelude::*;

    #[test]
    fn ambiguous_marks_follow_the_terminal() {
        for (text, one, two) in [
            ("柳林", 4, 4),
            ("“好”", 4, 6),
            ("……——", 4, 8),
            ("甲·乙", 5, 6),
            ("● 讯", 4, 5),
            ("abc, 3%", 7, 7),
            ("，。！", 6, 6),
            ("e\u{301}", 1, 1),
            ("\u{1b}[0m", 4, 4),
            ("\u{301}", 1, 1),
            ("ｶﾞ", 2, 2),
            ("👍🏽", 2, 2),
        ] {
            assert_eq!((cells(text, One), cells(text, Two)), (one, two), "{text:?}");
        }
    }

    #[test]
    fn cutting_never_halves_a_character() {
        assert_eq!(truncate("一二三", 5, One), "一二");
        assert_eq!(truncate("一二三", 6, One), "一二三");
        assert_eq!(truncate("一", 1, One), "");
        assert_eq!(shorten("一二三四", 7, One), "一二..");
        assert_eq!(shorten("一二三四", 8, One), "一二三四");
        assert_eq!(shorten("一二", 1, One), "");
    }

    #[test]
    fn the_short_way_agrees_with_the_long_one() {
        for c in ('\0'..='\u{2ffff}').filter(|&c| plain(c, One).is_some()) {
            for ambiguous in [One, Two] {
                assert_eq!(
                    plain(c, ambiguous),
                    Some(cluster_cells(c.encode_utf8(&mut [0; 4]), ambiguous)),
                    "{c:?}"
                );
            }
            let text = c.to_string();
            assert!(is_plain(&text) && shown(&text) == text, "{c:?}");
            assert_eq!(pieces(&text, One).count(), 1, "{c:?}");
            let pair = format!("{c}字{c}");
            assert_eq!(pair.graphemes(true).count(), 3, "{c:?}");
        }
    }

    proptest! {
        #[test]
        fn glyphs_are_the_graphemes(text in "[a“一\u{301}\u{200d}👩🇨ᄀ각\r\n\u{600}e，]{0,12}") {
            let ours: Vec<&str> = glyphs(&text, One).map(|g| g.text).collect();
            let theirs: Vec<&str> = text.graphemes(true).collect();
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn a_cut_text_fits(text in any::<String>(), width in 0usize..30) {
            for ambiguous in [One, Two] {
                prop_assert!(cells(truncate(&text, width, ambiguous), ambiguous) <= width);
                prop_assert!(cells(&shorten(&text, width, ambiguous), ambiguous) <= width);
            }
        }
    }
}
