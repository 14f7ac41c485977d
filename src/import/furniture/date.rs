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
        || has_dotted_date(text)
}

/// 2026-04-03, 2026/4/3, 2026.4.3: one mark between all three parts.
fn has_dotted_date(text: &str) -> bool {
    let number = |word: &str, len: std::ops::RangeInclusive<usize>| {
        len.contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
    };
    text.split(|c: char| !c.is_ascii_digit() && !"-/.".contains(c))
        .any(|word| {
            ['-', '/', '.'].iter().any(|&mark| {
                let parts: Vec<&str> = word.split(mark).collect();
                parts.windows(3).any(|p| {
                    p[0].starts_with(['1', '2'])
                        && number(p[0], 4..=4)
                        && number(p[1], 1..=2)
                        && number(p[2], 1..=2)
                })
            })
        })
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
