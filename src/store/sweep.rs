//! What a crash left over: swept at the next start, under the lock, and only what this program
//! itself leaves.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::load::{folder_number, relative};
use super::{Lock, Newsroom, atomic};

/// A temporary file younger than this may belong to a save that is under way.
const AGE: Duration = Duration::from_mins(10);

impl Newsroom {
    /// Removes half-made issues, half-removed ones and old temporary files; returns what it
    /// removed, relative to the newsroom.
    ///
    /// The lock shows that no assembly is under way, so nothing of this is in use.
    pub fn sweep(&self, _lock: &Lock) -> Vec<PathBuf> {
        let mut swept = Vec::new();
        for path in names(&self.root.join("issues")) {
            if is_leftover(&file_name(&path)) && fs::remove_dir_all(&path).is_ok() {
                swept.push(relative(&self.root, &path));
            }
        }
        self.sweep_files(&self.root, false, &mut swept);
        self.sweep_files(&self.root.join("drafts"), true, &mut swept);
        swept
    }

    fn sweep_files(&self, dir: &Path, deep: bool, swept: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
            let path = entry.path();
            let kind = entry.file_type();
            if deep && kind.as_ref().is_ok_and(fs::FileType::is_dir) {
                self.sweep_files(&path, deep, swept);
            } else if kind.is_ok_and(|kind| kind.is_file())
                && atomic::is_aside(&entry.file_name().to_string_lossy())
            {
                let modified = entry.metadata().and_then(|meta| meta.modified()).ok();
                let age = modified.and_then(|at| at.elapsed().ok());
                if age.is_some_and(|age| age > AGE) && fs::remove_file(&path).is_ok() {
                    swept.push(relative(&self.root, &path));
                }
            }
        }
    }
}

fn names(dir: &Path) -> Vec<PathBuf> {
    let names = fs::read_dir(dir).into_iter().flatten().flatten();
    names.map(|name| name.path()).collect()
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// Name of an issue folder while it is made: `.0012-4711`.
pub(super) fn making(number: &str) -> String {
    format!(".{number}-{}", std::process::id())
}

/// Name of an issue folder while it is taken away: `.undo-0012-4711`.
pub(super) fn undoing(number: &str) -> String {
    format!(".undo-{number}-{}", std::process::id())
}

fn is_leftover(name: &str) -> bool {
    let Some(rest) = name.strip_prefix('.') else {
        return false;
    };
    let rest = rest.strip_prefix("undo-").unwrap_or(rest);
    rest.split_once('-').is_some_and(|(number, process)| {
        folder_number(number).is_some()
            && !process.is_empty()
            && process.bytes().all(|b| b.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_our_own_making_are_leftovers() {
        assert!(is_leftover(&making("0012")) && is_leftover(&undoing("0012")));
        for name in [
            "0012",
            ".git",
            ".0012",
            ".0012-",
            ".0012-x",
            ".12-1",
            ".undo-12",
            "undo-0012-1",
        ] {
            assert!(!is_leftover(name), "{name}");
        }
        assert!(atomic::is_aside(&file_name(&atomic::aside(Path::new(
            "a/b.toml"
        )))));
        assert!(!atomic::is_aside(".b.toml.liangdian-x") && !atomic::is_aside("b.toml"));
    }
}
