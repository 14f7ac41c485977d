//! The clauses of a headline.
//!
//! Knows one line of text.

/// The clauses of a headline: parts between white space that is not inside quotes.
pub(in crate::import) fn clauses(text: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut depth = 0usize;
    let mut space = String::new();
    let mut before = None;
    for c in text.chars() {
        match c {
            '“' | '‘' | '《' | '（' => depth += 1,
            '”' | '’' | '》' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if c.is_whitespace() && depth == 0 {
            space.push(c);
            continue;
        }
        if !space.is_empty() {
            // English words keep their space.
            let english = space == " "
                && before.is_some_and(|b: char| b.is_ascii_alphanumeric())
                && c.is_ascii_alphanumeric();
            match out.last_mut() {
                Some(last) if english => last.push(' '),
                _ => out.push(String::new()),
            }
            space.clear();
        }
        if let Some(last) = out.last_mut() {
            last.push(c);
        }
        before = Some(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_space_inside_quotes_parts_no_clauses() {
        assert_eq!(
            clauses("“学新篇 办实事”  走进街巷"),
            ["“学新篇 办实事”", "走进街巷"]
        );
        assert_eq!(clauses("用上APP 2.0 版"), ["用上APP 2.0", "版"]);
    }
}
