//! What a reader clicks on: 上一版 下一版, 放大 缩小 默认, 分享到, and how often others did.
//!
//! Knows one line that is made of such words alone.

use crate::import::words::Words;

/// Words that are nothing else, even alone on a line.
static ALONE: Words = Words::new(
    "上一版 下一版 上一期 下一期 上一篇 下一篇 上一页 下一页 上一条 下一条 上版 下版 分享到 返回首页 返回目录 返回顶部 \
     返回列表 返回上页 标题导航 版面导航 版面概览 版面目录 往期检索 复制链接 查看原图 下载PDF PDF下载 打印本页 关闭窗口 \
     收录于合集",
);

/// Words that are so beside another or beside a number.
static TOGETHER: Words = Words::new(
    "放大 缩小 默认 还原 大 中 小 打印 关闭 返回 首页 末页 尾页 分享 收藏 评论 留言 转发 点赞 赞 在看 阅读 浏览 点击 朗读 \
     听新闻 字号 字体 微信 微博 朋友圈 QQ QQ空间 PDF 下载 复制",
);

/// Whether a line is made of such words alone.
pub(in crate::import) fn is_controls(text: &str) -> bool {
    if text.chars().count() > 60 {
        return false;
    }
    let parted = |c: char| !c.is_alphanumeric() || c.is_ascii_digit();
    let words: Vec<&str> = text.split(parted).filter(|w| !w.is_empty()).collect();
    let known = |word: &&str| ALONE.has(word) || TOGETHER.has(word);
    if words.is_empty() || !words.iter().all(known) {
        return false;
    }
    let counted = text.chars().any(|c| c.is_ascii_digit());
    let sentence = text.contains(['，', '。', '！', '？', '“', '《']);
    !sentence && (counted || words.len() > 1 || text.ends_with('：') || ALONE.has(words[0]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_controls_is_known() {
        for text in [
            "3上一版　下一版4",
            "放大 缩小 默认",
            "下一篇",
            "分享到：",
            "分享：",
            "【关闭窗口】",
            "阅读 1023",
            "赞12　在看3",
        ] {
            assert!(is_controls(text), "{text}");
        }
        for text in ["大", "默认", "微信里的邻里群", "收藏　一座城", "点赞！"] {
            assert!(!is_controls(text), "{text}");
        }
    }
}
