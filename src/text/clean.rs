//! What of a text may reach a terminal, and what of a pasted text may enter a draft.
//!
//! Controls, escapes, direction overrides and invisible characters act on a terminal or hide text
//! from its reader. On the screen each is replaced by a visible sign; from a paste they are taken
//! out. The draft itself is never changed here.

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar;

/// What stands on the screen for a character that has no sign of its own.
///
/// One cell on every terminal; U+FFFD would be two on some (it is East Asian Ambiguous).
pub const SIGN: char = '\u{2426}';

/// Characters that act or are invisible: general categories Cc, Cf, Zl, Zp and what Unicode lists
/// as `Default_Ignorable_Code_Point`, variation selectors apart. Inclusive ranges, sorted.
const UNSAFE: [(char, char); 27] = [
    ('\0', '\u{1f}'),
    ('\u{7f}', '\u{9f}'),
    ('\u{ad}', '\u{ad}'),
    ('\u{34f}', '\u{34f}'),
    ('\u{600}', '\u{605}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{6dd}', '\u{6dd}'),
    ('\u{70f}', '\u{70f}'),
    ('\u{890}', '\u{891}'),
    ('\u{8e2}', '\u{8e2}'),
    ('\u{115f}', '\u{1160}'),
    ('\u{17b4}', '\u{17b5}'),
    ('\u{180b}', '\u{180f}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{2028}', '\u{202e}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{ffa0}', '\u{ffa0}'),
    ('\u{fff0}', '\u{fffb}'),
    ('\u{110bd}', '\u{110bd}'),
    ('\u{110cd}', '\u{110cd}'),
    ('\u{13430}', '\u{1343f}'),
    ('\u{1bca0}', '\u{1bca3}'),
    ('\u{1d173}', '\u{1d17a}'),
    ('\u{e0000}', '\u{e00ff}'),
    ('\u{e01f0}', '\u{e0fff}'),
];

/// Whether a character acts on a terminal or cannot be seen.
pub fn is_unsafe(c: char) -> bool {
    if matches!(c, ' '..='~' | '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{3020}' | '\u{4e00}'..='\u{9fff}')
    {
        return false;
    }
    let after = UNSAFE.partition_point(|&(first, _)| first <= c);
    after > 0 && c <= UNSAFE[after - 1].1
}

/// Whether a text holds an unsafe character, line ends apart.
///
/// What Chinese copy is made of is told by its bytes, without a branch, so that the compiler makes
/// it wide; text with anything else in it, seldom found, is read again by character.
pub fn holds_unsafe(text: &str) -> bool {
    let acts = |c: char| c != '\n' && is_unsafe(c);
    // The bytes are looked at by three: what is left of them at the end is in the last characters.
    let end = text.chars().rev().take(3).any(acts);
    end || !is_common(text.as_bytes()) && text.chars().any(acts)
}

/// Whether every character that begins before the last two bytes is ASCII, Han or a common mark.
fn is_common(bytes: &[u8]) -> bool {
    let common = |a: u8, b: u8, c: u8| {
        let ascii = (b' '..0x7f).contains(&a) | (a == b'\n');
        let inside = (0x80..0xc0).contains(&a);
        let latin = (a == 0xc2) & (b >= 0xa0) & (b != 0xad);
        let mark = (a == 0xe2) & ((b >= 0x82) | (b == 0x80) & (0x90..0xa8).contains(&c));
        let wide = (0xe3..=0xe9).contains(&a) & !((a == 0xe3) & (b == 0x85) & (c == 0xa4));
        let full = (a == 0xef) & ((b == 0xbc) | (b == 0xbd));
        ascii | inside | latin | mark | wide | full
    };
    let second = bytes.get(1..).unwrap_or_default();
    let third = bytes.get(2..).unwrap_or_default();
    let triples = bytes.iter().zip(second).zip(third);
    triples.fold(true, |so_far, ((&a, &b), &c)| so_far & common(a, b, c))
}

/// Whether a character only picks a glyph for the one before it: nothing is lost by not sending it,
/// and terminals disagree on the width of what carries one.
pub fn is_variation_selector(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// The visible sign of an unsafe character, one cell wide on every terminal.
fn sign(c: char) -> char {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + c as u32).unwrap_or(SIGN),
        '\u{7f}' => '\u{2421}',
        _ => SIGN,
    }
}

/// The text as it may be shown: each unsafe character replaced by one visible sign.
///
/// Newlines count as unsafe: what is shown is one line.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text
        .chars()
        .any(|c| is_unsafe(c) || is_variation_selector(c))
    {
        return Cow::Borrowed(text);
    }
    let shown = text.chars().filter(|&c| !is_variation_selector(c));
    Cow::Owned(
        shown
            .map(|c| if is_unsafe(c) { sign(c) } else { c })
            .collect(),
    )
}

