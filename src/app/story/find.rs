//! Finding and replacing on the story screen: a bar below the text, found as one types.

use crate::app::editing;
use crate::app::effect::Effect;
use crate::app::field::LineField;
use crate::app::keymap::{Action, Context};
use crate::app::prose::{Prose, Reading, Spot, Stepped};
use crate::app::state::{Screen, State, Tone};
use crate::domain::Field;
use crate::domain::settings::AmbiguousCells;
use crate::wording::desk as words;

use super::StoryScreen;

/// The bar.
#[derive(Debug)]
pub struct FindBar {
    /// What is searched for.
    pub words: LineField,
    /// What is put in its place, where that is asked for.
    pub replacing: Option<Replacing>,
    /// Where the caret was in the text when the bar was opened.
    origin: Spot,
    /// Which field had the caret then.
    focus: Field,
}

/// The second field of the bar.
#[derive(Debug)]
pub struct Replacing {
    /// What is put in.
    pub with: LineField,
    /// Whether the caret is in it.
    pub focused: bool,
    /// In how many places it was put in.
    count: usize,
}

impl Replacing {
    fn new() -> Self {
        Self {
            with: LineField::new(""),
            focused: false,
            count: 0,
        }
    }
}

impl FindBar {
    /// Rows the bar takes: the words; with replacing what is put in and what will come of it too.
    pub fn rows(&self) -> u16 {
        if self.replacing.is_some() { 3 } else { 1 }
    }

    /// Whose keys count.
    pub fn context(&self) -> Context {
        match self.replacing {
            Some(_) => Context::Replace,
            None => Context::Find,
        }
    }

    /// The field with the caret.
    pub fn field(&self) -> &LineField {
        match &self.replacing {
            Some(replacing) if replacing.focused => &replacing.with,
            _ => &self.words,
        }
    }

    fn field_mut(&mut self) -> &mut LineField {
        match &mut self.replacing {
            Some(replacing) if replacing.focused => &mut replacing.with,
            _ => &mut self.words,
        }
    }

    /// Takes in the cells of the fields.
    pub fn fit(&mut self, width: u16, ambiguous: AmbiguousCells) {
        self.words.set_width(width, ambiguous);
        if let Some(replacing) = &mut self.replacing {
            replacing.with.set_width(width, ambiguous);
        }
    }

    /// Does something to the field with the caret; other words are looked for at once.
    pub(super) fn change<T>(
        &mut self,
        body: &mut Prose,
        act: impl FnOnce(&mut LineField) -> T,
    ) -> T {
        let before = self.words.text().to_owned();
        let done = act(self.field_mut());
        if self.words.text() != before {
            self.look(body);
        }
        done
    }

    fn look(&self, body: &mut Prose) {
        // What pinyin stands for differs from place to place: it is never replaced.
        let reading = match self.replacing {
            Some(_) => Reading::Written,
            None => Reading::WrittenOrPinyin,
        };
        body.search(self.words.text(), reading);
        body.find_from(self.origin);
    }
}

/// Opens the bar on what is selected in the text or was searched for last.
pub fn open(state: &mut State, replacing: bool) {
    let (size, ambiguous) = (state.size, state.ambiguous);
    let Some(screen) = super::top(state) else {
        return;
    };
    let chosen = screen.body.selected_text();
    let chosen = if screen.focus == Field::Body && !chosen.contains('\n') {
        chosen
    } else {
        String::new()
    };
    let before = if chosen.is_empty() {
        &screen.sought
    } else {
        &chosen
    };
    let mut bar = FindBar {
        words: LineField::new(before),
        replacing: replacing.then(Replacing::new),
        origin: screen.body.spot(),
        focus: screen.focus,
    };
    bar.words.edit(crate::app::prose::Edit::SelectAll);
    screen.focus = Field::Body;
    bar.look(&mut screen.body);
    screen.find = Some(bar);
    screen.fit(size, ambiguous);
}

/// A key while the bar is open.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::Open => return enter(state),
        Action::Back => close(state, false),
        Action::FindNext => step(state, Prose::find_next),
        Action::FindPrevious => step(state, Prose::find_previous),
        Action::Replace => start_replacing(state),
        Action::ReplaceAll => replace_all(state),
        Action::NextField | Action::PreviousField => other_field(state),
        _ => return edit(state, action),
    }
    Vec::new()
}

fn edit(state: &mut State, action: Action) -> Vec<Effect> {
    let Some(Screen::Story(screen)) = state.over.last_mut() else {
        return Vec::new();
    };
    let (Some(bar), Some(edit)) = (&mut screen.find, editing::edit(action)) else {
        return Vec::new();
    };
    let clip = &mut state.clip;
    bar.change(&mut screen.body, |field| editing::apply(field, edit, clip))
}

