//! What a terminal is told when the desk opens and when it closes.

/// The alternate screen; arrows and numeric pad as plain keys, so that what another program left
/// set does not change their bytes; pastes marked as such.
pub const TAKE: &str = "\x1b[?1049h\x1b[?1l\x1b>\x1b[?2004h";

/// Back to what every program expects: no frame open, pastes as they come, no attributes, the main
/// screen, the cursor shown.
pub const GIVE_BACK: &str = "\x1b[?2026l\x1b[?2004l\x1b[0m\x1b[?1049l\x1b[?25h";
