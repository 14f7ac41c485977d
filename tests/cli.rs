//! The program as a newsroom's scripts use it, on scratch repositories.

#![allow(clippy::unwrap_used, clippy::expect_used)] // A test that cannot go on has failed.

#[path = "cli/proof.rs"]
mod proof;
mod scratch;

use std::fs;
use std::process::Stdio;

use scratch::{Room, json};

#[test]
fn init_makes_a_newsroom_and_never_overwrites() {
    let room = Room::bare();
    let said = room.ok(&["init"]);
    for thing in ["drafts/", "newsroom.toml", ".gitignore", "git"] {
        assert!(said.contains(thing), "{thing}: {said}");
    }
    assert!(room.path(".git").is_dir());
    room.write("newsroom.toml", "paper = \"今日柳林\"\n");
    room.write(".gitignore", "*.bak");
    room.ok(&["init"]);
    assert_eq!(room.read("newsroom.toml"), "paper = \"今日柳林\"\n");
    assert_eq!(room.read(".gitignore"), "*.bak\n.liangdian/\n");
    room.ok(&["init"]);
    assert_eq!(room.read(".gitignore"), "*.bak\n.liangdian/\n");
}

#[test]
fn an_issue_is_made_committed_verified_and_taken_back() {
    let room = Room::new();
    room.story("20260401-yi", "a", "submitted");
    room.story("20260401-er", "b", "submitted");
    room.story("20260401-san", "c", "draft");
    room.git(&["add", "drafts"]);
    room.git(&["commit", "-qm", "稿件"]);
    room.write("staged.txt", "staged\n");
    room.git(&["add", "staged.txt"]);
    room.write("drafts/2026-04/20260401-san.toml", "headline = \"改\"\n");
    let before = room.git(&["status", "--short"]);

    let issue = json(&room.ok(&["assemble", "--date", "2026-04-09", "--json"]));
    assert_eq!(issue["number"], 1);
    assert_eq!(issue["folder"], "issues/0001");
    assert_eq!(issue["items"].as_array().unwrap().len(), 2);
    assert_eq!(issue["blocked"].as_array().unwrap().len(), 0);
    let head = room.git(&["rev-parse", "HEAD"]);
    assert_eq!(issue["commit"], head.trim());

    assert_eq!(
        room.git(&["status", "--short"]),
        before,
        "other changes stay as they were"
    );
    let mut paths: Vec<String> = room
        .git(&[
            "-c",
            "core.quotepath=off",
            "show",
            "--name-only",
            "--format=",
        ])
        .lines()
        .map(str::to_owned)
        .collect();
    paths.sort();
    assert_eq!(
        paths,
        [
            "issues/0001/01-20260401-yi.toml",
            "issues/0001/02-20260401-er.toml",
            "issues/0001/issue.toml",
            "issues/0001/亮点工作系列报道-第1期.md",
            "issues/0001/亮点工作系列报道-第1期.txt",
        ]
    );
    assert_eq!(
        room.read("issues/0001/01-20260401-yi.toml"),
        room.read("drafts/2026-04/20260401-yi.toml")
    );
    room.ok(&["render", "1", "--verify"]);

    room.ok(&["undo-assemble"]);
    assert!(!room.path("issues/0001").exists());
    assert_eq!(room.git(&["status", "--short"]), before);
    let listed = json(&room.ok(&["list", "--stage", "ready", "--json"]));
    assert_eq!(listed["drafts"].as_array().unwrap().len(), 2);
    let again = json(&room.ok(&["assemble", "--date", "2026-04-09", "--json"]));
    assert_eq!(again["number"], 1);
}

#[test]
fn a_changed_issue_file_is_found() {
    let room = Room::new();
    room.story("20260401-yi", "a", "submitted");
    room.ok(&["assemble", "--date", "2026-04-09"]);
    room.write("issues/0001/亮点工作系列报道-第1期.txt", "改过\n");
    let found = room.run(&["render", "1", "--verify", "--json"]);
    assert_eq!(found.status.code(), Some(1));
    let found = json(&String::from_utf8(found.stdout).unwrap());
    assert_eq!(found["blocked"][0]["kind"], "file");
}

