//! One cell of the screen, and how much is known of the width of what stands in it.

use std::collections::HashMap;

use ratatui::buffer::{self, Buffer, CellDiffOption, CellWidth};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::grid::Grid;
use super::pen::{Ink, Look};
use crate::term::Ambiguous;
use crate::term::capabilities::Colours;

/// Whether the terminal moves its cursor by as many cells as the layout gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Trust {
    /// It does.
    Certain,
    /// It may take fewer cells, not more.
    Fewer,
    /// Terminals disagree (joined emoji, complex scripts): it may reach over the cells behind it.
    Reaching(u8),
}

/// A cell. A wide character fills its first one; the others follow it as trails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cell {
    /// A character, or an entry of [`Names`].
    glyph: u32,
    /// How it looks.
    pub look: Look,
    /// Cells of the layout; 0 for the cells behind the first.
    pub cells: u8,
    /// Whether the terminal agrees about them.
    pub trust: Trust,
}

/// Above Unicode's characters: entries of [`Names`].
const NAMED: u32 = 0x20_0000;
const UNKNOWN: u32 = u32::MAX;

impl Cell {
    /// A blank of a look.
    pub fn blank(look: Look) -> Self {
        Self {
            glyph: ' ' as u32,
            look: look.of_blank(),
            cells: 1,
            trust: Trust::Certain,
        }
    }

    /// What the terminal shows there is not known; never part of a frame.
    pub fn unknown() -> Self {
        Self {
            glyph: UNKNOWN,
            ..Self::blank(Look::default())
        }
    }

    fn trail(look: Look) -> Self {
        Self {
            glyph: 0,
            look,
            cells: 0,
            trust: Trust::Certain,
        }
    }

    /// Whether it is one of the cells behind the first of a wide character.
    pub fn is_trail(self) -> bool {
        self.cells == 0
    }

    /// Whether nothing but a background is seen.
    pub fn is_blank(self) -> bool {
        self.glyph == ' ' as u32
    }

    /// Whether what the terminal shows here is not known.
    pub fn is_unknown(self) -> bool {
        self.glyph == UNKNOWN
    }

    /// A number that differs for most cells that differ.
    pub fn key(self) -> u64 {
        let ink = |ink: Ink| match ink {
            Ink::Default => 0x1ff,
            Ink::Palette(n) => u64::from(n),
            Ink::Full(r, g, b) => 0x200 + u64::from(r) * 7 + u64::from(g) * 5 + u64::from(b),
        };
        let Look { fg, bg, modifier } = self.look;
        u64::from(self.glyph) ^ ink(fg) << 32 ^ ink(bg) << 43 ^ u64::from(modifier.bits()) << 54
    }

    /// Bytes of its character in UTF-8; of a named one a guess that is enough for prices.
    pub fn bytes(self) -> usize {
        match self.glyph {
            _ if self.cells == 0 => 0,
            0..0x80 => 1,
            0x80..0x800 => 2,
            0x800..0x1_0000 => 3,
            0x1_0000..NAMED => 4,
            _ => 12,
        }
    }
}

/// Clusters of more than one character.
#[derive(Debug, Default)]
pub struct Names {
    list: Vec<Box<str>>,
    at: HashMap<Box<str>, u32>,
}

impl Names {
    /// More clusters than a screen has cells: time to begin anew.
    pub fn is_full(&self) -> bool {
        self.list.len() > 1 << 16
    }

    fn name(&mut self, cluster: &str) -> u32 {
        if let Some(&named) = self.at.get(cluster) {
            return named;
        }
        let named = NAMED + self.list.len() as u32;
        self.list.push(cluster.into());
        self.at.insert(cluster.into(), named);
        named
    }

    /// Writes what a cell shows.
    pub fn write(&self, out: &mut Vec<u8>, cell: Cell) {
        if let Some(c) = char::from_u32(cell.glyph) {
            out.extend(c.encode_utf8(&mut [0; 4]).as_bytes());
        } else if let Some(cluster) = self.list.get((cell.glyph - NAMED) as usize) {
            out.extend(cluster.as_bytes());
        }
    }
}

