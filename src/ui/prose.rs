//! Draws the body of a story; the caller sets the hardware cursor from [`Prose::caret`].

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::canvas::Canvas;
use crate::app::prose::{Prose, RowKind, VisibleRow};

/// The looks of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProseStyles {
    /// Paragraphs.
    pub text: Style,
    /// Crossheads.
    pub crosshead: Style,
    /// Laid over what is selected.
    pub selected: Style,
    /// Laid over what is searched for.
    pub found: Style,
}

impl Default for ProseStyles {
    fn default() -> Self {
        Self {
            text: Style::new(),
            crosshead: Style::new().add_modifier(Modifier::BOLD),
            selected: Style::new().add_modifier(Modifier::REVERSED),
            found: Style::new().add_modifier(Modifier::UNDERLINED),
        }
    }
}

/// Draws the rows in view into a rectangle of the size given to [`Prose::set_area`].
pub fn draw(canvas: &mut Canvas<'_>, rect: Rect, prose: &Prose, styles: &ProseStyles) {
    canvas.fill(rect, styles.text);
    for (y, row) in (rect.top()..rect.bottom()).zip(prose.visible()) {
        draw_row(
            canvas,
            Rect {
                y,
                height: 1,
                ..rect
            },
            &row,
            styles,
        );
    }
}

fn draw_row(canvas: &mut Canvas<'_>, rect: Rect, row: &VisibleRow<'_>, styles: &ProseStyles) {
    let base = match row.kind {
        RowKind::Paragraph => styles.text,
        RowKind::Crosshead => styles.crosshead,
    };
    let mut x = rect.x.saturating_add(row.indent);
    let mut put = |part: &str, style: Style| {
        x += canvas.text(x, rect.y, rect.right().saturating_sub(x), part, style);
    };
    let selected = row.selected.clone().unwrap_or_default();
    let mut from = 0;
    for to in bounds(row) {
        let inside = |span: &Range<usize>| span.start <= from && to <= span.end;
        let mut style = base;
        if row.found.iter().any(inside) {
            style = style.patch(styles.found);
        }
        if inside(&selected) {
            style = style.patch(styles.selected);
        }
        put(&row.text[from..to], style);
        from = to;
    }
    if row.end_selected {
        put(" ", base.patch(styles.selected));
    }
}

