//! Whether a line goes on with the paragraph before it.
//!
//! A paragraph goes on where its sentence is not finished, or where a full column broke it.

use super::Block;
use super::overlap::overlap;
use super::shapes::{Shape, is_head_text, opens_sentence};
use crate::import::leads::is_finished;
use crate::import::lines::Line;
use crate::import::wrap::Layout;
use crate::import::{byline, labels, leads, names, places};
use crate::text::marks::{closes, never_begins};

/// What becomes of a line after an open paragraph.
pub(super) enum Next {
    /// It begins something new.
    New,
    /// It goes on, without the first bytes that are printed twice, after a space or not.
    Joins { overlap: usize, space: bool },
    /// It stands inside the paragraph and does not belong to it.
    Stray,
}

/// The paragraph before a line.
pub(super) struct Situation<'a> {
    pub block: &'a Block,
    /// The last of its lines.
    pub last: usize,
    /// Whether furniture came after it.
    pub interrupted: bool,
    /// Whether a headline or deck stands right before the paragraph.
    pub headed: bool,
}

/// What becomes of the line at a place.
pub(super) fn next(
    lines: &[Line],
    shapes: &[Shape],
    layout: &Layout,
    open: &Situation<'_>,
    at: usize,
    text: &str,
) -> Next {
    let case = Case {
        lines,
        shapes,
        layout,
        before: &open.block.text.text,
        indented: open.block.indented,
        headed: open.headed,
        pieces: open.block.text.count(),
        wrapped: !open.interrupted && open.last + 1 == at && layout.wraps(lines, open.last),
        at,
        text,
    };
    match case.verdict() {
        Verdict::Break => Next::New,
        Verdict::Stray => Next::Stray,
        Verdict::Join => Next::Joins {
            overlap: overlap(case.before, text, case.wrapped),
            space: case.space(open.last),
        },
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Join,
    Break,
    Stray,
}

struct Case<'a> {
    lines: &'a [Line],
    shapes: &'a [Shape],
    layout: &'a Layout,
    before: &'a str,
    indented: bool,
    headed: bool,
    pieces: usize,
    wrapped: bool,
    at: usize,
    text: &'a str,
}

