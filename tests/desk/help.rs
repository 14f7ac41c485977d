use super::bench::{Bench, Room};
use liangdian::wording::Lang;

/// Everything help shows, page after page.
fn pages(bench: &mut Bench) -> String {
    let mut seen = bench.screen();
    for _ in 0..12 {
        seen.push_str(&bench.keys("space").screen());
    }
    seen
}

#[test]
fn help_says_what_is_below_and_ends_with_its_last_row() {
    let room = Room::new();
    let mut bench = room.open();
    bench.resize(60, 18).keys("?").shows("下面还有");
    pages(&mut bench);
    bench.shows_not("下面还有");
    bench.shows("重新读取磁盘上的稿件");
}

#[test]
fn nothing_in_help_is_cut_and_a_sentence_stands_once() {
    let room = Room::new();
    room.draft("a", "b", "甲稿", "").commit();
    for lang in [Lang::Zh, Lang::En] {
        let mut bench = room.open();
        bench.state.lang = lang;
        for keys in ["?", "esc enter f1", "esc f2 f1", "esc esc esc i f1"] {
            let seen = pages(bench.resize(60, 18).keys(keys));
            assert!(!seen.contains(".."), "{seen}");
            bench.resize(100, 60);
            let whole = bench.screen();
            assert!(whole.matches(" Shift-Left").count() <= 1, "{whole}");
        }
        bench.keys("esc esc");
    }
}

#[test]
fn all_keys_that_select_stand_together() {
    let room = Room::new();
    room.draft("a", "b", "甲稿", "").commit();
    let mut bench = room.open();
    bench.resize(100, 60).keys("enter f1");
    let screen = bench.screen();
    assert_eq!(screen.matches("选取文字").count(), 1, "{screen}");
    for key in [
        "Shift-Left",
        "Shift-Right",
        "Shift-Up",
        "Shift-Down",
        "Shift-Home",
        "Shift-End",
    ] {
        assert!(screen.contains(key), "{key} {screen}");
    }
}
