//! Every sentence the program says, Chinese first, English second.
//!
//! One file an area, one line a sentence; the compiler sees to it that no language lacks one,
//! a test that both have the same `{holes}`. This floor knows the domain, but no file or screen.

mod area;

pub mod command;
pub mod common;
pub mod desk;
pub mod doctor;
pub mod keys;
pub mod problem;
pub mod proof;
pub mod proofreading;
pub mod review;
pub mod screens;
pub mod system;

use std::fmt::Display;

/// The language of the program's own words (drafts are Chinese in both).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Lang {
    /// 中文.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The language of a setting (`zh`, `en`) or a POSIX locale (`en_GB.UTF-8`), where it has one.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        if text.starts_with("zh") || text == "中文" {
            Some(Self::Zh)
        } else if text == "en"
            || text == "english"
            || text.starts_with("en_")
            || text.starts_with("en-")
        {
            Some(Self::En)
        } else {
            None
        }
    }
}

/// A sentence in both languages; `{name}` is a hole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Text {
    /// The sentence as it stands.
    pub fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }

    /// The sentence with its holes filled.
    pub fn fill(self, lang: Lang, holes: &[(&str, &dyn Display)]) -> String {
        let mut out = String::new();
        let mut rest = self.get(lang);
        while let Some(open) = rest.find('{') {
            let Some(close) = rest[open..].find('}') else {
                break;
            };
            out.push_str(&rest[..open]);
            let name = &rest[open + 1..open + close];
            match holes.iter().find(|(hole, _)| *hole == name) {
                Some((_, value)) => out.push_str(&value.to_string()),
                None => out.push_str(&rest[open..=open + close]),
            }
            rest = &rest[open + close + 1..];
        }
        out.push_str(rest);
        out
    }
}

/// Something that can be said to an editor in one clear sentence: what is wrong, where, and what
/// to do next.
pub trait Said {
    /// The sentence.
    fn say(&self, lang: Lang) -> String;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holes(text: &str) -> Vec<&str> {
        let mut found: Vec<&str> = text
            .split('{')
            .skip(1)
            .filter_map(|part| part.split_once('}').map(|(name, _)| name))
            .collect();
        found.sort_unstable();
        found
    }

    #[test]
    fn both_languages_have_every_sentence_and_the_same_holes() {
        let areas = [
            command::ALL,
            common::ALL,
            desk::ALL,
            doctor::ALL,
            keys::ALL,
            problem::ALL,
            review::ALL,
            proofreading::ALL,
            proof::ALL,
            screens::ALL,
            system::ALL,
        ];
        for (name, text) in areas.into_iter().flatten() {
            assert!(
                !text.zh.is_empty() && !text.en.is_empty(),
                "{name} is empty"
            );
            assert_eq!(holes(text.zh), holes(text.en), "{name}");
        }
    }

    #[test]
    fn a_filled_sentence_takes_values_as_they_are() {
        let text = Text {
            zh: "第{n}篇：{title}",
            en: "{n}: {title}",
        };
        let filled = text.fill(Lang::Zh, &[("n", &3), ("title", &"{n}")]);
        assert_eq!(filled, "第3篇：{n}");
    }

    #[test]
    fn a_locale_names_a_language_or_none() {
        assert_eq!(Lang::parse("en_US.UTF-8"), Some(Lang::En));
        assert_eq!(Lang::parse("zh_CN"), Some(Lang::Zh));
        assert_eq!(Lang::parse("C.UTF-8"), None);
    }
}
