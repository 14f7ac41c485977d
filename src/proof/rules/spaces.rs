//! Spaces that do not belong into Chinese text.

use crate::proof::{Context, Line, LineKind, Out, Rule, Severity};
use crate::wording::proof as words;

/// White space between two Han characters of a paragraph.
pub struct BetweenHan;

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

impl Rule for BetweenHan {
    fn name(&self) -> &'static str {
        "space-between-han"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15834-2011 5.1"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("渠水 进村了。", "渠水进村了。"),
            ("灯　亮了，路 宽了。", "灯亮了，路宽了。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "用 WiFi 上网。",
            "渠水进村了。",
            "（记者 林一舟 通讯员 何雨）",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        if line.kind != LineKind::Paragraph {
            return;
        }
        let mut before = None;
        let mut bracket = 0_usize;
        let mut chars = line.text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            match c {
                '（' | '(' => bracket += 1,
                '）' | ')' => bracket = bracket.saturating_sub(1),
                _ => {}
            }
            if !c.is_whitespace() {
                before = Some(c);
                continue;
            }
            let mut end = at + c.len_utf8();
            while let Some(&(next, c)) = chars.peek().filter(|(_, c)| c.is_whitespace()) {
                end = next + c.len_utf8();
                chars.next();
            }
            let after = chars.peek().map(|&(_, c)| c);
            if bracket == 0 && before.is_some_and(is_han) && after.is_some_and(is_han) {
                out.add(line, at..end, words::SPACE_BETWEEN_HAN).mend("");
            }
        }
    }
}
