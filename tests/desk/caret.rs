//! The hardware cursor stands at the caret in every text field, also where it is full.

use super::bench::{Bench, Room};
use liangdian::domain::settings::AmbiguousCells::{self, One, Two};
use liangdian::text::width;
use ratatui::buffer::CellWidth;

/// Every field of every screen in which text is typed, and the keys from the queue to it.
const FIELDS: [(&str, &str); 12] = [
    ("filter", "/"),
    ("place", "enter tab tab"),
    ("headline", "enter tab tab tab end"),
    ("deck", "enter tab tab tab tab"),
    ("date", "enter backtab ctrl-a backspace"),
    ("body", "enter ctrl-end"),
    ("find", "enter ctrl-f"),
    ("replace", "enter ctrl-r"),
    ("with", "enter ctrl-r tab"),
    ("byline name", "b"),
    ("byline title", "b tab tab"),
    ("file name", "i"),
];

fn at(room: &Room, ambiguous: AmbiguousCells, keys: &str, size: (u16, u16)) -> Bench {
    let mut bench = room.open();
    bench.state.ambiguous = ambiguous;
    bench.resize(size.0, size.1).keys(keys);
    bench
}

/// The caret is inside the screen, behind the last typed character, on no character of the text.
fn check(bench: &Bench, ambiguous: AmbiguousCells, typed: char, what: &str) {
    let (buf, caret) = bench.buffer();
    let (x, y) = caret.unwrap_or_else(|| panic!("{what}: no caret"));
    assert!(x < buf.area.width && y < buf.area.height, "{what}");
    let cells = width::cells(&typed.to_string(), ambiguous) as u16;
    let before = x.checked_sub(cells).map(|x| buf[(x, y)].symbol());
    let shown = typed.to_string();
    assert_eq!(
        before,
        Some(shown.as_str()),
        "{what} at {x},{y}:\n{}",
        bench.screen()
    );
    let under = &buf[(x, y)];
    assert!(
        matches!(under.symbol(), " " | "\u{a0}" | ">") && under.cell_width() == 1,
        "{what} at {x},{y} stands on {:?}:\n{}",
        under.symbol(),
        bench.screen()
    );
}

#[test]
fn the_caret_follows_the_text_into_full_fields_and_beyond() {
    let room = Room::new();
    room.draft("a", "b", "甲稿", "").commit();
    for (name, keys) in FIELDS {
        for ambiguous in [One, Two] {
            for size in [(60, 18), (61, 19)] {
                let mut bench = at(&room, ambiguous, keys, size);
                let text = "渠“水a…清，好”".chars().cycle().take(70);
                for (count, c) in text.enumerate() {
                    bench.type_text(&c.to_string());
                    let what = format!("{name}, {ambiguous:?}, {size:?}, after {}", count + 1);
                    check(&bench, ambiguous, c, &what);
                }
            }
        }
    }
}

#[test]
fn motions_in_a_full_field_keep_the_caret_at_its_character() {
    let room = Room::new();
    room.draft("a", "b", "甲稿", "").commit();
    for (name, keys) in FIELDS {
        for ambiguous in [One, Two] {
            let mut bench = at(&room, ambiguous, keys, (60, 18));
            let text: Vec<char> = "渠“水a…清，好”".chars().cycle().take(40).collect();
            bench.type_text(&text.iter().collect::<String>());
            for back in (0..text.len()).rev() {
                bench.keys("left");
                let (buf, caret) = bench.buffer();
                let under = buf[caret.unwrap()].symbol().chars().next();
                // At the end of a drawn row the caret stands behind it only after End.
                assert_eq!(under, Some(text[back]), "{name}:\n{}", bench.screen());
            }
        }
    }
}

#[test]
fn no_caret_is_shown_where_nothing_is_typed() {
    let room = Room::new();
    room.draft("a", "b", "甲稿", "").commit();
    for keys in ["esc", "?", "enter f1"] {
        assert_eq!(at(&room, One, keys, (60, 18)).drawn().1, None, "{keys}");
    }
    let mut bench = at(&room, One, "/", (60, 18));
    bench.resize(59, 18);
    assert_eq!(bench.drawn().1, None);
}