fn enter(state: &mut State) -> Vec<Effect> {
    let replacing = super::top(state).and_then(|screen| screen.find.as_ref()?.replacing.as_ref());
    match replacing.map(|replacing| replacing.focused) {
        None => close(state, true),
        Some(false) => other_field(state),
        Some(true) => replace_one(state),
    }
    Vec::new()
}

/// Closes the bar; the caret stays at the place, or goes back to where it was where nothing was
/// replaced.
fn close(state: &mut State, stay: bool) {
    let (size, ambiguous) = (state.size, state.ambiguous);
    let Some(screen) = super::top(state) else {
        return;
    };
    let Some(bar) = screen.find.take() else {
        return;
    };
    let replaced = bar
        .replacing
        .as_ref()
        .is_some_and(|replacing| replacing.count > 0);
    if !stay && !replaced {
        screen.body.return_to(bar.origin);
        screen.focus = bar.focus;
    }
    if !bar.words.text().is_empty() {
        bar.words.text().clone_into(&mut screen.sought);
    }
    screen.body.stop_search();
    screen.fit(size, ambiguous);
}

fn step(state: &mut State, by: impl FnOnce(&mut Prose) -> Stepped) {
    let Some(screen) = super::top(state) else {
        return;
    };
    if by(&mut screen.body) == Stepped::Round {
        state.say(Tone::Good, words::FIND_ROUND.get(state.lang));
    }
}

/// The next or previous place of the last search, the bar being closed.
pub fn again(state: &mut State, by: impl FnOnce(&mut Prose) -> Stepped) {
    let key = state.keymap.key(Context::Story, Action::Find);
    let lang = state.lang;
    let Some(screen) = super::top(state) else {
        return;
    };
    if screen.sought.is_empty() {
        return state.say(Tone::Bad, words::FIND_FIRST.fill(lang, &[("key", &key)]));
    }
    let sought = screen.sought.clone();
    screen.body.search(&sought, Reading::WrittenOrPinyin);
    let stepped = by(&mut screen.body);
    screen.body.stop_search();
    match stepped {
        Stepped::Nowhere => {
            state.say(
                Tone::Bad,
                words::NOT_FOUND.fill(lang, &[("words", &sought)]),
            );
        }
        Stepped::Round => {
            screen.focus = Field::Body;
            state.say(Tone::Good, words::FIND_ROUND.get(lang));
        }
        Stepped::On => screen.focus = Field::Body,
    }
}

/// Asks for what to put in; words found by pinyin become those of the place that is selected.
fn start_replacing(state: &mut State) {
    let (size, ambiguous) = (state.size, state.ambiguous);
    let Some(screen) = super::top(state) else {
        return;
    };
    let StoryScreen {
        find: Some(bar),
        body,
        ..
    } = screen
    else {
        return;
    };
    if body.found().is_some_and(|found| found.by_pinyin) {
        bar.words = LineField::new(&body.selected_text());
        bar.origin = body.spot();
    }
    let mut replacing = Replacing::new();
    replacing.focused = !bar.words.text().is_empty();
    bar.replacing = Some(replacing);
    bar.look(body);
    screen.fit(size, ambiguous);
}

fn other_field(state: &mut State) {
    let bar = super::top(state).and_then(|screen| screen.find.as_mut());
    if let Some(replacing) = bar.and_then(|bar| bar.replacing.as_mut()) {
        replacing.focused = !replacing.focused;
    }
}

fn replace_one(state: &mut State) {
    let Some(screen) = super::top(state) else {
        return;
    };
    let StoryScreen {
        find: Some(bar),
        body,
        ..
    } = screen
    else {
        return;
    };
    let Some(replacing) = &mut bar.replacing else {
        return;
    };
    replacing.count += usize::from(body.replace_chosen(replacing.with.text()));
    let count = replacing.count;
    match body.find_next() {
        Stepped::Round => state.say(Tone::Good, words::FIND_ROUND.get(state.lang)),
        Stepped::Nowhere if count > 0 => {
            close(state, true);
            state.say(
                Tone::Good,
                words::REPLACED.fill(state.lang, &[("n", &count)]),
            );
        }
        _ => {}
    }
}

fn replace_all(state: &mut State) {
    let key = state.keymap.key(Context::Story, Action::UndoText);
    let Some(screen) = super::top(state) else {
        return;
    };
    let StoryScreen {
        find: Some(bar),
        body,
        ..
    } = screen
    else {
        return;
    };
    let Some(replacing) = &mut bar.replacing else {
        return;
    };
    let count = body.replace_all(bar.words.text(), replacing.with.text());
    if count == 0 {
        return;
    }
    close(state, true);
    let holes: [(&str, &dyn std::fmt::Display); 2] = [("n", &count), ("key", &key)];
    state.say(Tone::Good, words::REPLACED_ALL.fill(state.lang, &holes));
}
