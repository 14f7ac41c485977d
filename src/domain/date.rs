//! A calendar day without clock or time zone.

use std::fmt;
use std::str::FromStr;

/// A day of the Gregorian calendar, always valid, years 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// The text or the numbers name no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date (YYYY-MM-DD)")]
pub struct NotADate;

impl Date {
    /// The first day of the calendar.
    pub const FIRST: Self = Self {
        year: 1,
        month: 1,
        day: 1,
    };

    /// The day, or an error where the calendar has none (2026-02-30).
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, NotADate> {
        let valid = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in(year, month)).contains(&day);
        if valid {
            Ok(Self { year, month, day })
        } else {
            Err(NotADate)
        }
    }

    /// Year, 1 to 9999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// Month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// Day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// Day of the week, 0 for Sunday to 6 for Saturday (Sakamoto's method).
    pub fn weekday(self) -> u8 {
        const SHIFT: [u32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let y = u32::from(self.year) - u32::from(self.month < 3) + 400;
        let shift = SHIFT[usize::from(self.month) - 1];
        ((y + y / 4 - y / 100 + y / 400 + shift + u32::from(self.day)) % 7) as u8
    }

    /// As a Chinese paper prints it: `2026年4月1日`.
    pub fn chinese(self) -> String {
        format!("{}年{}月{}日", self.year, self.month, self.day)
    }

    /// `星期三`, for the masthead line.
    pub fn chinese_weekday(self) -> &'static str {
        [
            "星期日",
            "星期一",
            "星期二",
            "星期三",
            "星期四",
            "星期五",
            "星期六",
        ][usize::from(self.weekday())]
    }
}

fn days_in(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let mut parts = text.split('-');
        let (Some(y), Some(m), Some(d), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(NotADate);
        };
        let number = |s: &str| s.parse::<u16>().map_err(|_| NotADate);
        let small = |s: &str| s.parse::<u8>().map_err(|_| NotADate);
        Self::new(number(y)?, small(m)?, small(d)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_date_reads_and_writes_the_same() {
        for text in ["2026-04-01", "2024-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(date(text).to_string(), text);
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        for text in [
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-4",
            "x",
            "2026-01-01-1",
        ] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }

    #[test]
    fn weekdays_are_those_of_the_calendar() {
        assert_eq!(date("2021-04-09").chinese_weekday(), "星期五");
        assert_eq!(date("2026-11-23").chinese_weekday(), "星期一");
        assert_eq!(date("2024-02-29").chinese_weekday(), "星期四");
        assert_eq!(date("0001-01-01").chinese_weekday(), "星期一");
    }
}
