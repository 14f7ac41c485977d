//! Approximate numbers: how they are written, and that they are said once.

use crate::proof::figures::{self, Figure};
use crate::proof::{Context, Line, Out, Rule, Severity};
use crate::wording::proof as words;

/// 10几人, 3、4天: approximate numbers are written in characters, without 、.
pub struct Approximate;

/// What is counted by days and heads: a list of numbered things has other words.
const COUNTED: [&str; 12] = [
    "天",
    "个人",
    "个月",
    "个小时",
    "个多",
    "里路",
    "分钟",
    "小时",
    "个村民",
    "个孩子",
    "岁的",
    "年时间",
];

impl Approximate {
    fn several(line: &Line, figure: &Figure, out: &mut Out) {
        let tens = figure
            .whole()
            .filter(|tens| tens.is_multiple_of(10) && *tens < 100);
        let other = figure.after()[3..].starts_with(['何', '率']);
        let tens = tens.filter(|tens| *tens > 0 && !other);
        if let Some(han) = tens.and_then(figures::in_han) {
            out.add(line, figure.start..figure.end + 3, words::APPROXIMATE)
                .offer(format!("{han}几"));
        }
    }

    fn neighbours(line: &Line, figure: &Figure, out: &mut Out) {
        let next = figure.after()[3..]
            .bytes()
            .next()
            .map_or(0, |b| b.wrapping_sub(b'0'));
        let first = figure
            .text()
            .bytes()
            .next()
            .map_or(0, |b| b.wrapping_sub(b'0'));
        let rest = figure.after().get(4..).unwrap_or_default();
        let listed = figure
            .before()
            .ends_with(['第', '、', '月', '前', '每', '（', '：', '/'])
            || figure
                .before()
                .ends_with(|c: char| c.is_ascii_alphanumeric());
        let counted = figures::begins(rest, &COUNTED).is_some();
        if (1..=8).contains(&first) && next == first + 1 && counted && !listed {
            let han = |digit: u8| figures::in_han(u64::from(digit)).unwrap_or_default();
            let one = if first == 2 {
                "两".to_owned()
            } else {
                han(first)
            };
            out.add(line, figure.start..figure.end + 4, words::APPROXIMATE)
                .offer(format!("{one}{}", han(next)));
        }
    }
}

impl Rule for Approximate {
    fn name(&self) -> &'static str {
        "approximate-number"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15835-2011 5.2.1"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("来了10几个人。", "来了十几个人。"),
            ("她20几岁就回村了。", "她二十几岁就回村了。"),
            ("修了3、4天。", "修了三四天。"),
            ("走了2、3里路。", "走了两三里路。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "来了十几个人，修了三四天。",
            "3、4号楼，第1、2天，7、8月。",
            "1、2、3个人一组。",
            "5月3、4天都有雨。",
            "10多个人，10余户。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        for figure in figures::arabic(line.text) {
            if figure.in_code() {
                continue;
            }
            if figure.after().starts_with('几') {
                Self::several(line, &figure, out);
            } else if figure.after().starts_with('、') && figure.text().len() == 1 {
                Self::neighbours(line, &figure, out);
            }
        }
    }
}

/// 约300人左右, 近300多人, 超过3天以上: one word is enough to say that a number is rough.
pub struct SaidTwice;

const ABOUT: [&str; 5] = ["大约", "大概", "约", "约有", "约为"];
const NEARLY: [&str; 6] = ["接近", "将近", "上", "近", "几乎", "近乎"];
const OVER: [&str; 8] = ["超过", "多于", "高于", "大于", "逾", "超出", "多达", "超"];
const AT_LEAST: [&str; 6] = ["至少", "最少", "不少于", "不低于", "起码", "最低"];
const AT_MOST: [&str; 6] = ["至多", "最多", "不超过", "不多于", "不高于", "低于"];

/// Words that end as one of those above and mean something else: 签约30多家, 附近10多户.
const OTHERWISE: &str =
    "签预节合契制特邀相赴违毁公条履守失爽缔隐简盟解续附临靠邻最远亲就走拉高晋抱";

