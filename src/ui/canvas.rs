//! The only way text reaches the screen.
//!
//! What is written is cleaned ([`crate::text::width::shown`]) and placed grapheme by grapheme, with
//! the width this terminal gives to ambiguous characters. No character is ever drawn by half.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellDiffOption, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::settings::AmbiguousCells;
use crate::text::width;

/// A buffer to write text into.
#[derive(Debug)]
pub struct Canvas<'a> {
    /// The frame's buffer; write text through [`Canvas::text`] only.
    pub buf: &'a mut Buffer,
    /// Cells of ambiguous characters on this terminal.
    pub ambiguous: AmbiguousCells,
}

impl<'a> Canvas<'a> {
    /// A canvas over a buffer.
    pub fn new(buf: &'a mut Buffer, ambiguous: AmbiguousCells) -> Self {
        Self { buf, ambiguous }
    }

    /// Writes one line of text at a cell, over at most `max_cells` and never outside the buffer;
    /// returns the cells used.
    pub fn text(&mut self, x: u16, y: u16, max_cells: u16, text: &str, style: Style) -> u16 {
        let area = self.buf.area;
        if y < area.top() || y >= area.bottom() || x < area.left() || x >= area.right() {
            return 0;
        }
        let room = max_cells.min(area.right() - x);
        let mut used = 0;
        for glyph in width::glyphs(text, self.ambiguous) {
            if width::is_plain(glyph.text) {
                let cells = glyph.cells as u16;
                if cells > room - used {
                    return used;
                }
                self.put(x + used, y, glyph.text, cells, style);
                used += cells;
                continue;
            }
            let shown = width::shown(glyph.text);
            for (piece, cells) in width::pieces(&shown, self.ambiguous) {
                let cells = cells as u16;
                if cells > room - used {
                    return used;
                }
                self.put(x + used, y, piece, cells, style);
                used += cells;
            }
        }
        used
    }

    /// Fills a rectangle with blanks of a style.
    pub fn fill(&mut self, rect: Rect, style: Style) {
        let rect = rect.intersection(self.buf.area);
        if rect.is_empty() {
            return;
        }
        for y in rect.top()..rect.bottom() {
            // Only at the two ends can a wide character reach over the edge.
            self.blank_left_half(rect.left(), y);
            self.blank_right_half(rect.right() - 1, y, 1);
            let start = self.buf.index_of(rect.left(), y);
            for cell in &mut self.buf.content[start..start + usize::from(rect.width)] {
                cell.reset();
                cell.set_style(style);
            }
        }
    }

    /// Places one clean grapheme of so many cells, all inside the buffer.
    fn put(&mut self, x: u16, y: u16, grapheme: &str, cells: u16, style: Style) {
        self.blank_left_half(x, y);
        self.blank_right_half(x, y, cells);
        let cell = &mut self.buf[(x, y)];
        cell.reset();
        cell.set_symbol(grapheme).set_style(style);
        let forced = NonZeroU16::new(cells).filter(|_| !is_agreed(grapheme, cells));
        if let Some(forced) = forced.filter(|_| grapheme.cell_width() != cells) {
            cell.set_diff_option(CellDiffOption::ForcedWidth(forced));
        }
        for trailing in x + 1..x + cells {
            let cell = &mut self.buf[(trailing, y)];
            cell.reset();
            // Not a blank: where another screen has a blank here, the difference must be seen.
            // A terminal drops the half of a wide character that another one overlaps, and its
            // background with it.
            cell.set_symbol("").set_style(style);
        }
    }

    /// What is left of a wide character of which the first cell is overwritten becomes blank.
    fn blank_right_half(&mut self, x: u16, y: u16, cells: u16) {
        let right = self.buf.area.right();
        for covered in x..(x + cells).min(right) {
            let old = &self.buf[(covered, y)];
            if old.symbol().len() <= 1 {
                continue;
            }
            let old = old.cell_width();
            for rest in (x + cells)..(covered + old).min(right) {
                self.buf[(rest, y)].set_symbol(" ");
            }
        }
    }

    /// A wide character that begins left of a cell and reaches into it gives way to a blank.
    fn blank_left_half(&mut self, x: u16, y: u16) {
        if x > self.buf.area.left() {
            let left = &mut self.buf[(x - 1, y)];
            if left.symbol().len() > 1 && left.cell_width() > 1 {
                left.set_symbol(" ").set_diff_option(CellDiffOption::None);
            }
        }
    }
}

