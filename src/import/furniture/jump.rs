//! Lines that send the reader to another page, alone or glued to a paragraph.
//!
//! Knows one line, nothing of what stands around it.

use crate::text::marks::closes;

const JUMPS: [&str; 8] = [
    "下转",
    "上接",
    "转接",
    "转第",
    "接第",
    "紧接",
    "未完待续",
    "续见",
];

/// A line that sends the reader to another page: 下转第3版, →上接A1版《题》.
pub(super) fn is_jump(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric() && !closes(c));
    if bare.starts_with("未完待续") && bare.chars().count() <= 6 {
        return true;
    }
    match glued_jump(text) {
        Some((0, end)) if end == text.len() => return true,
        Some(_) => return false,
        None => {}
    }
    // The headline of the story that goes on may follow, never its text.
    let Some(rest) = JUMPS.iter().find_map(|j| bare.strip_prefix(j)) else {
        return false;
    };
    let Some((at, c)) = rest
        .char_indices()
        .take(8)
        .find(|&(_, c)| matches!(c, '版' | '页'))
    else {
        return false;
    };
    let title = rest[at + c.len_utf8()..].trim_end_matches(closes);
    let quoted = title.trim_start().starts_with(['《', '“', '：']);
    let spaced = title.starts_with(char::is_whitespace);
    (quoted || spaced) && title.chars().count() <= 30 && !title.contains(['，', '。'])
}

/// A jump glued to the end or the front of a line: the bytes it takes there.
pub(in crate::import) fn glued_jump(text: &str) -> Option<(usize, usize)> {
    let (at, jump) = JUMPS
        .iter()
        .filter_map(|j| text.find(j).map(|at| (at, *j)))
        .min()?;
    let rest = &text[at + jump.len()..];
    let page = rest
        .char_indices()
        .take(8)
        .find(|&(_, c)| matches!(c, '版' | '页'))?;
    let numbered = rest[..page.0].chars().all(|c| {
        c.is_alphanumeric()
            && (c.is_ascii() || "第一二三四五六七八九十０１２３４５６７８９".contains(c))
    });
    let mut end = at + jump.len() + page.0 + page.1.len_utf8();
    let head = &text[..at];
    let opened =
        head.trim_end_matches(|c: char| "（([【〔→▶►●■◆▲☞— ".contains(c) || c.is_whitespace());
    // The headline of the story may stand inside the bracket: （上接1版《题》）.
    let in_bracket = head[opened.len()..].contains(['（', '(', '【', '[', '〔']);
    if in_bracket && !text[end..].trim_start().starts_with(closes) {
        let shut = text[end..]
            .char_indices()
            .take(40)
            .find(|&(_, c)| matches!(c, '）' | ')' | '】' | ']' | '〕'))?;
        end += shut.0;
    }
    let tail = &text[end..];
    let closed = tail.trim_start_matches(|c: char| "）)]】〕→".contains(c) || c.is_whitespace());
    end = text.len() - closed.len();
    let bracketed = opened.len() < head.len();
    (numbered && (bracketed || closed.is_empty() || opened.is_empty()))
        .then_some((opened.len(), end))
}
