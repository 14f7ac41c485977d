//! Lines to blocks: paragraphs rejoined, furniture set aside, bylines and labels taken out.
//!
//! Knows what lines look like and how they go on; not yet which item a block belongs to.

mod joins;
mod overlap;
mod shapes;

use super::lines::Line;
use super::passage::Passage;
use super::wrap::Layout;
use super::{Furniture, Repair, RepairKind};
use crate::domain::Byline;
use joins::{Next, next};
use shapes::{Shape, shape};

pub(super) use shapes::is_headlike;

/// A piece of the page in order.
#[derive(Debug, Clone)]
pub(super) enum Part {
    /// 开栏语, 编者按, with its line.
    Label(&'static str, usize),
    /// 简讯, 一句话新闻.
    Section,
    /// A byline, and where it stood.
    Byline(Byline, Stands, usize),
    /// A line after ——.
    Deck(Block),
    /// A short line inside a paragraph that was cut.
    Stray(Block),
    /// Headlines, paragraphs, all other text.
    Text(Block),
}

/// Where a byline stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stands {
    /// On a line of its own.
    Alone,
    /// Before the text of a paragraph.
    Before,
    /// After the text of a paragraph.
    After,
}

/// A line or a rejoined paragraph.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// Its text.
    pub text: Passage,
    /// Blank lines before it.
    pub gap: usize,
    /// Whether its first line was indented as a paragraph.
    pub indented: bool,
    /// The bullet or number that was before it.
    pub bullet: String,
    /// Whether a page header stands right before it.
    pub below_header: bool,
    /// Whether it can only be a headline, a crosshead or a place.
    pub headlike: bool,
}

/// What the page is taken apart into.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub list: Vec<Part>,
    pub furniture: Vec<Furniture>,
    pub repairs: Vec<Repair>,
    pub layout: Layout,
}

/// Takes the lines of a page apart.
pub(super) fn parts(lines: &[Line], source: &[String]) -> Parts {
    let layout = Layout::of(lines);
    let mut shapes: Vec<Shape> = (0..lines.len())
        .map(|at| shape(lines, at, &layout))
        .collect();
    shapes::repeat_mastheads(lines, &mut shapes);
    shapes::contents_lists(lines, &mut shapes);
    let mut builder = Builder {
        lines,
        source,
        shapes: &shapes,
        out: Parts::default(),
        open: None,
        header: false,
    };
    builder.out.layout = layout;
    for (at, shape) in shapes.iter().enumerate() {
        builder.line(at);
        builder.header &= matches!(shape, Shape::Furniture);
    }
    builder.flush();
    builder.out
}

struct Builder<'a> {
    lines: &'a [Line],
    source: &'a [String],
    shapes: &'a [Shape],
    out: Parts,
    open: Option<Open>,
    /// Whether the last line was a page header.
    header: bool,
}

/// A paragraph that may go on.
struct Open {
    block: Block,
    /// The last of its lines.
    last: usize,
    /// Whether furniture came after that line.
    interrupted: bool,
    strays: Vec<Block>,
}

