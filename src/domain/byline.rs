//! Who made a story: reporters (记者), correspondents (通讯员), photographers (摄影).

use serde::{Deserialize, Serialize};

/// The three lists of a byline, in print order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// 记者, staff.
    Reporter,
    /// 通讯员, from outside, paid or ranked by the piece.
    Correspondent,
    /// 摄影.
    Photographer,
}

impl Role {
    /// All roles in print order.
    pub const ALL: [Self; 3] = [Self::Reporter, Self::Correspondent, Self::Photographer];

    /// The word printed before the names of this role.
    pub fn printed(self) -> &'static str {
        match self {
            Self::Reporter => "记者",
            Self::Correspondent => "通讯员",
            Self::Photographer => "摄影",
        }
    }

    /// The key of the list in a draft's `[byline]` table.
    pub fn key(self) -> &'static str {
        match self {
            Self::Reporter => "reporters",
            Self::Correspondent => "correspondents",
            Self::Photographer => "photographers",
        }
    }
}

/// A name in a byline, with what was said of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "PersonForm", into = "PersonForm")]
pub struct Person {
    /// The name, without spacing (`王伟`, never `王　伟`).
    pub name: String,
    /// Where a correspondent works: 柳林社区. Kept for statistics, not printed.
    pub unit: Option<String>,
    /// A qualified role printed in place of the plain one: 见习记者, 特约记者.
    pub title: Option<String>,
}

/// In a file a person is a bare name, or a table where more is known.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum PersonForm {
    Name(String),
    Full {
        name: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unit: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<String>,
    },
}

impl From<PersonForm> for Person {
    fn from(form: PersonForm) -> Self {
        match form {
            PersonForm::Name(name) => Self {
                name,
                ..Self::default()
            },
            PersonForm::Full { name, unit, title } => Self { name, unit, title },
        }
    }
}

impl From<Person> for PersonForm {
    fn from(person: Person) -> Self {
        match person {
            Person {
                name,
                unit: None,
                title: None,
            } => Self::Name(name),
            Person { name, unit, title } => Self::Full { name, unit, title },
        }
    }
}

impl Person {
    /// A person of whom only the name is known.
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ..Self::default()
        }
    }
}

/// The byline of a draft.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Byline {
    /// 记者.
    pub reporters: Vec<Person>,
    /// 通讯员.
    pub correspondents: Vec<Person>,
    /// 摄影.
    pub photographers: Vec<Person>,
}

impl Byline {
    /// The list of one role.
    pub fn of(&self, role: Role) -> &[Person] {
        match role {
            Role::Reporter => &self.reporters,
            Role::Correspondent => &self.correspondents,
            Role::Photographer => &self.photographers,
        }
    }

    /// The list of one role, to change.
    pub fn of_mut(&mut self, role: Role) -> &mut Vec<Person> {
        match role {
            Role::Reporter => &mut self.reporters,
            Role::Correspondent => &mut self.correspondents,
            Role::Photographer => &mut self.photographers,
        }
    }

    /// Whether nobody with a name is in it.
    pub fn is_empty(&self) -> bool {
        self.people().next().is_none()
    }

    /// Everyone named in it, in print order.
    pub fn people(&self) -> impl Iterator<Item = &Person> {
        Role::ALL
            .into_iter()
            .flat_map(|role| self.of(role))
            .filter(|p| !p.name.is_empty())
    }

    /// The names alone, parted by spaces.
    pub fn names(&self) -> String {
        let names: Vec<&str> = self.people().map(|person| person.name.as_str()).collect();
        names.join(" ")
    }

    /// The one printed form: `（记者 甲 乙 通讯员 丙）`; empty where nobody is named.
    ///
    /// Consecutive people with the same role word share it, so that
    /// 记者 甲 / 见习记者 乙 prints `（记者 甲 见习记者 乙）`.
    pub fn printed(&self) -> String {
        let mut words: Vec<&str> = Vec::new();
        for role in Role::ALL {
            let mut last = "";
            for person in self.of(role).iter().filter(|p| !p.name.is_empty()) {
                let word = person.title.as_deref().unwrap_or(role.printed());
                if word != last {
                    words.push(word);
                    last = word;
                }
                words.push(&person.name);
            }
        }
        if words.is_empty() {
            String::new()
        } else {
            format!("（{}）", words.join(" "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_printed_line_has_one_form() {
        let byline = Byline {
            reporters: vec![Person::named("林一舟")],
            correspondents: vec![
                Person {
                    unit: Some("柳林社区".into()),
                    ..Person::named("何雨")
                },
                Person::named("方圆"),
            ],
            photographers: vec![],
        };
        assert_eq!(byline.printed(), "（记者 林一舟 通讯员 何雨 方圆）");
        assert_eq!(Byline::default().printed(), "");
    }

    #[test]
    fn a_qualified_role_is_printed_in_its_words() {
        let trainee = Person {
            title: Some("见习记者".into()),
            ..Person::named("乙")
        };
        let byline = Byline {
            reporters: vec![Person::named("甲"), trainee],
            ..Byline::default()
        };
        assert_eq!(byline.printed(), "（记者 甲 见习记者 乙）");
    }

    #[test]
    fn names_without_letters_make_no_byline() {
        let byline = Byline {
            reporters: vec![Person::default()],
            ..Byline::default()
        };
        assert!(byline.is_empty());
        assert_eq!(byline.printed(), "");
    }
}
