//! The lines above a story: place, headline, deck.
//!
//! Knows the run of short lines and the start of the text below it.

use super::blocks::Block;
use super::{Furniture, Repair, RepairKind};
use super::{labels, names, places};

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

/// A line in 【】 alone is what is in them.
fn unbracketed(text: &str) -> &str {
    match labels::bracket_head(text) {
        Some((head, len)) if len == text.len() => head,
        _ => text,
    }
}

/// Lines that say what they are: 主题：, 副题：, 引题：.
fn take_named(lines: &mut Vec<Line>, found: &mut Head) {
    const DECKS: [&str; 6] = ["引题", "肩题", "眉题", "副题", "副标题", "副标"];
    const HEADLINES: [&str; 4] = ["主题", "主标题", "标题", "正题"];
    let split = |text: &str| {
        text.split_once('：')
            .map(|(word, rest)| (word.to_owned(), rest.trim().to_owned()))
    };
    let named = |word: &str| DECKS.contains(&word) || HEADLINES.contains(&word);
    for line in lines.iter_mut() {
        let Some((word, rest)) =
            split(&line.text).filter(|(word, rest)| named(word) && !rest.is_empty())
        else {
            continue;
        };
        found.repairs.push(Repair {
            kind: RepairKind::Label,
            line: line.line,
            before: format!("{word}："),
            after: String::new(),
        });
        line.text = rest;
        if DECKS.contains(&word.as_str()) && found.deck.text.is_empty() {
            found.deck = std::mem::take(line);
        }
    }
    lines.retain(|line| !line.text.is_empty());
}

/// Names of columns and series above a head: ……系列报道, 基层新闻.
fn take_columns(lines: &mut Vec<Line>, found: &mut Head) {
    while lines.len() > 1 && is_column(&lines[0].text) {
        let line = lines.remove(0);
        found.furniture.push(Furniture {
            line: line.line,
            text: line.text,
        });
    }
}

fn is_column(text: &str) -> bool {
    let ends = [
        "系列报道",
        "专栏",
        "特刊",
        "新闻",
        "之窗",
        "天地",
        "聚焦",
        "视窗",
        "速递",
        "追踪",
        "特别报道",
        "连续报道",
        "日报",
        "晚报",
        "周刊",
        "时报",
        "导读",
        "周报",
    ];
    text.chars().count() <= 16
        && !text.contains(char::is_whitespace)
        && ends.iter().any(|end| text.ends_with(end))
        || text.chars().count() <= 6 && text.starts_with("今日")
}

/// A deck above the headline: ……稳步推进——.
fn take_deck_above(lines: &mut Vec<Line>, found: &mut Head) {
    let above = lines.iter().position(|line| line.text.ends_with('—'));
    if let Some(at) = above.filter(|&at| at + 1 < lines.len()) {
        let line = lines.remove(at);
        found.deck = Line {
            text: line.text.trim_end_matches('—').trim().to_owned(),
            line: line.line,
        };
    }
}

/// The place: above the headline, else below it.
fn take_place(lines: &mut Vec<Line>, found: &mut Head, body: &str) {
    if lines.len() < 2 {
        // Alone it is a place only where the name leaves no doubt.
        if lines.len() == 1 && places::is_sure(&lines[0].text) && places::is_place(&lines[0].text) {
            found.place = lines.remove(0);
        }
        return;
    }
    let is_place = |text: &str| {
        places::is_place(text) || places::is_named_in(text, body) && text.chars().count() <= 6
    };
    let first = is_place(&lines[0].text);
    let other = (1..lines.len())
        .rev()
        .find(|&at| places::is_place(&lines[at].text));
    match (first, other) {
        (true, Some(at))
            if lines.len() == 2
                && !places::is_sure(&lines[0].text)
                && places::is_sure(&lines[at].text) =>
        {
            found.place = lines.remove(at);
        }
        (true, _) => found.place = lines.remove(0),
        (false, Some(at)) => found.place = lines.remove(at),
        (false, None) => {}
    }
}

/// The headline of the lines that are left, and what stands above and below it.
fn take_headline(mut lines: Vec<Line>, found: &mut Head) {
    if lines.len() > 1 && found.place.text.is_empty() && is_kicker(&lines[0].text, &lines[1].text) {
        found.place = lines.remove(0);
    }
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
        if goes_on(&headline.text, &line.text) {
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

/// A short line above a long one that is no clause of it.
fn is_kicker(first: &str, second: &str) -> bool {
    let (a, b) = (first.chars().count(), second.chars().count());
    a <= 8 && !first.contains(char::is_whitespace) && (clauses(second).len() > 1 || b >= a + 6)
}

/// Whether a second line is the second clause of a headline: of like length, each one clause.
fn goes_on(first: &str, second: &str) -> bool {
    let (a, b) = (first.chars().count(), second.chars().count());
    clauses(first).len() == 1 && clauses(second).len() == 1 && a.abs_diff(b) <= 2 && a <= 16
}

/// 东方花园： before the headline, where it names a place.
fn lift_prefix(found: &mut Head, body: &str) {
    let text = found.headline.text.clone();
    let Some((at, mark)) = text
        .char_indices()
        .take(13)
        .find(|&(_, c)| matches!(c, '：' | '丨' | '｜' | '|' | '】'))
    else {
        return;
    };
    let (name, rest) = (&text[..at], &text[at + mark.len_utf8()..]);
    let name = name.trim_start_matches('【').trim();
    let rest = rest.trim_start();
    let named =
        places::is_place(name) || places::is_named_in(name, body) && !names::is_unit_role(name);
    if !named || rest.is_empty() {
        return;
    }
    found.repairs.push(Repair {
        kind: RepairKind::Place,
        line: found.headline.line,
        before: text[..at + mark.len_utf8()].to_owned(),
        after: String::new(),
    });
    found.place = Line {
        text: name.to_owned(),
        line: found.headline.line,
    };
    rest.clone_into(&mut found.headline.text);
}

/// The clauses of a headline: parts between white space that is not inside quotes.
pub(super) fn clauses(text: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut depth = 0usize;
    let mut space = String::new();
    let mut before = None;
    for c in text.chars() {
        match c {
            '“' | '‘' | '《' | '（' => depth += 1,
            '”' | '’' | '》' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if c.is_whitespace() && depth == 0 {
            space.push(c);
            continue;
        }
        if !space.is_empty() {
            // English words keep their space.
            let english = space == " "
                && before.is_some_and(|b: char| b.is_ascii_alphanumeric())
                && c.is_ascii_alphanumeric();
            match out.last_mut() {
                Some(last) if english => last.push(' '),
                _ => out.push(String::new()),
            }
            space.clear();
        }
        if let Some(last) = out.last_mut() {
            last.push(c);
        }
        before = Some(c);
    }
    out
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

    #[test]
    fn a_space_inside_quotes_parts_no_clauses() {
        assert_eq!(
            clauses("“学新篇 办实事”  走进街巷"),
            ["“学新篇 办实事”", "走进街巷"]
        );
        assert_eq!(clauses("用上APP 2.0 版"), ["用上APP 2.0", "版"]);
    }
}
