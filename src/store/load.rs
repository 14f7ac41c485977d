//! All drafts, issues and settings of a newsroom, and what could not be read.
//!
//! One broken file never hides the others: loading does not fail, it reports.

use std::collections::{HashMap, HashSet};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::thread;

use crate::config;
use crate::domain::{
    DraftId, Entry, Manifest, Problem, ProblemKind, Settings, queue, queue::Published,
};

use super::draft_file::{LIMIT, read};
use super::{Newsroom, hash};

/// A newsroom as it is on disk.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Loaded {
    /// Settings; the defaults where `newsroom.toml` is missing or broken.
    pub settings: Settings,
    /// The drafts in queue order.
    pub entries: Vec<Entry>,
    /// Files that could not be taken in, by path.
    pub problems: Vec<Problem>,
    /// The records of past issues, by number.
    pub issues: Vec<Manifest>,
}

/// A draft with the bytes of its file.
pub(super) type Raw = (Entry, Vec<u8>);

impl Newsroom {
    /// Reads everything: settings, drafts (in parallel), issue records.
    pub fn load(&self) -> Loaded {
        self.load_raw(false).0
    }

    /// The same, where asked for with the bytes of the drafts that no issue lists.
    pub(super) fn load_raw(&self, keep: bool) -> (Loaded, HashMap<DraftId, Vec<u8>>) {
        let mut loaded = Loaded::default();
        (loaded.settings, loaded.problems) = self.settings();
        self.load_issues(&mut loaded);
        let mut files = Walk::default();
        files.start(&self.root, self.root.join("drafts"));
        loaded.problems.append(&mut files.problems);
        // By bytes: paths compare by their parts, which takes long for thousands.
        files.found.sort_by(|a, b| a.as_os_str().cmp(b.as_os_str()));
        let published = Published::by(&loaded.issues);
        let results = in_parallel(&files.found, |path| {
            let (entry, bytes) = read_entry(&self.root, path)?;
            let bytes = (keep && !published.lists(&entry.draft.id)).then_some(bytes);
            Ok((entry, bytes))
        });
        let mut raw = HashMap::new();
        let mut first: HashMap<DraftId, usize> = HashMap::with_capacity(results.len());
        for result in results {
            match result {
                Err(problem) => loaded.problems.push(problem),
                Ok((entry, bytes)) => {
                    if let Some(&other) = first.get(&entry.draft.id) {
                        let other = loaded.entries[other].path.clone();
                        let kind = ProblemKind::SameId(other);
                        loaded.problems.push(Problem {
                            path: entry.path,
                            line: None,
                            kind,
                        });
                        continue;
                    }
                    first.insert(entry.draft.id.clone(), loaded.entries.len());
                    raw.extend(bytes.map(|bytes| (entry.draft.id.clone(), bytes)));
                    loaded.entries.push(entry);
                }
            }
        }
        queue::sort(&mut loaded.entries);
        loaded.problems.sort_by(|a, b| a.path.cmp(&b.path));
        (loaded, raw)
    }

    /// The settings and what is wrong with them.
    pub fn settings(&self) -> (Settings, Vec<Problem>) {
        let path = self.root.join(config::FILE);
        match fs::read(&path) {
            Ok(bytes) => config::read(&bytes),
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => (Settings::default(), Vec::new()),
            Err(e) => (Settings::default(), vec![unreadable(&self.root, &path, &e)]),
        }
    }

    /// The records of past issues, by number; those that can be read.
    pub fn issues(&self) -> Vec<Manifest> {
        let mut loaded = Loaded::default();
        self.load_issues(&mut loaded);
        loaded.issues
    }

    /// Reads one draft; `path` is relative to the newsroom.
    pub fn read(&self, path: &Path) -> Result<Entry, Problem> {
        Ok(self.read_raw(path)?.0)
    }

    /// The same with its bytes; a link that leads out of the newsroom is refused.
    pub(super) fn read_raw(&self, path: &Path) -> Result<Raw, Problem> {
        let full = self.root.join(path);
        if full.is_symlink() && !fs::canonicalize(&full).is_ok_and(|t| t.starts_with(&self.root)) {
            return Err(Problem {
                path: path.to_owned(),
                line: None,
                kind: ProblemKind::Outside,
            });
        }
        read_entry(&self.root, &full)
    }

    fn load_issues(&self, loaded: &mut Loaded) {
        let dir = self.root.join("issues");
        let names = match fs::read_dir(&dir) {
            Ok(names) => names,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return,
            Err(e) => return loaded.problems.push(unreadable(&self.root, &dir, &e)),
        };
        for name in names.flatten() {
            let Some(number) = folder_number(&name.file_name().to_string_lossy()) else {
                continue;
            };
            match read_manifest(&name.path(), number) {
                Ok(manifest) => loaded.issues.push(manifest),
                Err(why) => loaded.problems.push(Problem {
                    path: relative(&self.root, &name.path()),
                    line: None,
                    kind: ProblemKind::Issue(why),
                }),
            }
        }
        loaded.issues.sort_by_key(|issue| issue.number);
    }
}

/// The number of an issue folder by its name: four digits or more.
pub(super) fn folder_number(name: &str) -> Option<u32> {
    let digits = name.len() >= 4 && name.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| name.parse().ok()).flatten()
}

/// The record in an issue folder, or why it cannot be used.
pub(super) fn read_manifest(folder: &Path, number: u32) -> Result<Manifest, String> {
    let path = folder.join("issue.toml");
    let text = fs::read_to_string(&path).map_err(|e| format!("issue.toml: {e}"))?;
    let manifest: Manifest =
        toml::from_str(&text).map_err(|e| format!("issue.toml: {}", e.message()))?;
    if manifest.number != number {
        return Err(format!("issue.toml: number = {}", manifest.number));
    }
    Ok(manifest)
}

