//! What the proof screen lists: each draft with something to see, what is open in it, what was
//! left.

use crate::app::proofs::{Found, Proofs, Tally};
use crate::domain::{DraftId, Entry, Field};
use crate::proof::Finding;

/// A place in a draft: field in print order, byte in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    order: usize,
    /// The field.
    pub field: Field,
    /// The byte.
    pub byte: usize,
}

impl Spot {
    /// A byte of a field.
    pub fn new(field: Field, byte: usize) -> Self {
        const ORDER: [Field; 4] = [Field::Place, Field::Headline, Field::Deck, Field::Body];
        let order = ORDER.iter().position(|one| *one == field);
        Self {
            order: order.unwrap_or(0),
            field,
            byte,
        }
    }

    /// Where a finding stands.
    pub fn of(finding: &Finding) -> Self {
        Self::new(finding.field, finding.span.start)
    }
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProofRow {
    /// The name of a draft.
    Draft {
        /// Which.
        id: DraftId,
        /// What was found in it.
        tally: Tally,
    },
    /// A finding.
    Finding {
        /// Of which draft.
        id: DraftId,
        /// Which of those found in it.
        at: usize,
        /// Where it stands.
        spot: Spot,
        /// What found it.
        rule: &'static str,
    },
}

impl ProofRow {
    /// Whether both are about the same, though others may have come before it.
    pub fn is_same(&self, other: &Self) -> bool {
        let key = |row: &Self| match row {
            Self::Draft { id, .. } => (id.clone(), None),
            Self::Finding { id, spot, rule, .. } => (id.clone(), Some((*spot, *rule))),
        };
        key(self) == key(other)
    }
}

/// The rows of a list, and how many drafts are not checked yet.
#[derive(Debug, Default)]
pub struct Listed {
    /// The rows.
    pub rows: Vec<ProofRow>,
    /// Drafts without a result.
    pub waiting: usize,
}

/// The rows of some drafts in their order; drafts without findings have none.
pub fn list<'e>(entries: impl Iterator<Item = &'e Entry>, proofs: &Proofs) -> Listed {
    let mut listed = Listed::default();
    for entry in entries {
        let id = &entry.draft.id;
        let Some(proofed) = proofs.of(id) else {
            listed.waiting += 1;
            continue;
        };
        if proofed.found.is_empty() {
            continue;
        }
        listed.rows.push(ProofRow::Draft {
            id: id.clone(),
            tally: proofed.tally,
        });
        let mut order: Vec<(usize, &Found)> = proofed.found.iter().enumerate().collect();
        order.sort_by_key(|(_, one)| (one.left.is_some(), Spot::of(&one.finding)));
        let rows = order.into_iter().map(|(at, one)| ProofRow::Finding {
            id: id.clone(),
            at,
            spot: Spot::of(&one.finding),
            rule: one.finding.rule,
        });
        listed.rows.extend(rows);
    }
    listed
}
