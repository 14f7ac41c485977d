//! The import screens: which file, and what on it becomes drafts.

use std::collections::HashSet;

use super::area::Area;
use super::editing;
use super::effect::Effect;
use super::field::LineField;
use super::keymap::Action;
use super::prose::Edit;
use super::state::{Act, Screen, State, Tone};
use super::view::View;
use crate::domain::settings::AmbiguousCells;
use crate::domain::{Block, Draft, Kind, Status};
use crate::import::{Item, Page, Repair};
use crate::wording::desk as words;

/// Asks for a file name, or for pasted copy.
#[derive(Debug)]
pub struct AskScreen {
    /// The name as typed.
    pub name: LineField,
    /// Names that go on from it.
    pub offers: Vec<String>,
    /// Which of them is chosen.
    pub offer: usize,
}

/// Which pane of the import screen has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pane {
    /// The items.
    Items,
    /// The paragraphs of the chosen item.
    Blocks,
    /// The repairs of the page.
    Repairs,
}

/// A page with the editor's choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The page.
    pub page: Page,
    /// For each item whether it becomes a draft.
    pub taken: Vec<bool>,
    /// The chosen item.
    pub item: usize,
    /// The chosen paragraph of it.
    pub block: usize,
}

/// State of the import screen.
#[derive(Debug)]
pub struct ImportScreen {
    /// Where the page came from.
    pub name: String,
    /// The page as it stands.
    pub choice: Choice,
    /// Which pane has the keys.
    pub pane: Pane,
    /// The chosen repair.
    pub repair: usize,
    /// Earlier choices, for undo.
    past: Vec<Choice>,
    /// Whether the drafts are being made.
    creating: bool,
}

/// How the import screen is divided.
#[derive(Debug, Clone, Copy)]
pub struct ImportLayout {
    /// Title bar.
    pub bar: Area,
    /// Items.
    pub items: Area,
    /// Fields and paragraphs of the chosen item.
    pub detail: Area,
    /// The original beside them; empty where the screen is too narrow for two columns.
    pub source: Area,
    /// Hints and notice.
    pub foot: Area,
}

/// Divides the screen: the items take the rows they need, and few while repairs are looked at.
pub fn layout(size: Area, screen: &ImportScreen) -> ImportLayout {
    let (bar, rest) = size.top(1);
    let (rest, foot) = rest.bottom(2);
    let (left, right) = rest.left(rest.width.div_ceil(2));
    let wanted = u16::try_from(screen.choice.page.items.len() + 1).unwrap_or(u16::MAX);
    let most = match screen.pane {
        Pane::Repairs => (rest.height / 4).clamp(4, 6),
        Pane::Items | Pane::Blocks => (rest.height / 2).clamp(4, 14),
    };
    let (items, detail) = left.top(wanted.min(most));
    ImportLayout {
        bar,
        items,
        detail,
        source: right.inset(1),
        foot,
    }
}

impl ImportScreen {
    /// The screen of a page; items that the queue has already are not taken.
    fn new(name: String, page: Page, view: &View) -> Self {
        let known: HashSet<(&str, &str)> = view
            .entries
            .iter()
            .filter_map(|entry| mark_of_draft(&entry.draft))
            .collect();
        let is_new = |item: &Item| mark_of_item(item).is_none_or(|mark| !known.contains(&mark));
        let taken = page.items.iter().map(is_new).collect();
        Self {
            name,
            choice: Choice {
                page,
                taken,
                item: 0,
                block: 0,
            },
            pane: Pane::Items,
            repair: 0,
            past: Vec::new(),
            creating: false,
        }
    }

    /// The chosen item.
    pub fn item(&self) -> Option<&Item> {
        self.choice.page.items.get(self.choice.item)
    }

