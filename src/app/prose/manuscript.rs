//! The text being edited and its history, one line a paragraph.
//!
//! The model is a `TextArea` that is never drawn: it holds the lines and undoes single edits. Here
//! edits are put together into the steps an editor thinks in, and addressed by bytes.

use std::ops::Range;

use tui_textarea::{CursorMove, TextArea};

/// What marks a crosshead in a body; it is not drawn and the caret never stands in it.
pub(in crate::app) const CROSSHEAD: &str = "## ";

/// Where the text of a paragraph begins, in bytes: after the mark of a crosshead.
pub(super) fn text_start(line: &str) -> usize {
    if line.starts_with(CROSSHEAD) {
        CROSSHEAD.len()
    } else {
        0
    }
}

/// A place in the text: paragraph from 0, byte in its line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub paragraph: usize,
    pub byte: usize,
}

impl Place {
    pub fn new(paragraph: usize, byte: usize) -> Self {
        Self { paragraph, byte }
    }
}

/// Paragraphs `first..first + removed` became `first..first + added`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Change {
    pub first: usize,
    pub removed: usize,
    pub added: usize,
}

impl Change {
    /// Both changes as one, `later` counted in paragraphs after `self`.
    fn then(self, later: Self) -> Self {
        let first = self.first.min(later.first);
        let end = (self.first + self.added).max(later.first + later.removed);
        Self {
            first,
            removed: end - first + self.removed - self.added,
            added: end - first + later.added - later.removed,
        }
    }

    fn back(self) -> Self {
        Self {
            first: self.first,
            removed: self.added,
            added: self.removed,
        }
    }
}

/// Edits of the same kind in a row are one undo step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Burst {
    Typing,
    Backspacing,
    Deleting,
    /// Never joined with another.
    Single,
}

/// One undo step.
#[derive(Debug, Clone)]
struct Step {
    /// How many edits of the model it is.
    edits: usize,
    change: Change,
    before: Place,
    after: Place,
    revision_before: u64,
    revision_after: u64,
}

/// The text, its history and a number for each of its states.
#[derive(Debug, Clone)]
pub(super) struct Manuscript {
    area: TextArea<'static>,
    done: Vec<Step>,
    undone: Vec<Step>,
    open: Option<Burst>,
    revision: u64,
    revisions: u64,
}

impl Manuscript {
    pub fn new(lines: Vec<String>) -> Self {
        let mut area = TextArea::new(lines);
        area.set_max_histories(usize::MAX);
        Self {
            area,
            done: Vec::new(),
            undone: Vec::new(),
            open: None,
            revision: 0,
            revisions: 0,
        }
    }

    pub fn lines(&self) -> &[String] {
        self.area.lines()
    }

    pub fn line(&self, paragraph: usize) -> &str {
        &self.lines()[paragraph]
    }

    /// The end of the text.
    pub fn end(&self) -> Place {
        let last = self.lines().len() - 1;
        Place::new(last, self.line(last).len())
    }

    /// The same number for the same text.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The text between two places, paragraphs parted by newlines.
    pub fn text(&self, span: Range<Place>) -> String {
        let Range { start, end } = span;
        if start.paragraph == end.paragraph {
            return self.line(start.paragraph)[start.byte..end.byte].to_owned();
        }
        let mut out = self.line(start.paragraph)[start.byte..].to_owned();
        for line in &self.lines()[start.paragraph + 1..end.paragraph] {
            out.push('\n');
            out.push_str(line);
        }
        out.push('\n');
        out.push_str(&self.line(end.paragraph)[..end.byte]);
        out
    }

    /// Replaces a span, the caret going from `before` to `after` (without it, to the end of what
    /// was put in). Returns what changed and where the caret is.
    pub fn replace(
        &mut self,
        span: Range<Place>,
        text: &str,
        burst: Burst,
        carets: (Place, Option<Place>),
    ) -> Option<(Change, Place)> {
        let (edits, change, end) = self.put(span, text)?;
        let (before, after) = (carets.0, carets.1.unwrap_or(end));
        self.undone.clear();
        let revision_before = self.revision;
        self.revisions += 1;
        self.revision = self.revisions;
        let going_on = burst != Burst::Single && self.open == Some(burst);
        match self.done.last_mut() {
            Some(step) if going_on && step.after == before => {
                step.edits += edits;
                step.change = step.change.then(change);
                step.after = after;
                step.revision_after = self.revision;
            }
            _ => self.done.push(Step {
                edits,
                change,
                before,
                after,
                revision_before,
                revision_after: self.revision,
            }),
        }
        self.open = Some(burst);
        Some((change, after))
    }

