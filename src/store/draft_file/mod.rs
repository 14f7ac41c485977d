//! One draft as TOML: read leniently, written so that a change touches the lines it means.
//!
//! | file | what it owns |
//! |---|---|
//! | [`read`] | text to [`Draft`](crate::domain::Draft), typed, with the line of what is wrong |
//! | [`mod@write`] | a new file, keys in the order that reads well raw |
//! | [`edit`] | one field of a file that is there; unknown keys, comments and order stay |
//! | [`multiline`] | the body's `"""` string, one paragraph a line |

pub mod edit;
pub mod multiline;
mod people;
mod plain;
pub mod read;
pub mod write;

/// Largest draft file that is read (bytes).
pub const LIMIT: u64 = 16 * 1024 * 1024;

/// Version of the form that this program writes.
pub const SCHEMA: i64 = 1;

#[cfg(test)]
mod tests;
