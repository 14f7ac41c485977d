//! The only file that runs git: commits of exactly the named paths.
//!
//! It uses the git command line, so hooks, signing and the house's configuration hold. It must
//! not know drafts or issues.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::wording::problem as words;
use crate::wording::{Lang, Said};

/// What became of a commit; the files are saved in any case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CommitOutcome {
    /// Committed.
    Done {
        /// The full hash.
        hash: String,
        /// Its first characters.
        short: String,
    },
    /// The paths are in the last commit already.
    Unchanged,
    /// There is no git on this machine.
    NoGit,
    /// The newsroom is not in a repository.
    NoRepository,
    /// git has no name or no e-mail for the editor.
    NoIdentity,
    /// The settings say `commit = "manual"`.
    Manual,
    /// git refused; its words.
    Failed(String),
}

impl CommitOutcome {
    /// A commit of that hash.
    pub fn done(hash: String) -> Self {
        Self::Done {
            short: hash.chars().take(7).collect(),
            hash,
        }
    }

    /// The full hash, where there is one.
    pub fn hash(&self) -> Option<&str> {
        match self {
            Self::Done { hash, .. } => Some(hash),
            _ => None,
        }
    }
}

impl Said for CommitOutcome {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Done { short, .. } => words::COMMITTED.fill(lang, &[("short", short)]),
            Self::Unchanged => words::UNCHANGED.get(lang).to_owned(),
            Self::NoGit => words::NO_GIT.get(lang).to_owned(),
            Self::NoRepository => words::NO_REPOSITORY.get(lang).to_owned(),
            Self::NoIdentity => words::NO_IDENTITY.get(lang).to_owned(),
            Self::Manual => words::MANUAL.get(lang).to_owned(),
            Self::Failed(why) => words::GIT_FAILED.fill(lang, &[("why", why)]),
        }
    }
}

/// How often a commit is tried while another git process holds the index.
const TRIES: u32 = 20;

/// Commits exactly these paths (relative to `root`; files or folders), also where they were
/// removed. Whatever else is changed or staged stays as it is.
///
/// `editor` (`周明` or `周明 <zhou@example.cn>`) is named as author; without it git's own user is.
pub fn commit_paths(
    root: &Path,
    paths: &[&Path],
    message: &str,
    editor: Option<&str>,
) -> CommitOutcome {
    match commit(root, paths, message, editor) {
        Ok(hash) => CommitOutcome::done(hash),
        Err(outcome) => outcome,
    }
}

fn commit(
    root: &Path,
    paths: &[&Path],
    message: &str,
    editor: Option<&str>,
) -> Result<String, CommitOutcome> {
    if !in_repository(root) {
        // Without git that is the first thing to say: a repository cannot be made either.
        return Err(match git(root).arg("--version").output() {
            Ok(_) => CommitOutcome::NoRepository,
            Err(_) => CommitOutcome::NoGit,
        });
    }
    let identity = Identity::of(root, editor)?;
    let present: Vec<&Path> = paths
        .iter()
        .copied()
        .filter(|path| root.join(path).exists())
        .collect();
    if !present.is_empty() {
        patient(|| {
            let mut command = git(root);
            command.args(["add", "--"]).args(&present);
            command
        })?;
    }
    // What was added just now is tracked; folders may be empty.
    let added = present.iter().any(|path| root.join(path).is_file());
    if !added && run(git(root).args(["ls-files", "-z", "--"]).args(paths))?.is_empty() {
        return Err(CommitOutcome::Unchanged);
    }
    patient(|| {
        let mut command = git(root);
        identity.set(&mut command);
        command.args(["commit", "--quiet", "--only", "-m", message, "--"]);
        command.args(paths);
        command
    })?;
    Ok(run(git(root).args(["rev-parse", "HEAD"]))?
        .trim()
        .to_owned())
}

/// Runs a command that needs the index, again while another process holds it.
fn patient(command: impl Fn() -> Command) -> Result<String, CommitOutcome> {
    let mut tries = 0;
    loop {
        tries += 1;
        match run(&mut command()) {
            Err(CommitOutcome::Failed(why)) if why.contains("index.lock") && tries < TRIES => {
                std::thread::sleep(Duration::from_millis(100));
            }
            other => return other,
        }
    }
}

/// Author and committer of a commit.
struct Identity {
    author: Option<(String, String)>,
    committer: Option<(String, String)>,
}

