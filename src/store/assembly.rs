//! The next issue: built aside, synced, put in place by one rename.
//!
//! The rename is the commit point: a crash before it leaves no issue, one after it a whole one.
//! This file must not know how an issue file looks, nor git.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::domain::{
    Date, Draft, DraftId, Entry, IssueDoc, IssueNumber, Manifest, ManifestItem, Plan, Problem,
    Stage, issue,
};

use super::load::shared_out;
use super::{Loaded, Lock, Newsroom, StoreError, atomic, sweep};

/// An issue file as a format made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueFile {
    /// Its extension, without dot.
    pub extension: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// Makes the issue files of the named formats.
pub type Render<'a> = dyn Fn(&IssueDoc, &[String]) -> Result<Vec<IssueFile>, StoreError> + 'a;

/// An issue that was put in place, or would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assembled {
    /// Its number.
    pub number: IssueNumber,
    /// Its day.
    pub date: Date,
    /// Its folder, relative to the newsroom: `issues/0012`.
    pub folder: PathBuf,
    /// The drafts in print order.
    pub items: Vec<DraftId>,
    /// The drafts that stayed out, with their stage.
    pub left_out: Vec<(DraftId, Stage)>,
    /// Files that could not be read and so stayed out.
    pub unread: Vec<Problem>,
    /// The issue files, relative to the newsroom.
    pub files: Vec<PathBuf>,
}

impl Newsroom {
    /// Makes the next issue of every ready draft.
    ///
    /// # Errors
    /// [`StoreError::Blocked`] and [`StoreError::NothingReady`] before anything is written;
    /// [`StoreError::NumberTaken`] where the folder is there already. In every case of an error
    /// there is no new issue.
    pub fn assemble(
        &self,
        _lock: &Lock,
        date: Date,
        render: &Render,
    ) -> Result<Assembled, StoreError> {
        let (mut loaded, raw) = self.load_raw(true);
        let (plan, doc) = self.check(&mut loaded, date)?;
        let files = render(&doc, &loaded.settings.export.formats)?;
        let assembled = outcome(&loaded, &plan, &doc, &files);
        let manifest = manifest(&loaded, &plan, &doc);
        let parts = parts(&loaded, &plan, &raw, &manifest, &doc, &files)?;
        self.put_in_place(&doc.number, &parts)?;
        Ok(assembled)
    }

    /// What [`Newsroom::assemble`] would do; writes nothing.
    pub fn rehearse(&self, date: Date, render: &Render) -> Result<Assembled, StoreError> {
        let mut loaded = self.load();
        let (plan, doc) = self.check(&mut loaded, date)?;
        let files = render(&doc, &loaded.settings.export.formats)?;
        Ok(outcome(&loaded, &plan, &doc, &files))
    }

    /// The plan and the issue, or what stands in its way; the drafts move into the issue, and
    /// their entries keep the ids.
    fn check(&self, loaded: &mut Loaded, date: Date) -> Result<(Plan, IssueDoc), StoreError> {
        let settings = &loaded.settings;
        let problems = &loaded.problems;
        // Without a past issue's record its stories would be printed a second time.
        if let Some(problem) = problems.iter().find(|p| p.path.starts_with("issues")) {
            return Err(StoreError::Problem(problem.clone()));
        }
        let plan = issue::plan(&loaded.entries, problems, &loaded.issues, settings, date);
        if !plan.blocked.is_empty() {
            return Err(StoreError::Blocked(plan.blocked));
        }
        if plan.items.is_empty() {
            return Err(StoreError::NothingReady);
        }
        let path = folder(plan.number);
        if fs::symlink_metadata(self.root.join(&path)).is_ok() {
            return Err(StoreError::NumberTaken {
                number: plan.number.running,
                path,
            });
        }
        let mut moved = |at: usize| {
            let draft = &mut loaded.entries[at].draft;
            let id = draft.id.clone();
            std::mem::replace(draft, Draft::empty(id))
        };
        let doc = IssueDoc {
            title: settings.title.clone(),
            paper: settings.paper.clone(),
            number: plan.number,
            date,
            items: plan.items.iter().map(|&at| moved(at)).collect(),
            credits: settings.credits.clone(),
        };
        Ok((plan, doc))
    }

    /// Writes the folder aside, syncs every file and the folder, renames it, syncs its parent.
    fn put_in_place(&self, number: &IssueNumber, parts: &[Part]) -> Result<(), StoreError> {
        let issues = self.root.join("issues");
        if !issues.is_dir() {
            fs::create_dir_all(&issues).map_err(StoreError::io(&issues))?;
            atomic::sync_dir(&self.root)?;
        }
        atomic::inside(&self.root, &issues)?;
        let name = number.folder();
        let aside = issues.join(sweep::making(&name));
        let target = issues.join(&name);
        let _ = fs::remove_dir_all(&aside);
        let placed = write_folder(&aside, parts).and_then(|()| {
            fs::rename(&aside, &target).map_err(|error| taken(*number, &target, error))
        });
        if let Err(error) = placed {
            let _ = fs::remove_dir_all(&aside);
            return Err(error);
        }
        atomic::sync_dir(&issues)
    }
}

