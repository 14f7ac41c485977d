//! An item while it is being read.

use crate::domain::{Byline, Kind};
use crate::import::blocks::Block;
use crate::import::heads::Line;
use crate::import::passage::Passage;

/// An item before its text is finished.
#[derive(Debug, Clone)]
pub(in crate::import) struct Rough {
    pub kind: Kind,
    pub label: String,
    pub place: Line,
    pub headline: Line,
    pub deck: Line,
    pub blocks: Vec<RoughBlock>,
    pub byline: Byline,
    /// First and last line.
    pub first: usize,
    pub last: usize,
    /// Whether its byline stood below its text: nothing more belongs to it.
    pub closed: bool,
    /// Whether its byline stood above its text.
    pub byline_above: bool,
    /// Whether its headline had a bullet.
    pub bulleted: bool,
    /// How many places stand in it as crossheads.
    pub place_heads: usize,
}

/// A paragraph or crosshead before it is finished.
#[derive(Debug, Clone)]
pub(in crate::import) struct RoughBlock {
    pub crosshead: bool,
    pub text: Passage,
}

impl Rough {
    /// An item that begins on a line.
    pub fn at(line: usize) -> Self {
        Self {
            kind: Kind::Story,
            label: String::new(),
            place: Line::default(),
            headline: Line::default(),
            deck: Line::default(),
            blocks: Vec::new(),
            byline: Byline::default(),
            first: line,
            last: line,
            closed: false,
            byline_above: false,
            bulleted: false,
            place_heads: 0,
        }
    }

    /// Whether it has a place or a headline.
    pub fn has_head(&self) -> bool {
        !self.headline.text.is_empty() || !self.place.text.is_empty()
    }

    /// Takes a line into its range.
    pub fn reach(&mut self, line: usize) {
        self.first = self.first.min(line);
        self.last = self.last.max(line);
    }

    /// Adds a paragraph or crosshead.
    pub fn push(&mut self, block: &Block, crosshead: bool) {
        let lines = block.text.lines();
        self.reach(lines.start);
        self.reach(lines.end - 1);
        self.blocks.push(RoughBlock {
            crosshead,
            text: block.text.clone(),
        });
    }

    /// Takes a line after —— as the deck.
    pub fn set_deck(&mut self, block: &Block) {
        let lines = block.text.lines();
        self.reach(lines.end - 1);
        let text = block.text.text.trim_start_matches(['—', ' ', '　']);
        // A line above the headline may be there already.
        self.deck = Line {
            text: match self.deck.text.as_str() {
                "" => text.to_owned(),
                above => format!("{above}　{text}"),
            },
            line: lines.start,
        };
    }

    /// What kind it is, now that all of it is known.
    pub fn settle(&mut self) {
        let paragraphs = self.blocks.iter().filter(|b| !b.crosshead).count();
        if self.kind == Kind::Story && self.bulleted && paragraphs == 1 && self.deck.text.is_empty()
        {
            self.kind = Kind::Brief;
        }
        if self.kind == Kind::Brief && self.headline.text.is_empty() && paragraphs > 2 {
            self.kind = Kind::Story;
        }
    }
}

impl Line {
    /// Whether nothing is on it.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}
