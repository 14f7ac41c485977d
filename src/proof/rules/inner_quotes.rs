//! Straight quotes, quotes inside quotes, titles inside titles.

use super::row::Row;
use crate::proof::{Context, Line, Out, Rule, Severity};
use crate::text::marks::{nest, straight, widen};
use crate::wording::proof as words;

/// Double quotes inside double quotes.
pub struct InnerQuotes;

/// Straight quotes in Chinese text.
pub struct StraightQuotes;

/// 《》 inside 《》.
pub struct InnerTitles;

fn is_straight(c: char) -> bool {
    matches!(c, '"' | '\'' | '＂' | '＇')
}

fn is_quote(c: char) -> bool {
    is_straight(c) || matches!(c, '“' | '”' | '‘' | '’')
}

/// The quotes of a line that should be others: place in bytes, the quote, the quote wanted.
///
/// What is straight is made curly before the levels are told, as an editor would.
fn wanted(text: &str) -> Vec<(usize, char, char)> {
    let curly = if text.contains(is_straight) {
        straight(&widen(text, None, None).0).0
    } else {
        text.to_owned()
    };
    let nested = nest(&curly).0;
    let quotes = text.char_indices().filter(|&(_, c)| is_quote(c));
    let now = nested.chars().filter(|&c| is_quote(c));
    quotes
        .zip(now)
        .filter(|((_, was), now)| was != now)
        .map(|((at, was), now)| (at, was, now))
        .collect()
}

impl Rule for InnerQuotes {
    fn name(&self) -> &'static str {
        "inner-quotes"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15834-2011 4.8.3.4"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            (
                "“本着“一户一策”的办法，我们去。”",
                "“本着‘一户一策’的办法，我们去。”",
            ),
            ("“甲、“乙”和“丙”都来。”", "“甲、‘乙’和‘丙’都来。”"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &["“甲”“乙”和“丙”", "“本着‘一户一策’去。”"]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        let mut open = false;
        // Two opening quotes without a closing one between them.
        let inside = line.text.chars().any(|c| match c {
            '“' => std::mem::replace(&mut open, true),
            '”' => {
                open = false;
                false
            }
            _ => false,
        });
        let single = line.text.contains('‘');
        if !inside && !single {
            return;
        }
        for (at, was, now) in wanted(line.text) {
            if is_straight(was) {
                continue;
            }
            let finding = out.add(line, at..at + was.len_utf8(), words::INNER_QUOTES);
            finding.about(now).mend(now);
            // The pair counts once.
            finding.weight = u16::from(matches!(now, '‘' | '“'));
        }
    }
}

impl Rule for StraightQuotes {
    fn name(&self) -> &'static str {
        "straight-quote"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15834-2011 4.8"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("给古树办了\"身份证\"。", "给古树办了“身份证”。"),
            ("他说：\"我们有'七本账'。\"", "他说：“我们有‘七本账’。”"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "他唱了一首Don't Cry，大家鼓掌。",
            "一台32\"电视送到村里。",
            "他以3'20\"夺冠，第二名是3'25\"。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        if !line.text.contains(is_straight) {
            return;
        }
        let found = wanted(line.text);
        let row = Row::of(line.text);
        let after_digit = |at: usize| {
            let before = row.before(row.place(at), 1);
            before.is_some_and(|c| c.is_ascii_digit())
        };
        let opens = |now: char| matches!(now, '“' | '‘');
        let measure = |&&(at, was, now): &&(usize, char, char)| {
            is_straight(was) && opens(now) && after_digit(at)
        };
        if found.iter().any(|one| measure(&one)) {
            return;
        }
        let changed = found.iter().filter(|(_, was, _)| is_straight(*was));
        let paired = changed.clone().count().is_multiple_of(2);
        for &(at, was, now) in changed {
            let finding = out.add(line, at..at + was.len_utf8(), words::STRAIGHT_QUOTE);
            finding.about(was);
            if paired {
                finding.mend(now);
            } else {
                finding.offer(now);
            }
        }
    }
}

impl Rule for InnerTitles {
    fn name(&self) -> &'static str {
        "inner-titles"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15834-2011 4.15"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[(
            "印发《关于宣传《苇塘公约》的通知》。",
            "印发《关于宣传〈苇塘公约〉的通知》。",
        )]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &["《渠》《路》《桥》都获了奖。", "《关于〈公约〉的说明》"]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        let mut depth = 0_i32;
        let mut inside = Vec::new();
        for (at, c) in line.text.char_indices() {
            match c {
                '《' => {
                    depth += 1;
                    if depth == 2 {
                        inside.push((at, '〈'));
                    }
                }
                '》' => {
                    if depth == 2 {
                        inside.push((at, '〉'));
                    }
                    depth -= 1;
                }
                _ => {}
            }
            if !(0..=2).contains(&depth) {
                return;
            }
        }
        if depth != 0 || line.text.contains('〈') {
            return;
        }
        for (at, now) in inside {
            let finding = out.add(line, at..at + now.len_utf8(), words::INNER_TITLES);
            finding.about(now).mend(now);
            finding.weight = u16::from(now == '〈');
        }
    }
}
