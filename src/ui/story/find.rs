//! The bar for finding and replacing below the text.

use crate::app::area::Area;
use crate::app::story::find::{FindBar, Replacing};
use crate::app::story::{COUNT_CELLS, StoryScreen};
use crate::text::width;
use crate::ui::paper::Paper;
use crate::ui::theme::Role;
use crate::wording::screens as words;

/// Draws the bar; returns where the caret stands.
pub fn draw(paper: &mut Paper, area: Area, screen: &StoryScreen, bar: &FindBar) -> (u16, u16) {
    let style = paper.style(Role::Text);
    paper.canvas().fill(crate::ui::paper::rect(area), style);
    let on_with = bar
        .replacing
        .as_ref()
        .is_some_and(|replacing| replacing.focused);
    let cells = screen.label_cells;
    let line = super::label(paper, area.row(0).left(cells), words::L_FIND, !on_with);
    let (room, _) = line.left(line.width.saturating_sub(COUNT_CELLS));
    let column = paper.field(room, &bar.words, !on_with, Role::Text);
    count(paper, line, screen, bar);
    let Some(replacing) = &bar.replacing else {
        return (column, line.y);
    };
    let second = super::label(paper, area.row(1).left(cells), words::L_REPLACE, on_with);
    let (room, _) = second.left(second.width.saturating_sub(COUNT_CELLS));
    let with = paper.field(room, &replacing.with, on_with, Role::Text);
    preview(paper, area.row(2), screen, replacing);
    if on_with {
        (with, second.y)
    } else {
        (column, line.y)
    }
}

/// Which place of how many; that there is none is said in words, not by colour alone.
fn count(paper: &mut Paper, line: Area, screen: &StoryScreen, bar: &FindBar) {
    let lang = paper.state.lang;
    let Some(found) = screen.body.found().filter(|_| !bar.words.text().is_empty()) else {
        return;
    };
    let (role, told) = match (found.at, found.count) {
        (_, 0) => (Role::Bad, words::NO_PLACE.get(lang).to_owned()),
        (Some(at), all) => (
            Role::Text,
            words::PLACE_OF.fill(lang, &[("at", &at), ("all", &all)]),
        ),
        (None, all) => (Role::Text, words::PLACES_OF.fill(lang, &[("all", &all)])),
    };
    let way = if found.by_pinyin {
        words::BY_PINYIN.get(lang)
    } else {
        ""
    };
    paper.right(line, role, &format!("{way}{told}"));
}

/// The text around the place as it will be.
fn preview(paper: &mut Paper, row: Area, screen: &StoryScreen, replacing: &Replacing) {
    let line = super::label(paper, row.left(screen.label_cells), words::L_PREVIEW, false);
    let chosen = screen.body.found().is_some_and(|found| found.at.is_some());
    if !chosen {
        return;
    }
    let (before, after) = screen.body.around_selection();
    let room = usize::from(line.width / 3);
    let before = ending(before, room, paper);
    let pieces = [
        (Role::Text, before),
        (Role::Marked, replacing.with.text()),
        (Role::Text, after),
    ];
    paper.line(line, &pieces);
}

/// The end of a text that takes at most so many cells.
fn ending<'t>(text: &'t str, room: usize, paper: &Paper) -> &'t str {
    // Enough for Chinese and Latin text; where long clusters stand less is shown.
    let near = text.ceil_char_boundary(text.len().saturating_sub(4 * room));
    let text = &text[near..];
    let mut over = usize::from(paper.cells(text)).saturating_sub(room);
    for glyph in width::glyphs(text, paper.state.ambiguous) {
        if over == 0 {
            return &text[glyph.at..];
        }
        over = over.saturating_sub(glyph.cells);
    }
    ""
}
