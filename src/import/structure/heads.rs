//! Runs of short lines: the head of an item, crossheads, verses, leftovers.
//!
//! Knows where a run stands; what its lines say is told apart in `import::heads`.

use super::boundary::is_listed;
use super::signature::signature;
use super::{Reader, lift_place};
use crate::domain::{Byline, Kind};
use crate::import::blocks::{Block, Part};
use crate::import::heads::{Head, Line, head};
use crate::import::structure::Rough;
use crate::import::{Furniture, Repair, RepairKind, byline, labels, places};

/// More short lines than this are no head.
const LONGEST_HEAD: usize = 9;

/// As many short lines inside a story are verses or a list, and no crossheads.
const LEAST_VERSES: usize = 3;

impl Reader {
    /// A run of short lines: the head of an item, or crossheads and strays inside one.
    pub(super) fn heads(&mut self, parts: &[Part], at: usize) -> usize {
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
        let signed = signature(&run);
        let lines = &run[..run.len() - usize::from(signed.is_some())];
        let found = head(lines, &body_after(parts, after));
        let bulleted = run.iter().any(|b| !b.bullet.is_empty());
        self.begin(found, bulleted, &run);
        if let Some(signed) = signed {
            self.sign(signed, run[run.len() - 1]);
        }
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

    fn sign(&mut self, byline: Byline, block: &Block) {
        self.out.repairs.push(Repair {
            kind: RepairKind::Byline,
            line: block.text.lines().start,
            before: block.text.text.clone(),
            after: byline.printed(),
        });
        if let Some(open) = &mut self.open {
            byline::merge(&mut open.byline, byline);
            open.byline_above = true;
        }
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
        let verses =
            run.len() >= LEAST_VERSES && run.iter().all(|b| is_bare(b)) || is_listed(open, run);
        for block in run {
            if verses {
                open.push(block, false);
                continue;
            }
            let text = block.text.text.as_str();
            let line = block.text.lines().start;
            let place = places::is_place(text) && block.bullet.is_empty();
            let own = open.place.text.is_empty()
                || text.starts_with(open.place.text.as_str())
                || open.place.text == text;
            // With no text below it, it signs what stands above.
            let inside = matches!(parts.get(after), Some(Part::Text(_)));
            if place && !inside {
                open.push(block, false);
            } else if place && own && places_in_item == 0 && !self.style.is_repeated_place(text) {
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
}

/// Whether a short line is neither a place nor numbered.
fn is_bare(block: &Block) -> bool {
    let text = block.text.text.as_str();
    block.bullet.is_empty() && !places::is_place(text) && !labels::is_numbered_head(text)
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