    /// The repairs of the page, the same one repeated on a line told once with its count.
    pub fn repairs(&self) -> Vec<(&Repair, usize)> {
        let mut rows: Vec<(&Repair, usize)> = Vec::new();
        let mut line_start = 0;
        for repair in &self.choice.page.repairs {
            if rows
                .last()
                .is_some_and(|(last, _)| last.line != repair.line)
            {
                line_start = rows.len();
            }
            match rows[line_start..]
                .iter_mut()
                .find(|(known, _)| *known == repair)
            {
                Some((_, times)) => *times += 1,
                None => rows.push((repair, 1)),
            }
        }
        rows
    }

    /// How many items are taken.
    pub fn taken(&self) -> usize {
        self.choice.taken.iter().filter(|&&taken| taken).count()
    }

    fn remember(&mut self) {
        self.past.push(self.choice.clone());
    }

    fn go(&mut self, by: isize) {
        let (at, count) = match self.pane {
            Pane::Items => (&mut self.choice.item, self.choice.page.items.len()),
            Pane::Blocks => {
                let count = self
                    .choice
                    .page
                    .items
                    .get(self.choice.item)
                    .map_or(0, |i| i.blocks.len());
                (&mut self.choice.block, count)
            }
            Pane::Repairs => {
                let count = self.repairs().len();
                (&mut self.repair, count)
            }
        };
        *at = at.saturating_add_signed(by).min(count.saturating_sub(1));
        if self.pane == Pane::Items {
            self.choice.block = 0;
        }
    }

    fn take_or_leave(&mut self) {
        self.remember();
        if let Some(taken) = self.choice.taken.get_mut(self.choice.item) {
            *taken = !*taken;
        }
        if self.pane == Pane::Items {
            self.go(1);
        }
    }

    fn take_all(&mut self) {
        self.remember();
        let all = self.choice.taken.iter().all(|&taken| taken);
        self.choice.taken.fill(!all);
    }

    /// Joins the chosen item with the one below.
    fn join(&mut self) -> bool {
        let at = self.choice.item;
        if at + 1 >= self.choice.page.items.len() {
            return false;
        }
        self.remember();
        self.choice.page.join(at);
        let taken = self.choice.taken.remove(at + 1);
        self.choice.taken[at] |= taken;
        true
    }

    /// Splits the chosen item before the chosen paragraph.
    fn split(&mut self) -> bool {
        let (at, block) = (self.choice.item, self.choice.block);
        let count = self.item().map_or(0, |item| item.blocks.len());
        if self.pane != Pane::Blocks || block == 0 || block >= count {
            return false;
        }
        self.remember();
        self.choice.page.split(at, block);
        let taken = self.choice.taken[at];
        self.choice.taken.insert(at + 1, taken);
        self.choice.item = at + 1;
        self.choice.block = 0;
        self.pane = Pane::Items;
        true
    }

    fn change_kind(&mut self) {
        self.remember();
        let at = self.choice.item;
        if let Some(item) = self.choice.page.items.get_mut(at) {
            item.kind = match item.kind {
                Kind::Story => Kind::Brief,
                Kind::Brief => Kind::Intro,
                Kind::Intro => Kind::Story,
            };
        }
    }

    fn undo(&mut self) -> bool {
        match self.past.pop() {
            Some(choice) => {
                self.choice = choice;
                true
            }
            None => false,
        }
    }
}

/// What tells whether two copies are the same: headline and first paragraph.
fn mark_of_draft(draft: &Draft) -> Option<(&str, &str)> {
    let first = draft.blocks().find_map(|block| match block {
        Block::Paragraph(text) => Some(text),
        Block::Crosshead(_) => None,
    })?;
    (draft.status != Status::Spiked).then_some((&draft.headline, first))
}

fn mark_of_item(item: &Item) -> Option<(&str, &str)> {
    let first = item.blocks.iter().find(|block| !block.crosshead)?;
    Some((&item.headline, &first.text))
}

/// Opens the question for a file name.
pub fn ask(state: &mut State) -> Vec<Effect> {
    let mut screen = Box::new(AskScreen {
        name: LineField::new(""),
        offers: Vec::new(),
        offer: 0,
    });
    screen.fit(state.size, state.ambiguous);
    state.over.push(Screen::Ask(screen));
    vec![Effect::CompletePath {
        typed: String::new(),
    }]
}

