//! Asks the terminal of a command questions and waits for the answers, for a while.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read};
use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};

use crate::term::input::Decoder;
use crate::term::question::{self, Answers};

/// How long a terminal may take for all of them; lines by satellite need 600 ms there and back.
const PATIENCE: Duration = Duration::from_millis(1500);

/// What the terminal of this process answers; `None` where it has none.
///
/// Keys that are pressed meanwhile are dropped.
pub fn all() -> Option<Answers> {
    let mut line = OpenOptions::new()
        .read(true)
        .write(true)
        .open("/dev/tty")
        .ok()?;
    let found = tcgetattr(&line).ok()?;
    let mut raw = found.clone();
    raw.make_raw();
    tcsetattr(&line, OptionalActions::Flush, &raw).ok()?;
    let mut answers = Answers::default();
    let asked = line.write_all(question::all().as_bytes());
    if asked.is_ok() {
        // What was answered until the line failed counts.
        let _ = listen(&line, &mut answers);
    }
    let _ = tcsetattr(&line, OptionalActions::Flush, &found);
    Some(answers)
}

fn listen(line: &File, answers: &mut Answers) -> io::Result<()> {
    let until = Instant::now() + PATIENCE;
    let mut decoder = Decoder::default();
    let (mut buffer, mut inputs) = ([0; 1024], Vec::new());
    while !answers.all {
        let left = until.saturating_duration_since(Instant::now());
        let wait = Timespec::try_from(left).unwrap_or_default();
        let mut ready = [PollFd::new(line, PollFlags::IN)];
        match poll(&mut ready, Some(&wait)) {
            Ok(0) => return Ok(()),
            Ok(_) => {}
            Err(Errno::INTR) => continue,
            Err(error) => return Err(error.into()),
        }
        match read(line, &mut buffer)? {
            0 => return Ok(()),
            n => decoder.feed(&buffer[..n], &mut inputs),
        }
        for input in inputs.drain(..) {
            answers.take(&input);
        }
    }
    Ok(())
}
