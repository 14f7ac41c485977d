//! What differs between two texts: paragraphs aligned, and inside a changed one the words that
//! changed, not crumbs of characters.
//!
//! The unit is a Han character, a mark, or a run of Latin letters and digits. Then changes that
//! stand close are told as one, and a change that could stand in several places stands where a
//! clause begins or ends.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::motion;

/// Where a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// In both texts.
    Both,
    /// In the old one only.
    Old,
    /// In the new one only.
    New,
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Where it is.
    pub side: Side,
    /// Its text.
    pub text: String,
}

/// A paragraph as it was and as it is: its pieces in order, an old one before the new one that
/// took its place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// The pieces; none where the paragraph is empty in both.
    pub pieces: Vec<Piece>,
}

impl Paragraph {
    fn whole(side: Side, text: &str) -> Self {
        let text = text.to_owned();
        Self {
            pieces: vec![Piece { side, text }],
        }
    }

    /// Whether it is the same in both texts.
    pub fn is_same(&self) -> bool {
        self.pieces.iter().all(|piece| piece.side == Side::Both)
    }

    /// Whether a side has it at all.
    pub fn is_in(&self, side: Side) -> bool {
        let has = |piece: &Piece| piece.side == Side::Both || piece.side == side;
        self.pieces.is_empty() || self.pieces.iter().any(has)
    }

    /// The text of one side.
    pub fn text(&self, side: Side) -> String {
        let mine = |piece: &&Piece| piece.side == Side::Both || piece.side == side;
        let texts = self.pieces.iter().filter(mine);
        texts.map(|piece| piece.text.as_str()).collect()
    }

    /// With signs, for where no colour is: `修[-水-]{+新+}渠`.
    pub fn marked(&self) -> String {
        let mut out = String::new();
        for Piece { side, text } in &self.pieces {
            let (open, close) = signs(*side);
            out.extend([open, text, close]);
        }
        out
    }
}

/// What stands around a piece where no colour tells it.
pub fn signs(side: Side) -> (&'static str, &'static str) {
    match side {
        Side::Both => ("", ""),
        Side::Old => ("[-", "-]"),
        Side::New => ("{+", "+}"),
    }
}

/// Pairs of units above which two paragraphs are told apart as wholes: they are no news copy, and
/// comparing them would hold the screen.
const MOST: usize = 64_000_000;
/// Paragraphs of one changed stretch that are matched each with each.
const MATCHED: usize = 4_000;
/// How alike, in percent, two paragraphs are that are told as one changed paragraph.
const ALIKE: usize = 35;

/// All paragraphs of two texts; blank lines are left out.
pub fn paragraphs(old: &str, new: &str) -> Vec<Paragraph> {
    let lines = |text: &'_ str| -> Vec<String> {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(str::to_owned).collect()
    };
    let (old, new) = (lines(old), lines(new));
    let mut out = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (was, now) = (&old[op.old_range()], &new[op.new_range()]);
        if let DiffOp::Equal { .. } = op {
            out.extend(was.iter().map(|line| Paragraph::whole(Side::Both, line)));
        } else {
            changed(was, now, &mut out);
        }
    }
    out
}

/// One line of both texts.
pub fn line(old: &str, new: &str) -> Paragraph {
    if old == new {
        return match old {
            "" => Paragraph::default(),
            text => Paragraph::whole(Side::Both, text),
        };
    }
    let (was, now) = (units(old), units(new));
    if was.len() * now.len() > MOST {
        return replaced(old, new);
    }
    grouped(&was, &now)
}

fn replaced(old: &str, new: &str) -> Paragraph {
    let pieces = [(Side::Old, old), (Side::New, new)];
    let pieces = pieces.into_iter().filter(|(_, text)| !text.is_empty());
    Paragraph {
        pieces: pieces
            .map(|(side, text)| Piece {
                side,
                text: text.to_owned(),
            })
            .collect(),
    }
}

