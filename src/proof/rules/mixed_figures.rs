//! Figures that are digits and characters by turns.

use crate::proof::figures::{self, Figure, ONE};
use crate::proof::{Context, Line, Out, Rule, Severity};
use crate::wording::proof as words;

/// 5百, 三百20, 3万5千: after digits only 万 and 亿 stand for noughts.
pub struct MixedFigures;

/// Units of measure that begin with 千 or 百: 千米, 百帕.
const WITH_PREFIX: [&str; 22] = [
    "千米", "千克", "千瓦", "千卡", "千伏", "千帕", "千焦", "千赫", "千牛", "千安", "千字", "千比",
    "千升", "千吨", "千秒", "千分", "千巴", "千周", "千乏", "千欧", "千兆", "百帕",
];

/// Whether the 千 or 百 that ends here begins a unit.
fn measured(line: &str, end: usize) -> bool {
    let last = line.get(end - '千'.len_utf8()..);
    last.is_some_and(|last| figures::begins(last, &WITH_PREFIX).is_some())
}

/// Digits with 千, 百, 十 after them: what they are worth and where they end.
fn spelled(figure: &Figure) -> Option<(u64, usize)> {
    let mut rest = figure.from();
    let (mut sum, mut end, mut least) = (0, figure.start, 10_000);
    loop {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, tail) = rest.split_at(digits);
        let unit = match tail.chars().next() {
            Some('千') => 1000,
            Some('百') => 100,
            Some('十') => 10,
            _ if digits == 1 && least == 10 => 1,
            _ => break,
        };
        if !(1..=2).contains(&digits) || unit >= least {
            break;
        }
        sum += number.parse::<u64>().ok()? * unit;
        let taken = digits + if unit > 1 { '千'.len_utf8() } else { 0 };
        (rest, end, least) = (&rest[taken..], end + taken, unit);
        if unit == 1 {
            break;
        }
    }
    (sum > 0).then_some((sum, end))
}

/// What 3万5千, 1亿2百万, 3万5000 are worth in their first unit, and where they end.
fn split(figure: &Figure) -> Option<(String, usize)> {
    let (great, after) = match figure.after().chars().next()? {
        '万' => (10_000, &figure.after()[3..]),
        '亿' => (100_000_000, &figure.after()[3..]),
        _ => return None,
    };
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let (number, tail) = after.split_at(digits);
    let number: u64 = number.parse().ok()?;
    let (unit, len) = match (great, digits) {
        (10_000, 1) if tail.starts_with('千') => (1000, 3),
        (10_000, 1) if tail.starts_with('百') => (100, 3),
        (10_000, 4) if !tail.starts_with(['年', '万', '亿', '.', '-']) => (1, 0),
        (100_000_000, 1) if tail.starts_with("千万") => (10_000_000, 6),
        (100_000_000, 1) if tail.starts_with("百万") => (1_000_000, 6),
        _ => return None,
    };
    let sum = figure.whole()? * great + number * unit;
    let word = if great == 10_000 { '万' } else { '亿' };
    let value = sum * ONE / great;
    (value * great == sum * ONE).then(|| {
        let text = format!("{}{word}", figures::printed(value));
        (text, figure.end + 3 + digits + len)
    })
}

/// The characters of a number right before digits: 三百 of 三百20.
fn han_before<'a>(figure: &Figure<'a>) -> &'a str {
    let before = figure.before();
    let rest = before.trim_end_matches(figures::is_han_digit);
    &before[rest.len()..]
}

impl MixedFigures {
    fn after_han(line: &Line, figure: &Figure, out: &mut Out) -> bool {
        let run = han_before(figure);
        let known = run.chars().count() > 1 || run == "十";
        let begun = figure.before().trim_end_matches(run);
        if !known || !run.ends_with(['十', '百', '千']) || begun.ends_with(['初', '第', '月', '期'])
        {
            return false;
        }
        if figure.text().len() > 2 || !figures::counts(figure.after()) {
            return false;
        }
        let start = figure.start - run.len();
        let head = figures::han(run).next().and_then(|one| one.whole());
        let found = out.add(line, start..figure.end, words::MIXED_FIGURES);
        let step = if run.ends_with('十') { 10 } else { 100 };
        let head = head.filter(|head| head.is_multiple_of(step));
        if let (Some(head), Some(tail)) = (head, figure.whole()) {
            found.offer((head + tail).to_string());
        }
        true
    }
}

