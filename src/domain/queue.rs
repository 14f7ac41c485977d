//! The queue: loaded drafts in order, and what could not be loaded.

use std::collections::HashMap;
use std::path::PathBuf;

use super::{Draft, DraftId, FaultKind, Manifest, Rank, Settings, Stage, Status, fault};

/// A draft as it was read from disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The draft.
    pub draft: Draft,
    /// Its file, relative to the newsroom, `/` between parts.
    pub path: PathBuf,
    /// `sha256:…` of the whole file; tells whether it changed on disk or since an issue.
    pub file_hash: String,
    /// `sha256:…` of [`Draft::content`], what signatures are compared with; empty where nobody has
    /// signed or proof-read it yet.
    pub content_hash: String,
}

/// A file that the newsroom could not take in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, relative to the newsroom.
    pub path: PathBuf,
    /// Line from 1, where it is known.
    pub line: Option<usize>,
    /// Why.
    pub kind: ProblemKind,
}

/// Why a file could not be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// The system refused; what kind of refusal, and its words.
    Unreadable(std::io::ErrorKind, String),
    /// Not UTF-8 text.
    NotText,
    /// Larger than drafts may be (bytes).
    TooLarge(u64),
    /// Not TOML; the parser's words.
    Toml(String),
    /// A key holds what it cannot hold.
    Value {
        /// The key, `byline.reporters`.
        key: String,
        /// What it may hold, in the words of the format (`story | brief | intro`).
        wanted: String,
    },
    /// The file's name is no draft id.
    Name,
    /// Two files have this id; the first one found is used.
    SameId(PathBuf),
    /// Written by a later version of the program (`schema` above ours).
    Schema(i64),
    /// A link that leads out of the newsroom.
    Outside,
    /// An issue folder whose `issue.toml` cannot be used.
    Issue(String),
}

/// Orders entries as the queue does: by rank, then by id.
pub fn sort(entries: &mut [Entry]) {
    entries.sort_by(|a, b| (&a.draft.rank, &a.draft.id).cmp(&(&b.draft.rank, &b.draft.id)));
}

/// What past issues printed: each draft with the last issue that lists it.
pub struct Published<'a>(HashMap<&'a str, (u32, &'a str)>);

impl<'a> Published<'a> {
    /// By the records of past issues.
    pub fn by(issues: &'a [Manifest]) -> Self {
        let mut last = HashMap::new();
        for issue in issues.iter().rev() {
            for item in &issue.items {
                let printed = (issue.number, item.sha256.as_str());
                last.entry(item.id.as_str()).or_insert(printed);
            }
        }
        Self(last)
    }

    /// Whether an issue lists this draft.
    pub fn lists(&self, id: &DraftId) -> bool {
        self.0.contains_key(id.as_str())
    }

    /// The stage of an entry, published ones included.
    pub fn stage(&self, entry: &Entry, settings: &Settings) -> Stage {
        match self.0.get(entry.draft.id.as_str()) {
            Some(&(number, hash)) if hash == entry.file_hash => Stage::Published(number),
            Some(&(number, _)) => Stage::Changed(number),
            None => Stage::of(
                &entry.draft,
                &entry.content_hash,
                settings.review.stages.len(),
            ),
        }
    }
}

/// The faults of an entry beside its neighbours in a sorted queue.
pub fn faults(entries: &[Entry], at: usize, settings: &Settings) -> Vec<FaultKind> {
    let Some(entry) = entries.get(at) else {
        return Vec::new();
    };
    let mut found = fault::of_draft(&entry.draft, &entry.content_hash, &settings.review);
    let shares = |other: Option<&Entry>| {
        other.is_some_and(|o| {
            o.draft.rank == entry.draft.rank
                && o.draft.status != Status::Spiked
                && entry.draft.status != Status::Spiked
        })
    };
    if shares(at.checked_sub(1).and_then(|i| entries.get(i))) || shares(entries.get(at + 1)) {
        found.push(FaultKind::SharedRank);
    }
    found
}

/// New ranks that move the draft at `from` to stand before or after its neighbour at `to`.
///
/// `order` is the queue (id and rank) in order; moving down it comes to stand after `to`, moving
/// up before it. One draft gets a new rank, unless neighbours share theirs: then as few more as
/// part them. Empty where nothing moves.
pub fn reorder(order: &[(DraftId, Rank)], from: usize, to: usize) -> Vec<(DraftId, Rank)> {
    if from == to || from >= order.len() || to >= order.len() {
        return Vec::new();
    }
    let mut after: Vec<&(DraftId, Rank)> = order.iter().collect();
    let moved = after.remove(from);
    after.insert(to, moved);
    // Widen the run that gets new ranks until the ranks on its two sides leave room.
    let (mut first, mut last) = (to, to);
    loop {
        let low = first.checked_sub(1).map(|i| &after[i].1);
        let high = after.get(last + 1).map(|e| &e.1);
        if let Some(ranks) = Rank::spread(low, high, last - first + 1) {
            return (first..=last)
                .map(|i| after[i].0.clone())
                .zip(ranks)
                .collect();
        }
        last += 1;
        if last >= after.len() {
            last = after.len() - 1;
            first = first.saturating_sub(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(ranks: &[&str]) -> Vec<(DraftId, Rank)> {
        ranks
            .iter()
            .enumerate()
            .map(|(i, r)| {
                (
                    DraftId::new(format!("d{i}")).unwrap(),
                    Rank::parse(r).unwrap(),
                )
            })
            .collect()
    }

    fn after(ranks: &[&str], from: usize, to: usize) -> (Vec<String>, usize) {
        let mut order = order(ranks);
        let changed = reorder(&order, from, to);
        for (id, rank) in &changed {
            for entry in &mut order {
                if entry.0 == *id {
                    entry.1 = rank.clone();
                }
            }
        }
        order.sort_by(|a, b| (&a.1, &a.0).cmp(&(&b.1, &b.0)));
        (
            order.into_iter().map(|e| e.0.to_string()).collect(),
            changed.len(),
        )
    }

    #[test]
    fn a_move_touches_one_draft() {
        assert_eq!(
            after(&["a", "b", "c"], 0, 1),
            (vec!["d1".into(), "d0".into(), "d2".into()], 1)
        );
        assert_eq!(
            after(&["a", "b", "c"], 2, 0),
            (vec!["d2".into(), "d0".into(), "d1".into()], 1)
        );
    }

    #[test]
    fn a_move_between_drafts_of_one_rank_parts_them() {
        let (names, changed) = after(&["a", "b", "b", "c"], 0, 1);
        assert_eq!(names, ["d1", "d0", "d2", "d3"]);
        assert_eq!(changed, 2);
        let (names, _) = after(&["b", "b", "b"], 2, 0);
        assert_eq!(names, ["d2", "d0", "d1"]);
    }
}
