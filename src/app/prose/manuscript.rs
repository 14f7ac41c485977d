//! The text being edited and its history, one line a paragraph.
//!
//! An edit costs what it changes, in time and in memory, however long the text is. The widget
//! libraries measure every line again after each edit and count paragraphs and characters in 16
//! bits (ratatui-textarea 0.9: 11 ms a key in 1 MB), so the model is our own.

use std::ops::Range;

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
    /// The first byte of paragraph `first` that may be another.
    pub byte: usize,
}

impl Change {
    /// Both changes as one, `later` counted in paragraphs after `self`.
    fn then(self, later: Self) -> Self {
        let first = self.first.min(later.first);
        let end = (self.first + self.added).max(later.first + later.removed);
        let byte = |change: Self| {
            if change.first == first {
                change.byte
            } else {
                usize::MAX
            }
        };
        Self {
            first,
            removed: end - first + self.removed - self.added,
            added: end - first + later.added - later.removed,
            byte: byte(self).min(byte(later)),
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

/// A text that took the place of another.
#[derive(Debug, Clone)]
struct Splice {
    at: Place,
    removed: String,
    added: String,
}

impl Splice {
    /// Takes a later one in where it goes on with this: typing on, deleting on in either direction.
    fn take(&mut self, later: &Self) -> bool {
        let typed_on = later.removed.is_empty() && later.at == after_text(self.at, &self.added);
        if typed_on {
            self.added += &later.added;
            return true;
        }
        if !(self.added.is_empty() && later.added.is_empty()) {
            return false;
        }
        if later.at == self.at {
            self.removed += &later.removed;
            return true;
        }
        if after_text(later.at, &later.removed) == self.at {
            self.removed.insert_str(0, &later.removed);
            self.at = later.at;
            return true;
        }
        false
    }
}

/// One undo step.
#[derive(Debug, Clone)]
struct Step {
    splices: Vec<Splice>,
    before: Place,
    after: Place,
    revision_before: u64,
    revision_after: u64,
}

/// The text, its history and a number for each of its states.
#[derive(Debug, Clone)]
pub(super) struct Manuscript {
    lines: Vec<String>,
    done: Vec<Step>,
    undone: Vec<Step>,
    open: Option<Burst>,
    revision: u64,
    revisions: u64,
}

impl Manuscript {
    /// A text of at least one paragraph.
    pub fn new(mut lines: Vec<String>) -> Self {
        if lines.is_empty() {
            lines.push(String::new());
        }
        Self {
            lines,
            done: Vec::new(),
            undone: Vec::new(),
            open: None,
            revision: 0,
            revisions: 0,
        }
    }

    pub fn lines(&self) -> &[String] {
        &self.lines
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
        if span.is_empty() && text.is_empty() {
            return None;
        }
        let splice = Splice {
            at: span.start,
            removed: self.text(span),
            added: text.to_owned(),
        };
        let end = after_text(splice.at, text);
        let (before, after) = (carets.0, carets.1.unwrap_or(end));
        let change = self.put(splice.at, &splice.removed, &splice.added);
        self.undone.clear();
        let revision_before = self.revision;
        self.revisions += 1;
        self.revision = self.revisions;
        let going_on = burst != Burst::Single && self.open == Some(burst);
        match self.done.last_mut() {
            Some(step) if going_on && step.after == before => {
                let taken = step
                    .splices
                    .last_mut()
                    .is_some_and(|last| last.take(&splice));
                if !taken {
                    step.splices.push(splice);
                }
                step.after = after;
                step.revision_after = self.revision;
            }
            _ => self.done.push(Step {
                splices: vec![splice],
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
        let puts = step.splices.iter().rev();
        let changes = puts.map(|splice| self.put(splice.at, &splice.added, &splice.removed));
        let change = changes.reduce(Change::then)?;
        self.revision = step.revision_before;
        let caret = step.before;
        self.undone.push(step);
        Some((change, caret))
    }

    /// Does one step again; what changed, and where the caret was after it.
    pub fn redo(&mut self) -> Option<(Change, Place)> {
        self.seal();
        let step = self.undone.pop()?;
        let puts = step.splices.iter();
        let changes = puts.map(|splice| self.put(splice.at, &splice.removed, &splice.added));
        let change = changes.reduce(Change::then)?;
        self.revision = step.revision_after;
        let caret = step.after;
        self.done.push(step);
        Some((change, caret))
    }

    /// Puts one text in place of another that stands at a place.
    fn put(&mut self, at: Place, old: &str, new: &str) -> Change {
        let (from, to) = (after_text(at, old), after_text(at, new));
        let change = Change {
            first: at.paragraph,
            removed: from.paragraph - at.paragraph + 1,
            added: to.paragraph - at.paragraph + 1,
            byte: at.byte,
        };
        if change.removed == 1 && change.added == 1 {
            self.lines[at.paragraph].replace_range(at.byte..from.byte, new);
            return change;
        }
        let tail = self.lines[from.paragraph].split_off(from.byte);
        let mut added = new.split('\n').map(str::to_owned);
        self.lines[at.paragraph].truncate(at.byte);
        self.lines[at.paragraph].extend(added.next());
        self.lines.splice(at.paragraph + 1..=from.paragraph, added);
        self.lines[to.paragraph].push_str(&tail);
        change
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
            byte: 9,
        };
        let typed = Change {
            first: 4,
            removed: 1,
            added: 1,
            byte: 3,
        };
        assert_eq!(split.then(typed), split);
        let joined = Change {
            first: 2,
            removed: 2,
            added: 1,
            byte: 6,
        };
        assert_eq!(
            split.then(joined),
            Change {
                first: 2,
                removed: 2,
                added: 2,
                byte: 6,
            }
        );
    }

    #[test]
    fn paragraphs_are_joined_and_split_and_put_back() {
        let lines = ["一".to_owned(), "二二".into(), "三".into()];
        let mut text = Manuscript::new(lines.to_vec());
        let span = at(0, 3)..at(2, 0);
        let (change, end) = text
            .replace(span, "甲\n乙", Burst::Single, (at(0, 0), None))
            .unwrap();
        let Change {
            first,
            removed,
            added,
            byte,
        } = change;
        assert_eq!((first, removed, added, byte), (0, 3, 2, 3));
        assert_eq!(
            (text.lines(), end),
            (&["一甲".to_owned(), "乙三".into()][..], at(1, 3))
        );
        text.undo();
        assert_eq!(text.lines(), lines);
        text.redo();
        assert_eq!(text.lines(), ["一甲", "乙三"]);
    }

    #[test]
    fn a_burst_is_remembered_as_one_text() {
        let mut text = Manuscript::new(vec!["甲乙丙".into()]);
        let mut caret = at(0, 6);
        for _ in 0..2 {
            let start = at(0, caret.byte - 3);
            let done = text.replace(start..caret, "", Burst::Backspacing, (caret, None));
            caret = done.unwrap().1;
        }
        let step = &text.done[0];
        assert_eq!(
            (step.splices.len(), step.splices[0].removed.as_str()),
            (1, "甲乙")
        );
        text.undo();
        assert_eq!(text.line(0), "甲乙丙");
    }
}
