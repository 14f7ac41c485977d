//! Half-width marks to full-width ones, where the text around them is Chinese.

use super::single::single;
use super::{Change, is_chinese, is_han};

/// One line with its marks made full-width where Chinese text wants it.
///
/// `before` and `after` are the last and first characters of the neighbouring lines: a hard wrap
/// may part a mark from what it belongs to. Decimals, times, ratios, grouped digits, telephone
/// numbers, addresses and English text stay as they are, and no space is added or dropped.
pub fn widen(line: &str, before: Option<char>, after: Option<char>) -> (String, Vec<Change>) {
    if line.chars().all(|c| !is_mark(c)) {
        return (line.to_owned(), Vec::new());
    }
    let chars: Vec<char> = line.chars().collect();
    let text = Text {
        kept: kept(&chars),
        partner: partners(&chars),
        chars: &chars,
        before,
        after,
    };
    let mut out = String::with_capacity(line.len() + 16);
    let mut changes = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let (taken, now) = if text.kept[at] || !is_mark(chars[at]) {
            (1, None)
        } else {
            text.mark(at)
        };
        let was: String = chars[at..at + taken].iter().collect();
        match now {
            Some(now) if now != was => {
                changes.push(Change {
                    at: out.len(),
                    before: was,
                    after: now.clone(),
                });
                out.push_str(&now);
            }
            _ => out.push_str(&was),
        }
        at += taken;
    }
    (out, changes)
}

fn is_mark(c: char) -> bool {
    matches!(
        c,
        ',' | ':'
            | ';'
            | '!'
            | '?'
            | '('
            | ')'
            | '.'
            | '-'
            | '—'
            | '–'
            | '─'
            | '―'
            | '－'
            | '…'
            | '。'
            | '．'
            | '·'
            | '｡'
            | '､'
            | '｢'
            | '｣'
    )
}

/// A line with what is known of its characters.
pub(super) struct Text<'a> {
    pub(super) chars: &'a [char],
    /// Inside an address or number that is left alone.
    kept: Vec<bool>,
    /// For a half-width bracket the place of its other half.
    partner: Vec<Option<usize>>,
    before: Option<char>,
    after: Option<char>,
}

