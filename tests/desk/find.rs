use super::bench::{Bench, Room};

/// A draft with three places of 渠水 and one 刘世平, the caret before the second paragraph.
fn one() -> Room {
    let room = Room::new();
    room.draft("a", "b", "甲稿", "");
    let file = room.read("drafts/2026-04/a.toml");
    let body = "渠水清，渠水甜。\n\n刘世平说：“好。”\n\n## 渠水长\n\n末段。\n";
    let (head, _) = file.split_once("甲稿的第一段。").unwrap();
    room.file("drafts/2026-04/a.toml", &format!("{head}{body}\"\"\"\n"))
        .commit();
    room
}

fn opened(room: &Room) -> Bench {
    let mut bench = room.open();
    bench.keys("enter");
    bench
}

#[test]
fn words_are_found_as_they_are_typed_and_counted() {
    let room = one();
    let mut bench = opened(&room);
    bench.keys("ctrl-f").type_text("渠");
    bench.shows("1/3");
    bench.type_text("水长").shows("1/1");
    assert_eq!(bench.chosen(), "渠水长");
    bench.keys("backspace").shows("1/3");
    assert_eq!(bench.chosen(), "渠水");
    bench.keys("down down").shows("3/3");
    bench.keys("f3").shows("已越过正文一端");
    bench.keys("up").shows("3/3");
    bench.keys("ctrl-g").shows("1/3");
    bench.type_text("井").shows("没有找到");
}

#[test]
fn escape_leads_back_and_enter_stays() {
    let room = one();
    let mut bench = opened(&room);
    bench.keys("ctrl-end").shows("第4段");
    bench.keys("ctrl-f").type_text("好").shows("第2段");
    bench.keys("esc").shows("第4段");
    assert_eq!(bench.chosen(), "");
    bench.keys("backtab ctrl-f").type_text("好").keys("esc");
    assert_eq!(
        bench.drawn().1.unwrap().1,
        5,
        "the caret is in the date again"
    );
    bench.keys("ctrl-f").type_text("好").keys("enter");
    assert_eq!(bench.chosen(), "好");
    bench.type_text("行").shows("“行。”");
    bench.keys("ctrl-home").type_text("好").keys("f3");
    assert_eq!(bench.chosen(), "好");
    bench.keys("ctrl-z").shows("第1段");
}

#[test]
fn pinyin_initials_find_a_name() {
    let room = one();
    let mut bench = opened(&room);
    bench.keys("ctrl-f").type_text("lsp");
    bench.shows("拼音 1/1");
    assert_eq!(bench.chosen(), "刘世平");
    bench.keys("ctrl-r").type_text("李明").shows("查找  刘世平");
    bench.keys("enter").shows("李明说");
    bench.shows("已替换1处");
}

#[test]
fn a_replacement_is_shown_before_it_is_made() {
    let room = one();
    let mut bench = opened(&room);
    bench
        .keys("ctrl-r")
        .type_text("渠水")
        .keys("tab")
        .type_text("河");
    bench.shows("改后  河清，渠水甜。");
    bench.shows("渠水清，渠水甜。");
    bench.keys("enter").shows("改后  河清，河甜。");
    bench.keys("down").shows("改后  河长");
    bench.keys("alt-a").shows("已全部替换，共2处；Ctrl-Z撤销");
    bench.shows("河清，河甜。");
    bench.shows("  河长");
    bench.keys("ctrl-z").shows("河清，渠水甜。");
    bench.keys("ctrl-z").shows("渠水清，渠水甜。");
}

#[test]
fn what_is_selected_is_searched_for() {
    let room = one();
    let mut bench = opened(&room);
    bench.keys("shift-right shift-right ctrl-f").shows("1/3");
    bench.keys("enter f3 f3 f3").shows("已越过正文一端");
    let mut other = opened(&room);
    other.keys("f3").shows("请按Ctrl-F");
}

#[test]
fn the_bar_fits_the_smallest_window_in_both_languages() {
    let room = one();
    for lang in [liangdian::wording::Lang::Zh, liangdian::wording::Lang::En] {
        let mut bench = room.open();
        bench.state.lang = lang;
        bench.resize(60, 18).keys("enter ctrl-r").type_text("渠水");
        bench.shows("1/3");
        let (screen, caret) = bench.drawn();
        let row = screen.lines().nth(caret.unwrap().1.into()).unwrap();
        assert!(row.contains("渠水"), "{screen}");
    }
}

#[test]
fn the_caret_goes_from_fault_to_fault() {
    let room = one();
    let file = room.read("drafts/2026-04/a.toml");
    let file = file
        .replace("deck = \"\"", "deck = \"副\\u200b题\"")
        .replace("末段。", "末\\u202e段。")
        .replace("reporters = [\"林一舟\"]", "reporters = []");
    room.file("drafts/2026-04/a.toml", &file);
    let mut bench = opened(&room);
    let places = [
        ("alt-e", "第3处差错，共3处：正文里有看不见的控制字符"),
        ("alt-e", "第1处差错，共3处：副题里有看不见的控制字符"),
        ("delete alt-e", "第1处差错，共2处：缺署名，按F2修改"),
        ("alt-e", "第2处差错，共2处：正文里"),
        ("alt-e", "第1处差错，共2处：缺署名"),
    ];
    for (keys, said) in places {
        bench.keys(keys).shows(said);
    }
}

#[test]
fn a_draft_without_faults_says_so() {
    let room = one();
    opened(&room).keys("alt-e").shows("没有差错");
}

#[test]
fn copying_is_explained_once() {
    let room = one();
    let mut bench = opened(&room);
    bench.keys("ctrl-a ctrl-c").shows("OSC 52");
    bench.keys("ctrl-c").shows_not("OSC 52");
    assert_eq!(bench.copied.len(), 2);
}
