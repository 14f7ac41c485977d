//! The keys of one editor: `[keys]` in `config.toml`, in the configuration folder of the user.
//!
//! Here the table is only read; what its names mean is known where keys are dispatched.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::line_at;
use crate::domain::{Problem, ProblemKind};

/// One line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What the keys are for: `story.save`.
    pub name: String,
    /// Names of keys.
    pub keys: Vec<String>,
    /// The line of the file, from 1.
    pub line: usize,
}

/// The user's settings: `~/.config/liangdian/config.toml` on Linux.
pub fn file() -> Option<PathBuf> {
    let dirs = directories::ProjectDirs::from("", "", "liangdian")?;
    Some(dirs.config_dir().join("config.toml"))
}

/// Reads the table of a file; where there is none there are no lines. Lines that cannot be read are
/// reported and left out.
pub fn read(path: &Path) -> (Vec<Line>, Vec<Problem>) {
    match fs::read_to_string(path) {
        Ok(text) => parse(&text, path),
        Err(error) if error.kind() == ErrorKind::NotFound => (Vec::new(), Vec::new()),
        Err(error) if error.kind() == ErrorKind::InvalidData => {
            (Vec::new(), vec![problem(path, None, ProblemKind::NotText)])
        }
        Err(error) => {
            let kind = ProblemKind::Unreadable(error.kind(), error.to_string());
            (Vec::new(), vec![problem(path, None, kind)])
        }
    }
}

fn parse(text: &str, path: &Path) -> (Vec<Line>, Vec<Problem>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let document = match DeTable::parse(text) {
        Ok(document) => document,
        Err(error) => {
            let line = error.span().map(|span| line_at(text, span.start));
            let why = error.message().replace('\n', "; ");
            return (
                Vec::new(),
                vec![problem(path, line, ProblemKind::Toml(why))],
            );
        }
    };
    let Some(keys) = document.get_ref().get("keys") else {
        return (Vec::new(), Vec::new());
    };
    let DeValue::Table(table) = keys.get_ref() else {
        let line = Some(line_at(text, keys.span().start));
        return (
            Vec::new(),
            vec![problem(path, line, wrong("keys", "[keys]"))],
        );
    };
    let (mut lines, mut problems) = (Vec::new(), Vec::new());
    for (name, value) in named(table) {
        let line = line_at(text, value.span().start);
        if let Some(keys) = names(value) {
            lines.push(Line { name, keys, line });
        } else {
            let kind = wrong(&name, "[\"ctrl-s\", \"f2\"]");
            problems.push(problem(path, Some(line), kind));
        }
    }
    lines.sort_by_key(|line| line.line);
    (lines, problems)
}

/// The values with their names: `"story.save"` and the same without quotes, which TOML takes for a
/// table in a table.
fn named<'t, 'a>(table: &'t DeTable<'a>) -> Vec<(String, &'t Spanned<DeValue<'a>>)> {
    let mut found = Vec::new();
    for (name, value) in table {
        match value.get_ref() {
            DeValue::Table(inner) => {
                let inner = named(inner).into_iter();
                found.extend(
                    inner.map(|(rest, value)| (format!("{}.{rest}", name.get_ref()), value)),
                );
            }
            _ => found.push((name.get_ref().to_string(), value)),
        }
    }
    found
}

/// A string or a list of strings.
fn names(value: &Spanned<DeValue<'_>>) -> Option<Vec<String>> {
    let text = |value: &Spanned<DeValue<'_>>| value.get_ref().as_str().map(str::to_owned);
    match value.get_ref() {
        DeValue::Array(array) => array.iter().map(text).collect(),
        _ => text(value).map(|name| vec![name]),
    }
}

fn wrong(key: &str, wanted: &str) -> ProblemKind {
    ProblemKind::Value {
        key: key.to_owned(),
        wanted: wanted.to_owned(),
    }
}

fn problem(path: &Path, line: Option<usize>, kind: ProblemKind) -> Problem {
    Problem {
        path: path.to_owned(),
        line,
        kind,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Read = (String, Vec<String>, usize);

    fn read(text: &str) -> (Vec<Read>, Vec<Option<usize>>) {
        let (lines, problems) = parse(text, Path::new("config.toml"));
        let lines = lines
            .into_iter()
            .map(|line| (line.name, line.keys, line.line));
        (
            lines.collect(),
            problems.into_iter().map(|problem| problem.line).collect(),
        )
    }

    #[test]
    fn a_line_is_an_action_with_its_keys() {
        let (lines, problems) = read(
            "# mine\n[keys]\n\"story.save\" = [\"ctrl-s\", \"f2\"]\n\"story.find\" = \"f6\"\n",
        );
        assert!(problems.is_empty());
        let keys = vec!["ctrl-s".to_owned(), "f2".to_owned()];
        assert_eq!(lines[0], ("story.save".to_owned(), keys, 3));
        assert_eq!(
            lines[1],
            ("story.find".to_owned(), vec!["f6".to_owned()], 4)
        );
        assert_eq!(read("x = 1\n"), (vec![], vec![]));
        let (lines, _) = read("[keys]\nstory.save = \"f2\"\n[keys.text]\nword-left = \"alt-h\"\n");
        let names: Vec<_> = lines
            .iter()
            .map(|(name, _, line)| (name.as_str(), *line))
            .collect();
        assert_eq!(names, [("story.save", 2), ("text.word-left", 4)]);
    }

    #[test]
    fn a_wrong_line_costs_only_itself() {
        let (lines, problems) = read("[keys]\n\"a.b\" = 3\n\"c.d\" = []\n\"e.f\" = [1]\n");
        assert_eq!(lines, [("c.d".to_owned(), vec![], 3)]);
        assert_eq!(problems, [Some(2), Some(4)]);
        assert_eq!(read("[keys\n").1, [Some(1)]);
        assert_eq!(read("keys = 3\n").1, [Some(1)]);
    }

    #[test]
    fn no_file_is_no_problem() {
        let nowhere = Path::new("/nonexistent/config.toml");
        assert_eq!(super::read(nowhere), (vec![], vec![]));
    }
}
