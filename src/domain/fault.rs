//! What keeps a draft out of print, found without reading its language.

use super::settings::ReviewSettings;
use super::{Block, Draft, DraftId, Kind, Review, Stage, Verdict, review};

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
    /// Proof passes.
    Proof,
    /// Remarks.
    Note,
    /// Findings that were left as they are.
    Left,
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
            Self::Proof => "proof",
            Self::Note => "note",
            Self::Left => "left",
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
    /// A name in Latin small letters or with digits: pinyin that was never made a name.
    UnfinishedName,
    /// Control, zero-width or direction-override characters; they are not printed. Not blocking.
    HiddenCharacters,
    /// A brief of several paragraphs: only the first stands under the bullet. Not blocking.
    LongBrief,
    /// A crosshead with nothing under it. Not blocking.
    LastCrosshead,
    /// A signature under an earlier content. Blocking where the newsroom asks for signatures.
    VoidSignature,
    /// Fewer proof passes than the newsroom asks for, or a change after the last one.
    MissingPass,
    /// Another draft has the same rank. Not blocking: the id decides.
    SharedRank,
}

impl FaultKind {
    /// Whether an issue is refused while a ready draft has it.
    pub fn blocks(self) -> bool {
        match self {
            Self::NoHeadline
            | Self::NoByline
            | Self::NoBody
            | Self::UnfinishedName
            | Self::VoidSignature
            | Self::MissingPass => true,
            Self::HiddenCharacters | Self::LongBrief | Self::LastCrosshead | Self::SharedRank => {
                false
            }
        }
    }

    /// The field to mend.
    pub fn field(self) -> Field {
        match self {
            Self::NoHeadline => Field::Headline,
            Self::NoByline | Self::UnfinishedName => Field::Byline,
            Self::NoBody | Self::HiddenCharacters | Self::LongBrief | Self::LastCrosshead => {
                Field::Body
            }
            Self::VoidSignature => Field::Review,
            Self::MissingPass => Field::Proof,
            Self::SharedRank => Field::Rank,
        }
    }

