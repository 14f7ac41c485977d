//! What an editor takes from a page: items, each with the lines around it that are not story text.

use super::{Item, Page};

/// An item to be made a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// The item.
    pub item: Item,
    /// Lines of the page that stood in or behind it and are not its text: 责编 lines, jump lines,
    /// page headers. They go along as a remark, so that nothing of the page is lost.
    pub furniture: Vec<String>,
}

impl Page {
    /// The items that are taken, each furniture line with the last taken item that begins above
    /// it, or with the first.
    ///
    /// `taken` tells for each item whether it is; items beyond its end are not.
    pub fn taken(&self, taken: &[bool]) -> Vec<Submission> {
        let mut out: Vec<Submission> = self
            .items
            .iter()
            .zip(taken)
            .filter(|(_, taken)| **taken)
            .map(|(item, _)| Submission {
                item: item.clone(),
                furniture: Vec::new(),
            })
            .collect();
        for line in &self.furniture {
            let above = out
                .iter()
                .rposition(|kept| kept.item.lines.start <= line.line);
            if let Some(kept) = out.get_mut(above.unwrap_or(0)) {
                kept.furniture.push(line.text.clone());
            }
        }
        out
    }

    /// All items with the furniture around them.
    pub fn whole(&self) -> Vec<Submission> {
        self.taken(&vec![true; self.items.len()])
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Split, read};

    const PAGE: &str = "青石晚报　2026年5月8日　星期五　第2版\n\n\
        石桥镇修好灌渠\n\n5月6日，石桥镇的灌渠修好了，渠水流进了田里，村民忙着插秧。\n\n（记者 甘霖）\n\n\
        河坝村添了书屋\n\n河坝村的书屋开门了，孩子们放学后来这里看书写作业。\n\n（记者 甘霖）\n\n\
        责编：秦朗　校对：苗青\n";

    #[test]
    fn lines_around_an_item_go_along_with_it() {
        let page = read(PAGE.as_bytes(), Split::Page).unwrap();
        let kept = page.whole();
        assert_eq!(kept.len(), 2);
        assert!(kept[0].furniture[0].contains("青石晚报"));
        assert!(kept[1].furniture[0].contains("责编"));
    }

    #[test]
    fn lines_around_an_item_that_is_left_go_with_one_that_is_taken() {
        let page = read(PAGE.as_bytes(), Split::Page).unwrap();
        let kept = page.taken(&[true, false]);
        assert_eq!(kept.len(), 1);
        assert_eq!(kept[0].furniture.len(), 2);
    }
}
