//! An editor's own keys laid over the table: names of actions, what is refused and why.

use super::{BINDINGS, Binding, Context, Key, Keymap, KeymapError};
use crate::wording::{Lang, problem as words};

/// Keys that an editor wishes for one action, as written in the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeySetting {
    /// Screen and action: `story.save` ([`Binding::name`]).
    pub name: String,
    /// Names of keys; none leaves the action without a key.
    pub keys: Vec<String>,
    /// The line of the file, from 1.
    pub line: usize,
}

/// A wish that is not fulfilled; the action keeps its keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The line of the file, from 1.
    pub line: usize,
    /// The action as it was written.
    pub name: String,
    /// Why.
    pub why: Why,
}

/// Why keys are refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// No screen has an action of this name.
    NoAction,
    /// No key has this name.
    NoKey(String),
    /// The key types text on this screen.
    Types(Key),
    /// The key is that of another action of the screen.
    Taken {
        /// The key.
        key: Key,
        /// The name of the other action.
        by: String,
    },
}

impl Binding {
    /// The name of the action in settings: `story.save`, `text.word-left`.
    pub fn name(&self) -> String {
        format!(
            "{}.{}",
            kebab(&format!("{:?}", self.context)),
            kebab(&format!("{:?}", self.action))
        )
    }
}

impl Refused {
    /// What is wrong, where, and what to do next, in one sentence.
    pub fn say(&self, file: &str, lang: Lang) -> String {
        let place = format!("{file}:{}: ", self.line);
        let said = match &self.why {
            Why::NoAction => words::KEYS_NO_ACTION.fill(lang, &[("name", &self.name)]),
            Why::NoKey(key) => words::KEYS_NO_KEY.fill(lang, &[("name", &self.name), ("key", key)]),
            Why::Types(key) => words::KEYS_TYPES.fill(lang, &[("name", &self.name), ("key", key)]),
            Why::Taken { key, by } => {
                let holes: [(&str, &dyn std::fmt::Display); 3] =
                    [("name", &self.name), ("key", key), ("by", by)];
                words::KEYS_TAKEN.fill(lang, &holes)
            }
        };
        place + &said
    }
}

impl Keymap {
    /// The table with an editor's own keys; what cannot be is refused and keeps the keys it had.
    pub fn rebound(settings: &[KeySetting]) -> Result<(Self, Vec<Refused>), KeymapError> {
        let standard = Self::standard()?;
        let mut keys = standard.keys.clone();
        let mut refused = Vec::new();
        let mut set: Vec<(usize, &KeySetting)> = Vec::new();
        for setting in settings {
            match wish(setting) {
                Ok((at, wished)) => {
                    keys[at] = wished;
                    set.push((at, setting));
                }
                Err(why) => refused.push(refusal(setting, why)),
            }
        }
        // A refused wish gives its action the old keys back, which another wish may have taken.
        while let Some((nth, why)) = clash(&keys, &set) {
            let (at, setting) = set.remove(nth);
            keys[at].clone_from(&standard.keys[at]);
            refused.push(refusal(setting, why));
        }
        refused.sort_by_key(|refused| refused.line);
        Ok((Self::of(keys)?, refused))
    }
}

fn refusal(setting: &KeySetting, why: Why) -> Refused {
    Refused {
        line: setting.line,
        name: setting.name.clone(),
        why,
    }
}

