//! An editor's own keys, in the real binary in a real terminal.

#![allow(clippy::unwrap_used, clippy::expect_used)] // A test that cannot go on has failed.

mod pty;

use std::fs;

use pty::{Terminal, scratch};

#[test]
fn own_keys_count_and_what_is_refused_is_told_with_its_line() {
    let (_dir, room, home) = scratch();
    let config = home.join(".config/liangdian");
    fs::create_dir_all(&config).unwrap();
    let keys = "[keys]\nqueue.new = \"w\"\nqueue.import = \"a\"\nqueue.hold = \"hyper-h\"\n";
    fs::write(config.join("config.toml"), keys).unwrap();
    fs::create_dir(room.join("drafts")).unwrap();
    let mut terminal = Terminal::start(&room, &home, (120, 30), &[]);
    terminal
        .wait_for("config.toml:3: a")
        .wait_for("config.toml:4: ")
        .wait_for("hyper-h")
        .wait_for("w 新稿");
    terminal.send("w").wait_for("已保存");
    terminal.send("先写").wait_for("未保存");
}
