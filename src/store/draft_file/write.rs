//! A new draft file: keys in the order that reads well raw, strings always in `"`.

use std::fmt::Write;

use toml_edit::Datetime;

use crate::domain::{Draft, Left, Note, Person, ProofPass, Review, Role};

use super::multiline;

/// The text of a new draft file.
pub fn new_file(draft: &Draft) -> String {
    let mut out = String::with_capacity(draft.body.len() + 512);
    let mut line = |key: &str, value: &str| {
        let _ = writeln!(out, "{key} = {value}");
    };
    line("schema", &super::SCHEMA.to_string());
    line("kind", &string(draft.kind.key()));
    if !draft.label.is_empty() {
        line("label", &string(&draft.label));
    }
    line("place", &string(&draft.place));
    line("headline", &string(&draft.headline));
    line("deck", &string(&draft.deck));
    if let Some(date) = draft.date {
        line("date", &date.to_string());
    }
    line("status", &string(draft.status.key()));
    line("rank", &string(draft.rank.as_str()));
    out.push_str("\n[byline]\n");
    for role in Role::ALL {
        let _ = writeln!(out, "{} = {}", role.key(), people(draft.byline.of(role)));
    }
    let body = multiline::canonical(draft.body.clone());
    let _ = writeln!(out, "\n[text]\nbody = {}", multiline::encode(&body));
    for review in &draft.reviews {
        push_table(&mut out, "review", &review_keys(review));
    }
    for pass in &draft.proofs {
        push_table(&mut out, "proof", &proof_keys(pass));
    }
    for note in &draft.notes {
        push_table(&mut out, "note", &note_keys(note));
    }
    for left in &draft.left {
        push_table(&mut out, "left", &left_keys(left));
    }
    out
}

fn push_table(out: &mut String, name: &str, keys: &[(&'static str, String)]) {
    let _ = writeln!(out, "\n[[{name}]]");
    for (key, value) in keys.iter().filter(|key| !is_left_out(key)) {
        let _ = writeln!(out, "{key} = {value}");
    }
}

/// Keys that most tables have nothing for are written only where they say something.
fn is_left_out((key, literal): &(&'static str, String)) -> bool {
    matches!(*key, "verdict" | "rush" | "closed") && literal == "\"\""
}

/// The keys of a `[[proof]]` with their literals.
pub(super) fn proof_keys(pass: &ProofPass) -> [(&'static str, String); 4] {
    [
        ("pass", pass.pass.to_string()),
        ("by", string(&pass.by)),
        ("at", moment(&pass.at)),
        ("content", string(&pass.content)),
    ]
}

/// The keys of a `[[review]]` with their literals.
pub(super) fn review_keys(review: &Review) -> [(&'static str, String); 7] {
    [
        ("stage", review.stage.to_string()),
        ("by", string(&review.by)),
        ("at", moment(&review.at)),
        ("content", string(&review.content)),
        ("opinion", string(&review.opinion)),
        ("verdict", string(review.verdict.key())),
        ("rush", string(&review.rush)),
    ]
}

/// The keys of a `[[note]]` with their literals.
pub(super) fn note_keys(note: &Note) -> [(&'static str, String); 5] {
    [
        ("by", string(&note.by)),
        ("at", moment(&note.at)),
        ("about", string(&note.about)),
        ("text", string(&note.text)),
        ("closed", moment(&note.closed)),
    ]
}

/// The keys of a `[[left]]` with their literals.
pub(super) fn left_keys(left: &Left) -> [(&'static str, String); 5] {
    [
        ("rule", string(&left.rule)),
        ("text", string(&left.text)),
        ("why", string(&left.why)),
        ("by", string(&left.by)),
        ("at", moment(&left.at)),
    ]
}

/// A time where it reads back as the same text, else a string.
fn moment(text: &str) -> String {
    match text.parse::<Datetime>() {
        Ok(datetime) if datetime.to_string() == text => text.to_owned(),
        _ => string(text),
    }
}

/// A list of people as a literal.
pub(super) fn people(people: &[Person]) -> String {
    let people: Vec<String> = people.iter().map(person).collect();
    format!("[{}]", people.join(", "))
}

/// One person: a bare name, or a table where more is known.
pub(super) fn person(person: &Person) -> String {
    let mut out = string(&person.name);
    if person.unit.is_none() && person.title.is_none() {
        return out;
    }
    out.insert_str(0, "{ name = ");
    for (key, value) in [("unit", &person.unit), ("title", &person.title)] {
        if let Some(value) = value {
            let _ = write!(out, ", {key} = {}", string(value));
        }
    }
    out.push_str(" }");
    out
}

/// A one-line string literal.
pub(super) fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
