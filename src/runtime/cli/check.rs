//! `liangdian check`: what is wrong in drafts, or in a text.

use clap::ArgMatches;
use serde::Serialize;

use crate::domain::{Draft, Entry, Field};
use crate::proof::{Context as Reading, Finding, Lexicon, Severity, check_text, gauge};
use crate::runtime::newsroom::Desk;
use crate::runtime::proof::{check_all, in_work};
use crate::store::Newsroom;
use crate::text::count::zishu;
use crate::wording::{Lang, Said, command as words, problem, proof};

use super::{Context, Done, Failure, find, is_named, no_draft, out, read_text};

#[derive(Serialize)]
struct Document<'a> {
    findings: Vec<Row<'a>>,
    /// 字.
    chars: usize,
    /// Errors by the method of 2020, an estimate.
    weight: f64,
    /// Errors that this many 字 may hold.
    limit: f64,
}

#[derive(Serialize)]
struct Row<'a> {
    draft: Option<&'a str>,
    field: &'static str,
    paragraph: usize,
    /// Characters of the whole field, or of the input.
    start: usize,
    end: usize,
    text: &'a str,
    rule: &'static str,
    severity: &'static str,
    message: String,
    replacements: Vec<&'a str>,
}

pub fn run(context: &mut Context, matches: &ArgMatches) -> Done {
    let json = matches.get_flag("json");
    if let Some(text) = read_text(context, matches)? {
        let lexicon = lexicon(context, matches)?;
        let reading = Reading {
            date: None,
            lexicon: &lexicon,
        };
        let found = check_text(&text, &reading);
        let rows = rows(None, |_| &text, &found, context.lang);
        return report(
            context,
            rows,
            zishu(&text),
            gauge::errors(found.iter()),
            json,
        );
    }
    let desk = find(context, matches, None)?;
    let (lexicon, loaded) = (lists(&desk), desk.load());
    let entries = chosen(&loaded, &desk, matches)?;
    let found = check_all(&entries, &lexicon);
    let mut all = Vec::new();
    let mut chars = 0;
    for (entry, found) in entries.iter().zip(&found) {
        let draft = &entry.draft;
        all.extend(rows(
            Some(draft),
            |field| text_of(draft, field),
            found,
            desk.lang,
        ));
        chars += FIELDS
            .map(|field| zishu(text_of(draft, field)))
            .iter()
            .sum::<usize>();
    }
    if matches.get_many::<String>("draft-id").is_none() {
        for problem in &loaded.problems {
            out::note(desk.lang, &problem.say(desk.lang));
        }
    }
    report(
        context,
        all,
        chars,
        gauge::errors(found.iter().flatten()),
        json,
    )
}

/// The fields that are proofread.
const FIELDS: [Field; 4] = [Field::Place, Field::Headline, Field::Deck, Field::Body];

fn text_of(draft: &Draft, field: Field) -> &str {
    match field {
        Field::Place => &draft.place,
        Field::Headline => &draft.headline,
        Field::Deck => &draft.deck,
        _ => &draft.body,
    }
}

/// The word lists of the newsroom that is meant; the program's where there is none.
pub fn lexicon(context: &mut Context, matches: &ArgMatches) -> Result<Lexicon, Failure> {
    match find(context, matches, None) {
        Ok(desk) => Ok(lists(&desk)),
        Err(_) if !is_named(matches) => Ok(lists(&Desk::new(Newsroom::nowhere()))),
        Err(failure) => Err(failure),
    }
}

/// The lists of a newsroom; what cannot be used of them is said.
pub fn lists(desk: &Desk) -> Lexicon {
    let (lexicon, problems) = desk.lexicon();
    for problem in problems {
        out::note(desk.lang, &problem.say(desk.lang));
    }
    lexicon
}

/// The named drafts, or all that are in work.
pub fn chosen<'l>(
    loaded: &'l crate::store::Loaded,
    desk: &Desk,
    matches: &ArgMatches,
) -> Result<Vec<&'l Entry>, Failure> {
    let Some(names) = matches.get_many::<String>("draft-id") else {
        return Ok(in_work(loaded));
    };
    let named = names.map(|name| {
        let path = desk.newsroom.locate(name);
        let missing = || no_draft(name, desk.lang);
        let path = path.ok_or_else(missing)?;
        if let Some(entry) = loaded.entries.iter().find(|entry| entry.path == path) {
            return Ok(entry);
        }
        let problem = loaded.problems.iter().find(|problem| problem.path == path);
        Err(problem.map_or_else(missing, |it| Failure::Refused(it.say(desk.lang))))
    });
    named.collect()
}

fn rows<'a>(
    draft: Option<&'a Draft>,
    text: impl Fn(Field) -> &'a str,
    found: &'a [Finding],
    lang: Lang,
) -> Vec<Row<'a>> {
    // Findings of a field come in order: characters are counted on from the last.
    let (mut field, mut at, mut chars) = (None, 0, 0);
    let row = |one: &'a Finding| {
        let text = text(one.field);
        if field != Some(one.field) || one.span.start < at {
            (field, at, chars) = (Some(one.field), 0, 0);
        }
        let between = text.get(at..one.span.start).unwrap_or_default();
        (at, chars) = (one.span.start, chars + between.chars().count());
        let passage = text.get(one.span.clone()).unwrap_or_default();
        Row {
            draft: draft.map(|draft| draft.id.as_str()),
            field: one.field.key(),
            paragraph: one.paragraph,
            start: chars,
            end: chars + passage.chars().count(),
            text: passage,
            rule: one.rule,
            severity: one.severity.key(),
            message: one.say(lang),
            replacements: one
                .replacements
                .iter()
                .map(|new| new.text.as_str())
                .collect(),
        }
    };
    found.iter().map(row).collect()
}

fn report(context: &mut Context, rows: Vec<Row>, chars: usize, weight: f64, json: bool) -> Done {
    let hint = Severity::Hint.key();
    let wrong = rows.iter().any(|row| row.severity != hint);
    let document = Document {
        findings: rows,
        chars,
        weight,
        limit: gauge::limit(chars),
    };
    if json {
        context.out.json(&document);
    } else {
        people(context, &document);
    }
    if wrong {
        return Err(Failure::Refused(String::new()));
    }
    Ok(())
}

fn people(context: &mut Context, document: &Document) {
    let lang = context.lang;
    for row in &document.findings {
        let field = Field::Headline.key() == row.field;
        let place = match (row.draft, field) {
            (Some(id), true) => format!("{id}:{}", problem::FIELD_HEADLINE.get(lang)),
            (Some(id), false) => format!("{id}:{}", row.paragraph + 1),
            (None, _) => format!("{}", row.paragraph + 1),
        };
        let severity = match row.severity {
            "error" => proof::SEVERITY_ERROR,
            "warning" => proof::SEVERITY_WARNING,
            _ => proof::SEVERITY_HINT,
        };
        let mut line = format!("{place}  {}  {}", severity.get(lang), row.text);
        if let Some(new) = row.replacements.first() {
            line.push_str(" → ");
            line.push_str(new);
        }
        context
            .out
            .line(&format!("{line}  {}  [{}]", row.message, row.rule));
    }
    let holes: [(&str, &dyn std::fmt::Display); 4] = [
        ("n", &document.findings.len()),
        ("chars", &document.chars),
        ("weight", &document.weight),
        ("limit", &document.limit),
    ];
    context.out.line(&words::CHECKED.fill(lang, &holes));
}
