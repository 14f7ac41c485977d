//! What a rule found.

use std::ops::Range;

use crate::domain::Field;
use crate::wording::{Lang, Said, Text};

/// How sure a rule is, and how much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Against the standard or a set form, without a doubt.
    Error,
    /// Most likely wrong; an editor decides.
    Warning,
    /// Worth a look; often right.
    Hint,
}

impl Severity {
    /// The name in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }
}

/// A text to put in place of what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// The text.
    pub text: String,
    /// Whether it may be put in without asking: no reading of the passage makes it wrong.
    pub safe: bool,
}

/// Something that a rule found in a field of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule's name.
    pub rule: &'static str,
    /// How sure and how grave.
    pub severity: Severity,
    /// The field.
    pub field: Field,
    /// The line of the field, from 0, blank ones not counted.
    pub paragraph: usize,
    /// The passage, in bytes of the whole field.
    pub span: Range<usize>,
    /// Why, with a hole `{it}` for [`Finding::detail`] where it has one.
    pub why: Text,
    /// What stands in the hole.
    pub detail: String,
    /// What could stand there instead, the likeliest first.
    pub replacements: Vec<Replacement>,
    /// Tenths of an error by the method of 2020 for newspapers, before a headline doubles them.
    pub weight: u16,
}

impl Finding {
    /// The replacement that needs no yes.
    pub fn safe(&self) -> Option<&str> {
        let first = self.replacements.first()?;
        first.safe.then_some(first.text.as_str())
    }
}

impl Said for Finding {
    fn say(&self, lang: Lang) -> String {
        self.why.fill(lang, &[("it", &self.detail)])
    }
}
