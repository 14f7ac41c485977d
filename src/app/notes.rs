//! The remarks on a draft: read, added, answered, closed, and followed to their passage.

use std::ops::Range;

use super::area::Area;
use super::editing;
use super::effect::Effect;
use super::field::LineField;
use super::keymap::{Action, Context};
use super::state::{Screen, State};
use super::story::{self, StoryScreen};
use super::view::View;
use crate::domain::settings::AmbiguousCells;
use crate::domain::{DraftId, Entry, Field, Note, NoteAct};
use crate::text::passage;

/// What is being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// A remark about a passage.
    Remark(String),
    /// An answer to a remark.
    Answer(Box<Note>),
}

/// State of the screen of remarks.
#[derive(Debug)]
pub struct NotesScreen {
    /// The draft.
    pub id: DraftId,
    /// The remarks, open ones first, each with where its passage is (characters of the body).
    pub notes: Vec<(Note, Option<Range<usize>>)>,
    /// The chosen one.
    pub row: usize,
    /// What is being typed.
    pub ask: Option<(Asked, LineField)>,
    /// The body that the passages are looked for in.
    body: String,
    /// Whether the screen was opened to add one remark.
    once: bool,
}

/// How the screen is divided.
#[derive(Debug, Clone, Copy)]
pub struct NotesLayout {
    /// Title bar.
    pub bar: Area,
    /// The remarks.
    pub list: Area,
    /// What is typed and what for; else empty.
    pub ask: Area,
    /// Hints and notice.
    pub foot: Area,
}

impl NotesScreen {
    /// Whose keys count here.
    pub fn contexts(&self) -> &'static [Context] {
        if self.ask.is_some() {
            &[Context::NoteText, Context::Text]
        } else {
            &[Context::Notes]
        }
    }

    /// Divides the screen.
    pub fn layout(&self, size: Area) -> NotesLayout {
        let (bar, rest) = size.top(1);
        let (rest, foot) = rest.bottom(2);
        let (list, ask) = rest.bottom(if self.ask.is_some() { 3 } else { 0 });
        NotesLayout {
            bar,
            list,
            ask,
            foot,
        }
    }

    /// Takes in the size of the screen.
    pub fn fit(&mut self, size: Area, ambiguous: AmbiguousCells) {
        if let Some((_, field)) = &mut self.ask {
            field.set_width(size.width.saturating_sub(4), ambiguous);
        }
    }

    /// Takes in the remarks as they are now.
    pub fn refresh(&mut self, view: &View) {
        let Some(entry) = view.entry(&self.id) else {
            return;
        };
        let notes = &entry.draft.notes;
        let open = notes.iter().filter(|note| note.is_open());
        let closed = notes.iter().filter(|note| !note.is_open());
        self.notes = open
            .chain(closed)
            .map(|note| (note.clone(), passage::find(&self.body, &note.about)))
            .collect();
        self.row = self.row.min(self.notes.len().saturating_sub(1));
    }

    fn ask(&mut self, asked: Asked, size: Area, ambiguous: AmbiguousCells) {
        self.ask = Some((asked, LineField::new("")));
        self.fit(size, ambiguous);
    }

    /// A character typed.
    pub fn typed(&mut self, c: char) {
        if let Some((_, field)) = &mut self.ask {
            field.edit(editing::typed(c));
        }
    }

    /// Text pasted.
    pub fn pasted(&mut self, text: &str) {
        if let Some((_, field)) = &mut self.ask {
            field.edit(editing::pasted(text));
        }
    }
}

/// Opens the remarks of the draft chosen in the queue.
pub fn open_chosen(state: &mut State) -> Vec<Effect> {
    let chosen = state.queue.at().map(|at| state.view.entries[at].clone());
    chosen.map_or_else(Vec::new, |entry| open(state, &entry))
}

/// Opens the remarks of a draft.
pub fn open(state: &mut State, entry: &Entry) -> Vec<Effect> {
    push(state, &entry.draft.id, entry.draft.body.clone(), None);
    Vec::new()
}

/// From the story screen: a new remark on what is selected; without a selection the list, where
/// there are remarks already.
pub fn open_from_story(state: &mut State) -> Vec<Effect> {
    let Some(Screen::Story(screen)) = state.over.last() else {
        return Vec::new();
    };
    let (id, body) = (screen.id().clone(), screen.body.body());
    let about = match screen.focus {
        Field::Body => Some(screen.body.selected_text()).filter(|text| !text.is_empty()),
        _ => None,
    };
    // The first remark is written at once, on the sentence under the caret.
    let first = screen.base().draft.notes.is_empty();
    let sentence = || sentence_around(screen);
    let about = about.or_else(|| first.then(sentence));
    push(state, &id, body, about);
    Vec::new()
}

