//! The commands and their options, described once for parser, help and completions.

use std::path::PathBuf;

use clap::builder::ValueParser;
use clap::{Arg, ArgAction, Command, value_parser};

use crate::export;
use crate::wording::{Lang, Text, command as words, review};

/// The names of the commands.
pub const NAMES: [&str; 12] = [
    "init",
    "import",
    "list",
    "check",
    "fix",
    "words",
    "assemble",
    "undo-assemble",
    "render",
    "doctor",
    "diff",
    "completions",
];

/// The whole command line.
pub fn command(lang: Lang) -> Command {
    let usage = format!(
        "liangdian [{}] [{}]\n      liangdian <{}> …",
        words::OPTIONS.get(lang),
        words::DRAFT.get(lang),
        words::COMMAND.get(lang)
    );
    let draft = Arg::new("draft")
        .value_name(words::DRAFT.get(lang))
        .help(words::HELP_DRAFT.get(lang))
        .help_heading(words::ARGUMENTS.get(lang));
    let newsroom = option(lang, "newsroom", words::DIR, words::HELP_NEWSROOM)
        .value_parser(value_parser!(PathBuf))
        .global(true);
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version)
        .help(words::HELP_VERSION.get(lang))
        .help_heading(words::OPTIONS.get(lang));
    base(lang, "liangdian", words::ABOUT)
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_precedence_over_arg(true)
        .subcommand_help_heading(words::COMMANDS.get(lang))
        .override_usage(usage)
        .args([draft, newsroom, version, help(lang)])
        .subcommands(subcommands(lang).map(|sub| sub.arg(help(lang))))
}

fn subcommands(lang: Lang) -> [Command; 12] {
    let dry = || flag(lang, "dry-run", words::HELP_DRY);
    let json = || flag(lang, "json", words::HELP_JSON);
    let date = || option(lang, "date", words::DATE, words::HELP_DATE);
    let path = || ValueParser::path_buf();
    let known = words::HELP_FORMAT.fill(lang, &[("known", &export::known())]);
    [
        sub(lang, "init", words::ABOUT_INIT, "[{}]", words::DIR)
            .arg(positional(lang, "dir", words::DIR, words::HELP_DIR).value_parser(path())),
        sub(lang, "import", words::ABOUT_IMPORT, "<{}>…", words::FILE)
            .arg(
                positional(lang, "file", words::FILE, words::HELP_FILE)
                    .value_parser(path())
                    .num_args(1..)
                    .required(true),
            )
            .args([dry(), json(), date()])
            .arg(
                option(lang, "split", words::SPLIT, words::HELP_SPLIT)
                    .value_parser(["page", "one"])
                    .default_value("page"),
            ),
        sub(lang, "list", words::ABOUT_LIST, "", words::STAGE)
            .arg(option(lang, "stage", words::STAGE, words::HELP_STAGE))
            .arg(json()),
        sub(lang, "check", words::ABOUT_CHECK, "[{}]…", words::DRAFT)
            .args(proofread(lang))
            .arg(json()),
        sub(lang, "fix", words::ABOUT_FIX, "[{}]…", words::DRAFT).args(proofread(lang)),
        sub(
            lang,
            "words",
            words::ABOUT_WORDS,
            "import <{}>",
            words::FILE,
        )
        .subcommand_required(true)
        .subcommand_help_heading(words::COMMANDS.get(lang))
        .disable_help_subcommand(true)
        .subcommand(
            sub(
                lang,
                "import",
                words::ABOUT_WORDS_IMPORT,
                "<{}>",
                words::FILE,
            )
            .override_usage(format!(
                "liangdian words import [{}] <{}>",
                words::OPTIONS.get(lang),
                words::FILE.get(lang)
            ))
            .arg(
                positional(lang, "file", words::FILE, words::HELP_LIST)
                    .value_parser(path())
                    .required(true),
            )
            .args([json(), help(lang)]),
        ),
        sub(lang, "assemble", words::ABOUT_ASSEMBLE, "", words::DATE).args([dry(), json(), date()]),
        sub(lang, "undo-assemble", words::ABOUT_UNDO, "", words::DATE).arg(json()),
        sub(lang, "render", words::ABOUT_RENDER, "<{}>", words::NUMBER)
            .arg(
                positional(lang, "number", words::NUMBER, words::HELP_NUMBER)
                    .value_parser(value_parser!(u32))
                    .required(true),
            )
            .arg(option(lang, "format", words::FORMAT, words::HELP_FORMAT).help(known))
            .args([flag(lang, "verify", words::HELP_VERIFY), json()]),
        sub(lang, "doctor", words::ABOUT_DOCTOR, "", words::DIR).arg(json()),
        diff(lang).arg(json()),
        sub(
            lang,
            "completions",
            words::ABOUT_COMPLETIONS,
            "<{}>",
            words::SHELL,
        )
        .arg(positional(lang, "shell", words::SHELL, words::HELP_SHELL).required(true)),
    ]
}

