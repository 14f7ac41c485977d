//! The command line: one file a command, all words from the catalogue.
//!
//! Results go to standard output, errors and notes to standard error. Exit 0 done, 1 found faults
//! or refused, 2 wrong usage.

mod args;
mod check;
mod completions;
mod diff;
mod doctor;
mod fix;
mod import;
mod init;
mod issue;
mod list;
mod misuse;
mod out;
mod words;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::ArgMatches;

use super::newsroom::{Desk, variable};
use super::{DeskStart, open_desk};
use crate::config::{self, remembered};
use crate::domain::{Date, Settings};
use crate::git::CommitOutcome;
use crate::store::{Newsroom, Search};
use crate::wording::{Lang, Said, command as said, system};
use out::Out;

/// Why a command did not do what was asked.
enum Failure {
    /// Faults were found, or it was refused; the sentence, empty where all was said.
    Refused(String),
    /// The command line makes no sense.
    Usage(String),
}

type Done = Result<(), Failure>;

/// What every command gets.
struct Context {
    lang: Lang,
    out: Out,
}

/// Runs the program.
pub fn main() -> ExitCode {
    let lang = config::lang(&Settings::default(), &variable);
    let matches = match args::command(lang).try_get_matches() {
        Ok(matches) => matches,
        Err(error) => return misuse::answer(&error, lang),
    };
    let mut context = Context {
        lang,
        out: Out::default(),
    };
    let result = match matches.subcommand() {
        None => return desk(&mut context, &matches),
        Some((name, _)) if matches.contains_id("draft") => {
            let draft = matches
                .get_one::<String>("draft")
                .map_or("", String::as_str);
            let holes: [(&str, &dyn std::fmt::Display); 2] = [("it", &name), ("other", &draft)];
            Err(Failure::Usage(said::CONFLICT.fill(lang, &holes)))
        }
        Some(("init", sub)) => init::run(&mut context, sub),
        Some(("import", sub)) => import::run(&mut context, sub),
        Some(("list", sub)) => list::run(&mut context, sub),
        Some(("check", sub)) => check::run(&mut context, sub),
        Some(("fix", sub)) => fix::run(&mut context, sub),
        Some(("words", sub)) => words::run(&mut context, sub),
        Some(("assemble", sub)) => issue::assemble(&mut context, sub),
        Some(("undo-assemble", sub)) => issue::undo(&mut context, sub),
        Some(("render", sub)) => issue::render(&mut context, sub),
        Some(("doctor", sub)) => doctor::run(&mut context, sub),
        Some(("diff", sub)) => diff::run(&mut context, sub),
        Some(("completions", sub)) => completions::run(&mut context, sub),
        Some(_) => Err(Failure::Usage(said::WRONG_USE.get(lang).to_owned())),
    };
    finish(context, result)
}

/// Writes what is to be written and turns the result into an exit code.
fn finish(mut context: Context, result: Done) -> ExitCode {
    let lang = context.lang;
    let code = match result {
        Ok(()) => 0,
        Err(Failure::Refused(sentence)) => {
            if !sentence.is_empty() {
                out::error(lang, &sentence);
            }
            1
        }
        Err(Failure::Usage(sentence)) => {
            out::error(lang, &sentence);
            out::complain(said::SEE_HELP.get(lang));
            2
        }
    };
    match context.out.flush() {
        Ok(()) => ExitCode::from(code),
        Err(error) => {
            let sentence = said::OUTPUT.fill(lang, &[("why", &error)]);
            out::error(lang, &sentence);
            ExitCode::from(1)
        }
    }
}

