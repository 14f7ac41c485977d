//! Weekdays that are not those of their dates.

use super::calendar::{Day, days};
use crate::domain::Date;
use crate::proof::figures;
use crate::proof::{Context, Out, Rule, Severity, Story};
use crate::wording::proof as words;

/// 2021年4月9日（星期六）: the weekday must be the day's.
pub struct Weekday;

/// The year of a month and day without one: the one nearest to the copy's own day.
pub(super) fn nearest(day: &Day, copy: Date) -> Option<Date> {
    let count = |date: Date| {
        i64::from(date.year()) * 372 + i64::from(date.month()) * 31 + i64::from(date.day())
    };
    let year = u64::from(copy.year());
    [year - 1, year, year + 1]
        .into_iter()
        .filter_map(|year| day.date(year))
        .min_by_key(|date| (count(*date) - count(copy)).abs())
}

/// The weekday named after a day, 0 for Sunday, and where its word ends.
fn named(rest: &str) -> Option<(usize, u8, usize)> {
    let word = rest.trim_start_matches(['（', '(', '，', ',', ' ', '、']);
    let open = rest.len() - word.len();
    let tail = ["星期", "礼拜", "周"]
        .iter()
        .find_map(|week| word.strip_prefix(week))?;
    let day = "日一二三四五六".chars().position(|c| tail.starts_with(c));
    let day = day.or_else(|| tail.starts_with('天').then_some(0))?;
    let after = &tail['日'.len_utf8()..];
    let whole = !after.starts_with(figures::is_han_digit)
        && !after.starts_with(['个', '年', '到', '至', '前']);
    (whole && open <= 3).then_some((open, day as u8, rest.len() - after.len()))
}

/// The copy's own day.
pub(super) fn copy_day(story: &Story, context: &Context) -> Option<Date> {
    story.draft.and_then(|draft| draft.date).or(context.date)
}

impl Rule for Weekday {
    fn name(&self) -> &'static str {
        "weekday"
    }

    fn clause(&self) -> &'static str {
        "GB/T 7408"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn weight(&self) -> u16 {
        10
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            (
                "2021年4月9日（星期六）开幕。",
                "2021年4月9日（星期五）开幕。",
            ),
            (
                "2026年11月23日，周二，小雨。",
                "2026年11月23日，周一，小雨。",
            ),
            ("2024年2月29日星期三。", "2024年2月29日星期四。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "2021年4月9日（星期五）开幕。",
            "2026年11月23日周一。",
            "2021年4月9日，周一到周五都开门。",
            "4月9日（星期六）开幕。",
            "2021年4月9日，周一峰到场。",
        ]
    }

    fn story(&self, story: &Story, context: &Context, out: &mut Out) {
        const NAMES: [&str; 7] = ["日", "一", "二", "三", "四", "五", "六"];
        let copy = copy_day(story, context);
        for line in story.lines.iter().filter(|line| line.text.contains('日')) {
            for day in days(line.text) {
                let Some((open, weekday, len)) = named(&line.text[day.end..]) else {
                    continue;
                };
                let date = match (day.year, copy) {
                    (Some(year), _) => day.date(year),
                    (None, Some(copy)) => nearest(&day, copy),
                    (None, None) => None,
                };
                let Some(date) = date.filter(|date| date.weekday() != weekday) else {
                    continue;
                };
                let right = NAMES[usize::from(date.weekday())];
                let word = &line.text[day.end + open..day.end + len];
                let stem = &word[..word.len() - '日'.len_utf8()];
                let name_follows = stem == "周"
                    && !line.text[day.end + len..]
                        .starts_with(|c: char| "，。）) 、；晚上下早中的".contains(c));
                if !name_follows {
                    out.add(line, day.end + open..day.end + len, words::WEEKDAY)
                        .about(date.chinese_weekday())
                        .offer(format!("{stem}{right}"));
                }
            }
        }
    }
}
