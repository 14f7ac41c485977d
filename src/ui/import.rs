//! The import screens: the question for a file, and the items of a page beside the original.

use super::paper::Paper;
use super::queue::kind_name;
use super::theme::Role;
use crate::app::area::Area;
use crate::app::import::{AskScreen, ImportScreen, Pane, layout};
use crate::app::keymap::Context;
use crate::import::{Item, RepairKind};
use crate::wording::{Text, screens as words};

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
    let areas = layout(state.size);
    let title = format!("{}  {}", words::IMPORT.get(state.lang), screen.name);
    let repairs = screen.choice.page.repairs.len();
    paper.bar(
        areas.bar,
        &title,
        &words::REPAIRS.fill(state.lang, &[("n", &repairs)]),
    );
    items(paper, areas.items, screen);
    if screen.pane == Pane::Repairs {
        repair_list(paper, areas.detail, screen);
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
    let title = words::ITEMS.fill(lang, &[("n", &taken), ("all", &all)]);
    paper.text(head.inset(1), Role::Head, &title);
    let height = usize::from(list.height).max(1);
    let top = (choice.item + 1).saturating_sub(height);
    let shown = choice.page.items.iter().enumerate().skip(top).take(height);
    for (line, (at, item)) in shown.enumerate() {
        let row = list.row(line as u16);
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
    let place = if item.place.is_empty() {
        String::new()
    } else {
        format!("{}  ", item.place)
    };
    let title_area = Area {
        width: title.width.saturating_sub(1),
        ..title
    };
    paper.text(
        title_area,
        role,
        &format!("{place}{}", headline(item, lang)),
    );
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

/// The chosen item as it will become a draft.
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
    let (rest, foot) = rest.bottom(1);
    blocks(paper, rest, item, screen);
    let byline = item.byline.printed();
    let byline = if byline.is_empty() {
        words::NO_BYLINE.get(lang).to_owned()
    } else {
        byline
    };
    paper.right(foot, Role::Faint, &byline);
}

fn blocks(paper: &mut Paper, area: Area, item: &Item, screen: &ImportScreen) {
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
}

fn repair_list(paper: &mut Paper, area: Area, screen: &ImportScreen) {
    let lang = paper.state.lang;
    let (rule, list) = area.top(1);
    let all = screen.choice.page.repairs.len();
    let repairs = screen.repairs();
    let title = words::REPAIRS.fill(lang, &[("n", &all)]);
    paper.strip(rule, Role::Rule, &title, "");
    let height = usize::from(list.height).max(1);
    let top = (screen.repair + 1).saturating_sub(height);
    let shown = repairs.iter().enumerate().skip(top).take(height);
    for (line, (at, (repair, times))) in shown.enumerate() {
        let row = list.row(line as u16);
        let role = if at == screen.repair {
            Role::Chosen
        } else {
            Role::Text
        };
        if at == screen.repair {
            paper.fill(row, role);
        }
        let (kind, rest) = row.inset(1).left(7);
        paper.text(kind, role, repair_name(repair.kind).get(lang));
        let (number, rest) = rest.left(5);
        paper.text(number, role, &repair.line.to_string());
        let times = if *times > 1 {
            format!("  x{times}")
        } else {
            String::new()
        };
        let (before, after) = (repair.before.trim(), repair.after.trim());
        paper.text(rest, role, &format!("{before} > {after}{times}"));
    }
}

fn repair_name(kind: RepairKind) -> Text {
    match kind {
        RepairKind::Join => words::R_JOIN,
        RepairKind::Overlap => words::R_OVERLAP,
        RepairKind::Mark => words::R_MARK,
        RepairKind::Quote => words::R_QUOTE,
        RepairKind::Space => words::R_SPACE,
        RepairKind::Place => words::R_PLACE,
        RepairKind::Byline => words::R_BYLINE,
        RepairKind::Label => words::R_LABEL,
        RepairKind::Control => words::R_CONTROL,
    }
}

/// The lines of the page as they came, from the ones the chosen thing was made of.
fn source(paper: &mut Paper, area: Area, screen: &ImportScreen) {
    let lang = paper.state.lang;
    let page = &screen.choice.page;
    let (head, body) = area.top(1);
    let title = words::SOURCE.fill(lang, &[("encoding", &page.encoding)]);
    paper.text(head.inset(1), Role::Head, &title);
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
        let furniture = page.furniture.iter().any(|f| f.line == number);
        let role = if wanted.contains(&number) {
            Role::Text
        } else {
            Role::Faint
        };
        let (margin, text) = rest.left(6);
        paper.right(
            Area {
                height: 1,
                width: 5,
                ..margin
            },
            Role::Faint,
            &number.to_string(),
        );
        let mut used = paper.paragraph(text, role, line.trim());
        if furniture && used < rest.height {
            let (_, below) = text.top(used);
            used += paper
                .text(below.row(0), Role::Waiting, words::FURNITURE.get(lang))
                .min(1);
        }
        (_, rest) = rest.top(used.max(1));
    }
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
