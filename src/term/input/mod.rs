//! From the bytes of a terminal to keys, text, pastes and answers.
//!
//! Pure: it reads nothing and knows no clock. Whoever reads the terminal feeds it whatever came in
//! one read, and calls [`Decoder::timeout`] when nothing came for as long as [`Decoder::waits`]
//! says. Where a read ends makes no difference to what is understood, with two exceptions that need
//! it: characters that came in one read are told as one [`Input::Text`] (the commit of an input
//! method is one undo step), and many of them at once are a paste (`run`).
//!
//! What begins like an escape sequence never types a letter, known or not, whole or torn.

mod keys;
mod run;
mod sequence;
#[cfg(test)]
mod tests;

use std::time::Duration;

use self::run::Run;
use self::sequence::{Meaning, Params};
use super::key::{Key, KeyCode};

/// After this silence a lone Escape byte was the Escape key; vim waits as long.
const ESCAPE: Duration = Duration::from_millis(100);
/// For so long after that, the rest of a torn arrow key types nothing.
const LATE: Duration = Duration::from_secs(1);
/// Control sequences begin like no key, so their rest may take its time.
const SEQUENCE: Duration = Duration::from_secs(5);
/// Strings and SS3 may be Alt with a letter: what is typed next is not kept from the editor long.
const STRING: Duration = Duration::from_secs(1);
/// A marked paste without an end is over after this silence.
const PASTE: Duration = Duration::from_secs(2);
/// Bytes of an answer that are kept; what is longer is swallowed all the same.
const KEPT: usize = 256;

/// What ends a marked paste.
const PASTE_END: &[u8] = b"\x1b[201~";

/// Something that came from the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// Two or more characters came at once: typing ahead, or the commit of an input method. No line
    /// ends, no tabs, no controls.
    Text(String),
    /// Pasted text, marked as such or known by its size; every line end is `\n`.
    Paste(String),
    /// The terminal's answer to a question.
    Reply(Reply),
}

/// An answer of the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// Where the cursor is, row and column from 1 (DSR 6, CPR). Answers from row 1 are not told: in
    /// columns 2 to 8 they are the same bytes as F3 with modifiers.
    Cursor(u16, u16),
    /// The state of a private mode (DECRQM): 0 not known, 1 set, 2 reset, 3 and 4 the same for ever.
    Mode(u16, u16),
    /// What the terminal claims to be (primary device attributes): every terminal answers that.
    Attributes(Vec<u16>),
    /// The terminal's name and version (XTVERSION).
    Name(String),
}

/// Reads the bytes of a terminal.
#[derive(Debug, Clone, Default)]
pub struct Decoder {
    state: State,
    /// The first bytes of a character whose rest has not come yet.
    partial: Vec<u8>,
    run: Run,
    /// The last byte was a carriage return: a line feed after it belongs to it.
    after_return: bool,
    /// The arrows of this terminal were seen as `ESC [ A`, so `ESC O A` has Control held (PuTTY).
    plain_arrows: bool,
}

#[derive(Debug, Clone, Default)]
enum State {
    #[default]
    Ground,
    /// After ESC, or after two of them.
    Escape { twice: bool },
    /// Escape was told as a key a moment ago.
    Late,
    /// After `ESC [`.
    Control { params: Vec<u8>, alt: bool },
    /// After `ESC [ [`: function keys of the Linux console.
    Console { alt: bool },
    /// So many characters of an X10 mouse report are to come.
    Mouse(u8),
    /// After `ESC O`.
    Single { params: Vec<u8>, alt: bool },
    /// In OSC, DCS, APC, PM or SOS, named by its second byte.
    Text {
        kind: u8,
        payload: Vec<u8>,
        escape: bool,
    },
    /// In a marked paste.
    Paste(Vec<u8>),
}

