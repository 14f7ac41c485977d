//! What meets the machine: command line, clock, worker threads, the terminal.

mod ask;
pub mod cli;
pub mod desk;
mod input;
mod keys;
pub mod newsroom;
mod panic;
pub mod proof;
mod proofread;
mod reviewing;
mod signals;
mod terminal;
mod tty;
pub mod worker;

use std::path::PathBuf;
use std::process::ExitCode;

use crate::wording::Lang;

/// Where the desk opens.
#[derive(Debug, Clone)]
pub struct DeskStart {
    /// The newsroom; without one the desk offers to make it.
    pub desk: Option<newsroom::Desk>,
    /// The folder the program was started in, where a newsroom could be made.
    pub folder: PathBuf,
    /// The language of the program's words.
    pub lang: Lang,
    /// Where text is kept that cannot be written into the newsroom.
    pub rescue: Option<PathBuf>,
    /// An id or a path: that draft's story screen, the caret in the body; else the queue.
    pub draft: Option<String>,
}

/// Opens the terminal desk and stays until it is left.
pub fn open_desk(start: DeskStart) -> ExitCode {
    desk::run(start)
}
