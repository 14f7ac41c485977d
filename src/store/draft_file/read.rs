//! From the bytes of a draft file to a [`Draft`]: missing keys have defaults, wrong ones a line.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::domain::{
    Byline, Date, Draft, DraftId, Kind, Left, Note, Person, ProblemKind, ProofPass, Rank, Review,
    Role, Status, Verdict,
};

use super::{SCHEMA, plain};

/// What is wrong with a draft file, and on which line (from 1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, where it is known.
    pub line: Option<usize>,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// Reads a draft; a byte order mark and CRLF line ends are accepted.
pub fn read(id: DraftId, bytes: &[u8]) -> Result<Draft, Fault> {
    let text = text(bytes)?;
    if let Some((rest, body)) = plain::lift_body(text)
        && let Ok(mut draft) = parse(id.clone(), &rest)
    {
        draft.body = super::multiline::canonical(body.to_owned());
        return Ok(draft);
    }
    // Here too where something is wrong: the lines are those of the whole file.
    parse(id, text)
}

/// Reads the whole text as TOML.
pub(super) fn parse(id: DraftId, text: &str) -> Result<Draft, Fault> {
    let reader = Reader { text };
    let document = DeTable::parse(text).map_err(|error| Fault {
        line: error.span().map(|span| line_at(text, span.start)),
        kind: ProblemKind::Toml(first_line(error.message())),
    })?;
    reader.draft(id, document.get_ref())
}

