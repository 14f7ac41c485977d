//! `liangdian diff`: what changed in a draft since its last commit, last signature or import.

use clap::ArgMatches;
use serde::Serialize;

use crate::domain::{Past, Version};
use crate::text::diff::{Paragraph, Side};
use crate::text::draft_diff::{self, Section};
use crate::wording::{Lang, problem, review as words};

use super::{Context, Done, Failure, find, no_draft};

#[derive(Serialize)]
struct Document {
    draft: String,
    from: &'static str,
    to: &'static str,
    at: String,
    by: String,
    added: usize,
    removed: usize,
    fields: Vec<Field>,
}

#[derive(Serialize)]
struct Field {
    field: &'static str,
    paragraphs: Vec<Vec<Piece>>,
}

#[derive(Serialize)]
struct Piece {
    side: &'static str,
    text: String,
}

impl Field {
    fn of(section: &Section) -> Self {
        let pieces = |paragraph: &Paragraph| {
            let pieces = paragraph.pieces.iter().map(|piece| Piece {
                side: match piece.side {
                    Side::Both => "both",
                    Side::Old => "old",
                    Side::New => "new",
                },
                text: piece.text.clone(),
            });
            pieces.collect()
        };
        Self {
            field: section.field.key(),
            paragraphs: section.paragraphs.iter().map(pieces).collect(),
        }
    }
}

pub fn run(context: &mut Context, matches: &ArgMatches) -> Done {
    let desk = find(context, matches, None)?;
    let lang = desk.lang;
    let name = matches.get_one::<String>("id").map_or("", String::as_str);
    let path = desk.newsroom.locate(name);
    let path = path.ok_or_else(|| no_draft(name, lang))?;
    let root = desk.newsroom.root();
    let path = path.strip_prefix(root).unwrap_or(&path);
    let entry = desk.newsroom.read(path);
    let entry = entry.map_err(|problem| super::refused(&problem, lang))?;
    let from = matches.get_one::<String>("from");
    let from = from.and_then(|key| Version::from_key(key));
    let from = from.unwrap_or(Version::Commit);
    let past = desk.past(&entry);
    let before = past.of(from).ok_or_else(|| missing(from, &past, lang))?;
    let sections = draft_diff::sections(&before.draft, &entry.draft);
    if matches.get_flag("json") {
        let (added, removed) = draft_diff::size(&sections);
        context.out.json(&Document {
            draft: entry.draft.id.to_string(),
            from: from.key(),
            to: Version::Disk.key(),
            at: before.at.clone(),
            by: before.by.clone(),
            added,
            removed,
            fields: sections.iter().map(Field::of).collect(),
        });
    } else {
        print(context, &sections, lang);
    }
    Ok(())
}

fn missing(from: Version, past: &Past, lang: Lang) -> Failure {
    let version = words::version(from).get(lang);
    let lost = past
        .signature
        .as_ref()
        .filter(|_| from == Version::Signature);
    Failure::Refused(match lost {
        Some(review) => words::LOST_TEXT.fill(lang, &[("who", &review.by)]),
        None => words::NOT_SAVED_YET.fill(lang, &[("version", &version)]),
    })
}

fn print(context: &mut Context, sections: &[Section], lang: Lang) {
    for section in sections {
        context.out.line(problem::field(section.field).get(lang));
        let mut same = 0;
        for paragraph in &section.paragraphs {
            if paragraph.is_same() {
                same += 1;
                continue;
            }
            tell_same(context, &mut same, lang);
            context.out.line(&format!("  {}", paragraph.marked()));
        }
        tell_same(context, &mut same, lang);
    }
}

fn tell_same(context: &mut Context, same: &mut usize, lang: Lang) {
    let n = std::mem::take(same);
    if n > 0 {
        let told = words::SAME_PARAGRAPHS.fill(lang, &[("n", &n)]);
        context.out.line(&format!("  {told}"));
    }
}