    /// The next edit begins a new undo step.
    pub fn seal(&mut self) {
        self.open = None;
    }

    /// Takes back one step; what changed, and where the caret was.
    pub fn undo(&mut self) -> Option<(Change, Place)> {
        self.seal();
        let step = self.done.pop()?;
        for _ in 0..step.edits {
            self.area.undo();
        }
        self.revision = step.revision_before;
        let found = (step.change.back(), step.before);
        self.undone.push(step);
        Some(found)
    }

    /// Does one step again; what changed, and where the caret was after it.
    pub fn redo(&mut self) -> Option<(Change, Place)> {
        self.seal();
        let step = self.undone.pop()?;
        for _ in 0..step.edits {
            self.area.redo();
        }
        self.revision = step.revision_after;
        let found = (step.change, step.after);
        self.done.push(step);
        Some(found)
    }

    /// Edits the model: how many of its edits that took, what changed, the end of the new text.
    fn put(&mut self, span: Range<Place>, text: &str) -> Option<(usize, Change, Place)> {
        let end = after_text(span.start, text);
        let stand = self.reachable(span.start);
        let chars = self.text(stand..span.end).chars().count();
        let kept = self.text(stand..span.start);
        if span.is_empty() && text.is_empty() {
            return None;
        }
        self.jump(stand);
        let change = Change {
            first: stand.paragraph,
            removed: span.end.paragraph - stand.paragraph + 1,
            added: end.paragraph - stand.paragraph + 1,
        };
        let deleted = chars > 0 && self.area.delete_str(chars);
        let inserted = self.area.insert_str(kept + text);
        Some((usize::from(deleted) + usize::from(inserted), change, end))
    }

    /// The last place at or before this one that the model can jump to: it counts paragraphs and
    /// characters in 16 bits. What lies between is written again by [`Self::put`].
    fn reachable(&self, place: Place) -> Place {
        const MOST: usize = u16::MAX as usize;
        if place.paragraph > MOST {
            return Place::new(MOST, 0);
        }
        let before = &self.line(place.paragraph)[..place.byte];
        let far = before.char_indices().nth(MOST).map(|(byte, _)| byte);
        Place::new(place.paragraph, far.unwrap_or(place.byte))
    }

    fn jump(&mut self, place: Place) {
        let column = self.line(place.paragraph)[..place.byte].chars().count();
        let row = u16::try_from(place.paragraph).unwrap_or(u16::MAX);
        let column = u16::try_from(column).unwrap_or(u16::MAX);
        self.area.move_cursor(CursorMove::Jump(row, column));
    }
}

/// Where a text ends that is put in at a place.
fn after_text(at: Place, text: &str) -> Place {
    match text.rsplit_once('\n') {
        None => Place::new(at.paragraph, at.byte + text.len()),
        Some((lines, last)) => {
            Place::new(at.paragraph + lines.matches('\n').count() + 1, last.len())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(paragraph: usize, byte: usize) -> Place {
        Place::new(paragraph, byte)
    }

    #[test]
    fn changes_add_up() {
        let split = Change {
            first: 3,
            removed: 1,
            added: 2,
        };
        let typed = Change {
            first: 4,
            removed: 1,
            added: 1,
        };
        assert_eq!(split.then(typed), split);
        let joined = Change {
            first: 2,
            removed: 2,
            added: 1,
        };
        assert_eq!(
            split.then(joined),
            Change {
                first: 2,
                removed: 2,
                added: 2
            }
        );
    }

    #[test]
    fn a_place_beyond_the_reach_of_the_model_is_edited_rightly() {
        let long = "甲".repeat(70_000);
        let mut text = Manuscript::new(vec![long.clone(), "乙".into()]);
        let span = at(0, 69_999 * 3)..at(1, 0);
        let (change, end) = text
            .replace(span, "丙\n丁", Burst::Single, (at(0, 0), None))
            .unwrap();
        assert_eq!(
            change,
            Change {
                first: 0,
                removed: 2,
                added: 2
            }
        );
        assert_eq!(end, at(1, 3));
        assert_eq!(text.line(0), format!("{}丙", "甲".repeat(69_999)));
        assert_eq!(text.line(1), "丁乙");
        text.undo();
        assert_eq!(text.lines(), [long, "乙".into()]);
        let mut many = Manuscript::new(vec!["一".into(); 66_000]);
        many.replace(
            at(65_990, 3)..at(65_991, 0),
            "二",
            Burst::Single,
            (at(0, 0), None),
        );
        assert_eq!((many.lines().len(), many.line(65_990)), (65_999, "一二一"));
        many.undo();
        assert_eq!((many.lines().len(), many.line(65_990)), (66_000, "一"));
    }
}
