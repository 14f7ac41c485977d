//! Spaces that do not belong into Chinese text.

use super::row::{Row, is_pause, opens};
use crate::proof::{Context, Line, LineKind, Out, Rule, Severity};
use crate::text::marks::{closes, ends_sentence, is_han};
use crate::wording::proof as words;

/// White space between two Han characters of a paragraph.
pub struct BetweenHan;

/// White space before or after a Chinese mark.
pub struct BesideMark;

/// A run of white space: from, to, in characters.
struct Gap {
    from: usize,
    to: usize,
    /// How many brackets, and what quote or title, it stands in.
    bracket: usize,
    quote: Option<usize>,
}

/// The gaps of a paragraph that reads as prose; bylines, verse and tables keep their spaces.
fn gaps(line: &Line) -> Option<(Row, Vec<Gap>)> {
    let prose = line.kind == LineKind::Paragraph && line.text.contains(ends_sentence_or_comma);
    if !prose || !line.text.contains(char::is_whitespace) {
        return None;
    }
    let row = Row::of(line.text);
    let (mut found, mut bracket, mut quote) = (Vec::new(), 0_usize, None);
    let mut at = 0;
    while at < row.chars().len() {
        match row.chars()[at] {
            '（' | '(' | '【' => bracket += 1,
            '）' | ')' | '】' => bracket = bracket.saturating_sub(1),
            '“' | '《' | '「' => quote = Some(at),
            '”' | '》' | '」' => quote = None,
            _ => {}
        }
        let run = row.chars()[at..]
            .iter()
            .take_while(|c| c.is_whitespace())
            .count();
        if run > 0 {
            let to = at + run;
            found.push(Gap {
                from: at,
                to,
                bracket,
                quote,
            });
        }
        at += run.max(1);
    }
    Some((row, found))
}

fn ends_sentence_or_comma(c: char) -> bool {
    matches!(c, '，' | '。' | '！' | '？' | '；' | ',' | '!' | '?' | ';')
}

/// Whether a mark is Chinese, or is a half-width one that will be.
fn pauses(row: &Row, at: Option<usize>) -> bool {
    let Some((at, c)) = at.and_then(|at| Some((at, row.get(at)?))) else {
        return false;
    };
    let beside = row.before(at, 1).is_some_and(is_han) || row.han(at + 1);
    is_pause(c) || matches!(c, ',' | ';' | ':' | '!' | '?') && beside
}

/// Whether a gap is one that print makes: after a dateline or ordinal, before a name or a label.
fn is_set(row: &Row, gap: &Gap) -> bool {
    let before = &row.chars()[..gap.from];
    let front: String = before.iter().take(30).collect();
    let head = before.len() <= 30 && !front.contains(ends_sentence_or_comma);
    let numeral = |c: &char| c.is_ascii_digit() || "一二三四五六七八九十".contains(*c);
    let counts = before.len() <= 4 && before.first().is_some_and(numeral) && front.ends_with('、');
    let label = front.ends_with('：') && row.get(gap.to) != Some('“');
    let dateline = [
        "讯", "电", "报道", "消息", "条", "章", "节", "款", "步", "按", "语",
    ];
    if head
        && (dateline.iter().any(|end| front.ends_with(end))
            || front.ends_with('】')
            || counts
            || label)
    {
        return true;
    }
    let from = gap.from.saturating_sub(10);
    let near: String = row.chars()[from..(gap.to + 10).min(row.chars().len())]
        .iter()
        .collect();
    let names = [
        "记者",
        "通讯员",
        "摄影",
        "编辑",
        "作者",
        "供图",
        "摄",
        "主持人",
        "校对",
    ];
    if names.iter().any(|word| near.contains(word)) {
        return true;
    }
    // 地点：苇塘村　时间：4月3日
    let ahead = row.chars()[gap.to..]
        .iter()
        .take(7)
        .take_while(|c| !matches!(c, '，' | '。'));
    if ahead.clone().any(|&c| c == '：') {
        return true;
    }
    let other = row
        .chars()
        .iter()
        .filter(|c| matches!(c, ' ' | '\u{3000}'))
        .count();
    let single = |at: usize| row.han(at);
    // 王　雨、李　明: a name of two characters spread to three.
    let spread = single(gap.to)
        && !gap.to.checked_add(1).is_some_and(single)
        && !gap.from.checked_sub(2).is_some_and(single);
    spread || other > 8
}

