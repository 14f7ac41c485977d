//! One person, one name.

use crate::proof::{Context, Line, Out, Rule, Severity, Story};
use crate::text::pinyin::sound_alike;
use crate::wording::proof as words;

/// 王小明 in one paragraph, 王晓明 in another.
pub struct NameVariant;

/// What people are called by before their names.
const TITLES: [&str; 34] = [
    "书记",
    "主任",
    "所长",
    "院长",
    "校长",
    "局长",
    "镇长",
    "乡长",
    "队长",
    "组长",
    "会长",
    "经理",
    "董事长",
    "负责人",
    "医生",
    "护士",
    "老师",
    "民警",
    "辅警",
    "干部",
    "队员",
    "志愿者",
    "网格员",
    "居民",
    "村民",
    "工作人员",
    "支书",
    "党员",
    "教师",
    "社长",
    "站长",
    "厂长",
    "店主",
    "种植户",
];

/// Titles that one body gives to one person.
const SINGLE: [&str; 10] = [
    "书记",
    "所长",
    "院长",
    "校长",
    "局长",
    "镇长",
    "乡长",
    "支书",
    "董事长",
    "社长",
];

const SURNAMES: &str = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻苏潘葛范彭鲁韦昌马苗方俞任袁柳\\
鲍史唐费岑薛雷贺倪汤滕殷罗毕郝安常傅卞齐伍余顾孟黄穆萧尹姚邵汪祁毛狄米贝戴宋庞熊纪舒项祝董梁杜阮蓝闵席季贾路江童颜郭梅盛\\
林钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房丁邓洪石崔龚程邢裴陆荣翁段侯武刘龙叶黎白赖乔谭申冉牛边温庄柴瞿阎連习向古易廖耿\\
欧聂简饶曾关肖付佟闫覃仝";

/// What may follow a name in a sentence.
const AFTER: &str =
    "说介告表称，。、：；的在和与正把带向对（）“笑认坦回感高激是也又就将为给从一每赶";

pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// A person whom the text names after a title.
struct Mention<'a> {
    name: &'a str,
    title: &'static str,
    /// The body the title is of: the characters before it.
    of: &'a str,
    line: usize,
    at: usize,
}

/// The name that a text begins with: a surname, one or two characters, then no more of a name.
fn name(text: &str) -> Option<&str> {
    let mut chars = text.char_indices();
    let (_, first) = chars.next()?;
    if !SURNAMES.contains(first) {
        return None;
    }
    let (_, second) = chars.next()?;
    let third = chars.next();
    let fourth = chars.next();
    if !is_han(second) || AFTER.contains(second) && second != '正' && second != '高' {
        return None;
    }
    let ends = |c: Option<(usize, char)>| c.is_none_or(|(_, c)| AFTER.contains(c));
    match third {
        Some((at, c)) if is_han(c) && !AFTER.contains(c) => {
            let end = at + c.len_utf8();
            ends(fourth).then(|| &text[..end])
        }
        _ => ends(third).then(|| &text[..third.map_or(text.len(), |(at, _)| at)]),
    }
}

/// What titles end with.
fn ends_title(c: char) -> bool {
    matches!(
        c,
        '记' | '任'
            | '长'
            | '理'
            | '人'
            | '生'
            | '士'
            | '师'
            | '警'
            | '部'
            | '员'
            | '者'
            | '民'
            | '书'
            | '主'
            | '户'
    )
}

fn mentions<'a>(story: &Story<'a>) -> Vec<Mention<'a>> {
    let mut all = Vec::new();
    for (line, text) in story.body().map(|line| line.text).enumerate() {
        for (at, last) in text.match_indices(ends_title) {
            let start = at + last.len();
            let (head, rest) = text.split_at(start);
            let Some(title) = TITLES.iter().copied().find(|title| head.ends_with(title)) else {
                continue;
            };
            let Some(name) = name(rest) else {
                continue;
            };
            let head = &head[..start - title.len()];
            let of = head.char_indices().rev().take(2).map(|(at, _)| at).last();
            all.push(Mention {
                name,
                title,
                of: &head[of.unwrap_or(head.len())..],
                line,
                at: start,
            });
        }
    }
    all
}

/// The one place where two names of the same length differ.
pub(super) fn differ(one: &str, other: &str) -> Option<(char, char)> {
    let same = one.chars().count() == other.chars().count();
    let mut pairs = one.chars().zip(other.chars()).filter(|(a, b)| a != b);
    let first = pairs.next().filter(|_| same)?;
    pairs.next().is_none().then_some(first)
}

