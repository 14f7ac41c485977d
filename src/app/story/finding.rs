//! Findings in the story as it is typed: where they are, the one under the caret, what keys do
//! with it.

use super::{StoryScreen, back, close};
use crate::app::effect::Effect;
use crate::app::field::LineField;
use crate::app::keymap::Action;
use crate::app::proof::{self, Spot, Target};
use crate::app::proofing::{Copy, Place, read};
use crate::app::prose::Edit;
use crate::app::state::{Screen, State, Tone};
use crate::domain::{DraftId, Field, Left};
use crate::proof::{Finding, passage};
use crate::wording::proofreading as words;

/// The one-line fields that are checked, in print order.
const DISPLAY: [Field; 3] = [Field::Place, Field::Headline, Field::Deck];

/// A place in the story: field in print order, paragraph from 0, byte in its line.
type At = (usize, usize, usize);

impl StoryScreen {
    /// A one-line field.
    pub fn display(&self, field: Field) -> Option<&LineField> {
        match field {
            Field::Place => Some(&self.place),
            Field::Headline => Some(&self.headline),
            Field::Deck => Some(&self.deck),
            _ => None,
        }
    }

    fn display_mut(&mut self, field: Field) -> Option<&mut LineField> {
        match field {
            Field::Place => Some(&mut self.place),
            Field::Headline => Some(&mut self.headline),
            Field::Deck => Some(&mut self.deck),
            _ => None,
        }
    }

    /// What is open in a one-line field; spans in bytes of its text.
    pub fn open_in(&self, field: Field) -> Vec<Finding> {
        let line = self.display(field).map_or("", LineField::text);
        self.open_in_line(Place::display(field), line.trim(), lead(line))
    }

    /// What is open in a paragraph (from 0); spans in bytes of its line.
    pub fn open_in_paragraph(&self, paragraph: usize) -> Vec<Finding> {
        let Some(line) = self.body.paragraphs().get(paragraph) else {
            return Vec::new();
        };
        let (place, start, text) = read(line);
        self.open_in_line(place, text, start)
    }

    fn open_in_line(&self, place: Place, text: &str, start: usize) -> Vec<Finding> {
        let open = self.proofing.open(place, text, &self.base.draft).cloned();
        let moved = open.map(|mut one| {
            one.span = one.span.start + start..one.span.end + start;
            one
        });
        moved.collect()
    }

    /// The text that a place is in.
    fn line_at(&self, (order, paragraph, _): At) -> &str {
        match DISPLAY.get(order).and_then(|&field| self.display(field)) {
            Some(field) => field.text(),
            None => self
                .body
                .paragraphs()
                .get(paragraph)
                .map_or("", String::as_str),
        }
    }

    /// What is open, in print order.
    fn spots(&self) -> Vec<(At, Finding)> {
        let mut spots = Vec::new();
        for (order, field) in DISPLAY.into_iter().enumerate() {
            let open = self.open_in(field).into_iter();
            spots.extend(open.map(|one| ((order, 0, one.span.start), one)));
        }
        for paragraph in 0..self.body.paragraphs().len() {
            let open = self.open_in_paragraph(paragraph).into_iter();
            let body = DISPLAY.len();
            spots.extend(open.map(|one| ((body, paragraph, one.span.start), one)));
        }
        spots
    }

    /// Where the caret is; in a field that is not checked, before all.
    fn here(&self) -> Option<At> {
        if self.focus == Field::Body {
            let (paragraph, byte) = self.body.caret_byte();
            return Some((DISPLAY.len(), paragraph, byte));
        }
        let order = DISPLAY.iter().position(|&field| field == self.focus)?;
        let field = self.display(self.focus)?;
        Some((order, 0, field.caret_byte()))
    }

    /// The open finding under the caret, or that ends at it.
    pub fn under_caret(&self) -> Option<Finding> {
        let at = self.here()?;
        let mut open = match DISPLAY.get(at.0) {
            Some(&field) => self.open_in(field),
            None => self.open_in_paragraph(at.1),
        };
        open.sort_by_key(|one| (one.severity, one.span.start));
        let (byte, mut open) = (at.2, open.into_iter());
        let mut inside = open.clone();
        let found = inside.find(|one| one.span.contains(&byte));
        found.or_else(|| open.find(|one| one.span.start <= byte && byte <= one.span.end))
    }

