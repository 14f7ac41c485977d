//! A byline as words: role words and names, whatever stands between them.

use super::roles::{BOTH, CREDITS, PREFIX, ROLES, UNITS};
use crate::domain::Role;
use crate::import::names::{is_name, is_unit, may_be_name, unit_then_name};
use crate::import::places;
use crate::text::marks::is_han;

/// A word of a byline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// 记者, 通讯员, 摄影记者, with the qualified form if it is one.
    Role(Role, Option<String>),
    /// 文: wrote.
    Text,
    /// 图, 摄: photographed.
    Photo,
    /// 文/图, 摄影报道: did both.
    Both,
    /// 编辑, 审核: those after it made the page and not the story.
    Credit,
    /// 单位：: what follows is where those before it work.
    Unit,
    /// A name or a unit.
    Word(String),
}

/// The words of a byline; `None` where there is text that no byline has.
pub(super) fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut out: Vec<Token> = Vec::new();
    let mut rest = text;
    let mut word = String::new();
    // A word written right after its role must be a sure name: 记者王伟, not 记者走基层.
    let mut glued = false;
    while let Some(c) = rest.chars().next() {
        let fresh = word.is_empty();
        let titled = matches!(out.last(), Some(Token::Role(..)));
        let named = matches!(out.last(), Some(Token::Word(_)));
        if let Some(len) = unit_at(rest).filter(|_| fresh && named) {
            out.push(Token::Unit);
            rest = &rest[len..];
        } else if let Some(len) = credit_at(rest).filter(|_| fresh && !out.is_empty()) {
            out.push(Token::Credit);
            rest = &rest[len..];
        } else if titled && fresh && is_spaced_name(rest) {
            word.push(c);
            rest = &rest[c.len_utf8()..];
        } else if let Some((token, len)) = role_at(rest, fresh, &word) {
            // 县融媒体中心记者, 区全媒体记者: whose centre it is goes without saying.
            if matches!(word.as_str(), "县" | "区" | "市" | "州" | "旗") {
                word.clear();
            }
            flush(&mut out, &mut word, glued)?;
            out.push(token);
            rest = &rest[len..];
            glued = true;
        } else if is_separator(c) {
            flush(&mut out, &mut word, glued)?;
            glued = false;
            rest = &rest[c.len_utf8()..];
        } else if "，。；！？“”《》…—\"!?".contains(c) && c != '，' {
            return None;
        } else {
            word.push(c);
            if word.chars().count() > 24 {
                return None;
            }
            rest = &rest[c.len_utf8()..];
        }
    }
    flush(&mut out, &mut word, glued)?;
    let out = close_up(&out);
    let sound = out
        .iter()
        .all(|t| !matches!(t, Token::Word(w) if w.chars().count() < 2));
    (sound && out.len() <= 40).then_some(out)
}

/// 单位：, 供稿单位：, said of the names before it, in bytes.
fn unit_at(rest: &str) -> Option<usize> {
    UNITS
        .iter()
        .find(|word| {
            rest.strip_prefix(word)
                .is_some_and(|after| after.starts_with(['：', ':', '/']))
        })
        .map(str::len)
}

/// A word for who made the page, with a mark or space after it, in bytes.
fn credit_at(rest: &str) -> Option<usize> {
    CREDITS
        .iter()
        .filter(|word| rest.starts_with(word))
        .map(str::len)
        .max()
        .filter(|&len| rest[len..].starts_with(is_separator))
}

/// 文　心: a surname that is also a short role word, spaced out from its name.
fn is_spaced_name(rest: &str) -> bool {
    let Some(after) = rest.strip_prefix('文') else {
        return false;
    };
    let name = after.trim_start();
    let mut chars = name.chars();
    name.len() < after.len()
        && chars.next().is_some_and(is_han)
        && chars.next().is_none_or(is_separator)
}

fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '、' | '，' | ',' | '/' | '／' | '：' | ':' | '|' | '｜' | '丨' | ';' | '；' | '&'
        )
}

