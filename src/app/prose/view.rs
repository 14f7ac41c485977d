//! Where the text stands on the screen: rows of paragraphs, the part in view, steps by rows.
//!
//! A paragraph is wrapped when it is first needed and only as far as it is needed; an edit leaves
//! the rows well before it as they are. So a key costs the same in a paragraph of any length.

use super::manuscript::{Change, Place, text_start};
use crate::domain::settings::AmbiguousCells;
use crate::text::width;
use crate::text::wrap::{Measure, Row};

/// Cells before the first row of a paragraph: two Han characters.
const INDENT: usize = 4;

/// A row on the screen: paragraph from 0, row in it from 0.
pub(super) type At = (usize, usize);

/// Rows that are wrapped at a time.
const SOME: usize = 64;
/// Rows before an edit that it may still change: what it puts in can make the row before shorter,
/// or longer, and that one likewise.
const UNSURE: usize = 3;

/// The first rows of a paragraph, or all.
#[derive(Debug, Clone, Default)]
struct Wrapped {
    rows: Vec<Row>,
    whole: bool,
}

/// The geometry of an editor's area.
#[derive(Debug, Clone)]
pub(super) struct View {
    width: usize,
    height: usize,
    ambiguous: AmbiguousCells,
    /// The start of the first row in view.
    top: Place,
    wrapped: Vec<Wrapped>,
}

impl View {
    pub fn new(paragraphs: usize) -> Self {
        Self {
            width: 80,
            height: 24,
            ambiguous: AmbiguousCells::default(),
            top: Place::default(),
            wrapped: vec![Wrapped::default(); paragraphs],
        }
    }

    pub fn resize(&mut self, width: usize, height: usize, ambiguous: AmbiguousCells) {
        if (width, ambiguous) != (self.width, self.ambiguous) {
            self.wrapped.fill(Wrapped::default());
        }
        self.width = width;
        self.height = height;
        self.ambiguous = ambiguous;
    }

    /// Rows to draw; 0 where there is no room.
    pub fn height(&self) -> usize {
        if self.width == 0 { 0 } else { self.height }
    }

    /// Rows a page key moves: one less than the area shows.
    pub fn page(&self) -> isize {
        self.height.saturating_sub(1).max(1).cast_signed()
    }

    /// Forgets the rows that changed and keeps the part in view.
    pub fn follow(&mut self, change: Change) {
        let Change {
            first,
            removed,
            added,
            byte,
        } = change;
        let mut before = std::mem::take(&mut self.wrapped[first]);
        let sure = before.rows.partition_point(|row| row.end <= byte);
        before.rows.truncate(sure.saturating_sub(UNSURE));
        before.whole = false;
        let rest = std::iter::repeat_n(Wrapped::default(), added - 1);
        let now = std::iter::once(before).chain(rest);
        if added == removed {
            for (old, new) in self.wrapped[first..].iter_mut().zip(now) {
                *old = new;
            }
        } else {
            self.wrapped.splice(first..first + removed, now);
        }
        if self.top.paragraph >= first + removed {
            self.top.paragraph = self.top.paragraph + added - removed;
        }
    }

    /// The rows of one paragraph, wrapped now until enough are, or all.
    fn rows(
        &mut self,
        lines: &[String],
        paragraph: usize,
        enough: impl Fn(&[Row]) -> bool,
    ) -> &Wrapped {
        let width = self.wrap_width();
        let wrapped = &mut self.wrapped[paragraph];
        while !wrapped.whole && !enough(&wrapped.rows) {
            let line = &lines[paragraph];
            let start = text_start(line);
            let measure = Measure {
                width,
                indent: if start > 0 { 0 } else { INDENT },
                ambiguous: self.ambiguous,
            };
            let from = wrapped.rows.last().map_or(0, |row| row.end - start);
            let mut more = measure.rows(&line[start..], from, SOME);
            for row in &mut more {
                row.start += start;
                row.end += start;
            }
            wrapped.rows.append(&mut more);
            wrapped.whole = wrapped.rows.last().is_none_or(|row| row.end == line.len());
        }
        wrapped
    }

    /// How many rows a paragraph has, counted to at most so many.
    fn count(&mut self, lines: &[String], paragraph: usize, most: usize) -> usize {
        let wrapped = self.rows(lines, paragraph, |rows| rows.len() >= most);
        wrapped.rows.len().min(most)
    }

    /// One row and whether it is the last of its paragraph.
    fn row(&mut self, lines: &[String], at: At) -> (Row, bool) {
        let wrapped = self.rows(lines, at.0, |rows| rows.len() > at.1 + 1);
        let last = wrapped.rows.len() - 1;
        let row = at.1.min(last);
        (wrapped.rows[row], wrapped.whole && row == last)
    }

    /// One cell is kept free: the caret stands there after a full row.
    fn wrap_width(&self) -> usize {
        self.width.saturating_sub(1).max(2)
    }

    /// The row a place is on; `upstream` prefers the end of a row to the start of the next.
    pub fn row_of(&mut self, lines: &[String], place: Place, upstream: bool) -> At {
        let reached = |rows: &[Row]| rows.last().is_some_and(|row| row.start > place.byte);
        let rows = &self.rows(lines, place.paragraph, reached).rows;
        let after = rows.partition_point(|row| row.start <= place.byte);
        let row = after.saturating_sub(1);
        let back = upstream && row > 0 && rows[row].start == place.byte;
        (place.paragraph, if back { row - 1 } else { row })
    }

