//! The rules, one file each; the registry is all that knows them.

mod announced;
mod approximate;
mod bodies;
mod byline;
mod calendar;
mod change;
mod clock;
mod grouping;
mod headline_facts;
mod mixed_figures;
mod names;
mod past;
mod percent;
mod set_figures;
mod skipped;
mod spaces;
// Punctuation and characters.
mod dash;
mod dots;
mod doubled_mark;
mod half_width;
mod headline;
mod hidden;
mod inner_quotes;
mod list_comma;
mod pairs;
mod paragraphs;
mod repeated;
mod row;
mod speech;
mod sums;
#[cfg(test)]
mod tests_of_drafts;
mod units;
mod weekday;
mod year;
// Word lists.
mod words;

use super::Rule;

/// Every rule there is.
pub const RULES: &[&dyn Rule] = &[
    &spaces::BetweenHan,
    // Punctuation and characters.
    &spaces::BesideMark,
    &hidden::HiddenCharacter,
    &hidden::GarbledCharacter,
    &half_width::HalfWidthMark,
    &half_width::FullWidthLetter,
    &doubled_mark::DoubledMark,
    &dots::EllipsisForm,
    &dots::EllipsisTwice,
    &dash::DashForm,
    &dash::DashAsOnes,
    &inner_quotes::StraightQuotes,
    &inner_quotes::InnerQuotes,
    &inner_quotes::InnerTitles,
    &pairs::ReversedPair,
    &pairs::Unpaired,
    &list_comma::CommaBetweenQuoted,
    &list_comma::CommaInAbout,
    &list_comma::CommaBeforeAnd,
    &speech::SpeechMarks,
    &speech::ColonInColon,
    &paragraphs::MarkAtStart,
    &paragraphs::CutParagraph,
    &paragraphs::ParagraphEnd,
    &repeated::RepeatedCharacter,
    &repeated::RepeatedWord,
    &headline::HeadlineEnd,
    &headline::HeadlineSpace,
    // Numbers.
    &mixed_figures::MixedFigures,
    &mixed_figures::TwoOrPair,
    &set_figures::SetFigures,
    &grouping::Grouping,
    &approximate::Approximate,
    &approximate::SaidTwice,
    &percent::Percent,
    &percent::RangeUnit,
    &percent::RangeDash,
    &units::ShrinksByTimes,
    &units::BareSquare,
    &units::FigureSpace,
    &year::YearForm,
    // Days and hours.
    &calendar::NoSuchDay,
    &clock::NoSuchHour,
    &weekday::Weekday,
    &past::NotYet,
    &past::Age,
    // Facts within a story.
    &sums::Sum,
    &change::Change,
    &announced::Announced,
    &skipped::Skipped,
    &names::NameVariant,
    &byline::BylineForm,
    &bodies::BodyVariant,
    &headline_facts::HeadlineNumber,
    &headline_facts::HeadlineForm,
    // Word lists.
    &words::Confusable,
    &words::SetPhrase,
    &words::Cautious,
    &words::Registered,
];

#[cfg(test)]
mod tests {
    use super::super::{Context, Finding, Severity, check_text, fix};
    use super::*;

    fn of(rule: &dyn Rule, text: &str) -> Vec<Finding> {
        let mut found = check_text(text, &Context::default());
        found.retain(|one| one.rule == rule.name());
        found
    }

    /// The text with the first replacement of every finding put in.
    fn mended(text: &str, mut found: Vec<Finding>) -> String {
        for one in &mut found {
            one.replacements.truncate(1);
            one.replacements.iter_mut().for_each(|new| new.safe = true);
        }
        fix(text, &found)
    }

    #[test]
    fn every_rule_finds_its_examples_and_mends_them() {
        for rule in RULES {
            // What wants a draft or the house's own register has its examples beside it.
            let bare =
                rule.finds().is_empty() && !rule.needs_draft() && rule.name() != "registered-name";
            assert!(!bare, "{}", rule.name());
            for (wrong, right) in rule.finds() {
                let found = of(*rule, wrong);
                assert!(!found.is_empty(), "{} is silent on {wrong}", rule.name());
                assert_eq!(&mended(wrong, found), right, "{}", rule.name());
            }
        }
    }

    #[test]
    fn every_rule_leaves_alone_what_is_right() {
        for rule in RULES {
            assert!(!rule.leaves().is_empty(), "{}", rule.name());
            for right in rule.leaves() {
                assert_eq!(of(*rule, right), [], "{} on {right}", rule.name());
            }
        }
    }

    #[test]
    fn no_example_that_is_right_is_an_error_to_another_rule() {
        for rule in RULES {
            for right in rule.leaves() {
                let found = check_text(right, &Context::default());
                let errors = found.iter().filter(|one| one.severity == Severity::Error);
                assert_eq!(errors.count(), 0, "{}: {right}: {found:?}", rule.name());
            }
        }
    }

    #[test]
    fn names_are_unique_and_safe_texts_settle() {
        for (at, rule) in RULES.iter().enumerate() {
            assert!(RULES[..at].iter().all(|other| other.name() != rule.name()));
            for (wrong, _) in rule.finds() {
                let context = Context::default();
                let once = fix(wrong, &check_text(wrong, &context));
                assert_eq!(fix(&once, &check_text(&once, &context)), once, "{wrong}");
            }
        }
    }
}
