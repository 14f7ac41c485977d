//! From the terminal's events to messages.

use std::sync::mpsc::Sender;
use std::thread;

use crossterm::event::{self, Event, KeyCode as Code, KeyEvent, KeyEventKind, KeyModifiers};

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;

use super::desk::Arrival;
use crate::app::Msg;
use crate::app::key::{Key, KeyCode};

/// Reads keys, pastes and sizes for as long as the terminal gives any.
pub fn listen(to: Sender<Arrival>) {
    thread::spawn(move || {
        loop {
            let Ok(event) = event::read() else {
                let _ = to.send(Arrival::Msg(Msg::HangUp));
                return;
            };
            if let Some(msg) = message(event)
                && to.send(Arrival::Msg(msg)).is_err()
            {
                return;
            }
        }
    });
}

/// Tells when the terminal is gone.
///
/// Reading does not: crossterm 0.29 goes round and round on a line that was hung up without a
/// signal (crossterm issue 793), and the processor with it.
pub fn watch_line(to: Sender<Arrival>) {
    thread::spawn(move || {
        let stdin = std::io::stdin();
        let mut line = [PollFd::new(&stdin, PollFlags::empty())];
        let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
        loop {
            match poll(&mut line, None) {
                Ok(_) if line[0].revents().intersects(gone) => break,
                Ok(_) | Err(Errno::INTR) => {}
                Err(_) => return,
            }
        }
        let _ = to.send(Arrival::Msg(Msg::HangUp));
    });
}

/// The message of an event, if the program cares for it.
fn message(event: Event) -> Option<Msg> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => read_key(key).map(Msg::Key),
        Event::Paste(text) => Some(Msg::Paste(text)),
        Event::Resize(width, height) => Some(Msg::Resize(width, height)),
        _ => None,
    }
}

fn read_key(event: KeyEvent) -> Option<Key> {
    let code = match event.code {
        Code::Char(c) => KeyCode::Char(c),
        Code::F(n) => KeyCode::F(n),
        Code::Enter => KeyCode::Enter,
        Code::Esc => KeyCode::Esc,
        Code::Tab => KeyCode::Tab,
        Code::BackTab => KeyCode::BackTab,
        Code::Backspace => KeyCode::Backspace,
        Code::Delete => KeyCode::Delete,
        Code::Insert => KeyCode::Insert,
        Code::Left => KeyCode::Left,
        Code::Right => KeyCode::Right,
        Code::Up => KeyCode::Up,
        Code::Down => KeyCode::Down,
        Code::Home => KeyCode::Home,
        Code::End => KeyCode::End,
        Code::PageUp => KeyCode::PageUp,
        Code::PageDown => KeyCode::PageDown,
        _ => return None,
    };
    let held = |modifier| event.modifiers.contains(modifier);
    let ctrl = held(KeyModifiers::CONTROL);
    let code = match code {
        KeyCode::Char(c) if ctrl => KeyCode::Char(c.to_ascii_lowercase()),
        KeyCode::Char('\r' | '\n') => KeyCode::Enter,
        other => other,
    };
    let in_code = matches!(code, KeyCode::Char(_) | KeyCode::BackTab);
    let shift = held(KeyModifiers::SHIFT) && !in_code;
    Some(Key {
        code,
        ctrl,
        alt: held(KeyModifiers::ALT),
        shift,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_character_carries_its_shift() {
        let event = KeyEvent::new(Code::Char('K'), KeyModifiers::SHIFT);
        assert_eq!(read_key(event), Some(Key::char('K')));
        let event = KeyEvent::new(Code::Up, KeyModifiers::SHIFT);
        assert_eq!(read_key(event), "shift-up".parse().ok());
        let event = KeyEvent::new(Code::BackTab, KeyModifiers::SHIFT);
        assert_eq!(read_key(event), "backtab".parse().ok());
    }

    #[test]
    fn control_keys_are_the_same_in_either_case() {
        let event = KeyEvent::new(Code::Char('S'), KeyModifiers::CONTROL);
        assert_eq!(read_key(event), "ctrl-s".parse().ok());
    }
}
