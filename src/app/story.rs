//! The story screen: the fields of one draft and its text, in one view.

mod faults;
pub mod find;
pub mod finding;

use std::path::Path;

use find::FindBar;

use super::area::Area;
use super::editing;
use super::effect::Effect;
use super::field::LineField;
use super::keymap::Action;
use super::proofing::Proofing;
use super::prose::{Edit, Prose};
use super::state::{Act, Screen, State, Tone};
use super::{byline, diff, issue, notes, proofs, queue, review};
use crate::domain::settings::AmbiguousCells;
use crate::domain::{Date, Draft, DraftId, Entry, Field, Kind, Status};
use crate::wording::{Lang, desk as words, problem};

/// The fields in tab order.
pub const FIELDS: [Field; 6] = [
    Field::Kind,
    Field::Place,
    Field::Headline,
    Field::Deck,
    Field::Date,
    Field::Body,
];

/// State of the story screen.
#[derive(Debug)]
pub struct StoryScreen {
    /// The draft when it was opened or last saved.
    base: Entry,
    /// Story, brief or opening words.
    pub kind: Kind,
    /// The label of opening words where it is not 开栏语.
    pub label: String,
    /// Place line.
    pub place: LineField,
    /// Headline.
    pub headline: LineField,
    /// Deck.
    pub deck: LineField,
    /// Day, as typed.
    pub date: LineField,
    /// The text.
    pub body: Prose,
    /// Which field has the caret.
    pub focus: Field,
    /// Finding and replacing, while that is asked for.
    pub find: Option<FindBar>,
    /// What was searched for last.
    sought: String,
    /// Where the caret was when a fault of the byline was told: no caret goes there.
    byline_told: Option<(usize, usize)>,
    /// The text that is kept outside the newsroom, where it could not be saved.
    kept: Option<Draft>,
    /// What was handed over to be saved and is not answered yet.
    sent: Option<Draft>,
    /// Cells that the names of fields take.
    pub label_cells: u16,
    /// The file's other text, where a save met one; the next save keeps both.
    clash: bool,
    /// What is wrong in it, as far as it was looked at.
    pub proofing: Proofing,
}

/// How the screen is divided.
#[derive(Debug, Clone, Copy)]
pub struct StoryLayout {
    /// Title bar.
    pub bar: Area,
    /// Kind, place, headline, deck, date and byline, one row each.
    pub fields: Area,
    /// The bar above the text.
    pub rule: Area,
    /// The text.
    pub body: Area,
    /// The bar for finding, no rows without it.
    pub find: Area,
    /// Hints and notice.
    pub foot: Area,
}

/// Cells that the names of fields take, a margin before and a gap behind them included.
fn label_cells(lang: Lang) -> u16 {
    match lang {
        Lang::Zh => 8,
        Lang::En => 12,
    }
}

/// Cells beside the words searched for that tell how often they stand in the text.
pub const COUNT_CELLS: u16 = 16;

/// Widest text, in cells: 40 字 a row reads well.
const MEASURE: u16 = 84;

/// Divides the screen, with so many rows for finding.
pub fn layout(size: Area, find: u16) -> StoryLayout {
    let (bar, rest) = size.top(1);
    let (fields, rest) = rest.top(6);
    let (rule, rest) = rest.top(1);
    let (body, foot) = rest.bottom(2);
    let (body, find) = body.bottom(find);
    let body = body.inset(2);
    let body = Area {
        width: body.width.min(MEASURE),
        ..body
    };
    StoryLayout {
        bar,
        fields,
        rule,
        body,
        find,
        foot,
    }
}

/// Opens a draft, the caret in its text or in the field to mend.
pub fn open(state: &mut State, entry: &Entry, field: Option<Field>) {
    let mut screen = Box::new(StoryScreen::new(entry));
    screen.focus = match field {
        Some(field) if FIELDS.contains(&field) => field,
        _ => Field::Body,
    };
    screen.label_cells = label_cells(state.lang);
    screen.fit(state.size, state.ambiguous);
    state.over.push(Screen::Story(screen));
}

