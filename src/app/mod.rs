//! State, messages, effects and `update`: the program without terminal, disk or clock.
//!
//! Architecture invariant: nothing here reads a file, runs a program, asks the time or knows
//! what a terminal is. What has to be done outside leaves as an [`Effect`] and comes back as
//! a [`Msg`].

pub mod area;
pub mod byline;
pub mod diff;
pub mod differences;
pub mod editing;
pub mod effect;
pub mod field;
pub mod history;
pub mod house;
pub mod import;
pub mod issue;
pub mod keymap;
pub mod msg;
pub mod notes;
pub mod problems;
pub mod proof;
pub mod proofing;
pub mod proofs;
pub mod prose;
pub mod queue;
pub mod review;
pub mod state;
pub mod story;
pub mod update;
pub mod view;

pub use crate::term::key;
pub use effect::Effect;
pub use msg::Msg;
pub use state::State;
pub use update::update;
