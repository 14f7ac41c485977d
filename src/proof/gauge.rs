//! How a text stands against the limit for newspapers: an estimate.
//!
//! 《报纸期刊质量管理规定》 (2020): a newspaper passes with no more than 3 errors in 10,000 字; a
//! wrong character counts 1, a mark 0.1, and what stands in a headline counts double.

use super::{Finding, Severity};
use crate::domain::Field;

/// Errors that 10,000 字 may hold.
const LIMIT: f64 = 3.0;

/// The weight of a finding in tenths of an error; hints weigh nothing.
pub fn weight(finding: &Finding) -> u32 {
    match (finding.severity, finding.field) {
        (Severity::Hint, _) => 0,
        (_, Field::Headline) => 2 * u32::from(finding.weight),
        _ => u32::from(finding.weight),
    }
}

/// Errors by weight.
pub fn errors<'a>(findings: impl Iterator<Item = &'a Finding>) -> f64 {
    f64::from(findings.map(weight).sum::<u32>()) / 10.0
}

/// Errors that a text of this many 字 may hold.
#[expect(clippy::cast_precision_loss, reason = "no newsroom has 2^52 字")]
pub fn limit(chars: usize) -> f64 {
    (chars as f64 / 10_000.0 * LIMIT * 1000.0).round() / 1000.0
}
