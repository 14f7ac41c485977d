//! Which folder is the newsroom, and making a new one.

use std::fs;
use std::path::{Path, PathBuf};

use crate::domain::DraftId;

use super::{Newsroom, StoreError, atomic};

/// Where a newsroom is looked for, in this order.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// `--newsroom DIR`.
    pub explicit: Option<PathBuf>,
    /// `LIANGDIAN_NEWSROOM`.
    pub variable: Option<PathBuf>,
    /// The current folder: it and its parents are tried, the nearest first.
    pub current: Option<PathBuf>,
    /// The newsroom that was used last.
    pub remembered: Option<PathBuf>,
}

/// Something that `init` made, relative to the newsroom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Made {
    /// A folder.
    Folder(PathBuf),
    /// A file.
    File(PathBuf),
    /// A line in a file that was there.
    Line(PathBuf),
}

const SETTINGS: &str = include_str!("newsroom.toml");
const IGNORED: &str = ".liangdian/";

fn is_newsroom(dir: &Path) -> bool {
    dir.join("newsroom.toml").is_file() || dir.join("drafts").is_dir()
}

impl Newsroom {
    /// The newsroom that is meant: a named one must be one, else the nearest parent, else the last.
    pub fn find(search: &Search) -> Result<Self, StoreError> {
        if let Some(named) = search.explicit.as_ref().or(search.variable.as_ref()) {
            return Self::open(named);
        }
        let near = search
            .current
            .iter()
            .flat_map(|dir| dir.ancestors())
            .find(|dir| is_newsroom(dir));
        let last = search.remembered.as_deref().filter(|dir| is_newsroom(dir));
        match near.or(last) {
            Some(dir) => Self::open(dir),
            None => Err(StoreError::NoNewsroom),
        }
    }

    /// A newsroom without drafts, settings or folder, for looking at raw pages where there is none.
    pub fn nowhere() -> Self {
        Self {
            root: PathBuf::from("/nonexistent"),
        }
    }

    /// The newsroom in this folder.
    pub fn open(root: &Path) -> Result<Self, StoreError> {
        if !is_newsroom(root) {
            return Err(StoreError::NotANewsroom(root.to_owned()));
        }
        let root = fs::canonicalize(root).map_err(StoreError::io(root))?;
        Ok(Self { root })
    }

    /// The file of a draft given by id or path; relative to the newsroom. Reads names only.
    pub fn locate(&self, draft: &str) -> Option<PathBuf> {
        let path = Path::new(draft);
        if let Ok(full) = fs::canonicalize(path).or_else(|_| fs::canonicalize(self.root.join(path)))
            && full.is_file()
            && full.extension().is_some_and(|e| e == "toml")
        {
            return full
                .strip_prefix(self.root.join("drafts"))
                .ok()
                .map(|inside| Path::new("drafts").join(inside));
        }
        let id = DraftId::new(draft.strip_suffix(".toml").unwrap_or(draft)).ok()?;
        find_file(&self.root, &self.root.join("drafts"), &format!("{id}.toml"))
    }

    /// Makes a folder a newsroom; what is there stays as it is.
    pub fn init(dir: &Path) -> Result<(Self, Vec<Made>), StoreError> {
        let mut made = Vec::new();
        let drafts = dir.join("drafts");
        if !drafts.is_dir() {
            fs::create_dir_all(&drafts).map_err(StoreError::io(&drafts))?;
            made.push(Made::Folder("drafts".into()));
        }
        let root = fs::canonicalize(dir).map_err(StoreError::io(dir))?;
        let settings = root.join("newsroom.toml");
        match atomic::create(&settings, SETTINGS.as_bytes()) {
            Ok(()) => made.push(Made::File("newsroom.toml".into())),
            Err(StoreError::Taken(_)) => {}
            Err(error) => return Err(error),
        }
        made.extend(ignore(&root)?);
        Ok((Self { root }, made))
    }
}

fn find_file(root: &Path, dir: &Path, name: &str) -> Option<PathBuf> {
    let direct = dir.join(name);
    if direct.is_file() {
        return Some(super::load::relative(root, &direct));
    }
    let mut dirs: Vec<PathBuf> = fs::read_dir(dir)
        .ok()?
        .flatten()
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .map(|entry| entry.path())
        .collect();
    dirs.sort();
    dirs.iter().find_map(|dir| find_file(root, dir, name))
}

/// Adds `.liangdian/` to `.gitignore`.
fn ignore(root: &Path) -> Result<Option<Made>, StoreError> {
    let path = root.join(".gitignore");
    let text = match fs::read(&path) {
        Ok(text) => text,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => {
            atomic::create(&path, format!("{IGNORED}\n").as_bytes())?;
            return Ok(Some(Made::File(".gitignore".into())));
        }
        Err(e) => return Err(StoreError::io(&path)(e)),
    };
    let known = [IGNORED, ".liangdian", "/.liangdian/", "/.liangdian"];
    let lines = String::from_utf8_lossy(&text);
    if lines.lines().any(|line| known.contains(&line.trim())) {
        return Ok(None);
    }
    let mut longer = text.clone();
    if !longer.ends_with(b"\n") && !longer.is_empty() {
        longer.push(b'\n');
    }
    longer.extend_from_slice(format!("{IGNORED}\n").as_bytes());
    atomic::replace(root, &path, &longer)?;
    Ok(Some(Made::Line(".gitignore".into())))
}
