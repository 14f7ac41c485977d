//! From fault to fault of the draft on the story screen, round its fields.

use std::fmt::Display;

use crate::app::keymap::{Action, Context};
use crate::app::state::{State, Tone};
use crate::domain::fault::{self, FaultKind};
use crate::domain::settings::ReviewSettings;
use crate::domain::{Draft, Field};
use crate::wording::{Lang, desk as words, problem};

use super::{FIELDS, StoryScreen};

/// A place to mend: the field, the character in it, and what is wrong there.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    field: Field,
    /// Characters of the field before it.
    at: usize,
    kind: FaultKind,
}

/// Goes to the next place to mend after the caret, from the first again after the last, and says
/// what is wrong there.
pub fn next(state: &mut State) {
    let (lang, key) = (
        state.lang,
        state.keymap.key(Context::Story, Action::EditByline),
    );
    let Some(screen) = super::top(state) else {
        return;
    };
    let places = places(&screen.draft());
    let mut now = (order(screen.focus), screen.caret_char());
    if screen.byline_told == Some(now) {
        now = (order(Field::Byline), 0);
    }
    let after = places
        .iter()
        .position(|place| (order(place.field), place.at) > now);
    let Some(place) = places.get(after.unwrap_or(0)) else {
        return state.say(Tone::Good, words::NO_FAULT.get(lang));
    };
    go(screen, place);
    let here = (order(screen.focus), screen.caret_char());
    screen.byline_told = (place.field == Field::Byline).then_some(here);
    let said = told(place, lang);
    let at = after.unwrap_or(0) + 1;
    let holes: [(&str, &dyn Display); 4] = [
        ("n", &at),
        ("all", &places.len()),
        ("fault", &said),
        ("key", &key),
    ];
    let sentence = match place.field {
        Field::Byline => words::FAULT_IN_BYLINE,
        _ => words::FAULT,
    };
    state.say(Tone::Bad, sentence.fill(lang, &holes));
}

fn told(place: &Place, lang: Lang) -> String {
    if place.kind == FaultKind::HiddenCharacters {
        let field = problem::field(place.field).get(lang);
        return words::HIDDEN_AT.fill(lang, &[("field", &field)]);
    }
    problem::fault(place.kind).get(lang).to_owned()
}

fn go(screen: &mut StoryScreen, place: &Place) {
    // The byline has a screen of its own; here its row follows the other fields above the text.
    if place.field == Field::Byline {
        return;
    }
    screen.focus = place.field;
    if place.field == Field::Body {
        screen.body.select_chars(place.at..place.at);
    } else if let Some(line) = screen.line() {
        let byte = line.text().char_indices().nth(place.at);
        line.place_caret(byte.map_or(line.text().len(), |(byte, _)| byte));
    }
}

/// The places to mend, in the order of the screen.
fn places(draft: &Draft) -> Vec<Place> {
    let mut found = Vec::new();
    for kind in fault::of_draft(draft, "", &ReviewSettings::default()) {
        let at = match kind {
            FaultKind::HiddenCharacters => {
                found.extend(hidden(draft));
                continue;
            }
            FaultKind::LongBrief => second_paragraph(&draft.body),
            FaultKind::LastCrosshead => last_crosshead(&draft.body),
            _ => 0,
        };
        let field = kind.field();
        found.push(Place { field, at, kind });
    }
    found.sort_by_key(|place| (order(place.field), place.at));
    found
}

/// Where a field stands on the screen; the byline between the day and the text.
fn order(field: Field) -> usize {
    let at = |field| FIELDS.iter().position(|&other| other == field);
    match field {
        Field::Byline => 2 * at(Field::Body).unwrap_or(0) - 1,
        _ => 2 * at(field).unwrap_or(0),
    }
}

/// Every character that acts unseen.
fn hidden(draft: &Draft) -> Vec<Place> {
    let fields = [
        (Field::Place, &draft.place),
        (Field::Headline, &draft.headline),
        (Field::Deck, &draft.deck),
        (Field::Body, &draft.body),
    ];
    let places = fields.into_iter().flat_map(|(field, text)| {
        let hidden = text
            .chars()
            .enumerate()
            .filter(|&(_, c)| fault::is_hidden(c));
        hidden.map(move |(at, _)| Place {
            field,
            at,
            kind: FaultKind::HiddenCharacters,
        })
    });
    places.collect()
}

/// Characters of a body before its second paragraph; crossheads are none.
fn second_paragraph(body: &str) -> usize {
    let mut at = 0;
    let mut paragraphs = 0;
    for line in body.split_inclusive('\n') {
        paragraphs += usize::from(!line.trim().is_empty() && !line.starts_with("## "));
        if paragraphs == 2 {
            return at;
        }
        at += line.chars().count();
    }
    at
}

fn last_crosshead(body: &str) -> usize {
    let at = body.rfind("## ").map_or(0, |at| at + 3);
    body[..at].chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{DraftId, Kind, Person};

    fn check(change: impl Fn(&mut Draft), expected: &[(Field, usize, FaultKind)]) {
        let mut draft = Draft::empty(DraftId::new("a").unwrap());
        draft.headline = "标题".into();
        draft.body = "一二。\n".into();
        draft.byline.reporters.push(Person::named("甲"));
        change(&mut draft);
        let found: Vec<_> = places(&draft)
            .into_iter()
            .map(|p| (p.field, p.at, p.kind))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn faults_come_in_the_order_of_the_screen() {
        use FaultKind::{HiddenCharacters, LastCrosshead, LongBrief, NoByline, NoHeadline};
        check(|_| {}, &[]);
        check(
            |d| {
                d.headline.clear();
                d.byline.reporters.clear();
                d.deck = "副\u{200b}题".into();
                d.body = "一\u{202e}二\u{7}。\n\n## 尾\n".into();
            },
            &[
                (Field::Headline, 0, NoHeadline),
                (Field::Deck, 1, HiddenCharacters),
                (Field::Byline, 0, NoByline),
                (Field::Body, 1, HiddenCharacters),
                (Field::Body, 3, HiddenCharacters),
                (Field::Body, 10, LastCrosshead),
            ],
        );
        check(
            |d| {
                d.kind = Kind::Brief;
                d.body = "一\n\n## 二\n\n三\n".into();
            },
            &[(Field::Body, 9, LongBrief)],
        );
    }
}
