//! What the desk costs beside the tools it is compared with, in ratios of one run.
//!
//! `cargo bench` makes its own newsrooms in scratch folders and runs the release binary as users
//! do. Times on a shared machine are worth little by themselves: runs are interleaved, the least
//! one counts, and each line is a ratio to a peer measured beside it.
//!
//! | file | what it owns |
//! |---|---|
//! | `corpus` | newsrooms of any size, always the same bytes |
//! | `cost` | wall and processor time of child processes |
//! | `keys` | a key in the prose editor |
//! | `proof` | proofreading of one paragraph and of 10,000 drafts |
//! | `screen` | a program in a terminal: when it had painted, and at what cost |
//! | `table` | lines of the report |

mod corpus;
mod cost;
mod keys;
mod proof;
mod screen;
mod table;

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use cost::{least, mean};
use table::{Goal, Table};

const PROGRAM: &str = env!("CARGO_BIN_EXE_liangdian");
const DATE: &str = "2026-04-01";
/// What a page may cost to import, and an issue of it to assemble (milliseconds of processor).
const PAGE_BUDGET: f64 = 50.0;

/// The parts that can be run alone: `cargo bench -- keys`.
const PARTS: [&str; 6] = ["start", "page", "thousand", "queue", "keys", "proof"];

fn main() -> io::Result<()> {
    let scratch = tempfile::tempdir()?;
    let mut table = Table::default();
    println!("load {}", cost::load());
    let asked: Vec<String> = std::env::args().skip(1).collect();
    // Cargo passes options of its own; a name picks a part, none picks all.
    let named = |part: &str| asked.iter().any(|arg| arg == part);
    let all = !asked.iter().any(|arg| PARTS.contains(&arg.as_str()));
    if all || named("start") {
        start(scratch.path(), &mut table)?;
    }
    if all || named("page") {
        page(scratch.path(), &mut table)?;
    }
    if all || named("thousand") {
        thousand(scratch.path(), "disk", &mut table)?;
        match memory() {
            Ok(memory) => thousand(memory.path(), "memory", &mut table)?,
            Err(why) => table.skip("assembly of 1,000 in memory", &why),
        }
    }
    if all || named("queue") {
        ten_thousand(scratch.path(), &mut table)?;
    }
    if all || named("keys") {
        keys::measure(&mut table);
    }
    if all || named("proof") {
        proof::measure(scratch.path(), &mut table)?;
    }
    table.print();
    println!("load {}", cost::load());
    Ok(())
}

/// A folder where syncing costs nothing, so that the sync pass is left out of account.
fn memory() -> Result<tempfile::TempDir, String> {
    tempfile::tempdir_in("/dev/shm").map_err(|error| format!("no /dev/shm: {error}"))
}

/// From the start of the program to the last byte of the first full screen.
fn start(scratch: &Path, table: &mut Table) -> io::Result<()> {
    let room = scratch.join("sample");
    corpus::sample(&room)?;
    let file = scratch.join("story.txt");
    fs::write(&file, corpus::text(10_000)).and_then(|()| screen::home(scratch))?;
    let vim = screen::Program::new("vim", scratch)
        .args(["-u", "NONE", "-i", "NONE", "-n"])
        .args([&file])
        .leave("\x1b:qa!\r");
    let desk = screen::Program::new(PROGRAM, scratch)
        .folder(&room)
        .leave("q");
    if !cost::installed("vim") {
        table.skip("start beside vim", "vim is not installed");
        return Ok(());
    }
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..15 {
        ours.push(screen::start(&desk, Duration::from_millis(150))?);
        theirs.push(screen::start(&vim, Duration::from_millis(150))?);
    }
    let (ours, theirs) = (screen::least(&ours), screen::least(&theirs));
    let peer = "vim -u NONE, 10 KB";
    table.ratio(
        "start, 14 drafts: painted",
        ours.painted,
        peer,
        theirs.painted,
        Goal::Times(1.0),
    );
    table.ratio(
        "start, 14 drafts: processor",
        ours.cpu,
        peer,
        theirs.cpu,
        Goal::Times(1.0),
    );
    Ok(())
}

