//! What holds for every page: nothing lost, nothing panics, encodings and marks do not matter.

#![allow(clippy::unwrap_used, clippy::format_push_string)]

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use liangdian::import::{Item, Page, RepairKind, Split, byline, read};
use proptest::prelude::*;

const PAGE: &str = "编者按:春分之后,我们走进了几个社区,记下邻里之间的小事.\n\n柳林社区\n\n楼道亮了 邻里近了\n\n\
春分那天,柳林社区的楼道里换上了新灯.“灯一亮,“心”也跟着亮了!”住在三楼的白阿姨说.这样的灯一共换了128盏,花了1,200\n\n元,都是居民自己凑的.\n\n\
(记者 林一舟 通讯员 何雨)\n\n茶园绿了 游人多了\n\n清明前,青岭镇的茶园里来了许多人.从14:30到18:00,他们一直在采茶.\n\n(记者 白杨)\n\n简讯\n\n\
●4月2日,东关小学的孩子们种下了37棵树,老师说:“树和人一起长.”\n\n(通讯员 方圆)\n";

fn page(text: &str) -> Page {
    read(text.as_bytes(), Split::Page).unwrap()
}

/// The fields of the items alone.
fn words(items: &[Item]) -> String {
    items.iter().fold(String::new(), |mut out, item| {
        let texts: Vec<_> = item.blocks.iter().map(|b| (b.crosshead, &b.text)).collect();
        let _ = writeln!(
            out,
            "{:?} {:?} {:?} {:?} {:?} {:?} {:?}",
            item.kind, item.label, item.place, item.headline, item.deck, texts, item.byline
        );
        out
    })
}

fn letters(text: &str, counts: &mut HashMap<char, i64>, sign: i64) {
    for c in text.chars().filter(|c| c.is_alphanumeric()) {
        *counts.entry(c).or_default() += sign;
    }
}

/// Letters of the source that are in no field, furniture or repair.
fn lost(page: &Page) -> Vec<char> {
    let mut counts = HashMap::new();
    for item in &page.items {
        for text in [&item.place, &item.headline, &item.deck] {
            letters(text, &mut counts, 1);
        }
        for block in &item.blocks {
            letters(&block.text, &mut counts, 1);
        }
    }
    for piece in &page.furniture {
        letters(&piece.text, &mut counts, 1);
    }
    for repair in &page.repairs {
        if matches!(
            repair.kind,
            RepairKind::Byline | RepairKind::Overlap | RepairKind::Label | RepairKind::Place
        ) {
            letters(&repair.before, &mut counts, 1);
        }
    }
    for line in &page.source {
        letters(line, &mut counts, -1);
    }
    counts
        .into_iter()
        .filter(|&(_, n)| n < 0)
        .map(|(c, _)| c)
        .collect()
}

#[test]
fn nothing_of_a_page_is_lost() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut pages = vec![page(PAGE)];
    for entry in fs::read_dir(root).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "txt") {
            pages.push(read(&fs::read(path).unwrap(), Split::Page).unwrap());
        }
    }
    for page in pages {
        assert!(
            lost(&page).is_empty(),
            "{:?} of {:?}",
            lost(&page),
            page.source.iter().take(4).collect::<Vec<_>>()
        );
    }
}

#[test]
fn the_sample_page_comes_apart() {
    let page = page(PAGE);
    let heads: Vec<(&str, &str, &str)> = page
        .items
        .iter()
        .map(|i| (i.kind.key(), i.place.as_str(), i.headline.as_str()))
        .collect();
    assert_eq!(
        heads,
        [
            ("intro", "", ""),
            ("story", "柳林社区", "楼道亮了　邻里近了"),
            ("story", "", "茶园绿了　游人多了"),
            ("brief", "", "")
        ]
    );
    assert!(
        page.items[1].blocks[0]
            .text
            .contains("“灯一亮，‘心’也跟着亮了！”")
    );
    assert!(page.items[1].blocks[0].text.contains("花了1,200元，都是"));
    assert_eq!(page.furniture[0].text, "简讯");
}

#[test]
fn encoding_line_ends_and_marks_do_not_matter() {
    let plain = words(&page(PAGE).items);
    let read_as = |bytes: &[u8]| read(bytes, Split::Page).unwrap();
    let gb = encoding_rs::GB18030.encode(PAGE).0.into_owned();
    let utf16: Vec<u8> = PAGE.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked: Vec<u8> = std::iter::once(0xFEFF)
        .chain(PAGE.encode_utf16())
        .flat_map(u16::to_be_bytes)
        .collect();
    let cases: [(&str, Vec<u8>); 7] = [
        ("GB18030", gb),
        ("UTF-16LE", utf16),
        ("UTF-16BE", marked),
        ("UTF-8", format!("\u{FEFF}{PAGE}").into_bytes()),
        ("UTF-8", PAGE.replace('\n', "\r\n").into_bytes()),
        ("UTF-8", PAGE.replace('\n', "\r").into_bytes()),
        ("UTF-8", full_width(PAGE).into_bytes()),
    ];
    for (encoding, bytes) in cases {
        let page = read_as(&bytes);
        assert_eq!(page.encoding, encoding);
        assert_eq!(words(&page.items), plain, "{encoding}");
    }
}

