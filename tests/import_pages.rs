//! Raw pages of every make against what a careful editor makes of them.
//!
//! Each `tests/pages/NAME.txt` has its answer in `NAME.json`. A page that is not yet right in every
//! field is listed by the test with the difference; the floor says how much must be right.

#![allow(clippy::unwrap_used, clippy::format_push_string)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use liangdian::domain::Person;
use liangdian::import::{Item, Page, Split, read};
use serde_json::Value;

/// Least share of fields that must be right over all pages, in hundredths.
const FLOOR: usize = 99;

fn pages() -> Vec<PathBuf> {
    let root = std::env::var_os("LIANGDIAN_PAGES").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages"),
        PathBuf::from,
    );
    let mut found: Vec<PathBuf> = fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension().is_some_and(|e| e == "txt") && path.with_extension("json").exists()
        })
        .collect();
    found.sort();
    found
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().map_or_else(Vec::new, |list| {
        list.iter()
            .map(|v| v.as_str().unwrap_or_default().to_owned())
            .collect()
    })
}

fn names(people: &[Person]) -> Vec<String> {
    people.iter().map(|p| p.name.clone()).collect()
}

fn texts(item: &Item, crosshead: bool) -> Vec<String> {
    item.blocks
        .iter()
        .filter(|b| b.crosshead == crosshead)
        .map(|b| b.text.clone())
        .collect()
}

/// Fields of an item as lists of strings, so that all compare alike.
fn fields(item: &Item) -> Vec<(&'static str, Vec<String>)> {
    vec![
        ("kind", vec![item.kind.key().to_owned()]),
        ("label", vec![item.label.clone()]),
        ("place", vec![item.place.clone()]),
        ("headline", vec![item.headline.clone()]),
        ("deck", vec![item.deck.clone()]),
        ("crossheads", texts(item, true)),
        ("paragraphs", texts(item, false)),
        ("reporters", names(&item.byline.reporters)),
        ("correspondents", names(&item.byline.correspondents)),
        ("photographers", names(&item.byline.photographers)),
    ]
}

fn wanted(story: &Value, field: &str) -> Vec<String> {
    match &story[field] {
        Value::String(text) => vec![text.clone()],
        list => strings(list),
    }
}

#[derive(Default)]
struct Score {
    right: BTreeMap<&'static str, usize>,
    all: BTreeMap<&'static str, usize>,
    differences: Vec<String>,
}

impl Score {
    fn count(&mut self, field: &'static str, right: bool) {
        *self.all.entry(field).or_default() += 1;
        *self.right.entry(field).or_default() += usize::from(right);
    }

    fn page(&mut self, name: &str, page: &Page, gold: &Value) {
        let stories = gold["stories"].as_array().unwrap();
        self.count("items", stories.len() == page.items.len());
        if stories.len() != page.items.len() {
            self.differences.push(format!(
                "{name}: {} items, wanted {}",
                page.items.len(),
                stories.len()
            ));
        }
        // Items are paired by the start of their text, so that one lost item does not shift all.
        let aligned = stories.len() == page.items.len();
        for (at, story) in stories.iter().enumerate() {
            let item = page
                .items
                .iter()
                .find(|item| same(item, story))
                .or(page.items.get(at).filter(|_| aligned));
            let Some(item) = item else {
                self.differences.push(format!(
                    "{name}: not found: {}",
                    wanted(story, "headline").join("")
                ));
                for field in fields(&page.items[0]) {
                    self.count(field.0, false);
                }
                continue;
            };
            for (field, found) in fields(item) {
                let gold = wanted(story, field);
                self.count(field, found == gold);
                if found != gold {
                    self.differences
                        .push(difference(name, item, field, &found, &gold));
                }
            }
        }
        let found: Vec<String> = page.furniture.iter().map(|f| f.text.clone()).collect();
        let gold = strings(&gold["furniture"]);
        for text in &gold {
            let kept = found.iter().any(|f| squeezed(f).contains(&squeezed(text)));
            self.count("furniture", kept);
            if !kept {
                self.differences
                    .push(format!("{name}: furniture missing: {text}"));
            }
        }
        for text in &found {
            let asked = gold.iter().any(|g| {
                squeezed(g).contains(&squeezed(text)) || squeezed(text).contains(&squeezed(g))
            });
            if !asked {
                self.count("furniture", false);
                self.differences
                    .push(format!("{name}: furniture too much: {text}"));
            }
        }
    }
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn same(item: &Item, story: &Value) -> bool {
    let key = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .take(8)
            .collect::<String>()
    };
    let found = texts(item, false).first().map(|t| key(t));
    let gold = wanted(story, "paragraphs").first().map(|t| key(t));
    found.is_some() && found == gold
}

fn difference(name: &str, item: &Item, field: &str, found: &[String], gold: &[String]) -> String {
    let at = format!("{name} {:?} {field}", item.lines);
    let mut out = at;
    for text in found.iter().filter(|t| !gold.contains(t)) {
        out.push_str(&format!("\n    - {text}"));
    }
    for text in gold.iter().filter(|t| !found.contains(t)) {
        out.push_str(&format!("\n    + {text}"));
    }
    out
}

#[test]
fn pages_come_apart_as_an_editor_would_take_them() {
    let mut score = Score::default();
    for path in pages() {
        let gold: Value =
            serde_json::from_str(&fs::read_to_string(path.with_extension("json")).unwrap())
                .unwrap();
        let page = read(&fs::read(&path).unwrap(), Split::Page).unwrap();
        score.page(&path.file_stem().unwrap().to_string_lossy(), &page, &gold);
    }
    for difference in &score.differences {
        println!("{difference}");
    }
    for (field, all) in &score.all {
        println!("{field}: {} of {all}", score.right[field]);
    }
    let (right, all): (usize, usize) = (score.right.values().sum(), score.all.values().sum());
    println!("all fields: {right} of {all}");
    assert!(
        right * 100 >= all * FLOOR,
        "{right} of {all} fields are right"
    );
}
