//! Chinese personal names and the names of units: which of the two a word is.
//!
//! Knows words alone, nothing of bylines or pages.

use super::words::Words;
use crate::text::marks::is_han;

/// Surnames of one character: those of 《百家姓》 and the common ones beside it.
const SURNAMES: &str = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳\
酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞\
熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓\
郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫\
宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴胥苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦\
雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃\
利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公岳帅缑亢况琴商牟佘佴伯赏墨哈谯\
笪年爱阳佟肖付闫兰代覃晋仝苑冼初楚凡原青黑麦战门位冮宝海鹿尧仉邸矫揭信丛苟泮隋涂禚郇揣谌粟邝侬骞麴智弋闪拜撒者朵妥喇脱\
剡鄢奉银铁舍";

static COMPOUND: Words = Words::new(
    "欧阳 诸葛 上官 司马 司徒 东方 独孤 南宫 万俟 闻人 夏侯 皇甫 尉迟 公羊 澹台 公冶 \
宗政 濮阳 淳于 单于 太叔 申屠 公孙 仲孙 轩辕 令狐 钟离 宇文 长孙 慕容 西门 东郭 \
百里 呼延 端木 南门 第五 拓跋 完颜 赫连 纳兰 左丘 公西 梁丘 东门 谷梁 羊舌 闾丘 \
亓官 司寇 颛孙 巫马 漆雕 乐正 公良 鲜于 段干 叶赫 那拉 爱新 钟吾 北堂",
);

/// Whether a character is a surname.
pub(super) fn is_surname(c: char) -> bool {
    SURNAMES.contains(c)
}

/// Whether a word begins as a name does.
fn has_surname(word: &str) -> bool {
    word.chars().next().is_some_and(|c| SURNAMES.contains(c))
}

fn has_compound(word: &str) -> bool {
    COMPOUND.begin(word)
}

/// Whether a word reads as a person's name: 王伟, 欧阳小山, 阿依古丽·买买提.
pub(super) fn is_name(word: &str) -> bool {
    let len = word.chars().count();
    if word.contains('·') {
        return (3..=20).contains(&len) && word.chars().all(|c| is_han(c) || c == '·');
    }
    if !word.chars().all(is_han) {
        return false;
    }
    match len {
        2 => has_surname(word),
        3 => has_surname(word) || has_compound(word),
        // A double surname (father's and mother's) or a compound one.
        4 => has_compound(word) || has_surname(word) && !is_unit(word),
        _ => false,
    }
}

/// Whether a word could stand where a name stands, though its surname is not in the table.
pub(super) fn may_be_name(word: &str) -> bool {
    let len = word.chars().count();
    let spoken = word
        .chars()
        .any(|c| "了在的到从来去是有和为将把被让说看进".contains(c));
    is_name(word)
        || (2..=4).contains(&len)
            && word.chars().all(is_han)
            && !is_unit(word)
            && (len < 4 || !spoken)
}

/// Endings that no personal name has.
static STRONG: Words = Words::new(
    "社区 街道 中心 小区 公司 集团 学校 小学 中学 医院 大队 支队 中队 派出所 办事处 \
办公室 委员会 村委会 居委会 融媒 委宣 宣传部 组织部 纪委 区委 县委 市委 镇政府 政府 \
法院 检察院 供电所 税务局 分局 支局 总局 工会 妇联 团委 协会 学院 大学 幼儿园 \
服务站 工作站 收费站 合作社 联社 银行 支行 电厂 园区 开发区 景区 卫生院 电视台 \
日报社 报社 供销社 管委会 融媒宣 书院 党支部 党委 党总支 融媒体",
);

/// Endings that a name may have by chance.
const WEAK: &str = "局委办村镇乡县区市院校站所队部会店厂处科室场馆社园组庄";

/// Whether a word reads as the name of a unit: 区教育局, 柳林社区.
pub(super) fn is_unit(word: &str) -> bool {
    let len = word.chars().count();
    if len < 3 || !word.chars().all(|c| is_han(c) || c.is_ascii_alphanumeric()) {
        return false;
    }
    STRONG
        .iter()
        .any(|end| word.ends_with(end) && word.len() > end.len())
        || word.chars().next_back().is_some_and(|c| WEAK.contains(c))
            && (len > 3 || !has_surname(word) || is_place_of_family(word))
}

/// 高家村: a surname, then 家, then the kind of place.
fn is_place_of_family(word: &str) -> bool {
    word.chars().nth(1) == Some('家')
        || "局委镇乡县站所厂科室校队部馆办".contains(word.chars().next_back().unwrap_or(' '))
}

/// A unit and a name written together: 区教育局王伟.
pub(super) fn unit_then_name(word: &str) -> Option<(&str, &str)> {
    let chars: Vec<(usize, char)> = word.char_indices().collect();
    [3, 2, 4].into_iter().find_map(|len| {
        let at = chars.len().checked_sub(len).filter(|&at| at >= 3)?;
        let (unit, name) = word.split_at(chars[at].0);
        let ends = STRONG.iter().any(|end| unit.ends_with(end))
            || unit.chars().next_back().is_some_and(|c| WEAK.contains(c));
        (ends && is_name(name) && !is_unit(name) && !STRONG.has(name)).then_some((unit, name))
    })
}

/// Words before a colon in headlines that name a person or a role, never a place.
pub(super) fn is_unit_role(word: &str) -> bool {
    [
        "记者", "专家", "居民", "书记", "主任", "镇长", "村民", "老师",
    ]
    .iter()
    .any(|end| word.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_units() {
        for name in [
            "王伟",
            "林一舟",
            "欧阳小山",
            "诸葛云",
            "阿依古丽·买买提",
            "高村",
        ] {
            assert!(is_name(name) && !is_unit(name), "{name}");
        }
        for unit in [
            "区教育局",
            "柳林社区",
            "高家村",
            "周口镇",
            "县人民医院",
            "区融媒体中心",
        ] {
            assert!(is_unit(unit), "{unit}");
        }
    }

    #[test]
    fn a_unit_and_a_name_written_together_part() {
        assert_eq!(
            unit_then_name("区教育局王小伟"),
            Some(("区教育局", "王小伟"))
        );
        assert_eq!(unit_then_name("柳林社区何雨"), Some(("柳林社区", "何雨")));
        assert_eq!(unit_then_name("王小伟"), None);
    }
}
