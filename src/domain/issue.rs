//! A numbered issue: what goes in, in which order, and what its record says.

use serde::{Deserialize, Serialize};

use super::imprint::{Passed, Signed, Signers};
use super::settings::Numbering;
use super::{Date, Draft, Entry, Fault, Kind, Problem, Settings, Stage, queue, queue::Published};

/// The number of an issue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssueNumber {
    /// Through all years; names the folder.
    pub running: u32,
    /// Within its year, where the newsroom numbers so: year and number.
    pub of_year: Option<(u16, u32)>,
}

impl IssueNumber {
    /// As printed on the masthead: `第12期`, or `2026年第3期（总第12期）`.
    pub fn printed(self) -> String {
        match self.of_year {
            None => format!("第{}期", self.running),
            Some((year, n)) => format!("{year}年第{n}期（总第{}期）", self.running),
        }
    }

    /// As part of a file name: `第12期`, or `2026年第3期`.
    pub fn in_file_name(self) -> String {
        match self.of_year {
            None => format!("第{}期", self.running),
            Some((year, n)) => format!("{year}年第{n}期"),
        }
    }

    /// Name of the issue's folder: `0012`.
    pub fn folder(self) -> String {
        format!("{:04}", self.running)
    }
}

/// `issue.toml`: the record of an issue that was assembled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of the record's form.
    pub schema: u32,
    /// Running number.
    pub number: u32,
    /// Number within the year, where the newsroom numbers so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year_number: Option<u32>,
    /// Day of the issue, `YYYY-MM-DD`.
    pub date: String,
    /// The series.
    pub title: String,
    /// The paper; may be empty.
    #[serde(default)]
    pub paper: String,
    /// Formats it was written in.
    #[serde(default)]
    pub formats: Vec<String>,
    /// Who is credited.
    #[serde(default)]
    pub credits: Credits,
    /// What is in it, in print order.
    #[serde(default, rename = "item")]
    pub items: Vec<ManifestItem>,
}

impl Manifest {
    /// The number as printed.
    pub fn issue_number(&self) -> IssueNumber {
        let year = self.date.get(..4).and_then(|y| y.parse().ok()).unwrap_or(0);
        IssueNumber {
            running: self.number,
            of_year: self.year_number.map(|n| (year, n)),
        }
    }
}

/// One draft of an issue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManifestItem {
    /// The draft's id.
    pub id: String,
    /// `sha256:…` of the draft file that went in.
    pub sha256: String,
    /// Who signed it.
    #[serde(default, rename = "review", skip_serializing_if = "Vec::is_empty")]
    pub reviews: Vec<Signed>,
    /// Who proof-read it.
    #[serde(default, rename = "proof", skip_serializing_if = "Vec::is_empty")]
    pub proofs: Vec<Passed>,
}

/// Who is credited at the end of an issue.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Credits {
    /// 责编.
    pub editor: String,
    /// 校对.
    pub proofreader: String,
}

/// All that an issue file prints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssueDoc {
    /// The series.
    pub title: String,
    /// The paper; may be empty.
    pub paper: String,
    /// The number.
    pub number: IssueNumber,
    /// The day.
    pub date: Date,
    /// The drafts in print order: opening words, stories, briefs.
    pub items: Vec<Draft>,
    /// Who is credited.
    pub credits: Credits,
    /// Who signed it, stage by stage.
    pub signers: Vec<Signers>,
}

impl IssueDoc {
    /// About how many bytes a text of it takes, marks and indents included.
    pub fn size(&self) -> usize {
        let size = |draft: &Draft| draft.body.len() + draft.body.len() / 16 + 512;
        1024 + self.items.iter().map(size).sum::<usize>()
    }
}

/// What an assembly would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The number the issue would get.
    pub number: IssueNumber,
    /// Positions of the drafts that go in, in print order.
    pub items: Vec<usize>,
    /// Positions of the drafts that stay out, with their stage.
    pub left_out: Vec<(usize, Stage)>,
    /// Files that could not be read and so stay out.
    pub unread: Vec<Problem>,
    /// What must be mended before an issue can be made.
    pub blocked: Vec<Fault>,
}

/// Chooses what goes into the next issue: every ready draft, opening words first, then stories,
/// then briefs, each in queue order.
///
/// `entries` is the sorted queue, `issues` the records of past issues. A ready draft with a
/// blocking fault does not silently fall out: it is listed in `blocked` and the issue waits.
pub fn plan(
    entries: &[Entry],
    problems: &[Problem],
    issues: &[Manifest],
    settings: &Settings,
    date: Date,
) -> Plan {
    let mut plan = Plan {
        number: next_number(issues, settings.numbering, date),
        items: Vec::new(),
        left_out: Vec::new(),
        unread: problems.to_vec(),
        blocked: Vec::new(),
    };
    let published = Published::by(issues);
    for (at, entry) in entries.iter().enumerate() {
        match published.stage(entry, settings) {
            Stage::Ready => plan.items.push(at),
            other => plan.left_out.push((at, other)),
        }
    }
    plan.items.sort_by_key(|&at| entries[at].draft.kind);
    for &at in &plan.items {
        let faults = queue::faults(entries, at, settings);
        let draft = &entries[at].draft.id;
        plan.blocked.extend(
            faults
                .into_iter()
                .filter(|kind| kind.blocks())
                .map(|kind| Fault {
                    draft: draft.clone(),
                    kind,
                }),
        );
    }
    plan
}

