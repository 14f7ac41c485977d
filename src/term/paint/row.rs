//! What a row costs, and whether shifting its cells is cheaper than writing them.

use super::cell::{Cell, Trust};
use super::grid;
use super::pen::Look;

/// How a row is made ready before what still differs is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ready {
    /// It is written as it is.
    Not,
    /// Cells are put in at a column (ICH).
    Insert {
        /// The column.
        x: usize,
        /// How many.
        n: usize,
    },
    /// Cells are taken out at a column (DCH).
    Delete {
        /// The column.
        x: usize,
        /// How many.
        n: usize,
    },
    /// It is erased from a column (EL).
    Erase {
        /// The column.
        x: usize,
        /// The look of the blanks.
        look: Look,
    },
}

impl Ready {
    /// Whether cells move.
    pub fn shifts(self) -> bool {
        matches!(self, Self::Insert { .. } | Self::Delete { .. })
    }

    /// Changes a row as the terminal will.
    pub fn apply(self, row: &mut [Cell]) {
        match self {
            Self::Not => {}
            Self::Insert { x, n } => grid::insert(row, x, n),
            Self::Delete { x, n } => grid::delete(row, x, n),
            Self::Erase { x, look } => grid::erase(row, x, row.len(), look),
        }
    }
}

/// Bytes of a motion to a place of which nothing is known yet.
const MOVE: usize = 5;
/// Bytes of a sequence for shifting or erasing.
const SHIFT: usize = 4;
/// Bytes of a change of look.
const SGR: usize = 5;
/// The farthest that cells are shifted: four wide characters.
const FARTHEST: usize = 8;
/// Rows that cost no more than this are written as they are.
const CHEAP: usize = 10;

/// Where the blanks of one look at the end of a row begin, and their look.
pub fn tail(row: &[Cell]) -> (usize, Look) {
    let Some(&last) = row.last().filter(|cell| cell.is_blank()) else {
        return (row.len(), Look::default());
    };
    let blanks = row.iter().rev().take_while(|&&cell| cell == last).count();
    (row.len() - blanks, last.look)
}

/// About the bytes of writing where one row differs from another.
pub fn price(old: &[Cell], new: &[Cell]) -> usize {
    let (end, look) = tail(new);
    let mut pen = None;
    let mut cost = 0;
    let mut gap = None;
    for x in 0..end {
        let cell = new[x];
        if cell.is_trail() || old[x] == cell {
            gap = gap.map(|gap| gap + cell.bytes());
            continue;
        }
        cost += gap.map_or(MOVE, |gap: usize| gap.min(MOVE)) + cell.bytes();
        gap = Some(0);
        if cell.trust != Trust::Certain {
            cost += MOVE;
        }
        if !cell.is_blank() && pen.is_some_and(|pen| pen != cell.look) {
            cost += SGR;
        }
        pen = pen.filter(|_| cell.is_blank()).or(Some(cell.look));
    }
    if old[end..] != new[end..] {
        let erased = if look.erases() { 3 } else { new.len() - end };
        cost += gap.map_or(MOVE, |gap| gap.min(MOVE)) + erased;
    }
    cost
}

/// The cheapest way from one row to another, and about its bytes.
///
/// `scratch` is a row to try in.
pub fn plan(old: &[Cell], new: &[Cell], erase: bool, scratch: &mut Vec<Cell>) -> (Ready, usize) {
    let mut best = (Ready::Not, price(old, new));
    if best.1 <= CHEAP {
        return best;
    }
    let Some(x) = first_difference(old, new) else {
        return best;
    };
    let mut offer = |ready: Ready, cost: usize| {
        scratch.clear();
        scratch.extend_from_slice(old);
        ready.apply(scratch);
        let cost = cost + price(scratch, new);
        if cost < best.1 {
            best = (ready, cost);
        }
    };
    if shifts(&old[x..]) {
        for n in 1..=FARTHEST.min(old.len() - x - 1) {
            if new[x + n] == old[x] {
                offer(Ready::Insert { x, n }, SHIFT);
            }
            if old[x + n] == new[x] {
                offer(Ready::Delete { x, n }, SHIFT);
            }
        }
    }
    if erase {
        let plain = Look::default();
        offer(Ready::Erase { x, look: plain }, MOVE + 3);
        if let Some(bar) = bar(&new[x..]) {
            offer(Ready::Erase { x, look: bar }, MOVE + 3 + SGR);
        }
    }
    best
}

/// The first cell that differs, at the start of a character in both.
fn first_difference(old: &[Cell], new: &[Cell]) -> Option<usize> {
    let mut x = (0..new.len()).find(|&x| old[x] != new[x])?;
    while x > 0 && (old[x].is_trail() || new[x].is_trail()) {
        x -= 1;
    }
    Some(x)
}

/// Whether shifting moves these cells as the layout does: a character of which the terminal may
/// think that it reaches farther could be torn. One that takes fewer cells than its layout stands
/// with a blank behind it, and both are moved.
fn shifts(cells: &[Cell]) -> bool {
    let torn = |cell: &Cell| matches!(cell.trust, Trust::Reaching(_)) || cell.is_unknown();
    !cells.iter().any(torn)
}

/// The background that most blanks of a row have, where it is not the terminal's own.
fn bar(cells: &[Cell]) -> Option<Look> {
    let blank = cells.iter().find(|cell| cell.is_blank())?;
    let look = blank.look;
    let same = cells.iter().filter(|cell| **cell == *blank).count();
    (look != Look::default() && look.erases() && same > SGR).then_some(look)
}
