//! Proofreading with the house's own lists: disk and rules together.

use std::path::Path;

use super::newsroom::Desk;
use crate::domain::{Draft, Entry, Problem, ProblemKind, Stage, queue::Published};
use crate::proof::lexicon::{self, Lists, NewEntry, Trouble};
use crate::proof::{Context, Finding, Lexicon, Mend, check, mend};
use crate::store::proof_lists::HOUSE;
use crate::store::{Loaded, Newsroom, StoreError, in_parallel};

impl Desk {
    /// The program's lists with the house's over them, and what of those cannot be used.
    pub fn lexicon(&self) -> (Lexicon, Vec<Problem>) {
        lexicon_of(&self.newsroom)
    }

    /// Adds to the house's list; comments and order of what is there stay.
    pub fn teach(&self, entries: &[NewEntry]) -> Result<(), StoreError> {
        self.teach_in(Path::new(HOUSE), entries)
    }

    /// Adds to one of the house's lists.
    pub fn teach_in(&self, list: &Path, entries: &[NewEntry]) -> Result<(), StoreError> {
        let edit = |text: &str| lexicon::append(text, entries);
        self.newsroom.edit_proof_list(list, edit)
    }
}

/// The drafts that are in work: neither printed as they are nor spiked.
pub fn in_work(loaded: &Loaded) -> Vec<&Entry> {
    let published = Published::by(&loaded.issues);
    let open = |entry: &&Entry| {
        let stage = published.stage(entry, &loaded.settings);
        !matches!(stage, Stage::Published(_) | Stage::Spiked)
    };
    loaded.entries.iter().filter(open).collect()
}

/// The findings of each of these drafts, in their order.
pub fn check_all(entries: &[&Entry], lexicon: &Lexicon) -> Vec<Vec<Finding>> {
    in_parallel(entries, |entry| {
        check(&entry.draft, &context(&entry.draft, lexicon))
    })
}

/// Each of these drafts mended, with what was changed in it.
pub fn mend_all(entries: &[&Entry], lexicon: &Lexicon) -> Vec<(Draft, Vec<Mend>)> {
    in_parallel(entries, |entry| {
        let mut draft = entry.draft.clone();
        let done = mend(&mut draft, &context(&entry.draft, lexicon));
        (draft, done)
    })
}

fn context<'a>(draft: &Draft, lexicon: &'a Lexicon) -> Context<'a> {
    Context {
        date: draft.date,
        lexicon,
    }
}
/// The word lists of the program with those of a newsroom, and what is wrong with these.
pub fn lexicon_of(newsroom: &Newsroom) -> (Lexicon, Vec<Problem>) {
    let (files, mut problems) = newsroom.proof_lists();
    let mut lists = Vec::with_capacity(files.len());
    for file in files {
        let (list, troubles) = Lists::parse(&file.text);
        lists.push(list);
        problems.extend(troubles.into_iter().map(|Trouble { line, why }| Problem {
            path: file.path.clone(),
            line,
            kind: ProblemKind::Toml(why),
        }));
    }
    if lists.is_empty() {
        return (Lexicon::builtin().clone(), problems);
    }
    (Lexicon::with(lists), problems)
}
