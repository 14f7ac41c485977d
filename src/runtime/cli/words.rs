//! `liangdian words import LIST.csv`: a house's word list out of a spreadsheet.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde::Serialize;

use crate::import;
use crate::proof::lexicon::{self, Lists, NewEntry, Refusal};
use crate::wording::{Lang, command as words, proof, system};

use super::import::read;
use super::{Context, Done, Failure, find, out, refused};

#[derive(Serialize)]
struct Document {
    file: String,
    list: String,
    added: usize,
    refused: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    line: usize,
    reason: String,
}

pub fn run(context: &mut Context, matches: &ArgMatches) -> Done {
    let Some(("import", matches)) = matches.subcommand() else {
        return Err(Failure::Usage(
            words::WRONG_USE.get(context.lang).to_owned(),
        ));
    };
    let desk = find(context, matches, None)?;
    let lang = desk.lang;
    let file = matches
        .get_one::<PathBuf>("file")
        .cloned()
        .unwrap_or_default();
    let name = file.display().to_string();
    let bytes = read(&file).map_err(|error| {
        let why = system::why(&error, lang);
        Failure::Refused(words::NOT_READ.fill(lang, &[("file", &name), ("why", &why)]))
    })?;
    let text = import::text(&bytes)
        .map_err(|_| Failure::Refused(words::FILE_NOT_TEXT.fill(lang, &[("file", &name)])))?;
    let list = list_of(&file);
    let (known, _) = desk.newsroom.proof_lists();
    let mut taken: Vec<String> = known
        .iter()
        .flat_map(|list| Lists::parse(&list.text).0.words)
        .map(|word| word.wrong)
        .collect();
    let imported = lexicon::import(&text);
    let mut rows: Vec<Row> = imported
        .refused
        .iter()
        .map(|(line, why)| row(*line, reason(why, lang)))
        .collect();
    let mut entries = Vec::new();
    for (line, entry) in imported.entries {
        if let NewEntry::Word { wrong, .. } = &entry {
            if taken.contains(wrong) {
                rows.push(row(line, proof::ROW_KNOWN.fill(lang, &[("it", wrong)])));
                continue;
            }
            taken.push(wrong.clone());
        }
        entries.push(entry);
    }
    rows.sort_by_key(|row| row.line);
    if !entries.is_empty() {
        desk.teach_in(&list, &entries)
            .map_err(|error| refused(&error, lang))?;
    }
    let document = Document {
        file: name,
        list: list.display().to_string(),
        added: entries.len(),
        refused: rows,
    };
    report(context, &document, matches.get_flag("json"), lang)
}

/// The list of that name in the newsroom.
fn list_of(file: &Path) -> PathBuf {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let stem = stem.trim_start_matches(['.', '-']);
    let name = if stem.is_empty() { "house" } else { stem };
    Path::new("proof").join(format!("{name}.toml"))
}

fn row(line: usize, reason: String) -> Row {
    Row { line, reason }
}

fn reason(why: &Refusal, lang: Lang) -> String {
    match why {
        Refusal::NoWrong => proof::ROW_NO_WRONG.get(lang).to_owned(),
        Refusal::TooShort(it) => proof::ROW_SHORT.fill(lang, &[("it", it)]),
        Refusal::NoRight(it) => proof::ROW_NO_RIGHT.fill(lang, &[("it", it)]),
        Refusal::Same(it) => proof::ROW_SAME.fill(lang, &[("it", it)]),
        Refusal::Kind(it) => proof::ROW_KIND.fill(lang, &[("it", it)]),
        Refusal::TooMany => proof::ROW_CELLS.get(lang).to_owned(),
        Refusal::Open => proof::ROW_OPEN.get(lang).to_owned(),
    }
}

fn report(context: &mut Context, document: &Document, json: bool, lang: Lang) -> Done {
    if json {
        context.out.json(document);
    } else {
        let holes: [(&str, &dyn std::fmt::Display); 3] = [
            ("list", &document.list),
            ("n", &document.added),
            ("refused", &document.refused.len()),
        ];
        context.out.line(&words::WORDS_ADDED.fill(lang, &holes));
        for Row { line, reason } in &document.refused {
            out::note(lang, &format!("{}:{line}: {reason}", document.file));
        }
    }
    if document.refused.is_empty() {
        return Ok(());
    }
    Err(Failure::Refused(String::new()))
}
