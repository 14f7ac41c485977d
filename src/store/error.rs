//! What can go wrong on disk: structured, so that every screen and command says it in its language.

use std::io;
use std::path::{Path, PathBuf};

use crate::domain::{Entry, Fault, Field, Problem};
use crate::wording::problem as words;
use crate::wording::{Lang, Said, system};

/// Why something in the newsroom could not be done; nothing was overwritten.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// No newsroom in any of the places that are searched.
    #[error("no newsroom found")]
    NoNewsroom,
    /// A folder without `newsroom.toml` and `drafts/`.
    #[error("{0} is no newsroom")]
    NotANewsroom(PathBuf),
    /// The system refused.
    #[error("{path}: {source}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// The system's words.
        source: io::Error,
    },
    /// The file exists already.
    #[error("{0} exists already")]
    Taken(PathBuf),
    /// Another process holds the newsroom's lock.
    #[error("the newsroom is locked by another process")]
    Busy,
    /// A file cannot be used.
    #[error("{}: {:?}", .0.path.display(), .0.kind)]
    Problem(Problem),
    /// Ready drafts have blocking faults.
    #[error("{} blocking faults", .0.len())]
    Blocked(Vec<Fault>),
    /// No draft is ready.
    #[error("no draft is ready")]
    NothingReady,
    /// The folder of the next number is there already, without a usable record.
    #[error("issue {number} has a folder already: {path}")]
    NumberTaken {
        /// The number.
        number: u32,
        /// Its folder, relative to the newsroom.
        path: PathBuf,
    },
    /// The settings or the caller name a format that does not exist.
    #[error("unknown format {name}")]
    UnknownFormat {
        /// The name as given.
        name: String,
        /// The names that exist, parted by `, `.
        known: String,
    },
    /// There is no issue of this number.
    #[error("there is no issue {0}")]
    NoIssue(u32),
    /// No issue has been made yet.
    #[error("no issue has been made yet")]
    NoIssues,
    /// An issue folder holds a file that the assembly did not write.
    #[error("{0} was not written by the assembly")]
    Foreign(PathBuf),
    /// The issue's commit is in a remote-tracking branch.
    #[error("issue {0} has been pushed")]
    Pushed(u32),
}

impl StoreError {
    /// An error of the system with the path it is about.
    pub fn io(path: &Path) -> impl FnOnce(io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |source| Self::Io { path, source }
    }
}

impl Said for StoreError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::NoNewsroom => words::NO_NEWSROOM.get(lang).to_owned(),
            Self::NotANewsroom(path) => {
                words::NOT_A_NEWSROOM.fill(lang, &[("path", &path.display())])
            }
            Self::Io { path, source } => words::IO.fill(
                lang,
                &[
                    ("path", &path.display()),
                    ("why", &system::why(source, lang)),
                ],
            ),
            Self::Taken(path) => words::TAKEN.fill(lang, &[("path", &path.display())]),
            Self::Busy => words::BUSY.get(lang).to_owned(),
            Self::Problem(problem) => problem.say(lang),
            Self::Blocked(faults) => words::BLOCKED.fill(lang, &[("n", &faults.len())]),
            Self::NothingReady => words::NOTHING_READY.get(lang).to_owned(),
            Self::NumberTaken { number, path } => {
                words::NUMBER_TAKEN.fill(lang, &[("n", number), ("path", &path.display())])
            }
            Self::UnknownFormat { name, known } => {
                words::UNKNOWN_FORMAT.fill(lang, &[("name", name), ("known", known)])
            }
            Self::NoIssue(n) => words::NO_ISSUE.fill(lang, &[("n", n)]),
            Self::NoIssues => words::NO_ISSUES.get(lang).to_owned(),
            Self::Foreign(path) => words::FOREIGN.fill(lang, &[("path", &path.display())]),
            Self::Pushed(n) => words::PUSHED.fill(lang, &[("n", n)]),
        }
    }
}

/// Why a draft was not saved; its file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The same fields were changed on disk since the draft was opened.
    #[error("changed on disk too: {fields:?}")]
    Clash {
        /// The fields that both sides changed, each differently.
        fields: Vec<Field>,
        /// The draft as it is on disk now.
        theirs: Box<Entry>,
    },
    /// The file is no longer there.
    #[error("{0} is gone")]
    Gone(PathBuf),
    /// The file on disk can no longer be read as a draft.
    #[error("{}: {:?}", .0.path.display(), .0.kind)]
    Unusable(Problem),
    /// The system refused, or the lock is held.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Said for SaveError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Clash { fields, .. } => {
                let names: Vec<&str> = fields.iter().map(|f| words::field(*f).get(lang)).collect();
                words::CLASH.fill(lang, &[("fields", &names.join(", "))])
            }
            Self::Gone(path) => words::GONE.fill(lang, &[("path", &path.display())]),
            Self::Unusable(problem) => words::UNUSABLE.fill(
                lang,
                &[
                    ("path", &problem.path.display()),
                    ("why", &problem.kind.say(lang)),
                ],
            ),
            Self::Store(error) => error.say(lang),
        }
    }
}
