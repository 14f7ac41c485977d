//! A newsroom in a scratch folder: found, loaded, saved, assembled.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::TempDir;

use crate::domain::{
    Date, Draft, DraftId, FaultKind, Field, IssueDoc, Person, ProblemKind, Rank, Status,
};

use super::{Difference, IssueFile, Made, Newsroom, SaveError, Search, StoreError, atomic};

struct Room {
    dir: TempDir,
    newsroom: Newsroom,
}

fn day() -> Date {
    "2026-04-01".parse().unwrap()
}

fn story(id: &str) -> Draft {
    let mut draft = Draft::empty(DraftId::new(id).unwrap());
    draft.headline = "楼道亮了".into();
    draft.body = "第一段。\n\n第二段。\n".into();
    draft.date = Some(day());
    draft.status = Status::Submitted;
    draft.byline.reporters.push(Person::named("林一舟"));
    draft
}

/// Stands for the formats: every headline, one a line.
#[allow(clippy::unnecessary_wraps)]
fn render(doc: &IssueDoc, formats: &[String]) -> Result<Vec<IssueFile>, StoreError> {
    let heads: Vec<&str> = doc
        .items
        .iter()
        .map(|draft| draft.headline.as_str())
        .collect();
    let file = |_| IssueFile {
        extension: "txt",
        bytes: heads.join("\n").into_bytes(),
    };
    Ok(formats.iter().take(1).map(file).collect())
}

impl Room {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let (newsroom, _) = Newsroom::init(&dir.path().join("room")).unwrap();
        Self { dir, newsroom }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.newsroom.root().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn assemble(&self) -> Result<super::Assembled, StoreError> {
        let lock = self.newsroom.lock(Duration::ZERO).unwrap();
        self.newsroom.assemble(&lock, day(), &render)
    }

    /// Every file with its bytes, `.liangdian` apart.
    fn snapshot(&self) -> Vec<(PathBuf, Vec<u8>)> {
        fn collect(dir: &Path, out: &mut Vec<(PathBuf, Vec<u8>)>) {
            for name in fs::read_dir(dir).unwrap() {
                let path = name.unwrap().path();
                if path.ends_with(".liangdian") {
                } else if path.is_dir() {
                    collect(&path, out);
                } else {
                    out.push((path.clone(), fs::read(&path).unwrap()));
                }
            }
        }
        let mut out = Vec::new();
        collect(self.newsroom.root(), &mut out);
        out.sort();
        out
    }
}

#[test]
fn the_nearest_newsroom_is_found_and_a_named_one_goes_first() {
    let room = Room::new();
    let other = Room::new();
    let inside = room.path("drafts/2026-04");
    fs::create_dir_all(&inside).unwrap();
    let mut search = Search {
        current: Some(inside),
        remembered: Some(other.newsroom.root().to_owned()),
        ..Search::default()
    };
    assert_eq!(Newsroom::find(&search).unwrap(), room.newsroom);
    search.current = Some(room.dir.path().to_owned());
    assert_eq!(Newsroom::find(&search).unwrap(), other.newsroom);
    search.variable = Some(room.newsroom.root().to_owned());
    assert_eq!(Newsroom::find(&search).unwrap(), room.newsroom);
    search.explicit = Some(room.dir.path().to_owned());
    assert!(matches!(
        Newsroom::find(&search),
        Err(StoreError::NotANewsroom(_))
    ));
    assert!(matches!(
        Newsroom::find(&Search::default()),
        Err(StoreError::NoNewsroom)
    ));
}

#[test]
fn a_new_newsroom_has_settings_that_are_all_defaults() {
    let room = Room::new();
    let (settings, problems) = room.newsroom.settings();
    assert_eq!(settings, crate::domain::Settings::default());
    assert!(problems.is_empty());
    let (_, made) = Newsroom::init(room.newsroom.root()).unwrap();
    assert_eq!(made, [] as [Made; 0]);
}

#[test]
fn every_key_of_the_sample_settings_can_be_set() {
    let text = include_str!("newsroom.toml");
    let lines = text
        .lines()
        .map(|line| line.strip_prefix("# ").unwrap_or(line));
    let set: Vec<&str> = lines
        .filter(|l| l.starts_with('[') || l.contains(" = "))
        .collect();
    let (_, problems) = crate::config::read(set.join("\n").as_bytes());
    assert!(problems.is_empty(), "{problems:?}");
}

