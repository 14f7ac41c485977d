//! A terminal for tests: strict about what it is sent, and as unkind as a terminal may be.
//!
//! It gives ambiguous characters one cell or two, joins no clusters, leaves rubbish where half a
//! wide character is overwritten, fills what it erases with the background that is set, and stops
//! the test at any sequence that the program has no business to send.

#![allow(dead_code)] // Each test crate uses its part.
#![allow(clippy::unwrap_used, clippy::expect_used)] // A terminal that is sent nonsense fails the test.
#![allow(
    clippy::struct_excessive_bools,
    clippy::unused_self,
    clippy::cast_possible_wrap
)]

use unicode_width::UnicodeWidthChar;

/// The looks of a cell: SGR parameters that are on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Look {
    pub fg: String,
    pub bg: String,
    /// Of 1 to 9.
    pub on: Vec<u8>,
}

/// A cell; a wide character fills its first one and leaves an empty text in the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    pub text: String,
    pub look: Look,
}

/// What stands where half a character was overwritten.
pub const RUBBISH: &str = "\u{fffd}";

#[allow(clippy::struct_excessive_bools)] // Each is a switch of its own.
pub struct Emulator {
    pub columns: usize,
    pub rows: usize,
    pub cells: Vec<Vec<Cell>>,
    /// Column, row.
    pub cursor: (usize, usize),
    pub visible: bool,
    pub title: String,
    pub updating: bool,
    /// Cells of ambiguous characters.
    wide: bool,
    pending: bool,
    wraps: bool,
    margins: (usize, usize),
    look: Look,
    saved: Option<((usize, usize), Look)>,
    last: char,
    cut: Vec<u8>,
}

impl Emulator {
    pub fn new(columns: usize, rows: usize, wide: bool) -> Self {
        let mut new = Self {
            columns,
            rows,
            cells: Vec::new(),
            cursor: (0, 0),
            visible: true,
            title: String::new(),
            updating: false,
            wide,
            pending: false,
            wraps: true,
            margins: (0, rows - 1),
            look: Look::default(),
            saved: None,
            last: ' ',
            cut: Vec::new(),
        };
        new.resize(columns, rows);
        new
    }

    /// A new size: what stood there is cut or kept, the cursor stays inside.
    pub fn resize(&mut self, columns: usize, rows: usize) {
        (self.columns, self.rows) = (columns, rows);
        let blank = Self::rubbish();
        self.cells.resize(rows, Vec::new());
        for row in &mut self.cells {
            row.resize(columns, blank.clone());
        }
        self.margins = (0, rows - 1);
        self.cursor = (self.cursor.0.min(columns - 1), self.cursor.1.min(rows - 1));
    }

    /// A row as text, without the blanks at its end.
    pub fn row(&self, y: usize) -> String {
        let text: String = self.cells[y]
            .iter()
            .map(|cell| cell.text.as_str())
            .collect();
        text.trim_end().to_owned()
    }

    fn rubbish() -> Cell {
        Cell {
            text: RUBBISH.into(),
            look: Look::default(),
        }
    }

    fn blank(&self) -> Cell {
        Cell {
            text: " ".into(),
            look: Look {
                bg: self.look.bg.clone(),
                ..Look::default()
            },
        }
    }

    /// Takes bytes as they come, cut anywhere.
    pub fn feed(&mut self, bytes: &[u8]) {
        let mut all = std::mem::take(&mut self.cut);
        all.extend(bytes);
        let mut rest = &all[..];
        while !rest.is_empty() {
            match self.token(rest) {
                Some(n) => rest = &rest[n..],
                None => break,
            }
        }
        self.cut = rest.to_vec();
    }

    /// Takes one token; how long it was, or none where it is cut.
    fn token(&mut self, bytes: &[u8]) -> Option<usize> {
        match bytes[0] {
            b'\x1b' => self.escape(bytes),
            b'\r' => {
                self.cursor.0 = 0;
                self.pending = false;
                Some(1)
            }
            b'\n' => {
                assert!(
                    !self.pending,
                    "LF behind the edge is not the same everywhere"
                );
                self.line_feed();
                Some(1)
            }
            b'\x08' => {
                assert!(
                    !self.pending,
                    "BS behind the edge is not the same everywhere"
                );
                self.cursor.0 = self.cursor.0.saturating_sub(1);
                Some(1)
            }
            0..b' ' | 0x7f => panic!("control {:#x}", bytes[0]),
            first => {
                let length = match first {
                    0..0x80 => 1,
                    0x80..0xe0 => 2,
                    0xe0..0xf0 => 3,
                    _ => 4,
                };
                let text = std::str::from_utf8(bytes.get(..length)?).expect("UTF-8");
                self.put(text.chars().next().expect("a character"));
                Some(length)
            }
        }
    }

