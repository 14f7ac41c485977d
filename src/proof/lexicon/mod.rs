//! Word lists: words that are typed for others, set phrases, words to take care with, names.
//!
//! A list is a TOML file of entries. Every key but `wrong` (`name`, `text`) may be left out.
//!
//! | table | keys of its own | what it does |
//! |---|---|---|
//! | `[[confusable]]` | `wrong`, `right` | a word typed for another: 布署 for 部署 |
//! | `[[phrase]]` | `wrong`, `right` | a set phrase written otherwise |
//! | `[[caution]]` | `wrong`, `right` (the advised wording, none needed) | wording that is forbidden or wants care |
//! | `[[name]]` | `name`, `kind` (`place`, `body`, `person`), `aliases`, `title` | the register of names |
//! | `[[allow]]` | `text`, `rule` (every rule where it is left out) | a passage that is never flagged again |
//!
//! `wrong` and `right` are one text or several; each `wrong` may become the first `right`, or the
//! others at an editor's wish. An entry of the first three kinds may name its surroundings:
//!
//! | key | the entry holds |
//! |---|---|
//! | `unless_before`, `unless_after` | not where one of these texts stands right before, right after |
//! | `only_before`, `only_after` | only where one of these does |
//! | `unless_in` | not inside one of these longer texts |
//!
//! In them `#` is any digit, `^` the start and `$` the end of the paragraph. `why` is said to the
//! editor, `severity` is `error`, `warning` or `hint`, `safe = true` lets the first `right` be put
//! in without asking, `example` and `right_example` are sentences with the wrong form and with the
//! same characters where they are right. At one place the longest entry is taken; the house's
//! entries replace the program's with the same `wrong`.

mod csv;
mod file;
mod house;
mod index;
mod names;
mod plain;
#[cfg(test)]
mod tests;
mod word;

use std::ops::Range;
use std::sync::OnceLock;

pub use csv::{Imported, Refusal, import};
pub use file::{Lists, Trouble};
pub use house::{NewEntry, append};
pub use names::{Name, NameFault, NameKind, Register};
pub use word::{Kind, Word};

use index::Index;

/// The lists that come with the program, by file.
const BUILTIN: &[&str] = &[
    include_str!("shapes.toml"),
    include_str!("sounds.toml"),
    include_str!("idioms.toml"),
    include_str!("usage.toml"),
    include_str!("phrases.toml"),
];

/// A passage that a rule, or every rule, leaves alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allow {
    /// The passage; a finding inside it is dropped.
    pub text: String,
    /// The rule; empty for every rule.
    pub rule: String,
}

/// The lists that the rules look words up in.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    words: Vec<Word>,
    index: Index,
    register: Register,
    allows: Vec<Allow>,
}

impl Lexicon {
    /// The lists that come with the program.
    pub fn builtin() -> &'static Self {
        static BUILT: OnceLock<Lexicon> = OnceLock::new();
        BUILT.get_or_init(|| {
            let lists = BUILTIN.iter().map(|text| plain::parse(text));
            Self::of(lists.collect())
        })
    }

    /// The program's lists with those of a house over them.
    pub fn with(house: Vec<Lists>) -> Self {
        let mut lists: Vec<Lists> = BUILTIN.iter().map(|text| plain::parse(text)).collect();
        lists.extend(house);
        Self::of(lists)
    }

    /// Only these lists; of two entries for one form the later holds.
    pub fn of(lists: Vec<Lists>) -> Self {
        let mut all = Lists::default();
        for mut one in lists {
            // An entry replaces those of earlier lists; inside one list several may share a form.
            let forms: std::collections::HashSet<&str> =
                one.words.iter().map(|word| word.wrong.as_str()).collect();
            all.words.retain(|old| !forms.contains(old.wrong.as_str()));
            all.words.append(&mut one.words);
            all.names.append(&mut one.names);
            all.allows.append(&mut one.allows);
        }
        Self {
            index: Index::of(&all.words),
            words: all.words,
            register: Register::of(all.names),
            allows: all.allows,
        }
    }

    /// Every entry of the word lists.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// The entries that hold in a paragraph, from left to right, with their places in bytes; the
    /// longest at a place, none over another.
    pub fn find<'a>(&'a self, text: &str, mut found: impl FnMut(Range<usize>, &'a Word)) {
        self.index.find(text, &self.words, &mut found);
    }

    /// The register of names.
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// Whether any passage is never to be flagged.
    pub fn has_allows(&self) -> bool {
        !self.allows.is_empty()
    }

    /// Whether the house wants a rule silent about this place of a line.
    pub fn allows(&self, rule: &str, line: &str, span: &Range<usize>) -> bool {
        self.allows.iter().any(|allow| {
            (allow.rule.is_empty() || allow.rule == rule)
                && line
                    .match_indices(allow.text.as_str())
                    .any(|(at, text)| at <= span.start && span.end <= at + text.len())
        })
    }
}
