use super::bench::Room;

fn two() -> Room {
    let room = Room::new();
    room.draft("a", "b", "甲稿", "").draft("b", "d", "乙稿", "");
    let second = room.read("drafts/2026-04/b.toml").replace(
        "correspondents = []",
        "correspondents = [{ name = \"何雨\", unit = \"柳林社区\" }]",
    );
    room.file("drafts/2026-04/b.toml", &second).commit();
    room
}

#[test]
fn a_name_is_completed_from_pinyin_initials_with_its_unit() {
    let room = two();
    let mut bench = room.open();
    bench.keys("b").shows("印出来是");
    bench.keys("down").type_text("hy").shows("何雨(柳林社区)");
    bench.keys("enter").shows("（记者 林一舟 通讯员 何雨）");
    bench.keys("esc").wait_for("组版");
    bench.leave();
    let text = room.read("drafts/2026-04/a.toml");
    assert!(
        text.contains("correspondents = [{ name = \"何雨\", unit = \"柳林社区\" }]"),
        "{text}"
    );
    assert_eq!(
        room.git(&["diff", "--numstat", "HEAD~1", "HEAD"]),
        "1\t1\tdrafts/2026-04/a.toml\n"
    );
}

#[test]
fn an_offer_is_taken_by_its_digit_with_an_input_method_left_on() {
    let room = two();
    let mut bench = room.open();
    bench.keys("b down").type_text("hy").shows("何雨(柳林社区)");
    bench.type_text("１").shows("（记者 林一舟 通讯员 何雨）");
}

#[test]
fn a_pasted_byline_fills_the_rows() {
    let room = two();
    let mut bench = room.open();
    bench
        .keys("b")
        .paste("（记者 林一舟 通讯员 方圆 摄影 白杨）");
    bench.shows("已识别署名，新增2人");
    bench.shows("（记者 林一舟 通讯员 方圆 摄影 白杨）");
}

#[test]
fn a_byline_typed_into_one_field_is_understood_on_enter() {
    let room = two();
    let mut bench = room.open();
    bench.keys("b").type_text("（见习记者 方圆）").keys("enter");
    bench.shows("（记者 林一舟 见习记者 方圆）");
}

#[test]
fn people_are_removed_and_moved() {
    let room = two();
    let mut bench = room.open();
    bench
        .keys("b")
        .type_text("方圆")
        .keys("alt-up")
        .shows("（记者 方圆 林一舟）");
    bench.keys("ctrl-d").shows("（记者 林一舟）");
}

#[test]
fn the_byline_of_an_open_story_keeps_its_unsaved_text() {
    let room = two();
    let mut bench = room.open();
    bench
        .keys("enter")
        .type_text("还没存。")
        .keys("f2")
        .type_text("方圆")
        .keys("esc");
    bench.shows("（记者 林一舟 方圆）");
    bench.shows("还没存。甲稿");
    bench.keys("esc").wait_for("还没存");
    bench.leave();
    let text = room.read("drafts/2026-04/a.toml");
    assert!(
        text.contains("[\"林一舟\", \"方圆\"]") && text.contains("还没存。甲稿"),
        "{text}"
    );
}

#[test]
fn the_clipboard_goes_along_from_screen_to_screen() {
    let room = two();
    let mut bench = room.open();
    bench.keys("b up shift-left ctrl-c esc / ctrl-v");
    bench.shows("查找： 舟");
    bench.keys("esc i ctrl-v").shows("舟");
    bench.keys("esc enter").type_text("（记者 方圆）");
    bench.keys("shift-home ctrl-x f2 ctrl-v");
    bench.shows("（记者 林一舟 方圆）");
}

#[test]
fn every_change_is_taken_back_and_done_again() {
    let room = two();
    let mut bench = room.open();
    bench.keys("b ctrl-z").shows("没有可以撤销的操作");
    bench.keys("ctrl-y").shows("没有可以重做的操作");
    bench.type_text("方圆").shows("（记者 林一舟 方圆）");
    bench.keys("alt-up").shows("（记者 方圆 林一舟）");
    bench.keys("ctrl-d").shows("（记者 林一舟）");
    bench.paste("（通讯员 何雨 摄影 白杨）");
    bench.shows("（记者 林一舟 通讯员 何雨 摄影 白杨）");
    let steps = [
        "（记者 林一舟 通讯员 何雨 摄影 白杨）",
        "（记者 林一舟）",
        "（记者 方圆 林一舟）",
        "（记者 林一舟 方圆）",
        "（记者 林一舟）",
    ];
    for step in &steps[1..] {
        bench.keys("ctrl-z").shows(step);
    }
    bench.shows_not("方圆");
    for step in steps[..4].iter().rev() {
        bench.keys("ctrl-y").shows(step);
    }
    bench.keys("ctrl-y").shows("没有可以重做的操作");
}

#[test]
fn a_taken_name_is_given_back_as_it_was_typed() {
    let room = two();
    let mut bench = room.open();
    bench.keys("b down").type_text("hy").keys("enter");
    bench.shows("（记者 林一舟 通讯员 何雨）");
    let (_, caret) = bench.drawn();
    bench.keys("up ctrl-z").shows("通讯员 hy");
    assert_eq!(
        bench.drawn().1.unwrap().1,
        caret.unwrap().1,
        "the caret is back too"
    );
    bench.type_text("y").shows("通讯员 hyy");
    bench.keys("ctrl-z ctrl-z").shows("（记者 林一舟）");
    bench
        .type_text("hy")
        .keys("tab ctrl-z esc")
        .wait_for("组版");
    bench.shows("通讯员 hy");
}

#[test]
fn a_selection_typed_over_is_one_step() {
    let room = two();
    let mut bench = room.open();
    bench
        .keys("b up ctrl-a")
        .type_text("方圆")
        .shows("（记者 方圆）");
    bench.keys("ctrl-z").shows("（记者 林一舟）");
}

#[test]
fn unfinished_pinyin_becomes_the_chosen_name_however_the_field_is_left() {
    for key in ["tab", "backtab", "enter", "up", "down", "ctrl-s", "esc"] {
        let room = two();
        let mut bench = room.open();
        bench.keys("b down").type_text("hy").keys(key).settle();
        bench.shows("（记者 林一舟 通讯员 何雨）");
        bench.leave();
        assert!(room.read("drafts/2026-04/a.toml").contains("何雨"), "{key}");
    }
    let room = two();
    let mut bench = room.open();
    bench.keys("b down").type_text("ｈｙ");
    bench.leave();
    let text = room.read("drafts/2026-04/a.toml");
    assert!(text.contains("何雨") && !text.contains("ｈｙ"), "{text}");
}

#[test]
fn a_name_in_latin_letters_that_nobody_else_has_stays() {
    let room = two();
    let mut bench = room.open();
    bench.keys("b").type_text("Quinn").keys("tab");
    bench.shows("（记者 林一舟 Quinn）");
}

#[test]
fn a_byline_that_brings_nobody_new_says_so() {
    let room = two();
    let mut bench = room.open();
    bench.keys("b").shows("单位只留作统计，不印出来");
    bench
        .paste("（记者 林一舟）")
        .shows("1人都已在列，没有新增");
    bench.type_text("（记者 林一舟 方圆）").keys("enter");
    bench.shows("已识别署名，新增1人");
}