/// A stretch of paragraphs of which none is the same: each with the one it became.
fn changed(was: &[String], now: &[String], out: &mut Vec<Paragraph>) {
    let (mut a, mut b) = (0, 0);
    for (i, j) in pairs(was, now) {
        out.extend(was[a..i].iter().map(|l| Paragraph::whole(Side::Old, l)));
        out.extend(now[b..j].iter().map(|l| Paragraph::whole(Side::New, l)));
        out.push(line(&was[i], &now[j]));
        (a, b) = (i + 1, j + 1);
    }
    out.extend(was[a..].iter().map(|l| Paragraph::whole(Side::Old, l)));
    out.extend(now[b..].iter().map(|l| Paragraph::whole(Side::New, l)));
}

/// Which paragraphs became which, in order, so that the sum of likeness is highest.
fn pairs(was: &[String], now: &[String]) -> Vec<(usize, usize)> {
    let (rows, columns) = (was.len(), now.len());
    if rows * columns > MATCHED {
        return (0..rows.min(columns)).map(|i| (i, i)).collect();
    }
    let bags: Vec<Vec<(char, char)>> = now.iter().map(|line| bigrams(line)).collect();
    let mut best = vec![vec![0; columns + 1]; rows + 1];
    let mut alike = vec![vec![0; columns]; rows];
    for i in (0..rows).rev() {
        let bag = bigrams(&was[i]);
        for j in (0..columns).rev() {
            let score = likeness(&bag, &bags[j]);
            alike[i][j] = if score < ALIKE { 0 } else { score };
            let paired = best[i + 1][j + 1] + alike[i][j];
            best[i][j] = paired.max(best[i + 1][j]).max(best[i][j + 1]);
        }
    }
    let (mut i, mut j, mut found) = (0, 0, Vec::new());
    while i < rows && j < columns {
        if alike[i][j] > 0 && best[i][j] == best[i + 1][j + 1] + alike[i][j] {
            found.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if best[i][j] == best[i + 1][j] {
            i += 1;
        } else {
            j += 1;
        }
    }
    found
}

/// Sorted pairs of neighbouring characters, the edges of the line among them.
fn bigrams(line: &str) -> Vec<(char, char)> {
    let edge = std::iter::once('\n');
    let first = edge.clone().chain(line.chars());
    let mut bag: Vec<_> = first.zip(line.chars().chain(edge)).collect();
    bag.sort_unstable();
    bag
}

/// How much of two sorted bags is in both, in percent (Dice).
fn likeness(a: &[(char, char)], b: &[(char, char)]) -> usize {
    let (mut i, mut j, mut common) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, common) = (i + 1, j + 1, common + 1),
        }
    }
    200 * common / (a.len() + b.len()).max(1)
}

/// Han characters and marks one by one, Latin letters and digits in runs (`3.5%`, `PM2.5`).
fn units(line: &str) -> Vec<&str> {
    let bytes = line.as_bytes();
    let word = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let joins = |at: usize| match bytes.get(at) {
        Some(b'.') => word(at + 1),
        Some(b'%') => true,
        _ => word(at),
    };
    let mut found = Vec::new();
    let mut start = 0;
    while start < line.len() {
        let mut end = motion::next(line, start);
        while word(start) && joins(end) {
            end += 1;
        }
        found.push(&line[start..end]);
        start = end;
    }
    found
}

/// A stretch of changed units: which of the old, which of the new.
#[derive(Debug, Clone, Copy)]
struct Change {
    old: (usize, usize),
    new: (usize, usize),
}

fn grouped(was: &[&str], now: &[&str]) -> Paragraph {
    let mut changes: Vec<Change> = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, was, now) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let (old, new) = (op.old_range(), op.new_range());
        let change = Change {
            old: (old.start, old.end),
            new: (new.start, new.end),
        };
        match changes.last_mut() {
            Some(last) if last.old.1 == change.old.0 && last.new.1 == change.new.0 => {
                last.old.1 = change.old.1;
                last.new.1 = change.new.1;
            }
            _ => changes.push(change),
        }
    }
    slide(&mut changes, was, now);
    pieces(&join(&changes, was), was, now)
}

