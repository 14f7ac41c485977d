//! The queue screen: choosing, moving, filtering, and the acts on the chosen draft.

use super::area::Area;
use super::editing;
use super::effect::Effect;
use super::field::LineField;
use super::keymap::Action;
use super::state::{Act, State, Tone};
use super::view::{View, stage_group};
use super::{byline, diff, import, notes, problems, proof, review, story};
use crate::domain::settings::AmbiguousCells;
use crate::domain::{DraftId, Entry, Rank, Role, Stage, Status, queue};
use crate::text::pinyin;
use crate::wording::desk as words;

/// Which drafts the queue shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shown {
    /// 在编: all that are neither printed nor spiked; the day's work.
    #[default]
    Active,
    /// Those of one stage, issue numbers left out ([`stage_group`]).
    Stage(Stage),
    /// 等我审: those that wait for the editor's own signature.
    Mine,
    /// Every draft.
    All,
}

impl Shown {
    /// Whether the draft at a position is shown.
    pub fn takes_draft(self, view: &View, at: usize) -> bool {
        match self {
            Self::Mine => view.waits_for_me(at),
            other => other.takes(view.rows[at].stage),
        }
    }

    /// Whether a draft of this stage may be shown.
    pub fn takes(self, stage: Stage) -> bool {
        match self {
            Self::Mine => matches!(stage, Stage::Review(_)),
            Self::Active => !matches!(stage, Stage::Published(_) | Stage::Spiked),
            Self::Stage(wanted) => wanted == stage_group(stage),
            Self::All => true,
        }
    }
}

/// State of the queue screen.
#[derive(Debug)]
pub struct QueueScreen {
    /// Positions of the drafts shown, in queue order.
    pub shown: Vec<usize>,
    /// Which of the shown ones is chosen.
    pub cursor: usize,
    /// Which of the shown ones is in the top row.
    pub top: usize,
    /// Which stages.
    pub stage: Shown,
    /// Only drafts with these words.
    pub words: LineField,
    /// Whether the words are being typed.
    pub typing: bool,
    /// The chosen draft, so that it stays chosen when others come and go.
    chosen: Option<DraftId>,
    rows: usize,
}

impl Default for QueueScreen {
    fn default() -> Self {
        Self {
            shown: Vec::new(),
            cursor: 0,
            top: 0,
            stage: Shown::Active,
            words: LineField::new(""),
            typing: false,
            chosen: None,
            rows: 10,
        }
    }
}

/// How the screen is divided.
#[derive(Debug, Clone, Copy)]
pub struct QueueLayout {
    /// Title bar.
    pub bar: Area,
    /// Stages with counts, or the words of the filter.
    pub filter: Area,
    /// Heads of the columns.
    pub heads: Area,
    /// Drafts.
    pub list: Area,
    /// Headline, deck and text of the chosen draft.
    pub preview: Area,
    /// Hints and notice.
    pub foot: Area,
}

/// Divides the screen.
pub fn layout(size: Area) -> QueueLayout {
    let (bar, rest) = size.top(1);
    let (filter, rest) = rest.top(1);
    let (heads, rest) = rest.top(1);
    let (rest, foot) = rest.bottom(2);
    let (list, preview) = rest.bottom(rest.height * 2 / 5);
    QueueLayout {
        bar,
        filter,
        heads,
        list,
        preview,
        foot,
    }
}

impl QueueScreen {
    /// The position of the chosen draft in the view.
    pub fn at(&self) -> Option<usize> {
        self.shown.get(self.cursor).copied()
    }

    /// Takes in changed drafts, filter or order; the chosen draft stays chosen where it is shown.
    pub fn refresh(&mut self, view: &View) {
        let words = self.words.text().to_owned();
        self.shown = (0..view.entries.len())
            .filter(|&at| self.stage.takes_draft(view, at))
            .filter(|&at| words.is_empty() || matches(&view.entries[at], &words))
            .collect();
        let chosen = self.chosen.as_ref();
        let found = chosen.and_then(|id| {
            self.shown
                .iter()
                .position(|&at| view.entries[at].draft.id == *id)
        });
        let last = self.shown.len().saturating_sub(1);
        self.cursor = found.unwrap_or(self.cursor).min(last);
        if found.is_none() {
            self.chosen = self.at().map(|at| view.entries[at].draft.id.clone());
        }
        self.keep_in_view();
    }