/// Whether a character ends a paragraph in pasted text: every line end any program writes.
fn ends_line(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// One line of pasted text without what is unsafe, tabs as spaces, no white space around it.
fn line(text: &str) -> String {
    let spaced = text.chars().map(|c| if c == '\t' { ' ' } else { c });
    let kept: String = spaced.filter(|&c| !is_unsafe(c)).collect();
    kept.trim().to_owned()
}

/// Pasted text as paragraphs: one a line, unsafe characters taken out, indents and blank lines
/// dropped, no final newline.
pub fn paragraphs(text: &str) -> String {
    let lines = text.split(ends_line).map(line);
    let kept: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    kept.join("\n")
}

/// Pasted text for a one-line field: lines are joined as clauses of a headline are, by U+3000
/// between Chinese text, by a space elsewhere.
pub fn single_line(text: &str) -> String {
    let mut out = String::new();
    for part in text.split(ends_line).map(line) {
        if out.is_empty() || part.is_empty() {
            out.push_str(&part);
            continue;
        }
        let wide = |c: Option<char>| c.and_then(UnicodeWidthChar::width) == Some(2);
        let chinese = wide(out.chars().next_back()) && wide(part.chars().next());
        out.push(if chinese { '\u{3000}' } else { ' ' });
        out.push_str(&part);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn what_acts_on_a_terminal_is_shown_as_a_sign() {
        for (raw, shown) in [
            ("平常的字", "平常的字"),
            ("红\u{1b}[31m字", "红␛[31m字"),
            ("铃\u{7}", "铃␇"),
            ("一\n二\r三\t四", "一␊二␍三␉四"),
            ("\u{9b}2J", "␦2J"),
            ("左\u{202e}右\u{2066}", "左␦右␦"),
            ("零\u{200b}宽\u{200d}\u{feff}", "零␦宽␦␦"),
            ("段\u{2028}段\u{2029}", "段␦段␦"),
            ("软\u{ad}连", "软␦连"),
            ("签\u{e0041}", "签␦"),
            ("葛\u{e0100}洲", "葛洲"),
        ] {
            assert_eq!(visible(raw), shown, "{raw:?}");
        }
    }

    #[test]
    fn unsafe_characters_are_found_wherever_they_stand() {
        for c in (0..=0x0010_ffff).filter_map(char::from_u32) {
            let expected = c != '\n' && is_unsafe(c);
            for text in [
                c.to_string(),
                format!("渠{c}"),
                format!("{c}水清了。"),
                format!("a{c}b"),
            ] {
                assert_eq!(holds_unsafe(&text), expected, "{text:?}");
            }
        }
    }

    #[test]
    fn ranges_are_sorted_and_signs_are_one_cell() {
        assert!(UNSAFE.windows(2).all(|w| w[0].1 < w[1].0));
        for (first, last) in UNSAFE {
            assert!(first <= last && is_unsafe(first) && is_unsafe(last));
            for c in first..=last {
                let sign = sign(c);
                assert_eq!((sign.width(), sign.width_cjk()), (Some(1), Some(1)));
            }
        }
    }

    #[test]
    fn no_control_passes() {
        for c in (0..=0x0010_ffff).filter_map(char::from_u32) {
            if c.is_control() || c.width().is_none() {
                assert!(is_unsafe(c), "{c:?}");
            }
        }
    }

    #[test]
    fn a_paste_becomes_paragraphs() {
        for (raw, clean) in [
            ("", ""),
            (
                "头一段\r\n第二段\r第三段\n第四段",
                "头一段\n第二段\n第三段\n第四段",
            ),
            ("　　缩进的\n\n \t 也缩进 \n", "缩进的\n也缩进"),
            ("表\t格\u{1b}[1m", "表 格[1m"),
            ("换行符\u{2028}软回车\u{b}末", "换行符\n软回车\n末"),
            ("\u{feff}有\u{200b}标记", "有标记"),
        ] {
            assert_eq!(paragraphs(raw), clean, "{raw:?}");
        }
    }

    #[test]
    fn a_paste_into_a_field_is_one_line() {
        for (raw, clean) in [
            ("灯亮了\r\n路宽了", "灯亮了　路宽了"),
            ("a\n\nb", "a b"),
            ("　题目　两句　", "题目　两句"),
            ("\n\n", ""),
        ] {
            assert_eq!(single_line(raw), clean, "{raw:?}");
        }
    }

    proptest! {
        #[test]
        fn nothing_unsafe_is_left(text in any::<String>()) {
            prop_assert!(!visible(&text).chars().any(is_unsafe));
            prop_assert!(!single_line(&text).chars().any(is_unsafe));
            let pasted = paragraphs(&text);
            prop_assert!(pasted.split('\n').all(|line| !line.chars().any(is_unsafe)));
            prop_assert_eq!(paragraphs(&pasted), pasted.clone());
            prop_assert!(visible(&text).width() < 10 * text.len() + 1);
        }
    }
}
