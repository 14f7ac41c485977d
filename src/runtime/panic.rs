//! A defect of the program: the terminal is given back, the text is kept.
//!
//! A panic in the loop unwinds to [`super::desk`], one in another thread is told to it; either way
//! the loop writes every text that is not in the newsroom into the rescue folder.

use std::collections::HashSet;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::mpsc::Sender;
use std::thread;

use super::desk::Arrival;
use crate::app::State;
use crate::app::state::Screen;
use crate::domain::{Draft, DraftId};
use crate::store::rescue;

/// Where and why the program failed.
static WHY: Mutex<String> = Mutex::new(String::new());

/// From now on a panic writes nothing onto the screen of the desk; one in this thread gives the
/// terminal back at once.
pub fn watch(restore: impl Fn() + Send + Sync + 'static) {
    let desk = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() == desk {
            restore();
        }
        if let Ok(mut why) = WHY.lock() {
            *why = info.to_string().replace('\n', " ");
        }
    }));
}

/// What the last panic said.
pub fn why() -> String {
    WHY.lock().map(|why| why.clone()).unwrap_or_default()
}

/// Runs a thread of the desk; the loop is told if it fails.
pub fn guarded(to: Sender<Arrival>, work: impl FnOnce(&Sender<Arrival>) + Send + 'static) {
    thread::spawn(move || {
        if catch_unwind(AssertUnwindSafe(|| work(&to))).is_err() {
            let _ = to.send(Arrival::Panicked);
        }
    });
}

/// Keeps every text that may not be in the newsroom; the files that hold it now.
pub fn rescue(state: &State, dir: &Path) -> Vec<PathBuf> {
    let unsaved = catch_unwind(AssertUnwindSafe(|| unsaved(state))).unwrap_or_default();
    let kept = unsaved.iter().map(|draft| rescue::keep(dir, draft).ok());
    kept.flatten().collect()
}

/// Changed drafts on the screen, and those whose save was not answered.
fn unsaved(state: &State) -> Vec<Draft> {
    let shown = state.over.iter().filter_map(|screen| match screen {
        Screen::Story(story) => Some(story),
        _ => None,
    });
    let stories = shown.chain(&state.parked);
    let pending = |id: &DraftId| state.pending.contains_key(id);
    let mut drafts: Vec<Draft> = stories
        .filter(|story| story.is_changed() || pending(story.id()))
        .map(|story| story.draft())
        .collect();
    let bylines = state.over.iter().filter_map(|screen| match screen {
        Screen::Byline(byline) => byline.changed(),
        _ => None,
    });
    drafts.extend(bylines);
    let told: HashSet<DraftId> = drafts.iter().map(|draft| draft.id.clone()).collect();
    let sent = state.pending.keys().filter(|id| !told.contains(id));
    drafts.extend(sent.filter_map(|id| Some(state.view.entry(id)?.draft.clone())));
    drafts
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::mpsc;

    use super::*;
    use crate::app::view::View;
    use crate::app::{Msg, update};
    use crate::domain::{Date, Entry};
    use crate::term::key::Key;
    use crate::wording::Lang;

    fn desk(open: Option<&str>) -> State {
        let mut state = State::new(Lang::Zh, (80, 24), Date::FIRST).unwrap();
        let mut draft = Draft::empty(DraftId::new("a").unwrap());
        draft.headline = "标题".into();
        draft.body = "原文。\n".into();
        let entry = Entry {
            draft,
            path: "drafts/a.toml".into(),
            file_hash: String::new(),
            content_hash: String::new(),
        };
        let view = View::build(
            crate::domain::Settings::default(),
            vec![entry],
            vec![],
            vec![],
        );
        state.open_first = open.map(str::to_owned);
        update(&mut state, Msg::Loaded(Box::new(view)));
        state
    }

    fn kept(state: &State) -> Vec<String> {
        let dir = tempfile::tempdir().unwrap();
        let files = rescue(state, dir.path());
        files
            .iter()
            .map(|file| fs::read_to_string(file).unwrap())
            .collect()
    }

    #[test]
    fn a_story_that_is_not_saved_is_kept() {
        let mut state = desk(Some("a"));
        assert!(kept(&state).is_empty(), "nothing was typed");
        update(&mut state, Msg::Text("写了新的话，".into()));
        let texts = kept(&state);
        assert_eq!(texts.len(), 1);
        assert!(texts[0].contains("写了新的话，原文。"), "{texts:?}");
    }

    #[test]
    fn a_save_that_was_not_answered_is_kept() {
        let mut state = desk(None);
        let effects = update(&mut state, Msg::Key(Key::char('h')));
        assert!(!effects.is_empty());
        let texts = kept(&state);
        assert_eq!(texts.len(), 1);
        assert!(texts[0].contains("held"), "{texts:?}");
        // Left behind as well, until the answer comes.
        let mut state = desk(Some("a"));
        update(&mut state, Msg::Text("新，".into()));
        update(&mut state, Msg::Key("esc".parse().unwrap()));
        assert!(kept(&state)[0].contains("新，原文。"));
    }

    #[test]
    fn the_loop_is_told_of_a_thread_that_failed() {
        let (to, from) = mpsc::channel();
        guarded(to, |_| panic!("a defect"));
        assert!(matches!(from.recv().unwrap(), Arrival::Panicked));
    }
}
