//! Imports go downward only.

#![allow(clippy::unwrap_used, clippy::expect_used)] // A test that cannot go on has failed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What each module may import from the crate, itself apart.
fn allowed() -> BTreeMap<&'static str, &'static [&'static str]> {
    BTreeMap::from([
        ("domain", &[][..]),
        ("text", &["domain"]),
        ("wording", &["domain"]),
        ("term", &["domain", "text"]),
        ("import", &["domain", "text"]),
        ("export", &["domain", "text", "wording"]),
        ("git", &["domain", "wording"]),
        ("config", &["domain", "wording"]),
        ("store", &["domain", "text", "wording", "config"]),
        (
            "app",
            &[
                "domain", "text", "wording", "term", "import", "export", "git", "config", "store",
            ],
        ),
        (
            "ui",
            &["domain", "text", "wording", "term", "import", "git", "app"],
        ),
        (
            "runtime",
            &[
                "domain", "text", "wording", "term", "import", "export", "git", "config", "store",
                "app", "ui",
            ],
        ),
    ])
}

fn sources(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

/// Names after each `crate::` of a source text, `use crate::{a, b}` included.
fn imports(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        let rest = &text[at + "crate::".len()..];
        if let Some(list) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut name = String::new();
            for c in list.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => names.push(std::mem::take(&mut name)),
                    c if depth == 0 => name.push(c),
                    _ => {}
                }
            }
            names.push(name);
        } else {
            names.push(rest.to_owned());
        }
    }
    names
        .iter()
        .map(|n| {
            n.trim()
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect()
        })
        .filter(|n: &String| !n.is_empty())
        .collect()
}

/// The offending imports of one source file of a module.
fn upward(module: &str, text: &str) -> Vec<String> {
    let allowed = allowed();
    let known = allowed
        .get(module)
        .unwrap_or_else(|| panic!("no floor for module {module}"));
    imports(text)
        .into_iter()
        .filter(|name| name != module && allowed.contains_key(name.as_str()))
        .filter(|name| !known.contains(&name.as_str()))
        .collect()
}

#[test]
fn no_import_goes_upward() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    let mut wrong = Vec::new();
    for file in files {
        let inside = file.strip_prefix(&root).unwrap();
        let first = inside
            .components()
            .next()
            .unwrap()
            .as_os_str()
            .to_string_lossy();
        let module = first.trim_end_matches(".rs");
        if matches!(module, "lib" | "main") {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        for name in upward(module, &text) {
            wrong.push(format!("{} imports {name}", inside.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_import_that_goes_upward_is_found() {
    assert_eq!(upward("domain", "use crate::store::Newsroom;"), ["store"]);
    assert_eq!(upward("text", "use crate::{domain::Draft, ui};"), ["ui"]);
    assert_eq!(upward("app", "fn f() -> crate::runtime::X {}"), ["runtime"]);
    assert!(upward("app", "use crate::{domain::{Draft, Kind}, text};").is_empty());
}
