//! What one key costs in the prose editor: the edit, the rows to draw, the caret and the count.

use std::hint::black_box;
use std::time::Instant;

use liangdian::app::prose::{Edit, Prose};
use liangdian::domain::settings::AmbiguousCells;

use super::table::{Goal, Table};

/// Presses of each key.
const TIMES: usize = 40;

/// A key in a long text beside the same key in a short one (milliseconds, median).
pub fn measure(table: &mut Table) {
    let paragraph = "渠水进村那天，老人们站在桥头看了半晌，说：“往后浇地不用愁了。”".repeat(8);
    let short = format!("{paragraph}\n\n").repeat(13);
    let long = format!("{paragraph}\n\n").repeat(1_300);
    for (name, edit) in [
        ("insert", Edit::Insert('字')),
        ("backspace", Edit::Backspace),
        ("down", Edit::Down),
        ("page down", Edit::PageDown),
    ] {
        let what = format!("key {name} in 1 MB");
        table.ratio(
            &what,
            press(&long, &edit),
            "in 10 KB",
            press(&short, &edit),
            Goal::Told,
        );
    }
}

fn press(body: &str, edit: &Edit) -> f64 {
    let mut prose = Prose::new(body);
    prose.set_area(80, 24, AmbiguousCells::One);
    prose.place_caret(7, 50);
    let mut times: Vec<f64> = (0..TIMES)
        .map(|_| {
            let start = Instant::now();
            prose.edit(edit.clone());
            black_box((prose.visible(), prose.caret(), prose.zishu()));
            start.elapsed().as_secs_f64() * 1_000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[TIMES / 2]
}
