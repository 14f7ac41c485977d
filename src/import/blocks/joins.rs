//! Whether a line goes on with the paragraph before it.
//!
//! A paragraph goes on where its sentence is not finished, or where a full column broke it.

use super::Block;
use super::shapes::{Shape, is_head_text};
use crate::import::leads::is_finished;
use crate::import::lines::Line;
use crate::import::wrap::Layout;
use crate::import::{labels, places};
use crate::text::marks::{closes, is_han, never_begins};

/// What becomes of a line after an open paragraph.
pub(super) enum Next {
    /// It begins something new.
    New,
    /// It goes on, without the first bytes that are printed twice, after a space or not.
    Joins { overlap: usize, space: bool },
    /// It stands inside the paragraph and does not belong to it.
    Stray,
}

/// The paragraph before a line.
pub(super) struct Situation<'a> {
    pub block: &'a Block,
    /// The last of its lines.
    pub last: usize,
    /// Whether furniture came after it.
    pub interrupted: bool,
    /// Whether a headline or deck stands right before the paragraph.
    pub headed: bool,
}

/// What becomes of the line at a place.
pub(super) fn next(
    lines: &[Line],
    shapes: &[Shape],
    layout: &Layout,
    open: &Situation<'_>,
    at: usize,
    text: &str,
) -> Next {
    let case = Case {
        lines,
        shapes,
        layout,
        before: &open.block.text.text,
        indented: open.block.indented,
        headed: open.headed,
        pieces: open.block.text.count(),
        wrapped: !open.interrupted && open.last + 1 == at && layout.wraps(lines, open.last),
        at,
        text,
    };
    match case.verdict() {
        Verdict::Break => Next::New,
        Verdict::Stray => Next::Stray,
        Verdict::Join => Next::Joins {
            overlap: overlap(case.before, text, case.wrapped),
            space: case.space(open.last),
        },
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Join,
    Break,
    Stray,
}

struct Case<'a> {
    lines: &'a [Line],
    shapes: &'a [Shape],
    layout: &'a Layout,
    before: &'a str,
    indented: bool,
    headed: bool,
    pieces: usize,
    wrapped: bool,
    at: usize,
    text: &'a str,
}

impl Case<'_> {
    fn verdict(&self) -> Verdict {
        if self.text.starts_with(never_begins) && !self.text.starts_with('）') {
            return Verdict::Join;
        }
        if self.opens_byline() {
            return Verdict::Join;
        }
        if is_finished(self.before) {
            return self.after_finished();
        }
        if self.wrapped && !self.is_indented() {
            return self.after_full();
        }
        if self.is_body() {
            self.after_cut()
        } else {
            Verdict::Break
        }
    }

    /// A byline in brackets that goes on in the next line.
    fn opens_byline(&self) -> bool {
        let tail: String = self
            .before
            .chars()
            .rev()
            .take(40)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect();
        let Some(open) = tail.rfind('（') else {
            return false;
        };
        let role = tail[open..].contains("记者") || tail[open..].contains("通讯员");
        role && !tail[open..].contains('）') && self.text.chars().take(30).any(|c| c == '）')
    }

    /// A finished sentence goes on only where the column happened to be full at its end.
    fn after_finished(&self) -> Verdict {
        let starts_new = self.is_indented()
            || labels::bullet(self.text).is_some()
            || self.text.starts_with('【');
        let told = self.at > 0 && self.layout.wraps_after_sentence(self.at - 1);
        if !self.wrapped || !told || starts_new || !self.is_body() {
            return Verdict::Break;
        }
        if self.is_head_line() {
            return Verdict::Break;
        }
        Verdict::Join
    }

    /// An unfinished line that fills its column: a wrap, unless it is a headline of that width.
    fn after_full(&self) -> Verdict {
        let alone = self.pieces == 1 && !self.indented && is_head_text(self.before);
        let clauses = self.before.contains(char::is_whitespace);
        if alone && (self.layout.indents || clauses) {
            return Verdict::Break;
        }
        Verdict::Join
    }

    /// An unfinished paragraph before a gap or a short line.
    fn after_cut(&self) -> Verdict {
        let one_line = self.pieces == 1 && is_head_text(self.before);
        let headline = self.before.contains(char::is_whitespace) || self.before.starts_with('【');
        if one_line && (self.is_indented() || headline) {
            return Verdict::Break;
        }
        let listing = self.before.ends_with(['：', '；']);
        if listing && (labels::begins_list_part(self.text) || self.is_indented()) {
            return Verdict::Break;
        }
        if labels::bullet(self.text).is_some() || self.text.starts_with('【') {
            return Verdict::Break;
        }
        let closed = self.before.ends_with(closes);
        if closed && self.is_indented() {
            return Verdict::Break;
        }
        if !is_head_text(self.text) || is_finished(self.text) {
            return Verdict::Join;
        }
        if self.layout.wraps(self.lines, self.at) && self.follows_text() {
            return Verdict::Join;
        }
        self.after_cut_short()
    }

    /// A short line without end after an unfinished paragraph: a stray label, or a headline.
    fn after_cut_short(&self) -> Verdict {
        let clauses = self.text.contains(char::is_whitespace);
        if clauses {
            return Verdict::Break;
        }
        let goes_on = self.follows_text() && !self.next_is_head();
        let quoted = self.text.starts_with('“') && self.text.ends_with('”');
        let label = places::is_place(self.text) || quoted || self.text.chars().count() <= 14;
        match (goes_on, label) {
            (true, true) => Verdict::Stray,
            (false, _) if self.follows_text() => Verdict::Break,
            _ => Verdict::Join,
        }
    }

    /// Whether the paragraph so far is story text and not a headline.
    fn is_body(&self) -> bool {
        if self.pieces > 1 || !is_head_text(self.before) {
            return true;
        }
        let len = self.before.chars().count();
        let marks = self
            .before
            .chars()
            .filter(|c| matches!(c, '，' | '。' | '；' | '、'))
            .count();
        self.indented && len >= 10
            || marks > 0 && (len > 24 || self.headed && !self.before.contains(char::is_whitespace))
    }

    fn is_indented(&self) -> bool {
        self.layout.is_indented(&self.lines[self.at])
    }

    /// Whether the line stands alone as a headline does: short, and what follows begins anew.
    fn is_head_line(&self) -> bool {
        is_head_text(self.text)
            && !is_finished(self.text)
            && !self.layout.wraps(self.lines, self.at)
    }

    fn follows_text(&self) -> bool {
        matches!(self.shapes.get(self.at + 1), Some(Shape::Text(_)))
    }

    fn next_is_head(&self) -> bool {
        self.lines
            .get(self.at + 1)
            .is_some_and(|line| is_head_text(&line.text) || self.layout.is_indented(line))
    }

    /// Latin words that a wrap parted keep their space.
    fn space(&self, last: usize) -> bool {
        let left = self.before.chars().next_back();
        let right = self.text.chars().next();
        let letters = left.is_some_and(|c| c.is_ascii_alphabetic() || ",.;:".contains(c))
            && right.is_some_and(|c| c.is_ascii_alphabetic());
        let names = self.opens_byline() && self.lines[last].trailing_space;
        letters && !self.before.ends_with('-') || names
    }
}

