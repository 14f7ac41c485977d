//! Standard output and standard error of a command.
//!
//! Output is gathered and written at the end, so that a command is never cut short by a reader
//! that goes away; what comes from drafts is shown without controls.

use std::io::{self, ErrorKind, Write};

use serde::Serialize;

use crate::text::clean;
use crate::wording::{Lang, command as words};

/// What a command has to say.
#[derive(Default)]
pub struct Out {
    bytes: Vec<u8>,
}

impl Out {
    /// A line for people; controls in it become visible signs.
    pub fn line(&mut self, text: &str) {
        self.bytes
            .extend_from_slice(clean::visible(text).as_bytes());
        self.bytes.push(b'\n');
    }

    /// A JSON document.
    pub fn json(&mut self, value: &impl Serialize) {
        // Plain data of strings and numbers always has a JSON form.
        let text = serde_json::to_string_pretty(value).unwrap_or_default();
        self.bytes.extend_from_slice(text.as_bytes());
        self.bytes.push(b'\n');
    }

    /// Bytes as they are.
    pub fn raw(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Writes the output; a reader that went away has all it wanted.
    pub fn flush(&mut self) -> io::Result<()> {
        let mut stdout = io::stdout().lock();
        match stdout.write_all(&self.bytes).and_then(|()| stdout.flush()) {
            Err(e) if e.kind() == ErrorKind::BrokenPipe => Ok(()),
            other => other,
        }
    }
}

/// An error, at once.
pub fn error(lang: Lang, sentence: &str) {
    complain(&format!("{}{sentence}", words::ERROR.get(lang)));
}

/// Something worth knowing, at once.
pub fn note(lang: Lang, sentence: &str) {
    complain(&format!("{}{sentence}", words::NOTE.get(lang)));
}

/// Lines on standard error, controls made visible; that it cannot be written changes nothing.
pub fn complain(text: &str) {
    let mut stderr = io::stderr().lock();
    for line in text.lines() {
        let _ = writeln!(stderr, "{}", clean::visible(line));
    }
}
