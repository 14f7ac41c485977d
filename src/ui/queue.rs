//! The queue: drafts in order, counts by stage, a preview of the chosen one.

use super::paper::Paper;
use super::theme::Role;
use crate::app::area::Area;
use crate::app::keymap::Context;
use crate::app::queue::{QueueLayout, Shown, layout};
use crate::app::view::Row;
use crate::domain::{Block, Draft, DraftId, FaultKind, Kind, Stage};
use crate::wording::{Lang, Text, desk, problem, proofreading, review, screens as words};

/// Widths of the columns in cells, the blanks that part them included; 0 leaves a column out.
struct Columns {
    number: u16,
    stage: u16,
    kind: u16,
    place: u16,
    chars: u16,
    byline: u16,
    faults: u16,
}

/// Number, stage, 字数 and faults are as wide as they have to be and never cut; the headline has
/// what is left.
fn columns(paper: &Paper, width: u16) -> Columns {
    let state = paper.state;
    let names = &state.view.settings.review.stages;
    let stages = state.view.tally().into_keys();
    let widest = stages
        .map(|stage| paper.cells(&problem::stage(stage, names, state.lang)))
        .chain([paper.cells(words::COL_STAGE.get(state.lang))])
        .max();
    let (place, byline) = match width {
        0..=71 => (0, 0),
        72..=95 => (11, 9),
        96..=119 => (15, 17),
        _ => (19, 27),
    };
    Columns {
        number: paper.cells(&state.view.entries.len().to_string()).max(2) + 1,
        stage: widest.unwrap_or(0).min(STAGE) + 2,
        kind: 7,
        place,
        chars: 6,
        byline,
        faults: match width {
            0..=71 => 8,
            _ => 11,
        },
    }
}

/// Most cells that a stage takes; newsrooms name their own.
const STAGE: u16 = 12;

/// Draws the queue; the caret stands in the filter while it is typed.
pub fn draw(paper: &mut Paper) -> Option<(u16, u16)> {
    let areas = layout(paper.state.size);
    title(paper, areas.bar);
    let caret = filter(paper, areas.filter);
    heads(paper, areas.heads);
    list(paper, areas.list);
    preview(paper, &areas);
    let context = if paper.state.queue.typing {
        Context::Filter
    } else {
        Context::Queue
    };
    paper.foot(areas.foot, context);
    if paper.state.notice.is_none() && !paper.state.view.problems.is_empty() {
        let n = paper.state.view.problems.len();
        let sentence = desk::PROBLEMS.fill(paper.state.lang, &[("n", &n)]);
        paper.notice(areas.foot, Role::Bad, &sentence);
    }
    caret
}

fn title(paper: &mut Paper, area: Area) {
    let state = paper.state;
    let settings = &state.view.settings;
    let left = if settings.paper.is_empty() {
        settings.title.clone()
    } else {
        format!("{}  {}", settings.paper, settings.title)
    };
    let (shown, all) = (state.queue.shown.len(), state.view.entries.len());
    let right = if state.queue.is_filtered() {
        words::SHOWN.fill(state.lang, &[("n", &shown), ("all", &all)])
    } else {
        words::TOTAL.fill(state.lang, &[("n", &all)])
    };
    paper.bar(area, &left, &right);
}

/// Stages with their counts, or the words that filter; returns the caret while they are typed.
fn filter(paper: &mut Paper, area: Area) -> Option<(u16, u16)> {
    let state = paper.state;
    let area = area.inset(1);
    let words_shown = state.queue.typing || !state.queue.words.text().is_empty();
    if words_shown {
        let used = paper.text(area, Role::Head, words::FIND.get(state.lang));
        let (_, field) = area.left(used + 1);
        let column = paper.field(field, &state.queue.words, state.queue.typing, Role::Field);
        return state.queue.typing.then_some((column, field.y));
    }
    let names = &state.view.settings.review.stages;
    let mut rest = area;
    for (shown, count) in state.queue.chips(&state.view) {
        let name = match shown {
            Shown::Active => words::ACTIVE.get(state.lang).to_owned(),
            Shown::Stage(stage) => problem::stage(stage, names, state.lang),
            Shown::Mine => review::MINE.get(state.lang).to_owned(),
            Shown::All => words::EVERY.get(state.lang).to_owned(),
        };
        let role = if state.queue.stage == shown {
            Role::Chosen
        } else {
            Role::Text
        };
        let used = paper.text(rest, role, &format!(" {name} {count} "));
        (_, rest) = rest.left(used + 1);
    }
    None
}

