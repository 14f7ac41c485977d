//! A desk without a terminal: presses keys, waits for text on the drawn screen.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::{Duration, Instant};

use liangdian::app::key::{Key, KeyCode};
use liangdian::app::{Effect, Msg, State, update};
use liangdian::domain::Date;
use liangdian::runtime::DeskStart;
use liangdian::runtime::desk::Arrival;
use liangdian::runtime::newsroom::Desk;
use liangdian::runtime::worker;
use liangdian::store::Newsroom;
use liangdian::term::Ambiguous;
use liangdian::ui;
use liangdian::ui::theme::{Role, Theme};
use liangdian::wording::Lang;
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::Color;
use tempfile::TempDir;

const PATIENCE: Duration = Duration::from_secs(20);

/// A newsroom in a scratch folder.
pub struct Room {
    pub dir: TempDir,
}

impl Room {
    /// An empty newsroom in a git repository with an editor's name.
    pub fn new() -> Self {
        let dir = TempDir::new().unwrap();
        let room = Self { dir };
        room.git(&["init", "-q"]);
        room.git(&["config", "user.name", "周明"]);
        room.git(&["config", "user.email", "zhouming@example.com"]);
        room.git(&["config", "commit.gpgsign", "false"]);
        fs::create_dir(room.path().join("drafts")).unwrap();
        room
    }

    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    pub fn git(&self, args: &[&str]) -> String {
        let out = Command::new("git")
            .args(args)
            .current_dir(self.path())
            .output()
            .unwrap();
        assert!(
            out.status.success(),
            "git {args:?}: {}",
            String::from_utf8_lossy(&out.stderr)
        );
        String::from_utf8(out.stdout).unwrap()
    }

    /// Writes a draft file; `more` are lines above the first table.
    pub fn draft(&self, id: &str, rank: &str, headline: &str, more: &str) -> &Self {
        let text = format!(
            "schema = 1\nkind = \"story\"\nplace = \"\"\nheadline = \"{headline}\"\ndeck = \"\"\n\
             date = 2026-04-01\nstatus = \"submitted\"\nrank = \"{rank}\"\n{more}\n\
             [byline]\nreporters = [\"林一舟\"]\ncorrespondents = []\nphotographers = []\n\n\
             [text]\nbody = \"\"\"\n{headline}的第一段。\n\n第二段写得长一些，好看看换行。\n\"\"\"\n"
        );
        self.file(&format!("drafts/2026-04/{id}.toml"), &text)
    }

    pub fn file(&self, path: &str, text: &str) -> &Self {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).unwrap()
    }

    /// Commits all there is.
    pub fn commit(&self) -> &Self {
        self.git(&["add", "-A"]);
        self.git(&["commit", "-q", "-m", "start"]);
        self
    }

    /// Opens the desk and waits until the newsroom is read.
    pub fn open(&self) -> Bench {
        Bench::open(self.path().to_owned(), (100, 30))
    }
}

/// A desk with its worker.
pub struct Bench {
    pub state: State,
    size: (u16, u16),
    effects: Sender<Effect>,
    arrivals: Receiver<Arrival>,
    pub copied: Vec<String>,
}

impl Bench {
    pub fn open(folder: PathBuf, size: (u16, u16)) -> Self {
        let desk = Newsroom::open(&folder).ok().map(Desk::new);
        let (to_loop, arrivals) = mpsc::channel();
        let rescue = Some(folder.join(".liangdian/rescued"));
        let start = DeskStart {
            desk,
            folder,
            lang: Lang::Zh,
            rescue,
            draft: None,
        };
        let effects = worker::start(start, to_loop);
        let today: Date = "2026-04-10".parse().unwrap();
        let mut state = State::new(Lang::Zh, size, today).unwrap();
        state.terminal_says(Ambiguous::One);
        effects.send(Effect::Load).unwrap();
        let mut bench = Self {
            state,
            size,
            effects,
            arrivals,
            copied: Vec::new(),
        };
        bench.settle();
        bench
    }

    fn send(&mut self, msg: Msg) {
        for effect in update(&mut self.state, msg) {
            match effect {
                Effect::Copy { text } => self.copied.push(text),
                other => self.effects.send(other).unwrap(),
            }
        }
    }

    /// Waits until the worker has done all that was asked, and takes in its answers.
    pub fn settle(&mut self) -> &mut Self {
        self.effects.send(Effect::Quit).unwrap();
        loop {
            match self
                .arrivals
                .recv_timeout(PATIENCE)
                .expect("the worker answers")
            {
                Arrival::Msg(msg) => self.send(msg),
                Arrival::Drained => return self,
                other => panic!("{other:?} from the worker"),
            }
        }
    }

