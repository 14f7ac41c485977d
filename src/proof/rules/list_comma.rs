//! The list comma 、 where the standard wants none.

use super::row::Row;
use crate::proof::{Context, Line, Out, Rule, Severity};
use crate::text::marks::is_han;
use crate::wording::proof as words;

/// 、 between items that quotes or title marks part already.
pub struct CommaBetweenQuoted;

/// 三、四个 for about three or four.
pub struct CommaInAbout;

/// 、 before 和, 与 or 等.
pub struct CommaBeforeAnd;

impl Rule for CommaBetweenQuoted {
    fn name(&self) -> &'static str {
        "comma-between-quoted"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15834-2011 4.5.3.5"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("“水账”、“路账”和“人情账”", "“水账”“路账”和“人情账”"),
            (
                "他读过《渠》、《路》、《桥》。",
                "他读过《渠》《路》《桥》。",
            ),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "“水账”“路账”和“人情账”",
            "《渠》（修订本）、《路》",
            "“水账”、路账",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        for (at, _) in line.text.match_indices('、') {
            let (before, after) = (&line.text[..at], &line.text[at + '、'.len_utf8()..]);
            let quoted = before.ends_with(['”', '》']) && after.starts_with(['“', '《']);
            let same = before.ends_with('”') == after.starts_with('“');
            if quoted && same {
                out.add(line, at..at + '、'.len_utf8(), words::COMMA_BETWEEN_QUOTED)
                    .offer("");
            }
        }
    }
}

const NUMBERS: &str = "一二三四五六七八九";

/// What is counted without an ordinal reading: 三、四个, but 三、四层 may be two floors.
const COUNTED: &str = "个位名人天次岁里斤块元种只间家户亩分公米万千百遍趟口辆场件年十";

/// The value of a digit in either writing.
fn digit(c: char) -> Option<usize> {
    c.to_digit(10)
        .filter(|&d| d > 0)
        .map(|d| d as usize)
        .or_else(|| NUMBERS.chars().position(|n| n == c).map(|at| at + 1))
        .or((c == '两').then_some(2))
}

impl Rule for CommaInAbout {
    fn name(&self) -> &'static str {
        "comma-in-about"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15834-2011 4.5.3; GB/T 15835-2011 5.2.1"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("来了三、四个人。", "来了三四个人。"),
            ("走了5、6里路。", "走了五六里路。"),
            ("修了七、八十天。", "修了七八十天。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "来了三四个人。",
            "住在五、六两层。",
            "二、三产业齐上。",
            "第三、四条写明了。",
            "一、二年级的学生。",
            "一、二、三个字都错了。",
            "二〇二一、二年",
            "七、八十年代的事。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        if !line.text.contains('、') {
            return;
        }
        let row = Row::of(line.text);
        for at in 1..row.chars().len() {
            if row.chars()[at] == '、' && about(&row, at) {
                let span = at - 1..at + 2;
                let numbers = [row.chars()[at - 1], row.chars()[at + 1]];
                let now: String = numbers
                    .into_iter()
                    .filter_map(|c| match c {
                        '1'..='9' => NUMBERS.chars().nth(digit(c)? - 1),
                        c => Some(c),
                    })
                    .collect();
                out.add(line, row.span(span.clone()), words::COMMA_IN_ABOUT)
                    .about(row.text(span))
                    .offer(now);
            }
        }
    }
}

fn about(row: &Row, at: usize) -> bool {
    let value = |c: Option<char>| c.and_then(digit);
    let (Some(low), Some(high)) = (value(row.before(at, 1)), value(row.get(at + 1))) else {
        return false;
    };
    let ascii = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let alone = |c: Option<char>| {
        c.is_none_or(|c| {
            !c.is_ascii_alphanumeric() && !"第初周期月号、.十百千零〇一二三四五六七八九".contains(c)
        })
    };
    let counted = row.get(at + 2).is_some_and(|c| COUNTED.contains(c));
    let ordinal = [
        "年级",
        "年生",
        "分队",
        "分局",
        "公司",
        "十年代",
        "家分",
        "次会",
        "分之",
        "个五年",
        "号",
    ];
    high == low + 1
        && ascii(row.before(at, 1)) == ascii(row.get(at + 1))
        && alone(row.before(at, 2))
        && counted
        && !ordinal.iter().any(|word| row.starts_at(at + 2, word))
}

impl Rule for CommaBeforeAnd {
    fn name(&self) -> &'static str {
        "comma-before-and"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15834-2011 4.5"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("有锣、鼓、和笛子。", "有锣、鼓和笛子。"),
            ("有锣、鼓、笛、等乐器。", "有锣、鼓、笛等乐器。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "文明、和谐、和睦的邻里。",
            "看等次、等级和等候时间。",
            "公平、与民同乐。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        for (at, _) in line.text.match_indices('、') {
            let end = at + '、'.len_utf8();
            let mut after = line.text[end..].chars();
            let (first, second) = (after.next(), after.next());
            let word = |begun: &str| second.is_some_and(|c| is_han(c) && begun.contains(c));
            let joins = match first {
                Some('和') => second.is_some_and(is_han) && !word(AND),
                Some('等') => !word(SO_ON),
                _ => false,
            };
            if joins {
                out.add(line, at..end, words::COMMA_BEFORE_AND)
                    .about(first.unwrap_or_default())
                    .offer("");
            }
        }
    }
}

/// Second characters of words and names that begin with 和.
const AND: &str = "平谐睦美气善解好田县顺约衣服声面诗洽风颜悦煦缓局音弦尚合林政硕龙静布珅记兴盛丰泰源园府苑悦事畅会会家";
/// Second characters of words that begin with 等.
const SO_ON: &str = "级待候到着高压量于同额价值距温位次离分式腰边效第闲号身";
