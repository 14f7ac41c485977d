//! Soft line breaking of one paragraph by the rules of Chinese print (GB/T 15834-2011, 5.1).
//!
//! No row begins with a closing mark or a connector, none ends with an opening one, …… and —— stay
//! whole, Latin words and numbers with their signs too unless they are longer than a row. Spaces
//! that do not fit hang over the end of their row.

use super::width::glyphs;
use crate::domain::settings::AmbiguousCells;

/// One row of a paragraph: bytes `start..end`, drawn after `indent` cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
    /// Blank cells before the text; they are not in the text.
    pub indent: usize,
}

/// The rows of one paragraph at a width in cells, the first indented; at least one row.
///
/// Rows concatenate to the paragraph. A row is wider than `width` only by a hanging space, or where
/// one grapheme alone is. An indent that would take half of the row is left out.
pub fn wrap(paragraph: &str, width: usize, indent: usize, ambiguous: AmbiguousCells) -> Vec<Row> {
    Measure {
        width,
        indent,
        ambiguous,
    }
    .rows(paragraph, 0, usize::MAX)
}

/// What rows depend on beside the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// Cells of a row.
    pub width: usize,
    /// Cells before the first row of a paragraph.
    pub indent: usize,
    /// Cells of ambiguous characters.
    pub ambiguous: AmbiguousCells,
}

impl Measure {
    /// The rows of a paragraph from the start of one of them, given as a byte: at least so many
    /// where there are so many. The last ends with the paragraph, or more follow.
    ///
    /// Where a row ends depends on nothing before it, so rows made in parts are those made at once.
    pub fn rows(self, paragraph: &str, from: usize, enough: usize) -> Vec<Row> {
        let indented = from == 0 && self.indent * 2 <= self.width;
        let mut breaker = Breaker::new(self.width, if indented { self.indent } else { 0 });
        let rest = &paragraph[from..];
        let mut steps = glyphs(rest, self.ambiguous).peekable();
        while let Some(glyph) = steps.next() {
            let next = steps.peek().map(|g| head(g.text));
            let (at, bytes) = (glyph.at, glyph.text.len());
            breaker.take(at, head(glyph.text), bytes, glyph.cells, next);
            if breaker.rows.len() >= enough {
                break;
            }
        }
        let mut rows = if breaker.rows.len() >= enough {
            breaker.rows
        } else {
            breaker.finish(rest.len())
        };
        for row in &mut rows {
            row.start += from;
            row.end += from;
        }
        rows
    }
}

/// Whether a row may end between two neighbouring characters.
pub fn may_break(a: char, b: char) -> bool {
    joint(a, b, None) == Joint::Free
}

/// The character that decides where a grapheme may stand: its first, but not a space under marks.
fn head(grapheme: &str) -> char {
    let mut chars = grapheme.chars();
    let first = chars.next().unwrap_or(' ');
    match chars.next() {
        Some(mark) if class(first) == Class::Space => mark,
        _ => first,
    }
}

/// A place in the paragraph with the cells before it.
#[derive(Clone, Copy)]
struct Place {
    byte: usize,
    cells: usize,
}

struct Breaker {
    width: usize,
    rows: Vec<Row>,
    /// Start of the open row, its indent counted as cells already gone.
    start: Place,
    indent: usize,
    /// Last place where the row may end, and last place inside a Latin word.
    free: Option<Place>,
    word: Option<Place>,
    /// End of what was taken.
    end: Place,
    before: Option<char>,
}

impl Breaker {
    fn new(width: usize, indent: usize) -> Self {
        let zero = Place { byte: 0, cells: 0 };
        Self {
            width,
            rows: Vec::new(),
            start: zero,
            indent,
            free: None,
            word: None,
            end: zero,
            before: None,
        }
    }

