//! How speech is led in and closed, and colons inside colons.

use super::row::{Row, is_pause, opens};
use crate::proof::{Context, Line, LineKind, Out, Rule, Severity};
use crate::text::marks::{closes, ends_sentence};
use crate::wording::proof as words;

/// Words that lead in speech.
const SAYS: [&str; 16] = [
    "说",
    "说道",
    "问道",
    "答道",
    "喊道",
    "笑道",
    "问",
    "表示",
    "介绍",
    "告诉记者",
    "感慨",
    "坦言",
    "感叹",
    "叮嘱",
    "回忆",
    "回答",
];

/// Speech led in by no colon, and a full stop on the wrong side of its closing quote.
pub struct SpeechMarks;

/// The pairs of double quotes of a line.
fn quotes(row: &Row) -> Vec<(usize, usize)> {
    let mut open = None;
    let mut found = Vec::new();
    for (at, &c) in row.chars().iter().enumerate() {
        match c {
            '“' => open = Some(at),
            '”' => found.extend(open.take().map(|open| (open, at))),
            _ => {}
        }
    }
    found
}

fn says(row: &Row, at: usize) -> bool {
    SAYS.iter().any(|word| row.ends_at(at, word))
        && !NOT_SAYS.iter().any(|word| row.ends_at(at, word))
}

/// Words that end like one that leads in speech.
const NOT_SAYS: [&str; 12] = [
    "小说", "传说", "据说", "学说", "听说", "再说", "解说", "疑问", "访问", "慰问", "所说", "的说",
];

impl Rule for SpeechMarks {
    fn name(&self) -> &'static str {
        "speech-marks"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15834-2011 4.7.3, 4.8"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            (
                "他高兴地说“水进村了，路也宽了。”",
                "他高兴地说：“水进村了，路也宽了。”",
            ),
            (
                "村支书说，“水进村了，路也宽了。”",
                "村支书说：“水进村了，路也宽了。”",
            ),
            (
                "村支书说：“水进村了，路也宽了”。",
                "村支书说：“水进村了，路也宽了。”",
            ),
            (
                "本着“谁家有事都来帮。”的老规矩。",
                "本着“谁家有事都来帮”的老规矩。",
            ),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "村支书说：“水进村了，路也宽了。”",
            "他说，“七本账”是全村的主意。",
            "“水进村了，”他说，“路也宽了。”",
            "他说“行”就走了。",
            "标语写着：“水是命脉，渠是血脉”。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        if !line.text.contains('”') {
            return;
        }
        let row = Row::of(line.text);
        let mut last = 0;
        for (open, close) in quotes(&row) {
            lead_in(line, &row, open, close, last, out);
            stop_outside(line, &row, open, close, out);
            stop_inside(line, &row, open, close, out);
            last = close;
        }
    }
}

/// 他说“……。” and 他说，“……。”
fn lead_in(line: &Line, row: &Row, open: usize, close: usize, last: usize, out: &mut Out) {
    let comma = row.before(open, 1) == Some('，');
    let end = if comma { open - 1 } else { open };
    let whole = row.before(close, 1) == Some('。')
        || row.before(close, 1).is_some_and(ends_sentence) && comma;
    // “甲，”他说，“乙。”: the comma after the middle is right.
    let resumed = last > 0 && !row.chars()[last..open].iter().any(|&c| ends_sentence(c));
    if whole && close - open > 7 && says(row, end) && !resumed {
        out.add(line, row.span(end..open + 1), words::SPEECH_COLON)
            .offer("：“");
    }
}

/// 他说：“……”。
fn stop_outside(line: &Line, row: &Row, open: usize, close: usize, out: &mut Out) {
    let led = row.before(open, 1) == Some('：') && says(row, open - 1);
    let inner = row
        .before(close, 1)
        .is_some_and(|c| !is_pause(c) && !closes(c) && c != '…');
    let clauses = row.chars()[open..close]
        .iter()
        .any(|&c| matches!(c, '，' | '。' | '！' | '？'));
    if led && inner && (clauses || close - open > 9) && row.get(close + 1) == Some('。') {
        out.add(line, row.span(close..close + 2), words::STOP_OUTSIDE)
            .offer("。”");
    }
}

/// 本着“……。”的原则
fn stop_inside(line: &Line, row: &Row, open: usize, close: usize, out: &mut Out) {
    let quoted = open > 0 && row.han(open - 1);
    let stops = row.chars()[open..close]
        .iter()
        .filter(|c| ends_sentence(**c));
    let single = stops.count() == 1 && row.before(close, 1) == Some('。');
    if quoted && single && row.get(close + 1) == Some('的') {
        out.add(line, row.span(close - 1..close + 1), words::STOP_INSIDE)
            .offer("”");
    }
}

/// Two colons in one sentence.
pub struct ColonInColon;

impl Rule for ColonInColon {
    fn name(&self) -> &'static str {
        "colon-in-colon"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15834-2011 4.7.3"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[(
            "会议提出：今年要办三件事：修渠、铺路、架桥。",
            "会议提出：今年要办三件事：修渠、铺路、架桥。",
        )]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "会议提出，今年要办三件事：修渠、铺路、架桥。",
            "时间：4月3日　地点：苇塘村",
            "他说：“今年办三件事：修渠、铺路、架桥。”",
            "编者按：村里定下三件事：修渠、铺路、架桥。",
            "甲队：3分；乙队：2分。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        if line.kind != LineKind::Paragraph || line.text.matches('：').nth(1).is_none() {
            return;
        }
        let row = Row::of(line.text);
        let mut depth = 0_usize;
        let (mut start, mut colons) = (0, Vec::new());
        for (at, &c) in row.chars().iter().enumerate() {
            match c {
                c if opens(c) => depth += 1,
                c if closes(c) => depth = depth.saturating_sub(1),
                '：' if depth == 0 => colons.push(at),
                '。' | '！' | '？' | '；' | ' ' | '　' if depth == 0 => {
                    judge_colons(line, &row, start, &colons, out);
                    (start, colons) = (at + 1, Vec::new());
                }
                _ => {}
            }
            if c == '”' && row.before(at, 1).is_some_and(ends_sentence) && depth == 0 {
                judge_colons(line, &row, start, &colons, out);
                (start, colons) = (at + 1, Vec::new());
            }
        }
        judge_colons(line, &row, start, &colons, out);
    }
}

fn judge_colons(line: &Line, row: &Row, start: usize, colons: &[usize], out: &mut Out) {
    const LEADS: [&str; 22] = [
        "说",
        "称",
        "道",
        "问",
        "指出",
        "提出",
        "认为",
        "表示",
        "强调",
        "是",
        "有",
        "如下",
        "为",
        "要求",
        "介绍",
        "了解到",
        "发现",
        "明确",
        "规定",
        "获悉",
        "通知",
        "决定",
    ];
    let &[first, second] = colons else { return };
    let label = start == 0 && first <= 1;
    let leads = LEADS.iter().any(|word| row.ends_at(first, word));
    if !label && leads && second - first > 3 {
        out.add(line, row.span(second..second + 1), words::COLON_IN_COLON);
    }
}
