//! The review screen: stages, proof passes, the next step, and what changed since the signature.

use super::diff::draw_rows;
use super::paper::Paper;
use super::theme::Role;
use crate::app::area::Area;
use crate::app::review::head::{self, Look};
use crate::app::review::{Asked, ReviewScreen, rows};
use crate::domain::Past;
use crate::text::draft_diff;
use crate::wording::{problem, review as words};

/// Draws the screen; returns the caret while something is typed.
pub fn draw(paper: &mut Paper, screen: &ReviewScreen) -> Option<(u16, u16)> {
    let state = paper.state;
    let head = head::rows(state, screen);
    let areas = screen.layout(state.size, head.len());
    bar(paper, areas.bar, screen);
    for (at, (look, text)) in (0u16..).zip(&head) {
        paper.text(areas.head.inset(1).row(at), role(*look), text);
    }
    rule(paper, areas.rule, screen);
    let rows = rows(state, screen);
    if rows.is_empty() {
        let told = if screen.past.is_none() {
            words::LOOKING
        } else {
            words::NO_CHANGE
        };
        paper.text(areas.body.row(0), Role::Faint, told.get(state.lang));
    }
    draw_rows(paper, areas.body, &rows, screen.top);
    let caret = ask(paper, areas.ask, screen);
    if let [context, ..] = screen.contexts() {
        paper.foot(areas.foot, *context);
    }
    caret
}

fn role(look: Look) -> Role {
    match look {
        Look::Good => Role::Good,
        Look::Open => Role::Text,
        Look::Bad => Role::Bad,
        Look::Told => Role::Faint,
        Look::Next => Role::Waiting,
    }
}

fn bar(paper: &mut Paper, area: Area, screen: &ReviewScreen) {
    let state = paper.state;
    let Some(at) = state.view.position(&screen.id) else {
        return;
    };
    let title = state.view.entries[at].draft.title();
    let names = &state.view.settings.review.stages;
    let stage = problem::stage(state.view.rows[at].stage, names, state.lang);
    let left = format!("{}  {title}", words::REVIEW.get(state.lang));
    paper.bar(area, &left, &stage);
}

/// What the differences below are compared with, and how much they are.
fn rule(paper: &mut Paper, area: Area, screen: &ReviewScreen) {
    let lang = paper.state.lang;
    let who = screen
        .past
        .as_ref()
        .and_then(|past| past.signature.as_ref());
    let left = match (who, screen.past.as_ref()) {
        (Some(review), Some(past)) => {
            let text = if Past::lost_signature(past) {
                words::LOST
            } else {
                words::SINCE_SIGNED
            };
            text.fill(lang, &[("who", &review.by)])
        }
        _ => words::SINCE_COMMIT.get(lang).to_owned(),
    };
    let (added, removed) = draft_diff::size(&screen.sections);
    let size = words::SIZE.fill(lang, &[("added", &added), ("removed", &removed)]);
    let right = if added + removed == 0 { "" } else { &size };
    paper.strip(area, Role::Rule, &left, right);
}

fn ask(paper: &mut Paper, area: Area, screen: &ReviewScreen) -> Option<(u16, u16)> {
    let (asked, field) = screen.ask.as_ref()?;
    let label = match asked {
        Asked::Sign => words::ASK_OPINION,
        Asked::Rush => words::ASK_REASON,
        Asked::Return => words::ASK_RETURN,
    };
    paper.text(area.row(0).inset(1), Role::Key, label.get(paper.state.lang));
    let row = area.row(1).inset(2);
    let column = paper.field(row, field, true, Role::Field);
    Some((column, row.y))
}
