//! Dates with their year.
//!
//! Knows one line.

/// A date with its year: 2026年4月3日, 2026-04-03, 二〇二六年四月三日.
pub(super) fn is_full_date(text: &str) -> bool {
    let digit =
        |c: char| c.is_ascii_digit() || "〇○零一二三四五六七八九十０１２３４５６７８９".contains(c);
    text.char_indices()
        .take(60)
        .filter(|&(_, c)| c == '年')
        .any(|(at, _)| {
            let before = text[..at]
                .trim_end()
                .chars()
                .rev()
                .take_while(|&c| digit(c))
                .count();
            let after: String = text[at..]
                .chars()
                .skip(1)
                .filter(|c| !c.is_whitespace())
                .take(7)
                .collect();
            before >= 4 && after.contains('月') && after.contains('日')
        })
        || {
            let bytes = text.as_bytes();
            bytes.windows(10).any(|w| {
                w.iter().enumerate().all(|(i, b)| {
                    if i == 4 || i == 7 {
                        matches!(b, b'-' | b'/' | b'.')
                    } else {
                        b.is_ascii_digit()
                    }
                })
            })
        }
}

/// 星期五, 周五, 星期日（农历…）.
pub(super) fn is_weekday(word: &str) -> bool {
    ["星期", "周", "礼拜"]
        .iter()
        .find_map(|head| word.strip_prefix(head))
        .is_some_and(|day| day.chars().count() == 1 && "一二三四五六日天".contains(day))
}

/// 4月3日, without a year.
pub(super) fn is_month_day(word: &str) -> bool {
    word.strip_suffix('日')
        .and_then(|rest| rest.split_once('月'))
        .is_some_and(|(month, day)| {
            [month, day].iter().all(|part| {
                (1..=2).contains(&part.len()) && part.chars().all(|c| c.is_ascii_digit())
            })
        })
}

/// 10:23, 10:23:45; the colon may have been made full-width.
pub(super) fn is_time(word: &str) -> bool {
    let parts: Vec<&str> = word.split([':', '：']).collect();
    (2..=3).contains(&parts.len())
        && parts
            .iter()
            .all(|part| (1..=2).contains(&part.len()) && part.chars().all(|c| c.is_ascii_digit()))
}
