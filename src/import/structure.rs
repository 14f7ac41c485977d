//! Blocks to items: where one story ends and the next begins.
//!
//! Knows the order of the blocks on a page; the fields of a head are told apart in `heads`.

mod boundary;
mod briefs;
mod draft;
mod heads;
mod signature;

use super::blocks::{Block, Part, Parts, Stands};
use super::byline;
use super::heads::Line;
use super::places;
use super::{Furniture, Repair, RepairKind};
use crate::domain::Kind;
use boundary::Style;
pub(super) use draft::Rough;

/// What the blocks of a page come to.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub items: Vec<Rough>,
    pub furniture: Vec<Furniture>,
    pub repairs: Vec<Repair>,
}

/// Puts the parts of a page together as items.
pub(super) fn items(parts: Parts, one: bool) -> Found {
    let style = Style::of(&parts);
    let mut reader = Reader {
        style,
        out: Found {
            items: Vec::new(),
            furniture: parts.furniture,
            repairs: parts.repairs,
        },
        open: None,
        waiting: None,
        section: false,
        one,
    };
    reader.read(&parts.list);
    reader.finish();
    reader.out
}

struct Reader {
    style: Style,
    out: Found,
    /// The item that is being read.
    open: Option<Rough>,
    /// A story whose head stood above an editor's note.
    waiting: Option<Rough>,
    /// Whether a section line (简讯) stands above.
    section: bool,
    one: bool,
}

impl Reader {
    fn read(&mut self, parts: &[Part]) {
        let mut at = 0;
        while at < parts.len() {
            at += self.part(parts, at);
        }
    }

    /// Reads the part at a place and says how many it took.
    fn part(&mut self, parts: &[Part], at: usize) -> usize {
        match &parts[at] {
            Part::Label(label, line) => self.label(label, *line),
            Part::Section => self.section(),
            Part::Byline(byline, stands, line) => self.byline(byline, *stands, *line, parts, at),
            Part::Stray(block) => self.stray(block),
            Part::Deck(block) => self.deck(block),
            Part::Text(block) if block.headlike => return self.heads(parts, at),
            Part::Text(block) => self.paragraph(block, parts, at),
        }
        1
    }

    fn label(&mut self, label: &str, line: usize) {
        let headed = self
            .open
            .take_if(|open| open.has_head() && open.blocks.is_empty());
        match headed {
            Some(open) => self.waiting = Some(open),
            None => self.close(),
        }
        let mut item = Rough::at(line);
        item.kind = Kind::Intro;
        label.clone_into(&mut item.label);
        self.open = Some(item);
    }

    fn section(&mut self) {
        self.close();
        self.section = true;
    }

    fn byline(
        &mut self,
        found: &crate::domain::Byline,
        stands: Stands,
        line: usize,
        parts: &[Part],
        at: usize,
    ) {
        let begins = match &self.open {
            None => true,
            Some(open) => match stands {
                Stands::Before => !open.blocks.is_empty() && !self.one,
                Stands::Alone | Stands::After => false,
            },
        };
        if begins {
            self.close();
            let item = Rough::at(line);
            self.open = Some(item);
        }
        let leads_text = matches!(parts.get(at + 1), Some(Part::Text(block)) if !block.headlike);
        if let Some(open) = &mut self.open {
            byline::merge(&mut open.byline, found.clone());
            open.reach(line);
            let trailing = stands != Stands::Before && !open.blocks.is_empty();
            open.closed = trailing
                && !(stands == Stands::Alone
                    && leads_text
                    && self.style.heads_bylines()
                    && !open.closed
                    && open.byline_above);
            open.byline_above |= !trailing;
        }
    }

    /// A short line that stood inside a cut paragraph.
    fn stray(&mut self, block: &Block) {
        let text = block.text.text.clone();
        let line = block.text.lines().start;
        match &mut self.open {
            Some(open) if places::is_place(&text) && is_same_place(open, &text) => {
                lift_place(open, &text, line, &mut self.out.repairs);
            }
            _ => self.out.furniture.push(Furniture { line, text }),
        }
    }

    fn deck(&mut self, block: &Block) {
        match &mut self.open {
            Some(open) if !open.headline.is_empty() && open.blocks.is_empty() => {
                open.set_deck(block);
            }
            Some(open) => open.push(block, false),
            None => {
                let mut item = Rough::at(block.text.lines().start);
                item.push(block, false);
                self.open = Some(item);
            }
        }
    }

    /// After one paragraph of an editor's note the story whose head stood above it goes on.
    fn resume(&mut self, parts: &[Part], at: usize) {
        let note = self
            .open
            .as_ref()
            .is_some_and(|open| open.kind == Kind::Intro && !open.blocks.is_empty());
        let goes_on = matches!(parts.get(at + 1), Some(Part::Text(_) | Part::Byline(..)));
        if note
            && goes_on
            && let Some(waiting) = self.waiting.take()
        {
            self.close();
            self.open = Some(waiting);
        }
    }

    fn close(&mut self) {
        if let Some(mut open) = self.open.take() {
            if !open.headline.text.is_empty() && open.kind == Kind::Story {
                self.section = false;
            }
            open.settle();
            self.out.items.push(open);
        }
        if self.open.is_none()
            && let Some(mut waiting) = self.waiting.take_if(|w| !w.blocks.is_empty())
        {
            waiting.settle();
            self.out.items.push(waiting);
        }
    }

    fn finish(&mut self) {
        self.close();
        if let Some(mut waiting) = self.waiting.take() {
            waiting.settle();
            self.out.items.push(waiting);
        }
    }
}

/// Whether an item has no place yet, or this is a longer or shorter form of it: another place would
/// take the first one's room, and that would be lost.
fn is_same_place(open: &Rough, text: &str) -> bool {
    let own = open.place.text.as_str();
    own.is_empty() || text.contains(own) || own.contains(text)
}

/// Puts a place that stood in the text into its field; the longer form stays.
fn lift_place(open: &mut Rough, text: &str, line: usize, repairs: &mut Vec<Repair>) {
    repairs.push(Repair {
        kind: RepairKind::Place,
        line,
        before: text.to_owned(),
        after: String::new(),
    });
    if text.len() >= open.place.text.len() {
        open.place = Line {
            text: text.to_owned(),
            line,
        };
    }
    open.reach(line);
}
