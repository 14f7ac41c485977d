//! Word lists: words that are typed for others, set phrases, words to take care with.

use std::sync::OnceLock;

/// The lists that the rules look words up in.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {}

impl Lexicon {
    /// The lists that come with the program.
    pub fn builtin() -> &'static Self {
        static BUILTIN: OnceLock<Lexicon> = OnceLock::new();
        BUILTIN.get_or_init(Self::default)
    }
}
