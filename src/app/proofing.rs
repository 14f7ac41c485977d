//! What is wrong in a story as it is typed, line by line.
//!
//! A line is checked when it is first seen and again when it has changed, known by its text; so a
//! key costs the check of one line. What needs the whole story comes from the last check of the
//! saved draft and stays with its line until that changes. Lines in view are checked first; of
//! the others of a text of usual length some with each key, until all are known. A line longer than
//! [`LONGEST`] is only checked with the whole draft, when it is opened or saved, and then marked on
//! the proof screen alone.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::house::House;
use super::proofs::{Proofed, left_by, text};
use crate::domain::{Date, Draft, Field};
use crate::proof::{self, Finding, Gauge, Line, LineKind, passage};

/// Bytes of the longest line that is checked as it is typed (20,000 Han characters).
pub const LONGEST: usize = 60_000;
/// Bytes of the longest text whose every line is looked at with each key; of a longer one only what
/// is in view.
const WHOLE: usize = 60_000;
/// Bytes of lines out of view that are checked with one key.
const BUDGET: usize = 6_000;
/// Lines that are remembered beyond those of the text.
const SPARE: usize = 400;

/// What a line is to the rules; the same text has other findings as a headline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The field.
    pub field: Field,
    /// Its kind of line.
    pub kind: LineKind,
}

impl Place {
    /// A one-line field.
    pub fn display(field: Field) -> Self {
        Self {
            field,
            kind: LineKind::Display,
        }
    }

    fn slot(self) -> usize {
        match (self.field, self.kind) {
            (Field::Body, LineKind::Crosshead) => 1,
            (Field::Place, _) => 2,
            (Field::Headline, _) => 3,
            (Field::Deck, _) => 4,
            _ => 0,
        }
    }
}

/// A line of an editor as rules see it: what it is, where its text begins, and the text.
pub fn read(line: &str) -> (Place, usize, &str) {
    let text = line.trim();
    let start = line.len() - line.trim_start().len();
    let (kind, head) = match text.strip_prefix("## ") {
        Some(head) => (LineKind::Crosshead, head.trim_start()),
        None => (LineKind::Paragraph, text),
    };
    let field = Field::Body;
    (Place { field, kind }, start + text.len() - head.len(), head)
}

#[derive(Debug, Clone, Default)]
struct Known {
    found: Vec<Finding>,
    /// Whether the line itself was checked, or only heard of with the whole draft.
    checked: bool,
}

/// The findings of the lines of one story.
#[derive(Debug, Clone, Default)]
pub struct Proofing {
    /// By place and text; spans in bytes of the text.
    lines: [HashMap<String, Known>; 5],
    /// The version of the draft that was taken in.
    hash: String,
    stamp: String,
    /// The weight of what is open, where the whole text is looked at.
    pub gauge: Option<Gauge>,
}

/// What a check is told beside the lines.
#[derive(Debug, Clone, Copy)]
pub struct Copy<'a> {
    /// The house.
    pub house: &'a House,
    /// The day of the copy.
    pub date: Option<Date>,
}

impl Proofing {
    /// The findings of a line; none where it was not checked yet.
    pub fn of(&self, place: Place, text: &str) -> &[Finding] {
        if text.len() > LONGEST {
            return &[];
        }
        let known = self.lines[place.slot()].get(text);
        known.map_or(&[], |known| &known.found)
    }

