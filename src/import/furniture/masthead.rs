//! The name of the paper itself.
//!
//! Knows one line; whether it stands at the head of a page is for the caller to say.

/// The name of a paper at the head of a page: 柳林报, 今日柳林, LIULIN DAILY.
pub(in crate::import) fn is_masthead(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let first = bare.split(char::is_whitespace).next().unwrap_or_default();
    let len = first.chars().count();
    let named = [
        "报",
        "周刊",
        "新闻网",
        "融媒",
        "发布",
        "时讯",
        "月刊",
        "简报",
        "快报",
    ]
    .iter()
    .any(|end| first.ends_with(end));
    let paper =
        named && (2..=8).contains(&len) || first.starts_with("今日") && (3..=5).contains(&len);
    let rest_is_latin = bare[first.len()..]
        .chars()
        .all(|c| c.is_ascii() || c.is_whitespace());
    let manuscript = ["稿件", "来稿", "通稿", "送审稿", "待审稿"]
        .iter()
        .any(|w| bare.contains(w))
        && bare.chars().count() <= 24;
    let latin = bare.is_ascii()
        && bare.chars().any(|c| c.is_ascii_uppercase())
        && !bare.chars().any(|c| c.is_ascii_digit());
    paper && rest_is_latin || manuscript || latin && bare.len() <= 30
}
