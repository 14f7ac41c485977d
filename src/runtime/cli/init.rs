//! `liangdian init [DIR]`: makes a folder a newsroom and says what it made.

use std::path::PathBuf;

use clap::ArgMatches;

use crate::config::remembered;
use crate::git;
use crate::runtime::newsroom::Desk;
use crate::store::{Made, Newsroom};
use crate::wording::{Said, command as words, problem};

use super::{Context, Done, out, refused};

pub fn run(context: &mut Context, matches: &ArgMatches) -> Done {
    let named = matches.get_one::<PathBuf>("dir");
    let named = named.or_else(|| matches.get_one::<PathBuf>("newsroom"));
    let dir = named.cloned().unwrap_or_else(|| PathBuf::from("."));
    let lang = context.lang;
    let (newsroom, made) = Newsroom::init(&dir).map_err(|error| refused(&error, lang))?;
    for thing in &made {
        let (text, path) = match thing {
            Made::Folder(path) => (words::INIT_FOLDER, path),
            Made::File(path) => (words::INIT_FILE, path),
            Made::Line(path) => (words::INIT_LINE, path),
        };
        context
            .out
            .line(&text.fill(lang, &[("it", &path.display())]));
    }
    let repository = repository(context, &newsroom);
    if made.is_empty() && !repository {
        context.out.line(words::INIT_NOTHING.get(lang));
    }
    remembered::set(newsroom.root());
    let path = newsroom.root().display();
    context
        .out
        .line(&words::INIT_DONE.fill(lang, &[("path", &path)]));
    Desk::new(newsroom).commit_made(&made);
    Ok(())
}

/// Makes a repository where there is none; without git the newsroom still works.
fn repository(context: &mut Context, newsroom: &Newsroom) -> bool {
    let lang = context.lang;
    if git::in_repository(newsroom.root()) {
        return false;
    }
    match git::init(newsroom.root()) {
        Ok(()) => {
            context.out.line(words::INIT_REPOSITORY.get(lang));
            true
        }
        Err(git::CommitOutcome::NoGit) => {
            out::note(lang, problem::INIT_NO_GIT.get(lang));
            false
        }
        Err(outcome) => {
            out::note(lang, &outcome.say(lang));
            false
        }
    }
}
