//! `liangdian import FILE…`: raw pages become drafts; one bad file does not stop the others.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde::Serialize;

use crate::domain::{Date, Kind, Person};
use crate::git::CommitOutcome;
use crate::import::{ImportError, Item, Page, Split};
use crate::runtime::newsroom::{Desk, Tail};
use crate::store::draft_file::LIMIT;
use crate::store::{Newsroom, StoreError};
use crate::wording::{Lang, Said, Text, command as words, common, system};

use super::{Context, Done, Failure, committed, date, find, is_named, out};

#[derive(Serialize)]
struct Document {
    inputs: Vec<Input>,
}

#[derive(Serialize)]
struct Input {
    file: String,
    encoding: &'static str,
    stories: Vec<Story>,
    furniture: Vec<String>,
    repairs: Vec<Mended>,
}

#[derive(Serialize)]
struct Story {
    id: String,
    kind: &'static str,
    label: String,
    place: String,
    headline: String,
    deck: String,
    crossheads: Vec<String>,
    paragraphs: Vec<String>,
    reporters: Vec<String>,
    correspondents: Vec<String>,
    photographers: Vec<String>,
    /// First and last line of the page it came from, from 1.
    lines: [usize; 2],
}

#[derive(Serialize)]
struct Mended {
    kind: &'static str,
    line: usize,
    before: String,
    after: String,
}

/// What a run of the command needs for every file.
struct Task {
    desk: Desk,
    date: Date,
    split: Split,
    /// Where drafts would go; `None` where they are really made.
    rehearsal: Option<Tail>,
    json: bool,
}

pub fn run(context: &mut Context, matches: &ArgMatches) -> Done {
    let dry = matches.get_flag("dry-run");
    let desk = match find(context, matches, None) {
        // A page can be looked at anywhere.
        Err(_) if dry && !is_named(matches) => Desk::new(Newsroom::nowhere()),
        other => other?,
    };
    let split = match matches.get_one::<String>("split").map(String::as_str) {
        Some("one") => Split::One,
        _ => Split::Page,
    };
    let mut task = Task {
        rehearsal: dry.then(|| Tail::of(&desk.load())),
        date: date(matches, context.lang)?,
        split,
        json: matches.get_flag("json"),
        desk,
    };
    let files = matches.get_many::<PathBuf>("file").unwrap_or_default();
    let mut inputs = Vec::new();
    let mut failed = false;
    for file in files {
        match one(context, &mut task, file) {
            Ok(input) => inputs.push(input),
            Err(sentence) => {
                failed = true;
                out::error(context.lang, &sentence);
            }
        }
    }
    if task.json {
        context.out.json(&Document { inputs });
    }
    if failed {
        return Err(Failure::Refused(String::new()));
    }
    Ok(())
}

/// Imports one file; the sentence where it cannot be.
fn one(context: &mut Context, task: &mut Task, path: &Path) -> Result<Input, String> {
    let lang = context.lang;
    let file = path.display().to_string();
    let named = |text: Text| text.fill(lang, &[("file", &file)]);
    let bytes = read(path).map_err(|error| match error.kind() {
        io::ErrorKind::FileTooLarge => named(words::FILE_TOO_LARGE),
        _ => words::NOT_READ.fill(
            lang,
            &[("file", &file), ("why", &system::why(&error, lang))],
        ),
    })?;
    let page = task
        .desk
        .import_page(&bytes, task.split)
        .map_err(|error| match error {
            ImportError::Empty => named(words::FILE_EMPTY),
            ImportError::NotText => named(words::FILE_NOT_TEXT),
        })?;
    if page.items.is_empty() {
        return Err(named(words::IMPORTED_NONE));
    }
    let failed = |error: StoreError| format!("{file}: {}", error.say(lang));
    let (ids, commit) = ids(task, &page).map_err(failed)?;
    let input = input(file, page, ids);
    if !task.json {
        report(context, &input);
    }
    if let Some(commit) = commit {
        committed(context, &commit, task.json);
    }
    Ok(input)
}

/// Makes the drafts, or tells the ids they would get.
fn ids(task: &mut Task, page: &Page) -> Result<(Vec<String>, Option<CommitOutcome>), StoreError> {
    if let Some(tail) = &mut task.rehearsal {
        let drafts = task.desk.drafts_of(&page.items, task.date, tail);
        return Ok((
            drafts.iter().map(|draft| draft.id.to_string()).collect(),
            None,
        ));
    }
    let (entries, commit) = task.desk.create_items(&page.whole(), task.date)?;
    let ids = entries.iter().map(|entry| entry.draft.id.to_string());
    Ok((ids.collect(), Some(commit)))
}

/// The bytes of a file, or of standard input for `-`.
pub fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        io::stdin().lock().take(LIMIT + 1).read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.take(LIMIT + 1).read_to_end(&mut bytes)?;
    }
    if bytes.len() as u64 > LIMIT {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

fn input(file: String, page: Page, ids: Vec<String>) -> Input {
    let repairs = page.repairs.into_iter().map(|repair| Mended {
        kind: repair.kind.key(),
        line: repair.line,
        before: repair.before,
        after: repair.after,
    });
    Input {
        file,
        encoding: page.encoding,
        stories: page
            .items
            .into_iter()
            .zip(ids)
            .map(|(item, id)| story(item, id))
            .collect(),
        furniture: page.furniture.into_iter().map(|line| line.text).collect(),
        repairs: repairs.collect(),
    }
}

fn names(people: Vec<Person>) -> Vec<String> {
    people.into_iter().map(|person| person.name).collect()
}

fn story(item: Item, id: String) -> Story {
    let (heads, paragraphs): (Vec<_>, Vec<_>) =
        item.blocks.into_iter().partition(|block| block.crosshead);
    let texts = |blocks: Vec<crate::import::ItemBlock>| -> Vec<String> {
        blocks.into_iter().map(|block| block.text).collect()
    };
    Story {
        id,
        kind: item.kind.key(),
        label: item.label,
        place: item.place,
        headline: item.headline,
        deck: item.deck,
        crossheads: texts(heads),
        paragraphs: texts(paragraphs),
        reporters: names(item.byline.reporters),
        correspondents: names(item.byline.correspondents),
        photographers: names(item.byline.photographers),
        lines: [item.lines.start, item.lines.end.saturating_sub(1)],
    }
}

fn report(context: &mut Context, input: &Input) {
    let lang = context.lang;
    let holes: [(&str, &dyn std::fmt::Display); 4] = [
        ("file", &input.file),
        ("encoding", &input.encoding),
        ("n", &input.stories.len()),
        ("repairs", &input.repairs.len()),
    ];
    context.out.line(&words::IMPORTED.fill(lang, &holes));
    for story in &input.stories {
        let first = story.paragraphs.first().map_or("", String::as_str);
        let title = if story.headline.is_empty() {
            first.chars().take(20).collect()
        } else {
            story.headline.clone()
        };
        let kind = kind(story.kind, lang);
        let parts = [story.id.as_str(), kind, &story.place, &title];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        context.out.line(&format!("  {}", parts.join("  ")));
    }
}

fn kind(key: &str, lang: Lang) -> &'static str {
    let text = match Kind::from_key(key) {
        Some(Kind::Brief) => common::BRIEF,
        Some(Kind::Intro) => common::INTRO,
        _ => common::STORY,
    };
    text.get(lang)
}