/// The areas of one row: number, stage, kind, place, headline, chars, byline, faults.
fn cells(paper: &Paper, row: Area) -> [Area; 8] {
    let columns = columns(paper, row.width);
    let (number, rest) = row.inset(1).left(columns.number);
    let (stage, rest) = rest.left(columns.stage);
    let (kind, rest) = rest.left(columns.kind);
    let (place, rest) = rest.left(columns.place);
    let right = columns.chars + columns.byline + columns.faults;
    let (headline, rest) = rest.left(rest.width.saturating_sub(right));
    let (chars, rest) = rest.left(columns.chars);
    let (byline, faults) = rest.left(columns.byline);
    let gap = |area: Area| Area {
        width: area.width.saturating_sub(1),
        ..area
    };
    [
        gap(number),
        gap(stage),
        gap(kind),
        gap(place),
        gap(headline),
        gap(chars),
        gap(byline),
        faults,
    ]
}

fn heads(paper: &mut Paper, area: Area) {
    const HEADS: [Text; 8] = [
        words::COL_NUMBER,
        words::COL_STAGE,
        words::COL_KIND,
        words::COL_PLACE,
        words::COL_HEADLINE,
        words::COL_CHARS,
        words::COL_BYLINE,
        words::COL_FAULTS,
    ];
    for (at, (cell, head)) in cells(paper, area).into_iter().zip(HEADS).enumerate() {
        let head = head.get(paper.state.lang);
        if at == 5 || at == 0 {
            paper.right(cell, Role::Head, head);
        } else {
            paper.text(cell, Role::Head, head);
        }
    }
}

fn list(paper: &mut Paper, area: Area) {
    let state = paper.state;
    if state.queue.shown.is_empty() {
        let empty = if state.view.entries.is_empty() {
            words::EMPTY_QUEUE
        } else {
            words::NOTHING_FOUND
        };
        paper.paragraph(area.inset(2), Role::Text, empty.get(state.lang));
        return;
    }
    let shown = state.queue.shown.iter().enumerate().skip(state.queue.top);
    for (line, (at, &position)) in shown.take(usize::from(area.height)).enumerate() {
        draft(
            paper,
            area.row(line as u16),
            (at + 1, position),
            at == state.queue.cursor,
        );
    }
}

fn draft(paper: &mut Paper, row: Area, (at, position): (usize, usize), chosen: bool) {
    let state = paper.state;
    let (entry, derived) = (&state.view.entries[position], &state.view.rows[position]);
    if chosen {
        paper.fill(row, Role::Chosen);
    }
    let role = |role: Role| if chosen { Role::Chosen } else { role };
    let [number, stage, kind, place, headline, chars, byline, faults] = cells(paper, row);
    paper.right(number, role(Role::Faint), &at.to_string());
    let names = &state.view.settings.review.stages;
    let stage_name = problem::stage(derived.stage, names, state.lang);
    paper.text(stage, role(stage_role(derived.stage)), &stage_name);
    paper.text(
        kind,
        role(Role::Faint),
        kind_name(entry.draft.kind, &entry.draft.label, state.lang),
    );
    paper.text(place, role(Role::Text), &entry.draft.place);
    let title = entry.draft.title();
    let headline = remarks(paper, headline, role(Role::Waiting), derived.notes);
    let used = paper.text(headline, role(headline_role(&entry.draft)), title);
    let (_, spare) = headline.left(used + 2);
    if place.width == 0 && paper.cells(&entry.draft.place) <= spare.width {
        paper.text(spare, role(Role::Faint), &entry.draft.place);
    }
    paper.right(chars, role(Role::Text), &derived.zishu.to_string());
    paper.text(byline, role(Role::Faint), &derived.names);
    let own = fault_count(paper, derived);
    let used = paper.text(faults, role(fault_role(&derived.faults)), &own);
    let (_, rest) = faults.left(used + u16::from(used > 0));
    // Not in red: what proofreading finds keeps nothing out of print.
    let found = proof_count(paper, &entry.draft.id, rest.width);
    paper.text(rest, role(Role::Waiting), &found);
}

/// Open errors and doubts of proofreading; the doubts only where there is room for both.
fn proof_count(paper: &Paper, id: &DraftId, room: u16) -> String {
    let lang = paper.state.lang;
    let Some(proofed) = paper.state.proofs.of(id) else {
        return String::new();
    };
    let tally = proofed.tally;
    let part = |text: Text, n: usize| match n {
        0 => String::new(),
        n => text.fill(lang, &[("n", &n)]),
    };
    let errors = part(proofreading::ERRORS, tally.errors);
    let both = errors.clone() + &part(proofreading::WARNINGS, tally.warnings);
    if paper.cells(&both) <= room || errors.is_empty() {
        both
    } else {
        errors
    }
}

