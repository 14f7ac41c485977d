//! What a whole escape sequence means.

use super::{Reply, keys};
use crate::term::key::Key;

/// The meaning of a sequence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    Key(Key),
    Reply(Reply),
    PasteBegins,
    /// Mouse and focus reports, a stray end of a paste, whatever is not known.
    Nothing,
}

/// The parameters of a control sequence (ECMA-48, 5.4): numbers between `;`, sub-parameters after
/// `:`, a private mark before them, intermediate bytes behind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Params {
    /// `< = > ?`, if there is one.
    pub private: Option<u8>,
    /// The first number of each parameter, 0 where it is left out.
    pub numbers: Vec<u16>,
    /// The second number of the second parameter: the kind of a key event (1 press, 3 release).
    pub event: u16,
    /// The second number of the first parameter: the shifted character of a key.
    pub shifted: u16,
    /// The last intermediate byte.
    pub intermediate: Option<u8>,
}

impl Params {
    /// Reads what stands between `ESC [` and the final byte.
    pub fn read(bytes: &[u8]) -> Self {
        let private = bytes.first().copied().filter(|b| (b'<'..=b'?').contains(b));
        let digits = |b: &u8| (b'0'..=b';').contains(b);
        let from = usize::from(private.is_some());
        let end = bytes[from..].iter().position(|b| !digits(b));
        let end = end.map_or(bytes.len(), |end| from + end);
        let mut parts = bytes[from..end].split(|&b| b == b';');
        let sub = |part: &[u8], at: usize| part.split(|&b| b == b':').nth(at).map_or(0, number);
        Self {
            private,
            event: parts.clone().nth(1).map_or(0, |part| sub(part, 1)),
            shifted: parts.clone().next().map_or(0, |part| sub(part, 1)),
            numbers: parts.by_ref().map(|part| sub(part, 0)).collect(),
            intermediate: bytes.last().copied().filter(|b| (b' '..=b'/').contains(b)),
        }
    }

    /// A number, 0 where it was left out.
    pub fn get(&self, at: usize) -> u16 {
        self.numbers.get(at).copied().unwrap_or(0)
    }

    /// The modifiers of a key as bits (1 Shift, 2 Alt, 4 Control), sent as the last number, one
    /// more than the bits.
    pub fn modifiers(&self) -> u16 {
        self.numbers.last().map_or(0, |n| n.saturating_sub(1))
    }
}

fn number(digits: &[u8]) -> u16 {
    digits.iter().fold(0, |n: u16, &digit| {
        n.saturating_mul(10)
            .saturating_add(digit.saturating_sub(b'0').into())
    })
}

/// The meaning of `ESC [ params last`.
pub fn control(params: &[u8], last: u8) -> Meaning {
    let params = Params::read(params);
    let (private, one, two) = (params.private, params.get(0), params.get(1));
    match (private, params.intermediate, last) {
        (Some(b'?'), Some(b'$'), b'y') => Meaning::Reply(Reply::Mode(one, two)),
        (Some(b'?'), None, b'c') => Meaning::Reply(Reply::Attributes(params.numbers)),
        (None, None, b'~') if one == 200 => Meaning::PasteBegins,
        (None, None, b'R') if params.numbers.len() == 2 && one > 1 => {
            Meaning::Reply(Reply::Cursor(one, two))
        }
        (None, None, _) => {
            keys::control_sequence(&params, last).map_or(Meaning::Nothing, Meaning::Key)
        }
        _ => Meaning::Nothing,
    }
}

/// Whether `$` ends these parameters: rxvt sends keys with Shift so; elsewhere `$` is an
/// intermediate byte.
pub fn is_rxvt_key(params: &[u8]) -> bool {
    let params_are_one_number = params.iter().all(u8::is_ascii_digit);
    params_are_one_number && keys::numbered(number(params)).is_some()
}

/// The answer in a string, if it is one.
pub fn string(kind: u8, payload: &[u8]) -> Option<Reply> {
    let name = payload.strip_prefix(b">|").filter(|_| kind == b'P')?;
    Some(Reply::Name(String::from_utf8_lossy(name).into_owned()))
}

/// Whether a string of this kind can begin with this byte; if not, Alt and a letter were pressed.
pub fn begins_string(kind: u8, byte: u8) -> bool {
    match kind {
        b']' => byte.is_ascii_digit() || matches!(byte, b'l' | b'L' | b'I'),
        b'P' => {
            byte.is_ascii_digit() || matches!(byte, b'>' | b'!' | b'=' | b'|' | b'+' | b'$' | b'?')
        }
        b'_' => matches!(byte, b'G'),
        _ => byte.is_ascii_alphanumeric(),
    }
}

/// How many bytes at the start of a read are the rest of a key whose ESC came too early.
pub fn torn_key(bytes: &[u8]) -> usize {
    let Some((&first, rest)) = bytes.split_first() else {
        return 0;
    };
    let Some(end) = rest.iter().position(|b| (b'@'..=b'~').contains(b)) else {
        return 0;
    };
    let (params, last) = (&rest[..end], rest[end]);
    let is_params = params.iter().all(|b| (b'0'..=b'?').contains(b));
    let known = match first {
        b'[' => control(params, last) != Meaning::Nothing,
        b'O' => keys::single(last, 0, false).is_some(),
        _ => false,
    };
    if known && is_params { end + 2 } else { 0 }
}
