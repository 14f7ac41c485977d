use ratatui::style::Modifier;

use super::bench::{Bench, Room};

const FILE: &str = "drafts/2026-04/a.toml";

fn room() -> Room {
    let room = Room::new();
    room.draft("a", "b", "甲稿", "");
    let text = room
        .read(FILE)
        .replace("第二段写得长一些，好看看换行。", "渠水 进村那天，灯 亮了。");
    room.file(FILE, &text).commit();
    room
}

fn open(room: &Room) -> Bench {
    let mut bench = room.open();
    bench.keys("enter");
    bench
}

#[test]
fn a_finding_is_underlined_as_it_is_typed_and_named_in_the_margin() {
    let room = room();
    let mut bench = open(&room);
    assert_eq!(bench.underlined(), [" ", " "]);
    bench.type_text("路 宽了。");
    assert_eq!(bench.underlined().len(), 3);
    let row = bench
        .screen()
        .lines()
        .find(|row| row.contains("路 宽"))
        .map(str::to_owned);
    assert!(row.unwrap().ends_with('疑'));
    bench.keys("ctrl-z");
    assert_eq!(bench.underlined().len(), 2);
}

#[test]
fn the_finding_under_the_caret_is_told_and_accepted_with_one_key() {
    let room = room();
    let mut bench = open(&room);
    bench
        .keys("f9")
        .shows("存疑：汉字之间不空格  Alt-Enter改为（删去）");
    assert_eq!(bench.under_caret(), Some(' '));
    bench.keys("alt-enter").shows("渠水进村那天，灯 亮了");
    bench.keys("ctrl-z").shows("渠水 进村那天");
    bench.keys("f9").keys("shift-f9");
    bench.keys("alt-enter").shows("渠水进村那天，灯 亮了");
    bench.keys("f9 alt-enter f9").shows("没有疑点");
    bench.keys("alt-enter").shows("光标处没有疑点");
    bench.keys("esc").settle();
    assert!(room.read(FILE).contains("渠水进村那天，灯亮了。"));
}

#[test]
fn a_finding_is_left_from_the_story_and_what_is_typed_stays() {
    let room = room();
    let mut bench = open(&room);
    bench
        .type_text("新句。")
        .keys("f9 alt-l")
        .shows("留用理由：");
    bench.type_text("诗").keys("enter").shows("已留用");
    assert_eq!(bench.underlined().len(), 1);
    bench.shows("新句。");
    bench.settle();
    let file = room.read(FILE);
    assert!(
        file.contains("text = \"渠水 进村\"\nwhy = \"诗\"") && !file.contains("新句"),
        "{file}"
    );
    bench.keys("esc").settle();
    let file = room.read(FILE);
    assert!(
        file.contains("新句。甲稿") && file.contains("[[left]]"),
        "{file}"
    );
}

#[test]
fn the_list_of_the_draft_is_one_key_away_and_leads_back() {
    let room = room();
    let mut bench = open(&room);
    bench.type_text("雨 停了。").keys("f6").shows("校对  甲稿");
    bench.shows("疑3");
    bench.keys("a").settle();
    bench.keys("esc").shows("改稿");
    bench.shows("渠水进村那天，灯 亮了");
    bench.shows("雨 停了。甲稿");
    assert_eq!(bench.under_caret(), Some(' '));
    bench.keys("esc").settle();
    assert_eq!(room.git(&["status", "--porcelain"]), "");
}

#[test]
fn the_gauge_is_an_estimate_and_follows() {
    let room = room();
    let mut bench = open(&room);
    bench.shows("估算差错0.2，限0.00");
    bench.keys("f9 alt-enter").shows("估算差错0.1");
}

#[test]
fn a_key_does_not_wait_for_a_paragraph_of_a_megabyte() {
    let room = room();
    let text = room
        .read(FILE)
        .replace("灯 亮了。", &"灯 亮了。".repeat(80_000));
    room.file(FILE, &text);
    let mut bench = open(&room);
    bench.keys("end");
    let start = std::time::Instant::now();
    bench.type_text("水。");
    assert!(start.elapsed().as_millis() < 400, "{:?}", start.elapsed());
}

#[test]
fn marks_are_told_apart_without_colour() {
    let room = room();
    let bench = open(&room);
    assert!(bench.plain_cells().iter().any(|cell| {
        cell.modifier
            .contains(Modifier::UNDERLINED | Modifier::BOLD)
    }));
}
