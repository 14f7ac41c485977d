//! What is on a page and is not story text: page headers, credits, jump lines, captions.
//!
//! Knows one line and whether it stands at the head of the page.

use super::names::may_be_name;
use crate::text::marks::closes;

/// What kind of furniture a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    /// 今日柳林 2026年4月3日 第2版, page numbers, lines of marks.
    Header,
    /// 责编, 校对, telephone, mail.
    Imprint,
    /// 下转第3版, 上接第一版.
    Jump,
    /// A caption or the credit of a picture.
    Caption,
    /// A line of a table of contents.
    Guide,
}

/// What furniture a line is, if it is.
pub(super) fn piece(text: &str) -> Option<Piece> {
    let len = text.chars().count();
    if !text.chars().any(char::is_alphanumeric) {
        // A closing mark alone was wrapped off its sentence.
        if text.starts_with(crate::text::marks::never_begins) {
            return None;
        }
        let dots = text.chars().all(|c| matches!(c, '…' | '.' | '。'));
        return (!dots || len > 6).then_some(Piece::Header);
    }
    if len <= 90 && is_jump(text) {
        return Some(Piece::Jump);
    }
    if len <= 120 && is_imprint(text) {
        return Some(Piece::Imprint);
    }
    if len <= 60 && is_header(text) {
        return Some(Piece::Header);
    }
    if len <= 40 && is_guide(text) {
        return Some(Piece::Guide);
    }
    (len <= 160 && is_caption(text)).then_some(Piece::Caption)
}

const JUMPS: [&str; 8] = [
    "下转",
    "上接",
    "转接",
    "转第",
    "接第",
    "紧接",
    "未完待续",
    "续见",
];

/// A line that sends the reader to another page: 下转第3版, →上接A1版《题》.
fn is_jump(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric() && !closes(c));
    if bare.starts_with("未完待续") && bare.chars().count() <= 6 {
        return true;
    }
    match glued_jump(text) {
        Some((0, end)) if end == text.len() => return true,
        Some(_) => return false,
        None => {}
    }
    // The headline of the story that goes on may follow, never its text.
    let Some(rest) = JUMPS.iter().find_map(|j| bare.strip_prefix(j)) else {
        return false;
    };
    let Some((at, c)) = rest
        .char_indices()
        .take(8)
        .find(|&(_, c)| matches!(c, '版' | '页'))
    else {
        return false;
    };
    let title = rest[at + c.len_utf8()..].trim_end_matches(closes);
    let quoted = title.trim_start().starts_with(['《', '“', '：']);
    let spaced = title.starts_with(char::is_whitespace);
    (quoted || spaced) && title.chars().count() <= 30 && !title.contains(['，', '。'])
}

/// A jump glued to the end or the front of a line: the bytes it takes there.
pub(super) fn glued_jump(text: &str) -> Option<(usize, usize)> {
    let (at, jump) = JUMPS
        .iter()
        .filter_map(|j| text.find(j).map(|at| (at, *j)))
        .min()?;
    let rest = &text[at + jump.len()..];
    let page = rest
        .char_indices()
        .take(8)
        .find(|&(_, c)| matches!(c, '版' | '页'))?;
    let numbered = rest[..page.0].chars().all(|c| {
        c.is_alphanumeric()
            && (c.is_ascii() || "第一二三四五六七八九十０１２３４５６７８９".contains(c))
    });
    let mut end = at + jump.len() + page.0 + page.1.len_utf8();
    let head = &text[..at];
    let opened =
        head.trim_end_matches(|c: char| "（([【〔→▶►●■◆▲☞— ".contains(c) || c.is_whitespace());
    // The headline of the story may stand inside the bracket: （上接1版《题》）.
    let in_bracket = head[opened.len()..].contains(['（', '(', '【', '[', '〔']);
    if in_bracket && !text[end..].trim_start().starts_with(closes) {
        let shut = text[end..]
            .char_indices()
            .take(40)
            .find(|&(_, c)| matches!(c, '）' | ')' | '】' | ']' | '〕'))?;
        end += shut.0;
    }
    let tail = &text[end..];
    let closed = tail.trim_start_matches(|c: char| "）)]】〕→".contains(c) || c.is_whitespace());
    end = text.len() - closed.len();
    let bracketed = opened.len() < head.len();
    (numbered && (bracketed || closed.is_empty() || opened.is_empty()))
        .then_some((opened.len(), end))
}

