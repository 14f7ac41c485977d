//! Where words begin and end, for the caret: Chinese by dictionary, everything else by the rules of
//! Unicode (UAX #29).
//!
//! All positions are byte offsets into one paragraph. A word takes the spaces after it along, as
//! word processors do; a run of marks is a word of its own, so that a deletion stops before it.

mod newsroom;

use std::sync::LazyLock;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

use super::motion;

/// The dictionary is part of the program file; its pages are read by the first word motion.
static WORDS: LazyLock<WordSegmenterBorrowed<'static>> =
    LazyLock::new(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));

/// Bytes that are cut into words at once: about 170 字, so that a motion in a paragraph of a
/// megabyte costs no more than in a short one.
const STRETCH: usize = 512;
/// Bytes before the end of a stretch in which a mark is looked for to end it at.
const SEAM: usize = 256;

/// The start of the next word after a position; the end of the text where there is none.
pub fn next(text: &str, at: usize) -> usize {
    let first = stretch_of(text, at);
    for stretch in first..=text.len() / STRETCH {
        let found = starts(text, stretch).into_iter().find(|&start| start > at);
        if let Some(found) = found {
            return found;
        }
    }
    text.len()
}

/// The start of the word that a position is in or after; 0 where there is none.
pub fn previous(text: &str, at: usize) -> usize {
    let last = stretch_of(text, at);
    for stretch in (0..=last).rev() {
        let found = starts(text, stretch)
            .into_iter()
            .rev()
            .find(|&start| start < at);
        if let Some(found) = found {
            return found;
        }
    }
    0
}

/// The stretch that a position is in, from 0. Stretches are cut at fixed places, moved back to the
/// last mark before them, so that motions in both directions agree.
fn stretch_of(text: &str, at: usize) -> usize {
    let stretch = at / STRETCH;
    if seam(text, stretch + 1) <= at {
        stretch + 1
    } else {
        stretch
    }
}

/// Where a stretch begins.
fn seam(text: &str, stretch: usize) -> usize {
    let cut = stretch * STRETCH;
    if cut == 0 || cut >= text.len() {
        return cut.min(text.len());
    }
    let cut = motion::snap(text, cut);
    let from = text.floor_char_boundary(cut.saturating_sub(SEAM));
    let mut before = text[from..cut].char_indices().rev();
    let mark = before.find(|&(_, c)| kind(c) == Kind::Mark);
    mark.map(|(at, c)| motion::snap(text, from + at + c.len_utf8()))
        .filter(|&at| at > from)
        .unwrap_or(cut)
}

/// Whether a word begins at the start of a stretch.
fn is_start(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at..].chars().next();
    if before.is_none() {
        return false;
    }
    match (before.map(kind), after.map(kind)) {
        (_, None | Some(Kind::Space)) => false,
        (Some(Kind::Mark), Some(Kind::Mark)) => side(before) != side(after),
        _ => true,
    }
}

/// Where words begin in a stretch.
fn starts(text: &str, stretch: usize) -> Vec<usize> {
    let (from, to) = (seam(text, stretch), seam(text, stretch + 1));
    if from >= to {
        return Vec::new();
    }
    let part = &text[from..to];
    let mut breaks: Vec<usize> = WORDS.segment_str(part).collect();
    newsroom::join(part, &mut breaks);
    let inside = |at: usize| at > 0 && at < part.len() && parts(part, at);
    let inner = breaks.into_iter().filter(|&at| inside(at));
    let first = is_start(text, from).then_some(from);
    first.into_iter().chain(inner.map(|at| from + at)).collect()
}

/// Whether the caret stops at a bound that the dictionary found.
fn parts(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text[..at].chars().next_back(), text[at..].chars().next())
    else {
        return false;
    };
    if motion::snap(text, at) != at {
        return false;
    }
    match (kind(before), kind(after)) {
        (_, Kind::Space) => false,
        (Kind::Mark, Kind::Mark) => side(Some(before)) != side(Some(after)),
        // 8% and 37℃ are one word.
        (Kind::Word, Kind::Unit) => !before.is_numeric(),
        _ => true,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Space,
    /// Punctuation.
    Mark,
    /// What follows a number without a space.
    Unit,
}

