//! Quotation marks: straight to curly, and the inner level single (GB/T 15834-2011, 4.8.3.4).

use super::{Change, is_chinese, is_han};

/// A paragraph with its straight quotes made curly, in pairs, where the text is Chinese.
pub fn straight(text: &str) -> (String, Vec<Change>) {
    let is_straight = |c: char| matches!(c, '"' | '\'' | '＂' | '＇');
    if !text.contains(is_straight) || !text.chars().any(is_han) {
        return (text.to_owned(), Vec::new());
    }
    let chars: Vec<char> = text.chars().collect();
    let mut now: Vec<char> = chars.clone();
    curl(&chars, &mut now, ['"', '＂'], ['“', '”']);
    curl(&chars, &mut now, ['\'', '＇'], ['‘', '’']);
    collect(&chars, &now)
}

/// Pairs the straight quotes of one kind and curls those pairs that Chinese touches.
fn curl(chars: &[char], now: &mut [char], from: [char; 2], to: [char; 2]) {
    let places: Vec<usize> = (0..chars.len())
        .filter(|&i| from.contains(&chars[i]) && !in_word(chars, i))
        .collect();
    if let Some(pairs) = nested(chars, &places) {
        for (open, close) in pairs {
            now[open] = to[0];
            now[close] = to[1];
        }
        return;
    }
    let mut open: Option<usize> = None;
    for (n, &i) in places.iter().enumerate() {
        match open {
            None if n + 1 == places.len() && i + 1 == chars.len() => now[i] = to[1],
            None if n + 1 == places.len() && after_digit(chars, i) => {}
            None if n + 1 == places.len() => {
                if touches(chars, i) {
                    now[i] = to[usize::from(looks_closing(chars, i))];
                }
            }
            None => open = Some(i),
            Some(start) => {
                if touches(chars, start) || touches(chars, i) {
                    now[start] = to[0];
                    now[i] = to[1];
                }
                open = None;
            }
        }
    }
}

/// What its neighbours say of a straight quote.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Either,
}

/// Pairs inside pairs: "他说"好"就走了。", where turn about would pair the wrong ones.
///
/// `None` where the quotes simply take turns, or do not come out even.
fn nested(chars: &[char], places: &[usize]) -> Option<Vec<(usize, usize)>> {
    let sides: Vec<Side> = places.iter().map(|&i| side(chars, i)).collect();
    let turns = |n: usize| {
        if n.is_multiple_of(2) {
            Side::Opens
        } else {
            Side::Closes
        }
    };
    if sides
        .iter()
        .enumerate()
        .all(|(n, &s)| s == Side::Either || s == turns(n))
    {
        return None;
    }
    let mut left = sides.iter().filter(|s| **s == Side::Closes).count();
    let mut ahead = sides.iter().filter(|s| **s == Side::Opens).count();
    let (mut stack, mut pairs) = (Vec::new(), Vec::new());
    for (&i, &side) in places.iter().zip(&sides) {
        left -= usize::from(side == Side::Closes);
        ahead -= usize::from(side == Side::Opens);
        let opens = match side {
            Side::Opens => true,
            Side::Closes => false,
            Side::Either => stack.is_empty() || left > ahead + stack.len(),
        };
        if opens {
            stack.push(i);
        } else {
            pairs.push((stack.pop()?, i));
        }
    }
    let chinese = pairs
        .iter()
        .all(|&(a, b)| touches(chars, a) || touches(chars, b));
    (stack.is_empty() && chinese).then_some(pairs)
}

fn side(chars: &[char], at: usize) -> Side {
    let left = at.checked_sub(1).map(|i| chars[i]);
    let right = chars.get(at + 1).copied();
    let opens = left.is_none_or(|c| matches!(c, '：' | '，' | '、' | '（' | '；'));
    let closes = right
        .is_none_or(|c| matches!(c, '，' | '。' | '、' | '；' | '！' | '？' | '）' | '：'))
        || left.is_some_and(super::ends_sentence) && !opens;
    match (opens, closes) {
        (true, false) => Side::Opens,
        (false, true) => Side::Closes,
        _ => Side::Either,
    }
}

/// An apostrophe between letters.
fn in_word(chars: &[char], at: usize) -> bool {
    let letter = |i: Option<usize>| {
        i.and_then(|i| chars.get(i))
            .is_some_and(char::is_ascii_alphabetic)
    };
    matches!(chars[at], '\'' | '＇') && letter(at.checked_sub(1)) && letter(Some(at + 1))
}

