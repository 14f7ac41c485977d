//! A draft with every safe replacement put in, and what was changed.

use super::{Context, Finding, check, fix};
use crate::domain::{Draft, Field};

/// A replacement that was put in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mend {
    /// The rule that asked for it.
    pub rule: &'static str,
    /// The field.
    pub field: Field,
    /// The line of the field, from 0, blank ones not counted.
    pub paragraph: usize,
    /// What stood there.
    pub before: String,
    /// What stands there now.
    pub after: String,
}

/// Rounds after which a text is left as it is; the second finds nothing where rules agree.
const ROUNDS: usize = 4;

/// Puts every safe replacement into a draft; empty where there is none.
pub fn mend(draft: &mut Draft, context: &Context) -> Vec<Mend> {
    let mut done = Vec::new();
    for _ in 0..ROUNDS {
        let found = check(draft, context);
        if found.iter().all(|one| one.safe().is_none()) {
            break;
        }
        for field in [Field::Place, Field::Headline, Field::Deck, Field::Body] {
            let here: Vec<Finding> = found
                .iter()
                .filter(|one| one.field == field)
                .cloned()
                .collect();
            let Some(text) = text_of(draft, field) else {
                continue;
            };
            done.extend(mends(text, &here));
            *text = fix(text, &here);
        }
    }
    done
}

/// What [`fix`] puts into a text by these findings.
pub fn mends(text: &str, findings: &[Finding]) -> Vec<Mend> {
    let mut at = 0;
    let mut done = Vec::new();
    for one in findings {
        let Some(after) = one.safe() else {
            continue;
        };
        if one.span.start >= at
            && let Some(before) = text.get(one.span.clone())
        {
            at = one.span.end;
            done.push(Mend {
                rule: one.rule,
                field: one.field,
                paragraph: one.paragraph,
                before: before.to_owned(),
                after: after.to_owned(),
            });
        }
    }
    done
}

/// The text of a field that is proofread.
fn text_of(draft: &mut Draft, field: Field) -> Option<&mut String> {
    match field {
        Field::Place => Some(&mut draft.place),
        Field::Headline => Some(&mut draft.headline),
        Field::Deck => Some(&mut draft.deck),
        Field::Body => Some(&mut draft.body),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::DraftId;

    #[test]
    fn a_draft_is_mended_once_and_for_all_and_each_change_is_told() {
        let mut draft = Draft::empty(DraftId::new("a").unwrap());
        draft.headline = "再接再励守渠堤".into();
        draft.body = "老人天天锻练。\n\n水价未变。\n".into();
        let told = mend(&mut draft, &Context::default());
        assert_eq!(draft.headline, "再接再厉守渠堤");
        assert_eq!(draft.body, "老人天天锻炼。\n\n水价未变。\n");
        let pairs: Vec<_> = told
            .iter()
            .map(|one| (one.before.as_str(), one.after.as_str()))
            .collect();
        assert_eq!(pairs, [("再接再励", "再接再厉"), ("锻练", "锻炼")]);
        assert_eq!(mend(&mut draft, &Context::default()), []);
    }
}
