//! A body as a TOML multi-line string, one paragraph a line.
//!
//! The delimiter is always `"""`, whatever the text holds, so that no edit turns the whole text
//! into a difference; lines that did not change keep the very bytes they had.

use std::collections::HashMap;
use std::fmt::Write;

/// The body as drafts hold it: LF line ends, one line end at the end, none where it is empty.
pub fn canonical(body: String) -> String {
    let plain = if body.contains('\r') {
        body.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        body
    };
    let end = plain.trim_end_matches('\n').len();
    let mut plain = plain;
    plain.truncate(end);
    if !plain.is_empty() {
        plain.push('\n');
    }
    plain
}

/// The string with its delimiters; `body` is canonical.
pub fn encode(body: &str) -> String {
    encode_keeping(body, &HashMap::new())
}

/// The same, each line in the form it has in `old`, the literal that stood there.
pub fn encode_like(body: &str, old: &str) -> String {
    encode_keeping(body, &forms(old))
}

fn encode_keeping(body: &str, forms: &HashMap<String, &str>) -> String {
    let mut out = String::with_capacity(body.len() + 16);
    out.push_str("\"\"\"\n");
    for line in body.split_inclusive('\n') {
        let text = line.strip_suffix('\n').unwrap_or(line);
        match forms.get(text) {
            Some(form) => out.push_str(form),
            None => push_line(text, &mut out),
        }
        out.push('\n');
    }
    out.push_str("\"\"\"");
    out
}

/// One line, escaped where TOML needs it; the third quotation mark of a row is.
fn push_line(line: &str, out: &mut String) {
    let mut quotes = 0;
    for c in line.chars() {
        quotes = if c == '"' { quotes + 1 } else { 0 };
        match c {
            '"' if quotes == 3 => {
                out.push_str("\\\"");
                quotes = 0;
            }
            '\\' => out.push_str("\\\\"),
            '\t' => out.push(c),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
}

/// The written form of each line of a `"""` literal; empty for other literals, and for lines
/// that do not stand by themselves (a backslash at the end joins the next one).
fn forms(old: &str) -> HashMap<String, &str> {
    let inner = old
        .strip_prefix("\"\"\"\n")
        .and_then(|rest| rest.strip_suffix("\"\"\""));
    let Some(inner) = inner else {
        return HashMap::new();
    };
    if inner.lines().any(joins_next) {
        return HashMap::new();
    }
    inner
        .lines()
        .filter_map(|form| Some((decode(form)?, form)))
        .collect()
}

fn joins_next(line: &str) -> bool {
    let line = line.trim_end_matches([' ', '\t']);
    let slashes = line.len() - line.trim_end_matches('\\').len();
    slashes % 2 == 1
}

/// What one line of a literal says.
fn decode(form: &str) -> Option<String> {
    if !form.contains(['\\', '"']) {
        return Some(form.to_owned());
    }
    let literal = format!("\"\"\"{form}\n\"\"\"");
    let value: toml_edit::Value = literal.parse().ok()?;
    Some(value.as_str()?.strip_suffix('\n')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decoded(literal: &str) -> String {
        let value: toml_edit::Value = literal.parse().unwrap();
        value.as_str().unwrap().to_owned()
    }

    proptest! {
        #[test]
        fn what_is_encoded_reads_the_same(body in "([一二。“”\"'\\\\\t\u{1}\u{7f}a# ]{0,12}\n){0,4}") {
            let body = canonical(body);
            prop_assert_eq!(decoded(&encode(&body)), body);
        }
    }

    #[test]
    fn a_quotation_mark_or_backslash_does_not_flip_the_delimiter() {
        let body = "他说\"\"\"好\"\"\"\"。\\n\n";
        let literal = encode(body);
        assert!(literal.starts_with("\"\"\"\n") && literal.ends_with("\n\"\"\""));
        assert_eq!(decoded(&literal), body);
    }

    #[test]
    fn a_line_that_stays_keeps_its_form() {
        let old = "\"\"\"\n\\u4E00段\n\n第二段\n\"\"\"";
        assert_eq!(
            encode_like("一段\n\n第三段\n", old),
            "\"\"\"\n\\u4E00段\n\n第三段\n\"\"\""
        );
    }

    #[test]
    fn a_body_ends_with_one_line_end() {
        for (raw, body) in [
            ("", ""),
            ("\n\n", ""),
            ("甲", "甲\n"),
            ("甲\r\n乙\n\n", "甲\n乙\n"),
        ] {
            assert_eq!(canonical(raw.into()), body);
        }
    }
}