impl Identity {
    /// The editor's name with the configured e-mail; git's own identity where there is no editor.
    fn of(root: &Path, editor: Option<&str>) -> Result<Self, CommitOutcome> {
        let (name, mail) = user(root)?;
        let name = name.or_else(|| variable("GIT_COMMITTER_NAME"));
        let mail = mail.or_else(|| variable("GIT_COMMITTER_EMAIL"));
        let Some((editor, own_mail)) = editor.map(split_editor).filter(|(e, _)| !e.is_empty())
        else {
            return match (name, mail) {
                (Some(_), Some(_)) => Ok(Self {
                    author: None,
                    committer: None,
                }),
                _ => Err(CommitOutcome::NoIdentity),
            };
        };
        let author_mail = own_mail.or_else(|| mail.clone());
        let author_mail = author_mail.ok_or(CommitOutcome::NoIdentity)?;
        let committer = (
            name.unwrap_or_else(|| editor.clone()),
            mail.unwrap_or_else(|| author_mail.clone()),
        );
        Ok(Self {
            author: Some((editor, author_mail)),
            committer: Some(committer),
        })
    }

    fn set(&self, command: &mut Command) {
        for (who, role) in [(&self.author, "AUTHOR"), (&self.committer, "COMMITTER")] {
            if let Some((name, mail)) = who {
                command.env(format!("GIT_{role}_NAME"), name);
                command.env(format!("GIT_{role}_EMAIL"), mail);
            }
        }
    }
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|text| !text.is_empty())
}

/// `周明 <zhou@example.cn>` as name and e-mail.
fn split_editor(editor: &str) -> (String, Option<String>) {
    let clean = |text: &str| -> String {
        let plain = text
            .chars()
            .filter(|c| !c.is_control() && !"<>".contains(*c));
        plain.collect::<String>().trim().to_owned()
    };
    match editor.split_once('<') {
        Some((name, mail)) => (clean(name), Some(clean(mail)).filter(|m| !m.is_empty())),
        None => (clean(editor), None),
    }
}

/// The editor's name as git has it (`user.name`).
pub fn user_name(root: &Path) -> Option<String> {
    user(root).ok()?.0
}

/// The version of git on this machine, such as `2.43.0`; `None` where there is no git.
pub fn version() -> Option<String> {
    let output = git(Path::new(".")).arg("--version").output().ok()?;
    let said = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    let number = said.strip_prefix("git version ").map(str::to_owned);
    Some(number.unwrap_or(said))
}

/// Name and e-mail as git has them configured; where one is set several times, the last counts.
fn user(root: &Path) -> Result<(Option<String>, Option<String>), CommitOutcome> {
    let output = git(root)
        .args(["config", "-z", "--get-regexp", r"^user\.(name|email)$"])
        .output()
        .map_err(|_| CommitOutcome::NoGit)?;
    let listed = String::from_utf8_lossy(&output.stdout);
    let of = |key: &str| {
        let mut values = listed.split('\0').filter_map(|line| line.split_once('\n'));
        let (_, value) = values.rfind(|(name, _)| *name == key)?;
        Some(value.trim().to_owned()).filter(|value| !value.is_empty())
    };
    Ok((of("user.name"), of("user.email")))
}

/// Whether a folder lies in a repository, without running git.
pub fn in_repository(root: &Path) -> bool {
    std::env::var_os("GIT_DIR").is_some() || root.ancestors().any(|dir| dir.join(".git").exists())
}

/// Makes a repository.
pub fn init(root: &Path) -> Result<(), CommitOutcome> {
    run(git(root).args(["init", "--quiet"])).map(drop)
}

/// Whether git runs on this machine.
pub fn is_installed() -> bool {
    Command::new("git")
        .arg("--version")
        .stdin(Stdio::null())
        .output()
        .is_ok()
}

/// The names directly under a folder in the last commit; none where there is no commit.
///
/// Reads objects only, so neither filters nor file system monitors of the repository run.
pub fn committed_under(root: &Path, folder: &str) -> Vec<String> {
    if !in_repository(root) {
        return Vec::new();
    }
    let folder = format!("{folder}/");
    let listed = run(git(root).args(["ls-tree", "-z", "--name-only", "HEAD", "--", &folder]));
    let names = listed.unwrap_or_default();
    names
        .split('\0')
        .filter_map(|name| name.strip_prefix(&folder))
        .map(str::to_owned)
        .collect()
}

/// The last commit that touched a path.
pub fn last_commit(root: &Path, path: &Path) -> Option<String> {
    let mut command = git(root);
    command.args(["log", "-1", "--format=%H", "--"]).arg(path);
    let hash = run(&mut command).ok()?.trim().to_owned();
    (!hash.is_empty()).then_some(hash)
}

