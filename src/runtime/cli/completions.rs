//! `liangdian completions SHELL`.

use std::str::FromStr;

use clap::ArgMatches;
use clap_complete::Shell;

use crate::wording::command as words;

use super::{Context, Done, Failure, args};

pub fn run(context: &mut Context, matches: &ArgMatches) -> Done {
    let name = matches
        .get_one::<String>("shell")
        .map_or("", String::as_str);
    let Ok(shell) = Shell::from_str(name) else {
        let sentence = words::NO_SHELL.fill(context.lang, &[("it", &name)]);
        return Err(Failure::Usage(sentence));
    };
    let mut script = Vec::new();
    clap_complete::generate(
        shell,
        &mut args::command(context.lang),
        "liangdian",
        &mut script,
    );
    context.out.raw(&script);
    Ok(())
}
