//! Markdown: every character of a draft is text, never markup.
//!
//! No emphasis is written: `**“…”**` is not read as bold by most readers where a Han character
//! stands beside it.

use crate::domain::{Block, Draft, IssueDoc, Kind};

use super::{Format, credits, label, masthead, of_kind};

/// `md`.
pub struct Markdown;

impl Format for Markdown {
    fn name(&self) -> &'static str {
        "md"
    }

    fn extension(&self) -> &'static str {
        "md"
    }

    fn render(&self, issue: &IssueDoc) -> Vec<u8> {
        let mut out = String::with_capacity(issue.size());
        out.push_str("# ");
        escape(&issue.title, &mut out);
        escape(&masthead(issue), begin(&mut out));
        for draft in of_kind(issue, Kind::Intro) {
            begin(&mut out).push_str("## ");
            escape(label(draft), &mut out);
            heading(draft, "### ", &mut out);
            text(draft, &mut out);
        }
        for draft in of_kind(issue, Kind::Story) {
            heading(draft, "## ", &mut out);
            text(draft, &mut out);
        }
        for (at, draft) in of_kind(issue, Kind::Brief).enumerate() {
            if at == 0 {
                begin(&mut out).push_str("## 简讯");
            }
            brief(draft, begin(&mut out));
        }
        let credits = credits(issue);
        if !credits.is_empty() {
            escape(&credits, begin(&mut out));
        }
        out.push('\n');
        out.into_bytes()
    }
}

/// Parts the next block from the one before.
fn begin(out: &mut String) -> &mut String {
    out.push_str("\n\n");
    out
}

fn heading(draft: &Draft, level: &str, out: &mut String) {
    if !draft.place.is_empty() {
        escape(&draft.place, begin(out));
    }
    if !draft.headline.is_empty() {
        begin(out).push_str(level);
        escape(&draft.headline, out);
    }
    if !draft.deck.is_empty() {
        escape(&format!("——{}", draft.deck), begin(out));
    }
}

/// The body; the byline ends its last paragraph.
fn text(draft: &Draft, out: &mut String) {
    let is_paragraph = |block: &Block| matches!(block, Block::Paragraph(_));
    let blocks: Vec<Block> = draft.blocks().collect();
    let last = blocks.iter().rposition(is_paragraph);
    for (at, block) in blocks.iter().enumerate() {
        match block {
            Block::Crosshead(head) => {
                begin(out).push_str("### ");
                escape(head, out);
            }
            Block::Paragraph(paragraph) => escape(paragraph, begin(out)),
        }
        if Some(at) == last {
            escape(&draft.byline.printed(), out);
        }
    }
}

fn brief(draft: &Draft, out: &mut String) {
    out.push_str("● ");
    for (at, block) in draft.blocks().enumerate() {
        let (Block::Crosshead(line) | Block::Paragraph(line)) = block;
        if at > 0 {
            begin(out).push('　');
        }
        escape(line, out);
    }
    escape(&draft.byline.printed(), out);
}

/// A line as text: what Markdown would act on stands behind a backslash, what HTML would as an
/// entity.
fn escape(line: &str, out: &mut String) {
    let line = line.trim_matches([' ', '\t']);
    // Most paragraphs hold nothing that Markdown acts on: all that does is ASCII.
    let active = |b: u8| b.is_ascii_punctuation() || b.is_ascii_control();
    if !line.bytes().fold(false, |found, b| found | active(b)) {
        return out.push_str(line);
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in line.char_indices() {
        let next = line[at + c.len_utf8()..].chars().next();
        let parted = next.is_none_or(char::is_whitespace);
        let numbers = digits > 0 && at == digits && matches!(c, '.' | ')') && parted;
        let starts = at == 0 && matches!(c, '#' | '+' | '-' | '=' | '>');
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => {
                out.push('\\');
                out.push(c);
            }
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\n' | '\r' => out.push(' '),
            c if numbers || starts => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issue_as_markdown() {
        let text = String::from_utf8(Markdown.render(&super::super::tests::sample())).unwrap();
        let expected = "\
# 亮点工作系列报道

今日柳林　第12期　2026年4月1日　星期三

## 开栏语

春到柳林，本期起刊发社区新事。

柳林社区

## 楼道亮了　邻里近了

——一盏灯的故事

“\\*亮了！\\*”居民说。

### 一 装灯

1\\. 先量尺寸。（记者 林一舟 通讯员 何雨）

## 简讯

● 北岗村新修水渠两公里。（通讯员 方圆）

责编：周明　校对：白杨
";
        assert_eq!(text, expected);
    }

    #[test]
    fn what_markdown_acts_on_stays_text() {
        for (raw, expected) in [
            ("# 号", "\\# 号"),
            ("- 项", "\\- 项"),
            ("+1", "\\+1"),
            ("> 引", "\\> 引"),
            ("===", "\\==="),
            ("12) 项", "12\\) 项"),
            ("2.5万", "2.5万"),
            ("![图](x)", "!\\[图\\](x)"),
            ("<b>&amp;", "&lt;b>&amp;amp;"),
            ("a_b*c`d", "a\\_b\\*c\\`d"),
            ("    缩进", "缩进"),
        ] {
            let mut out = String::new();
            escape(raw, &mut out);
            assert_eq!(out, expected);
        }
    }
}