/// Where the looks of a row may change, its end at last.
fn bounds(row: &VisibleRow<'_>) -> Vec<usize> {
    let spans = row.found.iter().chain(&row.selected);
    let mut bounds: Vec<usize> = spans.flat_map(|span| [span.start, span.end]).collect();
    bounds.push(row.text.len());
    bounds.sort_unstable();
    bounds.dedup();
    bounds
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::prose::Edit;
    use crate::domain::settings::AmbiguousCells::{self, One, Two};
    use proptest::prelude::*;
    use ratatui::buffer::Buffer;

    /// The screen as text: selected cells in brackets, bold rows after `*`.
    fn screen(
        prose: &mut Prose,
        width: u16,
        height: u16,
        ambiguous: AmbiguousCells,
    ) -> Vec<String> {
        prose.set_area(width, height, ambiguous);
        let area = Rect::new(1, 1, width, height);
        let mut buf = Buffer::empty(Rect::new(0, 0, width + 2, height + 2));
        draw(
            &mut Canvas::new(&mut buf, ambiguous),
            area,
            prose,
            &ProseStyles::default(),
        );
        let line = |y: u16| {
            let mut out = String::new();
            let mut x = 1;
            while x <= width {
                let cell = &buf[(x, y)];
                let symbol = cell.symbol();
                let chosen = cell.modifier.contains(Modifier::REVERSED);
                let found = cell.modifier.contains(Modifier::UNDERLINED);
                let marks = match (chosen, found) {
                    (true, _) => ("[", "]"),
                    (_, true) => ("_", "_"),
                    _ => ("", ""),
                };
                out.extend([marks.0, symbol, marks.1]);
                x += ratatui::buffer::CellWidth::cell_width(cell).max(1);
            }
            if buf[(1, y)].modifier.contains(Modifier::BOLD) {
                out.insert(0, '*');
            }
            out.trim_end().to_owned()
        };
        (1..=height).map(line).collect()
    }

    #[test]
    fn a_body_is_drawn_with_indents_crossheads_and_selection() {
        let mut prose = Prose::new("## 新桥\n\n河上有了“便民桥”，两岸人家走动多。");
        assert_eq!(
            screen(&mut prose, 13, 5, One),
            [
                "*新桥",
                "    河上有了",
                "“便民桥”，两",
                "岸人家走动",
                "多。"
            ]
        );
        prose.edit(Edit::Select(Box::new(Edit::Right)));
        assert_eq!(screen(&mut prose, 13, 1, One), ["*[新]桥"]);
        prose.edit(Edit::SelectAll);
        assert_eq!(screen(&mut prose, 30, 5, Two)[0], "*[新][桥][ ]");
        prose.edit(Edit::End);
        prose.search("便民桥", crate::app::prose::Reading::Written);
        assert_eq!(
            screen(&mut prose, 30, 5, One)[1],
            "    河上有了“_便__民__桥_”，两岸人"
        );
    }

    /// What a terminal shows after each frame, and all bytes it was sent.
    fn sent(prose: &mut Prose, edits: &[Edit]) -> (Vec<Vec<String>>, String) {
        use ratatui::backend::CrosstermBackend;
        use ratatui::{Terminal, TerminalOptions, Viewport};
        let area = Rect::new(0, 0, 21, 4);
        let options = TerminalOptions {
            viewport: Viewport::Fixed(area),
        };
        let mut bytes = Vec::new();
        let backend = CrosstermBackend::new(&mut bytes);
        let mut terminal = Terminal::with_options(backend, options).unwrap();
        prose.set_area(area.width, area.height, One);
        let mut screens = Vec::new();
        for edit in edits {
            prose.edit(edit.clone());
            let styles = ProseStyles::default();
            let paint = |frame: &mut ratatui::Frame<'_>| {
                draw(
                    &mut Canvas::new(frame.buffer_mut(), One),
                    area,
                    prose,
                    &styles,
                );
                frame.set_cursor_position(prose.caret());
            };
            terminal.draw(paint).unwrap();
            let rows = prose.visible();
            let line = |r: &VisibleRow<'_>| format!("{}{}", " ".repeat(r.indent.into()), r.text);
            screens.push(rows.iter().map(line).collect());
        }
        drop(terminal);
        (screens, String::from_utf8(bytes).unwrap())
    }

    #[test]
    fn a_terminal_shows_the_rows_and_gets_no_control_of_the_text() {
        let text = "井水甜，“渠水”清……她说：麦子黄了——开镰！".repeat(9);
        let mut prose = Prose::new(&format!("{text}\n\n## 新粮\n\n{text}"));
        let edits = [
            Edit::PageDown,
            Edit::Insert('好'),
            Edit::Down,
            Edit::PageDown,
            Edit::End,
        ];
        let (screens, bytes) = sent(&mut prose, &edits);
        let cells = |n| std::num::NonZeroU16::new(n).unwrap();
        let mut terminal = vt100::Parser::new(cells(4), cells(21), 0);
        terminal.process(bytes.as_bytes());
        let rows = terminal.screen().rows(0, 21);
        let shown: Vec<String> = rows.map(|row| row.trim_end().to_owned()).collect();
        assert_eq!(&shown, screens.last().unwrap());
        let (column, row) = prose.caret();
        assert_eq!(terminal.screen().cursor_position(), (row, column));

        let hostile =
            "红\u{1b}]0;题\u{7}\u{9b}2J\u{202e}反\u{2066}\u{200b}\u{200d}\u{e0041}\u{2028}末";
        let (_, bytes) = sent(&mut Prose::new(hostile), &[Edit::End, Edit::Up]);
        let own = bytes.replace('\u{1b}', "");
        assert!(!own.chars().any(crate::text::clean::is_unsafe), "{bytes:?}");
        assert!(!bytes.contains("\u{1b}]") && bytes.contains("␛"));
    }

    proptest! {
        #[test]
        fn any_body_is_drawn_inside(body in any::<String>(), width in 0u16..30, height in 0u16..5) {
            for ambiguous in [One, Two] {
                let mut prose = Prose::new(&body);
                prose.edit(Edit::SelectAll);
                let rows = screen(&mut prose, width, height, ambiguous);
                prop_assert!(!rows.concat().chars().any(crate::text::clean::is_unsafe));
            }
        }
    }
}
