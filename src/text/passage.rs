//! A passage found again in a text that was edited: the very words, else what is most like them.

use std::ops::Range;

/// Characters above which only the start of a passage is looked for.
const LONGEST: usize = 80;
/// Characters below which nothing but the very words counts: `14盏` is not `15盏`.
const SHORTEST: usize = 5;
/// Edits allowed in ten characters.
const EDITS: usize = 4;

/// Where a passage is in a text, in characters; `None` where it is gone.
///
/// The cost is the product of both lengths, the passage counted up to 80 characters.
pub fn find(text: &str, passage: &str) -> Option<Range<usize>> {
    let passage = passage.trim();
    if passage.is_empty() {
        return None;
    }
    if let Some(byte) = text.find(passage) {
        let start = text[..byte].chars().count();
        return Some(start..start + passage.chars().count());
    }
    let wanted: Vec<char> = passage.chars().take(LONGEST).collect();
    if wanted.len() < SHORTEST {
        return None;
    }
    let allowed = wanted.len() * EDITS / 10;
    let (edits, found) = nearest(text, &wanted)?;
    (edits <= allowed).then_some(found)
}

/// The span that becomes the wanted one with the fewest edits (Sellers 1980).
fn nearest(text: &str, wanted: &[char]) -> Option<(usize, Range<usize>)> {
    // For each length of the wanted start: edits so far, and where the span began.
    let mut row: Vec<(usize, usize)> = (0..=wanted.len()).map(|n| (n, 0)).collect();
    let mut best: Option<(usize, Range<usize>)> = None;
    for (at, c) in text.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = (0, at + 1);
        for (i, &w) in wanted.iter().enumerate() {
            let same = (diagonal.0 + usize::from(w != c), diagonal.1);
            let more = (row[i + 1].0 + 1, row[i + 1].1);
            let less = (row[i].0 + 1, row[i].1);
            diagonal = row[i + 1];
            row[i + 1] = [same, more, less].into_iter().min_by_key(|e| e.0)?;
        }
        let (edits, start) = row[wanted.len()];
        if best.as_ref().is_none_or(|(least, _)| edits < *least) && start <= at {
            best = Some((edits, start..at + 1));
        }
    }
    best
}

/// The sentence that a character of a paragraph is in, without what stands around it.
pub fn sentence(paragraph: &str, at: usize) -> &str {
    let ends = |c: char| matches!(c, '。' | '！' | '？' | '…' | '\n');
    let byte = paragraph
        .char_indices()
        .nth(at)
        .map_or(paragraph.len(), |(b, _)| b);
    let start = paragraph[..byte].rfind(ends);
    let start = start.map_or(0, |b| {
        b + paragraph[b..].chars().next().map_or(0, char::len_utf8)
    });
    let end = paragraph[byte..]
        .find(ends)
        .map_or(paragraph.len(), |b| byte + b);
    let end = end + paragraph[end..].chars().next().map_or(0, char::len_utf8);
    paragraph[start..end].trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, passage: &str, found: Option<&str>) {
        let span = find(text, passage);
        let told = span.map(|s| text.chars().skip(s.start).take(s.len()).collect::<String>());
        assert_eq!(told.as_deref(), found, "{passage} in {text}");
    }

    #[test]
    fn a_passage_follows_its_text() {
        let text = "三月二十日晚，楼道灯又亮了。社区干部逐层数过，坏灯共有14盏。";
        check(text, "楼道灯又亮了", Some("楼道灯又亮了"));
        check(
            text,
            "社区干部挨层数过，坏灯共15盏",
            Some("社区干部逐层数过，坏灯共有14盏"),
        );
        check(text, "楼道里的灯又亮了", Some("楼道灯又亮了"));
    }

    #[test]
    fn a_passage_that_went_is_gone() {
        check("雨停了，路通了。", "社区干部挨层数过", None);
        check("坏灯共有14盏。", "15盏", None);
        check("", "楼道灯又亮了", None);
        check("雨停了。", " ", None);
    }

    #[test]
    fn a_sentence_is_found_around_a_character() {
        let text = "雨停了。路通了！灯亮";
        assert_eq!(sentence(text, 0), "雨停了。");
        assert_eq!(sentence(text, 5), "路通了！");
        assert_eq!(sentence(text, 9), "灯亮");
        assert_eq!(sentence("", 3), "");
    }
}
