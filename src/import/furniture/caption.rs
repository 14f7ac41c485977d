//! Captions of pictures and the credits below them.
//!
//! Knows one line; a byline that names a photographer is no caption.

/// A caption, only where the line says so: 图为……, ……林一舟 摄.
pub(super) fn is_caption(text: &str) -> bool {
    let bare =
        text.trim_start_matches(|c: char| "▲△▼▽↑↓←→（(【●■◆".contains(c) || c.is_whitespace());
    let starts = [
        "图为",
        "图片说明",
        "上图",
        "下图",
        "左图",
        "右图",
        "图①",
        "图②",
        "图③",
        "图一：",
        "图二：",
        "图1：",
        "图2：",
        "图：",
        "图/",
        "题图",
        "组图",
        "图说",
    ];
    let named = starts.iter().any(|s| bare.starts_with(s)) && !bare.starts_with("图为了");
    // 图1为, 图②为.
    let numbered = bare
        .strip_prefix('图')
        .and_then(|rest| rest.split_once('为'))
        .is_some_and(|(number, _)| {
            number.chars().count() == 1
                && number
                    .chars()
                    .all(|c| c.is_numeric() || "一二三四五六".contains(c))
        });
    let source = [
        "资料图片",
        "资料照片",
        "资料图",
        "图片由",
        "照片由",
        "供图）",
        "新华社发",
        "提供图片",
    ];
    let sourced = source.iter().any(|s| text.contains(s))
        && text.chars().count() <= 60
        && !text.contains('，');
    named || numbered || sourced || ends_with_photographer(text)
}

/// ……包饺子。 林一舟 摄: text, then a photographer.
fn ends_with_photographer(text: &str) -> bool {
    let bare = text.trim_end_matches(['）', ')', '。']);
    let Some(head) = bare
        .strip_suffix('摄')
        .or_else(|| bare.strip_suffix("摄影"))
    else {
        return false;
    };
    let head = head.trim_end().trim_end_matches(['/', '／']);
    let name: String = head
        .chars()
        .rev()
        .take_while(|c| !c.is_whitespace() && !"。（(，；/ ".contains(*c))
        .collect();
    let before = head
        .strip_suffix(name.chars().rev().collect::<String>().as_str())
        .unwrap_or(head);
    let text_before = before.trim_end_matches(|c: char| c.is_whitespace() || "（(。/".contains(c));
    let text_before = text_before.strip_suffix("记者").unwrap_or(text_before);
    let text_before = text_before.strip_suffix("通讯员").unwrap_or(text_before);
    let text_before = text_before.strip_suffix("本报").unwrap_or(text_before);
    text_before
        .trim_end_matches(|c: char| !c.is_alphanumeric())
        .chars()
        .count()
        >= 6
        && text.chars().count() <= 120
}
