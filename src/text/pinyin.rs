//! Pinyin for names of files and for finding by typing; never for display.
//!
//! One reading names a file; for finding, every reading of a character counts
//! (重庆 is `chongqing` and `zhongqing`).

use pinyin::{ToPinyin, ToPinyinMulti};

/// Syllables a slug takes.
const SYLLABLES: usize = 3;
/// Longest run of Latin letters and digits in a slug (bytes).
const RUN: usize = 20;

/// The start of a text as a part of a file name: `柳林社区` → `liulinshe`, `5G进村` → `5gjincun`.
///
/// The first clause only, at most three syllables; `draft` where there is none.
pub fn slug(text: &str) -> String {
    let mut out = String::new();
    let mut syllables = 0;
    let mut run = 0;
    for c in text.trim().chars() {
        if let Some(reading) = c.to_pinyin() {
            if syllables == SYLLABLES {
                break;
            }
            out.extend(
                reading
                    .plain()
                    .chars()
                    .map(|c| if c == 'ü' { 'v' } else { c }),
            );
            syllables += 1;
            run = 0;
        } else if c.is_ascii_alphanumeric() {
            if run == RUN || (run == 0 && syllables == SYLLABLES) {
                break;
            }
            out.push(c.to_ascii_lowercase());
            run += 1;
        } else if !out.is_empty() && (c.is_whitespace() || "，。：；！？,:;!?—".contains(c))
        {
            break;
        }
    }
    if out.is_empty() {
        out.push_str("draft");
    }
    out
}

/// Whether a query typed on a keyboard means this text: characters, full pinyin, initials, or a
/// mixture (`刘sp`, `liusp`, `lsp`), from any character of the text on.
///
/// Letters in the query and the text count without case and width, white space not at all.
pub fn matches(query: &str, text: &str) -> bool {
    let query: Vec<char> = folded(query).collect();
    if query.is_empty() {
        return true;
    }
    let text: Vec<char> = folded(text).collect();
    (0..text.len()).any(|at| from(&query, &text[at..]))
}

fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .filter(|c| !c.is_whitespace())
        .map(half_width)
        .flat_map(char::to_lowercase)
}

/// The half-width form of a full-width letter or digit, which an input method left on types;
/// every other character as it is.
pub fn half_width(c: char) -> char {
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            char::from_u32(c as u32 - 0xfee0).unwrap_or(c)
        }
        _ => c,
    }
}

/// Whether the query can be used up along the text; the last syllable may be unfinished.
///
/// `open` holds the places in the query that the text so far can have led to.
fn from(query: &[char], text: &[char]) -> bool {
    let mut open = vec![0];
    for &c in text {
        let mut next = Vec::new();
        for &at in &open {
            for used in steps(&query[at..], c) {
                if at + used == query.len() {
                    return true;
                }
                next.push(at + used);
            }
        }
        next.sort_unstable();
        next.dedup();
        if next.is_empty() {
            return false;
        }
        open = next;
    }
    false
}

/// How much of the query one character of the text can stand for.
fn steps(query: &[char], c: char) -> Vec<usize> {
    let mut found = Vec::new();
    if query.first() == Some(&c) {
        found.push(1);
    }
    let Some(readings) = c.to_pinyin_multi() else {
        return found;
    };
    for reading in readings {
        let plain: Vec<char> = reading.plain().chars().collect();
        let same = |upto: usize| {
            query.len() >= upto && query.iter().zip(&plain[..upto]).all(|(q, p)| like(*q, *p))
        };
        for upto in [1, 2, plain.len()] {
            let initial = upto == 1 || upto == plain.len() || is_pair(&plain);
            if upto <= plain.len() && initial && same(upto) {
                found.push(upto);
            }
        }
        // The end of the query may stand inside a syllable: `liuli` on the way to `liulin`.
        if query.len() < plain.len() && same(query.len()) {
            found.push(query.len());
        }
    }
    found
}

/// `v` and `u` both stand for ü.
fn like(typed: char, read: char) -> bool {
    typed == read || (read == 'ü' && (typed == 'v' || typed == 'u'))
}

/// Whether a syllable begins with an initial of two letters (zh, ch, sh).
fn is_pair(plain: &[char]) -> bool {
    plain.get(1) == Some(&'h')
}

/// Whether two characters share a reading, tones apart: what an input method confuses.
pub fn sound_alike(a: char, b: char) -> bool {
    let (Some(a), Some(b)) = (a.to_pinyin_multi(), b.to_pinyin_multi()) else {
        return false;
    };
    a.into_iter()
        .any(|one| b.into_iter().any(|other| one.plain() == other.plain()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_digits_count_without_width() {
        assert!(matches("ｌｓｐ", "刘石坪"));
        assert!(matches("５Ｇ", "5g进村") && matches("5g", "５Ｇ进村"));
        assert_eq!(
            "Ａｚ０９／，中a"
                .chars()
                .map(half_width)
                .collect::<String>(),
            "Az09／，中a"
        );
    }

    #[test]
    fn a_slug_is_a_short_ascii_name() {
        for (text, expected) in [
            ("济项街", "jixiangjie"),
            ("柳林社区：楼道亮了", "liulinshe"),
            ("楼道亮了　邻里近了", "loudaoliang"),
            ("5G进村", "5gjincun"),
            ("“三色”工作法", "sansegong"),
            ("绿道", "lvdao"),
            ("——", "draft"),
            ("", "draft"),
        ] {
            assert_eq!(slug(text), expected, "{text}");
        }
    }

    #[test]
    fn a_slug_is_always_an_id() {
        for text in ["🙂", "ＡＢＣ", "Ünïcode", "-rf", "../..", "女"] {
            assert!(crate::domain::DraftId::new(slug(text)).is_ok(), "{text}");
        }
    }

    fn check(text: &str, found: &[&str], not: &[&str]) {
        for query in found {
            assert!(matches(query, text), "{query} should find {text}");
        }
        for query in not {
            assert!(!matches(query, text), "{query} should not find {text}");
        }
    }

    #[test]
    fn a_name_is_found_by_characters_pinyin_and_initials() {
        check(
            "刘少鹏",
            &[
                "刘",
                "少鹏",
                "lsp",
                "LSP",
                "liusp",
                "刘sp",
                "liushaopeng",
                "liushaop",
                "lshp",
                "sp",
                "peng",
                "l少p",
                "liu sp",
                "",
            ],
            &["lps", "刘鹏", "liup", "sx", "liushaopengx"],
        );
    }

    #[test]
    fn every_reading_of_a_character_counts() {
        check("重庆", &["cq", "zq", "chongqing", "zhongqing"], &["xq"]);
        check("曾静", &["zj", "cj", "zengj", "cengj"], &[]);
        check("单县", &["sx", "dx", "shanxian", "danxian"], &[]);
        check("绿水", &["lvs", "lus", "lvshui"], &[]);
    }

    #[test]
    fn latin_letters_and_digits_are_matched_as_they_are() {
        check("5G进村", &["5g", "gjc", "5gjin", "进村"], &["6g"]);
    }
}