impl Decoder {
    /// Takes in what came in one read.
    pub fn feed(&mut self, bytes: &[u8], out: &mut Vec<Input>) {
        let mut rest = bytes;
        if matches!(self.state, State::Late) && !bytes.is_empty() {
            self.state = State::Ground;
            rest = &bytes[sequence::torn_key(bytes)..];
        }
        while let Some((&byte, after)) = rest.split_first() {
            rest = match self.state {
                State::Paste(_) => self.pasted(rest, out),
                State::Ground | State::Late => {
                    self.ground(byte, out);
                    after
                }
                _ => &rest[usize::from(self.sequence(byte, out))..],
            };
        }
        self.run.end_of_read(out);
    }

    /// Nothing came for as long as [`Self::waits`] said: what is unfinished ends.
    pub fn timeout(&mut self, out: &mut Vec<Input>) {
        match std::mem::take(&mut self.state) {
            State::Escape { twice } => {
                escape(twice, out);
                escape(true, out);
                self.state = State::Late;
            }
            State::Control { alt, .. } | State::Console { alt } | State::Single { alt, .. } => {
                escape(alt, out);
            }
            State::Paste(text) => self.torn_paste(text, out),
            State::Ground => self.run.end(out),
            State::Late | State::Mouse(_) | State::Text { .. } => {}
        }
    }

    /// The silence after which [`Self::timeout`] has something to end; nothing to wait for is
    /// `None`.
    pub fn waits(&self) -> Option<Duration> {
        match self.state {
            State::Ground => self.run.waits(),
            State::Escape { .. } => Some(ESCAPE),
            State::Late => Some(LATE),
            State::Control { .. } | State::Console { .. } => Some(SEQUENCE),
            State::Single { .. } | State::Mouse(_) | State::Text { .. } => Some(STRING),
            State::Paste(_) => Some(PASTE),
        }
    }

    /// A byte outside sequences. Bytes that are no UTF-8 are dropped.
    fn ground(&mut self, byte: u8, out: &mut Vec<Input>) {
        if byte < 0x80 {
            self.partial.clear();
            self.character(char::from(byte), out);
            return;
        }
        self.partial.push(byte);
        match std::str::from_utf8(&self.partial) {
            Ok(text) => {
                let c = text.chars().next();
                self.partial.clear();
                if let Some(c) = c {
                    self.character(c, out);
                }
            }
            Err(error) if error.error_len().is_none() => {}
            // It may begin another character.
            Err(_) if self.partial.len() > 1 => {
                self.partial.clear();
                self.ground(byte, out);
            }
            Err(_) => self.partial.clear(),
        }
    }

    fn character(&mut self, c: char, out: &mut Vec<Input>) {
        let after_return = std::mem::replace(&mut self.after_return, c == '\r');
        match c {
            '\n' if after_return => {}
            '\r' | '\n' | '\u{85}' => self.run.push('\n', out),
            '\t' => self.run.push('\t', out),
            '\u{1b}' => {
                self.run.end(out);
                self.state = State::Escape { twice: false };
            }
            '\0'..='\u{1f}' | '\u{7f}' => {
                self.run.end(out);
                out.extend(keys::control(c as u8).map(Input::Key));
            }
            // ESC and a letter in one character (ECMA-48, C1).
            '\u{80}'..='\u{9f}' => {
                self.run.end(out);
                self.introduce(c as u8 - 0x40, false);
            }
            _ => self.run.push(c, out),
        }
    }

    /// The state after ESC and this byte, where they begin a sequence.
    fn introduce(&mut self, byte: u8, alt: bool) -> bool {
        let params = Vec::new();
        self.state = match byte {
            b'[' => State::Control { params, alt },
            b'O' => State::Single { params, alt },
            b']' | b'P' | b'_' | b'^' | b'X' => State::Text {
                kind: byte,
                payload: Vec::new(),
                escape: false,
            },
            _ => return false,
        };
        true
    }

