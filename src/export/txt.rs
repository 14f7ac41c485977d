//! Plain text: reads well in any viewer, pastes well into any system.
//!
//! Paragraphs begin with two U+3000, as Chinese text does; nothing depends on a width.

use std::fmt::Write;

use crate::domain::{Block, Draft, IssueDoc, Kind};

use super::{Format, credits, label, masthead, of_kind};

/// `txt`.
pub struct Txt;

const INDENT: &str = "　　";
const RULE: &str = "＊　　＊　　＊";

impl Format for Txt {
    fn name(&self) -> &'static str {
        "txt"
    }

    fn extension(&self) -> &'static str {
        "txt"
    }

    fn render(&self, issue: &IssueDoc) -> Vec<u8> {
        let mut out = String::with_capacity(issue.size());
        let _ = write!(out, "{}\n\n{}\n", issue.title, masthead(issue));
        for draft in of_kind(issue, Kind::Intro) {
            let _ = write!(out, "\n\n【{}】\n\n", label(draft));
            heading(draft, &mut out);
            text(draft, &mut out);
        }
        for draft in of_kind(issue, Kind::Story) {
            let _ = write!(out, "\n\n{INDENT}{RULE}\n\n\n");
            heading(draft, &mut out);
            text(draft, &mut out);
        }
        for (at, draft) in of_kind(issue, Kind::Brief).enumerate() {
            if at == 0 {
                let _ = write!(out, "\n\n{INDENT}{RULE}\n\n\n【简讯】\n");
            }
            brief(draft, &mut out);
        }
        let credits = credits(issue);
        if !credits.is_empty() {
            let _ = write!(out, "\n\n{credits}\n");
        }
        out.into_bytes()
    }
}

fn heading(draft: &Draft, out: &mut String) {
    for line in [&draft.place, &draft.headline] {
        if !line.is_empty() {
            out.push_str(line);
            out.push('\n');
        }
    }
    if !draft.deck.is_empty() {
        let _ = writeln!(out, "——{}", draft.deck);
    }
    if [&draft.place, &draft.headline, &draft.deck]
        .iter()
        .any(|line| !line.is_empty())
    {
        out.push('\n');
    }
}

/// The body; the byline ends its last paragraph.
fn text(draft: &Draft, out: &mut String) {
    let blocks: Vec<Block> = draft.blocks().collect();
    let last = blocks
        .iter()
        .rposition(|b| matches!(b, Block::Paragraph(_)));
    for (at, block) in blocks.iter().enumerate() {
        match block {
            Block::Crosshead(head) => {
                let _ = write!(out, "\n{INDENT}{head}\n\n");
            }
            Block::Paragraph(paragraph) => {
                out.push_str(INDENT);
                out.push_str(paragraph);
                if Some(at) == last {
                    out.push_str(&draft.byline.printed());
                }
                out.push('\n');
            }
        }
    }
}

fn brief(draft: &Draft, out: &mut String) {
    out.push('\n');
    for (at, block) in draft.blocks().enumerate() {
        let (Block::Crosshead(line) | Block::Paragraph(line)) = block;
        out.push_str(if at == 0 { "●" } else { "\n　" });
        out.push_str(line);
    }
    out.push_str(&draft.byline.printed());
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issue_as_plain_text() {
        let text = String::from_utf8(Txt.render(&super::super::tests::sample())).unwrap();
        let expected = "\
亮点工作系列报道

今日柳林　第12期　2026年4月1日　星期三


【开栏语】

　　春到柳林，本期起刊发社区新事。


　　＊　　＊　　＊


柳林社区
楼道亮了　邻里近了
——一盏灯的故事

　　“*亮了！*”居民说。

　　一 装灯

　　1. 先量尺寸。（记者 林一舟 通讯员 何雨）


　　＊　　＊　　＊


【简讯】

●北岗村新修水渠两公里。（通讯员 方圆）


责编：周明　校对：白杨
";
        assert_eq!(text, expected);
    }
}
