//! Text before with a caret, edits, text after. `|` is the caret, `^` the other end of a selection,
//! paragraphs are lines.

use super::*;
use AmbiguousCells::One;
use Edit::*;

impl Prose {
    /// An editor of marked text.
    fn marked(text: &str) -> Self {
        let mut prose = Self::new("");
        let plain: String = text.chars().filter(|c| !"|^".contains(*c)).collect();
        let lines: Vec<String> = plain.split('\n').map(str::to_owned).collect();
        prose.counts = Counts::new(&lines);
        prose.view = View::new(lines.len());
        prose.manuscript = Manuscript::new(lines);
        let place = |mark: char, other: char| {
            let before = text.split_once(mark)?.0.replace(other, "");
            let paragraph = before.matches('\n').count();
            let byte = before.rsplit('\n').next()?.len();
            Some(Place::new(paragraph, byte))
        };
        prose.caret = place('|', '^').unwrap();
        prose.anchor = place('^', '|');
        prose.set_area(13, 5, One);
        prose
    }

    fn show(&self) -> String {
        let mut lines = self.manuscript.lines().to_vec();
        let mut marks = vec![(self.caret, '|')];
        marks.extend(self.anchor.map(|anchor| (anchor, '^')));
        marks.sort_unstable();
        for (place, mark) in marks.into_iter().rev() {
            lines[place.paragraph].insert(place.byte, mark);
        }
        lines.join("\n")
    }
}

pub(super) fn check(before: &str, edits: &[Edit], after: &str) {
    let mut prose = Prose::marked(before);
    for edit in edits {
        prose.edit(edit.clone());
        sound(&prose);
    }
    assert_eq!(prose.show(), after, "{before:?} {edits:?}");
}

pub(super) fn select(edit: Edit) -> Edit {
    Select(Box::new(edit))
}

/// What holds in every state.
pub(super) fn sound(prose: &Prose) {
    let lines = prose.manuscript.lines();
    assert_eq!(prose.counts.each, Counts::new(lines).each);
    assert_eq!(prose.counts.total, Counts::new(lines).total);
    assert_eq!(prose.counts.bytes(), prose.body().len());
    let rows = prose.visible();
    let (column, row) = prose.caret();
    if prose.view.height() == 0 {
        return;
    }
    assert!(rows.len() <= prose.view.height() && usize::from(column) < prose.view.width());
    // The caret's cell is that of its place in the text.
    let shown: Vec<_> = prose.view.in_view().collect();
    let (paragraph, found, ..) = shown[usize::from(row)];
    assert_eq!(paragraph, prose.caret.paragraph);
    assert!((found.start..=found.end).contains(&prose.caret.byte));
    let line = &lines[paragraph];
    let before = prose.view.cells(&line[found.start..prose.caret.byte]);
    if prose.view.width() > 12 {
        assert_eq!(
            usize::from(column),
            (found.indent + before).min(prose.view.width() - 1)
        );
    }
}

#[test]
fn the_caret_moves_by_grapheme_over_paragraphs() {
    check("|水清\n山绿", &[Right], "水|清\n山绿");
    check("水清|\n山绿", &[Right], "水清\n|山绿");
    check("水清\n|山绿", &[Left], "水清|\n山绿");
    check("|e\u{301}了", &[Right], "e\u{301}|了");
    check("|水清", &[Left], "|水清");
    check("水清|", &[Right], "水清|");
    check("水\n|## 题", &[Left], "水|\n## 题");
    check("水|\n## 题", &[Right], "水\n## |题");
    check("水\n## |题", &[Left], "水|\n## 题");
}

#[test]
fn the_caret_moves_by_clause() {
    check("|雨停了，路通了。", &[ClauseRight], "雨停了，|路通了。");
    check("雨停了，路通|了。", &[ClauseLeft], "雨停了，|路通了。");
    check("雨停了，|路通了。", &[ClauseLeft], "|雨停了，路通了。");
    check("她说：|“好。”走", &[ClauseRight], "她说：“好。”|走");
    check("use |new tools", &[ClauseRight], "use new |tools");
    check("水|\n山", &[ClauseRight], "水\n|山");
}

