//! What `update` asks the outside world to do. Workers carry it out and answer with a message.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::domain::{Allow, Date, Draft, DraftId, Entry, Mark, NoteAct};
use crate::import::Submission;
use crate::term::Ambiguous;

/// A wish of `update`.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Read the whole newsroom.
    Load,
    /// Make a newsroom in the folder the program was started in.
    MakeNewsroom,
    /// Write what differs between `base` and `draft` into the draft's file.
    Save {
        /// The draft as it was when the change began.
        base: Box<Entry>,
        /// The draft as it should be.
        draft: Box<Draft>,
        /// Write even where the file has another text now; the other text is kept beside.
        over: bool,
    },
    /// Delete the file of a draft that holds nothing, if it is still as it was made.
    Discard {
        /// The draft as it was made.
        base: Box<Entry>,
    },
    /// Make a new, empty draft behind the last one and open it.
    New {
        /// Its day.
        date: Date,
    },
    /// Read a file as a raw page.
    ReadPage {
        /// Its path as typed.
        path: String,
    },
    /// Take pasted text as a raw page.
    ReadPasted {
        /// The text.
        text: String,
    },
    /// List the files whose names go on from what was typed.
    CompletePath {
        /// What was typed.
        typed: String,
    },
    /// Make drafts from items.
    CreateItems {
        /// The items, each with what stood around it.
        items: Vec<Submission>,
        /// The day of the drafts.
        date: Date,
    },
    /// Commit these files of the newsroom, where it commits by itself.
    Commit {
        /// Paths relative to the newsroom.
        paths: BTreeSet<PathBuf>,
        /// The commit's message.
        message: String,
    },
    /// Assemble the next issue.
    Assemble {
        /// Its day.
        date: Date,
    },
    /// Take back the last issue.
    UndoAssembly {
        /// Its number; nothing happens where another is the last by now.
        number: u32,
    },
    /// Put a signature, a return or a proof pass under what the draft says now.
    Mark {
        /// The draft as it was shown.
        base: Box<Entry>,
        /// `sha256:…` of the content that was shown.
        seen: String,
        /// What to put under it.
        mark: Mark,
    },
    /// Add, answer or close a remark.
    Note {
        /// The draft as it was shown.
        base: Box<Entry>,
        /// What to do.
        act: NoteAct,
    },
    /// Look up the states that a draft had.
    Past {
        /// The draft.
        base: Box<Entry>,
    },
    /// Hand text to the terminal's clipboard.
    Copy {
        /// The text.
        text: String,
    },
    /// Stop the program as Ctrl-Z stops others, until it is continued.
    Suspend,
    /// Draw the whole screen again, and ask the terminal how wide ambiguous characters are.
    Redraw,
    /// Remember what the terminal answered.
    RememberWidth(Ambiguous),
    /// Proofread these drafts, without keeping anything else waiting.
    Proof {
        /// Their files, relative to the newsroom.
        drafts: Vec<PathBuf>,
    },
    /// Never flag this again in this newsroom.
    AllowHere {
        /// What.
        allow: Allow,
    },
    /// Leave, once everything asked for before has been done.
    Quit,
}

impl Effect {
    /// A save that gives way where the file has changed meanwhile.
    pub fn save(base: &Entry, draft: Draft) -> Self {
        Self::Save {
            base: Box::new(base.clone()),
            draft: Box::new(draft),
            over: false,
        }
    }

    /// The draft that this effect writes.
    pub fn writes(&self) -> Option<&DraftId> {
        match self {
            Self::Save { draft, .. } => Some(&draft.id),
            _ => None,
        }
    }
}
