//! `liangdian doctor`: what the terminal is and can do, what is around it, and what to set.

use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde::Serialize;

use crate::config::{remembered, terminals};
use crate::domain::settings::{AmbiguousCells, AmbiguousSetting};
use crate::git;
use crate::runtime::ask;
use crate::runtime::newsroom::variable;
use crate::runtime::tty;
use crate::term::question::{Answers, Can};
use crate::term::{self, Ambiguous, Capabilities, Why};
use crate::text::width;
use crate::wording::{Lang, Text, doctor as words};

use super::{Context, Done, Failure, find};

/// The smallest screen of the desk, cells by rows.
const SMALLEST: (u16, u16) = (60, 18);

/// What was found.
#[derive(Debug, Clone, Default, Serialize)]
struct Report {
    version: &'static str,
    terminal: Terminal,
    around: Around,
    /// Keys of what has to be mended.
    mend: Vec<&'static str>,
}

#[derive(Debug, Clone, Default, Serialize)]
struct Terminal {
    /// Columns and rows.
    size: Option<(u16, u16)>,
    term: String,
    colorterm: String,
    program: String,
    name: Option<String>,
    /// `none`, `16`, `256` or `all`.
    colours: &'static str,
    /// `insert` where cells are shifted and rows scrolled, else `plain`.
    painting: &'static str,
    /// Why: `known`, `unknown` or `unnamed`, by the name of the terminal.
    painting_why: &'static str,
    locale: String,
    utf8: bool,
    width: Width,
    paste: &'static str,
    whole_frames: &'static str,
    clipboard: &'static str,
    inside: Option<&'static str>,
    ssh: Option<String>,
    /// Whether it was asked at all.
    asked: bool,
}

/// Cells of ambiguous characters: `1`, `2` or `safe`.
#[derive(Debug, Clone, Default, Serialize)]
struct Width {
    answer: Option<AmbiguousSetting>,
    remembered: Option<AmbiguousSetting>,
    setting: AmbiguousSetting,
}

#[derive(Debug, Clone, Default, Serialize)]
struct Around {
    git: Option<String>,
    name: Option<String>,
    newsroom: Option<PathBuf>,
    state: Option<PathBuf>,
    state_writable: bool,
}

pub fn run(context: &mut Context, matches: &ArgMatches) -> Done {
    let here = io::stdin().is_terminal() || io::stdout().is_terminal();
    let answers = here.then(ask::all).flatten();
    if let Some(width) = answers.as_ref().and_then(|answers| answers.width) {
        terminals::remember(&terminals::key(&variable), width.setting());
    }
    let desk = find(context, matches, None).ok();
    let setting = desk
        .as_ref()
        .map(|desk| desk.newsroom.settings().0.screen.ambiguous);
    let terminal = terminal(&variable, answers.as_ref(), setting.unwrap_or_default());
    let git = git::version();
    let folder = desk
        .as_ref()
        .map_or(Path::new("."), |desk| desk.newsroom.root());
    let named = desk.as_ref().map(crate::runtime::newsroom::Desk::signature);
    let name = named.unwrap_or_else(|| git.as_ref().and_then(|_| git::user_name(folder)));
    let state = remembered::state();
    let around = Around {
        git,
        name,
        newsroom: desk.as_ref().map(|desk| desk.newsroom.root().to_owned()),
        state_writable: state.as_deref().is_some_and(is_writable),
        state,
    };
    let mut report = Report {
        version: env!("CARGO_PKG_VERSION"),
        mend: Vec::new(),
        terminal: Terminal {
            size: here.then(tty::size),
            ..terminal
        },
        around,
    };
    let mend = to_mend(&report);
    report.mend = mend.iter().map(|(key, _)| *key).collect();
    if matches.get_flag("json") {
        context.out.json(&report);
    } else {
        tell(context, &report, &mend);
    }
    if mend.is_empty() {
        Ok(())
    } else {
        Err(Failure::Refused(String::new()))
    }
}

