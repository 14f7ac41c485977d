//! A list as TOML: what can be read of it, and where the rest is wrong.

use serde::Deserialize;
use serde::de::{Deserializer, SeqAccess, Visitor};
use toml::de::{DeTable, DeValue};

use super::Allow;
use super::names::{Name, NameKind};
use super::word::{Kind, Surroundings, Word};
use crate::proof::Severity;

/// The entries of one list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lists {
    /// Confusables, phrases and cautions, one for each wrong form.
    pub words: Vec<Word>,
    /// The register.
    pub names: Vec<Name>,
    /// What is never flagged again.
    pub allows: Vec<Allow>,
}

/// A part of a list that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// Line from 1, where it is known.
    pub line: Option<usize>,
    /// Why, in the parser's words.
    pub why: String,
}

/// One text or several.
#[derive(Debug, Clone, Default)]
pub(super) struct Texts(pub Vec<String>);

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrMore;
        impl<'de> Visitor<'de> for OneOrMore {
            type Value = Texts;
            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("\"…\" or [\"…\", \"…\"]")
            }
            fn visit_str<E>(self, text: &str) -> Result<Texts, E> {
                Ok(Texts(vec![text.to_owned()]))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Texts, A::Error> {
                let mut texts = Vec::new();
                while let Some(text) = seq.next_element()? {
                    texts.push(text);
                }
                Ok(Texts(texts))
            }
        }
        deserializer.deserialize_any(OneOrMore)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawWord {
    pub wrong: Texts,
    #[serde(default)]
    pub right: Texts,
    #[serde(default)]
    pub why: String,
    #[serde(default)]
    pub safe: bool,
    pub severity: Option<String>,
    #[serde(default)]
    pub unless_before: Texts,
    #[serde(default)]
    pub unless_after: Texts,
    #[serde(default)]
    pub only_before: Texts,
    #[serde(default)]
    pub only_after: Texts,
    #[serde(default)]
    pub unless_in: Texts,
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test of the lists"))]
    #[serde(default)]
    pub example: Texts,
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test of the lists"))]
    #[serde(default)]
    pub right_example: Texts,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawName {
    name: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    aliases: Texts,
    #[serde(default)]
    title: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawAllow {
    text: String,
    #[serde(default)]
    rule: String,
    #[expect(dead_code, reason = "for those who read the list")]
    #[serde(default)]
    why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RawFile {
    #[serde(default)]
    pub confusable: Vec<RawWord>,
    #[serde(default)]
    pub phrase: Vec<RawWord>,
    #[serde(default)]
    pub caution: Vec<RawWord>,
    #[serde(default)]
    name: Vec<RawName>,
    #[serde(default)]
    allow: Vec<RawAllow>,
}

impl Lists {
    /// Reads a list; an entry that cannot be used is reported and the others are taken.
    pub fn parse(text: &str) -> (Self, Vec<Trouble>) {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lists = Self::default();
        if let Ok(file) = toml::from_str::<RawFile>(text)
            && lists.take(file).is_ok()
        {
            return (lists, Vec::new());
        }
        one_by_one(text)
    }

    /// All of a file, or the first reason why one of its entries cannot be used.
    fn take(&mut self, file: RawFile) -> Result<(), String> {
        let kinds = [
            (Kind::Confusable, file.confusable),
            (Kind::Phrase, file.phrase),
            (Kind::Caution, file.caution),
        ];
        for (kind, words) in kinds {
            for raw in words {
                self.word(kind, raw)?;
            }
        }
        for raw in file.name {
            self.name(raw)?;
        }
        for raw in file.allow {
            self.allow(raw)?;
        }
        Ok(())
    }

    fn word(&mut self, kind: Kind, raw: RawWord) -> Result<(), String> {
        let severity = match raw.severity.as_deref() {
            None => kind.severity(raw.safe),
            Some("error") => Severity::Error,
            Some("warning") => Severity::Warning,
            Some("hint") => Severity::Hint,
            Some(other) => return Err(format!("severity = \"{other}\": error | warning | hint")),
        };
        let right = raw.right.0;
        if right.is_empty() && kind != Kind::Caution {
            return Err("right = \"…\" is missing".to_owned());
        }
        if raw.wrong.0.is_empty() {
            return Err("wrong = \"…\" is empty".to_owned());
        }
        let surroundings = Surroundings {
            unless_before: raw.unless_before.0,
            unless_after: raw.unless_after.0,
            only_before: raw.only_before.0,
            only_after: raw.only_after.0,
            unless_in: raw.unless_in.0,
        };
        for wrong in raw.wrong.0 {
            if wrong.trim().chars().nth(1).is_none() {
                return Err(format!("wrong = \"{wrong}\": two characters or more"));
            }
            // Put in, such a text would be found again.
            let safe = raw.safe && right.first().is_some_and(|right| !right.contains(&wrong));
            self.words.push(Word {
                kind,
                wrong,
                right: right.clone(),
                why: raw.why.clone(),
                safe,
                severity,
                surroundings: surroundings.clone(),
            });
        }
        Ok(())
    }

    fn name(&mut self, raw: RawName) -> Result<(), String> {
        let kind = match raw.kind.as_str() {
            "place" => NameKind::Place,
            "" | "body" => NameKind::Body,
            "person" => NameKind::Person,
            other => return Err(format!("kind = \"{other}\": place | body | person")),
        };
        if raw.name.trim().chars().nth(1).is_none() {
            return Err(format!("name = \"{}\": two characters or more", raw.name));
        }
        self.names.push(Name {
            name: raw.name,
            kind,
            aliases: raw.aliases.0,
            title: raw.title,
        });
        Ok(())
    }

    fn allow(&mut self, raw: RawAllow) -> Result<(), String> {
        if raw.text.trim().is_empty() {
            return Err("text = \"…\" is empty".to_owned());
        }
        self.allows.push(Allow {
            text: raw.text,
            rule: raw.rule,
        });
        Ok(())
    }
}

/// Entry by entry, so that a wrong one costs only itself.
fn one_by_one(text: &str) -> (Lists, Vec<Trouble>) {
    let mut lists = Lists::default();
    let line_of = |at: usize| 1 + text.bytes().take(at).filter(|&b| b == b'\n').count();
    let document = match DeTable::parse(text) {
        Ok(document) => document,
        Err(error) => {
            let trouble = Trouble {
                line: error.span().map(|span| line_of(span.start)),
                why: error.message().replace('\n', "; "),
            };
            return (lists, vec![trouble]);
        }
    };
    let mut troubles = Vec::new();
    for (key, value) in document.get_ref() {
        let DeValue::Array(entries) = value.get_ref() else {
            troubles.push(Trouble {
                line: Some(line_of(key.span().start)),
                why: format!("{}: not a list of entries", key.get_ref()),
            });
            continue;
        };
        for entry in entries {
            let taken = lists.entry(key.get_ref(), entry.get_ref());
            troubles.extend(taken.err().map(|why| Trouble {
                line: Some(line_of(entry.span().start)),
                why,
            }));
        }
    }
    troubles.sort_by_key(|trouble| trouble.line);
    (lists, troubles)
}

impl Lists {
    fn entry(&mut self, table: &str, value: &DeValue<'_>) -> Result<(), String> {
        match table {
            "confusable" => self.word(Kind::Confusable, read(value)?),
            "phrase" => self.word(Kind::Phrase, read(value)?),
            "caution" => self.word(Kind::Caution, read(value)?),
            "name" => self.name(read(value)?),
            "allow" => self.allow(read(value)?),
            other => Err(format!(
                "[[{other}]]: confusable | phrase | caution | name | allow"
            )),
        }
    }
}

fn read<T: for<'de> Deserialize<'de>>(value: &DeValue<'_>) -> Result<T, String> {
    let spanned = toml::Spanned::new(0..0, value.clone());
    T::deserialize(toml::de::ValueDeserializer::from(spanned))
        .map_err(|error| error.message().replace('\n', "; "))
}
