//! Events in, effects out; no terminal, no disk, no clock.

use super::effect::Effect;
use super::key::{Key, KeyCode};
use super::keymap::Action;
use super::msg::{Msg, SaveTrouble};
use super::state::{Act, Phase, Screen, State, Tone};
use super::view::View;
use super::{byline, diff, import, issue, notes, problems, proof, proofs, queue, review, story};
use crate::domain::{DraftId, Entry};
use crate::git::CommitOutcome;
use crate::term::input::Reply;
use crate::term::{Ambiguous, width};
use crate::wording::desk as words;

/// Takes in one message.
pub fn update(state: &mut State, msg: Msg) -> Vec<Effect> {
    let typed = matches!(
        msg,
        Msg::Key(_) | Msg::Text(_) | Msg::Paste(_) | Msg::Resize(..)
    );
    let found = matches!(msg, Msg::Proofed(_));
    let mut effects = take(state, msg);
    if !state.told_copying && effects.iter().any(|e| matches!(e, Effect::Copy { .. })) {
        state.told_copying = true;
        if state.notice.is_none() {
            state.say(Tone::Good, words::COPIED_ONCE.get(state.lang));
        }
    }
    if !typed && !found && state.phase == Phase::Open {
        let house = std::sync::Arc::clone(&state.view.house);
        effects.extend(state.proofs.ask(&state.view.entries, &house));
    }
    if !typed {
        proof::refresh(state);
    }
    story::finding::follow(state);
    effects
}

fn take(state: &mut State, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Key(key) => on_key(state, key),
        Msg::Text(text) => on_text(state, &text),
        Msg::Paste(text) => on_paste(state, &text),
        Msg::Reply(reply) => on_reply(state, &reply),
        Msg::Resize(width, height) => on_resize(state, width, height),
        Msg::Loaded(view) => on_loaded(state, *view),
        Msg::NoNewsroom(folder) => on_no_newsroom(state, folder),
        Msg::Saved(entry) => on_saved(state, *entry),
        Msg::SaveFailed { id, why } => on_save_failed(state, &id, why),
        Msg::Made(entry) => on_made(state, &entry),
        Msg::PageRead { name, page } => import::on_page(state, name, *page),
        Msg::Paths(found) => import::on_paths(state, &found),
        Msg::ItemsCreated(entries) => on_items_created(state, entries),
        Msg::Assembled(report) => issue::on_report(state, *report),
        Msg::Undone { number, commit } => issue::on_undone(state, number, &commit),
        Msg::Committed(outcome) => on_committed(state, &outcome),
        Msg::Failed(sentence) => told(state, Tone::Bad, sentence),
        Msg::Told(tone, sentence) => told(state, tone, sentence),
        Msg::CreateFailed(sentence) => {
            import::create_failed(state);
            told(state, Tone::Bad, sentence)
        }
        Msg::Past(past) => review::on_past(state, &past),
        Msg::Proofed(results) => {
            proofs::on_proofed(state, results);
            Vec::new()
        }
        Msg::Allowed(house, file) => {
            proofs::on_allowed(state, house, file);
            Vec::new()
        }
        Msg::HangUp => leave(state),
    }
}

fn on_key(state: &mut State, key: Key) -> Vec<Effect> {
    let action = state.keymap.action(state.contexts(), key);
    if action.is_none() && key.alt {
        // Escape and the next key reached us in one packet, as they do over slow lines.
        let mut effects = on_key(state, Key::plain(KeyCode::Esc));
        effects.extend(on_key(state, Key { alt: false, ..key }));
        return effects;
    }
    clear_notice(state);
    match (action, state.help) {
        (Some(Action::Suspend), _) => vec![Effect::Suspend],
        (Some(Action::Redraw), _) => {
            state.asked = true;
            vec![Effect::Redraw]
        }
        (Some(action), Some(top)) => on_help(state, action, top),
        (Some(Action::Help), None) => {
            state.help = Some(0);
            Vec::new()
        }
        (Some(action), None) => act(state, action),
        (None, None) => key.typed().map_or_else(Vec::new, |c| on_typed(state, c)),
        (None, Some(_)) => Vec::new(),
    }
}

