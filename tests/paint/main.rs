//! What a terminal shows after each frame is the frame, whatever terminal it is.

#![allow(clippy::unwrap_used, clippy::expect_used)] // A test that cannot go on has failed.

#[path = "../emulator/mod.rs"]
mod emulator;
mod frames;

use std::num::NonZeroU16;

use liangdian::term::{Ambiguous, Capabilities, Painter};
use proptest::prelude::*;

use emulator::Emulator;
use frames::{Page, Step};

fn xterm() -> Capabilities {
    Capabilities::of(Some("xterm-256color"), Some("truecolor"), false)
}

/// Paints pages one after the other and compares the terminal with each.
fn follow(
    mut page: Page,
    steps: &[Step],
    capabilities: Capabilities,
    ambiguous: Ambiguous,
    wide: bool,
) -> Result<(), TestCaseError> {
    let mut painter = Painter::new(capabilities, ambiguous);
    let (columns, rows) = page.size;
    let mut terminal = Emulator::new(columns.into(), rows.into(), wide);
    for step in steps {
        match step {
            Step::Forget => {
                painter.forget();
                terminal.feed(b"\r\x1b[31;44;1mx");
            }
            step => page.take(step),
        }
        let (columns, rows) = (page.size.0.into(), page.size.1.into());
        if (terminal.columns, terminal.rows) != (columns, rows) {
            terminal.resize(columns, rows);
        }
        let frame = page.draw(ambiguous);
        let bytes = painter.paint(&frame, page.caret).to_vec();
        terminal.feed(&bytes);
        let told = String::from_utf8_lossy(&bytes).replace('\x1b', "^");
        frames::compare(&frame, &terminal, capabilities)
            .map_err(|why| TestCaseError::fail(format!("{step:?}: {why}\n{told}")))?;
        prop_assert_eq!(terminal.visible, page.caret.is_some());
        prop_assert!(!terminal.updating);
        if let Some((x, y)) = page.caret {
            prop_assert_eq!(terminal.cursor, (x.into(), y.into()), "{}", told);
        }
        let again = painter.paint(&frame, page.caret);
        prop_assert!(again.is_empty(), "a frame without a change: {:?}", again);
    }
    Ok(())
}

/// Sizes, pages, steps.
fn story() -> impl Strategy<Value = (Page, Vec<Step>)> {
    (
        frames::page(),
        proptest::collection::vec(frames::step(), 1..12),
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_terminal_of_known_widths_shows_every_frame((page, steps) in story(), wide in any::<bool>()) {
        let ambiguous = if wide { Ambiguous::Two } else { Ambiguous::One };
        follow(page, &steps, xterm(), ambiguous, wide)?;
    }

    #[test]
    fn a_terminal_of_unknown_widths_shows_every_frame((page, steps) in story(), wide in any::<bool>()) {
        follow(page, &steps, xterm(), Ambiguous::Safe, wide)?;
    }

    #[test]
    fn every_kind_of_terminal_shows_every_frame(
        (page, steps) in story(),
        name in proptest::sample::select(vec!["", "vt100", "vt220", "linux", "screen", "tmux-256color"]),
        no_color in any::<bool>(),
    ) {
        let capabilities = Capabilities::of(Some(name), None, no_color);
        follow(page, &steps, capabilities, Ambiguous::One, false)?;
    }

    #[test]
    fn another_emulator_sees_the_same((page, steps) in story()) {
        let mut page = Page { plain: true, ..page };
        let mut painter = Painter::new(xterm(), Ambiguous::One);
        let cells = |n| NonZeroU16::new(n).unwrap();
        let size = page.size;
        let mut terminal = vt100::Parser::new(cells(size.1), cells(size.0), 0);
        for step in steps.iter().filter(|step| !matches!(step, Step::Resize(..) | Step::Forget)) {
            page.take(step);
            let frame = page.draw(Ambiguous::One);
            let bytes = painter.paint(&frame, page.caret);
            terminal.process(bytes);
            let told = String::from_utf8_lossy(bytes).replace('\x1b', "^");
            let rows = terminal.screen().rows(0, size.0);
            let rows: Vec<String> = rows.map(|row| row.trim_end_matches(' ').to_owned()).collect();
            prop_assert_eq!(frames::rows(&frame), rows, "{}", told);
            if let Some((x, y)) = page.caret {
                prop_assert_eq!(terminal.screen().cursor_position(), (y, x));
            }
        }
    }
}
