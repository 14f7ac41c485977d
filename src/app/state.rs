//! All that the program knows while it runs.

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;

use super::area::Area;
use super::byline::BylineScreen;
use super::diff::DiffScreen;
use super::effect::Effect;
use super::import::{AskScreen, ImportScreen};
use super::issue::IssueScreen;
use super::keymap::{Context, Keymap, KeymapError};
use super::notes::NotesScreen;
use super::proof::{ProofScreen, ReasonScreen};
use super::proofs::Proofs;
use super::queue::QueueScreen;
use super::review::ReviewScreen;
use super::story::StoryScreen;
use super::story::find::FindBar;
use super::view::View;
use crate::domain::settings::AmbiguousCells;
use crate::domain::{Date, Draft, DraftId, Entry};
use crate::term::Ambiguous;
use crate::wording::{Lang, desk as words, problem};

/// A screen that stands over the queue.
#[derive(Debug)]
pub enum Screen {
    /// One draft.
    Story(Box<StoryScreen>),
    /// The byline of one draft.
    Byline(Box<BylineScreen>),
    /// Which file to import.
    Ask(Box<AskScreen>),
    /// A raw page taken apart.
    Import(Box<ImportScreen>),
    /// What an assembly did.
    Issue(Box<IssueScreen>),
    /// Files that could not be read; the row scrolled to the top.
    Problems(usize),
    /// Who signed a draft, and what changed since.
    Review(Box<ReviewScreen>),
    /// Two states of a draft.
    Diff(Box<DiffScreen>),
    /// The remarks on a draft.
    Notes(Box<NotesScreen>),
    /// What proofreading found.
    Proof(Box<ProofScreen>),
    /// Why a finding is left, asked over the screen below.
    Reason(Box<ReasonScreen>),
}

/// How much a notice matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Done.
    Good,
    /// Not done, or look at this.
    Bad,
    /// Being done.
    Busy,
}

/// The sentence on the lowest line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// How much it matters.
    pub tone: Tone,
    /// The sentence.
    pub text: String,
}

/// An act on the queue that can be undone.
#[derive(Debug, Clone, PartialEq)]
pub enum Act {
    /// Drafts as they were before.
    Drafts(Vec<Entry>),
    /// A raw page was left; undone it is shown again.
    LeftPage,
    /// Drafts that were made; undone they are spiked.
    Made(Vec<DraftId>),
    /// An issue of this number was assembled.
    Issue(u32),
    /// A draft was changed while it was proofread: before and after.
    Proof(Box<(Draft, Draft)>),
}

/// How far the start has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phase {
    /// The newsroom is being read.
    Loading,
    /// There is none; the folder it could be made in.
    Welcome(String),
    /// At work.
    Open,
}

/// The state.
#[derive(Debug)]
pub struct State {
    /// Language of the program's words.
    pub lang: Lang,
    /// Size of the terminal.
    pub size: Area,
    /// Cells of “ ” … — as rows are laid out.
    pub ambiguous: AmbiguousCells,
    /// How the painter draws them.
    pub drawn: Ambiguous,
    /// What the terminal said of them, now or when it was last asked.
    pub answered: Ambiguous,
    /// Whether the editor asked, who is to be told the answer.
    pub asked: bool,
    /// Today, told by the outside.
    pub today: Date,
    /// How far the start has come.
    pub phase: Phase,
    /// The newsroom.
    pub view: View,
    /// The home screen.
    pub queue: QueueScreen,
    /// What stands over it; the last one is shown.
    pub over: Vec<Screen>,
    /// Help over everything: the row scrolled to the top.
    pub help: Option<usize>,
    /// The sentence on the lowest line.
    pub notice: Option<Notice>,
    /// Which key does what.
    pub keymap: Keymap,
    /// Whether it was told that not every terminal hands copies on.
    pub told_copying: bool,
    /// What was cut or copied last, in any field or text.
    pub clip: String,
    /// What can be undone on the queue, the last act at the end.
    pub acts: Vec<Act>,
    /// Drafts written since the last commit.
    pub uncommitted: BTreeSet<PathBuf>,
    /// How many saves of a draft are not answered yet.
    pub pending: HashMap<DraftId, usize>,
    /// Story screens that were left before their save was answered.
    pub parked: Vec<Box<StoryScreen>>,
    /// The raw page that was left last, with the editor's choices.
    pub left_page: Option<Box<ImportScreen>>,
    /// What proofreading found.
    pub proofs: Proofs,
    /// Why a finding was left the last time.
    pub last_reason: String,
    /// A draft to open as soon as the newsroom is read.
    pub open_first: Option<String>,
    /// Whether to leave.
    pub quitting: bool,
}

