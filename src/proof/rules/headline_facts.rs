//! Headline, deck and place line against each other and against the body.

use crate::domain::Field;
use crate::proof::figures::{self, Figure, ONE};
use crate::proof::{Context, Line, Out, Rule, Severity, Story};
use crate::wording::proof as words;

/// The headline says 91名老人, the body 90名老人.
pub struct HeadlineNumber;

/// The thing that a figure counts: the measure and the character after it.
fn thing<'a>(figure: &Figure<'a>) -> Option<&'a str> {
    let after = figure.after();
    let mut chars = after.char_indices();
    let (_, first) = chars.next()?;
    let known = figures::counts(after) && !"多来余年万亿".contains(first);
    let (_, second) = chars.next()?;
    let end = chars.next().map_or(after.len(), |(at, _)| at);
    (known && !second.is_ascii() && !"，。、；：　“”！？）".contains(second)).then(|| &after[..end])
}

fn rough(figure: &Figure) -> bool {
    let before = figure.before();
    before.ends_with([
        '近', '约', '超', '逾', '余', '第', '上', '每', '过', '破', '达',
    ]) || figure.after().starts_with(['多', '余', '万', '亿', '来'])
}

impl HeadlineNumber {
    /// What the body says instead, where it says it once and nowhere what the headline says.
    fn instead<'a>(story: &'a Story, wanted: u64, thing: &str) -> Option<&'a str> {
        let mut other: Option<Figure> = None;
        let mut alike = Vec::new();
        let measure = &thing[..thing.chars().next()?.len_utf8()];
        for line in story.body() {
            for figure in figures::all(line.text) {
                if figure.value() == Some(wanted) {
                    return None;
                }
                if figure.after().starts_with(measure) {
                    alike.extend(figure.value());
                }
                if figure.after().starts_with(thing) {
                    if other.is_some_and(|known| known.value() != figure.value()) {
                        return None;
                    }
                    other = Some(figure);
                }
            }
        }
        let other = other.filter(|other| !rough(other))?;
        let value = other.value()?;
        let rounded = wanted.is_multiple_of(10 * ONE) && value > wanted && value < wanted * 11 / 10;
        let added = alike.iter().enumerate().any(|(at, one)| {
            let rest = &alike[at + 1..];
            rest.iter()
                .any(|other| one.checked_add(*other) == Some(wanted))
        });
        (!rounded && !added && value >= 2 * ONE).then(|| other.text())
    }
}

impl Rule for HeadlineNumber {
    fn name(&self) -> &'static str {
        "headline-number"
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

    fn needs_draft(&self) -> bool {
        true
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &["91名老人年审，90名老人到场。"]
    }

    fn story(&self, story: &Story, _: &Context, out: &mut Out) {
        let heads = story.lines.iter();
        for line in heads.filter(|line| matches!(line.field, Field::Headline | Field::Deck)) {
            for figure in figures::arabic(line.text).filter(|figure| !rough(figure)) {
                let (Some(value), Some(thing)) = (figure.value(), thing(&figure)) else {
                    continue;
                };
                if let Some(other) = Self::instead(story, value, thing) {
                    out.add(line, figure.start..figure.end, words::HEADLINE_NUMBER)
                        .about(format!("{other}{thing}"))
                        .offer(other);
                }
            }
        }
    }
}

/// The place line again in the headline; a deck that repeats the headline.
pub struct HeadlineForm;

impl HeadlineForm {
    fn place(line: &Line, place: &str, out: &mut Out) {
        let Some(rest) = line.text.strip_prefix(place) else {
            return;
        };
        if let Some(mark) = rest
            .chars()
            .next()
            .filter(|mark| matches!(mark, '：' | ':'))
        {
            out.add(
                line,
                0..place.len() + mark.len_utf8(),
                words::PLACE_IN_HEADLINE,
            )
            .about(place)
            .offer("");
        }
    }
}

impl Rule for HeadlineForm {
    fn name(&self) -> &'static str {
        "headline-form"
    }

    fn clause(&self) -> &'static str {
        "house"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn needs_draft(&self) -> bool {
        true
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &["柳湾社区：渠水进村", "渠水进村"]
    }

    fn story(&self, story: &Story, _: &Context, out: &mut Out) {
        let of = |field: Field| story.lines.iter().find(move |line| line.field == field);
        let Some(headline) = of(Field::Headline) else {
            return;
        };
        if let Some(place) = of(Field::Place) {
            Self::place(headline, place.text, out);
        }
        if let Some(deck) = of(Field::Deck).filter(|deck| deck.text == headline.text) {
            out.add(deck, 0..deck.text.len(), words::DECK_IS_HEADLINE)
                .offer("");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests_of_drafts::{draft, found};
    use super::*;

    #[test]
    fn a_number_of_the_headline_must_stand_in_the_body() {
        for (headline, body) in [
            ("帮91名老人年审", "她一上午帮90名老人年审了车卡。"),
            ("12户村民搬新居", "4月，21户村民搬进了新居。"),
            ("修好3座危桥", "两年修好了4座危桥。"),
        ] {
            let draft = draft("", headline, "", body);
            assert_eq!(found(&HeadlineNumber, &draft), 1, "{headline}");
        }
        for (headline, body) in [
            ("帮91名老人年审", "她一上午帮91名老人年审了车卡。"),
            ("帮九十多名老人年审", "她一上午帮91名老人年审了车卡。"),
            ("300名学生植树", "共有312名学生植树。"),
            ("31人获奖", "男18人、女13人获奖。"),
            ("3名学生获救", "三名学生被救上岸，另有2名学生报警。"),
            ("近300名学生植树", "共有298名学生植树。"),
            (
                "40公里驰援　挽回37岁鲜活生命",
                "一条37岁的生命，50分钟，40公里。",
            ),
        ] {
            let draft = draft("", headline, "", body);
            assert_eq!(found(&HeadlineNumber, &draft), 0, "{headline}");
        }
    }

    #[test]
    fn place_and_deck_say_something_else_than_the_headline() {
        let wrong = [
            draft("柳湾社区", "柳湾社区：渠水进村", "", "渠水进了村。"),
            draft("", "渠水进村", "渠水进村", "渠水进了村。"),
        ];
        assert!(wrong.iter().all(|draft| found(&HeadlineForm, draft) == 1));
        let right = [
            draft("柳湾社区", "柳湾渠水进村", "一条渠的来历", "渠水进了村。"),
            draft("柳湾社区", "柳湾社区有了新渠", "", "渠水进了村。"),
        ];
        assert!(right.iter().all(|draft| found(&HeadlineForm, draft) == 0));
    }
}
