//! The byline screen: a row a person, suggestions, the line as printed.

use super::paper::Paper;
use super::theme::Role;
use crate::app::area::Area;
use crate::app::byline::{BylineScreen, Column, PersonRow, columns, layout};
use crate::app::keymap::Context;
use crate::domain::Role as PersonRole;
use crate::wording::{Text, screens as words};

/// Draws the screen; returns where the caret stands.
pub fn draw(paper: &mut Paper, screen: &BylineScreen) -> Option<(u16, u16)> {
    let areas = layout(paper.state.size);
    let title = format!(
        "{}  {}",
        words::BYLINE.get(paper.state.lang),
        screen.title()
    );
    paper.bar(areas.bar, &title, "");
    heads(paper, areas.heads.row(1), screen.role_cells);
    let caret = rows(paper, areas.rows, screen);
    offers(paper, areas.offers, screen);
    printed(paper, areas.printed, screen);
    paper.foot(areas.foot, Context::Byline);
    caret
}

fn heads(paper: &mut Paper, area: Area, roles: u16) {
    let lang = paper.state.lang;
    paper.text(area.inset(1), Role::Head, words::COL_ROLE.get(lang));
    for (column, x, width) in columns(area.width, roles) {
        let name = match column {
            Column::Name => words::COL_NAME,
            Column::Unit => words::COL_UNIT,
            Column::Title => words::COL_TITLE,
        };
        paper.text(cell(area, x, width), Role::Head, name.get(lang));
    }
}

fn cell(area: Area, x: u16, width: u16) -> Area {
    area.left(x).1.left(width).0
}

fn rows(paper: &mut Paper, area: Area, screen: &BylineScreen) -> Option<(u16, u16)> {
    let height = usize::from(area.height).max(1);
    let top = (screen.row + 1).saturating_sub(height);
    let mut caret = None;
    for (line, (at, person)) in screen
        .rows
        .iter()
        .enumerate()
        .skip(top)
        .take(height)
        .enumerate()
    {
        let row = area.row(line as u16);
        let first = at == 0 || screen.rows[at - 1].role != person.role;
        let chosen = (at == screen.row).then_some(screen.column);
        if first || line == 0 {
            let name = role_name(person.role).get(paper.state.lang);
            paper.text(row.inset(1), Role::Strong, name);
        }
        if let Some(column) = draw_row(paper, row, person, chosen, screen.role_cells) {
            caret = Some((column, row.y));
        }
    }
    caret
}

/// Draws one person, with the caret in the chosen column; returns where it stands.
fn draw_row(
    paper: &mut Paper,
    row: Area,
    person: &PersonRow,
    chosen: Option<Column>,
    roles: u16,
) -> Option<u16> {
    if chosen.is_some() {
        paper.text(row, Role::Key, ">");
    }
    let mut caret = None;
    for (this, x, width) in columns(row.width, roles) {
        let area = cell(row, x, width);
        let field = person.field(this);
        paper.fill(area, Role::Field);
        let focused = chosen == Some(this);
        let at = paper.field(area, field, focused, Role::Field);
        if focused {
            caret = Some(at);
        }
    }
    caret
}

fn role_name(role: PersonRole) -> Text {
    match role {
        PersonRole::Reporter => words::ROLE_REPORTER,
        PersonRole::Correspondent => words::ROLE_CORRESPONDENT,
        PersonRole::Photographer => words::ROLE_PHOTOGRAPHER,
    }
}

fn offers(paper: &mut Paper, area: Area, screen: &BylineScreen) {
    let lang = paper.state.lang;
    if screen.offers.is_empty() {
        paper.text(
            area.row(1).inset(1),
            Role::Faint,
            words::BYLINE_EMPTY_HINT.get(lang),
        );
        let below = area.row(2).inset(1);
        paper.text(below, Role::Faint, words::UNIT_HINT.get(lang));
        return;
    }
    let line = area.row(1).inset(1);
    let used = paper.text(line, Role::Head, words::OFFERS.get(lang));
    let (_, mut rest) = line.left(used);
    for (at, offer) in screen.offers.iter().enumerate() {
        let unit = offer
            .unit
            .as_deref()
            .map(|unit| format!("({unit})"))
            .unwrap_or_default();
        let role = if at == screen.offer {
            Role::Chosen
        } else {
            Role::Text
        };
        let used = paper.text(rest, role, &format!(" {} {}{unit} ", at + 1, offer.name));
        (_, rest) = rest.left(used + 1);
    }
    paper.text(
        area.row(2).inset(1),
        Role::Faint,
        words::OFFERS_HINT.get(lang),
    );
}

fn printed(paper: &mut Paper, area: Area, screen: &BylineScreen) {
    let lang = paper.state.lang;
    let (rule, rest) = area.top(1);
    paper.strip(rule, Role::Rule, words::PRINTED.get(lang), "");
    let line = screen.byline().printed();
    let line = if line.is_empty() {
        words::NO_BYLINE.get(lang).to_owned()
    } else {
        line
    };
    paper.paragraph(rest.inset(2), Role::Strong, &line);
}
