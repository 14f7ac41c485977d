//! Changes fields of a draft file that is there.
//!
//! Unknown keys and tables, comments, order, line ends and byte order mark stay; a change of one
//! field changes one line, a change of a paragraph that paragraph's line.

use toml_edit::{ArrayOfTables, DocumentMut, Item, Key, Table, TableLike, Value};

use crate::domain::{Draft, ProblemKind, Role};

use super::read::{Fault, text};
use super::{multiline, people, write};

/// The top-level keys in the order of a new file.
const ORDER: [&str; 9] = [
    "schema", "kind", "label", "place", "headline", "deck", "date", "status", "rank",
];

/// The file with every field in which `new` differs from `old`, the draft that it holds now.
pub fn edit(bytes: &[u8], old: &Draft, new: &Draft) -> Result<Vec<u8>, Fault> {
    let form = Form::of(bytes);
    let plain = text(bytes)?.replace("\r\n", "\n");
    let mut document: DocumentMut = plain.parse().map_err(|error: toml_edit::TomlError| Fault {
        line: None,
        kind: ProblemKind::Toml(error.message().to_owned()),
    })?;
    fields(&mut document, old, new);
    byline(&mut document, old, new);
    body(&mut document, old, new);
    let keys = |draft: &Draft| -> Vec<Vec<_>> {
        let reviews = draft.reviews.iter();
        reviews.map(|r| write::review_keys(r).to_vec()).collect()
    };
    list(&mut document, "review", &keys(old), &keys(new));
    let keys = |draft: &Draft| -> Vec<Vec<_>> {
        let passes = draft.proofs.iter();
        passes.map(|p| write::proof_keys(p).to_vec()).collect()
    };
    list(&mut document, "proof", &keys(old), &keys(new));
    let keys = |draft: &Draft| -> Vec<Vec<_>> {
        let notes = draft.notes.iter();
        notes.map(|n| write::note_keys(n).to_vec()).collect()
    };
    list(&mut document, "note", &keys(old), &keys(new));
    let keys = |draft: &Draft| -> Vec<Vec<_>> {
        let left = draft.left.iter();
        left.map(|l| write::left_keys(l).to_vec()).collect()
    };
    list(&mut document, "left", &keys(old), &keys(new));
    Ok(form.restore(&document.to_string()))
}

/// How the file marks its start and its line ends.
struct Form {
    mark: bool,
    crlf: bool,
}

impl Form {
    fn of(bytes: &[u8]) -> Self {
        let first_end = bytes.iter().position(|&b| b == b'\n');
        Self {
            mark: bytes.starts_with(b"\xef\xbb\xbf"),
            crlf: first_end.is_some_and(|at| at > 0 && bytes[at - 1] == b'\r'),
        }
    }

    fn restore(&self, text: &str) -> Vec<u8> {
        let mut out = Vec::with_capacity(text.len() + 3);
        if self.mark {
            out.extend_from_slice(b"\xef\xbb\xbf");
        }
        if self.crlf {
            out.extend_from_slice(text.replace('\n', "\r\n").as_bytes());
        } else {
            out.extend_from_slice(text.as_bytes());
        }
        out
    }
}

fn fields(document: &mut DocumentMut, old: &Draft, new: &Draft) {
    let texts = [
        ("kind", old.kind.key(), new.kind.key()),
        ("label", &old.label, &new.label),
        ("place", &old.place, &new.place),
        ("headline", &old.headline, &new.headline),
        ("deck", &old.deck, &new.deck),
        ("status", old.status.key(), new.status.key()),
        ("rank", old.rank.as_str(), new.rank.as_str()),
    ];
    for (key, before, after) in texts {
        if before != after {
            set_top(document, key, &write::string(after));
        }
    }
    if old.date != new.date {
        match new.date {
            Some(date) => set_top(document, "date", &date.to_string()),
            None if has_comment(document.as_table(), "date") => {
                set_top(document, "date", "\"\"");
            }
            None => {
                document.remove("date");
            }
        }
    }
}

/// Whether removing a line would take a comment with it.
fn has_comment(table: &Table, key: &str) -> bool {
    let Some((key, item)) = table.get_key_value(key) else {
        return false;
    };
    let shown = format!(
        "{}{item}",
        key.leaf_decor()
            .prefix()
            .and_then(|p| p.as_str())
            .unwrap_or("")
    );
    shown.contains('#')
}

fn set_top(document: &mut DocumentMut, key: &str, literal: &str) {
    let table = document.as_table_mut();
    if table.contains_key(key) {
        set(table, key, literal);
    } else {
        insert_ordered(table, key, literal);
    }
}

