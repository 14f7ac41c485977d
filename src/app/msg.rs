//! What reaches `update`: keys, the terminal's size, and the answers of workers.

use std::path::PathBuf;
use std::sync::Arc;

use super::house::House;
use super::key::Key;
use super::proofs::Proofed;
use super::state::Tone;
use super::view::View;
use crate::domain::{DraftId, Entry, Fault, Field, IssueNumber, Past, Problem, Stage};
use crate::git::CommitOutcome;
use crate::import::Page;
use crate::term::input::Reply;

/// Something happened.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// Characters that came at once: typed ahead, or committed by an input method.
    Text(String),
    /// Text was pasted.
    Paste(String),
    /// The terminal answered a question.
    Reply(Reply),
    /// The terminal has this size now, cells by rows.
    Resize(u16, u16),
    /// The newsroom was read.
    Loaded(Box<View>),
    /// There is no newsroom here yet; the folder it could be made in.
    NoNewsroom(String),
    /// A draft was written.
    Saved(Box<Entry>),
    /// A draft could not be written.
    SaveFailed {
        /// Which.
        id: DraftId,
        /// Why.
        why: SaveTrouble,
    },
    /// A new draft was made and should be opened.
    Made(Box<Entry>),
    /// A raw page was taken apart.
    PageRead {
        /// Where it came from.
        name: String,
        /// What is on it.
        page: Box<Page>,
    },
    /// Names that go on from what was typed.
    Paths(Vec<String>),
    /// Drafts were made from a page.
    ItemsCreated(Vec<Entry>),
    /// An assembly ended.
    Assembled(Box<IssueReport>),
    /// The last issue was taken back.
    Undone {
        /// Its number.
        number: u32,
        /// What became of the commit.
        commit: CommitOutcome,
    },
    /// Files were committed, or not.
    Committed(CommitOutcome),
    /// Something could not be done; the sentence says what, why and what next.
    Failed(String),
    /// Something worth saying happened.
    Told(Tone, String),
    /// Drafts could not be made from a page; the sentence says why.
    CreateFailed(String),
    /// The states that a draft had.
    Past(Box<Past>),
    /// Some drafts were proofread.
    Proofed(Vec<(DraftId, Proofed)>),
    /// A passage is never flagged again here; what the house knows now, and the file that says so.
    Allowed(Arc<House>, PathBuf),
    /// The terminal is gone.
    HangUp,
}

/// Why a draft could not be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveTrouble {
    /// Somebody else changed the same fields of the file.
    Clash {
        /// The fields.
        fields: Vec<Field>,
        /// The file as it is now.
        theirs: Box<Entry>,
    },
    /// Anything else.
    Other {
        /// What and why, as a sentence.
        sentence: String,
        /// The file outside the newsroom that holds the text now.
        kept: Option<PathBuf>,
    },
}

/// What an assembly did, or why it did not.
#[derive(Debug, Clone, PartialEq)]
pub struct IssueReport {
    /// The number it has, or would have had.
    pub number: IssueNumber,
    /// What went in, in print order; empty where nothing was made.
    pub items: Vec<DraftId>,
    /// What stayed out and where it stands.
    pub left_out: Vec<(DraftId, Stage)>,
    /// Files that could not be read.
    pub unread: Vec<Problem>,
    /// What has to be mended first.
    pub blocked: Vec<Fault>,
    /// The issue's folder, relative to the newsroom; `None` where nothing was made.
    pub folder: Option<PathBuf>,
    /// The issue files in it, without folder.
    pub files: Vec<String>,
    /// What became of the commit.
    pub commit: Option<CommitOutcome>,
}
