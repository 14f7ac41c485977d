//! Undo and redo by snapshots: what the one-line fields and the byline screen share.

/// Edits that join into one step of undo while nothing else comes between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Burst {
    /// Characters typed one after another.
    Typing,
    /// Characters deleted one after another.
    Deleting,
}

/// Snapshots before and after the present.
#[derive(Debug, Clone)]
pub struct History<T> {
    done: Vec<T>,
    undone: Vec<T>,
    /// Whether the last change was of this kind and the next may join its step.
    burst: Option<Burst>,
}

impl<T> Default for History<T> {
    fn default() -> Self {
        Self {
            done: Vec::new(),
            undone: Vec::new(),
            burst: None,
        }
    }
}

impl<T> History<T> {
    /// Notes what there was before a change: a step of its own, or part of an open burst.
    pub fn note(&mut self, before: T, burst: Option<Burst>) {
        self.undone.clear();
        if burst.is_none() || self.burst != burst {
            self.done.push(before);
        }
        self.burst = burst;
    }

    /// The next change begins a step.
    pub fn seal(&mut self) {
        self.burst = None;
    }

    /// Takes back the last step: what there was before it, `now` being kept for redo.
    pub fn undo(&mut self, now: T) -> Option<T> {
        self.seal();
        let before = self.done.pop()?;
        self.undone.push(now);
        Some(before)
    }

    /// Does the step again that was taken back last.
    pub fn redo(&mut self, now: T) -> Option<T> {
        self.seal();
        let after = self.undone.pop()?;
        self.done.push(now);
        Some(after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_is_one_step_and_a_change_ends_what_could_be_redone() {
        let mut history = History::default();
        for before in [0, 1, 2] {
            history.note(before, Some(Burst::Typing));
        }
        history.note(3, None);
        assert_eq!(history.undo(4), Some(3));
        assert_eq!(history.undo(3), Some(0));
        assert_eq!((history.undo(0), history.redo(0)), (None, Some(3)));
        history.note(3, Some(Burst::Deleting));
        assert_eq!(history.redo(9), None);
    }
}
