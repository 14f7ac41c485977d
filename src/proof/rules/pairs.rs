//! Quotes, brackets and title marks without their other half, over a line and over the story.

use super::row::{Row, is_pause, opens};
use crate::proof::{Context, Line, LineKind, Out, Rule, Severity, Story};
use crate::text::marks::{closes, ends_sentence, is_han};
use crate::wording::proof as words;

/// A mark that has no other half.
pub struct Unpaired;

/// ”甲“ and “甲“: the wrong half typed.
pub struct ReversedPair;

/// Lines that a bracket may run over.
const REACH: usize = 5;

/// The closing mark of a pair, half-width brackets taken for full-width ones.
fn partner(c: char) -> Option<char> {
    Some(match c {
        '“' => '”',
        '‘' => '’',
        '（' | '(' => '）',
        '《' => '》',
        '〈' => '〉',
        '【' => '】',
        '「' => '」',
        '『' => '』',
        '〔' => '〕',
        _ => return None,
    })
}

fn closing(c: char) -> Option<char> {
    match c {
        ')' => Some('）'),
        '”' | '’' | '）' | '》' | '〉' | '】' | '」' | '』' | '〕' => Some(c),
        _ => None,
    }
}

/// The places of the marks without their other half.
fn loose(row: &Row) -> Vec<usize> {
    let mut stack: Vec<usize> = Vec::new();
    let mut lonely = Vec::new();
    for (at, &c) in row.chars().iter().enumerate() {
        if partner(c).is_some() {
            if !is_apostrophe(row, at) {
                stack.push(at);
            }
        } else if let Some(close) = closing(c) {
            let near = stack.iter().rev().take(8);
            let open = near
                .clone()
                .position(|&i| partner(row.chars()[i]) == Some(close));
            match open {
                Some(back) => {
                    let keep = stack.len() - 1 - back;
                    lonely.extend(stack.drain(keep..).skip(1));
                }
                None if is_apostrophe(row, at) || counts_list(row, at) => {}
                None => lonely.push(at),
            }
        }
    }
    lonely.extend(stack);
    lonely.sort_unstable();
    lonely
}

/// ’ in foreign words and before years.
fn is_apostrophe(row: &Row, at: usize) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    matches!(row.get(at), Some('’' | '‘')) && (letter(row.before(at, 1)) || letter(row.get(at + 1)))
}

/// 1）, a), 一）: the bracket of a list number.
fn counts_list(row: &Row, at: usize) -> bool {
    let number = |c: char| c.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(c);
    let before = &row.chars()[at.saturating_sub(4)..at];
    let len = before.iter().rev().take_while(|&&c| number(c)).count();
    let start = row.before(at, len + 1);
    matches!(row.get(at), Some('）' | ')'))
        && (1..=3).contains(&len)
        && start.is_none_or(|c| is_pause(c) || c.is_whitespace() || c == '“')
}

/// Whether a line has any mark of a pair.
fn has_pairs(text: &str) -> bool {
    text.chars()
        .any(|c| partner(c).is_some() || closing(c).is_some())
}

/// Takes the typing slips out of the loose marks: ”甲“, “甲“, ”甲”.
fn slips(row: &Row, lonely: &mut Vec<usize>) -> Vec<Slip> {
    let mut found = Vec::new();
    let mut at = 0;
    while at + 1 < lonely.len() {
        let (first, second) = (lonely[at], lonely[at + 1]);
        match slip(row, first, second) {
            Some(slip) => {
                found.push(slip);
                lonely.drain(at..at + 2);
            }
            None => at += 1,
        }
    }
    found
}

/// A wrong half: its place and the right one.
struct Slip {
    marks: Vec<(usize, char)>,
    safe: bool,
}

fn slip(row: &Row, first: usize, second: usize) -> Option<Slip> {
    let (a, b) = (row.chars()[first], row.chars()[second]);
    let (open, close) = match (partner(a), partner(b)) {
        (Some(close), _) => (a, close),
        (None, Some(close)) => (b, close),
        (None, None) => (OPEN.iter().copied().find(|&c| partner(c) == Some(a))?, a),
    };
    if matches!(open, '(' | '（') && (a.is_ascii() || b.is_ascii()) {
        return None;
    }
    match (a == open, b == open) {
        (false, true) => {
            let sure = could_open(row, first) && could_close(row, second);
            sure.then(|| Slip {
                marks: vec![(first, open), (second, close)],
                safe: true,
            })
        }
        (true, true) => could_close(row, second).then(|| Slip {
            marks: vec![(second, close)],
            safe: false,
        }),
        (false, false) if b == a => could_open(row, first).then(|| Slip {
            marks: vec![(first, open)],
            safe: false,
        }),
        _ => None,
    }
}

