//! The byline screen: one row a person, completion from names seen before, pasted bylines parsed.

mod layout;
mod offers;
mod row;

use layout::role_cells;
pub use layout::{BylineLayout, columns, layout};
use row::COLUMNS;
pub use row::{Column, PersonRow};

use super::area::Area;
use super::editing;
use super::effect::Effect;
use super::field::LineField;
use super::history::{Burst, History};
use super::issue;
use super::keymap::Action;
use super::prose::Edit;
use super::state::{Screen, State, Tone};
use super::view::Known;
use crate::domain::settings::AmbiguousCells;
use crate::domain::{Byline, Entry, Person, Role};
use crate::import;
use crate::text::pinyin;
use crate::wording::{Lang, desk as words};

/// State of the byline screen.
#[derive(Debug)]
pub struct BylineScreen {
    base: Entry,
    /// People in print order; each role ends with an empty row to type into.
    pub rows: Vec<PersonRow>,
    /// The row with the caret.
    pub row: usize,
    /// The column with the caret.
    pub column: Column,
    /// What the field could become.
    pub offers: Vec<Known>,
    /// Which offer Enter takes.
    pub offer: usize,
    /// Cells that the names of roles take.
    pub role_cells: u16,
    people: Vec<Known>,
    size: (Area, AmbiguousCells),
    history: History<Snapshot>,
}

/// The rows with the caret, as undo brings them back.
#[derive(Debug, Clone)]
struct Snapshot {
    rows: Vec<(Role, [String; 3])>,
    row: usize,
    column: Column,
    caret: usize,
}

/// Opens the byline of a draft.
pub fn open(state: &mut State, entry: &Entry) {
    let mut screen = Box::new(BylineScreen::new(entry, state.view.people()));
    screen.role_cells = role_cells(state.lang);
    screen.fit(state.size, state.ambiguous);
    state.over.push(Screen::Byline(screen));
}

impl BylineScreen {
    /// The screen of a draft; `people` are those who can be offered.
    pub fn new(entry: &Entry, people: Vec<Known>) -> Self {
        let mut screen = Self {
            base: entry.clone(),
            rows: Vec::new(),
            row: 0,
            column: Column::Name,
            offers: Vec::new(),
            offer: 0,
            role_cells: role_cells(Lang::Zh),
            people,
            size: (Area::default(), AmbiguousCells::One),
            history: History::default(),
        };
        screen.set(&entry.draft.byline);
        screen.row = screen
            .rows
            .iter()
            .position(PersonRow::is_empty)
            .unwrap_or(0);
        screen
    }

    fn set(&mut self, byline: &Byline) {
        self.rows = Role::ALL
            .into_iter()
            .flat_map(|role| byline.of(role).iter().map(move |p| PersonRow::new(role, p)))
            .collect();
        self.tidy();
    }

    /// Keeps one empty row at the end of each role and no other.
    fn tidy(&mut self) {
        let mut rows: Vec<PersonRow> = Vec::new();
        let mut old: Vec<PersonRow> = std::mem::take(&mut self.rows);
        for role in Role::ALL {
            let (mine, others) = old
                .into_iter()
                .partition(|row: &PersonRow| row.role == role);
            old = others;
            let mine: Vec<PersonRow> = mine;
            rows.extend(mine.into_iter().filter(|row| !row.is_empty()));
            rows.push(PersonRow::new(role, &Person::default()));
        }
        self.rows = rows;
        self.row = self.row.min(self.rows.len().saturating_sub(1));
        self.fit(self.size.0, self.size.1);
    }

    /// Takes in the size of the screen.
    pub fn fit(&mut self, size: Area, ambiguous: AmbiguousCells) {
        self.size = (size, ambiguous);
        for row in &mut self.rows {
            for (column, _, width) in columns(size.width, self.role_cells) {
                row.field_mut(column).set_width(width, ambiguous);
            }
        }
    }

    /// What the draft is called.
    pub fn title(&self) -> &str {
        self.base.draft.title()
    }

    /// The byline as it stands on the screen.
    pub fn byline(&self) -> Byline {
        let mut byline = Byline::default();
        for row in self
            .rows
            .iter()
            .filter(|row| !row.name.text().trim().is_empty())
        {
            byline.of_mut(row.role).push(row.person());
        }
        byline
    }

