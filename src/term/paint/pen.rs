//! The looks of cells, and the fewest bytes (SGR, ECMA-48 8.3.117) from one to the next.

use ratatui::style::{Color, Modifier};

use crate::term::capabilities::Colours;

/// A colour as it is sent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Ink {
    /// The terminal's own.
    #[default]
    Default,
    /// Of the palette; the first sixteen have codes of their own.
    Palette(u8),
    /// Red, green, blue.
    Full(u8, u8, u8),
}

/// The look of a cell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Look {
    /// The character's colour.
    pub fg: Ink,
    /// The background's.
    pub bg: Ink,
    /// Bold, underlined, ...
    pub modifier: Modifier,
}

/// Modifiers that are seen on a blank.
const SEEN_ON_BLANKS: Modifier = Modifier::UNDERLINED
    .union(Modifier::REVERSED)
    .union(Modifier::CROSSED_OUT);

impl Look {
    /// A cell's look, with no more colours than the terminal has.
    pub fn new(fg: Color, bg: Color, modifier: Modifier, colours: Colours) -> Self {
        Self {
            fg: ink(fg, colours),
            bg: ink(bg, colours),
            modifier,
        }
    }

    /// The same look as far as it is seen on a blank.
    pub fn of_blank(self) -> Self {
        if self.modifier.intersects(SEEN_ON_BLANKS) {
            return self;
        }
        Self {
            bg: self.bg,
            ..Self::default()
        }
    }

    /// Whether cells that are erased in it look like blanks written in it.
    pub fn erases(self) -> bool {
        !self.modifier.intersects(SEEN_ON_BLANKS)
    }
}

/// How ratatui's colours are called on a palette of sixteen.
fn ink(color: Color, colours: Colours) -> Ink {
    let named = match color {
        Color::Reset => return Ink::Default,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Indexed(n) => n,
        Color::Rgb(r, g, b) if colours == Colours::Full => return Ink::Full(r, g, b),
        Color::Rgb(r, g, b) => cube(r, g, b),
    };
    match colours {
        Colours::None => Ink::Default,
        Colours::Eight => match sixteen(named) {
            // Dark grey would be black on black.
            8 => Ink::Default,
            n => Ink::Palette(n % 8),
        },
        Colours::Sixteen => Ink::Palette(sixteen(named)),
        Colours::Palette | Colours::Full => Ink::Palette(named),
    }
}

/// The nearest of the cube of 6 by 6 by 6 colours in the palette of 256.
fn cube(r: u8, g: u8, b: u8) -> u8 {
    let step = |v: u8| ((u16::from(v) * 5 + 127) / 255) as u8;
    16 + 36 * step(r) + 6 * step(g) + step(b)
}

/// The nearest of sixteen to a colour of the palette of 256.
fn sixteen(n: u8) -> u8 {
    match n {
        0..16 => n,
        16..232 => {
            let (r, g, b) = ((n - 16) / 36, (n - 16) / 6 % 6, (n - 16) % 6);
            let bright = if r.max(g).max(b) > 3 { 8 } else { 0 };
            let base = u8::from(r > 2) | u8::from(g > 2) << 1 | u8::from(b > 2) << 2;
            if base == 0 { bright } else { base + bright }
        }
        232..238 => 0,
        238..244 => 8,
        244..250 => 7,
        250.. => 15,
    }
}

/// Writes the shorter of two ways from a look to another; from an unknown one it starts anew.
pub fn switch(out: &mut Vec<u8>, from: Option<Look>, to: Look) {
    if from == Some(to) {
        return;
    }
    let mut anew = Codes::new();
    if to != Look::default() {
        anew.push(&[]);
        add(&mut anew, Look::default(), to);
    }
    let step = from.map(|from| {
        let mut step = Codes::new();
        take_off(&mut step, from, to);
        step
    });
    match step {
        Some(step) if step.bytes.len() <= anew.bytes.len() => step.send(out),
        _ => anew.send(out),
    }
}

/// Parameters of one SGR sequence.
struct Codes {
    bytes: Vec<u8>,
    first: bool,
}

impl Codes {
    fn new() -> Self {
        Self {
            bytes: Vec::with_capacity(24),
            first: true,
        }
    }

    /// One parameter of some numbers; without any the empty one, which stands for 0.
    fn push(&mut self, numbers: &[u8]) {
        if !self.first {
            self.bytes.push(b';');
        }
        self.first = false;
        for (at, &n) in numbers.iter().enumerate() {
            if at > 0 {
                self.bytes.push(b';');
            }
            super::motion::number(&mut self.bytes, u16::from(n));
        }
    }

