//! The story screen: fields above, the text below.

mod find;

use super::marks;
use super::notes;
use super::paper::{Paper, rect};
use super::prose;
use super::queue::kind_name;
use super::theme::Role;
use crate::app::area::Area;
use crate::app::field::LineField;
use crate::app::keymap::{Action, Context};
use crate::app::story::find::FindBar;
use crate::app::story::{StoryScreen, layout};
use crate::domain::Field;
use crate::wording::{Text, problem, screens as words};

/// Draws the screen; returns where the caret stands.
pub fn draw(paper: &mut Paper, screen: &StoryScreen) -> Option<(u16, u16)> {
    let rows = screen.find.as_ref().map_or(0, FindBar::rows);
    let areas = layout(paper.state.size, rows);
    title(paper, areas.bar, screen);
    let caret = fields(paper, areas.fields, screen);
    rule(paper, areas.rule, areas.body, screen);
    let styles = prose::ProseStyles {
        text: paper.style(Role::Text),
        crosshead: paper.style(Role::Strong),
        selected: paper.style(Role::Chosen),
        found: paper.style(Role::Marked),
    };
    prose::draw(paper.canvas(), rect(areas.body), &screen.body, &styles);
    notes::margin(paper, areas.body, screen);
    marks::body(paper, areas.body, screen);
    let context = screen
        .find
        .as_ref()
        .map_or(Context::Story, FindBar::context);
    paper.foot(areas.foot, context);
    if let Some(bar) = &screen.find {
        return Some(find::draw(paper, areas.find, screen, bar));
    }
    marks::status(paper, areas.foot, screen);
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
    let right = notes::beside(state, draft, saved.get(state.lang));
    paper.bar(area, &left, &right);
}

/// The bar above the text, and beside it what changes while it is being written.
///
/// The count stands outside the bar, so that a key does not send its colours too, and ends above the
/// end of the rows, where the cursor has to go anyway to tidy them.
fn rule(paper: &mut Paper, area: Area, body: Area, screen: &StoryScreen) {
    let lang = paper.state.lang;
    let at = screen.body.position();
    let paragraph = words::PARAGRAPH.fill(lang, &[("n", &at.paragraph), ("all", &at.paragraphs)]);
    let chars = words::COUNTED.fill(lang, &[("n", &screen.body.zishu())]);
    let counts = format!("{paragraph}  {chars}");
    // A full row leaves room for the caret behind it.
    let (line, _) = area.left((body.x + body.width).saturating_sub(2));
    let room = (paper.cells(&counts) + 1).min(line.width);
    let (bar, beside) = line.left(line.width - room);
    let left = words::BODY.get(lang);
    let gauge = screen.proofing.gauge.as_ref();
    let gauge = gauge.map_or(String::new(), |gauge| marks::gauge(lang, gauge));
    let with = format!("{left}  {gauge}");
    // Where there is no room for both, the place in the text is told.
    let fits = paper.cells(&with) < bar.width;
    paper.strip(bar, Role::Rule, if fits { &with } else { left }, "");
    paper.right(beside, Role::Text, &counts);
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
    let cells = screen.label_cells;
    let on_kind = screen.focus == Field::Kind;
    let kind = label(paper, area.row(0).left(cells), words::L_KIND, on_kind);
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
        let inner = label(paper, area.row(row).left(cells), name, focused);
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
    marks::fields(paper, area, screen);
    byline(paper, area, screen);
    caret
}

fn byline(paper: &mut Paper, area: Area, screen: &StoryScreen) {
    let printed = screen.base().draft.byline.printed();
    let row = area.row(5).left(screen.label_cells);
    let inner = label(paper, row, words::L_BYLINE, false);
    if printed.is_empty() {
        let state = paper.state;
        let key = state.keymap.key(Context::Story, Action::EditByline);
        let hint = words::BYLINE_HINT.fill(state.lang, &[("key", &key)]);
        paper.text(inner, Role::Faint, &hint);
    } else {
        paper.text(inner, Role::Text, &printed);
    }
}

/// The name of a field on its part of the row; returns the room behind it.
fn label(paper: &mut Paper, (left, right): (Area, Area), name: Text, focused: bool) -> Area {
    let (_, inner) = left.left(2);
    let role = if focused { Role::Key } else { Role::Faint };
    if focused {
        paper.text(left, Role::Key, ">");
    }
    paper.text(inner, role, name.get(paper.state.lang));
    Area {
        width: right.width.saturating_sub(1),
        ..right
    }
}