    /// The draft with its byline as it stands here, where that is not saved.
    pub fn changed(&self) -> Option<crate::domain::Draft> {
        let mut draft = self.base.draft.clone();
        draft.byline = self.byline();
        (draft != self.base.draft).then_some(draft)
    }

    /// The field with the caret.
    pub fn field(&self) -> Option<&LineField> {
        self.rows.get(self.row).map(|row| row.field(self.column))
    }

    fn snapshot(&self) -> Snapshot {
        let rows = self.rows.iter().map(|row| (row.role, row.texts()));
        Snapshot {
            rows: rows.collect(),
            row: self.row,
            column: self.column,
            caret: self.field().map_or(0, LineField::caret_byte),
        }
    }

    /// Does something that undo can take back; what changes no text only ends a burst.
    fn change<T>(&mut self, burst: Option<Burst>, act: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.snapshot();
        let done = act(self);
        if self.snapshot().rows == before.rows {
            self.history.seal();
        } else {
            self.history.note(before, burst);
        }
        done
    }

    /// Takes back the last change; whether there was one.
    fn undo(&mut self) -> bool {
        let before = self.history.undo(self.snapshot());
        self.bring_back(before)
    }

    /// Does the change again that was taken back last; whether there was one.
    fn redo(&mut self) -> bool {
        let after = self.history.redo(self.snapshot());
        self.bring_back(after)
    }

    /// No names are offered then: who takes back a suggestion wants what was typed.
    fn bring_back(&mut self, snapshot: Option<Snapshot>) -> bool {
        let Some(snapshot) = snapshot else {
            return false;
        };
        let rows = snapshot.rows.iter();
        self.rows = rows
            .map(|(role, texts)| PersonRow::of(*role, texts))
            .collect();
        (self.row, self.column) = (snapshot.row, snapshot.column);
        self.fit(self.size.0, self.size.1);
        if let Some(row) = self.rows.get_mut(self.row) {
            row.field_mut(self.column).place_caret(snapshot.caret);
        }
        self.offers.clear();
        true
    }

    /// Edits the field with the caret; an empty row follows the last person of a role.
    fn edit<T: Default>(&mut self, edit: impl FnOnce(&mut LineField) -> T) -> T {
        let column = self.column;
        let was_last = self.is_last_of_role(self.row);
        let mut done = T::default();
        if let Some(row) = self.rows.get_mut(self.row) {
            done = edit(row.field_mut(column));
            if was_last && !row.is_empty() {
                let role = row.role;
                self.rows
                    .insert(self.row + 1, PersonRow::new(role, &Person::default()));
                self.fit(self.size.0, self.size.1);
            }
        }
        self.suggest();
        done
    }

    fn is_last_of_role(&self, at: usize) -> bool {
        match (self.rows.get(at), self.rows.get(at + 1)) {
            (Some(row), Some(next)) => row.role != next.role,
            (Some(_), None) => true,
            _ => false,
        }
    }

    /// A typed character.
    pub fn typed(&mut self, c: char) {
        if let Some(digit) = pinyin::half_width(c).to_digit(10)
            && let Some(at) = (digit as usize).checked_sub(1)
            && at < self.offers.len()
        {
            self.offer = at;
            self.change(None, Self::take);
            return;
        }
        self.change(Some(Burst::Typing), |screen| {
            screen.edit(|field| field.edit(editing::typed(c)));
        });
    }

    /// Pasted text: a whole byline becomes rows, anything else is text.
    ///
    /// Returns a sentence about what was understood.
    pub fn pasted(&mut self, text: &str, lang: Lang) -> Option<String> {
        let text = text.trim();
        let parsed = looks_like_byline(text)
            .then(|| import::byline(text))
            .flatten();
        let Some(byline) = parsed else {
            self.change(None, |screen| {
                screen.edit(|field| field.edit(editing::pasted(text)));
            });
            return None;
        };
        Some(self.change(None, |screen| screen.add(&byline, lang)))
    }