    /// Chooses a draft, if it is shown.
    pub fn choose(&mut self, view: &View, id: &DraftId) {
        self.chosen = Some(id.clone());
        self.refresh(view);
    }

    /// Takes in the size of the screen.
    pub fn fit(&mut self, size: Area, ambiguous: AmbiguousCells) {
        self.rows = usize::from(layout(size).list.height).max(1);
        self.words
            .set_width(size.width.saturating_sub(20).max(10), ambiguous);
        self.keep_in_view();
    }

    /// Shows all drafts.
    pub fn clear_filter(&mut self) {
        self.stage = Shown::Active;
        self.words = LineField::new("");
        self.typing = false;
    }

    /// What can be shown, with counts: the day's work, each stage there is, all.
    pub fn chips(&self, view: &View) -> Vec<(Shown, usize)> {
        let tally = view.tally();
        let active = tally
            .iter()
            .filter(|(stage, _)| Shown::Active.takes(**stage));
        let mut chips = vec![(Shown::Active, active.map(|(_, count)| count).sum())];
        if view.me.is_some() && !view.settings.review.stages.is_empty() {
            let all = 0..view.entries.len();
            chips.push((Shown::Mine, all.filter(|&at| view.waits_for_me(at)).count()));
        }
        chips.extend(
            tally
                .iter()
                .map(|(&stage, &count)| (Shown::Stage(stage), count)),
        );
        chips.push((Shown::All, view.entries.len()));
        chips
    }

    /// Whether another filter than the day's work is on.
    pub fn is_filtered(&self) -> bool {
        self.stage != Shown::Active || !self.words.text().is_empty()
    }

    fn go(&mut self, to: usize, view: &View) {
        self.cursor = to.min(self.shown.len().saturating_sub(1));
        self.chosen = self.at().map(|at| view.entries[at].draft.id.clone());
        self.keep_in_view();
    }

    fn keep_in_view(&mut self) {
        let lowest_top = self.shown.len().saturating_sub(self.rows);
        self.top = self.top.min(lowest_top);
        if self.cursor < self.top {
            self.top = self.cursor;
        } else if self.cursor >= self.top + self.rows {
            self.top = self.cursor + 1 - self.rows;
        }
    }
}

/// Whether a draft has these words in headline, place, people, id or text; pinyin and its
/// initials count for all but the text. Full-width letters and digits mean half-width ones, and in
/// the text themselves too.
fn matches(entry: &Entry, words: &str) -> bool {
    let draft = &entry.draft;
    let people = Role::ALL.into_iter().flat_map(|role| draft.byline.of(role));
    let mut short = [&draft.headline, &draft.place, &draft.deck]
        .into_iter()
        .cloned()
        .chain(people.flat_map(|p| [p.name.clone(), p.unit.clone().unwrap_or_default()]));
    let narrow: String = words.chars().map(pinyin::half_width).collect();
    draft.id.as_str().contains(&narrow)
        || draft.body.contains(words)
        || draft.body.contains(&narrow)
        || short.any(|text| pinyin::matches(words, &text))
}

/// A key on the queue.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    if state.queue.typing {
        return act_on_filter(state, action);
    }
    if motion(state, action) {
        return Vec::new();
    }
    match action {
        Action::Open => open(state),
        Action::EditByline => open_byline(state),
        Action::Assemble => assemble(state),
        Action::Import => import::ask(state),
        Action::New => vec![Effect::New { date: state.today }],
        Action::MoveUp => shift(state, -1),
        Action::MoveDown => shift(state, 1),
        Action::Submit => set_status(state, Status::Submitted),
        Action::Hold => set_status(state, Status::Held),
        Action::Spike => set_status(state, Status::Spiked),
        Action::Undo => undo(state),
        Action::NextFilter => next_stage(state),
        Action::AllStages => all_stages(state),
        Action::FilterWords => type_words(state),
        Action::ShowProblems => show_problems(state),
        Action::Reload => reload(state),
        Action::Review => review::open_chosen(state),
        Action::Diff => diff::open_chosen(state),
        Action::Notes => notes::open_chosen(state),
        Action::Proof => proof::open_queue(state),
        _ => Vec::new(),
    }
}

