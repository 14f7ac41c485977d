use std::fs;

use super::bench::{Bench, Room};

const FILE: &str = "drafts/2026-04/a.toml";

/// Two drafts with three spaces that do not belong there, and one without.
fn room() -> Room {
    let room = Room::new();
    room.draft("a", "b", "甲稿", "")
        .draft("b", "c", "乙稿", "")
        .draft("c", "d", "丙稿", "");
    let put = |id: &str, text: &str| {
        let path = format!("drafts/2026-04/{id}.toml");
        let with = room
            .read(&path)
            .replace("第二段写得长一些，好看看换行。", text);
        room.file(&path, &with);
    };
    put("a", "渠水 进村那天，灯 亮了。");
    put("b", "路 宽了。");
    room.commit();
    room
}

fn open(room: &Room) -> Bench {
    let mut bench = room.open();
    bench.wait_for("疑2").keys("c").wait_for("渠水 进村");
    bench
}

/// The rows of the list, without marks and what is not of the list.
fn list(bench: &Bench) -> Vec<String> {
    let screen = bench.screen();
    let rows = screen
        .lines()
        .skip(1)
        .take_while(|row| !row.contains("GB/T"));
    let rows = rows.map(|row| {
        row.split("  ")
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("|")
    });
    rows.filter(|row| !row.is_empty()).collect()
}

#[test]
fn the_queue_tells_how_much_is_open_in_each_draft() {
    let room = room();
    let mut bench = room.open();
    bench.wait_for("疑2").wait_for("疑1");
    bench
        .keys("enter")
        .type_text("雨 停了。")
        .keys("esc")
        .wait_for("疑3");
}

#[test]
fn findings_are_listed_by_draft_with_their_passages() {
    let room = room();
    let bench = open(&room);
    assert_eq!(
        list(&bench),
        [
            "甲稿|错0 疑2 议0",
            "疑|渠水 进村那天，灯 亮了。|汉字之间不空格",
            "疑|渠水 进村那天，灯 亮了。|汉字之间不空格",
            "乙稿|错0 疑1 议0",
            "疑|路 宽了。|汉字之间不空格",
        ]
    );
    bench.shows("校对  2篇");
    bench.shows("存疑：汉字之间不空格");
    bench.shows("GB/T 15834-2011 5.1");
    bench.shows("改为：");
    bench.shows("下期估算差错0.3");
}

#[test]
fn one_is_accepted_and_the_next_is_chosen() {
    let room = room();
    let mut bench = open(&room);
    bench.keys("a").shows("渠水进村那天，灯 亮了");
    assert_eq!(list(&bench)[0], "甲稿|错0 疑1 议0");
    bench.keys("a").settle();
    assert_eq!(
        list(&bench),
        ["乙稿|错0 疑1 议0", "疑|路 宽了。|汉字之间不空格"]
    );
    assert!(room.read(FILE).contains("\n渠水进村那天，灯亮了。\n"));
    bench.keys("u u").settle();
    assert!(room.read(FILE).contains("\n渠水 进村那天，灯 亮了。\n"));
    assert_eq!(list(&bench)[0], "甲稿|错0 疑2 议0");
    bench.keys("a esc").settle();
    assert_eq!(room.git(&["log", "--format=%s", "-1"]), "校对\n");
}

#[test]
fn all_that_is_safe_is_accepted_and_undone_draft_by_draft() {
    let room = room();
    let mut bench = open(&room);
    bench.keys("A").shows("改了3处，共2篇");
    bench.shows("没有发现疑点");
    bench.settle();
    assert!(room.read("drafts/2026-04/b.toml").contains("路宽了"));
    bench.keys("u");
    assert_eq!(
        list(&bench),
        ["乙稿|错0 疑1 议0", "疑|路 宽了。|汉字之间不空格"]
    );
    bench.keys("esc u").settle();
    assert!(
        room.read(FILE).contains("渠水 进村那天，灯 亮了。"),
        "undone from the queue too"
    );
    bench.keys("c A A").shows("没有不必过问就能改的");
}

