//! The newsroom as commands and worker threads use it: disk, git, export and import together.
//!
//! Every call is one whole act and takes as long as the disk takes; none knows a screen.

use std::collections::HashSet;
use std::path::Path;
use std::time::Duration;

use jiff::tz::TimeZone;

use crate::domain::settings::Commit;
use crate::domain::{Date, Draft, DraftId, Entry, IssueDoc, Left, Note, Rank, Settings};
use crate::git::{self, CommitOutcome};
use crate::import::{self, ImportError, Item, Page, Split, Submission};
use crate::store::{
    Assembled, Difference, IssueFile, Kept, Loaded, Lock, Made, Newsroom, SaveError, StoreError,
    Undone,
};
use crate::wording::{Lang, command as words};
use crate::{config, export};

/// A newsroom with the one who works in it.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The folder.
    pub newsroom: Newsroom,
    /// The language of messages.
    pub lang: Lang,
    /// `LIANGDIAN_USER`: the editor's name where several share one account.
    pub editor: Option<String>,
}

/// Where new drafts go: the ids that are in use and the last rank.
#[derive(Debug, Clone, Default)]
pub struct Tail {
    ids: HashSet<DraftId>,
    last: Option<Rank>,
}

impl Tail {
    /// The end of this queue.
    pub fn of(loaded: &Loaded) -> Self {
        let entries = loaded.entries.iter();
        Self {
            ids: entries.map(|entry| entry.draft.id.clone()).collect(),
            last: loaded.entries.last().map(|entry| entry.draft.rank.clone()),
        }
    }
}

/// How long an assembly waits for another one.
const WAIT: Duration = Duration::from_secs(3);

/// Today, by the clock and time zone of this machine.
pub fn today() -> Date {
    let now = zone().to_datetime(jiff::Timestamp::now());
    let part = |n: i8| u8::try_from(n).unwrap_or(1);
    let year = u16::try_from(now.year()).unwrap_or(1);
    let (month, day) = (part(now.month()), part(now.day()));
    Date::new(year, month, day).unwrap_or(Date::FIRST)
}

/// This moment with its offset, as RFC 3339 writes it.
pub(super) fn now() -> String {
    jiff::ZonedDateTime::now()
        .strftime("%Y-%m-%dT%H:%M:%S%:z")
        .to_string()
}

/// The time zone of this machine.
///
/// Its rules are read directly: to find them by name, every zone there is would be listed first.
fn zone() -> TimeZone {
    let named = std::env::var_os("TZ").is_some();
    let rules = (!named).then(|| std::fs::read("/etc/localtime").ok());
    let local = |rules: Vec<u8>| TimeZone::tzif("local", &rules).ok();
    rules
        .flatten()
        .and_then(local)
        .unwrap_or_else(TimeZone::system)
}

/// An environment variable that is set to something.
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|text| !text.is_empty())
}

impl Desk {
    /// A desk in this newsroom; language and editor by settings and environment.
    pub fn new(newsroom: Newsroom) -> Self {
        let (settings, _) = newsroom.settings();
        Self {
            lang: config::lang(&settings, &variable),
            editor: variable("LIANGDIAN_USER"),
            newsroom,
        }
    }

    /// Everything on disk.
    pub fn load(&self) -> Loaded {
        self.newsroom.load()
    }

    /// The name under which this editor signs and commits.
    pub fn signature(&self) -> Option<String> {
        let named = self
            .editor
            .as_deref()
            .map(|text| match text.split_once('<') {
                Some((name, _)) => name.trim().to_owned(),
                None => text.trim().to_owned(),
            });
        named.or_else(|| git::user_name(self.newsroom.root()))
    }

    /// What a start of the desk does first: sweeps what a crash left, finishes what it cut short.
    ///
    /// Nothing where another process is at work or the folder cannot be written.
    pub fn tidy(&self) {
        if let Ok(lock) = self.newsroom.lock(Duration::ZERO) {
            self.newsroom.sweep(&lock);
            self.finish(&lock);
        }
    }

    /// Writes a new draft.
    pub fn create(&self, draft: &Draft) -> Result<Entry, StoreError> {
        self.newsroom.create(draft)
    }

