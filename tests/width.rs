//! How wide “ is: asked of the terminal, never waited for, remembered.

#![allow(clippy::unwrap_used, clippy::expect_used)] // A test that cannot go on has failed.

mod pty;

use std::fs;
use std::path::Path;

use pty::{Answers, Terminal, scratch};

const ID: &str = "20260402-fangxue";
/// The start of the second row: “ in the first takes one cell, or two.
const ONE: &str = "  劳动教室里";
const TWO: &str = "  的劳动教室里";

/// A newsroom whose only draft begins with a quotation.
fn newsroom(room: &Path) {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("drafts/2026-04/20260402-fangxue.toml");
    fs::create_dir_all(room.join("drafts")).unwrap();
    fs::copy(sample, room.join("drafts/20260402-fangxue.toml")).unwrap();
}

fn open(room: &Path, home: &Path, answers: Answers) -> Terminal {
    Terminal::start_answering(room, home, (80, 24), &[ID], answers)
}

fn remembered(home: &Path) -> String {
    let file = home.join(".local/state/liangdian/terminals.toml");
    fs::read_to_string(file).unwrap_or_default()
}

/// Ends the desk.
fn quit(mut terminal: Terminal) {
    terminal.send("\x11");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_narrow_terminal_says_so_and_is_remembered() {
    let (_dir, room, home) = scratch();
    newsroom(&room);
    let mut terminal = open(&room, &home, Answers::Narrow);
    terminal.wait_for(ONE);
    assert_eq!(terminal.asked, 1);
    quit(terminal);
    assert!(remembered(&home).contains("\"1\""), "{}", remembered(&home));
    // The next time it is drawn right at once, whether it answers or not.
    let mut terminal = open(&room, &home, Answers::Never);
    terminal.wait_for(ONE);
    quit(terminal);
}

#[test]
fn a_wide_terminal_says_so_and_is_remembered() {
    let (_dir, room, home) = scratch();
    newsroom(&room);
    let mut terminal = open(&room, &home, Answers::Wide);
    terminal.wait_for(TWO).send("字").wait_for("未保存");
    quit(terminal);
    assert!(remembered(&home).contains("\"2\""), "{}", remembered(&home));
}

#[test]
fn a_terminal_that_never_answers_is_drawn_the_safe_way() {
    let (_dir, room, home) = scratch();
    newsroom(&room);
    let mut terminal = open(&room, &home, Answers::Never);
    terminal.wait_for(TWO).send("字").wait_for("未保存");
    quit(terminal);
    assert_eq!(remembered(&home), "");
}

#[test]
fn an_answer_that_comes_late_and_torn_types_nothing() {
    let (_dir, room, home) = scratch();
    newsroom(&room);
    let mut terminal = open(&room, &home, Answers::Never);
    terminal.wait_for(TWO);
    for part in ["\x1b[", "2", ";6"] {
        terminal.send(part);
        std::thread::sleep(std::time::Duration::from_millis(200));
    }
    terminal.send("R").wait_for(ONE);
    assert!(
        !terminal.screen().contains("未保存"),
        "{}",
        terminal.screen()
    );
    quit(terminal);
}

#[test]
fn a_terminal_is_asked_again_when_the_editor_wants_it() {
    let (_dir, room, home) = scratch();
    newsroom(&room);
    let mut terminal = open(&room, &home, Answers::Never);
    terminal.wait_for(TWO).send("\x1b[2;6R").wait_for(ONE);
    // Its profile was changed meanwhile.
    terminal.send("\x0c").wait_for_question(2);
    terminal.send("\x1b[2;11R").wait_for("引号占两格");
    quit(terminal);
}

#[test]
fn what_the_newsroom_sets_goes_before_what_the_terminal_says() {
    let (_dir, room, home) = scratch();
    newsroom(&room);
    let terminals = [
        ("1", ONE, Answers::Narrow),
        ("2", TWO, Answers::Wide),
        ("safe", TWO, Answers::Narrow),
        ("safe", TWO, Answers::Wide),
    ];
    for (set, shown, answers) in terminals {
        let settings = format!("[screen]\nambiguous = \"{set}\"\n");
        fs::write(room.join("newsroom.toml"), settings).unwrap();
        let mut terminal = open(&room, &home, answers);
        terminal.wait_for(shown).send("字").wait_for("未保存");
        terminal.send("\x1a").wait_for(shown);
        quit(terminal);
    }
}

#[test]
fn doctor_asks_the_terminal_and_tells_what_to_set() {
    let (_dir, room, home) = scratch();
    newsroom(&room);
    let mut terminal =
        Terminal::start_answering(&room, &home, (120, 50), &["doctor"], Answers::Never);
    terminal.wait_for_question(1);
    terminal.send("\x1b[2;11Rx\x1b[?2004;2$y\x1b[?2026;0$y\x1bP>|foot(1.16)\x1b\\\x1b[?62;52c");
    assert_eq!(terminal.end(), 0, "{}", terminal.screen());
    let screen = terminal.screen();
    for told in [
        "120列50行",
        "foot(1.16)",
        "各占两格",
        "移字、滚行",
        "进本机剪贴板",
        "周明",
        "PuTTY",
        "set -g set-clipboard on",
    ] {
        assert!(screen.contains(told), "{told} is missing:\n{screen}");
    }
    assert!(!terminal.parser.screen().alternate_screen());
}

#[test]
fn doctor_does_not_wait_for_ever() {
    let (_dir, room, home) = scratch();
    newsroom(&room);
    let mut terminal =
        Terminal::start_answering(&room, &home, (120, 50), &["doctor"], Answers::Never);
    assert_eq!(terminal.end(), 0);
    assert!(terminal.screen().contains("终端没有回答"));
}

#[test]
fn doctor_tells_the_same_to_programs() {
    let (_dir, room, home) = scratch();
    newsroom(&room);
    let out = std::process::Command::new(env!("CARGO_BIN_EXE_liangdian"))
        .args(["doctor", "--json"])
        .current_dir(&room)
        .env("HOME", &home)
        .env("TERM", "xterm-256color")
        .env("LC_ALL", "zh_CN.GBK")
        .env("GIT_CONFIG_GLOBAL", home.join("gitconfig"))
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    let report: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    assert_eq!(out.status.code(), Some(1));
    assert_eq!(report["mend"], serde_json::json!(["encoding"]));
    assert_eq!(report["terminal"]["asked"], false);
    assert_eq!(report["around"]["name"], "周明");
}
