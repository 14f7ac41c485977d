//! From the bytes of a raw page to items that can become drafts.
//!
//! Pure functions: this module reads no file and knows no screen. Everything that is on the page
//! ends up in an item, in the furniture, or in a repair that says what was changed.

pub use keep::Submission;

use std::ops::Range;

use crate::domain::{Byline, Kind};

mod blocks;
mod byline;
mod decode;
mod edit;
mod finish;
mod furniture;
mod heads;

mod keep;
mod labels;
mod leads;
mod lines;
mod names;
mod passage;
mod places;
mod structure;
mod words;
mod wrap;

/// The text of a file in whatever encoding it is.
pub fn text(bytes: &[u8]) -> Result<String, ImportError> {
    decode::decode(bytes).map(|(_, text)| text)
}

/// A raw page taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The encoding that was found, by its WHATWG label in capitals (`UTF-8`, `GB18030`).
    pub encoding: &'static str,
    /// The page as decoded, one entry a line, unrepaired.
    pub source: Vec<String>,
    /// What may become drafts, in page order.
    pub items: Vec<Item>,
    /// What is not story text: page headers, 责编 lines, jump lines.
    pub furniture: Vec<Furniture>,
    /// Every change that was made to the text, in page order.
    pub repairs: Vec<Repair>,
}

/// A story, brief or opening words found on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it is.
    pub kind: Kind,
    /// The label line it stood under (开栏语, 编者按), without colon; else empty.
    pub label: String,
    /// The place line; else empty.
    pub place: String,
    /// The headline, clauses parted by U+3000; empty for briefs.
    pub headline: String,
    /// The deck without its ——; else empty.
    pub deck: String,
    /// Crossheads and paragraphs, repaired.
    pub blocks: Vec<ItemBlock>,
    /// Who made it.
    pub byline: Byline,
    /// The lines of the page it came from, from 1, end exclusive.
    pub lines: Range<usize>,
}

/// A part of an item's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemBlock {
    /// Whether it is a crosshead.
    pub crosshead: bool,
    /// The repaired text.
    pub text: String,
    /// The lines of the page it came from, from 1, end exclusive.
    pub lines: Range<usize>,
}

/// A line that is not story text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Furniture {
    /// Its line on the page, from 1.
    pub line: usize,
    /// Its text as it stood.
    pub text: String,
}

/// A change made to the text of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// What was mended.
    pub kind: RepairKind,
    /// The line of the page, from 1.
    pub line: usize,
    /// The passage as it stood; for a join the last characters before the cut.
    pub before: String,
    /// The passage as it is now.
    pub after: String,
}

/// Kinds of repair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RepairKind {
    /// A paragraph cut by a column, a page or a hard wrap was joined.
    Join,
    /// Text printed on both sides of a cut was kept once.
    Overlap,
    /// A half-width mark was made full-width.
    Mark,
    /// Double quotes inside double quotes became single ones (GB/T 15834-2011, 4.8.3.4).
    Quote,
    /// A space was dropped or became U+3000 between headline clauses.
    Space,
    /// A place was lifted out of the text or headline into its field.
    Place,
    /// A byline was lifted into its field.
    Byline,
    /// A label, a bullet or a number was taken off the text it stood before.
    Label,
    /// A control, zero-width or direction-override character was taken out.
    Control,
}

impl RepairKind {
    /// The name in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Join => "join",
            Self::Overlap => "overlap",
            Self::Mark => "mark",
            Self::Quote => "quote",
            Self::Space => "space",
            Self::Place => "place",
            Self::Byline => "byline",
            Self::Label => "label",
            Self::Control => "control",
        }
    }
}

/// How many items a file is taken to hold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Split {
    /// A page of several items.
    #[default]
    Page,
    /// One story, whatever its lines look like.
    One,
}

/// Why bytes are no page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// Nothing but white space.
    #[error("the file has no text")]
    Empty,
    /// Not text in any known encoding: an image, an archive, an old Word file.
    #[error("the file is not text")]
    NotText,
}

/// Takes a raw page apart.
pub fn read(bytes: &[u8], split: Split) -> Result<Page, ImportError> {
    let (encoding, text) = decode::decode(bytes)?;
    let source = lines::split(&text);
    let lines = lines::clean(&source);
    if lines.is_empty() {
        return Err(ImportError::Empty);
    }
    let parts = blocks::parts(&lines, &source);
    let found = structure::items(parts, split == Split::One);
    Ok(finish::page(encoding, source, found))
}

/// Parses a pasted byline in any common form: `（记者 甲 通讯员 乙）`, `文/甲 图/乙`, `本报记者 王　伟`.
///
/// `None` where the text is no byline.
pub fn byline(text: &str) -> Option<Byline> {
    let source = lines::split(text.trim());
    let lines = lines::clean(&source);
    let joined: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    byline::parse(&joined.join(" ")).map(|found| found.byline)
}