impl StoryScreen {
    /// The screen of a draft.
    pub fn new(entry: &Entry) -> Self {
        let draft = &entry.draft;
        let date = draft.date.map(|date| date.to_string()).unwrap_or_default();
        Self {
            kind: draft.kind,
            label: draft.label.clone(),
            place: LineField::new(&draft.place),
            headline: LineField::new(&draft.headline),
            deck: LineField::new(&draft.deck),
            date: LineField::new(&date),
            body: Prose::new(&draft.body),
            focus: Field::Body,
            find: None,
            sought: String::new(),
            byline_told: None,
            label_cells: label_cells(Lang::Zh),
            clash: false,
            proofing: Proofing::default(),
            sent: None,
            kept: None,
            base: entry.clone(),
        }
    }

    /// Which draft.
    pub fn id(&self) -> &DraftId {
        &self.base.draft.id
    }

    /// The draft when it was opened or last saved, with its byline and status of now.
    pub fn base(&self) -> &Entry {
        &self.base
    }

    /// The draft as it stands on the screen; a date that is none keeps the old one.
    pub fn draft(&self) -> Draft {
        Draft {
            kind: self.kind,
            label: self.label.clone(),
            place: self.place.text().trim().to_owned(),
            headline: self.headline.text().trim().to_owned(),
            deck: self.deck.text().trim().to_owned(),
            date: self.day(),
            body: if self.body.is_changed() {
                self.body.body()
            } else {
                self.base.draft.body.clone()
            },
            ..self.base.draft.clone()
        }
    }

    /// The day as typed; one that is none keeps the old one.
    fn day(&self) -> Option<Date> {
        let typed = self.date.text().trim();
        if typed.is_empty() {
            return None;
        }
        typed.parse::<Date>().ok().or(self.base.draft.date)
    }

    /// Whether something is not saved. Asked for each frame: the body is not copied for it.
    pub fn is_changed(&self) -> bool {
        let old = &self.base.draft;
        let is_old = |field: &LineField, text: &str| field.text().trim() == text;
        let same = is_old(&self.place, &old.place)
            && is_old(&self.headline, &old.headline)
            && is_old(&self.deck, &old.deck)
            && (self.kind, &self.label, self.day()) == (old.kind, &old.label, old.date);
        !(same && self.date_is_right()) || self.body.is_changed()
    }

    /// Whether the day as typed is one, or empty.
    pub fn date_is_right(&self) -> bool {
        let typed = self.date.text().trim();
        typed.is_empty() || typed.parse::<Date>().is_ok()
    }

    /// Takes in the size of the screen.
    pub fn fit(&mut self, size: Area, ambiguous: AmbiguousCells) {
        let areas = layout(size, self.find.as_ref().map_or(0, FindBar::rows));
        self.body
            .set_area(areas.body.width, areas.body.height, ambiguous);
        let width = areas
            .fields
            .width
            .saturating_sub(self.label_cells + 2)
            .max(4);
        for field in [
            &mut self.place,
            &mut self.headline,
            &mut self.deck,
            &mut self.date,
        ] {
            field.set_width(width, ambiguous);
        }
        if let Some(bar) = &mut self.find {
            // Room on the right for the count.
            bar.fit(width.saturating_sub(COUNT_CELLS).max(4), ambiguous);
        }
    }

    /// The answer to the last save: the file may hold more than was sent, where another editor
    /// changed other fields meanwhile. What was not typed since then is taken over from it.
    ///
    /// Returns whether another editor's change came onto the screen.
    pub fn saved(&mut self, entry: &Entry) -> bool {
        if entry.draft.id != *self.id() {
            return false;
        }
        let mine = self.draft();
        let sent = self.sent.take().unwrap_or_else(|| self.base.draft.clone());
        self.clash = false;
        self.base = entry.clone();
        let theirs = &entry.draft;
        let mut merged = false;
        if mine.kind == sent.kind && mine.label == sent.label {
            merged |= theirs.kind != mine.kind || theirs.label != mine.label;
            self.kind = theirs.kind;
            self.label.clone_from(&theirs.label);
        }
        merged |= adopt(&mut self.place, &mine.place, &sent.place, &theirs.place);
        merged |= adopt(
            &mut self.headline,
            &mine.headline,
            &sent.headline,
            &theirs.headline,
        );
        merged |= adopt(&mut self.deck, &mine.deck, &sent.deck, &theirs.deck);
        if mine.body == sent.body {
            if mine.body != theirs.body {
                merged = true;
                self.body.set_body(&theirs.body);
            }
            self.body.mark_saved();
        }
        merged
    }