impl AskScreen {
    /// Takes in the size of the screen.
    pub fn fit(&mut self, size: Area, ambiguous: AmbiguousCells) {
        self.name
            .set_width(size.width.saturating_sub(6).max(4), ambiguous);
    }

    /// A typed character.
    pub fn typed(&mut self, c: char) {
        self.name.edit(editing::typed(c));
        self.offers.clear();
    }

    /// Pasted text: one short line is a file name, more is a page.
    pub fn pasted(&mut self, text: &str) -> Vec<Effect> {
        let line = text.trim();
        if line.lines().count() <= 1 && line.chars().count() < 200 {
            self.name.edit(editing::pasted(line));
            return Vec::new();
        }
        vec![Effect::ReadPasted {
            text: text.to_owned(),
        }]
    }
}

/// Raw copy pasted on the queue.
pub fn from_paste(state: &mut State, text: &str) -> Vec<Effect> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    state.say(Tone::Busy, words::READING.get(state.lang));
    vec![Effect::ReadPasted {
        text: text.to_owned(),
    }]
}

/// A key while a file name is asked for.
pub fn act_on_name(state: &mut State, action: Action) -> Vec<Effect> {
    let Some(Screen::Ask(screen)) = state.over.last_mut() else {
        return Vec::new();
    };
    match action {
        Action::Back => {
            state.over.pop();
        }
        Action::Up => screen.offer = screen.offer.saturating_sub(1),
        Action::Down => {
            screen.offer = (screen.offer + 1).min(screen.offers.len().saturating_sub(1));
        }
        Action::Complete => return complete(screen),
        Action::Open | Action::Enter => return read(state),
        // More than a line is a page here, from wherever it was copied.
        Action::Paste => return screen.pasted(&state.clip),
        other => {
            if let Some(edit) = editing::edit(other) {
                screen.offers.clear();
                return editing::apply(&mut screen.name, edit, &mut state.clip);
            }
        }
    }
    Vec::new()
}

/// Takes the chosen offer into the name; without offers, asks for some.
fn complete(screen: &mut AskScreen) -> Vec<Effect> {
    let typed = screen.name.text().to_owned();
    match screen.offers.get(screen.offer) {
        Some(offer) if *offer != typed => {
            screen.name = LineField::new(offer);
            screen.name.edit(Edit::RowEnd);
            screen.offers.clear();
            let typed = screen.name.text().to_owned();
            vec![Effect::CompletePath { typed }]
        }
        _ => vec![Effect::CompletePath { typed }],
    }
}

fn read(state: &mut State) -> Vec<Effect> {
    let Some(Screen::Ask(screen)) = state.over.last_mut() else {
        return Vec::new();
    };
    let mut path = screen.name.text().trim().to_owned();
    if path.is_empty() {
        path = screen.offers.get(screen.offer).cloned().unwrap_or_default();
    }
    if path.is_empty() {
        return Vec::new();
    }
    if path.ends_with('/') {
        screen.name = LineField::new(&path);
        screen.name.edit(Edit::RowEnd);
        return vec![Effect::CompletePath { typed: path }];
    }
    state.say(Tone::Busy, words::READING.get(state.lang));
    vec![Effect::ReadPage { path }]
}

/// Names that go on from what was typed.
pub fn on_paths(state: &mut State, found: &[String]) -> Vec<Effect> {
    let size = (state.size, state.ambiguous);
    let Some(Screen::Ask(screen)) = state.over.last_mut() else {
        return Vec::new();
    };
    screen.offers = found.to_vec();
    screen.offer = 0;
    let common = common_start(found);
    if common.len() > screen.name.text().len() && common.starts_with(screen.name.text()) {
        screen.name = LineField::new(&common);
        screen.name.edit(Edit::RowEnd);
    }
    screen.fit(size.0, size.1);
    Vec::new()
}

fn common_start(names: &[String]) -> String {
    let Some((first, rest)) = names.split_first() else {
        return String::new();
    };
    let mut common = first.as_str();
    for name in rest {
        let same = common
            .char_indices()
            .zip(name.chars())
            .find(|((_, a), b)| a != b)
            .map_or(common.len().min(name.len()), |((at, _), _)| at);
        common = &common[..same];
    }
    common.to_owned()
}