fn is_writable(dir: &Path) -> bool {
    let probe = dir.join(format!(".doctor-{}", std::process::id()));
    let written = fs::create_dir_all(dir).and_then(|()| fs::write(&probe, b""));
    let _ = fs::remove_file(probe);
    written.is_ok()
}

/// What the environment and the terminal's answers tell.
fn terminal(
    variable: &dyn Fn(&str) -> Option<String>,
    answers: Option<&Answers>,
    setting: AmbiguousSetting,
) -> Terminal {
    let set = |name: &str| variable(name).unwrap_or_default();
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(variable);
    let locale = locale.unwrap_or_default();
    let lower = locale.to_ascii_lowercase();
    let (term, colorterm) = (set("TERM"), set("COLORTERM"));
    let inside = if variable("TMUX").is_some() {
        Some("tmux")
    } else {
        variable("STY").map(|_| "screen")
    };
    let machine = variable("SSH_CONNECTION");
    let can = |of: fn(&Answers) -> Can| match answers.map(of) {
        Some(Can::Yes) => "yes",
        Some(Can::No) => "no",
        _ => "unknown",
    };
    let named = (!term.is_empty()).then_some(term.as_str());
    let trusted = Capabilities::of(named, Some(&colorterm), false);
    Terminal {
        size: None,
        painting: match trusted.insert {
            term::Path::Insert => "insert",
            term::Path::Plain => "plain",
        },
        painting_why: match trusted.why {
            Why::Known => "known",
            Why::Unknown => "unknown",
            Why::Unnamed => "unnamed",
            Why::Asked => "asked",
        },
        colours: match () {
            () if variable("NO_COLOR").is_some() => "none",
            () if matches!(colorterm.as_str(), "truecolor" | "24bit") => "all",
            () if term.contains("256color") => "256",
            () => "16",
        },
        utf8: lower.contains("utf-8") || lower.contains("utf8"),
        locale,
        name: answers.and_then(|answers| answers.name.clone()),
        program: set("TERM_PROGRAM"),
        width: Width {
            answer: answers
                .and_then(|answers| answers.width)
                .map(Ambiguous::setting),
            remembered: terminals::ambiguous(&terminals::key(variable)),
            setting,
        },
        paste: can(|answers| answers.paste),
        whole_frames: can(|answers| answers.frames),
        clipboard: can(|answers| answers.clipboard),
        ssh: machine.map(|text| text.split(' ').next().unwrap_or_default().to_owned()),
        asked: answers.is_some(),
        inside,
        term,
        colorterm,
    }
}

/// What keeps the desk from working well, and what to do.
fn to_mend(report: &Report) -> Vec<(&'static str, Text)> {
    let (terminal, around) = (&report.terminal, &report.around);
    let small = |(cols, rows)| cols < SMALLEST.0 || rows < SMALLEST.1;
    let mixed = terminal.width.answer == Some(AmbiguousSetting::Safe)
        && terminal.width.setting == AmbiguousSetting::Auto;
    let found = [
        (terminal.size.is_some_and(small), "size", words::MEND_SMALL),
        (
            matches!(terminal.term.as_str(), "" | "dumb"),
            "term",
            words::MEND_DUMB,
        ),
        (!terminal.utf8, "encoding", words::MEND_UTF8),
        (mixed, "width", words::MEND_MIXED),
        (around.git.is_none(), "git", words::MEND_GIT),
        (
            around.git.is_some() && around.name.is_none(),
            "name",
            words::MEND_NAME,
        ),
        (!around.state_writable, "state", words::MEND_STATE),
    ];
    let wrong = found.into_iter().filter(|(wrong, ..)| *wrong);
    wrong.map(|(_, key, text)| (key, text)).collect()
}

