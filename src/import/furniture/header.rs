//! The line at the head of a page: date, page number, desk, issue number.
//!
//! Knows one line, not where it stands.

use super::date::is_full_date;
use crate::import::words::words;

/// The masthead line: a full date, a page number, an issue number, alone or together.
pub(super) fn is_header(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.chars().all(|c| c.is_ascii_digit()) && bare.len() <= 4 {
        return true;
    }
    if [
        "本期导读",
        "今日导读",
        "导读",
        "本版导读",
        "本期看点",
        "今日看点",
        "目录",
        "本期目录",
        "内容导航",
    ]
    .contains(&bare)
    {
        return true;
    }
    let special = ["专版", "专页", "特刊", "专刊", "专栏"]
        .iter()
        .any(|end| bare.ends_with(end));
    if special && bare.chars().count() <= 12 && !bare.contains(char::is_whitespace) {
        return true;
    }
    is_page_word(bare)
        || is_full_date(bare) && !text.contains(['，', '。']) && rest_is_header(bare)
        || has_code(bare)
}

fn has_code(text: &str) -> bool {
    ["邮发代号", "国内统一", "准印证", "统一刊号", "总第", "CN"]
        .iter()
        .any(|w| text.contains(w))
        && text.chars().any(|c| c.is_ascii_digit())
        && !text.contains(['，', '。'])
}

/// 第2版, A02版, 02 要闻, 第3页 共8页, page 3.
fn is_page_word(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    if let Some(rest) = lower.strip_prefix("page") {
        return rest
            .trim()
            .chars()
            .all(|c| c.is_ascii_digit() || " of/".contains(c));
    }
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || "|｜丨·/：:—-".contains(c))
        .filter(|w| !w.is_empty())
        .collect();
    let page = |w: &str| {
        let w = w.trim_start_matches('第').trim_start_matches('共');
        let core = w.trim_end_matches(['版', '页']);
        let number = core.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        core.len() < w.len()
            && !number.is_empty()
            && core.len() - number.len() <= 1
            && number.chars().all(|c| {
                c.is_ascii_digit() || "一二三四五六七八九十０１２３４５６７８９".contains(c)
            })
    };
    let pages = words.iter().filter(|w| page(w)).count();
    let number = |w: &str| {
        w.len() <= 3
            && w.chars().any(|c| c.is_ascii_digit())
            && w.chars().all(|c| c.is_ascii_alphanumeric())
    };
    let desks = words.iter().filter(|w| is_desk(w)).count();
    let numbers = words.iter().filter(|w| number(w)).count();
    let others = words.len() - pages - desks - numbers;
    pages > 0 && others <= 2 && !text.contains(['，', '。', '！', '？'])
        || numbers == 1 && desks >= 1 && others == 0
        || pages == 0
            && others == 0
            && numbers == 0
            && desks == words.len()
            && desks > 0
            && text.chars().count() <= 6
            && is_desk_alone(text)
}

/// Words for a page's field.
fn is_desk(word: &str) -> bool {
    const DESKS: &str = "要闻 综合 民生 时政 经济 社会 教育 文化 副刊 专题 专版 综合新闻 本地新闻 社区新闻 \
民生新闻 要闻版 基层 乡镇 社区 新闻 农业 农村 三农 卫生 健康 生活 法治 政法 国内 \
国际 公告 广告 综合版 基层新闻 县域 县区 图片 镇街新闻 乡镇新闻 今日要闻";
    words(DESKS).any(|w| w == word)
}

fn is_desk_alone(text: &str) -> bool {
    [
        "要闻",
        "综合新闻",
        "本地新闻",
        "社区新闻",
        "民生新闻",
        "要闻版",
        "综合版",
        "副刊",
        "专版",
        "基层新闻",
        "镇街新闻",
        "乡镇新闻",
        "今日要闻",
    ]
    .contains(&text)
}

/// Beside the date a header has the paper's name, the weekday, page and issue: few short words.
fn rest_is_header(text: &str) -> bool {
    let words = text
        .split(|c: char| c.is_whitespace() || "|｜丨·".contains(c))
        .filter(|w| !w.is_empty());
    words.clone().all(|w| w.chars().count() <= 16) && words.count() <= 14
}
