//! Figures in a line, Arabic and Han: where they stand, what they are worth, what stands round them.
//!
//! Knows how numbers are written, nothing of what is right or wrong.

/// The parts of one that [`Figure::value`] counts in, so that 3.5万 needs no floating point.
pub(super) const ONE: u64 = 10_000;

/// A figure in a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Figure<'a> {
    line: &'a str,
    /// Where it begins, in bytes of the line.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Whether it is written in characters (三百) and not in digits.
    pub han: bool,
}

impl<'a> Figure<'a> {
    /// As it is written.
    pub fn text(&self) -> &'a str {
        &self.line[self.start..self.end]
    }

    /// The line up to it.
    pub fn before(&self) -> &'a str {
        &self.line[..self.start]
    }

    /// The line after it.
    pub fn after(&self) -> &'a str {
        &self.line[self.end..]
    }

    /// The line from where it begins.
    pub fn from(&self) -> &'a str {
        &self.line[self.start..]
    }

    /// Its worth where it is a whole number.
    pub fn whole(&self) -> Option<u64> {
        let value = self.value()?;
        value.is_multiple_of(ONE).then_some(value / ONE)
    }

    /// Its worth in ten-thousandths; none for 2021.4.1, 12,34 and more than four decimals.
    pub fn value(&self) -> Option<u64> {
        if self.han {
            return han_value(self.text())?.checked_mul(ONE);
        }
        let (whole, part) = match self.text().split_once('.') {
            Some((whole, part)) => (whole, part),
            None => (self.text(), ""),
        };
        if part.len() > 4 || part.contains(['.', ',']) || !in_threes(whole) {
            return None;
        }
        let whole = whole
            .bytes()
            .filter(u8::is_ascii_digit)
            .try_fold(0_u64, |sum, digit| {
                sum.checked_mul(10)?.checked_add(u64::from(digit - b'0'))
            })?;
        let part: u64 = format!("{part:0<4}").parse().ok()?;
        whole.checked_mul(ONE)?.checked_add(part)
    }

    /// Whether it belongs to a word in Latin letters: a model, an address, a road number.
    pub fn in_code(&self) -> bool {
        let mut before = self.before().bytes().rev();
        match before.next() {
            Some(b) if b.is_ascii_alphabetic() || b"_/@#&=:%+".contains(&b) => true,
            Some(b'-' | b'.' | b' ') => before.next().is_some_and(|b| b.is_ascii_alphanumeric()),
            _ => false,
        }
    }

    /// Whether Latin letters follow at once: 5G, 3D, 20km.
    pub fn before_latin(&self) -> bool {
        self.after().starts_with(|c: char| c.is_ascii_alphabetic())
    }

    /// Whether it stands in quotation marks or in 《》 that are open at its place.
    pub fn quoted(&self) -> bool {
        quoted(self.before())
    }
}

/// Whether a quotation or a title is open at the end of this beginning of a line.
pub(super) fn quoted(before: &str) -> bool {
    let last = before.rfind(['“', '”', '《', '》', '‘', '’']);
    last.is_some_and(|at| before[at..].starts_with(['“', '《', '‘']))
        || before.matches('“').count() > before.matches('”').count()
}

/// Whether digits are grouped by three wherever they are grouped.
pub(super) fn in_threes(digits: &str) -> bool {
    let mut groups = digits.split(',');
    let first = groups.next().unwrap_or_default();
    let mut grouped = false;
    groups.all(|group| {
        grouped = true;
        group.len() == 3
    }) && (!grouped || (1..=3).contains(&first.len()))
}

/// The figures of a line that are written in digits: `3`, `3.5`, `1,200`.
pub(super) fn arabic(line: &str) -> impl Iterator<Item = Figure<'_>> {
    let bytes = line.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() && !bytes[at].is_ascii_digit() {
            at += 1;
        }
        let start = at;
        while at < bytes.len() {
            let inner = matches!(bytes[at], b'.' | b',')
                && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
            if !bytes[at].is_ascii_digit() && !inner {
                break;
            }
            at += 1;
        }
        let end = at;
        (start < end).then_some(Figure {
            line,
            start,
            end,
            han: false,
        })
    })
}

/// The figures of a line in digits and in characters.
pub(super) fn all(line: &str) -> impl Iterator<Item = Figure<'_>> {
    let mut digits = arabic(line).peekable();
    let mut words = han(line).peekable();
    std::iter::from_fn(move || match (digits.peek(), words.peek()) {
        (Some(digit), Some(word)) if word.start < digit.start => words.next(),
        (Some(_), _) => digits.next(),
        (None, _) => words.next(),
    })
}

/// The figures of a line that are written in characters.
pub(super) fn han(line: &str) -> impl Iterator<Item = Figure<'_>> {
    let mut chars = line.char_indices();
    std::iter::from_fn(move || {
        let (start, first) = chars.find(|&(_, c)| is_han_digit(c))?;
        let mut end = start + first.len_utf8();
        for (at, c) in chars.by_ref() {
            if !is_han_digit(c) {
                break;
            }
            end = at + c.len_utf8();
        }
        Some(Figure {
            line,
            start,
            end,
            han: true,
        })
    })
}

