//! Pages that change as an editor changes them, drawn as frames.

use std::num::NonZeroU16;

use liangdian::domain::settings::AmbiguousCells;
use liangdian::term::{Ambiguous, Capabilities, Colours};
use liangdian::text::width;
use proptest::prelude::*;
use proptest::sample::select;
use ratatui::buffer::{Buffer, CellDiffOption, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::emulator::{Emulator, Look};

/// A running text in rows, under a bar with a number.
#[derive(Debug, Clone)]
pub struct Page {
    pub size: (u16, u16),
    pub text: Vec<(String, u8)>,
    pub caret: Option<(u16, u16)>,
    pub top: usize,
    /// Where the caret is to be: part, byte.
    pub typed: Option<(usize, usize)>,
    /// Only characters of one width on all terminals.
    pub plain: bool,
}

/// A change.
#[derive(Debug, Clone)]
pub enum Step {
    /// Where, what, and whether the caret goes along.
    Insert(usize, String, bool),
    Delete(usize, usize),
    Row(usize, String),
    Scroll(isize),
    Caret(Option<(u16, u16)>),
    Resize(u16, u16),
    Look(usize, u8),
    Clear,
    Forget,
}

const LETTERS: [&str; 22] = [
    "柳",
    "林",
    "社",
    "区",
    "a",
    "b",
    " ",
    "  ",
    "，",
    "\n",
    "\n\n",
    "“",
    "”",
    "…",
    "—",
    "·",
    "●",
    "e\u{301}",
    "👩\u{200d}💻",
    "🇨🇳",
    "ﷺ",
    "\u{fe0f}☺",
];

const STYLES: [fn(Style) -> Style; 8] = [
    |style| style,
    |style| style.add_modifier(Modifier::BOLD),
    |style| style.fg(Color::Red),
    |style| style.fg(Color::Black).bg(Color::Cyan),
    |style| style.add_modifier(Modifier::REVERSED),
    |style| {
        style
            .fg(Color::Rgb(9, 200, 30))
            .add_modifier(Modifier::UNDERLINED)
    },
    |style| style.bg(Color::Indexed(99)).add_modifier(Modifier::DIM),
    |style| {
        style
            .fg(Color::White)
            .bg(Color::Blue)
            .add_modifier(Modifier::BOLD)
    },
];

fn letters(most: usize) -> impl Strategy<Value = String> {
    let one = prop_oneof![
        12 => select(&LETTERS[..4]).prop_map(str::to_owned),
        12 => select(&LETTERS[..]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(|c| c.to_string()),
    ];
    proptest::collection::vec(one, 1..most).prop_map(|all| all.concat())
}

pub fn page() -> impl Strategy<Value = Page> {
    let size = (2u16..40, 1u16..14);
    let text = proptest::collection::vec((letters(60), 0u8..8), 1..6);
    (size, text).prop_map(|(size, text)| Page {
        size,
        text,
        caret: Some((0, 0)),
        top: 0,
        typed: None,
        plain: false,
    })
}

pub fn step() -> impl Strategy<Value = Step> {
    let caret = proptest::option::weighted(0.9, (0u16..40, 0u16..14));
    prop_oneof![
        6 => (0usize..300, letters(4), any::<bool>()).prop_map(|(at, text, caret)| Step::Insert(at, text, caret)),
        4 => (0usize..300, 1usize..6).prop_map(|(at, n)| Step::Delete(at, n)),
        2 => (0usize..300, letters(30)).prop_map(|(at, text)| Step::Row(at, format!("\n{text}\n"))),
        4 => (-4isize..5).prop_map(Step::Scroll),
        3 => caret.prop_map(Step::Caret),
        1 => (2u16..40, 1u16..14).prop_map(|(w, h)| Step::Resize(w, h)),
        2 => (0usize..6, 0u8..8).prop_map(|(at, look)| Step::Look(at, look)),
        1 => Just(Step::Clear),
        1 => Just(Step::Forget),
    ]
}

impl Page {
    pub fn take(&mut self, step: &Step) {
        match step {
            Step::Insert(at, text, caret) => {
                let (part, byte) = self.place(*at);
                self.text[part].0.insert_str(byte, text);
                self.typed = caret.then_some((part, byte + text.len()));
            }
            Step::Row(at, text) => {
                let (part, byte) = self.place(*at);
                self.text[part].0.insert_str(byte, text);
            }
            Step::Delete(at, n) => {
                let (part, byte) = self.place(*at);
                let text = &mut self.text[part].0;
                let end = text[byte..]
                    .char_indices()
                    .nth(*n)
                    .map_or(text.len(), |(k, _)| byte + k);
                text.replace_range(byte..end, "");
            }
            Step::Scroll(by) => self.top = self.top.saturating_add_signed(*by),
            Step::Caret(caret) => self.caret = *caret,
            Step::Resize(w, h) => self.size = (*w, *h),
            Step::Look(part, look) => {
                let part = part % self.text.len();
                self.text[part].1 = *look;
            }
            Step::Clear => self.text = vec![(String::new(), 0)],
            Step::Forget => {}
        }
        self.caret = self
            .caret
            .map(|(x, y)| (x.min(self.size.0 - 1), y.min(self.size.1 - 1)));
    }

    fn place(&self, at: usize) -> (usize, usize) {
        let part = at % self.text.len();
        let text = &self.text[part].0;
        let count = text.chars().count();
        let byte = text
            .char_indices()
            .nth(at % (count + 1))
            .map_or(text.len(), |(k, _)| k);
        (part, byte)
    }

    pub fn draw(&mut self, ambiguous: Ambiguous) -> Buffer {
        let (columns, rows) = self.size;
        let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
        let cells = if ambiguous == Ambiguous::One {
            AmbiguousCells::One
        } else {
            AmbiguousCells::Two
        };
        let (mut x, mut y) = (0u16, 0usize);
        let bar = |buffer: &mut Buffer, y: u16, look: u8| {
            let style = STYLES[usize::from(look)](Style::new());
            buffer.set_style(Rect::new(0, y, columns, 1), style);
        };
        for (part, (text, look)) in self.text.iter().enumerate() {
            let style = STYLES[usize::from(*look)](Style::new());
            for glyph in width::glyphs(text, cells) {
                let row = y.wrapping_sub(self.top);
                if self.typed == Some((part, glyph.at)) && row < usize::from(rows) && x < columns {
                    self.caret = Some((x, row as u16));
                }
                if glyph.text == "\n" {
                    (x, y) = (0, y + 1);
                    continue;
                }
                let shown = width::shown(glyph.text);
                for (piece, wide) in width::pieces(&shown, cells) {
                    let odd = piece.chars().count() > 1 || "“”…—·●".contains(piece) || wide > 2;
                    if self.plain && (odd || !piece.chars().all(is_plain)) {
                        continue;
                    }
                    let wide = wide as u16;
                    if x + wide > columns {
                        (x, y) = (0, y + 1);
                    }
                    let row = y.wrapping_sub(self.top);
                    if wide <= columns && row < usize::from(rows) {
                        put(&mut buffer, x, row as u16, piece, wide, style);
                    }
                    x += wide;
                }
            }
        }
        if rows > 3 {
            bar(&mut buffer, rows - 1, self.text[0].1);
        }
        buffer
    }
}

fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{4e00}'..='\u{9fff}' | '，')
}

fn put(buffer: &mut Buffer, x: u16, y: u16, piece: &str, wide: u16, style: Style) {
    let cell = &mut buffer[(x, y)];
    cell.set_symbol(piece).set_style(style);
    cell.set_diff_option(
        NonZeroU16::new(wide).map_or(CellDiffOption::None, CellDiffOption::ForcedWidth),
    );
    for trail in x + 1..x + wide {
        buffer[(trail, y)].set_symbol("").set_style(style);
    }
}

/// The rows of a frame as text, without the blanks at their ends.
pub fn rows(frame: &Buffer) -> Vec<String> {
    let columns = usize::from(frame.area.width);
    let row = |cells: &[ratatui::buffer::Cell]| {
        let text: String = cells.iter().map(ratatui::buffer::Cell::symbol).collect();
        text.trim_end_matches(' ').to_owned()
    };
    frame.content.chunks(columns).map(row).collect()
}

/// The first difference between a frame and what a terminal shows.
pub fn compare(
    frame: &Buffer,
    terminal: &Emulator,
    capabilities: Capabilities,
) -> Result<(), String> {
    let columns = frame.area.width;
    for y in 0..frame.area.height {
        let mut x = 0;
        while x < columns {
            let cell = &frame[(x, y)];
            let wide = cell.cell_width().max(1);
            let shown = &terminal.cells[usize::from(y)][usize::from(x)..usize::from(x + wide)];
            let symbol = cell.symbol();
            let joined = symbol.chars().count() > 1;
            let same = if joined {
                !shown[0].text.is_empty() && symbol.starts_with(&shown[0].text)
            } else {
                shown[0].text == symbol && shown[1..].iter().all(|cell| cell.text.trim().is_empty())
            };
            if !same {
                let told: Vec<&str> = shown.iter().map(|cell| cell.text.as_str()).collect();
                return Err(format!("at {x},{y} {symbol:?} is {told:?}"));
            }
            let look = look(cell, capabilities.colours);
            let checked = if joined { &shown[..1] } else { shown };
            for other in checked {
                let (wanted, seen) = if other.text == " " {
                    (on_blank(&look), on_blank(&other.look))
                } else {
                    (look.clone(), other.look.clone())
                };
                if seen != wanted {
                    return Err(format!(
                        "at {x},{y} {symbol:?} looks {seen:?}, not {wanted:?}"
                    ));
                }
            }
            x += wide;
        }
    }
    Ok(())
}

/// What is seen of a look on a blank.
fn on_blank(look: &Look) -> Look {
    if look.on.iter().any(|n| [4, 7, 9].contains(n)) {
        return look.clone();
    }
    Look {
        bg: look.bg.clone(),
        ..Look::default()
    }
}

fn look(cell: &ratatui::buffer::Cell, colours: Colours) -> Look {
    let on = [
        (Modifier::BOLD, 1),
        (Modifier::DIM, 2),
        (Modifier::UNDERLINED, 4),
        (Modifier::REVERSED, 7),
    ];
    Look {
        fg: colour(cell.fg, colours),
        bg: colour(cell.bg, colours),
        on: on
            .iter()
            .filter(|(m, _)| cell.modifier.contains(*m))
            .map(|(_, n)| *n)
            .collect(),
    }
}

/// The colours of this test as each kind of terminal is sent them.
fn colour(color: Color, colours: Colours) -> String {
    let [full, palette, sixteen, eight] = match color {
        Color::Red => ["1"; 4],
        Color::Black => ["0"; 4],
        Color::Cyan => ["6"; 4],
        Color::Blue => ["4"; 4],
        Color::White => ["15", "15", "15", "7"],
        Color::Rgb(..) => ["9,200,30", "41", "10", "2"],
        Color::Indexed(_) => ["99", "99", "12", "4"],
        _ => [""; 4],
    };
    let sent = match colours {
        Colours::None => "",
        Colours::Eight => eight,
        Colours::Sixteen => sixteen,
        Colours::Palette => palette,
        Colours::Full => full,
    };
    sent.to_owned()
}
