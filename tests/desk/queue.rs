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
