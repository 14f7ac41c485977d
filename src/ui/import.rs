//! The import screens: the question for a file, and the items of a page beside the original.

mod repairs;

use std::fmt::Display;

use super::paper::Paper;
use super::queue::kind_name;
use super::theme::Role;
use crate::app::area::Area;
use crate::app::import::{AskScreen, ImportScreen, Pane, layout};
use crate::app::keymap::Context;
use crate::import::Item;
use crate::wording::screens as words;

/// Draws the question for a file; returns where the caret stands.
pub fn draw_ask(paper: &mut Paper, screen: &AskScreen) -> (u16, u16) {
    let state = paper.state;
    let (bar, rest) = state.size.top(1);
    let (rest, foot) = rest.bottom(2);
    paper.bar(bar, words::ASK.get(state.lang), "");
    let mut rest = rest.inset(2).top(1).1;
    let used = paper.paragraph(rest, Role::Text, words::ASK_WHY.get(state.lang));
    (_, rest) = rest.top(used + 1);
    paper.text(rest.row(0), Role::Head, words::ASK_FILE.get(state.lang));
    let field = rest.row(1);
    paper.fill(field, Role::Field);
    let column = paper.field(field, &screen.name, true, Role::Field);
    let caret = (column, field.y);
    (_, rest) = rest.top(3);
    let height = usize::from(rest.height).max(1);
    let top = (screen.offer + 1).saturating_sub(height);
    for (line, (at, offer)) in screen
        .offers
        .iter()
        .enumerate()
        .skip(top)
        .take(height)
        .enumerate()
    {
        let role = if at == screen.offer {
            Role::Chosen
        } else {
            Role::Text
        };
        paper.text(rest.row(line as u16), role, offer);
    }
    paper.foot(foot, Context::Ask);
    caret
}

/// Draws the page.
pub fn draw(paper: &mut Paper, screen: &ImportScreen) {
    let state = paper.state;
    let areas = layout(state.size, screen);
    let title = format!("{}  {}", words::IMPORT.get(state.lang), screen.name);
    let repairs = screen.choice.page.repairs.len();
    paper.bar(
        areas.bar,
        &title,
        &words::REPAIRS.fill(state.lang, &[("n", &repairs)]),
    );
    items(paper, areas.items, screen);
    if screen.pane == Pane::Repairs {
        repairs::draw(paper, areas.detail, screen);
    } else {
        detail(paper, areas.detail, screen);
    }
    source(paper, areas.source, screen);
    paper.foot(areas.foot, Context::Import);
}

fn items(paper: &mut Paper, area: Area, screen: &ImportScreen) {
    let lang = paper.state.lang;
    let choice = &screen.choice;
    let (head, list) = area.top(1);
    let (taken, all) = (screen.taken(), choice.page.items.len());
    let height = usize::from(list.height).max(1);
    let top = (choice.item + 1).saturating_sub(height);
    let holes: [(&str, &dyn Display); 2] = [("n", &taken), ("all", &all)];
    let heads = [words::ITEMS, words::ITEMS_SHORT].map(|head| head.fill(lang, &holes));
    items_head(paper, head.inset(1), &heads, all.saturating_sub(height));
    let shown = choice.page.items.iter().enumerate().skip(top).take(height);
    for (line, (at, item)) in (0u16..).zip(shown) {
        let row = list.row(line);
        let role = match (at == choice.item, screen.pane) {
            (false, _) if !choice.taken[at] => Role::Faint,
            (false, _) => Role::Text,
            (true, Pane::Items) => Role::Chosen,
            (true, _) => Role::Marked,
        };
        if at == choice.item {
            paper.fill(row, role);
        }
        item_line(paper, row, role, item, choice.taken[at]);
    }
}

/// The first of two heads that leaves room to say how many items are out of view.
fn items_head(paper: &mut Paper, area: Area, heads: &[String; 2], hidden: usize) {
    if hidden == 0 {
        paper.text(area, Role::Head, &heads[0]);
        return;
    }
    let more = words::MORE_ITEMS.fill(paper.state.lang, &[("n", &hidden)]);
    let room = area.width.saturating_sub(paper.cells(&more) + 2);
    let fits = heads.iter().find(|head| paper.cells(head) <= room);
    paper.text(area.left(room).0, Role::Head, fits.unwrap_or(&heads[1]));
    paper.right(area, Role::Waiting, &more);
}

fn item_line(paper: &mut Paper, row: Area, role: Role, item: &Item, taken: bool) {
    let lang = paper.state.lang;
    let (tick, rest) = row.inset(1).left(4);
    paper.text(tick, role, if taken { "[x]" } else { "[ ]" });
    let (kind, rest) = rest.left(7);
    paper.text(kind, role, kind_name(item.kind, &item.label, lang));
    let names = item.byline.names();
    let wanted = if rest.width >= 36 {
        paper.cells(&names).min(rest.width / 3)
    } else {
        0
    };
    let (title, byline) = rest.left(rest.width - wanted);
    let title_area = Area {
        width: title.width.saturating_sub(1),
        ..title
    };
    let headline = headline(item, lang);
    let placed = format!("{}  {headline}", item.place);
    // Where there is room for one of them, the headline tells more.
    let whole = paper.cells(&placed) <= title_area.width || title_area.width >= 36;
    let told = if item.place.is_empty() || !whole {
        headline
    } else {
        placed
    };
    paper.text(title_area, role, &told);
    paper.text(byline, role, &names);
}

