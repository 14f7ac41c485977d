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
        DeleteClauseBack,
        DeleteClauseForward,
        Left,
        Right,
        ClauseLeft,
        ClauseRight,
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
        3 => simple.prop_map(select),
        1 => "[春水a\n# ]{0,8}".prop_map(Paste),
    ]
}

proptest! {
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

/// `cargo test --release --lib cost_of_a_key -- --ignored --nocapture` prints microseconds.
#[test]
#[ignore = "a measurement"]
fn cost_of_a_key() {
    use std::time::Instant;
    let paragraph = "渠水进村那天，老人们站在桥头看了半晌，说：“往后浇地不用愁了。”".repeat(8);
    let bodies = [
        ("10 KB", format!("{paragraph}\n\n").repeat(13)),
        ("1 MB", format!("{paragraph}\n\n").repeat(1_300)),
        ("1 MB in one paragraph", paragraph.repeat(1_300)),
    ];
    for (name, body) in bodies {
        let mut prose = Prose::new(&body);
        prose.set_area(80, 24, One);
        for (edit, label) in [
            (Insert('字'), "insert"),
            (Backspace, "backspace"),
            (NewParagraph, "enter"),
            (Undo, "undo"),
            (Down, "down"),
            (PageDown, "page down"),
            (ClauseRight, "clause"),
            (End, "end"),
        ] {
            prose.place_caret(7, 50);
            let mut times = Vec::new();
            for _ in 0..40 {
                let start = Instant::now();
                prose.edit(edit.clone());
                std::hint::black_box((prose.visible(), prose.caret(), prose.zishu()));
                times.push(start.elapsed().as_micros());
            }
            times.sort_unstable();
            println!(
                "{name:24}{label:10} median {:7} worst {:7}",
                times[20], times[39]
            );
        }
        let start = Instant::now();
        std::hint::black_box(crate::text::wrap::wrap(&body, 79, 4, One));
        println!(
            "{name:24}wrap of all as one paragraph {} µs for {} bytes",
            start.elapsed().as_micros(),
            body.len()
        );
    }
}
