use std::fs;

use liangdian::runtime::newsroom::Desk;
use liangdian::store::Newsroom;

use super::bench::{Bench, Room};

const STAGES: &str = "[review]\nstages = [\"初审\", \"复审\", \"终审\"]\n";

fn room(settings: &str) -> Room {
    let room = Room::new();
    room.file("newsroom.toml", settings)
        .draft("a", "b", "甲稿", "")
        .draft("b", "d", "乙稿", "")
        .commit();
    room
}

/// The desk of another editor on the same folder.
fn desk_of(room: &Room, name: &str) -> Bench {
    room.git(&["config", "user.name", name]);
    room.open()
}

fn draft(room: &Room) -> String {
    room.read("drafts/2026-04/a.toml")
}

#[test]
fn three_people_sign_and_the_issue_says_who() {
    let room = room(STAGES);
    for (name, next) in [("周明", "待复审"), ("白杨", "待终审"), ("方圆", "可发")] {
        let mut bench = desk_of(&room, name);
        bench.keys("v").settle().shows("下一步");
        bench.keys("s").type_text("同意").keys("enter").settle();
        bench.shows("已签");
        bench.keys("esc").shows(next);
    }
    let log = room.git(&["log", "--format=%an %s"]);
    assert!(
        log.starts_with("方圆 终审签发：甲稿\n白杨 复审签发：甲稿\n周明 初审签发：甲稿\n"),
        "{log}"
    );
    let mut bench = desk_of(&room, "周明");
    bench.keys("a").wait_for("第1期组好了");
    let txt = room.read("issues/0001/亮点工作系列报道-第1期.txt");
    assert!(
        txt.ends_with("初审：周明　复审：白杨　终审：方圆\n"),
        "{txt}"
    );
    // Whatever the settings say later, the issue prints the same.
    room.file("newsroom.toml", "");
    let desk = Desk::new(Newsroom::open(room.path()).unwrap());
    assert!(desk.verify(1).unwrap().is_empty());
    let record = room.read("issues/0001/issue.toml");
    assert!(
        record.contains("[[item.review]]\nstage = \"初审\"\nby = \"周明\"\nat = "),
        "{record}"
    );
}

#[test]
fn nobody_signs_twice_but_in_a_rush_that_is_recorded() {
    let room = room(STAGES);
    let mut bench = room.open();
    bench
        .keys("v")
        .settle()
        .keys("s enter")
        .settle()
        .shows("周明");
    bench
        .keys("s")
        .shows("您已签过《甲稿》的初审，复审须换一人签");
    bench.keys("o enter").shows("要写明理由");
    bench.type_text("防汛快讯").keys("enter").settle();
    bench.shows("急签：防汛快讯");
    bench.shows("下一步：终审");
    assert!(draft(&room).contains("rush = \"防汛快讯\""));
}

#[test]
fn a_stage_is_signed_by_whom_the_newsroom_names() {
    let settings = format!("{STAGES}signers = {{ \"初审\" = [\"白杨\"] }}\n");
    let room = room(&settings);
    let mut bench = room.open();
    bench.keys("v").settle().shows("由白杨签");
    bench.keys("s").shows("《甲稿》的初审由白杨签");
    assert!(!draft(&room).contains("[[review]]"));
}

#[test]
fn a_returned_draft_goes_back_with_the_opinion() {
    let room = room(STAGES);
    let mut bench = room.open();
    bench.keys("v").settle().keys("r enter").shows("要写明意见");
    bench.type_text("核实人数").keys("enter").settle();
    bench.shows("已退回");
    bench.shows("意见：核实人数");
    bench.shows("待编");
    assert!(draft(&room).contains("verdict = \"returned\""));
    assert!(draft(&room).contains("status = \"draft\""));
    bench.keys("esc s v").settle().keys("s enter").settle();
    bench.shows("有效");
}

#[test]
fn a_later_change_voids_the_signature_and_is_shown_by_character() {
    let room = room(STAGES);
    let mut bench = room.open();
    bench
        .keys("v")
        .settle()
        .keys("s enter")
        .settle()
        .shows("有效");
    bench.keys("enter").type_text("今天").keys("esc").settle();
    bench.shows("待初审");
    bench.keys("v").settle().shows("已失效");
    bench.shows("周明签后的改动");
    bench.shows("{+今天+}甲稿的第一段。");
    bench.shows("增2字，删0字");
    // From the story the review opens on what was just typed.
    bench
        .keys("esc enter")
        .type_text("下午")
        .keys("alt-v")
        .settle();
    bench.shows("{+下午今天+}甲稿");
    bench.keys("s enter").settle().shows("有效");
    bench.shows("没有改动");
}

