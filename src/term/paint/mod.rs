//! Frames become bytes: as few as a terminal needs to get from what it shows to the next frame.
//!
//! The painter keeps its own model of the screen, so it never asks the terminal anything and needs
//! no other comparison of frames. What a terminal can do beyond placing its cursor is taken from
//! [`Capabilities`]. Characters of which the width is not known are written so that the rest of the
//! row stands where it belongs whatever the terminal does with them.

mod cell;
mod grid;
mod motion;
mod pen;
mod row;
mod scroll;
mod write;

use ratatui::buffer::Buffer;

use self::cell::{Cell, Names};
use self::grid::Grid;
use self::motion::{Place, csi};
use self::pen::Look;
use self::row::Ready;
use super::Ambiguous;
use super::capabilities::{Capabilities, Path};

/// Frames of more bytes hide the cursor while they are drawn. A packet is drawn at once anyway.
const LONG: usize = 256;
/// Frames of more bytes are one synchronized update: a pseudo-terminal hands 2,048 on at a time.
const HUGE: usize = 1024;
/// Bands of rows that are scrolled in one frame.
const BANDS: usize = 3;
/// What a terminal shows, and the bytes that change it.
#[derive(Debug)]
pub struct Painter {
    capabilities: Capabilities,
    ambiguous: Ambiguous,
    shown: Grid,
    next: Grid,
    names: Names,
    scratch: Vec<Cell>,
    body: Vec<u8>,
    out: Vec<u8>,
    /// Nothing is known of the screen: it is cleared first.
    forgotten: bool,
    pen: Option<Look>,
    place: Option<Place>,
    visible: Option<bool>,
    /// Where the cursor is to stand after the frame.
    caret: Option<(usize, usize)>,
    /// How far the body was when the cursor last stood there, and the look that was set.
    mark: Option<(usize, Option<Look>)>,
}

impl Painter {
    /// A painter of a screen of which nothing is known.
    pub fn new(capabilities: Capabilities, ambiguous: Ambiguous) -> Self {
        Self {
            capabilities,
            ambiguous,
            shown: Grid::default(),
            next: Grid::default(),
            names: Names::default(),
            scratch: Vec::new(),
            body: Vec::new(),
            out: Vec::new(),
            forgotten: true,
            pen: None,
            place: None,
            visible: None,
            caret: None,
            mark: None,
        }
    }

    /// What is used of the terminal, and why.
    pub fn capabilities(&self) -> Capabilities {
        self.capabilities
    }

    /// How ambiguous characters are painted from the next frame on, which paints everything.
    pub fn set_ambiguous(&mut self, ambiguous: Ambiguous) {
        if self.ambiguous != ambiguous {
            self.ambiguous = ambiguous;
            self.forget();
        }
    }

    /// The terminal shows something else: the next frame clears it and paints everything.
    pub fn forget(&mut self) {
        self.forgotten = true;
        self.pen = None;
        self.place = None;
        self.visible = None;
    }

    /// The bytes that make the terminal show a frame, the cursor at `caret` (column, row) or hidden.
    /// None where nothing changed.
    ///
    /// A frame of another size than the last clears the screen.
    pub fn paint(&mut self, frame: &Buffer, caret: Option<(u16, u16)>) -> &[u8] {
        let (columns, rows) = (
            usize::from(frame.area.width),
            usize::from(frame.area.height),
        );
        self.body.clear();
        self.out.clear();
        if self.names.is_full() {
            self.names = Names::default();
            self.forget();
        }
        if (self.next.columns, self.next.rows) != (columns, rows) {
            self.next.reset(columns, rows);
            self.shown.reset(columns, rows);
            self.forget();
        }
        if columns == 0 || rows == 0 {
            return &self.out;
        }
        let colours = self.capabilities.colours;
        cell::read(
            frame,
            self.ambiguous,
            colours,
            &mut self.names,
            &mut self.next,
        );
        self.mark = None;
        self.caret = caret.map(|(x, y)| {
            let last = |n, size| usize::from(n).min(size - 1);
            (last(x, columns), last(y, rows))
        });
        self.body(rows);
        if let Some((x, y)) = self.caret {
            self.end_at(x, y);
        }
        self.frame(caret.is_some());
        &self.out
    }