    /// Adds the people of a byline; says how many of them are new.
    fn add(&mut self, parsed: &Byline, lang: Lang) -> String {
        let mut byline = self.byline();
        let before = byline.people().count();
        for role in Role::ALL {
            for person in parsed.of(role) {
                let list = byline.of_mut(role);
                match list.iter_mut().find(|p| p.name == person.name) {
                    Some(known) => {
                        known.unit = person.unit.clone().or(known.unit.take());
                        known.title = person.title.clone().or(known.title.take());
                    }
                    None => list.push(person.clone()),
                }
            }
        }
        let new = byline.people().count() - before;
        self.set(&byline);
        self.suggest();
        match new {
            0 => words::BYLINE_NOBODY_NEW.fill(lang, &[("n", &parsed.people().count())]),
            _ => words::BYLINE_PARSED.fill(lang, &[("n", &new)]),
        }
    }

    /// Enter: takes the offer, reads a byline typed into a name field, or goes on.
    ///
    /// Returns a sentence about what was understood.
    fn enter(&mut self, lang: Lang) -> Option<String> {
        if !self.offers.is_empty() && (self.offer > 0 || self.holds_latin()) {
            self.take();
            return None;
        }
        let typed = self
            .field()
            .map(|field| field.text().to_owned())
            .unwrap_or_default();
        if self.column == Column::Name
            && looks_like_byline(&typed)
            && let Some(byline) = import::byline(&typed)
        {
            if let Some(row) = self.rows.get_mut(self.row) {
                row.name = LineField::new("");
            }
            return Some(self.add(&byline, lang));
        }
        self.go_row(1);
        None
    }

    /// Whether what was typed is no name yet: Latin letters.
    fn holds_latin(&self) -> bool {
        let mut typed = self.field().into_iter().flat_map(|f| f.text().chars());
        typed.any(|c| pinyin::half_width(c).is_ascii_alphabetic())
    }

    /// Takes the offer for pinyin that the caret is leaving: it would go to print as it is.
    ///
    /// Units are not printed, and names of firms do hold Latin letters.
    fn finish(&mut self) {
        if self.column != Column::Unit && self.holds_latin() {
            self.take();
        }
    }

    fn go_row(&mut self, by: isize) {
        self.finish();
        let last = self.rows.len().saturating_sub(1);
        self.row = self.row.saturating_add_signed(by).min(last);
        self.column = Column::Name;
        self.offers.clear();
    }

    fn go_field(&mut self, by: isize) {
        self.finish();
        let at = COLUMNS.iter().position(|&c| c == self.column).unwrap_or(0);
        match (at, by) {
            (0, -1) if self.row > 0 => {
                self.row -= 1;
                self.column = Column::Title;
            }
            (0, -1) => {}
            (2, 1) => self.go_row(1),
            (_, -1) => self.column = COLUMNS[at - 1],
            _ => self.column = COLUMNS[at + 1],
        }
        self.offers.clear();
    }

    fn remove(&mut self) {
        if self.row < self.rows.len() {
            self.rows.remove(self.row);
            self.tidy();
        }
        self.offers.clear();
    }

    /// A key that undo can take back, or that moves the caret.
    fn act(&mut self, action: Action, clip: &mut String) -> Vec<Effect> {
        let offers = self.offers.len();
        match action {
            Action::NextField => self.go_field(1),
            Action::PreviousField => self.go_field(-1),
            // A single offer is chosen already: the arrows lead on.
            Action::Down if offers > 1 => self.offer = (self.offer + 1) % offers,
            Action::Up if offers > 1 => self.offer = (self.offer + offers - 1) % offers,
            Action::Up => self.go_row(-1),
            Action::Down => self.go_row(1),
            Action::MoveUp => self.move_person(-1),
            Action::MoveDown => self.move_person(1),
            Action::Spike => self.remove(),
            other => {
                if let Some(edit) = editing::edit(other) {
                    return self.edit(|field| editing::apply(field, edit, clip));
                }
            }
        }
        Vec::new()
    }

    fn move_person(&mut self, by: isize) {
        let Some(to) = self.row.checked_add_signed(by) else {
            return;
        };
        let same = |a: Option<&PersonRow>, b: Option<&PersonRow>| match (a, b) {
            (Some(a), Some(b)) => a.role == b.role && !a.is_empty() && !b.is_empty(),
            _ => false,
        };
        if same(self.rows.get(self.row), self.rows.get(to)) {
            self.rows.swap(self.row, to);
            self.row = to;
        }
    }
}