/// Whether a commit is in a remote-tracking branch: others may have it.
pub fn is_pushed(root: &Path, commit: &str) -> bool {
    let plain = commit.bytes().all(|b| b.is_ascii_hexdigit());
    let found = run(git(root).args(["branch", "--remotes", "--contains", commit]));
    plain && found.is_ok_and(|branches| !branches.trim().is_empty())
}

/// git with nothing to ask: no prompt, no terminal, no locale, names as they are, and objects
/// that survive a power cut.
fn git(root: &Path) -> Command {
    let mut command = Command::new("git");
    command
        .arg("-C")
        .arg(root)
        .args(["-c", "core.quotepath=off"])
        .args(["-c", "core.fsync=objects,reference,index"])
        .args(["-c", "core.fsyncMethod=batch"])
        .args(["--literal-pathspecs"])
        .env("GIT_TERMINAL_PROMPT", "0")
        .env("GIT_EDITOR", "true")
        .env("LC_ALL", "C")
        .stdin(Stdio::null());
    command
}

/// The standard output of a command that must succeed.
fn run(command: &mut Command) -> Result<String, CommitOutcome> {
    let output = command.output().map_err(|_| CommitOutcome::NoGit)?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said = if said.trim().is_empty() {
        String::from_utf8_lossy(&output.stdout)
    } else {
        said
    };
    if said.contains("nothing to commit")
        || said.contains("nothing added to commit")
        || said.contains("no changes added to commit")
    {
        return Err(CommitOutcome::Unchanged);
    }
    let lines: Vec<&str> = said
        .lines()
        .map(str::trim)
        .filter(|l| !l.is_empty())
        .collect();
    Err(CommitOutcome::Failed(lines.join("; ")))
}

/// A file as a commit has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileVersion {
    /// The commit.
    pub hash: String,
    /// When, RFC 3339 with offset.
    pub at: String,
    /// Its author.
    pub by: String,
    /// The file's content.
    pub bytes: Vec<u8>,
}

/// The versions of a file (relative to `root`) in the commits that touched it, newest first, at
/// most so many; none where git cannot tell.
pub fn versions(root: &Path, path: &Path, most: usize) -> Vec<FileVersion> {
    if !in_repository(root) {
        return Vec::new();
    }
    let mut log = git(root);
    log.args(["log", "-z", "--format=%H%x09%aI%x09%an"])
        .arg(format!("--max-count={most}"))
        .arg("--")
        .arg(path);
    let listed = run(&mut log).unwrap_or_default();
    let commits = listed.split('\0').filter_map(|line| {
        let mut parts = line.splitn(3, '\t').map(str::to_owned);
        Some((parts.next()?, parts.next()?, parts.next()?))
    });
    let commits: Vec<(String, String, String)> = commits.collect();
    let names = commits.iter();
    let names: Vec<String> = names
        .map(|(hash, _, _)| format!("{hash}:./{}\n", path.display()))
        .collect();
    let names = names.concat();
    let found = commits.into_iter().zip(objects(root, &names));
    let version = |((hash, at, by), bytes)| {
        let bytes = bytes?;
        Some(FileVersion {
            hash,
            at,
            by,
            bytes,
        })
    };
    found.filter_map(version).collect()
}

/// The contents of named objects, one name a line; `None` for one that is not there.
fn objects(root: &Path, names: &str) -> Vec<Option<Vec<u8>>> {
    let batch = git(root)
        .args(["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut child) = batch else {
        return Vec::new();
    };
    // git answers while it is asked: another thread asks, so that neither waits for the other.
    let asked = child.stdin.take().map(|mut stdin| {
        let names = names.to_owned();
        std::thread::spawn(move || stdin.write_all(names.as_bytes()))
    });
    let output = child.wait_with_output();
    if let Some(asked) = asked {
        let _ = asked.join();
    }
    output.map_or_else(|_| Vec::new(), |output| split_batch(&output.stdout))
}

/// The answers of `git cat-file --batch`: `OID TYPE SIZE`, a line end, the content, a line end.
fn split_batch(mut rest: &[u8]) -> Vec<Option<Vec<u8>>> {
    let mut found = Vec::new();
    while let Some(end) = memchr::memchr(b'\n', rest) {
        let head = String::from_utf8_lossy(&rest[..end]).into_owned();
        rest = &rest[end + 1..];
        let size = head.rsplit(' ').next().and_then(|size| size.parse().ok());
        let Some(size) =
            size.filter(|&size: &usize| !head.ends_with("missing") && size <= rest.len())
        else {
            found.push(None);
            continue;
        };
        found.push(Some(rest[..size].to_vec()));
        rest = rest.get(size + 1..).unwrap_or_default();
    }
    found
}
