//! A program in a pseudo-terminal of 100 by 30: when it had painted, and at what cost.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use super::cost;

const SIZE: PtySize = PtySize {
    rows: 30,
    cols: 100,
    pixel_width: 0,
    pixel_height: 0,
};
/// How long a program may take to paint its first byte, or to leave.
const PATIENCE: Duration = Duration::from_secs(10);
/// A read of more bytes than this is a frame, not the setting up of the terminal.
const FRAME: usize = 200;

/// How a program is started and left.
pub struct Program {
    name: String,
    args: Vec<OsString>,
    folder: PathBuf,
    home: PathBuf,
    leave: &'static str,
}

impl Program {
    /// A program that finds its home in the scratch folder.
    pub fn new(name: &str, scratch: &Path) -> Self {
        let home = scratch.join("home");
        Self {
            name: name.to_owned(),
            args: Vec::new(),
            folder: home.clone(),
            home,
            leave: "",
        }
    }

    /// More arguments.
    pub fn args<T: Into<OsString> + Clone>(mut self, args: impl AsRef<[T]>) -> Self {
        self.args
            .extend(args.as_ref().iter().cloned().map(Into::into));
        self
    }

    /// Where it is started.
    pub fn folder(mut self, folder: &Path) -> Self {
        folder.clone_into(&mut self.folder);
        self
    }

    /// The keys that end it.
    pub fn leave(mut self, keys: &'static str) -> Self {
        self.leave = keys;
        self
    }

    fn command(&self) -> CommandBuilder {
        let mut command = CommandBuilder::new(&self.name);
        command.args(&self.args);
        command.cwd(&self.folder);
        command.env_clear();
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.env("HOME", &self.home);
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        command
    }
}

/// Makes the home folder.
pub fn home(scratch: &Path) -> io::Result<()> {
    fs::create_dir_all(scratch.join("home"))
}

/// What a start cost, in milliseconds.
#[derive(Clone, Copy)]
pub struct Start {
    /// Until the first frame came.
    pub first: f64,
    /// Until the last byte came before the program was quiet.
    pub painted: f64,
    /// Processor time until then.
    pub cpu: f64,
}

/// The least of each figure.
pub fn least(runs: &[Start]) -> Start {
    let least = |of: fn(&Start) -> f64| runs.iter().map(of).fold(f64::INFINITY, f64::min);
    Start {
        first: least(|r| r.first),
        painted: least(|r| r.painted),
        cpu: least(|r| r.cpu),
    }
}

/// Starts a program, waits until it has been quiet for a while, and ends it.
///
/// Questions to the terminal stay unanswered: whoever asks paints less, never more.
pub fn start(program: &Program, quiet: Duration) -> io::Result<Start> {
    let pair = native_pty_system()
        .openpty(SIZE)
        .map_err(io::Error::other)?;
    let output = read_all(pair.master.try_clone_reader().map_err(io::Error::other)?);
    let mut keys = pair.master.take_writer().map_err(io::Error::other)?;
    let begin = Instant::now();
    let mut child = pair
        .slave
        .spawn_command(program.command())
        .map_err(io::Error::other)?;
    drop(pair.slave);
    let since = |at: Instant| at.duration_since(begin).as_secs_f64() * 1e3;
    let (mut first, mut painted, mut wait) = (None, begin, PATIENCE);
    while let Ok((at, bytes)) = output.recv_timeout(wait) {
        (painted, wait) = (at, quiet);
        if bytes > FRAME {
            first.get_or_insert(at);
        }
    }
    let cpu = child.process_id().map_or(0.0, cost::running);
    keys.write_all(program.leave.as_bytes())?;
    let until = Instant::now() + PATIENCE;
    while child.try_wait()?.is_none() {
        if Instant::now() > until {
            child.kill()?;
        }
        let _ = output.recv_timeout(Duration::from_millis(5));
    }
    let Some(first) = first else {
        return Err(io::Error::other(format!(
            "{} painted nothing",
            program.name
        )));
    };
    Ok(Start {
        first: since(first),
        painted: since(painted),
        cpu,
    })
}

/// Sizes of reads with their times.
fn read_all(mut reader: Box<dyn Read + Send>) -> Receiver<(Instant, usize)> {
    let (to, from) = mpsc::channel();
    thread::spawn(move || {
        let mut buffer = vec![0; 65536];
        while let Ok(n) = reader.read(&mut buffer) {
            if n == 0 || to.send((Instant::now(), n)).is_err() {
                break;
            }
        }
    });
    from
}
