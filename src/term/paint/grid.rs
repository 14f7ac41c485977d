//! A screen of cells, changed the way a terminal changes it.

use super::cell::Cell;
use super::pen::Look;

/// Rows of cells.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    /// Cells of a row.
    pub columns: usize,
    /// Rows.
    pub rows: usize,
    cells: Vec<Cell>,
}

impl Grid {
    /// A size anew, all blank.
    pub fn reset(&mut self, columns: usize, rows: usize) {
        (self.columns, self.rows) = (columns, rows);
        self.cells.clear();
        let blank = Cell::blank(Look::default());
        self.cells.resize(columns * rows, blank);
    }

    /// A row.
    pub fn row(&self, y: usize) -> &[Cell] {
        &self.cells[y * self.columns..(y + 1) * self.columns]
    }

    /// A row to change.
    pub fn row_mut(&mut self, y: usize) -> &mut [Cell] {
        &mut self.cells[y * self.columns..(y + 1) * self.columns]
    }

    /// Blank from a row to the last.
    pub fn erase_below(&mut self, y: usize) {
        self.cells[y * self.columns..].fill(Cell::blank(Look::default()));
    }

    /// Rows from `top` to `last` move down by so many, or up by so many below 0; blank ones come in.
    pub fn scroll(&mut self, top: usize, last: usize, by: isize) {
        let cells = &mut self.cells[top * self.columns..(last + 1) * self.columns];
        let n = by.unsigned_abs().min(last + 1 - top) * self.columns;
        let blank = Cell::blank(Look::default());
        if by > 0 {
            cells.rotate_right(n);
            cells[..n].fill(blank);
        } else {
            cells.rotate_left(n);
            let left = cells.len() - n;
            cells[left..].fill(blank);
        }
    }
}

/// What is cut through stays behind in unknown shape: terminals blank it, or not.
fn cut(row: &mut [Cell], x: usize) {
    if x >= row.len() || !row[x].is_trail() {
        return;
    }
    let first = (0..x).rev().find(|&at| !row[at].is_trail()).unwrap_or(0);
    let behind = row[x..].iter().take_while(|cell| cell.is_trail()).count();
    row[first..x + behind].fill(Cell::unknown());
}

/// ICH: blanks come in at a cell, the last cells fall off the edge.
pub fn insert(row: &mut [Cell], x: usize, n: usize) {
    let edge = row.len() - n;
    cut(row, x);
    cut(row, edge);
    row[x..].rotate_right(n);
    row[x..x + n].fill(Cell::blank(Look::default()));
}

/// DCH: cells are taken out, blanks come in at the edge.
pub fn delete(row: &mut [Cell], x: usize, n: usize) {
    cut(row, x);
    cut(row, x + n);
    row[x..].rotate_left(n);
    let left = row.len() - n;
    row[left..].fill(Cell::blank(Look::default()));
}

/// EL, ECH: blanks of a look from one cell to before another.
pub fn erase(row: &mut [Cell], from: usize, to: usize, look: Look) {
    cut(row, from);
    cut(row, to);
    row[from..to].fill(Cell::blank(look));
}

/// What is written over cells, as many as fit.
pub fn put(row: &mut [Cell], x: usize, cells: &[Cell]) {
    cut(row, x);
    cut(row, x + cells.len());
    row[x..x + cells.len()].copy_from_slice(cells);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(grid: &Grid) -> Vec<bool> {
        (0..grid.rows)
            .map(|y| grid.row(y)[0].is_unknown())
            .collect()
    }

    #[test]
    fn rows_scroll_inside_their_margins() {
        let mut grid = Grid::default();
        grid.reset(2, 5);
        grid.row_mut(1).fill(Cell::unknown());
        grid.row_mut(4).fill(Cell::unknown());
        grid.scroll(0, 3, 2);
        assert_eq!(rows(&grid), [false, false, false, true, true]);
        grid.scroll(1, 3, -2);
        assert_eq!(rows(&grid), [false, true, false, false, true]);
    }
}
