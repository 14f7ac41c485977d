//! Whether short lines inside a story are crossheads or the head of the next item.
//!
//! No single sign decides; each adds to or takes from a score, as an editor weighs them.

use std::collections::HashMap;

use super::draft::Rough;
use crate::domain::Kind;
use crate::import::blocks::{Block, Part, Parts, Stands};
use crate::import::{labels, places};

/// Short lines looked at from the first of a run.
const LONGEST_RUN: usize = 9;

/// How a page is made, as far as it tells items apart.
#[derive(Debug, Default)]
pub(super) struct Style {
    /// Bylines below and above the text.
    below: usize,
    above: usize,
    /// Blank lines between paragraphs.
    paragraph_gap: usize,
    /// Whether some short line has more blank lines above it than paragraphs have.
    wider_gaps: bool,
    /// Blank lines above the heads of items, where most of them agree and it is more than
    /// paragraphs have; and whether all do.
    item_gap: Option<(usize, bool)>,
    /// How often each place stands as a short line.
    places: HashMap<String, usize>,
}

impl Style {
    /// The style of a page.
    pub fn of(parts: &Parts) -> Self {
        let mut style = Self {
            paragraph_gap: parts.layout.paragraph_gap,
            ..Self::default()
        };
        style.item_gap = item_gap(&parts.list, style.paragraph_gap);
        let mut before = None;
        for part in &parts.list {
            match part {
                Part::Byline(_, Stands::Before, _) => style.above += 1,
                Part::Byline(_, Stands::After, _) => style.below += 1,
                Part::Byline(_, Stands::Alone, _) => match before {
                    Some(true) => style.above += 1,
                    Some(false) => style.below += 1,
                    None => {}
                },
                Part::Text(block) if block.headlike => {
                    style.wider_gaps |= block.gap > style.paragraph_gap;
                    if places::is_place(&block.text.text) {
                        *style.places.entry(block.text.text.clone()).or_default() += 1;
                    }
                }
                _ => {}
            }
            before = match part {
                Part::Text(block) => Some(block.headlike),
                Part::Deck(_) => Some(true),
                Part::Byline(..) => None,
                _ => before,
            };
        }
        style
    }

    /// Whether bylines stand below the text on this page.
    pub fn trails_bylines(&self) -> bool {
        self.below > self.above
    }

    /// Whether bylines stand above the text on this page.
    pub fn heads_bylines(&self) -> bool {
        self.above > self.below
    }

    /// Whether short lines after a paragraph of an open item begin another item.
    pub fn begins_item(
        &self,
        open: &Rough,
        run: &[&Block],
        parts: &[Part],
        after: usize,
        section: bool,
    ) -> bool {
        if matches!(parts.get(after), Some(Part::Deck(_))) {
            return true;
        }
        if is_listed(open, run) {
            return false;
        }
        let bulleted = !run[0].bullet.is_empty();
        if bulleted && (section || open.kind == Kind::Brief) {
            return true;
        }
        let score = Self::words(run)
            + self.gap(run, parts, after)
            + self.bylines(open, parts, after)
            + i32::from(open.kind == Kind::Brief) * 3;
        score >= 2
    }

    /// What the words of the lines say.
    fn words(run: &[&Block]) -> i32 {
        let last = run[run.len() - 1].text.text.as_str();
        let place_above = run.len() > 1 && places::is_place(&run[0].text.text);
        let place_below = run.len() > 1 && places::is_place(last);
        let longest = run
            .iter()
            .map(|b| b.text.text.as_str())
            .max_by_key(|t| t.chars().count())
            .unwrap_or(last);
        let len = longest.chars().count();
        let quoted = last.starts_with('“') && last.ends_with('”');
        let mut score = 0;
        score += if place_above || place_below { 3 } else { 0 };
        score += if run.iter().any(|b| has_clauses(&b.text.text)) {
            2
        } else {
            0
        };
        score += i32::from(len >= 13) - i32::from(len <= 8) - i32::from(quoted);
        score -= if run.iter().any(|b| labels::is_numbered_head(&b.text.text)) {
            3
        } else {
            0
        };
        score -= i32::from(!run[0].bullet.is_empty());
        score
    }