fn after_digit(chars: &[char], at: usize) -> bool {
    at > 0 && chars[at - 1].is_ascii_digit()
}

fn touches(chars: &[char], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|i| is_chinese(chars[i]))
        || chars.get(at + 1).is_some_and(|&c| is_chinese(c))
}

fn looks_closing(chars: &[char], at: usize) -> bool {
    at > 0
        && (super::ends_sentence(chars[at - 1])
            || chars.get(at + 1).is_none_or(|&c| super::never_begins(c)))
}

/// A paragraph with double quotes inside double quotes made single, and single inside those double.
pub fn nest(text: &str) -> (String, Vec<Change>) {
    if text.matches('“').count() < 2 {
        return (text.to_owned(), Vec::new());
    }
    let chars: Vec<char> = text.chars().collect();
    let mut now = chars.clone();
    let mut parent: Vec<Option<char>> = Vec::new();
    for (open, close) in pairs(&chars) {
        // Pairs come in order of their opening mark, so the stack holds those around this one.
        while parent.len() > open.depth {
            parent.pop();
        }
        let outer = parent.last().copied().flatten();
        let mark = match (chars[open.at], outer) {
            ('“', Some('“')) => '‘',
            ('‘', Some('‘')) => '“',
            (own, _) => own,
        };
        if mark != chars[open.at] {
            now[open.at] = mark;
            now[close] = if mark == '‘' { '’' } else { '”' };
        }
        parent.push(Some(mark));
    }
    collect(&chars, &now)
}

struct Open {
    at: usize,
    depth: usize,
}

/// Pairs of quotes in order of their opening marks, with how many pairs are around each.
fn pairs(chars: &[char]) -> Vec<(Open, usize)> {
    let mut stack: Vec<usize> = Vec::new();
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, &c) in chars.iter().enumerate() {
        match c {
            '“' | '‘' => stack.push(at),
            '”' | '’' => {
                let wanted = if c == '”' { '“' } else { '‘' };
                let near = stack.iter().rev().take(8).position(|&i| chars[i] == wanted);
                if let Some(back) = near {
                    let open = stack[stack.len() - 1 - back];
                    stack.truncate(stack.len() - 1 - back);
                    found.push((open, at));
                }
            }
            _ => {}
        }
    }
    found.sort_unstable();
    let mut around: Vec<usize> = Vec::new();
    found
        .into_iter()
        .map(|(at, close)| {
            while around.last().is_some_and(|&end| end < at) {
                around.pop();
            }
            let depth = around.len();
            around.push(close);
            (Open { at, depth }, close)
        })
        .collect()
}

/// The new text and what was changed in it.
fn collect(was: &[char], now: &[char]) -> (String, Vec<Change>) {
    let mut out = String::with_capacity(now.len() * 3);
    let mut changes = Vec::new();
    for (&was, &now) in was.iter().zip(now) {
        if was != now {
            changes.push(Change {
                at: out.len(),
                before: was.to_string(),
                after: now.to_string(),
            });
        }
        out.push(now);
    }
    (out, changes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn straight_quotes_are_paired() {
        for (was, wanted) in [
            ("他说:\"好,就'这样'办.\"走了", "他说:“好,就‘这样’办.”走了"),
            ("\"他们说\"丰收\"，真好！\"", "“他们说“丰收”，真好！”"),
            ("\"一\"和\"二\"", "“一”和“二”"),
            ("\"一段没有关上的话", "“一段没有关上的话"),
            ("到这里才关上。\"", "到这里才关上。”"),
            (
                "它叫Tom's \"New York\" store，好",
                "它叫Tom's \"New York\" store，好",
            ),
            ("一台32\"电视", "一台32\"电视"),
        ] {
            assert_eq!(straight(was).0, wanted);
        }
    }

    #[test]
    fn the_inner_level_takes_the_other_marks() {
        for (was, wanted) in [
            ("“本着“为民”的原则”", "“本着‘为民’的原则”"),
            ("“甲“乙‘丙’丁”戊”", "“甲‘乙“丙”丁’戊”"),
            ("“甲”“乙”", "“甲”“乙”"),
            ("“甲‘乙’”和“丙”", "“甲‘乙’”和“丙”"),
            ("“没关上“为民”的话", "“没关上“为民”的话"),
        ] {
            assert_eq!(nest(was).0, wanted);
            assert_eq!(nest(wanted).0, wanted);
        }
    }
}
