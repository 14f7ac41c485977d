//! Text printed on both sides of a cut.
//!
//! Knows the end of one text and the start of the next.

use crate::text::marks::{is_chinese, is_han};

/// How many bytes of a line repeat the end of what it goes on with.
///
/// A single character counts only before a mark, where no word can begin: 合力|力、; and a wrap
/// inside a column doubles nothing short.
pub(super) fn overlap(before: &str, text: &str, wrapped: bool) -> usize {
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
        .find(|&n| {
            let before = (n < tail.len()).then(|| tail[tail.len() - n - 1]);
            tail[tail.len() - n..] == head[..n] && is_doubled(&head, n, before)
        })
        .map_or(0, |n| head[..n].iter().map(|c| c.len_utf8()).sum())
}

fn is_mark(c: char) -> bool {
    is_chinese(c) && !is_han(c)
}

/// Whether characters that stand on both sides of a cut are one text, by what is before them.
fn is_doubled(head: &[char], n: usize, before: Option<char>) -> bool {
    const REDOUBLED: &str = "看说听想试谈聊走谢笑妈爸爷奶哥姐弟妹叔婆太渐常天年月日人家个处刚偏仅纷慢好早久轻默悄深高\
         层点步条件张幅串排座栋户村时代世夜整牢紧往匆缓滚频屡连恰单通统大小多红绿满圆";
    let han = head[..n].iter().filter(|c| is_han(**c)).count();
    match n {
        1 => {
            // 一排排|排: what is doubled already is not doubled again; ，面|面对: no word ends here.
            let thrice = before == Some(head[0]) || head.get(1) == Some(&head[0]);
            let alone = before.is_some_and(is_mark);
            is_han(head[0])
                && (thrice || !REDOUBLED.contains(head[0]) && (alone || !begins_word(head)))
        }
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
            ("邻里合力", "力、巧劲", false, "力"),
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