    /// Puts the cursor where it is to stand; where it stood there before, it is saved then (DECSC)
    /// and fetched back (DECRC), if that is shorter.
    fn end_at(&mut self, x: usize, y: usize) {
        let row = self.shown.row(y);
        let far = motion::motion(self.place, x, y, row, self.pen).len() > 4;
        match self.mark {
            Some((at, pen)) if far => {
                self.body.splice(at..at, *b"\x1b7");
                self.body.extend(b"\x1b8");
                self.pen = pen;
                self.place = Some(Place { x: Some(x), y });
            }
            _ => self.go(x, y),
        }
    }

    /// Notes where the cursor stands at its last place.
    fn note(&mut self) {
        let here = self.place.and_then(|place| Some((place.x?, place.y)));
        if self.caret.is_some() && here == self.caret {
            self.mark = Some((self.body.len(), self.pen));
        }
    }

    /// The body of the frame between what hides the cursor and what shows it.
    fn frame(&mut self, caret: bool) {
        let huge = self.body.len() > HUGE;
        let hidden = if caret {
            self.body.len() > LONG || self.visible != Some(true)
        } else {
            self.visible != Some(false)
        };
        let mut put = |bytes: &[u8], when: bool| {
            if when {
                self.out.extend(bytes);
            }
        };
        put(b"\x1b[?2026h", huge);
        put(b"\x1b[?25l", hidden && self.visible != Some(false));
        put(&self.body, true);
        put(b"\x1b[?25h", hidden && caret);
        put(b"\x1b[?2026l", huge);
        self.visible = Some(caret);
    }

    fn body(&mut self, rows: usize) {
        if self.forgotten {
            self.forgotten = false;
            self.pen(Look::default());
            self.body.extend(b"\x1b[r\x1b[H\x1b[2J");
            self.place = Some(Place { x: Some(0), y: 0 });
            self.shown.erase_below(0);
        } else {
            self.clear();
            self.scroll();
        }
        self.note();
        // From the cursor downwards first: it is where the text is being changed.
        let start = self.place.map_or(0, |place| place.y).min(rows);
        let mut changed = Vec::new();
        for y in (start..rows).chain(0..start) {
            if self.shown.row(y) != self.next.row(y) {
                changed.push((y, self.plan(y)));
            }
        }
        self.cheaper(&changed);
    }

    /// Paints row by row, or all shifts first and the ends of the rows afterwards: shifts that
    /// stand in one column need few motions. The shorter one is kept.
    fn cheaper(&mut self, changed: &[(usize, Ready)]) {
        let shifts = changed.iter().filter(|(_, ready)| ready.shifts()).count();
        if shifts < 2 {
            return self.row_by_row(changed);
        }
        let (start, before) = (self.body.len(), (self.pen, self.place, self.mark));
        let shown = self.shown.clone();
        self.row_by_row(changed);
        let rows = self.body.split_off(start);
        let after = (self.pen, self.place, self.mark);
        (self.pen, self.place, self.mark) = before;
        self.shown = shown;
        self.by_columns(changed);
        if self.body.len() - start >= rows.len() {
            self.body.truncate(start);
            self.body.extend(rows);
            (self.pen, self.place, self.mark) = after;
        }
    }

    fn row_by_row(&mut self, changed: &[(usize, Ready)]) {
        for &(y, ready) in changed {
            self.ready(y, ready);
            self.finish(y);
        }
    }

    fn by_columns(&mut self, changed: &[(usize, Ready)]) {
        for &(y, ready) in changed {
            self.ready(y, ready);
            match ready {
                Ready::Insert { x, n } => self.differences(y, x + n),
                Ready::Delete { .. } => {}
                Ready::Not | Ready::Erase { .. } => self.finish(y),
            }
        }
        for &(y, _) in changed {
            let (end, _) = row::tail(self.next.row(y));
            self.differences(y, end);
        }
        for &(y, _) in changed {
            self.finish(y);
        }
    }

