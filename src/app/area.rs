//! Where things stand on a screen: rectangles in cells.

/// A rectangle of cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Area {
    /// Column of the left edge.
    pub x: u16,
    /// Row of the upper edge.
    pub y: u16,
    /// Cells across.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// The smallest terminal that every screen fits, cells by rows.
    pub const SMALLEST: (u16, u16) = (60, 18);

    /// A whole terminal.
    pub const fn screen(width: u16, height: u16) -> Self {
        Self {
            x: 0,
            y: 0,
            width,
            height,
        }
    }

    /// Parts off `rows` rows at the top: the part and what is left.
    pub fn top(self, rows: u16) -> (Self, Self) {
        let rows = rows.min(self.height);
        let part = Self {
            height: rows,
            ..self
        };
        let rest = Self {
            y: self.y + rows,
            height: self.height - rows,
            ..self
        };
        (part, rest)
    }

    /// Parts off `rows` rows at the bottom: what is left and the part.
    pub fn bottom(self, rows: u16) -> (Self, Self) {
        self.top(self.height.saturating_sub(rows))
    }

    /// Parts off `cells` columns at the left: the part and what is left.
    pub fn left(self, cells: u16) -> (Self, Self) {
        let cells = cells.min(self.width);
        let part = Self {
            width: cells,
            ..self
        };
        let rest = Self {
            x: self.x + cells,
            width: self.width - cells,
            ..self
        };
        (part, rest)
    }

    /// Without `cells` columns at both sides.
    #[must_use]
    pub fn inset(self, cells: u16) -> Self {
        let (_, rest) = self.left(cells);
        Self {
            width: rest.width.saturating_sub(cells),
            ..rest
        }
    }

    /// The row at `index` from the top, or an empty area below the last.
    #[must_use]
    pub fn row(self, index: u16) -> Self {
        if index >= self.height {
            return Self {
                y: self.y + self.height,
                height: 0,
                ..self
            };
        }
        Self {
            y: self.y + index,
            height: 1,
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_fill_the_whole_and_never_leave_it() {
        let screen = Area::screen(10, 4);
        let (head, rest) = screen.top(1);
        let (body, foot) = rest.bottom(2);
        assert_eq!((head.height, body.height, foot.height), (1, 1, 2));
        assert_eq!(foot.y, 2);
        let (all, none) = screen.top(9);
        assert_eq!((all.height, none.height), (4, 0));
        assert_eq!(screen.inset(6).width, 0);
        assert_eq!(screen.row(7).height, 0);
    }
}
