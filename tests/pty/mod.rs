//! The real binary in a real pseudo-terminal, with a terminal emulator that reads its screen.

#![allow(dead_code)] // Each test crate uses its part.

#[path = "../emulator/mod.rs"]
mod emulator;

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use emulator::Emulator;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// What begins and ends a frame that may come in pieces: a synchronized update.
const UPDATE: [&[u8]; 2] = [b"\x1b[?2026h", b"\x1b[?2026l"];

const PATIENCE: Duration = Duration::from_secs(30);

/// What asks for the cursor (DSR 6).
const WHERE: &[u8; 4] = b"\x1b[6n";

/// How a terminal answers where its cursor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answers {
    /// As its emulator says: ambiguous characters are narrow there.
    Narrow,
    /// As a terminal says that draws them two cells wide.
    Wide,
    /// Not at all.
    Never,
    /// Not at all, though it draws ambiguous characters in two cells.
    NeverWide,
}

/// A program in a terminal.
pub struct Terminal {
    pub parser: vt100::Parser,
    /// The same screen where ambiguous characters take two cells.
    wide: Option<Emulator>,
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    /// What came since the last whole frame.
    frame: Vec<u8>,
    pub answers: Answers,
    /// How often it was asked where its cursor is.
    pub asked: usize,
    master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    /// Starts `liangdian` in a folder, with a home folder of its own beside it.
    pub fn start(folder: &Path, home: &Path, size: (u16, u16), args: &[&str]) -> Self {
        Self::start_answering(folder, home, size, args, Answers::Narrow)
    }

    /// The same in a terminal that answers otherwise.
    pub fn start_answering(
        folder: &Path,
        home: &Path,
        size: (u16, u16),
        args: &[&str],
        answers: Answers,
    ) -> Self {
        Self::run(command(&[], folder, home, args), size, answers)
    }

    /// Starts a shell with job control, whose prompt is `$ `.
    pub fn shell(folder: &Path, home: &Path, size: (u16, u16)) -> Self {
        let mut command = command(&["bash", "--norc", "--noprofile", "-i"], folder, home, &[]);
        let argv = command.get_argv_mut();
        argv.truncate(4);
        command.env("PS1", "$ ");
        Self::run(command, size, Answers::Narrow)
    }

    fn run(command: CommandBuilder, size: (u16, u16), answers: Answers) -> Self {
        let (cols, rows) = size;
        let pair = native_pty_system()
            .openpty(PtySize {
                rows,
                cols,
                pixel_width: 0,
                pixel_height: 0,
            })
            .unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let keys = pair.master.take_writer().unwrap();
        let output = read_all(pair.master.try_clone_reader().unwrap());
        let size = |n| NonZeroU16::new(n).unwrap();
        let parser = vt100::Parser::new(size(rows), size(cols), 0);
        let is_wide = matches!(answers, Answers::Wide | Answers::NeverWide);
        Self {
            wide: is_wide.then(|| Emulator::new(cols.into(), rows.into(), true)),
            parser,
            child,
            keys,
            output,
            frame: Vec::new(),
            answers,
            asked: 0,
            master: pair.master,
        }
    }

    /// Sends bytes as a keyboard would.
    pub fn send(&mut self, keys: &str) -> &mut Self {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
        self
    }