fn motion(state: &mut State, action: Action) -> bool {
    let queue = &mut state.queue;
    let to = match action {
        Action::Up => queue.cursor.saturating_sub(1),
        Action::Down => queue.cursor + 1,
        Action::PageUp => queue.cursor.saturating_sub(queue.rows),
        Action::PageDown => queue.cursor + queue.rows,
        Action::First => 0,
        Action::Last => usize::MAX,
        _ => return false,
    };
    queue.go(to, &state.view);
    true
}

fn chosen(state: &State) -> Option<Entry> {
    state.queue.at().map(|at| state.view.entries[at].clone())
}

fn open(state: &mut State) -> Vec<Effect> {
    if let Some(entry) = chosen(state) {
        story::open(state, &entry, None);
    }
    Vec::new()
}

fn open_byline(state: &mut State) -> Vec<Effect> {
    if let Some(entry) = chosen(state) {
        byline::open(state, &entry);
    }
    Vec::new()
}

/// Asks for the next issue; what was edited is committed first.
pub fn assemble(state: &mut State) -> Vec<Effect> {
    let message = words::EDITED.get(crate::wording::Lang::Zh).to_owned();
    let mut effects: Vec<Effect> = state.commit_changes(message).into_iter().collect();
    state.say(Tone::Busy, words::ASSEMBLING.get(state.lang));
    effects.push(Effect::Assemble { date: state.today });
    effects
}

/// Moves the chosen draft past its neighbour on the screen.
fn shift(state: &mut State, by: isize) -> Vec<Effect> {
    if changeable(state).is_none() {
        return Vec::new();
    }
    let queue = &state.queue;
    let Some(neighbour) = queue.cursor.checked_add_signed(by) else {
        return Vec::new();
    };
    let (Some(from), Some(&to)) = (queue.at(), queue.shown.get(neighbour)) else {
        return Vec::new();
    };
    let order: Vec<(DraftId, Rank)> = state
        .view
        .entries
        .iter()
        .map(|entry| (entry.draft.id.clone(), entry.draft.rank.clone()))
        .collect();
    let moves = queue::reorder(&order, from, to);
    let before: Vec<Entry> = moves
        .iter()
        .filter_map(|(id, _)| state.view.entry(id).cloned())
        .collect();
    let mut effects = Vec::new();
    for ((_, rank), base) in moves.into_iter().zip(&before) {
        let mut draft = base.draft.clone();
        draft.rank = rank;
        effects.push(state.change(base, draft));
    }
    state.acts.push(Act::Drafts(before));
    effects
}

/// The chosen draft, if its place and status may still change; else says why not.
fn changeable(state: &mut State) -> Option<Entry> {
    let at = state.queue.at()?;
    if let Some(number) = state.view.rows[at].stage.issue() {
        let sentence = words::PRINTED_ALREADY.fill(state.lang, &[("n", &number)]);
        state.say(Tone::Bad, sentence);
        return None;
    }
    Some(state.view.entries[at].clone())
}

/// Sets a status, or takes the draft back to 送审 (from 送审: to 待编) where it has it already.
fn set_status(state: &mut State, wanted: Status) -> Vec<Effect> {
    let Some(base) = changeable(state) else {
        return Vec::new();
    };
    let mut draft = base.draft.clone();
    draft.status = match (draft.status, wanted) {
        (Status::Submitted, Status::Submitted) => Status::Draft,
        (now, wanted) if now == wanted => Status::Submitted,
        (_, wanted) => wanted,
    };
    let effect = state.change(&base, draft);
    state.say_stage(&base.draft.id);
    state.acts.push(Act::Drafts(vec![base]));
    vec![effect]
}

