//! The READMEs say what the program does: keys, commands, options, files.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use liangdian::app::key::Key;
use liangdian::app::keymap::{BINDINGS, Binding, Context, KeySetting, Keymap};
use liangdian::config;

const FILES: [&str; 2] = ["README.md", "README.zh-CN.md"];

/// How the headings of the key tables begin, in both languages.
const TABLES: [(Context, [&str; 2]); 22] = [
    (Context::Queue, ["Queue", "队列"]),
    (Context::Filter, ["Filter", "筛选"]),
    (Context::Story, ["Story", "改稿"]),
    (Context::Find, ["Find", "查找"]),
    (Context::Replace, ["Replace", "替换"]),
    (Context::Byline, ["Byline", "署名"]),
    (Context::Text, ["Text", "文字"]),
    (Context::Ask, ["File name", "文件名"]),
    (Context::Import, ["Import", "收稿"]),
    (Context::Issue, ["Issue (", "组版结果"]),
    (Context::Blocked, ["Faults", "要先改的差错"]),
    (Context::NothingReady, ["Nothing ready", "没有可发的稿件"]),
    (Context::Problems, ["Problems", "读不了的文件"]),
    (Context::Review, ["Review", "签审"]),
    (Context::Opinion, ["Opinion", "意见"]),
    (Context::Diff, ["Differences", "对照"]),
    (Context::Notes, ["Remarks", "批注"]),
    (Context::NoteText, ["Remark text", "写批注"]),
    (Context::Proof, ["Proof", "校对"]),
    (Context::Reason, ["Reason", "留用理由"]),
    (Context::Welcome, ["Welcome", "首次启动"]),
    (Context::Help, ["Help", "帮助"]),
];

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn readme(at: usize) -> String {
    fs::read_to_string(project().join(FILES[at])).unwrap_or_default()
}

/// The keys in the table under the heading that begins so.
fn keys_under(text: &str, heading: &str) -> BTreeSet<String> {
    let section = text.split("\n### ").find(|part| part.starts_with(heading));
    let section = section.and_then(|part| part.split("\n## ").next());
    let rows = section.unwrap_or_default().lines();
    let cells = rows.filter_map(|row| row.strip_prefix("| `")?.split(" | ").next());
    let names = cells.flat_map(|cell| cell.trim_end_matches('`').split('`'));
    names
        .filter(|name| !matches!(name.trim(), "" | "/") || *name == "/")
        .map(str::to_owned)
        .collect()
}

fn shown(name: &str) -> String {
    name.parse::<Key>()
        .map(|key| key.to_string())
        .unwrap_or_default()
}

#[test]
fn the_key_tables_are_the_programs() {
    for (at, file) in FILES.iter().enumerate() {
        let text = readme(at);
        for (context, headings) in TABLES {
            let told = keys_under(&text, headings[at]);
            let mine = BINDINGS.iter().filter(|binding| binding.context == context);
            let bound: BTreeSet<String> = mine
                .clone()
                .flat_map(|binding| binding.keys)
                .map(|name| shown(name))
                .collect();
            let unbound: Vec<_> = told.difference(&bound).collect();
            assert!(
                unbound.is_empty(),
                "{file}, {context:?}: no such keys: {unbound:?}"
            );
            for binding in mine {
                let Some(first) = binding.keys.first().map(|name| shown(name)) else {
                    continue;
                };
                let action = binding.action;
                assert!(
                    told.contains(&first),
                    "{file}, {context:?}: {first} ({action:?}) is missing"
                );
            }
        }
    }
}

#[test]
fn every_screen_has_its_table() {
    let told: Vec<Context> = TABLES.iter().map(|(context, _)| *context).collect();
    assert!(
        BINDINGS
            .iter()
            .all(|binding| told.contains(&binding.context))
    );
}

fn liangdian(args: &[&str], room: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_liangdian"))
        .args(args)
        .current_dir(room)
        .env("HOME", room)
        .env("LIANGDIAN_LANG", "en")
        .env_remove("LIANGDIAN_NEWSROOM")
        .output()
        .unwrap_or_else(|error| panic!("{args:?}: {error}"))
}

