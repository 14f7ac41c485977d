//! The states of a draft that can be compared: now, and as git remembers it.

use super::{Draft, DraftId, Review};

/// One state of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Version {
    /// As imported: the first commit.
    Import,
    /// As last signed.
    Signature,
    /// The last commit.
    Commit,
    /// The file.
    Disk,
    /// On the screen, saved or not.
    Screen,
}

impl Version {
    /// All, the oldest first.
    pub const ALL: [Self; 5] = [
        Self::Import,
        Self::Signature,
        Self::Commit,
        Self::Disk,
        Self::Screen,
    ];

    /// The word for scripts.
    pub fn key(self) -> &'static str {
        match self {
            Self::Import => "import",
            Self::Signature => "signature",
            Self::Commit => "commit",
            Self::Disk => "disk",
            Self::Screen => "screen",
        }
    }

    /// The state of that word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|version| version.key() == key)
    }
}

/// A draft as a commit has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The draft.
    pub draft: Draft,
    /// When it was committed, RFC 3339 with offset; empty for the file itself.
    pub at: String,
    /// Who committed it.
    pub by: String,
}

/// What is known of a draft's past.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// The draft.
    pub id: DraftId,
    /// The file as it is now.
    pub disk: Option<Snapshot>,
    /// The last commit of it.
    pub commit: Option<Snapshot>,
    /// The first commit of it.
    pub import: Option<Snapshot>,
    /// The last signature, where there is one.
    pub signature: Option<Review>,
    /// The state that it signed, where git or the file still has it.
    pub signed: Option<Snapshot>,
}

impl Past {
    /// One state; `None` where there is none, and for the screen, which the past does not know.
    pub fn of(&self, version: Version) -> Option<&Snapshot> {
        match version {
            Version::Import => self.import.as_ref(),
            Version::Signature => self.signed.as_ref(),
            Version::Commit => self.commit.as_ref(),
            Version::Disk => self.disk.as_ref(),
            Version::Screen => None,
        }
    }

    /// Whether a signature's text is in no state that is left.
    pub fn lost_signature(&self) -> bool {
        self.signature.is_some() && self.signed.is_none()
    }

    /// The state to compare with first: as last signed, else the last commit.
    pub fn nearest(&self) -> Version {
        if self.signed.is_some() {
            Version::Signature
        } else {
            Version::Commit
        }
    }
}