/// A sentence goes with the next key, unless it tells what is being done.
fn clear_notice(state: &mut State) {
    if state
        .notice
        .as_ref()
        .is_some_and(|notice| notice.tone != Tone::Busy)
    {
        state.notice = None;
    }
}

fn on_help(state: &mut State, action: Action, top: usize) -> Vec<Effect> {
    let page = usize::from(state.size.height.saturating_sub(4)).max(1);
    // Wrapped, a sentence takes two rows; the drawing stops at the last one.
    let most = 2 * state.keymap.help(state.screen_contexts(), state.lang).len();
    state.help = match action {
        Action::Up => Some(top.saturating_sub(1)),
        Action::Down => Some((top + 1).min(most)),
        Action::PageUp => Some(top.saturating_sub(page)),
        Action::PageDown => Some((top + page).min(most)),
        _ => None,
    };
    Vec::new()
}

fn act(state: &mut State, action: Action) -> Vec<Effect> {
    match &state.phase {
        Phase::Loading if action == Action::Quit => return leave(state),
        Phase::Loading => return Vec::new(),
        Phase::Welcome(_) => return on_welcome(state, action),
        Phase::Open => {}
    }
    if action == Action::Quit {
        return leave(state);
    }
    match state.over.last() {
        None => queue::act(state, action),
        Some(Screen::Story(_)) => story::act(state, action),
        Some(Screen::Byline(_)) => byline::act(state, action),
        Some(Screen::Ask(_)) => import::act_on_name(state, action),
        Some(Screen::Import(_)) => import::act(state, action),
        Some(Screen::Issue(_)) => issue::act(state, action),
        Some(Screen::Problems(_)) => problems::act(state, action),
        Some(Screen::Review(_)) => review::act(state, action),
        Some(Screen::Diff(_)) => diff::act(state, action),
        Some(Screen::Notes(_)) => notes::act(state, action),
        Some(Screen::Proof(_)) => proof::act(state, action),
        Some(Screen::Reason(_)) => proof::act_on_reason(state, action),
    }
}

fn on_typed(state: &mut State, c: char) -> Vec<Effect> {
    if state.phase != Phase::Open {
        return Vec::new();
    }
    match state.over.last_mut() {
        None => queue::typed(state, c),
        Some(Screen::Story(screen)) => screen.typed(c),
        Some(Screen::Byline(screen)) => screen.typed(c),
        Some(Screen::Ask(screen)) => screen.typed(c),
        Some(Screen::Review(screen)) => screen.typed(c),
        Some(Screen::Notes(screen)) => screen.typed(c),
        Some(Screen::Reason(screen)) => screen.typed(c),
        Some(
            Screen::Import(_)
            | Screen::Issue(_)
            | Screen::Problems(_)
            | Screen::Diff(_)
            | Screen::Proof(_),
        ) => {}
    }
    Vec::new()
}

/// Characters that came at once: in a story they are one edit, elsewhere keys.
fn on_text(state: &mut State, text: &str) -> Vec<Effect> {
    if state.help.is_none()
        && let Some(Screen::Story(screen)) = state.over.last_mut()
        && screen.typed_at_once(text)
    {
        clear_notice(state);
        return Vec::new();
    }
    let keys = text.chars().map(Key::char);
    keys.flat_map(|key| on_key(state, key)).collect()
}

fn on_paste(state: &mut State, text: &str) -> Vec<Effect> {
    if state.phase != Phase::Open || state.help.is_some() {
        return Vec::new();
    }
    match state.over.last_mut() {
        None => queue::pasted(state, text),
        Some(Screen::Story(screen)) => {
            screen.pasted(text);
            Vec::new()
        }
        Some(Screen::Byline(_)) => {
            byline::pasted(state, text);
            Vec::new()
        }
        Some(Screen::Ask(screen)) => screen.pasted(text),
        Some(Screen::Review(screen)) => {
            screen.pasted(text);
            Vec::new()
        }
        Some(Screen::Notes(screen)) => {
            screen.pasted(text);
            Vec::new()
        }
        Some(Screen::Reason(screen)) => {
            screen.pasted(text);
            Vec::new()
        }
        Some(
            Screen::Import(_)
            | Screen::Issue(_)
            | Screen::Problems(_)
            | Screen::Diff(_)
            | Screen::Proof(_),
        ) => Vec::new(),
    }
}