const OPEN: [char; 8] = ['“', '‘', '（', '《', '〈', '【', '「', '〔'];

/// Whether a closing mark stands where an opening one would.
fn could_open(row: &Row, at: usize) -> bool {
    let before = row.before(at, 1);
    let after = row.get(at + 1);
    !before.is_some_and(ends_sentence) && after.is_some_and(|c| !is_pause(c) && !closes(c))
}

/// Whether an opening mark stands where a closing one would.
fn could_close(row: &Row, at: usize) -> bool {
    let before = row.before(at, 1);
    let after = row.get(at + 1);
    let goes_on = after.is_none_or(|c| is_pause(c) || closes(c) || opens(c));
    let begins = before.is_none_or(|c| matches!(c, '：' | '，' | '、' | '；') || opens(c));
    !begins && (goes_on || before.is_some_and(|c| ends_sentence(c) || row.han(at - 1) && c != '说'))
}

impl Rule for ReversedPair {
    fn name(&self) -> &'static str {
        "reversed-pair"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15834-2011 4.8, 4.9, 4.15"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("他说：”水来了。“", "他说：“水来了。”"),
            ("办起“夜校“，学员不少。", "办起“夜校”，学员不少。"),
            ("他写的》苇塘记《获奖。", "他写的《苇塘记》获奖。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &["“水来了。”他说，“路也宽了。”", "“水来了。\n“路也宽了。”"]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        if !has_pairs(line.text) {
            return;
        }
        let row = Row::of(line.text);
        for slip in slips(&row, &mut loose(&row)) {
            for (at, now) in slip.marks {
                let finding = out.add(line, row.span(at..at + 1), words::REVERSED_PAIR);
                finding.about(row.text(at..at + 1));
                if slip.safe {
                    finding.mend(now);
                } else {
                    finding.offer(now);
                }
            }
        }
    }
}

impl Rule for Unpaired {
    fn name(&self) -> &'static str {
        "unpaired-mark"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15834-2011 4.8, 4.9, 4.15"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("他说：“水来了。", "他说：“水来了。”"),
            ("村医务室（苇塘分室开门了。", "村医务室（苇塘分室开门了。"),
            ("他写的苇塘记》获奖了。", "他写的苇塘记》获奖了。"),
            ("“头一段。\n第二段。”", "“头一段。\n“第二段。”"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "“头一段。\n“第二段。\n“第三段。”",
            "办法有二：1）修渠；2）打井。",
            "（下面几句\n都在括号里。）",
            "他唱了Don’t Cry。",
        ]
    }

    fn story(&self, story: &Story, _: &Context, out: &mut Out) {
        let mut lines: Vec<Checked> = Vec::new();
        for line in story.lines.iter().filter(|line| has_pairs(line.text)) {
            let row = Row::of(line.text);
            let mut lonely = loose(&row);
            slips(&row, &mut lonely);
            let begins = row.get(0) == Some('“');
            if !lonely.is_empty() || begins {
                let open = begins && lonely.first() == Some(&0);
                let lonely = lonely.into_iter().filter(|&at| !(open && at == 0));
                lines.push(Checked {
                    line,
                    lonely: lonely.collect(),
                    begins,
                    open,
                    row,
                });
            }
        }
        for at in 0..lines.len() {
            report(&mut lines, at, out);
        }
    }
}

/// A line with what is loose in it.
struct Checked<'a> {
    line: &'a Line<'a>,
    row: Row,
    /// The loose marks, without an opening quote at the very start.
    lonely: Vec<usize>,
    /// Whether it begins with an opening quote.
    begins: bool,
    /// Whether that quote is not closed.
    open: bool,
}

