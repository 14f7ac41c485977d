//! Files that are whole or not there: written aside, synced, put in place by one call.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::domain::{Problem, ProblemKind};

use super::StoreError;

static NEXT: AtomicU32 = AtomicU32::new(0);

/// Name of the file that is written before it takes the place of `name`.
pub(super) fn aside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let n = NEXT.fetch_add(1, Ordering::Relaxed);
    path.with_file_name(format!(".{name}.liangdian-{}-{n}", std::process::id()))
}

/// Whether a file name is one of [`aside`].
pub(super) fn is_aside(name: &str) -> bool {
    let Some((front, back)) = name.rsplit_once(".liangdian-") else {
        return false;
    };
    let numbers = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    front.starts_with('.')
        && back
            .split_once('-')
            .is_some_and(|(a, b)| numbers(a) && numbers(b))
}

/// Writes a new file; the folder must be there.
///
/// # Errors
/// [`StoreError::Taken`] where the name is in use: nothing is ever overwritten.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let temp = aside(path);
    let done = write_new(&temp, bytes, None).and_then(|()| place_new(&temp, path, bytes));
    let _ = fs::remove_file(&temp);
    match done {
        Ok(()) => sync_dir(path.parent().unwrap_or(Path::new("."))),
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {
            Err(StoreError::Taken(path.to_owned()))
        }
        Err(e) => Err(StoreError::io(path)(e)),
    }
}

/// Puts a written file in place unless the name is taken.
fn place_new(temp: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::hard_link(temp, path) {
        Err(e) if e.kind() != io::ErrorKind::AlreadyExists => write_new(path, bytes, None),
        other => other,
    }
}

/// Replaces the content of a file inside the newsroom; its mode stays, links are followed.
///
/// # Errors
/// [`ProblemKind::Outside`] where a link leads out of `root`.
pub fn replace(root: &Path, path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let target = inside(root, path)?;
    let temp = aside(&target);
    let done = fs::metadata(&target)
        .and_then(|meta| write_new(&temp, bytes, Some(meta.permissions())))
        .and_then(|()| fs::rename(&temp, &target));
    if let Err(e) = done {
        let _ = fs::remove_file(&temp);
        return Err(StoreError::io(path)(e));
    }
    sync_dir(target.parent().unwrap_or(root))
}

/// The file itself, links resolved; it must lie inside the newsroom.
pub fn inside(root: &Path, path: &Path) -> Result<PathBuf, StoreError> {
    let target = fs::canonicalize(path).map_err(StoreError::io(path))?;
    if target.starts_with(root) {
        return Ok(target);
    }
    Err(StoreError::Problem(Problem {
        path: path.strip_prefix(root).unwrap_or(path).to_owned(),
        line: None,
        kind: ProblemKind::Outside,
    }))
}

fn write_new(path: &Path, bytes: &[u8], mode: Option<fs::Permissions>) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    if let Some(mode) = mode {
        file.set_permissions(mode)?;
    }
    file.write_all(bytes)?;
    file.sync_all()
}

/// Makes the names in a folder survive a power cut.
pub fn sync_dir(dir: &Path) -> Result<(), StoreError> {
    let dir = if dir.as_os_str().is_empty() {
        Path::new(".")
    } else {
        dir
    };
    File::open(dir)
        .and_then(|file| file.sync_all())
        .map_err(StoreError::io(dir))
}