    fn send(&self, out: &mut Vec<u8>) {
        out.extend(b"\x1b[");
        out.extend(&self.bytes);
        out.push(b'm');
    }
}

const ON: [(Modifier, u8); 9] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::RAPID_BLINK, 6),
    (Modifier::REVERSED, 7),
    (Modifier::HIDDEN, 8),
    (Modifier::CROSSED_OUT, 9),
];

const OFF: [(Modifier, u8); 7] = [
    (Modifier::BOLD.union(Modifier::DIM), 22),
    (Modifier::ITALIC, 23),
    (Modifier::UNDERLINED, 24),
    (Modifier::SLOW_BLINK.union(Modifier::RAPID_BLINK), 25),
    (Modifier::REVERSED, 27),
    (Modifier::HIDDEN, 28),
    (Modifier::CROSSED_OUT, 29),
];

/// What a look has that the other does not, switched off; then the rest added.
fn take_off(codes: &mut Codes, from: Look, to: Look) {
    let mut left = from;
    for (group, code) in OFF {
        if (from.modifier & group).difference(to.modifier) != Modifier::empty() {
            codes.push(&[code]);
            left.modifier.remove(group);
        }
    }
    add(codes, left, to);
}

/// What a look lacks of another, which has all its modifiers.
fn add(codes: &mut Codes, from: Look, to: Look) {
    for (one, code) in ON {
        if to.modifier.contains(one) && !from.modifier.contains(one) {
            codes.push(&[code]);
        }
    }
    if from.fg != to.fg {
        colour(codes, to.fg, 30);
    }
    if from.bg != to.bg {
        colour(codes, to.bg, 40);
    }
}

fn colour(codes: &mut Codes, ink: Ink, base: u8) {
    match ink {
        Ink::Default => codes.push(&[base + 9]),
        Ink::Palette(n @ 0..8) => codes.push(&[base + n]),
        Ink::Palette(n @ 8..16) => codes.push(&[base + 60 + n - 8]),
        Ink::Palette(n) => codes.push(&[base + 8, 5, n]),
        Ink::Full(r, g, b) => codes.push(&[base + 8, 2, r, g, b]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    fn look(style: Style, colours: Colours) -> Look {
        let fg = style.fg.unwrap_or_default();
        let bg = style.bg.unwrap_or_default();
        Look::new(fg, bg, style.add_modifier, colours)
    }

    fn sent(from: Style, to: Style, colours: Colours) -> String {
        let mut out = Vec::new();
        switch(&mut out, Some(look(from, colours)), look(to, colours));
        String::from_utf8(out).unwrap().replace("\x1b[", "")
    }

    #[test]
    fn a_look_is_left_the_shortest_way() {
        let plain = Style::new();
        for (from, to, bytes) in [
            (plain, plain, ""),
            (plain.bold(), plain, "m"),
            (plain, plain.bold(), "1m"),
            (plain.bold().dim(), plain.bold(), ";1m"),
            (plain.bold().red(), plain.red(), "22m"),
            (
                plain.white().on_blue().bold(),
                plain.white().on_blue(),
                "22m",
            ),
            (plain.red(), plain.black(), "30m"),
            (plain.underlined(), plain.bold(), ";1m"),
            (plain, Style::new().fg(Color::Indexed(200)), "38;5;200m"),
            (plain, Style::new().bg(Color::Rgb(1, 2, 3)), "48;2;1;2;3m"),
        ] {
            assert_eq!(sent(from, to, Colours::Full), bytes, "{from:?} {to:?}");
        }
    }

    #[test]
    fn colours_are_no_more_than_the_terminal_has() {
        let style = Style::new().fg(Color::DarkGray).bg(Color::LightBlue);
        for (colours, bytes) in [
            (Colours::None, ""),
            (Colours::Eight, "44m"),
            (Colours::Sixteen, "90;104m"),
            (Colours::Palette, "90;104m"),
        ] {
            assert_eq!(sent(Style::new(), style, colours), bytes);
        }
        let orange = Style::new().fg(Color::Rgb(255, 135, 0));
        assert_eq!(sent(Style::new(), orange, Colours::Palette), "38;5;214m");
        assert_eq!(sent(Style::new(), orange, Colours::Sixteen), "93m");
        assert_eq!(sent(Style::new(), orange, Colours::Eight), "33m");
    }

    #[test]
    fn an_unknown_look_is_reset() {
        let mut out = Vec::new();
        switch(&mut out, None, Look::default());
        assert_eq!(out, b"\x1b[m");
    }
}
