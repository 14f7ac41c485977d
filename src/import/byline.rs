//! Bylines in every common form, to people and what they did.
//!
//! Knows one line or one bracket, nothing of pages.

mod roles;
mod tokens;

use super::names::{is_name, is_unit, may_be_name};
use crate::domain::{Byline, Person, Role};
use tokens::{Token, tokens};

/// A byline that was found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// Who.
    pub byline: Byline,
    /// Whether a role word or a bullet says that it is one; names in brackets alone are weaker.
    pub sure: bool,
}

/// A whole text as a byline.
pub(super) fn parse(text: &str) -> Option<Found> {
    if text.len() > 600 {
        return None;
    }
    let (inner, mark) = unwrapped(text)?;
    let tokens = tokens(&inner)?;
    let roles = tokens
        .iter()
        .any(|t| !matches!(t, Token::Word(_) | Token::Credit));
    let byline = People::read(&tokens)?;
    if byline.is_empty() {
        return None;
    }
    if !roles {
        // Names alone: in brackets or under a bullet, and all of them sure.
        let all = Role::ALL.iter().flat_map(|&r| byline.of(r));
        let sound =
            mark != Mark::None && all.clone().count() <= 4 && all.clone().all(|p| is_name(&p.name));
        return sound.then_some(Found {
            byline,
            sure: mark == Mark::Bullet,
        });
    }
    Some(Found { byline, sure: true })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    None,
    Brackets,
    Bullet,
}

/// The byline without its brackets, bullet and 本报讯.
fn unwrapped(text: &str) -> Option<(String, Mark)> {
    let mut mark = Mark::None;
    let mut rest = text.trim();
    loop {
        let before = rest;
        let bullet = rest.trim_start_matches([
            '□', '■', '◎', '●', '◆', '○', '▲', '★', '☆', '◇', '※', '|', '｜', '丨', '/', '／',
        ]);
        if bullet.len() < rest.len() {
            mark = Mark::Bullet;
            rest = bullet.trim();
        }
        rest = rest.trim_end_matches(['■', '□', '◎']).trim();
        if !rest.contains(['，', ',']) {
            rest = rest.trim_end_matches('。');
        }
        for (open, close) in [
            ('（', '）'),
            ('(', ')'),
            ('［', '］'),
            ('[', ']'),
            ('【', '】'),
            ('〔', '〕'),
        ] {
            if let Some(inner) = rest.strip_prefix(open).and_then(|r| r.strip_suffix(close))
                && !inner.contains([open, close])
            {
                mark = Mark::Brackets;
                rest = inner.trim();
            }
        }
        if let Some(after) = super::leads::without_dateline(rest) {
            rest = after.trim();
        }
        if rest == before {
            break;
        }
    }
    // 记者 甲（文/图）: a bracket inside stands at the end.
    let inner = rest.replace(['（', '(', '）', ')'], " ");
    let text_after = rest
        .find(['）', ')'])
        .is_some_and(|at| !rest[at..].trim_matches(['）', ')']).is_empty());
    (!text_after).then_some((inner, mark))
}

/// People collected while the words go by.
#[derive(Default)]
struct People {
    byline: Byline,
    /// The role that was named before the names, with its qualified form.
    role: Option<(Role, Option<String>)>,
    unit: Option<String>,
    /// Names since the last role word.
    group: Vec<Person>,
    /// Everyone who has no photo role yet: a final 文/图 is about all of them.
    open: Vec<Person>,
    /// Whether 文/图 stood before the names: all that follow wrote and photographed.
    pictures: bool,
    /// Whether 单位： stood before the word.
    unit_named: bool,
}

impl People {
    fn read(tokens: &[Token]) -> Option<Byline> {
        let mut people = Self::default();
        let mut credit = false;
        for (at, token) in tokens.iter().enumerate() {
            credit = matches!(token, Token::Credit) || credit && matches!(token, Token::Word(_));
            if credit {
                people.close();
                people.role = None;
                continue;
            }
            let next = tokens.get(at + 1);
            match token {
                Token::Word(word) => people.word(word, next)?,
                Token::Role(role, title) => people.begin(*role, title.clone()),
                Token::Text => people.text(next),
                Token::Photo => people.photo(next, tokens.get(at + 2)),
                Token::Both => people.both(next),
                Token::Unit => people.unit_named = true,
                Token::Credit => {}
            }
        }
        // （县实验中学 供稿）: the unit is all that is named.
        if people.group.is_empty()
            && people.role.is_some()
            && let Some(unit) = people.unit.take()
        {
            people.group.push(Person::named(unit));
        }
        people.close();
        Some(people.byline)
    }

