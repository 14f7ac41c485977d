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
