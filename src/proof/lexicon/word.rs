//! One entry of a word list and the surroundings in which it holds.

use std::ops::Range;

use crate::proof::Severity;

/// Which kind of list an entry is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A word typed for another.
    Confusable,
    /// A set phrase written otherwise.
    Phrase,
    /// Wording that is forbidden or wants care.
    Caution,
}

impl Kind {
    /// The name of its table in a list.
    pub fn key(self) -> &'static str {
        match self {
            Self::Confusable => "confusable",
            Self::Phrase => "phrase",
            Self::Caution => "caution",
        }
    }

    /// How grave its entries are unless they say so.
    pub(super) fn severity(self, safe: bool) -> Severity {
        match self {
            _ if safe => Severity::Error,
            Self::Confusable | Self::Phrase | Self::Caution => Severity::Warning,
        }
    }
}

/// A form that is looked up, and what to say of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Which kind of list it is from.
    pub kind: Kind,
    /// The form, two characters or more.
    pub wrong: String,
    /// What could stand there, the likeliest first; none for a caution without advice.
    pub right: Vec<String>,
    /// Why; may be empty.
    pub why: String,
    /// Whether the first of `right` may be put in without asking.
    pub safe: bool,
    /// How grave.
    pub severity: Severity,
    pub(super) surroundings: Surroundings,
}

impl Word {
    /// Whether the entry holds at this place of a paragraph.
    pub(super) fn holds(&self, text: &str, span: &Range<usize>) -> bool {
        self.surroundings.allow(text, span)
    }

    /// Tenths of an error: 10 for characters, 1 where only marks differ, none for a hint.
    pub fn weight(&self) -> u16 {
        let letters = |text: &str| -> Vec<char> {
            let letters = text.chars().filter(|c| c.is_alphanumeric());
            letters.collect()
        };
        match (self.severity, self.right.first()) {
            (Severity::Hint, _) => 0,
            (_, Some(right)) if letters(right) == letters(&self.wrong) => 1,
            _ => 10,
        }
    }
}

/// Texts beside a form that decide whether its entry holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Surroundings {
    pub unless_before: Vec<String>,
    pub unless_after: Vec<String>,
    pub only_before: Vec<String>,
    pub only_after: Vec<String>,
    pub unless_in: Vec<String>,
}

impl Surroundings {
    fn allow(&self, text: &str, span: &Range<usize>) -> bool {
        let (before, after) = (&text[..span.start], &text[span.end..]);
        let ends = |list: &[String]| list.iter().any(|mark| stands_before(before, mark));
        let begins = |list: &[String]| list.iter().any(|mark| stands_after(after, mark));
        !ends(&self.unless_before)
            && !begins(&self.unless_after)
            && (self.only_before.is_empty() || ends(&self.only_before))
            && (self.only_after.is_empty() || begins(&self.only_after))
            && !self.unless_in.iter().any(|whole| is_in(text, span, whole))
    }
}

fn stands_before(before: &str, mark: &str) -> bool {
    match mark {
        "^" => before.is_empty(),
        "#" => before.ends_with(is_digit),
        _ => before.ends_with(mark),
    }
}

fn stands_after(after: &str, mark: &str) -> bool {
    match mark {
        "$" => after.is_empty(),
        "#" => after.starts_with(is_digit),
        _ => after.starts_with(mark),
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Whether the form stands inside this longer text.
fn is_in(text: &str, span: &Range<usize>, whole: &str) -> bool {
    let form = &text[span.clone()];
    whole.match_indices(form).any(|(at, _)| {
        span.start
            .checked_sub(at)
            .and_then(|start| text.get(start..start + whole.len()))
            == Some(whole)
    })
}