/// The role word that stands at the front of the text, with its length.
fn role_at(rest: &str, fresh: bool, word: &str) -> Option<(Token, usize)> {
    if fresh {
        for prefix in PREFIX {
            if let Some(after) = rest.strip_prefix(prefix)
                && let Some((token, len)) = role_at(after, false, "")
            {
                return Some((token, prefix.len() + len));
            }
        }
    }
    if let Some(both) = BOTH.iter().find(|b| rest.starts_with(**b)) {
        // 图文 may be part of a longer word.
        let end = rest[both.len()..].chars().next();
        if end.is_none_or(|c| is_separator(c) || "报并编摄".contains(c)) || fresh {
            let tail = ["报道", "报导"]
                .into_iter()
                .find(|t| rest[both.len()..].starts_with(t));
            return Some((Token::Both, both.len() + tail.map_or(0, str::len)));
        }
    }
    if let Some((text, role, titled)) = ROLES.iter().find(|(text, ..)| rest.starts_with(text)) {
        let title = titled.then(|| (*text).to_owned());
        return Some((Token::Role(*role, title), text.len()));
    }
    short_role(rest, fresh, word)
}

/// 文, 图, 摄, 摄影 and their like: only as words of their own.
fn short_role(rest: &str, fresh: bool, word: &str) -> Option<(Token, usize)> {
    let words = [
        ("摄影", Token::Photo),
        ("图片", Token::Photo),
        ("拍摄", Token::Photo),
        ("文字", Token::Text),
        ("报道", Token::Text),
        ("报导", Token::Text),
        ("文", Token::Text),
        ("图", Token::Photo),
        ("摄", Token::Photo),
    ];
    let (text, token) = words.into_iter().find(|(text, _)| rest.starts_with(text))?;
    let end = rest[text.len()..].chars().next();
    let alone = end.is_none_or(is_separator);
    // 王伟摄, 王伟文: glued to the name before it.
    let glued = !fresh
        && alone
        && may_be_name(word)
        && word.chars().count() >= 2
        && text != "文"
        && text != "图";
    // 摄影王伟: glued to the name after it.
    let ahead = fresh && text.chars().count() == 2 && is_name(rest[text.len()..].trim_end());
    (fresh && alone || glued || ahead).then_some((token, text.len()))
}

/// Ends a word; `None` where it cannot be part of a byline.
fn flush(out: &mut Vec<Token>, word: &mut String, glued: bool) -> Option<()> {
    let word = std::mem::take(word);
    if word.is_empty()
        || matches!(
            word.as_str(),
            "和" | "及"
                | "与"
                | "讯"
                | "综合"
                | "整理"
                | "综合整理"
                | "采访"
                | "报送"
                | "单位"
                | "工作单位"
                | "作者单位"
        )
    {
        return Some(());
    }
    if glued
        && word.chars().count() > 1
        && !is_name(&word)
        && (!is_unit(&word) || places::has_verb(&word))
        && unit_then_name(&word).is_none()
    {
        return None;
    }
    match unit_then_name(&word) {
        Some((unit, name)) => {
            out.push(Token::Word(unit.to_owned()));
            out.push(Token::Word(name.to_owned()));
        }
        None => out.push(Token::Word(word)),
    }
    Some(())
}

/// Names that were spaced out: 王　伟, 欧 阳 山.
fn close_up(tokens: &[Token]) -> Vec<Token> {
    let single = |t: &Token| matches!(t, Token::Word(w) if w.chars().count() == 1);
    let mut out: Vec<Token> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let run = tokens[at..].iter().take_while(|t| single(t)).count();
        if run == 0 {
            out.push(tokens[at].clone());
            at += 1;
            continue;
        }
        if run == 1 {
            // 王 小明: the rest of the name is the next word.
            match (&tokens[at], tokens.get(at + 1)) {
                (Token::Word(a), Some(Token::Word(b))) if b.chars().count() == 2 => {
                    out.push(Token::Word(format!("{a}{b}")));
                    at += 2;
                }
                _ => {
                    out.push(tokens[at].clone());
                    at += 1;
                }
            }
            continue;
        }
        let size = if run % 2 == 0 { 2 } else { 3 };
        let mut left = run;
        let mut take = size;
        while left > 0 {
            let name: String = tokens[at..at + take.min(left)]
                .iter()
                .map(word_of)
                .collect();
            out.push(Token::Word(name));
            at += take.min(left);
            left -= take.min(left);
            take = 2;
        }
    }
    out
}

fn word_of(token: &Token) -> &str {
    match token {
        Token::Word(word) => word,
        _ => "",
    }
}