#[test]
fn up_and_down_go_by_drawn_rows_and_keep_their_column() {
    // 12 cells a row, 4 of them indent on the first.
    check("一二|三四五六七八九十", &[Down], "一二三四五六七八|九十");
    check("一二三四五六七八|九十", &[Up], "一二|三四五六七八九十");
    check(
        "一二三|四\n甲\n子丑寅卯",
        &[Down],
        "一二三四\n甲|\n子丑寅卯",
    );
    check(
        "一二三|四\n甲\n子丑寅卯",
        &[Down, Down],
        "一二三四\n甲\n子丑寅|卯",
    );
    check(
        "一二三|四\n\n子丑寅卯",
        &[Down, Down, Up, Up],
        "一二三|四\n\n子丑寅卯",
    );
    check("一|二", &[Up], "一|二");
    check("一|二", &[Down], "一|二");
}

#[test]
fn a_row_end_is_the_end_of_that_row() {
    let mut prose = Prose::marked("一二|三四五六七八九十");
    prose.edit(RowEnd);
    assert_eq!(
        (prose.show().as_str(), prose.caret()),
        ("一二三四|五六七八九十", (12, 0))
    );
    prose.edit(Down);
    assert_eq!(
        (prose.show().as_str(), prose.caret()),
        ("一二三四五六七八九十|", (12, 1))
    );
    prose.edit(Up);
    assert_eq!(prose.caret(), (12, 0));
    prose.edit(RowStart);
    assert_eq!(
        (prose.show().as_str(), prose.caret()),
        ("|一二三四五六七八九十", (4, 0))
    );
    prose.edit(RowEnd);
    prose.edit(Right);
    assert_eq!(prose.caret(), (2, 1));
    check("一二三四五|六七", &[RowStart], "一二三四|五六七");
}

#[test]
fn the_caret_goes_by_paragraphs_and_to_the_ends() {
    check("一\n二|三\n四", &[ParagraphUp], "一\n|二三\n四");
    check("一\n|二三\n四", &[ParagraphUp], "|一\n二三\n四");
    check("一\n二|三\n四", &[ParagraphDown], "一\n二三\n|四");
    check("一\n四|五", &[ParagraphDown], "一\n四五|");
    check("## 一\n二|三", &[Start], "## |一\n二三");
    check("一\n二|三\n四", &[End], "一\n二三\n四|");
}

#[test]
fn a_page_is_one_row_less_than_the_area() {
    let text = "|一\n二\n三\n四\n五\n六\n七\n八\n九\n十";
    check(text, &[PageDown], "一\n二\n三\n四\n|五\n六\n七\n八\n九\n十");
    check(
        text,
        &[PageDown, PageDown, PageUp],
        "一\n二\n三\n四\n|五\n六\n七\n八\n九\n十",
    );
    check(
        text,
        &[PageDown, PageDown, PageDown],
        "一\n二\n三\n四\n五\n六\n七\n八\n九\n|十",
    );
}

#[test]
fn typing_goes_in_at_the_caret() {
    check("河|岸", &[Insert('两')], "河两|岸");
    check(
        "河|岸",
        &[Insert('\u{1b}'), Insert('\u{202e}'), Insert('\t')],
        "河|岸",
    );
    check("河^两|岸", &[Insert('南')], "河南|岸");
    check("河|岸", &[NewParagraph], "河\n|岸");
    check("河|岸", &[Insert('\n')], "河\n|岸");
    check("##|题", &[Insert(' ')], "## |题");
    check("## |题", &[NewParagraph], "\n## |题");
    check("## 题|目", &[NewParagraph], "## 题\n|目");
}

#[test]
fn deletions_stop_at_their_bounds() {
    check("河两|岸", &[Backspace], "河|岸");
    check("河\n|岸", &[Backspace], "河|岸");
    check("|河", &[Backspace], "|河");
    check("河|两岸", &[Delete], "河|岸");
    check("河|\n岸", &[Delete], "河|岸");
    check("河|\n## 岸", &[Delete], "河|岸");
    check("|\n## 岸", &[Delete], "## |岸");
    check("河\n## |岸", &[Backspace], "河\n|岸");
    check("^河两\n岸|边", &[Backspace], "|边");
    check("e\u{301}|", &[Backspace], "|");
    check(
        "天晴了，风也停|了。",
        &[Edit::delete_to(ClauseLeft)],
        "天晴了，|了。",
    );
    check("天晴了，|了。", &[Edit::delete_to(ClauseLeft)], "|了。");
    check(
        "天|晴了，风停了",
        &[Edit::delete_to(ClauseRight)],
        "天|风停了",
    );
    check("一\n|二", &[Edit::delete_to(ClauseLeft)], "一|二");
    check("一|\n二", &[Edit::delete_to(ClauseRight)], "一|二");
    check(
        "good old |days",
        &[Edit::delete_to(ClauseLeft)],
        "good |days",
    );
}

