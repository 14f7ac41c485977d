//! Lists of words as they stand in the source: one string, parted by white space.
//!
//! Knows no word itself; each list belongs to the module whose subject it is.

use std::sync::OnceLock;

/// A list of words, parted when it is first asked.
#[derive(Debug)]
pub(super) struct Words {
    source: &'static str,
    list: OnceLock<Vec<&'static str>>,
}

impl Words {
    /// The words of a string, parted by white space.
    pub const fn new(source: &'static str) -> Self {
        Self {
            source,
            list: OnceLock::new(),
        }
    }

    fn list(&self) -> &[&'static str] {
        self.list
            .get_or_init(|| self.source.split_ascii_whitespace().collect())
    }

    /// Each word in turn.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.list().iter().copied()
    }

    /// Whether a text is one of the words.
    pub fn has(&self, text: &str) -> bool {
        self.list().contains(&text)
    }

    /// Whether a text begins with one of the words.
    pub fn begin(&self, text: &str) -> bool {
        self.list().iter().any(|word| text.starts_with(word))
    }

    /// Whether one of the words stands in a text.
    pub fn within(&self, text: &str) -> bool {
        self.list().iter().any(|word| text.contains(word))
    }
}
