//! What keeps a draft out of print, found without reading its language.

use super::{Block, Draft, DraftId, Kind};

/// A field of a draft, as the story screen lists them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// Story, brief or opening words.
    Kind,
    /// The printed label of opening words.
    Label,
    /// Place line.
    Place,
    /// Headline.
    Headline,
    /// Deck.
    Deck,
    /// Day of the copy.
    Date,
    /// Reporters, correspondents, photographers.
    Byline,
    /// The text.
    Body,
    /// Place in the queue.
    Rank,
    /// What the editor decided.
    Status,
    /// Signatures.
    Review,
    /// Remarks.
    Note,
}

impl Field {
    /// The key in a draft file and in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Label => "label",
            Self::Place => "place",
            Self::Headline => "headline",
            Self::Deck => "deck",
            Self::Date => "date",
            Self::Byline => "byline",
            Self::Body => "body",
            Self::Rank => "rank",
            Self::Status => "status",
            Self::Review => "review",
            Self::Note => "note",
        }
    }
}

/// What is wrong with a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FaultKind {
    /// A story without headline.
    NoHeadline,
    /// A story or brief that names nobody.
    NoByline,
    /// No text.
    NoBody,
    /// A brief of several paragraphs: only the first stands under the bullet. Not blocking.
    LongBrief,
    /// A crosshead with nothing under it. Not blocking.
    LastCrosshead,
    /// A signature under an earlier content. Blocking where the newsroom asks for signatures.
    VoidSignature,
    /// Another draft has the same rank. Not blocking: the id decides.
    SharedRank,
}

impl FaultKind {
    /// Whether an issue is refused while a ready draft has it.
    pub fn blocks(self) -> bool {
        match self {
            Self::NoHeadline | Self::NoByline | Self::NoBody | Self::VoidSignature => true,
            Self::LongBrief | Self::LastCrosshead | Self::SharedRank => false,
        }
    }

    /// The field to mend.
    pub fn field(self) -> Field {
        match self {
            Self::NoHeadline => Field::Headline,
            Self::NoByline => Field::Byline,
            Self::NoBody | Self::LongBrief | Self::LastCrosshead => Field::Body,
            Self::VoidSignature => Field::Review,
            Self::SharedRank => Field::Rank,
        }
    }

    /// The name in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::NoHeadline => "no-headline",
            Self::NoByline => "no-byline",
            Self::NoBody => "no-body",
            Self::LongBrief => "long-brief",
            Self::LastCrosshead => "last-crosshead",
            Self::VoidSignature => "void-signature",
            Self::SharedRank => "shared-rank",
        }
    }
}

/// A fault of one draft.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Fault {
    /// The draft.
    pub draft: DraftId,
    /// What is wrong.
    pub kind: FaultKind,
}

/// The faults that a draft shows by itself, blocking ones first.
///
/// `content` is the `sha256:…` of what it says now; `stages` how many signatures are asked for.
pub fn of_draft(draft: &Draft, content: &str, stages: usize) -> Vec<FaultKind> {
    let mut found = Vec::new();
    if draft.kind == Kind::Story && draft.headline.trim().is_empty() {
        found.push(FaultKind::NoHeadline);
    }
    if draft.kind != Kind::Intro && draft.byline.is_empty() {
        found.push(FaultKind::NoByline);
    }
    let paragraphs = draft
        .blocks()
        .filter(|b| matches!(b, Block::Paragraph(_)))
        .count();
    if paragraphs == 0 {
        found.push(FaultKind::NoBody);
    }
    if stages > 0 && draft.reviews.iter().any(|r| r.content != content) && !resigned(draft, content)
    {
        found.push(FaultKind::VoidSignature);
    }
    if draft.kind == Kind::Brief && paragraphs > 1 {
        found.push(FaultKind::LongBrief);
    }
    if matches!(draft.blocks().last(), Some(Block::Crosshead(_))) {
        found.push(FaultKind::LastCrosshead);
    }
    found
}

/// Whether every stage that ever signed has signed the present content too.
fn resigned(draft: &Draft, content: &str) -> bool {
    draft.reviews.iter().all(|old| {
        draft
            .reviews
            .iter()
            .any(|new| new.stage == old.stage && new.content == content)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{DraftId, Person};

    fn story() -> Draft {
        let mut draft = Draft::empty(DraftId::new("a").unwrap());
        draft.headline = "标题".into();
        draft.body = "正文。\n".into();
        draft.byline.reporters.push(Person::named("甲"));
        draft
    }

    fn check(change: impl Fn(&mut Draft), expected: &[FaultKind]) {
        let mut draft = story();
        change(&mut draft);
        assert_eq!(of_draft(&draft, "x", 0), expected);
    }

    #[test]
    fn a_whole_story_has_no_fault() {
        check(|_| {}, &[]);
    }

    #[test]
    fn a_story_wants_headline_byline_and_text() {
        check(|d| d.headline.clear(), &[FaultKind::NoHeadline]);
        check(|d| d.byline.reporters.clear(), &[FaultKind::NoByline]);
        check(
            |d| d.body = "## 只有小标题\n".into(),
            &[FaultKind::NoBody, FaultKind::LastCrosshead],
        );
    }

    #[test]
    fn a_brief_wants_no_headline_and_opening_words_no_byline() {
        check(
            |d| {
                d.kind = Kind::Brief;
                d.headline.clear();
            },
            &[],
        );
        check(
            |d| {
                d.kind = Kind::Intro;
                d.byline.reporters.clear();
            },
            &[],
        );
    }
}
