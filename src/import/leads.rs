//! Bylines at the front of the text (本报讯（记者 甲）……) and glued to its end.
//!
//! Knows one paragraph, nothing of pages.

use super::byline::{self, Found};
use crate::text::marks::{closes, ends_sentence};

/// A byline at the front of a paragraph, with how many bytes it takes.
pub(super) fn lead(text: &str) -> Option<(usize, Found)> {
    let after = without_dateline(text);
    let rest = after.unwrap_or(text);
    let start = text.len() - rest.len();
    if let Some((len, found)) = bracketed(rest) {
        if found.sure && len < rest.len() {
            return Some((start + len, found));
        }
        return None;
    }
    let trimmed = rest.trim_start();
    let begins = [
        "记者",
        "本报记者",
        "通讯员",
        "见习记者",
        "全媒体记者",
        "特约记者",
        "实习记者",
    ];
    if !begins.iter().any(|b| trimmed.starts_with(b)) {
        return None;
    }
    words(trimmed).map(|(len, found)| (text.len() - trimmed.len() + len, found))
}

/// 本报讯 at the front of a paragraph that names nobody: how many bytes it takes.
pub(super) fn bare_lead(text: &str) -> Option<usize> {
    let word = ["本报讯", "本台讯", "本网讯", "本刊讯"]
        .into_iter()
        .find(|w| text.starts_with(w))?;
    let rest = text[word.len()..].trim_start_matches(|c: char| c.is_whitespace() || c == '：');
    (!rest.is_empty()).then(|| text.len() - rest.len())
}

/// （记者 甲） at the front of a text.
fn bracketed(text: &str) -> Option<(usize, Found)> {
    let trimmed = text.trim_start();
    let open = trimmed
        .chars()
        .next()
        .filter(|c| matches!(c, '（' | '(' | '【'))?;
    let close = match open {
        '（' => '）',
        '(' => ')',
        _ => '】',
    };
    let end = trimmed
        .char_indices()
        .take(90)
        .find(|&(_, c)| c == close)?
        .0
        + close.len_utf8();
    let found = byline::parse(&trimmed[..end])?;
    Some((text.len() - trimmed.len() + end, found))
}

/// 记者 甲 通讯员 乙 without brackets: as many words as make a byline, then space or 报道.
fn words(text: &str) -> Option<(usize, Found)> {
    let mut best = None;
    let head: usize = text.chars().take(80).map(char::len_utf8).sum();
    let mut ends: Vec<usize> = text[..head]
        .char_indices()
        .filter(|(_, c)| c.is_whitespace() || *c == '：')
        .map(|(at, _)| at)
        .collect();
    if let Some(at) = text[..head].find("报道") {
        ends.push(at);
    }
    ends.sort_unstable();
    for end in ends.into_iter().take(12) {
        match byline::parse(&text[..end]) {
            Some(found) => {
                let after = &text[end..];
                let tail = ["报道：", "报道，", "报道", "："]
                    .iter()
                    .find(|t| after.starts_with(**t));
                best = Some((end + tail.map_or(0, |t| t.len()), found));
            }
            None if best.is_some() => break,
            None => {}
        }
    }
    best.filter(|(len, found)| found.sure && *len < text.len())
}

/// The text after 本报讯, 本报柳林4月3日讯, 新华社青岭4月3日电.
pub(super) fn without_dateline(text: &str) -> Option<&str> {
    let text = text.trim_start();
    for (at, c) in text.char_indices().take(24) {
        if matches!(c, '讯' | '电') && at > 0 {
            let head = &text[..at];
            let known = [
                "本报",
                "本台",
                "本网",
                "本刊",
                "我报",
                "新华社",
                "中新社",
                "融媒",
                "区融",
                "县融",
                "今日",
            ];
            let dated = head.ends_with('日') && head.contains('月');
            let plain = known.iter().any(|k| head.starts_with(k)) || dated;
            let rest = &text[at + c.len_utf8()..];
            let stops = rest
                .chars()
                .next()
                .is_none_or(|c| c.is_whitespace() || "（(记通【：".contains(c));
            return (plain && stops).then_some(rest);
        }
        if matches!(c, '，' | '。' | '（' | '(' | '“' | '：') {
            return None;
        }
    }
    None
}