#[test]
fn an_issue_that_was_pushed_is_not_taken_back() {
    let room = Room::new();
    room.story("20260401-yi", "a", "submitted");
    room.ok(&["assemble"]);
    let remote = tempfile::tempdir().unwrap();
    let remote = remote.path().to_str().unwrap();
    room.git(&["init", "-q", "--bare", remote]);
    room.git(&["remote", "add", "origin", remote]);
    room.git(&["push", "-q", "origin", "HEAD:main"]);
    room.git(&["fetch", "-q", "origin"]);
    let said = room.refused(&["undo-assemble"], 1);
    assert!(said.contains("已经推送"), "{said}");
    assert!(room.path("issues/0001/issue.toml").exists());
}

#[test]
fn blocking_faults_are_listed_with_draft_and_field() {
    let room = Room::new();
    room.story("20260401-yi", "a", "submitted");
    room.write(
        "drafts/2026-04/20260401-er.toml",
        "status = \"submitted\"\nheadline = \"题\"\n[text]\nbody = \"文\"\n",
    );
    let output = room.run(&["assemble", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let document = json(&String::from_utf8(output.stdout).unwrap());
    assert_eq!(document["blocked"][0]["draft"], "20260401-er");
    assert_eq!(document["blocked"][0]["field"], "byline");
    assert!(!room.path("issues").exists());
}

#[test]
fn a_broken_file_beside_good_ones_is_named_and_the_rest_goes_on() {
    let room = Room::new();
    room.story("20260401-yi", "a", "submitted");
    room.write(
        "drafts/2026-04/20260401-huai.toml",
        "schema = 1\nheadline = \n",
    );
    room.write_bytes("drafts/2026-04/20260401-tu.toml", b"\x89PNG\xff\xfe\x00");
    room.write("drafts/2026-04/坏 名.toml", "");
    room.story("20260401-chong", "a", "submitted");
    fs::create_dir_all(room.path("drafts/other")).unwrap();
    fs::copy(
        room.path("drafts/2026-04/20260401-yi.toml"),
        room.path("drafts/other/20260401-yi.toml"),
    )
    .unwrap();
    let listed = json(&room.ok(&["list", "--json"]));
    assert_eq!(listed["drafts"].as_array().unwrap().len(), 2);
    assert_eq!(listed["drafts"][0]["problems"][0]["kind"], "shared-rank");
    assert_eq!(listed["problems"].as_array().unwrap().len(), 4);
    assert_eq!(listed["problems"][0]["line"], 2);
    let output = room.run(&["assemble", "--json"]);
    assert_eq!(output.status.code(), Some(0));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("drafts/2026-04/20260401-huai.toml:2"),
        "{said}"
    );
}

#[test]
fn a_number_that_is_taken_is_not_overwritten() {
    let room = Room::new();
    room.story("20260401-yi", "a", "submitted");
    room.write("issues/0001/notes.txt", "别人的\n");
    let said = room.refused(&["assemble"], 1);
    assert!(said.contains("issues/0001"), "{said}");
    assert_eq!(room.read("issues/0001/notes.txt"), "别人的\n");
    assert_eq!(fs::read_dir(room.path("issues")).unwrap().count(), 1);
}

#[test]
fn without_git_an_issue_is_made_and_said_not_to_be_committed() {
    let room = Room::new();
    room.story("20260401-yi", "a", "submitted");
    let mut command = room.command(&["assemble", "--json"]);
    let empty = tempfile::tempdir().unwrap();
    let output = command.env("PATH", empty.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("没有找到git"), "{said}");
    assert!(room.path("issues/0001/issue.toml").exists());
}

#[test]
fn without_an_identity_an_issue_is_made_and_finished_later() {
    let room = Room::new();
    room.story("20260401-yi", "a", "submitted");
    room.write_config("");
    let output = room.run(&["assemble"]);
    assert_eq!(output.status.code(), Some(0));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("git config --global user.name"), "{said}");
    room.identify();
    let finished = json(&room.ok(&["assemble", "--json"]));
    assert_eq!(finished["number"], 1);
    assert_eq!(finished["commit"], room.git(&["rev-parse", "HEAD"]).trim());
}

#[test]
fn the_editors_own_name_is_the_author() {
    let room = Room::new();
    room.story("20260401-yi", "a", "submitted");
    let mut command = room.command(&["assemble"]);
    command.env("LIANGDIAN_USER", "周明");
    assert!(command.output().unwrap().status.success());
    assert_eq!(
        room.git(&["log", "-1", "--format=%an %ae %cn"]).trim(),
        "周明 desk@example.invalid 编辑部"
    );
}

