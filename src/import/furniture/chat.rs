//! What a chat leaves around copy that was pasted from it: names with times, stand-ins for files.
//!
//! Knows one line; what people wrote to each other is text.

use super::date::{is_full_date, is_month_day, is_time, is_weekday};
use crate::import::names::{is_name, is_surname};
use crate::import::words::Words;

static STAND_INS: Words =
    Words::new("图片 文件 视频 表情 动画表情 语音 链接 位置 照片 聊天记录 微信文件 image");

static ANSWERS: Words = Words::new("收到 好的 好 已收 已阅 谢谢 辛苦了 谢谢老师 收到谢谢 知道了");

static FILES: Words = Words::new(".jpg .jpeg .png .docx .doc .wps .pdf .txt .mp4 .rar .zip");

/// 林一舟 10:23, 何雨 2026/4/3 10:23:45, `[图片]`, 稿件.docx.
pub(super) fn is_chat(text: &str) -> bool {
    ANSWERS.has(text.trim_end_matches(|c: char| !c.is_alphanumeric()))
        || is_stand_in(text)
        || is_file(text)
        || is_sender(text)
}

fn is_stand_in(text: &str) -> bool {
    text.strip_prefix(['[', '［'])
        .and_then(|rest| rest.split_once([']', '］']))
        .is_some_and(|(word, rest)| {
            STAND_INS.has(word.trim()) && rest.chars().count() <= 30 && !rest.ends_with('。')
        })
}

fn is_file(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    FILES
        .iter()
        .any(|end| lower.len() > end.len() && lower.ends_with(end))
        && text.chars().count() <= 60
        && !text.contains(['，', '。'])
}

/// Who wrote and when: with a date, with seconds, or a plain name with hours and minutes.
fn is_sender(text: &str) -> bool {
    if text.chars().count() > 40 || text.contains(['，', '。', '！', '？', '；']) {
        return false;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let Some((last, rest)) = words.split_last() else {
        return false;
    };
    let time = ["上午", "下午", "晚上", "早上", "中午", "凌晨"]
        .iter()
        .find_map(|part| last.strip_prefix(part))
        .unwrap_or(last);
    if !is_time(time) || rest.is_empty() || rest.len() > 3 {
        return false;
    }
    let dated = rest.iter().any(|word| {
        is_full_date(word)
            || is_month_day(word)
            || is_weekday(word)
            || ["昨天", "今天", "前天"].contains(word)
            || word.contains('/') && word.chars().all(|c| c.is_ascii_digit() || c == '/')
    });
    let seconds = time.matches([':', '：']).count() == 2;
    dated || seconds || rest.len() == 1 && is_called(rest[0])
}

/// What people are called in a chat: 林一舟, 小林（柳林社区）, 通讯员老何, 何主任.
fn is_called(word: &str) -> bool {
    let bare = match word.split_once('（') {
        Some((name, unit)) if unit.ends_with('）') => name,
        _ => word,
    };
    let name = ["通讯员", "记者", "编辑"]
        .iter()
        .find_map(|role| bare.strip_prefix(role))
        .unwrap_or(bare);
    let chars: Vec<char> = name.chars().collect();
    let near = matches!(chars[..], ['小' | '老' | '阿', c] if is_surname(c));
    let titled = ["编", "编辑", "老师", "主任", "主编", "总", "哥", "姐"]
        .iter()
        .filter_map(|title| name.strip_suffix(title))
        .any(|rest| rest.chars().count() == 1 && rest.chars().all(is_surname));
    is_name(name) || near || titled
}
