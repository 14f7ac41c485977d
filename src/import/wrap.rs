//! How a page breaks its lines: hard wraps at a width, indents, blank lines.
//!
//! Measures lines against their neighbours; knows nothing of what they say but how they end.

use super::leads::is_finished;
use super::lines::{Line, cells};
use crate::text::marks::never_begins;

/// What was measured on a page.
#[derive(Debug, Default)]
pub(super) struct Layout {
    /// Whether the break after each line is where the column was full.
    full: Vec<bool>,
    /// Whether not one character more had fitted on the line.
    brimful: Vec<bool>,
    /// Whether paragraphs begin with an indent.
    pub indents: bool,
    /// White space that every line has.
    base: usize,
    /// Blank lines between the lines of one paragraph: 0, or 1 where every line stands alone.
    pub line_gap: usize,
    /// Blank lines between paragraphs, the most common number.
    pub paragraph_gap: usize,
}

/// Characters that may be missing from a full line: an indent, a mark that hangs over.
const SLACK: usize = 1;

/// Lines of one width that make a column beside a wider one.
const RUN: usize = 4;

/// Lines around one that its column is judged by.
const WINDOW: usize = 10;

impl Layout {
    /// Measures a page.
    pub fn of(lines: &[Line]) -> Self {
        let mut layout = Self::default();
        layout.measure_indents(lines);
        let finished: Vec<bool> = lines.iter().map(|l| is_finished(&l.text)).collect();
        // Where indents tell paragraphs apart, a column may safely be taken for narrower.
        let loose = Room {
            slack: SLACK,
            hanging: layout.indents,
        };
        let by_cells = fullness(lines, &finished, &cells, loose);
        let by_chars = fullness(lines, &finished, &|_| 1, loose);
        let count = |full: &[bool]| full.iter().filter(|f| **f).count();
        let chars = count(&by_chars) > count(&by_cells);
        layout.brimful = if chars {
            fullness(lines, &finished, &|_| 1, Room::default())
        } else {
            fullness(lines, &finished, &cells, Room::default())
        };
        layout.full = if chars { by_chars } else { by_cells };
        layout.measure_gaps(lines, &finished);
        layout
    }

    fn measure_indents(&mut self, lines: &[Line]) {
        self.base = lines.iter().map(|l| l.indent).min().unwrap_or(0);
        let indented = lines
            .iter()
            .filter(|l| (2..=8).contains(&(l.indent - self.base)))
            .count();
        self.indents =
            indented * 10 >= lines.len() && indented >= 2 && indented * 100 <= lines.len() * 97;
    }

    fn measure_gaps(&mut self, lines: &[Line], finished: &[bool]) {
        let within = (1..lines.len()).filter(|&i| self.full[i - 1] && !finished[i - 1]);
        self.line_gap = common(within.map(|i| lines[i].gap)).unwrap_or(0);
        let long = |i: usize| lines[i].text.chars().count() > 20;
        let between = (1..lines.len()).filter(|&i| finished[i - 1] && !self.full[i - 1] && long(i));
        self.paragraph_gap = common(between.map(|i| lines[i].gap)).unwrap_or(self.line_gap);
    }

    /// Whether a line begins a paragraph by its indent.
    pub fn is_indented(&self, line: &Line) -> bool {
        self.indents && (2..=8).contains(&(line.indent - self.base))
    }

    /// Whether the break between a line and the next is that of a full column.
    pub fn wraps(&self, lines: &[Line], at: usize) -> bool {
        self.full.get(at).copied().unwrap_or(false)
            && lines
                .get(at + 1)
                .is_some_and(|next| next.gap <= self.line_gap)
    }

    /// Whether a finished line that fills its column goes on in the next.
    ///
    /// Where neither indents nor blank lines tell paragraphs apart, only a line without room for
    /// one character more was broken by its column.
    pub fn wraps_after_sentence(&self, at: usize) -> bool {
        let told = self.indents || self.paragraph_gap > self.line_gap;
        told || self.brimful.get(at).copied().unwrap_or(false)
    }
}

/// How far a full line may be from the edge of its column.
#[derive(Debug, Clone, Copy, Default)]
struct Room {
    /// Characters it may fall short.
    slack: usize,
    /// Whether a last mark may hang over the edge.
    hanging: bool,
}

/// The most common number.
fn common(numbers: impl Iterator<Item = usize>) -> Option<usize> {
    let mut counts = [0usize; 8];
    for n in numbers {
        counts[n.min(7)] += 1;
    }
    let best = (0..8).rev().max_by_key(|&n| counts[n])?;
    (counts[best] > 0).then_some(best)
}

