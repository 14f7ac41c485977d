//! Paragraphs inside an item, and briefs among them: bullets, numbers, 【小标题】.
//!
//! Knows the open item and the parts around a paragraph; heads are read in `heads`.

use super::{Reader, is_same_place, lift_place};
use crate::domain::Kind;
use crate::import::blocks::{Block, Part};
use crate::import::heads::Line;
use crate::import::structure::Rough;
use crate::import::{Repair, RepairKind, labels, places};

impl Reader {
    pub(super) fn paragraph(&mut self, block: &Block, parts: &[Part], at: usize) {
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
            if places::is_place(&head) && is_same_place(open, &head) {
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

    /// Under a section line: short lines without text of their own, each a brief.
    pub(super) fn short_briefs(&mut self, run: &[&Block], parts: &[Part], after: usize) -> bool {
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
}
