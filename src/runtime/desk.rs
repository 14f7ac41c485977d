//! The event loop: keys go down, effects go to the worker, answers come up, one redraw.
//!
//! Nothing ticks: without input and without an answer nothing wakes.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use super::DeskStart;
use super::newsroom::{today, variable};
use super::terminal::{Desktop, NoDesk};
use super::{input, panic, signals, tty, worker};
use crate::app::state::{Phase, Tone};
use crate::app::{Effect, Msg, State, update};
use crate::config::terminals;
use crate::term::Ambiguous;
use crate::wording::{Lang, desk as words};

/// What reaches the loop.
#[derive(Debug)]
pub enum Arrival {
    /// A message for `update`.
    Msg(Msg),
    /// The worker has done all that was asked before leaving.
    Drained,
    /// The terminal has another size.
    Resized,
    /// The program is to stop for a while.
    Suspend,
    /// It was stopped and goes on.
    Continued,
    /// A thread failed.
    Panicked,
}

/// What follows from an arrival.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Stay,
    Leave,
    /// A part of the program failed; what is not saved is kept outside the newsroom.
    Panicked,
}

/// How long the first frame waits for a small newsroom to be read, so that it is drawn once.
const FIRST_FRAME: Duration = Duration::from_millis(30);
/// How long after a question the terminal is not given back without its answer.
const ANSWER: Duration = Duration::from_millis(500);
/// How long a dead line may keep the program.
const GRACE: Duration = Duration::from_secs(5);

/// Opens the desk and stays until it is left.
pub fn run(start: DeskStart) -> ExitCode {
    let lang = start.lang;
    match open(start) {
        Ok(()) => ExitCode::SUCCESS,
        Err(NoDesk::NoTerminal) => refuse(words::NO_TERMINAL.get(lang)),
        Err(NoDesk::Dumb) => refuse(words::DUMB_TERMINAL.get(lang)),
        Err(NoDesk::Panicked(kept)) => refuse(&failed(&kept, lang)),
        Err(NoDesk::Io(error)) => refuse(&words::STOPPED.fill(lang, &[("why", &error)])),
    }
}

fn refuse(sentence: &str) -> ExitCode {
    eprintln!("{sentence}");
    ExitCode::FAILURE
}

/// What a defect did, and where the text is.
fn failed(kept: &[PathBuf], lang: Lang) -> String {
    let mut told = words::PANICKED.fill(lang, &[("why", &panic::why())]);
    for path in kept {
        told.push('\n');
        told.push_str(&words::RESCUED.fill(lang, &[("path", &path.display())]));
    }
    told
}

fn open(start: DeskStart) -> Result<(), NoDesk> {
    let mut desktop = Desktop::open()?;
    let (to_loop, arrivals) = mpsc::channel();
    let (lang, draft, told) = (start.lang, start.draft.clone(), elsewhere(&start));
    let rescue = start.rescue.clone();
    // The disk is read while the rest is made ready.
    let effects = worker::start(start, to_loop.clone());
    let asked = effects.send(Effect::Load).is_ok();
    let mut state = State::new(lang, tty::size(), today())
        .map_err(|error| NoDesk::Io(io::Error::other(error.to_string())))?;
    state.open_first = draft;
    if let Some(answer) = terminals::ambiguous(&terminals::key(&variable)) {
        state.terminal_says(Ambiguous::by_setting(answer, Ambiguous::Safe));
    }
    if let Some(told) = told {
        state.say(Tone::Good, told);
    }
    super::keys::load(&mut state);
    let title = if lang == Lang::Zh {
        "亮点"
    } else {
        "Liangdian"
    };
    signals::listen(to_loop.clone());
    input::listen(to_loop);
    desktop.title(title);
    let mut work = Work {
        desktop,
        effects,
        arrivals,
        state,
        resized: false,
        asked: Some(Instant::now()),
        drawn: None,
    };
    if !asked {
        return Ok(());
    }
    let ended = catch_unwind(AssertUnwindSafe(|| {
        let next = work.run();
        work.await_answer();
        next
    }));
    match ended {
        Ok(Ok(Next::Stay | Next::Leave)) => Ok(()),
        Ok(Err(error)) => Err(NoDesk::Io(error)),
        Ok(Ok(Next::Panicked)) | Err(_) => Err(NoDesk::Panicked(work.rescue(rescue.as_deref()))),
    }
}

/// The name of a newsroom that is not the folder the program was started in.
fn elsewhere(start: &DeskStart) -> Option<String> {
    let root = start.desk.as_ref()?.newsroom.root();
    let path = root.display();
    let told = || words::ELSEWHERE.fill(start.lang, &[("path", &path)]);
    (!start.folder.starts_with(root)).then(told)
}

struct Work {
    desktop: Desktop,
    effects: Sender<Effect>,
    arrivals: Receiver<Arrival>,
    state: State,
    /// The terminal's size is to be asked for before the next frame.
    resized: bool,
    /// When the terminal was asked what it has not answered yet.
    asked: Option<Instant>,
    /// How ambiguous characters were drawn in the last frame.
    drawn: Option<Ambiguous>,
}

