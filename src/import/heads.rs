//! The lines above a story: place, headline, deck.
//!
//! Knows the run of short lines and the start of the text below it.

mod clauses;
mod fields;
mod place;

use super::blocks::Block;
use super::{Furniture, Repair};
use super::{labels, places};
pub(super) use clauses::clauses;
use fields::{take_columns, take_deck_above, take_named};
use place::{lift_prefix, take_place};

/// A field of an item with the line it came from; line 0 where it is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Line {
    pub text: String,
    pub line: usize,
}

/// What a run of short lines says.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub place: Line,
    pub headline: Line,
    pub deck: Line,
    pub repairs: Vec<Repair>,
    pub furniture: Vec<Furniture>,
}

/// Tells the lines of a head apart.
pub(super) fn head(run: &[&Block], body: &str) -> Head {
    let mut found = Head::default();
    let mut lines: Vec<Line> = run
        .iter()
        .map(|block| Line {
            text: unbracketed(&block.text.text).to_owned(),
            line: block.text.lines().start,
        })
        .collect();
    for line in &mut lines {
        if let Some(place) = line
            .text
            .strip_suffix('：')
            .filter(|text| places::is_place(text))
        {
            line.text = place.to_owned();
        }
    }
    if run.len() > 1 && is_bracketed(run[0]) && !places::is_place(&lines[0].text) {
        let column = lines.remove(0);
        found.furniture.push(Furniture {
            line: column.line,
            text: run[0].text.text.clone(),
        });
    }
    take_named(&mut lines, &mut found);
    take_columns(&mut lines, &mut found);
    take_deck_above(&mut lines, &mut found);
    take_place(&mut lines, &mut found, body);
    take_headline(lines, &mut found);
    if found.place.text.is_empty() {
        lift_prefix(&mut found, body);
    }
    found
}

/// 【春种一线】 over a headline is the name of a column.
fn is_bracketed(block: &Block) -> bool {
    labels::bracket_head(&block.text.text).is_some_and(|(_, len)| len == block.text.text.len())
}

/// A line in 【】 alone is what is in them.
fn unbracketed(text: &str) -> &str {
    match labels::bracket_head(text) {
        Some((head, len)) if len == text.len() => head,
        _ => text,
    }
}

/// The headline of the lines that are left, and what stands above and below it.
fn take_headline(mut lines: Vec<Line>, found: &mut Head) {
    if lines.len() > 1 && found.place.text.is_empty() && is_kicker(&lines[0].text, &lines[1].text) {
        found.place = lines.remove(0);
    }
    take_lines_above(&mut lines, found);
    // A line above two clauses is neither of them: 引题, kept with the deck.
    if lines.len() == 3
        && !goes_on(&lines[0].text, &lines[1].text)
        && goes_on(&lines[1].text, &lines[2].text)
        && found.deck.text.is_empty()
    {
        found.deck = lines.remove(0);
    }
    let mut rest = lines.into_iter();
    let Some(mut headline) = rest.next() else {
        return;
    };
    for line in rest {
        if goes_on(&headline.text, &line.text) && !is_subtitle(&line.text) {
            headline.text = format!("{}　{}", headline.text, line.text);
        } else if found.deck.text.is_empty() {
            found.deck = line;
        } else {
            found.deck.text.push('　');
            found.deck.text.push_str(&line.text);
        }
    }
    found.headline = headline;
}

/// The one line of two clauses is the headline; what stands above it is its 引题.
fn take_lines_above(lines: &mut Vec<Line>, found: &mut Head) {
    let parted = |line: &Line| clauses(&line.text).len() > 1;
    let Some(main) = lines.iter().position(parted) else {
        return;
    };
    if lines.iter().filter(|line| parted(line)).count() > 1 || !found.deck.text.is_empty() {
        return;
    }
    for line in lines.drain(..main) {
        if found.deck.text.is_empty() {
            found.deck = line;
        } else {
            found.deck.text = format!("{}　{}", found.deck.text, line.text);
        }
    }
}

/// ……见闻, ……纪实: the line says what kind of report the headline is about.
fn is_subtitle(text: &str) -> bool {
    [
        "见闻",
        "纪实",
        "侧记",
        "纪事",
        "扫描",
        "综述",
        "素描",
        "小记",
        "观察",
        "的故事",
        "的背后",
        "工作纪略",
        "走笔",
        "掠影",
        "印象记",
    ]
    .iter()
    .any(|end| text.ends_with(end))
        || text.contains('的') && text.ends_with("故事") && text.chars().count() >= 10
}

/// A short line above a long one that is no clause of it.
fn is_kicker(first: &str, second: &str) -> bool {
    let (a, b) = (first.chars().count(), second.chars().count());
    a <= 8 && !first.contains(char::is_whitespace) && (clauses(second).len() > 1 || b >= a + 6)
}

/// Whether a second line is the second clause of a headline: of like length, each one clause.
fn goes_on(first: &str, second: &str) -> bool {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let (a, b) = (letters(first), letters(second));
    let like = b <= a + 3 && a <= b + 5 && a <= 16 && b <= 16;
    clauses(first).len() == 1 && clauses(second).len() == 1 && like
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::passage::Passage;

    fn read(lines: &[&str], body: &str) -> [String; 3] {
        let blocks: Vec<Block> = lines
            .iter()
            .enumerate()
            .map(|(at, text)| Block {
                text: Passage::new(text, at + 1),
                gap: 0,
                indented: false,
                bullet: String::new(),
                below_header: false,
                headlike: true,
            })
            .collect();
        let found = head(&blocks.iter().collect::<Vec<_>>(), body);
        [found.place.text, found.headline.text, found.deck.text]
    }

    #[test]
    fn the_lines_of_a_head_are_told_apart() {
        for (lines, wanted) in [
            (
                &["柳林社区", "楼道亮了 邻里近了"][..],
                ["柳林社区", "楼道亮了 邻里近了", ""],
            ),
            (
                &["楼道亮了 邻里近了", "柳林社区"],
                ["柳林社区", "楼道亮了 邻里近了", ""],
            ),
            (
                &["柳林社区：楼道亮了 邻里近了"],
                ["柳林社区", "楼道亮了 邻里近了", ""],
            ),
            (
                &["柳林：楼道亮了 邻里近了"],
                ["柳林", "楼道亮了 邻里近了", ""],
            ),
            (&["楼道亮了", "邻里近了"], ["", "楼道亮了　邻里近了", ""]),
            (&["王伟：三十年守一座桥"], ["", "王伟：三十年守一座桥", ""]),
            (
                &["青岭镇", "楼道亮了", "全镇改造楼道二百余处惠及居民三千户"],
                ["青岭镇", "楼道亮了", "全镇改造楼道二百余处惠及居民三千户"],
            ),
            (&["志愿者走进柳林社区"], ["", "志愿者走进柳林社区", ""]),
        ] {
            assert_eq!(read(lines, "昨天，柳林社区的灯亮了。"), wanted, "{lines:?}");
        }
    }
}
