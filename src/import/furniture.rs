//! What is on a page and is not story text: page headers, credits, jump lines, captions.
//!
//! Knows one line and whether it stands at the head of the page.

mod caption;
mod chat;
mod controls;
mod date;
mod guide;
mod header;
mod imprint;
mod jump;
mod masthead;
mod page;
mod slot;
mod web;

pub(super) use controls::is_controls;
pub(super) use header::is_contents;
pub(super) use imprint::is_contact;
pub(super) use jump::glued_jump;
pub(super) use masthead::is_masthead;

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
    /// 头条, 二条: where on the page the next item stands.
    Slot,
    /// What a web page or a chat puts around its text.
    Web,
}

impl Piece {
    /// Whether it may stand between two lines of one sentence, where a column or page ends.
    pub(super) fn cuts(self) -> bool {
        matches!(self, Self::Header | Self::Jump)
    }

    /// Whether what stands below it begins something new.
    pub(super) fn begins(self) -> bool {
        matches!(self, Self::Header | Self::Slot)
    }
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
    if len <= 90 && jump::is_jump(text) {
        return Some(Piece::Jump);
    }
    if len <= 120 && imprint::is_imprint(text) {
        return Some(Piece::Imprint);
    }
    if len <= 160 && (web::is_meta(text) || chat::is_chat(text) || is_controls(text)) {
        return Some(Piece::Web);
    }
    if slot::is_slot(text) {
        return Some(Piece::Slot);
    }
    if len <= 60 && header::is_header(text) {
        return Some(Piece::Header);
    }
    if len <= 120 && imprint::has_credits(text) {
        return Some(Piece::Imprint);
    }
    if len <= 40 && guide::is_guide(text) {
        return Some(Piece::Guide);
    }
    (len <= 160 && caption::is_caption(text)).then_some(Piece::Caption)
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
                "星期二",
                "第1版",
                "4月3日 星期五",
                "农历三月初七",
                "今日四版",
                "2026 年 4 月 3 日　星期五　农历丙午年三月初七",
                "柳林报·民生　2026年4月3日　主编：何雨",
                "柳林报　综合新闻　2026.4.3　主编/何雨",
                "A03　经济·产业",
                "导　读",
            ],
        );
        check(
            Piece::Imprint,
            &[
                "责编：林一舟　校对：何雨",
                "责任编辑 林一舟",
                "本版编辑：林一舟 美编：何 雨 校对：方圆",
                "（责任编辑：林一舟）",
                "第四版　　责任编辑　林　舟",
                "责编：林一舟　校对：何雨　第3版",
                "责 编：林一舟",
                "新闻热线：0371-66778899",
                "投稿邮箱：news@liulin.example.cn",
                "编辑/林一舟 校对/何雨",
                "本版编辑　林一舟　　电话　0666－66778899",
                "电话：66778899 传真：66778800",
                "第三版　春风里　责任编辑：林一舟　校对：何雨",
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
                "图1为居民在包饺子",
                "志愿者在社区广场包饺子。林一舟 摄",
                "（资料图片）",
            ],
        );
        check(
            Piece::Web,
            &[
                "首页 > 新闻 > 镇街",
                "2026-04-03 09:12　来源：柳林日报　作者：林一舟　浏览次数：1023",
                "【字体：大 中 小】",
                "发布时间：2026-04-03 09:12",
                "上一篇：楼道亮了",
                "林一舟 10:23",
                "林一舟 2026/4/3 10:23:45",
                "小林（柳林社区） 10:31",
                "通讯员老何 11:02",
                "何主任 8:30",
                "[图片]",
                "楼道亮了.docx",
                "[文件] 楼道。zip",
                "收到",
                "原创　林一舟　柳林发布",
                "您当前的位置：首页 >> 镇街 >> 正文",
                "版权所有：柳林县人民政府",
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
            "20分钟送药　3公里接力",
            "策划一场别开生面的活动",
            "上接天线　下接地气",
            "周一请到社区来",
            "三月初三庙会热",
            "4月3日　他们出发了",
            "第二页纸上写着名字",
            "首班车 6:30",
            "老街 6:30",
            "头条里的柳林",
            "G60　经济走廊",
            "第三版的编辑老何",
            "作者来到柳林社区",
            "上一篇作文写了三天",
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