/// The commands, and all long options, as `--help` tells them.
fn command_line(room: &Path) -> (Vec<String>, BTreeSet<String>) {
    let help = |args: &[&str]| String::from_utf8_lossy(&liangdian(args, room).stdout).into_owned();
    let main = help(&["--help"]);
    let list = main
        .split("Commands:\n")
        .nth(1)
        .and_then(|part| part.split("\n\n").next());
    let names = list
        .unwrap_or_default()
        .lines()
        .filter_map(|line| line.split_whitespace().next());
    let names: Vec<String> = names.map(str::to_owned).collect();
    let mut texts = vec![main.clone()];
    texts.extend(names.iter().map(|name| help(&[name.as_str(), "--help"])));
    let words = texts.iter().flat_map(|text| text.split_whitespace());
    let options = words
        .filter(|word| word.starts_with("--"))
        .map(str::to_owned)
        .collect();
    (names, options)
}

#[test]
fn every_command_and_option_is_told() {
    let dir = tempfile::tempdir().unwrap();
    let (names, options) = command_line(dir.path());
    assert!(
        names.len() >= 7 && options.len() >= 5,
        "{names:?} {options:?}"
    );
    for (at, file) in FILES.iter().enumerate() {
        let text = readme(at);
        for name in &names {
            assert!(
                text.contains(&format!("| `liangdian {name}")),
                "{file} lacks {name}"
            );
        }
        for option in &options {
            assert!(
                text.contains(&format!("`{option}")),
                "{file} lacks {option}"
            );
        }
    }
}

/// The TOML examples of a README.
fn examples(text: &str) -> Vec<&str> {
    let blocks = text.split("\n```toml\n").skip(1);
    blocks
        .filter_map(|block| block.split("\n```").next())
        .collect()
}

#[test]
fn the_settings_are_ones_that_are_read() {
    for (at, file) in FILES.iter().enumerate() {
        let text = readme(at);
        let example = examples(&text)
            .into_iter()
            .find(|example| example.starts_with("title"));
        let example = example.unwrap_or_else(|| panic!("{file} has no settings"));
        let (settings, problems) = config::read(example.as_bytes());
        assert!(problems.is_empty(), "{file}: {problems:?}");
        assert_eq!(settings.paper, "今日柳林");
        assert_eq!(settings.credits.proofreader, "白杨");
    }
}

#[test]
fn the_own_keys_are_ones_that_are_taken() {
    for (at, file) in FILES.iter().enumerate() {
        let text = readme(at);
        let example = examples(&text)
            .into_iter()
            .find(|example| example.starts_with("[keys]"));
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("config.toml");
        fs::write(&path, example.unwrap_or_default()).unwrap();
        let (lines, problems) = config::keys::read(&path);
        assert!(problems.is_empty() && lines.len() == 4, "{file}: {lines:?}");
        let setting = |line: config::keys::Line| KeySetting {
            name: line.name,
            keys: line.keys,
            line: line.line,
        };
        let settings: Vec<KeySetting> = lines.into_iter().map(setting).collect();
        let (_, refused) = Keymap::rebound(&settings).unwrap();
        assert_eq!(refused, [], "{file}");
        // Every name told in the section is one of an action or a screen.
        let section = text
            .split("\n### ")
            .find(|part| part.starts_with(["Own keys", "改键"][at]));
        let prose = section
            .unwrap()
            .split("\n```")
            .step_by(2)
            .collect::<String>();
        let words = prose.split('`').skip(1).step_by(2).filter(|word| {
            word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') && !word.ends_with('-')
        });
        let names: Vec<String> = BINDINGS.iter().map(Binding::name).collect();
        for word in words {
            let known = names
                .iter()
                .any(|name| name.split('.').any(|part| part == word));
            assert!(known, "{file}: {word}");
        }
    }
}

#[test]
fn the_draft_is_one_that_can_be_assembled() {
    for (at, file) in FILES.iter().enumerate() {
        let text = readme(at);
        let example = examples(&text)
            .into_iter()
            .find(|example| example.starts_with("schema"));
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("drafts")).unwrap();
        let path = dir.path().join("drafts/20260401-liulin.toml");
        fs::write(path, example.unwrap_or_default()).unwrap();
        let out = liangdian(&["assemble", "--dry-run"], dir.path());
        let said = String::from_utf8_lossy(&out.stderr);
        assert!(out.status.success() && said.is_empty(), "{file}: {said}");
    }
}

#[test]
fn what_is_linked_is_there_and_the_two_commands_are_named() {
    for (at, file) in FILES.iter().enumerate() {
        let text = readme(at);
        for command in ["\ncargo run --release ", "\ncargo test "] {
            assert!(text.contains(command), "{file} lacks {command:?}");
        }
        let links = text
            .split("](")
            .skip(1)
            .filter_map(|part| part.split(')').next());
        for link in links.filter(|link| !link.starts_with("http")) {
            assert!(project().join(link).is_file(), "{file}: no {link}");
        }
    }
}
