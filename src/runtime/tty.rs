//! The line discipline of the terminal: raw while the desk is open, else exactly what it was.

use std::io;
use std::sync::Mutex;

use rustix::stdio::stdin;
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcgetwinsize, tcsetattr};

/// The settings found at the start; whoever ends the program gives them back, a panic included.
static FOUND: Mutex<Option<Termios>> = Mutex::new(None);

/// Takes the line: every byte as it is typed, none of them a signal or an echo.
pub fn take() -> io::Result<()> {
    let mut raw = match lock().clone() {
        Some(found) => found,
        None => tcgetattr(stdin())?,
    };
    lock().get_or_insert_with(|| raw.clone());
    raw.make_raw();
    Ok(tcsetattr(stdin(), OptionalActions::Now, &raw)?)
}

/// Gives the line back; nothing where it was not taken. It may be gone.
pub fn give_back() {
    if let Some(found) = &*lock() {
        let _ = tcsetattr(stdin(), OptionalActions::Now, found);
    }
}

/// Size in cells by rows; what terminals once had where the line knows none.
pub fn size() -> (u16, u16) {
    match tcgetwinsize(stdin()) {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => (size.ws_col, size.ws_row),
        _ => (80, 24),
    }
}

fn lock() -> std::sync::MutexGuard<'static, Option<Termios>> {
    FOUND
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}
