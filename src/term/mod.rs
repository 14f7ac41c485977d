//! What is sent to a terminal and what it sends: bytes in, bytes out, no file descriptor.
//!
//! This floor knows the domain and the text, but no screen, no state and no clock; the runtime
//! reads and writes the bytes.

pub mod capabilities;
pub mod codes;
pub mod input;
pub mod key;
pub mod paint;
pub mod question;
pub mod width;

pub use capabilities::{Capabilities, Colours, Path, Why};
pub use paint::Painter;

use crate::domain::settings::{AmbiguousCells, AmbiguousSetting};

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

impl Ambiguous {
    /// The cells that rows are laid out with.
    pub fn cells(self) -> AmbiguousCells {
        match self {
            Self::One => AmbiguousCells::One,
            Self::Two | Self::Safe => AmbiguousCells::Two,
        }
    }

    /// As it is written in settings.
    pub fn setting(self) -> AmbiguousSetting {
        match self {
            Self::One => AmbiguousSetting::One,
            Self::Two => AmbiguousSetting::Two,
            Self::Safe => AmbiguousSetting::Safe,
        }
    }

    /// What a setting demands; `answered` where the terminal is to say.
    pub fn by_setting(setting: AmbiguousSetting, answered: Self) -> Self {
        match setting {
            AmbiguousSetting::Auto => answered,
            AmbiguousSetting::One => Self::One,
            AmbiguousSetting::Two => Self::Two,
            AmbiguousSetting::Safe => Self::Safe,
        }
    }
}
