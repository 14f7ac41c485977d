//! Words that stand over text: labels (开栏语), section lines (简讯), bullets and numbers.
//!
//! Knows one line, nothing of what stands around it.

use super::words::Words;

/// Labels of words that are not a story.
static LABELS: Words = Words::new(
    "开栏语 开栏的话 开篇语 开篇的话 编者按 编者的话 编者语 编者注 编前语 编前 编后语 \
编后记 编后 编辑手记 编辑点评 记者手记 采访手记 采访札记 卷首语 结束语 主持人语 \
主持人的话 主编寄语 按语 短评 点评",
);

/// Lines over a row of briefs.
static SECTIONS: Words = Words::new(
    "简讯 短讯 简明新闻 新闻简讯 一句话新闻 一句话 社区短波 短波 信息快递 新闻快递 快讯 \
工作简讯 基层简讯 社区简讯 综合简讯 新闻速递 信息速递 动态 工作动态 基层动态 \
新闻集纳 简讯集纳 图片新闻 新闻集锦 要闻简报 要闻速览 本地简讯 民生简讯 乡镇简讯 \
短新闻 微新闻 新闻短波 速览 集萃",
);

/// A label at the front of a line, and the text after it.
pub(super) fn label(text: &str) -> Option<(&'static str, &str)> {
    let bare = text.trim_start_matches(is_bullet).trim_start();
    let opened = bare.trim_start_matches(['【', '[', '［', '〔', '（', '〖', '「']);
    let bracketed = opened.len() < bare.len();
    LABELS.iter().find_map(|label| {
        let rest = after_spaced(opened, label)?;
        let spaced = rest.starts_with(char::is_whitespace);
        let closed = rest
            .trim_start()
            .trim_start_matches(['】', ']', '］', '〕', '）', '〗', '」']);
        let shut = bracketed && closed.len() < rest.len();
        let next = closed.trim_start_matches(['：', ':']);
        let stands = closed.is_empty() || shut || next.len() < closed.len() || spaced;
        stands.then_some((label, next.trim_start()))
    })
}

/// The text after a word whose characters may be spaced: 编 者 按.
fn after_spaced<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = text;
    for (n, c) in word.chars().enumerate() {
        if n > 0 {
            rest = rest.trim_start();
        }
        rest = rest.strip_prefix(c)?;
    }
    Some(rest)
}

/// Whether a whole line is the head of a row of briefs.
pub(super) fn is_section(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| {
        is_bullet(c) || c.is_whitespace() || "【】[]［］〔〕：:—-=＝~～()（）|｜丨*".contains(c)
    });
    let closed: String = bare.chars().filter(|c| !c.is_whitespace()).collect();
    SECTIONS.has(&closed)
        || closed.chars().count() <= 6
            && ["简讯", "短讯", "短波", "快讯", "速递", "速览"]
                .iter()
                .any(|end| closed.ends_with(end))
}

/// Bullets that begin a brief.
pub(super) fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '●' | '■'
            | '◆'
            | '▲'
            | '◇'
            | '★'
            | '☆'
            | '○'
            | '◎'
            | '□'
            | '△'
            | '▶'
            | '►'
            | '▪'
            | '•'
            | '※'
            | '♦'
            | '◉'
            | '➤'
            | '✦'
            | '▷'
            | '◈'
            | '❖'
            | '⊙'
            | '▼'
            | '▽'
    )
}

/// The bullet at the front of a text, in bytes with the space after it.
pub(super) fn bullet(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches(is_bullet);
    let rest = if rest.len() == text.len() {
        // A middle dot or an asterisk is one only before text, not in 阿·不都.
        text.strip_prefix(['·', '*'])?
    } else {
        rest
    };
    let rest = rest.trim_start();
    (!rest.is_empty()).then(|| text.len() - rest.len())
}