const CREDITS: [&str; 40] = [
    "责任编辑",
    "责编",
    "本版编辑",
    "编辑",
    "本版责编",
    "值班编辑",
    "美术编辑",
    "美编",
    "版式设计",
    "版式",
    "版面",
    "校对",
    "本版校对",
    "责任校对",
    "组版",
    "排版",
    "照排",
    "值班主任",
    "值班总编",
    "值班编委",
    "值班领导",
    "总编辑",
    "主编",
    "副主编",
    "执行主编",
    "审核",
    "审校",
    "监制",
    "统筹",
    "策划",
    "总策划",
    "终审",
    "初审",
    "复审",
    "一审",
    "二审",
    "三审",
    "制图",
    "视觉",
    "检校",
];

const CONTACTS: [&str; 34] = [
    "新闻热线",
    "热线电话",
    "热线",
    "联系电话",
    "电话",
    "传真",
    "投稿邮箱",
    "投稿信箱",
    "投稿",
    "邮箱",
    "电子邮箱",
    "电子信箱",
    "信箱",
    "地址",
    "社址",
    "邮编",
    "邮政编码",
    "网址",
    "官网",
    "微信公众号",
    "公众号",
    "扫码",
    "扫一扫",
    "E-mail",
    "Email",
    "email",
    "QQ",
    "广告热线",
    "发行热线",
    "报料",
    "爆料",
    "报料热线",
    "刊号",
    "印刷",
];

/// 责编：林一舟 校对：何雨; 电话：…; any line of such parts alone.
fn is_imprint(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| "（）()【】[]■□●◎|｜*".contains(c) || c.is_whitespace());
    is_credit(bare) || is_contact(bare) || is_web_word(text) || is_source(bare)
}

/// 来源：柳林县融媒体中心.
fn is_source(text: &str) -> bool {
    [
        "来源",
        "转自",
        "稿件来源",
        "图片来源",
        "素材来源",
        "信息来源",
    ]
    .iter()
    .any(|word| {
        spaced(text, word).is_some_and(|rest| {
            rest.trim_start().starts_with(['：', ':', '|', '丨', '/']) && !rest.contains('。')
        })
    })
}

fn is_credit(text: &str) -> bool {
    let Some((word, rest)) = strip_word(text, &CREDITS) else {
        return false;
    };
    let separated = rest.starts_with(|c: char| c.is_whitespace() || "：:/／|".contains(c));
    let words: Vec<&str> = rest
        .split(|c: char| c.is_whitespace() || "：:/／|、，｜；".contains(c))
        .filter(|w| !w.is_empty())
        .collect();
    let known = |w: &str| {
        may_be_name(w)
            || w.chars().count() == 1
            || strip_word(w, &CREDITS).is_some()
            || strip_word(w, &CONTACTS).is_some()
            || ["记者", "通讯员", "本版", "实习生", "图片", "摄影"].contains(&w)
            || !w.chars().any(crate::text::marks::is_han)
    };
    // 编辑 王伟 is a credit; 编辑 部 or 编辑部 is not.
    let glued = !separated
        && word.chars().count() >= 2
        && words.len() == 1
        && may_be_name(rest)
        && word != "编辑"
        && word != "策划"
        && word != "主编";
    !words.is_empty() && (separated && words.iter().all(|w| known(w)) || glued)
}

fn strip_word<'a>(text: &'a str, words: &[&'static str]) -> Option<(&'static str, &'a str)> {
    words
        .iter()
        .filter_map(|word| spaced(text, word).map(|rest| (*word, rest)))
        .max_by_key(|(word, _)| word.len())
}