    /// Takes the next grapheme: where it is, its first character, bytes and cells, and the first
    /// character after it.
    fn take(&mut self, at: usize, c: char, bytes: usize, cells: usize, next: Option<char>) {
        let here = Place {
            byte: at,
            cells: self.end.cells,
        };
        let inside = self.before.filter(|_| at > self.start.byte);
        match inside.map(|before| joint(before, c, next)) {
            Some(Joint::Free) => self.free = Some(here),
            Some(Joint::Word) => self.word = Some(here),
            Some(Joint::Never) | None => {}
        }
        let after = Place {
            byte: at + bytes,
            cells: here.cells + cells,
        };
        if self.hangs(c, here, after, next) {
            self.close(after);
        } else {
            while self.row_cells(after) > self.width && here.byte > self.start.byte {
                let cut = self.free.or(self.word).unwrap_or(here);
                self.close(cut);
            }
        }
        self.end = after;
        self.before = Some(c);
    }

    fn row_cells(&self, to: Place) -> usize {
        self.indent + to.cells - self.start.cells
    }

    /// A single space over the end of the row stays on it.
    fn hangs(&self, c: char, here: Place, after: Place, next: Option<char>) -> bool {
        let full = self.row_cells(here) <= self.width && self.row_cells(after) > self.width;
        full && here.byte > self.start.byte
            && class(c) == Class::Space
            && self.before.is_some_and(|b| class(b) != Class::Space)
            && next.is_none_or(|n| may_break(c, n))
    }

    fn close(&mut self, at: Place) {
        self.rows.push(Row {
            start: self.start.byte,
            end: at.byte,
            indent: self.indent,
        });
        self.start = at;
        self.indent = 0;
        let later = |place: &Place| place.byte > at.byte;
        self.free = self.free.filter(later);
        self.word = self.word.filter(later);
    }

    fn finish(mut self, end: usize) -> Vec<Row> {
        if self.rows.is_empty() || self.start.byte < end {
            self.close(Place {
                byte: end,
                cells: 0,
            });
        }
        self.rows
    }
}

/// What stands between two characters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// A row may end here.
    Free,
    /// Inside a Latin word or number: only where it is longer than a row.
    Word,
    /// Only where nothing else is possible.
    Never,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Never ends a row (5.1.3), prefixes of numbers.
    Open,
    /// Never begins a row (5.1.1 to 5.1.3, 5.1.6, 5.1.7), signs after numbers.
    Close,
    /// Neither (5.1.9), and straight quotes, whose side is not known.
    Inner,
    /// Half of —— (5.1.4) or a one-character connector (5.1.6).
    Dash,
    /// Part of …… (5.1.5).
    Dots,
    Space,
    /// Latin letters, digits and what is glued to them.
    Word,
    Other,
}

const OPEN: &str = "“‘（《〈「『【〔〖［｛〝([{«￥¥＄£€№";
const CLOSE: &str = "，。、；：？！．”’）》〉」』】〕〗］｝〞〟)]}»·•・‧～〜–％‰℃℉°′″々,.;:?!%-~";
const INNER: &str = "/／\"'\u{a0}\u{202f}\u{2060}";

fn class(c: char) -> Class {
    match c {
        '\u{4e00}'..='\u{9fff}' => Class::Other,
        '0'..='9' | 'A'..='Z' | 'a'..='z' => Class::Word,
        ' ' | '\t' | '\u{3000}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' => Class::Space,
        '—' | '―' => Class::Dash,
        '…' | '⋯' => Class::Dots,
        _ if OPEN.contains(c) => Class::Open,
        // Squared units (㎡ ㎏) stand after their number.
        _ if matches!(c, '\u{3380}'..='\u{33df}') || CLOSE.contains(c) => Class::Close,
        _ if INNER.contains(c) => Class::Inner,
        // The rest of ASCII, full-width letters, Latin with accents, Greek, Cyrillic.
        '!'..='~'
        | '０'..='９'
        | 'Ａ'..='Ｚ'
        | 'ａ'..='ｚ'
        | '\u{c0}'..='\u{24f}'
        | '\u{370}'..='\u{52f}' => Class::Word,
        _ => Class::Other,
    }
}

