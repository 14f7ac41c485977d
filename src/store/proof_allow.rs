//! Passages that are never flagged again in this newsroom: `[[allow]]` in `proof/house.toml`.

use std::fs;
use std::path::{Path, PathBuf};

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use crate::domain::{Allow, Problem, ProblemKind};

use super::{Newsroom, StoreError, atomic};

/// The house's list, relative to the newsroom.
pub const FILE: &str = "proof/house.toml";

impl Newsroom {
    /// The passages of the house's list; one that cannot be read allows nothing.
    pub fn allowed(&self) -> Vec<Allow> {
        fs::read_to_string(self.root.join(FILE)).map_or_else(|_| Vec::new(), |text| read(&text))
    }

    /// Adds a passage behind the others; comments and order stay. Returns the file that was written.
    ///
    /// # Errors
    /// [`ProblemKind::Toml`] where the list is broken: it is better mended by hand than overwritten.
    pub fn allow(&self, allow: &Allow) -> Result<PathBuf, StoreError> {
        let full = self.root.join(FILE);
        if !full.exists() {
            let folder = full.parent().unwrap_or(&self.root);
            fs::create_dir_all(folder).map_err(StoreError::io(folder))?;
            atomic::inside(&self.root, folder)?;
            let text = added("", allow)?;
            atomic::create(&full, text.as_bytes())?;
            return Ok(FILE.into());
        }
        let old = fs::read_to_string(&full).map_err(StoreError::io(Path::new(FILE)))?;
        if !read(&old).contains(allow) {
            atomic::replace(&self.root, &full, added(&old, allow)?.as_bytes())?;
        }
        Ok(FILE.into())
    }
}

fn read(text: &str) -> Vec<Allow> {
    let Ok(document) = text.parse::<DocumentMut>() else {
        return Vec::new();
    };
    let tables = document.get("allow").and_then(Item::as_array_of_tables);
    let text = |table: &Table, key: &str| {
        let found = table.get(key).and_then(Item::as_str);
        found.unwrap_or_default().to_owned()
    };
    let tables = tables.into_iter().flatten();
    tables
        .map(|table| Allow {
            rule: text(table, "rule"),
            text: text(table, "text"),
        })
        .filter(|allow| !allow.text.is_empty())
        .collect()
}

fn added(list: &str, allow: &Allow) -> Result<String, StoreError> {
    let broken = |why: String| {
        StoreError::Problem(Problem {
            path: FILE.into(),
            line: None,
            kind: ProblemKind::Toml(why),
        })
    };
    let parsed: Result<DocumentMut, toml_edit::TomlError> = list.parse();
    let mut document = parsed.map_err(|error| broken(error.message().replace('\n', "; ")))?;
    let empty = || Item::ArrayOfTables(ArrayOfTables::new());
    let item = document.entry("allow").or_insert_with(empty);
    let tables = item.as_array_of_tables_mut();
    let tables = tables.ok_or_else(|| broken("allow: [[allow]]".to_owned()))?;
    let mut table = Table::new();
    if !list.is_empty() {
        table.decor_mut().set_prefix("\n");
    }
    table.insert("text", value(&allow.text));
    table.insert("rule", value(&allow.rule));
    tables.push(table);
    Ok(document.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allow(text: &str) -> Allow {
        Allow {
            rule: "space-between-han".into(),
            text: text.into(),
        }
    }

    #[test]
    fn a_passage_is_added_behind_the_others_once() {
        let dir = tempfile::tempdir().unwrap();
        let newsroom = Newsroom::init(dir.path()).unwrap().0;
        newsroom.allow(&allow("渠水 进村")).unwrap();
        let path = dir.path().join(FILE);
        let first = fs::read_to_string(&path).unwrap();
        fs::write(&path, format!("# 本报用语\n{first}")).unwrap();
        for _ in 0..2 {
            newsroom.allow(&allow("路 宽")).unwrap();
        }
        assert_eq!(newsroom.allowed(), [allow("渠水 进村"), allow("路 宽")]);
        let text = fs::read_to_string(&path).unwrap();
        assert!(
            text.starts_with(&format!("# 本报用语\n{first}\n[[allow]]\n")),
            "{text}"
        );
    }

    #[test]
    fn a_broken_list_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        let newsroom = Newsroom::init(dir.path()).unwrap().0;
        fs::create_dir(dir.path().join("proof")).unwrap();
        fs::write(dir.path().join(FILE), "[[allow\n").unwrap();
        assert!(newsroom.allow(&allow("甲")).is_err());
        assert_eq!(newsroom.allowed(), []);
        fs::write(dir.path().join(FILE), "allow = 1\n").unwrap();
        assert!(newsroom.allow(&allow("甲")).is_err());
        assert_eq!(
            fs::read_to_string(dir.path().join(FILE)).unwrap(),
            "allow = 1\n"
        );
    }
}
