//! Marks typed twice, or two that exclude each other.

use super::row::{Row, is_pause, opens};
use crate::proof::{Context, Line, Out, Rule, Severity};
use crate::text::marks::closes;
use crate::wording::proof as words;

/// 。。 ，， ，。 ？。 and more ！ or ？ than three.
pub struct DoubledMark;

/// What should stand in place of a run of marks, the likeliest first.
struct Verdict {
    severity: Severity,
    safe: bool,
    now: Vec<String>,
}

impl Verdict {
    fn safe(now: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            safe: true,
            now: vec![now.into()],
        }
    }

    fn ask(severity: Severity, now: &[char]) -> Self {
        Self {
            severity,
            safe: false,
            now: now.iter().map(char::to_string).collect(),
        }
    }
}

impl Rule for DoubledMark {
    fn name(&self) -> &'static str {
        "doubled-mark"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15834-2011 4.2, 4.3"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("渠水进村了。。", "渠水进村了。"),
            ("渠水进村，，路也宽了，。", "渠水进村，路也宽了。"),
            ("渠水进村了？。真的！！！！", "渠水进村了？真的！！！"),
            ("他问：“水来了吗！？”", "他问：“水来了吗？！”"),
            ("他说：“水来了。”。", "他说：“水来了。”"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "水来了？！真的！！！",
            "句末该用“。！？”这样的标点。",
            "《水来了吗？》，是他写的。",
            "他高喊“水来了！”。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        // Most lines have no two marks side by side; they are told without building anything.
        let mut last = ' ';
        let near = line.text.chars().any(|c| {
            let hit = is_pause(c) && (is_pause(last) || closes(last));
            last = c;
            hit
        });
        if !near {
            return;
        }
        let row = Row::of(line.text);
        let mut at = 0;
        while at < row.chars().len() {
            let run = row.chars()[at..]
                .iter()
                .take_while(|c| is_pause(**c))
                .count();
            if run > 1 {
                judge(line, &row, at, run, out);
            } else if run == 1 {
                around_quote(line, &row, at, out);
            }
            at += run.max(1);
        }
    }
}

fn judge(line: &Line, row: &Row, at: usize, run: usize, out: &mut Out) {
    let after = row.get(at + run);
    let shown = row.before(at, 1).is_some_and(opens) && after.is_some_and(closes);
    let marks = &row.chars()[at..at + run];
    if shown {
        return;
    }
    let Some(verdict) = verdict(marks, after.is_none_or(closes)) else {
        return;
    };
    let finding = out.add(line, row.span(at..at + run), words::DOUBLED_MARK);
    finding.about(row.text(at..at + run));
    finding.severity = verdict.severity;
    for now in verdict.now {
        if verdict.safe {
            finding.mend(now);
        } else {
            finding.offer(now);
        }
    }
}

fn verdict(marks: &[char], ends: bool) -> Option<Verdict> {
    let first = marks[0];
    let strong = |c: &char| matches!(c, '？' | '！');
    if marks.iter().all(|&c| c == first) {
        return match (first, marks.len()) {
            ('？' | '！', ..=3) | ('。', 3..) => None,
            ('？' | '！', _) => Some(Verdict::safe(first.to_string().repeat(3))),
            _ => Some(Verdict::safe(first)),
        };
    }
    let mut kinds = marks.to_vec();
    kinds.sort_unstable();
    kinds.dedup();
    if kinds.len() > 2 {
        return None;
    }
    let (asks, calls) = (marks.contains(&'？'), marks.contains(&'！'));
    if asks && calls {
        return (marks != ['？', '！']).then(|| Verdict {
            severity: Severity::Warning,
            safe: false,
            now: vec!["？！".to_owned()],
        });
    }
    if asks || calls {
        let kept = marks.iter().copied().find(strong)?;
        return if marks[1..].iter().all(|&c| c == '。') && strong(&first) {
            Some(Verdict::safe(kept))
        } else {
            Some(Verdict::ask(Severity::Error, &[kept]))
        };
    }
    if marks.contains(&'。') {
        if ends {
            return Some(Verdict::safe('。'));
        }
        let other = marks.iter().copied().find(|&c| c != '。')?;
        return Some(Verdict::ask(Severity::Error, &['。', other]));
    }
    let second = marks.iter().copied().find(|&c| c != first)?;
    Some(Verdict::ask(Severity::Error, &[first, second]))
}

/// 。”。 and 。”， and ，”，: one mark too many around the closing quote.
fn around_quote(line: &Line, row: &Row, at: usize, out: &mut Out) {
    if row.before(at, 1) != Some('”') {
        return;
    }
    let now = match (row.before(at, 2), row.get(at)) {
        (Some('。'), Some('。')) => "。”",
        (Some('，'), Some('，')) => "，”",
        (Some('。' | '，'), Some('，' | '。')) => {
            if row.get(at) == Some('。') {
                "。”"
            } else {
                "”，"
            }
        }
        _ => return,
    };
    let finding = out.add(line, row.span(at - 2..at + 1), words::MARKS_AROUND_QUOTE);
    finding.severity = Severity::Warning;
    finding.about(row.text(at - 2..at + 1)).offer(now);
}
