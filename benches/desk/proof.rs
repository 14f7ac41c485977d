//! What proofreading costs: a paragraph as it is typed, and the whole of a large newsroom.

use std::hint::black_box;
use std::io;
use std::path::Path;
use std::time::Instant;

use liangdian::app::house::House;
use liangdian::app::proofs::Proofed;
use liangdian::domain::Field;
use liangdian::proof::{Context, Line, LineKind, check_line};
use liangdian::store::Newsroom;

use super::corpus;
use super::table::{Goal, Table};

/// What the check of a changed paragraph may cost (milliseconds).
const PARAGRAPH: f64 = 2.0;
/// What that of 10,000 drafts may cost on two processors (milliseconds).
const NEWSROOM: f64 = 3_000.0;

/// Both against what they may cost.
pub fn measure(scratch: &Path, table: &mut Table) -> io::Result<()> {
    for (name, han) in [("150 字", 450), ("1,500 字", 4_500)] {
        let text = corpus::text(han).replace('\n', "");
        let what = format!("proof of a paragraph of {name}");
        table.ratio(
            &what,
            paragraph(&text),
            "limit",
            PARAGRAPH,
            Goal::Times(1.0),
        );
    }
    let room = scratch.join("proof");
    corpus::drafts(&room, 10_000)?;
    let newsroom = Newsroom::open(&room).map_err(|error| io::Error::other(format!("{error:?}")))?;
    let loaded = newsroom.load();
    let house = House::default();
    let start = Instant::now();
    let half = loaded.entries.len().div_ceil(2);
    std::thread::scope(|scope| {
        for part in loaded.entries.chunks(half) {
            let house = &house;
            scope.spawn(move || {
                for entry in part {
                    black_box(Proofed::of(&entry.draft, &entry.file_hash, house));
                }
            });
        }
    });
    let took = start.elapsed().as_secs_f64() * 1e3;
    table.ratio(
        "proof of 10,000 drafts, two threads",
        took,
        "limit",
        NEWSROOM,
        Goal::Times(1.0),
    );
    Ok(())
}

/// The least of some checks (milliseconds).
fn paragraph(text: &str) -> f64 {
    let line = Line {
        field: Field::Body,
        kind: LineKind::Paragraph,
        paragraph: 0,
        at: 0,
        text,
    };
    let once = || {
        let start = Instant::now();
        black_box(check_line(black_box(&line), &Context::default()));
        start.elapsed().as_secs_f64() * 1e3
    };
    (0..40).map(|_| once()).fold(f64::INFINITY, f64::min)
}
