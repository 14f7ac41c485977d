//! Finding and replacing words in the body.
//!
//! Words are found within a paragraph, as they are written, ASCII letters in either case; Latin
//! letters that stand nowhere as they are can mean pinyin ([`crate::text::pinyin`]).

use std::ops::Range;

use super::Prose;
use super::manuscript::{Burst, Place, text_start};
use crate::text::{clean, pinyin};

/// Most places that are counted and marked; replacing has no such limit.
pub const MOST: usize = 9_999;

/// How the words of a search are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// As they are written.
    Written,
    /// As they are written; where they stand nowhere, as pinyin.
    WrittenOrPinyin,
}

/// What a search came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    /// Which place is selected, from 1; `None` where none is.
    pub at: Option<usize>,
    /// How many places there are, at most 9,999.
    pub count: usize,
    /// Whether the words were read as pinyin.
    pub by_pinyin: bool,
}

/// How a step to the next place went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stepped {
    /// There is no place.
    Nowhere,
    /// On to a place.
    On,
    /// On to a place over an end of the text.
    Round,
}

/// Where caret and selection were.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    caret: Place,
    anchor: Option<Place>,
}

/// A search under way: its places are marked.
#[derive(Debug, Clone)]
pub(super) struct Search {
    words: String,
    reading: Reading,
    by_pinyin: bool,
    places: Vec<Range<Place>>,
    /// The text that the places are of.
    revision: u64,
}

impl Prose {
    /// Looks for words and marks where they stand; the caret stays.
    pub fn search(&mut self, words: &str, reading: Reading) {
        let written: Vec<Range<Place>> = self.written(words).take(MOST).collect();
        let by_pinyin =
            written.is_empty() && reading == Reading::WrittenOrPinyin && is_typed_pinyin(words);
        let places = if by_pinyin {
            self.read(words).take(MOST).collect()
        } else {
            written
        };
        self.search = Some(Search {
            words: words.to_owned(),
            reading,
            by_pinyin,
            places,
            revision: self.manuscript.revision(),
        });
    }

    /// Ends the search: nothing is marked any more.
    pub fn stop_search(&mut self) {
        self.search = None;
    }

    /// What the search came to; `None` where none is under way.
    pub fn found(&self) -> Option<Found> {
        let search = self.search.as_ref()?;
        let at = self
            .selection()
            .and_then(|chosen| search.places.iter().position(|place| *place == chosen));
        Some(Found {
            at: at.map(|at| at + 1),
            count: search.places.len(),
            by_pinyin: search.by_pinyin,
        })
    }

    /// Selects the first place that begins at a spot or after it, from the start again after the
    /// last; where there is none, goes back to the spot.
    pub fn find_from(&mut self, spot: Spot) {
        let from = spot
            .anchor
            .map_or(spot.caret, |anchor| anchor.min(spot.caret));
        let places = self.places();
        let next = places.iter().find(|place| place.start >= from);
        match next.or(places.first()).cloned() {
            Some(place) => self.select(place),
            None => self.return_to(spot),
        }
    }

    /// Selects the next place, from the start again after the last.
    pub fn find_next(&mut self) -> Stepped {
        let from = self.selection().map_or(self.caret, |span| span.end);
        let places = self.places();
        let next = places.iter().find(|place| place.start >= from).cloned();
        let first = places.first().cloned();
        self.step_to(next, first)
    }

    /// Selects the place before; from the end again before the first.
    pub fn find_previous(&mut self) -> Stepped {
        let to = self.selection().map_or(self.caret, |span| span.start);
        let places = self.places();
        let before = places.iter().rev().find(|place| place.end <= to).cloned();
        let last = places.last().cloned();
        self.step_to(before, last)
    }

    fn step_to(&mut self, near: Option<Range<Place>>, far: Option<Range<Place>>) -> Stepped {
        let stepped = if near.is_some() {
            Stepped::On
        } else {
            Stepped::Round
        };
        match near.or(far) {
            Some(place) => {
                self.select(place);
                stepped
            }
            None => Stepped::Nowhere,
        }
    }

    /// Replaces the words where they are selected, as one undo step; whether they were.
    pub fn replace_chosen(&mut self, with: &str) -> bool {
        let chosen = self.selection();
        let Some(span) = chosen.filter(|span| self.places().contains(span)) else {
            return false;
        };
        self.replace_span(span, with);
        self.search_again();
        true
    }

    /// Replaces the words everywhere, as one undo step; in how many places.
    pub fn replace_all(&mut self, words: &str, with: &str) -> usize {
        let found: Vec<Range<Place>> = self.written(words).collect();
        let (Some(first), Some(last)) = (found.first(), found.last()) else {
            return 0;
        };
        let with = one_line(with);
        let hull = first.start..last.end;
        let mut text = String::new();
        let mut at = hull.start;
        for span in &found {
            text += &self.manuscript.text(at..span.start);
            text += &with;
            at = span.end;
        }
        self.replace(hull, &text, Burst::Single, None);
        self.settle();
        found.len()
    }