/// 责 编, 校　对: the word may be spaced out.
fn spaced<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = text;
    for (n, c) in word.chars().enumerate() {
        if n > 0 && !rest.starts_with(c) {
            rest = rest.trim_start();
        }
        rest = rest.strip_prefix(c)?;
    }
    Some(rest)
}

fn is_contact(text: &str) -> bool {
    if text.contains('。') && text.chars().count() > 40 {
        return false;
    }
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let address = text.contains('@') || text.contains("www.") || text.contains("http");
    let Some((word, rest)) = strip_word(text, &CONTACTS) else {
        return address
            && !text.contains(['，', '。'])
            && text
                .chars()
                .filter(|c| crate::text::marks::is_han(*c))
                .count()
                <= 12;
    };
    let parted = rest.starts_with(|c: char| {
        c.is_whitespace() || "：:".contains(c) || c.is_ascii_digit() || c == '（'
    });
    parted
        && (digits >= 5
            || address
            || [
                "地址",
                "社址",
                "微信公众号",
                "公众号",
                "扫码",
                "扫一扫",
                "印刷",
            ]
            .contains(&word)
                && !text.contains('。'))
}

/// The name of a paper at the head of a page: 柳林报, 今日柳林, LIULIN DAILY.
pub(super) fn is_masthead(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let first = bare.split(char::is_whitespace).next().unwrap_or_default();
    let len = first.chars().count();
    let named = [
        "报",
        "周刊",
        "新闻网",
        "融媒",
        "发布",
        "时讯",
        "月刊",
        "简报",
        "快报",
    ]
    .iter()
    .any(|end| first.ends_with(end));
    let paper =
        named && (2..=8).contains(&len) || first.starts_with("今日") && (3..=5).contains(&len);
    let rest_is_latin = bare[first.len()..]
        .chars()
        .all(|c| c.is_ascii() || c.is_whitespace());
    let manuscript = ["稿件", "来稿", "通稿", "送审稿", "待审稿"]
        .iter()
        .any(|w| bare.contains(w))
        && bare.chars().count() <= 24;
    let latin = bare.is_ascii()
        && bare.chars().any(|c| c.is_ascii_uppercase())
        && !bare.chars().any(|c| c.is_ascii_digit());
    paper && rest_is_latin || manuscript || latin && bare.len() <= 30
}

/// Words that accompany a story in an account on the web: 点击上方蓝字, 往期推荐.
fn is_web_word(text: &str) -> bool {
    const WORDS: [&str; 20] = [
        "点击上方",
        "点击蓝字",
        "上方蓝字",
        "关注我们",
        "往期推荐",
        "往期回顾",
        "阅读原文",
        "长按识别",
        "识别二维码",
        "扫码关注",
        "更多精彩",
        "点个在看",
        "点赞在看",
        "分享收藏",
        "欢迎关注",
        "推荐阅读",
        "相关阅读",
        "延伸阅读",
        "点亮在看",
        "戳蓝字",
    ];
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    WORDS.iter().any(|word| bare.contains(word))
        && text.chars().count() <= 30
        && !text.contains('。')
        || bare == "END"
        || bare == "完"
}

/// The masthead line: a full date, a page number, an issue number, alone or together.
fn is_header(text: &str) -> bool {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.chars().all(|c| c.is_ascii_digit()) && bare.len() <= 4 {
        return true;
    }
    if [
        "本期导读",
        "今日导读",
        "导读",
        "本版导读",
        "本期看点",
        "今日看点",
        "目录",
        "本期目录",
        "内容导航",
    ]
    .contains(&bare)
    {
        return true;
    }
    let special = ["专版", "专页", "特刊", "专刊", "专栏"]
        .iter()
        .any(|end| bare.ends_with(end));
    if special && bare.chars().count() <= 12 && !bare.contains(char::is_whitespace) {
        return true;
    }
    is_page_word(bare)
        || is_full_date(bare) && !text.contains(['，', '。']) && rest_is_header(bare)
        || has_code(bare)
}