fn report(lines: &mut [Checked], at: usize, out: &mut Out) {
    if std::mem::take(&mut lines[at].open) && !goes_on(lines, at, out) {
        say(&lines[at], 0, out);
    }
    let mut lonely = std::mem::take(&mut lines[at].lonely);
    if let Some(&last) = lonely.last()
        && (runs_on(&lines[at], last) || is_cut(&lines[at], last))
        && goes_on(lines, at, out)
    {
        lonely.pop();
    }
    for mark in lonely {
        let c = lines[at].row.chars()[mark];
        let closed = partner(c).filter(|_| !matches!(c, '“' | '‘'));
        if closed.is_none_or(|close| !closed_later(lines, at, close)) {
            say(&lines[at], mark, out);
        }
    }
}

/// Whether an unclosed quote may be a speech that goes on in the next paragraph.
fn runs_on(one: &Checked, at: usize) -> bool {
    let speech = one
        .row
        .before(at, 1)
        .is_none_or(|c| is_pause(c) || c == '…');
    let last = one.row.chars().last().copied();
    let told = ["说。", "道。", "表示。", "介绍。", "告诉记者。"];
    one.row.get(at) == Some('“')
        && speech
        && last.is_some_and(|c| ends_sentence(c) || matches!(c, '；' | '：' | '’' | '）'))
        && !told.iter().any(|end| one.line.text.ends_with(end))
}

/// Whether a line with an unclosed quote stops in mid-sentence: what is missing is the line's rest.
fn is_cut(one: &Checked, at: usize) -> bool {
    let last = one.row.chars().last().copied();
    one.row.get(at) == Some('“') && last.is_some_and(|c| is_han(c) || matches!(c, '，' | '、'))
}

/// Whether the next paragraph takes up a quotation that this one leaves open.
///
/// One that is closed later without being opened again in each paragraph is found there.
fn goes_on(lines: &mut [Checked], at: usize, out: &mut Out) -> bool {
    let this = lines[at].line;
    let cut = this
        .text
        .ends_with(|c: char| is_han(c) || matches!(c, '，' | '、'));
    let next = |one: &Checked| one.line.field == this.field && one.line.kind == LineKind::Paragraph;
    let Some(after) = lines.get_mut(at + 1).filter(|one| next(one)) else {
        return false;
    };
    if !cut && after.line.paragraph == this.paragraph + 1 && after.begins {
        return true;
    }
    let near = after.line.paragraph <= this.paragraph + REACH;
    let closes = !after.begins
        && after
            .lonely
            .first()
            .is_some_and(|&mark| after.row.chars()[mark] == '”');
    if near && closes {
        after.lonely.remove(0);
        if cut {
            return true;
        }
        let first = after.row.text(0..1);
        let finding = out.add(
            after.line,
            after.row.span(0..1),
            words::QUOTE_NOT_OPENED_AGAIN,
        );
        finding.severity = Severity::Warning;
        finding.offer(format!("“{first}"));
        return true;
    }
    false
}

/// Whether a bracket is closed in one of the next lines.
fn closed_later(lines: &mut [Checked], at: usize, close: char) -> bool {
    let (field, from) = (lines[at].line.field, lines[at].line.paragraph);
    let after = lines[at + 1..].iter_mut();
    for one in after.take_while(|one| one.line.field == field && one.line.paragraph <= from + REACH)
    {
        let place = one
            .lonely
            .iter()
            .position(|&mark| closing(one.row.chars()[mark]) == Some(close));
        if let Some(place) = place {
            one.lonely.remove(place);
            return true;
        }
    }
    false
}

fn say(one: &Checked, mark: usize, out: &mut Out) {
    let row = &one.row;
    let c = row.chars()[mark];
    let len = row.chars().len();
    let whole = matches!(c, '“') && len - mark <= 60 && row.get(len - 1).is_some_and(ends_sentence);
    if let Some(close) = partner(c) {
        let end = if whole && runs_on(one, mark) {
            len
        } else {
            mark + 1
        };
        let finding = out.add(one.line, row.span(mark..end), words::NOT_CLOSED);
        finding.about(close);
        if end == len {
            finding.offer(format!("{}{close}", row.text(mark..len)));
        }
    } else {
        let open = OPEN
            .iter()
            .copied()
            .find(|&open| partner(open) == closing(c));
        out.add(one.line, row.span(mark..mark + 1), words::NOT_OPENED)
            .about(open.unwrap_or(c));
    }
}
