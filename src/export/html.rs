//! A page for a browser: one file, no script, nothing asked of the network.
//!
//! Reads on a phone and on a desk, in light and in dark, and prints on A4.

use std::fmt::Write;

use crate::domain::{Block, Draft, IssueDoc, Kind};

use super::markup::{element, escape};
use super::{Format, credits, label, masthead, of_kind};

/// `html`.
pub struct Html;

const STYLE: &str = "\
:root{color-scheme:light dark;--text:#1c1c1c;--quiet:#5c5c5c;--rule:#c9c9c9;--paper:#fff;--mark:#a3121c}
@media(prefers-color-scheme:dark){:root{--text:#e6e6e6;--quiet:#a6a6a6;--rule:#4a4a4a;--paper:#161616;--mark:#ff8a80}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--text);line-height:1.8;
font-family:\"Source Han Serif SC\",\"Noto Serif CJK SC\",\"Songti SC\",SimSun,serif}
main{max-width:40em;margin:0 auto;padding:1.5em 1em 4em}
header{border-bottom:3px double var(--mark);margin-bottom:1.5em;text-align:center}
h1{font-size:1.9em;line-height:1.3;margin:.3em 0;color:var(--mark)}
h2{font-size:1.4em;line-height:1.4;margin:.2em 0 .4em}
h3{font-size:1.1em;margin:1.2em 0 .4em}
p{margin:.5em 0;text-indent:2em;text-align:justify;overflow-wrap:anywhere}
.line,.place,.deck,.credits{text-indent:0;color:var(--quiet)}
.line{text-align:center}
.place{margin:0}
.deck{margin:0 0 .6em}
article{border-top:1px solid var(--rule);padding-top:1.2em;margin-top:1.8em}
nav ol{padding-left:1.6em}
nav a{color:inherit}
.credits{border-top:1px solid var(--rule);margin-top:2em;padding-top:.8em}
@media print{@page{size:A4;margin:20mm 18mm}body{background:#fff;color:#000}main{max-width:none;padding:0}
nav{display:none}article{break-inside:auto}h1,h2,h3{break-after:avoid}p{orphans:2;widows:2}}
";

impl Format for Html {
    fn name(&self) -> &'static str {
        "html"
    }

    fn extension(&self) -> &'static str {
        "html"
    }

    fn render(&self, issue: &IssueDoc) -> Vec<u8> {
        let mut out = String::with_capacity(issue.size() + issue.size() / 4 + 4096);
        let title = format!("{}　{}", issue.title, issue.number.printed());
        out.push_str(
            "<!DOCTYPE html>\n<html lang=\"zh-Hans-CN\">\n<head>\n<meta charset=\"utf-8\">\n",
        );
        out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        element("title", &title, &mut out);
        let _ = write!(
            out,
            "<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<header>\n"
        );
        element("h1", &issue.title, &mut out);
        element("p class=\"line\"", &masthead(issue), &mut out);
        out.push_str("</header>\n");
        contents(issue, &mut out);
        for (at, draft) in issue.items.iter().enumerate() {
            if draft.kind != Kind::Brief {
                article(draft, at, &mut out);
            }
        }
        briefs(issue, &mut out);
        let credits = credits(issue);
        if !credits.is_empty() {
            element("p class=\"credits\"", &credits, &mut out);
        }
        out.push_str("</main>\n</body>\n</html>\n");
        out.into_bytes()
    }
}

/// What an item is called in the table of contents.
fn called(draft: &Draft) -> &str {
    let first = [&draft.headline, &draft.place].into_iter();
    let named = first.map(String::as_str).find(|text| !text.is_empty());
    named.unwrap_or_else(|| label(draft))
}

fn contents(issue: &IssueDoc, out: &mut String) {
    let whole = |draft: &&Draft| draft.kind != Kind::Brief;
    if issue.items.iter().filter(whole).count() < 2 {
        return;
    }
    out.push_str("<nav aria-label=\"目录\">\n<ol>\n");
    for (at, draft) in issue.items.iter().enumerate() {
        if draft.kind != Kind::Brief {
            let _ = write!(out, "<li><a href=\"#item-{}\">", at + 1);
            escape(called(draft), out);
            out.push_str("</a></li>\n");
        }
    }
    if of_kind(issue, Kind::Brief).next().is_some() {
        out.push_str("<li><a href=\"#briefs\">简讯</a></li>\n");
    }
    out.push_str("</ol>\n</nav>\n");
}

fn article(draft: &Draft, at: usize, out: &mut String) {
    let _ = writeln!(out, "<article id=\"item-{}\">", at + 1);
    if draft.kind == Kind::Intro {
        element("p class=\"place\"", label(draft), out);
    }
    if !draft.place.is_empty() {
        element("p class=\"place\"", &draft.place, out);
    }
    if !draft.headline.is_empty() {
        element("h2", &draft.headline, out);
    }
    if !draft.deck.is_empty() {
        element("p class=\"deck\"", &format!("——{}", draft.deck), out);
    }
    body(draft, "", out);
    out.push_str("</article>\n");
}

fn briefs(issue: &IssueDoc, out: &mut String) {
    for (at, draft) in of_kind(issue, Kind::Brief).enumerate() {
        if at == 0 {
            out.push_str("<article id=\"briefs\">\n<h2>简讯</h2>\n");
        }
        body(draft, "●", out);
    }
    if of_kind(issue, Kind::Brief).next().is_some() {
        out.push_str("</article>\n");
    }
}

/// The text; the byline ends its last paragraph, `bullet` begins the first.
fn body(draft: &Draft, bullet: &str, out: &mut String) {
    let blocks: Vec<Block> = draft.blocks().collect();
    let is_paragraph = |block: &Block| matches!(block, Block::Paragraph(_));
    let first = blocks.iter().position(is_paragraph);
    let last = blocks.iter().rposition(is_paragraph);
    for (at, block) in blocks.iter().enumerate() {
        match block {
            Block::Crosshead(head) => element("h3", head, out),
            Block::Paragraph(text) => {
                out.push_str("<p>");
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

    fn page(issue: &IssueDoc) -> String {
        String::from_utf8(Html.render(issue)).unwrap()
    }

    #[test]
    fn the_page_asks_nothing_of_the_network_and_runs_nothing() {
        let page = page(&super::super::tests::sample());
        for word in [
            "<script", "http://", "https://", "url(", "@import", "<link", "<img", " on",
        ] {
            assert!(!page.contains(word), "{word}");
        }
        assert_eq!(
            page.matches("<article").count(),
            page.matches("</article>").count()
        );
    }

    #[test]
    fn hostile_text_stays_text() {
        let mut issue = super::super::tests::sample();
        issue.items[1].headline = "</h2><script>alert(1)</script>".into();
        issue.items[1].body = "<img src=x onerror=alert(1)>\n".into();
        let page = page(&issue);
        assert!(!page.contains("<script") && !page.contains("<img"));
        assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    }

    #[test]
    fn the_contents_lead_to_every_story() {
        let page = page(&super::super::tests::sample());
        for at in 1..=2 {
            assert!(page.contains(&format!("href=\"#item-{at}\"")));
            assert!(page.contains(&format!("id=\"item-{at}\"")));
        }
        assert!(page.contains("href=\"#briefs\"") && page.contains("id=\"briefs\""));
    }
}
