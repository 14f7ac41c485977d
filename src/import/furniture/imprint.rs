//! Who edited a page, where its text came from, and how to reach the paper.
//!
//! Knows one line; who wrote a story is a byline and none of its business.

use super::date::is_full_date;
use super::header::is_header;
use super::page::{is_desk, is_page};
use super::web::is_web_word;
use crate::import::names::may_be_name;
use crate::import::words::Words;

static CREDITS: Words = Words::new(
    "责任编辑 责编 本版编辑 编辑 本版责编 值班编辑 美术编辑 美编 版式设计 版式 版面 校对 \
本版校对 责任校对 组版 排版 照排 值班主任 值班总编 值班编委 值班领导 总编辑 主编 \
副主编 执行主编 审核 审校 监制 统筹 策划 总策划 终审 初审 复审 一审 二审 三审 制图 \
视觉 检校 审稿 编审 签发",
);

static CONTACTS: Words = Words::new(
    "新闻热线 热线电话 热线 联系电话 电话 传真 投稿邮箱 投稿信箱 投稿 邮箱 电子邮箱 \
电子信箱 信箱 地址 社址 邮编 邮政编码 网址 官网 微信公众号 公众号 扫码 扫一扫 \
E-mail Email email QQ 广告热线 发行热线 报料 爆料 报料热线 刊号 印刷",
);

/// 责编：林一舟 校对：何雨; 电话：…; any line of such parts alone.
pub(super) fn is_imprint(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| "（）()【】[]■□●◎|｜*".contains(c) || c.is_whitespace());
    let credits = without_page(bare);
    is_credit(credits) || is_contact(bare) || is_web_word(text) || is_source(bare)
}

/// A foot of a page without its number: 第四版　责任编辑　甲某.
fn without_page(text: &str) -> &str {
    let mut rest = text;
    while let Some((word, after)) = rest.split_once(char::is_whitespace)
        && (is_page(word) || is_full_date(word) || is_desk(word))
    {
        rest = after.trim_start();
    }
    while let Some((before, word)) = rest.rsplit_once(char::is_whitespace)
        && (is_page(word) || is_full_date(word))
    {
        rest = before.trim_end();
    }
    rest
}

/// A header with its credits: 第三版　春风里　责任编辑：甲某.
pub(super) fn has_credits(text: &str) -> bool {
    text.match_indices(char::is_whitespace)
        .take(8)
        .any(|(at, _)| is_header(&text[..at]) && is_credit(text[at..].trim_start()))
}

/// 来源：柳林县融媒体中心.
fn is_source(text: &str) -> bool {
    [
        "来源",
        "转自",
        "稿件来源",
        "图片来源",
        "素材来源",
        "信息来源",
    ]
    .iter()
    .any(|word| {
        spaced(text, word).is_some_and(|rest| {
            rest.trim_start().starts_with(['：', ':', '|', '丨', '/']) && !rest.contains('。')
        })
    })
}

fn is_credit(text: &str) -> bool {
    let Some((word, rest)) = strip_word(text, &CREDITS) else {
        return false;
    };
    let separated = rest.starts_with(|c: char| c.is_whitespace() || "：:/／|".contains(c));
    let words: Vec<&str> = rest
        .split(|c: char| c.is_whitespace() || "：:/／|、，｜；".contains(c))
        .filter(|w| !w.is_empty())
        .collect();
    let known = |w: &str| {
        may_be_name(w)
            || w.chars().count() == 1
            || strip_word(w, &CREDITS).is_some()
            || strip_word(w, &CONTACTS).is_some()
            || ["记者", "通讯员", "本版", "实习生", "图片", "摄影"].contains(&w)
            || !w.chars().any(crate::text::marks::is_han)
    };
    // 编辑 王伟 is a credit; 编辑 部 or 编辑部 is not.
    let glued = !separated
        && word.chars().count() >= 2
        && words.len() == 1
        && may_be_name(rest)
        && word != "编辑"
        && word != "策划"
        && word != "主编";
    !words.is_empty() && (separated && words.iter().all(|w| known(w)) || glued)
}

fn strip_word<'a>(text: &'a str, list: &Words) -> Option<(&'static str, &'a str)> {
    list.iter()
        .filter_map(|word| spaced(text, word).map(|rest| (word, rest)))
        .max_by_key(|(word, _)| word.len())
}

/// 责 编, 校　对: the word may be spaced out.
fn spaced<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = text;
    for (n, c) in word.chars().enumerate() {
        if n > 0 && !rest.starts_with(c) {
            rest = rest.trim_start();
        }
        rest = rest.strip_prefix(c)?;
    }
    Some(rest)
}

/// 电话：66778899, an address in the net or in town.
pub(in crate::import) fn is_contact(text: &str) -> bool {
    if text.contains('。') && text.chars().count() > 40 {
        return false;
    }
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let address = text.contains('@') || text.contains("www.") || text.contains("http");
    let Some((word, rest)) = strip_word(text, &CONTACTS) else {
        return address
            && !text.contains(['，', '。'])
            && text
                .chars()
                .filter(|c| crate::text::marks::is_han(*c))
                .count()
                <= 12;
    };
    let parted = rest.starts_with(|c: char| {
        c.is_whitespace() || "：:".contains(c) || c.is_ascii_digit() || c == '（'
    });
    parted
        && (digits >= 5
            || address
            || [
                "地址",
                "社址",
                "微信公众号",
                "公众号",
                "扫码",
                "扫一扫",
                "印刷",
            ]
            .contains(&word)
                && !text.contains('。'))
}
