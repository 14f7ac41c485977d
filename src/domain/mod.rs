//! What a newsroom is made of: drafts, people, bylines, the queue, issues.
//!
//! Plain data and rules over it. This floor knows no clock, disk, git, terminal or language.

pub mod byline;
pub mod date;
pub mod draft;
pub mod fault;
pub mod imprint;
pub mod issue;
pub mod left;
pub mod note;
pub mod past;
pub mod queue;
pub mod rank;
pub mod review;
pub mod settings;
pub mod stage;

pub use byline::{Byline, Person, Role};
pub use date::Date;
pub use draft::{Block, Draft, DraftId, Kind, Status};
pub use fault::{Fault, FaultKind, Field};
pub use issue::{Credits, IssueDoc, IssueNumber, Manifest, ManifestItem, Plan};
pub use left::{Allow, Left};
pub use note::{Note, NoteAct};
pub use past::{Past, Snapshot, Version};
pub use queue::{Entry, Problem, ProblemKind};
pub use rank::Rank;
pub use review::{Mark, ProofPass, Refusal, Review, Standing, Verdict};
pub use settings::Settings;
pub use stage::Stage;
