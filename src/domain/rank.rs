//! A place in the queue as a fractional index: between any two places there is nearly always
//! another.

use std::fmt;

/// Base-62 digits `0-9 A-Z a-z` read as a fraction; order is that of the text, byte by byte.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Rank(String);

/// Text that is no rank: empty, or with other characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a rank (0-9 A-Z a-z)")]
pub struct NotARank;

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

fn digit(byte: u8) -> usize {
    DIGITS.iter().position(|&d| d == byte).unwrap_or(0)
}

impl Rank {
    /// A rank read from a file.
    pub fn parse(text: &str) -> Result<Self, NotARank> {
        if text.is_empty() || !text.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return Err(NotARank);
        }
        Ok(Self(text.to_owned()))
    }

    /// The rank of the first draft of a newsroom, with room on both sides.
    pub fn first() -> Self {
        Self("a1".to_owned())
    }

    /// The text stored in the draft.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A rank strictly between two others; `None` stands for the end of the queue on that side.
    ///
    /// Returns `None` where there is no room: `low >= high` (two drafts share a rank), or only
    /// zeros part them (`a` and `a0`). Then one of them must be given a new rank too.
    pub fn between(low: Option<&Self>, high: Option<&Self>) -> Option<Self> {
        if let (Some(low), Some(high)) = (low, high)
            && low >= high
        {
            return None;
        }
        let low = low.map_or(&b""[..], |r| r.0.as_bytes());
        midpoint(low, high.map(|r| r.0.as_bytes())).map(Self)
    }

    /// The rank after the last one: counted up like a number, so that ten thousand appended
    /// drafts stay short.
    pub fn after(last: Option<&Self>) -> Self {
        let Some(last) = last else {
            return Self::first();
        };
        let mut digits = last.0.clone().into_bytes();
        let Some(at) = digits.iter().rposition(|&d| d != b'z') else {
            return Self(format!("{}0001", last.0));
        };
        digits[at] = DIGITS[digit(digits[at]) + 1];
        digits[at + 1..].fill(b'0');
        Self(digits.iter().map(|&d| d as char).collect())
    }

    /// `count` ranks in rising order strictly between two others, evenly placed.
    ///
    /// Returns `None` where there is no room ([`Rank::between`]).
    pub fn spread(low: Option<&Self>, high: Option<&Self>, count: usize) -> Option<Vec<Self>> {
        let mut out = Vec::with_capacity(count);
        fill(low, high, count, &mut out)?;
        Some(out)
    }
}

fn fill(low: Option<&Rank>, high: Option<&Rank>, count: usize, out: &mut Vec<Rank>) -> Option<()> {
    if count == 0 {
        return Some(());
    }
    let middle = Rank::between(low, high)?;
    let left = (count - 1) / 2;
    fill(low, Some(&middle), left, out)?;
    out.push(middle.clone());
    fill(Some(&middle), high, count - 1 - left, out)
}

/// Digits strictly between `low` and `high` as fractions; `high` of `None` is 1.
fn midpoint(low: &[u8], high: Option<&[u8]>) -> Option<String> {
    let mut out = String::new();
    let mut high = high;
    for at in 0.. {
        if high.is_some_and(|text| at >= text.len() && at >= low.len()) {
            return None;
        }
        let l = low.get(at).map_or(0, |&b| digit(b));
        let h = match high {
            Some(text) => text.get(at).map_or(0, |&b| digit(b)),
            None => DIGITS.len(),
        };
        if h > l + 1 {
            out.push(DIGITS[usize::midpoint(l, h)] as char);
            return Some(out);
        }
        out.push(DIGITS[l] as char);
        if l < h {
            // Neighbours: follow the low side, the high one no longer limits.
            high = None;
        }
    }
    None
}

impl fmt::Display for Rank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rank() -> impl Strategy<Value = Rank> {
        "[0-9A-Za-z]{1,5}".prop_map(Rank)
    }

    proptest! {
        #[test]
        fn between_two_ranks_there_is_another_unless_only_zeros_part_them(a in rank(), b in rank()) {
            let (low, high) = if a < b { (a, b) } else { (b, a) };
            if let Some(middle) = Rank::between(Some(&low), Some(&high)) {
                prop_assert!(low < middle && middle < high, "{low} {middle} {high}");
                prop_assert!(Rank::parse(middle.as_str()).is_ok());
            } else {
                let rest = high.as_str().strip_prefix(low.as_str());
                prop_assert!(rest.is_some_and(|r| r.bytes().all(|b| b == b'0')), "{low} {high}");
            }
        }

        #[test]
        fn there_is_always_room_behind(a in rank()) {
            let above = Rank::between(Some(&a), None).unwrap();
            prop_assert!(a < above);
            prop_assert!(Rank::after(Some(&a)) > a);
        }

        #[test]
        fn a_spread_rises(a in rank(), count in 0usize..60) {
            let ranks = Rank::spread(Some(&a), None, count).unwrap();
            prop_assert_eq!(ranks.len(), count);
            let mut last = a;
            for rank in ranks {
                prop_assert!(last < rank);
                last = rank;
            }
        }
    }

    #[test]
    fn ten_thousand_appended_drafts_keep_short_ranks() {
        let mut last = Rank::first();
        for _ in 0..10_000 {
            let next = Rank::after(Some(&last));
            assert!(next > last);
            last = next;
        }
        assert!(last.as_str().len() <= 6, "{last}");
    }

    #[test]
    fn what_is_no_rank_is_refused() {
        for bad in ["", "甲", "a b", "a-1"] {
            assert_eq!(Rank::parse(bad), Err(NotARank), "{bad:?}");
        }
    }
}
