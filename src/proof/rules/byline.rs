//! What a byline holds, and whether the body names the same people.

use super::names::{differ, is_han};
use crate::domain::Field;
use crate::proof::{Context, Line, LineKind, Out, Rule, Severity, Story};
use crate::text::pinyin::sound_alike;
use crate::wording::proof as words;

/// Names in the byline: no role, mark or digit in them, nobody twice, and the same in the body.
pub struct BylineForm;

impl BylineForm {
    /// 记者记者 in a text.
    fn doubled(line: &Line, out: &mut Out) {
        for word in ["记者记者", "通讯员通讯员", "本报讯本报讯"] {
            for (at, _) in line.text.match_indices(word) {
                let half = word.len() / 2;
                out.add(line, at + half..at + word.len(), words::ROLE_TWICE)
                    .offer("");
            }
        }
    }

    /// 记者 陈坷 in the body of a story by 陈珂.
    fn body(line: &Line, names: &[&str], out: &mut Out) {
        for role in ["记者", "通讯员", "摄影"] {
            for (at, _) in line.text.match_indices(role) {
                let rest = line.text[at + role.len()..].trim_start_matches([' ', '　']);
                let start = line.text.len() - rest.len();
                if names.iter().any(|name| rest.starts_with(name)) {
                    continue;
                }
                let near = names.iter().find_map(|name| {
                    let end = rest
                        .char_indices()
                        .nth(name.chars().count())
                        .map_or(rest.len(), |(at, _)| at);
                    let whole = rest[end..].is_empty()
                        || !rest[end..].starts_with(is_han)
                        || rest[end..].starts_with(['摄', '说', '在', '从', '了', '通']);
                    differ(name, &rest[..end])
                        .filter(|_| whole)
                        .map(|_| (*name, end))
                });
                if let Some((name, end)) = near {
                    out.add(line, start..start + end, words::BYLINE_NAME)
                        .about(name)
                        .offer(name);
                }
            }
        }
    }
}

/// Whether a name has more in it than a name.
fn more_than_name(name: &str) -> bool {
    const ROLES: [&str; 8] = [
        "记者",
        "通讯员",
        "摄影",
        "见习",
        "实习",
        "本报",
        "特约",
        "通讯",
    ];
    const ENDS: [&str; 8] = [
        "摄影", "报道", "文/图", "主任", "书记", "局长", "科长", "老师",
    ];
    let role = ROLES.iter().any(|role| name.starts_with(role));
    let end = ENDS.iter().any(|end| name.ends_with(end));
    let mark =
        name.contains(|c: char| c.is_ascii_digit() || "，。、：；（）()/:,.！？“”《》".contains(c));
    role || end || mark
}

impl Rule for BylineForm {
    fn name(&self) -> &'static str {
        "byline-form"
    }

    fn clause(&self) -> &'static str {
        "house"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn weight(&self) -> u16 {
        10
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("（记者记者 陈七）", "（记者 陈七）"),
            ("通讯员通讯员何雨说。", "通讯员何雨说。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &["（记者 陈七 通讯员 何雨）", "记者招待会上，记者见到了他。"]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        if line.text.contains("记者") || line.text.contains("通讯员") {
            Self::doubled(line, out);
        }
    }

    fn story(&self, story: &Story, _: &Context, out: &mut Out) {
        let Some(draft) = story.draft else {
            return;
        };
        let byline = Line {
            field: Field::Byline,
            kind: LineKind::Display,
            paragraph: 0,
            at: 0,
            text: "",
        };
        let names: Vec<&str> = draft.byline.people().map(|one| one.name.as_str()).collect();
        for (at, name) in names.iter().enumerate() {
            if more_than_name(name) {
                out.add(&byline, 0..0, words::MORE_THAN_NAME).about(*name);
            }
            let near = names[..at]
                .iter()
                .find(|other| differ(name, other).is_some_and(|(a, b)| sound_alike(a, b)));
            if let Some(near) = near {
                let found = out.add(&byline, 0..0, words::NAME_VARIANT).about(*near);
                found.severity = Severity::Hint;
            }
        }
        for role in crate::domain::Role::ALL {
            let people = draft.byline.of(role);
            for (at, one) in people.iter().enumerate() {
                if !one.name.is_empty() && people[..at].iter().any(|other| other.name == one.name) {
                    out.add(&byline, 0..0, words::NAMED_TWICE)
                        .about(one.name.as_str());
                }
            }
        }
        for line in story.body() {
            Self::body(line, &names, out);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests_of_drafts::{draft, found};
    use super::*;
    use crate::domain::Person;

    fn by(names: &[&str], body: &str) -> crate::domain::Draft {
        let mut draft = draft("", "渠水进村", "", body);
        draft.byline.reporters = names.iter().map(|name| Person::named(*name)).collect();
        draft
    }

    #[test]
    fn a_byline_holds_names_and_agrees_with_the_body() {
        for (names, body, count) in [
            (&["记者陈七"][..], "渠水进村。", 1),
            (&["陈七、何雨"], "渠水进村。", 1),
            (&["陈七", "陈七"], "渠水进村。", 1),
            (&["何小雨"], "图为新渠。记者 何晓雨 摄", 1),
            (&["何小雨"], "图为新渠。记者 何小雨 摄", 0),
            (&["何小雨", "陈七"], "记者在村口看见，渠水进村。", 0),
            (&["何小雨"], "图为新渠。通讯员 田中 摄", 0),
        ] {
            assert_eq!(
                found(&BylineForm, &by(names, body)),
                count,
                "{names:?} {body}"
            );
        }
    }
}
