//! Finds rows that moved up or down as they are.

use super::cell::Cell;
use super::grid::Grid;
use super::pen::Look;
use super::row::price;

/// Rows from `top` to `last` that move down by `by`, or up by it below 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// First row.
    pub top: usize,
    /// Last row.
    pub last: usize,
    /// Rows.
    pub by: isize,
}

/// Bytes of setting margins, scrolling and taking the margins away.
const COST: usize = 16;
/// Distances that are looked at.
const DISTANCES: usize = 3;

/// The band whose scrolling saves most, where one saves anything.
pub fn find(shown: &Grid, next: &Grid) -> Option<Band> {
    let changed: Vec<usize> = (0..next.rows)
        .filter(|&y| shown.row(y) != next.row(y))
        .collect();
    if changed.len() < 3 {
        return None;
    }
    let old: Vec<u64> = (0..shown.rows).map(|y| hash(shown.row(y))).collect();
    let new: Vec<u64> = (0..next.rows).map(|y| hash(next.row(y))).collect();
    let plain: Vec<usize> = (0..next.rows)
        .map(|y| price(shown.row(y), next.row(y)))
        .collect();
    let blank = hash(&vec![Cell::blank(Look::default()); next.columns]);
    let mut best = None;
    let mut most = 0;
    for by in distances(&old, &new, &changed, blank) {
        for band in bands(&old, &new, by, blank) {
            let saved = saving(shown, next, &plain, band);
            if saved > most {
                (best, most) = (Some(band), saved);
            }
        }
    }
    best
}

/// FNV-1a over cells instead of bytes. Rows that only seem equal are no harm: what differs after
/// the scroll is written.
fn hash(row: &[Cell]) -> u64 {
    row.iter().fold(0xcbf2_9ce4_8422_2325, |sum, cell| {
        (sum ^ cell.key()).wrapping_mul(0x0100_0000_01b3)
    })
}

/// How far changed rows came, the most frequent distances first.
fn distances(old: &[u64], new: &[u64], changed: &[usize], blank: u64) -> Vec<isize> {
    let mut counts: Vec<(isize, usize)> = Vec::new();
    for &y in changed.iter().filter(|&&y| new[y] != blank) {
        for from in (0..old.len()).filter(|&from| from != y && old[from] == new[y]) {
            let by = y.cast_signed() - from.cast_signed();
            match counts.iter_mut().find(|(d, _)| *d == by) {
                Some((_, n)) => *n += 1,
                None => counts.push((by, 1)),
            }
        }
    }
    counts.sort_by_key(|&(by, n)| (std::cmp::Reverse(n), by.unsigned_abs()));
    counts.truncate(DISTANCES);
    counts.into_iter().map(|(by, _)| by).collect()
}

/// Bands of a distance: from the first row that moved to the last, and the longest run of them.
fn bands(old: &[u64], new: &[u64], by: isize, blank: u64) -> Vec<Band> {
    let came = |y: usize| {
        let from = y.checked_add_signed(-by).filter(|&from| from < old.len());
        from.is_some_and(|from| old[from] == new[y])
    };
    let moved: Vec<usize> = (0..new.len()).filter(|&y| came(y)).collect();
    let text = |y: &&usize| new[**y] != blank;
    let (Some(&first), Some(&last)) = (moved.iter().find(text), moved.iter().rev().find(text))
    else {
        return Vec::new();
    };
    let run = moved
        .chunk_by(|a, b| a + 1 == *b)
        .max_by_key(|run| run.len())
        .map(|run| (run[0], run[run.len() - 1]));
    let mut spans = vec![(first, last)];
    spans.extend(run.filter(|run| *run != (first, last)));
    let whole = |(first, last): (usize, usize)| {
        let band = if by > 0 {
            (first.checked_add_signed(-by)?, last)
        } else {
            (first, last.checked_add_signed(-by)?)
        };
        (band.1 < new.len()).then_some(Band {
            top: band.0,
            last: band.1,
            by,
        })
    };
    spans.into_iter().filter_map(whole).collect()
}

/// About the bytes that scrolling saves; 0 where it costs more.
fn saving(shown: &Grid, next: &Grid, plain: &[usize], band: Band) -> usize {
    let blank = vec![Cell::blank(Look::default()); next.columns];
    let mut moved = COST;
    for y in band.top..=band.last {
        let from = y.checked_add_signed(-band.by);
        let old = match from.filter(|from| (band.top..=band.last).contains(from)) {
            Some(from) => shown.row(from),
            None => &blank,
        };
        moved += price(old, next.row(y));
    }
    plain[band.top..=band.last]
        .iter()
        .sum::<usize>()
        .saturating_sub(moved)
}
