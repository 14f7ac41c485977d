//! What a line is by itself: furniture, a label, a byline, a deck, or text.

use super::Block;
use crate::domain::Byline;
use crate::import::lines::Line;
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
            .any(|c| matches!(c, '，' | '。' | '、'));
    if let Some((label, rest)) = labels::label(text) {
        return Shape::Label(label, rest.len());
    }
    if labels::is_section(text) && !flowing {
        return Shape::Section;
    }
    // A closing bracket alone is the end of a byline that began on the line before.
    let torn = text.contains('）') && !text.contains('（');
    if let Some(found) = byline::parse(text).filter(|_| !torn) {
        return Shape::Byline(found.byline);
    }
    if at < 4 && furniture::is_masthead(text) {
        return Shape::Furniture;
    }
    if furniture::piece(text).is_some() && !(flowing && leads::is_finished(text)) {
        return Shape::Furniture;
    }
    let dashed = text.starts_with("——") || text.starts_with('—');
    if dashed && !flowing && text.chars().count() <= 60 && !text.ends_with('。') {
        return Shape::Deck;
    }
    Shape::Text(furniture::glued_jump(text))
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
    if opens_sentence(text) {
        return false;
    }
    let commas = text.matches('，').count();
    let spaced = text.contains(char::is_whitespace);
    if commas > 2 || commas > 0 && len > 30 || !spaced && len > 34 || !is_balanced(text) {
        return false;
    }
    let says = ["说：", "道：", "说，“", "表示：", "问：", "：“"]
        .iter()
        .any(|s| text.contains(s) && text.ends_with('”') && len > 16);
    let exclaims =
        text.ends_with(['！', '？', '…']) || text.ends_with("！”") || text.ends_with("？”");
    !says && (!exclaims || len <= 26)
}

/// Words that begin the text of a story and no headline: 近日，, 4月3日，.
fn opens_sentence(text: &str) -> bool {
    let words = [
        "近日",
        "日前",
        "昨日",
        "昨天",
        "今天",
        "连日来",
        "近年来",
        "今年以来",
        "据悉",
        "据了解",
        "目前",
        "截至目前",
        "下一步",
        "当天",
        "同时",
        "此外",
        "随后",
        "为此",
        "如今",
        "近期",
        "据统计",
    ];
    if words.iter().any(|word| {
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
            .is_some_and(|rest| rest.chars().take(4).any(|c| c == '，'))
}

/// Whether every quote and bracket that opens also closes; a piece of a cut paragraph may not.
fn is_balanced(text: &str) -> bool {
    let count = |c: char| text.matches(c).count();
    count('“') == count('”') && count('（') == count('）') && count('《') == count('》')
}
