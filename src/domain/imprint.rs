//! Who signed an issue: what its record says of each item, and the names in its credits.
//!
//! Stages are recorded by name, so that an issue prints the same whatever the settings say later.

use serde::{Deserialize, Serialize};

use super::settings::ReviewSettings;
use super::{Draft, ManifestItem, review};

/// A signature that held when the item went into its issue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signed {
    /// The stage's name then: 初审.
    pub stage: String,
    /// Who signed.
    pub by: String,
    /// When, as the draft says it.
    #[serde(default)]
    pub at: String,
    /// The reason of a rush; left out under an ordinary signature.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rush: String,
}

/// A proof pass over an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passed {
    /// Which pass, from 1.
    pub pass: u8,
    /// Who read.
    pub by: String,
    /// When, as the draft says it.
    #[serde(default)]
    pub at: String,
}

/// The people who signed one stage of an issue, in the order of its items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signers {
    /// The stage's name.
    pub stage: String,
    /// Each person once; whether all that they signed was signed in a rush.
    pub people: Vec<(String, bool)>,
}

/// The signatures of a draft that hold; none where the newsroom asks for none.
pub fn signed(draft: &Draft, content: &str, asked: &ReviewSettings) -> Vec<Signed> {
    let held = review::holding(draft, content, asked.stages.len());
    let named = held.into_iter().zip(&asked.stages);
    let signed = named.map(|(review, stage)| Signed {
        stage: stage.clone(),
        by: review.by.clone(),
        at: review.at.clone(),
        rush: review.rush.clone(),
    });
    signed.collect()
}

/// The last of each proof pass over a draft, as many as the newsroom asks for.
pub fn passed(draft: &Draft, asked: &ReviewSettings) -> Vec<Passed> {
    let last = |pass: u8| draft.proofs.iter().rev().find(|p| p.pass == pass);
    let passed = (1..=asked.passes).filter_map(last).map(|p| Passed {
        pass: p.pass,
        by: p.by.clone(),
        at: p.at.clone(),
    });
    passed.collect()
}

/// The people of each stage over all items; empty for issues that nobody signed.
pub fn signers(items: &[ManifestItem]) -> Vec<Signers> {
    let mut found: Vec<Signers> = Vec::new();
    for signed in items.iter().flat_map(|item| &item.reviews) {
        let at = found.iter().position(|s| s.stage == signed.stage);
        let at = at.unwrap_or_else(|| {
            found.push(Signers {
                stage: signed.stage.clone(),
                people: Vec::new(),
            });
            found.len() - 1
        });
        let people = &mut found[at].people;
        let rush = !signed.rush.is_empty();
        match people.iter_mut().find(|(name, _)| *name == signed.by) {
            Some((_, all)) => *all &= rush,
            None => people.push((signed.by.clone(), rush)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(signed: &[(&str, &str, &str)]) -> ManifestItem {
        let signed = signed.iter().map(|&(stage, by, rush)| Signed {
            stage: stage.into(),
            by: by.into(),
            at: String::new(),
            rush: rush.into(),
        });
        ManifestItem {
            id: "a".into(),
            sha256: String::new(),
            reviews: signed.collect(),
            proofs: Vec::new(),
        }
    }

    #[test]
    fn each_person_of_a_stage_is_named_once() {
        let items = [
            item(&[("初审", "甲", ""), ("终审", "丙", "急")]),
            item(&[("初审", "乙", "急"), ("终审", "丙", "急")]),
            item(&[("初审", "甲", "急")]),
        ];
        let told: Vec<(String, Vec<(String, bool)>)> = signers(&items)
            .into_iter()
            .map(|s| (s.stage, s.people))
            .collect();
        let person = |name: &str, rush| (name.to_owned(), rush);
        assert_eq!(
            told,
            [
                ("初审".into(), vec![person("甲", false), person("乙", true)]),
                ("终审".into(), vec![person("丙", true)])
            ]
        );
        assert!(signers(&[item(&[])]).is_empty());
    }
}