/// A path as the newsroom names it.
pub(super) fn relative(root: &Path, path: &Path) -> PathBuf {
    path.strip_prefix(root).unwrap_or(path).to_owned()
}

fn unreadable(root: &Path, path: &Path, error: &std::io::Error) -> Problem {
    Problem {
        path: relative(root, path),
        line: None,
        kind: ProblemKind::Unreadable(error.kind(), error.to_string()),
    }
}

/// Draft files under a folder, at any depth; hidden names are skipped.
#[derive(Default)]
struct Walk {
    found: Vec<PathBuf>,
    problems: Vec<Problem>,
    linked: HashSet<PathBuf>,
}

impl Walk {
    /// `drafts` itself may be a link, inside the newsroom.
    fn start(&mut self, root: &Path, drafts: PathBuf) {
        if drafts.is_symlink() {
            self.link(root, drafts, false);
        } else {
            self.walk(root, &drafts);
        }
    }

    fn walk(&mut self, root: &Path, dir: &Path) {
        let names = match fs::read_dir(dir) {
            Ok(names) => names,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return,
            Err(e) => return self.problems.push(unreadable(root, dir, &e)),
        };
        for name in names.flatten() {
            let file_name = name.file_name();
            if file_name.as_encoded_bytes().starts_with(b".") {
                continue;
            }
            let path = name.path();
            let is_toml = path.extension().is_some_and(|e| e == "toml");
            match name.file_type() {
                Ok(kind) if kind.is_dir() => self.walk(root, &path),
                Ok(kind) if kind.is_file() && is_toml => self.found.push(path),
                Ok(kind) if kind.is_symlink() => self.link(root, path, is_toml),
                Err(e) => self.problems.push(unreadable(root, &path, &e)),
                Ok(_) => {}
            }
        }
    }

    /// A link is followed while it stays inside the newsroom; folders once each.
    fn link(&mut self, root: &Path, path: PathBuf, is_toml: bool) {
        let target = match fs::canonicalize(&path) {
            Ok(target) => target,
            Err(e) if is_toml => return self.problems.push(unreadable(root, &path, &e)),
            Err(_) => return,
        };
        if !target.starts_with(root) {
            return self.problems.push(Problem {
                path: relative(root, &path),
                line: None,
                kind: ProblemKind::Outside,
            });
        }
        if target.is_dir() {
            let around = path.starts_with(&target);
            if !around && self.linked.insert(target) {
                self.walk(root, &path);
            }
        } else if is_toml && target.is_file() {
            self.found.push(path);
        }
    }
}

/// Reads a draft file given by its full path.
pub(super) fn read_entry(root: &Path, path: &Path) -> Result<Raw, Problem> {
    let problem = |line, kind| Problem {
        path: relative(root, path),
        line,
        kind,
    };
    let id = path
        .file_stem()
        .and_then(|stem| stem.to_str())
        .and_then(|stem| DraftId::new(stem).ok())
        .ok_or_else(|| problem(None, ProblemKind::Name))?;
    let bytes = read_limited(path).map_err(|kind| problem(None, kind))?;
    let draft = read::read(id, &bytes).map_err(|fault| problem(fault.line, fault.kind))?;
    let signed = !(draft.reviews.is_empty() && draft.proofs.is_empty());
    let entry = Entry {
        content_hash: if signed {
            hash::of(&draft.content())
        } else {
            String::new()
        },
        file_hash: hash::of(&bytes),
        path: relative(root, path),
        draft,
    };
    Ok((entry, bytes))
}

/// Bytes that most drafts fit in.
const USUAL: usize = 16 * 1024;

/// The file, in one call of the system where it is no longer than drafts are.
fn read_limited(path: &Path) -> Result<Vec<u8>, ProblemKind> {
    let unreadable = |e: std::io::Error| ProblemKind::Unreadable(e.kind(), e.to_string());
    let mut file = File::open(path).map_err(unreadable)?;
    let mut start = [0; USUAL];
    let read = file.read(&mut start).map_err(unreadable)?;
    // A regular file gives less than was asked for only at its end.
    if read < USUAL {
        return Ok(start[..read].to_vec());
    }
    let size = file.metadata().map_err(unreadable)?.len();
    if size > LIMIT {
        return Err(ProblemKind::TooLarge(size));
    }
    let mut bytes = Vec::with_capacity(size as usize + 1);
    bytes.extend_from_slice(&start);
    file.take(LIMIT)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    Ok(bytes)
}

/// Files a thread is worth.
const SHARE: usize = 64;

/// The results of `work` in the order of `items`.
pub fn in_parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let threads = threads.min(items.len().div_ceil(SHARE)).max(1);
    if threads == 1 {
        return items.iter().map(work).collect();
    }
    // The calling thread does the first share itself.
    let (own, rest) = items.split_at(items.len().div_ceil(threads));
    let work = &work;
    thread::scope(|scope| {
        let parts: Vec<_> = rest
            .chunks(own.len())
            .map(|part| scope.spawn(move || part.iter().map(work).collect::<Vec<R>>()))
            .collect();
        let mut results = Vec::with_capacity(items.len());
        results.extend(own.iter().map(work));
        for part in parts {
            results.extend(part.join().unwrap_or_else(|e| std::panic::resume_unwind(e)));
        }
        results
    })
}