    /// Takes over what another screen changed in the same draft.
    pub fn changed_elsewhere(&mut self, draft: &Draft) {
        if draft.id == self.base.draft.id {
            self.base.draft.byline = draft.byline.clone();
            self.base.draft.status = draft.status;
        }
    }

    /// Characters before the caret in the field that has it.
    fn caret_char(&mut self) -> usize {
        if self.focus == Field::Body {
            return self.body.caret_char();
        }
        let line = self.line();
        line.map_or(0, |line| line.text()[..line.caret_byte()].chars().count())
    }

    fn line(&mut self) -> Option<&mut LineField> {
        match self.focus {
            Field::Place => Some(&mut self.place),
            Field::Headline => Some(&mut self.headline),
            Field::Deck => Some(&mut self.deck),
            Field::Date => Some(&mut self.date),
            _ => None,
        }
    }

    /// A character typed into the field with the caret.
    pub fn typed(&mut self, c: char) {
        if let Some(bar) = &mut self.find {
            return bar.change(&mut self.body, |field| field.edit(editing::typed(c)));
        }
        match (self.focus, c) {
            (Field::Kind, ' ' | '\u{3000}') => self.next_kind(1),
            (Field::Kind, _) => {}
            (Field::Body, _) => self.body.edit(editing::typed(c)),
            _ => {
                if let Some(line) = self.line() {
                    line.edit(editing::typed(c));
                }
            }
        }
    }

    /// Characters that came at once, into the field with the caret; whether it takes text.
    pub fn typed_at_once(&mut self, text: &str) -> bool {
        let edit = Edit::Commit(text.to_owned());
        match (self.focus, self.line()) {
            (Field::Body, _) => self.body.edit(edit),
            (_, Some(line)) => line.edit(edit),
            _ => return false,
        }
        true
    }

    /// Text pasted into the field with the caret.
    pub fn pasted(&mut self, text: &str) {
        if let Some(bar) = &mut self.find {
            return bar.change(&mut self.body, |field| field.edit(editing::pasted(text)));
        }
        match self.focus {
            Field::Body => self.body.edit(editing::pasted(text)),
            _ => {
                if let Some(line) = self.line() {
                    line.edit(editing::pasted(text));
                }
            }
        }
    }

    /// Goes on to the next kind; an editor's note is opening words with a label of their own.
    fn next_kind(&mut self, by: usize) {
        const KINDS: [(Kind, &str); 4] = [
            (Kind::Story, ""),
            (Kind::Brief, ""),
            (Kind::Intro, ""),
            (Kind::Intro, "编者按"),
        ];
        let is_now = |&(kind, label): &(Kind, &str)| {
            kind == self.kind && (kind != Kind::Intro || label.is_empty() == self.label.is_empty())
        };
        let at = KINDS.iter().position(is_now).unwrap_or(0);
        let (kind, label) = KINDS[(at + by) % KINDS.len()];
        self.kind = kind;
        label.clone_into(&mut self.label);
    }

    fn focus_by(&mut self, by: isize) {
        let at = FIELDS
            .iter()
            .position(|&field| field == self.focus)
            .unwrap_or(0);
        let count = FIELDS.len().cast_signed();
        let to = (at.cast_signed() + by).rem_euclid(count);
        self.focus = FIELDS[to.unsigned_abs()];
    }

    /// A key that is no command of the whole screen; `clip` is the clipboard of the desk.
    fn edit(&mut self, action: Action, clip: &mut String) -> Vec<Effect> {
        match (self.focus, action) {
            (Field::Kind, Action::Left) => self.next_kind(3),
            (Field::Kind, Action::Right) => self.next_kind(1),
            (Field::Body, Action::Up) if self.body_is_at_top() => self.focus_by(-1),
            (Field::Body, _) => {
                if let Some(edit) = editing::edit(action) {
                    return editing::apply(&mut self.body, edit, clip);
                }
            }
            (_, Action::Up) => {
                if self.focus != Field::Kind {
                    self.focus_by(-1);
                }
            }
            (_, Action::Down | Action::Enter) => self.focus_by(1),
            _ => {
                if let (Some(line), Some(edit)) = (self.line(), editing::edit(action)) {
                    return editing::apply(line, edit, clip);
                }
            }
        }
        Vec::new()
    }