    /// Saves the changed fields of a draft ([`Newsroom::save`]).
    pub fn save(&self, base: &Entry, draft: &Draft) -> Result<Entry, SaveError> {
        self.newsroom.save(base, draft)
    }

    /// Saves ours and keeps the version on disk as a new draft ([`Newsroom::save_over`]).
    pub fn save_over(&self, base: &Entry, draft: &Draft) -> Result<Kept, SaveError> {
        self.newsroom.save_over(base, draft)
    }

    /// Takes a raw page apart.
    pub fn import_page(&self, bytes: &[u8], split: Split) -> Result<Page, ImportError> {
        import::read(bytes, split)
    }

    /// The drafts that these items would become: fresh ids, ranks behind the last.
    pub fn drafts_of(&self, items: &[Item], date: Date, tail: &mut Tail) -> Vec<Draft> {
        let draft = |item: &Item| {
            let taken = |id: &DraftId| tail.ids.contains(id);
            let id = self.newsroom.fresh_id(date, name_of(item), &taken);
            tail.ids.insert(id.clone());
            let rank = Rank::after(tail.last.as_ref());
            tail.last = Some(rank.clone());
            item.to_draft(id, Some(date), rank)
        };
        items.iter().map(draft).collect()
    }

    /// Makes drafts of the items of a page and commits exactly these files.
    ///
    /// # Errors
    /// Where one file cannot be written none is kept.
    pub fn create_items(
        &self,
        taken: &[Submission],
        date: Date,
    ) -> Result<(Vec<Entry>, CommitOutcome), StoreError> {
        let _lock = self.newsroom.lock(WAIT)?;
        let loaded = self.newsroom.load();
        let mut entries: Vec<Entry> = Vec::with_capacity(taken.len());
        let items: Vec<Item> = taken.iter().map(|kept| kept.item.clone()).collect();
        let mut drafts = self.drafts_of(&items, date, &mut Tail::of(&loaded));
        self.remember_furniture(&mut drafts, taken);
        for draft in drafts {
            match self.newsroom.create(&draft) {
                Ok(entry) => entries.push(entry),
                Err(error) => {
                    for entry in &entries {
                        let _ = std::fs::remove_file(self.newsroom.root().join(&entry.path));
                    }
                    return Err(error);
                }
            }
        }
        let paths: Vec<&Path> = entries.iter().map(|entry| entry.path.as_path()).collect();
        let message = words::COMMIT_IMPORT.fill(Lang::Zh, &[("n", &paths.len())]);
        let outcome = self.commit(&loaded.settings, &paths, &message);
        Ok((entries, outcome))
    }

    /// What stood around an item on its page goes along as a remark.
    fn remember_furniture(&self, drafts: &mut [Draft], taken: &[Submission]) {
        let by = self.signature().unwrap_or_else(|| "liangdian".to_owned());
        let at = now();
        for (draft, kept) in drafts.iter_mut().zip(taken) {
            if kept.furniture.is_empty() {
                continue;
            }
            let lines = kept.furniture.join("；");
            draft.notes.push(Note {
                by: by.clone(),
                at: at.clone(),
                about: String::new(),
                text: words::FURNITURE_NOTE.fill(Lang::Zh, &[("lines", &lines)]),
                closed: String::new(),
            });
        }
    }

    /// Puts this editor's name and the time to findings that are left now.
    pub fn stamp(&self, base: &Draft, draft: &mut Draft) {
        let unsigned = |left: &&mut Left| left.by.is_empty() && !base.left.contains(left);
        let mut name = None;
        for left in draft.left.iter_mut().filter(unsigned) {
            let name = name.get_or_insert_with(|| self.signature().unwrap_or_default());
            left.by.clone_from(name);
            left.at = now();
        }
    }

    /// Commits exactly these draft files, where the settings ask for it.
    pub fn commit_drafts(&self, paths: &[&Path], message: &str) -> CommitOutcome {
        self.commit(&self.newsroom.settings().0, paths, message)
    }

    /// Commits the settings and the ignore file of a new newsroom; without a name for commits the
    /// next assembly says what is missing.
    pub fn commit_made(&self, made: &[Made]) {
        let files: Vec<&Path> = made
            .iter()
            .filter_map(|thing| match thing {
                Made::File(path) | Made::Line(path) => Some(path.as_path()),
                Made::Folder(_) => None,
            })
            .collect();
        if !files.is_empty() {
            let _ = self.commit_drafts(&files, words::COMMIT_MADE.get(Lang::Zh));
        }
    }

