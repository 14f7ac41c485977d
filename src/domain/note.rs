//! Remarks on a draft: added, answered, closed and opened again.

/// An editor's remark about a passage.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Note {
    /// Who wrote it.
    pub by: String,
    /// When, RFC 3339 with offset.
    pub at: String,
    /// The passage it is about; may be empty.
    pub about: String,
    /// The remark, each answer (`白杨：已核实`) on a line of its own.
    pub text: String,
    /// When it was closed, RFC 3339 with offset; empty while it is open.
    pub closed: String,
}

impl Note {
    /// Whether it still asks for something.
    pub fn is_open(&self) -> bool {
        self.closed.is_empty()
    }
}

/// What somebody does with a remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteAct {
    /// A new one about a passage, which may be empty.
    Add {
        /// The passage.
        about: String,
        /// The remark.
        text: String,
    },
    /// An answer below one.
    Answer {
        /// The remark as it was shown.
        note: Note,
        /// The answer.
        text: String,
    },
    /// Closed, or opened again where it is closed.
    Close {
        /// The remark as it was shown.
        note: Note,
    },
}

/// The remarks after an act; `None` where the one that is meant is no longer there.
///
/// A remark is known by who wrote it, when and about what: answers may have come since it was shown.
pub fn acted(notes: &[Note], act: &NoteAct, by: &str, at: &str) -> Option<Vec<Note>> {
    let mut notes = notes.to_vec();
    let find = |notes: &[Note], wanted: &Note| {
        let same = |n: &Note| n.by == wanted.by && n.at == wanted.at && n.about == wanted.about;
        let exact = notes.iter().position(|note| note == wanted);
        exact.or_else(|| notes.iter().position(same))
    };
    match act {
        NoteAct::Add { about, text } => notes.push(Note {
            by: by.to_owned(),
            at: at.to_owned(),
            about: about.trim().to_owned(),
            text: text.trim().to_owned(),
            closed: String::new(),
        }),
        NoteAct::Answer { note, text } => {
            let at = find(&notes, note)?;
            notes[at].text.extend(["\n", by, "：", text.trim()]);
        }
        NoteAct::Close { note } => {
            let found = find(&notes, note)?;
            let is_open = note.is_open();
            notes[found].closed = if is_open {
                at.to_owned()
            } else {
                String::new()
            };
        }
    }
    Some(notes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_is_answered_and_closed_whatever_came_between() {
        let add = NoteAct::Add {
            about: " 14盏 ".into(),
            text: "请核实".into(),
        };
        let notes = acted(&[], &add, "周明", "九点").unwrap();
        assert_eq!(notes[0].about, "14盏");
        let shown = notes[0].clone();
        let answer = NoteAct::Answer {
            note: shown.clone(),
            text: "已核实".into(),
        };
        let notes = acted(&notes, &answer, "白杨", "十点").unwrap();
        assert_eq!(notes[0].text, "请核实\n白杨：已核实");
        let close = NoteAct::Close { note: shown };
        let notes = acted(&notes, &close, "周明", "十一点").unwrap();
        assert!(!notes[0].is_open());
        let open = NoteAct::Close {
            note: notes[0].clone(),
        };
        assert!(acted(&notes, &open, "周明", "十二点").unwrap()[0].is_open());
        assert_eq!(acted(&[], &close, "周明", ""), None);
    }
}
