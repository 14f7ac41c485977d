//! `liangdian list`: every draft with its stage, length, byline and faults.

use clap::ArgMatches;
use serde::Serialize;

use crate::domain::settings::AmbiguousCells;
use crate::domain::{Entry, FaultKind, Person, Problem, Stage, queue, queue::Published};
use crate::runtime::newsroom::Desk;
use crate::store::Loaded;
use crate::text::{count, width};
use crate::wording::{Lang, Said, command as words, problem};

use super::{Context, Done, Failure, find, out};

const STAGES: [&str; 7] = [
    "draft",
    "review",
    "ready",
    "held",
    "spiked",
    "published",
    "changed",
];

#[derive(Serialize)]
struct Document {
    drafts: Vec<Row>,
    problems: Vec<Unread>,
}

#[derive(Serialize)]
struct Row {
    id: String,
    kind: &'static str,
    place: String,
    headline: String,
    status: &'static str,
    stage: String,
    chars: usize,
    reporters: Vec<String>,
    correspondents: Vec<String>,
    issue: Option<u32>,
    problems: Vec<Fault>,
}

#[derive(Serialize)]
struct Fault {
    kind: &'static str,
    field: &'static str,
    message: String,
}

/// A file that could not be read.
#[derive(Serialize)]
pub struct Unread {
    file: String,
    line: Option<usize>,
    reason: String,
}

impl Unread {
    pub fn of(problem: &Problem, lang: Lang) -> Self {
        Self {
            file: problem.path.display().to_string(),
            line: problem.line,
            reason: problem.kind.say(lang),
        }
    }
}

pub fn run(context: &mut Context, matches: &ArgMatches) -> Done {
    let desk = find(context, matches, None)?;
    let wanted = stage(matches, context.lang)?;
    let loaded = desk.load();
    let published = Published::by(&loaded.issues);
    let shown: Vec<(usize, Stage)> = loaded
        .entries
        .iter()
        .enumerate()
        .map(|(at, entry)| (at, published.stage(entry, &loaded.settings)))
        .filter(|(_, stage)| wanted.as_deref().is_none_or(|key| is(*stage, key)))
        .collect();
    if matches.get_flag("json") {
        let document = document(&desk, &loaded, &shown);
        context.out.json(&document);
    } else {
        table(context, &loaded, &shown);
    }
    for problem in &loaded.problems {
        out::note(desk.lang, &problem.say(desk.lang));
    }
    Ok(())
}

/// `--stage`: a key (`review2` for one review stage) or the word on the screen (可发).
fn stage(matches: &ArgMatches, lang: Lang) -> Result<Option<String>, Failure> {
    let Some(text) = matches.get_one::<String>("stage") else {
        return Ok(None);
    };
    let by_word = [
        Stage::Draft,
        Stage::Ready,
        Stage::Held,
        Stage::Spiked,
        Stage::Published(0),
        Stage::Changed(0),
    ]
    .into_iter()
    .find(|stage| problem::stage(*stage, &[], Lang::Zh) == *text);
    let key = by_word.map_or_else(|| text.to_ascii_lowercase(), Stage::key);
    let digits = key.strip_prefix("review").unwrap_or("x");
    if STAGES.contains(&key.as_str()) || digits.parse::<u8>().is_ok() {
        return Ok(Some(key));
    }
    let known = STAGES.join(" ");
    let holes: [(&str, &dyn std::fmt::Display); 3] =
        [("option", &"--stage"), ("it", text), ("known", &known)];
    Err(Failure::Usage(words::WRONG_VALUE_OF.fill(lang, &holes)))
}

fn is(stage: Stage, key: &str) -> bool {
    stage.key() == key || (key == "review" && matches!(stage, Stage::Review(_)))
}

fn names(people: &[Person]) -> Vec<String> {
    people.iter().map(|person| person.name.clone()).collect()
}

fn document(desk: &Desk, loaded: &Loaded, shown: &[(usize, Stage)]) -> Document {
    let row = |&(at, stage): &(usize, Stage)| {
        let draft = &loaded.entries[at].draft;
        let fault = |kind: FaultKind| Fault {
            kind: kind.key(),
            field: kind.field().key(),
            message: problem::fault(kind).get(desk.lang).to_owned(),
        };
        let faults = queue::faults(&loaded.entries, at, &loaded.settings);
        Row {
            id: draft.id.to_string(),
            kind: draft.kind.key(),
            place: draft.place.clone(),
            headline: draft.headline.clone(),
            status: draft.status.key(),
            stage: stage.key(),
            chars: chars(&loaded.entries[at]),
            reporters: names(&draft.byline.reporters),
            correspondents: names(&draft.byline.correspondents),
            issue: stage.issue(),
            problems: faults.into_iter().map(fault).collect(),
        }
    };
    let unread = loaded.problems.iter();
    Document {
        drafts: shown.iter().map(row).collect(),
        problems: unread.map(|p| Unread::of(p, desk.lang)).collect(),
    }
}

/// 字数 of the text, crossheads included.
fn chars(entry: &Entry) -> usize {
    let blocks = entry.draft.blocks();
    let texts = blocks.map(|block| match block {
        crate::domain::Block::Crosshead(text) | crate::domain::Block::Paragraph(text) => text,
    });
    texts.map(count::zishu).sum()
}

fn table(context: &mut Context, loaded: &Loaded, shown: &[(usize, Stage)]) {
    let lang = context.lang;
    if loaded.entries.is_empty() {
        context.out.line(words::LIST_EMPTY.get(lang));
    }
    let rows: Vec<[String; 4]> = shown
        .iter()
        .map(|&(at, stage)| {
            let draft = &loaded.entries[at].draft;
            let title = [draft.place.as_str(), draft.title()].into_iter();
            let title: Vec<&str> = title.filter(|text| !text.is_empty()).collect();
            let name = problem::stage(stage, &loaded.settings.review.stages, lang);
            let issue = stage.issue().map_or(String::new(), |n| format!(" {n}"));
            let faults = queue::faults(&loaded.entries, at, &loaded.settings);
            let faults: Vec<&str> = faults
                .iter()
                .map(|f| problem::fault(*f).get(lang))
                .collect();
            let mut text = short(&title.join("  "));
            if !faults.is_empty() {
                text = format!("{text}  [{}]", faults.join(", "));
            }
            let chars = chars(&loaded.entries[at]).to_string();
            [draft.id.to_string(), format!("{name}{issue}"), chars, text]
        })
        .collect();
    let wide = |column: usize| {
        rows.iter()
            .map(|row| cells(&row[column]))
            .max()
            .unwrap_or(0)
    };
    let widths = [wide(0), wide(1), wide(2)];
    for [id, stage, chars, text] in &rows {
        let line = format!(
            "{}  {}  {}{chars}  {text}",
            padded(id, widths[0]),
            padded(stage, widths[1]),
            " ".repeat(widths[2] - cells(chars)),
        );
        context.out.line(&line);
    }
}

fn short(text: &str) -> String {
    width::shorten(text, 60, AmbiguousCells::One).into_owned()
}

fn cells(text: &str) -> usize {
    width::cells(text, AmbiguousCells::One)
}

fn padded(text: &str, cells_wide: usize) -> String {
    format!(
        "{text}{}",
        " ".repeat(cells_wide.saturating_sub(cells(text)))
    )
}
