//! Differences as rows of a screen: inline, or both states side by side.

use crate::domain::Field;
use crate::domain::settings::AmbiguousCells;
use crate::text::diff::{Paragraph, Side, signs};
use crate::text::draft_diff::Section;
use crate::text::wrap;

/// A part of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// Which state has it.
    pub side: Side,
    /// Its text, the signs around a change included.
    pub text: String,
}

/// A row of one column: blank cells, then the cuts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// Blank cells before it.
    pub indent: u16,
    /// Its parts.
    pub cuts: Vec<Cut>,
}

/// A row of differences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// The field that the rows below are of.
    Head(Field),
    /// So many paragraphs are the same.
    Same(usize),
    /// Text, over the whole width.
    Inline(Line),
    /// Text as it was and as it is.
    Sides(Line, Line),
}

/// How rows are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form {
    /// Cells of a row.
    pub width: u16,
    /// Whether both states stand side by side.
    pub sides: bool,
    /// Cells of ambiguous characters.
    pub ambiguous: AmbiguousCells,
}

/// What stands for the signs of a change while rows are broken: as wide, and no row ends with the one
/// or begins with the other.
const OPEN: char = '（';
const CLOSE: char = '）';

/// Cells between two columns.
pub const GUTTER: u16 = 3;
/// Cells before a paragraph of the body.
const INDENT: usize = 4;

impl Form {
    /// Cells of one column.
    pub fn column(self) -> u16 {
        if self.sides {
            self.width.saturating_sub(GUTTER) / 2
        } else {
            self.width
        }
    }
}

/// All rows; paragraphs that are the same are told by their number.
pub fn rows(sections: &[Section], form: Form) -> Vec<Row> {
    let mut out = Vec::new();
    for section in sections {
        out.push(Row::Head(section.field));
        let indent = if section.field == Field::Body {
            INDENT
        } else {
            0
        };
        let mut same = 0;
        for paragraph in &section.paragraphs {
            if paragraph.is_same() {
                same += 1;
                continue;
            }
            tell_same(&mut same, &mut out);
            push(paragraph, indent, form, &mut out);
        }
        tell_same(&mut same, &mut out);
    }
    out
}

fn tell_same(same: &mut usize, out: &mut Vec<Row>) {
    match std::mem::take(same) {
        0 => {}
        n => out.push(Row::Same(n)),
    }
}

fn push(paragraph: &Paragraph, indent: usize, form: Form, out: &mut Vec<Row>) {
    let lines = |wanted: &dyn Fn(Side) -> bool| {
        let pieces = paragraph.pieces.iter().filter(|p| wanted(p.side));
        let parts: Vec<Cut> = pieces
            .map(|piece| Cut {
                side: piece.side,
                text: match piece.side {
                    Side::Both => piece.text.clone(),
                    _ => format!("{OPEN}{}{CLOSE}", piece.text),
                },
            })
            .collect();
        wrapped(&parts, indent, form)
    };
    if !form.sides {
        out.extend(lines(&|_| true).into_iter().map(Row::Inline));
        return;
    }
    let (mut old, mut new) = (lines(&|s| s != Side::New), lines(&|s| s != Side::Old));
    let most = old.len().max(new.len());
    old.resize_with(most, Line::default);
    new.resize_with(most, Line::default);
    out.extend(old.into_iter().zip(new).map(|(a, b)| Row::Sides(a, b)));
}

/// Parts of one paragraph broken into rows by the rules of Chinese typesetting.
fn wrapped(parts: &[Cut], indent: usize, form: Form) -> Vec<Line> {
    let text: String = parts.iter().map(|part| part.text.as_str()).collect();
    if text.is_empty() {
        return Vec::new();
    }
    let rows = wrap::wrap(&text, form.column().into(), indent, form.ambiguous);
    let line = |row: &wrap::Row| {
        let mut start = 0;
        let mut cuts = Vec::new();
        for part in parts {
            let end = start + part.text.len();
            let (from, to) = (row.start.max(start), row.end.min(end));
            if from < to {
                let mut text = part.text[from - start..to - start].to_owned();
                if part.side != Side::Both {
                    let (open, close) = signs(part.side);
                    if to == end {
                        text.replace_range(text.len() - CLOSE.len_utf8().., close);
                    }
                    if from == start {
                        text.replace_range(..OPEN.len_utf8(), open);
                    }
                }
                cuts.push(Cut {
                    side: part.side,
                    text,
                });
            }
            start = end;
        }
        Line {
            indent: row.indent as u16,
            cuts,
        }
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::diff;

    fn told(sides: bool, width: u16) -> Vec<String> {
        let old = "雨停了。\n灯亮了。\n渠水清清流进麦田。\n";
        let new = "雨停了。\n灯亮了。\n渠水清清流进稻田。\n";
        let section = Section {
            field: Field::Body,
            paragraphs: diff::paragraphs(old, new),
        };
        let form = Form {
            width,
            sides,
            ambiguous: AmbiguousCells::One,
        };
        let line = |line: &Line| -> String {
            let blank = " ".repeat(line.indent.into());
            let cuts = line.cuts.iter().map(|cut| cut.text.as_str());
            std::iter::once(blank.as_str()).chain(cuts).collect()
        };
        rows(&[section], form)
            .iter()
            .map(|row| match row {
                Row::Head(field) => field.key().to_owned(),
                Row::Same(n) => n.to_string(),
                Row::Inline(text) => line(text),
                Row::Sides(a, b) => format!("{} | {}", line(a), line(b)),
            })
            .collect()
    }

    #[test]
    fn inline_rows_hold_both_states() {
        assert_eq!(
            told(false, 60),
            ["body", "2", "    渠水清清流进[-麦-]{+稻+}田。"]
        );
    }

    #[test]
    fn no_row_ends_with_an_opening_sign_or_begins_with_a_closing_one() {
        for width in 12..40 {
            for row in told(false, width) {
                assert!(!row.ends_with("[-") && !row.ends_with("{+"), "{row}");
                assert!(!row.trim_start().starts_with(['-', '+']), "{row}");
            }
        }
    }

    #[test]
    fn side_by_side_each_state_has_its_column() {
        assert_eq!(
            told(true, 63),
            [
                "body",
                "2",
                "    渠水清清流进[-麦-]田。 |     渠水清清流进{+稻+}田。"
            ]
        );
        assert!(told(true, 23).len() > 4);
    }
}
