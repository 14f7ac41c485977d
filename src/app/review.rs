//! The review screen: who signed what, what changed since, and the keys that sign, return and pass.

pub mod head;

use super::area::Area;
use super::differences::{self, Form};
use super::editing;
use super::effect::Effect;
use super::field::LineField;
use super::keymap::{Action, Context};
use super::state::{Screen, State, Tone};
use super::view::View;
use super::{diff, issue, notes, story};
use crate::domain::settings::AmbiguousCells;
use crate::domain::{DraftId, Entry, Mark, Past, Refusal, Standing};
use crate::store::hash;
use crate::text::draft_diff::{self, Section};
use crate::wording::review as words;

/// What is typed before a mark is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// An opinion under a signature; may stay empty.
    Sign,
    /// The reason of a rush.
    Rush,
    /// Why the draft goes back.
    Return,
}

impl Asked {
    fn mark(self, text: String) -> Mark {
        match self {
            Self::Sign => Mark::Sign(text),
            Self::Rush => Mark::Rush(text),
            Self::Return => Mark::Return(text),
        }
    }
}

/// State of the review screen.
#[derive(Debug)]
pub struct ReviewScreen {
    /// The draft.
    pub id: DraftId,
    /// `sha256:…` of what it says now.
    pub content: String,
    /// Its earlier states, once they were found.
    pub past: Option<Past>,
    /// What changed since the state that is compared with.
    pub sections: Vec<Section>,
    /// What is being typed, and for which mark.
    pub ask: Option<(Asked, LineField)>,
    /// The row of differences that is scrolled to the top.
    pub top: usize,
}

/// How the screen is divided.
#[derive(Debug, Clone, Copy)]
pub struct ReviewLayout {
    /// Title bar.
    pub bar: Area,
    /// Stages, passes and the next step.
    pub head: Area,
    /// The bar above the differences.
    pub rule: Area,
    /// Differences.
    pub body: Area,
    /// The field and what it is for, while something is typed; else empty.
    pub ask: Area,
    /// Hints and notice.
    pub foot: Area,
}

