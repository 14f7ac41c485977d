//! A place in the queue as a fractional index: between any two places there is always another.

use std::fmt;

/// Base-36 digits `0-9a-z` read as a fraction, never ending in `0`; order is that of the text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Rank(String);

/// Text that is no rank: empty, other characters, or a final `0`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a rank (0-9 a-z, not ending in 0)")]
pub struct NotARank;

const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

fn digit(byte: u8) -> usize {
    DIGITS.iter().position(|&d| d == byte).unwrap_or(0)
}

impl Rank {
    /// A rank read from a file.
    pub fn parse(text: &str) -> Result<Self, NotARank> {
        let plain = text.bytes().all(|b| DIGITS.contains(&b));
        if text.is_empty() || !plain || text.ends_with('0') {
            return Err(NotARank);
        }
        Ok(Self(text.to_owned()))
    }

    /// The rank of the first draft of a newsroom: the middle.
    pub fn first() -> Self {
        Self("i".to_owned())
    }

    /// The text stored in the draft.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A rank strictly between two others; `None` stands for the end of the queue on that side.
    ///
    /// Returns `None` where `low >= high`: two drafts share a rank and one must be given a new
    /// one first ([`Rank::spread`]).
    pub fn between(low: Option<&Self>, high: Option<&Self>) -> Option<Self> {
        if let (Some(low), Some(high)) = (low, high)
            && low >= high
        {
            return None;
        }
        let low = low.map_or(&b""[..], |r| r.0.as_bytes());
        let high = high.map(|r| r.0.as_bytes());
        Some(Self(midpoint(low, high)))
    }

    /// The rank after the last one: short steps, so that a thousand appended drafts stay short.
    pub fn after(last: Option<&Self>) -> Self {
        let Some(last) = last else {
            return Self::first();
        };
        let bytes = last.0.as_bytes();
        let Some(at) = bytes.iter().position(|&b| b != b'z') else {
            return Self(format!("{}1", last.0));
        };
        let mut text = last.0[..at].to_owned();
        text.push(DIGITS[digit(bytes[at]) + 1] as char);
        // One digit more at each overflow of the first: "z" then "z1" … keeps room below.
        Self(text)
    }

    /// `count` ranks in rising order strictly between two others, evenly placed.
    ///
    /// Returns `None` where `low >= high`.
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
fn midpoint(low: &[u8], high: Option<&[u8]>) -> String {
    let mut out = String::new();
    let mut high = high;
    let mut at = 0;
    loop {
        let l = low.get(at).map_or(0, |&b| digit(b));
        let h = match high {
            Some(text) => text.get(at).map_or(0, |&b| digit(b)),
            None => 36,
        };
        if l == h {
            out.push(DIGITS[l] as char);
        } else if h - l > 1 {
            out.push(DIGITS[usize::midpoint(l, h)] as char);
            return out;
        } else {
            // Neighbours: follow the low side, the high one no longer limits.
            out.push(DIGITS[l] as char);
            high = None;
        }
        at += 1;
    }
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
        "[0-9a-z]{0,4}[1-9a-z]".prop_map(Rank)
    }

    proptest! {
        #[test]
        fn between_two_ranks_there_is_another(a in rank(), b in rank()) {
            let (low, high) = if a < b { (a, b) } else { (b, a) };
            match Rank::between(Some(&low), Some(&high)) {
                Some(middle) => {
                    prop_assert!(low < middle && middle < high, "{low} {middle} {high}");
                    prop_assert!(Rank::parse(middle.as_str()).is_ok());
                }
                None => prop_assert_eq!(low, high),
            }
        }

        #[test]
        fn a_rank_has_room_on_both_sides(a in rank()) {
            let below = Rank::between(None, Some(&a)).unwrap();
            let above = Rank::between(Some(&a), None).unwrap();
            prop_assert!(below < a && a < above);
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
    fn appended_drafts_keep_short_ranks() {
        let mut last = Rank::first();
        for _ in 0..1_000 {
            let next = Rank::after(Some(&last));
            assert!(next > last);
            last = next;
        }
        assert!(last.as_str().len() < 40, "{last}");
    }

    #[test]
    fn what_is_no_rank_is_refused() {
        for bad in ["", "a0", "A", "甲", "a b"] {
            assert_eq!(Rank::parse(bad), Err(NotARank), "{bad:?}");
        }
    }
}
