//! The main job through the real binary in a real terminal: from a raw page to a committed issue.

#![allow(clippy::unwrap_used, clippy::expect_used)] // A test that cannot go on has failed.

mod pty;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use pty::{Terminal, scratch};

const ENTER: &str = "\r";
const ESC: &str = "\x1b";
const UP: &str = "\x1b[A";
const DOWN: &str = "\x1b[B";
const END: &str = "\x1b[F";
const BACK_TAB: &str = "\x1b[Z";

fn git(room: &Path, home: &Path, args: &[&str]) -> String {
    let out = Command::new("git")
        .args(["-c", "core.quotepath=off"])
        .args(args)
        .current_dir(room)
        .env("GIT_CONFIG_GLOBAL", home.join("gitconfig"))
        .output()
        .unwrap();
    assert!(
        out.status.success(),
        "git {args:?}: {}",
        String::from_utf8_lossy(&out.stderr)
    );
    String::from_utf8(out.stdout).unwrap()
}

/// Presses Escape and waits for a text; a lone Escape is known only once nothing follows it.
fn escape_to(terminal: &mut Terminal, text: &str) {
    terminal.send(ESC).wait_for(text);
}

/// Imports a page into a new newsroom, mends a headline and a byline, assembles, quits.
fn main_job(page: &Path, items: usize, headline: &str, reporter: &str) {
    let (_dir, room, home) = scratch();
    fs::copy(page, room.join("来稿.txt")).unwrap();
    let mut terminal = Terminal::start(&room, &home, (100, 30), &[]);

    // An empty folder explains itself and becomes a newsroom.
    terminal
        .wait_for("欢迎使用亮点")
        .send(ENTER)
        .wait_for("还没有稿件");
    // The page is read, its items beside the original.
    terminal
        .send("i")
        .wait_for("文件名")
        .wait_for("来稿.txt")
        .send("来稿.txt")
        .send(ENTER);
    terminal.wait_for(&format!("取{items}篇，共{items}篇"));
    terminal.send("c").wait_for(&format!("已建{items}篇稿件"));
    // A headline is changed.
    terminal
        .send("/")
        .send(headline)
        .send(ENTER)
        .wait_for("显示1篇");
    terminal.send(ENTER).wait_for("改稿  20").wait_for(headline);
    terminal
        .send(BACK_TAB)
        .send(BACK_TAB)
        .send(BACK_TAB)
        .send(END)
        .send("（改）");
    terminal.wait_for(&format!("{headline}（改）"));
    escape_to(&mut terminal, "显示1篇");
    // A byline is filled in: a name typed by its full form, the printed line shown.
    terminal
        .send("b")
        .wait_for("印出来是")
        .wait_for(reporter)
        .send("林一舟");
    terminal.wait_for(&format!("{reporter} 林一舟"));
    escape_to(&mut terminal, "显示1篇");
    terminal.send("/");
    escape_to(&mut terminal, &format!("全部 {items}"));
    // One key.
    terminal
        .send("a")
        .wait_for("第1期组好了")
        .wait_for("已提交到git");
    terminal.wait_for(&format!("编入（{items}篇）"));
    terminal.send(DOWN).send(UP);
    escape_to(&mut terminal, &format!("已刊 {items}"));
    terminal.send("q");
    assert_eq!(terminal.end(), 0);

    let screen = terminal.parser.screen();
    assert!(!screen.alternate_screen(), "the screen is given back");
    assert!(!screen.hide_cursor() && !screen.bracketed_paste());
    check_issue(&room, &home, items, headline, reporter);
}

fn check_issue(room: &Path, home: &Path, items: usize, headline: &str, reporter: &str) {
    let issue = room.join("issues/0001");
    let text = fs::read_to_string(issue.join("亮点工作系列报道-第1期.txt")).unwrap();
    assert!(
        text.contains("第1期") && text.contains(&format!("{headline}（改）")),
        "{text}"
    );
    assert!(text.contains(&format!("{reporter} 林一舟")), "{text}");
    assert!(
        !text.contains(',') && !text.contains(';'),
        "marks are full-width: {text}"
    );
    assert!(issue.join("亮点工作系列报道-第1期.md").exists());
    let copies = fs::read_dir(&issue).unwrap().filter(|e| {
        let name = e.as_ref().unwrap().file_name();
        let name = name.to_string_lossy();
        name.ends_with(".toml") && name != "issue.toml"
    });
    assert_eq!(copies.count(), items);
    let files = git(room, home, &["show", "--name-only", "--format=%an", "HEAD"]);
    let mut lines = files.lines();
    assert_eq!(lines.next(), Some("周明"));
    assert!(
        lines
            .filter(|l| !l.is_empty())
            .all(|l| l.starts_with("issues/0001/")),
        "{files}"
    );
    let left = git(
        room,
        home,
        &["status", "--porcelain", "--", "drafts", "issues"],
    );
    assert_eq!(left, "", "drafts and issue are committed");
    let verified = Command::new(env!("CARGO_BIN_EXE_liangdian"))
        .args(["render", "1", "--verify", "--newsroom"])
        .arg(room)
        .env("HOME", home)
        .status()
        .unwrap();
    assert!(verified.success());
}