/// Highest number so far plus one; the number of the year likewise, where it is asked for.
pub fn next_number(issues: &[Manifest], numbering: Numbering, date: Date) -> IssueNumber {
    let running = issues.iter().map(|issue| issue.number).max().unwrap_or(0) + 1;
    let of_year = (numbering == Numbering::Yearly).then(|| {
        let this_year = issues
            .iter()
            .map(Manifest::issue_number)
            .filter_map(|n| n.of_year);
        let last = this_year
            .filter(|&(y, _)| y == date.year())
            .map(|(_, n)| n)
            .max();
        (date.year(), last.unwrap_or(0) + 1)
    });
    IssueNumber { running, of_year }
}

/// Name of a draft's copy inside the issue folder: `01-ID.toml`.
pub fn copy_name(position: usize, id: &str) -> String {
    format!("{:02}-{id}.toml", position + 1)
}

/// Name of an issue file: `亮点工作系列报道-第12期.txt`.
///
/// What a file system or shell could take amiss in a title becomes `-`.
pub fn file_name(title: &str, number: IssueNumber, extension: &str) -> String {
    let safe: String = title
        .chars()
        .map(|c| {
            if c.is_control() || "/\\:*?\"<>|".contains(c) {
                '-'
            } else {
                c
            }
        })
        .collect();
    let safe = safe.trim_start_matches(['.', '-']);
    format!("{safe}-{}.{extension}", number.in_file_name())
}

/// Whether a kind is printed among the briefs.
pub fn is_brief(draft: &Draft) -> bool {
    draft.kind == Kind::Brief
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{DraftId, FaultKind, Person, Rank, Status};

    fn entry(id: &str, kind: Kind, status: Status) -> Entry {
        let mut draft = Draft::empty(DraftId::new(id).unwrap());
        draft.kind = kind;
        draft.status = status;
        draft.headline = "标题".into();
        draft.body = "正文。\n".into();
        draft.rank = Rank::parse(id).unwrap();
        draft.byline.reporters.push(Person::named("甲"));
        Entry {
            draft,
            path: format!("drafts/{id}.toml").into(),
            file_hash: format!("sha256:{id}"),
            content_hash: "sha256:c".into(),
        }
    }

    fn issue(number: u32, date: &str, year_number: Option<u32>, ids: &[&str]) -> Manifest {
        Manifest {
            schema: 1,
            number,
            year_number,
            date: date.into(),
            title: "系列".into(),
            paper: String::new(),
            formats: vec![],
            credits: Credits::default(),
            items: ids
                .iter()
                .map(|id| ManifestItem {
                    id: (*id).into(),
                    sha256: format!("sha256:{id}"),
                    reviews: Vec::new(),
                    proofs: Vec::new(),
                })
                .collect(),
        }
    }

    fn day() -> Date {
        "2026-04-01".parse().unwrap()
    }

    #[test]
    fn opening_words_come_first_and_briefs_last() {
        let entries = [
            entry("a", Kind::Brief, Status::Submitted),
            entry("b", Kind::Story, Status::Submitted),
            entry("c", Kind::Intro, Status::Submitted),
            entry("d", Kind::Story, Status::Submitted),
        ];
        let plan = plan(&entries, &[], &[], &Settings::default(), day());
        assert_eq!(plan.items, [2, 1, 3, 0]);
        assert_eq!(plan.number.running, 1);
    }

    #[test]
    fn only_ready_unpublished_drafts_go_in() {
        let entries = [
            entry("a", Kind::Story, Status::Draft),
            entry("b", Kind::Story, Status::Held),
            entry("c", Kind::Story, Status::Submitted),
            entry("d", Kind::Story, Status::Submitted),
        ];
        let past = [issue(4, "2026-03-01", None, &["c"])];
        let plan = plan(&entries, &[], &past, &Settings::default(), day());
        assert_eq!(plan.items, [3]);
        assert_eq!(plan.number.running, 5);
        let stages: Vec<Stage> = plan.left_out.iter().map(|(_, s)| *s).collect();
        assert_eq!(stages, [Stage::Draft, Stage::Held, Stage::Published(4)]);
    }

    #[test]
    fn issue_refuses_a_story_without_byline() {
        let mut entries = [entry("a", Kind::Story, Status::Submitted)];
        entries[0].draft.byline.reporters.clear();
        let plan = plan(&entries, &[], &[], &Settings::default(), day());
        let kinds: Vec<FaultKind> = plan.blocked.iter().map(|f| f.kind).collect();
        assert_eq!(kinds, [FaultKind::NoByline]);
    }

    #[test]
    fn yearly_numbers_restart_and_running_ones_do_not() {
        let past = [
            issue(11, "2025-12-30", Some(11), &[]),
            issue(12, "2026-01-05", Some(1), &[]),
        ];
        let next = next_number(&past, Numbering::Yearly, day());
        assert_eq!(next.printed(), "2026年第2期（总第13期）");
        assert_eq!(next.in_file_name(), "2026年第2期");
        assert_eq!(next.folder(), "0013");
        let next = next_number(&past, Numbering::Running, day());
        assert_eq!(next.printed(), "第13期");
    }

    #[test]
    fn a_title_cannot_name_another_folder() {
        let number = IssueNumber {
            running: 2,
            of_year: None,
        };
        assert_eq!(file_name("../a/b", number, "txt"), "a-b-第2期.txt");
    }
}
