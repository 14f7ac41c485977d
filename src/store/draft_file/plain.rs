//! A body that needs no decoding is taken out of a file before it is parsed.
//!
//! Nine tenths of a newsroom are such bodies; a parser of all TOML takes several times as long to
//! say that they are what they are.

const OPEN: &str = "\n[text]\nbody = \"\"\"\n";
const CLOSE: &str = "\"\"\"";

/// The file with an empty body, and the body as it reads; `None` where only a parser can tell.
///
/// Only the written form of [`super::write`] is taken: nothing before the table can be an open
/// string, and nothing in the body is an escape or a character that TOML forbids.
pub fn lift_body(text: &str) -> Option<(String, &str)> {
    let open = text.find(OPEN)?;
    let start = open + OPEN.len();
    let length = closing(&text[start..])?;
    let body = &text[start..start + length];
    let (front, back) = (&text[..open], &text[start + length + CLOSE.len()..]);
    let closed = back.is_empty() || back.starts_with('\n');
    let apart = !front.contains(CLOSE) && !front.contains("'''");
    let whole = body.is_empty() || body.ends_with('\n');
    let literal = |b: u8| (b >= b' ') & (b != b'\\') & (b != 0x7f) | (b == b'\n') | (b == b'\t');
    let plain = body.bytes().fold(true, |so_far, b| so_far & literal(b));
    if !(closed && apart && whole && plain) {
        return None;
    }
    let mut rest = String::with_capacity(text.len() - length + 2);
    for part in [front, "\n[text]\nbody = \"\"", back] {
        rest.push_str(part);
    }
    Some((rest, body))
}

/// Where the first [`CLOSE`] begins; it is mostly the only one, at the end of the file.
fn closing(text: &str) -> Option<usize> {
    let last = text.rfind(CLOSE)?;
    let before = &text.as_bytes()[..last];
    if before.iter().fold(false, |found, &b| found | (b == b'"')) {
        text.find(CLOSE)
    } else {
        Some(last)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{read, write};
    use super::*;
    use crate::domain::{Draft, DraftId};

    fn id() -> DraftId {
        DraftId::new("a").unwrap()
    }

    #[test]
    fn a_lifted_body_reads_as_a_parsed_one() {
        let mut draft = Draft::empty(id());
        for body in ["", "一段。\n", "一段\n\n## 题\n\n\t“二”\n"] {
            draft.body = body.into();
            let file = write::new_file(&draft);
            assert!(lift_body(&file).is_some(), "{file}");
            assert_eq!(read::read(id(), file.as_bytes()), read::parse(id(), &file));
        }
    }

    #[test]
    fn what_only_looks_like_a_body_is_left_to_the_parser() {
        let table = "[text]\nbody = \"\"\"\n文\n\"\"\"\n";
        for file in [
            format!("deck = \"\"\"\n{table}"),
            format!("deck = '''\n{table}'''\n"),
            "a = 1\n[text]\nbody = \"\"\"\n文\\n\n\"\"\"\n".to_owned(),
            "a = 1\n[text]\nbody = \"\"\"\n文\"\"\"\n".to_owned(),
            "a = 1\n[text]\nbody = \"\"\"\n文\n\"\"\"\"\n".to_owned(),
            "a = 1\n[text]\nbody = \"\"\"\n\u{1}\n\"\"\"\n".to_owned(),
        ] {
            assert!(lift_body(&file).is_none(), "{file}");
            assert_eq!(read::read(id(), file.as_bytes()), read::parse(id(), &file));
        }
    }

    #[test]
    fn a_fault_behind_a_lifted_body_has_its_line_in_the_file() {
        let file = "a = 1\n[text]\nbody = \"\"\"\n一\n二\n\"\"\"\nbody = 2\n";
        assert!(lift_body(file).is_some());
        assert_eq!(read::read(id(), file.as_bytes()).unwrap_err().line, Some(7));
    }
}
