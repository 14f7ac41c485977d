//! `liangdian fix`: replacements that are safe without asking, put into drafts or into a text.

use std::path::Path;

use clap::ArgMatches;

use crate::proof::{Context as Reading, check_text, fix, mends};
use crate::runtime::proof::mend_all;
use crate::wording::{Lang, Said, command as words};

use super::check::{chosen, lexicon, lists};
use super::{Context, Done, Failure, committed, find, out, read_text};

pub fn run(context: &mut Context, matches: &ArgMatches) -> Done {
    if let Some(text) = read_text(context, matches)? {
        return fix_text(context, matches, text);
    }
    let desk = find(context, matches, None)?;
    let (lexicon, loaded) = (lists(&desk), desk.load());
    let entries = chosen(&loaded, &desk, matches)?;
    let (mut saved, mut places, mut failed) = (Vec::new(), 0, false);
    for (entry, (draft, done)) in entries.iter().zip(mend_all(&entries, &lexicon)) {
        if done.is_empty() {
            continue;
        }
        match desk.save(entry, &draft) {
            Ok(now) => saved.push(now),
            Err(error) => {
                failed = true;
                out::error(
                    desk.lang,
                    &format!("{}: {}", draft.id, error.say(desk.lang)),
                );
                continue;
            }
        }
        places += done.len();
        for one in done {
            let (id, line) = (&draft.id, one.paragraph + 1);
            let field = one.field.key();
            context.out.line(&format!(
                "{id}:{field}:{line}  {} → {}  [{}]",
                one.before, one.after, one.rule
            ));
        }
    }
    let holes: [(&str, &dyn std::fmt::Display); 2] = [("n", &places), ("drafts", &saved.len())];
    context.out.line(&words::FIXED.fill(desk.lang, &holes));
    if !saved.is_empty() {
        let paths: Vec<&Path> = saved.iter().map(|entry| entry.path.as_path()).collect();
        let message = words::COMMIT_FIX.fill(Lang::Zh, &[("n", &paths.len())]);
        let commit = desk.commit_drafts(&paths, &message);
        committed(context, &commit, false);
    }
    if failed {
        return Err(Failure::Refused(String::new()));
    }
    Ok(())
}

/// The text goes to standard output, what was changed to standard error.
fn fix_text(context: &mut Context, matches: &ArgMatches, mut text: String) -> Done {
    let lexicon = lexicon(context, matches)?;
    let reading = Reading {
        date: None,
        lexicon: &lexicon,
    };
    let mut places = 0;
    for _ in 0..4 {
        let found = check_text(&text, &reading);
        let done = mends(&text, &found);
        if done.is_empty() {
            break;
        }
        places += done.len();
        text = fix(&text, &found);
    }
    context.out.raw(text.as_bytes());
    let holes: [(&str, &dyn std::fmt::Display); 1] = [("n", &places)];
    out::complain(&words::FIXED_TEXT.fill(context.lang, &holes));
    Ok(())
}