/// Which lines are as full as their column allows, in one way of measuring.
fn fullness(
    lines: &[Line],
    finished: &[bool],
    width: &dyn Fn(char) -> usize,
    room: Room,
) -> Vec<bool> {
    let unit = width('国');
    let widths = measured(lines, width);
    let inner = if room.hanging {
        without_hanging(lines, &widths, width)
    } else {
        widths.clone()
    };
    let full: Vec<bool> = (0..lines.len())
        .map(|at| {
            let Some(next) = lines.get(at + 1) else {
                return false;
            };
            let fills = |column: usize| {
                let loose = room.slack + blanks(&lines[at].text);
                widths[at] + first_unit(&next.text, width) + loose * unit > column
                    && widths[at] <= column + 2 * unit
            };
            column(&inner, at, unit).is_some_and(fills)
                || narrow(lines, &widths, at, unit).is_some_and(fills)
        })
        .collect();
    // Lines that all end a sentence are paragraphs of like length, not a column.
    let all = full.iter().filter(|f| **f).count();
    let open = full
        .iter()
        .zip(finished)
        .filter(|(full, done)| **full && !**done)
        .count();
    if open * 5 < all * 2 || open < 2 {
        return vec![false; lines.len()];
    }
    full
}

/// How wide each line is, with its indent.
fn measured(lines: &[Line], width: &dyn Fn(char) -> usize) -> Vec<usize> {
    let unit = width('国');
    lines
        .iter()
        .map(|l| {
            l.text.chars().map(width).sum::<usize>()
                + if l.indent >= 2 {
                    l.indent * unit / 2
                } else {
                    0
                }
        })
        .collect()
}

/// The widths without a last mark, which may hang over the edge of the column.
fn without_hanging(lines: &[Line], widths: &[usize], width: &dyn Fn(char) -> usize) -> Vec<usize> {
    lines
        .iter()
        .zip(widths)
        .map(|(line, &all)| {
            let last = line.text.chars().next_back().filter(|&c| never_begins(c));
            all - last.map_or(0, width)
        })
        .collect()
}

/// Blanks in a Chinese line that a printed page may have drawn wider, two at most.
fn blanks(text: &str) -> usize {
    if text.contains(|c: char| c.is_ascii_alphabetic()) {
        return 0;
    }
    text.chars().filter(|&c| c == ' ').take(2).count()
}

/// The width of a narrower column around a line: that of neighbours that all run on.
fn narrow(lines: &[Line], widths: &[usize], at: usize, unit: usize) -> Option<usize> {
    let from = at.saturating_sub(2 * RUN);
    let to = widths.len().min(at + RUN);
    let flows = |line: &Line| line.text.contains(['，', '。', '、']);
    let plain = |line: &Line| !line.text.contains(char::is_whitespace);
    (from..to.saturating_sub(RUN - 1))
        .filter_map(|start| {
            let run = start..start + RUN;
            let most = widths[run.clone()].iter().max().copied()?;
            let least = widths[run.clone()].iter().min().copied()?;
            let even = most - least <= unit && least >= 8 * unit;
            let near = widths[at].abs_diff(most) <= unit;
            let marks = lines[run.clone()].iter().filter(|l| flows(l)).count();
            let text = even && near && marks * 2 >= RUN;
            (text && lines[run].iter().all(|l| plain(l) && l.gap == 0)).then_some(most)
        })
        .max()
}

/// What cannot be parted from the front of a line: a word, or a character with the marks after it.
fn first_unit(text: &str, width: &dyn Fn(char) -> usize) -> usize {
    let word = text
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || ".,:-/@_%".contains(*c))
        .take(24)
        .map(width)
        .sum::<usize>();
    let first = text.chars().take(1).map(width).sum::<usize>();
    let rest = text
        .chars()
        .skip(1)
        .take_while(|&c| never_begins(c))
        .take(3)
        .map(width)
        .sum::<usize>();
    word.max(first + rest)
}

/// The width of the column around a line: the widest that several lines share.
fn column(widths: &[usize], at: usize, unit: usize) -> Option<usize> {
    let near = &widths[at.saturating_sub(WINDOW)..widths.len().min(at + WINDOW + 1)];
    let mut sorted = near.to_vec();
    sorted.sort_unstable_by(|a, b| b.cmp(a));
    let need = (near.len() / 5).max(3);
    for (wider, &w) in sorted.iter().enumerate() {
        if w < 8 * unit || wider * 5 > near.len() {
            return None;
        }
        let support = sorted[wider..]
            .iter()
            .take_while(|&&v| v + unit >= w)
            .count();
        if support >= need {
            return (w <= 70 * unit).then_some(w);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::lines::{clean, split};

    fn wraps(page: &str) -> Vec<bool> {
        let lines = clean(&split(page));
        let layout = Layout::of(&lines);
        (0..lines.len())
            .map(|at| layout.wraps(&lines, at))
            .collect()
    }

    #[test]
    fn a_column_is_known_by_its_full_lines() {
        let page = "春分过后天气渐渐暖了起\n来，柳林社区的居民三三\n两两走到院子里晒着太阳\n聊着家常。\n老人们说这样的日子真好\n，孩子们在树下跑来跑去\n。\n";
        assert_eq!(wraps(page), [true, true, true, false, true, true, false]);
    }

    #[test]
    fn paragraphs_of_like_length_are_no_column() {
        let page = "春分过后天气渐渐暖了起来。\n柳林社区的居民走到院子里。\n老人们说这样的日子真不错。\n孩子们在树下跑来又跑去呢。\n";
        assert!(wraps(page).iter().all(|w| !w));
    }
}
