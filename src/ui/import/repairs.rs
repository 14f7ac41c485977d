//! The repairs of a raw page: a list, and below it the chosen one in full.

use crate::app::area::Area;
use crate::app::import::ImportScreen;
use crate::import::{Repair, RepairKind};
use crate::ui::paper::Paper;
use crate::ui::theme::Role;
use crate::wording::{Lang, Text, screens as words};

/// Draws both.
pub fn draw(paper: &mut Paper, area: Area, screen: &ImportScreen) {
    let repairs = screen.repairs();
    let (list_area, chosen) = area.bottom((area.height / 2).clamp(4, 7));
    list(paper, list_area, screen, &repairs);
    let before: usize = repairs.iter().take(screen.repair).map(|row| row.1).sum();
    if let Some((repair, times)) = repairs.get(screen.repair) {
        let all = screen.choice.page.repairs.len();
        in_full(paper, chosen, repair, (before + 1, before + times, all));
    }
}

fn list(paper: &mut Paper, area: Area, screen: &ImportScreen, repairs: &[(&Repair, usize)]) {
    let all = screen.choice.page.repairs.len();
    let (rule, list) = area.top(1);
    let title = words::REPAIRS.fill(paper.state.lang, &[("n", &all)]);
    paper.strip(rule, Role::Rule, &title, "");
    let height = usize::from(list.height).max(1);
    let top = (screen.repair + 1).saturating_sub(height);
    let shown = repairs.iter().enumerate().skip(top).take(height);
    for (line, (at, (repair, times))) in (0u16..).zip(shown) {
        let row = list.row(line);
        let role = if at == screen.repair {
            paper.fill(row, Role::Chosen);
            Role::Chosen
        } else {
            Role::Text
        };
        draw_row(paper, row.inset(1), role, repair, *times);
    }
}

/// One repair, or several of one line that are the same: kind, line, what was done, how often.
fn draw_row(paper: &mut Paper, row: Area, role: Role, repair: &Repair, times: usize) {
    let lang = paper.state.lang;
    let (kind, rest) = row.left(7);
    paper.text(kind, role, name(repair.kind).get(lang));
    let (number, rest) = rest.left(5);
    paper.text(number, role, &repair.line.to_string());
    let count = if times > 1 {
        format!("x{times}")
    } else {
        String::new()
    };
    let used = paper.cells(&count);
    let (what, count_area) = rest.left(rest.width.saturating_sub(used));
    let what = Area {
        width: what.width.saturating_sub(used.min(1)),
        ..what
    };
    let before = repair.before.trim();
    let (after, kept) = outcome(repair, lang).map_or_else(
        || (format!(" > {}", repair.after.trim()), what.width / 2),
        |outcome| (format!("  {outcome}"), what.width),
    );
    change(paper, what, role, (before, &after), kept);
    paper.text(count_area, role, &count);
}

/// What was there and what is now; the second has up to `kept` cells even where both are long.
fn change(paper: &mut Paper, area: Area, role: Role, (before, after): (&str, &str), kept: u16) {
    let after = if before.is_empty() {
        after.trim_start()
    } else {
        after
    };
    let room = area.width.saturating_sub(paper.cells(before)).max(kept);
    let (left, _) = area.left(area.width.saturating_sub(paper.cells(after).min(room)));
    let used = paper.text(left, role, before);
    paper.text(area.left(used).1, role, after);
}

/// What became of a passage that nothing was put in the place of.
fn outcome(repair: &Repair, lang: Lang) -> Option<&'static str> {
    let same = repair.before.trim() == repair.after.trim();
    let outcome = match (repair.kind, repair.after.is_empty()) {
        (RepairKind::Place, true) => words::TO_PLACE,
        (_, true) => words::DROPPED,
        (RepairKind::Byline, _) if same => words::TO_BYLINE,
        _ if same => words::TIDIED,
        _ => return None,
    };
    Some(outcome.get(lang))
}

/// The chosen repair: where it is among how many, before and after.
fn in_full(
    paper: &mut Paper,
    area: Area,
    repair: &Repair,
    (first, last, all): (usize, usize, usize),
) {
    let lang = paper.state.lang;
    let (rule, rest) = area.top(1);
    let line = words::REPAIR_AT.fill(lang, &[("line", &repair.line)]);
    let nth = if first == last {
        words::REPAIR_NTH.fill(lang, &[("n", &first), ("all", &all)])
    } else {
        words::REPAIR_SPAN.fill(lang, &[("n", &first), ("last", &last), ("all", &all)])
    };
    let named = format!("{}  {line}", name(repair.kind).get(lang));
    let whole = paper.cells(&named) + paper.cells(&nth) + 4 <= rule.width;
    paper.strip(rule, Role::Rule, if whole { &named } else { &line }, &nth);
    let outcome = outcome(repair, lang);
    // What comes after must be seen, however long the passage was.
    let most = rest.height.saturating_sub(2).max(1);
    let used = passage(paper, rest.top(most).0, words::BEFORE, repair.before.trim());
    let (_, rest) = rest.top(used);
    passage(
        paper,
        rest,
        words::AFTER,
        outcome.unwrap_or(repair.after.trim()),
    );
}

fn passage(paper: &mut Paper, area: Area, label: Text, text: &str) -> u16 {
    let area = area.inset(1);
    let label = label.get(paper.state.lang);
    paper.text(area, Role::Head, label);
    let (_, rest) = area.left(paper.cells(label) + 2);
    paper.paragraph(rest, Role::Text, text)
}

fn name(kind: RepairKind) -> Text {
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
