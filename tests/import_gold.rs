//! The page in `shared/seeds` against what `shared/gold` says is right for it.

#![allow(clippy::unwrap_used, clippy::format_push_string)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use liangdian::domain::{Kind, Role};
use liangdian::import::{Item, Page, RepairKind, Split, read};

/// The folder of shared files: named by `LIANGDIAN_SHARED`, or beside or above the repository.
fn shared() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("LIANGDIAN_SHARED") {
        return Some(PathBuf::from(named));
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    root.ancestors()
        .map(|dir| dir.join("shared"))
        .find(|dir| dir.join("gold").is_dir())
}

struct Gold {
    page: Page,
    structure: toml::Table,
    repaired: String,
}

fn gold() -> Option<Gold> {
    let Some(dir) = shared() else {
        eprintln!("skipped: no shared folder here (set LIANGDIAN_SHARED)");
        return None;
    };
    let text = |name: &str| fs::read_to_string(dir.join(name)).unwrap();
    Some(Gold {
        page: read(text("seeds/page.txt").as_bytes(), Split::Page).unwrap(),
        structure: text("gold/page_structure.toml").parse().unwrap(),
        repaired: text("gold/page_repaired.txt"),
    })
}

fn word(table: &toml::Table, key: &str) -> String {
    table
        .get(key)
        .and_then(toml::Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

fn list(table: &toml::Table, key: &str) -> Vec<String> {
    let items = table.get(key).and_then(toml::Value::as_array);
    items.map_or_else(Vec::new, |list| {
        list.iter()
            .map(|v| v.as_str().unwrap_or_default().to_owned())
            .collect()
    })
}

fn people(item: &Item, role: Role) -> Vec<String> {
    item.byline
        .of(role)
        .iter()
        .map(|p| p.name.clone())
        .collect()
}

#[test]
fn every_item_of_the_page_is_found_with_its_fields() {
    let Some(gold) = gold() else { return };
    let wanted: Vec<&toml::Table> = gold.structure["item"]
        .as_array()
        .unwrap()
        .iter()
        .map(|v| v.as_table().unwrap())
        .collect();
    assert_eq!(gold.page.items.len(), 12);
    assert_eq!(wanted.len(), 12);
    for (item, wanted) in gold.page.items.iter().zip(wanted) {
        let lines = wanted["lines"].as_array().unwrap();
        let line = |at: usize| usize::try_from(lines[at].as_integer().unwrap()).unwrap();
        assert_eq!(item.lines, line(0)..line(1) + 1);
        assert_eq!(item.kind.key(), word(wanted, "kind"));
        assert_eq!(item.label, word(wanted, "label"));
        assert_eq!(item.place, word(wanted, "place"));
        assert_eq!(item.headline, word(wanted, "headline"));
        assert_eq!(item.deck, word(wanted, "deck").trim_start_matches('—'));
        assert_eq!(people(item, Role::Reporter), list(wanted, "reporters"));
        assert_eq!(
            people(item, Role::Correspondent),
            list(wanted, "correspondents")
        );
        assert!(item.byline.photographers.is_empty());
        let paragraphs: Vec<_> = item.blocks.iter().filter(|b| !b.crosshead).collect();
        let ranges = wanted["paragraph_lines"].as_array().unwrap();
        assert_eq!(paragraphs.len(), ranges.len());
        for (paragraph, range) in paragraphs.iter().zip(ranges) {
            let range = range.as_array().unwrap();
            let ends: Vec<usize> = [&range[0], &range[range.len() - 1]]
                .iter()
                .map(|v| usize::try_from(v.as_integer().unwrap()).unwrap())
                .collect();
            assert_eq!(paragraph.lines, ends[0]..ends[1] + 1);
        }
    }
}

#[test]
fn the_totals_of_the_page_are_right() {
    let Some(gold) = gold() else { return };
    let page = &gold.page;
    let paragraphs = page
        .items
        .iter()
        .flat_map(|i| &i.blocks)
        .filter(|b| !b.crosshead)
        .count();
    assert_eq!(paragraphs, 35);
    assert_eq!(
        page.items
            .iter()
            .flat_map(|i| &i.blocks)
            .filter(|b| b.crosshead)
            .count(),
        1
    );
    assert_eq!(
        page.items.iter().filter(|i| !i.byline.is_empty()).count(),
        11
    );
    for (role, count) in [
        (Role::Reporter, 7),
        (Role::Correspondent, 10),
        (Role::Photographer, 0),
    ] {
        let names: BTreeSet<String> = page.items.iter().flat_map(|i| people(i, role)).collect();
        assert_eq!(names.len(), count, "{role:?}");
    }
    let count = |kind: RepairKind| page.repairs.iter().filter(|r| r.kind == kind).count();
    assert_eq!(count(RepairKind::Join), 6);
    assert_eq!(count(RepairKind::Overlap), 1);
    assert_eq!(count(RepairKind::Mark), 269);
    assert_eq!(count(RepairKind::Quote), 4, "two pairs");
    assert!(page.furniture.is_empty(), "{:?}", page.furniture);
    assert_eq!(page.encoding, "UTF-8");
}

#[test]
fn every_mark_is_where_the_gold_has_it() {
    let Some(gold) = gold() else { return };
    let dir = shared().unwrap();
    let defects: toml::Table = fs::read_to_string(dir.join("gold/page_defects.toml"))
        .unwrap()
        .parse()
        .unwrap();
    let mut wanted: BTreeMap<(usize, String), usize> = BTreeMap::new();
    for entry in defects["half_width"].as_array().unwrap() {
        let entry = entry.as_table().unwrap();
        let line = usize::try_from(entry["line"].as_integer().unwrap()).unwrap();
        *wanted.entry((line, word(entry, "found"))).or_default() +=
            entry["cols"].as_array().unwrap().len();
    }
    let mut found: BTreeMap<(usize, String), usize> = BTreeMap::new();
    for repair in gold
        .page
        .repairs
        .iter()
        .filter(|r| r.kind == RepairKind::Mark)
    {
        *found
            .entry((repair.line, repair.before.clone()))
            .or_default() += 1;
    }
    assert_eq!(found, wanted);
}

/// The page printed as the repaired text prints it.
fn printed(page: &Page) -> String {
    let mut lines: Vec<String> = Vec::new();
    for item in &page.items {
        lines.extend([
            item.label.clone(),
            item.place.clone(),
            item.headline.clone(),
        ]);
        lines.push(if item.deck.is_empty() {
            String::new()
        } else {
            format!("——{}", item.deck)
        });
        for (at, block) in item.blocks.iter().enumerate() {
            let bullet = if item.kind == Kind::Brief && at == 0 {
                "●"
            } else {
                ""
            };
            lines.push(format!("{bullet}{}", block.text));
        }
        lines.push(item.byline.printed());
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n\n") + "\n"
}

#[test]
fn the_text_is_the_repaired_one_but_for_an_editors_own_changes() {
    let Some(gold) = gold() else { return };
    // What only an editor may change: a missing 了, a wrong 人, a missing comma.
    let raw = gold
        .repaired
        .replace("进一步了解疫苗", "进一步解疫苗")
        .replace("入驻上街院区", "人驻上街院区")
        .replace("无缝衔接，手术", "无缝衔接手术");
    assert_eq!(printed(&gold.page), raw);
}

#[test]
fn the_repaired_text_reads_as_the_page_did_and_needs_no_marks() {
    let Some(gold) = gold() else { return };
    let again = read(printed(&gold.page).as_bytes(), Split::Page).unwrap();
    assert_eq!(printed(&again), printed(&gold.page));
    let left: Vec<_> = again
        .repairs
        .iter()
        .filter(|r| {
            matches!(
                r.kind,
                RepairKind::Mark | RepairKind::Join | RepairKind::Quote | RepairKind::Space
            )
        })
        .collect();
    assert!(left.is_empty(), "{left:?}");
}