    /// A byte inside a sequence; whether it belonged to it. If not, it is to be read again.
    fn sequence(&mut self, byte: u8, out: &mut Vec<Input>) -> bool {
        match std::mem::take(&mut self.state) {
            State::Escape { twice } => self.escaped(byte, twice, out),
            State::Control { params, alt } => self.control(byte, params, alt, out),
            State::Console { alt } => {
                let key = keys::console(byte);
                tell(key.map_or(Meaning::Nothing, Meaning::Key), alt, out);
                (b' '..=b'~').contains(&byte)
            }
            State::Mouse(left) => self.mouse(byte, left),
            State::Single { params, alt } => self.single(byte, params, alt, out),
            State::Text {
                kind,
                payload,
                escape,
            } => self.string(byte, (kind, payload, escape), out),
            ground => {
                self.state = ground;
                false
            }
        }
    }

    fn escaped(&mut self, byte: u8, twice: bool, out: &mut Vec<Input>) -> bool {
        match byte {
            0x1b => {
                escape(twice, out);
                self.state = State::Escape { twice: true };
            }
            b'[' | b'O' => {
                self.introduce(byte, twice);
            }
            _ => {
                escape(twice, out);
                if self.introduce(byte, false) {
                    return true;
                }
                let Some(key) = keys::alt(byte) else {
                    escape(true, out);
                    return false;
                };
                self.after_return = byte == b'\r';
                out.push(Input::Key(key));
            }
        }
        true
    }

    fn control(&mut self, byte: u8, mut params: Vec<u8>, alt: bool, out: &mut Vec<Input>) -> bool {
        match byte {
            b'[' if params.is_empty() => self.state = State::Console { alt },
            b'M' if params.is_empty() => {
                escape(alt, out);
                self.state = State::Mouse(3);
            }
            b'$' if sequence::is_rxvt_key(&params) => {
                tell(sequence::control(&params, byte), alt, out);
            }
            b' '..=b'?' => {
                if params.len() < KEPT {
                    params.push(byte);
                }
                self.state = State::Control { params, alt };
            }
            b'@'..=b'~' => self.act(sequence::control(&params, byte), alt, out),
            _ => return self.broken_off(byte, alt, out),
        }
        true
    }

    fn single(&mut self, byte: u8, mut params: Vec<u8>, alt: bool, out: &mut Vec<Input>) -> bool {
        match byte {
            b'0'..=b'9' | b';' => {
                if params.len() < KEPT {
                    params.push(byte);
                }
                self.state = State::Single { params, alt };
            }
            b' '..=b'~' => {
                let bits = Params::read(&params).modifiers();
                let key = keys::single(byte, bits, self.plain_arrows);
                tell(key.map_or(Meaning::Nothing, Meaning::Key), alt, out);
            }
            _ => return self.broken_off(byte, alt, out),
        }
        true
    }

    /// Something that belongs in no sequence: ESC begins the next one, the rest is read as usual.
    fn broken_off(&mut self, byte: u8, alt: bool, out: &mut Vec<Input>) -> bool {
        escape(alt, out);
        if byte == 0x1b {
            self.state = State::Escape { twice: false };
        }
        byte == 0x1b
    }

    fn act(&mut self, meaning: Meaning, alt: bool, out: &mut Vec<Input>) {
        if let Meaning::Key(key) = meaning {
            let arrow = [KeyCode::Up, KeyCode::Down, KeyCode::Left, KeyCode::Right];
            self.plain_arrows |= arrow.map(Key::plain).contains(&key);
        }
        if meaning == Meaning::PasteBegins {
            escape(alt, out);
            self.state = State::Paste(Vec::new());
            return;
        }
        tell(meaning, alt, out);
    }

