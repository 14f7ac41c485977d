//! Signatures, proof passes, remarks and the past of a draft, as the worker carries them out.

use super::Worker;
use crate::app::msg::{Msg, SaveTrouble};
use crate::app::state::Tone;
use crate::domain::{Entry, Mark, NoteAct, Refusal};
use crate::runtime::reviewing::MarkError;
use crate::wording::review as words;

impl Worker {
    /// Marks a draft and commits it, so that the text that was signed can be found again.
    pub(super) fn mark(&mut self, base: &Entry, seen: &str, mark: &Mark) {
        let Some(desk) = self.desk.clone() else {
            return;
        };
        match desk.mark(base, seen, mark) {
            Ok((entry, stage)) => {
                let names = desk.newsroom.settings().0.review.stages;
                let draft = entry.draft.clone();
                let is_rush = draft.reviews.last().is_some_and(|r| !r.rush.is_empty());
                let (told, message) = words::done(mark, is_rush, stage, &draft, &names, self.lang);
                let path = entry.path.clone();
                self.saved(base, entry.clone());
                let commit = desk.commit_drafts(&[&path], &message);
                self.answer(Msg::Committed(commit));
                self.past(&entry);
                self.answer(Msg::Told(Tone::Good, told));
            }
            Err(error) => self.not_marked(base, &error),
        }
    }

    /// Adds, answers or closes a remark; it is committed with the other edits.
    pub(super) fn note(&mut self, base: &Entry, act: &NoteAct) {
        let Some(desk) = self.desk.clone() else {
            return;
        };
        match desk.note(base, act) {
            Ok(entry) => {
                self.saved(base, entry);
                let told = match act {
                    NoteAct::Add { .. } => words::NOTED,
                    NoteAct::Answer { .. } => words::ANSWERED,
                    NoteAct::Close { .. } => words::TOGGLED,
                };
                self.answer(Msg::Told(Tone::Good, told.get(self.lang).to_owned()));
            }
            Err(error) => self.not_marked(base, &error),
        }
    }

    fn not_marked(&self, base: &Entry, error: &MarkError) {
        let Some(desk) = &self.desk else { return };
        let names = desk.newsroom.settings().0.review.stages;
        self.answer(Msg::SaveFailed {
            id: base.draft.id.clone(),
            why: SaveTrouble::Other {
                sentence: error.say(&base.draft, &names, self.lang),
                kept: None,
            },
        });
        // What is there now is shown, so that it can be read before it is signed.
        if let MarkError::Refused(Refusal::Changed) = error
            && let Ok(now) = desk.newsroom.read(&base.path)
        {
            self.answer(Msg::Saved(Box::new(now)));
        }
    }

    /// Looks up the states that a draft had.
    pub(super) fn past(&self, base: &Entry) {
        let Some(desk) = &self.desk else { return };
        self.answer(Msg::Past(Box::new(desk.past(base))));
    }
}
