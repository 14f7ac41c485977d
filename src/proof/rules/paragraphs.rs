//! Paragraphs without an end, cut in two, or begun with a mark.

use super::row::{is_pause, opens};
use crate::domain::Field;
use crate::proof::{Context, Line, LineKind, Out, Rule, Severity, Story};
use crate::text::marks::{closes, ends_sentence, is_han};
use crate::wording::proof as words;

/// A paragraph that ends without a mark.
pub struct ParagraphEnd;

/// A paragraph that goes on in the next one.
pub struct CutParagraph;

/// A paragraph that begins with a mark no line may begin with.
pub struct MarkAtStart;

/// 字 from which a line with marks is taken for prose; shorter ones may be captions or labels.
const PROSE: usize = 14;

/// Characters of a verse or of an item of a list.
const SHORT: usize = 12;

fn len(text: &str) -> usize {
    text.chars().count()
}

/// Whether a line is prose: long, with marks in it.
fn is_prose(text: &str) -> bool {
    len(text) >= PROSE && text.contains(['，', '。', '、', '；', ',']) && !is_credit(text)
}

/// Bylines, signatures, captions with the photographer's name, dates, telephone numbers, addresses.
fn is_credit(text: &str) -> bool {
    let ends = [
        "摄", "文", "图", "整理", "报道", "供图", "制图", "绘", "撰", "日", "报", "版）", "：",
        "摘",
    ];
    let roles = [
        "记者",
        "通讯员",
        "责编",
        "编辑",
        "作者",
        "校对",
        "摄影",
        "来源",
        "热线",
        "电话",
        "邮箱",
    ];
    let last = text.rsplit(['。', '！', '？', '”']).next().unwrap_or(text);
    let tail = last.trim();
    let foreign = tail.chars().rev().take_while(char::is_ascii).count() >= 5;
    foreign
        || ends.iter().any(|end| tail.ends_with(end)) && (len(tail) <= 24)
        || roles.iter().any(|role| tail.contains(role)) && len(tail) <= 30
}

/// Whether a line ends as a paragraph may.
fn is_finished(text: &str) -> bool {
    let last = text.chars().next_back().unwrap_or(' ');
    if ends_sentence(last)
        || matches!(
            last,
            '：' | '；' | ':' | ';' | '.' | '—' | '～' | '~' | '|' | '…'
        )
    {
        return true;
    }
    if !closes(last) {
        return false;
    }
    let bare = text.trim_end_matches(closes);
    // A byline or a note in brackets, or the end of a quoted sentence.
    matches!(last, '）' | ')' | '】' | '〕') || bare.ends_with(ends_sentence)
}

/// Whether a line begins something new: a list item, a bullet, a byline.
fn begins_new(text: &str) -> bool {
    let first = text.chars().next().unwrap_or(' ');
    let second = text.chars().nth(1).unwrap_or(' ');
    let number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    matches!(
        first,
        '●' | '■'
            | '◆'
            | '▲'
            | '★'
            | '○'
            | '□'
            | '◎'
            | '※'
            | '—'
            | '-'
            | '*'
            | '【'
            | '（'
            | '('
            | '#'
            | '·'
            | '|'
    ) || matches!(first, '①'..='⑳')
        || number(first) && matches!(second, '、' | '.' | '．' | '）' | ')' | '是')
        || first == '第' && number(second)
        || text.chars().take(10).any(|c| c == '：')
}

/// How paragraphs begin that are not the rest of another.
fn opens_sentence(text: &str) -> bool {
    const OPENERS: [&str; 48] = [
        "近日",
        "日前",
        "据",
        "目前",
        "今年",
        "去年",
        "如今",
        "随后",
        "同时",
        "此外",
        "下一步",
        "记者",
        "本报",
        "在",
        "当天",
        "当日",
        "截至",
        "为",
        "这",
        "那",
        "他",
        "她",
        "我",
        "从",
        "自",
        "连日来",
        "活动",
        "会议",
        "会上",
        "据悉",
        "接下来",
        "昨",
        "今",
        "明",
        "但",
        "然而",
        "而",
        "可",
        "不过",
        "一",
        "经过",
        "通过",
        "随着",
        "对于",
        "原来",
        "走进",
        "春",
        "夏",
    ];
    let digit = text.starts_with(|c: char| c.is_ascii_digit());
    let day = digit
        && text
            .chars()
            .take(6)
            .any(|c| matches!(c, '月' | '日' | '年'));
    day || text.starts_with(['“', '《']) || OPENERS.iter().any(|word| text.starts_with(word))
}

