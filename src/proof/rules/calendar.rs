//! Days and hours that no calendar and no clock has.

use crate::domain::Date;
use crate::proof::figures::{self, Figure};
use crate::proof::{Context, Line, Out, Rule, Severity, Story};
use crate::wording::proof as words;

/// 2月30日, 13月5日, 4月28日至31日.
pub struct NoSuchDay;

/// A day that a line names: its figures and what follows them.
pub(super) struct Day<'a> {
    /// Where its month begins, or its year where it has one.
    pub start: usize,
    /// Where 日 ends.
    pub end: usize,
    /// The year, where it stands before the month.
    pub year: Option<u64>,
    /// The month.
    pub month: u64,
    /// The day of the month.
    pub number: u64,
    /// The figure of the day.
    pub figure: Figure<'a>,
}

impl Day<'_> {
    /// The date, with this year where the text has none.
    pub fn date(&self, year: u64) -> Option<Date> {
        let year = self.year.unwrap_or(year);
        Date::new(
            u16::try_from(year).ok()?,
            u8::try_from(self.month).ok()?,
            u8::try_from(self.number).ok()?,
        )
        .ok()
    }
}

/// The days of a line in digits: 4月5日, 2021年4月5日.
pub(super) fn days(line: &str) -> impl Iterator<Item = Day<'_>> {
    let mut years: Option<Figure> = None;
    let mut months: Option<Figure> = None;
    figures::arabic(line).filter_map(move |figure| {
        let (year, month) = (years.take(), months.take());
        let after = figure.after();
        if after.starts_with('年') {
            years = Some(figure);
        } else if after.starts_with('月') {
            months = Some(figure);
            years = year.filter(|year| year.end + '年'.len_utf8() == figure.start);
        } else if after.starts_with(['日', '号']) {
            let month = month.filter(|month| month.end + '月'.len_utf8() == figure.start)?;
            let year = year.filter(|year| year.text().len() == 4);
            return Some(Day {
                start: year.map_or(month.start, |year| year.start),
                end: figure.end + '日'.len_utf8(),
                year: year.and_then(|year| year.whole()),
                month: month.whole()?,
                number: figure.whole()?,
                figure,
            });
        }
        None
    })
}