/// The joint between `a` and `b`, `next` being what follows `b`.
fn joint(a: char, b: char, next: Option<char>) -> Joint {
    use Class::{Close, Dash, Dots, Inner, Open, Space, Word};
    match (class(a), class(b)) {
        (Word, Word) => Joint::Word,
        // Inside a.b, 3.5, 10:30, e-mail; also the second half of it’s.
        (Close, Word) if a.is_ascii() || a == '’' && b.is_ascii_lowercase() => Joint::Word,
        // A bracket right after a word is part of it: f(x).
        (Word, Open) if b.is_ascii() => Joint::Word,
        // A lone dash joins two items (一字线); only a double one may begin a row.
        (before, Dash) if before == Dash || next.map(class) != Some(Dash) => Joint::Never,
        (Open | Inner, _) | (_, Close | Inner) | (Dots, Dots) => Joint::Never,
        (before, Space) if before != Space => Joint::Never,
        _ => Joint::Free,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width::cells;
    use AmbiguousCells::{One, Two};
    use proptest::prelude::*;

    fn rows(text: &str, width: usize) -> Vec<&str> {
        let rows = wrap(text, width, 0, One);
        rows.iter().map(|row| &text[row.start..row.end]).collect()
    }

    #[test]
    fn marks_keep_their_side() {
        for (text, width, wanted) in [
            ("春天来了，花开了", 8, &["春天来", "了，花开", "了"][..]),
            ("他笑着说“好极了”", 9, &["他笑着说", "“好极了”"]),
            ("读完《麦收》再走", 6, &["读完", "《麦", "收》再", "走"]),
            ("一二三——四五", 7, &["一二三", "——四五"]),
            ("一二……三四", 5, &["一二", "……三", "四"]),
            ("东—西线路", 4, &["东—", "西线", "路"]),
            ("气温约３０％以上", 10, &["气温约", "３０％以上"]),
            ("增长3.5%左右", 6, &["增长", "3.5%左", "右"]),
            ("用 WiFi 上网", 8, &["用 WiFi ", "上网"]),
            ("甲／乙丙", 4, &["甲／", "乙丙"]),
            ("张三·李四", 4, &["张", "三·", "李四"]),
        ] {
            assert_eq!(rows(text, width), wanted, "{text} at {width}");
        }
    }

    #[test]
    fn there_is_always_progress() {
        assert_eq!(rows("好。", 2), ["好", "。"]);
        assert_eq!(rows("，，，，", 4), ["，，", "，，"]);
        assert_eq!(rows("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(
            rows("看https://a.example/long", 10),
            ["看", "https://a.", "example/lo", "ng"]
        );
        assert_eq!(rows("一二", 1), ["一", "二"]);
        assert_eq!(rows("", 10), [""]);
        assert_eq!(rows("a    b", 2), ["a ", "  ", " b"]);
    }

    #[test]
    fn only_the_first_row_is_indented() {
        let found = wrap("一二三四五六七八", 10, 4, One);
        assert_eq!(found.iter().map(|r| r.indent).collect::<Vec<_>>(), [4, 0]);
        assert_eq!(found[0].end, 9);
        assert_eq!(wrap("一", 6, 4, One)[0].indent, 0, "no room for an indent");
    }

    const NO_START: &str = "，。！？、；：”’）》〉」』】·～％%,.;:!?)";
    const NO_END: &str = "“‘（《〈「『【(";

    /// What a break between two rows does wrong, if anything.
    fn fault(before: &str, after: &str) -> Option<&'static str> {
        let (a, b) = (before.chars().next_back()?, after.chars().next()?);
        if NO_START.contains(b) {
            Some("begins with a closing mark")
        } else if NO_END.contains(a) {
            Some("ends with an opening mark")
        } else if a == b && "…—".contains(a) {
            Some("splits …… or ——")
        } else if "/／".contains(a) || "/／".contains(b) {
            Some("has / at an end")
        } else if a.is_ascii_alphanumeric() && b.is_ascii_alphanumeric() {
            Some("splits a word")
        } else {
            None
        }
    }

    /// News-like text from pieces, each followed by a mark that may follow it.
    fn news() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            8 => "[河渠村口新修了一座便民桥大家出行更方便邻里齐动手]{1,14}",
            1 => "[1-9][0-9]{0,3}(\\.[0-9])?(%|％|km|℃|万元|户)?",
            1 => "(WiFi|5G|GDP|COVID-19|10:30|2026/04|App)",
            1 => "“[村民说好日子来了]{1,8}[！？。]”",
            1 => "《[乡村四季歌]{1,6}》",
            1 => "（[含新增部分]{1,6}）",
            1 => "(‘[一二]{1,3}’|「[三四]{1,3}」|【[五六]{1,3}】)",
            1 => "[阿依古丽]{2}·[买买提]{2,3}",
            1 => "[东西]站—[南北]站|[三五]～[六八]天|和／或|——|……",
        ];
        let mark = prop_oneof![
            5 => Just(""), 3 => Just("，"), 2 => Just("。"), 1 => Just("、"), 1 => Just("；"),
            1 => Just("：“"), 1 => Just("！”"), 1 => Just("？"), 1 => Just(" "),
        ];
        prop::collection::vec((piece, mark), 40..80)
            .prop_map(|parts| parts.into_iter().map(|(a, b)| a + b).collect())
    }

    #[test]
    fn twenty_thousand_breaks_of_news_without_a_fault() {
        use proptest::strategy::ValueTree;
        use proptest::test_runner::TestRunner;
        let mut runner = TestRunner::deterministic();
        let mut breaks = 0;
        for _ in 0..12 {
            let text = news().new_tree(&mut runner).unwrap().current();
            for (width, ambiguous) in (20..=120).flat_map(|width| [(width, One), (width, Two)]) {
                let found = wrap(&text, width, 4, ambiguous);
                for pair in found.windows(2) {
                    let before = &text[pair[0].start..pair[0].end];
                    let after = &text[pair[1].start..pair[1].end];
                    assert_eq!(fault(before, after), None, "{before}⏎{after} at {width}");
                    breaks += 1;
                }
            }
        }
        assert!(breaks > 20_000, "only {breaks} breaks");
    }

    #[test]
    fn a_real_page_breaks_without_a_fault() {
        let file = crate::text::count::tests::shared().join("gold/page_repaired.txt");
        let Ok(page) = std::fs::read_to_string(&file) else {
            eprintln!("skipped: no {}", file.display());
            return;
        };
        for width in 20..=120 {
            for line in page.lines() {
                let found = wrap(line, width, 4, One);
                for pair in found.windows(2) {
                    let before = &line[pair[0].start..pair[0].end];
                    let after = &line[pair[1].start..pair[1].end];
                    assert_eq!(fault(before, after), None, "{before}⏎{after} at {width}");
                }
            }
        }
    }

    #[test]
    fn a_megabyte_paragraph_is_linear() {
        let text = "河渠新桥，邻里方便。".repeat(35_000);
        let rows = wrap(&text, 80, 4, One);
        assert!(rows.len() > 8_000);
    }

    proptest! {
        #[test]
        fn rows_made_in_parts_are_those_made_at_once(
            text in "([一，。“” a%3—…\u{301}👩]|[(]x[)]){0,80}", width in 2usize..24, enough in 1usize..4,
        ) {
            let measure = Measure { width, indent: 4, ambiguous: Two };
            let whole = measure.rows(&text, 0, usize::MAX);
            let mut parts = Vec::new();
            loop {
                let from = parts.last().map_or(0, |row: &Row| row.end);
                let some = measure.rows(&text, from, enough);
                let done = some.last().unwrap().end == text.len();
                parts.extend(some);
                if done {
                    break;
                }
            }
            prop_assert_eq!(parts, whole);
        }

        #[test]
        fn rows_are_the_paragraph_and_fit(text in any::<String>(), width in 2usize..40, indent in 0usize..6) {
            for ambiguous in [One, Two] {
                let found = wrap(&text, width, indent, ambiguous);
                prop_assert_eq!(found[0].start, 0);
                prop_assert_eq!(found[found.len() - 1].end, text.len());
                prop_assert!(found.windows(2).all(|w| w[0].end == w[1].start));
                prop_assert!(text.is_empty() || found.iter().all(|r| r.start < r.end));
                for row in found {
                    let part = &text[row.start..row.end];
                    let single = glyphs(part, ambiguous).count() <= 1;
                    let seen = part.strip_suffix(|c| class(c) == Class::Space).unwrap_or(part);
                    prop_assert!(single || row.indent + cells(seen, ambiguous) <= width, "{part:?}");
                }
            }
        }
    }
}