/// The number at the front of a text, in bytes with the mark after it: `1.` `2、` `③` `（4）`.
pub(super) fn number(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    if matches!(first, '①'..='⑳' | '❶'..='❿' | '⑴'..='⒛') {
        return Some(text.len() - text[first.len_utf8()..].trim_start().len());
    }
    let inner = text.strip_prefix(['（', '(']).unwrap_or(text);
    let digits = |c: char| c.is_ascii_digit() || matches!(c, '０'..='９');
    let rest = inner.trim_start_matches(digits);
    let count = inner.chars().take_while(|&c| digits(c)).count();
    if !(1..=2).contains(&count) {
        return None;
    }
    let after = rest.strip_prefix(['.', '．', '、', '）', ')'])?;
    // 1.5公里 is a decimal, 1.5月7日 a number and a date.
    let dated = after
        .trim_start_matches(digits)
        .starts_with(['月', '年', '日']);
    let decimal = !dated && after.chars().next().is_some_and(digits);
    (!decimal).then(|| text.len() - after.trim_start().len())
}

/// Words and numbers that begin a part of a list: 一是, （二）, 3., 第四.
pub(super) fn begins_list_part(text: &str) -> bool {
    let first = text.trim_start_matches(['（', '(']).chars().next();
    let counted = first.is_some_and(|c| "一二三四五六七八九十".contains(c));
    let after: String = text
        .trim_start_matches(['（', '('])
        .chars()
        .skip(1)
        .take(2)
        .collect();
    number(text).is_some()
        || bullet(text).is_some()
        || counted
            && ["是", "、", "）", ")", "要"]
                .iter()
                .any(|m| after.starts_with(m))
        || [
            "首先", "其次", "第一", "第二", "第三", "第四", "第五", "其一", "其二", "其三", "——",
        ]
        .iter()
        .any(|w| text.starts_with(w))
}

/// Whether a crosshead carries a number: 一、抓队伍, （二）抓阵地, 1.抓作风.
pub(super) fn is_numbered_head(text: &str) -> bool {
    let rest = text.trim_start_matches(['（', '(']);
    let digits = rest.trim_start_matches(|c: char| "一二三四五六七八九十".contains(c));
    number(text).is_some()
        || digits.len() < rest.len() && digits.starts_with(['、', '）', ')', '.', '．'])
}

/// 【小标题】 at the front of a text: what is in it, and the bytes it takes.
pub(super) fn bracket_head(text: &str) -> Option<(&str, usize)> {
    let inner = text.strip_prefix('【')?;
    let end = inner.char_indices().take(40).find(|&(_, c)| c == '】')?.0;
    let len = '【'.len_utf8() + end + '】'.len_utf8();
    let head = inner[..end].trim();
    let rest = text[len..].trim_start();
    (!head.is_empty()).then(|| (head, text.len() - rest.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_found_with_and_without_text() {
        for (text, wanted) in [
            ("开栏语：", ("开栏语", "")),
            ("开栏语", ("开栏语", "")),
            ("【编者按】春天来了。", ("编者按", "春天来了。")),
            ("编者按：春天来了。", ("编者按", "春天来了。")),
            ("编 者 按", ("编者按", "")),
            ("■编后　春天来了。", ("编后", "春天来了。")),
            ("（编后语）", ("编后语", "")),
        ] {
            assert_eq!(label(text), Some(wanted), "{text}");
        }
        for text in ["编后出版了新书", "短评家来了", "开栏语写得好"] {
            assert_eq!(label(text), None, "{text}");
        }
    }

    #[test]
    fn sections_bullets_and_numbers_are_found() {
        for text in [
            "简讯",
            "【简　讯】",
            "—— 一句话新闻 ——",
            "■社区短波",
            "短讯：",
        ] {
            assert!(is_section(text), "{text}");
        }
        assert!(!is_section("动态监测守平安"));
        assert_eq!(bullet("● 春天"), Some("● ".len()));
        assert_eq!(bullet("春天"), None);
        for (text, wanted) in [
            ("1.春", Some(2)),
            ("12、春", Some(5)),
            ("③春", Some(3)),
            ("（4）春", Some(7)),
            ("3.5公里", None),
            ("2026、春", None),
        ] {
            assert_eq!(number(text), wanted, "{text}");
        }
        assert_eq!(
            bracket_head("【春来】花开"),
            Some(("春来", "【春来】".len()))
        );
    }
}