fn push(state: &mut State, id: &DraftId, body: String, about: Option<String>) {
    let mut screen = Box::new(NotesScreen {
        id: id.clone(),
        notes: Vec::new(),
        row: 0,
        ask: None,
        body,
        once: about.is_some(),
    });
    screen.refresh(&state.view);
    if let Some(about) = about {
        let about = about.lines().next().unwrap_or_default().to_owned();
        screen.ask(Asked::Remark(about), state.size, state.ambiguous);
    }
    state.over.push(Screen::Notes(screen));
}

fn top(state: &mut State) -> Option<&mut NotesScreen> {
    match state.over.last_mut() {
        Some(Screen::Notes(screen)) => Some(screen),
        _ => None,
    }
}

/// A key on the screen of remarks.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    if top(state).is_some_and(|screen| screen.ask.is_some()) {
        return act_on_field(state, action);
    }
    let (size, ambiguous) = (state.size, state.ambiguous);
    let sentence = sentence_at_caret(state);
    let Some(screen) = top(state) else {
        return Vec::new();
    };
    let last = screen.notes.len().saturating_sub(1);
    let chosen = screen.notes.get(screen.row).cloned();
    match (action, chosen) {
        (Action::Up, _) => screen.row = screen.row.saturating_sub(1),
        (Action::Down, _) => screen.row = (screen.row + 1).min(last),
        (Action::First, _) => screen.row = 0,
        (Action::Last, _) => screen.row = last,
        (Action::New, _) => screen.ask(Asked::Remark(sentence), size, ambiguous),
        (Action::Answer, Some((note, _))) => {
            screen.ask(Asked::Answer(Box::new(note)), size, ambiguous);
        }
        (Action::Close, Some((note, _))) => return send(state, NoteAct::Close { note }),
        (Action::Open, Some((_, found))) => jump(state, found),
        (Action::Back, _) => {
            state.over.pop();
        }
        _ => {}
    }
    Vec::new()
}

/// The sentence under the caret of the story below; empty where there is none.
fn sentence_at_caret(state: &State) -> String {
    match state.over.iter().rev().nth(1) {
        Some(Screen::Story(story)) => sentence_around(story),
        _ => String::new(),
    }
}

fn sentence_around(story: &StoryScreen) -> String {
    if story.focus != Field::Body {
        return String::new();
    }
    passage::sentence(&story.body.body(), story.body.caret_char()).to_owned()
}

fn act_on_field(state: &mut State, action: Action) -> Vec<Effect> {
    let Some(Screen::Notes(screen)) = state.over.last_mut() else {
        return Vec::new();
    };
    let Some((asked, field)) = &mut screen.ask else {
        return Vec::new();
    };
    match action {
        Action::Back => screen.ask = None,
        Action::Open if field.text().trim().is_empty() => screen.ask = None,
        Action::Open => {
            let text = field.text().trim().to_owned();
            let act = match asked.clone() {
                Asked::Remark(about) => NoteAct::Add { about, text },
                Asked::Answer(note) => NoteAct::Answer { note: *note, text },
            };
            screen.ask = None;
            let effects = send(state, act);
            leave_if_done(state);
            return effects;
        }
        other => {
            if let Some(edit) = editing::edit(other) {
                return editing::apply(field, edit, &mut state.clip);
            }
            return Vec::new();
        }
    }
    leave_if_done(state);
    Vec::new()
}

/// One remark from the story screen goes back to it.
fn leave_if_done(state: &mut State) {
    if top(state).is_some_and(|screen| screen.once) {
        state.over.pop();
    }
}

fn send(state: &mut State, act: NoteAct) -> Vec<Effect> {
    let id = top(state).map(|screen| screen.id.clone());
    let Some(base) = id.and_then(|id| state.view.entry(&id).cloned()) else {
        return Vec::new();
    };
    *state.pending.entry(base.draft.id.clone()).or_insert(0) += 1;
    vec![Effect::Note {
        base: Box::new(base),
        act,
    }]
}

/// The story with the passage selected.
fn jump(state: &mut State, found: Option<Range<usize>>) {
    let Some(id) = top(state).map(|screen| screen.id.clone()) else {
        return;
    };
    let below = |screen: &Screen| matches!(screen, Screen::Story(s) if *s.id() == id);
    if let Some(at) = state.over.iter().rposition(below) {
        state.over.truncate(at + 1);
    } else {
        state.over.pop();
        let Some(entry) = state.view.entry(&id).cloned() else {
            return;
        };
        state.queue.choose(&state.view, &id);
        story::open(state, &entry, None);
    }
    if let (Some(span), Some(Screen::Story(story))) = (found, state.over.last_mut()) {
        story.focus = Field::Body;
        story.body.select_chars(span);
    }
}