    fn escape(&mut self, bytes: &[u8]) -> Option<usize> {
        match bytes.get(1)? {
            b'7' => {
                assert!(!self.pending, "DECSC behind the edge");
                self.saved = Some((self.cursor, self.look.clone()));
                Some(2)
            }
            b'8' => {
                let saved = self.saved.take().expect("DECRC after DECSC");
                (self.cursor, self.look) = saved;
                self.pending = false;
                Some(2)
            }
            b'M' => {
                assert!(self.cursor.1 != self.margins.0, "RI at the margin");
                self.cursor.1 -= 1;
                Some(2)
            }
            // The numeric pad as it is printed on the keys.
            b'>' => Some(2),
            b'[' => {
                let last = 2 + bytes[2..].iter().position(|b| (0x40..0x7f).contains(b))?;
                let parameters = std::str::from_utf8(&bytes[2..last]).expect("ASCII");
                self.csi(parameters, bytes[last]);
                Some(last + 1)
            }
            b']' => {
                let end = 2 + bytes[2..].iter().position(|&b| b == 7 || b == 0x1b)?;
                let text = String::from_utf8_lossy(&bytes[2..end]).into_owned();
                if let Some(title) = text.strip_prefix("0;") {
                    title.clone_into(&mut self.title);
                }
                Some(end + if bytes[end] == 7 { 1 } else { 2 })
            }
            other => panic!("ESC {:?}", *other as char),
        }
    }

    fn csi(&mut self, parameters: &str, last: u8) {
        if let Some(modes) = parameters.strip_prefix('?') {
            return self.modes(modes, last);
        }
        let numbers: Vec<usize> = parameters
            .split(';')
            .map(|n| n.parse().unwrap_or(0))
            .collect();
        let n = numbers[0].max(1);
        let at = |k: usize| numbers.get(k).copied().unwrap_or(0).max(1) - 1;
        let (x, y) = self.cursor;
        assert!(
            !self.pending
                || matches!(
                    last,
                    b'm' | b'H' | b'G' | b'r' | b'S' | b'T' | b'J' | b'n' | b'c' | b'q'
                ),
            "CSI {parameters}{} behind the edge",
            last as char
        );
        match last {
            b'm' => return self.sgr(parameters),
            b'H' => self.cursor = (at(1), at(0)),
            b'G' => self.cursor.0 = at(0),
            b'A' => self.cursor.1 = y.checked_sub(n).expect("a row above"),
            b'B' => self.cursor.1 = y + n,
            b'C' => self.cursor.0 = x + n,
            b'D' => self.cursor.0 = x.checked_sub(n).expect("a column before"),
            b'J' => self.erase_screen(numbers[0]),
            b'K' if numbers[0] == 2 => self.erase(y, 0, self.columns),
            b'K' => self.erase(y, x, self.columns),
            // Whoever has the other end answers.
            b'n' | b'c' | b'q' => return,
            b'X' => self.erase(y, x, (x + n).min(self.columns)),
            b'@' => self.insert(n),
            b'P' => self.delete(n),
            b'S' => self.scroll(self.margins.0, -n.cast_signed()),
            b'L' => self.scroll(y, n.cast_signed()),
            b'M' => self.scroll(y, -n.cast_signed()),
            b'b' => {
                for _ in 0..n {
                    self.put(self.last);
                }
                return;
            }
            b'r' => {
                let bottom = numbers.get(1).copied().filter(|&n| n > 0);
                self.margins = (at(0), bottom.unwrap_or(self.rows) - 1);
                assert!(self.margins.0 < self.margins.1 || self.rows == 1, "margins");
                self.cursor = (0, 0);
            }
            _ => panic!("CSI {parameters}{}", last as char),
        }
        self.pending = false;
        assert!(
            self.cursor.0 < self.columns && self.cursor.1 < self.rows,
            "CSI {parameters}{} leaves the screen",
            last as char
        );
    }

    fn modes(&mut self, modes: &str, last: u8) {
        if last == b'p' {
            // Whoever has the other end answers whether it knows the mode.
            return;
        }
        let on = last == b'h';
        match modes {
            "25" => self.visible = on,
            "2026" => self.updating = on,
            "7" => self.wraps = on,
            "1" | "1049" | "2004" => {}
            _ => panic!("CSI ?{modes}{}", last as char),
        }
    }

