//! The next issue: built aside, synced, put in place by one rename.
//!
//! The rename is the commit point: a crash before it leaves no issue, one after it a whole one.
//! This file must not know how an issue file looks, nor git.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::{panic, thread};

use crate::domain::{
    Date, Draft, DraftId, IssueDoc, IssueNumber, Manifest, ManifestItem, Plan, Problem, Stage,
    imprint, issue,
};

use super::{Loaded, Lock, Newsroom, StoreError, atomic, sweep};

/// An issue file as a format made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueFile {
    /// Its extension, without dot.
    pub extension: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl IssueFile {
    /// Its name in the issue's folder.
    pub(super) fn name(&self, doc: &IssueDoc) -> String {
        issue::file_name(&doc.title, doc.number, self.extension)
    }
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
        let copies = copies(&loaded, &plan, raw);
        let make = || {
            let mut parts = vec![record(&manifest(&loaded, &plan, &doc))?];
            let files = render(&doc, &loaded.settings.export.formats)?;
            parts.extend(files.into_iter().map(|file| Part::of(&doc, file)));
            Ok(parts)
        };
        let mut names = self.put_in_place(doc.number, &copies, make)?;
        names.remove(0);
        Ok(outcome(&loaded, &plan, &doc, &names))
    }

    /// What [`Newsroom::assemble`] would do; writes nothing.
    pub fn rehearse(&self, date: Date, render: &Render) -> Result<Assembled, StoreError> {
        let mut loaded = self.load();
        let (plan, doc) = self.check(&mut loaded, date)?;
        let files = render(&doc, &loaded.settings.export.formats)?;
        let names: Vec<String> = files.iter().map(|file| file.name(&doc)).collect();
        Ok(outcome(&loaded, &plan, &doc, &names))
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
        let mut doc = IssueDoc {
            title: settings.title.clone(),
            paper: settings.paper.clone(),
            number: plan.number,
            date,
            items: plan.items.iter().map(|&at| moved(at)).collect(),
            credits: settings.credits.clone(),
            signers: Vec::new(),
        };
        doc.signers = imprint::signers(&records(loaded, &plan, &doc));
        Ok((plan, doc))
    }

    /// Writes the folder aside, syncs every file and the folder, renames it, syncs its parent.
    ///
    /// `make` gives the other files while the copies are written; their names are returned.
    fn put_in_place(
        &self,
        number: IssueNumber,
        copies: &[Part],
        make: impl FnOnce() -> Result<Vec<Part>, StoreError>,
    ) -> Result<Vec<String>, StoreError> {
        let issues = self.root.join("issues");
        let first = !issues.is_dir();
        if first {
            fs::create_dir_all(&issues).map_err(StoreError::io(&issues))?;
            atomic::sync_dir(&self.root)?;
        }
        atomic::inside(&self.root, &issues)?;
        let name = number.folder();
        let aside = issues.join(sweep::making(&name));
        let target = issues.join(&name);
        let _ = fs::remove_dir_all(&aside);
        let placed = write_folder(&aside, copies, make).and_then(|names| {
            fs::rename(&aside, &target).map_err(|error| taken(number, &target, error))?;
            Ok(names)
        });
        if placed.is_err() {
            let _ = fs::remove_dir_all(&aside);
            if first {
                let _ = fs::remove_dir(&issues);
            }
        } else {
            atomic::sync_dir(&issues)?;
        }
        placed
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

fn outcome(loaded: &Loaded, plan: &Plan, doc: &IssueDoc, names: &[String]) -> Assembled {
    let id = |at: usize| loaded.entries[at].draft.id.clone();
    let folder = folder(plan.number);
    Assembled {
        number: plan.number,
        date: doc.date,
        items: plan.items.iter().map(|&at| id(at)).collect(),
        left_out: plan.left_out.iter().map(|&(at, s)| (id(at), s)).collect(),
        unread: plan.unread.clone(),
        files: names.iter().map(|name| folder.join(name)).collect(),
        folder,
    }
}

fn manifest(loaded: &Loaded, plan: &Plan, doc: &IssueDoc) -> Manifest {
    Manifest {
        schema: 1,
        number: doc.number.running,
        year_number: doc.number.of_year.map(|(_, n)| n),
        date: doc.date.to_string(),
        title: doc.title.clone(),
        paper: doc.paper.clone(),
        formats: loaded.settings.export.formats.clone(),
        credits: doc.credits.clone(),
        items: records(loaded, plan, doc),
    }
}

/// What the record says of each draft; the drafts are in the issue already.
fn records(loaded: &Loaded, plan: &Plan, doc: &IssueDoc) -> Vec<ManifestItem> {
    let asked = &loaded.settings.review;
    let item = |(&at, draft): (&usize, &Draft)| {
        let entry = &loaded.entries[at];
        ManifestItem {
            id: draft.id.to_string(),
            sha256: entry.file_hash.clone(),
            reviews: imprint::signed(draft, &entry.content_hash, asked),
            proofs: imprint::passed(draft, asked),
        }
    };
    plan.items.iter().zip(&doc.items).map(item).collect()
}

/// A file of the folder.
struct Part {
    name: String,
    bytes: Vec<u8>,
}

impl Part {
    fn of(doc: &IssueDoc, file: IssueFile) -> Self {
        Self {
            name: file.name(doc),
            bytes: file.bytes,
        }
    }
}

/// `issue.toml`.
fn record(manifest: &Manifest) -> Result<Part, StoreError> {
    let name = "issue.toml";
    let text = toml::to_string(manifest)
        .map_err(|error| StoreError::io(Path::new(name))(io::Error::other(error.to_string())))?;
    Ok(Part {
        name: name.into(),
        bytes: text.into_bytes(),
    })
}

/// The copies of the drafts, byte for byte as they were read.
fn copies(loaded: &Loaded, plan: &Plan, mut raw: HashMap<DraftId, Vec<u8>>) -> Vec<Part> {
    let copy = |(position, &at): (usize, &usize)| {
        let entry = &loaded.entries[at];
        Part {
            name: issue::copy_name(position, entry.draft.id.as_str()),
            bytes: raw.remove(&entry.draft.id).unwrap_or_default(),
        }
    };
    plan.items.iter().enumerate().map(copy).collect()
}

/// Files that are written before the first of them is synced: the disk can take them together, and
/// no more are open at once than any system allows.
const BATCH: usize = 128;

/// One thread begins with the copies while the other files are made; then both share what is left.
fn write_folder(
    aside: &Path,
    copies: &[Part],
    make: impl FnOnce() -> Result<Vec<Part>, StoreError>,
) -> Result<Vec<String>, StoreError> {
    fs::create_dir(aside).map_err(StoreError::io(aside))?;
    let batches = Mutex::new(copies.chunks(BATCH));
    let next = || batches.lock().ok().and_then(|mut batches| batches.next());
    let copy = || std::iter::from_fn(next).try_for_each(|batch| write_batch(aside, batch));
    let made = thread::scope(|scope| {
        let copying = scope.spawn(copy);
        let made = make().and_then(|parts| {
            write_batch(aside, &parts)?;
            Ok(parts)
        });
        let copied = if made.is_ok() { copy() } else { Ok(()) };
        let others = copying.join().unwrap_or_else(|e| panic::resume_unwind(e));
        copied.and(others).and(made)
    })?;
    atomic::sync_dir(aside)?;
    Ok(made.into_iter().map(|part| part.name).collect())
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
