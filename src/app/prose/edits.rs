//! Text before, edit, text after, for every motion and deletion, in the text newsrooms write.
//! `|` is the caret, `^` the other end of a selection, paragraphs are lines; rows have 12 cells.

use super::tests::{check, select};
use Edit::*;

use super::Edit;

/// What a motion does, and that selecting and deleting by it cover just what it went over.
fn motion(before: &str, motion: &Edit, after: &str) {
    check(before, std::slice::from_ref(motion), after);
    let (from, to) = (before.find('|').unwrap(), after.find('|').unwrap());
    if from == to {
        return;
    }
    let mut selected = before.replace('|', "");
    let mut marks = [(from, '^'), (to, '|')];
    marks.sort_unstable();
    for (at, mark) in marks.into_iter().rev() {
        selected.insert(at, mark);
    }
    check(before, &[select(motion.clone())], &selected);
    check(before, &[Mark, motion.clone()], &selected);
}

/// What a deletion leaves, that undo brings all back and redo takes it away again.
fn deletion(before: &str, edit: &Edit, after: &str) {
    check(before, std::slice::from_ref(edit), after);
    check(before, &[edit.clone(), Undo], before);
    check(before, &[edit.clone(), Undo, Redo], after);
}

fn delete(motion: Edit) -> Edit {
    Edit::delete_to(motion)
}

#[test]
fn by_grapheme() {
    for (before, right) in [
        ("|渠水清", "渠|水清"),
        ("渠|“水”", "渠“|水”"),
        ("真的|……好", "真的…|…好"),
        ("|👍🏽好", "👍🏽|好"),
        ("|🇨🇳国", "🇨🇳|国"),
        ("|e\u{301}了", "e\u{301}|了"),
        ("8|%了", "8%|了"),
        ("渠|\n水", "渠\n|水"),
        ("渠|\n\n水", "渠\n|\n水"),
        ("渠|\n## 水", "渠\n## |水"),
        ("渠|", "渠|"),
    ] {
        motion(before, &Right, right);
        if before != right {
            motion(right, &Left, before);
        }
    }
    motion("|渠", &Left, "|渠");
    motion("## |渠", &Left, "## |渠");
}

#[test]
fn by_word() {
    for (before, right) in [
        ("|村委会召开会议", "村委会|召开会议"),
        ("村委会|召开会议", "村委会召开|会议"),
        ("她说|：“好", "她说：|“好"),
        ("她说：|“好", "她说：“|好"),
        ("真的|……好", "真的……|好"),
        ("真的|——好", "真的——|好"),
        ("增长|8%，", "增长8%|，"),
        ("达|12.5万亩", "达12.5|万亩"),
        ("用|WiFi上网", "用WiFi|上网"),
        ("good |old days", "good old |days"),
        ("|👍🏽好", "👍🏽|好"),
        ("|e\u{301}了", "e\u{301}|了"),
        ("会议|\n召开", "会议\n|召开"),
        ("会议|\n\n召开", "会议\n|\n召开"),
        ("会议|\n## 召开", "会议\n## |召开"),
        ("会议|", "会议|"),
    ] {
        motion(before, &WordRight, right);
        if before != right {
            motion(right, &WordLeft, before);
        }
    }
    motion("乡|村振兴", &WordRight, "乡村|振兴");
    motion("乡村振|兴", &WordLeft, "乡村|振兴");
    motion("|乡村", &WordLeft, "|乡村");
    motion("## |乡村", &WordLeft, "## |乡村");
}

#[test]
fn by_clause() {
    for (before, right) in [
        ("|雨停了，路通了。", "雨停了，|路通了。"),
        ("她问：|“走吗？”没人答", "她问：“走吗？”|没人答"),
        ("真的|……好", "真的……|好"),
        ("|他——我", "他——|我"),
        ("达8%，|增5G", "达8%，增5G|"),
        ("渠|\n## 水", "渠\n## |水"),
        ("渠|\n\n水", "渠\n|\n水"),
    ] {
        motion(before, &ClauseRight, right);
    }
    motion("雨停了，路通|了。", &ClauseLeft, "雨停了，|路通了。");
    motion(
        "她问：“走吗？”|没人答",
        &ClauseLeft,
        "她问：|“走吗？”没人答",
    );
    motion("渠\n|水", &ClauseLeft, "渠|\n水");
    motion("|水", &ClauseLeft, "|水");
}

#[test]
fn by_row() {
    // The first row of a paragraph holds 4 字, the others 6.
    motion("一|二三四五六七八九十", &Down, "一二三四五六七|八九十");
    motion("一二三四五六七|八九十", &Up, "一|二三四五六七八九十");
    motion("一二\n|\n三四", &Down, "一二\n\n|三四");
    motion("## 一二|三\n四五", &Down, "## 一二三\n|四五");
    motion("一二|", &Down, "一二|");
    motion("一二三四五|六七", &RowStart, "一二三四|五六七");
    motion("一二|三四五", &RowStart, "|一二三四五");
    motion("一|二三四五六", &RowEnd, "一二三四|五六");
    motion("## 一|二\n三", &RowEnd, "## 一二|\n三");
    motion("|\n三", &RowEnd, "|\n三");
}

