//! `newsroom.toml`, the language, and which newsroom was used last.
//!
//! A broken settings file is no reason to stop: what can be read counts, the rest has defaults
//! and a [`Problem`]. This module must not know drafts or git.

pub mod keys;
pub mod remembered;
pub mod terminals;

use std::path::PathBuf;

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::domain::settings::{
    Commit, ExportSettings, GitSettings, Numbering, ReviewSettings, ScreenSettings,
};
use crate::domain::{Credits, Problem, ProblemKind, Settings};
use crate::wording::Lang;

/// Name of the settings file.
pub const FILE: &str = "newsroom.toml";

/// Reads the settings; every key that cannot be used keeps its default and is reported.
pub fn read(bytes: &[u8]) -> (Settings, Vec<Problem>) {
    let mut problems = Vec::new();
    let Ok(text) = std::str::from_utf8(bytes) else {
        problems.push(problem(None, ProblemKind::NotText));
        return (Settings::default(), problems);
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let document = match DeTable::parse(text) {
        Ok(document) => document,
        Err(error) => {
            let line = error.span().map(|span| line_at(text, span.start));
            let why = error.message().replace('\n', "; ");
            problems.push(problem(line, ProblemKind::Toml(why)));
            return (Settings::default(), problems);
        }
    };
    let mut reader = Reader { text, problems };
    let settings = reader.settings(document.get_ref());
    (settings, reader.problems)
}

fn problem(line: Option<usize>, kind: ProblemKind) -> Problem {
    Problem {
        path: PathBuf::from(FILE),
        line,
        kind,
    }
}

fn line_at(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|&b| b == b'\n').count()
}

struct Reader<'a> {
    text: &'a str,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn settings(&mut self, top: &DeTable<'_>) -> Settings {
        let default = Settings::default();
        let export = ExportSettings::default();
        Settings {
            title: self.key(top, "", "title", "\"…\"").unwrap_or(default.title),
            paper: self.key(top, "", "paper", "\"…\"").unwrap_or_default(),
            numbering: self
                .key(top, "", "numbering", "running | yearly")
                .unwrap_or(Numbering::Running),
            language: self.key(top, "", "language", "zh | en"),
            review: ReviewSettings {
                stages: self
                    .key(top, "review", "stages", "[\"初审\", \"复审\", \"终审\"]")
                    .unwrap_or_default(),
                signers: self
                    .key(top, "review", "signers", "{ \"初审\" = [\"…\"] }")
                    .unwrap_or_default(),
                passes: self
                    .key(top, "review", "passes", "0 | 1 | 2 | 3")
                    .unwrap_or_default(),
            },
            credits: Credits {
                editor: self
                    .key(top, "credits", "editor", "\"…\"")
                    .unwrap_or_default(),
                proofreader: self
                    .key(top, "credits", "proofreader", "\"…\"")
                    .unwrap_or_default(),
            },
            export: ExportSettings {
                formats: self
                    .key(top, "export", "formats", "[\"txt\", \"md\"]")
                    .unwrap_or(export.formats),
            },
            git: GitSettings {
                commit: self
                    .key(top, "git", "commit", "auto | manual")
                    .unwrap_or(Commit::Auto),
            },
            screen: ScreenSettings {
                ambiguous: self
                    .key(
                        top,
                        "screen",
                        "ambiguous",
                        "\"auto\" | \"1\" | \"2\" | \"safe\"",
                    )
                    .unwrap_or_default(),
            },
        }
    }

    /// One key, in a table unless that is `""`.
    fn key<T>(&mut self, top: &DeTable<'_>, table: &str, key: &str, wanted: &str) -> Option<T>
    where
        T: for<'de> Deserialize<'de>,
    {
        let (table, name) = if table.is_empty() {
            (top, key.to_owned())
        } else {
            let value = top.get(table)?;
            let DeValue::Table(inner) = value.get_ref() else {
                self.wrong(value, table, &format!("[{table}]"));
                return None;
            };
            (inner, format!("{table}.{key}"))
        };
        let value = table.get(key)?;
        let read = T::deserialize(toml::de::ValueDeserializer::from(value.clone()));
        if read.is_err() {
            self.wrong(value, &name, wanted);
        }
        read.ok()
    }

    fn wrong(&mut self, value: &Spanned<DeValue<'_>>, key: &str, wanted: &str) {
        let line = line_at(self.text, value.span().start);
        let kind = ProblemKind::Value {
            key: key.to_owned(),
            wanted: wanted.to_owned(),
        };
        let found = problem(Some(line), kind);
        if !self.problems.contains(&found) {
            self.problems.push(found);
        }
    }
}