    fn commit(&self, settings: &Settings, paths: &[&Path], message: &str) -> CommitOutcome {
        if settings.git.commit == Commit::Manual {
            return CommitOutcome::Manual;
        }
        let editor = self.editor.as_deref();
        git::commit_paths(self.newsroom.root(), paths, message, editor)
    }

    /// Makes the next issue and commits exactly its folder.
    ///
    /// An issue that a crash left without its commit is committed first. Where nothing else is
    /// ready, that one, or one that was never reported, is the result: asking again after a crash
    /// succeeds with the same number.
    pub fn assemble(&self, date: Date) -> Result<(Assembled, CommitOutcome), StoreError> {
        let lock = self.newsroom.lock(WAIT)?;
        self.newsroom.sweep(&lock);
        let finished = self.finish(&lock);
        let last = self.newsroom.last_issue();
        let unreported = self.newsroom.unreported(&lock).filter(|n| Some(*n) == last);
        self.newsroom.begin_report(&lock, last.unwrap_or(0) + 1);
        let result = match self.newsroom.assemble(&lock, date, &render) {
            Ok(assembled) => {
                let outcome = self.commit_issue(&assembled);
                Ok((assembled, outcome))
            }
            Err(StoreError::NothingReady) => finished
                .or_else(|| self.again(unreported?))
                .ok_or(StoreError::NothingReady),
            Err(error) => Err(error),
        };
        self.newsroom.end_report(&lock);
        result
    }

    /// An issue that is in place and committed as far as the settings ask, as its making reports it.
    fn again(&self, number: u32) -> Option<(Assembled, CommitOutcome)> {
        let assembled = self.newsroom.assembled(number).ok()?;
        let (settings, _) = self.newsroom.settings();
        let outcome = if settings.git.commit == Commit::Manual {
            CommitOutcome::Manual
        } else {
            match git::last_commit(self.newsroom.root(), &assembled.folder) {
                Some(hash) => CommitOutcome::done(hash),
                None => self.commit_issue(&assembled),
            }
        };
        Some((assembled, outcome))
    }

    /// What [`Desk::assemble`] would do; writes nothing.
    pub fn rehearse(&self, date: Date) -> Result<Assembled, StoreError> {
        self.newsroom.rehearse(date, &render)
    }

    fn commit_issue(&self, assembled: &Assembled) -> CommitOutcome {
        let (settings, _) = self.newsroom.settings();
        let number = assembled.number.printed();
        let holes: [(&str, &dyn std::fmt::Display); 2] =
            [("number", &number), ("n", &assembled.items.len())];
        let message = words::COMMIT_ISSUE.fill(Lang::Zh, &holes);
        self.commit(&settings, &[&assembled.folder], &message)
    }

    /// Commits what a crash kept from being committed: the last issue, or its taking back.
    fn finish(&self, _lock: &Lock) -> Option<(Assembled, CommitOutcome)> {
        let (settings, _) = self.newsroom.settings();
        let root = self.newsroom.root();
        if settings.git.commit == Commit::Manual || !git::in_repository(root) {
            return None;
        }
        let committed = git::committed_under(root, "issues");
        self.finish_undo(&settings, &committed);
        let last = self.newsroom.last_issue()?;
        let assembled = self.newsroom.assembled(last).ok()?;
        let name = assembled.number.folder();
        if committed.contains(&name) {
            return None;
        }
        let outcome = self.commit_issue(&assembled);
        matches!(outcome, CommitOutcome::Done { .. }).then_some((assembled, outcome))
    }

    /// Commits the removal of issues that are in the last commit, but above the last on disk.
    fn finish_undo(
        &self,
        settings: &Settings,
        committed: &[String],
    ) -> Option<(Undone, CommitOutcome)> {
        let last = self.newsroom.last_issue().unwrap_or(0);
        let number = committed
            .iter()
            .filter_map(|name| name.parse::<u32>().ok())
            .filter(|&number| number > last)
            .max()?;
        let undone = Undone {
            number,
            folder: format!("issues/{number:04}").into(),
            ..Undone::default()
        };
        let message = words::COMMIT_UNDO.fill(Lang::Zh, &[("n", &number)]);
        let outcome = self.commit(settings, &[&undone.folder], &message);
        matches!(outcome, CommitOutcome::Done { .. }).then_some((undone, outcome))
    }