/// Time goes by: 近10多年 is the last ten years and more.
const TIMES: [&str; 8] = ["年", "天", "个月", "个多月", "周", "小时", "个小时", "载"];

/// The word right before a figure, of a list; none where it is the end of another word.
fn word(before: &str, list: &[&'static str]) -> Option<&'static str> {
    let longest = list.iter().copied().filter(|word| before.ends_with(word));
    let word = longest.max_by_key(|word| word.len())?;
    let rest = &before[..before.len() - word.len()];
    (word.chars().count() > 1 || !rest.ends_with(|c| OTHERWISE.contains(c))).then_some(word)
}

/// The end of the words that count and of the mark of roughness after them (左右, 以上).
fn mark(after: &str, marks: &[&str]) -> Option<(usize, usize)> {
    after
        .char_indices()
        .take(7)
        .take_while(|&(_, c)| !"，。、；：！？“”（）和至".contains(c))
        .find_map(|(at, _)| figures::begins(&after[at..], marks).map(|mark| (at, at + mark.len())))
}

impl SaidTwice {
    fn of(figure: &Figure) -> Option<(&'static str, usize, usize)> {
        let (before, after) = (figure.before(), figure.after());
        let scale = after.trim_start_matches(['万', '亿', '千', '百']);
        let skipped = after.len() - scale.len();
        let more = figures::begins(scale, &["多", "余"]);
        let timed = || figures::begins(&scale[more.map_or(0, str::len)..], &TIMES).is_some();
        if let Some(about) = word(before, &ABOUT) {
            let found = mark(after, &["左右", "上下"]);
            return found
                .or(more.map(|more| (skipped, skipped + more.len())))
                .map(|(from, to)| (about, from, to));
        }
        if let Some(nearly) = word(before, &NEARLY) {
            let rough = (nearly.len() > 3 || !timed()).then_some(more).flatten();
            if nearly == "上" && !figure.text().starts_with(['百', '千', '万']) {
                return None;
            }
            let found = rough.map(|more| (skipped, skipped + more.len()));
            let round = (nearly != "上" && !timed())
                .then(|| mark(after, &["左右"]))
                .flatten();
            return found.or(round).map(|(from, to)| (nearly, from, to));
        }
        if let Some(at_most) = word(before, &AT_MOST) {
            return mark(after, &["以下", "以内"]).map(|(from, to)| (at_most, from, to));
        }
        let strong = word(before, &OVER).or_else(|| word(before, &AT_LEAST))?;
        let over = strong != "多达" && OVER.contains(&strong) && !timed();
        if let Some(more) = more.filter(|_| over) {
            return Some((strong, skipped, skipped + more.len()));
        }
        mark(after, &["以上"]).map(|(from, to)| (strong, from, to))
    }
}

impl Rule for SaidTwice {
    fn name(&self) -> &'static str {
        "roughly-twice"
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
            ("约300人左右参加。", "约300人参加。"),
            ("近300多名群众到场。", "近300名群众到场。"),
            ("超过3天以上不交的，另行通知。", "超过3天不交的，另行通知。"),
            ("大约三百多户受益。", "大约三百户受益。"),
            ("至少30人以上报名。", "至少30人报名。"),
            ("上百余名党员植树。", "上百名党员植树。"),
            ("全长约3公里左右。", "全长约3公里。"),
            ("不超过5天以内办结。", "不超过5天办结。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "约300人，300人左右，近300人，300多人。",
            "现场签约300多家，节约20多万元，附近10多户。",
            "近10多年来，近20天左右。",
            "至少30人，60岁以上的老人超过一半。",
            "预约人数约300人，左右两侧各设一处。",
            "达90%以上，上百名党员，超过300人。",
            "大约三成受访者，多年以来；约3人一组。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        for figure in figures::all(line.text) {
            let found = Self::of(&figure).filter(|_| !figure.quoted());
            if let Some((before, from, to)) = found {
                let span = figure.end + from..figure.end + to;
                let twice = format!("{before}……{}", &line.text[span.clone()]);
                out.add(line, span, words::SAID_TWICE)
                    .about(twice)
                    .offer("");
            }
        }
    }
}