    /// The findings of a line that are open in a draft.
    pub fn open<'p>(
        &'p self,
        place: Place,
        line: &'p str,
        draft: &'p Draft,
    ) -> impl Iterator<Item = &'p Finding> {
        let found = self.of(place, line).iter();
        found.filter(move |one| left_by(draft, one.rule, line, &one.span).is_none())
    }

    /// Forgets everything where the house has other lists than before.
    pub fn renew(&mut self, house: &House) {
        if self.stamp != house.stamp {
            *self = Self::default();
            self.stamp.clone_from(&house.stamp);
        }
    }

    /// Takes in what was found in the saved draft, each version once.
    pub fn take(&mut self, draft: &Draft, proofed: &Proofed) {
        if self.hash == proofed.hash {
            return;
        }
        self.hash.clone_from(&proofed.hash);
        for one in &proofed.found {
            let field = text(draft, one.finding.field);
            // The draft may be newer than what was found in it.
            let Some(line) = field.get(one.line.clone()) else {
                continue;
            };
            let kind = match one.finding.field {
                Field::Body if is_crosshead(field, &one.line) => LineKind::Crosshead,
                Field::Body => LineKind::Paragraph,
                _ => LineKind::Display,
            };
            let place = Place {
                field: one.finding.field,
                kind,
            };
            let mut finding = one.finding.clone();
            finding.span = super::proofs::inside(&finding.span, &one.line);
            finding.paragraph = 0;
            let known = self.lines[place.slot()].entry(line.to_owned()).or_default();
            known.add(finding);
        }
    }

    /// Checks a line, unless it is known.
    fn look(&mut self, place: Place, text: &str, copy: Copy) -> usize {
        let lines = &mut self.lines[place.slot()];
        let known = lines.get(text).is_some_and(|known| known.checked);
        if known || text.is_empty() || text.len() > LONGEST {
            return 0;
        }
        let line = Line {
            field: place.field,
            kind: place.kind,
            paragraph: 0,
            at: 0,
            text,
        };
        let found = proof::check_line(&line, &copy.house.context(copy.date));
        let known = lines.entry(text.to_owned()).or_default();
        known.checked = true;
        for one in found {
            if !copy.house.allows(one.rule, text, &one.span) {
                known.add(one);
            }
        }
        text.len()
    }

    /// Looks at the lines of a story: those of `first` at once, some of the others.
    pub fn follow<'l>(
        &mut self,
        first: impl Iterator<Item = (Place, &'l str)>,
        body: &'l [String],
        bytes: usize,
        copy: Copy,
    ) {
        self.forget(body);
        for (place, text) in first {
            self.look(place, text, copy);
        }
        if bytes > WHOLE {
            return;
        }
        let mut left = BUDGET;
        for line in body {
            let (place, _, text) = read(line);
            if left == 0 {
                return;
            }
            left = left.saturating_sub(self.look(place, text, copy));
        }
    }

    /// Weighs what is open in the lines of a story of so many 字.
    pub fn weigh<'l>(
        &mut self,
        lines: impl Iterator<Item = (Place, &'l str)>,
        zishu: usize,
        draft: &Draft,
    ) {
        let mut gauge = Gauge::default();
        gauge.text(zishu);
        for (place, line) in lines {
            for one in self.open(place, line, draft) {
                gauge.open(one, passage(line, &one.span));
            }
        }
        self.gauge = Some(gauge);
    }

    /// Forgets lines that are no longer in the text, once there are many.
    fn forget(&mut self, body: &[String]) {
        let known: usize = self.lines.iter().map(HashMap::len).sum();
        if known <= 2 * body.len() + SPARE {
            return;
        }
        let now: HashSet<&str> = body.iter().map(|line| read(line).2).collect();
        for lines in &mut self.lines {
            lines.retain(|text, _| now.contains(text.as_str()));
        }
    }
}

impl Known {
    fn add(&mut self, finding: Finding) {
        if !self.found.contains(&finding) {
            self.found.push(finding);
            self.found.sort_by_key(|one| (one.span.start, one.span.end));
        }
    }
}

/// Whether a line of a body is a crosshead's; `line` leaves its mark out.
fn is_crosshead(body: &str, line: &Range<usize>) -> bool {
    let before = body.get(..line.start).unwrap_or("");
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    before[start..].trim_start().starts_with("## ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(text: &str) -> Vec<String> {
        text.lines().map(str::to_owned).collect()
    }

    fn follow(proofing: &mut Proofing, body: &[String]) {
        let house = House::default();
        let copy = Copy {
            house: &house,
            date: None,
        };
        let bytes = body.iter().map(String::len).sum();
        proofing.follow(std::iter::empty(), body, bytes, copy);
    }

    fn found(proofing: &Proofing, line: &str) -> usize {
        let (place, _, text) = read(line);
        proofing.of(place, text).len()
    }

    #[test]
    fn all_lines_of_a_usual_text_are_known_after_some_keys() {
        let body = body(&"渠水 进村了。\n灯 亮了。\n".repeat(3));
        let mut proofing = Proofing::default();
        follow(&mut proofing, &body);
        assert_eq!(
            (found(&proofing, &body[0]), found(&proofing, &body[1])),
            (1, 1)
        );
        let many: Vec<String> = (0..200)
            .map(|n| format!("{n}渠水 进村了。{}", "水".repeat(90)))
            .collect();
        let mut proofing = Proofing::default();
        for _ in 0..12 {
            follow(&mut proofing, &many);
        }
        assert!(many.iter().all(|line| found(&proofing, line) == 1));
    }

    #[test]
    fn a_line_longer_than_any_paragraph_is_left_to_the_proof_screen() {
        let long = vec![format!("渠水 进村了。{}", "水".repeat(LONGEST))];
        let mut proofing = Proofing::default();
        follow(&mut proofing, &long);
        assert_eq!(found(&proofing, &long[0]), 0);
    }

    #[test]
    fn lines_that_are_gone_are_forgotten() {
        let mut proofing = Proofing::default();
        let mut typed = String::new();
        for _ in 0..2_000 {
            typed.push('水');
            follow(&mut proofing, &body(&format!("渠水 进村了。\n{typed}")));
        }
        let known: usize = proofing.lines.iter().map(HashMap::len).sum();
        assert!(known <= SPARE + 5, "{known}");
        assert_eq!(found(&proofing, "渠水 进村了。"), 1);
    }
}