/// The bytes as text, without byte order mark.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Fault> {
    let text = simdutf8::compat::from_utf8(bytes).map_err(|error| Fault {
        line: Some(lines_before(&bytes[..error.valid_up_to()])),
        kind: ProblemKind::NotText,
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

fn first_line(message: &str) -> String {
    message.lines().collect::<Vec<_>>().join("; ")
}

fn line_at(text: &str, at: usize) -> usize {
    lines_before(&text.as_bytes()[..at.min(text.len())])
}

/// The number, from 1, of the line that these bytes end in.
fn lines_before(bytes: &[u8]) -> usize {
    bytes.split(|&b| b == b'\n').count()
}

type Value<'a> = Spanned<DeValue<'a>>;

struct Reader<'a> {
    text: &'a str,
}

impl<'a> Reader<'a> {
    fn draft(&self, id: DraftId, top: &DeTable<'a>) -> Result<Draft, Fault> {
        self.schema(top)?;
        let mut draft = Draft::empty(id);
        draft.kind = self
            .word(top, "kind", "story | brief | intro", Kind::from_key)?
            .unwrap_or_default();
        draft.label = self.string(top, "label", "label")?;
        draft.place = self.string(top, "place", "place")?;
        draft.headline = self.string(top, "headline", "headline")?;
        draft.deck = self.string(top, "deck", "deck")?;
        draft.date = self.date(top)?;
        draft.status = self
            .word(
                top,
                "status",
                "draft | submitted | held | spiked",
                Status::from_key,
            )?
            .unwrap_or_default();
        let rank = |text: &str| Rank::parse(text).ok();
        if let Some(rank) = self.word(top, "rank", "0-9 A-Z a-z (\"a3\")", rank)? {
            draft.rank = rank;
        }
        draft.byline = self.byline(top)?;
        draft.body = self.body(top)?;
        draft.reviews = self.list(top, "review", |table| self.review(table))?;
        draft.proofs = self.list(top, "proof", |table| self.proof(table))?;
        draft.notes = self.list(top, "note", |table| self.note(table))?;
        draft.left = self.list(top, "left", |table| self.left(table))?;
        Ok(draft)
    }

    fn schema(&self, top: &DeTable<'a>) -> Result<(), Fault> {
        let Some(value) = top.get("schema") else {
            return Ok(());
        };
        match Self::integer(value) {
            Some(n) if n > SCHEMA => Err(self.fault(value, ProblemKind::Schema(n))),
            Some(_) => Ok(()),
            None => Err(self.wrong(value, "schema", "1")),
        }
    }

    fn date(&self, top: &DeTable<'a>) -> Result<Option<Date>, Fault> {
        const WANTED: &str = "YYYY-MM-DD";
        let Some(value) = top.get("date") else {
            return Ok(None);
        };
        let text = match value.get_ref() {
            DeValue::String(text) => text.trim().to_owned(),
            DeValue::Datetime(datetime) => datetime
                .date
                .map(|date| date.to_string())
                .ok_or_else(|| self.wrong(value, "date", WANTED))?,
            _ => return Err(self.wrong(value, "date", WANTED)),
        };
        if text.is_empty() {
            return Ok(None);
        }
        let date = text
            .parse()
            .map_err(|_| self.wrong(value, "date", WANTED))?;
        Ok(Some(date))
    }

    fn byline(&self, top: &DeTable<'a>) -> Result<Byline, Fault> {
        let mut byline = Byline::default();
        let Some(table) = self.table(top, "byline")? else {
            return Ok(byline);
        };
        for role in Role::ALL {
            let key = format!("byline.{}", role.key());
            let Some(value) = table.get(role.key()) else {
                continue;
            };
            *byline.of_mut(role) = match value.get_ref() {
                DeValue::Array(people) => people
                    .iter()
                    .map(|person| self.person(person, &key))
                    .collect::<Result<_, _>>()?,
                DeValue::String(name) if name.is_empty() => Vec::new(),
                _ => vec![self.person(value, &key)?],
            };
        }
        Ok(byline)
    }

    fn person(&self, value: &Value<'a>, key: &str) -> Result<Person, Fault> {
        match value.get_ref() {
            DeValue::String(name) => Ok(Person::named(name.as_ref())),
            DeValue::Table(table) => Ok(Person {
                name: self.string(table, "name", key)?,
                unit: self.optional(table, "unit", key)?,
                title: self.optional(table, "title", key)?,
            }),
            _ => Err(self.wrong(
                value,
                key,
                "\"姓名\" | { name = \"姓名\", unit = \"单位\" }",
            )),
        }
    }

    fn body(&self, top: &DeTable<'a>) -> Result<String, Fault> {
        let body = match self.table(top, "text")? {
            Some(table) => self.string(table, "body", "text.body")?,
            None => String::new(),
        };
        Ok(super::multiline::canonical(body))
    }

    fn review(&self, table: &DeTable<'a>) -> Result<Review, Fault> {
        let verdict = match table.get("verdict") {
            None => Verdict::Signed,
            Some(value) => {
                let read = value.get_ref().as_str().and_then(Verdict::from_key);
                read.ok_or_else(|| self.wrong(value, "review.verdict", "signed | returned"))?
            }
        };
        Ok(Review {
            stage: self.small(table, "stage", "review.stage")?,
            by: self.string(table, "by", "review.by")?,
            at: self.string(table, "at", "review.at")?,
            content: self.string(table, "content", "review.content")?,
            opinion: self.string(table, "opinion", "review.opinion")?,
            verdict,
            rush: self.string(table, "rush", "review.rush")?,
        })
    }

    fn proof(&self, table: &DeTable<'a>) -> Result<ProofPass, Fault> {
        Ok(ProofPass {
            pass: self.small(table, "pass", "proof.pass")?,
            by: self.string(table, "by", "proof.by")?,
            at: self.string(table, "at", "proof.at")?,
            content: self.string(table, "content", "proof.content")?,
        })
    }

    /// A number of one byte; 0 where it is missing.
    fn small(&self, table: &DeTable<'a>, key: &str, name: &str) -> Result<u8, Fault> {
        let Some(value) = table.get(key) else {
            return Ok(0);
        };
        Self::integer(value)
            .and_then(|n| u8::try_from(n).ok())
            .ok_or_else(|| self.wrong(value, name, "1 | 2 | 3"))
    }

    fn note(&self, table: &DeTable<'a>) -> Result<Note, Fault> {
        Ok(Note {
            by: self.string(table, "by", "note.by")?,
            at: self.string(table, "at", "note.at")?,
            about: self.string(table, "about", "note.about")?,
            text: self.string(table, "text", "note.text")?,
            closed: self.string(table, "closed", "note.closed")?,
        })
    }

    fn left(&self, table: &DeTable<'a>) -> Result<Left, Fault> {
        Ok(Left {
            rule: self.string(table, "rule", "left.rule")?,
            text: self.string(table, "text", "left.text")?,
            why: self.string(table, "why", "left.why")?,
            by: self.string(table, "by", "left.by")?,
            at: self.string(table, "at", "left.at")?,
        })
    }

    /// The tables of a list; one table alone counts as a list of one.
    fn list<T>(
        &self,
        top: &DeTable<'a>,
        key: &str,
        one: impl Fn(&DeTable<'a>) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let Some(value) = top.get(key) else {
            return Ok(Vec::new());
        };
        let wanted = format!("[[{key}]]");
        match value.get_ref() {
            DeValue::Array(items) => items
                .iter()
                .map(|item| match item.get_ref() {
                    DeValue::Table(table) => one(table),
                    _ => Err(self.wrong(item, key, &wanted)),
                })
                .collect(),
            DeValue::Table(table) => Ok(vec![one(table)?]),
            _ => Err(self.wrong(value, key, &wanted)),
        }
    }

    fn table<'t>(&self, top: &'t DeTable<'a>, key: &str) -> Result<Option<&'t DeTable<'a>>, Fault> {
        match top.get(key).map(|value| (value, value.get_ref())) {
            None => Ok(None),
            Some((_, DeValue::Table(table))) => Ok(Some(table)),
            Some((value, _)) => Err(self.wrong(value, key, &format!("[{key}]"))),
        }
    }

    /// Text; a date or time is taken as it is written.
    fn string(&self, table: &DeTable<'a>, key: &str, name: &str) -> Result<String, Fault> {
        Ok(self.optional(table, key, name)?.unwrap_or_default())
    }

    fn optional(
        &self,
        table: &DeTable<'a>,
        key: &str,
        name: &str,
    ) -> Result<Option<String>, Fault> {
        match table.get(key).map(|value| (value, value.get_ref())) {
            None => Ok(None),
            Some((_, DeValue::String(text))) => Ok(Some(text.clone().into_owned())),
            Some((_, DeValue::Datetime(datetime))) => Ok(Some(datetime.to_string())),
            Some((value, _)) => Err(self.wrong(value, name, "\"…\"")),
        }
    }

    fn word<T>(
        &self,
        top: &DeTable<'a>,
        key: &str,
        wanted: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Fault> {
        let Some(value) = top.get(key) else {
            return Ok(None);
        };
        let parsed = value.get_ref().as_str().and_then(parse);
        parsed
            .map(Some)
            .ok_or_else(|| self.wrong(value, key, wanted))
    }

    fn integer(value: &Value<'a>) -> Option<i64> {
        let integer = value.get_ref().as_integer()?;
        i64::from_str_radix(integer.as_str(), integer.radix()).ok()
    }

    fn wrong(&self, value: &Value<'a>, key: &str, wanted: &str) -> Fault {
        let kind = ProblemKind::Value {
            key: key.to_owned(),
            wanted: wanted.to_owned(),
        };
        self.fault(value, kind)
    }

    fn fault(&self, value: &Value<'a>, kind: ProblemKind) -> Fault {
        Fault {
            line: Some(line_at(self.text, value.span().start)),
            kind,
        }
    }
}
