//! One draft: a story, a brief or the opening words of an issue.

use std::fmt;

use super::{Byline, Date, Left, Note, ProofPass, Rank, Review};

/// A draft's name on disk and in issues: ASCII letters, digits and hyphens, never changed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DraftId(String);

/// A name that cannot be an id: empty, over 120 bytes, or with other than `a-z A-Z 0-9 - _`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a draft id: {0:?}")]
pub struct NotAnId(pub String);

impl DraftId {
    /// The id, checked: it becomes a file name and a git argument, so it never begins with `-`.
    pub fn new(text: impl Into<String>) -> Result<Self, NotAnId> {
        let text = text.into();
        let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
        if text.is_empty() || text.len() > 120 || text.starts_with('-') || !text.bytes().all(plain)
        {
            return Err(NotAnId(text));
        }
        Ok(Self(text))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DraftId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a draft is in an issue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Opening words of the series or an editor's note (开栏语, 编者按).
    Intro,
    /// A story with a headline.
    #[default]
    Story,
    /// A brief (简讯): one paragraph under a bullet, without a headline.
    Brief,
}

impl Kind {
    /// All kinds in print order.
    pub const ALL: [Self; 3] = [Self::Intro, Self::Story, Self::Brief];

    /// The word in a draft file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Intro => "intro",
            Self::Story => "story",
            Self::Brief => "brief",
        }
    }

    /// The kind of that key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// What the editor decided about a draft.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Status {
    /// 待编: being worked on.
    #[default]
    Draft,
    /// 送审: handed on; ready once all review stages have signed.
    Submitted,
    /// 缓发: kept out of issues for now.
    Held,
    /// 撤稿: taken out; restored by setting another status.
    Spiked,
}

impl Status {
    /// All statuses.
    pub const ALL: [Self; 4] = [Self::Draft, Self::Submitted, Self::Held, Self::Spiked];

    /// The word in a draft file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Held => "held",
            Self::Spiked => "spiked",
        }
    }

    /// The status of that key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.key() == key)
    }
}

/// A draft as the newsroom knows it; what its file holds beyond this survives every save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Name of the file without `.toml`.
    pub id: DraftId,
    /// Story, brief or opening words.
    pub kind: Kind,
    /// The printed label of opening words where it is not 开栏语 (编者按, 编后); else empty.
    pub label: String,
    /// The place line (kicker) above the headline; may be empty.
    pub place: String,
    /// The headline, clauses parted by U+3000; empty for briefs.
    pub headline: String,
    /// The deck (副题) without its ——; may be empty.
    pub deck: String,
    /// The day of the copy.
    pub date: Option<Date>,
    /// What the editor decided.
    pub status: Status,
    /// Place in the queue.
    pub rank: Rank,
    /// Reporters, correspondents, photographers.
    pub byline: Byline,
    /// Paragraphs parted by one blank line; a crosshead is a paragraph that begins `## `.
    pub body: String,
    /// Signatures, oldest first.
    pub reviews: Vec<Review>,
    /// Proof passes, oldest first.
    pub proofs: Vec<ProofPass>,
    /// Remarks, oldest first.
    pub notes: Vec<Note>,
    /// Findings of proofreading that were left as they are, oldest first.
    pub left: Vec<Left>,
}

/// A part of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Block<'a> {
    /// A crosshead (小标题), without its `## `.
    Crosshead(&'a str),
    /// A paragraph, without indent.
    Paragraph(&'a str),
}

impl Draft {
    /// An empty draft of that id.
    pub fn empty(id: DraftId) -> Self {
        Self {
            id,
            kind: Kind::Story,
            label: String::new(),
            place: String::new(),
            headline: String::new(),
            deck: String::new(),
            date: None,
            status: Status::Draft,
            rank: Rank::first(),
            byline: Byline::default(),
            body: String::new(),
            reviews: Vec::new(),
            proofs: Vec::new(),
            notes: Vec::new(),
            left: Vec::new(),
        }
    }

    /// The crossheads and paragraphs of the body, blank ones skipped.
    pub fn blocks(&self) -> impl Iterator<Item = Block<'_>> {
        blocks(&self.body)
    }

    /// How many remarks are open.
    pub fn open_notes(&self) -> usize {
        self.notes.iter().filter(|note| note.is_open()).count()
    }

    /// Whether nothing was written into it: no place, headline, deck, text or name.
    pub fn is_blank(&self) -> bool {
        let texts = [&self.place, &self.headline, &self.deck, &self.body];
        texts.into_iter().all(|text| text.trim().is_empty()) && self.byline.is_empty()
    }

    /// What an editor calls this draft: its headline, else the start of its text, else its id.
    pub fn title(&self) -> &str {
        if !self.headline.is_empty() {
            return &self.headline;
        }
        let first = self.blocks().find_map(|block| match block {
            Block::Paragraph(text) => Some(text),
            Block::Crosshead(_) => None,
        });
        first.unwrap_or(self.id.as_str())
    }

    /// The content a signature stands for: kind, label, place, headline, deck, byline, body.
    ///
    /// Each part is preceded by its length in bytes, so that no two contents share one form.
    /// The label is written only where it is set.
    pub fn content(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.body.len() + 256);
        let mut part = |text: &str| {
            out.extend_from_slice(format!("{}:", text.len()).as_bytes());
            out.extend_from_slice(text.as_bytes());
        };
        part(self.kind.key());
        if !self.label.is_empty() {
            part(&self.label);
        }
        for text in [&self.place, &self.headline, &self.deck] {
            part(text);
        }
        for role in super::Role::ALL {
            part(role.key());
            for person in self.byline.of(role) {
                part(&person.name);
                part(person.unit.as_deref().unwrap_or(""));
                part(person.title.as_deref().unwrap_or(""));
            }
        }
        part(self.body.trim());
        out
    }
}

/// The crossheads and paragraphs of a body text, blank lines skipped.
pub fn blocks(body: &str) -> impl Iterator<Item = Block<'_>> {
    lines(body)
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| match line.strip_prefix("## ") {
            Some(head) => Block::Crosshead(head.trim()),
            None => Block::Paragraph(line),
        })
}

/// The lines of a text, which may still hold the CR of a line end.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut start = 0;
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    ends.map(move |end| &text[std::mem::replace(&mut start, end + 1)..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_safe_as_file_name_and_argument() {
        assert!(DraftId::new("20260401-liulin-2").is_ok());
        for bad in ["", "-f", "a/b", "..", "柳林", "a b", "a.toml"] {
            assert!(DraftId::new(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn a_body_is_crossheads_and_paragraphs() {
        let found: Vec<_> = blocks("第一段\n\n## 小标题\n\n第二段\n").collect();
        assert_eq!(
            found,
            [
                Block::Paragraph("第一段"),
                Block::Crosshead("小标题"),
                Block::Paragraph("第二段")
            ]
        );
    }

    #[test]
    fn content_tells_fields_apart() {
        let mut a = Draft::empty(DraftId::new("a").unwrap());
        let mut b = a.clone();
        a.place = "甲".into();
        b.headline = "甲".into();
        assert_ne!(a.content(), b.content());
        b = a.clone();
        b.status = Status::Held;
        b.left.push(Left::default());
        b.body.push('\n');
        assert_eq!(
            a.content(),
            b.content(),
            "status, what was left and the final newline are not content"
        );
    }
}
