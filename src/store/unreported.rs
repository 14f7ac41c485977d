//! The number of an issue whose making was begun and not yet reported.
//!
//! A crash between the commit and the report leaves it behind, so that the same command, asked
//! again, can answer with that issue instead of finding nothing to do.

use std::fs;
use std::path::PathBuf;

use super::{Lock, Newsroom};

impl Newsroom {
    fn unreported_file(&self) -> PathBuf {
        self.root.join(".liangdian/unreported")
    }

    /// Notes the number that is being made; a note that cannot be written costs only the answer.
    pub fn begin_report(&self, _lock: &Lock, number: u32) {
        let _ = fs::write(self.unreported_file(), number.to_string());
    }

    /// The number that was begun and never reported.
    pub fn unreported(&self, _lock: &Lock) -> Option<u32> {
        fs::read_to_string(self.unreported_file())
            .ok()?
            .parse()
            .ok()
    }

    /// The outcome is known to whoever asked.
    pub fn end_report(&self, _lock: &Lock) {
        let _ = fs::remove_file(self.unreported_file());
    }
}
