use ratatui::style::Color;

use super::bench::Room;

fn three() -> Room {
    let room = Room::new();
    room.draft("a", "b", "甲稿", "")
        .draft("b", "d", "乙稿", "")
        .draft("c", "f", "丙稿", "")
        .commit();
    room
}

/// The headlines in the order of the screen.
fn order(screen: &str) -> Vec<&'static str> {
    let mut found: Vec<(usize, &str)> = ["甲稿", "乙稿", "丙稿"]
        .into_iter()
        .filter_map(|name| Some((screen.find(name)?, name)))
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, name)| name).collect()
}

#[test]
fn the_queue_shows_drafts_in_order_with_a_preview() {
    let bench = three().open();
    assert_eq!(order(&bench.screen()), ["甲稿", "乙稿", "丙稿"]);
    bench.shows("可发 3");
    bench.shows("甲稿的第一段。");
    bench.shows("（记者 林一舟）");
}

#[test]
fn a_move_changes_one_line_of_one_file_and_can_be_undone() {
    let room = three();
    let mut bench = room.open();
    bench.keys("]").settle();
    assert_eq!(order(&bench.screen()), ["乙稿", "甲稿", "丙稿"]);
    assert_eq!(
        room.git(&["diff", "--numstat"]),
        "1\t1\tdrafts/2026-04/a.toml\n"
    );
    bench.keys("u").settle();
    assert_eq!(order(&bench.screen()), ["甲稿", "乙稿", "丙稿"]);
    assert_eq!(room.git(&["diff", "--numstat"]), "");
}

#[test]
fn quick_moves_all_arrive() {
    let room = three();
    let mut bench = room.open();
    bench.keys("] ] [ ]");
    bench.settle();
    assert_eq!(order(&bench.screen()), ["乙稿", "丙稿", "甲稿"]);
    let mut again = room.open();
    assert_eq!(order(&again.screen()), ["乙稿", "丙稿", "甲稿"]);
    again.leave();
}

#[test]
fn drafts_are_held_spiked_and_restored() {
    let room = three();
    let mut bench = room.open();
    bench.keys("h").wait_for("缓发 1");
    bench.settle();
    assert!(
        room.read("drafts/2026-04/a.toml")
            .contains("status = \"held\"")
    );
    bench.keys("h").wait_for("可发 3");
    bench.keys("x").wait_for("撤稿 1");
    bench.keys("u").wait_for("可发 3");
    bench.leave();
    assert!(
        room.read("drafts/2026-04/a.toml")
            .contains("status = \"submitted\"")
    );
}

#[test]
fn the_queue_is_filtered_by_stage_and_by_words_or_pinyin() {
    let room = three();
    let mut bench = room.open();
    bench.keys("down h").wait_for("缓发 1");
    bench.keys("f f").shows_not("甲稿");
    bench.shows("显示1篇，共3篇");
    bench.keys("esc / ").type_text("bg");
    bench.shows("丙稿");
    bench.shows_not("甲稿");
    bench.keys("esc").shows("甲稿");
}

#[test]
fn commands_work_with_an_input_method_left_on() {
    let room = three();
    let mut bench = room.open();
    bench.keys("？").shows("一键组版");
    bench.keys("esc").type_text("ｈ").wait_for("缓发 1");
}

#[test]
fn a_new_draft_opens_and_is_kept() {
    let room = three();
    let mut bench = room.open();
    bench.keys("n").wait_for("20260410-draft");
    bench
        .type_text("刚写的一段。")
        .keys("esc")
        .wait_for("刚写的一段");
    bench.leave();
    let bench = room.open();
    bench.shows("刚写的一段。");
    assert!(room.git(&["log", "--format=%s", "-1"]).contains("改稿"));
}

#[test]
fn every_screen_fits_the_smallest_window_and_says_so_below_it() {
    let room = three();
    let mut bench = room.open();
    bench.resize(60, 18).shows("甲稿");
    bench.resize(59, 18).shows("至少需要60列18行");
    bench.resize(1, 1);
    let _ = bench.screen();
}

#[test]
fn escape_and_the_next_key_in_one_packet_are_two_keys() {
    let room = three();
    let mut bench = room.open();
    bench.keys("enter").shows("改稿  a");
    bench.keys("alt-h").settle();
    bench.shows("缓发 1");
}

