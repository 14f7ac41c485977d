//! Lists: whether the numbers of their items go on.

use crate::proof::figures;
use crate::proof::{Context, Line, Out, Rule, Severity, Story};
use crate::wording::proof as words;

/// 一是……三是……, 一、二、四、, （一）（三）: a number is left out or said twice.
pub struct Skipped;

/// A way to number the items of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Is,
    Must,
    Ordinal,
    Its,
    Heading,
    Bracket,
    Digit,
    Round,
}

/// A number of a list at the beginning of a clause: its style, its number, and its length.
fn label(text: &str, heads: bool) -> Option<(Style, u64, usize)> {
    let (open, rest) = match text.chars().next()? {
        c @ ('（' | '(' | '第' | '其') => (Some(c), &text[c.len_utf8()..]),
        '①'..='⑳' if heads => {
            let number = u64::from(u32::from(text.chars().next()?) - u32::from('①')) + 1;
            return Some((Style::Round, number, '①'.len_utf8()));
        }
        _ => (None, text),
    };
    let figure = figures::leading(rest)?;
    let number = figure.whole().filter(|number| (1..=30).contains(number))?;
    let after = figure.after();
    let style = match (open, figure.han) {
        (None, true) if after.starts_with('是') => Style::Is,
        (None, true) if after.starts_with('要') => Style::Must,
        (Some('第'), true) if after.starts_with(['，', '、', '：']) => Style::Ordinal,
        (Some('其'), true) if after.starts_with(['，', '、', '：']) => Style::Its,
        (None, true) if heads && after.starts_with('、') => Style::Heading,
        (Some('（' | '('), true) if heads && after.starts_with(['）', ')']) => Style::Bracket,
        (None, false) if heads && after.starts_with(['.', '、', '．']) => {
            let tail = after.chars().nth(1);
            tail.filter(|c| !c.is_ascii_digit())?;
            Style::Digit
        }
        _ => return None,
    };
    Some((style, number, text.len() - after.len()))
}

impl Skipped {
    fn step(line: &Line, at: usize, heads: bool, seen: &mut Vec<(Style, u64)>, out: &mut Out) {
        let Some((style, number, len)) = label(&line.text[at..], heads) else {
            return;
        };
        let Some(entry) = seen.iter_mut().find(|(known, _)| *known == style) else {
            if number == 1 {
                seen.push((style, 1));
            }
            return;
        };
        let last = std::mem::replace(&mut entry.1, number);
        let skips = number > last + 1 && number <= last + 3;
        let again = number == last && number > 1;
        if last > 0 && (skips || again) {
            let wanted = (last + 1).to_string();
            let wanted = figures::in_han(last + 1)
                .filter(|_| !matches!(style, Style::Digit | Style::Round))
                .unwrap_or(wanted);
            out.add(line, at..at + len, words::SKIPPED).about(wanted);
        }
    }
}

impl Rule for Skipped {
    fn name(&self) -> &'static str {
        "number-skipped"
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

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("一是修渠；三是种树。", "一是修渠；三是种树。"),
            (
                "第一，修渠；第二，种树；第四，养羊。",
                "第一，修渠；第二，种树；第四，养羊。",
            ),
            (
                "一、修渠\n二、种树\n四、养羊",
                "一、修渠\n二、种树\n四、养羊",
            ),
            ("（一）修渠\n（三）种树", "（一）修渠\n（三）种树"),
            (
                "一要修渠，二要种树，二要养羊。",
                "一要修渠，二要种树，二要养羊。",
            ),
            ("1.修渠\n2.种树\n4.养羊", "1.修渠\n2.种树\n4.养羊"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "一是修渠；二是种树；三是养羊。",
            "一、修渠\n二、种树\n三、养羊\n一、另起",
            "第一，修渠；第二，种树。第一，再来；第二，种花。",
            "十一是国庆，周三是集日，第三是他。",
            "1.5公里\n3.6公里\n三是后来的事。",
            "一要修渠，二要种树。会上，一要稳，二要准，三要狠。",
        ]
    }

    fn story(&self, story: &Story, _: &Context, out: &mut Out) {
        let mut seen = Vec::new();
        for line in story.body() {
            Self::step(line, 0, true, &mut seen, out);
            if !["是", "要", "第", "其"]
                .iter()
                .any(|word| line.text.contains(word))
            {
                continue;
            }
            for (at, mark) in line.text.match_indices(['，', '。', '；', '：', '“']) {
                let at = at + mark.len();
                if label(&line.text[at..], false).is_some() {
                    Self::step(line, at, false, &mut seen, out);
                }
            }
        }
    }
}