/// Whether text runs over the break: the first line stops in mid-sentence, the second continues.
fn is_cut(before: &str, after: &str) -> bool {
    if is_finished(before)
        || begins_new(after)
        || before.ends_with(closes) && !after.starts_with(is_middle)
    {
        return false;
    }
    let pause = before.ends_with(['，', '、', ',']);
    let verse = !before.ends_with('、') && len(before) <= SHORT && len(after) <= SHORT + 2;
    let prose = is_prose(before) || pause && len(before) > 7;
    prose && !verse && is_text(after) && (pause || !is_credit(before))
}

/// Whether a line has marks or is a sentence's end.
fn is_text(text: &str) -> bool {
    is_finished(text) && !text.starts_with('（') || is_prose(text) || text.contains('，')
}

fn is_middle(c: char) -> bool {
    is_pause(c) || c == '的' || c == '等' || c == '和'
}

/// Bytes at the front of a line that are printed at the end of the one before it too.
fn overlap(before: &str, after: &str) -> usize {
    let places: Vec<usize> = after.char_indices().take(24).map(|(at, _)| at).collect();
    let long = places.iter().rev().copied().find(|&end| {
        let head = &after[..end];
        len(head) >= 3 && before.ends_with(head) && head.chars().all(|c| is_han(c) || is_pause(c))
    });
    if let Some(end) = long {
        return end;
    }
    // One character twice before a mark, where no word can begin.
    let mut chars = after.chars();
    let (first, second) = (chars.next(), chars.next());
    match (first, second) {
        (Some(c), Some(mark)) if is_han(c) && is_pause(mark) && before.ends_with(c) => c.len_utf8(),
        _ => 0,
    }
}

/// Pairs of paragraphs that stand next to each other.
fn neighbours<'a>(story: &'a Story<'a>) -> impl Iterator<Item = (&'a Line<'a>, &'a Line<'a>)> {
    let pairs = story.lines.windows(2).map(|pair| (&pair[0], &pair[1]));
    pairs.filter(|(a, b)| {
        let body = |line: &Line| line.field == Field::Body && line.kind == LineKind::Paragraph;
        body(a) && body(b)
    })
}

fn starts_wrong(text: &str) -> bool {
    let wrong = |c: char| is_pause(c) || matches!(c, '”' | '’' | '》' | '）' | '〉' | '】');
    text.starts_with(wrong)
}

impl Rule for CutParagraph {
    fn name(&self) -> &'static str {
        "cut-paragraph"
    }

    fn clause(&self) -> &'static str {
        "house"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            (
                "渠水进村那天，老人们早早等在\n\n桥头，孩子们追着水跑。",
                "渠水进村那天，老人们早早等在桥头，孩子们追着水跑。",
            ),
            (
                "渠水进村那天，来看的有老人、孩子、\n媳妇，挤满了桥头。",
                "渠水进村那天，来看的有老人、孩子、媳妇，挤满了桥头。",
            ),
            (
                "今年春上，村里靠的是邻里合力\n力、巧劲，把渠修通了。",
                "今年春上，村里靠的是邻里合力、巧劲，把渠修通了。",
            ),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "渠水进村那天，老人们等在桥头。\n孩子们追着水跑。",
            "渠上有桥，\n桥上有人，\n人在画里，\n画在村里。",
            "村里定下三件事，桩桩写在墙上：\n一是修渠，二是铺路。",
        ]
    }

    fn story(&self, story: &Story, _: &Context, out: &mut Out) {
        for (before, after) in neighbours(story) {
            if starts_wrong(after.text) || !is_cut(before.text, after.text) {
                continue;
            }
            let twice = overlap(before.text, after.text);
            let end = before.text.len();
            let pause = before.text.ends_with(['，', '、', ',']);
            if opens_sentence(after.text) && twice == 0 && !pause {
                continue;
            }
            out.add(
                before,
                end..after.at - before.at + twice,
                words::CUT_PARAGRAPH,
            )
            .about(&after.text[..twice])
            .offer("");
        }
    }
}

