//! The dash: one line of two cells.

use super::row::{Row, is_pause, opens};
use crate::proof::{Context, Line, LineKind, Out, Rule, Severity};
use crate::text::marks::{closes, is_chinese};
use crate::wording::proof as words;

/// A dash of other lines, or of half or one and a half.
pub struct DashForm;

/// Words after a connector between two places (GB/T 15834-2011, 4.13).
const ROUTES: [&str; 20] = [
    "高速", "高铁", "铁路", "公路", "航线", "班列", "走廊", "列车", "航班", "城际", "区间", "段",
    "快线", "线路", "通道", "管道", "一线", "沿线", "一带", "之间",
];

fn is_line(c: char) -> bool {
    matches!(c, '—' | '-' | '–' | '─' | '―' | '－' | 'ー' | '━')
}

impl Rule for DashForm {
    fn name(&self) -> &'static str {
        "dash-form"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15834-2011 4.10"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("他要找的--那口井，还在。", "他要找的——那口井，还在。"),
            ("他要找的———那口井，还在。", "他要找的——那口井，还在。"),
            ("—苇塘村见闻", "——苇塘村见闻"),
            (
                "他走出门—天已经亮了，鸡叫了。",
                "他走出门——天已经亮了，鸡叫了。",
            ),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "他走出门——天亮了。",
            "2020—2025年",
            "苇塘—青岭高速通车。",
            "“苇塘—青岭”一线",
            "甲—乙—丙三地",
            "git commit --amend",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        if !line.text.contains(|c: char| is_line(c) && c != '-') && !line.text.contains("--") {
            return;
        }
        let row = Row::of(line.text);
        let mut at = 0;
        while at < row.chars().len() {
            let run = row.chars()[at..]
                .iter()
                .take_while(|c| is_line(**c))
                .count();
            if run > 0 {
                judge(line, &row, at, run, out);
            }
            at += run.max(1);
        }
    }
}

fn judge(line: &Line, row: &Row, at: usize, run: usize, out: &mut Out) {
    let marks = &row.chars()[at..at + run];
    let (left, right) = (row.before(at, 1), row.get(at + run));
    let near = left.is_some_and(is_chinese) || right.is_some_and(is_chinese);
    let proper = marks.iter().all(|&c| c == '—');
    if !near || proper && matches!(run, 2 | 4) {
        return;
    }
    let sure = if run > 1 {
        run <= 4
    } else if proper || matches!(marks[0], '─' | '―') {
        if connects(row, at) {
            return;
        }
        let outer = |c: Option<char>| c.is_none_or(|c| is_pause(c) || opens(c) || closes(c));
        outer(left) || outer(right)
    } else {
        return;
    };
    let finding = out.add(line, row.span(at..at + run), words::DASH_FORM);
    finding.about(row.text(at..at + run));
    if proper || marks[0] == '-' {
        finding.severity = if sure {
            Severity::Error
        } else {
            Severity::Warning
        };
    } else {
        finding.severity = Severity::Warning;
    }
    if sure {
        finding.mend("——");
    } else {
        finding.offer("——");
    }
}

/// Whether a lone line joins two places, numbers or names.
fn connects(row: &Row, at: usize) -> bool {
    let joins =
        |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || "℃％%".contains(c));
    if joins(row.before(at, 1)) || joins(row.get(at + 1)) {
        return true;
    }
    let (left, right) = (row.before(at, 1), row.get(at + 1));
    if left.is_none() || right.is_none() {
        return false;
    }
    let stop = |c: &char| is_pause(*c) || opens(*c) || closes(*c) || c.is_whitespace();
    let ahead: String = row.chars()[at + 1..]
        .iter()
        .take_while(|c| !stop(c))
        .take(12)
        .collect();
    let before = row.chars()[..at]
        .iter()
        .rev()
        .take_while(|c| !stop(c))
        .count();
    let chain = |c: &char| is_line(*c);
    let near = row.chars()[at.saturating_sub(6)..at].iter().any(chain)
        || row.chars()[at + 1..].iter().take(6).any(chain);
    let from = at - before;
    let enclosed = before > 0
        && !ahead.is_empty()
        && row.before(from, 1).is_some_and(opens)
        && row.get(at + 1 + ahead.chars().count()).is_some_and(closes);
    near || enclosed
        || ROUTES.iter().any(|route| ahead.contains(route))
        || (1..=3).contains(&before) && (1..=3).contains(&ahead.chars().count())
}

/// 一一 at the front of a deck, for a dash.
pub struct DashAsOnes;

impl Rule for DashAsOnes {
    fn name(&self) -> &'static str {
        "dash-as-ones"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15834-2011 4.10"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[("一一苇塘村纪事", "——苇塘村纪事")]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &["一一对应，一一落实。", "他一一记下。"]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        let Some(rest) = line.text.strip_prefix("一一") else {
            return;
        };
        let ends = [
            "记", "纪事", "见闻", "侧记", "纪实", "掠影", "报道", "访谈", "观察", "之路", "速写",
        ];
        let deck = line.kind == LineKind::Display || ends.iter().any(|end| rest.ends_with(end));
        if deck && !rest.contains(['，', '。']) {
            let len = "一一".len();
            out.add(line, 0..len, words::DASH_AS_ONES).offer("——");
        }
    }
}