#[test]
fn a_created_draft_is_loaded_from_the_folder_of_its_month() {
    let room = Room::new();
    let entry = room.newsroom.create(&story("20260401-a")).unwrap();
    assert_eq!(entry.path, Path::new("drafts/2026-04/20260401-a.toml"));
    assert_eq!(room.newsroom.load().entries, std::slice::from_ref(&entry));
    assert!(matches!(
        room.newsroom.create(&story("20260401-a")),
        Err(StoreError::Taken(_))
    ));
    assert_eq!(room.newsroom.read(&entry.path).unwrap(), entry);
    assert_eq!(room.newsroom.locate("20260401-a"), Some(entry.path.clone()));
    let full = room.path("drafts/2026-04/20260401-a.toml");
    assert_eq!(
        room.newsroom.locate(full.to_str().unwrap()),
        Some(entry.path)
    );
    assert_eq!(room.newsroom.locate("20260401-b"), None);
}

#[test]
fn a_fresh_id_is_day_and_pinyin_with_a_number_where_it_is_taken() {
    let room = Room::new();
    let id = |taken: &dyn Fn(&DraftId) -> bool| room.newsroom.fresh_id(day(), "柳林社区", taken);
    assert_eq!(id(&|_| false).as_str(), "20260401-liulinshe");
    assert_eq!(
        id(&|id| !id.as_str().contains('-') || id.as_str().ends_with("she")).as_str(),
        "20260401-liulinshe-2"
    );
    room.newsroom.create(&story("20260401-liulinshe")).unwrap();
    assert_eq!(id(&|_| false).as_str(), "20260401-liulinshe-2");
}