    /// Sends bytes, whole characters or not.
    pub fn send_bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.keys.write_all(bytes).unwrap();
        self.keys.flush().unwrap();
        self
    }

    /// Gives the window another size, cells by rows.
    pub fn resize(&mut self, cols: u16, rows: u16) -> &mut Self {
        let (pixel_width, pixel_height) = (0, 0);
        let size = PtySize {
            rows,
            cols,
            pixel_width,
            pixel_height,
        };
        self.master.resize(size).unwrap();
        let size = |n| NonZeroU16::new(n).unwrap();
        self.parser.screen_mut().set_size(size(rows), size(cols));
        if let Some(wide) = &mut self.wide {
            wide.resize(cols.into(), rows.into());
        }
        self
    }

    /// The text of the screen; behind an ambiguous character that takes two cells stands a blank.
    pub fn screen(&self) -> String {
        if let Some(wide) = &self.wide {
            let rows: Vec<String> = wide.cells.iter().map(|row| with_gaps(row)).collect();
            return rows.join("\n").replace('\u{a0}', " ");
        }
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

    /// Reads until these rows stand at a place (column, row, cells across) and the cursor is where
    /// it should be. Behind them may stand what belongs to nobody: a mark in the margin.
    #[track_caller]
    pub fn wait_for_rows(
        &mut self,
        what: &str,
        (x, y, width): (u16, u16, u16),
        wanted: &[String],
        cursor: (u16, u16),
    ) {
        let until = Instant::now() + Duration::from_secs(8);
        loop {
            let shown: Vec<String> = (y..)
                .zip(wanted)
                .map(|(row, _)| self.cut(row, x, width))
                .collect();
            let (row, column) = self.parser.screen().cursor_position();
            let narrow = (usize::from(column), usize::from(row));
            let here = self.wide.as_ref().map_or(narrow, |wide| wide.cursor);
            let cursor = (usize::from(cursor.0), usize::from(cursor.1));
            if self.is_whole() && shown == wanted && here == cursor {
                return;
            }
            let left = until.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.output.recv_timeout(left) else {
                panic!("{what}: cursor {here:?}, not {cursor:?}\n{shown:#?}\nis not\n{wanted:#?}");
            };
            self.take(&bytes);
        }
    }

    /// Cells of a row from a column on, as text without the blanks at its end.
    fn cut(&self, row: u16, x: u16, width: u16) -> String {
        let text = if let Some(wide) = &self.wide {
            let row = &wide.cells[usize::from(row)];
            let end = usize::from(x + width).min(row.len());
            with_gaps(&row[usize::from(x)..end])
        } else {
            let screen = self.parser.screen();
            screen.contents_between(row, x, row, x + width)
        };
        text.replace('\u{a0}', " ").trim_end().to_owned()
    }

    /// Reads until the main screen shows a text so many times, whoever wrote it.
    #[track_caller]
    pub fn wait_for_shell(&mut self, text: &str, times: usize) -> &mut Self {
        let until = Instant::now() + PATIENCE;
        let shown = |it: &Self| it.screen().matches(text).count();
        while self.parser.screen().alternate_screen() || shown(self) != times {
            let left = until.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.output.recv_timeout(left) else {
                panic!("{text:?} never came:\n{}", self.screen());
            };
            self.take(&bytes);
        }
        self
    }

    fn take(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.parser.process(&[*byte]);
            if let Some(wide) = &mut self.wide {
                wide.feed(&[*byte]);
            }
            self.frame.push(*byte);
            if self.frame.ends_with(WHERE) {
                self.answer();
            }
        }
        if self.is_whole() {
            self.frame.clear();
        }
    }

    /// Reads until the terminal was asked so many times.
    #[track_caller]
    pub fn wait_for_question(&mut self, times: usize) -> &mut Self {
        let until = Instant::now() + PATIENCE;
        while self.asked < times {
            let left = until.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.output.recv_timeout(left) else {
                panic!("it was asked {} times", self.asked);
            };
            self.take(&bytes);
        }
        self
    }

    fn answer(&mut self) {
        self.asked += 1;
        let (row, column) = self.parser.screen().cursor_position();
        let column = match self.answers {
            Answers::Narrow => column,
            Answers::Wide => {
                let wide = self.wide.as_ref().map_or(0, |wide| wide.cursor.0);
                u16::try_from(wide).unwrap()
            }
            Answers::Never | Answers::NeverWide => return,
        };
        self.send(&format!("\x1b[{};{}R", row + 1, column + 1));
    }

    /// Whether no synchronized update is open, and no sequence is cut.
    fn is_whole(&self) -> bool {
        let last_of = |what: &[u8]| self.frame.windows(what.len()).rposition(|w| w == what);
        let open = last_of(UPDATE[0]) > last_of(UPDATE[1]);
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
        !open && !cut
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

/// A row as text, a blank behind each ambiguous character that takes two cells.
fn with_gaps(row: &[emulator::Cell]) -> String {
    let mut out = String::new();
    let mut narrow = false;
    for cell in row {
        match (cell.text.as_str(), narrow) {
            ("", true) => out.push(' '),
            (text, _) => out.push_str(text),
        }
        narrow = unicode_width::UnicodeWidthStr::width(cell.text.as_str()) == 1;
    }
    out.trim_end().to_owned()
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

/// The terminal of the tests is known, so that the first frame is drawn for it.
pub fn remember_narrow(home: &Path) {
    let state = home.join(".local/state/liangdian");
    std::fs::create_dir_all(&state).unwrap();
    let known = "[ambiguous]\nxterm-256color = \"1\"\n";
    std::fs::write(state.join("terminals.toml"), known).unwrap();
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
