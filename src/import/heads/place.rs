//! The place of a head: a line of its own, or before the colon of the headline.
//!
//! Knows the lines of one head and the start of the text below it.

use super::{Head, Line};
use crate::import::{Repair, RepairKind, names, places};

/// The place: above the headline, else below it.
pub(super) fn take_place(lines: &mut Vec<Line>, found: &mut Head, body: &str) {
    if lines.len() < 2 {
        // Alone it is a place only where the name leaves no doubt.
        if lines.len() == 1 && places::is_sure(&lines[0].text) && places::is_place(&lines[0].text) {
            found.place = lines.remove(0);
        }
        return;
    }
    let is_place = |text: &str| {
        let short = text.chars().count() <= 6;
        places::is_place(text)
            || short && places::is_named_in(text, body)
            || places::is_landmark(text, body)
    };
    let first = is_place(&lines[0].text);
    let other = (1..lines.len())
        .rev()
        .find(|&at| places::is_place(&lines[at].text));
    match (first, other) {
        (true, Some(at))
            if lines.len() == 2
                && !places::is_sure(&lines[0].text)
                && places::is_sure(&lines[at].text) =>
        {
            found.place = lines.remove(at);
        }
        (true, _) => found.place = lines.remove(0),
        (false, Some(at)) => found.place = lines.remove(at),
        (false, None) => {}
    }
}

/// 柳林小区： before the headline, where it names a place.
pub(super) fn lift_prefix(found: &mut Head, body: &str) {
    let text = found.headline.text.clone();
    let Some((at, mark)) = text
        .char_indices()
        .take(13)
        .find(|&(_, c)| matches!(c, '：' | '丨' | '｜' | '|' | '】'))
    else {
        return;
    };
    let (name, rest) = (&text[..at], &text[at + mark.len_utf8()..]);
    let name = name.trim_start_matches('【').trim();
    let rest = rest.trim_start();
    let named = places::is_landmark(name, body)
        || places::is_place(name)
        || places::is_named_in(name, body) && !names::is_unit_role(name);
    if !named || rest.is_empty() {
        return;
    }
    found.repairs.push(Repair {
        kind: RepairKind::Place,
        line: found.headline.line,
        before: text[..at + mark.len_utf8()].to_owned(),
        after: String::new(),
    });
    found.place = Line {
        text: name.to_owned(),
        line: found.headline.line,
    };
    rest.clone_into(&mut found.headline.text);
}