#[test]
fn a_selection_follows_motions() {
    check("河|两岸", &[select(Right), select(Right)], "河^两岸|");
    check("河^两|岸", &[Left], "河|两岸");
    check("河|两^岸", &[Right], "河两|岸");
    check("河^两|岸", &[End], "河两岸|");
    check("河|两\n岸", &[select(Down)], "河^两\n岸|");
    check("|雨停，路通", &[select(ClauseRight), Cut], "|路通");
    check("一\n## 二|", &[SelectAll, Delete], "|");
    check("|一", &[select(Insert('甲'))], "甲|一");
}

#[test]
fn the_clipboard_moves_text() {
    check("^河两|岸", &[Cut, End, PasteClip], "岸河两|");
    check("^河\n两|岸", &[Copy, Right, PasteClip], "河\n两河\n两|岸");
    check(
        "## 题\n文|",
        &[SelectAll, Copy, End, PasteClip],
        "## 题\n文题\n文|",
    );
    let mut prose = Prose::marked("^河两|岸");
    prose.edit(Copy);
    assert_eq!(prose.clip(), "河两");
    prose.edit(Right);
    prose.edit(Cut);
    assert_eq!(prose.clip(), "河两", "nothing selected, nothing cut");
}

#[test]
fn a_paste_becomes_paragraphs_in_one_step() {
    let paste = Paste("　　头段\r\n\r\n　　次段\r尾\u{1b}段\n".into());
    check(
        "甲|乙",
        std::slice::from_ref(&paste),
        "甲头段\n次段\n尾段|乙",
    );
    check("甲|乙", &[paste, Undo], "甲|乙");
    check("甲|乙", &[Paste("## 题".into())], "甲题|乙");
    check("|", &[Paste("## 题\n文".into())], "## 题\n文|");
    check("甲^乙|", &[Paste("丙".into()), Undo], "甲乙|");
}

#[test]
fn paragraphs_move_and_become_crossheads() {
    check("一\n二|三\n四", &[MoveParagraphUp], "二|三\n一\n四");
    check("一\n二|三\n四", &[MoveParagraphDown], "一\n四\n二|三");
    check("一|", &[MoveParagraphUp, MoveParagraphDown], "一|");
    check("一\n二|三", &[ToggleCrosshead], "一\n## 二|三");
    check("一\n## 二|三", &[ToggleCrosshead], "一\n二|三");
    check("一\n二|三", &[MoveParagraphUp, Undo], "一\n二|三");
    check("一|\n一", &[MoveParagraphDown], "一\n一|");
    check(
        "\n|",
        &[Insert('一'), Backspace, MoveParagraphUp, Undo],
        "\n一|",
    );
}

#[test]
fn undo_goes_by_bursts() {
    let type_in = |text: &str| text.chars().map(Insert).collect::<Vec<_>>();
    let mut edits = type_in("山高，路远");
    edits.push(Undo);
    check("|", &edits, "山高，|");
    edits.push(Undo);
    check("|", &edits, "|");
    edits.extend([Redo, Redo]);
    check("|", &edits, "山高，路远|");
    check(
        "|尾",
        &[Insert('山'), Left, Right, Insert('水'), Undo],
        "山|尾",
    );
    check("一二三|", &[Backspace, Backspace, Undo], "一二三|");
    check("一二三|", &[Backspace, Insert('四'), Undo], "一二|");
    check("|一二三", &[Delete, Delete, Undo, Redo], "|三");
    check("一^二|三", &[Insert('四'), Insert('五'), Undo], "一二|三");
    check("一|", &[Insert('二'), Undo, Insert('三'), Redo], "一三|");
    check("一|", &[Undo, Redo], "一|");
}

#[test]
fn undo_has_no_last_step() {
    let mut prose = Prose::new("");
    for _ in 0..300 {
        prose.edit(Insert('字'));
        prose.edit(NewParagraph);
    }
    for _ in 0..600 {
        prose.edit(Undo);
    }
    assert_eq!(prose.body(), "");
    assert!(!prose.is_changed());
}

