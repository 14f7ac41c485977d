//! The plain text in GB18030, as older typesetting systems want it.
//!
//! GB18030 has every character of Unicode, so nothing is lost; GB2312 and GBK have not.

use crate::domain::IssueDoc;

use super::{Format, txt};

/// `gb18030`.
pub struct Gb18030;

impl Format for Gb18030 {
    fn name(&self) -> &'static str {
        "gb18030"
    }

    fn extension(&self) -> &'static str {
        "gb18030.txt"
    }

    fn render(&self, issue: &IssueDoc) -> Vec<u8> {
        let text = String::from_utf8(txt::Txt.render(issue)).unwrap_or_default();
        // Windows' editors end lines so, and no system that wants this encoding does otherwise.
        let text = text.replace('\n', "\r\n");
        encoding_rs::GB18030.encode(&text).0.into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_characters_go_there_and_back() {
        let mut issue = super::super::tests::sample();
        issue.items[1].headline = "喆祐𠮷㙍——●".into();
        let bytes = Gb18030.render(&issue);
        assert!(std::str::from_utf8(&bytes).is_err());
        let (text, had_errors) = encoding_rs::GB18030.decode_without_bom_handling(&bytes);
        let plain = String::from_utf8(txt::Txt.render(&issue)).unwrap();
        assert!(!had_errors);
        assert_eq!(text.replace("\r\n", "\n"), plain);
    }
}
