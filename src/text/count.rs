//! 字数: the length of a story as an editor is paid and measured by it.

use unicode_width::UnicodeWidthChar;

/// The 字数 of a text.
///
/// One for each Han character or full-width mark (curly quotes, —, …, · and ● among them, as a word
/// processor with an East Asian font counts them), one for each run of Latin letters or digits.
/// Half-width marks and white space count nothing.
pub fn zishu(text: &str) -> usize {
    let mut count = 0;
    let mut in_run = false;
    for c in text.chars() {
        let kind = kind(c);
        match kind {
            Kind::EastAsian => count += 1,
            Kind::Latin if !in_run => count += 1,
            Kind::Latin | Kind::Mark | Kind::None => {}
        }
        in_run = kind == Kind::Latin || (in_run && kind == Kind::Mark);
    }
    count
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    EastAsian,
    Latin,
    /// A combining mark: belongs to what stands before it.
    Mark,
    None,
}

fn kind(c: char) -> Kind {
    match c {
        '\u{4e00}'..='\u{9fff}' => Kind::EastAsian,
        ' '..='~' if c.is_ascii_alphanumeric() => Kind::Latin,
        ' '..='~' => Kind::None,
        _ if c.is_whitespace() => Kind::None,
        // Quotes and dashes, before the search of all letters.
        '\u{2010}'..='\u{2027}' if c.width_cjk() == Some(2) => Kind::EastAsian,
        _ if c.width() >= Some(2) => Kind::EastAsian,
        _ => match (c.width(), c.is_alphanumeric()) {
            (Some(0), false) => Kind::Mark,
            (_, true) => Kind::Latin,
            _ if c.width_cjk() == Some(2) => Kind::EastAsian,
            _ => Kind::None,
        },
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use std::env;
    use std::fs;
    use std::path::{Path, PathBuf};

    #[test]
    fn characters_marks_and_runs_are_counted() {
        for (text, count) in [
            ("", 0),
            ("  　\n", 0),
            ("柳林社区", 4),
            ("好，好。", 4),
            ("他说：“行！”", 7),
            ("——……", 4),
            ("甲·乙", 3),
            ("● 简讯", 3),
            ("5G基站", 3),
            ("2021年4月1日", 6),
            ("WiFi 6", 2),
            ("half, width.", 2),
            ("２０２１", 4),
            ("cafe\u{301}s", 1),
        ] {
            assert_eq!(zishu(text), count, "{text:?}");
        }
    }

    /// The folder of reference pages; a checkout need not have one.
    pub fn shared() -> PathBuf {
        env::var_os("LIANGDIAN_SHARED").map_or_else(
            || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
            PathBuf::from,
        )
    }

    #[test]
    fn a_real_page_counts_as_its_gold_says() {
        let read = |name: &str| fs::read_to_string(shared().join(name));
        let Ok(gold) = read("gold/page_structure.toml") else {
            eprintln!("skipped: no gold under {}", shared().display());
            return;
        };
        let gold: toml::Table = gold.parse().unwrap();
        for (file, total) in [
            ("seeds/page.txt", "zishu_raw"),
            ("gold/page_repaired.txt", "zishu_after_certain_fixes"),
        ] {
            let wanted = gold["totals"][total].as_integer().unwrap();
            let counted = zishu(&read(file).unwrap());
            assert_eq!(counted, usize::try_from(wanted).unwrap(), "{file}");
        }
    }
}