fn undo(state: &mut State) -> Vec<Effect> {
    match state.acts.pop() {
        None => {
            state.say(Tone::Bad, words::NOTHING_TO_UNDO.get(state.lang));
            Vec::new()
        }
        Some(Act::Proof(change)) => proof::undo(state, *change),
        Some(Act::LeftPage) => {
            import::reopen(state);
            Vec::new()
        }
        Some(Act::Issue(number)) => {
            state.say(Tone::Busy, words::UNDOING_ISSUE.get(state.lang));
            vec![Effect::UndoAssembly { number }]
        }
        Some(Act::Drafts(before)) => {
            state.say(Tone::Good, words::UNDONE.get(state.lang));
            before
                .iter()
                .filter_map(|entry| put_back(state, entry))
                .collect()
        }
        Some(Act::Made(ids)) => {
            state.say(
                Tone::Good,
                words::MADE_UNDONE.fill(state.lang, &[("n", &ids.len())]),
            );
            ids.iter().filter_map(|id| spike(state, id)).collect()
        }
    }
}

/// Gives a draft the status and rank it had; later edits of its text stay.
fn put_back(state: &mut State, before: &Entry) -> Option<Effect> {
    let base = state.view.entry(&before.draft.id)?.clone();
    let mut draft = base.draft.clone();
    draft.status = before.draft.status;
    draft.rank = before.draft.rank.clone();
    let id = draft.id.clone();
    let effect = state.change(&base, draft);
    state.queue.choose(&state.view, &id);
    Some(effect)
}

fn spike(state: &mut State, id: &DraftId) -> Option<Effect> {
    let base = state.view.entry(id)?.clone();
    let mut draft = base.draft.clone();
    draft.status = Status::Spiked;
    Some(state.change(&base, draft))
}

fn next_stage(state: &mut State) -> Vec<Effect> {
    let chips = state.queue.chips(&state.view);
    let now = chips
        .iter()
        .position(|(shown, _)| *shown == state.queue.stage)
        .unwrap_or(0);
    if let Some((shown, _)) = chips.get((now + 1) % chips.len().max(1)) {
        state.queue.stage = *shown;
    }
    state.queue.refresh(&state.view);
    Vec::new()
}

fn all_stages(state: &mut State) -> Vec<Effect> {
    state.queue.clear_filter();
    state.queue.refresh(&state.view);
    Vec::new()
}

fn type_words(state: &mut State) -> Vec<Effect> {
    state.queue.typing = true;
    Vec::new()
}

fn show_problems(state: &mut State) -> Vec<Effect> {
    if state.view.problems.is_empty() {
        state.say(Tone::Good, words::NO_PROBLEMS.get(state.lang));
    } else {
        problems::open(state);
    }
    Vec::new()
}

fn reload(state: &mut State) -> Vec<Effect> {
    state.say(Tone::Busy, words::LOADING.get(state.lang));
    vec![Effect::Load]
}

fn act_on_filter(state: &mut State, action: Action) -> Vec<Effect> {
    let mut effects = Vec::new();
    match action {
        Action::Open => state.queue.typing = false,
        Action::Back => state.queue.clear_filter(),
        Action::Up | Action::Down => {
            motion(state, action);
            return Vec::new();
        }
        other => {
            if let Some(edit) = editing::edit(other) {
                effects = editing::apply(&mut state.queue.words, edit, &mut state.clip);
            }
        }
    }
    state.queue.refresh(&state.view);
    effects
}

/// A character typed on the queue: part of the filter, or nothing.
pub fn typed(state: &mut State, c: char) {
    if state.queue.typing {
        state.queue.words.edit(editing::typed(c));
        state.queue.refresh(&state.view);
    }
}

/// Text pasted on the queue: words for the filter, or raw copy to import.
pub fn pasted(state: &mut State, text: &str) -> Vec<Effect> {
    if state.queue.typing {
        state.queue.words.edit(editing::pasted(text));
        state.queue.refresh(&state.view);
        return Vec::new();
    }
    import::from_paste(state, text)
}
