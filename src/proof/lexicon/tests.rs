use super::file::{RawFile, RawWord};
use super::*;
use crate::proof::{Context, check_text, fix};

/// Every entry of the program's lists as it is written.
fn entries() -> Vec<(Kind, RawWord)> {
    let mut all = Vec::new();
    for text in BUILTIN {
        let file: RawFile = toml::from_str(text).unwrap();
        all.extend(
            file.confusable
                .into_iter()
                .map(|one| (Kind::Confusable, one)),
        );
        all.extend(file.phrase.into_iter().map(|one| (Kind::Phrase, one)));
        all.extend(file.caution.into_iter().map(|one| (Kind::Caution, one)));
    }
    all
}

fn forms_found(text: &str) -> Vec<&'static str> {
    let mut found = Vec::new();
    Lexicon::builtin().find(text, |_, word| found.push(word.wrong.as_str()));
    found
}

#[test]
fn every_entry_finds_its_example_and_leaves_what_is_right() {
    let mut wrong = Vec::new();
    for (_, entry) in entries() {
        for text in &entry.example.0 {
            let found = forms_found(text);
            let own = found
                .iter()
                .any(|form| entry.wrong.0.iter().any(|w| w == form));
            if !own || found.len() != 1 {
                wrong.push(format!("{text}: {found:?}, not {:?}", entry.wrong.0));
            }
        }
        if entry.example.0.is_empty() {
            wrong.push(format!("{:?} has no example", entry.wrong.0));
        }
        for text in &entry.right_example.0 {
            let found = forms_found(text);
            if !found.is_empty()
                || !entry
                    .wrong
                    .0
                    .iter()
                    .any(|form| text.contains(form.as_str()))
            {
                wrong.push(format!("{text} is right: {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_lists_hold_what_they_should() {
    let entries = entries();
    let guarded = entries
        .iter()
        .filter(|(_, one)| !one.right_example.0.is_empty());
    let of = |wanted: Kind| entries.iter().filter(|(kind, _)| *kind == wanted).count();
    let counts = (of(Kind::Confusable), of(Kind::Phrase), of(Kind::Caution));
    let guarded = guarded.count();
    assert!(
        counts.0 >= 450 && guarded >= 100,
        "{counts:?}, {guarded} guarded"
    );
    let mut forms: Vec<&str> = Vec::new();
    for (_, entry) in &entries {
        forms.extend(entry.wrong.0.iter().map(String::as_str));
    }
    let all = forms.len();
    forms.sort_unstable();
    let twice: Vec<_> = forms.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    assert!(twice.is_empty(), "{twice:?} of {all}");
}

#[test]
fn what_a_right_form_says_is_never_found_again() {
    for word in Lexicon::builtin().words() {
        for right in &word.right {
            assert_eq!(forms_found(right), [""; 0], "{} → {right}", word.wrong);
        }
    }
}

#[test]
fn a_safe_form_is_mended_once_and_for_all() {
    for (_, entry) in entries().iter().filter(|(_, one)| one.safe) {
        for text in &entry.example.0 {
            let once = fix(text, &check_text(text, &Context::default()));
            assert_ne!(&once, text);
            assert_eq!(fix(&once, &check_text(&once, &Context::default())), once);
        }
    }
}

#[test]
fn the_lists_of_the_program_have_no_trouble() {
    for text in BUILTIN {
        assert_eq!(Lists::parse(text), (plain::parse(text), Vec::new()));
    }
}

/// Everything under these folders that an editor would print, and the READMEs.
fn right_texts() -> Vec<(String, String)> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts = Vec::new();
    let mut folders = vec![root.join("drafts"), root.join("tests/proof")];
    while let Some(folder) = folders.pop() {
        for name in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = name.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(text) = std::fs::read_to_string(&path)
                && path.extension().is_some_and(|e| e == "toml" || e == "txt")
            {
                texts.push((path.display().to_string(), text));
            }
        }
    }
    let readme = std::fs::read_to_string(root.join("README.zh-CN.md")).unwrap_or_default();
    let prose = readme.split("```").step_by(2).collect();
    texts.push(("README.zh-CN.md".to_owned(), prose));
    texts
}

#[test]
fn no_list_finds_anything_in_prose_that_is_right() {
    let mut found = Vec::new();
    for (file, text) in right_texts() {
        for line in text.lines() {
            Lexicon::builtin().find(line, |span, word| {
                if word.severity != crate::proof::Severity::Hint {
                    found.push(format!("{file}: {} in {line}", &line[span]));
                }
            });
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The findings of a text by these lists, as rule and passage.
fn found_by(list: &str, text: &str) -> Vec<(&'static str, String)> {
    let (list, troubles) = Lists::parse(list);
    assert_eq!(troubles, []);
    let lexicon = Lexicon::of(vec![list]);
    let context = Context {
        date: None,
        lexicon: &lexicon,
    };
    let found = check_text(text, &context);
    found
        .into_iter()
        .map(|one| (one.rule, text[one.span].to_owned()))
        .collect()
}

#[test]
fn a_name_is_held_to_the_register() {
    const LIST: &str = "[[name]]\nname = \"柳林街道办事处\"\nkind = \"body\"\naliases = \"柳林办\"\n\
        [[name]]\nname = \"周明远\"\nkind = \"person\"\ntitle = \"副主任\"\n";
    let check = |text: &str, passages: &[&str]| {
        let found = found_by(LIST, text);
        assert!(
            found.iter().all(|(rule, _)| *rule == "registered-name"),
            "{found:?}"
        );
        let told: Vec<&str> = found.iter().map(|(_, passage)| passage.as_str()).collect();
        assert_eq!(told, passages, "{text}");
    };
    check("柳林街道办事处副主任周明远说。柳林办随后整改。", &[]);
    check("周明远副主任到场，周明远说。", &[]);
    check("柳林街到办事处开会。", &["柳林街到办事处"]);
    check("副主任周明院到场。", &["周明院"]);
    check("副主任周明华到场。", &[]);
    check("杨林街道办事处开会。", &[]);
    check("主任周明远到场。", &["主任"]);
    check("周明远书记到场。", &["书记"]);
    check("柳林办开会。柳林街道办事处整改。", &["柳林办"]);
}

#[test]
fn a_passage_that_is_allowed_is_silent_for_its_rule() {
    const LIST: &str = "[[confusable]]\nwrong = \"人驻\"\nright = \"入驻\"\n[[allow]]\ntext = \"佳人驻我心\"\nrule = \"RULE\"\n";
    let by = |rule: &str| found_by(&LIST.replace("RULE", rule), "佳人驻我心，企业人驻园区。").len();
    assert_eq!(by("confusable-word"), 1);
    assert_eq!(by(""), 1);
    assert_eq!(by("set-phrase"), 2);
}

#[test]
fn a_wrong_entry_costs_only_itself() {
    let (lists, troubles) = Lists::parse(
        "[[confusable]]\nwrong = \"甲\"\nright = \"乙\"\n[[confusable]]\nwrong = \"甲乙\"\nright = \"丙丁\"\n[[phrase]]\nwrog = \"x\"\n[[other]]\na = 1\n",
    );
    assert_eq!(lists.words.len(), 1);
    let lines: Vec<_> = troubles.iter().map(|trouble| trouble.line).collect();
    assert_eq!(lines, [Some(1), Some(7), Some(9)], "{troubles:?}");
    let (lists, troubles) = Lists::parse("[[allow]]\ntext = \"甲\"\n[[allow]\n");
    assert_eq!((lists, troubles[0].line), (Lists::default(), Some(3)));
}

#[test]
fn surroundings_decide() {
    const LIST: &str = "[[confusable]]\nwrong = \"截止\"\nright = \"截至\"\nonly_before = [\"^\", \"，\"]\nonly_after = [\"#\"]\nunless_in = [\"截止3号\"]\n";
    for (text, count) in [
        ("截止3月底", 1),
        ("，截止３月", 1),
        ("报名截止3月", 0),
        ("截止日", 0),
        ("截止3号线", 0),
    ] {
        let mut found = found_by(LIST, text);
        found.retain(|(rule, _)| *rule == "confusable-word");
        assert_eq!(found.len(), count, "{text}");
    }
}

#[test]
fn what_is_added_keeps_comments_and_order() {
    let list = "# 本报词表\n[[allow]]\ntext = \"甲乙\" # 旧\n";
    let word = NewEntry::Word {
        kind: Kind::Confusable,
        wrong: "柳林渠".to_owned(),
        right: vec!["柳林灌渠".to_owned()],
        why: String::new(),
    };
    let allow = NewEntry::Allow {
        text: "丙丁".to_owned(),
        rule: String::new(),
    };
    let now = append(list, &[word, allow]).unwrap();
    assert!(now.starts_with(list), "{now}");
    let (lists, troubles) = Lists::parse(&now);
    assert_eq!(
        (lists.words.len(), lists.allows.len(), troubles.len()),
        (1, 2, 0),
        "{now}"
    );
    assert!(append("[[allow]\n", &[]).is_err());
}

#[test]
fn a_table_in_any_form_is_read_or_refused_row_by_row() {
    let imported = import(
        "\u{feff}wrong;right;why\n\"a\"\"b\";c;x\n甲乙;甲乙;\n丙丁;;\n戊己;庚/辛;两种\n一二;三;四;五;六\n\"没完",
    );
    let right: Vec<_> = imported
        .entries
        .iter()
        .map(|(line, entry)| (*line, entry.clone()))
        .collect();
    let word = |wrong: &str, right: &[&str], why: &str| NewEntry::Word {
        kind: Kind::Confusable,
        wrong: wrong.to_owned(),
        right: right.iter().map(|text| (*text).to_owned()).collect(),
        why: why.to_owned(),
    };
    assert_eq!(
        right,
        [
            (2, word("a\"b", &["c"], "x")),
            (5, word("戊己", &["庚", "辛"], "两种"))
        ]
    );
    let refused = [
        (3, Refusal::Same("甲乙".to_owned())),
        (4, Refusal::NoRight("丙丁".to_owned())),
        (6, Refusal::TooMany),
        (7, Refusal::Open),
    ];
    assert_eq!(imported.refused, refused);
}