impl Text<'_> {
    /// How many characters stand here, and what they become.
    fn mark(&self, at: usize) -> (usize, Option<String>) {
        let c = self.chars[at];
        // Only dots and dashes stand in runs; to count others would make long lines slow.
        let run = if matches!(c, ',' | ':' | ';' | '!' | '?' | '(' | ')') {
            1
        } else {
            self.run(at)
        };
        match c {
            '.' | '．' | '·' | '。' if run >= 3 => (run, self.dots(at, run)),
            '…' => (
                run,
                (run == 1 && self.near(at, run)).then(|| "……".to_owned()),
            ),
            '-' | '–' | '─' | '―' | '－' | '—' => self.dash(at, run),
            '.' => (1, self.full_stop(at).then(|| "。".to_owned())),
            '(' | ')' => (1, self.bracket(at)),
            _ => (1, self.plain(at)),
        }
    }

    fn run(&self, at: usize) -> usize {
        let c = self.chars[at];
        self.chars[at..].iter().take_while(|&&d| d == c).count()
    }

    fn dots(&self, at: usize, run: usize) -> Option<String> {
        (self.chars[at] == '。' || self.near(at, run)).then(|| "……".to_owned())
    }

    fn dash(&self, at: usize, run: usize) -> (usize, Option<String>) {
        let c = self.chars[at];
        let wanted = match (c, run) {
            ('—', 1) => single(self.chars, at),
            ('—', 3) => true,
            ('—', _) | (_, 1) => false,
            _ => self.near(at, run),
        };
        (run, wanted.then(|| "——".to_owned()))
    }

    /// Whether Chinese stands directly on one side of a run, or nothing but the line's end.
    fn near(&self, at: usize, run: usize) -> bool {
        let left = at.checked_sub(1).map(|i| self.chars[i]);
        let right = self.chars.get(at + run).copied();
        left.is_some_and(is_chinese) || right.is_some_and(is_chinese)
    }

    fn plain(&self, at: usize) -> Option<String> {
        let now = match self.chars[at] {
            ',' => "，",
            ':' => "：",
            ';' => "；",
            '!' => "！",
            '?' => "？",
            '｡' => return Some("。".to_owned()),
            '､' => return Some("、".to_owned()),
            '｢' => return Some("「".to_owned()),
            '｣' => return Some("」".to_owned()),
            _ => return None,
        };
        (!self.in_number(at) && self.is_chinese_here(at)).then(|| now.to_owned())
    }

    /// A mark between two digits that belongs to the number: 1,200 and 14:30, but not 3,5号.
    fn in_number(&self, at: usize) -> bool {
        let digit = |i: Option<usize>| {
            i.and_then(|i| self.chars.get(i))
                .is_some_and(char::is_ascii_digit)
        };
        match self.chars[at] {
            ':' => {
                let spaced = self.chars.get(at + 1) == Some(&' ') && digit(Some(at + 2));
                digit(at.checked_sub(1)) && (digit(Some(at + 1)) || spaced)
            }
            ',' if digit(at.checked_sub(1)) && digit(Some(at + 1)) => {
                let after = self.chars[at + 1..]
                    .iter()
                    .take_while(|c| c.is_ascii_digit())
                    .count();
                let before = self.chars[..at]
                    .iter()
                    .rev()
                    .take_while(|c| c.is_ascii_digit())
                    .count();
                after == 3 && before <= 3
            }
            _ => false,
        }
    }

    /// Whether the text around a mark is Chinese.
    fn is_chinese_here(&self, at: usize) -> bool {
        self.left(at) || self.right(at)
    }

    /// Chinese to the left: directly, or before a word of Latin letters or digits without space.
    fn left(&self, at: usize) -> bool {
        let mut i = at;
        let mut words = false;
        while i > 0 && at - i < REACH {
            let c = self.chars[i - 1];
            let mark = matches!(c, ',' | ':' | ';' | '!' | '?' | ')') || c == '"' && !words;
            if !mark && !is_word(c) && !self.links(i - 1) {
                break;
            }
            words |= is_word(c);
            i -= 1;
        }
        match i.checked_sub(1).map(|i| self.chars[i]) {
            Some(c) if words => is_chinese(c) && !matches!(c, '“' | '‘'),
            Some(c) => is_chinese(c),
            None => self.before.is_some_and(is_chinese),
        }
    }

    /// A mark inside a number or address: 0371-6789, a.example.
    fn links(&self, at: usize) -> bool {
        let word = |i: Option<usize>| {
            i.and_then(|i| self.chars.get(i))
                .is_some_and(|&c| is_word(c))
        };
        matches!(self.chars[at], '-' | '.' | '/' | '@')
            && word(at.checked_sub(1))
            && word(Some(at + 1))
    }

    /// Chinese to the right, a space apart at most.
    fn right(&self, at: usize) -> bool {
        let english = at > 0 && is_word(self.chars[at - 1]);
        let mut i = at + 1;
        while i < self.chars.len()
            && (self.chars[i] == ' ' || matches!(self.chars[i], '!' | '?' | '"'))
        {
            if i > at + 8 || english && self.chars[i] == '"' {
                return false;
            }
            i += 1;
        }
        match self.chars.get(i).copied() {
            Some('”' | '’') if english => false,
            Some(c) => is_chinese(c),
            None => self.after.is_some_and(is_chinese),
        }
    }

    /// A full stop after Chinese; not the one of a decimal, a list number or an abbreviation.
    fn full_stop(&self, at: usize) -> bool {
        let Some(left) = at.checked_sub(1).map(|i| self.chars[i]) else {
            return false;
        };
        let right = self.chars.get(at + 1).copied();
        let done = right.is_none_or(|c| !c.is_ascii_alphanumeric());
        if is_han(left) || matches!(left, '”' | '’' | '）' | '》' | '％') {
            return true;
        }
        if !is_word(left) && !matches!(left, '"' | ')') {
            return false;
        }
        let list_number = at <= 4 && self.chars[..at].iter().all(|&c| is_word(c));
        done && !list_number
            && self.left(at)
            && (left.is_ascii_digit() || right.is_none_or(|c| !is_han(c)))
    }

    /// Both halves of a pair go together, by what is in it and around it.
    fn bracket(&self, at: usize) -> Option<String> {
        let now = if self.chars[at] == '(' { "（" } else { "）" };
        let (open, close) = match self.partner[at] {
            Some(other) => (at.min(other), at.max(other)),
            None => return self.is_chinese_here(at).then(|| now.to_owned()),
        };
        let inside = &self.chars[open + 1..close];
        let outside = |i: Option<usize>, edge: Option<char>| {
            i.and_then(|i| self.chars.get(i).copied())
                .or(edge)
                .is_some_and(is_chinese)
        };
        // A dialling code: (0371)6789….
        let number = inside.iter().all(char::is_ascii_digit)
            && inside.len() >= 3
            && self
                .chars
                .get(close + 1)
                .is_some_and(|c| c.is_ascii_digit() || *c == '-');
        let chinese = inside.iter().take(200).any(|&c| is_han(c))
            || outside(open.checked_sub(1), self.before)
            || outside(Some(close + 1), self.after);
        (chinese && !number).then(|| now.to_owned())
    }
}