/// A page was taken apart.
pub fn on_page(state: &mut State, name: String, page: Page) -> Vec<Effect> {
    state
        .over
        .retain(|screen| !matches!(screen, Screen::Ask(_)));
    if page.items.is_empty() {
        state.say(
            Tone::Bad,
            words::NO_ITEMS.fill(state.lang, &[("name", &name)]),
        );
    } else {
        state.notice = None;
        let screen = ImportScreen::new(name, page, &state.view);
        let known = screen.choice.taken.len() - screen.taken();
        if known > 0 {
            state.say(
                Tone::Bad,
                words::KNOWN_ITEMS.fill(state.lang, &[("n", &known)]),
            );
        }
        state.over.push(Screen::Import(Box::new(screen)));
    }
    Vec::new()
}

/// A key on the import screen.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    let today = state.today;
    let lang = state.lang;
    let Some(Screen::Import(screen)) = state.over.last_mut() else {
        return Vec::new();
    };
    let refused = match action {
        Action::Up => return moved(screen, -1),
        Action::Down => return moved(screen, 1),
        Action::PageUp => return moved(screen, -8),
        Action::PageDown => return moved(screen, 8),
        Action::First => return moved(screen, -100_000),
        Action::Last => return moved(screen, 100_000),
        Action::Take => {
            screen.take_or_leave();
            None
        }
        Action::TakeAll => {
            screen.take_all();
            None
        }
        Action::ChangeKind => {
            screen.change_kind();
            None
        }
        Action::Join => (!screen.join()).then_some(words::NOTHING_TO_JOIN),
        Action::Split => (!screen.split()).then_some(words::WHERE_TO_SPLIT),
        Action::Undo => (!screen.undo()).then_some(words::NOTHING_TO_UNDO),
        Action::ShowRepairs => {
            screen.pane = if screen.pane == Pane::Repairs {
                Pane::Items
            } else {
                Pane::Repairs
            };
            None
        }
        Action::OtherPane => {
            screen.pane = if screen.pane == Pane::Items {
                Pane::Blocks
            } else {
                Pane::Items
            };
            None
        }
        Action::Back => return back(state),
        Action::Create if screen.creating => None,
        Action::Create if screen.taken() == 0 => Some(words::NOTHING_TAKEN),
        Action::Create => {
            screen.creating = true;
            let items = screen.choice.page.taken(&screen.choice.taken);
            state.say(Tone::Busy, words::CREATING.get(lang));
            return vec![Effect::CreateItems { items, date: today }];
        }
        _ => None,
    };
    if let Some(sentence) = refused {
        state.say(Tone::Bad, sentence.get(lang));
    }
    Vec::new()
}

fn moved(screen: &mut ImportScreen, by: isize) -> Vec<Effect> {
    screen.go(by);
    Vec::new()
}

/// Out of a pane first, then out of the screen; the page is kept for an undo.
fn back(state: &mut State) -> Vec<Effect> {
    if let Some(Screen::Import(screen)) = state.over.last_mut()
        && screen.pane != Pane::Items
    {
        screen.pane = Pane::Items;
        return Vec::new();
    }
    if let Some(Screen::Import(screen)) = state.over.pop() {
        state.left_page = Some(screen);
        state.acts.retain(|act| *act != Act::LeftPage);
        state.acts.push(Act::LeftPage);
        state.say(Tone::Good, words::PAGE_LEFT.get(state.lang));
    }
    Vec::new()
}

/// Shows the page again that was left last.
pub fn reopen(state: &mut State) {
    if let Some(screen) = state.left_page.take() {
        state.over.push(Screen::Import(screen));
    }
}

/// The drafts could not be made: the page stays, so that nothing has to be chosen again.
pub fn create_failed(state: &mut State) {
    for screen in &mut state.over {
        if let Screen::Import(import) = screen {
            import.creating = false;
        }
    }
}