/// Takes a frame over into a grid of the same size.
pub fn read(
    frame: &Buffer,
    ambiguous: Ambiguous,
    colours: Colours,
    names: &mut Names,
    into: &mut Grid,
) {
    let columns = usize::from(frame.area.width);
    if columns == 0 {
        return;
    }
    for (row, cells) in frame.content.chunks_exact(columns).enumerate() {
        let row = into.row_mut(row);
        let mut x = 0;
        while x < columns {
            let cell = &cells[x];
            let look = Look::new(cell.fg, cell.bg, cell.modifier, colours);
            let seen = glyph(cell, look, ambiguous, names, columns - x);
            row[x] = seen;
            let wide = usize::from(seen.cells);
            row[x + 1..x + wide].fill(Cell::trail(look));
            x += wide;
        }
    }
}

/// What a cell of a frame shows, in no more cells than there is room for.
fn glyph(
    cell: &buffer::Cell,
    look: Look,
    ambiguous: Ambiguous,
    names: &mut Names,
    room: usize,
) -> Cell {
    let symbol = cell.symbol();
    if let &[byte @ b'!'..=b'~'] = symbol.as_bytes() {
        return Cell {
            glyph: u32::from(byte),
            look,
            cells: 1,
            trust: Trust::Certain,
        };
    }
    if symbol == " " {
        return Cell::blank(look);
    }
    if let &[0xe4..=0xe9, _, _] = symbol.as_bytes()
        && let Some(c @ '\u{4e00}'..='\u{9fff}') = symbol.chars().next()
        && room > 1
        && cell.diff_option == CellDiffOption::None
    {
        return Cell {
            glyph: c as u32,
            look,
            cells: 2,
            trust: Trust::Certain,
        };
    }
    if symbol.chars().any(char::is_control) || symbol.width() == 0 {
        return Cell::blank(look);
    }
    let cells = cell.cell_width().max(1);
    if usize::from(cells) > room || cells > 16 {
        return Cell::blank(look);
    }
    let mut chars = symbol.chars();
    let (glyph, trust) = if let (Some(c), None) = (chars.next(), chars.next()) {
        (c as u32, trust(c, cells, ambiguous))
    } else {
        let reach: usize = symbol.chars().map(|c| c.width_cjk().unwrap_or(0)).sum();
        let reach = reach.clamp(usize::from(cells), 64) as u8;
        (names.name(symbol), Trust::Reaching(reach))
    };
    Cell {
        glyph,
        look,
        cells: cells as u8,
        trust,
    }
}

/// Whether a terminal gives a character the cells of the layout.
fn trust(c: char, cells: u16, ambiguous: Ambiguous) -> Trust {
    if matches!(c, '\u{3000}'..='\u{303e}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff60}')
        && cells == 2
    {
        return Trust::Certain;
    }
    let (one, two) = (c.width().unwrap_or(0), c.width_cjk().unwrap_or(0));
    let cells = usize::from(cells);
    let least = if ambiguous == Ambiguous::Two {
        two
    } else {
        one
    };
    let most = if ambiguous == Ambiguous::One {
        one
    } else {
        two
    };
    if is_disputed(c) {
        Trust::Reaching(2.max(cells) as u8)
    } else if most > cells {
        Trust::Reaching(most as u8)
    } else if least < cells {
        Trust::Fewer
    } else {
        Trust::Certain
    }
}

/// Characters whose width changed with versions of Unicode, that join their neighbours, or that are
/// written from right to left.
fn is_disputed(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{590}'..='\u{1dff}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{231a}'..='\u{23ff}'
        | '\u{25fb}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{302a}'..='\u{302f}'
        | '\u{303f}' | '\u{3099}' | '\u{309a}' | '\u{a4d0}'..='\u{abff}' | '\u{d7b0}'..='\u{f8ff}'
        | '\u{fb00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{fe70}'..='\u{feff}'
        | '\u{ff9e}' | '\u{ff9f}' | '\u{ffe8}'..='\u{1ffff}' | '\u{e0000}'..)
}