#[test]
fn by_paragraph_page_and_document() {
    motion("一\n二|三\n四", &ParagraphUp, "一\n|二三\n四");
    motion("一\n|二三\n四", &ParagraphUp, "|一\n二三\n四");
    motion("一\n二|三\n## 四", &ParagraphDown, "一\n二三\n## |四");
    motion("一\n四|五", &ParagraphDown, "一\n四五|");
    motion("|一\n\n四", &ParagraphDown, "一\n|\n四");
    motion("## 一\n二|三", &Start, "## |一\n二三");
    motion("|一\n二\n👍🏽", &End, "一\n二\n👍🏽|");
    motion(
        "|一\n二\n三\n四\n五\n六",
        &PageDown,
        "一\n二\n三\n四\n|五\n六",
    );
    motion(
        "一\n二\n三\n四\n|五\n六",
        &PageUp,
        "|一\n二\n三\n四\n五\n六",
    );
}

#[test]
fn a_mark_selects_until_it_is_taken_back_or_something_is_edited() {
    check("河|两岸", &[Mark, Right, Right], "河^两岸|");
    check("河|两岸", &[Mark, Right, Mark, Right], "河两岸|");
    check("河|两岸", &[Mark, Right, Insert('南'), Right], "河南岸|");
    check(
        "河|两岸",
        &[Mark, WordRight, Copy, End, PasteClip],
        "河两岸两岸|",
    );
}

#[test]
fn deleting_graphemes() {
    for (before, after) in [
        ("河👍🏽|岸", "河|岸"),
        ("河e\u{301}|岸", "河|岸"),
        ("增8%|了", "增8|了"),
        ("一\n|二", "一|二"),
        ("\n|二", "|二"),
        ("一\n## |二", "一\n|二"),
        ("一^二三|四", "一|四"),
    ] {
        check(before, &[Backspace], after);
    }
    for (before, after) in [
        ("河|👍🏽岸", "河|岸"),
        ("河|e\u{301}岸", "河|岸"),
        ("一|\n二", "一|二"),
        ("一|\n## 二", "一|二"),
        ("|\n## 二", "## |二"),
        ("一|", "一|"),
    ] {
        check(before, &[Delete], after);
    }
}

#[test]
fn deleting_words_and_clauses() {
    deletion("村委会召开|会议", &delete(WordLeft), "村委会|会议");
    deletion("好，|会议", &delete(WordLeft), "好|会议");
    deletion("增长8%|了", &delete(WordLeft), "增长|了");
    deletion("good old |days", &delete(WordLeft), "good |days");
    deletion("一\n|二", &delete(WordLeft), "一|二");
    deletion("一\n## |二", &delete(WordLeft), "一\n|二");
    deletion("村委会|召开会议", &delete(WordRight), "村委会|会议");
    deletion("说|“好”", &delete(WordRight), "说|好”");
    deletion("一|\n## 二", &delete(WordRight), "一|二");
    deletion("|\n## 二", &delete(WordRight), "## |二");
    deletion("天晴了，风也停|了。", &delete(ClauseLeft), "天晴了，|了。");
    deletion("天|晴了，风停了", &delete(ClauseRight), "天|风停了");
    check("天^晴，风|停", &[delete(ClauseLeft)], "天|停");
}

#[test]
fn deleting_rows_paragraphs_and_more() {
    deletion("一二三四五|六七", &delete(RowStart), "一二三四|六七");
    deletion("一|二三四五六", &delete(RowEnd), "一|五六");
    deletion("一|二三四五六七八九十", &delete(Down), "一|八九十");
    deletion("一二三四五六七|八九十", &delete(Up), "一|八九十");
    deletion("一\n二|三\n四", &delete(ParagraphUp), "一\n|三\n四");
    deletion("一\n二|三\n四", &delete(ParagraphDown), "一\n二|\n四");
    deletion("一\n二三|\n四", &delete(ParagraphDown), "一\n二三|四");
    deletion("一\n二\n## |四", &delete(ParagraphUp), "一\n## |四");
    deletion("## 题\n文|字", &delete(Start), "## |字");
    deletion("一|二\n三", &delete(End), "一|");
    deletion("一\n二\n三\n四\n五|\n六", &delete(PageUp), "一|\n六");
    deletion("|一\n二\n三\n四\n五\n六", &delete(PageDown), "|五\n六");
}

#[test]
fn joining_and_splitting() {
    deletion("一|二\n三", &JoinNext, "一|二三");
    deletion("一|二\n## 三", &JoinNext, "一|二三");
    check("一|二", &[JoinNext], "一|二");
    check("一|二", &[NewParagraph], "一\n|二");
    check("一|二", &[NewParagraph, Backspace], "一|二");
    check("“|”", &[NewParagraph], "“\n|”");
}
