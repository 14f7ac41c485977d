//! From rough items to the page: quotes, spaces, headline clauses, and the record of it all.
//!
//! Knows finished passages, no longer where one item ends.

use super::heads::{Line, clauses};
use super::passage::Passage;
use super::structure::{Found, Rough};
use super::{Item, ItemBlock, Page, Repair, RepairKind};
use crate::text::marks::{self, Change, is_chinese, is_han};

/// Finishes a page.
pub(super) fn page(encoding: &'static str, source: Vec<String>, found: Found) -> Page {
    let mut repairs = found.repairs;
    let items = found
        .items
        .into_iter()
        .map(|rough| item(rough, &mut repairs))
        .collect();
    repairs.sort_by_key(|repair| repair.line);
    let mut furniture = found.furniture;
    for piece in &mut furniture {
        if let Some(raw) = source.get(piece.line.saturating_sub(1))
            && letters(raw).eq(letters(&piece.text))
        {
            raw.trim().clone_into(&mut piece.text);
        }
    }
    furniture.sort_by_key(|piece| piece.line);
    Page {
        encoding,
        source,
        items,
        furniture,
        repairs,
    }
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric())
}

fn item(rough: Rough, repairs: &mut Vec<Repair>) -> Item {
    let lines = rough.first..rough.last + 1;
    Item {
        kind: rough.kind,
        label: rough.label,
        place: rough.place.text,
        headline: headline(&rough.headline, repairs),
        deck: headline(&rough.deck, repairs),
        blocks: rough
            .blocks
            .into_iter()
            .map(|block| ItemBlock {
                crosshead: block.crosshead,
                lines: block.text.lines(),
                text: if block.crosshead {
                    crosshead(&block.text, repairs)
                } else {
                    paragraph(&block.text, repairs)
                },
            })
            .collect(),
        byline: rough.byline,
        lines,
    }
}

/// A headline with paired quotes and one U+3000 between clauses.
fn headline(line: &Line, repairs: &mut Vec<Repair>) -> String {
    if line.text.is_empty() {
        return String::new();
    }
    let text = quotes(&Passage::new(&line.text, line.line), repairs);
    let now = clauses(&text).join("　");
    if now != text {
        repairs.push(Repair {
            kind: RepairKind::Space,
            line: line.line,
            before: text,
            after: now.clone(),
        });
    }
    now
}

fn crosshead(text: &Passage, repairs: &mut Vec<Repair>) -> String {
    let line = text.lines().start;
    let bare = super::labels::bracket_head(&text.text)
        .filter(|(_, len)| *len == text.text.len())
        .map_or(text.text.as_str(), |(head, _)| head);
    headline(
        &Line {
            text: bare.to_owned(),
            line,
        },
        repairs,
    )
}

/// A paragraph with paired quotes and without spaces beside marks.
fn paragraph(text: &Passage, repairs: &mut Vec<Repair>) -> String {
    let quoted = quotes(text, repairs);
    without_spaces(&text.rewritten(quoted), repairs)
}

fn quotes(text: &Passage, repairs: &mut Vec<Repair>) -> String {
    let (paired, changes) = marks::straight(&text.text);
    let text = text.rewritten(paired);
    note(RepairKind::Mark, &changes, &text, repairs);
    let (nested, changes) = marks::nest(&text.text);
    note(RepairKind::Quote, &changes, &text, repairs);
    nested
}

fn note(kind: RepairKind, changes: &[Change], text: &Passage, repairs: &mut Vec<Repair>) {
    for change in changes {
        repairs.push(Repair {
            kind,
            line: text.line_at(change.at),
            before: change.before.clone(),
            after: change.after.clone(),
        });
    }
}

/// Drops the spaces that half-width marks and figures bring with them: beside a full-width mark,
/// and between a figure and a Chinese character (GB/T 15835-2011 has none there).
fn without_spaces(text: &Passage, repairs: &mut Vec<Repair>) -> String {
    let chars: Vec<char> = text.text.chars().collect();
    if !chars.iter().any(|c| c.is_whitespace()) {
        return text.text.clone();
    }
    let mut out = String::with_capacity(text.text.len());
    let mut depth = 0usize;
    let mut read = 0;
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        match c {
            '“' | '‘' | '《' => depth += 1,
            '”' | '’' | '》' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let run = chars[at..].iter().take_while(|c| c.is_whitespace()).count();
        if run == 0 {
            out.push(c);
            read += c.len_utf8();
            at += 1;
            continue;
        }
        let space: String = chars[at..at + run].iter().collect();
        if is_needless(out.chars().next_back(), chars.get(at + run).copied(), depth) {
            repairs.push(Repair {
                kind: RepairKind::Space,
                line: text.line_at(read),
                before: space.clone(),
                after: String::new(),
            });
        } else {
            out.push_str(&space);
        }
        read += space.len();
        at += run;
    }
    out
}

fn is_needless(left: Option<char>, right: Option<char>, depth: usize) -> bool {
    let (Some(left), Some(right)) = (left, right) else {
        return true;
    };
    let mark = |c: char| is_chinese(c) && !is_han(c);
    let figure = |c: char| c.is_ascii_digit() || c == '%';
    mark(left) && left != '…'
        || mark(right) && right != '…' && right != '—'
        || depth == 0 && (is_han(left) && figure(right) || figure(left) && is_han(right))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn needless_spaces_go_and_names_keep_theirs() {
        for (was, wanted) in [
            ("你好， 春天", "你好，春天"),
            ("4 月 5 日", "4月5日"),
            ("开展“学新篇 办实事”活动", "开展“学新篇 办实事”活动"),
            ("听了 Hello World 这首歌", "听了 Hello World 这首歌"),
        ] {
            let mut repairs = Vec::new();
            assert_eq!(without_spaces(&Passage::new(was, 1), &mut repairs), wanted);
            assert_eq!(repairs.is_empty(), was == wanted);
        }
    }

    #[test]
    fn clauses_are_parted_by_one_wide_space() {
        let mut repairs = Vec::new();
        let line = Line {
            text: "楼道亮了   邻里近了".into(),
            line: 3,
        };
        assert_eq!(headline(&line, &mut repairs), "楼道亮了　邻里近了");
        assert_eq!(repairs[0].line, 3);
    }
}
