//! Proofreading of many drafts beside all other work: results come in as they are found.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Sender;
use std::thread;

use super::desk::Arrival;
use crate::app::house::House;
use crate::app::msg::Msg;
use crate::app::proofs::Proofed;
use crate::domain::DraftId;
use crate::store::Newsroom;

/// Drafts whose results are told together.
const SHARE: usize = 250;

/// What proofreading knows of a newsroom.
pub fn house(newsroom: &Newsroom) -> Arc<House> {
    let allowed = newsroom.allowed();
    let (lists, _) = newsroom.proof_lists();
    let texts: Vec<&str> = lists.iter().map(|file| file.text.as_str()).collect();
    Arc::new(House {
        lexicon: (!lists.is_empty()).then(|| Arc::new(super::proof::lexicon_of(newsroom).0)),
        stamp: format!("{allowed:?}{texts:?}"),
        allowed,
    })
}

/// Starts threads that read and check these files; one that cannot be read is passed over.
pub fn start(newsroom: Newsroom, files: Vec<PathBuf>, house: &Arc<House>, to: &Sender<Arrival>) {
    let threads = thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let threads = threads.min(files.len().div_ceil(SHARE)).max(1);
    let (newsroom, files) = (Arc::new(newsroom), Arc::new(files));
    for first in 0..threads {
        let (newsroom, files) = (Arc::clone(&newsroom), Arc::clone(&files));
        let (house, to) = (Arc::clone(house), to.clone());
        thread::spawn(move || {
            for part in files.chunks(SHARE).skip(first).step_by(threads) {
                let results = part
                    .iter()
                    .filter_map(|file| check(&newsroom, file, &house));
                let results: Vec<_> = results.collect();
                // The loop is gone where nobody takes the results.
                if to.send(Arrival::Msg(Msg::Proofed(results))).is_err() {
                    return;
                }
            }
        });
    }
}

fn check(newsroom: &Newsroom, file: &Path, house: &House) -> Option<(DraftId, Proofed)> {
    let entry = newsroom.read(file).ok()?;
    let proofed = Proofed::of(&entry.draft, &entry.file_hash, house);
    Some((entry.draft.id, proofed))
}
