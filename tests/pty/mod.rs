//! The real binary in a real pseudo-terminal, with a terminal emulator that reads its screen.

#![allow(dead_code)] // Each test crate uses its part.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// What begins and ends a frame that may come in pieces: a synchronized update.
const UPDATE: [&[u8]; 2] = [b"\x1b[?2026h", b"\x1b[?2026l"];

const PATIENCE: Duration = Duration::from_secs(30);

/// A program in a terminal.
pub struct Terminal {
    pub parser: vt100::Parser,
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    /// What came since the last whole frame.
    frame: Vec<u8>,
    _master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    /// Starts `liangdian` in a folder, with a home folder of its own beside it.
    pub fn start(folder: &Path, home: &Path, size: (u16, u16), args: &[&str]) -> Self {
        let (cols, rows) = size;
        let pair = native_pty_system()
            .openpty(PtySize {
                rows,
                cols,
                pixel_width: 0,
                pixel_height: 0,
            })
            .unwrap();
        let command = command(&[], folder, home, args);
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let keys = pair.master.take_writer().unwrap();
        let output = read_all(pair.master.try_clone_reader().unwrap());
        let size = |n| NonZeroU16::new(n).unwrap();
        let parser = vt100::Parser::new(size(rows), size(cols), 0);
        Self {
            parser,
            child,
            keys,
            output,
            frame: Vec::new(),
            _master: pair.master,
        }
    }

    /// Sends bytes as a keyboard would.
    pub fn send(&mut self, keys: &str) -> &mut Self {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
        self
    }

    pub fn screen(&self) -> String {
        self.parser.screen().contents().replace('\u{a0}', " ")
    }

    /// Reads until the screen shows a text.
    #[track_caller]
    pub fn wait_for(&mut self, text: &str) -> &mut Self {
        self.wait_until(text, |screen| screen.contains(text))
    }

    /// Reads until the screen is as wanted and its frame is whole.
    #[track_caller]
    pub fn wait_until(&mut self, what: &str, wanted: impl Fn(&str) -> bool) -> &mut Self {
        let until = Instant::now() + PATIENCE;
        while !wanted(&self.screen()) || !self.is_whole() {
            let left = until.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.output.recv_timeout(left) else {
                panic!("{what:?} never came:\n{}", self.screen());
            };
            self.take(&bytes);
        }
        self
    }

    fn take(&mut self, bytes: &[u8]) {
        self.parser.process(bytes);
        self.frame.extend_from_slice(bytes);
        if self.is_whole() {
            self.frame.clear();
        }
    }

    /// Whether no synchronized update is open, and no sequence is cut.
    fn is_whole(&self) -> bool {
        let times = |what: &[u8]| {
            self.frame
                .windows(what.len())
                .filter(|w| *w == what)
                .count()
        };
        let last = self.frame.iter().rposition(|&byte| byte == b'\x1b');
        let cut = last.is_some_and(|at| match &self.frame[at + 1..] {
            [] => true,
            [b'[' | b']', rest @ ..] => {
                let ends = |byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, 7 | b'@');
                !rest.iter().any(ends)
            }
            // Two bytes: a saved cursor, a fetched one, a row upwards.
            [..] => false,
        });
        times(UPDATE[0]) == times(UPDATE[1]) && !cut
    }

    /// Reads what is left until the program ends; its exit code.
    pub fn end(&mut self) -> u32 {
        let until = Instant::now() + PATIENCE;
        while let Ok(bytes) = self
            .output
            .recv_timeout(until.saturating_duration_since(Instant::now()))
        {
            self.take(&bytes);
        }
        self.child.wait().unwrap().exit_code()
    }

    /// The program's process, to send it signals.
    pub fn pid(&self) -> u32 {
        self.child.process_id().unwrap()
    }
}

fn read_all(mut reader: Box<dyn Read + Send>) -> Receiver<Vec<u8>> {
    let (to, from) = mpsc::channel();
    thread::spawn(move || {
        let mut buffer = vec![0; 65536];
        while let Ok(n) = reader.read(&mut buffer) {
            if n == 0 || to.send(buffer[..n].to_vec()).is_err() {
                break;
            }
        }
    });
    from
}

/// A scratch folder with an empty newsroom folder and a home with a name for commits.
pub fn scratch() -> (tempfile::TempDir, PathBuf, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let (room, home) = (dir.path().join("room"), dir.path().join("home"));
    std::fs::create_dir_all(&room).unwrap();
    std::fs::create_dir_all(&home).unwrap();
    let identity =
        "[user]\nname = 周明\nemail = zhouming@example.com\n[init]\ndefaultBranch = main\n";
    std::fs::write(home.join("gitconfig"), identity).unwrap();
    (dir, room, home)
}

/// The command that starts the program, behind others where some are named.
fn command(behind: &[&str], folder: &Path, home: &Path, args: &[&str]) -> CommandBuilder {
    let program = env!("CARGO_BIN_EXE_liangdian");
    let words: Vec<&str> = behind.iter().copied().chain([program]).collect();
    let mut command = CommandBuilder::new(words[0]);
    command.args(&words[1..]);
    command.args(args);
    command.cwd(folder);
    command.env_clear();
    command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.env("HOME", home);
    command.env("GIT_CONFIG_GLOBAL", home.join("gitconfig"));
    command.env("GIT_CONFIG_SYSTEM", "/dev/null");
    command.env("TERM", "xterm-256color");
    command.env("LANG", "zh_CN.UTF-8");
    command
}

/// A terminal line that can be cut: nothing but this value holds its end.
pub struct Line {
    parser: vt100::Parser,
    output: Box<dyn Read + Send>,
    keys: Box<dyn Write + Send>,
    master: Box<dyn MasterPty + Send>,
}

impl Line {
    /// Starts the program behind other commands (`setsid`).
    pub fn open(behind: &[&str], folder: &Path, home: &Path, args: &[&str]) -> Self {
        let (rows, cols) = (24, 80);
        let pair = native_pty_system()
            .openpty(PtySize {
                rows,
                cols,
                pixel_width: 0,
                pixel_height: 0,
            })
            .unwrap();
        pair.slave
            .spawn_command(command(behind, folder, home, args))
            .unwrap();
        drop(pair.slave);
        let size = |n| NonZeroU16::new(n).unwrap();
        Self {
            parser: vt100::Parser::new(size(rows), size(cols), 0),
            output: pair.master.try_clone_reader().unwrap(),
            keys: pair.master.take_writer().unwrap(),
            master: pair.master,
        }
    }

    /// Sends bytes as a keyboard would.
    pub fn send(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Reads until the screen shows a text.
    pub fn read_until(&mut self, text: &str) {
        let mut buffer = [0; 4096];
        while !self.parser.screen().contents().contains(text) {
            let n = self.output.read(&mut buffer).unwrap();
            assert!(
                n > 0,
                "{text:?} never came:\n{}",
                self.parser.screen().contents()
            );
            self.parser.process(&buffer[..n]);
        }
    }

    /// Cuts the line.
    pub fn cut(self) {
        let Self {
            output,
            keys,
            master,
            ..
        } = self;
        drop((output, keys, master));
    }
}