#[test]
fn what_was_signed_is_what_was_seen() {
    let room = room(STAGES);
    let mut bench = room.open();
    bench.keys("v").settle();
    let changed = draft(&room).replace("第二段", "第三段");
    fs::write(room.path().join("drafts/2026-04/a.toml"), changed).unwrap();
    bench.keys("s enter").settle().shows("刚被改过，没有签");
    assert!(!draft(&room).contains("[[review]]"));
    bench.shows("[-二-]{+三+}");
}

#[test]
fn the_queue_shows_what_waits_for_me() {
    let room = room(STAGES);
    let mut bench = room.open();
    bench.shows("等我审 2");
    bench.keys("v").settle().keys("s enter").settle();
    bench.keys("esc").shows("等我审 1");
    bench.keys("f").shows("乙稿");
    bench.shows_not("甲稿");
    let other = desk_of(&room, "白杨");
    other.shows("等我审 2");
}

#[test]
fn proof_passes_are_asked_for_and_recorded() {
    let room = room("[review]\npasses = 2\n");
    let mut bench = room.open();
    bench.keys("a").wait_for("还不能组版").shows("校次不够");
    bench.keys("enter").settle().shows("一校 未校");
    bench.shows("下一步：一校");
    bench.keys("p").settle().shows("一校 周明");
    bench.shows("下一步：二校");
    bench.keys("p").settle().shows("二校 周明");
    assert!(draft(&room).contains("[[proof]]\npass = 1\nby = \"周明\"\nat = "));
    bench.keys("p").settle().shows("校次已满");
}

#[test]
fn two_states_are_compared_inline_and_side_by_side() {
    let room = room("");
    let mut bench = room.open();
    bench.keys("enter").type_text("今天").keys("f12").settle();
    bench.shows("上次提交");
    bench.shows("屏幕上");
    bench.shows("{+今天+}甲稿的第一段。");
    bench.keys("s").shows("甲稿的第一段。");
    bench.keys("f").shows("磁盘上");
    bench
        .keys("esc esc")
        .settle()
        .keys("d")
        .settle()
        .shows("两稿相同");
    bench.keys("f").shows("磁盘上");
    bench.keys("f").shows("收稿时");
    bench.shows("{+今天+}");
}

#[test]
fn a_remark_follows_its_passage_and_is_answered_and_closed() {
    let room = room("");
    let mut bench = room.open();
    bench.keys("enter shift-right shift-right shift-right shift-right shift-right shift-right f5");
    bench.shows("甲稿的第一段");
    bench.type_text("请核实").keys("enter").settle();
    bench.shows("*     甲稿的第一段");
    bench.shows("注1");
    assert!(draft(&room).contains("about = \"甲稿的第一段\"\ntext = \"请核实\""));
    // The passage changes around it and in it.
    bench
        .keys("home")
        .type_text("今天，")
        .keys("right right")
        .type_text("子")
        .keys("f5");
    bench.shows("原文：甲稿的第一段");
    bench.keys("a").type_text("已核实").keys("enter").settle();
    bench.shows("周明：已核实");
    bench.keys("enter");
    assert_eq!(bench.chosen(), "甲稿子的第一段");
    bench.keys("esc").settle().shows("注1");
    bench.keys("m c").settle().shows("已结");
    bench.keys("esc").shows_not("注1");
    assert!(draft(&room).contains("text = \"请核实\\n周明：已核实\"\nclosed = 20"));
    assert!(draft(&room).contains("今天，甲稿子的第一段。"));
}

#[test]
fn a_remark_on_words_that_are_gone_says_so() {
    let room = room("");
    room.file(
        "drafts/2026-04/a.toml",
        &format!(
            "{}\n[[note]]\nby = \"白杨\"\nabout = \"渠水清清流进麦田\"\ntext = \"哪一天？\"\n",
            draft(&room)
        ),
    );
    let mut bench = room.open();
    bench.shows("注1");
    bench.keys("m").shows("原文已改没了：渠水清清流进麦田");
}

#[test]
fn the_first_remark_is_on_the_sentence_under_the_caret() {
    let room = room("");
    let mut bench = room.open();
    bench.keys("enter f5").shows("甲稿的第一段。");
    bench.type_text("核实").keys("enter").settle();
    bench.keys("f5").shows("原文：甲稿的第一段。");
    bench.keys("n esc esc").shows("改稿");
}
