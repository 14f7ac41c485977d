//! The editor of a story's body: text, caret, selection, undo, and the rows to draw.
//!
//! It knows no terminal and no colours. One paragraph is one line of the model; a crosshead is a
//! line that begins `## `, which is neither drawn nor entered. Rows, columns and the caret are in
//! cells of the area given by [`Prose::set_area`].

mod address;
mod caret;
mod change;
mod delete;
mod edit;
mod find;
mod manuscript;
mod passage;
mod view;

#[cfg(test)]
mod edits;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;

pub use edit::Edit;
use find::Search;
pub use find::{Found, Reading, Spot, Stepped};
pub(super) use manuscript::CROSSHEAD;
use manuscript::{Change, Manuscript, Place, text_start};
use view::View;

use crate::domain::settings::AmbiguousCells;
use crate::text::count;

/// The editor of one body.
#[derive(Debug, Clone)]
pub struct Prose {
    manuscript: Manuscript,
    caret: Place,
    /// At the end of a drawn row the caret stays there instead of at the start of the next.
    upstream: bool,
    /// The other end of the selection.
    anchor: Option<Place>,
    /// Whether motions select ([`Edit::Mark`]).
    marking: bool,
    /// The cell column that motions by rows aim at.
    goal: Option<usize>,
    view: View,
    counts: Counts,
    /// Column and row of the caret in the area.
    cell: (u16, u16),
    clip: String,
    saved: String,
    saved_revision: u64,
    search: Option<Search>,
}

/// A row to draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisibleRow<'a> {
    /// Its text; draw what is shown of it ([`crate::text::width::shown`]).
    pub text: &'a str,
    /// Blank cells before it.
    pub indent: u16,
    /// What it belongs to.
    pub kind: RowKind,
    /// Whether it is the first row of its paragraph.
    pub first: bool,
    /// The selected bytes of `text`.
    pub selected: Option<Range<usize>>,
    /// Whether the paragraph end after this row is selected.
    pub end_selected: bool,
    /// The bytes of `text` that are searched for, first to last.
    pub found: Vec<Range<usize>>,
}

/// What a row belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// A paragraph of the story.
    Paragraph,
    /// A crosshead (小标题).
    Crosshead,
}

/// Where the caret is, for a status line; all from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The paragraph.
    pub paragraph: usize,
    /// How many paragraphs there are, empty ones included.
    pub paragraphs: usize,
    /// The character of the paragraph that the caret is before.
    pub column: usize,
}

impl Prose {
    /// An editor of a draft's body, the caret at its start.
    pub fn new(body: &str) -> Self {
        let manuscript = Manuscript::new(paragraph_lines(body));
        let lines = manuscript.lines();
        let mut prose = Self {
            caret: Place::new(0, text_start(&lines[0])),
            upstream: false,
            anchor: None,
            marking: false,
            goal: None,
            view: View::new(lines.len()),
            counts: Counts::new(lines),
            cell: (0, 0),
            clip: String::new(),
            saved: String::new(),
            saved_revision: 0,
            search: None,
            manuscript,
        };
        prose.mark_saved();
        prose.settle();
        prose
    }

    /// The canonical body: paragraphs without white space around them, parted by one blank line,
    /// with a final newline; empty where there is no text.
    pub fn body(&self) -> String {
        self.body_parts().collect()
    }

    /// The body in parts, so that it can be compared without being put together.
    fn body_parts(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let lines = self
            .manuscript
            .lines()
            .iter()
            .filter_map(|line| canonical(line));
        lines.enumerate().flat_map(|(at, line)| {
            let before = if at == 0 { "" } else { "\n" };
            [Cow::Borrowed(before), line, Cow::Borrowed("\n")]
        })
    }

    /// Whether the body is another than [`Prose::new`] or [`Prose::mark_saved`] saw.
    pub fn is_changed(&self) -> bool {
        if self.manuscript.revision() == self.saved_revision {
            return false;
        }
        // Mostly the length tells, without a look at the text.
        if self.counts.bytes() != self.saved.len() {
            return true;
        }
        let mut rest = self.saved.as_str();
        for part in self.body_parts() {
            match rest.strip_prefix(&*part) {
                Some(left) => rest = left,
                None => return true,
            }
        }
        !rest.is_empty()
    }

    /// The body as it is now counts as unchanged.
    pub fn mark_saved(&mut self) {
        self.manuscript.seal();
        self.saved = self.body();
        self.saved_revision = self.manuscript.revision();
    }

    /// Sets the size of the area in cells and how wide ambiguous characters are; keeps the caret in
    /// view.
    pub fn set_area(&mut self, width: u16, height: u16, ambiguous: AmbiguousCells) {
        self.view.resize(width.into(), height.into(), ambiguous);
        self.settle();
    }

