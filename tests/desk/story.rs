use super::bench::{Bench, Room};

fn one() -> Room {
    let room = Room::new();
    room.draft("a", "b", "甲稿", "house_code = \"K-7\"  # kept by the desk")
        .commit();
    room
}

#[test]
fn one_changed_field_changes_one_line_and_keeps_what_is_not_known() {
    let room = one();
    let mut bench = room.open();
    bench.keys("enter").shows("改稿");
    bench
        .keys("backtab backtab backtab end")
        .type_text("！")
        .shows("未保存");
    bench.keys("ctrl-s").wait_for("已保存");
    bench.settle();
    let diff = room.git(&["diff", "-U0", "--", "drafts"]);
    assert!(diff.contains("+headline = \"甲稿！\""), "{diff}");
    assert_eq!(
        room.git(&["diff", "--numstat"]),
        "1\t1\tdrafts/2026-04/a.toml\n"
    );
    assert!(
        room.read("drafts/2026-04/a.toml")
            .contains("house_code = \"K-7\"  # kept by the desk")
    );
}

#[test]
fn text_is_saved_on_leaving_and_committed_under_the_editors_name() {
    let room = one();
    let mut bench = room.open();
    bench
        .keys("enter")
        .type_text("先写一句。")
        .keys("esc")
        .wait_for("先写一句");
    bench.leave();
    assert!(
        room.read("drafts/2026-04/a.toml")
            .contains("先写一句。甲稿的第一段。")
    );
    assert_eq!(room.git(&["log", "--format=%an", "-1"]), "周明\n");
    assert_eq!(room.git(&["status", "--porcelain"]), "");
}

#[test]
fn the_caret_stands_where_the_next_character_goes() {
    let room = one();
    let mut bench = room.open();
    bench.keys("enter");
    assert_eq!(bench.under_caret(), Some('甲'));
    bench.keys("right right");
    assert_eq!(bench.under_caret(), Some('的'));
    bench.keys("down");
    assert_eq!(
        bench.under_caret(),
        Some('段'),
        "the same column, one row down"
    );
    bench.keys("backtab");
    assert_eq!(
        bench.screen().lines().nth(5).unwrap().chars().nth(2),
        Some('日')
    );
    let (_, caret) = bench.drawn();
    assert_eq!(caret.unwrap().1, 5, "the caret is in the date field");
}

#[test]
fn undo_and_redo_bring_back_what_was_typed() {
    let room = one();
    let mut bench = room.open();
    bench
        .keys("enter")
        .type_text("新的一句。")
        .shows("新的一句。甲稿");
    bench.keys("ctrl-z").shows_not("新的一句");
    bench.keys("ctrl-y").shows("新的一句。甲稿");
}

#[test]
fn enter_makes_a_paragraph_and_the_count_follows() {
    let room = one();
    let mut bench = room.open();
    bench.keys("enter").shows("第1段，共2段");
    bench.type_text("头一段\n").shows("第2段，共3段");
    bench.keys("esc").wait_for("组版");
    bench.leave();
    assert!(
        room.read("drafts/2026-04/a.toml")
            .contains("头一段\n\n甲稿的第一段。")
    );
}

#[test]
fn pasted_text_of_any_line_ends_becomes_paragraphs() {
    let room = one();
    let mut bench = room.open();
    bench
        .keys("enter")
        .paste("　　第一\r第二\r\n\r\n第三\n")
        .shows("共4段");
    bench.keys("ctrl-z").shows("共2段");
}

#[test]
fn a_date_that_is_none_is_told_and_nothing_is_lost() {
    let room = one();
    let mut bench = room.open();
    bench
        .keys("enter backtab ctrl-a")
        .type_text("2026-02-31")
        .keys("esc");
    bench.shows("日期要写成");
    bench.keys("ctrl-u");
    for _ in 0..12 {
        bench.keys("backspace");
    }
    bench.type_text("2026-02-28").keys("esc").wait_for("组版");
    bench.leave();
    assert!(
        room.read("drafts/2026-04/a.toml")
            .contains("date = 2026-02-28")
    );
}

#[test]
fn the_kind_is_changed_with_space() {
    let room = one();
    let mut bench = room.open();
    bench.keys("enter tab space").shows("简讯");
    bench.keys("space").shows("开栏语");
    bench.keys("space").shows("编者按");
    bench.keys("space space").shows("简讯");
    bench.keys("esc").wait_for("组版");
    bench.leave();
    assert!(
        room.read("drafts/2026-04/a.toml")
            .contains("kind = \"brief\"")
    );
}

#[test]
fn another_editors_change_to_another_field_is_kept() {
    let room = one();
    let mut bench = room.open();
    bench.keys("enter").type_text("我写的。");
    let file = room
        .read("drafts/2026-04/a.toml")
        .replace("headline = \"甲稿\"", "headline = \"他改的标题\"");
    room.file("drafts/2026-04/a.toml", &file);
    bench.keys("esc").wait_for("他改的标题");
    bench.leave();
    let text = room.read("drafts/2026-04/a.toml");
    assert!(
        text.contains("他改的标题") && text.contains("我写的。甲稿"),
        "{text}"
    );
}