impl State {
    /// The state before anything was read.
    pub fn new(lang: Lang, size: (u16, u16), today: Date) -> Result<Self, KeymapError> {
        Ok(Self {
            lang,
            size: Area::screen(size.0, size.1),
            ambiguous: Ambiguous::Safe.cells(),
            drawn: Ambiguous::Safe,
            answered: Ambiguous::Safe,
            asked: false,
            today,
            phase: Phase::Loading,
            view: View::default(),
            queue: QueueScreen::default(),
            over: Vec::new(),
            help: None,
            notice: None,
            keymap: Keymap::standard()?,
            told_copying: false,
            clip: String::new(),
            acts: Vec::new(),
            uncommitted: BTreeSet::new(),
            pending: HashMap::new(),
            parked: Vec::new(),
            left_page: None,
            proofs: Proofs::default(),
            last_reason: String::new(),
            open_first: None,
            quitting: false,
        })
    }

    /// How wide the terminal says ambiguous characters are; the newsroom's setting goes before it.
    pub fn terminal_says(&mut self, answered: Ambiguous) {
        self.answered = answered;
        self.drawn = Ambiguous::by_setting(self.view.settings.screen.ambiguous, answered);
        self.ambiguous = self.drawn.cells();
    }

    /// The contexts whose keys count now, the strongest first.
    pub fn contexts(&self) -> &'static [Context] {
        if self.help.is_some() {
            return &[Context::Help];
        }
        self.screen_contexts()
    }

    /// The contexts of the screen under help.
    pub fn screen_contexts(&self) -> &'static [Context] {
        if matches!(self.phase, Phase::Welcome(_)) {
            return &[Context::Welcome];
        }
        match self.over.last() {
            None if self.queue.typing => &[Context::Filter, Context::Text],
            None => &[Context::Queue],
            Some(Screen::Story(story)) => match story.find.as_ref().map(FindBar::context) {
                None => &[Context::Story, Context::Text],
                Some(Context::Replace) => &[Context::Replace, Context::Text],
                Some(_) => &[Context::Find, Context::Text],
            },
            Some(Screen::Byline(_)) => &[Context::Byline, Context::Text],
            Some(Screen::Ask(_)) => &[Context::Ask, Context::Text],
            Some(Screen::Import(_)) => &[Context::Import],
            Some(Screen::Issue(screen)) => screen.contexts(),
            Some(Screen::Problems(_)) => &[Context::Problems],
            Some(Screen::Review(screen)) => screen.contexts(),
            Some(Screen::Diff(_)) => &[Context::Diff],
            Some(Screen::Notes(screen)) => screen.contexts(),
            Some(Screen::Proof(_)) => &[Context::Proof],
            Some(Screen::Reason(_)) => &[Context::Reason, Context::Text],
        }
    }

    /// Says a sentence on the lowest line.
    pub fn say(&mut self, tone: Tone, text: impl Into<String>) {
        self.notice = Some(Notice {
            tone,
            text: text.into(),
        });
    }

    /// Shows a changed draft at once and asks for it to be written.
    pub fn change(&mut self, base: &Entry, draft: crate::domain::Draft) -> Effect {
        let effect = self.change_one(base, draft);
        self.queue.refresh(&self.view);
        effect
    }

    /// The same for one of many; refresh the queue after the last.
    pub fn change_one(&mut self, base: &Entry, draft: crate::domain::Draft) -> Effect {
        let effect = Effect::save(base, draft.clone());
        self.uncommitted.insert(base.path.clone());
        *self.pending.entry(base.draft.id.clone()).or_insert(0) += 1;
        self.view.put(Entry {
            draft,
            ..base.clone()
        });
        effect
    }

    /// Takes away a draft that was made and left without a word in it.
    pub fn forget(&mut self, base: &Entry) -> Effect {
        self.acts.pop();
        self.uncommitted.remove(&base.path);
        self.view.remove(&base.draft.id);
        self.queue.refresh(&self.view);
        Effect::Discard {
            base: Box::new(base.clone()),
        }
    }

    /// A save of this draft was answered; whether a later one is still under way.
    pub fn answered(&mut self, id: &DraftId) -> bool {
        let left = self.pending.remove(id).unwrap_or(0).saturating_sub(1);
        if left > 0 {
            self.pending.insert(id.clone(), left);
        }
        left > 0
    }

    /// Says which stage a draft has come to.
    pub fn say_stage(&mut self, id: &DraftId) {
        let Some(at) = self.view.position(id) else {
            return;
        };
        let title: String = self.view.entries[at]
            .draft
            .title()
            .chars()
            .take(20)
            .collect();
        let names = &self.view.settings.review.stages;
        let stage = problem::stage(self.view.rows[at].stage, names, self.lang);
        let sentence = words::NOW.fill(self.lang, &[("title", &title), ("stage", &stage)]);
        self.say(Tone::Good, sentence);
    }

    /// A commit of what was written since the last one, if anything was.
    pub fn commit_changes(&mut self, message: String) -> Option<Effect> {
        let paths = std::mem::take(&mut self.uncommitted);
        (!paths.is_empty()).then_some(Effect::Commit { paths, message })
    }
}