/// How many remarks are open, at the right of the headline; returns what is left for that.
fn remarks(paper: &mut Paper, area: Area, role: Role, open: usize) -> Area {
    if open == 0 {
        return area;
    }
    let told = review::NOTE_COUNT.fill(paper.state.lang, &[("n", &open)]);
    let (left, right) = area.left(area.width.saturating_sub(paper.cells(&told)));
    paper.text(right, role, &told);
    Area {
        width: left.width.saturating_sub(1),
        ..left
    }
}

/// Red is for what keeps a draft out of print.
fn fault_role(faults: &[FaultKind]) -> Role {
    if faults.iter().any(|fault| fault.blocks()) {
        Role::Bad
    } else {
        Role::Waiting
    }
}

fn fault_count(paper: &Paper, row: &Row) -> String {
    match row.faults.len() {
        0 => String::new(),
        n => words::FAULTS.fill(paper.state.lang, &[("n", &n)]),
    }
}

/// The word for a kind; opening words with a label of their own go by it.
pub fn kind_name(kind: Kind, label: &str, lang: Lang) -> &str {
    match kind {
        Kind::Intro if !label.is_empty() => label,
        Kind::Intro => words::KIND_INTRO.get(lang),
        Kind::Story => words::KIND_STORY.get(lang),
        Kind::Brief => words::KIND_BRIEF.get(lang),
    }
}

/// A headline weighs more than the first words that stand in for one.
pub fn headline_role(draft: &Draft) -> Role {
    if draft.headline.is_empty() {
        Role::Text
    } else {
        Role::Strong
    }
}

fn stage_role(stage: Stage) -> Role {
    match stage {
        Stage::Ready => Role::Good,
        Stage::Draft | Stage::Review(_) | Stage::Changed(_) => Role::Waiting,
        Stage::Held | Stage::Spiked | Stage::Published(_) => Role::Faint,
    }
}

/// The chosen draft: its fields, what is wrong with it, and as much of its text as fits.
fn preview(paper: &mut Paper, areas: &QueueLayout) {
    let state = paper.state;
    let (rule, body) = areas.preview.top(1);
    let Some(at) = state.queue.at() else {
        paper.strip(rule, Role::Rule, "", "");
        return;
    };
    let (entry, derived) = (&state.view.entries[at], &state.view.rows[at]);
    let chars = words::CHARS.fill(state.lang, &[("n", &derived.zishu)]);
    let heads = [
        entry.draft.label.as_str(),
        entry.draft.place.as_str(),
        entry.draft.title(),
    ];
    let left: Vec<&str> = heads.into_iter().filter(|text| !text.is_empty()).collect();
    paper.strip(
        rule,
        Role::Rule,
        &left.join("  "),
        &format!("{}  {chars}", entry.draft.id),
    );
    let mut rest = body.inset(2);
    let used = faults(paper, rest, &derived.faults);
    (_, rest) = rest.top(used);
    let open = entry.draft.notes.iter().rev().filter(|note| note.is_open());
    for note in open.take(2) {
        let text = note.text.replace('\n', "  ");
        let told = words::NOTE.fill(state.lang, &[("by", &note.by), ("text", &text)]);
        let used = paper.paragraph(rest.top(2).0, Role::Waiting, &told);
        (_, rest) = rest.top(used);
    }
    if !entry.draft.deck.is_empty() {
        paper.text(
            rest.row(0),
            Role::Strong,
            &format!("——{}", entry.draft.deck),
        );
        (_, rest) = rest.top(1);
    }
    text(paper, rest, &entry.draft, &derived.byline);
}

/// The faults of a draft, as many on a row as fit; returns the rows used.
fn faults(paper: &mut Paper, area: Area, faults: &[FaultKind]) -> u16 {
    let mut used = 0;
    let mut line = area.row(0);
    for &fault in faults {
        let told = problem::fault(fault).get(paper.state.lang);
        if used == 0 || paper.cells(told) > line.width {
            line = area.row(used);
            used += 1;
        }
        let cells = paper.text(line, fault_role(&[fault]), told);
        (_, line) = line.left(cells + 2);
    }
    used.min(area.height)
}

fn text(paper: &mut Paper, area: Area, draft: &Draft, byline: &str) {
    let width = area.width.min(84);
    let mut rest = Area { width, ..area };
    for block in draft.blocks() {
        if rest.height == 0 {
            return;
        }
        let used = match block {
            Block::Crosshead(head) => paper.prose(rest, Role::Strong, head, 4),
            Block::Paragraph(text) => paper.prose(rest, Role::Text, text, 4),
        };
        (_, rest) = rest.top(used);
    }
    let byline = if byline.is_empty() {
        words::NO_BYLINE.get(paper.state.lang)
    } else {
        byline
    };
    if rest.height > 0 {
        paper.right(rest.row(0), Role::Faint, byline);
    }
}