#[test]
fn one_draft_is_looked_at_alone() {
    let room = room();
    let mut bench = open(&room);
    bench.keys("] tab").shows("校对  乙稿");
    assert_eq!(list(&bench).len(), 2);
    bench.shows("估算差错0.1，限0.00");
    bench.keys("A").shows("改了1处，共1篇");
    bench.keys("tab").shows("渠水 进村");
}

#[test]
fn what_is_left_with_a_reason_stays_left_for_the_next_pass() {
    let room = room();
    let mut bench = open(&room);
    bench.keys("l").shows("留用理由：");
    bench.type_text("诗句").keys("enter").shows("已留用");
    assert_eq!(
        list(&bench)[..3],
        [
            "甲稿|错0 疑1 议0",
            "疑|渠水 进村那天，灯 亮了。|汉字之间不空格",
            "留|渠水 进村那天，灯 亮了。|汉字之间不空格",
        ]
    );
    // The last reason again.
    bench.keys("l enter").settle();
    bench.leave();
    let file = room.read(FILE);
    let left = "[[left]]\nrule = \"space-between-han\"\ntext = \"渠水 进村\"\nwhy = \"诗句\"\nby = \"周明\"\nat = 20";
    assert!(file.contains(left), "{file}");
    assert_eq!(file.matches("[[left]]").count(), 2);
    let mut bench = room.open();
    bench.wait_for("疑1").keys("c").wait_for("留  ");
    bench.keys("home").shows("周明留用（20");
    bench.shows("）：诗句");
    bench.keys("l").shows("已改回待定");
    assert_eq!(list(&bench)[0], "甲稿|错0 疑1 议0");
    bench.settle();
    assert_eq!(room.read(FILE).matches("[[left]]").count(), 1);
    bench.keys("u").settle();
    assert_eq!(room.read(FILE).matches("[[left]]").count(), 2);
}

#[test]
fn a_reason_can_be_thought_better_of() {
    let room = room();
    let mut bench = open(&room);
    bench
        .keys("l")
        .type_text("诗")
        .keys("esc")
        .shows_not("留用理由");
    bench.settle();
    assert!(!room.read(FILE).contains("left"));
}

#[test]
fn what_the_house_allows_is_never_flagged_again() {
    let room = room();
    let mut bench = open(&room);
    bench.keys("n").wait_for("甲稿");
    bench.settle();
    assert_eq!(list(&bench)[0], "甲稿|错0 疑1 议0");
    let list_of_house = room.read("proof/house.toml");
    assert_eq!(
        list_of_house,
        "[[allow]]\ntext = \"渠水 进村\"\nrule = \"space-between-han\"\n"
    );
    bench.keys("esc").settle();
    assert_eq!(room.git(&["status", "--porcelain"]), "");
    let mut bench = room.open();
    bench.wait_for("疑1").shows_not("疑2");
}

#[test]
fn a_finding_is_opened_at_its_passage_and_comes_back_mended() {
    let room = room();
    let mut bench = open(&room);
    bench.keys("down enter").shows("改稿");
    assert_eq!(bench.under_caret(), Some(' '));
    bench.shows("存疑：汉字之间不空格");
    bench.keys("delete esc").settle();
    bench.shows("校对  2篇");
    assert_eq!(list(&bench)[0], "甲稿|错0 疑1 议0");
    bench.keys("esc").shows("组版");
}

#[test]
fn nothing_is_found_where_nothing_is_wrong() {
    let room = Room::new();
    room.draft("a", "b", "甲稿", "").commit();
    let mut bench = room.open();
    bench.keys("c").wait_for("没有发现疑点");
    bench
        .keys("a A l n enter tab u left right down up ] [")
        .shows("校对");
    bench.keys("esc").shows("组版");
}

#[test]
fn another_editors_change_is_proofread_when_it_is_read() {
    let room = room();
    let mut bench = open(&room);
    let with = room.read(FILE).replace("渠水 进村", "渠水进村");
    fs::write(room.path().join(FILE), with).unwrap();
    bench.keys("esc r").wait_for("疑1").keys("c");
    bench.wait_for("渠水进村那天，灯 亮");
}

#[test]
fn the_smallest_window_shows_the_passage_and_why() {
    let room = room();
    let mut bench = open(&room);
    bench.resize(60, 18).shows("渠水 进村");
    bench.shows("汉字之间不空格");
    bench.shows("改为：");
}
