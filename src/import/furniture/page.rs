//! Words that number and name a page: 第2版, A02版, 共8版, 要闻.
//!
//! Knows single words, not the line they stand in.

use crate::import::words::Words;

const NUMERALS: &str = "一二三四五六七八九十百０１２３４５６７８９";

fn is_number(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || NUMERALS.contains(c))
}

/// 第2版, A02版, 三版, 第3页, 第12-13版.
pub(super) fn is_page(word: &str) -> bool {
    let word = word
        .strip_prefix("本版为")
        .unwrap_or(word)
        .trim_start_matches('第');
    let Some(core) = word
        .strip_suffix(['版', '页', '面'])
        .map(|core| core.trim_end_matches(['版', '页']))
    else {
        return false;
    };
    let number = core.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    core.len() - number.len() <= 1
        && number
            .split(['-', '—', '－', '～', '~', '、'])
            .all(is_number)
}

/// 共8版, 今日四版, 本期共4版, 第1862期, 总第128期.
pub(super) fn is_issue(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| "（）()【】[]".contains(c));
    let whole = ["今日", "本期", "本报今日", "本日"]
        .iter()
        .find_map(|head| bare.strip_prefix(head))
        .unwrap_or(bare);
    let counted = whole
        .strip_prefix('共')
        .unwrap_or(whole)
        .strip_suffix(['版', '页', '张'])
        .is_some_and(is_number);
    let number = bare
        .trim_start_matches('总')
        .strip_prefix('第')
        .and_then(|rest| rest.strip_suffix(['期', '号', '卷']))
        .is_some_and(is_number);
    counted && (whole != bare || bare.starts_with('共')) || number
}

/// Words for a page's field.
pub(super) fn is_desk(word: &str) -> bool {
    static DESKS: Words = Words::new(
        "要闻 综合 民生 时政 经济 社会 教育 文化 副刊 专题 专版 综合新闻 本地新闻 社区新闻 \
                         民生新闻 要闻版 基层 乡镇 社区 新闻 农业 农村 三农 卫生 健康 生活 法治 政法 国内 \
                         国际 公告 广告 综合版 基层新闻 县域 县区 图片 镇街新闻 乡镇新闻 今日要闻 街镇 镇街 \
                         民声 时评 言论 评论 文旅 体育 科教 财经 版面 头版 时事 周末 读者来信 党建 生态 \
                         产业 城乡 乡村 农村 街巷 视点 读者 服务 环保 科技 校园 人物 旅游 科普 理论 平安 文明实践",
    );
    DESKS.has(word)
}

/// A field's name that is a header even alone.
pub(super) fn is_desk_alone(text: &str) -> bool {
    static ALONE: Words = Words::new(
        "要闻 综合新闻 本地新闻 社区新闻 民生新闻 要闻版 综合版 副刊 专版 基层新闻 镇街新闻 \
                         乡镇新闻 今日要闻",
    );
    ALONE.has(text)
}

/// 02, A3: a page's number without its word.
pub(super) fn is_page_number(word: &str) -> bool {
    word.len() <= 3
        && word.chars().any(|c| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_alphanumeric())
}

/// A03, B12: a page's number with the letter of its section.
pub(super) fn is_page_code(word: &str) -> bool {
    let bytes = word.as_bytes();
    bytes.len() == 3
        && (b'A'..=b'D').contains(&bytes[0])
        && bytes[1..].iter().all(u8::is_ascii_digit)
}
