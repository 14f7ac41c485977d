//! What every screen draws with: text in areas, bars, wrapped paragraphs, the foot.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::canvas::Canvas;
use super::theme::{Role, Theme};
use crate::app::area::Area;
use crate::app::field::LineField;
use crate::app::keymap::{Action, Context, Hint};
use crate::app::state::{State, Tone};
use crate::text::{width, wrap};

/// Most rows that a notice takes.
const NOTICE: usize = 5;

/// A screen being drawn.
pub struct Paper<'a> {
    /// What is drawn.
    pub state: &'a State,
    theme: Theme,
    canvas: Canvas<'a>,
}

/// An area as ratatui names it.
pub fn rect(area: Area) -> Rect {
    Rect::new(area.x, area.y, area.width, area.height)
}

impl<'a> Paper<'a> {
    /// Paper over a buffer of the terminal's size.
    pub fn new(state: &'a State, theme: Theme, buf: &'a mut Buffer) -> Self {
        Self {
            state,
            theme,
            canvas: Canvas::new(buf, state.ambiguous),
        }
    }

    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// The canvas itself, for screens that place text by hand.
    pub fn canvas(&mut self) -> &mut Canvas<'a> {
        &mut self.canvas
    }

    /// Cells that a text takes on this terminal.
    pub fn cells(&self, text: &str) -> u16 {
        u16::try_from(width::cells(text, self.state.ambiguous)).unwrap_or(u16::MAX)
    }

    /// One line, cut at the edge with a sign; returns the cells used.
    pub fn text(&mut self, area: Area, role: Role, text: &str) -> u16 {
        let style = self.style(role);
        self.styled(area, style, text)
    }

    /// One line in a style; returns the cells used.
    pub fn styled(&mut self, area: Area, style: Style, text: &str) -> u16 {
        if area.height == 0 || area.width == 0 {
            return 0;
        }
        let shown = width::shorten(text, usize::from(area.width), self.state.ambiguous);
        self.canvas.text(area.x, area.y, area.width, &shown, style)
    }

    /// A field: with the caret the part in view, what is selected marked and a sign beside it where
    /// text is hidden; without it its beginning. Returns the caret's column.
    pub fn field(&mut self, area: Area, field: &LineField, focused: bool, role: Role) -> u16 {
        let text = field.visible();
        match field.selection() {
            _ if !focused => {
                self.text(area, role, field.text());
            }
            None => {
                self.text(area, role, text);
            }
            Some(Range { start, end }) => {
                let pieces = [
                    (role, &text[..start]),
                    (Role::Chosen, &text[start..end]),
                    (role, &text[end..]),
                ];
                self.line(area, &pieces);
            }
        }
        if focused {
            self.hidden(area, field);
        }
        area.x + field.caret()
    }

    /// Signs beside a field where text is hidden; the cells before and behind it are blank.
    fn hidden(&mut self, area: Area, field: &LineField) {
        let style = self.style(Role::Key);
        if field.is_cut_left() {
            self.canvas
                .text(area.x.saturating_sub(1), area.y, 1, "<", style);
        }
        if field.is_cut_right() {
            let end = area.x + self.cells(field.visible());
            self.canvas.text(end, area.y, 1, ">", style);
        }
    }

    /// Pieces of one line, each in its role.
    pub fn line(&mut self, area: Area, pieces: &[(Role, &str)]) -> u16 {
        let mut rest = area;
        for (role, text) in pieces {
            let used = self.text(rest, *role, text);
            (_, rest) = rest.left(used);
        }
        area.width - rest.width
    }

    /// A line that ends at the right edge.
    pub fn right(&mut self, area: Area, role: Role, text: &str) {
        let used = self.cells(text).min(area.width);
        let (_, part) = area.left(area.width - used);
        self.text(part, role, text);
    }

    /// Gives a whole area a style.
    ///
    /// The last cell of a row is a no-break space: multiplexers and terminals drop plain blanks
    /// at the end of a row when it is captured, copied or reflowed, and its background with them.
    pub fn fill(&mut self, area: Area, role: Role) {
        let style = self.style(role);
        self.canvas.fill(rect(area), style);
        let end = (area.x + area.width).saturating_sub(1);
        for y in area.y..area.y + area.height {
            self.canvas.text(end, y, 1, "\u{a0}", style);
        }
    }

    /// A bar with a text at the left and one at the right.
    pub fn bar(&mut self, area: Area, left: &str, right: &str) {
        self.strip(area, Role::Bar, left, right);
    }

    /// A bar of a role.
    pub fn strip(&mut self, area: Area, role: Role, left: &str, right: &str) {
        self.fill(area, role);
        let inner = area.inset(1);
        let room = inner.width.saturating_sub(self.cells(right) + 2);
        self.text(inner.left(room).0, role, left);
        self.right(inner, role, right);
    }

    /// A paragraph, wrapped by the rules of Chinese typesetting; returns the rows used.
    pub fn paragraph(&mut self, area: Area, role: Role, text: &str) -> u16 {
        self.prose(area, role, text, 0)
    }

    /// A paragraph with an indent in cells; returns the rows used.
    pub fn prose(&mut self, area: Area, role: Role, text: &str, indent: usize) -> u16 {
        let rows = wrap::wrap(text, usize::from(area.width), indent, self.state.ambiguous);
        let mut used = 0;
        for row in rows.iter().take(usize::from(area.height)) {
            let (_, line) = area.row(used).left(row.indent as u16);
            let style = self.style(role);
            self.canvas
                .text(line.x, line.y, line.width, &text[row.start..row.end], style);
            used += 1;
        }
        used
    }

    /// The two lowest rows: what was said last, and the keys of the screen.
    pub fn foot(&mut self, area: Area, context: Context) {
        if let Some(notice) = &self.state.notice {
            self.notice(area, tone(notice.tone), &notice.text);
        }
        self.hints(area.row(1).inset(1), context);
    }

    /// A sentence above the keys; a long one grows upward over the screen, so that its end, where
    /// it says what to do, is read too.
    pub fn notice(&mut self, foot: Area, role: Role, sentence: &str) {
        let line = foot.row(0).inset(1);
        let lines: Vec<&str> = sentence
            .lines()
            .flat_map(|line_of| self.rows(line_of, line.width))
            .collect();
        let shown = lines.len().min(NOTICE).min(usize::from(line.y) + 1);
        let Some(last) = shown.checked_sub(1) else {
            return;
        };
        let area = Area {
            x: foot.x,
            y: line.y - last as u16,
            width: foot.width,
            height: shown as u16,
        };
        let blank = self.style(Role::Text);
        self.canvas.fill(rect(area), blank);
        for (at, text) in (0u16..).zip(&lines[..last]) {
            self.text(area.row(at).inset(1), role, text);
        }
        // What still does not fit ends with a sign.
        self.text(line, role, &lines[last..].concat());
    }

    /// A text in rows of so many cells; a space that hangs over the end of a row is left out.
    pub fn rows<'t>(&self, text: &'t str, width: u16) -> Vec<&'t str> {
        wrap::wrap(text, usize::from(width), 0, self.state.ambiguous)
            .iter()
            .map(|row| text[row.start..row.end].trim_end_matches([' ', '\u{3000}']))
            .collect()
    }

    /// Keys and words, as many as fit whole; the key of help always does.
    fn hints(&mut self, area: Area, context: Context) {
        let hints = self.state.keymap.hints(context, self.state.lang);
        let help = hints.iter().position(|hint| hint.action == Action::Help);
        let last = help.map(|at| &hints[at]);
        let cost = |paper: &Self, hint: &Hint| paper.cells(&hint.key) + paper.cells(hint.word) + 3;
        let mut rest = area;
        let reserved = last.map_or(0, |hint| cost(self, hint));
        for (at, hint) in hints.iter().enumerate() {
            let room = if Some(at) == help { 0 } else { reserved };
            let later = help.is_some_and(|help| at < help);
            if cost(self, hint) + if later { room } else { 0 } > rest.width + 2 {
                continue;
            }
            let used = self.line(
                rest,
                &[
                    (Role::Key, &hint.key),
                    (Role::Text, " "),
                    (Role::Faint, hint.word),
                ],
            );
            (_, rest) = rest.left(used + 2);
        }
    }
}

fn tone(tone: Tone) -> Role {
    match tone {
        Tone::Good => Role::Good,
        Tone::Bad => Role::Bad,
        Tone::Busy => Role::Waiting,
    }
}
