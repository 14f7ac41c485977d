//! The editor's own keys, from the settings of the user to the desk.

use crate::app::State;
use crate::app::keymap::{KeySetting, Keymap};
use crate::app::state::Tone;
use crate::config::keys;
use crate::wording::Said;

/// Gives the desk the keys of the user's settings and says what in them is refused.
pub fn load(state: &mut State) {
    let Some(path) = keys::file() else {
        return;
    };
    let (lines, problems) = keys::read(&path);
    if lines.is_empty() && problems.is_empty() {
        return;
    }
    let settings: Vec<KeySetting> = lines
        .into_iter()
        .map(|line| KeySetting {
            name: line.name,
            keys: line.keys,
            line: line.line,
        })
        .collect();
    let mut told: Vec<String> = problems.iter().map(|p| p.say(state.lang)).collect();
    if let Ok((keymap, refused)) = Keymap::rebound(&settings) {
        let file = path.display().to_string();
        state.keymap = keymap;
        told.extend(refused.iter().map(|refused| refused.say(&file, state.lang)));
    }
    if !told.is_empty() {
        state.say(Tone::Bad, told.join("\n"));
    }
}