    /// What the blank lines above and below say, and a page header above.
    fn gap(&self, run: &[&Block], parts: &[Part], after: usize) -> i32 {
        if run[0].below_header {
            return 3;
        }
        let gap = run[0].gap;
        if let Some((wide, all)) = self.item_gap {
            return if gap >= wide { 3 } else { -1 - i32::from(all) };
        }
        let below = match parts.get(after) {
            Some(Part::Text(block)) => block.gap,
            _ => self.paragraph_gap,
        };
        if gap > self.paragraph_gap {
            return if below < gap { 2 } else { 1 };
        }
        -i32::from(self.wider_gaps)
    }

    /// What the bylines around say.
    fn bylines(&self, open: &Rough, parts: &[Part], after: usize) -> i32 {
        let next = parts.get(after);
        match next {
            Some(Part::Byline(_, Stands::Before | Stands::Alone, _)) if !open.byline.is_empty() => {
                return 4;
            }
            Some(Part::Byline(_, Stands::Before, _)) => return 3,
            _ => {}
        }
        if !open.byline.is_empty() {
            // A byline below the text that comes belongs to an item that has none yet.
            return if byline_below(parts, after) {
                3
            } else {
                -i32::from(self.heads_bylines())
            };
        }
        -i32::from(self.trails_bylines() && byline_comes(parts, after))
    }

    /// Whether a place stands as a short line more than once, as crossheads in a round-up do.
    pub fn is_repeated_place(&self, text: &str) -> bool {
        self.places.get(text).is_some_and(|&count| count > 1)
    }
}

/// Blank lines above short lines that are heads beyond doubt, because a byline stands right below
/// them or right above.
fn item_gap(parts: &[Part], paragraph_gap: usize) -> Option<(usize, bool)> {
    let mut votes = [0usize; 8];
    let headlike = |part: Option<&Part>| matches!(part, Some(Part::Text(b)) if b.headlike);
    for (at, part) in parts.iter().enumerate().skip(1) {
        let Part::Text(block) = part else { continue };
        if !block.headlike || headlike(parts.get(at - 1)) {
            continue;
        }
        let run = parts[at..]
            .iter()
            .take(LONGEST_RUN)
            .take_while(|part| headlike(Some(part)) || matches!(part, Part::Deck(_)))
            .count();
        let above = matches!(parts[at - 1], Part::Byline(_, Stands::After, _))
            || matches!(parts[at - 1], Part::Byline(_, Stands::Alone, _))
                && at >= 2
                && !headlike(parts.get(at - 2))
                && matches!(parts[at - 2], Part::Text(_));
        let below = matches!(parts.get(at + run), Some(Part::Byline(..)));
        if above || below {
            votes[block.gap.min(7)] += 1;
        }
    }
    let wide = (0..votes.len()).max_by_key(|&gap| votes[gap])?;
    let agree: usize = votes[wide..].iter().sum();
    let all: usize = votes.iter().sum();
    (wide > paragraph_gap && agree >= 2 && agree * 3 >= all * 2).then_some((wide, agree == all))
}

/// Whether short lines are what the paragraph before them announced: verses, prices, names.
pub(super) fn is_listed(open: &Rough, run: &[&Block]) -> bool {
    let announced = open
        .blocks
        .last()
        .is_some_and(|block| !block.crosshead && block.text.text.ends_with('：'));
    let kept = |block: &&Block| {
        let text = block.text.text.as_str();
        places::is_place(text.trim_end_matches('：')) || labels::is_numbered_head(text)
    };
    announced && !run.iter().any(kept) && run[0].bullet.is_empty()
}

/// Whether a byline stands below the paragraphs that follow, before any other short line.
fn byline_below(parts: &[Part], after: usize) -> bool {
    parts[after.min(parts.len())..]
        .iter()
        .find_map(|part| match part {
            Part::Byline(byline, Stands::After | Stands::Alone, _) => {
                Some(!byline.reporters.is_empty() || !byline.correspondents.is_empty())
            }
            Part::Text(block) if block.headlike || !block.bullet.is_empty() => Some(false),
            Part::Text(_) | Part::Stray(_) => None,
            _ => Some(false),
        })
        .unwrap_or(false)
}

fn byline_comes(parts: &[Part], after: usize) -> bool {
    parts[after.min(parts.len())..]
        .iter()
        .take(30)
        .any(|p| matches!(p, Part::Byline(..)))
}

/// Whether a line is two clauses parted by space outside of quotes.
fn has_clauses(text: &str) -> bool {
    super::super::heads::clauses(text).len() > 1
}
