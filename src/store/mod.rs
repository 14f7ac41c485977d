//! The newsroom on disk: drafts, issues, locks. Every file it writes is whole or not there.
//!
//! | file | what it owns |
//! |---|---|
//! | [`find`] | which folder is the newsroom, making a new one |
//! | [`load`] | all drafts, issues and settings, and what could not be read |
//! | [`draft_file`] | one draft as TOML; edits that touch only the lines they mean |
//! | [`proof_lists`] | the house's word lists |
//! | [`save`], [`fields`] | new drafts, saves, both versions merged or kept |
//! | [`assembly`] | the next issue, by one rename |
//! | [`archive`] | past issues: render, verify, take back |
//! | [`proof_allow`] | passages that proofreading never flags again |
//! | [`atomic`], [`lock`], [`sweep`], [`unreported`], [`hash`] | what they stand on |
//!
//! This floor must not know screens, git, or how an issue file looks.

pub mod archive;
pub mod assembly;
pub mod atomic;
pub mod draft_file;
pub mod error;
pub mod fields;
pub mod find;
pub mod hash;
pub mod load;
pub mod lock;
pub mod proof_allow;
pub mod proof_lists;
pub mod rescue;
pub mod save;
pub mod sweep;
pub mod unreported;

use std::path::{Path, PathBuf};

pub use archive::{Difference, Undone};
pub use assembly::{Assembled, IssueFile, Render};
pub use error::{SaveError, StoreError};
pub use find::{Made, Search};
pub use load::{Loaded, in_parallel};
pub use lock::Lock;
pub use proof_lists::ProofList;
pub use save::Kept;

/// The folder of a newsroom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newsroom {
    root: PathBuf,
}

impl Newsroom {
    /// Its absolute path, links resolved.
    pub fn root(&self) -> &Path {
        &self.root
    }
}

#[cfg(test)]
mod tests;
