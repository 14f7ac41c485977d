//! What a line is by itself: furniture, a label, a byline, a deck, or text.

use super::Block;
use crate::domain::Byline;
use crate::import::lines::Line;
use crate::import::words::Words;
use crate::import::wrap::Layout;
use crate::import::{byline, furniture, labels, leads};

/// What a line is.
#[derive(Debug, Clone)]
pub(super) enum Shape {
    /// Not story text.
    Furniture,
    /// A label, and how many bytes of text follow it on the line.
    Label(&'static str, usize),
    /// The head of a row of briefs.
    Section,
    /// Who made it.
    Byline(Byline),
    /// A line after ——.
    Deck,
    /// Anything else, with the place of a jump that is glued to it.
    Text(Option<(usize, usize)>),
}

/// Lines at the head of the text where a paper's name may stand.
const TOP: usize = 4;

/// The name of the paper stands again over each of its pages.
pub(super) fn repeat_mastheads(lines: &[Line], shapes: &mut [Shape]) {
    let top: Vec<&str> = lines
        .iter()
        .zip(shapes.iter())
        .take(TOP)
        .filter(|(line, shape)| {
            matches!(shape, Shape::Furniture) && furniture::is_masthead(&line.text)
        })
        .map(|(line, _)| line.text.as_str())
        .collect();
    for (line, shape) in lines.iter().zip(shapes).skip(TOP) {
        if top.contains(&line.text.as_str()) {
            *shape = Shape::Furniture;
        }
    }
}

/// Lines below 导读 that a list has: numbered, bulleted, or standing again over their story.
pub(super) fn contents_lists(lines: &[Line], shapes: &mut [Shape]) {
    let mut listed = false;
    for at in 0..lines.len() {
        let text = lines[at].text.as_str();
        if furniture::is_contents(text) {
            listed = true;
        } else if listed && matches!(shapes[at], Shape::Text(None)) {
            listed = is_listed(lines, at);
            if listed {
                shapes[at] = Shape::Furniture;
            }
        } else {
            listed &= matches!(shapes[at], Shape::Furniture);
        }
    }
}

fn is_listed(lines: &[Line], at: usize) -> bool {
    let text = lines[at].text.as_str();
    let front = labels::bullet(text).or_else(|| labels::number(text));
    let bare = &text[front.unwrap_or(0)..];
    let again = || {
        lines[at + 1..]
            .iter()
            .take(2000)
            .any(|line| line.text == bare)
    };
    text.chars().count() <= 40 && !text.contains('。') && (front.is_some() || again())
}

/// What the line at a place is.
pub(super) fn shape(lines: &[Line], at: usize, layout: &Layout) -> Shape {
    let text = lines[at].text.as_str();
    // A line in the flow of a wrapped paragraph is what the sentence makes of it.
    let flowing = at > 0
        && layout.wraps(lines, at - 1)
        && !leads::is_finished(&lines[at - 1].text)
        && lines[at - 1]
            .text
            .chars()
            .any(|c| matches!(c, '，' | '。' | '、' | '；' | '：'));
    if let Some((label, rest)) = labels::label(text) {
        return Shape::Label(label, rest.len());
    }
    if labels::is_section(text) && !flowing {
        return Shape::Section;
    }
    if furniture::is_controls(text) && !flowing {
        return Shape::Furniture;
    }
    if let Some(found) = byline::parse(text).filter(|_| !is_torn(lines, at)) {
        return if begins_text(lines, at, layout) {
            Shape::Text(None)
        } else {
            Shape::Byline(found.byline)
        };
    }
    if at < TOP && furniture::is_masthead(text) {
        return Shape::Furniture;
    }
    let inside =
        flowing && (leads::is_finished(text) || layout.wraps(lines, at) || text.is_ascii());
    if furniture::piece(text).is_some_and(|piece| !inside || piece.cuts())
        && !is_announced(lines, at)
    {
        return Shape::Furniture;
    }
    let dashed = text.starts_with("——") || text.starts_with('—');
    if dashed && !flowing && text.chars().count() <= 60 && !text.ends_with('。') {
        return Shape::Deck;
    }
    Shape::Text(furniture::glued_jump(text))
}

/// Whether a telephone or address is what the paragraph before it announced: ……可以这样联系：
fn is_announced(lines: &[Line], at: usize) -> bool {
    furniture::is_contact(&lines[at].text)
        && lines[..at]
            .iter()
            .rev()
            .take(4)
            .find(|line| !furniture::is_contact(&line.text))
            .is_some_and(|line| line.text.ends_with('：') && line.text.contains(['，', '。']))
}

/// Whether a byline in brackets has only one of them on this line.
fn is_torn(lines: &[Line], at: usize) -> bool {
    let text = lines[at].text.as_str();
    let (opens, closes) = (text.contains('（'), text.contains('）'));
    let closed_below = || {
        lines
            .get(at + 1)
            .and_then(|next| next.text.find(['（', '）']).map(|i| &next.text[i..]))
            .is_some_and(|rest| rest.starts_with('）'))
    };
    closes && !opens || opens && !closes && closed_below()
}

/// Whether 本报讯（记者 甲） fills a line and its paragraph goes on in the next.
fn begins_text(lines: &[Line], at: usize, layout: &Layout) -> bool {
    leads::without_dateline(&lines[at].text).is_some()
        && layout.is_indented(&lines[at])
        && lines.get(at + 1).is_some_and(|next| {
            next.gap == 0
                && !layout.is_indented(next)
                && layout.wraps(lines, at + 1)
                && byline::parse(&next.text).is_none()
        })
}

/// Whether a block can only be a headline, a crosshead or a place.
pub(in crate::import) fn is_headlike(block: &Block) -> bool {
    let text = block.text.text.as_str();
    let long_paragraph = block.indented && text.chars().count() > 24;
    block.text.count() <= 2 && !long_paragraph && is_head_text(text)
}

/// Whether a text reads as a headline and not as a sentence of a story.
pub(super) fn is_head_text(text: &str) -> bool {
    if text.len() > 44 * 4 {
        return false;
    }
    let len = text.chars().count();
    if text
        .strip_suffix('：')
        .is_some_and(crate::import::places::is_place)
    {
        return true;
    }
    if len > 44 || text.contains(['。', '；']) || text.ends_with(['，', '、', '：']) {
        return false;
    }
    if opens_sentence(text) || is_speech(text) {
        return false;
    }
    let commas = text.matches('，').count();
    let spaced = text.contains(char::is_whitespace);
    if commas > 2 || commas > 0 && len > 30 || !spaced && len > 34 || !is_balanced(text) {
        return false;
    }
    if commas == 2 && !is_even(text) {
        return false;
    }
    let says = ["说：", "道：", "说，“", "表示：", "问：", "：“"]
        .iter()
        .any(|s| text.contains(s) && text.ends_with('”') && len > 16);
    let exclaims =
        text.ends_with(['！', '？', '…']) || text.ends_with("！”") || text.ends_with("？”");
    !says && (!exclaims || len <= 26)
}

/// A turn of an interview: 记者：…… 答：……
fn is_speech(text: &str) -> bool {
    ["记者：", "问：", "答：", "主持人：", "本报记者："]
        .iter()
        .any(|speaker| text.starts_with(speaker))
}

/// Whether the clauses of a text are of like length, as those of a headline are.
fn is_even(text: &str) -> bool {
    let lengths = || {
        text.split(|c: char| c == '，' || c.is_whitespace())
            .map(|clause| clause.chars().count())
    };
    let (least, most) = (lengths().min(), lengths().max());
    most.unwrap_or_default() - least.unwrap_or_default() <= 3
}

/// Words before a comma that begin the text of a story and no headline.
static OPENINGS: Words = Words::new(
    "近日 日前 昨日 昨天 今天 今日 连日来 近年来 今年以来 一直以来 长期以来 据悉 据了解 据介绍 据统计 目前 截至目前 \
                        下一步 接下来 当天 当日 当晚 同时 与此同时 此外 另外 随后 为此 对此 因此 于是 如今 现在 眼下 近期 \
                        以前 过去 从前 当时 后来 不久 最终 最后 接着 其间 期间 其中 去年 今年 上午 下午 清晨 傍晚 晚上 夜里 中午 \
                        活动中 活动现场 会上 会议指出 会议强调 会议要求 然而 不过 所以",
);

/// Words that begin the text of a story and no headline: 近日，, 4月3日，.
pub(super) fn opens_sentence(text: &str) -> bool {
    if OPENINGS.iter().any(|word| {
        text.strip_prefix(word)
            .is_some_and(|rest| rest.starts_with('，'))
    }) {
        return true;
    }
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let Some(rest) = rest.strip_prefix('月').filter(|_| rest.len() < text.len()) else {
        return false;
    };
    let day = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    day.len() < rest.len()
        && day
            .strip_prefix('日')
            .is_some_and(|rest| rest.chars().take(8).any(|c| c == '，'))
}

/// Whether every quote and bracket that opens also closes; a piece of a cut paragraph may not.
fn is_balanced(text: &str) -> bool {
    let count = |c: char| text.matches(c).count();
    count('“') == count('”') && count('（') == count('）') && count('《') == count('》')
}
