//! Names below a headline that no role word or bracket marks as a byline.
//!
//! Knows the run of short lines of one head.

use crate::domain::{Byline, Person};
use crate::import::blocks::Block;
use crate::import::{names, places};

/// Who wrote it, where the last line of a head is nothing but names: 甲某某　乙某.
pub(super) fn signature(run: &[&Block]) -> Option<Byline> {
    let [_, .., last] = run else { return None };
    let text = last.text.text.as_str();
    if !last.bullet.is_empty() || places::is_place(text) {
        return None;
    }
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c == '、')
        .filter(|word| !word.is_empty())
        .collect();
    // 王　伟: one name that was spaced out.
    let spaced = words.len() == 2 && words.iter().all(|word| word.chars().count() == 1);
    let found: Vec<String> = if spaced {
        vec![words.concat()]
    } else {
        words.iter().map(|&word| word.to_owned()).collect()
    };
    let sure = |name: &String| names::is_name(name) && name.chars().count() <= 3;
    if !(1..=3).contains(&found.len()) || !found.iter().all(sure) {
        return None;
    }
    Some(Byline {
        reporters: found.into_iter().map(Person::named).collect(),
        ..Byline::default()
    })
}
