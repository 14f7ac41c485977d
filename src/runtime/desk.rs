//! The event loop: keys go down, effects go to the worker, answers come up, one redraw.
//!
//! Nothing ticks: without input and without an answer nothing wakes.

use std::io;
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use super::DeskStart;
use super::newsroom::today;
use super::terminal::{Desktop, NoDesk};
use super::{input, worker};
use crate::app::state::Tone;
use crate::app::{Effect, Msg, State, update};
use crate::wording::{Lang, desk as words};

/// What reaches the loop.
#[derive(Debug)]
pub enum Arrival {
    /// A message for `update`.
    Msg(Msg),
    /// The worker has done all that was asked before leaving.
    Drained,
}

/// How long the first frame waits for a small newsroom to be read, so that it is drawn once.
const FIRST_FRAME: Duration = Duration::from_millis(30);
/// How long a dead line may keep the program.
const GRACE: Duration = Duration::from_secs(5);

/// Opens the desk and stays until it is left.
pub fn run(start: DeskStart) -> ExitCode {
    let lang = start.lang;
    match open(start) {
        Ok(()) => ExitCode::SUCCESS,
        Err(NoDesk::NoTerminal) => refuse(words::NO_TERMINAL.get(lang)),
        Err(NoDesk::Dumb) => refuse(words::DUMB_TERMINAL.get(lang)),
        Err(NoDesk::Io(error)) => refuse(&words::STOPPED.fill(lang, &[("why", &error)])),
    }
}

fn refuse(sentence: &str) -> ExitCode {
    eprintln!("{sentence}");
    ExitCode::FAILURE
}

fn open(start: DeskStart) -> Result<(), NoDesk> {
    let mut desktop = Desktop::open()?;
    let (to_loop, arrivals) = mpsc::channel();
    let (lang, draft, told) = (start.lang, start.draft.clone(), elsewhere(&start));
    // The disk is read while the rest is made ready.
    let effects = worker::start(start, to_loop.clone());
    let asked = effects.send(Effect::Load).is_ok();
    let mut state = State::new(lang, desktop.size()?, today())
        .map_err(|error| NoDesk::Io(io::Error::other(error.to_string())))?;
    state.open_first = draft;
    if let Some(told) = told {
        state.say(Tone::Good, told);
    }
    super::keys::load(&mut state);
    let title = if lang == Lang::Zh {
        "亮点"
    } else {
        "Liangdian"
    };
    input::listen(to_loop.clone());
    input::watch_line(to_loop.clone());
    listen_for_signals(to_loop);
    desktop.title(title)?;
    let mut work = Work {
        desktop,
        effects,
        arrivals,
        state,
    };
    if asked {
        work.run().map_err(NoDesk::Io)
    } else {
        Ok(())
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
}

impl Work {
    fn run(&mut self) -> io::Result<()> {
        self.first_frame()?;
        while let Ok(arrival) = self.arrivals.recv() {
            let mut left = self.take(arrival);
            // All that is waiting already becomes one frame.
            while !left && let Ok(arrival) = self.arrivals.try_recv() {
                left = self.take(arrival);
            }
            if left {
                return Ok(());
            }
            if self.draw().is_err() {
                self.take(Arrival::Msg(Msg::HangUp));
            }
        }
        Ok(())
    }

    fn first_frame(&mut self) -> io::Result<()> {
        let until = Instant::now() + FIRST_FRAME;
        while self.state.phase == crate::app::state::Phase::Loading {
            let Some(wait) = until.checked_duration_since(Instant::now()) else {
                break;
            };
            match self.arrivals.recv_timeout(wait) {
                Ok(arrival) => {
                    self.take(arrival);
                }
                Err(_) => break,
            }
        }
        self.draw()
    }

    fn draw(&mut self) -> io::Result<()> {
        self.desktop.draw(&self.state)
    }

    /// Takes in one arrival; whether the program is done.
    fn take(&mut self, arrival: Arrival) -> bool {
        let msg = match arrival {
            // A save that failed calls the leaving off.
            Arrival::Drained => return self.state.quitting,
            Arrival::Msg(msg) => msg,
        };
        if matches!(msg, Msg::HangUp) {
            leave_within(GRACE);
        }
        for effect in update(&mut self.state, msg) {
            match effect {
                Effect::Copy { text } => {
                    let _ = self.desktop.copy(&text);
                }
                other => {
                    if self.effects.send(other).is_err() {
                        return true;
                    }
                }
            }
        }
        false
    }
}

/// Ends the program even where a write to a dead disk or line never returns.
fn leave_within(grace: Duration) {
    thread::spawn(move || {
        thread::sleep(grace);
        std::process::exit(129);
    });
}

/// SIGHUP and SIGTERM: what is open is saved, then the program ends.
fn listen_for_signals(to: Sender<Arrival>) {
    use signal_hook::consts::{SIGHUP, SIGTERM};
    let Ok(mut signals) = signal_hook::iterator::Signals::new([SIGHUP, SIGTERM]) else {
        return;
    };
    thread::spawn(move || {
        for _ in &mut signals {
            if to.send(Arrival::Msg(Msg::HangUp)).is_err() {
                return;
            }
        }
    });
}
