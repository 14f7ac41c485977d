//! Signatures, proof passes and remarks put under a draft, and the past it is compared with.
//!
//! Each is checked against the file as it is now, not as a screen showed it.

use crate::domain::{
    Draft, Entry, Mark, NoteAct, Past, Problem, Refusal, Review, Snapshot, Standing, Verdict, note,
    queue::Published,
};
use crate::git;
use crate::store::draft_file::read;
use crate::store::{SaveError, hash};
use crate::wording::{Lang, Said, review as words};

use super::newsroom::{Desk, now};

/// Why a draft was not marked.
pub enum MarkError {
    /// The rules of review are against it.
    Refused(Refusal),
    /// The remark that is meant is no longer there.
    NoteGone,
    /// The file cannot be read.
    Problem(Problem),
    /// It could not be written.
    Save(SaveError),
}

impl MarkError {
    /// What and why, as a sentence that names the draft.
    pub fn say(&self, draft: &Draft, stages: &[String], lang: Lang) -> String {
        match self {
            Self::Refused(refusal) => words::refusal(refusal, draft, stages, lang),
            Self::NoteGone => words::NOTE_GONE.get(lang).to_owned(),
            Self::Problem(problem) => problem.say(lang),
            Self::Save(error) => error.say(lang),
        }
    }
}

/// Commits that are looked through for the text of a signature.
const DEPTH: usize = 500;

impl Desk {
    /// Puts a mark under the content with the hash `seen`; the entry, and the stage or pass.
    pub fn mark(&self, base: &Entry, seen: &str, mark: &Mark) -> Result<(Entry, u8), MarkError> {
        let now_there = self.newsroom.read(&base.path).map_err(MarkError::Problem)?;
        let content = hash::of(&now_there.draft.content());
        if content != seen {
            return Err(MarkError::Refused(Refusal::Changed));
        }
        let loaded = self.newsroom.issues();
        if Published::by(&loaded).lists(&base.draft.id) {
            let listing = |m: &&crate::domain::Manifest| {
                m.items.iter().any(|item| item.id == base.draft.id.as_str())
            };
            let number = loaded.iter().rfind(listing).map_or(0, |m| m.number);
            return Err(MarkError::Refused(Refusal::Printed(number)));
        }
        let (settings, _) = self.newsroom.settings();
        let standing = Standing {
            draft: &now_there.draft,
            content: &content,
            asked: &settings.review,
        };
        let by = self.signature().unwrap_or_default();
        let (draft, stage) = standing
            .marked(mark, &by, &now())
            .map_err(MarkError::Refused)?;
        let entry = self.save(&now_there, &draft).map_err(MarkError::Save)?;
        Ok((entry, stage))
    }

    /// Adds, answers or closes a remark.
    pub fn note(&self, base: &Entry, act: &NoteAct) -> Result<Entry, MarkError> {
        let now_there = self.newsroom.read(&base.path).map_err(MarkError::Problem)?;
        let by = self.signature().unwrap_or_else(|| "liangdian".to_owned());
        let mut draft = now_there.draft.clone();
        draft.notes = note::acted(&draft.notes, act, &by, &now()).ok_or(MarkError::NoteGone)?;
        self.save(&now_there, &draft).map_err(MarkError::Save)
    }

    /// The states of a draft that are known: the file and its commits.
    ///
    /// The text of the last signature is the newest state whose content has the signed hash.
    pub fn past(&self, entry: &Entry) -> Past {
        let id = entry.draft.id.clone();
        let disk = self.newsroom.read(&entry.path).ok().map(|now| Snapshot {
            draft: now.draft,
            at: String::new(),
            by: String::new(),
        });
        let versions = git::versions(self.newsroom.root(), &entry.path, DEPTH);
        let commits: Vec<Snapshot> = versions
            .into_iter()
            .filter_map(|version| {
                let draft = read::read(id.clone(), &version.bytes).ok()?;
                let (at, by) = (version.at, version.by);
                Some(Snapshot { draft, at, by })
            })
            .collect();
        let draft = disk.as_ref().map_or(&entry.draft, |disk| &disk.draft);
        let signature = last_signed(draft).cloned();
        let signed = signature.as_ref().and_then(|review| {
            let states = disk.iter().chain(&commits);
            let mut states = states.filter(|s| hash::of(&s.draft.content()) == review.content);
            states.next().cloned()
        });
        Past {
            id,
            commit: commits.first().cloned(),
            import: commits.last().cloned(),
            disk,
            signature,
            signed,
        }
    }
}

fn last_signed(draft: &Draft) -> Option<&Review> {
    let mut words = draft.reviews.iter().rev();
    words.find(|review| review.verdict == Verdict::Signed)
}
