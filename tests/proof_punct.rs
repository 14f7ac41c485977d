//! Sentences for and against the rules of punctuation and characters, each kind counted.

#![allow(clippy::unwrap_used)] // A test that cannot go on has failed.

use std::fs;
use std::path::Path;

use liangdian::proof::{Context, Finding, Severity, check_text, fix, settle};
use proptest::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
struct Sentences {
    group: Vec<Group>,
}

#[derive(Deserialize)]
struct Group {
    rules: Vec<String>,
    wrong: Vec<String>,
    right: Vec<String>,
}

fn read(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/proof");
    fs::read_to_string(folder.join(name)).unwrap()
}

fn groups() -> Vec<Group> {
    toml::from_str::<Sentences>(&read("punct.toml"))
        .unwrap()
        .group
}

fn of(group: &Group, text: &str) -> Vec<Finding> {
    let mut found = check_text(text, &Context::default());
    found.retain(|one| group.rules.iter().any(|rule| rule == one.rule));
    found
}

#[test]
fn every_wrong_sentence_is_found() {
    let mut missed = Vec::new();
    let mut count = 0;
    for group in groups() {
        assert!(group.wrong.len() >= 12, "{:?}", group.rules);
        count += group.wrong.len();
        let silent = group
            .wrong
            .iter()
            .filter(|text| of(&group, text).is_empty());
        missed.extend(silent.map(|text| format!("{:?} {text}", group.rules)));
    }
    assert!(
        missed.is_empty(),
        "{} of {count}: {missed:#?}",
        missed.len()
    );
    assert_eq!(count, 166);
}

#[test]
fn every_right_sentence_is_left_alone() {
    let mut alarms = Vec::new();
    let mut count = 0;
    for group in groups() {
        assert!(group.right.len() >= 12, "{:?}", group.rules);
        count += group.right.len();
        for text in &group.right {
            let errors = check_text(text, &Context::default());
            let errors = errors
                .into_iter()
                .filter(|one| one.severity == Severity::Error);
            let found: Vec<&str> = of(&group, text)
                .into_iter()
                .chain(errors)
                .map(|one| one.rule)
                .collect();
            if !found.is_empty() {
                alarms.push(format!("{found:?} {text}"));
            }
        }
    }
    assert!(
        alarms.is_empty(),
        "{} of {count}: {alarms:#?}",
        alarms.len()
    );
    assert_eq!(count, 165);
}

#[test]
fn what_is_mended_stays_mended() {
    let context = Context::default();
    for text in groups()
        .into_iter()
        .flat_map(|group| [group.wrong, group.right])
        .flatten()
    {
        let once = fix(&text, &check_text(&text, &context));
        let again = check_text(&once, &context);
        assert_eq!(fix(&once, &again), once, "{text}");
    }
}

/// The rules of punctuation and characters over 7,000 characters of prose in many styles: speech,
/// statistics, sport, weather, law, obituary, notice, dialogue, and words that stand side by side.
#[test]
fn prose_that_is_right_raises_no_alarm() {
    let rules: Vec<String> = groups().into_iter().flat_map(|group| group.rules).collect();
    let text = read("clean_prose.txt");
    let mut found = check_text(&text, &Context::default());
    found.retain(|one| rules.iter().any(|rule| rule == one.rule));
    let shown: Vec<_> = found
        .iter()
        .map(|one| (one.rule, &text[one.span.clone()]))
        .collect();
    assert!(shown.is_empty(), "{shown:#?}");
    assert_eq!(text.chars().count() / 1000, 6);
}

/// What copy is made of, right and wrong.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(
        "渠水|进村了|他说|：|“|”|‘|’|，|。|、|！|？|；|,|.|!|?|:|;|(|)|（|）|《|》|\"|'| |\u{3000}|\u{200b}|…|……|...|—|\
         ——|--|-|APP|Tom|３|12|\n|的的|我们我们|〈|〉|·|Ａ|。。|一|等|https://a.example.cn|\t"
            .split('|')
            .collect::<Vec<_>>(),
    );
    prop::collection::vec(piece, 1..16).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn any_copy_settles(text in pieces()) {
        let context = Context::default();
        let once = settle(&text, &context);
        prop_assert_eq!(settle(&once, &context), once);
    }
}