#[test]
fn from_a_raw_page_to_a_committed_issue() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages/sample-page.txt");
    main_job(&page, 8, SAMPLE_HEADLINE, SAMPLE_REPORTER);
}

const SAMPLE_HEADLINE: &str = "果子甜了工钱省";
const SAMPLE_REPORTER: &str = "池越";

/// The real page, where it is at hand.
#[test]
fn from_the_real_page_to_a_committed_issue() {
    let root = std::env::var_os("LIANGDIAN_SHARED").map(PathBuf::from);
    let root = root.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"));
    let page = root.join("seeds/page.txt");
    if !page.exists() {
        eprintln!("skipped: {} is not here", page.display());
        return;
    }
    main_job(&page, 12, "楼院里的“党史故事会”", "刘世平");
}

#[test]
fn a_dropped_line_saves_what_was_typed() {
    let (_dir, room, home) = scratch();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("drafts/2026-04/20260402-fangxue.toml");
    fs::create_dir_all(room.join("drafts")).unwrap();
    fs::copy(sample, room.join("drafts/20260402-fangxue.toml")).unwrap();
    for signal in ["-HUP", "-TERM"] {
        let mut terminal = Terminal::start(&room, &home, (80, 24), &["20260402-fangxue"]);
        terminal
            .wait_for("改稿")
            .send(signal)
            .wait_for("未保存")
            .wait_for(signal);
        let pid = terminal.pid().to_string();
        assert!(
            Command::new("kill")
                .args([signal, &pid])
                .status()
                .unwrap()
                .success()
        );
        terminal.end();
        let text = fs::read_to_string(room.join("drafts/20260402-fangxue.toml")).unwrap();
        assert!(text.contains(signal), "{text}");
    }
}

#[test]
fn a_terminal_that_cannot_show_the_desk_is_told_so() {
    let (_dir, room, home) = scratch();
    let out = Command::new(env!("CARGO_BIN_EXE_liangdian"))
        .current_dir(&room)
        .env("HOME", &home)
        .env("LANG", "zh_CN.UTF-8")
        .output()
        .unwrap();
    assert_eq!(out.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&out.stderr).contains("这里不是终端"));
}

/// The terminal goes away and no signal reaches the program: it has no controlling terminal.
#[test]
fn a_line_that_drops_without_a_signal_ends_the_program_with_the_text_saved() {
    if Command::new("setsid").arg("true").status().is_err() {
        eprintln!("skipped: setsid is not here");
        return;
    }
    let (_dir, room, home) = scratch();
    let draft = room.join("drafts/20260402-fangxue.toml");
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("drafts/2026-04/20260402-fangxue.toml");
    fs::create_dir_all(room.join("drafts")).unwrap();
    fs::copy(sample, &draft).unwrap();
    let mut line = pty::Line::open(&["setsid", "--wait"], &room, &home, &["20260402-fangxue"]);
    line.read_until("改稿");
    line.send("断线前");
    line.read_until("断线前");
    line.cut();
    let until = std::time::Instant::now() + std::time::Duration::from_secs(20);
    while works_in(&room) {
        assert!(std::time::Instant::now() < until, "the program did not end");
        std::thread::yield_now();
    }
    let text = fs::read_to_string(&draft).unwrap();
    assert!(text.contains("断线前"), "{text}");
}

/// Whether a process has this folder as its own, where the system tells (`/proc`).
fn works_in(folder: &Path) -> bool {
    let folder = folder.canonicalize().unwrap();
    let Ok(processes) = fs::read_dir("/proc") else {
        return false;
    };
    processes
        .filter_map(Result::ok)
        .any(|process| fs::read_link(process.path().join("cwd")).is_ok_and(|cwd| cwd == folder))
}
