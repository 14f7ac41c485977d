//! What a rule is, what it reads and where it writes.

use std::ops::Range;

use super::finding::{Finding, Replacement, Severity};
use super::lexicon::Lexicon;
use crate::domain::{Date, Draft, Field};
use crate::wording::Text;

/// A rule of proofreading: one file, one line in the registry.
pub trait Rule: Sync {
    /// Its name in settings, JSON and notes: `half-width-mark`.
    fn name(&self) -> &'static str;
    /// Where it is laid down: `GB/T 15834-2011 4.6`; `house` where it is no standard's.
    fn clause(&self) -> &'static str;
    /// How grave its findings are, unless one says otherwise.
    fn severity(&self) -> Severity;
    /// Tenths of an error that a finding counts by the method of 2020 (characters 10, marks 1).
    fn weight(&self) -> u16 {
        1
    }
    /// Texts it must find something in, each with the text as its replacements make it, or as it
    /// stands where the rule has none.
    fn finds(&self) -> &'static [(&'static str, &'static str)];
    /// Texts it must leave alone.
    fn leaves(&self) -> &'static [&'static str];
    /// Whether it finds nothing without a draft or a day: then its own tests hold it.
    fn needs_draft(&self) -> bool {
        false
    }
    /// Looks at one line by itself.
    fn line(&self, line: &Line, context: &Context, out: &mut Out) {
        let _ = (line, context, out);
    }
    /// Looks at the whole story, for what no line shows alone.
    fn story(&self, story: &Story, context: &Context, out: &mut Out) {
        let _ = (story, context, out);
    }
}

/// What rules know beside the text.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The day of the copy, for dates without a year.
    pub date: Option<Date>,
    /// The word lists: those of the program and of the house.
    pub lexicon: &'a Lexicon,
}

impl Default for Context<'_> {
    fn default() -> Self {
        Self {
            date: None,
            lexicon: Lexicon::builtin(),
        }
    }
}

/// What a line is in a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineKind {
    /// Place line, headline, deck: no sentence end is wanted.
    Display,
    /// A crosshead in the body; its `## ` is not in the line's text.
    Crosshead,
    /// A paragraph.
    Paragraph,
}

/// One line of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'a> {
    /// Its field.
    pub field: Field,
    /// What it is.
    pub kind: LineKind,
    /// Which line of its field it is, from 0, blank ones not counted.
    pub paragraph: usize,
    /// Where its text begins in the field, in bytes.
    pub at: usize,
    /// Its text, without white space at either end.
    pub text: &'a str,
}

/// The lines of a draft in print order: place, headline, deck, body.
#[derive(Debug, Clone, Default)]
pub struct Story<'a> {
    /// The lines.
    pub lines: Vec<Line<'a>>,
    /// The draft, where the text is one's.
    pub draft: Option<&'a Draft>,
}

impl<'a> Story<'a> {
    /// The lines of a draft.
    pub fn of(draft: &'a Draft) -> Self {
        let display = [
            (Field::Place, &draft.place),
            (Field::Headline, &draft.headline),
            (Field::Deck, &draft.deck),
        ];
        let mut lines = Vec::new();
        for (field, text) in display {
            lines.extend(lines_of(field, LineKind::Display, text));
        }
        lines.extend(lines_of(Field::Body, LineKind::Paragraph, &draft.body));
        Self {
            lines,
            draft: Some(draft),
        }
    }

    /// The lines of a text that is no draft.
    pub fn of_text(text: &'a str) -> Self {
        Self {
            lines: lines_of(Field::Body, LineKind::Paragraph, text).collect(),
            draft: None,
        }
    }

    /// The lines of the body.
    pub fn body(&self) -> impl Iterator<Item = &Line<'a>> {
        self.lines.iter().filter(|line| line.field == Field::Body)
    }
}

fn lines_of(field: Field, kind: LineKind, text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut at = 0;
    let lines = text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        (start, line)
    });
    let lines = lines.filter_map(move |(start, line)| {
        let begun = start + line.len() - line.trim_start().len();
        let text = line.trim();
        let head = (kind == LineKind::Paragraph).then(|| text.strip_prefix("## "));
        match head.flatten() {
            Some(head) => {
                let text = head.trim_start();
                let at = begun + line.trim().len() - text.len();
                Some((LineKind::Crosshead, at, text))
            }
            None => (!text.is_empty()).then_some((kind, begun, text)),
        }
    });
    lines
        .enumerate()
        .map(move |(paragraph, (kind, at, text))| Line {
            field,
            kind,
            paragraph,
            at,
            text,
        })
}

/// Where a rule puts what it found.
pub struct Out<'a> {
    rule: &'a dyn Rule,
    found: &'a mut Vec<Finding>,
}

impl<'a> Out<'a> {
    /// For the findings of one rule.
    pub fn new(rule: &'a dyn Rule, found: &'a mut Vec<Finding>) -> Self {
        Self { rule, found }
    }

    /// A finding in a line; `span` in bytes of the line's text. Change what it says of itself on
    /// what is returned.
    pub fn add(&mut self, line: &Line, span: Range<usize>, why: Text) -> &mut Finding {
        let finding = Finding {
            rule: self.rule.name(),
            severity: self.rule.severity(),
            field: line.field,
            paragraph: line.paragraph,
            span: line.at + span.start..line.at + span.end,
            why,
            detail: String::new(),
            replacements: Vec::new(),
            weight: self.rule.weight(),
        };
        let at = self.found.len();
        self.found.push(finding);
        &mut self.found[at]
    }
}

impl Finding {
    /// Says what stands in the hole of its sentence.
    pub fn about(&mut self, detail: impl Into<String>) -> &mut Self {
        self.detail = detail.into();
        self
    }

    /// Offers a text that an editor must agree to.
    pub fn offer(&mut self, text: impl Into<String>) -> &mut Self {
        let text = text.into();
        self.replacements.push(Replacement { text, safe: false });
        self
    }

    /// Names a text that may be put in without asking.
    pub fn mend(&mut self, text: impl Into<String>) -> &mut Self {
        let text = text.into();
        self.replacements.push(Replacement { text, safe: true });
        self
    }
}
