//! Wall and processor time of child processes, from `/proc`.

use std::fs;
use std::io;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Clock ticks of `/proc` in a second, on every Linux.
const TICKS: f64 = 100.0;

/// What one run cost, in milliseconds.
#[derive(Clone, Copy)]
pub struct Cost {
    /// From start to end.
    pub wall: f64,
    /// Processor time of the process and of those it waited for; in steps of 10.
    pub cpu: f64,
}

/// Runs a command, which must succeed; what it prints is thrown away.
pub fn of(command: &mut Command) -> io::Result<Cost> {
    run(command.stdout(Stdio::null()))
}

/// Runs a command whose standard output is set.
pub fn run(command: &mut Command) -> io::Result<Cost> {
    let (before, start) = (children(), Instant::now());
    let status = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .status()?;
    let wall = start.elapsed().as_secs_f64() * 1e3;
    if !status.success() {
        return Err(io::Error::other(format!("{command:?}: {status}")));
    }
    Ok(Cost {
        wall,
        cpu: children() - before,
    })
}

/// Time of some work in this process; its processor time is taken to be as long.
pub fn time(work: impl FnOnce() -> io::Result<()>) -> io::Result<Cost> {
    let start = Instant::now();
    work()?;
    let wall = start.elapsed().as_secs_f64() * 1e3;
    Ok(Cost { wall, cpu: wall })
}

/// The least wall time.
pub fn least(runs: &[Cost]) -> f64 {
    runs.iter()
        .map(|run| run.wall)
        .fold(f64::INFINITY, f64::min)
}

/// The mean processor time: the steps of the clock are too wide for one run.
pub fn mean(runs: &[Cost]) -> f64 {
    let count: f64 = runs.iter().map(|_| 1.0).sum();
    runs.iter().map(|run| run.cpu).sum::<f64>() / count.max(1.0)
}

/// Processor time of all ended children so far.
fn children() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let ticks = |at: usize| field(&stat, at);
    (ticks(13) + ticks(14)) / TICKS * 1e3
}

/// A number of `/proc/PID/stat`, counted from the one behind the name.
fn field(stat: &str, at: usize) -> f64 {
    let behind = stat.rsplit_once(')').map_or("", |(_, behind)| behind);
    let value = behind.split_whitespace().nth(at);
    value.and_then(|value| value.parse().ok()).unwrap_or(0.0)
}

/// Processor time of a running process, ended threads included.
pub fn running(process: u32) -> f64 {
    let threads = fs::read_dir(format!("/proc/{process}/task"));
    let nanoseconds = |thread: fs::DirEntry| -> Option<f64> {
        let text = fs::read_to_string(thread.path().join("schedstat")).ok()?;
        text.split_whitespace().next()?.parse().ok()
    };
    let threads = threads.into_iter().flatten().flatten();
    let fine: f64 = threads.filter_map(nanoseconds).sum::<f64>() / 1e6;
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let coarse = (field(&stat, 11) + field(&stat, 12)) / TICKS * 1e3;
    // The fine clock misses threads that have ended, the coarse one runs behind by a step.
    fine.max(coarse - 1e3 / TICKS)
}

/// Whether a program can be started.
pub fn installed(name: &str) -> bool {
    of(Command::new(name).arg("--version")).is_ok()
}

/// The load of the machine.
pub fn load() -> String {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split_whitespace()
        .take(3)
        .collect::<Vec<_>>()
        .join(" ")
}