/// No command: the desk, on a draft where one is named.
fn desk(context: &mut Context, matches: &ArgMatches) -> ExitCode {
    let lang = context.lang;
    let named = matches.get_one::<String>("draft");
    let folder = std::env::current_dir().unwrap_or_default();
    let found = find(context, matches, named.map(PathBuf::from));
    let start = found.and_then(|desk| {
        let draft = match named {
            None => None,
            Some(name) => match desk.newsroom.locate(name) {
                Some(path) => Some(path.display().to_string()),
                None => return Err(no_draft(name, desk.lang)),
            },
        };
        let (lang, folder) = (desk.lang, folder.clone());
        Ok(DeskStart {
            desk: Some(desk),
            folder,
            lang,
            rescue: remembered::rescue_dir(),
            draft,
        })
    });
    let unnamed = named.is_none() && !is_named(matches);
    match start {
        // The desk itself explains what a newsroom is and offers to make one here.
        Err(_) if unnamed => open_desk(DeskStart {
            desk: None,
            folder,
            lang,
            rescue: remembered::rescue_dir(),
            draft: None,
        }),
        Ok(start) => open_desk(start),
        Err(failure) => {
            let context = Context {
                lang,
                out: Out::default(),
            };
            finish(context, Err(failure))
        }
    }
}

/// Whether the editor said which newsroom is meant.
fn is_named(matches: &ArgMatches) -> bool {
    matches.contains_id("newsroom") || variable("LIANGDIAN_NEWSROOM").is_some()
}

/// A word that is neither command nor draft: perhaps a command with a slip.
fn no_draft(name: &str, lang: Lang) -> Failure {
    let mut sentence = said::NO_DRAFT.fill(lang, &[("it", &name)]);
    if let Some(meant) = misuse::nearest(name, &args::NAMES) {
        sentence = format!(
            "{sentence}\n{}",
            said::SUGGEST.fill(lang, &[("it", &meant)])
        );
    }
    Failure::Usage(sentence)
}

/// The newsroom that is meant; it is the remembered one from now on.
fn find(
    context: &mut Context,
    matches: &ArgMatches,
    near: Option<PathBuf>,
) -> Result<Desk, Failure> {
    let near = near
        .and_then(|path| path.canonicalize().ok())
        .and_then(|path| path.parent().map(PathBuf::from));
    let search = Search {
        explicit: matches.get_one::<PathBuf>("newsroom").cloned(),
        variable: variable("LIANGDIAN_NEWSROOM").map(PathBuf::from),
        current: near.or_else(|| std::env::current_dir().ok()),
        remembered: remembered::get(),
    };
    let newsroom = Newsroom::find(&search).map_err(|error| refused(&error, context.lang))?;
    remembered::set(newsroom.root());
    let desk = Desk::new(newsroom);
    context.lang = desk.lang;
    Ok(desk)
}

/// The text of `--text`, where one is asked for.
fn read_text(context: &Context, matches: &ArgMatches) -> Result<Option<String>, Failure> {
    let Some(path) = matches.get_one::<PathBuf>("text") else {
        return Ok(None);
    };
    let (lang, file) = (context.lang, path.display());
    let bytes = import::read(path).map_err(|error| {
        let why = system::why(&error, lang);
        let holes: [(&str, &dyn std::fmt::Display); 2] = [("file", &file), ("why", &why)];
        Failure::Refused(said::NOT_READ.fill(lang, &holes))
    })?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok(Some(String::from_utf8_lossy(&bytes).into_owned()));
    }
    match crate::import::text(&bytes) {
        Ok(text) => Ok(Some(text)),
        Err(_) => Err(Failure::Refused(
            said::FILE_NOT_TEXT.fill(lang, &[("file", &file)]),
        )),
    }
}

fn refused(error: &impl Said, lang: Lang) -> Failure {
    Failure::Refused(error.say(lang))
}

/// `--date`, else today.
fn date(matches: &ArgMatches, lang: Lang) -> Result<Date, Failure> {
    match matches.get_one::<String>("date") {
        None => Ok(super::newsroom::today()),
        Some(text) => text
            .parse()
            .map_err(|_| Failure::Usage(said::WRONG_DATE.fill(lang, &[("it", text)]))),
    }
}

/// What became of a commit: a result where it was made, else a note on what to do.
fn committed(context: &mut Context, commit: &CommitOutcome, json: bool) {
    let sentence = commit.say(context.lang);
    match commit {
        CommitOutcome::Done { .. } if json => {}
        CommitOutcome::Done { .. } => context.out.line(&sentence),
        _ => out::note(context.lang, &sentence),
    }
}
