//! Lists: whether as much is listed as was announced.

use crate::proof::figures;
use crate::proof::{Context, Line, Out, Rule, Severity, Story};
use crate::wording::proof as words;

/// 三项措施：一是……二是……; 三个村：甲村、乙村.
pub struct Announced;

const CLASSES: [&str; 13] = [
    "个", "项", "点", "条", "方面", "大", "类", "名", "家", "所", "位", "步", "件",
];

/// What is counted and then named one by one; eight 字 and four 小时 are not.
const NAMED: [&str; 44] = [
    "村",
    "社区",
    "镇",
    "乡",
    "街道",
    "县",
    "区",
    "问题",
    "重点",
    "方面",
    "环节",
    "措施",
    "项目",
    "主题",
    "活动",
    "任务",
    "目标",
    "工程",
    "行动",
    "原则",
    "关键词",
    "方向",
    "品种",
    "产品",
    "部门",
    "单位",
    "事",
    "类",
    "班",
    "节目",
    "平台",
    "中心",
    "体系",
    "阵地",
    "抓手",
    "关",
    "难题",
    "建议",
    "要求",
    "意见",
    "点",
    "条",
    "步",
    "产业",
];

/// A small number before a word that counts, with where it begins.
fn announced(before: &str) -> Option<(usize, usize, u64)> {
    let from = before
        .char_indices()
        .rev()
        .take(12)
        .map(|(at, _)| at)
        .last()?;
    let figure = figures::all(&before[from..])
        .filter(|figure| figures::begins(figure.after(), &CLASSES).is_some())
        .last()?;
    let number = figure.whole().filter(|number| (2..=12).contains(number))?;
    let lead = before[..from + figure.start].ends_with(['第', '前', '后', '—', '～', '至']);
    (!lead).then_some((from + figure.start, from + figure.end, number))
}

/// The greatest of 一是, 二是, … that a list reaches without a gap, from its first on.
fn reached(text: &str, word: &str) -> u64 {
    let mut last = 0;
    let mut rest = text;
    while let Some(next) = figures::in_han(last + 1) {
        let mark = format!("{next}{word}");
        let Some(at) = rest.find(&mark) else {
            break;
        };
        last += 1;
        rest = &rest[at + mark.len()..];
    }
    last
}

impl Announced {
    fn clauses(story: &Story, at: usize, out: &mut Out) {
        let line = &story.lines[at];
        for word in ["是", "要"] {
            let first = format!("一{word}");
            let Some(begin) = line.text.find(&first) else {
                continue;
            };
            let Some(lead) = line.text[..begin].strip_suffix(['：', '，', '。']) else {
                continue;
            };
            let Some((start, end, number)) = announced(lead) else {
                continue;
            };
            let said = reached(&line.text[begin..], word);
            let on = |after: &Line| {
                figures::in_han(said + 1).is_some_and(|next| after.text.starts_with(&next))
            };
            let goes_on = story.lines.get(at + 1).is_some_and(on);
            let again = line.text[begin + first.len()..].contains(&first);
            if said > 1 && said != number && !goes_on && !again {
                out.add(line, start..end, words::ANNOUNCED)
                    .about(said.to_string());
            }
        }
    }

    fn listed(line: &Line, out: &mut Out) {
        for (colon, _) in line.text.match_indices('：') {
            let Some((start, end, number)) = announced(&line.text[..colon]) else {
                continue;
            };
            let noun = &line.text[end..colon];
            if noun.contains(['，', '。', '、', '“', '的', '说', '”']) || noun.chars().count() > 9
            {
                continue;
            }
            if figures::ends(&line.text[..colon], &NAMED).is_none() {
                continue;
            }
            let rest = &line.text[colon + '：'.len_utf8()..];
            let Some(stop) = rest.find(['。', '；', '！', '？']) else {
                continue;
            };
            let list = &rest[..stop];
            let odd = list.contains(['，', '等', '“', '（', '《', '：', '…', '—', ' '])
                || !list.contains('、');
            if odd || list.contains(|c: char| c.is_ascii_digit()) {
                continue;
            }
            let items = list.matches('、').count() as u64 + 1;
            let joined = ["和", "及", "与"].iter().any(|word| list.contains(word));
            if number != items && !(joined && number == items + 1) {
                out.add(line, start..end, words::ANNOUNCED)
                    .about(items.to_string());
            }
        }
    }

    /// 杏林村、桃坪村、柳湾村两个村.
    fn before(line: &Line, out: &mut Out) {
        const NOUNS: [&str; 9] = [
            "村", "社区", "镇", "乡", "街道", "县", "小区", "学校", "小学",
        ];
        for figure in figures::all(line.text) {
            let Some(noun) = figure
                .after()
                .strip_prefix('个')
                .and_then(|rest| figures::begins(rest, &NOUNS))
            else {
                continue;
            };
            let Some(number) = figure.whole() else {
                continue;
            };
            let more = figure.before().ends_with('等');
            let names = figure.before().trim_end_matches('等');
            let from = names
                .rfind(['，', '。', '；', '：', '“', '”', '（', '）'])
                .map_or(0, |at| at + 3);
            let parts: Vec<&str> = names[from..].split('、').collect();
            let Some((last, rest)) = parts.split_last() else {
                continue;
            };
            let last: Vec<&str> = last.split(['和', '及']).collect();
            let named =
                |part: &&str| part.ends_with(noun) && part.chars().count() > noun.chars().count();
            if rest.is_empty() || !rest.iter().all(named) || !last.iter().all(named) {
                continue;
            }
            let items = (rest.len() + last.len()) as u64;
            if items > number || items < number && !more {
                out.add(line, figure.start..figure.end, words::ANNOUNCED)
                    .about(items.to_string());
            }
        }
    }
}

impl Rule for Announced {
    fn name(&self) -> &'static str {
        "announced-count"
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
                "提出三点要求：一是修渠，二是种树。",
                "提出三点要求：一是修渠，二是种树。",
            ),
            (
                "涉及三个村：杏林村、桃坪村。",
                "涉及三个村：杏林村、桃坪村。",
            ),
            (
                "杏林村、桃坪村、柳湾村两个村受益。",
                "杏林村、桃坪村、柳湾村两个村受益。",
            ),
            (
                "抓好2个重点：产业、人才、治理。",
                "抓好2个重点：产业、人才、治理。",
            ),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "提出两点要求：一是修渠，二是种树。",
            "涉及两个村：杏林村、桃坪村。",
            "杏林村、桃坪村等3个村受益。",
            "抓好三个重点：产业、人才和治理。",
            "办好三件事：修路、架桥，种树、养羊，建房。",
            "开了3个小时的会：镇长、村支书都讲了话。",
            "这是第三个村：杏林村、桃坪村都去过了。",
        ]
    }

    fn story(&self, story: &Story, _: &Context, out: &mut Out) {
        for (at, line) in story.lines.iter().enumerate() {
            if line.text.contains('、') {
                Self::listed(line, out);
                Self::before(line, out);
            }
            if line.text.contains("二是") || line.text.contains("二要") {
                Self::clauses(story, at, out);
            }
        }
    }
}