fn kind(c: char) -> Kind {
    match c {
        '%' | '％' | '‰' | '℃' | '°' => Kind::Unit,
        _ if c.is_whitespace() => Kind::Space,
        '\u{2010}'..='\u{2027}'
        | '\u{2030}'..='\u{205e}'
        | '\u{3001}'..='\u{3003}'
        | '\u{3008}'..='\u{3011}'
        | '\u{3014}'..='\u{301f}'
        | '·'
        | '！'..='／'
        | '：'..='＠'
        | '［'..='｀'
        | '｛'..='･' => Kind::Mark,
        _ if c.is_ascii_punctuation() => Kind::Mark,
        _ => Kind::Word,
    }
}

/// Whether a mark opens: a run of marks is parted before it.
fn side(c: Option<char>) -> bool {
    c.is_some_and(|c| "“‘《〈（「『【〔〖([{".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// All stops of a motion from the start, drawn as bars.
    fn stops(text: &str) -> String {
        let (mut out, mut at) = (String::new(), 0);
        while at < text.len() {
            let to = next(text, at);
            out.push_str(&text[at..to]);
            out.push('|');
            at = to;
        }
        out
    }

    #[test]
    fn words_are_found_in_news_text() {
        for (text, bars) in [
            ("柳林社区召开会议", "柳林|社区|召开|会议|"),
            ("村委会研究乡村振兴工作", "村委会|研究|乡村|振兴|工作|"),
            ("县委书记深入田间地头调研", "县委|书记|深入|田间|地头|调研|"),
            ("志愿者教老人用智能手机", "志愿者|教|老人|用|智能|手机|"),
            ("她说：“好啊！”走了", "她|说|：|“|好啊|！”|走了|"),
            ("真的……好——是吗？", "真的|……|好|——|是|吗|？|"),
            ("增长8%，达12.5万亩", "增长|8%|，|达|12.5|万亩|"),
            ("气温37℃ 了", "气温|37℃ |了|"),
            ("use  new tools, don't", "use  |new |tools|, |don't|"),
            ("WiFi和5G　网络", "WiFi|和|5G　|网络|"),
            ("👍🏽好e\u{301}了", "👍🏽|好|e\u{301}|了|"),
            ("《古诗》（节选）", "《|古诗|》|（|节选|）|"),
            ("", ""),
            ("　　", "　　|"),
        ] {
            assert_eq!(stops(text), bars);
        }
    }

    #[test]
    fn a_motion_from_inside_a_word_goes_to_its_bounds() {
        let text = "乡村振兴";
        assert_eq!((previous(text, 3), next(text, 3)), (0, 6));
        assert_eq!((previous(text, 9), next(text, 9)), (6, 12));
        assert_eq!((previous(text, 0), next(text, 12)), (0, 12));
    }

    #[test]
    fn a_long_paragraph_has_the_words_of_a_short_one() {
        let text = "渠水清，村委会召开会议。".repeat(60);
        let once = stops("渠水清，村委会召开会议。");
        assert_eq!(stops(&text), once.repeat(60));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn back_goes_where_forward_came_from(
            text in "([乡村振兴工作社区了，“”。…—（）a5% \u{301}\u{3000}🇨👍]{0,40})|([乡村振兴工作社区a，]{160,260})",
        ) {
            let (mut at, mut forward) = (0, vec![0]);
            while at < text.len() {
                let to = next(&text, at);
                prop_assert!(to > at && motion::snap(&text, to) == to);
                at = to;
                forward.push(at);
            }
            let mut back = vec![at];
            while at > 0 {
                let to = previous(&text, at);
                prop_assert!(to < at);
                at = to;
                back.push(at);
            }
            back.reverse();
            prop_assert_eq!(forward, back);
        }

        #[test]
        fn any_text_has_words(text in any::<String>(), at in 0usize..200) {
            let at = motion::snap(&text, at.min(text.len()));
            prop_assert!(next(&text, at) > at || at == text.len());
            prop_assert!(previous(&text, at) < at || at == 0);
        }
    }
}
