//! Text that cannot be written into the newsroom is kept outside it, so that it is not lost.

use std::path::{Path, PathBuf};

use crate::domain::Draft;

use super::draft_file::write;
use super::{StoreError, atomic, hash};

/// Writes a draft into a folder of the user's own; the file that holds it.
///
/// The file is named by id and content, so that nothing kept before is overwritten.
///
/// # Errors
/// [`StoreError::Io`] where that folder cannot be written either.
pub fn keep(dir: &Path, draft: &Draft) -> Result<PathBuf, StoreError> {
    let text = write::new_file(draft);
    let name = hash::of(text.as_bytes());
    let short = name.get(7..15).unwrap_or("0");
    let path = dir.join(format!("{}-{short}.toml", draft.id));
    std::fs::create_dir_all(dir).map_err(StoreError::io(dir))?;
    match atomic::create(&path, text.as_bytes()) {
        Ok(()) | Err(StoreError::Taken(_)) => Ok(path),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::DraftId;

    #[test]
    fn a_text_is_kept_once_and_each_version_of_it() {
        let dir = tempfile::tempdir().unwrap();
        let mut draft = Draft::empty(DraftId::new("a").unwrap());
        draft.body = "写了很多。\n".into();
        let first = keep(dir.path(), &draft).unwrap();
        assert_eq!(keep(dir.path(), &draft).unwrap(), first);
        draft.body = "又写了。\n".into();
        assert_ne!(keep(dir.path(), &draft).unwrap(), first);
        assert!(
            std::fs::read_to_string(first)
                .unwrap()
                .contains("写了很多。")
        );
    }
}
