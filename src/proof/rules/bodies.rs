//! One village, one name.

use super::names::differ;
use crate::proof::{Context, Line, Out, Rule, Severity, Story};
use crate::text::pinyin::sound_alike;
use crate::wording::proof as words;

/// 夏侯社区 and 夏候社区, 东方花园社区 and 东方社区.
pub struct BodyVariant;

const KINDS: [&str; 9] = [
    "社区",
    "街道",
    "小区",
    "派出所",
    "卫生院",
    "合作社",
    "小学",
    "中学",
    "村",
];

/// Characters that no name of a place has in it, or that stand before one.
const BEFORE: &str =
    "在到由与和及对向从是的了为被让把来去入进于该本此各全市区县镇乡街道办路个们等某邻";

/// A body that is named: what stands before its kind.
struct Named<'a> {
    line: Line<'a>,
    at: usize,
    stem: &'a str,
    kind: &'static str,
}

/// What the kinds end with.
fn ends_kind(c: char) -> bool {
    matches!(c, '区' | '道' | '所' | '院' | '社' | '学' | '村')
}

fn named<'a>(line: &Line<'a>, found: &mut Vec<Named<'a>>) {
    for (last, c) in line.text.match_indices(ends_kind) {
        let (head, rest) = line.text.split_at(last + c.len());
        let Some(kind) = KINDS.iter().copied().find(|kind| head.ends_with(kind)) else {
            continue;
        };
        let before = &head[..head.len() - kind.len()];
        let start = before
            .char_indices()
            .rev()
            .take(6)
            .take_while(|&(_, c)| matches!(c, '\u{4e00}'..='\u{9fff}') && !BEFORE.contains(c))
            .map(|(at, _)| at)
            .last();
        let Some(at) = start else {
            continue;
        };
        let listed = before[..at].ends_with('、') || rest.starts_with('、');
        if before[at..].chars().nth(1).is_some() && !listed {
            found.push(Named {
                line: *line,
                at,
                stem: &before[at..],
                kind,
            });
        }
    }
}

/// Whether the short name is the long one with one or two characters left out behind the first.
fn shortened(long: &str, short: &str) -> bool {
    let gone = long.chars().count().wrapping_sub(short.chars().count());
    let head = long
        .chars()
        .zip(short.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let tail = long
        .chars()
        .rev()
        .zip(short.chars().rev())
        .take_while(|(a, b)| a == b)
        .count();
    (1..=2).contains(&gone) && head > 0 && head + tail >= short.chars().count()
}

impl Rule for BodyVariant {
    fn name(&self) -> &'static str {
        "body-variant"
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
                "柳堰社区有了新渠。在柳燕社区，灯亮了。柳堰社区的人都来了。",
                "柳堰社区有了新渠。在柳堰社区，灯亮了。柳堰社区的人都来了。",
            ),
            (
                "十里铺社区有了新渠。十里社区的灯也亮了。十里铺社区的人都来了。",
                "十里铺社区有了新渠。十里铺社区的灯也亮了。十里铺社区的人都来了。",
            ),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "柳堰社区有了新渠。在柳堰社区，灯亮了。",
            "柳堰社区、柳燕社区和柳湾社区都有了新渠。",
            "走进张庄村，看看李庄村。",
            "全村人来到社区，本社区的人也来了。",
        ]
    }

    fn story(&self, story: &Story, _: &Context, out: &mut Out) {
        let mut all = Vec::new();
        for line in story.body() {
            named(line, &mut all);
        }
        let times = |one: &Named| {
            let same = all
                .iter()
                .filter(|other| (other.stem, other.kind) == (one.stem, one.kind));
            same.count()
        };
        for one in all.iter().filter(|one| times(one) == 1) {
            let twin = all.iter().find(|other| {
                let heard = differ(one.stem, other.stem).is_some_and(|(a, b)| sound_alike(a, b));
                one.kind == other.kind
                    && (heard || shortened(other.stem, one.stem))
                    && times(other) > 1
            });
            if let Some(twin) = twin {
                out.add(
                    &one.line,
                    one.at..one.at + one.stem.len(),
                    words::BODY_VARIANT,
                )
                .about(format!("{}{}", twin.stem, twin.kind))
                .offer(twin.stem);
            }
        }
    }
}
