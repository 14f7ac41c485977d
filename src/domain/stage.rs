//! How far a draft has come; derived, never stored.

use super::{Draft, Status, review};

/// Where a draft stands between arrival and print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    /// 待编: not yet handed on.
    Draft,
    /// Waiting for the signature of this review stage, from 1 (待初审, 待复审, 待终审).
    Review(u8),
    /// 可发: goes into the next issue.
    Ready,
    /// 缓发.
    Held,
    /// 撤稿.
    Spiked,
    /// 已刊: an issue of this number lists it.
    Published(u32),
    /// An issue lists it, and it has been changed since.
    Changed(u32),
}

impl Stage {
    /// The word for scripts: `draft`, `review1`, `ready`, `held`, `spiked`, `published`, `changed`.
    pub fn key(self) -> String {
        match self {
            Self::Draft => "draft".into(),
            Self::Review(n) => format!("review{n}"),
            Self::Ready => "ready".into(),
            Self::Held => "held".into(),
            Self::Spiked => "spiked".into(),
            Self::Published(_) => "published".into(),
            Self::Changed(_) => "changed".into(),
        }
    }

    /// The issue that lists the draft.
    pub fn issue(self) -> Option<u32> {
        match self {
            Self::Published(number) | Self::Changed(number) => Some(number),
            _ => None,
        }
    }

    /// The stage of an unpublished draft.
    ///
    /// `content` is the `sha256:…` of what the draft says now, `stages` how many signatures the
    /// newsroom asks for. A signature holds while the content it signed is still there; stages
    /// sign in order, each by another person.
    pub fn of(draft: &Draft, content: &str, stages: usize) -> Self {
        match draft.status {
            Status::Draft => Self::Draft,
            Status::Held => Self::Held,
            Status::Spiked => Self::Spiked,
            Status::Submitted => match review::holding(draft, content, stages).len() {
                n if n == stages => Self::Ready,
                n => Self::Review(u8::try_from(n + 1).unwrap_or(u8::MAX)),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{DraftId, Review};

    fn signed_by(people: &[(u8, &str, &str)]) -> Draft {
        let mut draft = Draft::empty(DraftId::new("a").unwrap());
        draft.status = Status::Submitted;
        draft.reviews = people
            .iter()
            .map(|&(stage, by, content)| Review {
                stage,
                by: by.into(),
                content: content.into(),
                ..Review::default()
            })
            .collect();
        draft
    }

    #[test]
    fn without_stages_a_submitted_draft_is_ready() {
        assert_eq!(Stage::of(&signed_by(&[]), "x", 0), Stage::Ready);
    }

    #[test]
    fn a_later_edit_voids_the_signatures() {
        let draft = signed_by(&[(1, "甲", "x"), (2, "乙", "x")]);
        assert_eq!(Stage::of(&draft, "x", 2), Stage::Ready);
        assert_eq!(Stage::of(&draft, "y", 2), Stage::Review(1));
    }

    #[test]
    fn one_person_does_not_sign_two_stages() {
        let draft = signed_by(&[(1, "甲", "x"), (2, "甲", "x")]);
        assert_eq!(Stage::of(&draft, "x", 2), Stage::Review(2));
    }

    #[test]
    fn held_and_spiked_outrank_signatures() {
        let mut draft = signed_by(&[(1, "甲", "x")]);
        draft.status = Status::Held;
        assert_eq!(Stage::of(&draft, "x", 1), Stage::Held);
    }
}