    /// The name in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::NoHeadline => "no-headline",
            Self::NoByline => "no-byline",
            Self::NoBody => "no-body",
            Self::UnfinishedName => "unfinished-name",
            Self::HiddenCharacters => "hidden-characters",
            Self::LongBrief => "long-brief",
            Self::LastCrosshead => "last-crosshead",
            Self::VoidSignature => "void-signature",
            Self::MissingPass => "missing-pass",
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
/// `content` is the `sha256:…` of what it says now.
pub fn of_draft(draft: &Draft, content: &str, asked: &ReviewSettings) -> Vec<FaultKind> {
    let mut found = Vec::new();
    if draft.kind == Kind::Story && draft.headline.trim().is_empty() {
        found.push(FaultKind::NoHeadline);
    }
    if draft.kind != Kind::Intro && draft.byline.is_empty() {
        found.push(FaultKind::NoByline);
    }
    if draft
        .byline
        .people()
        .any(|person| is_unfinished(&person.name))
    {
        found.push(FaultKind::UnfinishedName);
    }
    let (mut paragraphs, mut ends_open) = (0, false);
    for block in draft.blocks() {
        ends_open = matches!(block, Block::Crosshead(_));
        paragraphs += usize::from(!ends_open);
    }
    if paragraphs == 0 {
        found.push(FaultKind::NoBody);
    }
    if !asked.stages.is_empty() && has_void(draft, content) {
        found.push(FaultKind::VoidSignature);
    }
    // Before all have signed the text may still change, and with it the last pass.
    if Stage::of(draft, content, asked.stages.len()) == Stage::Ready
        && review::passed(draft, content, asked.passes) < asked.passes
    {
        found.push(FaultKind::MissingPass);
    }
    let texts = [&draft.place, &draft.headline, &draft.deck, &draft.body];
    if texts.into_iter().any(|text| hides(text.as_str())) {
        found.push(FaultKind::HiddenCharacters);
    }
    if draft.kind == Kind::Brief && paragraphs > 1 {
        found.push(FaultKind::LongBrief);
    }
    if ends_open {
        found.push(FaultKind::LastCrosshead);
    }
    found
}

/// Whether a character acts on terminals or turns the direction of writing unseen
/// ([`FaultKind::HiddenCharacters`]).
pub fn is_hidden(c: char) -> bool {
    let line_end = c == '\n';
    !line_end && hides(c.encode_utf8(&mut [0; 4]))
}

/// Whether a name holds a digit, or Latin letters that no capital makes a foreign name.
fn is_unfinished(name: &str) -> bool {
    let has = |wanted: fn(&char) -> bool| name.chars().any(|c| wanted(&c));
    has(char::is_ascii_digit) || has(char::is_ascii_lowercase) && !has(char::is_ascii_uppercase)
}

/// Whether a text holds a character that acts on terminals or turns the direction of writing:
/// U+0000 to U+001F but for the line end, U+007F to U+009F, U+200B to U+200F, U+2028 to U+202E,
/// U+2060 to U+206F, U+FEFF.
///
/// Every draft is read for it, by its bytes and without a branch, so that the compiler makes it wide.
fn hides(text: &str) -> bool {
    let control = |a: u8| (a < b' ') & (a != b'\n') | (a == 0x7f);
    let second = |a: u8, b: u8| (a == 0xc2) & (b < 0xa0);
    let third = |a: u8, b: u8, c: u8| {
        let general = (a == 0xe2) & (b == 0x80);
        let direction = general & ((0x8b..=0x8f).contains(&c) | (0xa8..=0xae).contains(&c));
        let joining = (a == 0xe2) & (b == 0x81) & (0xa0..=0xaf).contains(&c);
        let order = (a == 0xef) & (b == 0xbb) & (c == 0xbf);
        direction | joining | order
    };
    let bytes = text.as_bytes();
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    let triples = pairs.clone().zip(bytes.get(2..).unwrap_or_default());
    bytes.iter().fold(false, |so_far, &a| so_far | control(a))
        | pairs.fold(false, |so_far, (&a, &b)| so_far | second(a, b))
        | triples.fold(false, |so_far, ((&a, &b), &c)| so_far | third(a, b, c))
}

/// Whether a stage signed an earlier content and has not signed this one since.
fn has_void(draft: &Draft, content: &str) -> bool {
    let signed = |review: &&Review| review.verdict == Verdict::Signed;
    let mut old = draft.reviews.iter().filter(signed);
    old.any(|old| {
        let mut now = draft.reviews.iter().filter(signed);
        old.content != content && !now.any(|r| r.stage == old.stage && r.content == content)
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
        assert_eq!(of_draft(&draft, "x", &ReviewSettings::default()), expected);
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
    fn pinyin_that_was_never_made_a_name_is_no_name() {
        for (name, wrong) in [
            ("l", true),
            ("陆远帆s", true),
            ("2", true),
            ("John Smith", false),
        ] {
            let expected: &[FaultKind] = if wrong {
                &[FaultKind::UnfinishedName]
            } else {
                &[]
            };
            check(|d| d.byline.reporters = vec![Person::named(name)], expected);
        }
    }

    #[test]
    fn every_hidden_character_is_seen_and_no_other() {
        for c in '\0'..='\u{ffff}' {
            let hidden = c.is_control() && c != '\n'
                || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
            for text in [format!("{c}"), format!("渠{c}"), format!("{c}水")] {
                assert_eq!(hides(&text), hidden, "U+{:04X}", c as u32);
            }
        }
    }

    #[test]
    fn characters_that_act_unseen_are_told() {
        check(
            |d| d.headline = "标\u{1b}[31m题".into(),
            &[FaultKind::HiddenCharacters],
        );
        check(
            |d| d.body = "正\u{202e}文。\n".into(),
            &[FaultKind::HiddenCharacters],
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
