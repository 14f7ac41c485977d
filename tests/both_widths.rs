//! The real binary before two terminals, one that draws ambiguous characters in one cell and one in
//! two: after every one of hundreds of random keys each shows the text and the caret of the model.

#![allow(clippy::unwrap_used, clippy::expect_used)] // A test that cannot go on has failed.

mod pty;

use std::fs;
use std::path::Path;

use liangdian::app::area::Area;
use liangdian::app::prose::{Edit, Prose};
use liangdian::app::story::layout;
use liangdian::domain::settings::AmbiguousCells;
use pty::{Answers, Terminal, scratch};

const ID: &str = "20260402-fangxue";
const KEYS: usize = 500;

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }
}

/// What is sent, and what it asks of the model.
fn step(dice: &mut Dice) -> (String, Edit) {
    const MOTIONS: [(&str, Edit); 14] = [
        ("\x1b[A", Edit::Up),
        ("\x1b[B", Edit::Down),
        ("\x1b[C", Edit::Right),
        ("\x1b[D", Edit::Left),
        ("\x1b[H", Edit::RowStart),
        ("\x1b[F", Edit::RowEnd),
        ("\x1b[5~", Edit::PageUp),
        ("\x1b[6~", Edit::PageDown),
        ("\x1b[1;5H", Edit::Start),
        ("\x1b[1;5F", Edit::End),
        ("\x7f", Edit::Backspace),
        ("\x1b[3~", Edit::Delete),
        ("\x1a", Edit::Undo),
        ("\r", Edit::NewParagraph),
    ];
    const PASTES: [&str; 3] = [
        "“渠水”进村……老人说——好！",
        "第一段●有圆点\n第二段·有间隔号",
        "A座3.5%，‘里外’两层",
    ];
    match dice.roll(20) {
        0..=11 => {
            let (keys, edit) = MOTIONS[dice.roll(MOTIONS.len())].clone();
            (keys.to_owned(), edit)
        }
        12 => {
            let text = PASTES[dice.roll(PASTES.len())];
            let keys = format!("\x1b[200~{}\x1b[201~", text.replace('\n', "\r"));
            (keys, Edit::Paste(text.to_owned()))
        }
        _ => {
            const TYPED: &[char] = &['灯', '亮', '，', '“', '”', '…', '—', '·', 'a', '7', '。'];
            let c = TYPED[dice.roll(TYPED.len())];
            (c.to_string(), Edit::Insert(c))
        }
    }
}

/// A row of the model as a terminal shows it: a blank behind what takes two cells and looks like one.
fn row(text: &str, indent: u16, cells: AmbiguousCells) -> String {
    let mut out = " ".repeat(indent.into());
    for c in text.chars() {
        out.push(c);
        let narrow = unicode_width::UnicodeWidthChar::width(c) == Some(1);
        let wide = unicode_width::UnicodeWidthChar::width_cjk(c) == Some(2);
        if cells == AmbiguousCells::Two && narrow && wide {
            out.push(' ');
        }
    }
    out.trim_end().to_owned()
}

fn walk(answers: Answers, cells: AmbiguousCells, seed: u64) {
    let (_dir, room, home) = scratch();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("drafts/2026-04/20260402-fangxue.toml");
    fs::create_dir_all(room.join("drafts")).unwrap();
    fs::copy(&sample, room.join("drafts/20260402-fangxue.toml")).unwrap();
    let file: toml::Table = fs::read_to_string(&sample).unwrap().parse().unwrap();
    let mut model = Prose::new(file["text"]["body"].as_str().unwrap());
    let mut size = (80, 24);
    let mut terminal = Terminal::start_answering(&room, &home, size, &[ID], answers);
    terminal.wait_for("改稿");
    let mut dice = Dice(seed);
    for at in 0..KEYS {
        let mut told = format!("resize to {size:?}");
        if at % 50 == 49 {
            size = (60 + dice.roll(60) as u16, 18 + dice.roll(20) as u16);
            terminal.resize(size.0, size.1);
        } else {
            let (keys, edit) = step(&mut dice);
            told = format!("{edit:?}");
            let mut after = model.clone();
            after.edit(edit.clone());
            let moved = (after.caret(), after.position()) != (model.caret(), model.position());
            if edit == Edit::Up && !moved {
                // From the first row the arrow leads to the fields above.
                continue;
            }
            terminal.send(&keys);
            model.edit(edit);
        }
        let body = layout(Area::screen(size.0, size.1), 0).body;
        model.set_area(body.width, body.height, cells);
        let mut wanted: Vec<String> = model
            .visible()
            .iter()
            .map(|shown| row(shown.text, shown.indent, cells))
            .collect();
        wanted.resize(body.height.into(), String::new());
        let (x, y) = model.caret();
        let caret = (body.x + x, body.y + y);
        terminal.wait_for_rows(
            &format!("{at}: {told}"),
            (body.x, body.y, body.width),
            &wanted,
            caret,
        );
    }
    terminal.send("\x13").wait_for("已保存");
    let saved: toml::Table = fs::read_to_string(room.join("drafts/20260402-fangxue.toml"))
        .unwrap()
        .parse()
        .unwrap();
    assert_eq!(saved["text"]["body"].as_str().unwrap(), model.body());
    terminal.send("\x11");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_terminal_of_narrow_marks_shows_the_model() {
    walk(Answers::Narrow, AmbiguousCells::One, 0x51ce_d00d);
}

#[test]
fn a_terminal_of_wide_marks_shows_the_model() {
    walk(Answers::Wide, AmbiguousCells::Two, 0x0dd_ba11);
}

#[test]
fn terminals_that_never_answer_show_the_model_whatever_they_draw() {
    walk(Answers::Never, AmbiguousCells::Two, 0x5afe_0001);
    walk(Answers::NeverWide, AmbiguousCells::Two, 0x5afe_0002);
}