/// The report for people.
fn tell(context: &mut Context, report: &Report, mend: &[(&'static str, Text)]) {
    let lang = context.lang;
    let none = |text: &str| {
        let shown = if text.is_empty() {
            words::NONE.get(lang)
        } else {
            text
        };
        shown.to_owned()
    };
    context.out.line(&format!("liangdian {}", report.version));
    rows(
        context,
        words::TERMINAL,
        &of_terminal(&report.terminal, lang),
    );
    let around = &report.around;
    let path =
        |path: Option<&PathBuf>| none(&path.map_or(String::new(), |p| p.display().to_string()));
    let state = if around.state_writable {
        words::WRITABLE
    } else {
        words::NOT_WRITABLE
    };
    let git = around.git.clone();
    rows(
        context,
        words::AROUND,
        &[
            (
                words::GIT,
                git.unwrap_or_else(|| words::GIT_MISSING.get(lang).to_owned()),
            ),
            (
                words::SIGNATURE,
                none(around.name.as_deref().unwrap_or_default()),
            ),
            (words::NEWSROOM, path(around.newsroom.as_ref())),
            (
                words::STATE,
                state.fill(lang, &[("path", &path(around.state.as_ref()))]),
            ),
        ],
    );
    if !mend.is_empty() {
        context.out.line(words::TO_MEND.get(lang));
        for (_, text) in mend {
            context.out.line(&format!("  ! {}", text.get(lang)));
        }
    }
    context.out.line(words::ADVICE.get(lang));
    for (name, text) in [
        ("PuTTY", words::PUTTY),
        ("Xshell", words::XSHELL),
        ("SecureCRT", words::SECURECRT),
        ("MobaXterm", words::MOBAXTERM),
        ("Windows Terminal", words::WINDOWS_TERMINAL),
        ("tmux", words::TMUX),
    ] {
        context.out.line(&format!("  {name}: {}", text.get(lang)));
    }
}

/// A heading and its rows, the values in one column.
fn rows(context: &mut Context, heading: Text, rows: &[(Text, String)]) {
    let lang = context.lang;
    let cells = |text: &str| width::cells(text, AmbiguousCells::One);
    let widest = rows.iter().map(|(name, _)| cells(name.get(lang))).max();
    context.out.line(heading.get(lang));
    for (name, value) in rows {
        let name = name.get(lang);
        let gap = " ".repeat(widest.unwrap_or(0) - cells(name) + 2);
        context.out.line(&format!("  {name}{gap}{value}"));
    }
}

fn of_terminal(terminal: &Terminal, lang: Lang) -> Vec<(Text, String)> {
    let say = |text: Text| text.get(lang).to_owned();
    let size = terminal
        .size
        .map(|(cols, rows)| words::CELLS.fill(lang, &[("cols", &cols), ("rows", &rows)]));
    let kind = [
        ("TERM", &terminal.term),
        ("COLORTERM", &terminal.colorterm),
        ("TERM_PROGRAM", &terminal.program),
    ];
    let kind: Vec<String> = kind
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let encoding = if terminal.utf8 {
        words::UTF8
    } else {
        words::NOT_UTF8
    };
    let colours = match terminal.colours {
        "none" => words::COLOURS_NONE,
        "256" => words::COLOURS_256,
        "all" => words::COLOURS_FULL,
        _ => words::COLOURS_BASIC,
    };
    let painting = match terminal.painting_why {
        "known" => words::PAINTING_SHIFTED,
        "unnamed" => words::PAINTING_UNNAMED,
        _ => words::PAINTING_UNKNOWN,
    };
    let answer = |value: &str, no: Text, unknown: Text| match (terminal.asked, value) {
        (false, _) => say(words::ASKED_NOT),
        (_, "yes") => say(words::YES),
        (_, "no") => say(no),
        _ => say(unknown),
    };
    let clipboard = match (terminal.inside, terminal.clipboard) {
        (Some("tmux"), _) => words::CLIPBOARD_TMUX,
        (Some(_), _) => words::CLIPBOARD_SCREEN,
        (None, "yes") => words::CLIPBOARD_YES,
        _ => words::CLIPBOARD_UNKNOWN,
    };
    let line = match &terminal.ssh {
        Some(machine) => words::SSH.fill(lang, &[("machine", machine)]),
        None => say(words::LOCAL),
    };
    let mut rows = vec![
        (words::SIZE, size.unwrap_or_else(|| say(words::NO_SIZE))),
        (words::TYPE, kind.join(" ")),
        (words::COLOURS, say(colours)),
        (words::PAINTING, say(painting)),
        (
            words::LOCALE,
            encoding.fill(lang, &[("locale", &terminal.locale)]),
        ),
        (
            words::WIDTH,
            of_width(&terminal.width, terminal.asked, lang),
        ),
        (
            words::PASTE,
            answer(terminal.paste, words::PASTE_NO, words::PASTE_UNKNOWN),
        ),
        (
            words::FRAMES,
            answer(terminal.whole_frames, words::NO, words::UNKNOWN),
        ),
        (words::CLIPBOARD, say(clipboard)),
        (words::LINE, line),
    ];
    if let Some(inside) = terminal.inside {
        rows.push((words::INSIDE, inside.to_owned()));
    }
    if let Some(name) = &terminal.name {
        rows.insert(2, (words::NAME, name.clone()));
    }
    rows
}

fn of_width(width: &Width, asked: bool, lang: Lang) -> String {
    let cells = |setting: AmbiguousSetting| match setting {
        AmbiguousSetting::One => "1",
        AmbiguousSetting::Two => "2",
        AmbiguousSetting::Safe => "safe",
        AmbiguousSetting::Auto => "auto",
    };
    let answer = match (width.answer, width.remembered) {
        (Some(AmbiguousSetting::One), _) => words::WIDTH_ONE.get(lang).to_owned(),
        (Some(AmbiguousSetting::Two), _) => words::WIDTH_TWO.get(lang).to_owned(),
        (Some(_), _) => words::WIDTH_SAFE.get(lang).to_owned(),
        (None, Some(known)) => words::WIDTH_REMEMBERED.fill(lang, &[("cells", &cells(known))]),
        (None, None) if asked => words::WIDTH_NONE.get(lang).to_owned(),
        (None, None) => words::ASKED_NOT.get(lang).to_owned(),
    };
    if width.setting == AmbiguousSetting::Auto {
        return answer;
    }
    let set = words::WIDTH_SET.fill(lang, &[("cells", &cells(width.setting))]);
    format!("{set}; {answer}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(set: &[(&str, &str)], answers: Option<&Answers>) -> Terminal {
        let variable = |name: &str| {
            let found = set.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        terminal(&variable, answers, AmbiguousSetting::Auto)
    }

    #[test]
    fn what_has_to_be_mended_is_named() {
        let mut report = Report::default();
        let keys = |report: &Report| -> Vec<&str> {
            to_mend(report).into_iter().map(|(key, _)| key).collect()
        };
        assert_eq!(keys(&report), ["term", "encoding", "git", "state"]);
        report.around.git = Some("2.43.0".into());
        report.around.state_writable = true;
        let answers = Answers {
            width: Some(Ambiguous::Safe),
            ..Answers::default()
        };
        report.terminal = seen(&[("TERM", "xterm"), ("LANG", "C.utf8")], Some(&answers));
        report.terminal.size = Some((59, 40));
        assert_eq!(keys(&report), ["size", "width", "name"]);
    }

    #[test]
    fn the_first_locale_variable_that_is_set_counts() {
        let terminal = seen(&[("LC_ALL", "zh_CN.GBK"), ("LANG", "zh_CN.UTF-8")], None);
        assert!(!terminal.utf8);
        assert!(seen(&[("LANG", "zh_CN.UTF-8")], None).utf8);
    }
}
