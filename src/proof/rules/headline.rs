//! Marks and spaces of headlines and crossheads.

use crate::domain::Field;
use crate::proof::{Context, Line, LineKind, Out, Rule, Severity};
use crate::text::marks::is_han;
use crate::wording::proof as words;

/// A full stop or pause mark at the end of a headline.
pub struct HeadlineEnd;

/// A narrow space between the clauses of a headline.
pub struct HeadlineSpace;

fn is_head(line: &Line) -> bool {
    line.kind == LineKind::Crosshead || matches!(line.field, Field::Headline | Field::Place)
}

impl Rule for HeadlineEnd {
    fn name(&self) -> &'static str {
        "headline-end"
    }

    fn clause(&self) -> &'static str {
        "house"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("## 渠水进村。\n水来了。", "## 渠水进村\n水来了。"),
            ("## 渠水进村，\n水来了。", "## 渠水进村\n水来了。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "## 渠水进村了！\n水来了。",
            "## 谁来管水？\n水来了。",
            "水来了。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        if !is_head(line) {
            return;
        }
        let end = line.text.len();
        let mark = line.text.chars().next_back();
        let Some(mark) = mark.filter(|c| matches!(c, '。' | '，' | '、' | '；' | '：')) else {
            return;
        };
        // Several sentences: a summary, where marks are at home.
        let inner = &line.text[..end - mark.len_utf8()];
        if mark == '。' && inner.contains('。') {
            return;
        }
        let finding = out.add(line, end - mark.len_utf8()..end, words::HEADLINE_END);
        finding.about(mark).offer("");
    }
}

impl Rule for HeadlineSpace {
    fn name(&self) -> &'static str {
        "headline-space"
    }

    fn clause(&self) -> &'static str {
        "house"
    }

    fn severity(&self) -> Severity {
        Severity::Hint
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[(
            "## 渠水进村 路也宽了\n水来了。",
            "## 渠水进村　路也宽了\n水来了。",
        )]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "## 渠水进村　路也宽了\n水来了。",
            "## 用 WiFi 上网\n水来了。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        if !is_head(line) {
            return;
        }
        for (at, _) in line.text.match_indices(' ') {
            let before = line.text[..at].trim_end_matches(' ');
            let after = line.text[at..].trim_start_matches(' ');
            let han = before.ends_with(is_han) && after.starts_with(is_han);
            if han && before.len() == at {
                let end = line.text.len() - after.len();
                out.add(line, at..end, words::HEADLINE_SPACE)
                    .offer("\u{3000}");
            }
        }
    }
}