#[test]
fn printed_and_spiked_drafts_leave_the_days_work_and_stay_as_printed() {
    let room = three();
    let mut bench = room.open();
    bench.keys("x").wait_for("撤稿 1").shows("在编 2");
    bench.keys("a").wait_for("第1期组好了").keys("esc").settle();
    bench.shows("已刊 2");
    bench.shows("这里没有稿件");
    bench.keys("f f").shows("乙稿");
    for key in ["s", "h", "x", "]", "["] {
        bench.keys(key).settle();
        bench.shows("已刊在第1期");
    }
    assert_eq!(
        room.git(&["status", "--porcelain", "drafts/2026-04/b.toml"]),
        ""
    );
}

#[test]
fn a_new_draft_left_without_a_word_is_forgotten() {
    let room = three();
    let mut bench = room.open();
    bench
        .keys("n")
        .wait_for("20260410-draft")
        .keys("esc")
        .settle();
    bench.shows("在编 3");
    bench.leave();
    assert_eq!(room.git(&["status", "--porcelain"]), "");
}

#[test]
fn full_width_letters_and_digits_find_as_half_width_ones_do() {
    let room = three();
    room.draft("fcx-2026", "h", "赴春县5G进村", "").commit();
    let mut bench = room.open();
    for words in [
        "／ｆｃｘ",
        "／５ｇ",
        "／５Ｇ进村的第一段",
        "／ｆｃｘ-２０２６",
    ] {
        bench.type_text(words).shows("显示1篇，共4篇");
        bench.keys("esc");
    }
}

/// A newsroom with a draft of a long text, one printed and changed since, one with both kinds of
/// faults.
fn printed_and_changed() -> (Room, super::bench::Bench) {
    let room = three();
    let mut bench = room.open();
    bench.keys("down h down h").settle();
    bench.keys("a").wait_for("第1期组好了").wait_for("编入");
    bench.keys("esc");
    let later = room
        .read("drafts/2026-04/a.toml")
        .replace("甲稿的第一段。", "刊后又改。");
    room.file("drafts/2026-04/a.toml", &later);
    let long = "一二三四五六七八九十".repeat(1234) + "一二三四五";
    let body = room
        .read("drafts/2026-04/b.toml")
        .replace("乙稿的第一段。\n\n第二段写得长一些，好看看换行。", &long);
    room.file("drafts/2026-04/b.toml", &body);
    let bare = room
        .read("drafts/2026-04/c.toml")
        .replace("headline = \"丙稿\"", "headline = \"\"")
        .replace("rank = \"f\"", "rank = \"d\"");
    room.file("drafts/2026-04/c.toml", &bare);
    bench.keys("r").settle();
    bench.shows("刊后改动 1");
    (room, bench)
}

#[test]
fn stage_count_and_faults_are_whole_at_any_width() {
    let (_room, mut bench) = printed_and_changed();
    for width in [60, 71, 72, 80, 95, 100, 120, 200] {
        let screen = bench.resize(width, 24).screen();
        let row = |text: &str| {
            let line = screen.lines().skip(3).find(|line| line.contains(text));
            line.unwrap_or_else(|| panic!("{text} {screen}")).to_owned()
        };
        assert!(row("甲稿").contains("刊后改动"), "{screen}");
        assert!(row("乙稿").contains(" 12345"), "{screen}");
        assert!(row("丙稿的").ends_with("2处"), "{screen}");
        assert!(screen.lines().nth(2).unwrap().ends_with("差错"), "{screen}");
    }
}

#[test]
fn only_faults_that_block_are_red() {
    let (_room, mut bench) = printed_and_changed();
    bench.resize(80, 24).keys("end");
    let red = Color::Red;
    assert_eq!(bench.colour_of("缺标题"), red);
    assert_eq!(bench.colour_of("排序相同"), Color::Yellow);
    assert_eq!(bench.colour_of("1处"), Color::Yellow);
    bench.keys("home");
    assert_eq!(bench.colour_of("2处"), red);
}

#[test]
fn a_narrow_queue_shows_the_place_where_the_headline_leaves_room() {
    let room = three();
    let placed = room
        .read("drafts/2026-04/a.toml")
        .replace("place = \"\"", "place = \"柳林社区\"");
    room.file("drafts/2026-04/a.toml", &placed);
    let mut bench = room.open();
    bench.resize(60, 18).shows("甲稿  柳林社区");
}

#[test]
fn stages_are_whole_in_english_too() {
    let (_room, mut bench) = printed_and_changed();
    bench.state.lang = liangdian::wording::Lang::En;
    bench.resize(60, 18).shows("changed  story");
    bench.shows("faults\n");
}
