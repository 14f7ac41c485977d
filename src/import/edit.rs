//! What an editor does to a page before it becomes drafts: join items, part them, take them over.
//!
//! Knows finished items alone.

use super::{Item, ItemBlock, Page, byline};
use crate::domain::{Date, Draft, DraftId, Kind, Rank, Status};

/// A block longer than this is no headline, in characters.
const HEADLINE: usize = 40;

impl Page {
    /// Makes one item of the item at a place and the one after it.
    ///
    /// The second's headline becomes a crosshead, its deck and place the paragraphs they would be;
    /// people who are in both are named once. Nothing happens where there is no item after it.
    pub fn join(&mut self, at: usize) {
        if at + 1 >= self.items.len() {
            return;
        }
        let second = self.items.remove(at + 1);
        let first = &mut self.items[at];
        let head = |text: String, line: usize, crosshead: bool| ItemBlock {
            crosshead,
            text,
            lines: line..line + 1,
        };
        let line = second.lines.start;
        if first.place.is_empty() {
            first.place = second.place;
        } else if !second.place.is_empty() && second.place != first.place {
            first.blocks.push(head(second.place, line, true));
        }
        if !second.headline.is_empty() {
            first.blocks.push(head(second.headline, line, true));
        }
        if !second.deck.is_empty() {
            first.blocks.push(head(second.deck, line, false));
        }
        first.blocks.extend(second.blocks);
        byline::merge(&mut first.byline, second.byline);
        first.lines =
            first.lines.start.min(second.lines.start)..first.lines.end.max(second.lines.end);
        if first.kind == Kind::Brief && !first.headline.is_empty() {
            first.kind = Kind::Story;
        }
    }

    /// Parts an item in two before one of its blocks.
    ///
    /// A crosshead or short block that comes first becomes the headline of the second item. The
    /// byline stays with the item that has the last text, since it stands below it; with neither
    /// text nor block to part at, nothing happens.
    pub fn split(&mut self, at: usize, block: usize) {
        let Some(first) = self.items.get_mut(at) else {
            return;
        };
        if block == 0 || block >= first.blocks.len() {
            return;
        }
        let mut blocks = first.blocks.split_off(block);
        let start = blocks[0].lines.start;
        let mut headline = String::new();
        if blocks.len() > 1 && is_headline(&blocks[0]) {
            headline = blocks.remove(0).text;
        }
        let second = Item {
            kind: if headline.is_empty() && first.kind == Kind::Brief {
                Kind::Brief
            } else {
                Kind::Story
            },
            label: String::new(),
            place: String::new(),
            headline,
            deck: String::new(),
            blocks,
            byline: std::mem::take(&mut first.byline),
            lines: start..first.lines.end.max(start + 1),
        };
        first.lines.end = start.max(first.lines.start + 1);
        self.items.insert(at + 1, second);
    }
}

fn is_headline(block: &ItemBlock) -> bool {
    let short = block.text.chars().count() <= HEADLINE;
    block.crosshead || short && !block.text.ends_with(['。', '！', '？', '”', '…'])
}

impl Item {
    /// The item as a submitted draft.
    ///
    /// One line a paragraph, a blank line between; a paragraph that begins as a crosshead would is
    /// kept a paragraph by dropping what makes it one.
    pub fn to_draft(&self, id: DraftId, date: Option<Date>, rank: Rank) -> Draft {
        Draft {
            kind: self.kind,
            label: if self.label == "开栏语" {
                String::new()
            } else {
                self.label.clone()
            },
            place: self.place.clone(),
            headline: self.headline.clone(),
            deck: self.deck.clone(),
            date,
            status: Status::Submitted,
            rank,
            byline: self.byline.clone(),
            body: self.body(),
            ..Draft::empty(id)
        }
    }

    fn body(&self) -> String {
        let mut body = String::new();
        for block in &self.blocks {
            let text = one_line(&block.text);
            if text.is_empty() {
                continue;
            }
            if !body.is_empty() {
                body.push('\n');
            }
            if block.crosshead {
                body.push_str("## ");
            }
            body.push_str(if block.crosshead {
                text.as_str()
            } else {
                unmarked(&text)
            });
            body.push('\n');
        }
        body
    }
}

/// A block is one line of a body, whatever an editor pasted into it.
fn one_line(text: &str) -> String {
    text.split(['\n', '\r']).map(str::trim).collect()
}

fn unmarked(text: &str) -> &str {
    let mut text = text;
    while let Some(rest) = text.strip_prefix("## ") {
        text = rest.trim_start();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Block;
    use crate::import::{Split, read};

    const PAGE: &str = "柳林社区\n\n楼道亮了 邻里近了\n\n春分过后，楼道里的灯亮了起来。\n\n（记者 林一舟）\n\n青岭镇\n\n茶园绿了 游人多了\n\n清明前，茶园里来了许多人。\n\n他们说，这里的茶真香。\n\n（记者 林一舟 通讯员 何雨）\n";

    fn page() -> Page {
        read(PAGE.as_bytes(), Split::Page).unwrap()
    }

    #[test]
    fn joined_items_keep_every_word_and_person() {
        let mut page = page();
        page.join(0);
        assert_eq!(page.items.len(), 1);
        let item = &page.items[0];
        let texts: Vec<(&str, bool)> = item
            .blocks
            .iter()
            .map(|b| (b.text.as_str(), b.crosshead))
            .collect();
        assert_eq!(
            texts[1..3],
            [("青岭镇", true), ("茶园绿了　游人多了", true)]
        );
        assert_eq!(item.byline.printed(), "（记者 林一舟 通讯员 何雨）");
        page.join(0);
        assert_eq!(page.items.len(), 1);
    }

    #[test]
    fn a_split_item_takes_a_short_block_as_headline() {
        let mut page = page();
        page.join(0);
        page.split(0, 2);
        assert_eq!(page.items[1].headline, "茶园绿了　游人多了");
        assert_eq!(page.items[1].blocks.len(), 2);
        page.split(0, 0);
        page.split(0, 99);
        page.split(99, 1);
        assert_eq!(page.items.len(), 2);
    }

    #[test]
    fn a_draft_has_one_line_a_paragraph() {
        let mut item = page().items.remove(1);
        item.blocks.insert(
            1,
            ItemBlock {
                crosshead: true,
                text: "茶香".into(),
                lines: 1..2,
            },
        );
        item.blocks.push(ItemBlock {
            crosshead: false,
            text: "## 不是小标题\n接着".into(),
            lines: 1..2,
        });
        let draft = item.to_draft(DraftId::new("a").unwrap(), None, Rank::first());
        assert_eq!(
            draft.body,
            "清明前，茶园里来了许多人。\n\n## 茶香\n\n他们说，这里的茶真香。\n\n不是小标题接着\n"
        );
        assert_eq!(
            draft
                .blocks()
                .filter(|b| matches!(b, Block::Crosshead(_)))
                .count(),
            1
        );
        assert_eq!(draft.status, Status::Submitted);
    }
}