#[test]
fn a_broken_file_never_hides_the_others() {
    let room = Room::new();
    room.newsroom.create(&story("a")).unwrap();
    room.write("drafts/deep/er/b.toml", "");
    room.write("drafts/c.toml", "kind = 3\n");
    room.write("drafts/d.toml", "= nonsense");
    room.write("drafts/.hidden.toml", "= nonsense");
    room.write("drafts/readme.md", "no draft");
    room.write("drafts/a b.toml", "");
    room.write("drafts/x/a.toml", "");
    room.write("newsroom.toml", "numbering = 1\n");
    room.write("issues/0003/issue.toml", "number = 4\n");
    let loaded = room.newsroom.load();
    let ids: Vec<&str> = loaded.entries.iter().map(|e| e.draft.id.as_str()).collect();
    assert_eq!(ids, ["a", "b"]);
    let paths: Vec<String> = loaded
        .problems
        .iter()
        .map(|p| p.path.display().to_string())
        .collect();
    assert_eq!(
        paths,
        [
            "drafts/a b.toml",
            "drafts/c.toml",
            "drafts/d.toml",
            "drafts/x/a.toml",
            "issues/0003",
            "newsroom.toml"
        ]
    );
    assert!(matches!(loaded.problems[3].kind, ProblemKind::SameId(_)));
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_is_neither_read_nor_written() {
    use std::os::unix::fs::symlink;
    let room = Room::new();
    let secret = room.dir.path().join("secret.toml");
    fs::write(&secret, "headline = \"外\"\n").unwrap();
    symlink(&secret, room.path("drafts/out.toml")).unwrap();
    symlink(room.dir.path(), room.path("drafts/outdir")).unwrap();
    let inner = room.newsroom.create(&story("a")).unwrap();
    symlink(
        room.path("drafts/2026-04/a.toml"),
        room.path("drafts/in.toml"),
    )
    .unwrap();
    symlink(room.path("drafts"), room.path("drafts/2026-04/loop")).unwrap();
    let loaded = room.newsroom.load();
    let outside = |p: &&crate::domain::Problem| p.kind == ProblemKind::Outside;
    assert_eq!(loaded.problems.iter().filter(outside).count(), 2);
    assert_eq!(loaded.problems.len(), 2, "{:?}", loaded.problems);
    assert!(room.newsroom.read(Path::new("drafts/out.toml")).is_err());
    assert!(atomic::replace(room.newsroom.root(), &room.path("drafts/out.toml"), b"x").is_err());
    assert_eq!(fs::read_to_string(&secret).unwrap(), "headline = \"外\"\n");
    let linked = room.newsroom.read(Path::new("drafts/in.toml")).unwrap();
    let mut changed = linked.draft.clone();
    changed.headline = "新题".into();
    room.newsroom.save(&linked, &changed).unwrap();
    assert!(room.path("drafts/in.toml").is_symlink());
    assert_eq!(
        room.newsroom.read(&inner.path).unwrap().draft.headline,
        "新题"
    );
}

#[test]
fn a_save_keeps_what_others_changed_elsewhere_and_refuses_where_they_changed_the_same() {
    let room = Room::new();
    let base = room.newsroom.create(&story("a")).unwrap();
    let text = fs::read_to_string(room.path("drafts/2026-04/a.toml")).unwrap();
    let theirs = text.replace("deck = \"\"", "deck = \"他们的\"  # 注\nx = 1");
    room.write("drafts/2026-04/a.toml", &theirs);
    let mut ours = base.draft.clone();
    ours.headline = "我们的".into();
    let saved = room.newsroom.save(&base, &ours).unwrap();
    assert_eq!(
        (saved.draft.headline.as_str(), saved.draft.deck.as_str()),
        ("我们的", "他们的")
    );
    let expected = theirs.replace("楼道亮了", "我们的");
    assert_eq!(
        fs::read_to_string(room.path("drafts/2026-04/a.toml")).unwrap(),
        expected
    );

    ours.deck = "我们的".into();
    let before = room.snapshot();
    let Err(SaveError::Clash { fields, theirs }) = room.newsroom.save(&base, &ours) else {
        panic!("no clash");
    };
    assert_eq!(fields, [Field::Deck]);
    assert_eq!(theirs.draft.deck, "他们的");
    assert_eq!(room.snapshot(), before);

    let kept = room.newsroom.save_over(&base, &ours).unwrap();
    assert_eq!(kept.ours.draft.deck, "我们的");
    assert_eq!(kept.theirs.draft.id.as_str(), "a-2");
    assert_eq!(kept.theirs.draft.deck, "他们的");
    assert_eq!(kept.theirs.draft.status, Status::Draft);
    let copy = fs::read_to_string(room.path("drafts/2026-04/a-2.toml")).unwrap();
    assert!(copy.contains("# 注\nx = 1"), "{copy}");
}

#[test]
fn a_save_of_nothing_writes_nothing() {
    let room = Room::new();
    let base = room.newsroom.create(&story("a")).unwrap();
    let before = fs::metadata(room.path("drafts/2026-04/a.toml"))
        .unwrap()
        .modified()
        .unwrap();
    assert_eq!(room.newsroom.save(&base, &base.draft).unwrap(), base);
    let after = fs::metadata(room.path("drafts/2026-04/a.toml"))
        .unwrap()
        .modified()
        .unwrap();
    assert_eq!(before, after);
}

#[test]
fn a_draft_that_is_gone_or_broken_is_not_written() {
    let room = Room::new();
    let base = room.newsroom.create(&story("a")).unwrap();
    let mut ours = base.draft.clone();
    ours.headline = "新".into();
    room.write("drafts/2026-04/a.toml", "= broken");
    assert!(matches!(
        room.newsroom.save(&base, &ours),
        Err(SaveError::Unusable(_))
    ));
    assert_eq!(
        fs::read_to_string(room.path("drafts/2026-04/a.toml")).unwrap(),
        "= broken"
    );
    fs::remove_file(room.path("drafts/2026-04/a.toml")).unwrap();
    assert!(matches!(
        room.newsroom.save(&base, &ours),
        Err(SaveError::Gone(_))
    ));
    assert!(!room.path("drafts/2026-04/a.toml").exists());
}

#[cfg(unix)]
#[test]
fn a_save_keeps_the_mode_of_the_file() {
    use std::os::unix::fs::PermissionsExt;
    let room = Room::new();
    let base = room.newsroom.create(&story("a")).unwrap();
    let path = room.path("drafts/2026-04/a.toml");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    let mut ours = base.draft.clone();
    ours.rank = Rank::parse("z").unwrap();
    room.newsroom.save(&base, &ours).unwrap();
    assert_eq!(
        fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o640
    );
    let names: Vec<_> = fs::read_dir(room.path("drafts/2026-04")).unwrap().collect();
    assert_eq!(names.len(), 1, "nothing is left aside");
}

#[test]
fn a_lock_that_is_held_is_waited_for_and_then_refused() {
    let room = Room::new();
    let held = room.newsroom.lock(Duration::ZERO).unwrap();
    let again = room.newsroom.lock(Duration::from_millis(30));
    assert!(matches!(again, Err(StoreError::Busy)));
    drop(held);
    room.newsroom.lock(Duration::ZERO).unwrap();
}

#[test]
fn an_issue_holds_copies_and_its_record() {
    let room = Room::new();
    room.newsroom.create(&story("a")).unwrap();
    room.newsroom.create(&story("b")).unwrap();
    let issue = room.assemble().unwrap();
    assert_eq!(issue.folder, Path::new("issues/0001"));
    let copy = fs::read(room.path("issues/0001/02-b.toml")).unwrap();
    assert_eq!(copy, fs::read(room.path("drafts/2026-04/b.toml")).unwrap());
    let loaded = room.newsroom.load();
    assert_eq!(
        loaded.issues[0].items[1].sha256,
        loaded.entries[1].file_hash
    );
    assert!(matches!(room.assemble(), Err(StoreError::NothingReady)));
    assert_eq!(room.newsroom.verify(1, &render).unwrap(), []);
    assert_eq!(room.newsroom.assembled(1).unwrap().items, issue.items);
}

#[test]
fn nothing_is_written_where_an_issue_is_refused() {
    let room = Room::new();
    let mut nameless = story("a");
    nameless.byline.reporters.clear();
    room.newsroom.create(&nameless).unwrap();
    let before = room.snapshot();
    let Err(StoreError::Blocked(faults)) = room.assemble() else {
        panic!("not blocked");
    };
    assert_eq!(faults[0].kind, FaultKind::NoByline);
    assert_eq!(room.snapshot(), before);
}

#[test]
fn without_the_record_of_a_past_issue_no_new_one_is_made() {
    let room = Room::new();
    room.newsroom.create(&story("a")).unwrap();
    room.write("issues/0004/issue.toml", "broken");
    assert!(matches!(room.assemble(), Err(StoreError::Problem(_))));
}

#[test]
fn every_difference_in_an_issue_is_found() {
    let room = Room::new();
    room.newsroom.create(&story("a")).unwrap();
    room.newsroom.create(&story("b")).unwrap();
    room.assemble().unwrap();
    let file = "issues/0001/亮点工作系列报道-第1期.txt";
    room.write(file, "x");
    assert_eq!(
        room.newsroom.verify(1, &render).unwrap(),
        [Difference::File(file.into())]
    );
    fs::remove_file(room.path(file)).unwrap();
    assert_eq!(
        room.newsroom.verify(1, &render).unwrap(),
        [Difference::Missing(file.into())]
    );
    room.write("issues/0001/01-a.toml", "");
    fs::remove_file(room.path("issues/0001/02-b.toml")).unwrap();
    let found = room.newsroom.verify(1, &render).unwrap();
    assert_eq!(
        found,
        [
            Difference::Copy("issues/0001/01-a.toml".into()),
            Difference::Missing("issues/0001/02-b.toml".into())
        ]
    );
}

#[test]
fn an_issue_with_someones_notes_is_not_taken_back() {
    let room = Room::new();
    room.newsroom.create(&story("a")).unwrap();
    room.assemble().unwrap();
    room.write("issues/0001/notes.md", "校样意见");
    let lock = room.newsroom.lock(Duration::ZERO).unwrap();
    assert!(matches!(
        room.newsroom.undo(&lock, 1),
        Err(StoreError::Foreign(_))
    ));
    assert!(room.path("issues/0001/issue.toml").exists());
    fs::remove_file(room.path("issues/0001/notes.md")).unwrap();
    assert_eq!(room.newsroom.undo(&lock, 1).unwrap().items, ["a"]);
    assert!(fs::read_dir(room.path("issues")).unwrap().next().is_none());
}
