//! How the byline screen is divided.

use super::Column;
use crate::app::area::Area;
use crate::wording::Lang;

/// How the screen is divided.
#[derive(Debug, Clone, Copy)]
pub struct BylineLayout {
    /// Title bar.
    pub bar: Area,
    /// Heads of the columns.
    pub heads: Area,
    /// People.
    pub rows: Area,
    /// Suggestions.
    pub offers: Area,
    /// The line as it will be printed.
    pub printed: Area,
    /// Hints and notice.
    pub foot: Area,
}

/// Divides the screen.
pub fn layout(size: Area) -> BylineLayout {
    let (bar, rest) = size.top(1);
    let (heads, rest) = rest.top(2);
    let (rest, foot) = rest.bottom(2);
    let (rest, printed) = rest.bottom(3);
    let (rows, offers) = rest.bottom(3);
    BylineLayout {
        bar,
        heads,
        rows,
        offers,
        printed,
        foot,
    }
}

/// Cells that the names of roles take, a margin before and a gap behind them included.
pub(super) fn role_cells(lang: Lang) -> u16 {
    match lang {
        Lang::Zh => 10,
        Lang::En => 16,
    }
}

/// Where the columns stand behind the roles: offset and width in cells of name, unit and title.
pub fn columns(width: u16, roles: u16) -> [(Column, u16, u16); 3] {
    let rest = width.saturating_sub(roles + 2);
    let name = (rest / 3).clamp(10, 20);
    let title = (rest / 4).clamp(10, 16);
    let unit = rest.saturating_sub(name + title + 4).max(10);
    [
        (Column::Name, roles, name),
        (Column::Unit, roles + 2 + name, unit),
        (Column::Title, roles + 4 + name + unit, title),
    ]
}