    /// Whether the caret is on the very first row of the text.
    fn body_is_at_top(&self) -> bool {
        let (_, row) = self.body.caret();
        let first = |rows: Vec<super::prose::VisibleRow>| {
            rows.get(usize::from(row)).is_some_and(|row| row.first)
        };
        self.body.position().paragraph == 1 && first(self.body.visible())
    }
}

/// A key on the story screen.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    if top(state).is_some_and(|screen| screen.find.is_some()) {
        return find::act(state, action);
    }
    match action {
        Action::Back => back(state),
        Action::Save => save(state),
        Action::Find
        | Action::Replace
        | Action::FindNext
        | Action::FindPrevious
        | Action::NextFault => look(state, action),
        Action::EditByline => open_byline(state),
        Action::Submit => submit(state),
        Action::Review => review::open_from_story(state),
        Action::Diff => diff::open_from_story(state),
        Action::Notes => notes::open_from_story(state),
        Action::NextDraft => neighbour(state, 1),
        Action::PreviousDraft => neighbour(state, -1),
        Action::NextFinding
        | Action::PreviousFinding
        | Action::Accept
        | Action::Leave
        | Action::Proof => finding::act(state, action),
        _ => edit(state, action),
    }
}

/// A key that looks for something in the draft.
fn look(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::Find => find::open(state, false),
        Action::Replace => find::open(state, true),
        Action::FindNext => find::again(state, Prose::find_next),
        Action::FindPrevious => find::again(state, Prose::find_previous),
        _ => faults::next(state),
    }
    Vec::new()
}

fn edit(state: &mut State, action: Action) -> Vec<Effect> {
    let Some(Screen::Story(screen)) = state.over.last_mut() else {
        return Vec::new();
    };
    match action {
        Action::NextField => screen.focus_by(1),
        Action::PreviousField => screen.focus_by(-1),
        other => return screen.edit(other, &mut state.clip),
    }
    Vec::new()
}

fn top(state: &mut State) -> Option<&mut StoryScreen> {
    match state.over.last_mut() {
        Some(Screen::Story(screen)) => Some(screen),
        _ => None,
    }
}

fn save(state: &mut State) -> Vec<Effect> {
    let Some(screen) = top(state) else {
        return Vec::new();
    };
    if !screen.date_is_right() {
        screen.focus = Field::Date;
        state.say(Tone::Bad, words::WRONG_DATE.get(state.lang));
        return Vec::new();
    }
    let (base, draft) = (screen.base.clone(), screen.draft());
    let over = screen.clash;
    if draft == base.draft {
        screen.body.mark_saved();
        state.say(Tone::Good, words::SAVED.get(state.lang));
        return Vec::new();
    }
    screen.sent = Some(draft.clone());
    let effect = state.change(&base, draft);
    vec![if over { overwriting(effect) } else { effect }]
}

/// Takes a field over from the file where nothing was typed into it since the save; whether the
/// file held another text than the screen.
fn adopt(field: &mut LineField, mine: &str, sent: &str, theirs: &str) -> bool {
    if mine != sent || mine == theirs {
        return false;
    }
    *field = LineField::new(theirs);
    true
}

fn overwriting(effect: Effect) -> Effect {
    match effect {
        Effect::Save { base, draft, .. } => Effect::Save {
            base,
            draft,
            over: true,
        },
        other => other,
    }
}

/// Saves and goes back; a date that is none keeps the screen open.
fn back(state: &mut State) -> Vec<Effect> {
    if top(state).is_some_and(|screen| !screen.date_is_right()) {
        return save(state);
    }
    let Some(Screen::Story(screen)) = state.over.pop() else {
        return Vec::new();
    };
    let title: String = screen.draft().title().chars().take(24).collect();
    let mut effects: Vec<Effect> = close(state, screen).into_iter().collect();
    let message = words::EDITED_ONE.fill(crate::wording::Lang::Zh, &[("title", &title)]);
    effects.extend(state.commit_changes(message));
    issue::back_to_faults(state);
    effects
}

