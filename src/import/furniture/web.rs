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
