use ratatui::buffer::CellWidth;

use super::bench::Room;

fn room() -> Room {
    let room = Room::new();
    room.draft("a", "b", "甲稿", "")
        .draft("b", "d", "乙稿", "")
        .commit();
    room
}

#[test]
fn one_key_makes_the_issue_and_commits_exactly_its_folder() {
    let room = room();
    room.file("notes.txt", "staged by somebody else");
    room.git(&["add", "notes.txt"]);
    let mut bench = room.open();
    bench.keys("a").wait_for("第1期组好了").shows("已提交到git");
    bench.shows("编入（2篇）");
    let paths = room.git(&[
        "-c",
        "core.quotepath=off",
        "show",
        "--name-only",
        "--format=%an",
        "HEAD",
    ]);
    let mut lines = paths.lines();
    assert_eq!(lines.next(), Some("周明"));
    let files: Vec<&str> = lines.filter(|l| !l.is_empty()).collect();
    assert!(
        files.iter().all(|f| f.starts_with("issues/0001/")),
        "{files:?}"
    );
    assert_eq!(files.len(), 5, "{files:?}");
    assert_eq!(room.git(&["status", "--porcelain"]), "A  notes.txt\n");
    assert!(
        room.read("issues/0001/亮点工作系列报道-第1期.txt")
            .contains("甲稿")
    );
}

#[test]
fn an_issue_is_taken_back_with_one_key() {
    let room = room();
    let mut bench = room.open();
    bench.keys("a").wait_for("第1期组好了").wait_for("编入");
    bench.keys("u").wait_for("已撤回第1期").wait_for("可发 2");
    assert!(!room.path().join("issues/0001").exists());
    assert_eq!(room.git(&["status", "--porcelain"]), "");
    bench.keys("a").wait_for("第1期组好了");
}

#[test]
fn a_fault_is_one_key_from_its_place() {
    let room = room();
    let bare = room
        .read("drafts/2026-04/b.toml")
        .replace("[\"林一舟\"]", "[]");
    room.file("drafts/2026-04/b.toml", &bare);
    let mut bench = room.open();
    bench.keys("a").wait_for("还不能组版").shows("缺署名");
    assert!(!room.path().join("issues").exists() || !room.path().join("issues/0001").exists());
    bench.keys("enter").shows("印出来是");
    bench.type_text("方圆").keys("esc").shows("都改好了");
    bench.keys("a").wait_for("第1期组好了");
}

#[test]
fn a_draft_without_headline_can_be_held_and_the_issue_made() {
    let room = room();
    room.draft("c", "f", "", "");
    let mut bench = room.open();
    bench.keys("a").wait_for("缺标题");
    bench.keys("h").wait_for("第1期组好了").shows("编入（2篇）");
    bench.shows("缓发");
}

#[test]
fn without_a_name_for_commits_the_issue_is_made_and_the_screen_says_how_to_set_it() {
    let room = room();
    room.git(&["config", "user.name", ""]);
    let mut bench = room.open();
    bench.resize(60, 18);
    bench.keys("a").wait_for("第1期组好了");
    let told = bench
        .screen()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    assert!(
        told.contains(
            "git config --global user.name \"姓名\" 和 git config --global user.email \"邮箱\""
        ),
        "{told}"
    );
    assert!(room.path().join("issues/0001/issue.toml").exists());
}

#[test]
fn nothing_ready_is_said_with_the_next_step() {
    let room = Room::new();
    let mut bench = room.open();
    bench.keys("a").wait_for("没有可发的稿件").shows("按s送审");
    bench.shows_not("第1期");
    for key in ["Enter", "撤回本期", "再组版"] {
        bench.shows_not(key);
    }
    bench.keys("esc").shows("还没有稿件");
}

#[test]
fn only_keys_that_do_something_are_offered() {
    let room = room();
    room.draft("c", "f", "", "");
    let mut bench = room.open();
    bench.keys("a").wait_for("缺标题");
    bench.shows("Enter 去改  h 缓发  a 再组版  Esc 返回  ? 帮助");
    bench.shows_not("撤回本期");
    bench.shows("没有组成");
    bench.shows_not("第1期");
    bench.keys("h").wait_for("第1期组好了");
    bench.shows("u 撤回本期  Enter 返回  ? 帮助");
    bench.shows_not("去改");
    bench.shows_not("再组版");
    bench.keys("enter").shows("缓发 1");
}

