//! What differs between two states of a draft, field by field in the order of the story screen.

use super::diff::{self, Paragraph, Side};
use crate::domain::{Draft, Field};

/// A field with its paragraphs, of which at least one differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The field.
    pub field: Field,
    /// All its paragraphs, the unchanged ones too.
    pub paragraphs: Vec<Paragraph>,
}

/// The fields that differ: what a signature stands for ([`Draft::content`]), and the day.
pub fn sections(old: &Draft, new: &Draft) -> Vec<Section> {
    let day = |draft: &Draft| draft.date.map(|date| date.to_string()).unwrap_or_default();
    let lines = [
        (
            Field::Kind,
            old.kind.key().to_owned(),
            new.kind.key().to_owned(),
        ),
        (Field::Label, old.label.clone(), new.label.clone()),
        (Field::Place, old.place.clone(), new.place.clone()),
        (Field::Headline, old.headline.clone(), new.headline.clone()),
        (Field::Deck, old.deck.clone(), new.deck.clone()),
        (Field::Date, day(old), day(new)),
        (Field::Byline, byline(old), byline(new)),
    ];
    let mut found: Vec<Section> = lines
        .into_iter()
        .filter(|(_, was, now)| was != now)
        .map(|(field, was, now)| Section {
            field,
            paragraphs: vec![diff::line(&was, &now)],
        })
        .collect();
    let paragraphs = diff::paragraphs(&old.body, &new.body);
    if !paragraphs.iter().all(Paragraph::is_same) {
        found.push(Section {
            field: Field::Body,
            paragraphs,
        });
    }
    found
}

/// Everybody with unit and title, so that each change of one is seen.
fn byline(draft: &Draft) -> String {
    let mut roles = Vec::new();
    for role in crate::domain::Role::ALL {
        let people = draft.byline.of(role).iter().map(|person| {
            let more = [&person.unit, &person.title].into_iter().flatten();
            let more: Vec<&str> = more.map(String::as_str).collect();
            match more.as_slice() {
                [] => person.name.clone(),
                more => format!("{}（{}）", person.name, more.join("，")),
            }
        });
        let people: Vec<String> = people.collect();
        if !people.is_empty() {
            roles.push(format!("{} {}", role.printed(), people.join(" ")));
        }
    }
    roles.join("　")
}

/// Characters that came and that went, over all fields.
pub fn size(sections: &[Section]) -> (usize, usize) {
    let count = |side: Side| {
        let pieces = sections
            .iter()
            .flat_map(|s| &s.paragraphs)
            .flat_map(|p| &p.pieces);
        let mine = pieces.filter(|piece| piece.side == side);
        mine.map(|piece| piece.text.chars().count()).sum()
    };
    (count(Side::New), count(Side::Old))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{DraftId, Person};

    #[test]
    fn only_what_differs_is_told() {
        let mut old = Draft::empty(DraftId::new("a").unwrap());
        old.headline = "楼道亮了".into();
        old.body = "一段。\n\n二段。\n".into();
        assert!(sections(&old, &old.clone()).is_empty());
        let mut new = old.clone();
        new.headline = "楼道更亮了".into();
        new.byline.reporters.push(Person::named("林一舟"));
        new.body = "一段。\n\n两段。\n".into();
        let found = sections(&old, &new);
        let fields: Vec<Field> = found.iter().map(|s| s.field).collect();
        assert_eq!(fields, [Field::Headline, Field::Byline, Field::Body]);
        assert_eq!(found[0].paragraphs[0].marked(), "楼道{+更+}亮了");
        assert_eq!(found[1].paragraphs[0].marked(), "{+记者 林一舟+}");
        assert_eq!(found[2].paragraphs.len(), 2);
        assert_eq!(size(&found), (7 + 1, 1));
    }
}