/// The figure that a text begins with.
pub(super) fn leading(text: &str) -> Option<Figure<'_>> {
    let first = text.chars().next()?;
    if first.is_ascii_digit() {
        arabic(text).next()
    } else if is_han_digit(first) {
        han(text).next()
    } else {
        None
    }
}

/// Whether a character writes a number: 三, 百, 〇.
pub(super) fn is_han_digit(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{4e00}'..='\u{96f6}') && (digit(c).is_some() || unit(c).is_some())
}

fn digit(c: char) -> Option<u64> {
    Some(match c {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn unit(c: char) -> Option<u64> {
    Some(match c {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

/// What a number in characters is worth; none where it is no number (三四, 百千).
fn han_value(text: &str) -> Option<u64> {
    if !text.chars().any(|c| unit(c).is_some()) {
        let digits = text.chars().filter_map(digit);
        return (text.chars().count() != 2)
            .then(|| digits.fold(0_u64, |sum, one| sum.wrapping_mul(10).wrapping_add(one)));
    }
    let (mut total, mut section, mut waiting, mut last) = (0_u64, 0_u64, None, 1_u64);
    for c in text.chars() {
        match (digit(c), unit(c)) {
            (Some(0), _) => last = 1,
            (Some(_), _) if waiting.is_some() => return None,
            (Some(one), _) => waiting = Some(one),
            (None, Some(unit)) if unit >= 10_000 => {
                section += waiting.take().unwrap_or(0);
                if section == 0 && total == 0 {
                    return None;
                }
                total = (total + section).checked_mul(unit)?;
                (section, last) = (0, unit);
            }
            (None, Some(unit)) => {
                let many = waiting.take().or((unit == 10).then_some(1))?;
                section += many * unit;
                last = unit;
            }
            (None, None) => return None,
        }
    }
    let rest = waiting.unwrap_or(0) * if last >= 100 { last / 10 } else { 1 };
    total.checked_add(section)?.checked_add(rest)
}

/// A number from 0 to 99 in characters, as a sentence writes it: 十, 十五, 二十.
pub(super) fn in_han(number: u64) -> Option<String> {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (number / 10, (number % 10) as usize);
    Some(match tens {
        0 if ones == 0 => "〇".to_owned(),
        0 => DIGITS[ones].to_owned(),
        1 => format!("十{}", DIGITS[ones]),
        2..=9 => format!("{}十{}", DIGITS[tens as usize], DIGITS[ones]),
        _ => return None,
    })
}

/// Which of these words a text begins with.
pub(super) fn begins<'w>(text: &str, words: &[&'w str]) -> Option<&'w str> {
    words.iter().copied().find(|word| text.starts_with(word))
}

/// Which of these words a text ends with.
pub(super) fn ends<'w>(text: &str, words: &[&'w str]) -> Option<&'w str> {
    words.iter().copied().find(|word| text.ends_with(word))
}

/// Whether a text begins with a word that counts things, or with 多, 余, 来 before one.
pub(super) fn counts(text: &str) -> bool {
    const WORDS: &str = "人名户亩元块个位条项件家所座栋间台辆次场棵株头只吨斤米里岁天年张幅册本篇份处套层\
平公多余来万亿枚艘架颗粒箱袋桶瓶担支批对双";
    text.chars().next().is_some_and(|c| WORDS.contains(c))
}

/// A worth in ten-thousandths as digits print it: `3.5`, `320`.
pub(super) fn printed(value: u64) -> String {
    let (whole, part) = (value / ONE, value % ONE);
    if part == 0 {
        return whole.to_string();
    }
    format!("{whole}.{part:04}")
        .trim_end_matches('0')
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_worth_what_they_say() {
        for (text, worth) in [
            ("3.5", 35_000),
            ("1,200", 1200 * ONE),
            ("三百二十", 320 * ONE),
            ("十二", 12 * ONE),
            ("三万五", 35_000 * ONE),
            ("一千零五", 1005 * ONE),
            ("二〇二一", 2021 * ONE),
            ("两亿", 200_000_000 * ONE),
        ] {
            let figure = all(text).next().unwrap();
            assert_eq!((figure.text(), figure.value()), (text, Some(worth)));
        }
        for text in ["三四", "12,34", "2021.4.1", "1.23456", "百千"] {
            assert_eq!(all(text).next().unwrap().value(), None, "{text}");
        }
    }

    #[test]
    fn figures_in_latin_words_are_told() {
        let codes = "T-72 www.a1.com A4纸 G30 COVID-19";
        assert!(arabic(codes).all(|figure| figure.in_code()));
        assert!(arabic("共30人，3月5日—8日").all(|figure| !figure.in_code()));
    }
}
