//! What `doctor` asks a terminal, and what it made of the answers.

use super::Ambiguous;
use super::input::{Input, Reply};
use super::width;

/// All questions in one: widths (on the alternate screen, so that nothing is seen), marked pastes,
/// whole frames (DECRQM 2004 and 2026), name and version (XTVERSION). Last what every terminal
/// answers (DA 1): after that nothing more will come.
pub fn all() -> String {
    let asked = "\x1b[?2004$p\x1b[?2026$p\x1b[>q\x1b[c";
    format!("\x1b[?1049h{}{asked}\x1b[?1049l", width::QUESTION)
}

/// Whether a terminal can do something, as far as it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Can {
    /// It says so.
    Yes,
    /// It says it cannot.
    No,
    /// It does not say.
    #[default]
    Unknown,
}

/// What a terminal answered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answers {
    /// How wide ambiguous characters are.
    pub width: Option<Ambiguous>,
    /// Pastes are marked as such.
    pub paste: Can,
    /// Frames are shown whole.
    pub frames: Can,
    /// Name and version.
    pub name: Option<String>,
    /// It takes text for the clipboard (extension 52 of the device attributes).
    pub clipboard: Can,
    /// The last question was answered.
    pub all: bool,
}

impl Answers {
    /// Takes in an input; what is no answer is left alone.
    pub fn take(&mut self, input: &Input) {
        let Input::Reply(reply) = input else {
            return;
        };
        match reply {
            Reply::Cursor(..) => self.width = width::answer(reply),
            Reply::Mode(2004, state) => self.paste = can(*state),
            Reply::Mode(2026, state) => self.frames = can(*state),
            Reply::Mode(..) => {}
            Reply::Name(name) => self.name = Some(name.clone()),
            Reply::Attributes(list) => {
                self.all = true;
                if list.contains(&52) {
                    self.clipboard = Can::Yes;
                }
            }
        }
    }
}

/// A mode that is or can be set (DECRPM 1, 2, 3), or not (0, 4).
fn can(state: u16) -> Can {
    if matches!(state, 1..=3) {
        Can::Yes
    } else {
        Can::No
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::term::input::Decoder;

    #[test]
    fn answers_are_understood_in_any_order() {
        let mut decoder = Decoder::default();
        let mut inputs = Vec::new();
        let said = b"\x1b[2;11R\x1b[?2026;2$y\x1b[?2004;0$y\x1bP>|foot(1.16)\x1b\\x\x1b[?62;52c";
        decoder.feed(said, &mut inputs);
        let mut answers = Answers::default();
        for input in &inputs {
            answers.take(input);
        }
        let expected = Answers {
            width: Some(Ambiguous::Two),
            paste: Can::No,
            frames: Can::Yes,
            name: Some("foot(1.16)".into()),
            clipboard: Can::Yes,
            all: true,
        };
        assert_eq!(answers, expected);
    }
}
