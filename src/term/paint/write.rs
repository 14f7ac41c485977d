//! What still differs in a row is written.

use super::cell::{Cell, Trust};
use super::motion::{Place, csi, fits};
use super::pen::Look;
use super::{Painter, grid, motion, pen, row};

/// Fewer blanks in mid-row are written, not erased.
const BLANKS: usize = 10;
/// Fewer characters are not worth a repetition.
const REPEATED: usize = 8;

impl Painter {
    /// Writes where a row differs before a column.
    pub(super) fn differences(&mut self, y: usize, before: usize) {
        let (end, look) = row::tail(self.next.row(y));
        let columns = self.next.columns;
        let mut x = 0;
        while x < before {
            if self.shown.row(y)[x] == self.next.row(y)[x] {
                x += 1;
                continue;
            }
            while self.next.row(y)[x].is_trail() {
                x -= 1;
            }
            let cell = self.next.row(y)[x];
            if x >= end && columns - x > 3 && self.erases(look) {
                // Anywhere between the text and what is to go: where the cursor is, if it can be.
                let here = self.place.and_then(|place| place.x);
                let x = here.filter(|here| (end..=x).contains(here)).unwrap_or(x);
                self.go(x, y);
                self.pen_to_erase(look);
                self.body.extend(b"\x1b[K");
                grid::erase(self.shown.row_mut(y), x, columns, look);
                return;
            }
            let same = self.next.row(y)[x..]
                .iter()
                .take_while(|&&c| c == cell)
                .count();
            self.go(x, y);
            x += self.write(x, y, cell, same);
            self.note();
        }
    }

    /// Writes a character, or a run of equal ones; returns the cells that are done.
    fn write(&mut self, x: usize, y: usize, cell: Cell, same: usize) -> usize {
        if cell.is_blank()
            && same > BLANKS
            && self.erases(cell.look)
            && x + same < self.next.columns
        {
            self.pen_to_erase(cell.look);
            csi(&mut self.body, same, b'X');
            grid::erase(self.shown.row_mut(y), x, x + same, cell.look);
            return same;
        }
        let wide = usize::from(cell.cells);
        self.pen_for(cell);
        if cell.trust != Trust::Certain {
            self.write_unsure(x, y, cell);
            return wide;
        }
        self.names.write(&mut self.body, cell);
        let run = if self.capabilities.repeat && cell.bytes() == 1 && same > REPEATED {
            csi(&mut self.body, same - 1, b'b');
            same
        } else {
            1
        };
        let done = run * wide;
        self.take_over(x, y, done);
        let behind = x + done;
        self.place = Some(Place {
            x: (behind < self.next.columns).then_some(behind),
            y,
        });
        done
    }

    /// Writes a character of which the terminal's width is not known: on blanks, so that nothing
    /// old shows where it takes fewer cells; what it may reach over is written again.
    fn write_unsure(&mut self, x: usize, y: usize, cell: Cell) {
        let wide = usize::from(cell.cells);
        let columns = self.next.columns;
        let blank = Cell::blank(cell.look);
        let behind = &self.shown.row(y)[x + 1..x + wide];
        if behind.iter().any(|&cell| cell != blank) {
            self.body.resize(self.body.len() + wide, b' ');
            let past = x + wide;
            self.place = Some(Place {
                x: (past < columns).then_some(past),
                y,
            });
            let blanks = [blank; 16];
            grid::put(self.shown.row_mut(y), x, &blanks[..wide]);
            self.go(x, y);
        }
        let reach = match cell.trust {
            Trust::Reaching(cells) => usize::from(cells),
            _ => wide,
        };
        // At the edge it must not run over into the next row.
        let over = x + reach > columns;
        if over {
            self.body.extend(b"\x1b[?7l");
        }
        self.names.write(&mut self.body, cell);
        if over {
            self.body.extend(b"\x1b[?7h");
        }
        self.take_over(x, y, wide);
        let reached = columns.min(x + reach);
        if reached > x + wide {
            let unknown = [Cell::unknown(); 64];
            let row = self.shown.row_mut(y);
            grid::put(row, x + wide, &unknown[..reached - x - wide]);
        }
        self.place = Some(Place { x: None, y });
    }

    /// The terminal now shows these cells of the next frame.
    pub(super) fn take_over(&mut self, x: usize, y: usize, cells: usize) {
        let new = &self.next.row(y)[x..x + cells];
        grid::put(self.shown.row_mut(y), x, new);
    }

    fn erases(&self, look: Look) -> bool {
        look == Look::default() || (look.erases() && self.capabilities.erase_colours)
    }

    pub(super) fn go(&mut self, x: usize, y: usize) {
        let motion = motion::motion(self.place, x, y, self.shown.row(y), self.pen);
        self.body.extend(&motion.bytes);
        if let Some((from, to)) = motion.cells {
            for &cell in &self.shown.row(y)[from..to] {
                if !cell.is_trail() {
                    self.names.write(&mut self.body, cell);
                }
            }
        }
        self.place = Some(Place { x: Some(x), y });
    }

    fn pen_for(&mut self, cell: Cell) {
        if self.pen.is_none_or(|pen| !fits(cell, pen)) {
            self.pen(cell.look);
        }
    }

    /// Sets what erased cells take: the background; a look that is seen on blanks is left.
    pub(super) fn pen_to_erase(&mut self, look: Look) {
        let fine = |pen: Look| pen.erases() && pen.bg == look.bg;
        if !self.pen.is_some_and(fine) {
            self.pen(look);
        }
    }

    pub(super) fn pen(&mut self, look: Look) {
        pen::switch(&mut self.body, self.pen, look);
        self.pen = Some(look);
    }
}
