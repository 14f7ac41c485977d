//! Remarks: their screen, and the signs beside the story.

use super::paper::Paper;
use super::theme::Role;
use crate::app::area::Area;
use crate::app::keymap::Context;
use crate::app::notes::{Asked, NotesScreen};
use crate::app::state::State;
use crate::app::story::StoryScreen;
use crate::domain::{Draft, Note};
use crate::text::passage;
use crate::wording::review as words;

/// Draws the screen of remarks; returns the caret while something is typed.
pub fn draw(paper: &mut Paper, screen: &NotesScreen) -> Option<(u16, u16)> {
    let state = paper.state;
    let areas = screen.layout(state.size);
    let title = state
        .view
        .entry(&screen.id)
        .map_or("", |entry| entry.draft.title());
    let open = screen
        .notes
        .iter()
        .filter(|(note, _)| note.is_open())
        .count();
    let holes: [(&str, &dyn std::fmt::Display); 2] = [("n", &open), ("all", &screen.notes.len())];
    let left = format!("{}  {title}", words::NOTES.get(state.lang));
    paper.bar(
        areas.bar,
        &left,
        &words::NOTES_COUNT.fill(state.lang, &holes),
    );
    list(paper, areas.list, screen);
    let caret = ask(paper, areas.ask, screen);
    let context = if screen.ask.is_some() {
        Context::NoteText
    } else {
        Context::Notes
    };
    paper.foot(areas.foot, context);
    caret
}

fn list(paper: &mut Paper, area: Area, screen: &NotesScreen) {
    if screen.notes.is_empty() {
        if screen.ask.is_none() {
            let told = words::NO_NOTES.get(paper.state.lang);
            paper.text(area.inset(2).row(0), Role::Faint, told);
        }
        return;
    }
    let all: Vec<Vec<(Role, String)>> = screen
        .notes
        .iter()
        .map(|(note, found)| rows(paper, note, found.is_some(), area.width))
        .collect();
    // As many remarks above the chosen one as fit with it.
    let mut top = screen.row;
    let mut used = all[screen.row].len();
    while top > 0 && used + all[top - 1].len() < usize::from(area.height) {
        top -= 1;
        used += all[top].len() + 1;
    }
    let mut y = 0u16;
    for (at, rows) in all.iter().enumerate().skip(top) {
        for (line, (role, text)) in rows.iter().enumerate() {
            let row = area.row(y);
            let chosen = at == screen.row && line == 0;
            if chosen && row.height > 0 {
                paper.fill(row, Role::Chosen);
            }
            let role = if chosen { Role::Chosen } else { *role };
            paper.text(row.inset(1), role, text);
            y += 1;
        }
        y += 1;
    }
}

/// A remark in rows: who and when, the passage, each line of it.
fn rows(paper: &Paper, note: &Note, found: bool, width: u16) -> Vec<(Role, String)> {
    let lang = paper.state.lang;
    let at = words::moment(&note.at);
    let (role, how) = if note.is_open() {
        (Role::Waiting, words::OPEN_NOTE.get(lang).to_owned())
    } else {
        let closed = words::moment(&note.closed);
        (Role::Faint, words::CLOSED.fill(lang, &[("at", &closed)]))
    };
    let mut out = vec![(role, format!("{}  {at}  {how}", note.by))];
    let mut push = |role: Role, text: &str| {
        let rows = paper.rows(text, width.saturating_sub(6));
        out.extend(rows.iter().map(|row| (role, format!("    {row}"))));
    };
    if !note.about.is_empty() {
        let about = if found {
            words::ABOUT
        } else {
            words::GONE_PASSAGE
        };
        let role = if found { Role::Faint } else { Role::Bad };
        push(role, &about.fill(lang, &[("text", &note.about)]));
    }
    for line in note.text.lines() {
        push(Role::Text, line);
    }
    out
}

fn ask(paper: &mut Paper, area: Area, screen: &NotesScreen) -> Option<(u16, u16)> {
    let (asked, field) = screen.ask.as_ref()?;
    let lang = paper.state.lang;
    let (label, about) = match asked {
        Asked::Remark(about) => (words::ASK_NOTE, about.as_str()),
        Asked::Answer(note) => (
            words::ASK_ANSWER,
            note.text.lines().next().unwrap_or_default(),
        ),
    };
    paper.text(area.row(0).inset(1), Role::Key, label.get(lang));
    paper.text(area.row(1).inset(2), Role::Faint, about);
    let row = area.row(2).inset(2);
    let column = paper.field(row, field, true, Role::Field);
    Some((column, row.y))
}

/// Puts the number of open remarks before what stands at the right of a story's bar.
pub fn beside(state: &State, draft: &Draft, right: &str) -> String {
    match draft.open_notes() {
        0 => right.to_owned(),
        n => {
            let told = words::NOTE_COUNT.fill(state.lang, &[("n", &n)]);
            format!("{told}  {right}")
        }
    }
}

/// A sign in the margin of each row where the passage of an open remark begins.
///
/// Only what is in view is searched, so that a key costs the same in a text of any length.
pub fn margin(paper: &mut Paper, body: Area, screen: &StoryScreen) {
    let notes = screen.base().draft.notes.iter();
    let open: Vec<&Note> = notes
        .filter(|n| n.is_open() && !n.about.is_empty())
        .collect();
    if open.is_empty() || body.x < 2 {
        return;
    }
    let rows = screen.body.visible();
    let mut paragraphs: Vec<(usize, String)> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        match paragraphs.last_mut() {
            Some((_, text)) if !row.first => text.push_str(row.text),
            _ => paragraphs.push((at, row.text.to_owned())),
        }
    }
    let sign = words::NOTE_MARK.get(paper.state.lang);
    for note in open {
        let exact = |(_, text): &&(usize, String)| text.contains(&note.about);
        let near = |(_, text): &&(usize, String)| passage::find(text, &note.about).is_some();
        let found = paragraphs
            .iter()
            .find(exact)
            .or_else(|| paragraphs.iter().find(near));
        let Some((first, text)) = found else { continue };
        let Some(span) = passage::find(text, &note.about) else {
            continue;
        };
        let mut left = span.start;
        let mut row = *first;
        while row + 1 < rows.len() && left >= rows[row].text.chars().count() {
            left -= rows[row].text.chars().count();
            row += 1;
        }
        let cell = Area {
            x: body.x - 2,
            y: body.y + row as u16,
            width: 2,
            height: 1,
        };
        paper.text(cell, Role::Waiting, sign);
    }
}