    fn go(&mut self, (order, paragraph, byte): At) {
        let Some(&field) = DISPLAY.get(order) else {
            self.focus = Field::Body;
            return self.body.go_to(paragraph, byte);
        };
        self.focus = field;
        if let Some(line) = self.display_mut(field) {
            line.place_caret(byte);
        }
    }

    /// Checks what was typed, as far as one key allows.
    fn follow(&mut self, copy: Copy) {
        let Self {
            proofing,
            body,
            place,
            headline,
            deck,
            ..
        } = self;
        let fields = [&*place, &*headline, &*deck];
        let display = DISPLAY.into_iter().zip(fields);
        let display = display.map(|(field, line)| (Place::display(field), line.text().trim()));
        let lines = body.paragraphs();
        let mut shown: Vec<usize> = body
            .rows_in_view()
            .map(|(paragraph, _)| paragraph)
            .collect();
        shown.push(body.caret_byte().0);
        shown.dedup();
        let shown = shown.iter().filter_map(|&at| lines.get(at));
        let first = display.clone().chain(shown.map(|line| line_of(line)));
        // A Han character is three bytes; Latin text is shorter than this says.
        let (zishu, bytes) = (body.zishu(), 3 * body.zishu() + lines.len());
        proofing.follow(first, lines, bytes, copy);
        proofing.gauge = None;
        if bytes <= crate::app::proofing::LONGEST {
            let all = display.chain(lines.iter().map(|line| line_of(line)));
            proofing.weigh(all, zishu, &self.base.draft);
        }
    }
}

/// A line of the body as rules see it.
fn line_of(line: &str) -> (Place, &str) {
    let (place, _, text) = read(line);
    (place, text)
}

/// Bytes of white space before a text.
fn lead(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// After each message: the story on the screen is checked where it was changed.
pub fn follow(state: &mut State) {
    let Some(Screen::Story(screen)) = state.over.last_mut() else {
        return;
    };
    let entry = state.view.entry(&screen.base.draft.id);
    let proofed = state.proofs.of(&screen.base.draft.id);
    let copy = Copy {
        house: &state.view.house,
        date: screen.day(),
    };
    screen.proofing.renew(copy.house);
    if let (Some(entry), Some(proofed)) = (entry, proofed) {
        screen.proofing.take(&entry.draft, proofed);
    }
    screen.follow(copy);
}

/// Puts the caret of the story on top at a place of its draft.
pub fn go_to(state: &mut State, spot: Option<Spot>) {
    let (Some(Screen::Story(screen)), Some(spot)) = (state.over.last_mut(), spot) else {
        return;
    };
    let order = DISPLAY.iter().position(|&field| field == spot.field);
    if let Some(order) = order {
        return screen.go((order, 0, spot.byte));
    }
    let body = &screen.base.draft.body;
    let before = body.get(..spot.byte).unwrap_or(body);
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    // Blank lines part paragraphs and are none.
    let filled = before[..line]
        .lines()
        .filter(|line| !line.trim().is_empty());
    let at = (DISPLAY.len(), filled.count(), before.len() - line);
    screen.go(at);
}

/// Something was left in a draft: the stories open on it know.
pub fn left(state: &mut State, id: &DraftId) {
    let Some(entry) = state.view.entry(id) else {
        return;
    };
    for screen in &mut state.over {
        if let Screen::Story(story) = screen
            && story.base.draft.id == *id
        {
            story.base.draft.left.clone_from(&entry.draft.left);
        }
    }
}

/// A key that is about findings.
pub fn act(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::NextFinding => walk(state, |spots, here| {
            spots
                .iter()
                .find(|at| Some(**at) > here)
                .or(spots.first())
                .copied()
        }),
        Action::PreviousFinding => walk(state, |spots, here| {
            let before = spots.iter().rev().find(|at| Some(**at) < here);
            before.or(spots.last()).copied()
        }),
        Action::Accept => accept(state),
        Action::Leave => leave(state),
        Action::Proof => open_proof(state),
        _ => Vec::new(),
    }
}

