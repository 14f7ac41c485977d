//! Proofreading from the shell, on scratch newsrooms.

use std::io::Write;
use std::process::Stdio;

use super::scratch::{Room, json};

fn draft(room: &Room, id: &str, headline: &str, body: &str) {
    let text = format!(
        "# 编者留言\nschema = 1\nkind = \"story\"\nplace = \"柳林社区\"\nheadline = \"{headline}\"\n\
         date = 2026-04-01\nstatus = \"submitted\"\nrank = \"a\"\n\n[byline]\nreporters = [\"林一舟\"]\n\n\
         [text]\nbody = \"\"\"\n{body}\n\"\"\"\n"
    );
    room.write(&format!("drafts/2026-04/{id}.toml"), &text);
}

/// A command with this text on its standard input: exit code, output, errors.
fn piped(room: &Room, args: &[&str], text: &str) -> (Option<i32>, String, String) {
    let mut command = room.command(args);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(text.as_bytes())
        .unwrap();
    let out = child.wait_with_output().unwrap();
    let said = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (out.status.code(), said(out.stdout), said(out.stderr))
}

#[test]
fn check_tells_every_finding_by_characters_of_its_field() {
    let room = Room::new();
    draft(
        &room,
        "20260401-yi",
        "春灌",
        "渠水进村。\n\n老人天天锻练，三家企业人驻产业园。",
    );
    let out = room.run(&["check", "--json"]);
    assert_eq!(out.status.code(), Some(1));
    let told = json(&String::from_utf8(out.stdout).unwrap());
    let found = told["findings"].as_array().unwrap();
    assert_eq!(found.len(), 2);
    assert_eq!(found[0]["draft"], "20260401-yi");
    assert_eq!(found[0]["field"], "body");
    assert_eq!(found[0]["text"], "锻练");
    assert_eq!(
        (&found[0]["start"], &found[0]["end"]),
        (&11.into(), &13.into())
    );
    assert_eq!(found[0]["paragraph"], 1);
    assert_eq!(found[0]["severity"], "error");
    assert_eq!(found[0]["replacements"][0], "锻炼");
    assert_eq!(found[1]["replacements"][0], "入驻");
    assert_eq!(told["weight"], 2.0);
    assert_eq!(told["chars"], 28);
}

#[test]
fn a_headline_counts_double_and_a_clean_queue_ends_well() {
    let room = Room::new();
    draft(&room, "20260401-yi", "锻练", "渠水进村。");
    let out = room.run(&["check", "20260401-yi", "--json"]);
    let told = json(&String::from_utf8(out.stdout).unwrap());
    assert_eq!(told["weight"], 2.0);
    draft(&room, "20260401-yi", "锻炼", "渠水进村。");
    assert!(room.ok(&["check"]).contains("0处"));
    assert!(room.refused(&["check", "nobody"], 2).contains("nobody"));
}

#[test]
fn fix_mends_what_is_safe_in_one_line_and_one_commit() {
    let room = Room::new();
    draft(
        &room,
        "20260401-yi",
        "春灌",
        "老人天天锻练。\n\n三家企业人驻产业园。",
    );
    draft(&room, "20260401-er", "春耕", "渠水进村。");
    room.git(&["add", "drafts"]);
    room.git(&["commit", "-qm", "稿件"]);
    let said = room.ok(&["fix"]);
    assert!(
        said.contains("锻练 → 锻炼") && said.contains("改正1处"),
        "{said}"
    );
    let shown = room.git(&["show", "--format=%s", "--numstat", "HEAD"]);
    assert!(shown.starts_with("校改：1篇"), "{shown}");
    assert!(
        shown.contains("1\t1\tdrafts/2026-04/20260401-yi.toml"),
        "{shown}"
    );
    let text = room.read("drafts/2026-04/20260401-yi.toml");
    assert!(
        text.contains("人驻产业园") && text.starts_with("# 编者留言"),
        "{text}"
    );
    assert!(room.ok(&["fix"]).contains("改正0处"));
}

#[test]
fn a_text_is_checked_and_fixed_without_a_newsroom() {
    let room = Room::bare();
    let text = "老人天天锻练。\r\n\n渠水进村。";
    let (code, out, said) = piped(&room, &["fix", "--text", "-"], text);
    assert_eq!(
        (code, out.as_str()),
        (Some(0), "老人天天锻炼。\r\n\n渠水进村。")
    );
    assert!(said.contains("改正1处"), "{said}");
    let (code, out, _) = piped(&room, &["check", "--text", "-", "--json"], text);
    assert_eq!(code, Some(1));
    let told = json(&out);
    assert_eq!(told["findings"][0]["start"], 4);
    assert!(told["findings"][0]["draft"].is_null());
}

#[test]
fn the_house_s_lists_win_and_a_broken_one_is_named_with_its_line() {
    let room = Room::new();
    draft(
        &room,
        "20260401-yi",
        "春灌",
        "老人天天锻练，柳林桥头人驻产业园，镇上叫绿道。",
    );
    room.write(
        "proof/house.toml",
        "[[allow]]\ntext = \"天天锻练\"\n\n[[confusable]]\nwrong = \"人驻\"\nright = \"进驻\"\n\n\
         [[caution]]\nwrong = \"绿道\"\nright = \"健身步道\"\nwhy = \"本报统一写法\"\n",
    );
    room.write("proof/a.toml", "[[confusable]]\nwrong = \"甲乙\"\n\n[[phrase]]\nwrong = \"柳林桥头\"\nright = \"柳林桥口\"\n");
    let out = room.run(&["check", "--json"]);
    let said = String::from_utf8(out.stderr).unwrap();
    assert!(said.contains("proof/a.toml:1"), "{said}");
    let told = json(&String::from_utf8(out.stdout).unwrap());
    let found = told["findings"].as_array().unwrap();
    let texts: Vec<&str> = found
        .iter()
        .map(|one| one["text"].as_str().unwrap())
        .collect();
    assert_eq!(texts, ["柳林桥头", "人驻", "绿道"]);
    assert_eq!(found[1]["replacements"][0], "进驻");
    assert!(
        found[2]["message"]
            .as_str()
            .unwrap()
            .contains("本报统一写法")
    );
}

#[test]
fn a_table_becomes_a_list_and_no_row_is_lost_unseen() {
    let room = Room::new();
    room.write("词表.csv", "误,正,说明,类别\n柳林渠,柳林灌渠,全称,\n绿道,,,慎用\n,空,,\n水,冰,,\n甲乙,丙丁,,新词\n\"一，二\",\"一、二\",,固定\n");
    let out = room.run(&["words", "import", "词表.csv", "--json"]);
    assert_eq!(out.status.code(), Some(1));
    let told = json(&String::from_utf8(out.stdout).unwrap());
    assert_eq!(told["added"], 3);
    assert_eq!(told["list"], "proof/词表.toml");
    let lines: Vec<i64> = told["refused"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["line"].as_i64().unwrap())
        .collect();
    assert_eq!(lines, [4, 5, 6]);
    draft(
        &room,
        "20260401-yi",
        "春灌",
        "柳林渠通水，绿道开放，一，二。",
    );
    let out = room.run(&["check", "--json"]);
    let told = json(&String::from_utf8(out.stdout).unwrap());
    assert_eq!(told["findings"].as_array().unwrap().len(), 3);
    let again = room.run(&["words", "import", "词表.csv", "--json"]);
    let told = json(&String::from_utf8(again.stdout).unwrap());
    assert_eq!(told["added"], 0);
    assert_eq!(told["refused"].as_array().unwrap().len(), 6);
}