#[test]
fn mending_one_of_several_faults_comes_back_to_the_list() {
    let room = room();
    for id in ["a", "b"] {
        let path = format!("drafts/2026-04/{id}.toml");
        let bare = room.read(&path).replace("[\"林一舟\"]", "[]");
        room.file(&path, &bare);
    }
    let mut bench = room.open();
    bench
        .keys("a")
        .wait_for("有2处要先改")
        .keys("enter")
        .type_text("方圆")
        .keys("esc");
    bench.shows("还不能组版");
    bench
        .keys("enter")
        .type_text("白杨")
        .keys("esc")
        .shows("都改好了");
}

#[test]
fn pinyin_left_in_a_byline_is_not_printed() {
    let room = room();
    let bare = room.read("drafts/2026-04/b.toml").replace("林一舟", "lyz");
    room.file("drafts/2026-04/b.toml", &bare);
    let mut bench = room.open();
    bench.keys("a").wait_for("没写完");
}

/// The cell at which a text begins on the first line of the screen that has it.
fn column(screen: &str, text: &str) -> usize {
    let line = screen.lines().find(|line| line.contains(text)).unwrap();
    line[..line.find(text).unwrap()].cell_width().into()
}

#[test]
fn what_went_in_and_what_stayed_out_stand_in_columns() {
    let room = room();
    let brief = room
        .read("drafts/2026-04/b.toml")
        .replace("kind = \"story\"", "kind = \"brief\"")
        .replace("headline = \"乙稿\"", "headline = \"\"")
        .replace("乙稿的第一段。", &"河堤上的柳树发了芽。".repeat(8))
        .replace("林一舟", "何雨");
    room.file("drafts/2026-04/b.toml", &brief);
    room.draft("c", "f", "丙稿", "")
        .draft("long-id", "h", "", "");
    let mut bench = room.open();
    bench.keys("down down h down x").settle();
    bench.keys("a").wait_for("编入（2篇）");
    for (width, height) in [(60, 30), (80, 30), (120, 30)] {
        let screen = bench.resize(width, height).screen();
        assert_eq!(
            column(&screen, "林一舟"),
            column(&screen, "何雨"),
            "{screen}"
        );
        assert_eq!(column(&screen, "甲稿"), column(&screen, "河堤"), "{screen}");
        let ids = screen
            .lines()
            .filter(|line| line.ends_with("long-id"))
            .count();
        assert_eq!(ids, 1, "{screen}");
    }
}

#[test]
fn every_row_of_a_long_report_can_be_reached_and_none_is_cut() {
    let room = room();
    for n in 0..12 {
        room.file(
            &format!("drafts/2026-04/broken-{n:02}.toml"),
            "headline = \"没有收尾\n",
        );
    }
    let mut bench = room.open();
    bench.resize(60, 18);
    bench.keys("a").wait_for("第1期组好了").wait_for("编入");
    let mut seen = bench.screen();
    for _ in 0..60 {
        seen.push_str(&bench.keys("down").screen());
    }
    for n in 0..12 {
        assert!(seen.contains(&format!("broken-{n:02}.toml")), "{n}");
    }
    assert!(!seen.contains(".."), "{seen}");
    let last = bench.screen();
    assert_ne!(bench.keys("up").screen(), last, "the first key up scrolls");
}

#[test]
fn faults_stand_in_columns_and_name_each_draft_once() {
    let room = room();
    room.draft("no-headline", "f", "", "");
    let bare = room
        .read("drafts/2026-04/b.toml")
        .replace("[\"林一舟\"]", "[]");
    room.file("drafts/2026-04/b.toml", &bare);
    room.file(
        "drafts/2026-04/long.toml",
        &room
            .read("drafts/2026-04/no-headline.toml")
            .replace("的第一段。", &"河堤上的柳树发了芽。".repeat(8)),
    );
    room.file(
        "drafts/2026-04/nothing.toml",
        "schema = 1\nkind = \"story\"\nstatus = \"submitted\"\nrank = \"j\"\n[text]\nbody = \"\"\n",
    );
    let mut bench = room.open();
    bench.resize(60, 18).keys("a");
    bench.wait_for("还不能组版").shows("（无标题）");
    let screen = bench.screen();
    for id in ["no-headline", "long", "nothing"] {
        let line = screen.lines().find(|line| line.contains(id)).unwrap();
        assert_eq!(line.matches(id).count(), 1, "{screen}");
        assert!(line.trim_end().ends_with(id), "{screen}");
    }
    assert_eq!(column(&screen, "河堤"), column(&screen, "乙稿"), "{screen}");
}