#[test]
fn blanks_that_draw_nothing_do_not_matter() {
    let plain = words(&page(PAGE).items);
    for odd in [
        PAGE.replace(' ', "\u{A0}"),
        PAGE.replace(',', "\u{200B},"),
        PAGE.replace('\n', "\u{200B}\n"),
        PAGE.replace('\n', " \u{3000}\n"),
        PAGE.replace("。", "\u{FEFF}。"),
    ] {
        assert_eq!(words(&page(&odd).items), plain);
    }
}

fn full_width(text: &str) -> String {
    let wide = text
        .replace(", ", "，")
        .replace("1,200", "1\u{1}200")
        .replace("14:30", "14\u{2}30")
        .replace("18:00", "18\u{2}00");
    wide.chars()
        .map(|c| match c {
            ',' => '，',
            ':' => '：',
            '.' => '。',
            '!' => '！',
            '(' => '（',
            ')' => '）',
            '\u{1}' => ',',
            '\u{2}' => ':',
            c => c,
        })
        .collect()
}

#[test]
fn a_wrapped_page_reads_as_the_flowing_one() {
    let plain = page(PAGE);
    for width in [14, 18, 24, 30] {
        let text = wrapped(&plain.items, width);
        let found = page(&text);
        let texts = |items: &[Item]| -> Vec<String> {
            items
                .iter()
                .flat_map(|i| i.blocks.iter().map(|b| b.text.clone()))
                .collect()
        };
        assert_eq!(
            texts(&found.items),
            texts(&plain.items),
            "at {width}:\n{text}"
        );
    }
}

/// The items as a column of that many characters, paragraphs indented.
fn wrapped(items: &[Item], width: usize) -> String {
    let mut out = String::new();
    for item in items {
        for head in [&item.label, &item.place, &item.headline] {
            if !head.is_empty() {
                out.push_str(head);
                out.push('\n');
            }
        }
        for block in &item.blocks {
            let bullet = if item.kind.key() == "brief" {
                "●"
            } else {
                ""
            };
            let chars: Vec<char> = format!("　　{bullet}{}", block.text).chars().collect();
            for line in chars.chunks(width) {
                out.extend(line);
                out.push('\n');
            }
        }
        out.push_str(&item.byline.printed());
        out.push('\n');
    }
    out
}

#[test]
fn a_megabyte_comes_back_with_all_its_items() {
    let pages = 35_000 / PAGE.chars().count();
    for (text, wanted) in [
        (PAGE.repeat(10 * pages), page(PAGE).items.len() * 10 * pages),
        (
            "近日，灯亮了。\n\n灯亮了路宽了\n\n（记者 王伟）\n\n".repeat(10_000),
            10_000,
        ),
        ("记者 王伟(\"“,".repeat(60_000), 1),
        ("(".repeat(1 << 20), 0),
        ("一\n".repeat(40_000), 1),
        ("——\"'甲乙,".repeat(40_000), 1),
        ("灯亮了路宽了\n\n".repeat(20_000), 1),
    ] {
        let found = page(&text).items.len();
        assert_eq!(
            found,
            wanted,
            "{}",
            text.chars().take(12).collect::<String>()
        );
    }
}

#[test]
fn a_second_place_does_not_take_the_room_of_the_first() {
    let page = read(
        "甲\n编按讯三00\n区社社a：简。\n三区\n“a".as_bytes(),
        Split::Page,
    )
    .unwrap();
    assert!(lost(&page).is_empty(), "{:?}\n{page:#?}", lost(&page));
    let text = "a\n编按讯三\"00\na区社社a： 简\".:a\n三区\n“a";
    let page = read(text.as_bytes(), Split::Page).unwrap();
    assert!(lost(&page).is_empty(), "{:?}\n{page:#?}", lost(&page));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, Split::Page);
        let _ = read(&bytes, Split::One);
    }

    #[test]
    fn no_text_panics_or_is_lost(text in "[\\n 　记者通讯员社区简讯编者按（）()“”\"'‘’，,。.：:●■一二三0-9a-z—-…【】]{0,200}") {
        if let Ok(page) = read(text.as_bytes(), Split::Page) {
            prop_assert!(lost(&page).is_empty(), "{:?}\n{page:#?}", lost(&page));
            for item in &page.items {
                prop_assert!(item.lines.start >= 1 && item.lines.end <= page.source.len() + 1 && !item.lines.is_empty());
            }
        }
        let _ = byline(&text);
    }

    #[test]
    fn edits_never_panic(at in 0usize..6, block in 0usize..6, join in 0usize..6) {
        let mut page = page(PAGE);
        page.split(at, block);
        page.join(join);
        page.split(join, at);
        prop_assert!(!page.items.is_empty());
    }
}
