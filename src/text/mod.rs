//! Chinese text: what may be shown, how wide it is, where a row may end, how it is counted, found
//! and marked.
//!
//! Pure functions over text. This floor knows no files, screens or settings beyond a width.

pub mod clean;
pub mod count;
pub mod diff;
pub mod draft_diff;
pub mod marks;
pub mod motion;
pub mod passage;
pub mod pinyin;
pub mod width;
pub mod words;
pub mod wrap;
