use super::bench::{Bench, Room};

#[test]
fn a_broken_file_hides_no_good_draft_and_is_left_alone() {
    let room = Room::new();
    let broken = "schema = 1\nheadline = \"没有收尾\nkind = 3\n";
    room.draft("a", "b", "甲稿", "")
        .file("drafts/2026-04/bad.toml", broken)
        .commit();
    std::fs::write(
        room.path().join("drafts/2026-04/photo.toml"),
        [0xff, 0xd8, 0xff, 0x00],
    )
    .unwrap();
    let mut bench = room.open();
    bench.shows("甲稿");
    bench.shows("有2个文件读不了");
    bench.keys("p").shows("drafts/2026-04/bad.toml:2");
    bench.shows("drafts/2026-04/photo.toml");
    bench
        .keys("esc a")
        .wait_for("第1期组好了")
        .shows("读不了的文件（2个）");
    assert_eq!(room.read("drafts/2026-04/bad.toml"), broken);
}

#[test]
fn two_drafts_of_one_rank_are_told_and_parted_by_a_move() {
    let room = Room::new();
    room.draft("a", "b", "甲稿", "")
        .draft("b", "b", "乙稿", "")
        .commit();
    let mut bench = room.open();
    bench.shows("与相邻的一篇排序相同");
    bench.keys("]").settle();
    bench.settle();
    bench.shows_not("与相邻的一篇排序相同");
}

#[test]
fn an_empty_folder_explains_itself_and_becomes_a_newsroom() {
    let dir = tempfile::TempDir::new().unwrap();
    let mut bench = Bench::open(dir.path().to_owned(), (80, 24));
    bench.shows("欢迎使用亮点");
    bench.keys("enter").wait_for("按i收稿");
    assert!(dir.path().join("drafts").is_dir());
    assert!(dir.path().join(".git").is_dir());
}

#[test]
fn what_a_draft_holds_never_acts_on_the_terminal() {
    let room = Room::new();
    room.draft("a", "b", "甲\\u001b[31m稿\\u202e", "").commit();
    let bench = room.open();
    let screen = bench.screen();
    assert!(!screen.contains('\u{1b}') && !screen.contains('\u{202e}'));
    bench.shows("甲");
}

#[test]
fn a_file_that_cannot_be_written_keeps_the_text_on_the_screen() {
    let room = Room::new();
    room.draft("a", "b", "甲稿", "").commit();
    let mut bench = room.open();
    bench.keys("enter").type_text("写了很多。");
    // A folder in the place of the file: no rights to get around, even for root.
    let path = room.path().join("drafts/2026-04/a.toml");
    std::fs::remove_file(&path).unwrap();
    std::fs::create_dir(&path).unwrap();
    bench.keys("esc").settle();
    bench.shows("没有存进编辑部");
    bench.shows("写了很多。");
    std::fs::remove_dir(&path).unwrap();
    bench.keys("ctrl-s").settle();
    bench.leave();
    assert!(room.read("drafts/2026-04/a.toml").contains("写了很多。"));
}

#[test]
fn text_that_cannot_be_saved_is_kept_elsewhere_and_the_screen_can_be_left() {
    let room = Room::new();
    room.draft("a", "b", "甲稿", "").commit();
    let mut bench = room.open();
    bench.keys("enter").type_text("写了很多。");
    let path = room.path().join("drafts/2026-04/a.toml");
    std::fs::remove_file(&path).unwrap();
    std::fs::create_dir(&path).unwrap();
    bench.keys("esc").settle();
    bench.shows("没有存进编辑部");
    bench.keys("esc").settle();
    bench.shows("可发");
    bench.shows_not("改稿  a");
    let kept = std::fs::read_dir(room.path().join(".liangdian/rescued"))
        .unwrap()
        .next()
        .unwrap();
    let text = std::fs::read_to_string(kept.unwrap().path()).unwrap();
    assert!(text.contains("写了很多。甲稿的第一段。"), "{text}");
}

#[test]
fn a_long_notice_is_read_to_its_end() {
    let room = Room::new();
    room.draft("a", "b", "甲稿", "").commit();
    let mut bench = room.open();
    bench.resize(60, 18).keys("enter").type_text("我写的。");
    let file = room
        .read("drafts/2026-04/a.toml")
        .replace("甲稿的第一段。", "他写的第一段。");
    room.file("drafts/2026-04/a.toml", &file);
    bench.keys("ctrl-s").wait_for("被别人改过");
    bench.shows("另存为新稿");
    bench.keys("left").shows_not("被别人改过");
}