/// Whether a gap parts the clauses of a slogan or title.
fn is_slogan(row: &Row, gap: &Gap) -> bool {
    let Some(open) = gap.quote else { return false };
    let close = row.chars()[open..]
        .iter()
        .position(|&c| matches!(c, '”' | '》' | '」'));
    let inside = &row.chars()[open..close.map_or(row.chars().len(), |n| open + n)];
    !inside.iter().any(|&c| ends_sentence_or_comma(c))
}

impl Rule for BetweenHan {
    fn name(&self) -> &'static str {
        "space-between-han"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15834-2011 5.1"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
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
            "开展“守初心办实事 学先进当先锋”活动。",
            "渠上有桥 桥上有人",
            "本报讯　近日，渠水进村了。",
            "渠水进村了。本报记者 林一舟 摄",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        let Some((row, gaps)) = gaps(line) else {
            return;
        };
        for gap in gaps {
            let han = |c: Option<char>| c.is_some_and(is_han);
            let between = han(row.before(gap.from, 1)) && han(row.get(gap.to));
            if !between || gap.bracket > 0 || is_slogan(&row, &gap) || is_set(&row, &gap) {
                continue;
            }
            let finding = out.add(line, row.span(gap.from..gap.to), words::SPACE_BETWEEN_HAN);
            if row.chars()[gap.from..gap.to].contains(&'\u{3000}') {
                finding.offer("");
            } else {
                finding.mend("");
            }
        }
    }
}

impl Rule for BesideMark {
    fn name(&self) -> &'static str {
        "space-beside-mark"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15834-2011 5.1"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("渠水进村了 ，路也宽了。", "渠水进村了，路也宽了。"),
            ("渠水进村了， 路也宽了。", "渠水进村了，路也宽了。"),
            ("他说：“ 水来了。 ”", "他说：“水来了。”"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "渠水进村了，路也宽了。",
            "一、 渠水进村",
            "问： 水来了吗？",
            "地点：苇塘村；　时间：4月3日。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        let Some((row, gaps)) = gaps(line) else {
            return;
        };
        for gap in gaps {
            let (Some(before), Some(after)) = (row.before(gap.from, 1), row.get(gap.to)) else {
                continue;
            };
            let ends = pauses(&row, Some(gap.to));
            let narrow = matches!(before, ',' | ';' | '!' | '?') && is_han(after);
            let paused = narrow || pauses(&row, gap.from.checked_sub(1));
            let closing = |c: char| ends || matches!(c, '”' | '’' | '》' | '）');
            let opening = |c: char| opens(c) && c != '(';
            let chinese = |c: char| {
                is_han(c)
                    || is_pause(c)
                    || closes(c)
                    || opens(c)
                    || c.is_ascii_digit()
                    || matches!(c, '０'..='９')
            };
            // A byline in brackets at the end keeps its distance.
            if matches!(after, '（' | '(') && ends_sentence(before) {
                continue;
            }
            let wrong = closing(after) && chinese(before)
                || opening(before) && chinese(after)
                || paused && (chinese(after) || after.is_ascii_alphanumeric());
            let inside = gap.bracket > 0 && !closing(after);
            if wrong && !inside && !is_set(&row, &gap) {
                let finding = out.add(line, row.span(gap.from..gap.to), words::SPACE_BESIDE_MARK);
                if ends_sentence(before) && is_han(after) || gap.to - gap.from > 1 {
                    finding.offer("");
                } else {
                    finding.mend("");
                }
            }
        }
    }
}
