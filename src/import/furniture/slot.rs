//! Where on the page the editor put what stands below: 头条, 二条, 报眼.
//!
//! Knows one line.

use crate::import::words::Words;

static SLOTS: Words = Words::new(
    "头条 二条 三条 四条 五条 六条 头题 二题 三题 四题 双头条 倒头条 左头条 右头条 次头条 倒头 报眼 辟栏 上辟栏 下辟栏 \
     边栏 底栏 通栏 半通栏 花边 加框",
);

/// Whether a line says where on the page the next item stands, and nothing else.
pub(super) fn is_slot(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let on_page = bare
        .split_once('版')
        .filter(|(page, _)| page.chars().count() <= 2)
        .map_or(bare, |(_, slot)| slot);
    SLOTS.has(on_page)
}