fn has_code(text: &str) -> bool {
    ["邮发代号", "国内统一", "准印证", "统一刊号", "总第", "CN"]
        .iter()
        .any(|w| text.contains(w))
        && text.chars().any(|c| c.is_ascii_digit())
        && !text.contains(['，', '。'])
}

/// 第2版, A02版, 02 要闻, 第3页 共8页, page 3.
fn is_page_word(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    if let Some(rest) = lower.strip_prefix("page") {
        return rest
            .trim()
            .chars()
            .all(|c| c.is_ascii_digit() || " of/".contains(c));
    }
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || "|｜丨·/：:—-".contains(c))
        .filter(|w| !w.is_empty())
        .collect();
    let page = |w: &str| {
        let w = w.trim_start_matches('第').trim_start_matches('共');
        let core = w.trim_end_matches(['版', '页']);
        let number = core.trim_start_matches(|c: char| c.is_ascii_alphabetic());
        core.len() < w.len()
            && !number.is_empty()
            && core.len() - number.len() <= 1
            && number.chars().all(|c| {
                c.is_ascii_digit() || "一二三四五六七八九十０１２３４５６７８９".contains(c)
            })
    };
    let pages = words.iter().filter(|w| page(w)).count();
    let number = |w: &str| {
        w.len() <= 3
            && w.chars().any(|c| c.is_ascii_digit())
            && w.chars().all(|c| c.is_ascii_alphanumeric())
    };
    let desks = words.iter().filter(|w| is_desk(w)).count();
    let numbers = words.iter().filter(|w| number(w)).count();
    let others = words.len() - pages - desks - numbers;
    pages > 0 && others <= 2 && !text.contains(['，', '。', '！', '？'])
        || numbers == 1 && desks >= 1 && others == 0
        || pages == 0
            && others == 0
            && numbers == 0
            && desks == words.len()
            && desks > 0
            && text.chars().count() <= 6
            && is_desk_alone(text)
}

/// Words for a page's field.
fn is_desk(word: &str) -> bool {
    const DESKS: [&str; 40] = [
        "要闻",
        "综合",
        "民生",
        "时政",
        "经济",
        "社会",
        "教育",
        "文化",
        "副刊",
        "专题",
        "专版",
        "综合新闻",
        "本地新闻",
        "社区新闻",
        "民生新闻",
        "要闻版",
        "基层",
        "乡镇",
        "社区",
        "新闻",
        "农业",
        "农村",
        "三农",
        "卫生",
        "健康",
        "生活",
        "法治",
        "政法",
        "国内",
        "国际",
        "公告",
        "广告",
        "综合版",
        "基层新闻",
        "县域",
        "县区",
        "图片",
        "镇街新闻",
        "乡镇新闻",
        "今日要闻",
    ];
    DESKS.contains(&word)
}

fn is_desk_alone(text: &str) -> bool {
    [
        "要闻",
        "综合新闻",
        "本地新闻",
        "社区新闻",
        "民生新闻",
        "要闻版",
        "综合版",
        "副刊",
        "专版",
        "基层新闻",
        "镇街新闻",
        "乡镇新闻",
        "今日要闻",
    ]
    .contains(&text)
}

/// A date with its year: 2026年4月3日, 2026-04-03, 二〇二六年四月三日.
pub(super) fn is_full_date(text: &str) -> bool {
    let digit =
        |c: char| c.is_ascii_digit() || "〇○零一二三四五六七八九十０１２３４５６７８９".contains(c);
    text.char_indices()
        .take(60)
        .filter(|&(_, c)| c == '年')
        .any(|(at, _)| {
            let before = text[..at]
                .trim_end()
                .chars()
                .rev()
                .take_while(|&c| digit(c))
                .count();
            let after: String = text[at..]
                .chars()
                .skip(1)
                .filter(|c| !c.is_whitespace())
                .take(7)
                .collect();
            before >= 4 && after.contains('月') && after.contains('日')
        })
        || {
            let bytes = text.as_bytes();
            bytes.windows(10).any(|w| {
                w.iter().enumerate().all(|(i, b)| {
                    if i == 4 || i == 7 {
                        matches!(b, b'-' | b'/' | b'.')
                    } else {
                        b.is_ascii_digit()
                    }
                })
            })
        }
}