impl Rule for MarkAtStart {
    fn name(&self) -> &'static str {
        "mark-at-start"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15834-2011 5.1"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            (
                "渠水进村那天\n，老人们等在桥头。",
                "渠水进村那天，老人们等在桥头。",
            ),
            ("，渠水进村了。", "渠水进村了。"),
            ("渠水进村了。\n。路也宽了。", "渠水进村了。\n路也宽了。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &["渠水进村了。\n“路也宽了。”", "渠水进村了。\n……\n路也宽了。"]
    }

    fn story(&self, story: &Story, _: &Context, out: &mut Out) {
        let mut before: Option<&Line> = None;
        for line in &story.lines {
            let same = before.filter(|one| one.field == line.field && one.kind == line.kind);
            if starts_wrong(line.text) {
                begin(line, same, out);
            }
            before = Some(line);
        }
    }
}

fn begin(line: &Line, before: Option<&Line>, out: &mut Out) {
    let first = line.text.chars().next().unwrap_or(' ');
    let joins = before
        .filter(|one| !one.text.ends_with(|c| ends_sentence(c) || is_pause(c)) || closes(first));
    if let Some(one) = joins {
        let end = one.text.len();
        out.add(one, end..line.at - one.at, words::MARK_AT_START)
            .about(first)
            .offer("");
        return;
    }
    let finding = out.add(line, 0..first.len_utf8(), words::MARK_AT_START);
    finding.about(first);
    if !closes(first) {
        finding.offer("");
    }
}

impl Rule for ParagraphEnd {
    fn name(&self) -> &'static str {
        "paragraph-end"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15834-2011 4.1"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            (
                "渠水进村那天，老人们早早等在桥头",
                "渠水进村那天，老人们早早等在桥头。",
            ),
            (
                "渠水进村那天，老人们早早等在桥头，",
                "渠水进村那天，老人们早早等在桥头。",
            ),
            (
                "渠水进村了，路也宽了，他们说这叫“双喜临门”",
                "渠水进村了，路也宽了，他们说这叫“双喜临门”。",
            ),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "渠水进村那天，老人们等在桥头。",
            "苇塘村水渠通水仪式，四月三日举行。本报记者　林一舟　摄",
            "渠水进村　路也宽了",
            "投稿邮箱，收稿的编辑，都写在这里：news@weitang.example.cn",
        ]
    }

    fn story(&self, story: &Story, _: &Context, out: &mut Out) {
        let lines = &story.lines;
        for (at, line) in lines.iter().enumerate() {
            let body = line.field == Field::Body && line.kind == LineKind::Paragraph;
            if !body || is_finished(line.text) || !is_prose(line.text) || line.text.ends_with(opens)
            {
                continue;
            }
            let next = lines
                .get(at + 1)
                .filter(|one| one.kind == LineKind::Paragraph);
            let before = at.checked_sub(1).map(|at| &lines[at]);
            let open = |one: &&Line| !is_finished(one.text) && len(one.text) < 30;
            let listed = len(line.text) < 30
                && (next.as_ref().is_some_and(open) || before.as_ref().is_some_and(open));
            let goes_on = next.is_some_and(|next| is_told_elsewhere(line.text, next.text));
            let head = story.draft.is_none()
                && next.is_some_and(|next| is_prose(next.text))
                && len(line.text) <= 26
                && !line.text.contains('。');
            if !listed && !goes_on && !head {
                end(line, out);
            }
        }
    }
}

/// Whether the break after a line is found by another rule of this file.
fn is_told_elsewhere(text: &str, next: &str) -> bool {
    let pause = text.ends_with(['，', '、', ',']);
    let cut = is_cut(text, next) && (!opens_sentence(next) || overlap(text, next) > 0 || pause);
    starts_wrong(next) || cut
}

fn end(line: &Line, out: &mut Out) {
    let last = line.text.chars().next_back().unwrap_or(' ');
    let place = line.text.len() - last.len_utf8()..line.text.len();
    let finding = out.add(line, place, words::PARAGRAPH_END);
    if is_pause(last) {
        finding.severity = Severity::Error;
        finding.offer("。");
    } else if line.text.starts_with('“') && closes(last) {
        finding.severity = Severity::Hint;
        finding.offer(format!("{last}。"));
    } else {
        finding.offer(format!("{last}。"));
    }
}