fn on_resize(state: &mut State, width: u16, height: u16) -> Vec<Effect> {
    state.size = super::area::Area::screen(width, height);
    let (size, ambiguous) = (state.size, state.ambiguous);
    for screen in &mut state.over {
        match screen {
            Screen::Story(story) => story.fit(size, ambiguous),
            Screen::Byline(byline) => byline.fit(size, ambiguous),
            Screen::Ask(ask) => ask.fit(size, ambiguous),
            Screen::Review(review) => review.fit(size, ambiguous),
            Screen::Notes(notes) => notes.fit(size, ambiguous),
            Screen::Reason(reason) => reason.fit(size, ambiguous),
            Screen::Import(_)
            | Screen::Issue(_)
            | Screen::Problems(_)
            | Screen::Diff(_)
            | Screen::Proof(_) => {}
        }
    }
    state.queue.fit(size, ambiguous);
    Vec::new()
}

/// The terminal's answer comes when it comes; where it is another than was drawn by, all is laid out
/// anew.
fn on_reply(state: &mut State, reply: &Reply) -> Vec<Effect> {
    let Some(answer) = width::answer(reply) else {
        return Vec::new();
    };
    if std::mem::take(&mut state.asked) {
        let said = match answer {
            Ambiguous::One => words::WIDTH_ONE,
            Ambiguous::Two => words::WIDTH_TWO,
            Ambiguous::Safe => words::WIDTH_MIXED,
        };
        state.say(Tone::Good, said.get(state.lang));
    }
    if answer == state.answered {
        return Vec::new();
    }
    state.terminal_says(answer);
    on_resize(state, state.size.width, state.size.height);
    vec![Effect::RememberWidth(answer)]
}

fn on_loaded(state: &mut State, view: View) -> Vec<Effect> {
    state.view = view;
    state.terminal_says(state.answered);
    state.phase = Phase::Open;
    state.queue.refresh(&state.view);
    state.queue.fit(state.size, state.ambiguous);
    review::refresh(state);
    if state
        .notice
        .as_ref()
        .is_some_and(|notice| notice.tone == Tone::Busy)
    {
        state.notice = None;
    }
    if let Some(name) = state.open_first.take() {
        open_by_name(state, &name);
    }
    Vec::new()
}

fn open_by_name(state: &mut State, name: &str) {
    let wanted = name.rsplit('/').next().unwrap_or(name);
    let wanted = wanted.strip_suffix(".toml").unwrap_or(wanted);
    match state
        .view
        .entries
        .iter()
        .find(|e| e.draft.id.as_str() == wanted)
        .cloned()
    {
        Some(entry) => {
            state.queue.choose(&state.view, &entry.draft.id);
            story::open(state, &entry, None);
        }
        None => state.say(
            Tone::Bad,
            words::NO_SUCH_DRAFT.fill(state.lang, &[("name", &name)]),
        ),
    }
}

fn on_no_newsroom(state: &mut State, folder: String) -> Vec<Effect> {
    state.phase = Phase::Welcome(folder);
    Vec::new()
}

fn on_welcome(state: &mut State, action: Action) -> Vec<Effect> {
    match action {
        Action::MakeNewsroom => {
            state.say(Tone::Busy, words::MAKING.get(state.lang));
            vec![Effect::MakeNewsroom]
        }
        Action::Quit => leave(state),
        _ => Vec::new(),
    }
}

