//! One thread that carries out effects in order and answers with messages.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};

use super::DeskStart;
use super::desk::Arrival;
use super::newsroom::{Desk, variable};
use super::panic::guarded;
use super::proofread;
use crate::app::house::House;
use crate::app::msg::{IssueReport, Msg, SaveTrouble};
use crate::app::view::View;
use crate::app::{Effect, state::Tone};
use crate::config::terminals;
use crate::domain::{Allow, Date, Draft, DraftId, Entry, Rank, Role, issue, queue};
use crate::git::{self, CommitOutcome};
use crate::import::{ImportError, Split, Submission};
use crate::store::draft_file::LIMIT;
use crate::store::{Assembled, Loaded, Newsroom, SaveError, StoreError, rescue};
use crate::wording::{Lang, Said, command, desk as words, system};

/// Starts the worker; it ends when the sender is dropped or leaving was asked for.
pub fn start(start: DeskStart, answers: Sender<Arrival>) -> Sender<Effect> {
    let (wishes, asked) = mpsc::channel();
    guarded(answers, move |answers| {
        let mut worker = Worker::new(start, answers.clone());
        while let Ok(effect) = asked.recv() {
            worker.carry_out(effect);
        }
    });
    wishes
}

mod marks;

struct Worker {
    desk: Option<Desk>,
    folder: PathBuf,
    lang: Lang,
    answers: Sender<Arrival>,
    /// Where text is kept that cannot be written.
    rescue: Option<PathBuf>,
    /// Whether what a crash left was looked for; it is, once, behind the first screen.
    tidied: bool,
    /// For each draft written here: the latest entry, and the file hashes it replaced.
    own: HashMap<DraftId, (Entry, HashSet<String>)>,
    /// What proofreading knows of the house.
    house: Arc<House>,
}

impl Worker {
    fn new(start: DeskStart, answers: Sender<Arrival>) -> Self {
        Self {
            desk: start.desk,
            folder: start.folder,
            lang: start.lang,
            answers,
            rescue: start.rescue,
            tidied: false,
            own: HashMap::new(),
            house: Arc::default(),
        }
    }

    fn answer(&self, msg: Msg) {
        // The loop may be gone already; then nobody waits for the answer.
        let _ = self.answers.send(Arrival::Msg(msg));
    }

    fn fail(&self, sentence: String) {
        self.answer(Msg::Failed(sentence));
    }

    fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::Load => self.load(),
            Effect::MakeNewsroom => self.make_newsroom(),
            Effect::Save { base, draft, over } => self.save(*base, *draft, over),
            Effect::Discard { base } => self.discard(&base),
            Effect::New { date } => self.new_draft(date),
            Effect::ReadPage { path } => self.read_page(&path),
            Effect::ReadPasted { text } => {
                self.page(words::PASTED.get(self.lang).to_owned(), text.as_bytes());
            }
            Effect::CompletePath { typed } => self.answer(Msg::Paths(paths(&typed))),
            Effect::CreateItems { items, date } => self.create_items(&items, date),
            Effect::Commit { paths, message } => self.commit(&paths, &message),
            Effect::Assemble { date } => self.assemble(date),
            Effect::UndoAssembly { number } => self.undo_assembly(number),
            // The loop's own.
            Effect::Copy { .. } | Effect::Suspend | Effect::Redraw => {}
            Effect::RememberWidth(answer) => {
                terminals::remember(&terminals::key(&variable), answer.setting());
            }
            Effect::Mark { base, seen, mark } => self.mark(&base, &seen, &mark),
            Effect::Note { base, act } => self.note(&base, &act),
            Effect::Past { base } => self.past(&base),
            Effect::Proof { drafts } => self.proof(drafts),
            Effect::AllowHere { allow } => self.allow(&allow),
            Effect::Quit => {
                let _ = self.answers.send(Arrival::Drained);
            }
        }
    }

    fn load(&mut self) {
        let Some(desk) = &self.desk else {
            self.answer(Msg::NoNewsroom(self.folder.display().to_string()));
            return;
        };
        let loaded = desk.load();
        self.own.clear();
        let mut view = View::build(
            loaded.settings,
            loaded.entries,
            loaded.problems,
            loaded.issues,
        );
        // git is asked for a name only where somebody signs.
        if !view.settings.review.stages.is_empty() || view.settings.review.passes > 0 {
            view.me = desk.signature();
        }
        self.house = proofread::house(&desk.newsroom);
        view.house = Arc::clone(&self.house);
        self.answer(Msg::Loaded(Box::new(view)));
        if !std::mem::replace(&mut self.tidied, true) {
            desk.tidy();
        }
    }

    fn proof(&self, drafts: Vec<PathBuf>) {
        if let Some(desk) = &self.desk {
            proofread::start(desk.newsroom.clone(), drafts, &self.house, &self.answers);
        }
    }

    fn allow(&mut self, allow: &Allow) {
        let Some(desk) = &self.desk else { return };
        match desk.newsroom.allow(allow) {
            Ok(file) => {
                self.house = proofread::house(&desk.newsroom);
                self.answer(Msg::Allowed(Arc::clone(&self.house), file));
            }
            Err(error) => self.fail(error.say(self.lang)),
        }
    }

    fn make_newsroom(&mut self) {
        match Newsroom::init(&self.folder) {
            Ok((newsroom, made)) => {
                // Without git the newsroom works all the same; an assembly will say so.
                let _ = (!git::in_repository(newsroom.root())).then(|| git::init(newsroom.root()));
                self.desk = Some(Desk {
                    lang: self.lang,
                    ..Desk::new(newsroom)
                });
                self.load();
                if let Some(desk) = &self.desk {
                    desk.commit_made(&made);
                }
                self.answer(Msg::Told(
                    Tone::Good,
                    words::MADE_NEWSROOM.get(self.lang).to_owned(),
                ));
            }
            Err(error) => self.fail(error.say(self.lang)),
        }
    }

    fn save(&mut self, base: Entry, draft: Draft, over: bool) {
        let Some(desk) = &self.desk else { return };
        let id = draft.id.clone();
        let (base, mut draft) = self.on_our_latest(base, draft);
        desk.stamp(&base.draft, &mut draft);
        let result = if over {
            desk.save_over(&base, &draft).map(|kept| {
                let told = words::KEPT_BOTH.fill(self.lang, &[("id", &kept.theirs.draft.id)]);
                self.answer(Msg::Told(Tone::Good, told));
                self.answer(Msg::Saved(Box::new(kept.theirs)));
                kept.ours
            })
        } else {
            desk.save(&base, &draft)
        };
        match result {
            Ok(entry) => self.saved(&base, entry),
            Err(SaveError::Gone(_)) => self.write_again(&base, &draft),
            Err(SaveError::Clash { fields, theirs }) => {
                let why = SaveTrouble::Clash { fields, theirs };
                self.answer(Msg::SaveFailed { id, why });
            }
            Err(error) => {
                let why = self.rescue(&draft, error.say(self.lang));
                self.answer(Msg::SaveFailed { id, why });
            }
        }
    }

    fn saved(&mut self, base: &Entry, entry: Entry) {
        let mine = self.own.entry(entry.draft.id.clone());
        let (latest, replaced) = mine.or_insert_with(|| (entry.clone(), HashSet::new()));
        replaced.insert(base.file_hash.clone());
        replaced.insert(latest.file_hash.clone());
        replaced.remove(&entry.file_hash);
        *latest = entry.clone();
        self.answer(Msg::Saved(Box::new(entry)));
    }

    /// Keeps a text outside the newsroom that could not be written into it.
    fn rescue(&self, draft: &Draft, sentence: String) -> SaveTrouble {
        let kept = self
            .rescue
            .as_deref()
            .and_then(|dir| rescue::keep(dir, draft).ok());
        SaveTrouble::Other { sentence, kept }
    }

    /// The file was removed while its draft was on the screen: the text on the screen is kept.
    fn write_again(&mut self, base: &Entry, draft: &Draft) {
        let Some(desk) = &self.desk else { return };
        match desk.create(draft) {
            Ok(entry) => {
                let told = words::GONE.fill(self.lang, &[("id", &draft.id)]);
                self.saved(base, entry);
                self.answer(Msg::Told(Tone::Bad, told));
            }
            Err(error) => {
                let why = self.rescue(draft, error.say(self.lang));
                self.answer(Msg::SaveFailed {
                    id: draft.id.clone(),
                    why,
                });
            }
        }
    }

    /// A change that began before our own last save was answered is applied on top of that save.
    fn on_our_latest(&self, base: Entry, draft: Draft) -> (Entry, Draft) {
        match self.own.get(&draft.id) {
            Some((latest, replaced)) if replaced.contains(&base.file_hash) => {
                let draft = rebase(&base.draft, &draft, &latest.draft);
                (latest.clone(), draft)
            }
            _ => (base, draft),
        }
    }

    fn discard(&mut self, base: &Entry) {
        let Some(desk) = &self.desk else { return };
        self.own.remove(&base.draft.id);
        if let Err(error) = desk.newsroom.discard(base) {
            self.fail(error.say(self.lang));
        }
    }

    fn new_draft(&mut self, date: Date) {
        let Some(desk) = &self.desk else { return };
        match new_draft(desk, date) {
            Ok(entry) => self.answer(Msg::Made(Box::new(entry))),
            Err(error) => self.fail(error.say(self.lang)),
        }
    }

    fn read_page(&self, typed: &str) {
        let path = expand(typed);
        let size = fs::metadata(&path).map_or(0, |meta| meta.len());
        if size > LIMIT {
            self.fail(command::FILE_TOO_LARGE.fill(self.lang, &[("file", &typed)]));
            return;
        }
        match fs::read(&path) {
            Ok(bytes) => self.page(typed.to_owned(), &bytes),
            Err(error) => {
                let why = system::why(&error, self.lang);
                let holes: [(&str, &dyn std::fmt::Display); 2] = [("name", &typed), ("why", &why)];
                self.fail(words::CANNOT_OPEN.fill(self.lang, &holes));
            }
        }
    }

    fn page(&self, name: String, bytes: &[u8]) {
        match crate::import::read(bytes, Split::Page) {
            Ok(page) => self.answer(Msg::PageRead {
                name,
                page: Box::new(page),
            }),
            Err(ImportError::Empty) => {
                self.fail(words::EMPTY_FILE.fill(self.lang, &[("name", &name)]));
            }
            Err(ImportError::NotText) => {
                self.fail(words::NOT_TEXT.fill(self.lang, &[("name", &name)]));
            }
        }
    }

    fn create_items(&mut self, items: &[Submission], date: Date) {
        let Some(desk) = &self.desk else { return };
        match desk.create_items(items, date) {
            Ok((entries, commit)) => {
                self.answer(Msg::ItemsCreated(entries));
                self.answer(Msg::Committed(commit));
            }
            Err(error) => self.answer(Msg::CreateFailed(error.say(self.lang))),
        }
    }

    fn commit(&self, paths: &BTreeSet<PathBuf>, message: &str) {
        let Some(desk) = &self.desk else { return };
        let paths: Vec<&Path> = paths.iter().map(PathBuf::as_path).collect();
        self.answer(Msg::Committed(desk.commit_drafts(&paths, message)));
    }

    fn assemble(&mut self, date: Date) {
        let Some(desk) = &self.desk else { return };
        match desk.assemble(date) {
            Ok((made, commit)) => self.answer(Msg::Assembled(Box::new(report(made, commit)))),
            Err(StoreError::Blocked(_) | StoreError::NothingReady) => {
                self.answer(Msg::Assembled(Box::new(refusal(desk.load(), date))));
            }
            Err(error) => self.fail(error.say(self.lang)),
        }
    }

    fn undo_assembly(&mut self, number: u32) {
        let Some(desk) = &self.desk else { return };
        if desk.newsroom.last_issue() != Some(number) {
            self.fail(words::NOT_THE_LAST.fill(self.lang, &[("n", &number)]));
            return;
        }
        match desk.undo_assemble() {
            Ok((undone, commit)) => {
                self.answer(Msg::Undone {
                    number: undone.number,
                    commit,
                });
            }
            Err(error) => self.fail(error.say(self.lang)),
        }
    }
}

