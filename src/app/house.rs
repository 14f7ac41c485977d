//! What proofreading knows of this newsroom beside its drafts.

use std::ops::Range;
use std::sync::Arc;

use crate::domain::{Allow, Date};
use crate::proof::{Context, Lexicon, covers};

/// The word lists and the passages that are never flagged here.
#[derive(Debug, Clone, Default)]
pub struct House {
    /// The lists of the program and of the house; those of the program where there is none.
    pub lexicon: Option<Arc<Lexicon>>,
    /// What is never flagged again.
    pub allowed: Vec<Allow>,
    /// Another text where the lists are others, so that what was found with the old is looked for
    /// again.
    pub stamp: String,
}

impl House {
    /// What rules are told of a draft of this day.
    pub fn context(&self, date: Option<Date>) -> Context<'_> {
        let lexicon = match &self.lexicon {
            Some(lexicon) => lexicon,
            None => Lexicon::builtin(),
        };
        Context { date, lexicon }
    }

    /// Whether the house wants a rule silent about this place of a line.
    pub fn allows(&self, rule: &str, line: &str, span: &Range<usize>) -> bool {
        let mine = |allow: &&Allow| allow.rule.is_empty() || allow.rule == rule;
        let mut mine = self.allowed.iter().filter(mine);
        mine.any(|allow| covers(line, span, &allow.text))
    }
}
