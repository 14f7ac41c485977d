//! What is told as past and dates that do not agree with the copy's own day.

use super::calendar::days;
use super::weekday::{copy_day, nearest};
use crate::domain::Date;
use crate::proof::figures;
use crate::proof::{Context, Line, Out, Rule, Severity, Story};
use crate::wording::proof as words;

/// A day after the copy's own is told as past.
pub struct NotYet;

/// Words of what is still to come.
const AHEAD: [&str; 20] = [
    "将", "拟", "计划", "预计", "定于", "截至", "截止", "起", "前", "待", "预约", "报名", "有效",
    "明", "准备", "要", "会", "如", "可", "未",
];

impl Rule for NotYet {
    fn name(&self) -> &'static str {
        "not-yet"
    }

    fn clause(&self) -> &'static str {
        "house"
    }

    fn severity(&self) -> Severity {
        Severity::Hint
    }

    fn weight(&self) -> u16 {
        0
    }

    fn needs_draft(&self) -> bool {
        true
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &["4月20日，村里修好了渠。"]
    }

    fn story(&self, story: &Story, context: &Context, out: &mut Out) {
        let Some(copy) = copy_day(story, context) else {
            return;
        };
        for line in story.body().filter(|line| line.text.contains('了')) {
            for day in days(line.text) {
                let rest = &line.text[day.end..];
                let stop = rest.find(['。', '；']).unwrap_or(rest.len());
                let clause = &rest[..stop];
                let lead = &line.text[..day.start];
                let begun = lead.rfind(['。', '；']).map_or(0, |at| at + 3);
                let ahead = AHEAD
                    .iter()
                    .any(|word| clause.contains(word) || lead[begun..].contains(word));
                let later = nearest(&day, copy).is_some_and(|date| date > copy);
                let unclear = day.year.is_none()
                    && nearest(&day, copy).is_some_and(|date| date.year() != copy.year());
                if clause.contains('了') && !ahead && later && !unclear {
                    out.add(line, day.start..day.end, words::NOT_YET)
                        .about(copy.chinese());
                }
            }
        }
    }
}

/// 1950年出生的她今年60岁.
pub struct Age;

impl Age {
    /// The years that a sentence gives for birth and age, with where the age stands.
    fn of(sentence: &str) -> Option<(u64, u64, std::ops::Range<usize>)> {
        let mut born = None;
        for figure in figures::arabic(sentence) {
            let rest = figure.after();
            if figure.text().len() == 4 && rest.starts_with('年') {
                let tail = rest['年'.len_utf8()..]
                    .trim_start_matches(|c: char| c.is_ascii_digit() || "月日".contains(c));
                if tail.starts_with("出生") || tail.starts_with('生') && !tail.starts_with("生产")
                {
                    if born.is_some() {
                        return None;
                    }
                    born = figure.whole();
                }
            }
            let now = figures::ends(
                figure.before(),
                &["今年", "现年", "今年已", "今年已经", "今年已是"],
            )
            .is_some();
            if now && rest.starts_with('岁') {
                return Some((born?, figure.whole()?, figure.start..figure.end));
            }
        }
        None
    }

    fn line(line: &Line, copy: Date, out: &mut Out) {
        let mut at = 0;
        for sentence in line.text.split_inclusive('。') {
            if let Some((born, age, span)) = Self::of(sentence) {
                let full = u64::from(copy.year()).checked_sub(born);
                if full.is_some_and(|full| full.abs_diff(age) > 2 && full < 130) {
                    let years = full.unwrap_or_default().to_string();
                    out.add(line, at + span.start..at + span.end, words::AGE)
                        .about(years);
                }
            }
            at += sentence.len();
        }
    }
}

impl Rule for Age {
    fn name(&self) -> &'static str {
        "age"
    }

    fn clause(&self) -> &'static str {
        "house"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn weight(&self) -> u16 {
        10
    }

    fn needs_draft(&self) -> bool {
        true
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &["1950年出生的她今年60岁。"]
    }

    fn story(&self, story: &Story, context: &Context, out: &mut Out) {
        let Some(copy) = copy_day(story, context) else {
            return;
        };
        for line in story
            .body()
            .filter(|line| line.text.contains('岁') && line.text.contains('生'))
        {
            Self::line(line, copy, out);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests_of_drafts::found_on;
    use super::super::weekday::Weekday;
    use super::*;

    #[test]
    fn a_day_to_come_is_not_told_as_past() {
        for (text, count) in [
            ("4月20日，村里修好了渠。", 1),
            ("2026年5月3日，他领到了奖。", 1),
            ("4月8日，村里修好了渠。", 0),
            ("4月20日，村里将修好渠，村民等了多年。", 0),
            ("4月20日前，渠就修好了。", 0),
            ("12月30日，村里开了会。", 0),
            ("4月20日，村里修渠。", 0),
        ] {
            assert_eq!(found_on(&NotYet, "2026-04-09", text), count, "{text}");
        }
    }

    #[test]
    fn an_age_is_the_years_since_birth() {
        for (text, count) in [
            ("1950年出生的郝奶奶今年60岁。", 1),
            ("他生于山村，1990年3月生，现年30岁。", 1),
            ("1950年出生的郝奶奶今年76岁。", 0),
            ("1950年出生的郝奶奶今年78岁。", 0),
            ("郝奶奶1950年出生。儿子今年40岁。", 0),
            ("1950年出生的郝奶奶和1980年出生的儿子今年40岁。", 0),
            ("1950年生产的老机器，今年60岁的他还会修。", 0),
        ] {
            assert_eq!(found_on(&Age, "2026-04-09", text), count, "{text}");
        }
    }

    #[test]
    fn a_weekday_without_a_year_is_that_of_the_copy() {
        for (day, text, count) in [
            ("2021-04-10", "4月9日（星期六）开幕。", 1),
            ("2021-04-10", "4月9日（星期五）开幕。", 0),
            ("2021-01-02", "12月31日（星期四）谢幕。", 0),
            ("2020-12-30", "1月1日（星期四）放假。", 1),
        ] {
            assert_eq!(found_on(&Weekday, day, text), count, "{text}");
        }
    }
}