#[test]
fn outside_a_repository_and_by_hand_nothing_is_committed() {
    let room = Room::bare();
    room.story("20260401-yi", "a", "submitted");
    let said = room.run(&["assemble"]);
    assert!(
        String::from_utf8(said.stderr)
            .unwrap()
            .contains("liangdian init")
    );
    let room = Room::new();
    room.story("20260401-yi", "a", "submitted");
    room.write("newsroom.toml", "[git]\ncommit = \"manual\"\n");
    room.ok(&["assemble"]);
    assert_eq!(room.git(&["rev-list", "--all"]), "");
}

#[test]
fn several_at_once_give_one_issue_and_clean_refusals() {
    let room = Room::new();
    for n in 0..5 {
        room.story(&format!("20260401-{n}"), "a", "submitted");
    }
    let running: Vec<_> = (0..4)
        .map(|_| {
            let mut command = room.command(&["assemble", "--json"]);
            command.stdout(Stdio::piped()).stderr(Stdio::piped());
            command.spawn().unwrap()
        })
        .collect();
    let outputs: Vec<_> = running
        .into_iter()
        .map(|p| p.wait_with_output().unwrap())
        .collect();
    let codes: Vec<_> = outputs.iter().map(|o| o.status.code()).collect();
    assert_eq!(
        codes.iter().filter(|c| **c == Some(0)).count(),
        1,
        "{codes:?}"
    );
    assert_eq!(
        codes.iter().filter(|c| **c == Some(1)).count(),
        3,
        "{codes:?}"
    );
    assert_eq!(room.names("issues"), ["0001"]);
}

#[test]
fn the_same_drafts_give_the_same_bytes_anywhere() {
    let rooms = [Room::new(), Room::new()];
    let texts: Vec<Vec<Vec<u8>>> = rooms
        .iter()
        .map(|room| {
            for n in 0..3 {
                room.story(&format!("20260401-{n}"), "a", "submitted");
            }
            let mut command = room.command(&["assemble", "--date", "2026-04-09"]);
            command
                .env("TZ", "Asia/Shanghai")
                .env("LC_ALL", "en_US.UTF-8");
            assert!(command.output().unwrap().status.success());
            let names = room.names("issues/0001");
            names
                .iter()
                .map(|n| fs::read(room.path(&format!("issues/0001/{n}"))).unwrap())
                .collect()
        })
        .collect();
    assert_eq!(texts[0], texts[1]);
}

#[test]
fn leftovers_of_a_crash_are_swept_and_nothing_else() {
    let room = Room::new();
    room.story("20260401-yi", "a", "submitted");
    room.write("issues/.0001-4711/issue.toml", "");
    room.write("issues/.undo-0007-4711/issue.toml", "");
    room.write("issues/.keep", "");
    room.ok(&["assemble"]);
    assert_eq!(room.names("issues"), [".keep", "0001"]);
}

#[test]
fn a_taking_back_that_was_cut_short_is_finished() {
    let room = Room::new();
    room.story("20260401-yi", "a", "submitted");
    room.ok(&["assemble"]);
    fs::rename(
        room.path("issues/0001"),
        room.path("issues/.undo-0001-4711"),
    )
    .unwrap();
    let undone = json(&room.ok(&["undo-assemble", "--json"]));
    assert_eq!(undone["number"], 1);
    assert_eq!(room.names("issues"), [] as [String; 0]);
    assert_eq!(room.git(&["ls-tree", "--name-only", "HEAD", "issues/"]), "");
}

#[test]
fn an_assembly_that_was_cut_short_before_its_commit_is_finished() {
    let room = Room::new();
    room.story("20260401-yi", "a", "submitted");
    room.ok(&["assemble", "--json"]);
    room.git(&["update-ref", "-d", "HEAD"]);
    room.git(&["rm", "-rq", "--cached", "issues"]);
    let again = json(&room.ok(&["assemble", "--json"]));
    assert_eq!(again["number"], 1);
    assert_eq!(again["items"][0], "20260401-yi");
    assert_eq!(again["commit"], room.git(&["rev-parse", "HEAD"]).trim());
}