/// How often a name stands in the body.
fn times(story: &Story, name: &str) -> usize {
    story
        .body()
        .map(|line| line.text.matches(name).count())
        .sum()
}

/// Whether the name stands in a list of names: then its neighbour may be alike.
fn in_list(text: &str, at: usize, name: &str) -> bool {
    text[..at].ends_with(['、', '和']) || text[at + name.len()..].starts_with(['、', '和'])
}

/// Passages of the body that are this name but for one character that is typed alike.
fn alike<'a>(story: &Story<'a>, name: &str) -> Vec<(Line<'a>, usize, &'a str)> {
    let mut found = Vec::new();
    let chars: Vec<char> = name.chars().collect();
    let [first, .., last] = chars[..] else {
        return found;
    };
    for line in story.body() {
        for (at, _) in line.text.match_indices(first) {
            let rest = &line.text[at..];
            let end = rest
                .char_indices()
                .nth(chars.len())
                .map_or(rest.len(), |(at, _)| at);
            let other = &rest[..end];
            let heard = differ(name, other).is_some_and(|(a, b)| sound_alike(a, b));
            let bounded = chars.len() > 2 && other.ends_with(last)
                || rest[end..].is_empty()
                || rest[end..].starts_with(|c| AFTER.contains(c));
            let titled =
                chars.len() < 3 && TITLES.iter().any(|title| line.text[..at].ends_with(title));
            if heard && bounded && !titled && !in_list(line.text, at, other) {
                found.push((*line, at, other));
            }
        }
    }
    found
}

impl Rule for NameVariant {
    fn name(&self) -> &'static str {
        "name-variant"
    }

    fn clause(&self) -> &'static str {
        "house"
    }

    fn severity(&self) -> Severity {
        Severity::Hint
    }

    fn weight(&self) -> u16 {
        10
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            (
                "社区书记郝小明说，渠通了。\n“谢谢。”郝晓明笑着说。",
                "社区书记郝小明说，渠通了。\n“谢谢。”郝小明笑着说。",
            ),
            (
                "村民柳建芳说，路宽了。柳剑芳还说，灯也亮了。",
                "村民柳建芳说，路宽了。柳建芳还说，灯也亮了。",
            ),
            (
                "杏林村支书田玉山介绍了情况。会后，杏林村支书田玉川带队上山。",
                "杏林村支书田玉山介绍了情况。会后，杏林村支书田玉山带队上山。",
            ),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "社区书记郝小明说，渠通了。郝小明又说，灯也亮了。",
            "村民柳建芳、柳剑芳姐妹说，路宽了。",
            "村民柳建国说完，村民柳建军也说。",
            "居民王阿姨说，居民王大爷也说。",
        ]
    }

    fn story(&self, story: &Story, _: &Context, out: &mut Out) {
        let lines: Vec<&Line> = story.body().collect();
        let mentions = mentions(story);
        let mut told: Vec<(&str, &str)> = Vec::new();
        for (at, mention) in mentions.iter().enumerate() {
            if mentions[..at]
                .iter()
                .any(|before| before.name == mention.name)
            {
                continue;
            }
            for (line, start, other) in alike(story, mention.name) {
                let (mine, theirs) = (times(story, mention.name), times(story, other));
                let pair = (mention.name, other);
                if theirs > mine || told.contains(&(other, mention.name)) {
                    continue;
                }
                told.push(pair);
                out.add(&line, start..start + other.len(), words::NAME_VARIANT)
                    .about(mention.name)
                    .offer(mention.name);
            }
            let twin = mentions[..at].iter().find(|before| {
                SINGLE.contains(&mention.title)
                    && (before.title, before.of) == (mention.title, mention.of)
                    && differ(before.name, mention.name).is_some_and(|(a, b)| !sound_alike(a, b))
            });
            if let Some(twin) = twin.filter(|_| times(story, mention.name) == 1) {
                let line = lines[mention.line];
                if !in_list(line.text, mention.at, mention.name) {
                    out.add(
                        line,
                        mention.at..mention.at + mention.name.len(),
                        words::NAME_VARIANT,
                    )
                    .about(twin.name)
                    .offer(twin.name);
                }
            }
        }
    }
}