    fn word(&mut self, word: &str, next: Option<&Token>) -> Option<()> {
        if std::mem::take(&mut self.unit_named) {
            return self.unit_of_group(word);
        }
        let named = matches!(next, Some(Token::Word(w)) if may_be_name(w));
        let before_role = matches!(next, Some(Token::Role(..)));
        if is_unit(word)
            && (named || before_role && self.role.is_none() || before_role && self.group.is_empty())
        {
            self.unit = Some(word.to_owned());
            return Some(());
        }
        // A unit may precede the next role: （记者 甲 柳林社区 通讯员 乙）.
        if is_unit(word) && before_role && !is_name(word) {
            self.close();
            self.role = None;
            self.unit = Some(word.to_owned());
            return Some(());
        }
        // 供稿：甲 柳林小学: a unit after its people.
        let people = self.group.iter().all(|p| is_name(&p.name)) && !self.group.is_empty();
        if is_unit(word) && !is_name(word) && people {
            return self.unit_of_group(word);
        }
        let organisation = is_unit(word) && self.role.is_some() && word.chars().count() <= 16;
        if !(may_be_name(word) || organisation) {
            return None;
        }
        self.group.push(Person {
            name: word.to_owned(),
            unit: self.unit.clone(),
            title: None,
        });
        Some(())
    }

    /// Where the people of the open group work.
    fn unit_of_group(&mut self, word: &str) -> Option<()> {
        for person in self.group.iter_mut().filter(|p| p.unit.is_none()) {
            person.unit = Some(word.to_owned());
        }
        (!self.group.is_empty()).then_some(())
    }

    fn begin(&mut self, role: Role, title: Option<String>) {
        // A unit named just before the role belongs to those after it.
        let unit = if self.group.is_empty() {
            self.unit.take()
        } else {
            None
        };
        self.close();
        self.role = Some((role, title));
        self.unit = unit;
    }

    /// 文: before its names (文/甲) or after them (甲/文).
    fn text(&mut self, next: Option<&Token>) {
        let names_follow = matches!(next, Some(Token::Word(_)));
        if !self.group.is_empty() {
            let role = self.role.take().unwrap_or((Role::Reporter, None));
            self.role = Some(role);
            self.close();
            self.role = None;
        } else if names_follow {
            self.begin(Role::Reporter, None);
        }
    }

    /// 图, 摄, 摄影: after names it is theirs, before names it begins a group.
    fn photo(&mut self, next: Option<&Token>, after: Option<&Token>) {
        let names_follow = matches!(next, Some(Token::Word(_)));
        let another = matches!(after, Some(Token::Photo | Token::Text));
        if !self.group.is_empty() && (!names_follow || another) {
            // 记者 甲 摄: a photo credit; 通讯员 乙 图 keeps the correspondent too.
            let correspondent = matches!(self.role, Some((Role::Correspondent, _)));
            let group = self.take_group();
            if correspondent {
                add(&mut self.byline.correspondents, group.clone());
            }
            add(&mut self.byline.photographers, plain(group));
            self.role = None;
        } else {
            self.begin(Role::Photographer, None);
        }
    }

    /// 文/图, 摄影报道: text and pictures by the same people.
    fn both(&mut self, next: Option<&Token>) {
        let names_follow = matches!(next, Some(Token::Word(_) | Token::Role(..)));
        if self.group.is_empty() && self.open.is_empty() && names_follow {
            self.pictures = true;
            return;
        }
        self.close();
        add(
            &mut self.byline.photographers,
            plain(std::mem::take(&mut self.open)),
        );
    }

    fn take_group(&mut self) -> Vec<Person> {
        self.unit = None;
        std::mem::take(&mut self.group)
    }

    fn close(&mut self) {
        let mut group = self.take_group();
        if group.is_empty() {
            return;
        }
        let (role, title) = self.role.clone().unwrap_or((Role::Reporter, None));
        for person in &mut group {
            person.title.clone_from(&title);
        }
        if self.pictures {
            add(&mut self.byline.photographers, plain(group.clone()));
        } else if role != Role::Photographer {
            add(&mut self.open, group.clone());
        }
        add(self.byline.of_mut(role), group);
    }
}

fn plain(people: Vec<Person>) -> Vec<Person> {
    people
        .into_iter()
        .map(|p| Person { title: None, ..p })
        .collect()
}

/// Adds people that are not in a list yet.
pub(super) fn add(list: &mut Vec<Person>, people: Vec<Person>) {
    for person in people {
        if list.iter().all(|p| p.name != person.name) {
            list.push(person);
        }
    }
}

/// Adds one byline to another.
pub(super) fn merge(into: &mut Byline, from: Byline) {
    add(&mut into.reporters, from.reporters);
    add(&mut into.correspondents, from.correspondents);
    add(&mut into.photographers, from.photographers);
}

#[cfg(test)]
mod tests;
