//! Issue files: one registry, one file a format, pure functions from an issue to bytes.
//!
//! The same issue gives the same bytes on any machine: no clock, no locale, no path. An exporter
//! returns bytes and never writes.

mod docx;
mod feed;
mod gb18030;
mod html;
mod markup;
mod md;
mod printable;
mod txt;
mod wechat;

pub use printable::printable;

use crate::domain::imprint::Signers;
use crate::domain::{Draft, IssueDoc, Kind};
use crate::wording::{Lang, Said, problem as words};

/// A form in which an issue can be written.
pub trait Format: Sync {
    /// Its name in `newsroom.toml` and on the command line.
    fn name(&self) -> &'static str;
    /// The extension of its files, without dot; no two formats share one.
    fn extension(&self) -> &'static str;
    /// The file.
    fn render(&self, issue: &IssueDoc) -> Vec<u8>;
}

/// Every format there is.
pub const FORMATS: &[&dyn Format] = &[
    &txt::Txt,
    &gb18030::Gb18030,
    &md::Markdown,
    &html::Html,
    &wechat::WeChat,
    &docx::Docx,
    &feed::Feed,
];

/// A name that is no format.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown format {0}")]
pub struct UnknownFormat(pub String);

impl Said for UnknownFormat {
    fn say(&self, lang: Lang) -> String {
        words::UNKNOWN_FORMAT.fill(lang, &[("name", &self.0), ("known", &known())])
    }
}

/// The names of all formats, parted by `, `.
pub fn known() -> String {
    let names: Vec<&str> = FORMATS.iter().map(|format| format.name()).collect();
    names.join(", ")
}

/// The format of that name, without case.
pub fn by_name(name: &str) -> Result<&'static dyn Format, UnknownFormat> {
    let wanted = name.trim().trim_start_matches('.');
    let mut formats = FORMATS.iter().copied();
    formats
        .find(|format| format.name().eq_ignore_ascii_case(wanted))
        .ok_or_else(|| UnknownFormat(name.to_owned()))
}

/// The formats of these names, each once, in that order.
pub fn by_names(names: &[String]) -> Result<Vec<&'static dyn Format>, UnknownFormat> {
    let mut found: Vec<&'static dyn Format> = Vec::new();
    for name in names {
        let format = by_name(name)?;
        if found.iter().all(|other| other.name() != format.name()) {
            found.push(format);
        }
    }
    Ok(found)
}

/// The line over an issue's title: `今日柳林　第12期　2026年4月1日　星期三`.
fn masthead(issue: &IssueDoc) -> String {
    let number = issue.number.printed();
    let day = issue.date.chinese();
    let parts = [
        issue.paper.as_str(),
        &number,
        &day,
        issue.date.chinese_weekday(),
    ];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join("　")
}

/// 责编, 校对 and who signed each stage, as far as they are named; who signed in a rush only is told
/// so.
fn credits(issue: &IssueDoc) -> String {
    let people = [
        ("责编", &issue.credits.editor),
        ("校对", &issue.credits.proofreader),
    ];
    let named = people.iter().filter(|(_, name)| !name.is_empty());
    let parts: Vec<String> = named
        .map(|(role, name)| format!("{role}：{name}"))
        .chain(issue.signers.iter().map(signers))
        .collect();
    parts.join("　")
}

fn signers(stage: &Signers) -> String {
    let person = |(name, rush): &(String, bool)| {
        let how = if *rush { "（急签）" } else { "" };
        format!("{name}{how}")
    };
    let people: Vec<String> = stage.people.iter().map(person).collect();
    format!("{}：{}", stage.stage, people.join("、"))
}

/// The printed label of opening words.
fn label(draft: &Draft) -> &str {
    if draft.label.is_empty() {
        "开栏语"
    } else {
        &draft.label
    }
}

