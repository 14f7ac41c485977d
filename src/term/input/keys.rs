//! The bytes of keys: xterm, VT220, rxvt, the Linux console, PuTTY, screen and tmux, and the two
//! newer ways that name a key by its character (xterm's modifyOtherKeys, kitty's CSI u).
//!
//! Source: xterm's ctlseqs, "PC-Style Function Keys" and "VT220-Style Function Keys"; rxvt(7), "Key
//! codes"; `console_codes`(4); PuTTY manual 4.4, "The Keyboard panel".

use super::sequence::Params;
use crate::term::key::{Key, KeyCode};

/// A key with modifiers as bits: 1 Shift, 2 Alt, 4 Control, others ignored.
fn key(code: KeyCode, bits: u16) -> Key {
    let held = |bit: u16| bits & bit != 0;
    let (shift, ctrl) = (held(1), held(4));
    let code = match code {
        KeyCode::Tab if shift => KeyCode::BackTab,
        KeyCode::Char(c) if ctrl => KeyCode::Char(c.to_ascii_lowercase()),
        KeyCode::Char(c) if shift => KeyCode::Char(c.to_ascii_uppercase()),
        other => other,
    };
    let in_code = matches!(code, KeyCode::Char(_) | KeyCode::BackTab);
    Key {
        code,
        ctrl,
        alt: held(2),
        shift: shift && !in_code,
    }
}

/// A control character.
pub fn control(byte: u8) -> Option<Key> {
    Some(match byte {
        0 => key(KeyCode::Char(' '), 4),
        b'\t' => Key::plain(KeyCode::Tab),
        b'\r' | b'\n' => Key::plain(KeyCode::Enter),
        0x1b => Key::plain(KeyCode::Esc),
        0x7f => Key::plain(KeyCode::Backspace),
        1..=26 => key(KeyCode::Char(char::from(byte - 1 + b'a')), 4),
        0x1c..=0x1f => key(KeyCode::Char(char::from(byte + 0x40)), 4),
        _ => return None,
    })
}

/// A byte after ESC: the same key with Alt held.
pub fn alt(byte: u8) -> Option<Key> {
    let plain = match byte {
        b' '..=b'~' => Some(Key::char(char::from(byte))),
        _ => control(byte),
    };
    plain.map(|key| Key { alt: true, ..key })
}

/// `ESC [ [ byte`, function keys of the Linux console.
pub fn console(byte: u8) -> Option<Key> {
    (b'A'..=b'E')
        .contains(&byte)
        .then(|| Key::plain(KeyCode::F(byte - b'A' + 1)))
}

/// `ESC [ number ~`.
pub fn numbered(number: u16) -> Option<Key> {
    Some(match number {
        1 | 7 => Key::plain(KeyCode::Home),
        2 => Key::plain(KeyCode::Insert),
        3 => Key::plain(KeyCode::Delete),
        4 | 8 => Key::plain(KeyCode::End),
        5 => Key::plain(KeyCode::PageUp),
        6 => Key::plain(KeyCode::PageDown),
        // The numbers leave gaps where the VT220 keyboard had some.
        11..=15 => function(number - 10, 0),
        17..=21 => function(number - 11, 0),
        23 | 24 => function(number - 12, 0),
        25 | 26 => function(number - 24, 1),
        28 | 29 => function(number - 25, 1),
        31..=34 => function(number - 26, 1),
        _ => return None,
    })
}

fn function(number: u16, bits: u16) -> Key {
    key(KeyCode::F(number as u8), bits)
}

/// A letter after `ESC [` or `ESC O`.
fn lettered(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P'..=b'S' => KeyCode::F(letter - b'P' + 1),
        _ => return None,
    })
}

/// `ESC [ params last`, where that is a key.
pub fn control_sequence(params: &Params, last: u8) -> Option<Key> {
    let released = params.event == 3;
    let bits = if params.numbers.len() > 1 {
        params.get(1).saturating_sub(1)
    } else {
        0
    };
    let found = match last {
        b'~' if params.get(0) == 27 && params.numbers.len() == 3 => {
            of_character(params.get(2), bits)
        }
        b'~' => numbered(params.get(0)).map(|found| held(found, bits)),
        // rxvt: Shift, Control, both.
        b'$' => numbered(params.get(0)).map(|found| held(found, 1)),
        b'^' => numbered(params.get(0)).map(|found| held(found, 4)),
        b'@' => numbered(params.get(0)).map(|found| held(found, 5)),
        b'a'..=b'd' => lettered(last.to_ascii_uppercase()).map(|code| key(code, 1)),
        b'u' => {
            let shifted = bits & 1 != 0 && params.shifted > 0;
            let code = if shifted {
                params.shifted
            } else {
                params.get(0)
            };
            of_character(code, bits)
        }
        b'Z' => Some(key(KeyCode::BackTab, bits & !1)),
        _ => lettered(last).map(|code| key(code, bits)),
    };
    found.filter(|_| !released)
}

/// A key with more modifiers.
fn held(found: Key, bits: u16) -> Key {
    let all = bits | u16::from(found.shift);
    key(found.code, all)
}

/// A key named by its character, or by kitty's numbers for those that have none.
fn of_character(number: u16, bits: u16) -> Option<Key> {
    let code = match number {
        9 => KeyCode::Tab,
        10 | 13 | 57414 => KeyCode::Enter,
        27 => KeyCode::Esc,
        8 | 127 => KeyCode::Backspace,
        57399..=57408 => KeyCode::Char(char::from((number - 57399) as u8 + b'0')),
        57409 => KeyCode::Char('.'),
        57410 => KeyCode::Char('/'),
        57411 => KeyCode::Char('*'),
        57412 => KeyCode::Char('-'),
        57413 => KeyCode::Char('+'),
        57415 => KeyCode::Char('='),
        57417 => KeyCode::Left,
        57418 => KeyCode::Right,
        57419 => KeyCode::Up,
        57420 => KeyCode::Down,
        57421 => KeyCode::PageUp,
        57422 => KeyCode::PageDown,
        57423 => KeyCode::Home,
        57424 => KeyCode::End,
        57425 => KeyCode::Insert,
        57426 => KeyCode::Delete,
        // The rest of the private characters are keys this program has no use for.
        0..=31 | 0xe000..=0xf8ff => return None,
        other => KeyCode::Char(char::from_u32(other.into()).filter(|c| !c.is_control())?),
    };
    Some(key(code, bits))
}

/// `ESC O last`; `plain_arrows` where the arrows without modifiers are `ESC [ A`.
pub fn single(last: u8, bits: u16, plain_arrows: bool) -> Option<Key> {
    let code = match last {
        b'A'..=b'D' if plain_arrows && bits == 0 => return Some(key(lettered(last)?, 4)),
        b'a'..=b'd' => return Some(key(lettered(last.to_ascii_uppercase())?, 4)),
        // VT100+: the function keys go on after F4.
        b'T'..=b'[' => KeyCode::F(last - b'P' + 1),
        // The numeric pad.
        b'M' => KeyCode::Enter,
        b'I' => KeyCode::Tab,
        b' ' => KeyCode::Char(' '),
        b'j'..=b'y' => KeyCode::Char(char::from(last - b'j' + b'*')),
        _ => lettered(last)?,
    };
    Some(key(code, bits))
}