#[test]
fn two_changes_of_one_field_are_both_kept() {
    let room = one();
    let mut bench = room.open();
    bench.keys("enter").type_text("我写的。");
    let file = room
        .read("drafts/2026-04/a.toml")
        .replace("甲稿的第一段。", "他写的第一段。");
    room.file("drafts/2026-04/a.toml", &file);
    bench.keys("esc").wait_for("被别人改过");
    bench.shows("我写的。");
    bench.keys("ctrl-s").wait_for("另存为");
    bench.leave();
    assert!(
        room.read("drafts/2026-04/a.toml")
            .contains("我写的。甲稿的第一段。")
    );
    assert!(
        room.read("drafts/2026-04/a-2.toml")
            .contains("他写的第一段。")
    );
}

#[test]
fn what_was_merged_on_saving_is_not_overwritten_by_the_next_save() {
    let room = one();
    let mut bench = room.open();
    bench
        .keys("enter backtab backtab backtab end")
        .type_text("！");
    let file = room
        .read("drafts/2026-04/a.toml")
        .replace("第二段写得长一些", "他改过的第二段写得长一些");
    room.file("drafts/2026-04/a.toml", &file);
    bench.keys("ctrl-s").settle();
    bench.shows("他改过的第二段");
    bench.shows("别人同时改的");
    bench
        .keys("tab tab tab")
        .type_text("我写的。")
        .keys("ctrl-s")
        .settle();
    bench.leave();
    let text = room.read("drafts/2026-04/a.toml");
    assert!(
        text.contains("他改过的第二段") && text.contains("我写的。甲稿") && text.contains("甲稿！"),
        "{text}"
    );
}

#[test]
fn keys_typed_while_a_save_is_under_way_stay() {
    let room = one();
    let mut bench = room.open();
    bench
        .keys("enter")
        .type_text("一")
        .keys("ctrl-s")
        .type_text("二")
        .keys("ctrl-s")
        .type_text("三");
    bench.settle();
    bench.shows("一二三甲稿");
    bench.shows("未保存");
    bench.leave();
    assert!(room.read("drafts/2026-04/a.toml").contains("一二三甲稿"));
}

#[test]
fn a_selection_in_a_field_is_shown_and_replaced_in_one_step() {
    let room = one();
    let mut bench = room.open();
    bench.keys("enter backtab backtab backtab home shift-right");
    assert_eq!(bench.chosen(), "甲");
    bench.type_text("丙丁").shows("丙丁稿");
    bench.keys("ctrl-z").shows_not("丙丁稿");
    bench.keys("ctrl-a");
    assert_eq!(bench.chosen(), "甲稿");
    bench.keys("tab");
    assert_eq!(bench.chosen(), "", "only where the caret is");
}

#[test]
fn what_is_cut_in_one_field_is_pasted_in_any_other() {
    let room = one();
    let mut bench = room.open();
    bench.keys("enter backtab backtab backtab ctrl-a ctrl-x");
    assert_eq!(bench.copied, ["甲稿"]);
    bench.keys("tab ctrl-v").shows("副题  甲稿");
    bench
        .keys("tab tab ctrl-home ctrl-v")
        .shows("甲稿甲稿的第一段。");
    bench.keys("ctrl-a ctrl-c backtab backtab ctrl-a ctrl-v");
    bench.shows("甲稿甲稿的第一段。　第二段写得长一些，好看看换行。");
    bench.keys("ctrl-c ctrl-c");
    assert_eq!(bench.copied.len(), 2, "nothing selected, nothing copied");
}

#[test]
fn a_long_headline_shows_its_head_and_with_the_caret_where_text_is_hidden() {
    let room = Room::new();
    let long = "一二三四五六七八九十".repeat(5);
    room.draft("a", "b", &long, "").commit();
    let mut bench = room.open();
    bench.resize(60, 18).keys("enter");
    let row = |bench: &Bench| bench.screen().lines().nth(3).unwrap().to_owned();
    let shown = row(&bench);
    assert!(shown.starts_with("  标题  一二三"), "{shown}");
    assert!(shown.ends_with(".."), "{shown}");
    bench.keys("backtab backtab backtab");
    let shown = row(&bench);
    assert!(shown.starts_with("> 标题 <"), "{shown}");
    assert!(shown.ends_with("八九十"), "{shown}");
    bench.keys("home");
    let shown = row(&bench);
    assert!(shown.starts_with("> 标题  一二三"), "{shown}");
    assert!(shown.ends_with('>'), "{shown}");
    assert_eq!(bench.under_caret(), Some('一'));
}

#[test]
fn all_fields_have_a_row_of_their_own_in_the_smallest_window() {
    let room = one();
    let mut bench = room.open();
    bench.resize(60, 18).keys("enter");
    let screen = bench.screen();
    let names = ["体裁", "地点", "标题", "副题", "日期", "署名"];
    for (line, name) in screen.lines().skip(1).zip(names) {
        assert_eq!(line.split_whitespace().next(), Some(name), "{screen}");
    }
    assert!(
        screen.lines().nth(6).unwrap().contains("林一舟"),
        "{screen}"
    );
}

#[test]
fn english_names_of_fields_and_roles_stand_clear_of_what_they_name() {
    let room = one();
    let mut bench = room.open();
    bench.state.lang = liangdian::wording::Lang::En;
    bench.resize(60, 18).keys("enter");
    bench.shows("  headline  甲稿");
    bench.shows("  byline    （记者 林一舟）");
    bench.keys("f2");
    for role in ["reporter", "correspondent", "photographer"] {
        let screen = bench.screen();
        let line = screen.lines().find(|line| line.contains(role)).unwrap();
        assert!(line.split_whitespace().any(|word| word == role), "{screen}");
    }
}
