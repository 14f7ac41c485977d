//! A list of people that is changed person by person: whoever stays keeps the line, the comment and
//! what else the file says of them.

use toml_edit::{Array, Value};

use crate::domain::Person;

use super::edit::parse;
use super::write;

/// The list `array`, which holds `old`, brought to `new`.
pub fn relist(array: &Array, old: &[Person], new: &[Person]) -> Array {
    let layout = Layout::of(array);
    let mut used = vec![false; old.len()];
    let mut out = array.clone();
    out.clear();
    let mut tail = String::new();
    for person in new {
        let at = find(old, &used, person);
        let value = match at {
            Some(at) => {
                used[at] = true;
                array
                    .get(at)
                    .and_then(|value| updated(value, &old[at], person))
            }
            None => None,
        };
        let Some(value) = value.or_else(|| parse(&write::person(person))) else {
            continue;
        };
        let lead = layout.lead(at, out.is_empty());
        let prefix = format!("{tail}{lead}");
        let suffix = at.map_or("", |at| layout.parts[at].suffix.as_str());
        out.push_formatted(value.decorated(prefix, suffix));
        tail = at.map_or(String::new(), |at| layout.parts[at].tail.clone());
    }
    out.set_trailing(format!("{tail}{}", layout.end));
    if out.is_empty() && !layout.end.contains(['#', '\n']) {
        out.set_trailing("");
        out.set_trailing_comma(false);
    }
    out
}

/// The person themself, else the one of that name.
fn find(old: &[Person], used: &[bool], person: &Person) -> Option<usize> {
    let free = |test: &dyn Fn(&Person) -> bool| (0..old.len()).find(|&i| !used[i] && test(&old[i]));
    free(&|other| other == person).or_else(|| free(&|other| other.name == person.name))
}

/// The value with what changed about the person; `None` where it must be written anew.
fn updated(value: &Value, old: &Person, new: &Person) -> Option<Value> {
    if old == new {
        return Some(value.clone());
    }
    let mut value = value.clone();
    let table = value.as_inline_table_mut()?;
    for (key, text) in [("unit", &new.unit), ("title", &new.title)] {
        match text {
            Some(text) => {
                let mut literal = parse(&write::string(text))?;
                if let Some(before) = table.get(key) {
                    *literal.decor_mut() = before.decor().clone();
                }
                table.insert(key, literal);
            }
            None => {
                table.remove(key);
            }
        }
    }
    Some(value)
}

/// What stands around each element, comments with the element they stand behind.
struct Layout {
    parts: Vec<Part>,
    end: String,
}

struct Part {
    /// Before the element, from the line break on.
    lead: String,
    /// Between the element and its comma.
    suffix: String,
    /// Behind its comma up to the line break: its comment.
    tail: String,
}

impl Layout {
    fn of(array: &Array) -> Self {
        let text = |raw: Option<&toml_edit::RawString>| -> String {
            raw.and_then(|raw| raw.as_str()).unwrap_or("").to_owned()
        };
        let mut parts: Vec<Part> = Vec::new();
        for value in array {
            let (tail, lead) = split(&text(value.decor().prefix()));
            if let Some(last) = parts.last_mut() {
                last.tail = tail;
            }
            parts.push(Part {
                lead,
                suffix: text(value.decor().suffix()),
                tail: String::new(),
            });
        }
        let mut behind = text(Some(array.trailing()));
        if let Some(last) = parts.last_mut()
            && !array.trailing_comma()
        {
            behind.insert_str(0, &std::mem::take(&mut last.suffix));
        }
        let (tail, end) = split(&behind);
        if let Some(last) = parts.last_mut() {
            last.tail = tail;
        }
        Self { parts, end }
    }

    /// What stands before an element; one that is new stands like its neighbours.
    fn lead(&self, at: Option<usize>, first: bool) -> String {
        let spread = self
            .parts
            .iter()
            .map(|part| &part.lead)
            .find(|lead| lead.contains('\n'));
        match (at, spread) {
            (Some(at), Some(_)) => self.parts[at].lead.clone(),
            (None, Some(lead)) if lead.contains('#') => "\n    ".to_owned(),
            (None, Some(lead)) => lead.clone(),
            (_, None) if first => self.parts.first().map_or(String::new(), |p| p.lead.clone()),
            (_, None) => " ".to_owned(),
        }
    }
}

/// At the first line break, which belongs to the second part; all of it does where there is none.
fn split(text: &str) -> (String, String) {
    match text.find('\n') {
        Some(at) => (text[..at].to_owned(), text[at..].to_owned()),
        None => (String::new(), text.to_owned()),
    }
}
