//! Text as HTML: every character of a draft is text, never markup.

use std::fmt::Write;

/// Appends a text, its markup characters as entities; control characters are left out.
pub fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
}

/// Appends an element around a text; `tag` may carry attributes of ours (`p class="deck"`).
pub fn element(tag: &str, text: &str, out: &mut String) {
    let name = tag.split(' ').next().unwrap_or(tag);
    let _ = write!(out, "<{tag}>");
    escape(text, out);
    let _ = writeln!(out, "</{name}>");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_never_markup() {
        let mut out = String::new();
        element("p class=\"a\"", "<b>&\"'\u{7}渠</b>", &mut out);
        assert_eq!(
            out,
            "<p class=\"a\">&lt;b&gt;&amp;&quot;&#39;渠&lt;/b&gt;</p>\n"
        );
    }
}
