//! What holds for any text and any edits, and what a key costs.

use super::tests::{select, sound};
use super::*;
use AmbiguousCells::{One, Two};
use Edit::*;
use proptest::prelude::*;

fn any_edit() -> impl Strategy<Value = Edit> {
    let simple = prop::sample::select(vec![
        NewParagraph,
        Backspace,
        Backspace,
        Delete,
        Mark,
        JoinNext,
        Left,
        Right,
        ClauseLeft,
        ClauseRight,
        WordLeft,
        WordRight,
        Up,
        Down,
        RowStart,
        RowEnd,
        PageUp,
        PageDown,
        Start,
        End,
        ParagraphUp,
        ParagraphDown,
        SelectAll,
        Cut,
        Copy,
        PasteClip,
        Undo,
        Redo,
        MoveParagraphUp,
        MoveParagraphDown,
        ToggleCrosshead,
    ]);
    prop_oneof![
        6 => prop::sample::select("春水，“”…—a1 #\u{301}🇨👍。\u{3000}".chars().collect::<Vec<_>>()).prop_map(Insert),
        8 => simple.clone(),
        3 => simple.clone().prop_map(select),
        3 => simple.prop_map(Edit::delete_to),
        1 => "[春水a\n# ]{0,8}".prop_map(Paste),
    ]
}

/// What the history should hold: the texts at the bounds of steps.
#[derive(Default)]
struct Model {
    done: Vec<Vec<String>>,
    undone: Vec<Vec<String>>,
    /// Which edit the next may join.
    open: Option<Edit>,
}

impl Model {
    /// Takes in one edit that made `before` what `now` is; an undo or redo tells what `now` must be.
    fn take(&mut self, edit: &Edit, before: &[String], now: &[String]) -> Vec<String> {
        let kind = match edit {
            Insert(_) => Some(Insert('x')),
            Backspace | Delete => Some(edit.clone()),
            _ => None,
        };
        match edit {
            Undo | Redo => {
                self.open = None;
                let (from, to) = match edit {
                    Undo => (&mut self.done, &mut self.undone),
                    _ => (&mut self.undone, &mut self.done),
                };
                return match from.pop() {
                    Some(text) => {
                        to.push(before.to_vec());
                        text
                    }
                    None => before.to_vec(),
                };
            }
            _ if before != now => {
                if kind.is_none() || self.open != kind {
                    self.done.push(before.to_vec());
                }
                self.undone.clear();
                self.open = kind;
            }
            _ if kind.is_none() => self.open = None,
            _ => {}
        }
        if matches!(edit, Insert('，' | '。')) {
            self.open = None;
        }
        now.to_vec()
    }
}

fn grouped_edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        8 => prop::sample::select(vec!['春', '水', '，', '。', 'a', '…']).prop_map(Insert),
        3 => prop::sample::select(vec![Backspace, Delete]),
        1 => Just(NewParagraph),
        1 => "[春水]{1,3}(\n[江暖]{1,2})?".prop_map(Paste),
        1 => prop::sample::select(vec![
            Edit::delete_to(WordLeft),
            Edit::delete_to(ClauseRight),
            MoveParagraphUp,
            JoinNext,
        ]),
        2 => prop::sample::select(vec![Left, Right, WordRight, Down]),
        3 => prop::sample::select(vec![Undo, Undo, Redo]),
    ]
}

proptest! {
    #[test]
    fn undo_and_redo_go_by_whole_groups(
        body in "([春江水暖，a]{0,6}\n){0,4}",
        edits in prop::collection::vec(grouped_edit(), 0..80),
    ) {
        let mut prose = Prose::new(&body);
        let mut model = Model::default();
        for edit in edits {
            let before = prose.manuscript.lines().to_vec();
            prose.edit(edit.clone());
            let now = prose.manuscript.lines().to_vec();
            let wanted = model.take(&edit, &before, &now);
            prop_assert_eq!(now, wanted, "{:?}", edit);
        }
    }

    #[test]
    fn edits_are_undone_and_done_again(
        body in "([春江水暖，a #“]{0,9}\n){0,6}",
        edits in prop::collection::vec(any_edit(), 0..60),
        width in 0u16..30,
        height in 0u16..6,
        ambiguous in prop::sample::select(vec![One, Two]),
    ) {
        let mut prose = Prose::new(&body);
        prose.set_area(width, height, ambiguous);
        let start = prose.manuscript.lines().to_vec();
        for edit in edits {
            prose.edit(edit);
            sound(&prose);
        }
        let end = prose.manuscript.lines().to_vec();
        // What was undone on the way is done again first: the end of history is what counts.
        let mut steps = 0;
        while prose.manuscript.lines() != start || steps == 0 {
            let before = prose.manuscript.revision();
            prose.edit(Undo);
            sound(&prose);
            steps += 1;
            if prose.manuscript.revision() == before {
                break;
            }
        }
        while prose.manuscript.revision() != 0 {
            prose.edit(Undo);
            steps += 1;
        }
        prop_assert_eq!(prose.manuscript.lines(), &start[..]);
        prop_assert!(!prose.is_changed());
        for _ in 0..steps {
            if prose.manuscript.lines() == end {
                break;
            }
            prose.edit(Redo);
            sound(&prose);
        }
        prop_assert_eq!(prose.manuscript.lines(), &end[..]);
    }

    #[test]
    fn rows_that_an_edit_leaves_are_right(
        body in "([春水，。“”…—a3% \u{301}👩]|春水){0,300}",
        edits in prop::collection::vec((any_edit(), 0usize..300), 1..12),
        width in 3u16..16,
    ) {
        let mut prose = Prose::new(&body);
        prose.set_area(width, 9, One);
        prose.edit(End);
        for (edit, at) in edits {
            prose.place_caret(1, at);
            prose.edit(edit);
            prop_assert!(prose.view.agrees(prose.manuscript.lines()));
        }
    }

    #[test]
    fn any_body_is_drawn_inside_any_area(body in any::<String>(), width in 0u16..40, height in 0u16..8) {
        for ambiguous in [One, Two] {
            let mut prose = Prose::new(&body);
            prose.set_area(width, height, ambiguous);
            for edit in [End, Up, RowEnd, PageUp, SelectAll] {
                prose.edit(edit);
                let (column, row) = prose.caret();
                prop_assert!(column < width.max(1) && row < height.max(1));
                prop_assert!(prose.visible().len() <= height.into());
            }
        }
    }
}
