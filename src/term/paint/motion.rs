//! The fewest bytes from one place to another.

use super::cell::{Cell, Trust};
use super::pen::Look;

/// Where the terminal's cursor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Row, from 0.
    pub y: usize,
    /// Column, from 0; not known behind the last cell of a row, nor behind a character of unknown
    /// width.
    pub x: Option<usize>,
}

/// The most unchanged cells that are written again to get behind them.
const REWRITTEN: usize = 8;

/// Appends a number in decimal.
pub fn number(out: &mut Vec<u8>, n: u16) {
    if n >= 10 {
        number(out, n / 10);
    }
    out.push(b'0' + (n % 10) as u8);
}

/// `CSI n final`, the 1 left out.
pub fn csi(out: &mut Vec<u8>, n: usize, last: u8) {
    out.extend(b"\x1b[");
    if n != 1 {
        number(out, n as u16);
    }
    out.push(last);
}

/// The shortest motion to a cell; `row` is what the terminal shows in its row, written again where
/// that is shorter, in the look that is set.
///
/// Only what every terminal since the VT100 has, and CHA.
pub fn motion(from: Option<Place>, x: usize, y: usize, row: &[Cell], pen: Option<Look>) -> Motion {
    let mut best = Motion::absolute(x, y);
    let Some(from) = from else { return best };
    if from.x == Some(x) && from.y == y {
        return Motion::default();
    }
    let mut offer = |motion: Motion| {
        if motion.len() < best.len() {
            best = motion;
        }
    };
    let mut to_row = Motion::default();
    to_row.vertical(from.y, y);
    let mut first = Motion::default();
    first.bytes.push(b'\r');
    first.bytes.extend(&to_row.bytes);
    offer(first.clone().forward(x));
    if let Some(again) = rewritten(row, 0, x, pen) {
        offer(first.again(0, x, again));
    }
    let mut column = Motion::default();
    csi(&mut column.bytes, x + 1, b'G');
    column.bytes.extend(&to_row.bytes);
    offer(column);
    if let Some(at) = from.x {
        if at <= x {
            offer(to_row.clone().forward(x - at));
            if let Some(again) = rewritten(row, at, x, pen) {
                offer(to_row.again(at, x, again));
            }
        } else {
            offer(to_row.back(at - x));
        }
    }
    best
}

/// Bytes of the cells in between, where they can be written again as they are.
fn rewritten(row: &[Cell], from: usize, to: usize, pen: Option<Look>) -> Option<usize> {
    let cells = row.get(from..to).filter(|cells| cells.len() <= REWRITTEN)?;
    let pen = pen?;
    let same = |cell: &Cell| {
        cell.trust == Trust::Certain && !cell.is_unknown() && (cell.is_trail() || fits(*cell, pen))
    };
    let whole = cells.first().is_none_or(|cell| !cell.is_trail())
        && row.get(to).is_none_or(|cell| !cell.is_trail());
    (whole && cells.iter().all(same)).then(|| cells.iter().map(|cell| cell.bytes()).sum())
}

/// Whether a cell can be written in a look without a difference that is seen.
pub fn fits(cell: Cell, pen: Look) -> bool {
    cell.look == pen || (cell.is_blank() && cell.look == pen.of_blank())
}

/// A motion: bytes, and cells that are written again after them.
#[derive(Debug, Clone, Default)]
pub struct Motion {
    /// Controls.
    pub bytes: Vec<u8>,
    /// Unchanged cells of the row that follow: from, to.
    pub cells: Option<(usize, usize)>,
    cost: usize,
}

impl Motion {
    fn absolute(x: usize, y: usize) -> Self {
        let mut bytes = b"\x1b[".to_vec();
        if y > 0 {
            number(&mut bytes, y as u16 + 1);
        }
        if x > 0 {
            bytes.push(b';');
            number(&mut bytes, x as u16 + 1);
        }
        bytes.push(b'H');
        Self {
            bytes,
            ..Self::default()
        }
    }

    /// Bytes in all.
    pub fn len(&self) -> usize {
        self.bytes.len() + self.cost
    }

    fn vertical(&mut self, from: usize, to: usize) {
        match (to.saturating_sub(from), from.saturating_sub(to)) {
            (0, 0) => {}
            (down @ 1..=4, _) => self.bytes.extend(&b"\n\n\n\n"[..down]),
            (0, 1) => self.bytes.extend(b"\x1bM"),
            (0, up) => csi(&mut self.bytes, up, b'A'),
            (down, _) => csi(&mut self.bytes, down, b'B'),
        }
    }

    fn forward(mut self, n: usize) -> Self {
        if n > 0 {
            csi(&mut self.bytes, n, b'C');
        }
        self
    }

    fn back(mut self, n: usize) -> Self {
        match n {
            0..=4 => self.bytes.extend(&b"\x08\x08\x08\x08"[..n]),
            _ => csi(&mut self.bytes, n, b'D'),
        }
        self
    }

    fn again(mut self, from: usize, to: usize, cost: usize) -> Self {
        self.cells = Some((from, to));
        self.cost = cost;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(from: Option<(Option<usize>, usize)>, x: usize, y: usize) -> String {
        let row = vec![Cell::blank(Look::default()); 80];
        let from = from.map(|(x, y)| Place { y, x });
        let motion = motion(from, x, y, &row, Some(Look::default()));
        let mut bytes = motion.bytes;
        if let Some((from, to)) = motion.cells {
            bytes.extend(vec![b' '; to - from]);
        }
        String::from_utf8(bytes).unwrap().replace("\x1b[", "^")
    }

    #[test]
    fn the_shortest_motion_is_taken() {
        let at = |x, y| Some((Some(x), y));
        for (from, x, y, bytes) in [
            (None, 0, 0, "^H"),
            (None, 0, 4, "^5H"),
            (None, 4, 0, "^;5H"),
            (None, 4, 4, "^5;5H"),
            (at(4, 4), 4, 4, ""),
            (at(4, 4), 3, 4, "\u{8}"),
            (at(40, 4), 30, 4, "^31G"),
            (at(40, 4), 32, 4, "^8D"),
            (at(4, 4), 6, 4, "  "),
            (at(4, 4), 40, 4, "^41G"),
            (at(4, 4), 20, 4, "^21G"),
            (at(70, 4), 2, 5, "\r\n  "),
            (at(70, 4), 0, 5, "\r\n"),
            (Some((None, 4)), 0, 5, "\r\n"),
            (Some((None, 4)), 40, 4, "^41G"),
            (at(9, 9), 9, 8, "\u{1b}M"),
            (at(9, 20), 9, 8, "^12A"),
        ] {
            assert_eq!(moved(from, x, y), bytes, "{from:?} {x} {y}");
        }
    }
}
