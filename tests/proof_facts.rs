//! Sentences that the rules of numbers, days and facts must find something in, or nothing.

#![allow(clippy::unwrap_used, clippy::expect_used)] // A test that cannot go on has failed.

use std::collections::BTreeMap;

use liangdian::proof::{Context, Severity, check_text, settle};

type Lists = BTreeMap<String, BTreeMap<String, Vec<String>>>;

fn lists() -> Lists {
    toml::from_str(include_str!("proof/facts.toml")).unwrap()
}

fn of<'a>(lists: &'a Lists, kind: &str) -> Vec<(&'a str, &'a str)> {
    let rules = lists.iter();
    let texts = rules.flat_map(|(rule, kinds)| kinds[kind].iter().map(move |text| (rule, text)));
    texts
        .map(|(rule, text)| (rule.as_str(), text.as_str()))
        .collect()
}

#[test]
fn what_is_wrong_is_found() {
    let lists = lists();
    let silent: Vec<_> = of(&lists, "finds")
        .into_iter()
        .filter(|(rule, text)| {
            let found = check_text(text, &Context::default());
            found.iter().all(|one| one.rule != *rule)
        })
        .collect();
    assert!(silent.is_empty(), "{silent:#?}");
}

#[test]
fn what_is_right_is_left_alone() {
    let lists = lists();
    let mut alarms = Vec::new();
    for (rule, text) in of(&lists, "leaves") {
        for one in check_text(text, &Context::default()) {
            if one.rule == rule || lists.contains_key(one.rule) || one.severity == Severity::Error {
                alarms.push((one.rule, text, text[one.span].to_owned()));
            }
        }
    }
    assert!(alarms.is_empty(), "{alarms:#?}");
}

#[test]
fn both_are_counted() {
    let lists = lists();
    let counts = (of(&lists, "finds").len(), of(&lists, "leaves").len());
    assert_eq!(counts, (132, 138));
}

/// Texts of figures and the words round them, in no order.
fn soup(seed: u64) -> String {
    const PIECES: [&str; 60] = [
        "3",
        "20",
        "2021",
        "1,2",
        "5.5",
        "0",
        "百",
        "千",
        "十",
        "万",
        "亿",
        "二",
        "两",
        "三",
        "零",
        "年",
        "月",
        "日",
        "时",
        "分",
        "：",
        "，",
        "。",
        "、",
        "（",
        "）",
        "“",
        "”",
        "%",
        "百分之",
        "个百分点",
        "～",
        "—",
        "-",
        "至",
        "约",
        "近",
        "超过",
        "左右",
        "以上",
        "多",
        "几",
        "人",
        "名",
        "户",
        "个村",
        "共",
        "其中",
        "男",
        "女",
        "一是",
        "三是",
        "书记",
        "王小明",
        "社区",
        "记者",
        "星期",
        " ",
        "\n",
        "减少",
    ];
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let pieces = (0..40).map(|_| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        PIECES[(state % PIECES.len() as u64) as usize]
    });
    pieces.collect()
}

#[test]
fn any_text_is_read_and_safe_texts_settle() {
    let context = Context::default();
    for seed in 1..600 {
        let text = soup(seed);
        let found = check_text(&text, &context);
        assert!(
            found.iter().all(|one| text.get(one.span.clone()).is_some()),
            "{text}"
        );
        let once = settle(&text, &context);
        assert_eq!(settle(&once, &context), once, "{text}");
    }
}
