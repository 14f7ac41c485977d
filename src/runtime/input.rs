//! Reads the terminal: one thread that sleeps until bytes come or an unfinished sequence ends.

use std::sync::mpsc::Sender;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read};
use rustix::stdio::stdin;

use super::desk::Arrival;
use super::panic::guarded;
use crate::app::Msg;
use crate::term::input::{Decoder, Input};

/// Bytes taken in at once; the kernel keeps at most 4096 of a terminal's.
const READ: usize = 64 * 1024;

/// Reads keys, text, pastes and answers for as long as the line stands.
pub fn listen(to: Sender<Arrival>) {
    guarded(to, |to| {
        let mut decoder = Decoder::default();
        let mut inputs = Vec::new();
        let mut buffer = vec![0; READ];
        loop {
            let next = next(&mut buffer, decoder.waits());
            match next {
                Next::Bytes(n) => decoder.feed(&buffer[..n], &mut inputs),
                Next::Silence => decoder.timeout(&mut inputs),
                // What came before the line went is told first.
                Next::Gone => {
                    while decoder.waits().is_some() {
                        decoder.timeout(&mut inputs);
                    }
                }
            }
            let gone = (next == Next::Gone).then_some(Msg::HangUp);
            let messages = inputs.drain(..).map(message).chain(gone);
            for msg in messages {
                if to.send(Arrival::Msg(msg)).is_err() {
                    return;
                }
            }
            if next == Next::Gone {
                return;
            }
        }
    });
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Bytes(usize),
    Silence,
    Gone,
}

/// Waits for bytes, for ever where nothing is unfinished.
fn next(buffer: &mut [u8], wait: Option<Duration>) -> Next {
    let wait = wait.and_then(|wait| Timespec::try_from(wait).ok());
    let line = stdin();
    let mut ready = [PollFd::new(&line, PollFlags::IN)];
    loop {
        match poll(&mut ready, wait.as_ref()) {
            Ok(0) => return Next::Silence,
            // A line that was hung up can be read to its end first.
            Ok(_) => {}
            Err(Errno::INTR) => continue,
            Err(_) => return Next::Gone,
        }
        match read(line, &mut *buffer) {
            Ok(0) => return Next::Gone,
            Ok(n) => return Next::Bytes(n),
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(_) => return Next::Gone,
        }
    }
}

fn message(input: Input) -> Msg {
    match input {
        Input::Key(key) => Msg::Key(key),
        Input::Text(text) => Msg::Text(text),
        Input::Paste(text) => Msg::Paste(text),
        Input::Reply(reply) => Msg::Reply(reply),
    }
}