    fn sgr(&mut self, parameters: &str) {
        let mut numbers = parameters.split(';').map(|n| n.parse::<u8>().unwrap_or(0));
        while let Some(n) = numbers.next() {
            let off = |on: &mut Vec<u8>, gone: &[u8]| on.retain(|n| !gone.contains(n));
            match n {
                0 => self.look = Look::default(),
                1..10 => {
                    if !self.look.on.contains(&n) {
                        self.look.on.push(n);
                        self.look.on.sort_unstable();
                    }
                }
                22 => off(&mut self.look.on, &[1, 2]),
                25 => off(&mut self.look.on, &[5, 6]),
                23..30 => off(&mut self.look.on, &[n - 20]),
                39 => self.look.fg.clear(),
                49 => self.look.bg.clear(),
                38 | 48 => {
                    let kind = numbers.next().expect("kind of colour");
                    let count = if kind == 5 { 1 } else { 3 };
                    let parts: Vec<String> =
                        (&mut numbers).take(count).map(|n| n.to_string()).collect();
                    let colour = parts.join(",");
                    *(if n == 38 {
                        &mut self.look.fg
                    } else {
                        &mut self.look.bg
                    }) = colour;
                }
                30..38 => self.look.fg = (n - 30).to_string(),
                40..48 => self.look.bg = (n - 40).to_string(),
                90..98 => self.look.fg = (n - 82).to_string(),
                100..108 => self.look.bg = (n - 92).to_string(),
                _ => panic!("SGR {parameters}"),
            }
        }
    }

    fn cells_of(&self, c: char) -> usize {
        let cells = if self.wide { c.width_cjk() } else { c.width() };
        cells.expect("no control")
    }

    fn put(&mut self, c: char) {
        let cells = self.cells_of(c);
        if cells == 0 {
            return self.combine(c);
        }
        let over = self.pending || self.cursor.0 + cells > self.columns;
        let row = self.cursor.1;
        assert!(
            !over || !self.wraps,
            "{c:?} runs over the edge of row {row}"
        );
        let x = self.cursor.0.min(self.columns - cells);
        let y = self.cursor.1;
        self.last = c;
        self.tear(y, x);
        self.tear(y, x + cells);
        let look = self.look.clone();
        for at in x..x + cells {
            self.cells[y][at] = Cell {
                text: String::new(),
                look: look.clone(),
            };
        }
        self.cells[y][x].text.push(c);
        self.pending = x + cells == self.columns;
        self.cursor.0 = (x + cells).min(self.columns - 1);
    }

    fn combine(&mut self, c: char) {
        let (x, y) = self.cursor;
        let behind = if self.pending { x + 1 } else { x };
        let base = (0..behind)
            .rev()
            .find(|&at| !self.cells[y][at].text.is_empty());
        if let Some(base) = base {
            self.cells[y][base].text.push(c);
        }
    }

    /// A wide character that is parted at a column leaves rubbish.
    fn tear(&mut self, y: usize, x: usize) {
        if x >= self.columns || !self.cells[y][x].text.is_empty() {
            return;
        }
        let rubbish = Self::rubbish();
        self.cells[y][x] = rubbish.clone();
        if x > 0 {
            self.cells[y][x - 1] = rubbish;
        }
    }

    fn line_feed(&mut self) {
        assert!(self.cursor.1 != self.margins.1, "LF scrolls");
        self.cursor.1 += 1;
    }

    fn erase(&mut self, y: usize, from: usize, to: usize) {
        self.tear(y, from);
        self.tear(y, to);
        let blank = self.blank();
        self.cells[y][from..to].fill(blank);
    }

    fn erase_screen(&mut self, how: usize) {
        assert!(matches!(how, 0 | 2), "ED {how}");
        let (x, y) = if how == 0 { self.cursor } else { (0, 0) };
        self.erase(y, x, self.columns);
        for below in y + 1..self.rows {
            self.erase(below, 0, self.columns);
        }
    }

    fn insert(&mut self, n: usize) {
        let ((x, y), blank) = (self.cursor, self.blank());
        self.tear(y, x);
        self.tear(y, self.columns - n);
        self.cells[y][x..].rotate_right(n);
        self.cells[y][x..x + n].fill(blank);
    }

    fn delete(&mut self, n: usize) {
        let ((x, y), blank) = (self.cursor, self.blank());
        self.tear(y, x);
        self.tear(y, x + n);
        self.cells[y][x..].rotate_left(n);
        let left = self.columns - n;
        self.cells[y][left..].fill(blank);
    }

    /// Rows from one to the lower margin: down, or up below 0.
    fn scroll(&mut self, top: usize, by: isize) {
        let blank = self.blank();
        let rows = &mut self.cells[top..=self.margins.1];
        let n = by.unsigned_abs();
        assert!(n <= rows.len(), "scrolls more rows than there are");
        let new = if by > 0 {
            rows.rotate_right(n);
            &mut rows[..n]
        } else {
            rows.rotate_left(n);
            let left = rows.len() - n;
            &mut rows[left..]
        };
        for row in new {
            row.fill(blank.clone());
        }
    }
}
