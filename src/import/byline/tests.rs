use super::*;

fn names(people: &[Person]) -> String {
    people
        .iter()
        .map(|p| {
            let unit = p.unit.as_ref().map(|u| format!("@{u}")).unwrap_or_default();
            let title = p
                .title
                .as_ref()
                .map(|t| format!("#{t}"))
                .unwrap_or_default();
            format!("{}{unit}{title}", p.name)
        })
        .collect::<Vec<_>>()
        .join(" ")
}

fn check(text: &str, reporters: &str, correspondents: &str, photographers: &str) {
    let found = parse(text)
        .unwrap_or_else(|| panic!("no byline: {text}"))
        .byline;
    assert_eq!(
        [
            names(&found.reporters),
            names(&found.correspondents),
            names(&found.photographers)
        ],
        [reporters, correspondents, photographers],
        "{text}"
    );
}

#[test]
fn role_before_names() {
    for text in [
        "（记者 林一舟 通讯员 何雨 方圆）",
        "(记者 林一舟 通讯员 何雨 方圆)",
        "记者 林一舟 通讯员 何雨、方圆",
        "□ 本报记者 林一舟 通讯员 何 雨 方　圆",
        "■记者林一舟通讯员何雨 方圆",
        "（本报记者：林一舟；通讯员：何雨，方圆）",
        "【记者/林一舟 通讯员/何雨/方圆】",
        "本报讯（记者 林一舟 通讯员 何雨 方圆）",
        "本报讯 记者 林一舟 通讯员 何雨 方圆",
    ] {
        check(text, "林一舟", "何雨 方圆", "");
    }
}

#[test]
fn text_and_pictures() {
    check("■记者 林一舟 文/图", "林一舟", "", "林一舟");
    check("文/图 林一舟", "林一舟", "", "林一舟");
    check("文/图：记者 林一舟", "林一舟", "", "林一舟");
    check("文/林一舟 图/何雨", "林一舟", "", "何雨");
    check("文：林一舟　图：何雨", "林一舟", "", "何雨");
    check("林一舟/文 何雨/图", "林一舟", "", "何雨");
    check("林一舟 文 何雨 摄", "林一舟", "", "何雨");
    check("记者 林一舟 文 通讯员 何雨 图", "林一舟", "何雨", "何雨");
    check("（记者 林一舟 摄影报道）", "林一舟", "", "林一舟");
    check(
        "（记者 林一舟 通讯员 何雨 摄影 方圆）",
        "林一舟",
        "何雨",
        "方圆",
    );
    check("（记者 林一舟 文 何雨 图）", "林一舟", "", "何雨");
    check("何雨 摄", "", "", "何雨");
    check("本报记者 何雨 摄", "", "", "何雨");
    check("摄影记者 何雨", "", "", "何雨");
}

#[test]
fn qualified_roles_are_titles() {
    check(
        "（全媒体记者 林一舟 见习记者 何雨）",
        "林一舟#全媒体记者 何雨#见习记者",
        "",
        "",
    );
    check("本报见习记者 何雨", "何雨#见习记者", "", "");
    check("（记者 林一舟 实习生 何雨）", "林一舟 何雨#实习生", "", "");
    check("特约记者 方圆", "方圆#特约记者", "", "");
}

#[test]
fn units_stand_before_names() {
    check(
        "（记者 王伟 通讯员 柳林社区 何雨）",
        "王伟",
        "何雨@柳林社区",
        "",
    );
    check("通讯员 区教育局 王伟", "", "王伟@区教育局", "");
    check("（通讯员 区教育局王伟）", "", "王伟@区教育局", "");
    check("（柳林社区通讯员 何雨）", "", "何雨@柳林社区", "");
    check("（记者 王伟 通讯员 区融媒宣）", "王伟", "区融媒宣", "");
}

#[test]
fn names_alone_need_a_bracket_or_a_bullet() {
    check("□ 林一舟", "林一舟", "", "");
    check("（林一舟 何雨）", "林一舟 何雨", "", "");
    assert_eq!(parse("林一舟 何雨"), None);
}

#[test]
fn spaced_names_close_up() {
    check("记者 王　伟 李 明", "王伟 李明", "", "");
    check("记者 王　伟", "王伟", "", "");
    check("记者 欧 阳 山", "欧阳山", "", "");
    check("记者 阿依古丽·买买提", "阿依古丽·买买提", "", "");
}

#[test]
fn stories_are_no_bylines() {
    for text in [
        "记者从区教育局获悉，今年新增学位一千个。",
        "柳林社区",
        "楼道亮了　邻里近了",
        "记者走基层",
        "记者在行动",
        "记者",
        "（完）",
        "（一）",
        "摄影展开幕",
        "文明城市",
        "图书馆",
        "（下转第3版）",
        "通讯员培训班开班",
        "",
        "（2026年）",
    ] {
        assert_eq!(parse(text), None, "{text}");
    }
}

#[test]
fn a_unit_after_its_people() {
    for text in [
        "（林一舟 单位：柳林镇卫生院）",
        "（林一舟 供稿单位：柳林镇卫生院）",
        "记者：林一舟 柳林镇卫生院",
    ] {
        check(text, "林一舟@柳林镇卫生院", "", "");
    }
    check("（林一舟 单位：柳林镇）", "林一舟@柳林镇", "", "");
    check("供稿：林一舟 柳林县水利局", "", "林一舟@柳林县水利局", "");
    check("供稿人：林一舟", "", "林一舟", "");
    check(
        "（县融媒体中心记者 林一舟 通讯员 何雨）",
        "林一舟",
        "何雨",
        "",
    );
    check("撰稿：林一舟　审稿：方圆", "林一舟", "", "");
}
