//! JSON Feed 1.1: the issue as a feed of its items.

use serde::Serialize;

use crate::domain::{Block, Draft, IssueDoc, Person, Role};

use super::markup::element;
use super::{Format, credits, label, masthead};

/// `feed`.
pub struct Feed;

#[derive(Serialize)]
struct Document<'a> {
    version: &'static str,
    title: &'a str,
    description: String,
    language: &'static str,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: String,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    summary: &'a str,
    content_html: String,
    content_text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    authors: Vec<Author<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<&'a str>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

impl Format for Feed {
    fn name(&self) -> &'static str {
        "feed"
    }

    fn extension(&self) -> &'static str {
        "feed.json"
    }

    fn render(&self, issue: &IssueDoc) -> Vec<u8> {
        let document = Document {
            version: "https://jsonfeed.org/version/1.1",
            title: &issue.title,
            description: description(issue),
            language: "zh-Hans-CN",
            items: issue.items.iter().map(|draft| item(issue, draft)).collect(),
        };
        let mut out = serde_json::to_vec_pretty(&document).unwrap_or_default();
        out.push(b'\n');
        out
    }
}

/// The masthead, and who is credited.
fn description(issue: &IssueDoc) -> String {
    let parts = [masthead(issue), credits(issue)];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("　")
}

fn item<'a>(issue: &IssueDoc, draft: &'a Draft) -> Item<'a> {
    let title = if draft.headline.is_empty() && draft.place.is_empty() {
        label(draft)
    } else if draft.headline.is_empty() {
        &draft.place
    } else {
        &draft.headline
    };
    let names = |role: Role| draft.byline.of(role).iter();
    let people = Role::ALL.into_iter().flat_map(names);
    let named = people.filter(|person: &&Person| !person.name.is_empty());
    Item {
        id: format!("{}/{}", issue.number.folder(), draft.id),
        title,
        summary: &draft.deck,
        content_html: html(draft),
        content_text: text(draft),
        // The day alone is known: midnight in China, where the paper is read.
        date_published: draft.date.map(|date| format!("{date}T00:00:00+08:00")),
        authors: named.map(|person| Author { name: &person.name }).collect(),
        tags: (!draft.place.is_empty())
            .then_some(draft.place.as_str())
            .into_iter()
            .collect(),
    }
}

fn html(draft: &Draft) -> String {
    let mut out = String::with_capacity(draft.body.len() * 2);
    for block in draft.blocks() {
        match block {
            Block::Crosshead(head) => element("h3", head, &mut out),
            Block::Paragraph(text) => element("p", text, &mut out),
        }
    }
    let byline = draft.byline.printed();
    if !byline.is_empty() {
        element("p", &byline, &mut out);
    }
    out
}

fn text(draft: &Draft) -> String {
    let line = |block: Block<'_>| {
        let (Block::Crosshead(text) | Block::Paragraph(text)) = block;
        text.to_owned()
    };
    let lines: Vec<String> = draft.blocks().map(line).collect();
    format!("{}{}", lines.join("\n\n"), draft.byline.printed())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_feed_has_what_the_format_asks_for() {
        let bytes = Feed.render(&super::super::tests::sample());
        let feed: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
        let items = feed["items"].as_array().unwrap();
        assert_eq!(items.len(), 3);
        let ids: Vec<&str> = items
            .iter()
            .map(|item| item["id"].as_str().unwrap())
            .collect();
        assert_eq!(ids, ["0012/a", "0012/b", "0012/c"]);
        assert_eq!(items[1]["authors"][0]["name"], "林一舟");
        assert!(
            items[1]["content_text"]
                .as_str()
                .unwrap()
                .ends_with("（记者 林一舟 通讯员 何雨）")
        );
    }
}
