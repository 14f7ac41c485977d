//! The house's own word lists: `proof/*.toml` beside the drafts.
//!
//! Knows files, not what a list says.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::domain::{Problem, ProblemKind};

use super::load::relative;
use super::{Newsroom, StoreError, atomic};

/// The list that the program itself writes into.
pub const HOUSE: &str = "proof/house.toml";

/// A list as it is on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProofList {
    /// Its file, relative to the newsroom.
    pub path: PathBuf,
    /// What it says.
    pub text: String,
}

impl Newsroom {
    /// The house's lists by name, `house.toml` last so that it wins, and what could not be read.
    pub fn proof_lists(&self) -> (Vec<ProofList>, Vec<Problem>) {
        let (mut lists, mut problems) = (Vec::new(), Vec::new());
        let names = fs::read_dir(self.root.join("proof")).into_iter().flatten();
        let mut paths: Vec<PathBuf> = names.flatten().map(|name| name.path()).collect();
        paths.retain(|path| {
            let name = path.file_name().unwrap_or_default().as_encoded_bytes();
            path.extension().is_some_and(|e| e == "toml") && !name.starts_with(b".")
        });
        paths.sort_by_key(|path| (path.ends_with(HOUSE), path.clone()));
        for full in paths {
            let path = relative(&self.root, &full);
            match self.proof_list(&path) {
                Ok(text) => lists.push(ProofList { path, text }),
                Err(problem) => problems.push(problem),
            }
        }
        (lists, problems)
    }

    fn proof_list(&self, path: &Path) -> Result<String, Problem> {
        let problem = |kind| Problem {
            path: path.to_owned(),
            line: None,
            kind,
        };
        let full = self.root.join(path);
        if full.is_symlink() && !fs::canonicalize(&full).is_ok_and(|t| t.starts_with(&self.root)) {
            return Err(problem(ProblemKind::Outside));
        }
        let bytes = fs::read(&full)
            .map_err(|e| problem(ProblemKind::Unreadable(e.kind(), e.to_string())))?;
        String::from_utf8(bytes).map_err(|_| problem(ProblemKind::NotText))
    }

    /// Changes one list, made where there is none; whole or not at all, one editor at a time.
    ///
    /// # Errors
    /// [`StoreError::Problem`] with what `edit` says of a list that it cannot change; nothing is
    /// written then.
    pub fn edit_proof_list(
        &self,
        path: &Path,
        edit: impl FnOnce(&str) -> Result<String, String>,
    ) -> Result<(), StoreError> {
        let _lock = self.lock(std::time::Duration::from_secs(5))?;
        let full = self.root.join(path);
        let before = match fs::symlink_metadata(&full) {
            Err(e) if e.kind() == ErrorKind::NotFound => None,
            _ => Some(self.proof_list(path).map_err(StoreError::Problem)?),
        };
        let after = edit(before.as_deref().unwrap_or_default()).map_err(|why| {
            StoreError::Problem(Problem {
                path: path.to_owned(),
                line: None,
                kind: ProblemKind::Toml(why),
            })
        })?;
        match before {
            Some(before) if before == after => Ok(()),
            Some(_) => atomic::replace(&self.root, &full, after.as_bytes()),
            None => {
                let dir = full.parent().unwrap_or(&self.root);
                fs::create_dir_all(dir).map_err(StoreError::io(dir))?;
                atomic::inside(&self.root, dir)?;
                atomic::create(&full, after.as_bytes())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room() -> (tempfile::TempDir, Newsroom) {
        let dir = tempfile::tempdir().unwrap();
        let (room, _) = Newsroom::init(dir.path()).unwrap();
        (dir, room)
    }

    #[test]
    fn a_list_is_made_and_changed_and_read_again_the_house_s_own_last() {
        let (_dir, room) = room();
        let add = |name: &str, line: &str| {
            let edit = |text: &str| Ok(format!("{text}{line}\n"));
            room.edit_proof_list(Path::new(name), edit).unwrap();
        };
        add(HOUSE, "# 一");
        add("proof/z.toml", "# 三");
        add(HOUSE, "# 二");
        let (lists, problems) = room.proof_lists();
        let texts: Vec<&str> = lists.iter().map(|list| list.text.as_str()).collect();
        assert_eq!(texts, ["# 三\n", "# 一\n# 二\n"]);
        assert_eq!(problems, []);
    }

    #[test]
    fn a_list_that_is_no_text_does_not_hide_the_others() {
        let (_dir, room) = room();
        fs::create_dir(room.root().join("proof")).unwrap();
        fs::write(room.root().join("proof/a.toml"), b"\xff\xfe\x00").unwrap();
        fs::write(room.root().join("proof/b.toml"), "# b\n").unwrap();
        let (lists, problems) = room.proof_lists();
        assert_eq!(lists.len(), 1);
        assert_eq!(problems[0].path, Path::new("proof/a.toml"));
    }

    #[test]
    fn a_list_that_cannot_be_changed_stays_as_it_is() {
        let (_dir, room) = room();
        let path = Path::new(HOUSE);
        room.edit_proof_list(path, |_| Ok("broken".to_owned()))
            .unwrap();
        assert!(
            room.edit_proof_list(path, |_| Err("why".to_owned()))
                .is_err()
        );
        assert_eq!(room.proof_lists().0[0].text, "broken");
    }
}
