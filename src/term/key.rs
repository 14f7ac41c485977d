//! A key press as the program knows it, free of any terminal library.

use std::fmt;
use std::str::FromStr;

/// Which key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyCode {
    /// A character, as typed (shift is in the character).
    Char(char),
    /// Function key, from 1.
    F(u8),
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift-Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
}

/// A key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// Control held.
    pub ctrl: bool,
    /// Alt held, or Escape sent before.
    pub alt: bool,
    /// Shift held; never set on characters.
    pub shift: bool,
}

impl Key {
    /// A key without modifiers.
    pub const fn plain(code: KeyCode) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// A character key without modifiers.
    pub const fn char(c: char) -> Self {
        Self::plain(KeyCode::Char(c))
    }

    /// The character this key types, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }

    /// The key a command means where an input method was left on: full-width `ａ ？ ：` and the
    /// Chinese marks on the same keys become their ASCII twins.
    #[must_use]
    pub fn ascii_twin(self) -> Self {
        let KeyCode::Char(c) = self.code else {
            return self;
        };
        let twin = match c {
            '\u{3000}' => ' ',
            '。' => '.',
            '，' => ',',
            '、' => '/',
            '“' | '”' => '"',
            '‘' | '’' => '\'',
            '【' | '「' => '[',
            '】' | '」' => ']',
            '《' => '<',
            '》' => '>',
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            _ => c,
        };
        Self {
            code: KeyCode::Char(twin),
            ..self
        }
    }
}

const NAMES: &[(&str, KeyCode)] = &[
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("backtab", KeyCode::BackTab),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("insert", KeyCode::Insert),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pageup", KeyCode::PageUp),
    ("pagedown", KeyCode::PageDown),
    ("space", KeyCode::Char(' ')),
];

/// A name that stands for no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no key is called {0:?}")]
pub struct NotAKey(pub String);

impl Key {
    /// The key that an editor's settings name: as in [`FromStr`], or as help prints it (`Ctrl-S`,
    /// `PgUp`, `Shift-Tab`).
    pub fn named(name: &str) -> Option<Self> {
        const PRINTED: [(&str, &str); 5] = [
            ("pgup", "pageup"),
            ("pgdn", "pagedown"),
            ("escape", "esc"),
            ("return", "enter"),
            ("shift-tab", "backtab"),
        ];
        let mut small = name.trim().to_lowercase();
        for (printed, named) in PRINTED {
            if let Some(held) = small.strip_suffix(printed) {
                small = format!("{held}{named}");
            }
        }
        let mut key: Self = name.trim().parse().or_else(|_| small.parse()).ok()?;
        match key.code {
            KeyCode::Char(c) if key.ctrl => key.code = KeyCode::Char(c.to_ascii_lowercase()),
            KeyCode::Tab if key.shift => (key.code, key.shift) = (KeyCode::BackTab, false),
            _ => {}
        }
        Some(key)
    }
}

impl FromStr for Key {
    type Err = NotAKey;

    /// Reads `a`, `?`, `ctrl-s`, `alt-up`, `shift-down`, `f1`, `space`.
    fn from_str(text: &str) -> Result<Self, NotAKey> {
        let mut key = Self::char(' ');
        let mut rest = text;
        loop {
            if let Some(after) = rest.strip_prefix("ctrl-") {
                key.ctrl = true;
                rest = after;
            } else if let Some(after) = rest.strip_prefix("alt-") {
                key.alt = true;
                rest = after;
            } else if let Some(after) = rest.strip_prefix("shift-") {
                key.shift = true;
                rest = after;
            } else {
                break;
            }
        }
        key.code = code(rest).ok_or_else(|| NotAKey(text.to_owned()))?;
        Ok(key)
    }
}

fn code(name: &str) -> Option<KeyCode> {
    if let Some((_, code)) = NAMES.iter().find(|(n, _)| *n == name) {
        return Some(*code);
    }
    let mut chars = name.chars();
    let first = chars.next()?;
    let rest = chars.as_str();
    if rest.is_empty() {
        return Some(KeyCode::Char(first));
    }
    let number = rest.parse::<u8>().ok().filter(|n| (1..=12).contains(n))?;
    (first == 'f').then_some(KeyCode::F(number))
}

impl fmt::Display for Key {
    /// As help and hints print it: `Ctrl-S`, `Alt-↑` without arrows: `Alt-Up`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [
            (self.ctrl, "Ctrl-"),
            (self.alt, "Alt-"),
            (self.shift, "Shift-"),
        ] {
            if held {
                f.write_str(name)?;
            }
        }
        match self.code {
            KeyCode::Char(' ') => f.write_str("Space"),
            KeyCode::Char(c) if self.ctrl || self.alt => write!(f, "{}", c.to_ascii_uppercase()),
            KeyCode::Char(c) => write!(f, "{c}"),
            KeyCode::F(n) => write!(f, "F{n}"),
            KeyCode::BackTab => f.write_str("Shift-Tab"),
            KeyCode::PageUp => f.write_str("PgUp"),
            KeyCode::PageDown => f.write_str("PgDn"),
            other => write!(f, "{other:?}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn key_names_read_back() {
        for (name, shown) in [
            ("ctrl-s", "Ctrl-S"),
            ("alt-up", "Alt-Up"),
            ("f12", "F12"),
            ("space", "Space"),
            ("?", "?"),
            ("-", "-"),
            ("K", "K"),
        ] {
            assert_eq!(name.parse::<Key>().unwrap().to_string(), shown);
        }
        for bad in ["", "ctrl-", "f13", "hyper-x", "ab"] {
            assert!(bad.parse::<Key>().is_err(), "{bad:?}");
        }
    }

    #[test]
    fn keys_are_named_as_help_prints_them() {
        for (name, meant) in [
            ("Ctrl-S", "ctrl-s"),
            ("ctrl-S", "ctrl-s"),
            ("Alt-Shift-PgUp", "alt-shift-pageup"),
            ("Shift-Tab", "backtab"),
            ("F5", "f5"),
            (" Esc ", "esc"),
            ("K", "K"),
            ("Ctrl-\\", "ctrl-\\"),
        ] {
            assert_eq!(Key::named(name), meant.parse().ok(), "{name}");
        }
        assert_eq!(Key::named("Hyper-X"), None);
    }

    #[test]
    fn full_width_keys_are_commands_too() {
        for (typed, meant) in [
            ('ａ', 'a'),
            ('？', '?'),
            ('／', '/'),
            ('、', '/'),
            ('：', ':'),
            ('　', ' '),
        ] {
            assert_eq!(Key::char(typed).ascii_twin(), Key::char(meant));
        }
        assert_eq!(Key::char('中').ascii_twin(), Key::char('中'));
    }
}