fn diff(lang: Lang) -> Command {
    let from = option(lang, "from", review::FROM, review::HELP_FROM);
    let id = positional(lang, "id", words::DRAFT, words::HELP_DRAFT);
    sub(lang, "diff", review::ABOUT_DIFF, "<{}>", words::DRAFT)
        .arg(id.required(true))
        .arg(from.value_parser(["commit", "signature", "import"]))
}

/// What is proofread: drafts, or a text.
fn proofread(lang: Lang) -> [Arg; 2] {
    [
        positional(lang, "draft-id", words::DRAFT, words::HELP_DRAFTS).num_args(1..),
        option(lang, "text", words::FILE, words::HELP_TEXT)
            .value_parser(ValueParser::path_buf())
            .allow_hyphen_values(true)
            .conflicts_with("draft-id"),
    ]
}

/// A command with our own help option, headings and layout.
fn base(lang: Lang, name: &'static str, about: Text) -> Command {
    Command::new(name)
        .about(about.get(lang))
        .disable_help_flag(true)
        .next_line_help(false)
        .help_template(format!(
            "{{about}}\n\n{}: {{usage}}\n\n{{all-args}}",
            words::USAGE.get(lang)
        ))
}

fn help(lang: Lang) -> Arg {
    Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .help(words::HELP_HELP.get(lang))
        .help_heading(words::OPTIONS.get(lang))
}

/// A subcommand; `form` is its operand in the usage line, `{}` the operand's name.
fn sub(lang: Lang, name: &'static str, about: Text, form: &str, operand: Text) -> Command {
    let operand = form.replace("{}", operand.get(lang));
    let usage = format!("liangdian {name} [{}] {operand}", words::OPTIONS.get(lang));
    base(lang, name, about).override_usage(usage.trim_end().to_owned())
}

fn positional(lang: Lang, id: &'static str, name: Text, help: Text) -> Arg {
    Arg::new(id)
        .value_name(name.get(lang))
        .help(help.get(lang))
        .help_heading(words::ARGUMENTS.get(lang))
}

fn option(lang: Lang, id: &'static str, name: Text, help: Text) -> Arg {
    Arg::new(id)
        .long(id)
        .value_name(name.get(lang))
        .help(help.get(lang))
        .help_heading(words::OPTIONS.get(lang))
        .hide_default_value(true)
        .hide_possible_values(true)
}

fn flag(lang: Lang, id: &'static str, help: Text) -> Arg {
    Arg::new(id)
        .long(id)
        .action(ArgAction::SetTrue)
        .help(help.get(lang))
        .help_heading(words::OPTIONS.get(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        for lang in [Lang::Zh, Lang::En] {
            command(lang).debug_assert();
        }
        let built: Vec<String> = command(Lang::Zh)
            .get_subcommands()
            .map(|sub| sub.get_name().to_owned())
            .collect();
        assert_eq!(built, NAMES);
    }

    #[test]
    fn chinese_help_has_no_english_headings() {
        let mut command = command(Lang::Zh);
        let mut shown = command.render_help().to_string();
        for name in NAMES {
            let sub = command.find_subcommand_mut(name).unwrap();
            shown.push_str(&sub.render_help().to_string());
        }
        for english in [
            "Usage",
            "Options",
            "Commands",
            "Arguments",
            "default:",
            "possible",
        ] {
            assert!(!shown.contains(english), "{english} in\n{shown}");
        }
    }
}
