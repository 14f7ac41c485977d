//! The line at the head of a page: name of the paper, date, weekday, page, desk, issue.
//!
//! Knows one line, not where it stands.

use super::date::{is_full_date, is_month_day, is_time, is_weekday};
use super::masthead::is_masthead;
use super::page::{is_desk, is_desk_alone, is_issue, is_page, is_page_code, is_page_number};
use crate::import::words::Words;

/// Words over a list of what is in the paper.
static CONTENTS: Words = Words::new(
    "本期导读 今日导读 导读 本版导读 导读栏 要闻导读 本期看点 今日看点 目录 本期目录 内容导航 内容提要",
);

/// The masthead line: a full date, a page number, an issue number, alone or together.
pub(super) fn is_header(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.chars().all(|c| c.is_ascii_digit()) && bare.len() <= 4 {
        return true;
    }
    if is_contents(text) || is_special(bare) || has_code(bare) {
        return true;
    }
    if text.contains(['，', '。', '！', '？']) {
        return false;
    }
    is_page_count(bare) || is_desk_alone(bare) || is_row(bare)
}

/// 导　读: the line over a list of what is in the paper.
pub(in crate::import) fn is_contents(text: &str) -> bool {
    if text.chars().count() > 20 {
        return false;
    }
    let closed: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    CONTENTS.has(closed.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// 平安建设专版: a page with a subject of its own.
fn is_special(text: &str) -> bool {
    ["专版", "专页", "特刊", "专刊", "专栏"]
        .iter()
        .any(|end| text.ends_with(end))
        && text.chars().count() <= 12
        && !text.contains(char::is_whitespace)
}

fn has_code(text: &str) -> bool {
    ["邮发代号", "国内统一", "准印证", "统一刊号", "总第", "CN"]
        .iter()
        .any(|w| text.contains(w))
        && text.chars().any(|c| c.is_ascii_digit())
        && !text.contains(['，', '。'])
}

/// page 3, page 3 of 8.
fn is_page_count(text: &str) -> bool {
    text.to_ascii_lowercase()
        .strip_prefix("page")
        .is_some_and(|rest| {
            rest.chars()
                .all(|c| c.is_ascii_digit() || " of/".contains(c))
        })
}

/// What the words of a header come to.
#[derive(Default)]
struct Row {
    dates: usize,
    pages: usize,
    /// Weekdays, issue numbers, days of the old calendar.
    days: usize,
    desks: usize,
    /// A03 at the front.
    coded: bool,
    numbers: usize,
    others: usize,
}

/// A row of words, each of which has its place in a header.
fn is_row(text: &str) -> bool {
    let mut row = Row::default();
    let closed = close_dates(text);
    let list: Vec<&str> = closed
        .split(|c: char| c.is_whitespace() || "|｜丨·：:＿_／◎●■□◆～~＝=".contains(c))
        .flat_map(|word| {
            word.split(['—', '/', '-'])
                .filter(|_| !is_full_date(word) && !is_page(word))
                .chain((is_full_date(word) || is_page(word)).then_some(word))
        })
        .filter(|word| !word.is_empty())
        .collect();
    if list.len() > 14 || list.iter().any(|word| word.chars().count() > 24) {
        return false;
    }
    for (at, word) in list.iter().enumerate() {
        row.add(word, at);
    }
    row.is_header()
}

/// A date that was spaced out stands as one word.
fn close_dates(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let joins = |c: Option<&char>| c.is_some_and(|c| c.is_ascii_digit() || "年月日".contains(*c));
    let mut out = String::with_capacity(text.len());
    for (at, &c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|i| chars.get(i));
        let after = chars.get(at + 1);
        let unit = |c: Option<&char>| c.is_some_and(|c| "年月日".contains(*c));
        let inside =
            joins(before) && joins(after) && (unit(before) || unit(after)) && before != Some(&'日');
        if !(c.is_whitespace() && inside) {
            out.push(c);
        }
    }
    out
}

impl Row {
    fn add(&mut self, word: &str, at: usize) {
        let bare = word.trim_matches(|c: char| "（）()【】[]".contains(c));
        if is_full_date(bare) {
            self.dates += 1;
        } else if is_page(bare) {
            self.pages += 1;
        } else if is_weekday(bare) || is_issue(bare) || is_lunar(bare) {
            self.days += 1;
        } else if is_desk(bare) {
            self.desks += 1;
        } else if at == 0 && is_page_code(bare) {
            self.numbers += 1;
            self.coded = true;
        } else if is_page_number(bare) || is_month_day(bare) || is_time(bare) {
            self.numbers += 1;
        } else if !(at == 0 && is_masthead(bare)) {
            self.others += 1;
        }
    }

    fn is_header(&self) -> bool {
        let known = self.others == 0;
        self.dates > 0 && self.others <= 9
            || self.pages > 0 && self.others <= 2
            || known && self.days > 0
            || (known || self.coded && self.others <= 1) && self.numbers == 1 && self.desks >= 1
    }
}

/// 农历三月初七, 壬寅年六月初一, 谷雨.
fn is_lunar(word: &str) -> bool {
    let day = |text: &str| {
        text.contains('月') && {
            let end: String = text.chars().rev().take(3).collect();
            end.chars().any(|c| "初廿十卅".contains(c))
        }
    };
    word.starts_with("农历")
        || word
            .chars()
            .next()
            .is_some_and(|c| "甲乙丙丁戊己庚辛壬癸".contains(c))
            && word.chars().nth(2) == Some('年')
        || day(word)
            && word.chars().count() <= 6
            && word
                .chars()
                .all(|c| "正一二三四五六七八九十冬腊闰月初廿卅".contains(c))
}