#[test]
fn an_issue_that_was_never_reported_is_the_answer_when_asked_again() {
    let room = Room::new();
    room.story("20260401-yi", "a", "submitted");
    room.ok(&["assemble"]);
    room.refused(&["assemble"], 1);
    room.write(".liangdian/unreported", "1");
    let again = json(&room.ok(&["assemble", "--json"]));
    assert_eq!(again["number"], 1);
    assert_eq!(again["commit"], room.git(&["rev-parse", "HEAD"]).trim());
    room.refused(&["assemble"], 1);
}

#[test]
fn wrong_usage_is_two_and_says_what_is_right() {
    let room = Room::new();
    for (line, word) in [
        (&["list", "--stage", "x"][..], "draft review ready"),
        (&["assemble", "--date", "x"], "2026-04-01"),
        (&["render", "x"], "期号"),
        (&["asemble"], "assemble"),
        (&["completions", "x"], "bash"),
        (&["import"], "文件"),
    ] {
        let said = room.refused(line, 2);
        assert!(said.contains(word), "{line:?}: {said}");
    }
}

#[test]
fn an_unknown_format_in_the_settings_is_named_with_the_known_ones() {
    let room = Room::new();
    room.story("20260401-yi", "a", "submitted");
    room.write("newsroom.toml", "[export]\nformats = [\"txt\", \"wps\"]\n");
    let said = room.refused(&["assemble"], 1);
    assert!(said.contains("wps") && said.contains("md, html"), "{said}");
    assert!(!room.path("issues").exists());
}

#[test]
fn the_newsroom_is_named_before_or_after_the_command() {
    let room = Room::new();
    room.story("20260401-yi", "a", "submitted");
    let path = room.path("").display().to_string();
    let before = room.ok(&["--newsroom", &path, "list"]);
    assert!(before.contains("20260401-yi"), "{before}");
    assert_eq!(before, room.ok(&["list", "--newsroom", &path]));
    let said = room.refused(&["20260401-yi", "list"], 2);
    assert!(said.contains("list"), "{said}");
}

#[test]
fn outside_a_newsroom_the_next_step_is_named() {
    let room = Room::bare();
    let said = room.refused(&["list"], 1);
    assert!(said.contains("liangdian init"), "{said}");
    let said = room.refused(&["list", "--newsroom", "/nonexistent"], 1);
    assert!(said.contains("/nonexistent"), "{said}");
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let room = Room::new();
    room.story("20260401-yi", "a", "submitted");
    let mut command = room.command(&["list", "--json"]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn no_control_character_of_a_draft_reaches_the_terminal() {
    let room = Room::new();
    room.write(
        "drafts/20260401-yi.toml",
        "headline = \"\\u001B[31m红\\u202E\"\n",
    );
    let said = room.ok(&["list"]);
    assert!(
        !said.contains('\u{1b}') && !said.contains('\u{202e}'),
        "{said:?}"
    );
}

#[test]
fn a_file_that_cannot_be_imported_does_not_stop_the_others() {
    let room = Room::new();
    room.write_bytes("a.bin", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    let said = room.refused(&["import", "missing.txt", "a.bin"], 1);
    assert!(
        said.contains("missing.txt") && said.contains("a.bin"),
        "{said}"
    );
}

#[test]
fn what_changed_in_a_draft_is_told_by_words() {
    let room = Room::new();
    room.story("20260401-yi", "a", "submitted");
    room.git(&["add", "drafts"]);
    room.git(&["commit", "-qm", "稿件"]);
    assert_eq!(room.ok(&["diff", "20260401-yi"]), "");
    let path = "drafts/2026-04/20260401-yi.toml";
    let text = room
        .read(path)
        .replace("headline = \"", "headline = \"新题");
    room.write(path, &text);
    let said = room.ok(&["diff", "20260401-yi"]);
    assert!(said.starts_with("标题\n  {+新题+}"), "{said}");
    let told = json(&room.ok(&["diff", "20260401-yi", "--from", "import", "--json"]));
    assert_eq!(
        (&told["from"], &told["added"]),
        (&"import".into(), &2.into())
    );
    assert_eq!(told["fields"][0]["field"], "headline");
    assert_eq!(told["fields"][0]["paragraphs"][0][0]["side"], "new");
    room.refused(&["diff", "20260401-yi", "--from", "signature"], 1);
}