    /// What stands around the selection in its paragraph: before it and after it.
    pub fn around_selection(&self) -> (&str, &str) {
        let span = self.selection().unwrap_or(self.caret..self.caret);
        let (first, last) = (span.start.paragraph, span.end.paragraph);
        let line = self.manuscript.line(first);
        let before = &line[text_start(line).min(span.start.byte)..span.start.byte];
        (before, &self.manuscript.line(last)[span.end.byte..])
    }

    /// The selected text.
    pub fn selected_text(&self) -> String {
        let span = self.selection();
        span.map_or_else(String::new, |span| self.manuscript.text(span))
    }

    /// Where caret and selection are.
    pub fn spot(&self) -> Spot {
        Spot {
            caret: self.caret,
            anchor: self.anchor,
        }
    }

    /// Goes back to where caret and selection were, in a text that may be another by now.
    pub fn return_to(&mut self, spot: Spot) {
        let end = self.manuscript.end();
        let within = |place: Place| {
            let paragraph = place.paragraph.min(end.paragraph);
            let line = self.manuscript.line(paragraph);
            let byte = line.floor_char_boundary(place.byte.min(line.len()));
            Place::new(paragraph, byte.max(text_start(line)))
        };
        let (caret, anchor) = (within(spot.caret), spot.anchor.map(within));
        self.select(anchor.unwrap_or(caret)..caret);
        self.anchor = anchor;
    }

    /// Replaces a span by a text of one line, as one undo step.
    pub(super) fn replace_span(&mut self, span: Range<Place>, text: &str) {
        self.replace(span, &one_line(text), Burst::Single, None);
        self.settle();
    }

    /// Selects a span, the caret at its end.
    pub(super) fn select(&mut self, span: Range<Place>) {
        self.manuscript.seal();
        self.anchor = (!span.is_empty()).then_some(span.start);
        self.caret = span.end;
        self.marking = false;
        self.upstream = false;
        self.goal = None;
        self.settle();
    }

    /// The searched bytes of a row, counted from its start.
    pub(super) fn found_in(&self, paragraph: usize, row: Range<usize>) -> Vec<Range<usize>> {
        let current = |search: &&Search| search.revision == self.manuscript.revision();
        let Some(search) = self.search.as_ref().filter(current) else {
            return Vec::new();
        };
        let start = Place::new(paragraph, row.start);
        let first = search.places.partition_point(|place| place.end <= start);
        search.places[first..]
            .iter()
            .take_while(|place| place.start < Place::new(paragraph, row.end))
            .map(|place| {
                let (from, to) = (place.start.byte.max(row.start), place.end.byte.min(row.end));
                from - row.start..to - row.start
            })
            .collect()
    }

    /// The places of the search in the text as it is now.
    fn places(&mut self) -> &[Range<Place>] {
        let revision = self.manuscript.revision();
        if self
            .search
            .as_ref()
            .is_some_and(|search| search.revision != revision)
        {
            self.search_again();
        }
        self.search.as_ref().map_or(&[], |search| &search.places)
    }

    fn search_again(&mut self) {
        if let Some(search) = self.search.take() {
            self.search(&search.words, search.reading);
        }
    }

    /// All places of the words as they are written, first to last, not overlapping.
    fn written(&self, words: &str) -> impl Iterator<Item = Range<Place>> {
        let wanted = words.to_ascii_lowercase();
        let folds = wanted.bytes().any(|b| b.is_ascii_lowercase());
        self.in_paragraphs(move |text| {
            if wanted.is_empty() {
                return Vec::new();
            }
            let span = |(at, found): (usize, &str)| at..at + found.len();
            if folds {
                let text = text.to_ascii_lowercase();
                text.match_indices(&wanted).map(span).collect()
            } else {
                text.match_indices(&wanted).map(span).collect()
            }
        })
    }

    /// All places that the words mean as pinyin.
    fn read(&self, words: &str) -> impl Iterator<Item = Range<Place>> {
        self.in_paragraphs(move |text| pinyin::find(words, text))
    }

    fn in_paragraphs(
        &self,
        find: impl Fn(&str) -> Vec<Range<usize>>,
    ) -> impl Iterator<Item = Range<Place>> {
        let lines = self.manuscript.lines().iter().enumerate();
        lines.flat_map(move |(paragraph, line)| {
            let start = text_start(line);
            let place = move |at: usize| Place::new(paragraph, start + at);
            let found = find(&line[start..]).into_iter();
            found.map(move |span| place(span.start)..place(span.end))
        })
    }
}

/// Whether words can be pinyin: two Latin letters or more, nothing that no keyboard types.
fn is_typed_pinyin(words: &str) -> bool {
    let letters = words.chars().map(pinyin::half_width);
    letters.filter(char::is_ascii_alphanumeric).count() >= 2
}

