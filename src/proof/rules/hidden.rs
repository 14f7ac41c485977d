//! Characters that cannot be seen, or that nobody can read.

use crate::proof::{Context, Line, Out, Rule, Severity};
use crate::text::clean::{holds_unsafe, is_unsafe};
use crate::wording::proof as words;

/// Control, zero-width and direction-override characters.
pub struct HiddenCharacter;

/// The replacement character and private ones: what was there is lost.
pub struct GarbledCharacter;

impl Rule for HiddenCharacter {
    fn name(&self) -> &'static str {
        "hidden-character"
    }

    fn clause(&self) -> &'static str {
        "house"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("渠\u{200b}水进村了。", "渠水进村了。"),
            ("渠水\u{202e}进村\u{202c}了。", "渠水进村了。"),
            ("渠水\u{ad}进\u{7}村了。", "渠水进村了。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &["渠水进村了。", "一家三口👨\u{200d}👩\u{200d}👧", "Ａ　b c"]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        if !holds_unsafe(line.text) {
            return;
        }
        let mut before = ' ';
        for (at, c) in line.text.char_indices() {
            // A joiner between two pictures makes them one.
            let joiner = c == '\u{200d}' && before >= '\u{2190}' && !is_unsafe(before);
            let picture = |c: char| matches!(c, '\u{2190}'..='\u{2bff}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}');
            if is_unsafe(c) && c != '\t' && !(joiner && picture(before)) {
                out.add(line, at..at + c.len_utf8(), words::HIDDEN_CHARACTER)
                    .about(format!("U+{:04X}", c as u32))
                    .mend("");
            }
            before = c;
        }
    }
}

impl Rule for GarbledCharacter {
    fn name(&self) -> &'static str {
        "garbled-character"
    }

    fn clause(&self) -> &'static str {
        "house"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn weight(&self) -> u16 {
        10
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[("渠\u{fffd}进村了。", "渠\u{fffd}进村了。")]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &["渠水进村了。", "𬭚元素，㙦，喆"]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        let lost = |c: char| matches!(c, '\u{fffd}' | '\u{e000}'..='\u{f8ff}');
        for (at, c) in line.text.match_indices(lost) {
            out.add(line, at..at + c.len(), words::GARBLED_CHARACTER);
        }
    }
}