/// The drafts of one kind, in print order.
fn of_kind(issue: &IssueDoc, kind: Kind) -> impl Iterator<Item = &Draft> {
    issue.items.iter().filter(move |draft| draft.kind == kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Credits, DraftId, IssueNumber, Person};

    /// An issue with one draft of each kind, used by the tests of all formats.
    pub(super) fn sample() -> IssueDoc {
        let draft = |id: &str, kind| {
            let mut draft = Draft::empty(DraftId::new(id).unwrap());
            draft.kind = kind;
            draft
        };
        let mut intro = draft("a", Kind::Intro);
        intro.body = "春到柳林，本期起刊发社区新事。\n".into();
        let mut story = draft("b", Kind::Story);
        story.place = "柳林社区".into();
        story.headline = "楼道亮了　邻里近了".into();
        story.deck = "一盏灯的故事".into();
        story.body = "“*亮了！*”居民说。\n\n## 一 装灯\n\n1. 先量尺寸。\n".into();
        story.byline.reporters.push(Person::named("林一舟"));
        story.byline.correspondents.push(Person::named("何雨"));
        let mut brief = draft("c", Kind::Brief);
        brief.body = "北岗村新修水渠两公里。\n".into();
        brief.byline.correspondents.push(Person::named("方圆"));
        IssueDoc {
            title: "亮点工作系列报道".into(),
            paper: "今日柳林".into(),
            number: IssueNumber {
                running: 12,
                of_year: None,
            },
            date: "2026-04-01".parse().unwrap(),
            items: vec![intro, story, brief],
            credits: Credits {
                editor: "周明".into(),
                proofreader: "白杨".into(),
            },
            signers: Vec::new(),
        }
    }

    #[test]
    fn the_credits_name_who_signed_and_in_what_way() {
        let mut issue = sample();
        let stage = |stage: &str, people: &[(&str, bool)]| Signers {
            stage: stage.into(),
            people: people.iter().map(|&(n, r)| (n.into(), r)).collect(),
        };
        issue.signers = vec![
            stage("初审", &[("林一舟", false), ("方圆", false)]),
            stage("终审", &[("白杨", true)]),
        ];
        assert_eq!(
            credits(&issue),
            "责编：周明　校对：白杨　初审：林一舟、方圆　终审：白杨（急签）"
        );
    }

    #[test]
    fn names_and_extensions_are_unique() {
        for (at, format) in FORMATS.iter().enumerate() {
            for other in &FORMATS[..at] {
                assert_ne!(format.name(), other.name());
                assert_ne!(format.extension(), other.extension());
            }
        }
    }

    #[test]
    fn an_unknown_format_is_named_with_the_known_ones() {
        let error = by_names(&["txt".into(), "wps".into()]).err().unwrap();
        let said = error.say(Lang::Zh);
        assert!(said.contains("wps") && said.contains(&known()), "{said}");
    }

    #[test]
    fn a_format_named_twice_is_written_once() {
        assert_eq!(by_names(&["txt".into(), "TXT".into()]).unwrap().len(), 1);
    }

    #[test]
    fn every_format_gives_the_same_bytes_again_and_ends_with_a_line_end() {
        for format in FORMATS {
            let first = format.render(&sample());
            assert_eq!(first, format.render(&sample()), "{}", format.name());
            let packed = format.name() == "docx";
            assert!(packed || first.last() == Some(&b'\n'), "{}", format.name());
        }
    }

    #[test]
    fn every_format_prints_every_word() {
        let words = [
            "今日柳林",
            "亮点工作系列报道",
            "第12期",
            "2026年4月1日",
            "星期三",
            "开栏语",
            "春到柳林",
            "柳林社区",
            "楼道亮了",
            "一盏灯的故事",
            "居民说",
            "装灯",
            "（记者 林一舟 通讯员 何雨）",
            "北岗村",
            "（通讯员 方圆）",
            "责编：周明",
            "校对：白杨",
        ];
        for format in FORMATS {
            let mut bytes = format.render(&sample());
            if format.name() == "docx" {
                bytes = docx::tests::part(&bytes, "word/document.xml").into_bytes();
            }
            let text = String::from_utf8(bytes).unwrap_or_else(|error| {
                let text = encoding_rs::GB18030.decode(error.as_bytes()).0;
                text.into_owned()
            });
            for word in words {
                assert!(
                    text.contains(word),
                    "{} lacks {word}:\n{text}",
                    format.name()
                );
            }
        }
    }
}
