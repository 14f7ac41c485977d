//! What terminals answered when they were last asked, in the state folder of the user.
//!
//! A terminal is known by its names in the environment and by the machine it runs on, as far as SSH
//! tells it: the same editor on the same computer finds the same answer.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::remembered::state;
use crate::domain::settings::AmbiguousSetting;

/// Beyond so many terminals the file begins anew.
const MOST: usize = 200;

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Terminals {
    /// Cells of ambiguous characters by terminal.
    ambiguous: BTreeMap<String, AmbiguousSetting>,
}

fn file() -> Option<PathBuf> {
    Some(state()?.join("terminals.toml"))
}

fn read() -> Terminals {
    let text = file().and_then(|file| fs::read_to_string(file).ok());
    text.and_then(|text| toml::from_str(&text).ok())
        .unwrap_or_default()
}

/// What this terminal is known by: type, program, colours, the multiplexer around it, the machine
/// of an SSH connection.
pub fn key(variable: &dyn Fn(&str) -> Option<String>) -> String {
    let set = |name: &str| variable(name).unwrap_or_default();
    let connection = set("SSH_CONNECTION");
    let machine = connection.split(' ').next().unwrap_or_default().to_owned();
    let inside = match (variable("TMUX"), variable("STY")) {
        (Some(_), _) => "tmux",
        (_, Some(_)) => "screen",
        _ => "",
    };
    let program = variable("TERM_PROGRAM").or_else(|| variable("LC_TERMINAL"));
    let parts = [
        set("TERM"),
        program.unwrap_or_default(),
        set("COLORTERM"),
        inside.to_owned(),
        machine,
    ];
    parts.join(" ").trim_end().to_owned()
}

/// What this terminal answered last: one cell, two, or neither for all characters (`Safe`).
pub fn ambiguous(key: &str) -> Option<AmbiguousSetting> {
    read().ambiguous.get(key).copied()
}

/// Remembers an answer; a state folder that cannot be written is no reason to complain.
pub fn remember(key: &str, answer: AmbiguousSetting) {
    let mut known = read();
    if known.ambiguous.get(key) == Some(&answer) {
        return;
    }
    if known.ambiguous.len() >= MOST {
        known.ambiguous.clear();
    }
    known.ambiguous.insert(key.to_owned(), answer);
    let (Some(file), Ok(text)) = (file(), toml::to_string(&known)) else {
        return;
    };
    if let Some(dir) = file.parent() {
        let _ = fs::create_dir_all(dir);
    }
    let _ = fs::write(file, text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_is_known_by_its_names_and_its_machine() {
        let check = |set: &[(&str, &str)], expected: &str| {
            let variable = |name: &str| {
                let found = set.iter().find(|(key, _)| *key == name);
                found.map(|(_, value)| (*value).to_owned())
            };
            assert_eq!(key(&variable), expected);
        };
        check(&[("TERM", "xterm")], "xterm");
        check(
            &[
                ("TERM", "tmux-256color"),
                ("TERM_PROGRAM", "tmux"),
                ("COLORTERM", "truecolor"),
                ("TMUX", "/tmp/tmux"),
                ("SSH_CONNECTION", "10.0.0.5 50000 10.0.0.1 22"),
            ],
            "tmux-256color tmux truecolor tmux 10.0.0.5",
        );
    }

    #[test]
    fn the_file_reads_back() {
        let mut known = Terminals::default();
        known
            .ambiguous
            .insert("xterm  a".into(), AmbiguousSetting::Two);
        let text = toml::to_string(&known).unwrap();
        let read: Terminals = toml::from_str(&text).unwrap();
        assert_eq!(read.ambiguous, known.ambiguous);
    }
}
