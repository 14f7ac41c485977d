//! What one key costs in the prose editor: the edit, the rows to draw, the caret and the count.

use std::hint::black_box;
use std::time::Instant;

use liangdian::app::prose::{Edit, Prose};
use liangdian::domain::settings::AmbiguousCells;

use super::table::{Goal, Table};

/// What a key may cost in any text (milliseconds).
const KEY_BUDGET: f64 = 5.0;
/// Presses of each key.
const TIMES: usize = 40;

/// A key in a long text beside the same key in a short one (milliseconds, median), and the dearest
/// against what a key may cost.
pub fn measure(table: &mut Table) {
    let paragraph = "渠水进村那天，老人们站在桥头看了半晌，说：“往后浇地不用愁了。”".repeat(8);
    let short = format!("{paragraph}\n\n").repeat(13);
    let long = [
        ("10 MB", format!("{paragraph}\n\n").repeat(13_000)),
        ("a paragraph of 1 MB", paragraph.repeat(1_300)),
    ];
    for (size, long) in &long {
        let mut dearest = 0_f64;
        for (name, edit) in [
            ("insert", Edit::Insert('字')),
            ("backspace", Edit::Backspace),
            ("enter", Edit::NewParagraph),
            ("down", Edit::Down),
            ("page down", Edit::PageDown),
        ] {
            let what = format!("key {name} in {size}");
            let ours = press(long, &edit);
            dearest = dearest.max(ours);
            let beside = press(&short, &edit);
            table.ratio(&what, ours, "in 10 KB", beside, Goal::Told);
        }
        let what = format!("dearest key in {size}");
        table.ratio(&what, dearest, "limit", KEY_BUDGET, Goal::Times(1.0));
    }
}

fn press(body: &str, edit: &Edit) -> f64 {
    let mut prose = Prose::new(body);
    prose.set_area(80, 24, AmbiguousCells::One);
    // In the middle of the text, as long as it is.
    let middle = prose.position().paragraphs.div_ceil(2);
    prose.place_caret(middle, body.len() / 6 / middle);
    let mut times: Vec<f64> = (0..TIMES)
        .map(|_| {
            let start = Instant::now();
            prose.edit(edit.clone());
            black_box((
                prose.visible(),
                prose.caret(),
                prose.zishu(),
                prose.is_changed(),
            ));
            start.elapsed().as_secs_f64() * 1_000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[TIMES / 2]
}
