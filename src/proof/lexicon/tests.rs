use super::file::{RawFile, RawWord};
use super::*;
use crate::proof::{Context, check_text, fix};

/// Every entry of the program's lists as it is written.
fn entries() -> Vec<(Kind, RawWord)> {
    let mut all = Vec::new();
    for text in BUILTIN {
        let file: RawFile = toml::from_str(text).unwrap();
        all.extend(file.confusable.into_iter().map(|one| (Kind::Confusable, one)));
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
            let own = found.iter().any(|form| entry.wrong.0.iter().any(|w| w == form));
            if !own || found.len() != 1 {
                wrong.push(format!("{text}: {found:?}, not {:?}", entry.wrong.0));
            }
        }
        if entry.example.0.is_empty() {
            wrong.push(format!("{:?} has no example", entry.wrong.0));
        }
        for text in &entry.right_example.0 {
            let found = forms_found(text);
            if !found.is_empty() || !entry.wrong.0.iter().any(|form| text.contains(form.as_str())) {
                wrong.push(format!("{text} is right: {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_lists_hold_what_they_should() {
    let entries = entries();
    let guarded = entries.iter().filter(|(_, one)| !one.right_example.0.is_empty());
    let of = |wanted: Kind| entries.iter().filter(|(kind, _)| *kind == wanted).count();
    let counts = (of(Kind::Confusable), of(Kind::Phrase), of(Kind::Caution));
    let guarded = guarded.count();
    assert!(counts.0 >= 450 && guarded >= 100, "{counts:?}, {guarded} guarded");
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
        assert_eq!(Lists::parse(text).1, []);
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
