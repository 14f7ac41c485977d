use super::*;
use proptest::prelude::*;

fn check(old: &str, new: &str, marked: &str) {
    assert_eq!(line(old, new).marked(), marked);
}

#[test]
fn a_changed_word_is_told_as_one() {
    check(
        "村里修渠两公里。",
        "村里修渠三公里。",
        "村里修渠[-两-]{+三+}公里。",
    );
    check("共有14盏坏灯", "共有15盏坏灯", "共有[-14-]{+15+}盏坏灯");
    check("占3.5%", "占4.5%", "占[-3.5%-]{+4.5%+}");
    check("渠已修成了", "路未通成了", "[-渠已修-]{+路未通+}成了");
    check("水渠已修好", "水沟已通好", "水[-渠已修-]{+沟已通+}好");
}

#[test]
fn what_stands_apart_is_told_apart() {
    check(
        "雨停了，渠通了，麦子黄了。",
        "雪停了，渠通了，稻子黄了。",
        "[-雨-]{+雪+}停了，渠通了，[-麦-]{+稻+}子黄了。",
    );
}

#[test]
fn what_came_or_went_stands_at_clauses() {
    check("雨停了。", "雨停了，路通了。", "雨停了{+，路通了+}。");
    check(
        "雨停，路通，灯亮。",
        "雨停，灯亮。",
        "雨停，[-路通，-]灯亮。",
    );
    check(
        "雨停，灯亮。",
        "雨停，路通，灯亮。",
        "雨停，{+路通，+}灯亮。",
    );
    check("很好", "很很好", "{+很+}很好");
    check("", "新题", "{+新题+}");
    check("旧题", "", "[-旧题-]");
    check("同", "同", "同");
}

fn told(old: &str, new: &str) -> Vec<String> {
    paragraphs(old, new).iter().map(Paragraph::marked).collect()
}

#[test]
fn paragraphs_are_matched_with_what_they_became() {
    let old = "雨停了。\n\n渠水清清流进麦田。\n\n灯亮了。\n";
    let new = "雨停了。\n\n干部挨户走访问需。\n\n渠水清清流进稻田。\n\n灯亮了。\n";
    assert_eq!(
        told(old, new),
        [
            "雨停了。",
            "{+干部挨户走访问需。+}",
            "渠水清清流进[-麦-]{+稻+}田。",
            "灯亮了。"
        ]
    );
    assert_eq!(told("甲乙丙\n", "丁戊己\n"), ["[-甲乙丙-]", "{+丁戊己+}"]);
}

#[test]
fn a_paragraph_out_of_measure_is_told_as_a_whole() {
    let (old, new) = ("甲".repeat(9_000), "乙".repeat(9_000));
    assert_eq!(line(&old, &new).pieces.len(), 2);
}

proptest! {
    #[test]
    fn both_sides_are_whole(old in "([甲乙丙，。a1. ]{0,12}\n){0,5}", new in "([甲乙丙，。a1. ]{0,12}\n){0,5}") {
        let lines = |text: &str| -> Vec<String> {
            text.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect()
        };
        let found = paragraphs(&old, &new);
        for (side, text) in [(Side::Old, &old), (Side::New, &new)] {
            let mine = found.iter().filter(|p| p.is_in(side));
            let told: Vec<String> = mine.map(|p| p.text(side)).collect();
            prop_assert_eq!(told, lines(text));
        }
        let same = old.lines().map(str::trim).eq(new.lines().map(str::trim));
        prop_assert!(!same || found.iter().all(Paragraph::is_same));
    }
}