/// `draft` as changed from `base`, applied to `latest`: fields that were not changed stay.
fn rebase(base: &Draft, draft: &Draft, latest: &Draft) -> Draft {
    let mut out = latest.clone();
    macro_rules! take {
        ($($field:ident),*) => { $(
            if draft.$field != base.$field {
                out.$field = draft.$field.clone();
            }
        )* };
    }
    take!(
        kind, label, place, headline, deck, date, status, rank, body, reviews, proofs, notes, left
    );
    for role in Role::ALL {
        if draft.byline.of(role) != base.byline.of(role) {
            *out.byline.of_mut(role) = draft.byline.of(role).to_vec();
        }
    }
    out
}

/// Makes an empty draft behind the last one of the queue.
fn new_draft(desk: &Desk, date: Date) -> Result<Entry, StoreError> {
    let loaded = desk.load();
    let last = loaded.entries.iter().map(|entry| &entry.draft.rank).max();
    let taken = |id: &DraftId| loaded.entries.iter().any(|entry| entry.draft.id == *id);
    let mut draft = Draft::empty(desk.newsroom.fresh_id(date, "", &taken));
    draft.date = Some(date);
    draft.rank = Rank::after(last);
    desk.create(&draft)
}

/// What an assembly that was made tells the issue screen.
fn report(made: Assembled, commit: CommitOutcome) -> IssueReport {
    let inside = |path: &PathBuf| {
        let inner = path.strip_prefix(&made.folder).unwrap_or(path);
        inner.display().to_string()
    };
    IssueReport {
        number: made.number,
        files: made.files.iter().map(inside).collect(),
        items: made.items,
        left_out: made.left_out,
        unread: made.unread,
        blocked: Vec::new(),
        folder: Some(made.folder),
        commit: Some(commit),
    }
}

