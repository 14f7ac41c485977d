use ratatui::buffer::CellWidth;

use super::bench::Room;

/// Three items: a story with place and byline, a story cut in two, a brief; a page header above.
const PAGE: &str = "\
今日柳林 2026年4月9日 星期四 第3版

柳林社区

楼道添了灯 邻里少了怨

4月2日晚,柳林社区三号楼的楼道亮了起来。住在五楼的何阿姨扶着栏杆慢慢往上走,

一边走一边数,一共添了十二盏灯。

“以前上楼靠手机照,现在好了。”何阿姨说。

(记者 林一舟 通讯员 方圆)

河堤新绿铺开 晨练有了去处

4月5日清晨,青石河边的步道上满是晨练的人。这条步道去年冬天才修好,全长3.5公里。

沿河新栽的柳树已经抽芽。管护员每天早晚各巡查一遍,捡走垃圾,扶正歪倒的树苗。

(记者 白杨)

●4月6日,柳林社区组织居民清理楼前杂物,当天清出废旧家具二十多件,消防通道畅通了。

(通讯员 何雨)
";

fn at_import() -> (Room, super::bench::Bench) {
    let room = Room::new();
    room.file("page.txt", PAGE).commit();
    let mut bench = room.open();
    bench.keys("i").settle();
    bench
        .type_text(&room.path().join("page.txt").display().to_string())
        .keys("enter");
    bench.settle();
    bench.shows("篇目（取3篇，共3篇）");
    (room, bench)
}

#[test]
fn items_stand_beside_the_original_and_become_drafts_with_one_key() {
    let (room, mut bench) = at_import();
    bench.shows("楼道添了灯　邻里少了怨");
    bench.shows("楼道添了灯 邻里少了怨");
    bench.keys("c").settle();
    bench.shows("已建3篇稿件");
    bench.shows("可发 3");
    let names = room.git(&["ls-files", "drafts"]);
    assert_eq!(names.lines().count(), 3, "{names}");
    assert!(room.git(&["log", "-1", "--format=%s"]).contains('3'));
    assert!(
        room.read(names.lines().next().unwrap())
            .contains("date = 2026-04-10")
    );
}

#[test]
fn an_item_that_is_left_makes_no_draft() {
    let (_room, mut bench) = at_import();
    bench.keys("down space").shows("取2篇，共3篇");
    bench.keys("c").settle();
    bench.shows("可发 2");
    bench.shows_not("河堤新绿");
}

#[test]
fn every_repair_can_be_seen() {
    let (_room, mut bench) = at_import();
    bench.keys("r").shows("接段");
    bench.shows(", > ，");
}

#[test]
fn items_are_joined_and_split_and_both_can_be_undone() {
    let (_room, mut bench) = at_import();
    bench.keys("m").shows("共2篇");
    bench.keys("u").shows("共3篇");
    bench.keys("s").shows("选中第二篇的第一段");
    bench.keys("tab down s").shows("共4篇");
    bench.keys("u").shows("共3篇");
}

#[test]
fn creating_drafts_is_undone_by_spiking_them() {
    let (_room, mut bench) = at_import();
    bench.keys("c").settle();
    bench.keys("u").settle();
    bench.shows("撤稿 3");
}

#[test]
fn pasted_copy_is_a_page_too() {
    let room = Room::new();
    let mut bench = room.open();
    bench.paste(&PAGE.replace('\n', "\r")).settle();
    bench.shows("粘贴的文字");
    bench.shows("共3篇");
}

#[test]
fn a_file_that_is_no_page_is_told_by_name() {
    let room = Room::new();
    room.file("empty.txt", " \n\n");
    std::fs::write(
        room.path().join("photo.txt"),
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0",
    )
    .unwrap();
    let mut bench = room.open();
    for (name, told) in [
        ("missing.txt", "打不开"),
        ("empty.txt", "是空的"),
        ("photo.txt", "不是文本"),
    ] {
        let path = room.path().join(name).display().to_string();
        bench.keys("i").type_text(&path).keys("enter").settle();
        bench.shows(told);
        bench.shows(name);
        bench.keys("esc");
    }
}

#[test]
fn a_page_that_was_left_comes_back_with_its_choices() {
    let (_room, mut bench) = at_import();
    bench.keys("down space esc").shows("没有建稿");
    bench.keys("u").shows("取2篇，共3篇");
}

#[test]
fn a_page_taken_in_twice_makes_no_doubles() {
    let (room, mut bench) = at_import();
    bench.keys("c").settle();
    bench.keys("i").settle();
    bench
        .type_text(&room.path().join("page.txt").display().to_string())
        .keys("enter");
    bench.settle();
    bench.shows("取0篇，共3篇");
    bench.shows("队列里已有");
    bench.keys("c").shows("一篇也没有打勾");
}

#[test]
fn lines_of_the_chosen_item_and_furniture_are_marked_without_colour() {
    let (_room, mut bench) = at_import();
    let screen = bench.screen();
    let line = |text: &str| screen.lines().find(|line| line.contains(text)).unwrap();
    assert!(line("星期四").ends_with("非正文"), "{screen}");
    assert!(line("楼道添了灯 邻里").contains(">  5 楼"), "{screen}");
    assert!(!line("河堤新绿铺开 晨练").contains('>'), "{screen}");
    bench.keys("down");
    let screen = bench.screen();
    let row = screen.lines().find(|l| l.contains("河堤新绿铺开 晨练"));
    assert!(row.unwrap().contains("> 15 河"), "{screen}");
    for line in screen.lines().take(27).skip(1) {
        assert!(line.cell_width() < 100, "the last cell stays blank: {line}");
    }
}

#[test]
fn the_chosen_repair_is_told_in_full() {
    let (_room, mut bench) = at_import();
    bench.resize(60, 18).keys("r");
    bench.shows("第1处，共");
    bench.keys("end").shows("移到署名栏");
    let row = |text: &str| bench.screen().lines().filter(|l| l.contains(text)).count();
    assert_eq!(
        row("移到署名栏"),
        2,
        "in the list and below it: {}",
        bench.screen()
    );
    bench.shows("第24处，共24处");
    let mut seen = String::new();
    for _ in 0..40 {
        seen.push_str(&bench.keys("up").screen());
    }
    assert!(seen.contains("删去"), "{seen}");
    assert!(seen.contains("第9行"), "{seen}");
    assert!(seen.contains(" 原  ") && seen.contains(" 改  "), "{seen}");
}

#[test]
fn a_cut_list_of_items_says_how_many_are_out_of_view() {
    let room = Room::new();
    let mut page = String::new();
    for n in 0..12 {
        let item = format!(
            "柳林社区修好第{n}条小路\n\n4月{n}日，柳林社区的小路修好了，居民出门方便多了。\n\n（记者 林一舟）\n\n"
        );
        page.push_str(&item);
    }
    let mut bench = room.open();
    bench.resize(60, 18).paste(&page).settle();
    bench.shows("还有");
    bench.shows("共12篇");
    bench.shows("c 建稿  Tab 换栏");
    bench.resize(100, 50).shows_not("还有");
}
