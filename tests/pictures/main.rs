//! The pictures of the README are what the program shows: the real binary, a real terminal.
//!
//! `LIANGDIAN_PICTURES=write cargo test --test pictures` makes them anew.

// A picture that cannot be drawn is a failed test.
#![allow(clippy::unwrap_used)]

#[path = "../pty/mod.rs"]
mod pty;
mod svg;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use pty::{Terminal, scratch};

const SIZE: (u16, u16) = (100, 30);

/// A copy of the sample newsroom in a repository of its own, and the desk on it.
struct Sample {
    _dir: tempfile::TempDir,
    terminal: Terminal,
}

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn open(args: &[&str]) -> Sample {
    let (dir, room, home) = scratch();
    copy(&project().join("drafts"), &room.join("drafts"));
    fs::write(room.join("newsroom.toml"), "paper = \"青禾日报\"\n").unwrap();
    let page = project().join("tests/pages/sample-page.txt");
    fs::copy(page, room.join("sample-page.txt")).unwrap();
    let made = Command::new("git")
        .args(["init", "--quiet"])
        .arg(&room)
        .status();
    assert!(made.unwrap().success());
    pty::remember_narrow(&home);
    let terminal = Terminal::start(&room, &home, SIZE, args);
    Sample {
        _dir: dir,
        terminal,
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// Compares what the terminal shows with the committed picture, or makes that anew.
fn check(name: &str, label: &str, terminal: &Terminal) {
    let drawn = without_hash(&svg::draw(terminal.parser.screen(), label));
    let path: PathBuf = project().join(format!("tests/pictures/{name}.svg"));
    if std::env::var_os("LIANGDIAN_PICTURES").is_some_and(|value| value == "write") {
        fs::write(path, drawn).unwrap();
        return;
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    if drawn != kept {
        let differing = drawn
            .lines()
            .zip(kept.lines())
            .find(|(new, old)| new != old);
        panic!(
            "{} is not what the program shows now; first difference: {differing:?}\n{}\n\
             If that is right: LIANGDIAN_PICTURES=write cargo test --test pictures, and look at it.",
            path.display(),
            terminal.screen(),
        );
    }
}

/// A commit's hash differs from day to day: the one on the screen becomes an example of the same
/// length.
fn without_hash(svg: &str) -> String {
    let hash = |text: &str| text.len() == 7 && text.bytes().all(|b| b.is_ascii_hexdigit());
    let line = |line: &str| match line
        .strip_suffix("</text>")
        .and_then(|l| l.rsplit_once('>'))
    {
        Some((start, text)) if hash(text) => format!("{start}>3f9c2a1</text>\n"),
        _ => format!("{line}\n"),
    };
    svg.lines().map(line).collect()
}

#[test]
fn the_queue() {
    let mut sample = open(&[]);
    let terminal = sample.terminal.wait_for("共14篇").send("jj");
    terminal.wait_for("纺车巷社区  一部电梯");
    check(
        "queue",
        "队列：稿件的阶段、地点、标题、字数、署名和差错",
        terminal,
    );
}

#[test]
fn a_story() {
    let mut sample = open(&["20260402-fangchexiang"]);
    let terminal = sample.terminal.wait_for("改稿").wait_for("F1 帮助");
    check("story", "改稿：各栏、正文和光标", terminal);
}

#[test]
fn an_import() {
    let mut sample = open(&[]);
    let terminal = sample
        .terminal
        .wait_for("共14篇")
        .send("i")
        .wait_for("文件名");
    terminal
        .send("sample-page.txt")
        .wait_for("sample-page.txt")
        .send("\r");
    terminal
        .wait_for("取8篇，共8篇")
        .send("jj")
        .wait_for("望汐花园  旧车棚变");
    check("import", "收稿：拆出的各篇与原文对照", terminal);
}

#[test]
fn an_issue() {
    let mut sample = open(&[]);
    let terminal = sample.terminal.wait_for("共14篇").send("a");
    check(
        "issue",
        "组版：第1期的文件和编入的稿件",
        terminal.wait_for("已提交到git"),
    );
}