/// Whether nobody takes these for another number of cells: ASCII and the common Han characters.
fn is_agreed(grapheme: &str, cells: u16) -> bool {
    match grapheme.as_bytes() {
        [b' '..=b'~'] => cells == 1,
        [0xe5..=0xe8, _, _] => cells == 2,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use AmbiguousCells::{One, Two};
    use proptest::prelude::*;

    fn drawn(text: &str, width: u16, ambiguous: AmbiguousCells) -> (Buffer, u16) {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, 1));
        let used = Canvas::new(&mut buf, ambiguous).text(0, 0, width, text, Style::new());
        (buf, used)
    }

    fn symbols(buf: &Buffer) -> Vec<&str> {
        buf.content
            .iter()
            .map(ratatui::buffer::Cell::symbol)
            .collect()
    }

    #[test]
    fn a_wide_character_is_never_halved() {
        let (buf, used) = drawn("一二三", 5, One);
        assert_eq!((symbols(&buf), used), (vec!["一", "", "二", "", " "], 4));
        let mut buf = buf;
        Canvas::new(&mut buf, One).text(1, 0, 9, "x", Style::new());
        assert_eq!(symbols(&buf), [" ", "x", "二", "", " "]);
        Canvas::new(&mut buf, One).text(2, 0, 9, "y", Style::new());
        assert_eq!(symbols(&buf), [" ", "x", "y", " ", " "]);
    }

    #[test]
    fn half_of_an_overlapped_character_is_drawn_again() {
        let style = Style::new().on_blue();
        let frame = |x: u16, text: &str| {
            let mut buf = Buffer::empty(Rect::new(0, 0, 6, 1));
            let mut canvas = Canvas::new(&mut buf, One);
            canvas.fill(Rect::new(0, 0, 6, 1), style);
            canvas.text(x, 0, 6, text, style);
            buf
        };
        let (before, after) = (frame(3, "亮"), frame(2, "刊"));
        let changed: Vec<u16> = before.diff(&after).iter().map(|(x, _, _)| *x).collect();
        assert_eq!(
            changed,
            [2, 4],
            "the terminal blanks cell 4 without its background"
        );
    }

    #[test]
    fn ambiguous_characters_take_two_cells_where_the_terminal_says_so() {
        let (buf, used) = drawn("“a”", 6, Two);
        assert_eq!((symbols(&buf), used), (vec!["“", "", "a", "”", "", " "], 5));
        let two = CellDiffOption::ForcedWidth(NonZeroU16::new(2).unwrap());
        assert_eq!(buf.content[0].diff_option, two);
        assert_eq!(buf.content[2].diff_option, CellDiffOption::None);
        let (buf, used) = drawn("“a”", 6, One);
        assert_eq!(
            (symbols(&buf), used),
            (vec!["“", "a", "”", " ", " ", " "], 3)
        );
        assert_eq!(buf.content[0].diff_option, CellDiffOption::None);
    }

    #[test]
    fn what_acts_on_a_terminal_is_drawn_as_a_sign() {
        let (buf, _) = drawn("红\u{1b}[m\u{202e}左\u{301}\u{200b}\u{301}", 12, One);
        let text = symbols(&buf).concat();
        assert!(!text.chars().any(crate::text::clean::is_unsafe), "{text:?}");
        assert_eq!(symbols(&buf)[2], "␛");
    }

    #[test]
    fn nothing_is_written_outside() {
        let mut buf = Buffer::empty(Rect::new(2, 1, 4, 2));
        let mut canvas = Canvas::new(&mut buf, One);
        for (x, y) in [(0, 1), (6, 1), (2, 0), (2, 3), (u16::MAX, u16::MAX)] {
            assert_eq!(canvas.text(x, y, u16::MAX, "字", Style::new()), 0);
        }
        canvas.fill(Rect::new(0, 0, 100, 100), Style::new().bold());
        assert!(
            canvas
                .buf
                .content
                .iter()
                .all(|c| c.modifier == ratatui::style::Modifier::BOLD)
        );
    }

    proptest! {
        #[test]
        fn any_text_fits_and_is_as_wide_as_it_says(text in any::<String>(), width in 0u16..30, two in any::<bool>()) {
            let ambiguous = if two { Two } else { One };
            let (buf, used) = drawn(&text, width, ambiguous);
            prop_assert!(used <= width);
            let (mut at, mut widths) = (0, 0);
            while at < used {
                let cells = buf.content[usize::from(at)].cell_width().max(1);
                at += cells;
                widths += cells;
            }
            prop_assert_eq!(widths, used);
            prop_assert!(used == width || usize::from(used) <= crate::text::width::cells(&text, ambiguous));
            prop_assert!(!symbols(&buf).concat().chars().any(crate::text::clean::is_unsafe));
        }
    }
}