/// Days of a month; 29 for a February whose year is not told.
fn most(month: u64, year: Option<u64>) -> u64 {
    let leap =
        |year: u64| year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    match month {
        2 if year.is_none_or(leap) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl NoSuchDay {
    /// The second day of 4月28日至31日.
    fn last(line: &Line, day: &Day, out: &mut Out) {
        let rest = &line.text[day.end..];
        let Some(to) = figures::begins(rest, &["至", "到", "—", "～", "~", "-", "、", "和"])
        else {
            return;
        };
        let Some(last) = figures::leading(&rest[to.len()..]).filter(|last| !last.han) else {
            return;
        };
        let Some(number) = last.whole().filter(|_| last.after().starts_with('日')) else {
            return;
        };
        let start = day.end + to.len();
        let backwards = !matches!(to, "、" | "和") && number <= day.number;
        if number > most(day.month, day.year) || number == 0 {
            out.add(line, start..start + last.end + 3, words::NO_SUCH_DAY)
                .about(format!("{}月{number}日", day.month));
        } else if backwards {
            out.add(line, day.start..start + last.end + 3, words::DAYS_BACKWARDS)
                .severity = Severity::Warning;
        }
    }

    /// 2021年13月 without a day.
    fn month(line: &Line, figure: &Figure, out: &mut Out) {
        let after_year = figure
            .before()
            .strip_suffix('年')
            .is_some_and(|year| year.ends_with(|c: char| c.is_ascii_digit()));
        let day = figure.after().trim_start_matches('月');
        let named = after_year && !day.starts_with(|c: char| c.is_ascii_digit())
            || figure.after().starts_with("月份");
        if named && figure.whole().is_some_and(|month| month == 0 || month > 12) {
            out.add(line, figure.start..figure.end + 3, words::NO_SUCH_DAY)
                .about(format!("{}月", figure.text()));
        }
    }

    fn in_han(line: &Line, out: &mut Out) {
        for day in [
            "四月三十一日",
            "六月三十一日",
            "九月三十一日",
            "十一月三十一日",
            "二月三十一日",
        ] {
            for (at, _) in line.text.match_indices(day) {
                if !line.text[..at].ends_with(figures::is_han_digit) {
                    out.add(line, at..at + day.len(), words::NO_SUCH_DAY)
                        .about(day);
                }
            }
        }
    }
}

impl Rule for NoSuchDay {
    fn name(&self) -> &'static str {
        "no-such-day"
    }

    fn clause(&self) -> &'static str {
        "GB/T 7408"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn weight(&self) -> u16 {
        10
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("2月30日开工。", "2月30日开工。"),
            ("13月5日开会。", "13月5日开会。"),
            ("6月31日截止。", "6月31日截止。"),
            ("2023年2月29日出生。", "2023年2月29日出生。"),
            ("4月28日至31日放假。", "4月28日至31日放假。"),
            ("2021年13月动工。", "2021年13月动工。"),
            ("四月三十一日完工。", "四月三十一日完工。"),
            ("5月18日至12日布展。", "5月18日至12日布展。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "2月29日开工，2024年2月29日出生。",
            "12月31日截止，4月28日至30日放假。",
            "4月28日至5月3日放假，13个月。",
            "孩子13月龄，5月18日、12日两次。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        if !line.text.contains('月') {
            return;
        }
        for day in days(line.text) {
            let known = (1..=12).contains(&day.month);
            if known && (1..=most(day.month, day.year)).contains(&day.number) {
                Self::last(line, &day, out);
            } else {
                let named = format!("{}月{}日", day.month, day.number);
                let found = out.add(line, day.start..day.end, words::NO_SUCH_DAY);
                found.about(named);
                if day.figure.quoted() {
                    found.severity = Severity::Warning;
                }
            }
        }
        for figure in figures::arabic(line.text).filter(|one| one.after().starts_with('月')) {
            Self::month(line, &figure, out);
        }
        if line.text.contains("三十一日") {
            Self::in_han(line, out);
        }
    }
}

/// 上午15时, 5日25时, 8时61分.
pub struct NoSuchHour;

const MORNING: [&str; 6] = ["上午", "早上", "早晨", "清晨", "凌晨", "清早"];
const OF_DAY: [&str; 7] = ["日", "下午", "晚上", "当晚", "中午", "傍晚", "夜里"];

impl Rule for NoSuchHour {
    fn name(&self) -> &'static str {
        "no-such-hour"
    }

    fn clause(&self) -> &'static str {
        "GB/T 7408"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn weight(&self) -> u16 {
        10
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("上午15时开会。", "上午15时开会。"),
            ("4月5日25时停水。", "4月5日25时停水。"),
            ("8时61分发车。", "8时61分发车。"),
            ("凌晨13点报警。", "凌晨13点报警。"),
            ("下午3:75散场。", "下午3:75散场。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "下午15时开会，4月5日24时停水，8时59分发车。",
            "比分88:61，上午9:30，拨打12345时。",
            "提出25点建议，上午30人到场，早上13点建议。",
            "服务满100时，8时到站。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        for figure in figures::arabic(line.text) {
            let after = figure.after();
            let Some(mark) = figures::begins(after, &["时", "点", ":", "："]) else {
                continue;
            };
            let Some(hour) = figure.whole().filter(|_| figure.text().len() <= 2) else {
                continue;
            };
            let morning = figures::ends(figure.before(), &MORNING).is_some();
            let of_day = morning || figures::ends(figure.before(), &OF_DAY).is_some();
            let rest = &after[mark.len()..];
            let minute = figures::leading(rest).filter(|minute| !minute.han);
            let told = minute.filter(|minute| minute.after().starts_with('分'));
            let clock = mark.len() == 1 || mark == "：";
            let other = rest.starts_with([
                '建', '意', '要', '措', '体', '希', '思', '感', '倡', '期', '共',
            ]);
            let end = figure.end + mark.len();
            if !clock && told.is_none() && other {
                continue;
            }
            let hours = of_day && !clock
                || told.is_some() && mark != "点" && !clock
                || of_day && minute.is_some();
            if hours && (hour > 24 || morning && hour > 12) {
                out.add(line, figure.start..end, words::NO_SUCH_HOUR)
                    .about(&line.text[figure.start..figure.end]);
                continue;
            }
            let minute = minute.filter(|minute| minute.text().len() == 2);
            let minutes = told.is_some() && !clock || of_day && clock;
            if let Some(minute) =
                minute.filter(|one| minutes && one.whole().is_some_and(|m| m > 59))
            {
                out.add(line, figure.start..end + minute.end, words::NO_SUCH_HOUR)
                    .about(format!("{}分", minute.text()));
            }
        }
    }
}

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