/// A field with this text, the caret behind it.
fn at_end(text: &str) -> LineField {
    let mut field = LineField::new(text);
    field.edit(Edit::RowEnd);
    field
}

/// Whether a text names a role or stands in brackets, so that it is a byline and not one name.
fn looks_like_byline(text: &str) -> bool {
    const SIGNS: [&str; 9] = [
        "记者",
        "通讯员",
        "摄影",
        "（",
        "(",
        "文/",
        "图/",
        "文／",
        "供图",
    ];
    SIGNS.iter().any(|sign| text.contains(sign))
}

/// A key on the byline screen.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::Back => return back(state),
        Action::Save => return save(state),
        Action::Open | Action::Enter => return enter(state),
        Action::UndoText | Action::RedoText => return undo_or_redo(state, action),
        Action::Paste => {
            let clip = state.clip.clone();
            pasted(state, &clip);
            return Vec::new();
        }
        _ => {}
    }
    let Some(Screen::Byline(screen)) = state.over.last_mut() else {
        return Vec::new();
    };
    let deletes = matches!(action, Action::Backspace | Action::Delete);
    let burst = deletes.then_some(Burst::Deleting);
    let clip = &mut state.clip;
    screen.change(burst, |screen| screen.act(action, clip))
}

fn enter(state: &mut State) -> Vec<Effect> {
    let lang = state.lang;
    let Some(Screen::Byline(screen)) = state.over.last_mut() else {
        return Vec::new();
    };
    if let Some(sentence) = screen.change(None, |screen| screen.enter(lang)) {
        state.say(Tone::Good, sentence);
    }
    Vec::new()
}

fn undo_or_redo(state: &mut State, action: Action) -> Vec<Effect> {
    let Some(Screen::Byline(screen)) = state.over.last_mut() else {
        return Vec::new();
    };
    let (done, sentence) = if action == Action::UndoText {
        (screen.undo(), words::NOTHING_TO_UNDO)
    } else {
        (screen.redo(), words::NOTHING_TO_REDO)
    };
    if !done {
        state.say(Tone::Bad, sentence.get(state.lang));
    }
    Vec::new()
}

/// Text pasted on the byline screen, from the terminal or the desk; says what was understood.
pub fn pasted(state: &mut State, text: &str) {
    let Some(Screen::Byline(screen)) = state.over.last_mut() else {
        return;
    };
    if let Some(sentence) = screen.pasted(text, state.lang) {
        state.say(Tone::Good, sentence);
    }
}

fn back(state: &mut State) -> Vec<Effect> {
    let Some(Screen::Byline(mut screen)) = state.over.pop() else {
        return Vec::new();
    };
    let mut effects: Vec<Effect> = close(state, &mut screen).into_iter().collect();
    if !state
        .over
        .iter()
        .any(|screen| matches!(screen, Screen::Story(_)))
    {
        let title: String = screen.title().chars().take(24).collect();
        let message = words::EDITED_ONE.fill(Lang::Zh, &[("title", &title)]);
        effects.extend(state.commit_changes(message));
    }
    issue::back_to_faults(state);
    effects
}

fn save(state: &mut State) -> Vec<Effect> {
    let Some(Screen::Byline(mut screen)) = state.over.pop() else {
        return Vec::new();
    };
    let effects = close(state, &mut screen).into_iter().collect();
    state.over.push(Screen::Byline(screen));
    state.say(Tone::Good, words::SAVED.get(state.lang));
    effects
}

/// What has to be written before the byline screen may go; a name left half typed is finished.
pub fn close(state: &mut State, screen: &mut BylineScreen) -> Option<Effect> {
    screen.change(None, BylineScreen::finish);
    let base = state.view.entry(&screen.base.draft.id)?.clone();
    let byline = screen.byline();
    if byline == base.draft.byline {
        return None;
    }
    let mut draft = base.draft.clone();
    draft.byline = byline;
    for other in &mut state.over {
        if let Screen::Story(story) = other {
            story.changed_elsewhere(&draft);
        }
    }
    Some(state.change(&base, draft))
}
