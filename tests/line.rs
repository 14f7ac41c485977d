//! What comes over the line, through the real binary: pastes, torn sequences, signals, sizes.

#![allow(clippy::unwrap_used, clippy::expect_used)] // A test that cannot go on has failed.

mod pty;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::Duration;

use pty::{Answers, Terminal, scratch};

const ID: &str = "20260402-fangxue";
const SAVE: &str = "\x13";
const UNDO: &str = "\x1a";

/// A newsroom with one draft; its file.
fn newsroom(room: &Path) -> PathBuf {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("drafts/2026-04/20260402-fangxue.toml");
    let draft = room.join("drafts/20260402-fangxue.toml");
    fs::create_dir_all(room.join("drafts")).unwrap();
    fs::copy(sample, &draft).unwrap();
    draft
}

fn story(room: &Path, home: &Path) -> Terminal {
    let mut terminal = Terminal::start(room, home, (80, 24), &[ID]);
    terminal.wait_for("改稿");
    terminal
}

fn signal(name: &str, pid: u32) {
    let sent = Command::new("kill").args([name, &pid.to_string()]).status();
    assert!(sent.unwrap().success());
}

/// The paragraphs of a story file's text that hold a mark.
fn paragraphs(draft: &Path, mark: &str) -> Vec<String> {
    let text = fs::read_to_string(draft).unwrap();
    let found = text.lines().filter(|line| line.contains(mark));
    found.map(str::to_owned).collect()
}

/// So many paragraphs, each with its number.
fn page(count: usize) -> Vec<String> {
    (0..count)
        .map(|n| format!("第{n}段，柳林河两岸的杏花“开”了，今年比去年早了五天。"))
        .collect()
}

/// A page in odd pieces, then saved, undone with one key, saved again.
#[track_caller]
fn pasted_whole(before: &str, pieces: usize, after: &str) {
    let (_dir, room, home) = scratch();
    let draft = newsroom(&room);
    let body = fs::read_to_string(&draft).unwrap();
    let page = page(1300);
    let bytes = format!("{before}{}{after}", page.join("\r"));
    assert!(bytes.len() > 100_000);
    let mut terminal = story(&room, &home);
    for piece in bytes.as_bytes().chunks(pieces) {
        terminal.send_bytes(piece);
    }
    terminal.wait_for("第1299段").send(SAVE).wait_for("已保存");
    let kept = paragraphs(&draft, "柳林河两岸的杏花");
    assert_eq!(kept.len(), page.len());
    // The last one goes on with what stood there.
    for (kept, page) in kept.iter().zip(&page) {
        assert!(kept.contains(page), "{kept}");
    }
    terminal.send(UNDO).wait_for("未保存");
    terminal.send(SAVE).wait_for("已保存");
    assert_eq!(fs::read_to_string(&draft).unwrap(), body);
}

#[test]
fn a_large_paste_arrives_whole_and_is_one_undo() {
    pasted_whole("\x1b[200~", 777, "\x1b[201~");
}

#[test]
fn a_large_paste_that_the_terminal_does_not_mark_is_one_undo_too() {
    pasted_whole("", 1999, "");
}

#[test]
fn a_paste_without_an_end_ends_by_itself() {
    let (_dir, room, home) = scratch();
    newsroom(&room);
    let mut terminal = story(&room, &home);
    terminal.send("\x1b[200~断了的\r粘贴").wait_for("断了的");
    terminal.send("，接着打").wait_for("粘贴，接着打");
}

#[test]
fn a_sequence_in_pieces_types_no_letter() {
    let (_dir, room, home) = scratch();
    let draft = newsroom(&room);
    let mut terminal = story(&room, &home);
    for sequence in [
        "\x1b[C",
        "\x1bOC",
        "\x1b[1;5C",
        "\x1b[2;6R",
        "\x1b]11;rgb\x07",
    ] {
        for byte in sequence.as_bytes() {
            terminal.send_bytes(&[*byte]);
            // So that it is a read of its own.
            sleep(Duration::from_millis(20));
        }
    }
    terminal.send("完").wait_for("未保存");
    terminal.send(SAVE).wait_for("已保存");
    let text = fs::read_to_string(&draft).unwrap();
    assert!(text.contains('完'));
    for typed in ["[C", "OC", ";5C", "6R", "rgb"] {
        assert!(!text.contains(typed), "{typed} in {text}");
    }
}

#[test]
fn a_character_in_pieces_is_one_character() {
    let (_dir, room, home) = scratch();
    newsroom(&room);
    let mut terminal = story(&room, &home);
    for byte in "柳".as_bytes() {
        terminal.send_bytes(&[*byte]);
        sleep(Duration::from_millis(10));
    }
    terminal.wait_for("未保存").wait_for("柳");
}

#[test]
fn keys_typed_ahead_on_the_queue_are_commands() {
    let (_dir, room, home) = scratch();
    newsroom(&room);
    let mut terminal = Terminal::start(&room, &home, (80, 24), &[]);
    terminal.wait_for("在编").send("jjk\r").wait_for("改稿");
}