impl Case<'_> {
    fn verdict(&self) -> Verdict {
        if self.text.starts_with(never_begins) && !self.text.starts_with('）') {
            return Verdict::Join;
        }
        if self.opens_byline() || self.is_lead() {
            return Verdict::Join;
        }
        if is_finished(self.before) {
            return self.after_finished();
        }
        if self.wrapped && !self.is_indented() {
            return self.after_full();
        }
        if self.is_body() {
            self.after_cut()
        } else {
            Verdict::Break
        }
    }

    /// A byline in brackets that goes on in the next line.
    fn opens_byline(&self) -> bool {
        let tail: String = self
            .before
            .chars()
            .rev()
            .take(40)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect();
        let Some(open) = tail.rfind('（') else {
            return false;
        };
        let role = tail[open..].contains("记者") || tail[open..].contains("通讯员");
        role && !tail[open..].contains('）') && self.text.chars().take(30).any(|c| c == '）')
    }

    /// 本报讯（记者 甲） alone in its line, with its text in the next.
    fn is_lead(&self) -> bool {
        self.pieces == 1
            && self.indented
            && !self.is_indented()
            && leads::without_dateline(self.before).is_some()
            && byline::parse(self.before).is_some()
    }

    /// A finished sentence goes on only where the column happened to be full at its end.
    fn after_finished(&self) -> Verdict {
        let starts_new = self.is_indented()
            || labels::bullet(self.text).is_some()
            || self.text.starts_with('【');
        let told = self.at > 0 && self.layout.wraps_after_sentence(self.at - 1);
        let signed = leads::tail(self.before).is_some();
        if !self.wrapped || !told || starts_new || signed || !self.is_body() {
            return Verdict::Break;
        }
        if self.is_head_line() {
            return Verdict::Break;
        }
        Verdict::Join
    }

    /// An unfinished line that fills its column: a wrap, unless it is a headline of that width.
    fn after_full(&self) -> Verdict {
        let fronted = self.before.starts_with('【') || labels::bullet(self.before).is_some();
        let alone = self.pieces == 1 && !self.indented && !fronted && is_head_text(self.before);
        let clauses = self.before.contains(char::is_whitespace);
        if alone && (self.layout.indents || clauses) {
            return Verdict::Break;
        }
        Verdict::Join
    }

    /// An unfinished paragraph before a gap or a short line.
    fn after_cut(&self) -> Verdict {
        let one_line = self.pieces == 1 && is_head_text(self.before);
        let headline = self.before.contains(char::is_whitespace) || self.before.starts_with('【');
        if one_line && (self.is_indented() || headline) {
            return Verdict::Break;
        }
        let listing = self.before.ends_with(['：', '；']);
        if listing && (labels::begins_list_part(self.text) || self.is_indented()) {
            return Verdict::Break;
        }
        if self.announces() {
            return Verdict::Break;
        }
        if labels::bullet(self.text).is_some() || self.text.starts_with('【') {
            return Verdict::Break;
        }
        let closed = self.before.ends_with(closes);
        if closed && self.is_indented() {
            return Verdict::Break;
        }
        if !is_head_text(self.text) || is_finished(self.text) {
            return Verdict::Join;
        }
        if self.layout.wraps(self.lines, self.at) && self.follows_text() {
            return Verdict::Join;
        }
        self.after_cut_short()
    }

    /// 编辑同志：, 通知如下：, 2.跳绳；: a paragraph that ends in such a mark, outside of a column.
    fn announces(&self) -> bool {
        let calls = self.before.ends_with('：') && !self.text.starts_with('“');
        let lists = self.before.ends_with('；') && labels::begins_list_part(self.before);
        !self.wrapped && (calls || lists)
    }

    /// A short line without end after an unfinished paragraph: a stray label, or a headline.
    fn after_cut_short(&self) -> Verdict {
        let clauses = self.text.contains(char::is_whitespace);
        if clauses {
            return Verdict::Break;
        }
        let goes_on = self.follows_text() && !self.next_is_head() && !self.next_opens();
        let quoted = self.text.starts_with('“') && self.text.ends_with('”');
        let label = places::is_place(self.text) || quoted || self.text.chars().count() <= 14;
        match (goes_on, label) {
            (true, true) => Verdict::Stray,
            (false, _) if self.follows_text() => Verdict::Break,
            _ => Verdict::Join,
        }
    }

    /// Whether the paragraph so far is story text and not a headline.
    fn is_body(&self) -> bool {
        if self.pieces > 1 || !is_head_text(self.before) {
            return true;
        }
        let len = self.before.chars().count();
        let marks = self
            .before
            .chars()
            .filter(|c| matches!(c, '，' | '。' | '；' | '、'))
            .count();
        self.indented && len >= 10
            || marks > 0 && (len > 24 || self.headed && !self.before.contains(char::is_whitespace))
    }

    fn is_indented(&self) -> bool {
        self.layout.is_indented(&self.lines[self.at])
    }

    /// Whether the line stands alone as a headline does: short, and what follows begins anew.
    fn is_head_line(&self) -> bool {
        is_head_text(self.text)
            && !is_finished(self.text)
            && !self.layout.wraps(self.lines, self.at)
    }

    fn follows_text(&self) -> bool {
        matches!(self.shapes.get(self.at + 1), Some(Shape::Text(_)))
    }

    fn next_opens(&self) -> bool {
        let next = self.lines.get(self.at + 1);
        next.is_some_and(|line| opens_sentence(&line.text) || line.text.starts_with("本报讯"))
    }

    fn next_is_head(&self) -> bool {
        self.lines
            .get(self.at + 1)
            .is_some_and(|line| is_head_text(&line.text) || self.layout.is_indented(line))
    }

    /// Latin words that a wrap parted keep their space.
    fn space(&self, last: usize) -> bool {
        let left = self.before.chars().next_back();
        let right = self.text.chars().next();
        let letters = left.is_some_and(|c| c.is_ascii_alphabetic() || ",.;:!?".contains(c))
            && right.is_some_and(|c| c.is_ascii_alphabetic());
        letters && !self.before.ends_with('-')
            || self.opens_byline() && (self.lines[last].trailing_space || self.parts_names())
    }

    /// Whether a whole name ends the text and another begins the line: 甲某某|乙某某）.
    fn parts_names(&self) -> bool {
        let apart = |c: char| c.is_whitespace() || "（）：、，".contains(c);
        let left = self.before.rsplit(apart).next().unwrap_or_default();
        let right = self.text.split(apart).next().unwrap_or_default();
        names::is_name(left) && names::is_name(right)
    }
}
