//! What is said where the command line makes no sense; also help and version, which the parser
//! hands out the same way.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::wording::{Lang, command as words};

use super::out::{self, Out};

/// Answers an early end of parsing.
pub fn answer(error: &clap::Error, lang: Lang) -> ExitCode {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        let mut out = Out::default();
        out.raw(error.to_string().as_bytes());
        let _ = out.flush();
        return ExitCode::SUCCESS;
    }
    out::error(lang, &sentence(error, lang));
    if let Some(meant) = suggestion(error) {
        out::complain(&words::SUGGEST.fill(lang, &[("it", &meant)]));
    }
    out::complain(words::SEE_HELP.get(lang));
    ExitCode::from(2)
}

/// The error as one sentence.
fn sentence(error: &clap::Error, lang: Lang) -> String {
    let part = |kind| text(error, kind);
    let argument = part(ContextKind::InvalidArg);
    let value = part(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::UnknownArgument => words::WRONG_OPTION.fill(lang, &[("it", &argument)]),
        ErrorKind::InvalidSubcommand => {
            let name = part(ContextKind::InvalidSubcommand);
            words::WRONG_COMMAND.fill(lang, &[("it", &name)])
        }
        ErrorKind::InvalidValue if value.is_empty() => {
            words::MISSING.fill(lang, &[("it", &argument)])
        }
        ErrorKind::InvalidValue => {
            let known = part(ContextKind::ValidValue);
            let holes: [(&str, &dyn std::fmt::Display); 3] =
                [("option", &argument), ("it", &value), ("known", &known)];
            words::WRONG_VALUE_OF.fill(lang, &holes)
        }
        ErrorKind::ValueValidation => {
            words::WRONG_VALUE.fill(lang, &[("option", &argument), ("it", &value)])
        }
        ErrorKind::MissingRequiredArgument
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues => words::MISSING.fill(lang, &[("it", &argument)]),
        ErrorKind::ArgumentConflict => {
            let other = part(ContextKind::PriorArg);
            if other == argument {
                words::TWICE.fill(lang, &[("it", &argument)])
            } else {
                words::CONFLICT.fill(lang, &[("it", &argument), ("other", &other)])
            }
        }
        ErrorKind::InvalidUtf8 => words::NOT_UTF8.get(lang).to_owned(),
        _ => words::WRONG_USE.get(lang).to_owned(),
    }
}

fn text(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(" "),
        _ => String::new(),
    }
}

fn suggestion(error: &clap::Error) -> Option<String> {
    let kinds = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    kinds
        .into_iter()
        .map(|kind| text(error, kind))
        .find(|text| !text.is_empty())
}

/// The name that a word with at most two slips means.
pub fn nearest<'a>(word: &str, names: &[&'a str]) -> Option<&'a str> {
    let by_distance = names.iter().map(|name| (slips(word, name), *name));
    let (distance, name) = by_distance.min()?;
    (distance <= 2 && distance < name.len() / 2).then_some(name)
}

/// Letters to change, add or drop (Levenshtein).
fn slips(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.chars().enumerate() {
            let change = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.chars().count()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_command() {
        let names = super::super::args::NAMES;
        assert_eq!(nearest("asemble", &names), Some("assemble"));
        assert_eq!(nearest("lst", &names), Some("list"));
        assert_eq!(nearest("imprt", &names), Some("import"));
        assert_eq!(nearest("20260401-liulinshe", &names), None);
    }

    fn check(line: &[&str], expected: &str) {
        let error = super::super::args::command(Lang::Zh)
            .try_get_matches_from(line)
            .unwrap_err();
        assert_eq!(sentence(&error, Lang::Zh), expected, "{line:?}");
    }

    #[test]
    fn wrong_usage_is_said_in_one_sentence() {
        check(&["liangdian", "list", "--jsn"], "不认识的选项“--jsn”");
        check(&["liangdian", "render"], "还缺：<期号>");
        check(&["liangdian", "render", "x"], "<期号>不能用“x”");
        check(
            &["liangdian", "import", "a", "--split", "x"],
            "--split <方式>不能用“x”，可用：page one",
        );
        check(&["liangdian", "list", "--stage"], "还缺：--stage <阶段>");
    }
}