    /// Takes the last issue back, while no remote has it.
    ///
    /// A taking back that a crash cut short is finished, and is the result.
    pub fn undo_assemble(&self) -> Result<(Undone, CommitOutcome), StoreError> {
        let lock = self.newsroom.lock(WAIT)?;
        self.newsroom.sweep(&lock);
        let (settings, _) = self.newsroom.settings();
        let root = self.newsroom.root();
        if settings.git.commit == Commit::Auto && git::in_repository(root) {
            let committed = git::committed_under(root, "issues");
            if let Some(finished) = self.finish_undo(&settings, &committed) {
                return Ok(finished);
            }
        }
        let number = self.newsroom.last_issue().ok_or(StoreError::NoIssues)?;
        let folder = format!("issues/{number:04}");
        let pushed = git::in_repository(root)
            && git::last_commit(root, Path::new(&folder))
                .is_some_and(|commit| git::is_pushed(root, &commit));
        if pushed {
            return Err(StoreError::Pushed(number));
        }
        let undone = self.newsroom.undo(&lock, number)?;
        let message = words::COMMIT_UNDO.fill(Lang::Zh, &[("n", &number)]);
        let outcome = self.commit(&settings, &[&undone.folder], &message);
        Ok((undone, outcome))
    }

    /// An issue in one format, made anew from its own copies; its first format where none is named.
    pub fn render(&self, number: u32, format: Option<&str>) -> Result<Vec<u8>, StoreError> {
        let (manifest, doc) = self.newsroom.issue(number)?;
        let own = manifest.formats.first().map_or("txt", String::as_str);
        let format = export::by_name(format.unwrap_or(own)).map_err(unknown)?;
        Ok(format.render(&export::printable(&doc)))
    }

    /// What differs between an issue and what its own copies give; empty where nothing does.
    pub fn verify(&self, number: u32) -> Result<Vec<Difference>, StoreError> {
        self.newsroom.verify(number, &render)
    }
}

/// The issue files of the named formats, through the registry.
pub fn render(doc: &IssueDoc, formats: &[String]) -> Result<Vec<IssueFile>, StoreError> {
    let formats = export::by_names(formats).map_err(unknown)?;
    let doc = export::printable(doc);
    let file = |format: &dyn export::Format| IssueFile {
        extension: format.extension(),
        bytes: format.render(&doc),
    };
    Ok(std::thread::scope(|scope| {
        let threads: Vec<_> = formats.iter().map(|f| scope.spawn(|| file(*f))).collect();
        let done = threads.into_iter().map(std::thread::ScopedJoinHandle::join);
        done.map(|file| file.unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect()
    }))
}

fn unknown(error: export::UnknownFormat) -> StoreError {
    StoreError::UnknownFormat {
        name: error.0,
        known: export::known(),
    }
}

/// What an item's file is named by: its place, else its headline, else its text.
fn name_of(item: &Item) -> &str {
    let first = item.blocks.first().map_or("", |block| &block.text);
    [item.place.as_str(), &item.headline, subject(first)]
        .into_iter()
        .find(|text| !text.trim().is_empty())
        .unwrap_or("")
}

/// A text without the clause that only says when: `4月3日，`, `近日，`.
fn subject(text: &str) -> &str {
    let Some((when, rest)) = text.split_once(['，', ',']) else {
        return text;
    };
    let dated = when.starts_with(|c: char| c.is_ascii_digit())
        && when.ends_with(['日', '午', '晨', '晚', '时']);
    if dated || ["近日", "日前", "连日来", "近期", "昨日", "今日"].contains(&when) {
        rest
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::subject;

    #[test]
    fn a_brief_is_named_by_what_it_is_about() {
        for (text, named) in [
            ("4月3日，北岗村修渠。", "北岗村修渠。"),
            ("近日，柳林社区", "柳林社区"),
            ("柳林社区，近日", "柳林社区，近日"),
            ("120盏灯，亮了", "120盏灯，亮了"),
            ("没有逗号", "没有逗号"),
        ] {
            assert_eq!(subject(text), named);
        }
    }
}