impl Rule for MixedFigures {
    fn name(&self) -> &'static str {
        "mixed-figures"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15835-2011 5.3"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("来了3百多人。", "来了300多人。"),
            ("全村共2千3百名村民。", "全村共2300名村民。"),
            ("栽下三百20棵树。", "栽下320棵树。"),
            ("收入3万5千元。", "收入3.5万元。"),
            ("投资1亿2千万元。", "投资1.2亿元。"),
            ("奖金3万5000元。", "奖金3.5万元。"),
            ("种了5百亩油菜。", "种了500亩油菜。"),
            ("修渠二十5公里。", "修渠25公里。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "全程5千米，装机30千瓦，气压1000百帕。",
            "正月初十8点开锣，二月二十3点散场。",
            "2025百姓大舞台开演，第12百货店迁址。",
            "投资1.2亿元，其中3000万元已到位。",
            "人口超过3万，2021年又添了2000人。",
            "“百日攻坚”启动，千余人参加。",
            "三百二十人，320人，3万人。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        let mut past = 0;
        for figure in figures::arabic(line.text) {
            if figure.start < past || !figure.after().starts_with(|c: char| !c.is_ascii()) {
                continue;
            }
            if figure.in_code() {
                continue;
            }
            if let Some((text, end)) = split(&figure) {
                past = end;
                if !measured(line.text, end) {
                    out.add(line, figure.start..end, words::MIXED_FIGURES)
                        .offer(text);
                }
                continue;
            }
            if Self::after_han(line, &figure, out) {
                continue;
            }
            let Some((sum, end)) = spelled(&figure) else {
                continue;
            };
            past = end;
            let rest = &line.text[end..];
            let measure = measured(line.text, end);
            let ends = rest.is_empty() || rest.starts_with(['，', '。', '、', '；']);
            if measure || !han_before(&figure).is_empty() || !(ends || figures::counts(rest)) {
                continue;
            }
            out.add(line, figure.start..end, words::MIXED_FIGURES)
                .offer(sum.to_string());
        }
    }
}

/// 二 where things are counted, 两 where they are put in order.
pub struct TwoOrPair;

const COUNTED: [&str; 6] = ["二个", "二只", "二辆", "二棵", "二匹", "二户"];
const ORDERED: [(&str, &str); 7] = [
    ("第两", "第二"),
    ("两十", "二十"),
    ("百分之两", "百分之二"),
    ("两分之", "二分之"),
    ("十两个", "十二个"),
    ("十两名", "十二名"),
    ("十两户", "十二户"),
];

impl TwoOrPair {
    fn counted(line: &Line, at: usize, out: &mut Out) {
        let (before, from) = line.text.split_at(at);
        let Some(word) = figures::begins(from, &COUNTED) else {
            return;
        };
        let joined = before.ends_with(|c: char| {
            figures::is_han_digit(c)
                || c.is_ascii_digit()
                || "第其周期初老小排号高研大班之农闰第、—～".contains(c)
        });
        let other =
            from[word.len()..].starts_with(['别', '人', '体', '性', '案', '税', '中', '、']);
        if !joined && !other {
            out.add(line, at..at + '二'.len_utf8(), words::TWO_OR_PAIR)
                .about("两")
                .offer("两");
        }
    }
}

impl Rule for TwoOrPair {
    fn name(&self) -> &'static str {
        "two-or-pair"
    }

    fn clause(&self) -> &'static str {
        "house"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("村里添了二个池塘。", "村里添了两个池塘。"),
            ("他养了二只羊。", "他养了两只羊。"),
            ("这是第两次修渠。", "这是第二次修渠。"),
            ("百分之两的人不同意。", "百分之二的人不同意。"),
            ("十两户人家搬了新居。", "十二户人家搬了新居。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "第二个池塘，十二个村，周二个别人请假。",
            "两个池塘，第两百名访客，二次创业。",
            "一、二年级的学生，二把手，二胡。",
            "十两银子，两分钱，初二个人报名。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        for (at, _) in line.text.match_indices('二') {
            Self::counted(line, at, out);
        }
        for (at, _) in line.text.match_indices('两') {
            for (wrong, right) in ORDERED {
                let lead = wrong.find('两').unwrap_or_default();
                let Some(start) = at.checked_sub(lead) else {
                    continue;
                };
                if !line.text.is_char_boundary(start) || !line.text[start..].starts_with(wrong) {
                    continue;
                }
                let end = start + wrong.len();
                if wrong == "第两" && line.text[end..].starts_with(['百', '千', '万', '亿']) {
                    continue;
                }
                out.add(line, start..end, words::TWO_OR_PAIR)
                    .about("二")
                    .offer(right);
            }
        }
    }
}
