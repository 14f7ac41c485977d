//! Words that accompany a story in an account on the web.
//!
//! Knows one line.

use crate::import::words::Words;

/// Words that accompany a story in an account on the web: 点击上方蓝字, 往期推荐.
pub(super) fn is_web_word(text: &str) -> bool {
    static WORDS: Words = Words::new(
        "点击上方 点击蓝字 上方蓝字 关注我们 往期推荐 往期回顾 阅读原文 长按识别 识别二维码 \
扫码关注 更多精彩 点个在看 点赞在看 分享收藏 欢迎关注 推荐阅读 相关阅读 延伸阅读 \
点亮在看 戳蓝字",
    );
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    WORDS.within(bare) && text.chars().count() <= 30 && !text.contains('。')
        || bare == "END"
        || bare == "完"
}

/// Words before a colon in the line below a headline on the web.
static KEYS: Words = Words::new(
    "来源 稿源 信息来源 作者 发布时间 发布日期 更新时间 时间 日期 浏览 浏览次数 浏览量 点击 点击数 点击量 阅读 阅读量 阅读次数 \
     字体 字号 编辑 责任编辑 审核 发布人 发布机构 发布者 信息员 打印 分享到 访问量 人气 上一篇 下一篇 上一条 下一条 \
     当前位置 您的位置 您现在的位置 您当前的位置 你的位置 所在位置 浏览人数 主办 主办单位 承办 承办单位 版权所有 技术支持 \
     网站标识码 相关附件 分类 栏目 标签 关键词 关键字 摘要",
);

/// Keys that make a line one of these even alone.
static ALONE: Words = Words::new(
    "发布时间 发布日期 更新时间 浏览次数 浏览量 点击数 点击量 阅读量 阅读次数 字体 字号 上一篇 下一篇 上一条 下一条 \
     当前位置 您的位置 您现在的位置 您当前的位置 你的位置 所在位置 版权所有 技术支持 网站标识码 相关附件 访问量 关键词 关键字",
);

/// The words before the colons of a line.
fn keys(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices(['：', ':']).map(|(at, _)| {
        let head = &text[..at];
        let begin = head
            .char_indices()
            .rev()
            .find(|&(_, c)| c.is_whitespace() || "【[（(|｜：:".contains(c))
            .map_or(0, |(at, c)| at + c.len_utf8());
        &head[begin..]
    })
}

/// Where a page stands on its site, when it came there, how often it was read.
pub(super) fn is_meta(text: &str) -> bool {
    if text.contains('。') {
        return false;
    }
    let known = keys(text).filter(|key| KEYS.has(key)).count();
    let alone = keys(text).next().is_some_and(|key| ALONE.has(key));
    let registered = ["ICP备", "公网安备"].iter().any(|word| text.contains(word));
    let original = text.strip_prefix("原创").is_some_and(|rest| {
        rest.starts_with(char::is_whitespace)
            && rest.split_whitespace().count() <= 5
            && !text.contains('，')
    });
    let trail = text.starts_with("首页") && text.contains(['>', '＞', '»', '/', '→', '-']);
    let buttons = [
        "打印本页",
        "关闭窗口",
        "【打印】",
        "【关闭】",
        "[打印]",
        "[关闭]",
    ]
    .iter()
    .any(|word| text.contains(word));
    known >= 2 && !text.contains('，')
        || alone
        || trail
        || registered
        || original
        || buttons && text.chars().count() <= 30
}