#[test]
fn a_body_is_canonical() {
    for (body, wanted) in [
        ("", ""),
        ("\n\n", ""),
        ("一\n\n二\n", "一\n\n二\n"),
        ("　　一\n二\r\n\r\n三", "一\n\n二\n\n三\n"),
        ("##  题 \n\n文", "## 题\n\n文\n"),
        ("## \n\n文", "文\n"),
    ] {
        let prose = Prose::new(body);
        assert_eq!(prose.body(), wanted, "{body:?}");
        assert!(!prose.is_changed());
    }
}

#[test]
fn a_change_is_known_until_saved_or_undone() {
    let mut prose = Prose::new("一\n\n二\n");
    prose.edit(Insert('零'));
    assert!(prose.is_changed());
    prose.edit(Backspace);
    assert!(!prose.is_changed(), "the same text again");
    prose.edit(Insert('零'));
    prose.mark_saved();
    assert!(!prose.is_changed());
    prose.edit(Insert('整'));
    prose.edit(Undo);
    assert!(!prose.is_changed(), "a step ends where the text was saved");
    prose.edit(Undo);
    assert!(prose.is_changed());
    prose.edit(NewParagraph);
    prose.edit(Redo);
    assert!(prose.is_changed());
}

#[test]
fn rows_say_what_to_draw() {
    let mut prose = Prose::marked("## 小|题\n一二三四五\n");
    prose.edit(SelectAll);
    let rows = prose.visible();
    let drawn: Vec<_> = rows
        .iter()
        .map(|r| {
            (
                r.text,
                r.indent,
                r.kind,
                r.first,
                r.selected.clone(),
                r.end_selected,
            )
        })
        .collect();
    assert_eq!(
        drawn,
        [
            ("小题", 0, RowKind::Crosshead, true, Some(0..6), true),
            ("一二三四", 4, RowKind::Paragraph, true, Some(0..12), false),
            ("五", 0, RowKind::Paragraph, false, Some(0..3), true),
            ("", 4, RowKind::Paragraph, true, None, false),
        ]
    );
    assert_eq!(
        prose.position(),
        Position {
            paragraph: 3,
            paragraphs: 3,
            column: 1
        }
    );
    assert_eq!(prose.zishu(), 7);
}

#[test]
fn the_caret_is_inside_after_an_exactly_full_row() {
    for (width, text) in [
        (13, "一二三四|"),
        (12, "一二三|"),
        (13, "一二三四五六七八九十|"),
        (13, "|"),
        (1, "一二|"),
    ] {
        let mut prose = Prose::marked(text);
        prose.set_area(width, 3, One);
        let (column, row) = prose.caret();
        assert!(
            column < width && row < 3,
            "{text} at {width}: {column},{row}"
        );
    }
    let mut prose = Prose::marked("一二三四|");
    prose.set_area(13, 3, One);
    assert_eq!(prose.caret(), (12, 0));
}

#[test]
fn a_narrower_area_keeps_the_caret_in_view() {
    let text = "溪水绕村，稻花满畈。".repeat(60);
    let mut prose = Prose::new(&format!("{text}\n\n{text}"));
    prose.edit(End);
    for (width, height) in [
        (80, 24),
        (20, 5),
        (120, 3),
        (7, 1),
        (80, 0),
        (0, 9),
        (60, 18),
    ] {
        prose.set_area(width, height, One);
        sound(&prose);
    }
}

#[test]
fn a_place_is_found_again() {
    let mut prose = Prose::new("一二\n\n## 三四五");
    prose.place_caret(2, 3);
    assert_eq!(
        prose.position(),
        Position {
            paragraph: 2,
            paragraphs: 2,
            column: 3
        }
    );
    assert_eq!(prose.show(), "一二\n## 三四|五");
    prose.place_caret(9, 99);
    assert_eq!(prose.show(), "一二\n## 三四五|");
    prose.place_caret(0, 0);
    assert_eq!(prose.show(), "|一二\n## 三四五");
}

#[test]
fn a_commit_of_an_input_method_is_one_step() {
    let commit = |text: &str| Edit::Commit(text.to_owned());
    check("甲|乙", &[commit("柳林，河东")], "甲柳林，河东|乙");
    check("甲|乙", &[commit("柳林，河东"), Undo], "甲|乙");
    check("甲^丙|乙", &[commit("柳林"), Undo], "甲丙|乙");
    check(
        "甲|",
        &[commit("柳林。"), commit("河东"), Undo],
        "甲柳林。|",
    );
    check("甲|", &[Insert('乙'), commit("柳林"), Undo], "甲|");
    check("甲|", &[commit("\u{1b}\u{202e}")], "甲|");
}
