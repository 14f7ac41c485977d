//! A finding of proofreading that an editor left as it is, and why.

/// What was left, by whom and why. It counts for every place of the draft where the rule finds the
/// same passage.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Left {
    /// The rule's name.
    pub rule: String,
    /// The passage as it stood, with a little around it where it is a mark or a space.
    pub text: String,
    /// Why it is right as it stands; may be empty.
    pub why: String,
    /// Who left it; empty until it is written.
    pub by: String,
    /// When, RFC 3339 with offset; empty until it is written.
    pub at: String,
}

impl Left {
    /// Whether this is about what that one is about, whoever left it and when.
    pub fn is_about(&self, other: &Self) -> bool {
        (&self.rule, &self.text) == (&other.rule, &other.text)
    }
}

/// A finding that is never shown again in this newsroom.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Allow {
    /// The rule's name.
    pub rule: String,
    /// The passage, as in [`Left::text`].
    pub text: String,
}
