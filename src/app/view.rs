//! The loaded newsroom as screens need it: drafts in order with what is derived from them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::house::House;
use crate::domain::{
    DraftId, Entry, FaultKind, Manifest, Problem, Settings, Stage, Standing, queue,
    queue::Published,
};
use crate::text::count;

/// What is derived from one draft; kept, because counting text costs more than drawing it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Length of the body in 字.
    pub zishu: usize,
    /// Where it stands.
    pub stage: Stage,
    /// What is wrong with it.
    pub faults: Vec<FaultKind>,
    /// The printed byline.
    pub byline: String,
    /// The names in it, parted by spaces.
    pub names: String,
    /// Remarks that are open.
    pub notes: usize,
}

/// A person seen in a byline, for completion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The name.
    pub name: String,
    /// The unit last given with it.
    pub unit: Option<String>,
    /// How often, over all roles.
    pub seen: usize,
}

/// The loaded newsroom.
#[derive(Debug, Clone, Default)]
pub struct View {
    /// `newsroom.toml`.
    pub settings: Settings,
    /// Drafts in queue order.
    pub entries: Vec<Entry>,
    /// One for each entry.
    pub rows: Vec<Row>,
    /// Files that could not be read.
    pub problems: Vec<Problem>,
    /// Past issues, by number.
    pub issues: Vec<Manifest>,
    /// The editor's name, where the newsroom asks for signatures.
    pub me: Option<String>,
    /// What proofreading knows of the house.
    pub house: Arc<House>,
}

impl View {
    /// Derives everything; costs a pass over all text, so it is a worker's job.
    pub fn build(
        settings: Settings,
        mut entries: Vec<Entry>,
        problems: Vec<Problem>,
        issues: Vec<Manifest>,
    ) -> Self {
        queue::sort(&mut entries);
        let mut view = Self {
            settings,
            entries,
            rows: Vec::new(),
            problems,
            issues,
            me: None,
            house: Arc::default(),
        };
        let published = Published::by(&view.issues);
        let rows = 0..view.entries.len();
        view.rows = rows.map(|at| view.derive(at, &published)).collect();
        view
    }

    fn derive(&self, at: usize, published: &Published) -> Row {
        let entry = &self.entries[at];
        Row {
            zishu: count::zishu(&entry.draft.body),
            stage: published.stage(entry, &self.settings),
            faults: queue::faults(&self.entries, at, &self.settings),
            byline: entry.draft.byline.printed(),
            names: entry.draft.byline.names(),
            notes: entry.draft.open_notes(),
        }
    }

    /// Whether a draft waits for a signature that the editor may give.
    pub fn waits_for_me(&self, at: usize) -> bool {
        let (Some(me), Some(entry)) = (&self.me, self.entries.get(at)) else {
            return false;
        };
        let standing = Standing {
            draft: &entry.draft,
            content: &entry.content_hash,
            asked: &self.settings.review,
        };
        matches!(self.rows[at].stage, Stage::Review(_)) && standing.waits_for(me)
    }

    /// Where a draft stands in the queue.
    pub fn position(&self, id: &DraftId) -> Option<usize> {
        self.entries.iter().position(|entry| entry.draft.id == *id)
    }

    /// The entry of a draft.
    pub fn entry(&self, id: &DraftId) -> Option<&Entry> {
        self.position(id).map(|at| &self.entries[at])
    }

    /// Puts an entry in the place of the one with its id, or adds it; keeps the order.
    pub fn put(&mut self, entry: Entry) {
        let at = match self.position(&entry.draft.id) {
            Some(at) => {
                let moved = self.entries[at].draft.rank != entry.draft.rank;
                self.entries[at] = entry;
                self.rows[at] = self.derive(at, &Published::by(&self.issues));
                if moved {
                    self.sort();
                }
                return;
            }
            None => self.entries.len(),
        };
        self.entries.push(entry);
        let row = self.derive(at, &Published::by(&self.issues));
        self.rows.push(row);
        self.sort();
    }

    /// Takes a draft out.
    pub fn remove(&mut self, id: &DraftId) {
        if let Some(at) = self.position(id) {
            self.entries.remove(at);
            self.rows.remove(at);
        }
    }

    fn sort(&mut self) {
        let entries = std::mem::take(&mut self.entries);
        let rows = std::mem::take(&mut self.rows);
        let mut both: Vec<(Entry, Row)> = entries.into_iter().zip(rows).collect();
        both.sort_by(|(a, _), (b, _)| {
            (&a.draft.rank, &a.draft.id).cmp(&(&b.draft.rank, &b.draft.id))
        });
        (self.entries, self.rows) = both.into_iter().unzip();
        // Only shared ranks depend on neighbours.
        for at in 0..self.entries.len() {
            self.rows[at].faults = queue::faults(&self.entries, at, &self.settings);
        }
    }

    /// How many drafts stand at each stage; issue numbers are left out of the key.
    pub fn tally(&self) -> BTreeMap<Stage, usize> {
        let mut tally = BTreeMap::new();
        for row in &self.rows {
            *tally.entry(stage_group(row.stage)).or_insert(0) += 1;
        }
        tally
    }

    /// Everyone seen in a byline, the most frequent first, then by name.
    pub fn people(&self) -> Vec<Known> {
        let mut seen: BTreeMap<&str, Known> = BTreeMap::new();
        for byline in self.entries.iter().map(|entry| &entry.draft.byline) {
            for person in byline.people() {
                let known = seen.entry(&person.name).or_insert_with(|| Known {
                    name: person.name.clone(),
                    unit: None,
                    seen: 0,
                });
                known.seen += 1;
                if person.unit.is_some() {
                    known.unit.clone_from(&person.unit);
                }
            }
        }
        let mut people: Vec<Known> = seen.into_values().collect();
        people.sort_by(|a, b| b.seen.cmp(&a.seen).then_with(|| a.name.cmp(&b.name)));
        people
    }
}

/// A stage without its issue number, so that all published drafts are one group.
pub fn stage_group(stage: Stage) -> Stage {
    match stage {
        Stage::Published(_) => Stage::Published(0),
        Stage::Changed(_) => Stage::Changed(0),
        other => other,
    }
}