/// How far Chinese is looked for over words and marks without space.
const REACH: usize = 40;

/// Characters of Latin words and numbers.
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '%' | '+' | '℃' | '°' | '_')
}

/// The other half of each half-width bracket.
fn partners(chars: &[char]) -> Vec<Option<usize>> {
    let mut out = vec![None; chars.len()];
    let mut open = Vec::new();
    for (at, c) in chars.iter().enumerate() {
        match c {
            '(' => open.push(at),
            ')' => {
                if let Some(start) = open.pop() {
                    out[start] = Some(at);
                    out[at] = Some(start);
                }
            }
            _ => {}
        }
    }
    out
}

/// Which characters belong to web or mail addresses.
fn kept(chars: &[char]) -> Vec<bool> {
    let mut out = vec![false; chars.len()];
    let mut at = 0;
    while at < chars.len() {
        let len = chars[at..]
            .iter()
            .take_while(|c| c.is_ascii_graphic())
            .count();
        if len == 0 {
            at += 1;
            continue;
        }
        mark_addresses(&chars[at..at + len], &mut out[at..at + len]);
        at += len;
    }
    out
}

/// An address is looked for in a run of ASCII; marks at its end belong to the sentence.
fn mark_addresses(run: &[char], out: &mut [bool]) {
    let text: String = run.iter().collect();
    let lower = text.to_ascii_lowercase();
    let start = ["http://", "https://", "ftp://", "www."]
        .iter()
        .filter_map(|p| lower.find(p))
        .min();
    let from = match start {
        Some(from) => from,
        // The mark before a mail address is the sentence's: 邮箱:news@example.com.
        None if is_mail_or_host(&text) => {
            text.find(|c: char| c.is_ascii_alphanumeric()).unwrap_or(0)
        }
        None => return,
    };
    let end = text
        .trim_end_matches([',', '.', ';', ':', '!', '?', ')', '"', '\''])
        .len();
    for slot in out.iter_mut().take(end).skip(from) {
        *slot = true;
    }
}

fn is_mail_or_host(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else {
        return [".com", ".cn", ".net", ".org"]
            .iter()
            .any(|end| text.contains(end));
    };
    !name.is_empty() && host.contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, wanted: &str) {
        let (text, changes) = widen(line, None, None);
        assert_eq!(text, wanted);
        for change in changes {
            assert!(text[change.at..].starts_with(&change.after));
        }
    }

    #[test]
    fn marks_between_chinese_become_full_width() {
        check(
            "春天来了,花开了;你看:真美!是吗?",
            "春天来了，花开了；你看：真美！是吗？",
        );
        check("(记者 林一舟)", "（记者 林一舟）");
        check("世卫组织(WHO)说.", "世卫组织（WHO）说。");
        check("下载APP,并登录", "下载APP，并登录");
        check("共3,5,7三个号", "共3，5，7三个号");
        check("电话0371-6620158,24小时", "电话0371-6620158，24小时");
    }

    #[test]
    fn numbers_times_and_addresses_stay() {
        for kept in [
            "增长3.5%",
            "14:30开始",
            "比分3:2",
            "共1,200人",
            "1,234,567元",
            "电话(0371)6789012",
            "见 https://a.example.cn/x?y=1:2,3",
            "发到news@liulin.example.cn",
            "Hello, world (again)!",
            "1.加强领导",
            "A.甲",
            "v1.2",
        ] {
            check(kept, kept);
        }
        check(
            "他在www.liulin.example,也在这里.",
            "他在www.liulin.example，也在这里。",
        );
    }

    #[test]
    fn dashes_and_dots_take_two_cells() {
        check("--一个街区的一年", "——一个街区的一年");
        check("他走了--再没回来", "他走了——再没回来");
        check("他走了—再没回来", "他走了——再没回来");
        check("等等...", "等等……");
        check("等等。。。。。。", "等等……");
        check("等等…好", "等等……好");
        check("好……好——好", "好……好——好");
        check("2020—2025年", "2020—2025年");
        check("4月3日—5日", "4月3日—5日");
        check("青岭—白沙高速", "青岭—白沙高速");
        check("wait...what", "wait...what");
    }

    #[test]
    fn a_mark_at_the_end_of_a_wrapped_line_looks_over_it() {
        assert_eq!(widen("用了APP,", Some('的'), Some('但')).0, "用了APP，");
        assert_eq!(widen(",但是", None, None).0, "，但是");
    }
}
