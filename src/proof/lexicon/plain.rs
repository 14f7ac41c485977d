//! The program's own lists, read without a TOML parser: they are read at every start, in a tenth
//! of the time.
//!
//! They keep to a part of TOML that stands on one line a key: `[[table]]`, `key = "text"`,
//! `key = ["text", "text"]`, `key = true`, no escapes. A test holds both readings to be the same.

use super::file::Lists;
use super::word::{Kind, Surroundings, Word};
use crate::proof::Severity;

/// A list in plain form; lines in any other form are passed over.
pub(super) fn parse(text: &str) -> Lists {
    let mut lists = Lists::default();
    let mut open: Option<(Kind, Entry)> = None;
    for line in text.lines() {
        if let Some(table) = line.strip_prefix("[[") {
            close(&mut lists, open.take());
            let kinds = [Kind::Confusable, Kind::Phrase, Kind::Caution];
            let name = table.trim_end_matches(']');
            let kind = kinds.into_iter().find(|kind| kind.key() == name);
            open = kind.map(|kind| (kind, Entry::default()));
        } else if let (Some((_, entry)), Some((key, value))) = (&mut open, line.split_once(" = ")) {
            entry.set(key, value);
        }
    }
    close(&mut lists, open);
    lists
}

#[derive(Default)]
struct Entry {
    wrong: Vec<String>,
    right: Vec<String>,
    why: String,
    safe: bool,
    severity: Option<Severity>,
    surroundings: Surroundings,
}

impl Entry {
    fn set(&mut self, key: &str, value: &str) {
        let around = &mut self.surroundings;
        match key {
            "wrong" => self.wrong = texts(value),
            "right" => self.right = texts(value),
            "why" => self.why = texts(value).concat(),
            "safe" => self.safe = value == "true",
            "severity" => self.severity = severity(value),
            "unless_before" => around.unless_before = texts(value),
            "unless_after" => around.unless_after = texts(value),
            "only_before" => around.only_before = texts(value),
            "only_after" => around.only_after = texts(value),
            "unless_in" => around.unless_in = texts(value),
            _ => {}
        }
    }
}

fn severity(value: &str) -> Option<Severity> {
    match value.trim_matches('"') {
        "error" => Some(Severity::Error),
        "warning" => Some(Severity::Warning),
        "hint" => Some(Severity::Hint),
        _ => None,
    }
}

/// What stands between quotation marks.
fn texts(value: &str) -> Vec<String> {
    value
        .split('"')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

fn close(lists: &mut Lists, open: Option<(Kind, Entry)>) {
    let Some((kind, entry)) = open else {
        return;
    };
    for wrong in entry.wrong {
        let first = entry.right.first();
        lists.words.push(Word {
            kind,
            safe: entry.safe && first.is_some_and(|right| !right.contains(&wrong)),
            wrong,
            right: entry.right.clone(),
            why: entry.why.clone(),
            severity: entry.severity.unwrap_or_else(|| kind.severity(entry.safe)),
            surroundings: entry.surroundings.clone(),
        });
    }
}