/// Puts a value in place of another; what stands around it, comments too, stays.
fn set(table: &mut dyn TableLike, key: &str, literal: &str) {
    let Some(mut value) = parse(literal) else {
        return;
    };
    if let Some(old) = table.get(key).and_then(Item::as_value) {
        *value.decor_mut() = old.decor().clone();
    }
    match table.get_mut(key) {
        Some(item) => *item = Item::Value(value),
        None => {
            table.insert(key, Item::Value(value));
        }
    }
}

/// A literal of ours as a value that is written as it stands.
pub(super) fn parse(literal: &str) -> Option<Value> {
    literal.parse::<Value>().ok()
}

/// Adds a key behind the last of its predecessors in [`ORDER`].
fn insert_ordered(table: &mut Table, key: &str, literal: &str) {
    let place = ORDER.iter().position(|k| *k == key).unwrap_or(ORDER.len());
    let names: Vec<String> = table.iter().map(|(k, _)| k.to_owned()).collect();
    let at = names
        .iter()
        .rposition(|name| ORDER[..place].contains(&name.as_str()))
        .map_or(0, |i| i + 1);
    let tail: Vec<(Key, Item)> = names[at..]
        .iter()
        .filter_map(|name| table.remove_entry(name))
        .collect();
    set(table, key, literal);
    for (key, item) in tail {
        table.insert_formatted(&key, item);
    }
}

/// The table of that name, made at the end of the file where there is none.
fn table<'d>(document: &'d mut DocumentMut, name: &str) -> Option<&'d mut dyn TableLike> {
    if !document.contains_key(name) {
        let mut table = Table::new();
        table.decor_mut().set_prefix("\n");
        document.insert(name, Item::Table(table));
    }
    document.get_mut(name)?.as_table_like_mut()
}

fn byline(document: &mut DocumentMut, old: &Draft, new: &Draft) {
    for role in Role::ALL {
        let (before, after) = (old.byline.of(role), new.byline.of(role));
        if before == after {
            continue;
        }
        let Some(table) = table(document, "byline") else {
            return;
        };
        match table.get(role.key()).and_then(Item::as_array).cloned() {
            Some(array) => {
                let value = Value::Array(people::relist(&array, before, after));
                if let Some(item) = table.get_mut(role.key()) {
                    *item = Item::Value(value);
                }
            }
            None => set(table, role.key(), &write::people(after)),
        }
    }
}

fn body(document: &mut DocumentMut, old: &Draft, new: &Draft) {
    let body = multiline::canonical(new.body.clone());
    if multiline::canonical(old.body.clone()) == body {
        return;
    }
    let Some(table) = table(document, "text") else {
        return;
    };
    let before = match table.get("body").and_then(Item::as_value) {
        Some(Value::String(text)) => text.display_repr().into_owned(),
        _ => String::new(),
    };
    set(table, "body", &multiline::encode_like(&body, &before));
}

type Keys = Vec<(&'static str, String)>;

/// Brings `[[name]]` from `old` to `new`: tables that stay the same are not touched.
fn list(document: &mut DocumentMut, name: &str, old: &[Keys], new: &[Keys]) {
    if old == new {
        return;
    }
    let empty = || Item::ArrayOfTables(ArrayOfTables::new());
    let item = document.entry(name).or_insert_with(empty);
    let mut tables = match std::mem::take(item).into_array_of_tables() {
        Ok(tables) => tables,
        Err(other) => {
            *item = other;
            return;
        }
    };
    for at in (0..old.len()).rev() {
        if !new.contains(&old[at]) && tables.len() > new.len() {
            tables.remove(at);
        }
    }
    while tables.len() > new.len() {
        tables.remove(tables.len() - 1);
    }
    for (at, keys) in new.iter().enumerate() {
        if at == tables.len() {
            let mut table = Table::new();
            table.decor_mut().set_prefix("\n");
            tables.push(table);
        }
        if let Some(table) = tables.get_mut(at) {
            update(table, keys);
        }
    }
    *item = Item::ArrayOfTables(tables);
}

/// Sets the keys whose value differs.
fn update(table: &mut Table, keys: &Keys) {
    for (key, literal) in keys {
        let same = |value: &Value| match parse(literal) {
            Some(wanted) => plain(value) == plain(&wanted),
            None => false,
        };
        let missing = !table.contains_key(key) && (literal == "\"\"" || literal == "0");
        let holds = table.get(key).and_then(Item::as_value).is_some_and(same);
        if !holds && !missing {
            set(table, key, literal);
        }
    }
}

/// A value without the form it is written in.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.value().clone(),
        Value::Integer(number) => number.value().to_string(),
        Value::Datetime(datetime) => datetime.value().to_string(),
        other => other.to_string().trim().to_owned(),
    }
}