impl Builder<'_> {
    fn line(&mut self, at: usize) {
        let line = &self.lines[at];
        let shape = &self.shapes[at];
        self.note_controls(line);
        if !matches!(shape, Shape::Furniture) {
            self.note_marks(line);
        }
        if let Shape::Furniture = shape {
            self.header |=
                super::furniture::piece(&line.text).is_some_and(super::furniture::Piece::begins);
        }
        match shape {
            Shape::Furniture => self.furniture(line.no, self.source[line.no - 1].trim().to_owned()),
            Shape::Section => {
                self.flush();
                self.furniture(line.no, self.source[line.no - 1].trim().to_owned());
                self.out.list.push(Part::Section);
            }
            Shape::Label(label, rest) => {
                self.flush();
                self.out.list.push(Part::Label(label, line.no));
                let head = &line.text[..line.text.len() - rest];
                self.repair(RepairKind::Label, line.no, head, label);
                if *rest > 0 {
                    let text = line.text[line.text.len() - rest..].to_owned();
                    self.begin(at, &text);
                }
            }
            Shape::Byline(byline) => {
                self.flush();
                let printed = byline.printed();
                self.repair(RepairKind::Byline, line.no, &line.text, &printed);
                self.out
                    .list
                    .push(Part::Byline(byline.clone(), Stands::Alone, line.no));
            }
            Shape::Deck => {
                self.flush();
                let block = self.block(at, &line.text);
                self.out.list.push(Part::Deck(block));
            }
            Shape::Text(jump) => self.text(at, jump.as_ref()),
        }
    }

    /// A line of text, without a jump that is glued to it.
    fn text(&mut self, at: usize, jump: Option<&(usize, usize)>) {
        let line = &self.lines[at];
        let Some(&(from, to)) = jump else {
            return self.add(at, &line.text);
        };
        let (before, jump, after) = (&line.text[..from], &line.text[from..to], &line.text[to..]);
        if !before.trim().is_empty() {
            self.add(at, before.trim_end());
        }
        self.furniture(line.no, jump.trim().to_owned());
        if !after.trim().is_empty() {
            self.add(at, after.trim_start());
        }
    }

    fn add(&mut self, at: usize, text: &str) {
        let layout = &self.out.layout;
        let headed = match self.out.list.last() {
            Some(Part::Text(block)) => block.headlike,
            Some(Part::Deck(_)) => true,
            _ => false,
        };
        let verdict = self.open.as_ref().map_or(Next::New, |open| {
            next(
                self.lines,
                self.shapes,
                layout,
                &open.situation(headed),
                at,
                text,
            )
        });
        match verdict {
            Next::New => {
                self.flush();
                self.begin(at, text);
            }
            Next::Stray => {
                let block = self.block(at, text);
                if let Some(open) = &mut self.open {
                    open.strays.push(block);
                    open.interrupted = true;
                }
            }
            Next::Joins { overlap, space } => self.join(at, text, overlap, space),
        }
    }

    fn begin(&mut self, at: usize, text: &str) {
        let block = self.block(at, text);
        self.open = Some(Open {
            block,
            last: at,
            interrupted: false,
            strays: Vec::new(),
        });
    }

    fn block(&self, at: usize, text: &str) -> Block {
        let line = &self.lines[at];
        Block {
            text: Passage::new(text, line.no),
            gap: line.gap,
            indented: self.out.layout.is_indented(line),
            bullet: String::new(),
            below_header: self.header,
            headlike: false,
        }
    }

    fn join(&mut self, at: usize, text: &str, overlap: usize, space: bool) {
        let no = self.lines[at].no;
        let Some(open) = &mut self.open else { return };
        let passage = &mut open.block.text;
        let before = last_chars(&passage.text, 8).to_owned();
        let kept = &text[overlap..];
        let head: String = kept.chars().take(8).collect();
        if space {
            passage.push(" ", no);
        }
        passage.push(kept, no);
        open.last = at;
        open.interrupted = false;
        let after = format!("{before}{head}");
        let line = self.lines[at].no;
        self.repair(RepairKind::Join, line, &before, &after);
        if overlap > 0 {
            self.repair(RepairKind::Overlap, line, &text[..overlap], "");
        }
    }

    fn flush(&mut self) {
        let Some(open) = self.open.take() else { return };
        self.emit(open.block);
        for mut stray in open.strays {
            stray.headlike = true;
            self.out.list.push(Part::Stray(stray));
        }
    }

    /// Puts a finished block out, with the bylines that were in it.
    fn emit(&mut self, mut block: Block) {
        let no = block.text.lines().start;
        if block.text.count() > 1
            && let Some(found) = super::byline::parse(&block.text.text)
        {
            let printed = found.byline.printed();
            self.repair(RepairKind::Byline, no, &block.text.text.clone(), &printed);
            self.out
                .list
                .push(Part::Byline(found.byline, Stands::Alone, no));
            return;
        }
        self.take_bullet(&mut block);
        if let Some((len, found)) = super::leads::lead(&block.text.text) {
            let cut = block.text.cut_front(len);
            self.repair(RepairKind::Byline, no, &cut, &found.byline.printed());
            self.out
                .list
                .push(Part::Byline(found.byline, Stands::Before, no));
        }
        if let Some(len) = super::leads::bare_lead(&block.text.text) {
            let cut = block.text.cut_front(len);
            self.repair(RepairKind::Byline, no, cut.trim(), "");
        }
        let tail = super::leads::tail(&block.text.text);
        let tail = tail.map(|(at, found)| {
            let line = block.text.line_at(at);
            let cut = block.text.cut_back(at);
            self.repair(
                RepairKind::Byline,
                line,
                cut.trim(),
                &found.byline.printed(),
            );
            Part::Byline(found.byline, Stands::After, line)
        });
        block.headlike = tail.is_none() && is_headlike(&block);
        self.out.list.push(Part::Text(block));
        self.out.list.extend(tail);
    }

    fn take_bullet(&mut self, block: &mut Block) {
        if let Some(len) = super::labels::bullet(&block.text.text) {
            let no = block.text.lines().start;
            block.bullet = block.text.cut_front(len);
            let mark = block.bullet.trim().to_owned();
            self.repair(RepairKind::Label, no, &mark, "");
        }
    }

    fn furniture(&mut self, line: usize, text: String) {
        if let Some(open) = &mut self.open {
            open.interrupted = true;
        }
        self.out.furniture.push(Furniture { line, text });
    }

    fn note_marks(&mut self, line: &Line) {
        for mark in &line.marks {
            self.repair(RepairKind::Mark, line.no, &mark.before, &mark.after);
        }
    }

    fn note_controls(&mut self, line: &Line) {
        for c in &line.controls {
            self.repair(RepairKind::Control, line.no, &c.to_string(), "");
        }
    }

    fn repair(&mut self, kind: RepairKind, line: usize, before: &str, after: &str) {
        self.out.repairs.push(Repair {
            kind,
            line,
            before: before.to_owned(),
            after: after.to_owned(),
        });
    }
}

impl Open {
    fn situation(&self, headed: bool) -> joins::Situation<'_> {
        joins::Situation {
            block: &self.block,
            last: self.last,
            interrupted: self.interrupted,
            headed,
        }
    }
}

fn last_chars(text: &str, count: usize) -> &str {
    let at = text
        .char_indices()
        .rev()
        .take(count)
        .last()
        .map_or(text.len(), |(at, _)| at);
    &text[at..]
}
