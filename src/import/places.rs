//! Place lines: short lines that name a community, a village, a school, an office.
//!
//! Knows words alone.

use super::names::is_name;
use super::words::Words;
use crate::text::marks::is_han;

/// What the names of places and bodies end with, longest first where it matters.
static ENDINGS: Words = Words::new(
    "社区 街道 小区 花园 家园 公园 广场 中心 学校 小学 中学 大学 学院 幼儿园 医院 卫生院 \
派出所 交警队 大队 中队 支队 公司 集团 法院 检察院 办事处 居委会 村委会 管委会 \
委员会 合作社 供电所 税务局 图书馆 文化馆 博物馆 体育馆 敬老院 养老院 服务站 工作站 \
收费站 消防站 车站 水库 景区 园区 开发区 新区 工业园 产业园 市场 商场 银行 支行 \
协会 妇联 工会 团委 宣传部 组织部 统战部 武装部 政法委 纪委 监委 政府 林场 农场 \
茶场 牧场 码头 大桥 老街 新城 村 镇 乡 县 区 市 局 所 站 街 路 苑 巷 庄 屯 寨 湾 坊",
);

/// Words of sentences: with one of them a line is a headline, though it ends like a place.
static VERBS: Words = Words::new(
    "走进 来到 进社区 进村 进校园 入驻 建设 打造 让 为 把 的 了 在 到 开展 举办 举行 \
组织 成立 启动 推进 服务 温暖 扮靓 点亮 变 成 新 美 说 看 建 送 帮 助 护 治 爱 迎 \
庆 请 上 下",
);

/// Whether a text begins as a sentence about a place does: 走进……, 来到…….
pub(super) fn has_verb(text: &str) -> bool {
    ["走进", "来到", "走基层", "探访", "进", "到", "在", "访"]
        .iter()
        .any(|verb| text.starts_with(verb))
}

/// Whether a short text is the name of a place or body.
pub(super) fn is_place(text: &str) -> bool {
    let len = text.chars().count();
    if !(2..=14).contains(&len) || !text.chars().all(|c| is_han(c) || c.is_ascii_alphanumeric()) {
        return false;
    }
    let Some(end) = ENDINGS.iter().find(|end| text.ends_with(*end)) else {
        return false;
    };
    let head = &text[..text.len() - end.len()];
    if head.is_empty() || len == 2 && end.chars().count() == 1 && is_name(text) {
        return false;
    }
    if leads_into(head) {
        return false;
    }
    len <= 5 || !VERBS.within(head) || is_sure(text)
}

/// 义诊进|社区: the word before the kind of place says that somebody goes there.
fn leads_into(head: &str) -> bool {
    // 进|乡村: the kind of place may be a word of two.
    let head = head.strip_suffix(['乡', '农', '山']).unwrap_or(head);
    head.ends_with(['进', '入', '到', '回']) && head.chars().count() >= 2
}

/// Whether a text ends in a word that only names of places have, and is no sentence.
pub(super) fn is_sure(text: &str) -> bool {
    let sure = [
        "社区",
        "街道",
        "小区",
        "村",
        "镇",
        "乡",
        "办事处",
        "派出所",
        "小学",
        "中学",
        "医院",
    ];
    text.chars().count() <= 10
        && sure
            .iter()
            .any(|end| text.strip_suffix(end).is_some_and(|head| !leads_into(head)))
        && !VERBS
            .iter()
            .filter(|v| v.chars().count() > 1 || "让把的了在为".contains(*v))
            .any(|v| text.contains(v))
}

/// Whether a text that follows a short name makes it a place: 柳林 before 社区.
pub(super) fn is_named_in(name: &str, body: &str) -> bool {
    let len = name.chars().count();
    if !(2..=8).contains(&len) || !name.chars().all(is_han) {
        return false;
    }
    body.match_indices(name).take(50).any(|(at, _)| {
        let after = &body[at + name.len()..];
        [
            "社区",
            "街道",
            "小区",
            "村",
            "镇",
            "乡",
            "县",
            "区",
            "街",
            "路",
            "办事处",
            "学校",
            "医院",
        ]
        .iter()
        .any(|end| after.starts_with(end))
    })
}

/// Endings of what lies in a landscape; names of people may end in them too.
static LANDMARKS: Words = Words::new(
    "渡 渡口 洲 桥 山 河 江 湖 岛 坪 坝 岭 沟 峪 峡 滩 港 坡 塘 溪 泉 洞 关 岗 塬 洼 圩 浜 埠 口 \
                         码头 老街 古城 古镇 古道 夜市 集市 庙会 渔港 牧区 林区 灌区 库区 山区",
);

/// Whether a short name is that of a landmark, and the text below it speaks of it as of a place.
pub(super) fn is_landmark(name: &str, body: &str) -> bool {
    let len = name.chars().count();
    if !(2..=6).contains(&len)
        || !name.chars().all(is_han)
        || !LANDMARKS
            .iter()
            .any(|end| name.len() > end.len() && name.ends_with(end))
    {
        return false;
    }
    body.match_indices(name).take(50).any(|(at, _)| {
        let (before, after) = (&body[..at], &body[at + name.len()..]);
        let reached = ["在", "到", "进", "从", "离", "向", "往", "过", "达", "赴"]
            .into_iter()
            .any(|w| before.ends_with(w));
        let there = [
            "里", "边", "上", "下", "畔", "旁", "位于", "地处", "两岸", "沿岸", "附近", "一带",
            "全长", "水面",
        ]
        .into_iter()
        .any(|w| after.starts_with(w));
        let owned =
            after.starts_with('的') && before.ends_with(['，', '。', '“', '日', '县', '区']);
        reached || there || owned
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_told_from_headlines() {
        for place in [
            "柳林社区",
            "青岭镇",
            "区教育局",
            "县人民医院",
            "白沙小学",
            "高家村",
            "城关街道",
            "东关派出所",
            "新华社区",
            "上河村",
        ] {
            assert!(is_place(place), "{place}");
        }
        for other in [
            "义诊走进柳林社区",
            "义诊进社区",
            "楼道亮了",
            "邻里近了　老街新了",
            "让党旗飘扬在社区",
            "王村",
            "社区",
            "志愿者把温暖送到柳林社区",
        ] {
            assert!(!is_place(other), "{other}");
        }
    }

    #[test]
    fn a_bare_name_is_a_place_where_the_body_says_so() {
        assert!(is_named_in("柳林", "昨天，柳林社区的灯亮了。"));
        assert!(!is_named_in("王伟", "昨天，王伟说灯亮了。"));
        assert!(is_landmark("白石渡", "傍晚，白石渡的灯亮了。"));
        assert!(!is_landmark("王小河", "傍晚，老人王小河说灯亮了。"));
    }
}
