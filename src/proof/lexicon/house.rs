//! Adds to a house's list without touching what is there: comments and order stay.

use toml_edit::{ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value};

use super::Kind;

/// Something to write into a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewEntry {
    /// A word of a list.
    Word {
        /// Which list.
        kind: Kind,
        /// The form.
        wrong: String,
        /// What should stand there; may be none for a caution.
        right: Vec<String>,
        /// Why; may be empty.
        why: String,
    },
    /// Never flagged again.
    Allow {
        /// The passage.
        text: String,
        /// The rule; empty for every rule.
        rule: String,
    },
}

impl NewEntry {
    fn table(&self) -> &'static str {
        match self {
            Self::Word { kind, .. } => kind.key(),
            Self::Allow { .. } => "allow",
        }
    }

    fn keys(&self) -> Vec<(&'static str, Value)> {
        match self {
            Self::Word {
                wrong, right, why, ..
            } => {
                let mut keys = vec![("wrong", Value::from(wrong.as_str()))];
                match right.as_slice() {
                    [] => {}
                    [one] => keys.push(("right", Value::from(one.as_str()))),
                    several => {
                        let texts = several.iter().map(String::as_str);
                        keys.push(("right", texts.collect::<Value>()));
                    }
                }
                if !why.is_empty() {
                    keys.push(("why", Value::from(why.as_str())));
                }
                keys
            }
            Self::Allow { text, rule } => {
                let mut keys = vec![("text", Value::from(text.as_str()))];
                if !rule.is_empty() {
                    keys.push(("rule", Value::from(rule.as_str())));
                }
                keys
            }
        }
    }
}

/// The list with these entries behind those of their kind.
///
/// # Errors
/// The parser's words where the list is no TOML; it is better mended by hand than overwritten.
pub fn append(list: &str, entries: &[NewEntry]) -> Result<String, String> {
    let mut document: DocumentMut = list
        .parse()
        .map_err(|error: toml_edit::TomlError| error.message().replace('\n', "; "))?;
    for entry in entries {
        let table = entry.table();
        let item = document
            .entry(table)
            .or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
        match item {
            Item::ArrayOfTables(tables) => tables.push(as_table(entry)),
            Item::Value(Value::Array(array)) => array.push(as_inline(entry)),
            _ => return Err(format!("{table}: not a list of entries")),
        }
    }
    Ok(document.to_string())
}

fn as_table(entry: &NewEntry) -> Table {
    let mut table = Table::new();
    table.decor_mut().set_prefix("\n");
    for (key, value) in entry.keys() {
        table.insert(key, Item::Value(value));
    }
    table
}

fn as_inline(entry: &NewEntry) -> InlineTable {
    entry.keys().into_iter().collect()
}