impl ReviewScreen {
    /// Whose keys count here.
    pub fn contexts(&self) -> &'static [Context] {
        if self.ask.is_some() {
            &[Context::Opinion, Context::Text]
        } else {
            &[Context::Review]
        }
    }

    /// Divides the screen; `head` are the rows of the head.
    pub fn layout(&self, size: Area, head: usize) -> ReviewLayout {
        let (bar, rest) = size.top(1);
        let (rest, foot) = rest.bottom(2);
        let (rest, ask) = rest.bottom(if self.ask.is_some() { 2 } else { 0 });
        let most = rest.height.saturating_sub(4);
        let (head, rest) = rest.top((head as u16).min(most));
        let (rule, body) = rest.top(1);
        ReviewLayout {
            bar,
            head,
            rule,
            body: body.inset(2),
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

    /// Takes in the draft as it is now.
    fn refresh(&mut self, view: &View) {
        let Some(entry) = view.entry(&self.id) else {
            return;
        };
        self.content = hash::of(&entry.draft.content());
        let past = self.past.as_ref();
        let before = past.and_then(|past| past.of(past.nearest()));
        self.sections = before.map_or_else(Vec::new, |before| {
            let mut old = before.draft.clone();
            // The day is not signed for.
            old.date = entry.draft.date;
            draft_diff::sections(&old, &entry.draft)
        });
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

/// How a draft stands before its reviewers, by what the screen knows.
pub fn standing<'a>(view: &'a View, screen: &'a ReviewScreen) -> Option<Standing<'a>> {
    let entry = view.entry(&screen.id)?;
    Some(Standing {
        draft: &entry.draft,
        content: &screen.content,
        asked: &view.settings.review,
    })
}

/// Opens the review of the draft chosen in the queue.
pub fn open_chosen(state: &mut State) -> Vec<Effect> {
    let chosen = state.queue.at().map(|at| state.view.entries[at].clone());
    chosen.map_or_else(Vec::new, |entry| open(state, &entry))
}

/// Saves the draft on the story screen and opens its review.
pub fn open_from_story(state: &mut State) -> Vec<Effect> {
    let mut effects = story::act(state, Action::Save);
    let id = match state.over.last() {
        Some(Screen::Story(screen)) if screen.date_is_right() => screen.id().clone(),
        _ => return effects,
    };
    if let Some(entry) = state.view.entry(&id).cloned() {
        effects.extend(open(state, &entry));
    }
    effects
}

/// Opens the review of a draft.
pub fn open(state: &mut State, entry: &Entry) -> Vec<Effect> {
    let mut screen = Box::new(ReviewScreen {
        id: entry.draft.id.clone(),
        content: String::new(),
        past: None,
        sections: Vec::new(),
        ask: None,
        top: 0,
    });
    screen.refresh(&state.view);
    state.over.push(Screen::Review(screen));
    vec![Effect::Past {
        base: Box::new(entry.clone()),
    }]
}

/// Takes what changed in the newsroom over to every screen that shows reviews or remarks.
pub fn refresh(state: &mut State) {
    let view = &state.view;
    for screen in &mut state.over {
        match screen {
            Screen::Review(screen) => screen.refresh(view),
            Screen::Notes(screen) => screen.refresh(view),
            _ => {}
        }
    }
}

/// The states of a draft were looked up.
pub fn on_past(state: &mut State, past: &Past) -> Vec<Effect> {
    for screen in &mut state.over {
        match screen {
            Screen::Review(screen) if screen.id == past.id => screen.past = Some(past.clone()),
            Screen::Diff(screen) if screen.id == past.id => screen.on_past(past.clone()),
            _ => {}
        }
    }
    refresh(state);
    Vec::new()
}

fn top(state: &mut State) -> Option<&mut ReviewScreen> {
    match state.over.last_mut() {
        Some(Screen::Review(screen)) => Some(screen),
        _ => None,
    }
}

/// A key on the review screen.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    if top(state).is_some_and(|screen| screen.ask.is_some()) {
        return act_on_field(state, action);
    }
    let page = page(state).cast_signed();
    match action {
        Action::Up => go(state, -1),
        Action::Down => go(state, 1),
        Action::PageUp => go(state, -page),
        Action::PageDown => go(state, page),
        Action::Sign => ask(state, Asked::Sign),
        Action::Rush => ask(state, Asked::Rush),
        Action::SendBack => ask(state, Asked::Return),
        Action::Pass => mark(state, Mark::Pass),
        Action::Open => open_story(state),
        Action::Diff => with_entry(state, diff::open),
        Action::Notes => with_entry(state, notes::open),
        Action::Back => {
            state.over.pop();
            issue::back_to_faults(state);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

fn with_entry(state: &mut State, open: impl Fn(&mut State, &Entry) -> Vec<Effect>) -> Vec<Effect> {
    let id = top(state).map(|screen| screen.id.clone());
    let entry = id.and_then(|id| state.view.entry(&id).cloned());
    entry.map_or_else(Vec::new, |entry| open(state, &entry))
}

/// The story: the one below, or a new screen of it.
fn open_story(state: &mut State) -> Vec<Effect> {
    let Some(id) = top(state).map(|screen| screen.id.clone()) else {
        return Vec::new();
    };
    state.over.pop();
    let is_below = matches!(state.over.last(), Some(Screen::Story(s)) if *s.id() == id);
    if let (false, Some(entry)) = (is_below, state.view.entry(&id).cloned()) {
        state.queue.choose(&state.view, &id);
        story::open(state, &entry, None);
    }
    Vec::new()
}

/// Rows of differences in view.
fn page(state: &State) -> usize {
    let Some(Screen::Review(screen)) = state.over.last() else {
        return 1;
    };
    let head = head::rows(state, screen).len();
    usize::from(screen.layout(state.size, head).body.height).max(1)
}

/// The differences as rows.
pub fn rows(state: &State, screen: &ReviewScreen) -> Vec<differences::Row> {
    let form = Form {
        width: state.size.inset(2).width,
        sides: false,
        ambiguous: state.ambiguous,
    };
    differences::rows(&screen.sections, form)
}

fn go(state: &mut State, by: isize) -> Vec<Effect> {
    let height = page(state);
    let Some(Screen::Review(screen)) = state.over.last() else {
        return Vec::new();
    };
    let last = rows(state, screen).len().saturating_sub(height);
    if let Some(screen) = top(state) {
        screen.top = screen.top.saturating_add_signed(by).min(last);
    }
    Vec::new()
}

/// Why a mark cannot be put, as far as the screen knows.
fn refusal(state: &State, mark: &Mark) -> Option<Refusal> {
    let Some(Screen::Review(screen)) = state.over.last() else {
        return None;
    };
    let at = state.view.position(&screen.id)?;
    if let Some(number) = state.view.rows[at].stage.issue() {
        return Some(Refusal::Printed(number));
    }
    let me = state.view.me.as_deref().unwrap_or_default();
    standing(&state.view, screen)?.may(mark, me).err()
}

fn refuse(state: &mut State, refusal: &Refusal) -> Vec<Effect> {
    let id = top(state).map(|screen| screen.id.clone());
    let names = &state.view.settings.review.stages;
    let entry = id.and_then(|id| state.view.entry(&id));
    let sentence = entry.map(|entry| words::refusal(refusal, &entry.draft, names, state.lang));
    state.say(Tone::Bad, sentence.unwrap_or_default());
    Vec::new()
}

/// Asks for an opinion or a reason, where the mark may be put at all.
fn ask(state: &mut State, asked: Asked) -> Vec<Effect> {
    if let Some(why) = refusal(state, &asked.mark(String::new())) {
        return refuse(state, &why);
    }
    let (size, ambiguous) = (state.size, state.ambiguous);
    if let Some(screen) = top(state) {
        screen.ask = Some((asked, LineField::new("")));
        screen.fit(size, ambiguous);
    }
    Vec::new()
}

fn act_on_field(state: &mut State, action: Action) -> Vec<Effect> {
    let Some(Screen::Review(screen)) = state.over.last_mut() else {
        return Vec::new();
    };
    let Some((asked, field)) = &mut screen.ask else {
        return Vec::new();
    };
    match action {
        Action::Back => screen.ask = None,
        Action::Open => {
            let (asked, text) = (*asked, field.text().trim().to_owned());
            let missing = match asked {
                Asked::Rush if text.is_empty() => Some(Refusal::NoReason),
                Asked::Return if text.is_empty() => Some(Refusal::NoOpinion),
                _ => None,
            };
            if let Some(missing) = missing {
                return refuse(state, &missing);
            }
            screen.ask = None;
            return mark(state, asked.mark(text));
        }
        other => {
            if let Some(edit) = editing::edit(other) {
                return editing::apply(field, edit, &mut state.clip);
            }
        }
    }
    Vec::new()
}

/// Asks for a mark to be put under what the screen shows.
fn mark(state: &mut State, mark: Mark) -> Vec<Effect> {
    if let Some(why) = refusal(state, &mark) {
        return refuse(state, &why);
    }
    let Some(screen) = top(state) else {
        return Vec::new();
    };
    let (id, seen) = (screen.id.clone(), screen.content.clone());
    let Some(base) = state.view.entry(&id).cloned() else {
        return Vec::new();
    };
    *state.pending.entry(id).or_insert(0) += 1;
    vec![Effect::Mark {
        base: Box::new(base),
        seen,
        mark,
    }]
}
