//! Liangdian (亮点): a newsroom in a terminal.
//!
//! The floors, from the ground up. Imports go downward only; `tests/floors.rs` proves it.
//!
//! | floor | modules | what it owns | what it must not know |
//! |---|---|---|---|
//! | 0 | [`domain`] | drafts, bylines, queue order, issues, numbering, faults | clock, disk, git, terminal, wording |
//! | 1 | [`text`], [`wording`] | Chinese typography; every sentence the program says | files, screens |
//! | 2 | [`term`] | what is sent to a terminal and what it sends: bytes | screens, file descriptors |
//! | 2 | [`import`], [`export`] | raw pages in, issue files out: pure functions | files, screens |
//! | 2 | [`proof`] | what is wrong in a story, rule by rule: pure functions | files, screens |
//! | 2 | [`store`], [`git`], [`config`] | the newsroom on disk; the only caller of git; settings | screens |
//! | 2 | [`term`] | what is sent to a terminal and read from it | state, screens, the system |
//! | 3 | [`app`] | state, messages, effects, `update` | terminal, disk |
//! | 4 | [`ui`] | one file a screen, colours by role | state changes |
//! | 5 | [`runtime`] | command line, event loop, workers, the terminal | |

pub mod app;
pub mod config;
pub mod domain;
pub mod export;
pub mod git;
pub mod import;
pub mod proof;
pub mod runtime;
pub mod store;
pub mod term;
pub mod text;
pub mod ui;
pub mod wording;