    /// The rows in view, at most as many as the area is high.
    pub fn visible(&self) -> Vec<VisibleRow<'_>> {
        let selection = self.selection();
        let rows = self.view.in_view();
        rows.map(|(paragraph, row, first, last)| {
            let line = self.manuscript.line(paragraph);
            let start = Place::new(paragraph, row.start);
            let end = Place::new(paragraph, row.end);
            let cut = selection
                .clone()
                .map(|s| s.start.max(start)..s.end.min(end));
            VisibleRow {
                text: &line[row.start..row.end],
                indent: row.indent as u16,
                kind: kind(line),
                first,
                selected: cut
                    .filter(|cut| !cut.is_empty())
                    .map(|cut| cut.start.byte - row.start..cut.end.byte - row.start),
                end_selected: last
                    && selection
                        .as_ref()
                        .is_some_and(|s| s.start <= end && s.end.paragraph > paragraph),
                found: self.found_in(paragraph, row.start..row.end),
            }
        })
        .collect()
    }

    /// Column and row of the caret in the area, from 0, always inside it.
    pub fn caret(&self) -> (u16, u16) {
        self.cell
    }

    /// The 字数 of the body.
    pub fn zishu(&self) -> usize {
        self.counts.total.zishu
    }

    /// Where the caret is.
    pub fn position(&self) -> Position {
        let line = self.manuscript.line(self.caret.paragraph);
        let before = &line[text_start(line)..self.caret.byte];
        Position {
            paragraph: self.caret.paragraph + 1,
            paragraphs: self.manuscript.lines().len(),
            column: before.chars().count() + 1,
        }
    }

    /// The clipboard that [`Edit::Cut`] and [`Edit::Copy`] filled.
    pub fn clip(&self) -> &str {
        &self.clip
    }

    /// Fills the clipboard with what was cut or copied in another editor.
    pub fn set_clip(&mut self, text: &str) {
        text.clone_into(&mut self.clip);
    }

    /// Whether something is selected.
    pub fn has_selection(&self) -> bool {
        self.selection().is_some()
    }

    fn selection(&self) -> Option<Range<Place>> {
        let anchor = self.anchor.filter(|&anchor| anchor != self.caret)?;
        Some(anchor.min(self.caret)..anchor.max(self.caret))
    }
}

/// The paragraphs of a body text, at least one.
fn paragraph_lines(body: &str) -> Vec<String> {
    let lines = body.split(['\n', '\r']).filter_map(canonical);
    let mut lines: Vec<String> = lines.map(Cow::into_owned).collect();
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

/// A line of a body as it is stored; `None` where it holds no text.
fn canonical(line: &str) -> Option<Cow<'_, str>> {
    let text = line.trim();
    let Some(head) = text.strip_prefix(CROSSHEAD) else {
        let crosshead = line.trim_start().starts_with(CROSSHEAD);
        return (!text.is_empty() && !crosshead).then_some(Cow::Borrowed(text));
    };
    let head = head.trim_start();
    if text.len() == CROSSHEAD.len() + head.len() {
        return Some(Cow::Borrowed(text));
    }
    Some(Cow::Owned(format!("{CROSSHEAD}{head}")))
}

fn kind(line: &str) -> RowKind {
    if text_start(line) > 0 {
        RowKind::Crosshead
    } else {
        RowKind::Paragraph
    }
}

/// How long a paragraph is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Count {
    zishu: usize,
    /// Bytes of its canonical line, none where it holds no text.
    bytes: usize,
    /// 1 where it holds text.
    lines: usize,
}

impl Count {
    fn of(line: &str) -> Self {
        let bytes = canonical(line).map(|line| line.len());
        Self {
            zishu: count::zishu(line),
            bytes: bytes.unwrap_or(0),
            lines: usize::from(bytes.is_some()),
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            zishu: self.zishu + other.zishu,
            bytes: self.bytes + other.bytes,
            lines: self.lines + other.lines,
        }
    }

    fn minus(self, other: Self) -> Self {
        Self {
            zishu: self.zishu - other.zishu,
            bytes: self.bytes - other.bytes,
            lines: self.lines - other.lines,
        }
    }
}

/// How long each paragraph is, and all together.
#[derive(Debug, Clone)]
struct Counts {
    each: Vec<Count>,
    total: Count,
}

impl Counts {
    fn new(lines: &[String]) -> Self {
        let each: Vec<Count> = lines.iter().map(|line| Count::of(line)).collect();
        let total = each.iter().copied().fold(Count::default(), Count::plus);
        Self { each, total }
    }

    /// Bytes of the canonical body.
    fn bytes(&self) -> usize {
        let Count { bytes, lines, .. } = self.total;
        bytes + lines + lines.saturating_sub(1)
    }

    fn follow(&mut self, change: Change, lines: &[String]) {
        let Change {
            first,
            removed,
            added,
            ..
        } = change;
        let now: Vec<Count> = lines[first..first + added]
            .iter()
            .map(|line| Count::of(line))
            .collect();
        let after = now.iter().copied().fold(self.total, Count::plus);
        let before = self.each.splice(first..first + removed, now);
        self.total = before.fold(after, Count::minus);
    }
}