/// What has to be written before a story screen may go; it is parked until that is done.
pub fn close(state: &mut State, screen: Box<StoryScreen>) -> Option<Effect> {
    let (base, draft, over) = (screen.base.clone(), screen.draft(), screen.clash);
    if draft.is_blank() && state.acts.last() == Some(&Act::Made(vec![draft.id.clone()])) {
        return Some(state.forget(&base));
    }
    if draft == base.draft || screen.kept.as_ref() == Some(&draft) {
        return None;
    }
    state.parked.push(screen);
    proofs::changed(state, &base.draft, &draft, &base.file_hash);
    let effect = state.change(&base, draft);
    Some(if over { overwriting(effect) } else { effect })
}

fn open_byline(state: &mut State) -> Vec<Effect> {
    let Some(screen) = top(state) else {
        return Vec::new();
    };
    let (base, draft) = (screen.base.clone(), screen.draft());
    byline::open(state, &Entry { draft, ..base });
    Vec::new()
}

/// Hands the draft on for review, or takes it back.
fn submit(state: &mut State) -> Vec<Effect> {
    let id = top(state).map(|screen| screen.id().clone());
    let at = id.and_then(|id| state.view.position(&id));
    if let Some(number) = at.and_then(|at| state.view.rows[at].stage.issue()) {
        let sentence = words::PRINTED_ALREADY.fill(state.lang, &[("n", &number)]);
        state.say(Tone::Bad, sentence);
        return Vec::new();
    }
    let Some(screen) = top(state) else {
        return Vec::new();
    };
    let base = screen.base.clone();
    let mut draft = base.draft.clone();
    draft.status = match draft.status {
        Status::Submitted => Status::Draft,
        _ => Status::Submitted,
    };
    screen.base.draft.status = draft.status;
    let effect = state.change(&base, draft);
    state.say_stage(&base.draft.id);
    state.acts.push(Act::Drafts(vec![base]));
    vec![effect]
}

/// Saves and opens the draft above or below in the queue.
fn neighbour(state: &mut State, by: isize) -> Vec<Effect> {
    let Some(to) = state.queue.cursor.checked_add_signed(by) else {
        return Vec::new();
    };
    if to >= state.queue.shown.len() {
        return Vec::new();
    }
    let effects = back(state);
    if state.over.is_empty() {
        let motion = if by < 0 { Action::Up } else { Action::Down };
        queue::act(state, motion);
        queue::act(state, Action::Open);
    }
    effects
}

/// A draft could not be written: says why, where its text is kept, and that leaving is safe.
pub fn not_saved(state: &mut State, id: &DraftId, sentence: &str, kept: Option<&Path>) {
    let Some(kept) = kept else {
        state.say(Tone::Bad, sentence);
        return;
    };
    for screen in &mut state.over {
        if let Screen::Story(story) = screen
            && story.id() == id
        {
            story.kept = Some(story.draft());
        }
    }
    let holes: [(&str, &dyn std::fmt::Display); 2] =
        [("why", &sentence), ("path", &kept.display())];
    state.say(Tone::Bad, words::NOT_SAVED.fill(state.lang, &holes));
}

/// The file was changed by somebody else in the same fields: says so and what can be done.
pub fn clash(state: &mut State, id: &DraftId, fields: &[Field], theirs: &Entry) {
    let names: Vec<&str> = fields
        .iter()
        .map(|&field| problem::field(field).get(state.lang))
        .collect();
    let names = names.join(if state.lang == crate::wording::Lang::Zh {
        "、"
    } else {
        ", "
    });
    let sentence = words::CLASH.fill(state.lang, &[("id", id), ("fields", &names)]);
    for screen in &mut state.over {
        if let Screen::Story(story) = screen
            && story.id() == id
        {
            story.clash = true;
            story.base = Entry {
                draft: story.base.draft.clone(),
                ..theirs.clone()
            };
        }
    }
    state.say(Tone::Bad, sentence);
}
