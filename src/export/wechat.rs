//! A page to open in a browser, copy and paste into the editor of a `WeChat` account.
//!
//! That editor keeps inline styles and drops everything else, so there is nothing else: no class,
//! id, style sheet, script, position or list. The column is 677 px wide as theirs is.

use std::fmt::Write;

use crate::domain::{Block, Draft, IssueDoc, Kind};

use super::markup::{element, escape};
use super::{Format, credits, label, masthead, of_kind};

/// `wechat`.
pub struct WeChat;

const PAGE: &str = "max-width:677px;margin:0 auto;padding:16px;font-size:16px;line-height:1.75;\
color:#333333;letter-spacing:0.5px";
const TITLE: &str =
    "text-align:center;font-size:22px;font-weight:bold;color:#a3121c;line-height:1.4;margin:8px 0";
const LINE: &str = "text-align:center;font-size:14px;color:#888888;margin:0 0 24px";
const LABEL: &str = "font-size:15px;font-weight:bold;color:#a3121c;margin:28px 0 4px";
const PLACE: &str = "font-size:14px;color:#888888;margin:32px 0 0";
const HEADLINE: &str = "font-size:19px;font-weight:bold;line-height:1.45;margin:4px 0 8px";
const DECK: &str = "font-size:15px;color:#666666;margin:0 0 12px";
const CROSSHEAD: &str = "font-size:17px;font-weight:bold;color:#a3121c;margin:20px 0 8px";
const PARAGRAPH: &str = "margin:0 0 14px;text-indent:2em;text-align:justify";
const CREDITS: &str =
    "font-size:14px;color:#888888;margin:32px 0 0;padding-top:12px;border-top:1px solid #dddddd";

impl Format for WeChat {
    fn name(&self) -> &'static str {
        "wechat"
    }

    fn extension(&self) -> &'static str {
        "wechat.html"
    }

    fn render(&self, issue: &IssueDoc) -> Vec<u8> {
        let mut out = String::with_capacity(issue.size() * 2);
        out.push_str(
            "<!DOCTYPE html>\n<html lang=\"zh-Hans-CN\">\n<head>\n<meta charset=\"utf-8\">\n",
        );
        element("title", &issue.title, &mut out);
        let _ = write!(out, "</head>\n<body>\n<section style=\"{PAGE}\">\n");
        styled(TITLE, &issue.title, &mut out);
        styled(LINE, &masthead(issue), &mut out);
        for draft in issue.items.iter().filter(|draft| draft.kind != Kind::Brief) {
            story(draft, &mut out);
        }
        for (at, draft) in of_kind(issue, Kind::Brief).enumerate() {
            if at == 0 {
                styled(LABEL, "简讯", &mut out);
            }
            body(draft, "●", &mut out);
        }
        let credits = credits(issue);
        if !credits.is_empty() {
            styled(CREDITS, &credits, &mut out);
        }
        out.push_str("</section>\n</body>\n</html>\n");
        out.into_bytes()
    }
}

fn styled(style: &str, text: &str, out: &mut String) {
    element(&format!("p style=\"{style}\""), text, out);
}

fn story(draft: &Draft, out: &mut String) {
    if draft.kind == Kind::Intro {
        styled(LABEL, label(draft), out);
    }
    let deck = if draft.deck.is_empty() {
        String::new()
    } else {
        format!("——{}", draft.deck)
    };
    for (style, text) in [
        (PLACE, &draft.place),
        (HEADLINE, &draft.headline),
        (DECK, &deck),
    ] {
        if !text.is_empty() {
            styled(style, text, out);
        }
    }
    body(draft, "", out);
}

fn body(draft: &Draft, bullet: &str, out: &mut String) {
    let blocks: Vec<Block> = draft.blocks().collect();
    let is_paragraph = |block: &Block| matches!(block, Block::Paragraph(_));
    let first = blocks.iter().position(is_paragraph);
    let last = blocks.iter().rposition(is_paragraph);
    for (at, block) in blocks.iter().enumerate() {
        match block {
            Block::Crosshead(head) => styled(CROSSHEAD, head, out),
            Block::Paragraph(text) => {
                let _ = write!(out, "<p style=\"{PARAGRAPH}\">");
                if Some(at) == first {
                    out.push_str(bullet);
                }
                escape(text, out);
                if Some(at) == last {
                    escape(&draft.byline.printed(), out);
                }
                out.push_str("</p>\n");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_in_it_that_the_editor_drops() {
        let page = String::from_utf8(WeChat.render(&super::super::tests::sample())).unwrap();
        for word in [
            "class=",
            "id=",
            "<style",
            "<script",
            "position:",
            "<ul",
            "<ol",
            "<li",
            "<a ",
            "http",
        ] {
            assert!(!page.contains(word), "{word}");
        }
        // Every element of the text carries its own style.
        let shown = &page[page.find("<body>").unwrap()..];
        assert_eq!(
            shown.matches("<p ").count(),
            shown.matches("<p style=\"").count()
        );
        assert!(!shown.contains("<p>") && shown.contains("max-width:677px"));
    }
}
