//! From so many to so many: the difference that is named.

use std::ops::Range;

use super::sums::{Count, counts};
use crate::proof::figures;
use crate::proof::{Context, Line, Out, Rule, Severity};
use crate::wording::proof as words;

/// 从40%提高到55%，提高15%; 从120户减少到80户，减少50户.
pub struct Change;

const MOVES: [&str; 13] = [
    "增加", "增长", "提高", "上升", "提升", "扩大", "减少", "下降", "降低", "缩短", "增", "降",
    "升",
];

impl Change {
    fn of(sentence: &str, counts: &[Count], at: usize) -> Option<(Range<usize>, String, bool)> {
        let [from, to, by] = counts.get(at..at + 3)? else {
            return None;
        };
        let lead = from.figure.before();
        let near = lead
            .char_indices()
            .rev()
            .take(10)
            .map(|(at, _)| at)
            .last()?;
        let begun = lead[near..].rfind(['从', '由']).map(|at| near + at)?;
        let linked = &sentence[from.figure.end..to.figure.start];
        let moved =
            linked.ends_with(['到', '至', '为']) && MOVES.iter().any(|word| linked.contains(word));
        let then = &sentence[to.figure.end..by.figure.start];
        let step = then.trim_end_matches('了');
        let said = MOVES.iter().any(|word| step.ends_with(word)) && then.contains('，');
        let other = lead[begun..].contains(['，', '。'])
            || then.chars().count() > 12
            || linked.chars().count() > 14;
        if !moved || !said || other || from.rough || to.rough || by.rough {
            return None;
        }
        let percent = |count: &Count| count.figure.after().starts_with('%');
        let gap = from.value.abs_diff(to.value);
        let span = by.figure.start..by.figure.end;
        if percent(from) && percent(to) {
            if percent(by) && by.value == gap {
                let end = by.figure.end + 1;
                return Some((by.figure.end..end, "个百分点".to_owned(), true));
            }
            let points = by.figure.after().starts_with("个百分点");
            return (points && by.value != gap).then(|| (span, figures::printed(gap), false));
        }
        let alike = !from.unit.is_empty() && from.unit == to.unit && to.unit == by.unit;
        let same_scale = by.figure.value() == Some(by.value);
        (alike && gap != by.value && same_scale).then(|| (span, figures::printed(gap), false))
    }
}

impl Rule for Change {
    fn name(&self) -> &'static str {
        "change"
    }

    fn clause(&self) -> &'static str {
        "house"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn weight(&self) -> u16 {
        10
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            (
                "入园率从40%提高到55%，提高了15%。",
                "入园率从40%提高到55%，提高了15个百分点。",
            ),
            (
                "由120户减少到80户，减少50户。",
                "由120户减少到80户，减少40户。",
            ),
            (
                "入园率从40%提高到55%，提高12个百分点。",
                "入园率从40%提高到55%，提高15个百分点。",
            ),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "入园率从40%提高到55%，提高了15个百分点。",
            "由120户减少到80户，减少40户。",
            "从80户增加到120户，增长50%。",
            "收入由2万元增加到3万元，增加了1万元。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        if !line.text.contains(['从', '由']) {
            return;
        }
        let mut start = 0;
        for sentence in line.text.split_inclusive(['。', '；']) {
            let counts = counts(sentence);
            for at in 0..counts.len().saturating_sub(2) {
                if let Some((span, right, points)) = Self::of(sentence, &counts, at) {
                    let why = if points {
                        words::PERCENT_POINTS
                    } else {
                        words::CHANGE
                    };
                    out.add(line, start + span.start..start + span.end, why)
                        .about(right.clone())
                        .offer(right);
                }
            }
            start += sentence.len();
        }
    }
}