/// The language: `LIANGDIAN_LANG`, then the newsroom's, then the locale's, else Chinese.
///
/// `variable` looks up an environment variable. Only an English locale makes it English: servers
/// often have `C` or none.
pub fn lang(settings: &Settings, variable: &dyn Fn(&str) -> Option<String>) -> Lang {
    let named = variable("LIANGDIAN_LANG").and_then(|text| Lang::parse(&text));
    let set = || settings.language.as_deref().and_then(Lang::parse);
    named.or_else(set).unwrap_or_else(|| {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(variable)
            .find(|locale| !locale.is_empty())
            .and_then(|locale| Lang::parse(&locale))
            .unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::settings::AmbiguousSetting;

    #[test]
    fn every_key_is_optional_and_unknown_ones_are_ignored() {
        let (settings, problems) = read("x = 1\n[y]\nz = 2\n".as_bytes());
        assert_eq!(settings, Settings::default());
        assert!(problems.is_empty());
    }

    #[test]
    fn a_wrong_value_costs_only_its_own_key() {
        let text = "paper = \"今日柳林\"\nnumbering = \"weekly\"\n[export]\nformats = \"txt\"\n";
        let (settings, problems) = read(text.as_bytes());
        assert_eq!(settings.paper, "今日柳林");
        assert_eq!(settings.export, ExportSettings::default());
        let lines: Vec<_> = problems.iter().map(|p| p.line).collect();
        assert_eq!(lines, [Some(2), Some(4)]);
    }

    #[test]
    fn a_broken_file_gives_defaults_and_its_line() {
        let (settings, problems) = read("title = \"甲\"\npaper = \n".as_bytes());
        assert_eq!(settings, Settings::default());
        assert!(matches!(problems[0].kind, ProblemKind::Toml(_)));
        assert_eq!(problems[0].line, Some(2));
    }

    #[test]
    fn a_whole_settings_file_is_taken() {
        let text = "\u{feff}title = \"系列\"\r\nnumbering = \"yearly\"\r\nlanguage = \"en\"\r\n\
            [review]\r\nstages = [\"初审\"]\r\n[credits]\r\neditor = \"周明\"\r\n\
            [git]\r\ncommit = \"manual\"\r\n[screen]\r\nambiguous = \"2\"\r\n";
        let (settings, problems) = read(text.as_bytes());
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(settings.numbering, Numbering::Yearly);
        assert_eq!(settings.review.stages, ["初审"]);
        assert_eq!(settings.credits.editor, "周明");
        assert_eq!(settings.git.commit, Commit::Manual);
        assert_eq!(settings.screen.ambiguous, AmbiguousSetting::Two);
    }

    #[test]
    fn the_named_language_goes_before_the_set_one_and_that_before_the_locale() {
        let mut settings = Settings::default();
        let check = |settings: &Settings, set: &[(&str, &str)], expected| {
            let variable = |name: &str| {
                let found = set.iter().find(|(key, _)| *key == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(lang(settings, &variable), expected, "{set:?}");
        };
        check(&settings, &[], Lang::Zh);
        check(&settings, &[("LANG", "C.UTF-8")], Lang::Zh);
        check(&settings, &[("LANG", "en_GB.UTF-8")], Lang::En);
        check(
            &settings,
            &[("LC_ALL", "zh_CN"), ("LANG", "en_GB")],
            Lang::Zh,
        );
        settings.language = Some("zh".into());
        check(&settings, &[("LANG", "en_GB.UTF-8")], Lang::Zh);
        check(&settings, &[("LIANGDIAN_LANG", "en")], Lang::En);
    }
}
