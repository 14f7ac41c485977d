//! A terminal's screen as an SVG picture: every run of cells on its place in the grid.
//!
//! Fonts differ from reader to reader, so a run says how long it is (`textLength`) and holds only
//! characters of one width; a font with other advances changes the letters, never the columns.

use std::fmt::Write;

use vt100::{Cell, Color, Screen};

/// Width of a cell, height of a row, and the edge around the screen, in tenths of a pixel.
const CELL: u32 = 87;
const ROW: u32 = 230;
const EDGE: u32 = 180;
/// From the top of a row to the foot of its letters.
const BASE: u32 = 168;

const PAPER: &str = "#14171d";
const INK: &str = "#d6dbe4";
/// The sixteen colours, dark ones first.
const PALETTE: [&str; 16] = [
    "#1b1f27", "#e2636e", "#8fc977", "#e3b55b", "#2f6cb3", "#c58be0", "#55b9c6", "#c3cad6",
    "#7f899a", "#f07f88", "#a8dd92", "#f2cd7d", "#6ea8e6", "#d9a6ee", "#7fd4de", "#ffffff",
];

/// The picture of a screen, `label` its description for those who cannot see it.
pub fn draw(screen: &Screen, label: &str) -> String {
    let (rows, cols) = screen.size();
    let (rows, cols) = (rows.get(), cols.get());
    let mut out = String::new();
    head(&mut out, rows, cols, label);
    for row in 0..rows {
        let runs = runs(screen, row, cols);
        for span in runs.chunk_by(|a, b| a.look.back == b.look.back) {
            back(&mut out, row, span);
        }
        for span in runs.chunk_by(|a, b| a.look == b.look) {
            line(&mut out, row, span);
        }
        for run in runs.iter().filter(|run| !run.text.is_empty()) {
            ink(&mut out, row, run);
        }
    }
    if !screen.hide_cursor() {
        caret(&mut out, screen);
    }
    out.push_str("</svg>\n");
    out
}

/// Neighbouring cells that look alike and hold either blanks or letters of one width.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Run {
    from: u16,
    cells: u16,
    look: Look,
    wide: bool,
    text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Look {
    ink: &'static str,
    back: Option<&'static str>,
    bold: bool,
    underlined: bool,
}

impl Look {
    fn of(cell: &Cell) -> Self {
        let ink = colour(cell.fgcolor());
        let back = colour(cell.bgcolor());
        let (ink, back) = if cell.inverse() {
            (back.or(Some(PAPER)), ink.or(Some(INK)))
        } else {
            (ink, back)
        };
        Self {
            ink: ink.unwrap_or(INK),
            back,
            bold: cell.bold(),
            underlined: cell.underline(),
        }
    }
}

fn colour(colour: Color) -> Option<&'static str> {
    match colour {
        Color::Idx(n) => PALETTE.get(usize::from(n)).copied(),
        Color::Default | Color::Rgb(..) => None,
    }
}

fn runs(screen: &Screen, row: u16, cols: u16) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let cells = (0..cols).filter_map(|col| Some((col, screen.cell(row, col)?)));
    for (col, cell) in cells.filter(|(_, cell)| !cell.is_wide_continuation()) {
        let text = cell.contents().replace('\u{a0}', " ");
        let run = Run {
            from: col,
            cells: if cell.is_wide() { 2 } else { 1 },
            look: Look::of(cell),
            wide: cell.is_wide(),
            text: text.trim().to_owned(),
        };
        match runs.last_mut() {
            Some(last) if goes_on(last, &run) => {
                last.cells += run.cells;
                last.text.push_str(&run.text);
            }
            _ => runs.push(run),
        }
    }
    runs
}

fn goes_on(last: &Run, next: &Run) -> bool {
    let alike = last.look == next.look && last.wide == next.wide;
    alike && last.text.is_empty() == next.text.is_empty()
}

fn head(out: &mut String, rows: u16, cols: u16, label: &str) {
    let width = px(u32::from(cols) * CELL + 2 * EDGE);
    let height = px(u32::from(rows) * ROW + 2 * EDGE);
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\" role=\"img\" aria-label=\"{label}\">\n\
         <style>text{{font:14.4px 'DejaVu Sans Mono',Menlo,'Cascadia Mono',Consolas,\
         'Noto Sans Mono CJK SC',monospace;fill:{INK}}}\
         .w{{font:16.8px 'Noto Sans Mono CJK SC','Noto Sans CJK SC','Source Han Sans SC',\
         'PingFang SC','Microsoft YaHei',sans-serif}}.b{{font-weight:bold}}</style>\n\
         <rect width=\"100%\" height=\"100%\" rx=\"10\" fill=\"{PAPER}\"/>\n"
    );
}

/// What lies behind neighbouring runs, in one piece: seams would show.
fn back(out: &mut String, row: u16, span: &[Run]) {
    let Some(back) = span[0].look.back else {
        return;
    };
    let (x, y) = place(row, span[0].from);
    bar(out, (x, y), (length(span), ROW), back);
}

/// The line below runs that are underlined.
fn line(out: &mut String, row: u16, span: &[Run]) {
    if span[0].look.underlined {
        let (x, y) = place(row, span[0].from);
        bar(
            out,
            (x, y + BASE + 34),
            (length(span), 10),
            span[0].look.ink,
        );
    }
}

fn length(span: &[Run]) -> u32 {
    span.iter().map(|run| u32::from(run.cells) * CELL).sum()
}

fn bar(out: &mut String, (x, y): (u32, u32), (width, height): (u32, u32), fill: &str) {
    let (x, y, width, height) = (px(x), px(y), px(width), px(height));
    let _ = writeln!(
        out,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\" \
         shape-rendering=\"crispEdges\"/>"
    );
}

fn ink(out: &mut String, row: u16, run: &Run) {
    let (x, y) = place(row, run.from);
    let (x, y) = (px(x), px(y + BASE));
    let length = px(length(std::slice::from_ref(run)));
    let class = match (run.wide, run.look.bold) {
        (true, true) => " class=\"w b\"",
        (true, false) => " class=\"w\"",
        (false, true) => " class=\"b\"",
        (false, false) => "",
    };
    let fill = match run.look.ink {
        INK => String::new(),
        ink => format!(" style=\"fill:{ink}\""),
    };
    let text = run
        .text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    let _ = writeln!(
        out,
        "<text x=\"{x}\" y=\"{y}\" textLength=\"{length}\" lengthAdjust=\"spacingAndGlyphs\"\
         {class}{fill}>{text}</text>"
    );
}

fn caret(out: &mut String, screen: &Screen) {
    let (row, col) = screen.cursor_position();
    let (x, y) = place(row, col);
    bar(out, (x, y + 20), (20, ROW - 40), "#ffd75f");
}

/// The upper left corner of a cell.
fn place(row: u16, col: u16) -> (u32, u32) {
    (EDGE + u32::from(col) * CELL, EDGE + u32::from(row) * ROW)
}

/// Tenths of a pixel, written as pixels.
fn px(tenths: u32) -> String {
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{}.{rest}", tenths / 10),
    }
}