    /// The first and last byte of a row, and whether it is the last of its paragraph.
    pub fn bounds(&mut self, lines: &[String], at: At) -> (usize, usize, bool) {
        let (row, last) = self.row(lines, at);
        (row.start, row.end, last)
    }

    /// The cell column of a byte on a row.
    pub fn column(&mut self, lines: &[String], at: At, byte: usize) -> usize {
        let (row, _) = self.row(lines, at);
        row.indent + self.cells(&lines[at.0][row.start..byte])
    }

    /// Cells of a text on this terminal.
    pub fn cells(&self, text: &str) -> usize {
        width::cells(text, self.ambiguous)
    }

    /// The byte on a row that is at a cell column or next before it.
    pub fn byte_at(&mut self, lines: &[String], at: At, column: usize) -> usize {
        let ambiguous = self.ambiguous;
        let (row, _) = self.row(lines, at);
        let text = &lines[at.0][row.start..row.end];
        let room = column.saturating_sub(row.indent);
        row.start + width::truncate(text, room, ambiguous).len()
    }

    /// So many rows further, less at the ends of the text; how many it was.
    pub fn step(&mut self, lines: &[String], from: At, by: isize) -> (At, usize) {
        let (mut at, mut left) = (from, by.unsigned_abs());
        while left > 0 {
            let (paragraph, row) = at;
            let gone = if by < 0 {
                row.min(left)
            } else {
                let rows = self.count(lines, paragraph, row + left + 1);
                (rows - 1 - row).min(left)
            };
            left -= gone;
            at.1 = if by < 0 { row - gone } else { row + gone };
            if left == 0 {
                break;
            }
            let next = if by < 0 {
                paragraph.checked_sub(1)
            } else {
                Some(paragraph + 1)
            };
            let Some(next) = next.filter(|&p| p < lines.len()) else {
                break;
            };
            let last = if by < 0 {
                self.count(lines, next, usize::MAX) - 1
            } else {
                0
            };
            at = (next, last);
            left -= 1;
        }
        (at, by.unsigned_abs() - left)
    }

    /// Rows from one row down to another, looking at most so far.
    fn distance(&mut self, lines: &[String], from: At, to: At, most: usize) -> usize {
        let (mut paragraph, mut rows) = (from.0, 0);
        while paragraph < to.0 {
            rows += self.count(lines, paragraph, most + from.1 + 1);
            paragraph += 1;
            if rows > most + from.1 {
                return most;
            }
        }
        (rows + to.1).saturating_sub(from.1).min(most)
    }

    fn top(&mut self, lines: &[String]) -> At {
        if self.top.paragraph >= lines.len() {
            self.top = Place::new(lines.len() - 1, usize::MAX);
        }
        self.row_of(lines, self.top, false)
    }

    fn set_top(&mut self, lines: &[String], at: At) {
        let (start, ..) = self.bounds(lines, at);
        self.top = Place::new(at.0, start);
    }

    /// Scrolls by rows, as page keys do; [`Self::show`] afterwards.
    pub fn scroll(&mut self, lines: &[String], by: isize) {
        let top = self.top(lines);
        let (top, _) = self.step(lines, top, by);
        self.set_top(lines, top);
    }

    /// Brings a row into view with as little scrolling as possible, or a third from the top when it
    /// is far, and leaves no blank rows below the end. Returns its row in the area, from 0.
    pub fn show(&mut self, lines: &[String], row: At) -> usize {
        let height = self.height.max(1);
        let far = -(height / 3).cast_signed();
        let mut top = self.top(lines);
        if row < top {
            let near = self.distance(lines, row, top, height) < height;
            top = self.step(lines, row, if near { 0 } else { far }).0;
        } else {
            let below = self.distance(lines, top, row, 2 * height);
            if below >= height {
                let by = if below < 2 * height {
                    1 - height.cast_signed()
                } else {
                    far
                };
                top = self.step(lines, row, by).0;
            }
        }
        let (_, filled) = self.step(lines, top, height.cast_signed() - 1);
        let blank = height - 1 - filled;
        top = self.step(lines, top, -blank.cast_signed()).0;
        self.set_top(lines, top);
        self.distance(lines, top, row, height)
    }

    /// The rows in view, with their paragraph and whether they are first and last in it.
    pub fn in_view(&self) -> impl Iterator<Item = (usize, Row, bool, bool)> {
        let from = self.top;
        let paragraphs = self.wrapped.iter().enumerate().skip(from.paragraph);
        let known = paragraphs.take_while(|(_, wrapped)| !wrapped.rows.is_empty());
        let rows = known.flat_map(move |(paragraph, wrapped)| {
            let rows = &wrapped.rows;
            let above = if paragraph == from.paragraph {
                rows.partition_point(|row| row.start < from.byte)
            } else {
                0
            };
            let last = rows.len() - 1;
            let is_last = move |at| wrapped.whole && at == last;
            (above..rows.len()).map(move |at| (paragraph, rows[at], at == 0, is_last(at)))
        });
        rows.take(self.height())
    }

    /// Cells of the area.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Whether what is kept of the rows is what they would be if they were made now.
    #[cfg(test)]
    pub fn agrees(&self, lines: &[String]) -> bool {
        let mut fresh = Self {
            wrapped: vec![Wrapped::default(); lines.len()],
            ..self.clone()
        };
        let kept = self.wrapped.iter().enumerate();
        self.wrapped.len() == lines.len()
            && kept.into_iter().all(|(paragraph, kept)| {
                let now = fresh.rows(lines, paragraph, |_| false);
                now.rows.starts_with(&kept.rows)
                    && (!kept.whole || now.rows.len() == kept.rows.len())
            })
    }
}
