//! What is sent to a terminal and read from it: bytes in, bytes out.
//!
//! It must not know the program's state, its screens, files, or the system's terminal calls.

pub mod capabilities;
pub mod codes;
pub mod paint;

pub use capabilities::{Capabilities, Colours, Path, Why};
pub use paint::{Ambiguous, Painter};
