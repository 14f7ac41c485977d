//! The ellipsis: six dots in the middle of two cells.

use super::row::Row;
use crate::proof::{Context, Line, Out, Rule, Severity};
use crate::text::marks::{is_chinese, is_han};
use crate::wording::proof as words;

/// An ellipsis of other dots, or of more or fewer.
pub struct EllipsisForm;

/// 等 beside an ellipsis, and a full stop or 、 beside one.
pub struct EllipsisTwice;

fn is_dot(c: char) -> bool {
    matches!(c, '…' | '.' | '·' | '。' | '．' | '•' | '⋯')
}

impl Rule for EllipsisForm {
    fn name(&self) -> &'static str {
        "ellipsis-form"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15834-2011 4.11"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("他说：“我想…”", "他说：“我想……”"),
            ("水声、笑声...传得很远。", "水声、笑声……传得很远。"),
            ("他走了。。。", "他走了……"),
            ("他走了······没有回头", "他走了……没有回头"),
            ("他走了………没有回头", "他走了……没有回头"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "他走了……没有回头。",
            "wait...what",
            "取1，2，…，n为序号。",
            "…………",
            "第3.5版，约翰·史密斯。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        if !line.text.contains(['…', '⋯']) && !has_run(line.text) {
            return;
        }
        let row = Row::of(line.text);
        let mut at = 0;
        while at < row.chars().len() {
            let c = row.chars()[at];
            let run = row.chars()[at..].iter().take_while(|&&d| d == c).count();
            if is_dot(c) && wrong(&row, at, run) {
                let finding = out.add(line, row.span(at..at + run), words::ELLIPSIS_FORM);
                finding.about(row.text(at..at + run));
                if c == '.' && run == 2 || c == '…' && run > 3 {
                    finding.offer("……");
                } else {
                    finding.mend("……");
                }
            }
            at += run;
        }
    }
}

/// Two dots of one kind in a row.
fn has_run(text: &str) -> bool {
    let mut last = ' ';
    text.chars().any(|c| {
        let run = c == last && is_dot(c);
        last = c;
        run
    })
}

fn wrong(row: &Row, at: usize, run: usize) -> bool {
    let (left, right) = (row.before(at, 1), row.get(at + run));
    let near = left.is_some_and(is_chinese) || right.is_some_and(is_chinese);
    match row.chars()[at] {
        '…' if run == 2 || run == 4 && row.chars().len() == 4 => false,
        '…' | '⋯' => near && !in_formula(row, at, run),
        '.' => near && (run >= 3 || run == 2 && left.is_some_and(is_han)),
        _ => run >= 3 && (near || row.chars()[at] == '。'),
    }
}

/// 1，2，…，n: letters or digits beyond the marks on either side.
fn in_formula(row: &Row, at: usize, run: usize) -> bool {
    let sign = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let comma = |c: Option<char>| matches!(c, Some('，' | '、'));
    run == 1
        && (sign(row.before(at, 1)) || comma(row.before(at, 1)) && sign(row.before(at, 2)))
        && (sign(row.get(at + 1)) || comma(row.get(at + 1)) && sign(row.get(at + 2)))
}

impl Rule for EllipsisTwice {
    fn name(&self) -> &'static str {
        "ellipsis-twice"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15834-2011 4.11"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("有锣、鼓、笛等……", "有锣、鼓、笛等"),
            ("有锣、鼓、笛……等乐器。", "有锣、鼓、笛等乐器。"),
            ("他想说的话还有很多……。", "他想说的话还有很多……"),
            ("有锣、鼓、……样样齐全。", "有锣、鼓……样样齐全。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "“你先等等……”他说。",
            "水来了……等到天亮，渠满了。",
            "有锣、鼓、笛……样样齐全。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        if !line.text.contains("……") {
            return;
        }
        let row = Row::of(line.text);
        for at in 0..row.chars().len() {
            if row.starts_at(at, "……") && row.before(at, 1) != Some('…') {
                beside(line, &row, at, out);
            }
        }
    }
}

fn beside(line: &Line, row: &Row, at: usize, out: &mut Out) {
    let listed = lists(row, at);
    let (before, after) = (row.before(at, 1), row.get(at + 2));
    let waits = |c: Option<char>| c.is_some_and(|c| "到着待了我你他她一".contains(c));
    if after == Some('等') && listed && !waits(row.get(at + 3)) {
        out.add(line, row.span(at..at + 3), words::ELLIPSIS_AND_SO_ON)
            .offer("等");
    } else if before == Some('等') && listed && ends(after) && row.before(at, 2) != Some('等') {
        out.add(line, row.span(at - 1..at + 2), words::ELLIPSIS_AND_SO_ON)
            .offer("等")
            .offer("……");
    }
    if after == Some('。') && row.get(at + 3) != Some('。') {
        out.add(line, row.span(at..at + 3), words::MARK_BY_ELLIPSIS)
            .offer("……");
    } else if before == Some('、') {
        out.add(line, row.span(at - 1..at + 2), words::MARK_BY_ELLIPSIS)
            .offer("……");
    }
}

fn ends(c: Option<char>) -> bool {
    c.is_none_or(|c| !is_han(c))
}

/// Whether a list stands before: a 、 in the same clause.
fn lists(row: &Row, at: usize) -> bool {
    let clause = row.chars()[..at].iter().rev().take(40);
    clause
        .take_while(|c| !matches!(c, '。' | '，' | '；' | '！' | '？'))
        .any(|&c| c == '、')
}
