//! Newsrooms of any size in scratch folders, always the same bytes.

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const SENTENCES: [&str; 6] = [
    "清晨六点半，柳林社区的楼道灯还亮着，林一舟提着工具箱上了三楼。",
    "“灯亮了，心里也就亮了。”八十一岁的何奶奶说，过去夜里下楼要扶着墙走。",
    "今年以来，社区收到居民建议126条，办结118条，其余8条排进了下半年的日程。",
    "北岗村新修的水渠有两公里长，下游四百亩地不必再等水。",
    "议事会开到晚上九点，停车、养狗、晾衣三件事各有了说法；没有说法的，记在墙上。",
    "物业、业委会和网格员每周三碰头，谁家的事谁去办，办完了回来说一声。",
];

/// Prose of about so many bytes, a paragraph of some 400 bytes to a line.
pub fn text(bytes: usize) -> String {
    prose(bytes, 0)
}

fn prose(bytes: usize, seed: usize) -> String {
    let mut out = String::with_capacity(bytes + 512);
    let mut at = seed;
    while out.len() < bytes {
        for _ in 0..=3 + at % 3 {
            out.push_str(SENTENCES[(at * 7 + seed) % SENTENCES.len()]);
            at += 1;
        }
        out.push_str("\n\n");
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

/// The sample page of the tests, again and again up to a size.
pub fn page(bytes: usize) -> io::Result<String> {
    let sample = fs::read_to_string(format!("{ROOT}/tests/pages/sample-page.txt"))?;
    Ok(format!("{sample}\n").repeat(bytes.div_ceil(sample.len())))
}

/// A copy of the sample newsroom.
pub fn sample(room: &Path) -> io::Result<()> {
    for month in fs::read_dir(format!("{ROOT}/drafts"))? {
        let month = month?;
        let folder = room.join("drafts").join(month.file_name());
        fs::create_dir_all(&folder)?;
        for draft in fs::read_dir(month.path())? {
            let draft = draft?;
            fs::copy(draft.path(), folder.join(draft.file_name()))?;
        }
    }
    Ok(())
}

/// A newsroom without drafts: in a repository, or one that leaves commits to the editor.
pub fn empty(room: &Path, git: bool) -> io::Result<()> {
    fs::create_dir_all(room.join("drafts"))?;
    fs::create_dir_all(room.join("home"))?;
    if !git {
        return fs::write(room.join("newsroom.toml"), "[git]\ncommit = \"manual\"\n");
    }
    fs::write(
        room.join("home/gitconfig"),
        "[user]\nname = 编辑部\nemail = desk@example.invalid\n",
    )?;
    apart(
        Command::new("git").args(["init", "--quiet"]).arg(room),
        room,
    )
    .status()
    .map(drop)
}

/// Gives a command a home of its own, so that no configuration of the machine counts.
pub fn apart<'a>(command: &'a mut Command, room: &Path) -> &'a mut Command {
    for name in [
        "GIT_DIR",
        "GIT_WORK_TREE",
        "LIANGDIAN_NEWSROOM",
        "LIANGDIAN_USER",
    ] {
        command.env_remove(name);
    }
    let home = room.join("home");
    command
        .env("GIT_CONFIG_GLOBAL", home.join("gitconfig"))
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("XDG_STATE_HOME", home.join("state"))
        .env("HOME", home)
}

/// Makes every draft ready for an issue: sent in, with a headline and a byline.
pub fn submit(room: &Path) -> io::Result<()> {
    for month in fs::read_dir(room.join("drafts"))? {
        for draft in fs::read_dir(month?.path())? {
            let path = draft?.path();
            let text = fs::read_to_string(&path)?
                .replace("status = \"draft\"", "status = \"submitted\"")
                .replace("headline = \"\"", "headline = \"题\"")
                .replace("reporters = []", "reporters = [\"林一舟\"]");
            fs::write(path, text)?;
        }
    }
    Ok(())
}

/// A newsroom of so many ready drafts of 3.4 KB; commits are the editor's.
pub fn drafts(room: &Path, count: usize) -> io::Result<()> {
    empty(room, false)?;
    for at in 0..count {
        let name = format!("drafts/20260401-d{at:05}.toml");
        fs::write(room.join(name), draft(at))?;
    }
    Ok(())
}

fn draft(at: usize) -> String {
    let kind = if at % 5 == 4 { "brief" } else { "story" };
    let mut out = format!(
        "schema = 1\nkind = \"{kind}\"\nplace = \"柳林社区\"\nheadline = \"第{at}盏灯亮了\"\n\
         deck = \"\"\ndate = 2026-04-01\nstatus = \"submitted\"\nrank = \"a{at:05}z\"\n\n\
         [byline]\nreporters = [\"林一舟\"]\ncorrespondents = [\"何雨\"]\nphotographers = []\n\n"
    );
    let body = prose(2_000 + at % 7 * 400, at);
    let _ = write!(out, "[text]\nbody = \"\"\"\n{body}\"\"\"\n");
    out
}