/// Beside the date a header has the paper's name, the weekday, page and issue: few short words.
fn rest_is_header(text: &str) -> bool {
    let words = text
        .split(|c: char| c.is_whitespace() || "|｜丨·".contains(c))
        .filter(|w| !w.is_empty());
    words.clone().all(|w| w.chars().count() <= 16) && words.count() <= 14
}

/// A line of a table of contents: ……2版, （详见第3版）.
fn is_guide(text: &str) -> bool {
    let bare = text.trim_end_matches(['）', ')', '】', '》', '>']);
    let Some(head) = bare.strip_suffix('版') else {
        return false;
    };
    let number = head.trim_end_matches(|c: char| {
        c.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(c)
    });
    let before = number.trim_end_matches('第');
    number.len() < head.len()
        && before.ends_with(|c: char| c.is_whitespace() || "…（(见→·.—>/|".contains(c))
        && !text.contains(['。', '，'])
}

/// A caption, only where the line says so: 图为……, ……林一舟 摄.
fn is_caption(text: &str) -> bool {
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
    named || sourced || ends_with_photographer(text)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: Piece, lines: &[&str]) {
        for line in lines {
            assert_eq!(piece(line), Some(kind), "{line}");
        }
    }

    #[test]
    fn furniture_is_known_by_its_words() {
        check(
            Piece::Header,
            &[
                "今日柳林　2026年4月3日　星期五　第2版　要闻",
                "2026年4月3日 星期五",
                "第2版",
                "A02版",
                "02 要闻",
                "— 3 —",
                "page 3",
                "3",
                "第3页 共8页",
                "————————",
                "总第128期",
                "2026-04-03",
                "＊＊＊",
                "2版 综合新闻 柳林报",
                "综合新闻",
            ],
        );
        check(
            Piece::Imprint,
            &[
                "责编：林一舟　校对：何雨",
                "责任编辑 林一舟",
                "本版编辑：林一舟 美编：何 雨 校对：方圆",
                "（责任编辑：林一舟）",
                "责 编：林一舟",
                "新闻热线：0371-66778899",
                "投稿邮箱：news@liulin.example.cn",
                "编辑/林一舟 校对/何雨",
                "本版编辑　林一舟　　电话　0666－66778899",
                "电话：66778899 传真：66778800",
            ],
        );
        check(
            Piece::Jump,
            &[
                "（下转第3版）",
                "▶下转A3版",
                "上接第一版",
                "（上接1版《灯亮了》）",
                "（下转第二版）",
            ],
        );
        check(
            Piece::Caption,
            &[
                "图为志愿者在包饺子。 林一舟 摄",
                "▲图为活动现场。",
                "志愿者在社区广场包饺子。林一舟 摄",
                "（资料图片）",
            ],
        );
        check(
            Piece::Guide,
            &["楼道亮了　邻里近了……2版", "楼道亮了（详见第3版）"],
        );
    }

    #[test]
    fn story_text_is_no_furniture() {
        for line in [
            "楼道亮了　邻里近了",
            "编辑部搬进柳林社区",
            "记者 林一舟 摄",
            "校对员的一天",
            "2026年4月3日，柳林社区的灯亮了。",
            "电话那头，他哭了。",
            "投稿的人多了",
            "出版社来了新版",
            "柳林社区",
            "图书馆开了新馆。",
            "40公里驰援　50分钟营救",
            "策划一场别开生面的活动",
            "上接天线　下接地气",
        ] {
            assert_eq!(piece(line), None, "{line}");
        }
    }

    #[test]
    fn a_jump_glued_to_text_is_found() {
        let text = "推进社区治（下转第3版）";
        assert_eq!(glued_jump(text), Some(("推进社区治".len(), text.len())));
        let text = "（上接第1版）理能力。";
        assert_eq!(glued_jump(text), Some((0, "（上接第1版）".len())));
        assert_eq!(glued_jump("上接天线，下接地气，出了新版本。"), None);
    }
}
