//! Days that no calendar has.

use crate::domain::Date;
use crate::proof::figures::{self, Figure};
use crate::proof::{Context, Line, Out, Rule, Severity};
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
