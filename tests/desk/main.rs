//! Keys in, screen out: the desk on scratch git repositories, worker and disk included.

#![allow(clippy::unwrap_used, clippy::expect_used)] // A test that cannot go on has failed.

mod bench;

mod byline;
mod caret;
mod find;
mod help;
mod import;
mod issue;
mod proof;
mod proofing;
mod queue;
mod review;
mod story;
mod trouble;
