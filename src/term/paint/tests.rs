//! The bytes of single keys.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::*;

fn xterm() -> Capabilities {
    Capabilities::of(Some("xterm-256color"), None, false)
}

/// A frame of rows in one look, every wide character in two cells.
fn frame(rows: &[&str], style: Style) -> Buffer {
    let mut frame = Buffer::empty(Rect::new(0, 0, 20, rows.len() as u16));
    for (y, row) in (0..).zip(rows) {
        frame.set_string(0, y, row, style);
    }
    frame
}

/// What the second of two frames sends; `^` stands for CSI.
fn step(
    painter: &mut Painter,
    before: (&[&str], (u16, u16)),
    after: (&[&str], (u16, u16)),
) -> String {
    let style = Style::new();
    painter.paint(&frame(before.0, style), Some(before.1));
    let bytes = painter.paint(&frame(after.0, style), Some(after.1));
    String::from_utf8_lossy(bytes).replace("\x1b[", "^")
}

fn sent(before: (&[&str], (u16, u16)), after: (&[&str], (u16, u16))) -> String {
    step(&mut Painter::new(xterm(), Ambiguous::One), before, after)
}

#[test]
fn a_character_at_the_end_is_its_own_bytes() {
    assert_eq!(sent((&["柳林"], (4, 0)), (&["柳林渠"], (6, 0))), "渠");
    assert_eq!(
        sent((&["柳林渠"], (6, 0)), (&["柳林"], (4, 0))),
        "\u{8}\u{8}^K"
    );
    assert_eq!(sent((&["柳林"], (4, 0)), (&["柳林"], (2, 0))), "\u{8}\u{8}");
}

#[test]
fn a_character_in_mid_row_shifts_the_rest() {
    let before = (&["井水甜，渠水清，两岸"][..], (4, 0));
    let after = (&["井水很甜，渠水清，两"][..], (6, 0));
    assert_eq!(sent(before, after), "^2@很");
    assert_eq!(sent(after, before), "\u{8}\u{8}^2P^19G岸^5G");
    let mut plain = Painter::new(xterm().plainly(), Ambiguous::One);
    assert_eq!(step(&mut plain, before, after), "很甜，渠水清，两^7G");
}

#[test]
fn a_number_elsewhere_lets_the_cursor_come_back() {
    let before = (&["字数7", "", "", "柳林"][..], (4, 3));
    let after = (&["字数8", "", "", "柳林渠"][..], (6, 3));
    assert_eq!(sent(before, after), "渠\u{1b}7^;5H8\u{1b}8");
}

#[test]
fn rows_that_move_are_scrolled() {
    let rows = ["一段", "二段", "三段", "四段", "五段", "键"];
    let down = ["二段", "三段", "四段", "五段", "六段", "键"];
    assert_eq!(sent((&rows, (0, 4)), (&down, (0, 4))), "^;5r^S^r^5H六段\r");
    assert_eq!(sent((&down, (0, 0)), (&rows, (0, 0))), "^;5r^H^L^r一段\r");
}

#[test]
fn colours_stay_set_between_frames() {
    let mut painter = Painter::new(xterm(), Ambiguous::One);
    let red = |text| frame(&[text], Style::new().red());
    painter.paint(&red("柳"), Some((2, 0)));
    assert_eq!(painter.paint(&red("柳林"), Some((4, 0))), "林".as_bytes());
    assert_eq!(painter.paint(&red("柳林"), Some((4, 0))), b"");
}

#[test]
fn what_a_terminal_shows_may_be_forgotten() {
    let mut painter = Painter::new(xterm(), Ambiguous::One);
    let page = frame(&["柳"], Style::new());
    let first = painter.paint(&page, Some((2, 0))).to_vec();
    assert!(painter.paint(&page, Some((2, 0))).is_empty());
    painter.forget();
    assert_eq!(painter.paint(&page, Some((2, 0))), first);
    painter.set_ambiguous(Ambiguous::Safe);
    assert_eq!(painter.paint(&page, Some((2, 0))), first);
}

#[test]
fn only_long_frames_hide_the_cursor_and_only_huge_ones_are_one_update() {
    let mut painter = Painter::new(xterm(), Ambiguous::One);
    let page = |rows: usize| {
        let filled = vec!["一二三四五六七八九十"; rows];
        let blank = vec![""; 40 - rows];
        frame(&[filled, blank].concat(), Style::new())
    };
    for (rows, hides, updates) in [(2, false, false), (15, true, false), (40, true, true)] {
        painter.paint(&page(0), Some((0, 0)));
        let sent = painter.paint(&page(rows), Some((0, 0)));
        let has = |what: &[u8]| sent.windows(what.len()).any(|w| w == what);
        assert_eq!(has(b"\x1b[?25l"), hides, "{rows}");
        assert_eq!(has(b"\x1b[?25h"), hides, "{rows}");
        assert_eq!(has(b"\x1b[?2026h"), updates, "{rows}");
        assert_eq!(sent.ends_with(b"\x1b[?2026l"), updates, "{rows}");
    }
}

#[test]
fn without_a_caret_the_cursor_is_hidden_once() {
    let mut painter = Painter::new(xterm(), Ambiguous::One);
    let page = frame(&["柳"], Style::new());
    painter.paint(&page, Some((2, 0)));
    assert_eq!(painter.paint(&page, None), b"\x1b[?25l");
    assert_eq!(painter.paint(&page, None), b"");
    assert_eq!(painter.paint(&page, Some((2, 0))), b"\x1b[?25h");
}
