//! Past issues: read, render, verify, take back.
//!
//! An issue folder stands by itself: its own copies of the drafts and `issue.toml` give every
//! byte of its files, whatever became of the drafts since.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::domain::{
    Date, Draft, DraftId, IssueDoc, IssueNumber, Manifest, Problem, ProblemKind, imprint, issue,
};

use super::draft_file::read;
use super::load::{folder_number, read_manifest, relative};
use super::{
    Assembled, IssueFile, Lock, Newsroom, Render, StoreError, assembly, atomic, hash, sweep,
};

/// An issue that was taken back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Undone {
    /// Its number.
    pub number: u32,
    /// Its folder, relative to the newsroom; no longer there.
    pub folder: PathBuf,
    /// The drafts it listed.
    pub items: Vec<String>,
    /// Its issue files, relative to the newsroom.
    pub files: Vec<PathBuf>,
}

/// Something in an issue folder that is not as it was assembled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// A draft copy or issue file is missing.
    Missing(PathBuf),
    /// A draft copy has other bytes than its hash in `issue.toml` says.
    Copy(PathBuf),
    /// An issue file has other bytes than the copies give.
    File(PathBuf),
}

impl Newsroom {
    /// The record of an issue and all that its files print.
    ///
    /// # Errors
    /// [`StoreError::NoIssue`]; [`StoreError::Problem`] where the record or a copy cannot be used.
    pub fn issue(&self, number: u32) -> Result<(Manifest, IssueDoc), StoreError> {
        let folder = self.issue_folder(number)?;
        let manifest = self.manifest(&folder, number)?;
        let date = manifest
            .date
            .parse::<Date>()
            .map_err(|error| self.bad_issue(&folder, format!("issue.toml: date: {error}")))?;
        let mut items = Vec::with_capacity(manifest.items.len());
        for (position, item) in manifest.items.iter().enumerate() {
            let path = folder.join(issue::copy_name(position, &item.id));
            items.push(self.copy(&path, &item.id)?);
        }
        let doc = IssueDoc {
            title: manifest.title.clone(),
            paper: manifest.paper.clone(),
            number: manifest.issue_number(),
            date,
            items,
            credits: manifest.credits.clone(),
            signers: imprint::signers(&manifest.items),
        };
        Ok((manifest, doc))
    }

    /// An issue as its assembly reported it, without what stayed out.
    pub fn assembled(&self, number: u32) -> Result<Assembled, StoreError> {
        let (manifest, doc) = self.issue(number)?;
        let folder = assembly::folder(doc.number);
        let names = self.files_of(&manifest)?;
        Ok(Assembled {
            number: doc.number,
            date: doc.date,
            items: doc.items.iter().map(|draft| draft.id.clone()).collect(),
            left_out: Vec::new(),
            unread: Vec::new(),
            files: names.iter().map(|name| folder.join(name)).collect(),
            folder,
        })
    }

    /// Names of the issue files in a folder, sorted.
    fn files_of(&self, manifest: &Manifest) -> Result<Vec<String>, StoreError> {
        let folder = self.issue_folder(manifest.number)?;
        let stem = issue::file_name(&manifest.title, manifest.issue_number(), "");
        let names = fs::read_dir(&folder).map_err(StoreError::io(&folder))?;
        let names = names.flatten().map(|name| name.file_name());
        let mut names: Vec<String> = names
            .map(|name| name.to_string_lossy().into_owned())
            .filter(|name| name.starts_with(&stem))
            .collect();
        names.sort();
        Ok(names)
    }

    fn copy(&self, path: &Path, id: &str) -> Result<Draft, StoreError> {
        let problem = |line, kind| {
            StoreError::Problem(Problem {
                path: relative(&self.root, path),
                line,
                kind,
            })
        };
        let id = DraftId::new(id).map_err(|_| problem(None, ProblemKind::Name))?;
        let unreadable =
            |e: io::Error| problem(None, ProblemKind::Unreadable(e.kind(), e.to_string()));
        let bytes = fs::read(path).map_err(unreadable)?;
        read::read(id, &bytes).map_err(|fault| problem(fault.line, fault.kind))
    }

    /// Renders an issue anew from its own copies and compares every byte.
    ///
    /// Empty where nothing differs.
    pub fn verify(&self, number: u32, render: &Render) -> Result<Vec<Difference>, StoreError> {
        let folder = self.issue_folder(number)?;
        let manifest = self.manifest(&folder, number)?;
        let mut found = self.verify_copies(&folder, &manifest)?;
        if !found.is_empty() {
            return Ok(found);
        }
        let (_, doc) = self.issue(number)?;
        for file in render(&doc, &manifest.formats)? {
            found.extend(self.verify_file(&folder, &doc, &file)?);
        }
        Ok(found)
    }

