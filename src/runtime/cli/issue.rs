//! `liangdian assemble`, `undo-assemble` and `render`: three commands, one JSON form.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde::Serialize;

use crate::domain::Fault;
use crate::git::CommitOutcome;
use crate::runtime::newsroom::Desk;
use crate::store::{Assembled, Difference, StoreError};
use crate::wording::{Lang, Said, command as words, problem};

use super::{Context, Done, Failure, committed, date, find, out, refused};

#[derive(Default, Serialize)]
struct Document {
    number: Option<u32>,
    folder: Option<String>,
    items: Vec<String>,
    files: Vec<String>,
    commit: Option<String>,
    blocked: Vec<Blocked>,
}

#[derive(Serialize)]
struct Blocked {
    draft: Option<String>,
    file: Option<String>,
    field: Option<&'static str>,
    kind: &'static str,
    message: String,
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn all(paths: &[PathBuf]) -> Vec<String> {
    paths.iter().map(|path| shown(path)).collect()
}

impl Document {
    fn of(issue: &Assembled, commit: Option<&CommitOutcome>) -> Self {
        Self {
            number: Some(issue.number.running),
            folder: Some(shown(&issue.folder)),
            items: issue.items.iter().map(ToString::to_string).collect(),
            files: all(&issue.files),
            commit: commit.and_then(|c| c.hash().map(str::to_owned)),
            blocked: Vec::new(),
        }
    }
}

pub fn assemble(context: &mut Context, matches: &ArgMatches) -> Done {
    let desk = find(context, matches, None)?;
    let date = date(matches, context.lang)?;
    let json = matches.get_flag("json");
    let result = if matches.get_flag("dry-run") {
        desk.rehearse(date).map(|issue| (issue, None))
    } else {
        desk.assemble(date)
            .map(|(issue, commit)| (issue, Some(commit)))
    };
    match result {
        Ok((issue, commit)) => {
            if json {
                context.out.json(&Document::of(&issue, commit.as_ref()));
            } else {
                report(context, &issue, commit.is_none());
            }
            for problem in &issue.unread {
                out::note(desk.lang, &problem.say(desk.lang));
            }
            if let Some(commit) = &commit {
                committed(context, commit, json);
            }
            Ok(())
        }
        Err(error) => refuse(context, &desk, &error, json),
    }
}

fn report(context: &mut Context, issue: &Assembled, rehearsal: bool) {
    let text = if rehearsal {
        words::WOULD_ASSEMBLE
    } else {
        words::ASSEMBLED
    };
    let number = issue.number.printed();
    let holes: [(&str, &dyn std::fmt::Display); 3] = [
        ("number", &number),
        ("n", &issue.items.len()),
        ("folder", &issue.folder.display()),
    ];
    let line = text.fill(context.lang, &holes);
    context.out.line(&line);
    for file in &issue.files {
        context.out.line(&format!("  {}", file.display()));
    }
}

fn refuse(context: &mut Context, desk: &Desk, error: &StoreError, json: bool) -> Done {
    let lang = desk.lang;
    let faults: &[Fault] = match error {
        StoreError::Blocked(faults) => faults,
        _ => &[],
    };
    if json {
        context.out.json(&Document {
            blocked: faults.iter().map(|fault| blocked(fault, lang)).collect(),
            ..Document::default()
        });
    }
    out::error(lang, &error.say(lang));
    for fault in faults {
        let what = problem::fault(fault.kind).get(lang);
        let line = words::FAULT.fill(lang, &[("draft", &fault.draft), ("what", &what)]);
        out::complain(&format!("  {line}"));
    }
    Err(Failure::Refused(String::new()))
}

fn blocked(fault: &Fault, lang: Lang) -> Blocked {
    Blocked {
        draft: Some(fault.draft.to_string()),
        file: None,
        field: Some(fault.kind.field().key()),
        kind: fault.kind.key(),
        message: problem::fault(fault.kind).get(lang).to_owned(),
    }
}

pub fn undo(context: &mut Context, matches: &ArgMatches) -> Done {
    let desk = find(context, matches, None)?;
    let lang = desk.lang;
    let json = matches.get_flag("json");
    let (undone, commit) = match desk.undo_assemble() {
        Ok(result) => result,
        Err(error) => return refuse(context, &desk, &error, json),
    };
    if json {
        context.out.json(&Document {
            number: Some(undone.number),
            folder: Some(shown(&undone.folder)),
            items: undone.items,
            files: all(&undone.files),
            commit: commit.hash().map(str::to_owned),
            blocked: Vec::new(),
        });
    } else {
        let line = words::UNDONE.fill(lang, &[("n", &undone.number)]);
        context.out.line(&line);
    }
    committed(context, &commit, json);
    Ok(())
}

pub fn render(context: &mut Context, matches: &ArgMatches) -> Done {
    let desk = find(context, matches, None)?;
    let number = matches.get_one::<u32>("number").copied().unwrap_or(0);
    let format = matches.get_one::<String>("format").map(String::as_str);
    let json = matches.get_flag("json");
    let verify = matches.get_flag("verify");
    if verify {
        return self::verify(context, &desk, number, json);
    }
    let rendered = desk.render(number, format);
    let bytes = match rendered {
        Ok(bytes) => bytes,
        Err(error @ StoreError::UnknownFormat { .. }) if format.is_some() => {
            return Err(Failure::Usage(error.say(desk.lang)));
        }
        Err(error) => return refuse(context, &desk, &error, json),
    };
    if json {
        let issue = desk.newsroom.assembled(number);
        let issue = issue.map_err(|error| refused(&error, desk.lang))?;
        context.out.json(&Document::of(&issue, None));
    } else {
        context.out.raw(&bytes);
    }
    Ok(())
}

fn verify(context: &mut Context, desk: &Desk, number: u32, json: bool) -> Done {
    let lang = desk.lang;
    let found = match desk.verify(number) {
        Ok(found) => found,
        Err(error) => return refuse(context, desk, &error, json),
    };
    let differences: Vec<Blocked> = found.iter().map(|d| different(d, lang)).collect();
    let lines: Vec<String> = differences.iter().map(|d| d.message.clone()).collect();
    if json {
        let issue = desk.newsroom.assembled(number).ok();
        let mut document = issue.map_or_else(Document::default, |i| Document::of(&i, None));
        document.number = Some(number);
        document.blocked = differences;
        context.out.json(&document);
    }
    if found.is_empty() {
        if !json {
            let line = words::VERIFIED.fill(lang, &[("n", &number)]);
            context.out.line(&line);
        }
        return Ok(());
    }
    let holes: [(&str, &dyn std::fmt::Display); 2] = [("n", &number), ("count", &found.len())];
    out::error(lang, &words::DIFFERENT.fill(lang, &holes));
    for line in lines {
        out::complain(&format!("  {line}"));
    }
    Err(Failure::Refused(String::new()))
}

fn different(difference: &Difference, lang: Lang) -> Blocked {
    let (kind, text, path) = match difference {
        Difference::Missing(path) => ("missing", words::DIFF_MISSING, path),
        Difference::Copy(path) => ("copy", words::DIFF_COPY, path),
        Difference::File(path) => ("file", words::DIFF_FILE, path),
    };
    Blocked {
        draft: None,
        file: Some(shown(path)),
        field: None,
        kind,
        message: text.fill(lang, &[("path", &path.display())]),
    }
}
