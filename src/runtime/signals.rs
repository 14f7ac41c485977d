//! Signals: what is open is saved, the screen follows its window, a stopped desk comes back whole.

use std::sync::mpsc::Sender;

use rustix::process::{Signal, getpgid, getpgrp, getsid, kill_current_process_group};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

use super::desk::Arrival;
use super::panic::guarded;
use crate::app::Msg;

/// Tells the loop of signals; the handlers stand when this returns.
pub fn listen(to: Sender<Arrival>) {
    let Ok(mut signals) = Signals::new([SIGHUP, SIGTERM, SIGWINCH, SIGTSTP, SIGCONT]) else {
        return;
    };
    guarded(to, move |to| {
        for signal in &mut signals {
            let arrival = match signal {
                SIGWINCH => Arrival::Resized,
                SIGTSTP => Arrival::Suspend,
                SIGCONT => Arrival::Continued,
                _ => Arrival::Msg(Msg::HangUp),
            };
            if to.send(arrival).is_err() {
                return;
            }
        }
    });
}

/// Whether somebody is there to continue what was stopped: a shell with job control, which runs
/// this program in a group of its own. `ssh -t host liangdian` has none.
pub fn can_stop() -> bool {
    let leader = getsid(None).and_then(|session| getpgid(Some(session)));
    leader.is_ok_and(|group| group != getpgrp())
}

/// Stops the program, and a script it was started from, until it is continued.
pub fn stop() {
    let _ = kill_current_process_group(Signal::STOP);
}