fn one_line(text: &str) -> String {
    text.chars().filter(|&c| !clean::is_unsafe(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::prose::Edit;
    use Reading::{Written, WrittenOrPinyin};

    fn at(prose: &Prose) -> (usize, usize) {
        (prose.position().paragraph, prose.position().column)
    }

    #[test]
    fn words_are_found_round_the_text() {
        let mut prose = Prose::new("渠水清，渠水甜\n\n## 渠水\n\nWiFi和wifi");
        prose.search("渠水", Written);
        let mut seen = Vec::new();
        for _ in 0..4 {
            let stepped = prose.find_next();
            seen.push((stepped, at(&prose), prose.found().unwrap().at));
        }
        assert_eq!(
            seen,
            [
                (Stepped::On, (1, 3), Some(1)),
                (Stepped::On, (1, 7), Some(2)),
                (Stepped::On, (2, 3), Some(3)),
                (Stepped::Round, (1, 3), Some(1)),
            ]
        );
        assert_eq!(prose.find_previous(), Stepped::Round);
        assert_eq!(prose.position().paragraph, 2);
        for (words, count) in [("wifi", 2), ("井水", 0), ("", 0)] {
            prose.search(words, Written);
            assert_eq!(prose.found().unwrap().count, count, "{words}");
        }
        assert_eq!(prose.find_next(), Stepped::Nowhere);
    }

    #[test]
    fn letters_that_stand_nowhere_are_pinyin() {
        let mut prose = Prose::new("县里的刘世平，柳树坪。lsq");
        let mut found = |words: &str, reading| {
            prose.search(words, reading);
            let found = prose.found().unwrap();
            (found.count, found.by_pinyin)
        };
        assert_eq!(found("lsp", WrittenOrPinyin), (2, true));
        assert_eq!(found("LSQ", WrittenOrPinyin), (1, false));
        assert_eq!(found("刘sp", WrittenOrPinyin), (1, true));
        assert_eq!(found("lsp", Written), (0, false));
        assert_eq!(found("l", WrittenOrPinyin), (1, false));
        assert_eq!(found("x", WrittenOrPinyin), (0, false));
    }

    #[test]
    fn a_search_begins_where_one_was_and_leads_back_there() {
        let mut prose = Prose::new("渠水清\n\n渠水甜");
        prose.place_caret(2, 1);
        let spot = prose.spot();
        prose.search("渠水", Written);
        prose.find_from(spot);
        assert_eq!(at(&prose), (2, 3));
        prose.search("渠水清", Written);
        prose.find_from(spot);
        assert_eq!(at(&prose), (1, 4));
        prose.search("无", Written);
        prose.find_from(spot);
        assert_eq!((at(&prose), prose.has_selection()), ((2, 1), false));
        prose.edit(Edit::SelectAll);
        let all = prose.spot();
        prose.edit(Edit::Backspace);
        prose.return_to(all);
        assert_eq!(at(&prose), (1, 1));
    }

    #[test]
    fn places_in_view_are_marked_over_row_ends() {
        let mut prose = Prose::new("一二三渠水\n\n清渠水");
        prose.set_area(13, 5, crate::domain::settings::AmbiguousCells::One);
        prose.search("渠水", Written);
        let marked = |prose: &Prose| -> Vec<String> {
            let rows = prose.visible();
            let texts = |row: &super::super::VisibleRow<'_>| -> Vec<String> {
                row.found
                    .iter()
                    .map(|span| row.text[span.clone()].to_owned())
                    .collect()
            };
            rows.iter().flat_map(texts).collect()
        };
        assert_eq!(marked(&prose), ["渠", "水", "渠水"]);
        prose.edit(Edit::Insert('新'));
        assert!(marked(&prose).is_empty(), "the text is another");
        prose.find_next();
        assert_eq!(marked(&prose).concat(), "渠水渠水");
        prose.stop_search();
        assert!(marked(&prose).is_empty());
    }

    #[test]
    fn words_are_replaced_one_by_one_or_all_at_once() {
        let mut prose = Prose::new("渠水清，渠水甜\n\n渠水");
        prose.search("渠水", Written);
        assert!(!prose.replace_chosen("河水"), "nothing is selected yet");
        prose.find_next();
        assert_eq!(prose.around_selection(), ("", "清，渠水甜"));
        assert!(prose.replace_chosen("河水"));
        prose.find_next();
        assert_eq!(prose.found().unwrap().at, Some(1));
        assert_eq!(prose.body(), "河水清，渠水甜\n\n渠水\n");
        assert_eq!(prose.replace_all("渠水", "泉\n"), 2);
        assert_eq!(prose.body(), "河水清，泉甜\n\n泉\n");
        prose.edit(Edit::Undo);
        prose.edit(Edit::Undo);
        assert!(!prose.is_changed());
        assert_eq!(prose.replace_all("井", "泉"), 0);
    }
}