fn top(state: &mut State) -> Option<&mut StoryScreen> {
    match state.over.last_mut() {
        Some(Screen::Story(screen)) => Some(screen),
        _ => None,
    }
}

fn walk(state: &mut State, to: impl Fn(&[At], Option<At>) -> Option<At>) -> Vec<Effect> {
    let Some(screen) = top(state) else {
        return Vec::new();
    };
    let spots: Vec<At> = screen.spots().into_iter().map(|(at, _)| at).collect();
    match to(&spots, screen.here()) {
        Some(at) => screen.go(at),
        None => state.say(Tone::Good, words::NO_FINDING.get(state.lang)),
    }
    Vec::new()
}

/// Puts in the first replacement of the finding under the caret.
fn accept(state: &mut State) -> Vec<Effect> {
    let found = top(state).and_then(|screen| screen.under_caret());
    let Some(found) = found else {
        state.say(Tone::Bad, words::NO_FINDING_HERE.get(state.lang));
        return Vec::new();
    };
    let Some(new) = found.replacements.first() else {
        state.say(Tone::Bad, words::NO_REPLACEMENT.get(state.lang));
        return Vec::new();
    };
    let Some(screen) = top(state) else {
        return Vec::new();
    };
    let paragraph = screen.body.caret_byte().0;
    match screen.display_mut(found.field) {
        Some(line) => replace(line, &found, &new.text),
        None => screen
            .body
            .replace_passage(paragraph, found.span.clone(), &new.text),
    }
    Vec::new()
}

/// Puts a text in place of a passage of a field, as one step of undo where it is no deletion.
fn replace(line: &mut LineField, found: &Finding, new: &str) {
    line.place_caret(found.span.start);
    while line.caret_byte() < found.span.end {
        let before = line.caret_byte();
        line.edit(Edit::Select(Box::new(Edit::Right)));
        if line.caret_byte() == before {
            break;
        }
    }
    if new.is_empty() {
        line.edit(Edit::Delete);
    } else {
        line.set_clip(new);
        line.edit(Edit::PasteClip);
    }
}

/// Asks why the finding under the caret is left.
fn leave(state: &mut State) -> Vec<Effect> {
    let target = top(state).and_then(|screen| {
        let found = screen.under_caret()?;
        let line = screen.line_at(screen.here()?);
        let (start, text) = match screen.focus {
            Field::Body => (read(line).1, read(line).2),
            _ => (lead(line), line.trim()),
        };
        let within = |byte: usize| byte.saturating_sub(start);
        let span = within(found.span.start)..within(found.span.end);
        let left = Left {
            rule: found.rule.to_owned(),
            text: passage(text, &span).to_owned(),
            ..Left::default()
        };
        let id = screen.base.draft.id.clone();
        Some(Target { id, left })
    });
    match target {
        Some(target) => proof::ask(state, target),
        None => state.say(Tone::Bad, words::NO_FINDING_HERE.get(state.lang)),
    }
    Vec::new()
}

/// Saves the story and opens the list of its findings.
fn open_proof(state: &mut State) -> Vec<Effect> {
    if top(state).is_some_and(|screen| !screen.date_is_right()) {
        return back(state);
    }
    let Some(Screen::Story(screen)) = state.over.pop() else {
        return Vec::new();
    };
    let id = screen.base.draft.id.clone();
    let spot = screen.here().and_then(|at| spot_of(&screen, at));
    let effects = close(state, screen).into_iter().collect();
    proof::open_draft(state, &id, spot);
    effects
}

/// A place of the screen as one of the saved draft.
fn spot_of(screen: &StoryScreen, at: At) -> Option<Spot> {
    if let Some(&field) = DISPLAY.get(at.0) {
        return Some(Spot::new(field, at.2));
    }
    let lines = screen.body.paragraphs().get(..at.1)?;
    let filled = lines
        .iter()
        .map(|line| line.trim().len())
        .filter(|&len| len > 0);
    let before: usize = filled.map(|len| len + 2).sum();
    Some(Spot::new(Field::Body, before + at.2))
}
