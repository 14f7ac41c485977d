//! The weight of open faults against what a newspaper may have.
//!
//! 《报纸期刊质量管理规定》 (国新出发〔2020〕10号) passes a newspaper at 3 errors in 10,000 字; its
//! 《报纸编校差错率计算方法》 weighs them: a headline counts double, the same slip at most three times
//! in an issue. What a program finds is an estimate of it and no verdict.

use std::collections::HashMap;

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

/// How often the same slip counts in an issue.
const SAME: u32 = 3;

/// The weight of what is open in a text or in several, and their length.
#[derive(Debug, Clone, Default)]
pub struct Gauge {
    /// Tenths of an error.
    weight: u32,
    zishu: usize,
    seen: HashMap<(&'static str, String), u32>,
}

impl Gauge {
    /// Adds a text of so many 字.
    pub fn text(&mut self, zishu: usize) {
        self.zishu += zishu;
    }

    /// Adds an open finding about a passage; hints weigh nothing.
    pub fn open(&mut self, finding: &Finding, passage: &str) {
        if finding.severity == Severity::Hint {
            return;
        }
        let slip = (finding.rule, passage.to_owned());
        let times = self.seen.entry(slip).or_insert(0);
        *times += 1;
        if *times <= SAME {
            let doubled = if finding.field == Field::Headline {
                2
            } else {
                1
            };
            self.weight += u32::from(finding.weight) * doubled;
        }
    }

    /// The weight in errors: `0.3`.
    pub fn weight(&self) -> String {
        format!("{}.{}", self.weight / 10, self.weight % 10)
    }

    /// What a text of this length may have, in errors: `0.36` for 1,200 字.
    pub fn limit(&self) -> String {
        let hundredths = self.zishu * 3 / 100;
        format!("{}.{:02}", hundredths / 100, hundredths % 100)
    }

    /// Whether the weight is above the limit.
    pub fn is_over(&self) -> bool {
        // 3 in 10,000 字, in tenths.
        self.weight as usize * 1_000 > self.zishu * 3
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Context, check_text};
    use super::*;

    fn gauge(field: Field, severity: Severity, times: usize) -> Gauge {
        let mut found = check_text("渠水 进村。", &Context::default());
        let mut one = found.remove(0);
        (one.field, one.severity, one.weight) = (field, severity, 10);
        let mut gauge = Gauge::default();
        gauge.text(1_200);
        for _ in 0..times {
            gauge.open(&one, "渠水 进村");
        }
        gauge
    }

    #[test]
    fn a_headline_counts_double_and_the_same_slip_three_times() {
        let weight = |field, severity, times| gauge(field, severity, times).weight();
        assert_eq!(weight(Field::Body, Severity::Error, 1), "1.0");
        assert_eq!(weight(Field::Headline, Severity::Warning, 1), "2.0");
        assert_eq!(weight(Field::Body, Severity::Error, 9), "3.0");
        assert_eq!(weight(Field::Body, Severity::Hint, 9), "0.0");
    }

    #[test]
    fn the_limit_is_three_in_ten_thousand() {
        let one = gauge(Field::Body, Severity::Error, 1);
        assert_eq!((one.limit().as_str(), one.is_over()), ("0.36", true));
        let none = gauge(Field::Body, Severity::Error, 0);
        assert!(!none.is_over());
    }
}
