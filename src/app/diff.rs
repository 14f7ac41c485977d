//! The diff screen: any two states of one draft, inline or side by side.

use super::area::Area;
use super::differences::{self, Form, Row};
use super::effect::Effect;
use super::keymap::Action;
use super::state::{Screen, State, Tone};
use crate::domain::{Draft, DraftId, Entry, Past, Version};
use crate::text::draft_diff::{self, Section};
use crate::wording::review as words;

/// State of the diff screen.
#[derive(Debug)]
pub struct DiffScreen {
    /// The draft.
    pub id: DraftId,
    /// The draft as it stood on the screen below, saved or not.
    shown: Draft,
    /// Its earlier states, once they were found.
    pub past: Option<Past>,
    /// The earlier state.
    pub from: Version,
    /// The later one.
    pub to: Version,
    /// Whether both stand side by side.
    pub sides: bool,
    /// What differs.
    pub sections: Vec<Section>,
    /// The row scrolled to the top.
    pub top: usize,
}

/// How the screen is divided: bar, what is compared, rows, foot.
pub fn layout(size: Area) -> (Area, Area, Area, Area) {
    let (bar, rest) = size.top(1);
    let (rest, foot) = rest.bottom(2);
    let (rule, body) = rest.top(1);
    (bar, rule, body.inset(2), foot)
}

impl DiffScreen {
    /// The text of a state, where there is one.
    fn draft(&self, version: Version) -> Option<&Draft> {
        match version {
            Version::Screen => Some(&self.shown),
            other => Some(&self.past.as_ref()?.of(other)?.draft),
        }
    }

    /// Whether the state has a text.
    pub fn has(&self, version: Version) -> bool {
        self.draft(version).is_some()
    }

    /// The states were looked up.
    pub fn on_past(&mut self, past: Past) {
        if self.past.is_none() {
            self.from = past.nearest();
        }
        self.past = Some(past);
        if !self.has(self.from) {
            self.from = Version::Disk;
        }
        self.compare();
    }

    fn compare(&mut self) {
        let both = self.draft(self.from).zip(self.draft(self.to));
        self.sections = both.map_or_else(Vec::new, |(a, b)| draft_diff::sections(a, b));
        self.top = 0;
    }

    /// The next state, of those that have a text, other than `but`.
    fn following(&self, version: Version, but: Version) -> Version {
        let all = Version::ALL;
        let at = all.iter().position(|v| *v == version).unwrap_or(0);
        let mut later = (1..=all.len()).map(|by| all[(at + by) % all.len()]);
        later.find(|&v| v != but && self.has(v)).unwrap_or(version)
    }

    /// The differences as rows.
    pub fn rows(&self, state: &State) -> Vec<Row> {
        let form = self.form(state);
        differences::rows(&self.sections, form)
    }

    /// How the rows are laid out.
    pub fn form(&self, state: &State) -> Form {
        Form {
            width: layout(state.size).2.width,
            sides: self.sides,
            ambiguous: state.ambiguous,
        }
    }
}

/// Opens the differences of the draft chosen in the queue.
pub fn open_chosen(state: &mut State) -> Vec<Effect> {
    let chosen = state.queue.at().map(|at| state.view.entries[at].clone());
    chosen.map_or_else(Vec::new, |entry| open(state, &entry))
}

/// Opens the differences of the draft on the story screen, unsaved text included.
pub fn open_from_story(state: &mut State) -> Vec<Effect> {
    let Some(Screen::Story(screen)) = state.over.last() else {
        return Vec::new();
    };
    let entry = Entry {
        draft: screen.draft(),
        ..screen.base().clone()
    };
    open(state, &entry)
}

/// Opens the differences of a draft; its text is the state on the screen.
pub fn open(state: &mut State, entry: &Entry) -> Vec<Effect> {
    state.over.push(Screen::Diff(Box::new(DiffScreen {
        id: entry.draft.id.clone(),
        shown: entry.draft.clone(),
        past: None,
        from: Version::Commit,
        to: Version::Screen,
        sides: false,
        sections: Vec::new(),
        top: 0,
    })));
    vec![Effect::Past {
        base: Box::new(entry.clone()),
    }]
}

/// A key on the diff screen.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    let page = usize::from(layout(state.size).2.height).max(1);
    let Some(Screen::Diff(screen)) = state.over.last() else {
        return Vec::new();
    };
    let rows = screen.rows(state);
    let last = rows.len().saturating_sub(page);
    let heads = rows.iter().enumerate().filter_map(|(at, row)| {
        let text = matches!(row, Row::Inline(_) | Row::Sides(..));
        let begins = at == 0 || matches!(rows[at - 1], Row::Head(_) | Row::Same(_));
        (text && begins).then_some(at)
    });
    let heads: Vec<usize> = heads.collect();
    let Some(Screen::Diff(screen)) = state.over.last_mut() else {
        return Vec::new();
    };
    let top = screen.top.min(last);
    let next = heads.iter().find(|&&at| at > top + 1);
    let previous = heads.iter().rfind(|&&at| at < top + 1);
    screen.top = match action {
        Action::Up => top.saturating_sub(1),
        Action::Down => top + 1,
        Action::PageUp => top.saturating_sub(page),
        Action::PageDown => top + page,
        Action::First => 0,
        Action::Last => last,
        Action::NextChange => next.map_or(last, |at| at.saturating_sub(1)),
        Action::PreviousChange => previous.map_or(0, |at| at.saturating_sub(1)),
        _ => return other(state, action),
    }
    .min(last);
    Vec::new()
}

fn other(state: &mut State, action: Action) -> Vec<Effect> {
    let Some(Screen::Diff(screen)) = state.over.last_mut() else {
        return Vec::new();
    };
    match action {
        Action::NextFrom => screen.from = screen.following(screen.from, screen.to),
        Action::NextTo => screen.to = screen.following(screen.to, screen.from),
        Action::SideBySide => {
            screen.sides = !screen.sides;
            screen.top = 0;
            return Vec::new();
        }
        Action::Back => {
            state.over.pop();
            return Vec::new();
        }
        _ => return Vec::new(),
    }
    screen.compare();
    let lost = screen.past.as_ref().is_some_and(Past::lost_signature);
    if lost && screen.from == Version::Commit {
        let version = words::V_SIGNATURE.get(state.lang);
        let told = words::NO_VERSION.fill(state.lang, &[("version", &version)]);
        state.say(Tone::Bad, told);
    }
    Vec::new()
}
