//! New drafts and saves: what another editor wrote in the meantime is merged, shown or kept, never
//! overwritten unseen.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::domain::{Date, Draft, DraftId, Entry, Problem, Status};
use crate::text::pinyin;

use super::draft_file::{edit, write};
use super::load::read_entry;
use super::{Lock, Newsroom, SaveError, StoreError, atomic, fields};

/// What [`Newsroom::save_over`] kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The draft with our version.
    pub ours: Entry,
    /// The other version as a new draft (`ID-2`, status draft).
    pub theirs: Entry,
}

/// How long a save waits for an assembly that is under way.
const WAIT: Duration = Duration::from_secs(5);

impl Newsroom {
    /// An id that no draft of this newsroom has: day and pinyin (`20260401-liulinshe`, then
    /// `-2`, `-3` …). `taken` tells the ids that are in use elsewhere.
    pub fn fresh_id(&self, date: Date, title: &str, taken: &dyn Fn(&DraftId) -> bool) -> DraftId {
        let day = date.to_string().replace('-', "");
        self.free(
            &format!("{day}-{}", pinyin::slug(title)),
            Some(date),
            1,
            taken,
        )
    }

    /// The first of `stem`, `stem-2`, `stem-3` … that is in use nowhere.
    fn free(
        &self,
        stem: &str,
        date: Option<Date>,
        from: u32,
        taken: &dyn Fn(&DraftId) -> bool,
    ) -> DraftId {
        let mut n = from;
        loop {
            let name = if n == 1 {
                stem.to_owned()
            } else {
                format!("{stem}-{n}")
            };
            if let Ok(id) = DraftId::new(name)
                && !taken(&id)
                && !self.root.join(home(&id, date)).exists()
            {
                return id;
            }
            n += 1;
        }
    }

    /// Writes a new draft to `drafts/YYYY-MM/ID.toml` (the month of its date).
    ///
    /// # Errors
    /// [`StoreError::Taken`] where the file exists.
    pub fn create(&self, draft: &Draft) -> Result<Entry, StoreError> {
        let path = home(&draft.id, draft.date);
        let full = self.root.join(&path);
        self.folder(full.parent().unwrap_or(&self.root))?;
        atomic::create(&full, write::new_file(draft).as_bytes()).map_err(|error| match error {
            StoreError::Taken(_) => StoreError::Taken(path),
            other => other,
        })?;
        self.reread(&full)
    }

    /// Deletes a draft's file, unless it holds another text than this entry; one that is gone
    /// already is no error.
    pub fn discard(&self, base: &Entry) -> Result<(), StoreError> {
        let full = self.root.join(&base.path);
        match self.reread(&full) {
            Ok(now) if now.file_hash == base.file_hash => {
                std::fs::remove_file(&full).map_err(StoreError::io(&full))
            }
            _ => Ok(()),
        }
    }

    /// Makes a folder for drafts, inside the newsroom also where links are on the way.
    fn folder(&self, dir: &Path) -> Result<(), StoreError> {
        if !dir.is_dir() {
            std::fs::create_dir_all(dir).map_err(StoreError::io(dir))?;
            if let Some(above) = dir.parent() {
                atomic::sync_dir(above)?;
            }
        }
        atomic::inside(&self.root, dir).map(drop)
    }

    fn reread(&self, full: &Path) -> Result<Entry, StoreError> {
        let (entry, _) = read_entry(&self.root, full).map_err(StoreError::Problem)?;
        Ok(entry)
    }

    /// Saves the fields of `draft` that differ from `base`, the draft as it was opened.
    ///
    /// Fields that someone else changed in the meantime stay as they are on disk; signatures and
    /// remarks that both sides added are all kept.
    ///
    /// # Errors
    /// [`SaveError::Clash`] where the same field was changed on both sides; nothing is written.
    pub fn save(&self, base: &Entry, draft: &Draft) -> Result<Entry, SaveError> {
        let _lock = self.lock_if_possible()?;
        let (theirs, bytes) = self.present(&base.path)?;
        let (merged, clashes) = fields::merge(&base.draft, draft, &theirs.draft);
        if !clashes.is_empty() {
            return Err(SaveError::Clash {
                fields: clashes,
                theirs: Box::new(theirs),
            });
        }
        self.put(theirs, &bytes, &merged)
    }

    /// Saves ours and keeps the version on disk as a new draft (`ID-2`, status draft).
    pub fn save_over(&self, base: &Entry, draft: &Draft) -> Result<Kept, SaveError> {
        let _lock = self.lock_if_possible()?;
        let (theirs, bytes) = self.present(&base.path)?;
        let mut copy = theirs.draft.clone();
        copy.status = Status::Draft;
        let known: Vec<DraftId> = self
            .load()
            .entries
            .into_iter()
            .map(|e| e.draft.id)
            .collect();
        let stem = copy.id.as_str().to_owned();
        copy.id = self.free(&stem, copy.date, 2, &|id| known.contains(id));
        let kept = self.create_like(&theirs, &bytes, &copy)?;
        let (mut ours, _) = fields::merge(&base.draft, draft, &theirs.draft);
        for field in fields::changed(&base.draft, draft) {
            fields::take(field, draft, &mut ours);
        }
        let ours = self.put(theirs, &bytes, &ours)?;
        Ok(Kept { ours, theirs: kept })
    }

    /// A new draft with all that another file holds, unknown keys too.
    fn create_like(&self, like: &Entry, bytes: &[u8], draft: &Draft) -> Result<Entry, SaveError> {
        let path = home(&draft.id, draft.date);
        let full = self.root.join(&path);
        self.folder(full.parent().unwrap_or(&self.root))?;
        let bytes = edit::edit(bytes, &like.draft, draft).map_err(|f| unusable(&like.path, f))?;
        atomic::create(&full, &bytes)?;
        Ok(self.reread(&full)?)
    }

    /// The file as it is now.
    fn present(&self, path: &Path) -> Result<(Entry, Vec<u8>), SaveError> {
        let full = self.root.join(path);
        match std::fs::symlink_metadata(&full) {
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
                return Err(SaveError::Gone(path.to_owned()));
            }
            Err(e) => return Err(StoreError::io(path)(e).into()),
            Ok(_) => {}
        }
        self.read_raw(path).map_err(SaveError::Unusable)
    }

    fn put(&self, theirs: Entry, bytes: &[u8], draft: &Draft) -> Result<Entry, SaveError> {
        let full = self.root.join(&theirs.path);
        let edited =
            edit::edit(bytes, &theirs.draft, draft).map_err(|f| unusable(&theirs.path, f))?;
        if edited == bytes {
            return Ok(theirs);
        }
        atomic::replace(&self.root, &full, &edited)?;
        Ok(self.reread(&full)?)
    }

    /// The lock; none where `.liangdian` cannot be written, for the draft itself still may.
    fn lock_if_possible(&self) -> Result<Option<Lock>, StoreError> {
        match self.lock(WAIT) {
            Ok(lock) => Ok(Some(lock)),
            Err(StoreError::Io { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

fn unusable(path: &Path, fault: super::draft_file::read::Fault) -> SaveError {
    SaveError::Unusable(Problem {
        path: path.to_owned(),
        line: fault.line,
        kind: fault.kind,
    })
}

/// Where a draft's file belongs, relative to the newsroom.
pub fn home(id: &DraftId, date: Option<Date>) -> PathBuf {
    let mut path = PathBuf::from("drafts");
    if let Some(date) = date {
        path.push(format!("{:04}-{:02}", date.year(), date.month()));
    }
    path.push(format!("{id}.toml"));
    path
}