    /// Erases the screen from the row where that saves most.
    fn clear(&mut self) {
        let changed = |&y: &usize| self.shown.row(y) != self.next.row(y);
        if (0..self.next.rows).filter(changed).count() * 2 < self.next.rows {
            return;
        }
        let blank = vec![Cell::blank(Look::default()); self.next.columns];
        let (mut best, mut most, mut saved) = (None, 4, 0);
        for y in (0..self.next.rows).rev() {
            let (old, new) = (self.shown.row(y), self.next.row(y));
            if old != new {
                saved += row::price(old, new).cast_signed();
            }
            if new != blank {
                saved -= row::price(&blank, new).cast_signed();
            }
            if saved > most {
                (best, most) = (Some(y), saved);
            }
        }
        if let Some(y) = best {
            self.go(0, y);
            self.pen_to_erase(Look::default());
            self.body.extend(b"\x1b[J");
            self.shown.erase_below(y);
        }
    }

    /// Scrolls rows that moved.
    fn scroll(&mut self) {
        if self.capabilities.insert == Path::Plain {
            return;
        }
        for _ in 0..BANDS {
            let Some(band) = scroll::find(&self.shown, &self.next) else {
                return;
            };
            self.pen_to_erase(Look::default());
            let (top, last) = (band.top, band.last);
            let up = band.by < 0 && self.capabilities.scroll_up;
            let whole = last + 1 == self.shown.rows && (top == 0 || !up);
            if !whole {
                self.margins(top, last);
            }
            let n = band.by.unsigned_abs();
            if up {
                csi(&mut self.body, n, b'S');
            } else {
                self.go(0, top);
                csi(&mut self.body, n, if band.by < 0 { b'M' } else { b'L' });
            }
            if !whole {
                self.body.extend(b"\x1b[r");
                self.place = Some(Place { x: Some(0), y: 0 });
            }
            self.shown.scroll(top, last, band.by);
        }
    }

    /// DECSTBM; the cursor goes home, to that of the screen or that of the margins.
    fn margins(&mut self, top: usize, last: usize) {
        self.body.extend(b"\x1b[");
        if top > 0 {
            motion::number(&mut self.body, top as u16 + 1);
        }
        if last + 1 < self.shown.rows {
            self.body.push(b';');
            motion::number(&mut self.body, last as u16 + 1);
        }
        self.body.push(b'r');
        self.place = None;
    }

    /// Shifts or erases what makes the rest of a row cheaper.
    fn ready(&mut self, y: usize, ready: Ready) {
        match ready {
            Ready::Not => {}
            Ready::Insert { x, n } => self.shift(x, y, n, b'@'),
            Ready::Delete { x, n } => self.shift(x, y, n, b'P'),
            Ready::Erase { x, look } => {
                self.go(x, y);
                self.pen_to_erase(look);
                self.body.extend(b"\x1b[K");
            }
        }
        ready.apply(self.shown.row_mut(y));
    }

    /// Writes what still differs in a row.
    fn finish(&mut self, y: usize) {
        // What was torn on the way is written in another round.
        for _ in 0..3 {
            if self.shown.row(y) == self.next.row(y) {
                return;
            }
            self.differences(y, self.next.columns);
        }
    }

    fn plan(&mut self, y: usize) -> Ready {
        if self.capabilities.insert == Path::Plain {
            return Ready::Not;
        }
        let (old, new) = (self.shown.row(y), self.next.row(y));
        row::plan(old, new, self.capabilities.erase_colours, &mut self.scratch).0
    }

    fn shift(&mut self, x: usize, y: usize, n: usize, last: u8) {
        self.go(x, y);
        self.pen_to_erase(Look::default());
        csi(&mut self.body, n, last);
        self.note();
    }
}

#[cfg(test)]
mod tests;
