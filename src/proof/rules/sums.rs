//! Sums that contradict themselves.

use std::ops::Range;

use crate::proof::figures::{self, Figure, ONE};
use crate::proof::{Context, Line, Out, Rule, Severity};
use crate::wording::proof as words;

/// 共30人，其中男18人、女13人.
pub struct Sum;

/// A number of things in a sentence.
pub(super) struct Count<'a> {
    pub figure: Figure<'a>,
    /// What it is worth, 万 and 亿 told.
    pub value: u64,
    /// What is counted: one or two characters; people are 人 however they are counted.
    pub unit: &'a str,
    /// Whether it is only about so many.
    pub rough: bool,
    /// Whether nothing stands between its unit and the next mark.
    pub bare: bool,
    /// The words between the figure or mark before it and itself.
    pub label: &'a str,
}

const ROUGH: [&str; 13] = [
    "约", "近", "超", "超过", "逾", "达到", "多达", "上", "至少", "每", "第", "不到", "不足",
];

pub(super) fn counts(sentence: &str) -> Vec<Count<'_>> {
    let mut past = 0;
    let mut all = Vec::new();
    for figure in figures::arabic(sentence) {
        let before = &sentence[past..figure.start];
        let mark = before.rfind(['，', '、', '；', '：', '（', '）', ',', '和', '“', '”']);
        let label = mark.map_or(before, |at| {
            before[at..].trim_start_matches(|c: char| "，、；：（）,和“”".contains(c))
        });
        let label = label
            .trim_start_matches("其中")
            .trim_start_matches(['有', '是']);
        past = figure.end;
        let Some(value) = figure.value() else {
            continue;
        };
        let scaled = figure.after();
        let (scale, rest) = match scaled.chars().next() {
            Some('万') => (10_000, &scaled[3..]),
            Some('亿') => (100_000_000, &scaled[3..]),
            _ => (1, scaled),
        };
        let more = rest.starts_with(['多', '余', '来', '几']);
        let unit = unit(rest.trim_start_matches(['多', '余', '来', '几']));
        let to = rest
            .get(unit.len()..)
            .is_some_and(|rest| rest.starts_with(['以', '左', '上', '多']));
        let people = rest.strip_prefix(['名', '位', '人']);
        let bare = people.or_else(|| rest.strip_prefix(unit));
        let bare = bare.is_some_and(|rest| {
            rest.is_empty() || rest.starts_with(['，', '。', '、', '；', '）', '和', '！', ','])
        });
        let Some(value) = value.checked_mul(scale) else {
            continue;
        };
        all.push(Count {
            figure,
            value,
            unit,
            bare,
            rough: more || to || figures::ends(before, &ROUGH).is_some(),
            label,
        });
    }
    all
}

fn unit(rest: &str) -> &str {
    let long = figures::begins(
        rest,
        &[
            "公里", "公斤", "公顷", "平方", "立方", "千克", "人次", "小时", "美元", "个百",
        ],
    );
    if let Some(long) = long {
        return &rest[..long.len()];
    }
    match rest.chars().next() {
        Some('名' | '位' | '人') => "人",
        Some(c) if !c.is_ascii() && !"，。、；：（）—～至到年月日时".contains(c) => {
            &rest[..c.len_utf8()]
        }
        _ => "",
    }
}

/// The counts from this one on that go on with its unit, mark by mark.
fn run<'c, 'a>(counts: &'c [Count<'a>], unit: &str, sentence: &str) -> &'c [Count<'a>] {
    let mut len = 0;
    while let Some(count) = counts.get(len) {
        let gap = counts[..len]
            .last()
            .map_or("", |last| &sentence[last.figure.end..count.figure.start]);
        if count.unit != unit || gap.chars().count() > 14 || gap.contains(['（', '）', '共', '计'])
        {
            break;
        }
        len += 1;
    }
    &counts[..len]
}

/// Whether the parts leave nothing out and share nothing: men and women, three medals.
fn whole(parts: &[Count]) -> bool {
    const PLAIN: [&str; 12] = [
        "", "性", "生", "子", "人", "同志", "婴", "孩", "牌", "奖", "队员", "选手",
    ];
    let is = |kinds: &[char]| {
        let kind = |part: &Count, kind: &char| {
            let rest = part.label.strip_prefix(*kind);
            rest.is_some_and(|rest| PLAIN.contains(&rest))
        };
        parts.len() == kinds.len()
            && kinds
                .iter()
                .all(|one| parts.iter().any(|part| kind(part, one)))
    };
    is(&['男', '女']) || is(&['金', '银', '铜'])
}

/// Whether the parts share nothing: villages, classes, prizes.
fn apart(parts: &[Count]) -> bool {
    const PLACES: [&str; 14] = [
        "村", "社区", "镇", "乡", "街道", "县", "班", "组", "等奖", "年级", "队", "小学", "中学",
        "分校",
    ];
    let same = |suffix: &&str| {
        parts
            .iter()
            .all(|part| part.label.ends_with(*suffix) && part.label.len() > suffix.len())
    };
    let labels = || parts.iter().map(|part| part.label);
    PLACES.iter().any(same)
        && labels()
            .enumerate()
            .all(|(at, label)| labels().skip(at + 1).all(|other| other != label))
}

