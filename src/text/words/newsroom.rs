//! Words of county news that the general dictionary cuts into pieces.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Most characters of a word here.
const LONGEST: usize = 4;

/// The words, parted by spaces. Only what the dictionary of ICU parts wrongly belongs here.
const WORDS: &str = "\
    县委 市委 区委 省委 党委 村委 村委会 居委会 县政府 区政府 村两委 乡镇 街道办 党支部 \
    党总支 党群 党工委 纪委 政协 人大 统战 共青团 妇联 工会 文联 科协 残联 融媒体 宣传部 \
    组织部 调研 座谈 座谈会 现场会 推进会 动员会 部署会 例会 宣讲 宣讲团 慰问 走访 入户 \
    督导 督查 检查组 工作组 专班 专项 指导员 网格 网格员 网格化 楼长 楼栋长 志愿者 志愿服务 \
    老党员 村民 社情 民情 民生 民宿 民警 辅警 邻里 邻里中心 小区 楼道 楼栋 单元楼 老旧小区 \
    物业 业委会 杂物 飞线 充电桩 停车位 加装 电梯 路灯 绿道 口袋公园 人居 环境卫生 地头 \
    田头 大棚 高标准 农机 农技 农资 农户 合作社 农家 书屋 采摘 采摘园 果农 菜农 茶农 棉农 \
    育秧 插秧 秋收 春耕 夏收 秸秆 水肥 万亩 千亩 百亩 亩产 增收 增产 创收 同比 环比 产值 \
    营商 招商 引资 项目部 开工 竣工 投产 达产 园区 开发区 企业家 专精特新 产业园 产业链 \
    数字化 智能化 一体化 常态化 规范化 精细化 便民 惠民 利民 为民 便民桥 办事处 服务站 \
    服务点 驿站 卫生院 卫生室 家庭医生 敬老院 养老院 日间 照料 助餐 食堂 义诊 义工 \
    非遗 传承人 文旅 研学 打卡 直播 电商 快递 物流 外卖 骑手 小哥 新就业 人社局 住建局 \
    教体局 文旅局 交警 消防 消防员 防汛 防溺水 防火 反诈 普法 调解员 调解室 微心愿 微网格 \
    微实事 金点子 节选 好办法 亮点 记者 通讯员 本报 本网 讯";

static JOINED: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| WORDS.split_whitespace().collect());

/// Takes out the bounds inside words of this list, the longest words first.
pub(super) fn join(text: &str, breaks: &mut Vec<usize>) {
    let mut kept = Vec::with_capacity(breaks.len());
    let mut at = 0;
    while at < breaks.len() {
        kept.push(breaks[at]);
        let pieces = (2..=LONGEST).rev().find(|&pieces| {
            let whole = breaks.get(at + pieces).map(|&end| &text[breaks[at]..end]);
            whole.is_some_and(|word| JOINED.contains(word))
        });
        at += pieces.unwrap_or(1);
    }
    *breaks = kept;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_of_a_known_word_are_joined() {
        let mut breaks = vec![0, 3, 6, 9, 12];
        join("网格员入", &mut breaks);
        assert_eq!(breaks, [0, 9, 12]);
        let mut breaks = vec![0, 3, 6];
        join("天晴", &mut breaks);
        assert_eq!(breaks, [0, 3, 6]);
    }

    #[test]
    fn every_word_is_short_enough_to_be_found() {
        for word in WORDS.split_whitespace() {
            assert!(word.chars().count() <= LONGEST, "{word}");
        }
    }
}