impl Work {
    fn run(&mut self) -> io::Result<Next> {
        let mut next = self.first_frame()?;
        while next == Next::Stay {
            let Ok(arrival) = self.arrivals.recv() else {
                break;
            };
            next = self.take(arrival);
            // All that is waiting already becomes one frame.
            while next == Next::Stay
                && let Ok(arrival) = self.arrivals.try_recv()
            {
                next = self.take(arrival);
            }
            if next == Next::Stay && self.draw().is_err() {
                next = self.take(Arrival::Msg(Msg::HangUp));
            }
        }
        Ok(next)
    }

    fn first_frame(&mut self) -> io::Result<Next> {
        let until = Instant::now() + FIRST_FRAME;
        let mut next = Next::Stay;
        while next == Next::Stay && self.state.phase == Phase::Loading {
            let Some(wait) = until.checked_duration_since(Instant::now()) else {
                break;
            };
            match self.arrivals.recv_timeout(wait) {
                Ok(arrival) => next = self.take(arrival),
                Err(_) => break,
            }
        }
        if next == Next::Stay {
            self.draw()?;
        }
        Ok(next)
    }

    fn draw(&mut self) -> io::Result<()> {
        if self.desktop.is_aside() {
            return Ok(());
        }
        if std::mem::take(&mut self.resized) {
            let (width, height) = tty::size();
            update(&mut self.state, Msg::Resize(width, height));
        }
        if self
            .drawn
            .replace(self.state.drawn)
            .is_some_and(|drawn| drawn != self.state.drawn)
        {
            self.desktop.draw_whole();
        }
        self.desktop.draw(&self.state)
    }

    fn take(&mut self, arrival: Arrival) -> Next {
        match arrival {
            // A save that failed calls the leaving off.
            Arrival::Drained if self.state.quitting => Next::Leave,
            Arrival::Drained => Next::Stay,
            Arrival::Panicked => Next::Panicked,
            Arrival::Resized => {
                self.resized = true;
                Next::Stay
            }
            Arrival::Suspend => {
                self.suspend();
                Next::Stay
            }
            Arrival::Continued => self.continued(),
            Arrival::Msg(msg) => self.tell(msg),
        }
    }

    fn tell(&mut self, msg: Msg) -> Next {
        match msg {
            Msg::HangUp => leave_within(GRACE),
            Msg::Reply(_) => self.asked = None,
            _ => {}
        }
        for effect in update(&mut self.state, msg) {
            match effect {
                Effect::Copy { text } => {
                    self.desktop.copy(&text);
                }
                Effect::Suspend => self.suspend(),
                Effect::Redraw => {
                    self.asked = Some(Instant::now());
                    self.desktop.ask_again();
                }
                other => {
                    if self.effects.send(other).is_err() {
                        return Next::Panicked;
                    }
                }
            }
        }
        Next::Stay
    }

    /// Stops until somebody continues the program; that comes as [`Arrival::Continued`].
    fn suspend(&mut self) {
        let lang = self.state.lang;
        if signals::can_stop() {
            self.desktop.step_aside(words::SUSPENDED.get(lang));
            signals::stop();
        } else {
            self.state.say(Tone::Bad, words::CANNOT_SUSPEND.get(lang));
        }
    }

    fn continued(&mut self) -> Next {
        self.resized = true;
        match self.desktop.come_back() {
            Ok(()) => Next::Stay,
            Err(_) => self.tell(Msg::HangUp),
        }
    }

    /// An answer that is still under way would be typed into the shell.
    fn await_answer(&mut self) {
        let Some(asked) = self.asked else { return };
        let until = asked + ANSWER;
        while let Some(left) = until.checked_duration_since(Instant::now()) {
            match self.arrivals.recv_timeout(left) {
                Ok(Arrival::Msg(Msg::Reply(_) | Msg::HangUp)) | Err(_) => return,
                Ok(_) => {}
            }
        }
    }

    /// Lets the worker end what it is doing, then keeps what is not in the newsroom.
    fn rescue(&mut self, dir: Option<&Path>) -> Vec<PathBuf> {
        if self.effects.send(Effect::Quit).is_ok() {
            let until = Instant::now() + GRACE;
            let left = || until.saturating_duration_since(Instant::now());
            while let Ok(arrival) = self.arrivals.recv_timeout(left()) {
                match arrival {
                    Arrival::Msg(Msg::Saved(entry)) => {
                        self.state.answered(&entry.draft.id);
                    }
                    Arrival::Drained | Arrival::Panicked => break,
                    _ => {}
                }
            }
        }
        dir.map_or_else(Vec::new, |dir| panic::rescue(&self.state, dir))
    }
}

/// Ends the program even where a write to a dead disk or line never returns.
fn leave_within(grace: Duration) {
    thread::spawn(move || {
        thread::sleep(grace);
        std::process::exit(129);
    });
}