/// Words that make a list of numbers something else than parts of a sum.
const NO_SUM: [&str; 20] = [
    "每", "倍", "平均", "人均", "同比", "去年", "今年", "分别", "先后", "累计", "预计", "计划",
    "增长", "下降", "提高", "减少", "增加", "其中", "原有", "比",
];

impl Sum {
    /// 共30人，其中男18人、女13人.
    fn of_which(sentence: &str, counts: &[Count]) -> Option<(Range<usize>, u64)> {
        let at = sentence.find("其中")?;
        let split = counts.partition_point(|count| count.figure.start < at);
        let (before, after) = counts.split_at(split);
        let unit = after.first()?.unit;
        let total = before.iter().rev().find(|count| count.unit == unit)?;
        let parts = run(after, unit, sentence);
        let known = !unit.is_empty()
            && parts.len() > 1
            && !total.rough
            && parts.iter().all(|part| !part.rough && part.bare);
        let sum: u64 = parts.iter().map(|part| part.value).sum();
        let wrong = whole(parts) && sum != total.value || apart(parts) && sum > total.value;
        (known && wrong).then(|| (total.figure.start..parts[parts.len() - 1].figure.end, sum))
    }

    /// 男18人、女13人，共30人.
    fn together(sentence: &str, counts: &[Count]) -> Option<(Range<usize>, u64)> {
        const TOTAL: [&str; 7] = ["合计", "总计", "共计", "一共", "总共", "共", "合计为"];
        let at = counts
            .iter()
            .position(|count| figures::ends(count.figure.before(), &TOTAL).is_some())?;
        let total = &counts[at];
        let lead = total
            .figure
            .before()
            .trim_end_matches(|c| "合总共一计为".contains(c));
        if at < 2 || total.rough || total.unit.is_empty() || !lead.ends_with('，') {
            return None;
        }
        if NO_SUM.iter().any(|word| lead.contains(word)) {
            return None;
        }
        let mut parts = 0;
        let mut sum = 0;
        for (back, part) in counts[..at].iter().rev().enumerate() {
            let next = &counts[at - back];
            let gap = sentence[part.figure.end..next.figure.start].chars().count();
            if part.unit != total.unit || part.rough || gap > 12 {
                break;
            }
            (parts, sum) = (parts + 1, sum + part.value);
            if parts > 1 && sum == total.value {
                return None;
            }
        }
        let first = &counts[at - parts.min(at)];
        (parts > 1 && parts == at).then_some((first.figure.start..total.figure.end, sum))
    }

    /// 分别占50%、40%、20%.
    fn per_cent(sentence: &str, counts: &[Count]) -> Option<(Range<usize>, u64)> {
        let at = sentence
            .find("分别占")
            .or_else(|| sentence.find("占比分别为"))?;
        sentence[..at].contains("其中").then_some(())?;
        let first = counts.partition_point(|count| count.figure.start < at);
        let mut parts = counts[first..]
            .iter()
            .take_while(|part| part.figure.after().starts_with('%'));
        let start = parts.clone().next()?.figure.start;
        let (sum, end) = parts.try_fold((0, 0), |(sum, _), part| {
            (!part.rough).then_some((sum + part.value, part.figure.end))
        })?;
        (sum > 101 * ONE).then_some((start..end, sum))
    }
}

impl Rule for Sum {
    fn name(&self) -> &'static str {
        "sum"
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
            (
                "共30人，其中男18人、女13人。",
                "共30人，其中男18人、女13人。",
            ),
            (
                "全班45名学生，其中男生20名，女生26名。",
                "全班45名学生，其中男生20名，女生26名。",
            ),
            (
                "夺得奖牌10枚，其中金牌3枚、银牌2枚、铜牌4枚。",
                "夺得奖牌10枚，其中金牌3枚、银牌2枚、铜牌4枚。",
            ),
            (
                "共改厕50户，其中杏林村30户、桃坪村25户。",
                "共改厕50户，其中杏林村30户、桃坪村25户。",
            ),
            (
                "镇里出80万元，村里出40万元，合计130万元。",
                "镇里出80万元，村里出40万元，合计130万元。",
            ),
            (
                "其中老人、青年和孩子分别占50%、40%、20%。",
                "其中老人、青年和孩子分别占50%、40%、20%。",
            ),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "共31人，其中男18人、女13人。",
            "夺得奖牌9枚，其中金牌3枚、银牌2枚、铜牌4枚。",
            "共30人，其中党员18人、妇女15人。",
            "共改厕50户，其中杏林村20户、桃坪村25户。",
            "镇里出80万元，村里出40万元，合计120万元。",
            "每人50元，全家4人，共200元。",
            "约30人，其中男18人、女13人。",
            "全村1200人，其中男工30人、女工20人。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        let told = ["其中", "共", "计"]
            .iter()
            .any(|word| line.text.contains(word));
        if !told {
            return;
        }
        let mut at = 0;
        for sentence in line.text.split_inclusive(['。', '！', '？']) {
            let counts = counts(sentence);
            let found = Self::of_which(sentence, &counts)
                .or_else(|| Self::together(sentence, &counts))
                .or_else(|| Self::per_cent(sentence, &counts));
            if let Some((span, sum)) = found {
                out.add(line, at + span.start..at + span.end, words::SUM)
                    .about(figures::printed(sum));
            }
            at += sentence.len();
        }
    }
}
