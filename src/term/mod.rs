//! What is sent to a terminal and what it sends: bytes in, bytes out, no file descriptor.
//!
//! This floor knows the domain and the text, but no screen, no state and no clock; the runtime
//! reads and writes the bytes.

pub mod input;
pub mod key;
pub mod session;

/// How wide a terminal draws East Asian Ambiguous characters (UAX #11: “ ” … — · ●), as far as is
/// known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ambiguous {
    /// One cell, surely.
    One,
    /// Two cells, surely.
    Two,
    /// Not known: laid out as two cells and drawn so that it is right either way.
    #[default]
    Safe,
}
