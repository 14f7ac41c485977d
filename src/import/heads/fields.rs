//! Lines of a head that say themselves what they are: 主题：, column names, decks above.
//!
//! Knows the lines of one head.

use super::{Head, Line};
use crate::import::{Furniture, Repair, RepairKind};

/// Lines that say what they are: 主题：, 副题：, 引题：.
pub(super) fn take_named(lines: &mut Vec<Line>, found: &mut Head) {
    const DECKS: [&str; 6] = ["引题", "肩题", "眉题", "副题", "副标题", "副标"];
    const HEADLINES: [&str; 4] = ["主题", "主标题", "标题", "正题"];
    let split = |text: &str| {
        text.split_once('：')
            .map(|(word, rest)| (word.to_owned(), rest.trim().to_owned()))
    };
    let named = |word: &str| DECKS.contains(&word) || HEADLINES.contains(&word);
    for line in lines.iter_mut() {
        let Some((word, rest)) =
            split(&line.text).filter(|(word, rest)| named(word) && !rest.is_empty())
        else {
            continue;
        };
        found.repairs.push(Repair {
            kind: RepairKind::Label,
            line: line.line,
            before: format!("{word}："),
            after: String::new(),
        });
        line.text = rest;
        if DECKS.contains(&word.as_str()) && found.deck.text.is_empty() {
            found.deck = std::mem::take(line);
        }
    }
    lines.retain(|line| !line.text.is_empty());
}

/// Names of columns and series above a head: ……系列报道, 基层新闻.
pub(super) fn take_columns(lines: &mut Vec<Line>, found: &mut Head) {
    while lines.len() > 1 && is_column(&lines[0].text) {
        let line = lines.remove(0);
        found.furniture.push(Furniture {
            line: line.line,
            text: line.text,
        });
    }
}

fn is_column(text: &str) -> bool {
    let ends = [
        "系列报道",
        "专栏",
        "特刊",
        "新闻",
        "之窗",
        "天地",
        "聚焦",
        "视窗",
        "速递",
        "追踪",
        "特别报道",
        "连续报道",
        "日报",
        "晚报",
        "周刊",
        "时报",
        "导读",
        "周报",
        "提示",
        "提醒",
        "信箱",
        "来信",
        "热线",
        "直通车",
        "回音壁",
    ];
    text.chars().count() <= 16
        && !text.contains(char::is_whitespace)
        && ends.iter().any(|end| text.ends_with(end))
        || text.chars().count() <= 6 && text.starts_with("今日")
}

/// A deck above the headline: ……稳步推进——.
pub(super) fn take_deck_above(lines: &mut Vec<Line>, found: &mut Head) {
    let above = lines.iter().position(|line| line.text.ends_with('—'));
    if let Some(at) = above.filter(|&at| at + 1 < lines.len()) {
        let line = lines.remove(at);
        found.deck = Line {
            text: line.text.trim_end_matches('—').trim().to_owned(),
            line: line.line,
        };
    }
}