    fn verify_copies(
        &self,
        folder: &Path,
        manifest: &Manifest,
    ) -> Result<Vec<Difference>, StoreError> {
        let mut found = Vec::new();
        for (position, item) in manifest.items.iter().enumerate() {
            let path = folder.join(issue::copy_name(position, &item.id));
            let name = relative(&self.root, &path);
            match read_file(&path)? {
                None => found.push(Difference::Missing(name)),
                Some(bytes) if hash::of(&bytes) != item.sha256 => {
                    found.push(Difference::Copy(name));
                }
                Some(_) => {}
            }
        }
        Ok(found)
    }

    fn verify_file(
        &self,
        folder: &Path,
        doc: &IssueDoc,
        file: &IssueFile,
    ) -> Result<Option<Difference>, StoreError> {
        let path = folder.join(file.name(doc));
        let name = relative(&self.root, &path);
        Ok(match read_file(&path)? {
            None => Some(Difference::Missing(name)),
            Some(bytes) if bytes != file.bytes => Some(Difference::File(name)),
            Some(_) => None,
        })
    }

    /// The number of the last issue, by the names of the folders.
    pub fn last_issue(&self) -> Option<u32> {
        let names = fs::read_dir(self.root.join("issues")).into_iter().flatten();
        names
            .flatten()
            .filter_map(|name| folder_number(&name.file_name().to_string_lossy()))
            .max()
    }

    /// Takes an issue back: one rename to a hidden name, then removal.
    ///
    /// Whether it was pushed is for the caller to ask before.
    ///
    /// # Errors
    /// [`StoreError::Foreign`] where the folder holds what the assembly did not write.
    pub fn undo(&self, _lock: &Lock, number: u32) -> Result<Undone, StoreError> {
        let folder = self.issue_folder(number)?;
        let manifest = self.manifest(&folder, number)?;
        self.only_ours(&folder, &manifest)?;
        let files = self.files_of(&manifest)?;
        let name = IssueNumber {
            running: number,
            of_year: None,
        }
        .folder();
        let aside = self.root.join("issues").join(sweep::undoing(&name));
        fs::rename(&folder, &aside).map_err(StoreError::io(&folder))?;
        atomic::sync_dir(&self.root.join("issues"))?;
        // What cannot be removed now is swept at the next start.
        let _ = fs::remove_dir_all(&aside);
        let folder = relative(&self.root, &folder);
        Ok(Undone {
            number,
            files: files.iter().map(|name| folder.join(name)).collect(),
            items: manifest.items.into_iter().map(|item| item.id).collect(),
            folder,
        })
    }

    fn only_ours(&self, folder: &Path, manifest: &Manifest) -> Result<(), StoreError> {
        let number = manifest.issue_number();
        let copies = manifest.items.iter().enumerate();
        let mut ours: HashSet<String> = copies
            .map(|(at, item)| issue::copy_name(at, &item.id))
            .collect();
        ours.insert("issue.toml".into());
        let stem = issue::file_name(&manifest.title, number, "");
        let names = fs::read_dir(folder).map_err(StoreError::io(folder))?;
        for name in names {
            let name = name.map_err(StoreError::io(folder))?.file_name();
            let name = name.to_string_lossy();
            if !ours.contains(name.as_ref()) && !name.starts_with(&stem) {
                let path = relative(&self.root, &folder.join(name.as_ref()));
                return Err(StoreError::Foreign(path));
            }
        }
        Ok(())
    }

    fn issue_folder(&self, number: u32) -> Result<PathBuf, StoreError> {
        let number = IssueNumber {
            running: number,
            of_year: None,
        };
        let folder = self.root.join(assembly::folder(number));
        if folder.is_dir() {
            return atomic::inside(&self.root, &folder);
        }
        Err(StoreError::NoIssue(number.running))
    }

    fn manifest(&self, folder: &Path, number: u32) -> Result<Manifest, StoreError> {
        read_manifest(folder, number).map_err(|why| self.bad_issue(folder, why))
    }

    fn bad_issue(&self, folder: &Path, why: String) -> StoreError {
        StoreError::Problem(Problem {
            path: relative(&self.root, folder),
            line: None,
            kind: ProblemKind::Issue(why),
        })
    }
}

fn read_file(path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(StoreError::io(path)(e)),
    }
}
