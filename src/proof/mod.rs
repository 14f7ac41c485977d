//! Proofreading: what is wrong in a story by the national standards and the house's word lists.
//!
//! Pure functions from text to findings. A rule is one file under [`rules`] and a line in its
//! registry; each carries what it must find and what it must leave alone, and one test holds them
//! all to it. A line (a paragraph, a headline) is checked by itself, so that only what was typed
//! is checked again; what needs the whole story is asked once for all of it.

mod figures;
mod finding;
pub mod gauge;
pub mod lexicon;
mod mend;
mod passage;
mod rule;
pub mod rules;

#[cfg(test)]
mod laws;

pub use finding::{Finding, Replacement, Severity};
pub use gauge::Gauge;
pub use lexicon::Lexicon;
pub use mend::{Mend, mend, mends};
pub use passage::{covers, line_around, passage};
pub use rule::{Context, Line, LineKind, Out, Rule, Story};

use crate::domain::Draft;

/// The findings of a draft, by field and place.
pub fn check(draft: &Draft, context: &Context) -> Vec<Finding> {
    check_story(&Story::of(draft), context)
}

/// The findings of a text that is no draft: every line is one of its body.
pub fn check_text(text: &str, context: &Context) -> Vec<Finding> {
    check_story(&Story::of_text(text), context)
}

fn check_story(story: &Story, context: &Context) -> Vec<Finding> {
    let mut found = Vec::new();
    for line in &story.lines {
        found.extend(check_line(line, context));
    }
    for rule in rules::RULES {
        rule.story(story, context, &mut Out::new(*rule, &mut found));
    }
    if context.lexicon.has_allows() {
        for line in &story.lines {
            silence(line, context, &mut found);
        }
    }
    sort(&mut found);
    found
}

/// What can be said of one line without the others.
pub fn check_line(line: &Line, context: &Context) -> Vec<Finding> {
    let mut found = Vec::new();
    for rule in rules::RULES {
        rule.line(line, context, &mut Out::new(*rule, &mut found));
    }
    if context.lexicon.has_allows() {
        silence(line, context, &mut found);
    }
    sort(&mut found);
    found
}

/// Drops what the house never wants to see again in this line.
fn silence(line: &Line, context: &Context, found: &mut Vec<Finding>) {
    let end = line.at + line.text.len();
    found.retain(|one| {
        let here = one.field == line.field && line.at <= one.span.start && one.span.end <= end;
        let span = || one.span.start - line.at..one.span.end - line.at;
        !here || !context.lexicon.allows(one.rule, line.text, &span())
    });
}

fn sort(found: &mut Vec<Finding>) {
    found.sort_by_key(|one| (one.field, one.span.start, one.span.end, one.rule));
    found.dedup();
}

/// The text with every replacement put in that is safe without asking; where two overlap the first
/// is taken.
pub fn fix(text: &str, findings: &[Finding]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    let safe = findings.iter().filter_map(|one| Some((one, one.safe()?)));
    for (one, new) in safe.filter(|(one, _)| one.span.end <= text.len()) {
        if one.span.start >= at {
            out.push_str(&text[at..one.span.start]);
            out.push_str(new);
            at = one.span.end;
        }
    }
    out.push_str(&text[at..]);
    out
}

/// The text after as many rounds of [`fix`] as change it.
///
/// A mark put right may show that the one beside it is wrong too; six rounds are more than any copy
/// was seen to need.
pub fn settle(text: &str, context: &Context) -> String {
    let mut now = text.to_owned();
    for _ in 0..6 {
        let next = fix(&now, &check_text(&now, context));
        if next == now {
            break;
        }
        now = next;
    }
    now
}
