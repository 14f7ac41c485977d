//! Chinese text: what may be shown, how wide it is, where a row may end, how it is counted.

pub mod clean;
pub mod count;
pub mod motion;
pub mod width;
pub mod wrap;