    /// X10 mouse reports are three characters; bytes that go on in a character are not counted.
    fn mouse(&mut self, byte: u8, left: u8) -> bool {
        if byte == 0x1b {
            self.state = State::Escape { twice: false };
            return true;
        }
        let goes_on = (0x80..0xc0).contains(&byte);
        if left == 0 && !goes_on {
            return false;
        }
        let left = left - u8::from(!goes_on);
        // The last character may still go on, if it is not ASCII.
        if left > 0 || byte >= 0x80 {
            self.state = State::Mouse(left);
        }
        true
    }

    fn string(
        &mut self,
        byte: u8,
        (kind, mut payload, escape): (u8, Vec<u8>, bool),
        out: &mut Vec<Input>,
    ) -> bool {
        match byte {
            _ if escape => {
                // ESC \ ends it; any other ESC begins the next sequence.
                if byte != b'\\' {
                    return self.escaped(byte, false, out);
                }
                out.extend(sequence::string(kind, &payload).map(Input::Reply));
            }
            0x07 => out.extend(sequence::string(kind, &payload).map(Input::Reply)),
            b' '..=b'~' | 0x1b => {
                if payload.is_empty() && byte != 0x1b && !sequence::begins_string(kind, byte) {
                    out.extend(keys::alt(kind).map(Input::Key));
                    return false;
                }
                if payload.len() < KEPT && byte != 0x1b {
                    payload.push(byte);
                }
                let escape = byte == 0x1b;
                self.state = State::Text {
                    kind,
                    payload,
                    escape,
                };
            }
            _ if payload.is_empty() => {
                out.extend(keys::alt(kind).map(Input::Key));
                return false;
            }
            _ => return false,
        }
        true
    }

    /// Bytes of a marked paste; what comes after its end.
    fn pasted<'a>(&mut self, bytes: &'a [u8], out: &mut Vec<Input>) -> &'a [u8] {
        let State::Paste(text) = &mut self.state else {
            return bytes;
        };
        let before = text.len();
        // The mark may have begun in what came earlier; nothing is searched twice.
        let from = before.saturating_sub(PASTE_END.len() - 1);
        text.extend_from_slice(bytes);
        let Some(at) = memchr::memmem::find(&text[from..], PASTE_END) else {
            return &[];
        };
        let end = from + at;
        paste(&text[..end], out);
        self.state = State::Ground;
        &bytes[end + PASTE_END.len() - before..]
    }

    /// The end of a paste never came; if it had begun to, its rest is swallowed.
    fn torn_paste(&mut self, mut text: Vec<u8>, out: &mut Vec<Input>) {
        let begun = (2..PASTE_END.len())
            .rev()
            .find(|&n| text.ends_with(&PASTE_END[..n]));
        if let Some(n) = begun {
            text.truncate(text.len() - n);
            let params = PASTE_END[2..n].to_vec();
            self.state = State::Control { params, alt: false };
        }
        paste(&text, out);
    }
}

/// The Escape key, where there was one before.
fn escape(pressed: bool, out: &mut Vec<Input>) {
    if pressed {
        out.push(Input::Key(Key::plain(KeyCode::Esc)));
    }
}

/// What a sequence means; an ESC before it is Alt on a key, the Escape key before anything else.
fn tell(meaning: Meaning, alt: bool, out: &mut Vec<Input>) {
    match meaning {
        Meaning::Key(key) => out.push(Input::Key(Key {
            alt: key.alt || alt,
            ..key
        })),
        Meaning::Reply(reply) => {
            escape(alt, out);
            out.push(Input::Reply(reply));
        }
        Meaning::PasteBegins | Meaning::Nothing => escape(alt, out),
    }
}

/// Tells a paste: bytes that are no UTF-8 left out, every line end as `\n`.
fn paste(bytes: &[u8], out: &mut Vec<Input>) {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
    }
    if text.contains(['\r', '\u{85}']) {
        text = text.replace("\r\n", "\n").replace(['\r', '\u{85}'], "\n");
    }
    if !text.is_empty() {
        out.push(Input::Paste(text));
    }
}
