//! Characters that come one after another: keys, typing ahead, or a paste nobody marked.
//!
//! Terminals that know no bracketed paste send pasted text as if it were typed, in as many reads as
//! the line makes of it. As keys it would run commands on the queue, and in a story be thousands of
//! undo steps. So a run of characters is a paste where
//! - it has at least [`LINES`] characters and goes on after a line end, or
//! - it has at least [`LONG`] characters,
//!
//! and in either case at least [`VARIED`] different ones: a key held down while the line stood still
//! comes as one read, too. What else came in one read was typed ahead, and its line ends are Enter.

use std::time::Duration;

use super::Input;
use crate::term::key::{Key, KeyCode};

/// The fewest characters of a paste with more than one line.
const LINES: usize = 24;
/// The fewest characters of a paste of one line.
const LONG: usize = 200;
/// The fewest different characters of a paste.
const VARIED: usize = 8;
/// From so many characters on it is worth waiting for more: nobody types them in one read.
const BURST: usize = 8;
/// How long.
const MORE: Duration = Duration::from_millis(10);
/// A paste that is known as one goes on until this silence.
const SILENCE: Duration = Duration::from_millis(50);
/// The longest run that may still be keys.
const KEYS: usize = 4096;

/// Characters not told yet.
#[derive(Debug, Clone, Default)]
pub struct Run {
    /// Line ends are `\n`.
    text: String,
    chars: usize,
    different: Vec<char>,
    /// Whether text came after a line end.
    goes_on: bool,
    is_paste: bool,
}

impl Run {
    /// One more character; `\n` for every line end, `\t`, no other control.
    pub fn push(&mut self, c: char, out: &mut Vec<Input>) {
        self.goes_on |= c != '\n' && self.text.ends_with('\n');
        self.text.push(c);
        self.chars += 1;
        if self.different.len() < VARIED && !self.different.contains(&c) {
            self.different.push(c);
        }
        let many = self.chars >= if self.goes_on { LINES } else { LONG };
        self.is_paste |= many && self.different.len() == VARIED;
        if !self.is_paste && self.chars >= KEYS {
            self.end(out);
        }
    }

    /// Nothing more came in this read.
    pub fn end_of_read(&mut self, out: &mut Vec<Input>) {
        if self.waits().is_none() {
            self.end(out);
        }
    }

    /// How long to wait for more of it.
    pub fn waits(&self) -> Option<Duration> {
        if self.is_paste {
            return Some(SILENCE);
        }
        (self.chars >= BURST).then_some(MORE)
    }

    /// Tells what it was.
    pub fn end(&mut self, out: &mut Vec<Input>) {
        if self.text.is_empty() {
            return;
        }
        let run = std::mem::take(self);
        if run.is_paste {
            out.push(Input::Paste(run.text));
            return;
        }
        for part in run.text.split_inclusive(['\n', '\t']) {
            let typed = part.trim_end_matches(['\n', '\t']);
            out.extend(told(typed));
            out.extend(match part.as_bytes().last() {
                Some(b'\n') => Some(Input::Key(Key::plain(KeyCode::Enter))),
                Some(b'\t') => Some(Input::Key(Key::plain(KeyCode::Tab))),
                _ => None,
            });
        }
    }
}

/// One character is a key, more are text.
fn told(typed: &str) -> Option<Input> {
    let mut chars = typed.chars();
    let first = chars.next()?;
    Some(if chars.as_str().is_empty() {
        Input::Key(Key::char(first))
    } else {
        Input::Text(typed.to_owned())
    })
}
