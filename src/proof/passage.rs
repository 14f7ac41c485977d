//! What a finding is about, as it is remembered: a passage that is found again when the text
//! around it has changed.

use std::ops::Range;

/// Characters on either side that go along with a mark or a space.
const AROUND: usize = 2;

/// The line of a field that a span stands in: its place in bytes, without white space at its ends
/// and without the `## ` of a crosshead.
pub fn line_around(field: &str, span: &Range<usize>) -> Range<usize> {
    let at = span.start.min(field.len());
    let start = field[..at].rfind('\n').map_or(0, |before| before + 1);
    let end = field[at..].find('\n').map_or(field.len(), |to| at + to);
    let line = &field[start..end];
    let trimmed = line.trim();
    let begun = start + line.len() - line.trim_start().len();
    let text = trimmed.strip_prefix("## ").map_or(trimmed, str::trim_start);
    let from = begun + trimmed.len() - text.len();
    from..from + text.len()
}

/// The passage of a finding in its line: what was found, and where that is no word by itself (a
/// mark, a space, one character) two characters on either side.
pub fn passage<'t>(line: &'t str, span: &Range<usize>) -> &'t str {
    let (start, end) = (span.start.min(line.len()), span.end.min(line.len()));
    let Some(found) = line.get(start..end) else {
        return line;
    };
    if found.chars().filter(|c| c.is_alphanumeric()).count() > 1 {
        return found;
    }
    let before = line[..start].char_indices().rev().nth(AROUND - 1);
    let after = line[end..].char_indices().nth(AROUND);
    let from = before.map_or(0, |(at, _)| at);
    let to = after.map_or(line.len(), |(at, _)| end + at);
    &line[from..to]
}

/// Whether a remembered passage stands around this place of a line.
pub fn covers(line: &str, span: &Range<usize>, passage: &str) -> bool {
    let mut from = 0;
    while !passage.is_empty()
        && let Some(at) = line.get(from..).and_then(|rest| rest.find(passage))
    {
        let start = from + at;
        if start > span.start {
            return false;
        }
        if span.end <= start + passage.len() {
            return true;
        }
        // Passages may overlap: 好好好.
        from = start + passage.chars().next().map_or(1, char::len_utf8);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_remembered_with_what_stands_around_it() {
        let line = "渠水 进村了。";
        assert_eq!(passage(line, &(6..7)), "渠水 进村");
        assert_eq!(passage(line, &(0..6)), "渠水");
        assert_eq!(passage(line, &(16..19)), "村了。");
        assert_eq!(passage("", &(0..0)), "");
    }

    #[test]
    fn a_passage_is_known_again_elsewhere_and_only_there() {
        let moved = "今年渠水 进村，路 宽了。";
        assert!(covers(moved, &(12..13), "渠水 进村"));
        assert!(!covers(moved, &(25..26), "渠水 进村"));
        assert!(covers("好好好", &(3..9), "好好"));
        assert!(!covers("好", &(0..3), ""));
    }

    #[test]
    fn a_line_is_told_without_its_mark() {
        let body = "一\n\n##  二 三 \n\n四\n";
        let at = body.find(' ').unwrap_or(0);
        for span in [at..at, 9..12] {
            assert_eq!(&body[line_around(body, &span)], "二 三", "{span:?}");
        }
        assert_eq!(line_around(body, &(99..99)).len(), 0);
    }
}
