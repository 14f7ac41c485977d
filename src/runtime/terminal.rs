//! The terminal: taken over at the start, given back in every way the program can end.

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::os::fd::AsFd;
use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::tty;
use crate::app::State;
use crate::term::{Ambiguous, Capabilities, Painter, codes, width};
use crate::ui;
use crate::ui::theme::Theme;

/// The screen while the desk is open; giving it up restores the terminal.
pub struct Desktop {
    /// Not `Stdout`: it would send a frame in pieces of one line or one kilobyte.
    out: File,
    /// What goes out with the next frame.
    waiting: Vec<u8>,
    painter: Painter,
    frame: Buffer,
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
    /// A part of the program failed; the files that hold the texts now.
    Panicked(Vec<PathBuf>),
    /// The system refused.
    Io(io::Error),
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
        let (capabilities, theme) = environment();
        let mut out = File::from(io::stdout().as_fd().try_clone_to_owned()?);
        // Asked in front of the first frame, which waits for no answer.
        out.write_all(&[codes::ENTER, width::QUESTION.as_bytes()].concat())?;
        Ok(Self {
            out,
            waiting: Vec::new(),
            painter: Painter::new(capabilities, Ambiguous::Safe),
            frame: Buffer::default(),
            theme,
            aside: false,
        })
    }

    /// Leaves the terminal to others for a while, with a word on how to come back.
    pub fn step_aside(&mut self, told: &str) {
        self.aside = true;
        restore();
        let _ = writeln!(self.out, "{told}");
    }

    /// Asks the terminal how wide ambiguous characters are; the next frame is drawn whole.
    pub fn ask_again(&mut self) {
        self.waiting.extend(width::QUESTION.as_bytes());
        self.draw_whole();
    }

    /// The next frame is drawn whole, whatever is on the screen.
    pub fn draw_whole(&mut self) {
        self.painter.forget();
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
        self.out.write_all(codes::ENTER)?;
        self.draw_whole();
        Ok(())
    }

    /// Draws the state; the hardware cursor goes to the caret, so that input methods follow it.
    ///
    /// One write a frame, and none where nothing changed.
    pub fn draw(&mut self, state: &State) -> io::Result<()> {
        let area = Rect::new(0, 0, state.size.width, state.size.height);
        if self.frame.area == area {
            self.frame.reset();
        } else {
            self.frame = Buffer::empty(area);
        }
        let caret = ui::draw(state, self.theme, &mut self.frame);
        self.painter.set_ambiguous(state.drawn);
        let bytes = self.painter.paint(&self.frame, caret);
        if self.waiting.is_empty() {
            return write(&mut self.out, bytes);
        }
        self.waiting.extend(bytes);
        let sent = write(&mut self.out, &self.waiting);
        self.waiting.clear();
        sent
    }

    /// Names the terminal's window or tab, with the next frame.
    pub fn title(&mut self, title: &str) {
        self.waiting.extend(codes::title(title));
    }

    /// Hands text to the clipboard of the machine in front of the editor, with the next frame.
    pub fn copy(&mut self, text: &str) {
        self.waiting.extend(codes::copy(text));
    }
}

fn write(out: &mut File, bytes: &[u8]) -> io::Result<()> {
    if bytes.is_empty() {
        return Ok(());
    }
    out.write_all(bytes)
}

impl Drop for Desktop {
    fn drop(&mut self) {
        restore();
    }
}

/// Gives the terminal back as it was. Errors are of no use here: it may be gone.
fn restore() {
    let mut out = io::stdout();
    let _ = out.write_all(codes::LEAVE);
    let _ = out.flush();
    tty::give_back();
}

/// What the terminal is trusted with by its environment, and the colours to draw in.
fn environment() -> (Capabilities, Theme) {
    let value = |name| std::env::var(name).ok();
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let term = value("TERM").filter(|term| !term.is_empty());
    let capabilities = Capabilities::of(term.as_deref(), value("COLORTERM").as_deref(), no_color);
    let theme = if no_color {
        Theme::Plain
    } else {
        Theme::Colour
    };
    (capabilities, theme)
}
