//! Half-width marks in Chinese text, full-width digits and letters.

use super::row::{Row, is_pause};
use crate::proof::{Context, Line, Out, Rule, Severity};
use crate::text::marks::{closes, widen};
use crate::wording::proof as words;

/// A half-width mark where the text around it is Chinese.
///
/// English, decimals, times, grouped digits, telephone numbers and addresses keep theirs.
pub struct HalfWidthMark;

impl Rule for HalfWidthMark {
    fn name(&self) -> &'static str {
        "half-width-mark"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15834-2011 5.1"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("渠水进村了,路也宽了.", "渠水进村了，路也宽了。"),
            ("渠水进村了!谁说的?", "渠水进村了！谁说的？"),
            ("村医务室(苇塘分室)开门了。", "村医务室（苇塘分室）开门了。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "比分3:2是昨晚14:30后的事。",
            "他说：“Hello, Tom!”",
            "《Water, Again》放映了。",
            "设y=f(x)的值为零。",
            "请访问www.weitang.example.cn/a?b=1。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        let marks = |b: u8| matches!(b, b',' | b':' | b';' | b'!' | b'?' | b'(' | b')' | b'.');
        if !line.text.bytes().any(marks) && !line.text.contains(['｡', '､', '｢', '｣']) {
            return;
        }
        let (_, changes) = widen(line.text, None, None);
        if changes.is_empty() {
            return;
        }
        let row = Row::of(line.text);
        let (mut longer, mut shorter) = (0, 0);
        for change in changes {
            let start = change.at + shorter - longer;
            longer += change.after.len();
            shorter += change.before.len();
            let mut chars = change.before.chars();
            let single = chars.next().filter(|_| chars.next().is_none());
            let mark = single.filter(|c| c.is_ascii() && *c != '-' || matches!(c, '｡'..='､'));
            if mark.is_some() && !is_foreign(&row, row.place(start)) {
                let span = start..start + change.before.len();
                out.add(line, span, words::HALF_WIDTH_MARK)
                    .about(change.before)
                    .mend(change.after);
            }
        }
    }
}

/// Whether a mark belongs to foreign words or a formula, Chinese though the text around them is.
fn is_foreign(row: &Row, at: usize) -> bool {
    match row.get(at) {
        Some('(' | ')') => is_formula(row, at),
        // A coordinate, a list of figures, grouped digits: what they should be, other rules tell.
        Some(',') if between_digits(row, at) => true,
        Some('.') if counts_list(row, at) => true,
        Some('.') => after_letter(row, at) && !ends_capitals(row, at),
        Some(_) if after_letter(row, at) => goes_on(row, at) || in_foreign_title(row, at),
        _ => false,
    }
}

fn between_digits(row: &Row, at: usize) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    digit(row.before(at, 1)) && digit(row.get(at + 1))
}

fn after_letter(row: &Row, at: usize) -> bool {
    row.before(at, 1).is_some_and(|c| c.is_ascii_alphabetic())
}

/// f(x), 256(GB): a letter or digit before the bracket, no Chinese inside.
fn is_formula(row: &Row, at: usize) -> bool {
    let chars = row.chars();
    let (open, close) = if chars[at] == '(' {
        (
            Some(at),
            chars[at..].iter().position(|&c| c == ')').map(|n| at + n),
        )
    } else {
        (chars[..at].iter().rposition(|&c| c == '('), Some(at))
    };
    let (Some(open), Some(close)) = (open, close) else {
        return false;
    };
    row.before(open, 1)
        .is_some_and(|c| c.is_ascii_alphanumeric())
        && chars[open..close].iter().all(char::is_ascii)
}

/// 1.加强领导；2.落实责任
fn counts_list(row: &Row, at: usize) -> bool {
    let digits = row.chars()[..at]
        .iter()
        .rev()
        .take_while(|c| c.is_ascii_digit());
    let len = digits.count();
    let before = row.before(at, len + 1);
    (1..=2).contains(&len) && row.han(at + 1) && before.is_none_or(is_pause)
}

/// Only a word in capitals (APP.) takes a Chinese full stop for sure; the rest may be abbreviated.
fn ends_capitals(row: &Row, at: usize) -> bool {
    let two = (1..=2).all(|back| row.before(at, back).is_some_and(|c| c.is_ascii_uppercase()));
    two && row.get(at + 1).is_none_or(closes)
}

/// Tom, Dick: a space and more letters.
fn goes_on(row: &Row, at: usize) -> bool {
    row.get(at + 1) == Some(' ') && row.get(at + 2).is_some_and(|c| c.is_ascii_alphanumeric())
}

/// Only ASCII since an opening quote or title mark.
fn in_foreign_title(row: &Row, at: usize) -> bool {
    let before = row.chars()[..at].iter().rev().find(|c| !c.is_ascii());
    before.is_some_and(|c| matches!(c, '《' | '〈' | '“' | '‘'))
}

/// Digits and Latin letters in full width: １２ＫＭ.
pub struct FullWidthLetter;

fn narrow(c: char) -> Option<char> {
    matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
        .then(|| char::from_u32(c as u32 - 0xfee0))
        .flatten()
}

impl Rule for FullWidthLetter {
    fn name(&self) -> &'static str {
        "full-width-letter"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15835-2011 5.1"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("全村１２６０口人。", "全村1260口人。"),
            ("血糖３．１，进了ＩＣＵ。", "血糖3.1，进了ICU。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &["全村1260口人，随访率93％。", "甲～乙＋丙"]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        let mut chars = line.text.char_indices().peekable();
        while let Some((start, c)) = chars.next() {
            let Some(first) = narrow(c) else { continue };
            let mut text = String::from(first);
            let mut end = start + c.len_utf8();
            while let Some(&(at, c)) = chars.peek() {
                let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
                let after = line.text[at + c.len_utf8()..].chars().next();
                let point =
                    c == '．' && digit(text.chars().last()) && digit(after.and_then(narrow));
                let Some(new) = narrow(c).or(point.then_some('.')) else {
                    break;
                };
                text.push(new);
                end = at + c.len_utf8();
                chars.next();
            }
            let was = &line.text[start..end];
            out.add(line, start..end, words::FULL_WIDTH_LETTER)
                .about(was)
                .mend(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_letters_and_digits_have_a_narrow_form() {
        assert_eq!(narrow('９'), Some('9'));
        assert_eq!(narrow('ｚ'), Some('z'));
        assert!(narrow('％').is_none());
    }
}
