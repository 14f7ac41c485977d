//! The word lists over a paragraph: one pass for all of them.
//!
//! [`Confusable`] makes the pass and files what it finds under the rule of the entry's list; the
//! other rules here give their lists a name, a clause and examples.

use std::ops::Range;

use crate::proof::lexicon::{Kind, Name, NameFault, Word};
use crate::proof::{Context, Line, LineKind, Out, Rule, Severity, Story};
use crate::wording::proof as words;

/// A word typed for another: 人驻 for 入驻.
pub struct Confusable;

/// A set phrase written otherwise: 甘败下风.
pub struct SetPhrase;

/// Wording that is forbidden or wants care.
pub struct Cautious;

/// A name against the register.
pub struct Registered;

impl Rule for Confusable {
    fn name(&self) -> &'static str {
        "confusable-word"
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
            ("三家企业人驻产业园。", "三家企业入驻产业园。"),
            ("工人们按装了路灯。", "工人们安装了路灯。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &["两名工作人员驻扎在堤上。", "他们按装车单点货。"]
    }

    fn line(&self, line: &Line, context: &Context, out: &mut Out) {
        let lexicon = context.lexicon;
        lexicon.find(line.text, |span, word| report(line, span, word, out));
        let mut named = |span, fault| name(line, span, fault, out);
        lexicon.register().find(line.text, &mut named);
    }

    fn story(&self, story: &Story, context: &Context, out: &mut Out) {
        let register = context.lexicon.register();
        if register.is_empty() {
            return;
        }
        let told = |line: &&Line| line.kind == LineKind::Paragraph;
        let lines: Vec<&Line> = story.lines.iter().filter(told).collect();
        let texts: Vec<&str> = lines.iter().map(|line| line.text).collect();
        for (number, span, fault) in register.aliases_first(&texts) {
            name(lines[number], span, fault, out);
        }
    }
}

fn report(line: &Line, span: Range<usize>, word: &Word, out: &mut Out) {
    let (rule, why) = match word.kind {
        Kind::Confusable => (Confusable.name(), words::WORD_CONFUSED),
        Kind::Phrase => (SetPhrase.name(), words::PHRASE_WRONG),
        Kind::Caution => (Cautious.name(), words::WORD_CAUTION),
    };
    let finding = out.add(line, span, why);
    finding.rule = rule;
    finding.severity = word.severity;
    finding.weight = word.weight();
    finding.about(about(word));
    for (at, right) in word.right.iter().enumerate() {
        if at == 0 && word.safe {
            finding.mend(right);
        } else {
            finding.offer(right);
        }
    }
}

/// The reason, else the advised forms.
fn about(word: &Word) -> String {
    if word.why.is_empty() {
        let all: Vec<&str> = word.right.iter().map(String::as_str).collect();
        format!("{} → {}", word.wrong, all.join("、"))
    } else {
        word.why.clone()
    }
}

fn name(line: &Line, span: Range<usize>, fault: NameFault, out: &mut Out) {
    let (why, severity, it): (_, _, &Name) = match fault {
        NameFault::Misspelt(it) => (words::NAME_MISSPELT, Severity::Warning, it),
        NameFault::Title(it) => (words::NAME_TITLE, Severity::Hint, it),
        NameFault::Alias(it) => (words::NAME_ALIAS, Severity::Hint, it),
    };
    let finding = out.add(line, span, why);
    finding.rule = Registered.name();
    finding.severity = severity;
    finding.weight = if severity == Severity::Hint { 0 } else { 10 };
    let right = if matches!(fault, NameFault::Title(_)) {
        &it.title
    } else {
        &it.name
    };
    finding.about(right).offer(right);
}

impl Rule for SetPhrase {
    fn name(&self) -> &'static str {
        "set-phrase"
    }

    fn clause(&self) -> &'static str {
        "house"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("对手甘败下风。", "对手甘拜下风。"),
            ("全体队员一愁莫展。", "全体队员一筹莫展。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &["对手甘拜下风。", "大家再接再厉。"]
    }
}

impl Rule for Cautious {
    fn name(&self) -> &'static str {
        "cautious-word"
    }

    fn clause(&self) -> &'static str {
        "house"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[("村里关心残废人的生活。", "村里关心残疾人的生活。")]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &["村里关心残疾人的生活。"]
    }
}

impl Rule for Registered {
    fn name(&self) -> &'static str {
        "registered-name"
    }

    fn clause(&self) -> &'static str {
        "house"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    /// The program knows no names; those of the house are tried where the register is.
    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &["柳林街道办事处主任周明远到场。"]
    }
}