/// How many bytes of a line repeat the end of what it goes on with.
///
/// A single character counts only before a mark, where no word can begin: 作用|用、; and a wrap
/// inside a column doubles nothing short.
fn overlap(before: &str, text: &str, wrapped: bool) -> usize {
    let head: Vec<char> = text.chars().take(41).collect();
    let tail: Vec<char> = {
        let mut tail: Vec<char> = before.chars().rev().take(40).collect();
        tail.reverse();
        tail
    };
    let least = if wrapped { 4 } else { 1 };
    let longest = head.len().saturating_sub(1).min(tail.len());
    (least..=longest)
        .rev()
        .find(|&n| tail[tail.len() - n..] == head[..n] && is_doubled(&head, n))
        .map_or(0, |n| head[..n].iter().map(|c| c.len_utf8()).sum())
}

fn is_doubled(head: &[char], n: usize) -> bool {
    const REDOUBLED: &str =
        "看说听想试谈聊走谢笑妈爸爷奶哥姐弟妹叔婆太渐常天年月日人家个处刚偏仅纷慢好早久轻默悄深高";
    let han = head[..n].iter().filter(|c| is_han(**c)).count();
    match n {
        1 => is_han(head[0]) && !REDOUBLED.contains(head[0]) && !begins_word(head),
        2 => han >= 1 && head[0] != head[1],
        _ => han * 2 > n,
    }
}

/// Words whose first character also ends other words: 小学|学生 is no doubling.
///
/// A cut between two like characters is rare, a character printed on both sides of one is not;
/// so only what these words explain is left.
const WORDS: &str = "学生 学习 学校 学员 学前 学子 会议 会员 会上 会长 民警 民众 民生 民族 民主 展示 展现 展开 工作 工程 工人 业务 业主 业内 员工 家庭 家长 家园 家里 家属 村民 村里 村级 \
村委 村庄 区里 区委 区域 县委 县里 县城 市民 市场 市里 市委 院内 院长 院里 园区 园内 园里 路面 路边 路口 路灯 水库 水利 水果 水电 电力 电话 车辆 车主 行动 行业 行人 动员 动力 动作 务工 \
务实 务农 理论 理念 理事 法律 法治 法院 法官 文化 文明 化解 化肥 安全 全县 全市 全区 全面 全国 全体 全力 全镇 全村 全部 体育 体验 体现 生活 生产 生态 生命 活动 活力 作用 作品 作物 用户 用水 \
用电 人员 人民 人们 人士 人大 人才 人数 年轻 年级 年底 年来 心理 心里 心愿 里面 面对 面积 面向 对象 对口 口号 号召 手机 手续 机关 关心 关爱 关注 情况 情感 感谢 感受 受益 服务 农民 农业 \
农村 农户 街道 道路 道德 书记 书屋 记者 老人 老师 老年 队员 队伍 站点 站在 点位 位于 长期 长者 长效 事业 事情 事项 事务 物业 物资 品牌 品种 种植 种子 植物 治疗 治安 组织 组长 社会 社区 镇里 镇上 \
楼道 楼栋 楼上 门口 门前 地方 地区 地面 上级 上门 上海 下午 下一 中心 中国 中午 中小 内容 内部 外出 外地 来到 来自 到位 到场 进行 进入 进度 出门 出现 出台 方便 方式 方面 方案 便民 便利 利用 利益";

fn begins_word(head: &[char]) -> bool {
    let pair: String = head.iter().take(2).collect();
    WORDS.split(' ').any(|word| word == pair)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_printed_twice_is_found_but_no_doubled_words() {
        for (before, text, wrapped, wanted) in [
            ("发挥作用", "用、力量", false, "用"),
            ("走到院子里", "院子里，看见", false, "院子里"),
            ("在柳林小学", "学生们说", false, ""),
            ("为老人上门", "门理发", false, "门"),
            ("看面积、年限、", "限、价钱", false, "限、"),
            ("他轻轻地笑", "笑，不说话", false, ""),
            ("大家商量", "商量着办", true, ""),
            ("一个", "一天", false, ""),
        ] {
            assert_eq!(
                overlap(before, text, wrapped),
                wanted.len(),
                "{before}|{text}"
            );
        }
    }
}