fn headline(item: &Item, lang: crate::wording::Lang) -> String {
    if !item.headline.is_empty() {
        return item.headline.clone();
    }
    let first = item
        .blocks
        .first()
        .map(|block| block.text.chars().take(30).collect::<String>());
    first.unwrap_or_else(|| words::NO_HEADLINE.get(lang).to_owned())
}

/// The chosen item as it will become a draft, the byline below its text.
fn detail(paper: &mut Paper, area: Area, screen: &ImportScreen) {
    let lang = paper.state.lang;
    let (rule, body) = area.top(1);
    let Some(item) = screen.item() else { return };
    let count = words::PARAGRAPHS.fill(lang, &[("n", &item.blocks.len())]);
    let heads = [
        item.label.as_str(),
        item.place.as_str(),
        item.headline.as_str(),
    ];
    let left: Vec<&str> = heads.into_iter().filter(|text| !text.is_empty()).collect();
    paper.strip(rule, Role::Rule, &left.join("  "), &count);
    let mut rest = body.inset(1);
    if !item.deck.is_empty() {
        let used = paper.paragraph(rest, Role::Strong, &format!("——{}", item.deck));
        (_, rest) = rest.top(used);
    }
    let used = blocks(paper, rest.bottom(1).0, item, screen);
    let byline = item.byline.printed();
    let byline = if byline.is_empty() {
        words::NO_BYLINE.get(lang).to_owned()
    } else {
        byline
    };
    paper.right(rest.row(used), Role::Faint, &byline);
}

/// The text, in its pane from the chosen paragraph; returns the rows used.
fn blocks(paper: &mut Paper, area: Area, item: &Item, screen: &ImportScreen) -> u16 {
    let choosing = screen.pane == Pane::Blocks;
    let from = if choosing { screen.choice.block } else { 0 };
    let mut rest = area;
    for (at, block) in item.blocks.iter().enumerate().skip(from) {
        if rest.height == 0 {
            break;
        }
        let role = match (choosing && at == screen.choice.block, block.crosshead) {
            (true, _) => Role::Chosen,
            (false, true) => Role::Strong,
            (false, false) => Role::Text,
        };
        let used = paper.prose(rest, role, &block.text, 4);
        (_, rest) = rest.top(used);
    }
    area.height - rest.height
}

/// The lines of the page as they came, from the ones the chosen thing was made of; those are
/// marked in the margin, since colours may be missing.
fn source(paper: &mut Paper, area: Area, screen: &ImportScreen) {
    let lang = paper.state.lang;
    let page = &screen.choice.page;
    let (head, body) = area.top(1);
    let title = words::SOURCE.fill(lang, &[("encoding", &page.encoding)]);
    paper.text(head, Role::Head, &title);
    let digits = paper.cells(&page.source.len().to_string()).max(2);
    let wanted = lines_of_choice(screen);
    let from = wanted.start.saturating_sub(2).max(1);
    let mut rest = body;
    for (number, line) in (1..).zip(&page.source).skip(from - 1) {
        if rest.height == 0 {
            break;
        }
        if line.trim().is_empty() {
            continue;
        }
        let role = if wanted.contains(&number) {
            paper.text(rest, Role::Key, ">");
            Role::Text
        } else {
            Role::Faint
        };
        let (margin, text) = rest.left(digits + 3);
        let (_, margin) = margin.row(0).left(2);
        let place = margin.left(digits).0;
        paper.right(place, Role::Faint, &number.to_string());
        let mut used = paper.paragraph(text, role, line.trim());
        if page.furniture.iter().any(|f| f.line == number) {
            used = furniture(paper, text, line.trim(), used);
        }
        (_, rest) = rest.top(used.max(1));
    }
}

/// Says that a line is no story text, behind it or below it; returns the rows of both.
fn furniture(paper: &mut Paper, area: Area, line: &str, used: u16) -> u16 {
    let word = words::FURNITURE.get(paper.state.lang);
    let rows = paper.rows(line, area.width);
    let end = rows.last().map_or(0, |row| paper.cells(row));
    if rows.len() == usize::from(used) && end + 2 + paper.cells(word) <= area.width {
        let last = area.row(used.saturating_sub(1));
        paper.text(last.left(end + 2).1, Role::Waiting, word);
        return used;
    }
    let (_, below) = area.top(used);
    used + paper.text(below.row(0), Role::Waiting, word).min(1)
}

fn lines_of_choice(screen: &ImportScreen) -> std::ops::Range<usize> {
    match (screen.pane, screen.item()) {
        (Pane::Repairs, _) => {
            let repairs = screen.repairs();
            repairs
                .get(screen.repair)
                .map_or(1..1, |(repair, _)| repair.line..repair.line + 1)
        }
        (Pane::Blocks, Some(item)) => item
            .blocks
            .get(screen.choice.block)
            .map_or(1..1, |block| block.lines.clone()),
        (_, Some(item)) => item.lines.clone(),
        (_, None) => 1..1,
    }
}