fn taken(number: IssueNumber, target: &Path, error: io::Error) -> StoreError {
    match error.kind() {
        io::ErrorKind::DirectoryNotEmpty
        | io::ErrorKind::AlreadyExists
        | io::ErrorKind::NotADirectory => StoreError::NumberTaken {
            number: number.running,
            path: folder(number),
        },
        _ => StoreError::io(target)(error),
    }
}

/// The folder of an issue, relative to the newsroom.
pub(super) fn folder(number: IssueNumber) -> PathBuf {
    Path::new("issues").join(number.folder())
}

fn outcome(loaded: &Loaded, plan: &Plan, doc: &IssueDoc, files: &[IssueFile]) -> Assembled {
    let id = |at: usize| loaded.entries[at].draft.id.clone();
    let folder = folder(plan.number);
    let name = |file: &IssueFile| issue::file_name(&doc.title, doc.number, file.extension);
    Assembled {
        number: plan.number,
        date: doc.date,
        items: plan.items.iter().map(|&at| id(at)).collect(),
        left_out: plan.left_out.iter().map(|&(at, s)| (id(at), s)).collect(),
        unread: plan.unread.clone(),
        files: files.iter().map(|file| folder.join(name(file))).collect(),
        folder,
    }
}

fn manifest(loaded: &Loaded, plan: &Plan, doc: &IssueDoc) -> Manifest {
    let item = |entry: &Entry| ManifestItem {
        id: entry.draft.id.to_string(),
        sha256: entry.file_hash.clone(),
    };
    Manifest {
        schema: 1,
        number: doc.number.running,
        year_number: doc.number.of_year.map(|(_, n)| n),
        date: doc.date.to_string(),
        title: doc.title.clone(),
        paper: doc.paper.clone(),
        formats: loaded.settings.export.formats.clone(),
        credits: doc.credits.clone(),
        items: plan
            .items
            .iter()
            .map(|&at| item(&loaded.entries[at]))
            .collect(),
    }
}

/// A file of the folder.
struct Part<'a> {
    name: String,
    bytes: std::borrow::Cow<'a, [u8]>,
}

/// `issue.toml`, the copies of the drafts, the issue files.
fn parts<'a>(
    loaded: &Loaded,
    plan: &Plan,
    raw: &'a HashMap<PathBuf, Vec<u8>>,
    manifest: &Manifest,
    doc: &IssueDoc,
    files: &'a [IssueFile],
) -> Result<Vec<Part<'a>>, StoreError> {
    let record = toml::to_string(manifest).map_err(|error| {
        StoreError::io(Path::new("issue.toml"))(io::Error::other(error.to_string()))
    })?;
    let mut parts = vec![Part {
        name: "issue.toml".into(),
        bytes: record.into_bytes().into(),
    }];
    for (position, &at) in plan.items.iter().enumerate() {
        let entry = &loaded.entries[at];
        let bytes = raw.get(&entry.path).map(Vec::as_slice).unwrap_or_default();
        parts.push(Part {
            name: issue::copy_name(position, entry.draft.id.as_str()),
            bytes: bytes.into(),
        });
    }
    parts.extend(files.iter().map(|file| Part {
        name: issue::file_name(&doc.title, doc.number, file.extension),
        bytes: file.bytes.as_slice().into(),
    }));
    Ok(parts)
}

/// Files that are written before the first of them is synced: the disk can take them together, and
/// no more are open at once than any system allows.
const BATCH: usize = 128;

fn write_folder(aside: &Path, parts: &[Part]) -> Result<(), StoreError> {
    fs::create_dir(aside).map_err(StoreError::io(aside))?;
    let batches: Vec<&[Part]> = parts.chunks(BATCH).collect();
    let written = shared_out(&batches, 1, |batch| write_batch(aside, batch));
    written.into_iter().collect::<Result<(), _>>()?;
    atomic::sync_dir(aside)
}

fn write_batch(aside: &Path, batch: &[Part]) -> Result<(), StoreError> {
    let mut open = Vec::with_capacity(batch.len());
    for part in batch {
        let path = aside.join(&part.name);
        let written = File::create_new(&path).and_then(|mut file| {
            file.write_all(&part.bytes)?;
            Ok(file)
        });
        open.push(written.map_err(StoreError::io(&path))?);
    }
    for (file, part) in open.iter().zip(batch) {
        file.sync_all()
            .map_err(StoreError::io(&aside.join(&part.name)))?;
    }
    Ok(())
}
