//! The newsroom that was used last, in the state folder of the user.

use std::fs;
use std::path::{Path, PathBuf};

/// The state folder of the user.
pub fn state() -> Option<PathBuf> {
    let dirs = directories::ProjectDirs::from("", "", "liangdian")?;
    Some(dirs.state_dir().unwrap_or(dirs.data_local_dir()).to_owned())
}

fn file() -> Option<PathBuf> {
    Some(state()?.join("newsroom"))
}

/// Where text is kept that cannot be written into the newsroom.
pub fn rescue_dir() -> Option<PathBuf> {
    Some(state()?.join("rescued"))
}

/// The folder that was used last.
pub fn get() -> Option<PathBuf> {
    let text = fs::read_to_string(file()?).ok()?;
    let path = PathBuf::from(text.trim_end_matches('\n'));
    path.is_absolute().then_some(path)
}

/// Remembers a folder; a state folder that cannot be written is no reason to complain.
pub fn set(root: &Path) {
    if get().as_deref() == Some(root) {
        return;
    }
    let (Some(file), Some(text)) = (file(), root.to_str()) else {
        return;
    };
    if let Some(dir) = file.parent() {
        let _ = fs::create_dir_all(dir);
    }
    let _ = fs::write(file, format!("{text}\n"));
}