    /// Presses keys by name: `"a"`, `"down down enter"`, `"ctrl-s"`.
    pub fn keys(&mut self, names: &str) -> &mut Self {
        for name in names.split_whitespace() {
            self.send(Msg::Key(name.parse().unwrap()));
        }
        self
    }

    /// Types text, Enter at each newline.
    pub fn type_text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            let code = if c == '\n' {
                KeyCode::Enter
            } else {
                KeyCode::Char(c)
            };
            self.send(Msg::Key(Key::plain(code)));
        }
        self
    }

    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.send(Msg::Paste(text.to_owned()));
        self
    }

    pub fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.size = (width, height);
        self.send(Msg::Resize(width, height));
        self
    }

    /// Takes answers until the screen shows a text.
    pub fn wait_for(&mut self, text: &str) -> &mut Self {
        let until = Instant::now() + PATIENCE;
        while !self.screen().contains(text) {
            let left = until.saturating_duration_since(Instant::now());
            match self.arrivals.recv_timeout(left) {
                Ok(Arrival::Msg(msg)) => self.send(msg),
                Ok(Arrival::Drained) => {}
                Ok(other) => panic!("{other:?} from the worker"),
                Err(why) => panic!("{text:?} never came ({why}):\n{}", self.screen()),
            }
        }
        self
    }

    /// Leaves, and waits until everything is written.
    pub fn leave(&mut self) {
        self.send(Msg::HangUp);
        self.settle();
        assert!(
            self.state.quitting,
            "leaving was called off:\n{}",
            self.screen()
        );
    }

    /// The screen as text and the caret on it.
    pub fn drawn(&self) -> (String, Option<(u16, u16)>) {
        let mut buf = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1));
        let caret = ui::draw(&self.state, Theme::Colour, &mut buf);
        let mut text = String::new();
        for y in 0..self.size.1 {
            let mut x = 0;
            while x < self.size.0 {
                let cell = &buf[(x, y)];
                text.push_str(if cell.symbol() == "\u{a0}" {
                    " "
                } else {
                    cell.symbol()
                });
                x += cell.cell_width().max(1);
            }
            text.truncate(text.trim_end_matches(' ').len());
            text.push('\n');
        }
        (text, caret)
    }

    /// The screen as cells and the caret on it.
    pub fn buffer(&self) -> (Buffer, Option<(u16, u16)>) {
        let mut buf = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1));
        let caret = ui::draw(&self.state, Theme::Colour, &mut buf);
        (buf, caret)
    }

    pub fn screen(&self) -> String {
        self.drawn().0
    }

    /// What is drawn as chosen: a selection, a chosen row.
    pub fn chosen(&self) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1));
        ui::draw(&self.state, Theme::Colour, &mut buf);
        let chosen = Theme::Colour.style(Role::Chosen).bg;
        let cells = buf.content.iter().filter(|cell| Some(cell.bg) == chosen);
        cells.map(Cell::symbol).collect()
    }

    /// All cells as they are drawn without colours.
    pub fn plain_cells(&self) -> Vec<Cell> {
        let mut buf = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1));
        ui::draw(&self.state, Theme::Plain, &mut buf);
        buf.content
    }

    /// What is underlined in the rows of the story's text, a cell each.
    pub fn underlined(&self) -> Vec<String> {
        let cells = self.plain_cells();
        let rows = cells.chunks(self.size.0.into()).skip(8);
        let marked = rows
            .flatten()
            .filter(|cell| cell.modifier.contains(ratatui::style::Modifier::UNDERLINED));
        marked.map(|cell| cell.symbol().to_owned()).collect()
    }

    /// The character on the screen under the caret.
    pub fn under_caret(&self) -> Option<char> {
        let (text, caret) = self.drawn();
        let (column, row) = caret?;
        let line = text.lines().nth(row.into())?;
        let mut at = 0;
        for c in line.chars() {
            if at == usize::from(column) {
                return Some(c);
            }
            at += usize::from(c.to_string().cell_width());
        }
        None
    }

    /// The colour of the first place on the screen where a text stands.
    pub fn colour_of(&self, text: &str) -> Color {
        let mut buf = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1));
        ui::draw(&self.state, Theme::Colour, &mut buf);
        for y in 0..self.size.1 {
            for x in 0..self.size.0 {
                let line: String = (x..self.size.0).map(|x| buf[(x, y)].symbol()).collect();
                if line.starts_with(text) {
                    return buf[(x, y)].fg;
                }
            }
        }
        panic!("{text:?} is not on the screen:\n{}", self.screen());
    }

    #[track_caller]
    pub fn shows(&self, text: &str) {
        assert!(
            self.screen().contains(text),
            "{text:?} is not on the screen:\n{}",
            self.screen()
        );
    }

    #[track_caller]
    pub fn shows_not(&self, text: &str) {
        assert!(
            !self.screen().contains(text),
            "{text:?} is on the screen:\n{}",
            self.screen()
        );
    }
}