/// The line of the table that a setting is about, and its keys.
fn wish(setting: &KeySetting) -> Result<(usize, Vec<Key>), Why> {
    let at = BINDINGS
        .iter()
        .position(|binding| binding.name() == setting.name);
    let at = at.ok_or(Why::NoAction)?;
    let mut keys = Vec::new();
    for name in &setting.keys {
        let key = Key::named(name).ok_or_else(|| Why::NoKey(name.clone()))?;
        if types_text(BINDINGS[at].context) && key.typed().is_some() {
            return Err(Why::Types(key));
        }
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    Ok((at, keys))
}

/// Whether characters are text in a context.
fn types_text(context: Context) -> bool {
    matches!(
        context,
        Context::Text
            | Context::Story
            | Context::Byline
            | Context::Ask
            | Context::Filter
            | Context::Find
            | Context::Replace
    )
}

/// The first wish whose key another action of the same screen has.
fn clash(keys: &[Vec<Key>], set: &[(usize, &KeySetting)]) -> Option<(usize, Why)> {
    set.iter().enumerate().rev().find_map(|(nth, &(at, _))| {
        let mine = &BINDINGS[at];
        let others = BINDINGS.iter().zip(keys).enumerate();
        let mut others =
            others.filter(|&(other, (binding, _))| other != at && binding.context == mine.context);
        others.find_map(|(_, (binding, taken))| {
            let key = *keys[at].iter().find(|key| taken.contains(key))?;
            let by = binding.name();
            Some((nth, Why::Taken { key, by }))
        })
    })
}

/// `WordLeft` as `word-left`.
fn kebab(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !out.is_empty() {
            out.push('-');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::Action;
    use super::*;

    fn settings(lines: &[(&str, &[&str])]) -> Vec<KeySetting> {
        let setting = |(at, (name, keys)): (usize, &(&str, &[&str]))| KeySetting {
            name: (*name).to_owned(),
            keys: keys.iter().map(|&key| key.to_owned()).collect(),
            line: at + 2,
        };
        lines.iter().enumerate().map(setting).collect()
    }

    fn rebound(lines: &[(&str, &[&str])]) -> (Keymap, Vec<Refused>) {
        Keymap::rebound(&settings(lines)).unwrap()
    }

    fn does(keymap: &Keymap, key: &str) -> Option<Action> {
        keymap.action(&[Context::Story, Context::Text], key.parse().unwrap())
    }

    #[test]
    fn every_name_is_of_one_action() {
        let mut names: Vec<String> = BINDINGS.iter().map(Binding::name).collect();
        let count = names.len();
        assert!(names.contains(&"story.save".to_owned()));
        assert!(names.contains(&"nothing-ready.page-down".to_owned()));
        names.sort();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn own_keys_take_the_place_of_the_tables() {
        let (keymap, refused) = rebound(&[
            ("story.save", &["f10", "Ctrl-O"]),
            ("text.word-left", &["ctrl-b"]),
            ("story.edit-byline", &["f2"]),
            ("story.submit", &[]),
        ]);
        assert_eq!(refused, []);
        assert_eq!(does(&keymap, "f10"), Some(Action::Save));
        assert_eq!(does(&keymap, "ctrl-o"), Some(Action::Save));
        assert_eq!(does(&keymap, "ctrl-s"), None);
        assert_eq!(does(&keymap, "ctrl-b"), Some(Action::WordLeft));
        assert_eq!(does(&keymap, "f4"), None);
        assert_eq!(keymap.key(Context::Story, Action::Save), "F10");
        assert_eq!(keymap.key(Context::Story, Action::Submit), "");
        let hints = keymap.hints(Context::Story, Lang::En);
        assert!(hints.iter().any(|h| h.key == "F10") && hints.iter().all(|h| h.key != "F4"));
        let help = keymap.help(&[Context::Story], Lang::En);
        assert!(help.iter().any(|(keys, _)| *keys == ["F10", "Ctrl-O"]));
    }

    #[test]
    fn two_actions_can_swap_their_keys() {
        let (keymap, refused) = rebound(&[
            ("story.find", &["ctrl-t"]),
            ("story.crosshead", &["ctrl-f"]),
        ]);
        assert_eq!(refused, []);
        assert_eq!(does(&keymap, "ctrl-t"), Some(Action::Find));
        assert_eq!(does(&keymap, "ctrl-f"), Some(Action::Crosshead));
    }

    #[test]
    fn what_cannot_be_is_refused_and_the_rest_counts() {
        let (keymap, refused) = rebound(&[
            ("story.sav", &["f10"]),
            ("story.save", &["f99"]),
            ("story.find", &["x"]),
            ("story.submit", &["ctrl-t"]),
            ("story.next-fault", &["f10"]),
        ]);
        let lines: Vec<_> = refused.iter().map(|r| r.line).collect();
        assert_eq!(lines, [2, 3, 4, 5]);
        assert_eq!(does(&keymap, "f10"), Some(Action::NextFault));
        assert_eq!(does(&keymap, "ctrl-s"), Some(Action::Save));
        assert_eq!(does(&keymap, "f4"), Some(Action::Submit));
        assert_eq!(
            refused[3].say("config.toml", Lang::En),
            "config.toml:5: Ctrl-T is the key of story.crosshead already; \
             give story.submit another key, or story.crosshead too"
        );
        for refused in &refused {
            assert!(refused.say("a", Lang::Zh).starts_with("a:"));
        }
    }

    #[test]
    fn a_refusal_that_brings_a_key_back_refuses_who_took_it() {
        let (keymap, refused) =
            rebound(&[("story.find", &["ctrl-s"]), ("story.save", &["ctrl-t"])]);
        assert_eq!(refused.len(), 2, "{refused:?}");
        assert_eq!(does(&keymap, "ctrl-s"), Some(Action::Save));
        assert_eq!(does(&keymap, "ctrl-f"), Some(Action::Find));
    }
}