/// Joins changes that only crumbs part.
fn join(changes: &[Change], was: &[&str]) -> Vec<Change> {
    let mut out: Vec<Change> = Vec::new();
    for &change in changes {
        match out.last_mut() {
            Some(last) if is_crumb(&was[last.old.1..change.old.0], *last, change) => {
                last.old.1 = change.old.1;
                last.new.1 = change.new.1;
            }
            _ => out.push(change),
        }
    }
    out
}

/// Whether what two changes leave between them is no more than chance: one character, or two
/// between longer changes, and no mark that ends a clause.
fn is_crumb(between: &[&str], before: Change, after: Change) -> bool {
    let size = |c: Change| (c.old.1 - c.old.0).max(c.new.1 - c.new.0);
    let least = size(before).min(size(after));
    let most = if least >= 3 { 2 } else { 1 };
    let both = |c: Change| c.old.0 < c.old.1 && c.new.0 < c.new.1;
    let replaces = both(before) || both(after) || least >= 3;
    replaces && between.len() <= most && !between.iter().any(|unit| is_end(unit))
}

fn is_end(unit: &str) -> bool {
    unit.starts_with(['，', '。', '；', '：', '！', '？', '、', '\u{3000}', ' '])
}

/// Text that only came or only went may stand in several places (`很|很好|`, `|很很|好`): the best is
/// where a clause begins, else where one ends.
fn slide(changes: &mut [Change], was: &[&str], now: &[&str]) {
    for at in 0..changes.len() {
        let change = changes[at];
        let left = at.checked_sub(1).map_or(0, |i| changes[i].new.1);
        let left_old = at.checked_sub(1).map_or(0, |i| changes[i].old.1);
        let (right, right_old) = changes
            .get(at + 1)
            .map_or((now.len(), was.len()), |next| (next.new.0, next.old.0));
        changes[at] = if change.old.0 == change.old.1 {
            let by = best_shift(now, change.new, (left, right));
            shift(change, by)
        } else if change.new.0 == change.new.1 {
            let by = best_shift(was, change.old, (left_old, right_old));
            shift(change, by)
        } else {
            change
        };
    }
}

fn shift(change: Change, by: isize) -> Change {
    let moved = |(a, b): (usize, usize)| (a.saturating_add_signed(by), b.saturating_add_signed(by));
    Change {
        old: moved(change.old),
        new: moved(change.new),
    }
}

/// How far a span moves between two bounds to stand best; 0 where it stands well.
fn best_shift(text: &[&str], span: (usize, usize), bounds: (usize, usize)) -> isize {
    let mut places = vec![0isize];
    let (mut a, mut b) = span;
    while a > bounds.0 && text[a - 1] == text[b - 1] {
        (a, b) = (a - 1, b - 1);
        places.push(a.cast_signed() - span.0.cast_signed());
    }
    (a, b) = span;
    while b < bounds.1 && text[a] == text[b] {
        (a, b) = (a + 1, b + 1);
        places.push(a.cast_signed() - span.0.cast_signed());
    }
    let score = |by: isize| {
        let (a, b) = (
            span.0.saturating_add_signed(by),
            span.1.saturating_add_signed(by),
        );
        let starts = a == 0 || is_end(text[a - 1]);
        let ends = b == text.len() || is_end(text[b - 1]);
        2 * u8::from(starts && ends) + u8::from(starts || ends)
    };
    let least = |by: &isize| (score(*by), -by.abs());
    places.into_iter().max_by_key(least).unwrap_or(0)
}

fn pieces(changes: &[Change], was: &[&str], now: &[&str]) -> Paragraph {
    let mut out = Vec::new();
    let mut push = |side: Side, units: &[&str]| {
        if !units.is_empty() {
            let text = units.concat();
            out.push(Piece { side, text });
        }
    };
    let mut at = 0;
    for change in changes {
        push(Side::Both, &was[at..change.old.0]);
        push(Side::Old, &was[change.old.0..change.old.1]);
        push(Side::New, &now[change.new.0..change.new.1]);
        at = change.old.1;
    }
    push(Side::Both, &was[at..]);
    Paragraph { pieces: out }
}

#[cfg(test)]
mod tests;
