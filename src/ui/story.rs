//! The story screen: fields above, the text below.

use super::paper::{Paper, rect};
use super::prose;
use super::queue::kind_name;
use super::theme::Role;
use crate::app::area::Area;
use crate::app::field::LineField;
use crate::app::keymap::Context;
use crate::app::story::{LABEL, StoryScreen, layout};
use crate::domain::Field;
use crate::wording::{Text, problem, screens as words};

/// Draws the screen; returns where the caret stands.
pub fn draw(paper: &mut Paper, screen: &StoryScreen) -> Option<(u16, u16)> {
    let areas = layout(paper.state.size);
    title(paper, areas.bar, screen);
    let caret = fields(paper, areas.fields, screen);
    rule(paper, areas.rule, screen);
    let styles = prose::ProseStyles {
        text: paper.style(Role::Text),
        crosshead: paper.style(Role::Strong),
        selected: paper.style(Role::Chosen),
    };
    prose::draw(paper.canvas(), rect(areas.body), &screen.body, &styles);
    paper.foot(areas.foot, Context::Story);
    if screen.focus == Field::Body {
        let (column, row) = screen.body.caret();
        return Some((areas.body.x + column, areas.body.y + row));
    }
    caret
}

fn title(paper: &mut Paper, area: Area, screen: &StoryScreen) {
    let state = paper.state;
    let draft = &screen.base().draft;
    let stage = state
        .view
        .position(screen.id())
        .map_or(String::new(), |at| {
            let names = &state.view.settings.review.stages;
            problem::stage(state.view.rows[at].stage, names, state.lang)
        });
    let left = format!("{}  {}  {stage}", words::STORY.get(state.lang), draft.id);
    let saved = if screen.is_changed() {
        words::UNSAVED
    } else {
        words::SAVED
    };
    paper.bar(area, &left, saved.get(state.lang));
}

fn rule(paper: &mut Paper, area: Area, screen: &StoryScreen) {
    let lang = paper.state.lang;
    let at = screen.body.position();
    let paragraph = words::PARAGRAPH.fill(lang, &[("n", &at.paragraph), ("all", &at.paragraphs)]);
    let chars = words::CHARS.fill(lang, &[("n", &screen.body.zishu())]);
    paper.strip(
        area,
        Role::Rule,
        words::BODY.get(lang),
        &format!("{paragraph}  {chars}"),
    );
}

/// Draws the fields; returns the caret where it stands in one of them.
fn fields(paper: &mut Paper, area: Area, screen: &StoryScreen) -> Option<(u16, u16)> {
    let lang = paper.state.lang;
    let mut caret = None;
    let lines: [(Field, Text, &LineField); 4] = [
        (Field::Place, words::L_PLACE, &screen.place),
        (Field::Headline, words::L_HEADLINE, &screen.headline),
        (Field::Deck, words::L_DECK, &screen.deck),
        (Field::Date, words::L_DATE, &screen.date),
    ];
    let kind = label(
        paper,
        area.row(0),
        words::L_KIND,
        screen.focus == Field::Kind,
    );
    let role = if screen.focus == Field::Kind {
        Role::Chosen
    } else {
        Role::Text
    };
    let used = paper.text(kind, role, kind_name(screen.kind, &screen.label, lang));
    if screen.focus == Field::Kind {
        let (_, hint) = kind.left(used + 2);
        paper.text(hint, Role::Faint, words::KIND_HINT.get(lang));
        caret = Some((kind.x, kind.y));
    }
    for (row, (field, name, line)) in (1u16..).zip(lines) {
        let focused = screen.focus == field;
        let inner = label(paper, area.row(row), name, focused);
        let role = match (field, focused) {
            (Field::Date, _) if !screen.date_is_right() => Role::Bad,
            (Field::Headline, false) => Role::Strong,
            _ => Role::Text,
        };
        let column = paper.field(inner, line, focused, role);
        if focused {
            caret = Some((column, inner.y));
        }
    }
    byline(paper, area, screen);
    caret
}

/// The byline stands on a row of its own, or behind the kind where there is none to spare.
fn byline(paper: &mut Paper, area: Area, screen: &StoryScreen) {
    let lang = paper.state.lang;
    let printed = screen.base().draft.byline.printed();
    let row = if area.height > 5 {
        label(paper, area.row(5), words::L_BYLINE, false)
    } else if screen.focus == Field::Kind {
        return;
    } else {
        area.row(0).left(LABEL + 10).1
    };
    if printed.is_empty() {
        paper.text(row, Role::Faint, words::BYLINE_HINT.get(lang));
    } else {
        paper.text(row, Role::Text, &printed);
    }
}

/// The name of a field; returns the room behind it.
fn label(paper: &mut Paper, row: Area, name: Text, focused: bool) -> Area {
    let (left, right) = row.left(LABEL);
    let (_, inner) = left.left(2);
    let role = if focused { Role::Key } else { Role::Faint };
    if focused {
        paper.text(row, Role::Key, ">");
    }
    paper.text(inner, role, name.get(paper.state.lang));
    Area {
        width: right.width.saturating_sub(1),
        ..right
    }
}