#[test]
fn a_window_dragged_about_ends_at_its_last_size() {
    let (_dir, room, home) = scratch();
    newsroom(&room);
    let mut terminal = story(&room, &home);
    for n in 0..200 {
        terminal.resize(60 + n % 90, 18 + n % 30);
    }
    terminal.resize(100, 30).send("尾巴");
    let last_row = |screen: &str| {
        screen
            .lines()
            .nth(28)
            .is_some_and(|row| row.contains("Esc"))
    };
    terminal.wait_until("hints at the bottom", |screen| {
        screen.contains("尾巴")
            && (last_row(screen)
                || screen
                    .lines()
                    .nth(29)
                    .is_some_and(|row| row.contains("Esc")))
    });
}

#[test]
fn a_desk_that_was_stopped_comes_back_whole() {
    let (_dir, room, home) = scratch();
    newsroom(&room);
    let mut terminal = Terminal::shell(&room, &home, (80, 24));
    let program = env!("CARGO_BIN_EXE_liangdian");
    terminal
        .wait_for_shell("$", 1)
        .send(&format!("{program} {ID}\r"))
        .wait_for("改稿")
        .send("暂停前")
        .wait_for("暂停前");
    // From outside.
    signal("-TSTP", child_of(terminal.pid()));
    terminal.wait_for_shell("Stopped", 1).wait_for_shell("$", 2);
    terminal.send("fg\r").wait_for("暂停前");
    let screen = terminal.parser.screen();
    assert!(screen.alternate_screen() && screen.bracketed_paste());
    terminal.send("，回来后").wait_for("暂停前，回来后");
    // By key, where Ctrl-Z undoes nothing.
    terminal.send("\x1bOP").wait_for("按键").send(UNDO);
    terminal.wait_for_shell("Stopped", 2).wait_for_shell("$", 3);
    terminal.send("fg\r").wait_for("按键");
    terminal.send("\x1bOP").wait_for("暂停前，回来后");
    // Stopped without a word.
    signal("-STOP", child_of(terminal.pid()));
    terminal.send("fg\r，又回来");
    terminal.wait_until("only the desk", |screen| {
        screen.contains("回来后，又回来") && !screen.contains("Stopped")
    });
    terminal.send("\x11").wait_for_shell("$", 4);
    terminal
        .send("echo left wi''th $?\r")
        .wait_for_shell("left with 0", 1);
    // The screen is as the shell left it: each word of ours on a row of its own.
    assert_eq!(terminal.screen().matches("\n亮点已暂停").count(), 2);
}

/// The program that a shell runs.
fn child_of(shell: u32) -> u32 {
    let children = format!("/proc/{shell}/task/{shell}/children");
    let text = fs::read_to_string(children).unwrap();
    text.split_whitespace().next().unwrap().parse().unwrap()
}

#[test]
fn a_desk_with_nowhere_to_go_says_so_and_stays() {
    let (_dir, room, home) = scratch();
    newsroom(&room);
    let mut terminal = Terminal::start(&room, &home, (80, 24), &[]);
    terminal.wait_for("在编").send("!").wait_for("不能暂停");
    signal("-TSTP", terminal.pid());
    terminal.send("\r").wait_for("改稿").send("\x11");
    assert_eq!(terminal.end(), 0);
}

/// How often the threads of a process went to sleep, and so were woken.
fn sleeps(pid: u32) -> u64 {
    let threads = fs::read_dir(format!("/proc/{pid}/task")).unwrap();
    let count = |thread: PathBuf| {
        let status = fs::read_to_string(thread.join("status")).unwrap();
        let line = status
            .lines()
            .find_map(|l| l.strip_prefix("voluntary_ctxt_switches:"));
        line.unwrap().trim().parse::<u64>().unwrap()
    };
    threads.map(|thread| count(thread.unwrap().path())).sum()
}

#[test]
fn nothing_wakes_an_idle_desk() {
    let (_dir, room, home) = scratch();
    newsroom(&room);
    let mut terminal = story(&room, &home);
    terminal.send("字\x1b[D").wait_for("未保存");
    // Its last thread comes to rest first.
    sleep(Duration::from_millis(700));
    let before = sleeps(terminal.pid());
    sleep(Duration::from_millis(1500));
    assert_eq!(sleeps(terminal.pid()), before);
}

#[test]
fn an_answer_under_way_is_not_left_to_the_shell() {
    let (_dir, room, home) = scratch();
    newsroom(&room);
    let mut terminal = Terminal::shell(&room, &home, (80, 24));
    terminal.answers = Answers::Never;
    let program = env!("CARGO_BIN_EXE_liangdian");
    terminal
        .wait_for_shell("$", 1)
        .send(&format!("{program} {ID}\r"))
        .wait_for("改稿")
        .send("\x11");
    sleep(Duration::from_millis(100));
    terminal.send("\x1b[2;6R").wait_for_shell("$", 2);
    terminal.send("echo o''ver\r").wait_for_shell("over", 1);
    assert!(!terminal.screen().contains("6R"), "{}", terminal.screen());
}