/// Import of a page of 13 KB and assembly of its drafts, without git and with it.
fn page(scratch: &Path, table: &mut Table) -> io::Result<()> {
    let page = scratch.join("page.txt");
    fs::write(&page, corpus::page(13_000)?)?;
    let (import, issue) = page_by(scratch, &page, false)?;
    table.budget("import of 13 KB: processor", import, PAGE_BUDGET);
    table.budget("assembly of its drafts: processor", issue, PAGE_BUDGET);
    if !cost::installed("git") {
        table.skip("the same with git", "git is not installed");
        return Ok(());
    }
    let (import_git, issue_git) = page_by(scratch, &page, true)?;
    let peer = "without git";
    table.told(
        "import of 13 KB, with git: processor",
        import_git,
        peer,
        import,
    );
    table.told("assembly, with git: processor", issue_git, peer, issue);
    Ok(())
}

/// Processor time of the import and of the assembly.
fn page_by(scratch: &Path, page: &Path, git: bool) -> io::Result<(f64, f64)> {
    let (mut imports, mut issues) = (Vec::new(), Vec::new());
    for run in 0..10 {
        let room = scratch.join(format!("page-{git}-{run}"));
        corpus::empty(&room, git)?;
        imports.push(cost::of(
            command(&room)
                .arg("import")
                .arg(page)
                .args(["--date", DATE]),
        )?);
        corpus::submit(&room)?;
        issues.push(cost::of(command(&room).args(["assemble", "--date", DATE]))?);
    }
    Ok((mean(&imports), mean(&issues)))
}

/// Assembly of 1,000 stories beside `cat` of the same bytes.
fn thousand(scratch: &Path, place: &str, table: &mut Table) -> io::Result<()> {
    let (mut ours, mut cat, mut plain) = (Vec::new(), Vec::new(), Vec::new());
    for run in 0..15 {
        let room = scratch.join(format!("thousand-{run}"));
        corpus::drafts(&room, 1_000)?;
        ours.push(cost::of(command(&room).args(["assemble", "--date", DATE]))?);
        let issue = files(&room.join("issues/0001"))?;
        let out = room.join("out");
        cat.push(cost::run(
            Command::new("cat").args(&issue).stdout(File::create(out)?),
        )?);
        plain.push(cost::time(|| rewrite(&room, &issue))?);
        fs::remove_dir_all(&room)?;
    }
    let goal = if place == "memory" {
        Goal::Times(3.0)
    } else {
        Goal::Told
    };
    let name = |what: &str| format!("assembly of 1,000, {place}: {what}");
    let (peer, wall) = ("cat of its files", least(&ours));
    table.ratio(&name("time"), wall, peer, least(&cat), goal);
    table.told(&name("processor"), mean(&ours), peer, mean(&cat));
    table.told(&name("time"), wall, "read and written anew", least(&plain));
    Ok(())
}

/// Reads all files of the issue and writes them anew, one after the other, without sync.
fn rewrite(room: &Path, issue: &[PathBuf]) -> io::Result<()> {
    let target = room.join("again");
    fs::create_dir(&target)?;
    for file in issue {
        let bytes = fs::read(file)?;
        File::create_new(target.join(file.file_name().unwrap_or_default()))?.write_all(&bytes)?;
    }
    Ok(())
}

/// Load of 10,000 drafts: the first frame, and the whole queue on the screen.
fn ten_thousand(scratch: &Path, table: &mut Table) -> io::Result<()> {
    let room = scratch.join("ten-thousand");
    corpus::drafts(&room, 10_000)?;
    let drafts = files(&room.join("drafts"))?;
    let desk = screen::Program::new(PROGRAM, scratch)
        .folder(&room)
        .leave("q");
    let (mut runs, mut cat) = (Vec::new(), Vec::new());
    for _ in 0..5 {
        cat.push(cost::of(Command::new("cat").args(&drafts))?);
        runs.push(screen::start(&desk, Duration::from_millis(700))?);
    }
    let (ours, cat) = (screen::least(&runs), least(&cat));
    let peer = "cat of its files";
    table.told("10,000 drafts: first frame", ours.first, peer, cat);
    table.told("10,000 drafts: queue painted", ours.painted, peer, cat);
    Ok(())
}

fn command(room: &Path) -> Command {
    let mut command = Command::new(PROGRAM);
    corpus::apart(command.current_dir(room), room);
    command
}

/// The files of a folder, sorted.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let names = fs::read_dir(folder)?.map(|name| Ok(name?.path()));
    let mut names = names.collect::<io::Result<Vec<_>>>()?;
    names.sort();
    Ok(names)
}
