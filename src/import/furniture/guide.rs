//! Lines of a table of contents.
//!
//! Knows one line.

/// A line of a table of contents: ……2版, （详见第3版）.
pub(super) fn is_guide(text: &str) -> bool {
    let bare = text.trim_end_matches(['）', ')', '】', '》', '>']);
    let Some(head) = bare.strip_suffix('版') else {
        return false;
    };
    let number = head.trim_end_matches(|c: char| {
        c.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(c)
    });
    let before = number.trim_end_matches('第');
    number.len() < head.len()
        && before.ends_with(|c: char| c.is_whitespace() || "…（(见→·.—>/|".contains(c))
        && !text.contains(['。', '，'])
}
