//! Blocks to items: where one story ends and the next begins.
//!
//! Knows the order of the blocks on a page; the fields of a head are told apart in `heads`.

mod boundary;
mod draft;

use super::blocks::{Block, Part, Parts, Stands};
use super::byline;
use super::heads::{Head, Line, head};
use super::labels;
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

/// More short lines than this are no head.
const LONGEST_HEAD: usize = 9;

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
            Some(open) if places::is_place(&text) => {
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

    fn paragraph(&mut self, block: &Block, parts: &[Part], at: usize) {
        let (head, number) = Self::brief_front(block);
        let begins = self.begins_brief(block, head.is_some(), number, parts, at);
        if begins {
            self.close();
            let mut item = Rough::at(block.text.lines().start);
            item.kind = Kind::Brief;
            self.open = Some(item);
        }
        let mut block = block.clone();
        if begins {
            self.strip_front(&mut block, head, number);
        } else if !block.bullet.is_empty() {
            // A bullet inside a story is part of a list.
            let bullet = block.bullet.trim().to_owned();
            block.text.text.insert_str(0, &bullet);
        }
        if block.text.text.is_empty() {
            return;
        }
        if let Some(open) = &mut self.open {
            open.push(&block, false);
        }
        self.resume(parts, at);
    }

    /// 【小标题】 or a number at the front of what may be a brief.
    fn brief_front(block: &Block) -> (Option<(String, usize)>, Option<usize>) {
        let text = block.text.text.as_str();
        let head = labels::bracket_head(text).map(|(head, len)| (head.to_owned(), len));
        let number = labels::number(text).filter(|_| head.is_none());
        (head, number)
    }

    fn begins_brief(
        &self,
        block: &Block,
        headed: bool,
        number: Option<usize>,
        parts: &[Part],
        at: usize,
    ) -> bool {
        let Some(open) = &self.open else {
            return true;
        };
        if self.one {
            return false;
        }
        if open.closed {
            return true;
        }
        if open.blocks.is_empty() {
            return false;
        }
        let listing = open
            .blocks
            .last()
            .is_some_and(|b| b.text.text.ends_with('：'));
        let in_briefs = self.section || open.kind == Kind::Brief;
        if !block.bullet.is_empty() {
            return !listing && (in_briefs || !self.is_list(open, parts, at));
        }
        if headed {
            return in_briefs && open.kind == Kind::Brief;
        }
        if number.is_some() {
            return self.section && !listing;
        }
        self.section && open.kind == Kind::Brief && open.headline.is_empty()
    }

    /// Bullets in a story without a byline of their own, before the byline of the story.
    fn is_list(&self, open: &Rough, parts: &[Part], at: usize) -> bool {
        if open.kind != Kind::Story || !open.byline.is_empty() || !self.style.trails_bylines() {
            return false;
        }
        let mut bullets = 0;
        for part in parts[at..].iter().take(60) {
            match part {
                Part::Text(block) if !block.bullet.is_empty() => bullets += 1,
                Part::Byline(..) => return bullets >= 2,
                Part::Text(block) if block.headlike => return false,
                Part::Label(..) | Part::Section => return false,
                _ => {}
            }
        }
        false
    }

    /// Takes 【小标题】 or the number off the front of a brief.
    fn strip_front(
        &mut self,
        block: &mut Block,
        head: Option<(String, usize)>,
        number: Option<usize>,
    ) {
        let Some(open) = &mut self.open else { return };
        let line = block.text.lines().start;
        if let Some((head, len)) = head {
            block.text.cut_front(len);
            if places::is_place(&head) {
                lift_place(open, &head, line, &mut self.out.repairs);
            } else {
                open.headline = Line { text: head, line };
            }
        } else if let Some(len) = number.filter(|_| self.section) {
            let cut = block.text.cut_front(len);
            self.out.repairs.push(Repair {
                kind: RepairKind::Label,
                line,
                before: cut.trim().to_owned(),
                after: String::new(),
            });
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

    /// A run of short lines: the head of an item, or crossheads and strays inside one.
    fn heads(&mut self, parts: &[Part], at: usize) -> usize {
        let run: Vec<&Block> = parts[at..]
            .iter()
            .map_while(|part| match part {
                Part::Text(block) if block.headlike => Some(block),
                _ => None,
            })
            .collect();
        let after = at + run.len();
        if run.len() > LONGEST_HEAD {
            return self.verses(&run);
        }
        if self.section && self.short_briefs(&run, parts, after) {
            return run.len();
        }
        let boundary = self.boundary(&run, parts, after);
        if !boundary {
            self.crossheads(&run, parts, after);
            return run.len();
        }
        if !Self::has_text_after(parts, after) {
            self.leftover(&run);
            return run.len();
        }
        self.close();
        let found = head(&run, &body_after(parts, after));
        let bulleted = run.iter().any(|b| !b.bullet.is_empty());
        self.begin(found, bulleted, &run);
        run.len()
    }

    /// More short lines than a head has: a poem, a list. They are text.
    fn verses(&mut self, run: &[&Block]) -> usize {
        if self.open.as_ref().is_none_or(|open| open.closed) {
            self.close();
            self.open = Some(Rough::at(run[0].text.lines().start));
        }
        if let Some(open) = &mut self.open {
            let headed = open.has_head() || !open.blocks.is_empty();
            for (at, block) in run.iter().enumerate() {
                if at == 0 && !headed {
                    open.headline = Line {
                        text: block.text.text.clone(),
                        line: block.text.lines().start,
                    };
                } else {
                    open.push(block, false);
                }
            }
        }
        run.len()
    }

    fn begin(&mut self, head: Head, bulleted: bool, run: &[&Block]) {
        let mut item = Rough::at(run[0].text.lines().start);
        item.reach(run[run.len() - 1].text.lines().end - 1);
        item.place = head.place;
        item.headline = head.headline;
        item.deck = head.deck;
        self.out.repairs.extend(head.repairs);
        self.out.furniture.extend(head.furniture);
        if item.headline.text.is_empty() || bulleted && self.section {
            item.kind = Kind::Brief;
        } else if bulleted {
            item.bulleted = true;
        }
        self.open = Some(item);
    }

    /// Under a section line: short lines without text of their own, each a brief.
    fn short_briefs(&mut self, run: &[&Block], parts: &[Part], after: usize) -> bool {
        let alone = !matches!(parts.get(after), Some(Part::Text(_) | Part::Deck(_)));
        let bulleted = run.iter().all(|b| !b.bullet.is_empty());
        let each = bulleted && run.len() > 1;
        if !(alone || each) {
            return false;
        }
        for block in run {
            self.close();
            let mut item = Rough::at(block.text.lines().start);
            item.kind = Kind::Brief;
            item.push(block, false);
            self.open = Some(item);
        }
        true
    }

    fn boundary(&self, run: &[&Block], parts: &[Part], after: usize) -> bool {
        match &self.open {
            None => true,
            Some(_) if self.one => false,
            Some(open) if open.closed => true,
            Some(open) if open.blocks.is_empty() => false,
            Some(open) if open.kind == Kind::Intro => true,
            Some(open) => self
                .style
                .begins_item(open, run, parts, after, self.section),
        }
    }

    /// Short lines inside an item.
    fn crossheads(&mut self, run: &[&Block], parts: &[Part], after: usize) {
        let places_in_item = self.open.as_ref().map_or(0, |open| open.place_heads);
        let Some(open) = &mut self.open else { return };
        if open.blocks.is_empty() && !open.has_head() {
            let found = head(run, &body_after(parts, after));
            open.place = found.place;
            open.headline = found.headline;
            open.deck = found.deck;
            self.out.repairs.extend(found.repairs);
            self.out.furniture.extend(found.furniture);
            open.reach(run[run.len() - 1].text.lines().end - 1);
            return;
        }
        for block in run {
            let text = block.text.text.as_str();
            let line = block.text.lines().start;
            let place = places::is_place(text) && block.bullet.is_empty();
            let own = open.place.text.is_empty()
                || text.starts_with(open.place.text.as_str())
                || open.place.text == text;
            if place && own && places_in_item == 0 && !self.style.is_repeated_place(text) {
                lift_place(open, text, line, &mut self.out.repairs);
            } else {
                open.place_heads += usize::from(place);
                open.push(block, true);
            }
        }
    }

    /// Whether the head at a place has any text below it.
    fn has_text_after(parts: &[Part], after: usize) -> bool {
        for part in &parts[after.min(parts.len())..] {
            match part {
                Part::Text(_) | Part::Stray(_) | Part::Label(..) => return true,
                Part::Deck(_) | Part::Byline(..) => {}
                Part::Section => return false,
            }
        }
        false
    }

    /// Short lines with nothing below them.
    fn leftover(&mut self, run: &[&Block]) {
        for block in run {
            self.out.furniture.push(Furniture {
                line: block.text.lines().start,
                text: block.text.text.clone(),
            });
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

/// The text of the first paragraphs after a place, to look names up in.
fn body_after(parts: &[Part], after: usize) -> String {
    parts[after.min(parts.len())..]
        .iter()
        .filter_map(|part| match part {
            Part::Text(block) => Some(block.text.text.as_str()),
            _ => None,
        })
        .take(3)
        .collect()
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
