//! Lists of words as they stand in the source: one string, parted by white space.
//!
//! Knows no word itself; each list belongs to the module whose subject it is.

/// The words of a list.
pub(super) fn words(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split_ascii_whitespace()
}