/// A byline glued to the end of a paragraph, with the byte where it begins.
pub(super) fn tail(text: &str) -> Option<(usize, Found)> {
    let floor: usize = text.len()
        - text
            .chars()
            .rev()
            .take(70)
            .map(char::len_utf8)
            .sum::<usize>();
    let window = &text[floor..];
    let trimmed = window.trim_end();
    if trimmed.ends_with(['）', ')', '】']) {
        let open = trimmed.rfind(['（', '(', '【'])?;
        let head = window[..open].trim_end();
        let found = byline::parse(trimmed[open..].trim_end())?;
        let ended = head
            .chars()
            .next_back()
            .is_some_and(|c| ends_sentence(c) || closes(c));
        let at = floor + open;
        return (at > 0 && !head.is_empty() && (found.sure || ended)).then_some((at, found));
    }
    let (last, c) = window
        .char_indices()
        .rev()
        .find(|&(_, c)| ends_sentence(c) || matches!(c, '”' | '）'))?;
    let at = last + c.len_utf8();
    let found = byline::parse(&window[at..])?;
    (found.sure && at < window.len()).then_some((floor + at, found))
}

/// Whether a paragraph has come to an end: a final mark, inside closing quotes and brackets or not.
pub(super) fn is_finished(text: &str) -> bool {
    let text = text.trim_end();
    let bare = text.trim_end_matches(closes);
    if bare.ends_with(ends_sentence) {
        return true;
    }
    if text.ends_with(['）', ')']) {
        let open = text.rfind(['（', '(']).unwrap_or(0);
        if text[..open]
            .trim_end()
            .trim_end_matches(closes)
            .ends_with(ends_sentence)
        {
            return true;
        }
    }
    tail(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lead_of(text: &str) -> Option<(&str, String)> {
        lead(text).map(|(at, found)| (text[at..].trim_start(), found.byline.printed()))
    }

    #[test]
    fn a_byline_before_the_text_is_found() {
        for (text, wanted) in [
            ("本报讯（记者 林一舟）4月3日，灯亮了。", "（记者 林一舟）"),
            (
                "本报讯 （记者 林一舟 通讯员 何雨） 4月3日，灯亮了。",
                "（记者 林一舟 通讯员 何雨）",
            ),
            (
                "本报柳林4月2日讯（记者 林一舟）4月3日，灯亮了。",
                "（记者 林一舟）",
            ),
            ("（记者 林一舟）4月3日，灯亮了。", "（记者 林一舟）"),
            ("本报讯 记者 林一舟 4月3日，灯亮了。", "（记者 林一舟）"),
            (
                "本报讯 记者林一舟 通讯员何雨报道：4月3日，灯亮了。",
                "（记者 林一舟 通讯员 何雨）",
            ),
        ] {
            assert_eq!(
                lead_of(text),
                Some(("4月3日，灯亮了。", wanted.to_owned())),
                "{text}"
            );
        }
        for text in [
            "本报讯 4月3日，灯亮了。",
            "记者在柳林社区看到，灯亮了。",
            "（一）灯亮了。",
            "记者 来到柳林，灯亮了。",
        ] {
            assert_eq!(lead_of(text), None, "{text}");
        }
    }

    #[test]
    fn a_byline_after_the_text_is_found() {
        for text in [
            "灯亮了。（记者 林一舟）",
            "灯亮了。 (记者 林一舟)",
            "“灯亮了。”（记者 林一舟）",
            "灯亮了。　记者 林一舟",
            "灯亮了。□本报记者 林一舟",
            "灯亮了。（林一舟）",
        ] {
            let (at, found) = tail(text).unwrap_or_else(|| panic!("{text}"));
            assert!(text[..at].contains("灯亮了"), "{text}");
            assert_eq!(found.byline.printed(), "（记者 林一舟）", "{text}");
        }
        for text in [
            "他来自青岭（王屋）",
            "灯亮了。",
            "灯亮了（完）",
            "灯亮了。他说",
        ] {
            assert_eq!(tail(text), None, "{text}");
        }
    }

    #[test]
    fn a_finished_paragraph_ends_a_sentence() {
        for text in [
            "好。",
            "“好！”",
            "好（见图）。",
            "好。（完）",
            "好……",
            "好。（记者 林一舟）",
        ] {
            assert!(is_finished(text), "{text}");
        }
        for text in ["好，", "他说“好”", "灯，亮", "《好》", "——"] {
            assert!(!is_finished(text), "{text}");
        }
    }
}