fn on_saved(state: &mut State, entry: Entry) -> Vec<Effect> {
    let id = entry.draft.id.clone();
    state.uncommitted.insert(entry.path.clone());
    // While a later save of ours is under way its answer will tell more.
    let later = state.answered(&id);
    let mut merged = false;
    for screen in &mut state.over {
        if let Screen::Story(story) = screen
            && !later
        {
            merged |= story.saved(&entry);
        }
    }
    let parked = state.parked.iter().any(|story| story.id() == &id);
    state.parked.retain(|story| story.id() != &id);
    // A later change of ours may already be shown; the answer brings only the file's hashes then.
    let shown = state
        .view
        .entry(&id)
        .filter(|_| later)
        .map(|shown| shown.draft.clone());
    state.view.put(match shown {
        Some(draft) => Entry { draft, ..entry },
        None => entry,
    });
    state.queue.refresh(&state.view);
    review::refresh(state);
    if merged {
        on_resize(state, state.size.width, state.size.height);
        state.say(Tone::Good, words::MERGED.get(state.lang));
    } else if !parked
        && state.notice.is_none()
        && matches!(state.over.last(), Some(Screen::Story(_)))
    {
        state.say(Tone::Good, words::SAVED.get(state.lang));
    }
    Vec::new()
}

fn on_save_failed(state: &mut State, id: &DraftId, why: SaveTrouble) -> Vec<Effect> {
    if let Some(at) = state.parked.iter().position(|story| story.id() == id) {
        let story = state.parked.remove(at);
        state.over.push(Screen::Story(story));
        on_resize(state, state.size.width, state.size.height);
    }
    state.quitting = false;
    state.answered(id);
    match why {
        SaveTrouble::Other { sentence, kept } => {
            story::not_saved(state, id, &sentence, kept.as_deref());
        }
        SaveTrouble::Clash { fields, theirs } => story::clash(state, id, &fields, &theirs),
    }
    let shown = state
        .over
        .iter()
        .any(|s| matches!(s, Screen::Story(story) if story.id() == id));
    if shown {
        Vec::new()
    } else {
        vec![Effect::Load]
    }
}

fn on_made(state: &mut State, entry: &Entry) -> Vec<Effect> {
    state.uncommitted.insert(entry.path.clone());
    state.acts.push(Act::Made(vec![entry.draft.id.clone()]));
    state.view.put(entry.clone());
    state.queue.clear_filter();
    state.queue.refresh(&state.view);
    state.queue.choose(&state.view, &entry.draft.id);
    story::open(state, entry, None);
    Vec::new()
}

fn on_items_created(state: &mut State, entries: Vec<Entry>) -> Vec<Effect> {
    state
        .over
        .retain(|screen| !matches!(screen, Screen::Import(_) | Screen::Ask(_)));
    state.left_page = None;
    state.acts.retain(|act| *act != Act::LeftPage);
    let ids: Vec<DraftId> = entries.iter().map(|entry| entry.draft.id.clone()).collect();
    for entry in entries {
        state.view.put(entry);
    }
    state.queue.clear_filter();
    state.queue.refresh(&state.view);
    if let Some(first) = ids.first() {
        state.queue.choose(&state.view, first);
    }
    state.say(
        Tone::Good,
        words::CREATED.fill(state.lang, &[("n", &ids.len())]),
    );
    state.acts.push(Act::Made(ids));
    Vec::new()
}

fn on_committed(state: &mut State, outcome: &CommitOutcome) -> Vec<Effect> {
    if let CommitOutcome::Failed(why) = outcome {
        let sentence = words::COMMIT_FAILED.fill(state.lang, &[("why", &first_line(why))]);
        state.say(Tone::Bad, sentence);
    }
    Vec::new()
}

fn told(state: &mut State, tone: Tone, sentence: String) -> Vec<Effect> {
    state.say(tone, sentence);
    Vec::new()
}

/// The first line of what a program said.
pub(super) fn first_line(text: &str) -> &str {
    text.lines()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .unwrap_or("")
}

/// Writes what is open, commits, and leaves.
fn leave(state: &mut State) -> Vec<Effect> {
    let mut effects = Vec::new();
    while let Some(screen) = state.over.pop() {
        match screen {
            Screen::Story(story) => effects.extend(story::close(state, story)),
            Screen::Byline(mut byline) => effects.extend(byline::close(state, &mut byline)),
            _ => {}
        }
    }
    let message = words::EDITED.get(crate::wording::Lang::Zh).to_owned();
    effects.extend(state.commit_changes(message));
    effects.push(Effect::Quit);
    state.quitting = true;
    effects
}