/// What stands in the way of an assembly, or that nothing is ready.
fn refusal(mut loaded: Loaded, date: Date) -> IssueReport {
    queue::sort(&mut loaded.entries);
    let plan = issue::plan(
        &loaded.entries,
        &loaded.problems,
        &loaded.issues,
        &loaded.settings,
        date,
    );
    let id = |at: usize| loaded.entries[at].draft.id.clone();
    IssueReport {
        number: plan.number,
        items: Vec::new(),
        left_out: plan
            .left_out
            .iter()
            .map(|&(at, stage)| (id(at), stage))
            .collect(),
        unread: plan.unread,
        blocked: plan.blocked,
        folder: None,
        files: Vec::new(),
        commit: None,
    }
}

/// A typed path with `~` for the home folder.
fn expand(typed: &str) -> PathBuf {
    let home = || std::env::var_os("HOME").map(PathBuf::from);
    match (typed.strip_prefix("~/"), home()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(typed),
    }
}

/// Files and folders (with `/`) whose path goes on from what was typed, text files first.
fn paths(typed: &str) -> Vec<String> {
    let (folder, start) = typed.rsplit_once('/').map_or(("", typed), |(a, b)| (a, b));
    let shown = if typed.contains('/') {
        format!("{folder}/")
    } else {
        String::new()
    };
    let dir = if shown.is_empty() {
        PathBuf::from(".")
    } else {
        expand(&shown)
    };
    let Ok(entries) = fs::read_dir(dir) else {
        return Vec::new();
    };
    let mut found: Vec<(u8, String)> = entries
        .filter_map(Result::ok)
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let hidden = name.starts_with('.') && !start.starts_with('.');
            if hidden || !name.starts_with(start) {
                return None;
            }
            let is_dir = entry.path().is_dir();
            let slash = if is_dir { "/" } else { "" };
            Some((order(&name, is_dir), format!("{shown}{name}{slash}")))
        })
        .collect();
    found.sort();
    found.into_iter().map(|(_, name)| name).take(200).collect()
}

/// Text first, then folders, then the rest.
fn order(name: &str, is_dir: bool) -> u8 {
    let lower = name.to_ascii_lowercase();
    let text = [".txt", ".md", ".text"]
        .iter()
        .any(|ending| lower.ends_with(ending));
    match (text, is_dir) {
        (true, _) => 0,
        (false, true) => 1,
        (false, false) => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(headline: &str, place: &str) -> Draft {
        let mut draft = Draft::empty(DraftId::new("a").unwrap());
        draft.headline = headline.into();
        draft.place = place.into();
        draft
    }

    #[test]
    fn a_change_is_put_on_top_of_a_later_save() {
        let base = draft("旧", "甲");
        let latest = draft("旧", "乙");
        let mine = draft("新", "甲");
        assert_eq!(rebase(&base, &mine, &latest), draft("新", "乙"));
    }

    #[test]
    fn paths_go_on_from_what_was_typed() {
        let dir = tempfile::tempdir().unwrap();
        for name in ["page.txt", "photo.jpg", "other.txt", ".hidden"] {
            fs::write(dir.path().join(name), "x").unwrap();
        }
        fs::create_dir(dir.path().join("pages")).unwrap();
        let start = format!("{}/p", dir.path().display());
        let found: Vec<String> = paths(&start)
            .iter()
            .map(|p| p.rsplit_once("/p").unwrap().1.to_owned())
            .collect();
        assert_eq!(found, ["age.txt", "ages/", "hoto.jpg"]);
    }
}
