//! The register: places, bodies and people with their aliases and titles.

use std::collections::HashMap;
use std::ops::Range;

use crate::text::pinyin;

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NameKind {
    /// A place.
    Place,
    /// An office, a company, a school.
    Body,
    /// A person.
    Person,
}

/// An entry of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// The name in full.
    pub name: String,
    /// What it names.
    pub kind: NameKind,
    /// Shorter names, right from the second mention on.
    pub aliases: Vec<String>,
    /// A person's office; empty where it does not matter.
    pub title: String,
}

/// What is wrong with a name in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameFault<'a> {
    /// One character off this name.
    Misspelt(&'a Name),
    /// A person with an office that is not this one's.
    Title(&'a Name),
    /// A short name of this one before the full one.
    Alias(&'a Name),
}

/// The names, found by either of their first two characters.
#[derive(Debug, Clone, Default)]
pub struct Register {
    names: Vec<Name>,
    first: HashMap<char, Vec<(usize, usize)>>,
}

/// Offices that may stand before or after a person's name, longer ones first.
const TITLES: &[&str] = &[
    "总工程师",
    "办公室主任",
    "党委书记",
    "支部书记",
    "总书记",
    "副书记",
    "副县长",
    "副市长",
    "副区长",
    "副镇长",
    "副乡长",
    "副主任",
    "副局长",
    "副校长",
    "副院长",
    "副主席",
    "副部长",
    "副经理",
    "副站长",
    "副所长",
    "副队长",
    "书记",
    "县长",
    "市长",
    "区长",
    "镇长",
    "乡长",
    "主任",
    "局长",
    "校长",
    "院长",
    "主席",
    "部长",
    "经理",
    "站长",
    "所长",
    "队长",
    "科长",
    "处长",
];

impl Register {
    pub(super) fn of(names: Vec<Name>) -> Self {
        let mut first: HashMap<char, Vec<(usize, usize)>> = HashMap::new();
        for (number, name) in names.iter().enumerate() {
            for (place, c) in name.name.chars().take(2).enumerate() {
                first.entry(c).or_default().push((number, place));
            }
        }
        Self { names, first }
    }

    /// Whether it holds no name.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The names.
    pub fn names(&self) -> &[Name] {
        &self.names
    }

    /// Names misspelt and people with another's office in a paragraph, by place in bytes.
    pub fn find<'a>(&'a self, text: &str, found: &mut impl FnMut(Range<usize>, NameFault<'a>)) {
        if self.is_empty() {
            return;
        }
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        let mut free = 0;
        for at in 0..chars.len() {
            let Some(places) = self.first.get(&chars[at].1) else {
                continue;
            };
            for &(number, place) in places {
                let name = &self.names[number];
                let Some(start) = at.checked_sub(place).filter(|&start| start >= free) else {
                    continue;
                };
                let Some((end, off)) = likeness(&chars[start..], name) else {
                    continue;
                };
                let until = chars.get(start + end).map_or(text.len(), |&(at, _)| at);
                let span = chars[start].0..until;
                match off {
                    None if place == 0 => {
                        if let Some(wrong) = wrong_title(text, &span, name) {
                            found(wrong, NameFault::Title(name));
                        }
                    }
                    None => continue,
                    Some(_) if self.is_registered(&text[span.clone()]) => continue,
                    Some(_) => found(span, NameFault::Misspelt(name)),
                }
                free = start + end;
                break;
            }
        }
    }

    fn is_registered(&self, text: &str) -> bool {
        let same = |name: &Name| name.name == text || name.aliases.iter().any(|a| a == text);
        self.names.iter().any(same)
    }

    /// The short names of each name that stand in these paragraphs before the full one does: which
    /// paragraph, where in it, whose.
    pub fn aliases_first<'a>(
        &'a self,
        lines: &[&str],
    ) -> Vec<(usize, Range<usize>, NameFault<'a>)> {
        let mut found = Vec::new();
        for name in self.names.iter().filter(|name| !name.aliases.is_empty()) {
            for (number, line) in lines.iter().enumerate() {
                let full = line.find(name.name.as_str());
                let alias = name.aliases.iter().filter_map(|alias| {
                    let at = line.find(alias.as_str())?;
                    Some(at..at + alias.len())
                });
                match (
                    full,
                    alias.min_by_key(|span| (span.start, usize::MAX - span.end)),
                ) {
                    (Some(full), Some(span)) if span.end <= full => {
                        found.push((number, span, NameFault::Alias(name)));
                    }
                    (None, Some(span)) => found.push((number, span, NameFault::Alias(name))),
                    (None, None) => continue,
                    _ => {}
                }
                break;
            }
        }
        found
    }
}

/// The length of a name in characters where the text begins with it, and the place of the one
/// character that differs, where one does in a way that is a slip.
fn likeness(text: &[(usize, char)], name: &Name) -> Option<(usize, Option<usize>)> {
    let (mut off, mut length) = (None, 0);
    for c in name.name.chars() {
        let (_, here) = *text.get(length)?;
        if here != c {
            if off.is_some() || !is_han(here) || !is_slip(c, here, length, name) {
                return None;
            }
            off = Some(length);
        }
        length += 1;
    }
    (off.is_none() || length >= 3).then_some((length, off))
}

/// Two people of one family differ in a character, two offices in their place: only what sounds
/// alike is a slip there.
fn is_slip(c: char, here: char, place: usize, name: &Name) -> bool {
    let long = name.kind != NameKind::Person && name.name.chars().nth(4).is_some();
    (long && place >= 2) || pinyin::sound_alike(c, here)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}')
}

/// The office right before or after a person's name that is not the registered one.
fn wrong_title(text: &str, span: &Range<usize>, name: &Name) -> Option<Range<usize>> {
    if name.kind != NameKind::Person || name.title.is_empty() {
        return None;
    }
    let (before, after) = (&text[..span.start], &text[span.end..]);
    if let Some(title) = TITLES.iter().find(|title| before.ends_with(**title)) {
        let deputy = before[..before.len() - title.len()].ends_with('副');
        let registered = name.title.strip_suffix(title);
        let right = registered.is_some_and(|rest| rest.ends_with('副') == deputy);
        return (!right).then(|| span.start - title.len()..span.start);
    }
    let title = TITLES.iter().find(|title| after.starts_with(**title))?;
    let right = after.starts_with(&name.title) || name.title.ends_with(title);
    (!right).then(|| span.end..span.end + title.len())
}
