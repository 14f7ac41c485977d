//! The terminal: taken over at the start, given back in every way the program can end.

use std::io::{self, BufWriter, IsTerminal, Stdout, Write};
use std::path::PathBuf;

use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate, SetTitle};
use crossterm::{execute, queue};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;

use super::tty;
use crate::app::State;
use crate::term::{session, width};
use crate::ui;
use crate::ui::theme::Theme;

/// Bytes gathered before they are written: one packet a frame.
const FRAME: usize = 64 * 1024;

/// The screen while the desk is open; giving it up restores the terminal.
pub struct Desktop {
    terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
    theme: Theme,
    /// Others have the terminal.
    aside: bool,
}

/// Why no desk can be opened here.
#[derive(Debug)]
pub enum NoDesk {
    /// Standard output or input is no terminal.
    NoTerminal,
    /// `TERM=dumb`: it cannot move its cursor.
    Dumb,
    /// The system refused.
    Io(io::Error),
    /// A defect closed it; the files that hold the text now.
    Panicked(Vec<PathBuf>),
}

impl From<io::Error> for NoDesk {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl Desktop {
    /// Takes the terminal over: raw keys, alternate screen, pastes marked as such.
    pub fn open() -> Result<Self, NoDesk> {
        if !io::stdout().is_terminal() || !io::stdin().is_terminal() {
            return Err(NoDesk::NoTerminal);
        }
        if std::env::var_os("TERM").is_some_and(|term| term == "dumb") {
            return Err(NoDesk::Dumb);
        }
        super::panic::watch(restore);
        tty::take()?;
        let mut out = BufWriter::with_capacity(FRAME, io::stdout());
        out.write_all(session::TAKE.as_bytes())?;
        // Asked in front of the first frame, which waits for no answer.
        out.write_all(width::QUESTION.as_bytes())?;
        out.flush()?;
        let terminal = Terminal::new(CrosstermBackend::new(out))?;
        Ok(Self {
            terminal,
            theme: theme(),
            aside: false,
        })
    }

    /// Leaves the terminal to others for a while, with a word on how to come back.
    pub fn step_aside(&mut self, told: &str) {
        self.aside = true;
        restore();
        let out = self.terminal.backend_mut();
        let _ = writeln!(out, "{told}").and_then(|()| Write::flush(out));
    }

    /// Asks the terminal how wide ambiguous characters are; the next frame is drawn whole.
    pub fn ask_again(&mut self) -> io::Result<()> {
        let out = self.terminal.backend_mut();
        out.write_all(width::QUESTION.as_bytes())?;
        self.draw_whole()
    }

    /// The next frame is drawn whole, whatever is on the screen.
    pub fn draw_whole(&mut self) -> io::Result<()> {
        let (width, height) = tty::size();
        self.terminal.resize(Rect::new(0, 0, width, height))
    }

    /// Whether others have the terminal; nothing may be drawn then.
    pub fn is_aside(&self) -> bool {
        self.aside
    }

    /// Takes the terminal again; the next frame is drawn whole, whatever is on the screen.
    pub fn come_back(&mut self) -> io::Result<()> {
        if !std::mem::replace(&mut self.aside, false) {
            // Stopped without a word: what is on the screen belongs to nobody.
            restore();
        }
        tty::take()?;
        let out = self.terminal.backend_mut();
        out.write_all(session::TAKE.as_bytes())?;
        self.draw_whole()
    }

    /// Draws the state; the hardware cursor goes to the caret, so that input methods follow it.
    pub fn draw(&mut self, state: &State) -> io::Result<()> {
        queue!(self.terminal.backend_mut(), BeginSynchronizedUpdate)?;
        let theme = self.theme;
        self.terminal.draw(|frame| {
            if let Some(caret) = ui::draw(state, theme, frame.buffer_mut()) {
                frame.set_cursor_position(caret);
            }
        })?;
        execute!(self.terminal.backend_mut(), EndSynchronizedUpdate)
    }

    /// Names the terminal's window or tab.
    pub fn title(&mut self, title: &str) -> io::Result<()> {
        let plain: String = title.chars().filter(|c| !c.is_control()).collect();
        execute!(self.terminal.backend_mut(), SetTitle(plain))
    }

    /// Hands text to the clipboard of the machine in front of the editor (OSC 52).
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        use crossterm::clipboard::CopyToClipboard;
        execute!(
            self.terminal.backend_mut(),
            CopyToClipboard::to_clipboard_from(text)
        )
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back as it was. Errors are of no use here: it may be gone.
fn restore() {
    let mut out = io::stdout();
    let _ = out.write_all(session::GIVE_BACK.as_bytes());
    let _ = out.flush();
    tty::give_back();
}

fn theme() -> Theme {
    let unset = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    if unset { Theme::Colour } else { Theme::Plain }
}
