//! What a key may ask of an editor.

/// One request to an editor of text ([`super::Prose`], [`crate::app::field::LineField`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// A typed character; controls and invisible characters are ignored, a newline is
    /// [`Edit::NewParagraph`].
    Insert(char),
    /// Characters that came at once, as an input method commits them: cleaned like typed ones, and
    /// never parted by undo.
    Commit(String),
    /// Text from outside, cleaned ([`crate::text::clean`]); one undo step.
    Paste(String),
    /// Splits the paragraph at the caret.
    NewParagraph,
    /// Deletes the selection or the grapheme before the caret; joins paragraphs at a start; makes
    /// a crosshead a paragraph at its start.
    Backspace,
    /// Deletes the selection or the grapheme after the caret; joins paragraphs at an end.
    Delete,
    /// Deletes the selection, or from the caret to where the motion inside leads. Back from the
    /// start of a paragraph it joins, as [`Edit::Backspace`] does; [`Edit::ParagraphDown`] deletes
    /// to the end of the paragraph and joins only there.
    DeleteTo(Box<Edit>),
    /// Sets one end of a selection: motions select from here on, until something is edited or this
    /// is asked for again. For terminals that do not tell Shift with arrows.
    Mark,
    /// Puts the paragraph after this one at its end.
    JoinNext,
    /// One grapheme back, over paragraph bounds; to the start of a selection.
    Left,
    /// One grapheme forward, over paragraph bounds; to the end of a selection.
    Right,
    /// To the start of the word ([`crate::text::words`]).
    WordLeft,
    /// To the start of the next word.
    WordRight,
    /// To the start of the clause or Latin word.
    ClauseLeft,
    /// To the start of the next clause or Latin word.
    ClauseRight,
    /// To the row above, as it is drawn.
    Up,
    /// To the row below, as it is drawn.
    Down,
    /// To the start of the drawn row.
    RowStart,
    /// To the end of the drawn row.
    RowEnd,
    /// One screen up.
    PageUp,
    /// One screen down.
    PageDown,
    /// To the start of the text.
    Start,
    /// To the end of the text.
    End,
    /// To the start of this paragraph, or of the one before.
    ParagraphUp,
    /// To the start of the next paragraph, or the end of the text.
    ParagraphDown,
    /// The motion inside, the selection going along; what is no motion is done as it is.
    Select(Box<Edit>),
    /// Selects the whole text.
    SelectAll,
    /// Moves the selection to the clipboard; nothing where nothing is selected.
    Cut,
    /// Copies the selection to the clipboard; nothing where nothing is selected.
    Copy,
    /// Inserts the clipboard.
    PasteClip,
    /// Takes back the last step.
    Undo,
    /// Does the step again that was taken back.
    Redo,
    /// Swaps the paragraph with the one before it.
    MoveParagraphUp,
    /// Swaps the paragraph with the one after it.
    MoveParagraphDown,
    /// Makes the paragraph a crosshead, or the crosshead a paragraph.
    ToggleCrosshead,
}

impl Edit {
    /// The motion, the selection going along.
    pub fn select(motion: Self) -> Self {
        Self::Select(Box::new(motion))
    }

    /// The deletion to where a motion leads.
    pub fn delete_to(motion: Self) -> Self {
        Self::DeleteTo(Box::new(motion))
    }

    /// Whether it only moves the caret.
    pub fn is_motion(&self) -> bool {
        matches!(
            self,
            Self::Left
                | Self::Right
                | Self::WordLeft
                | Self::WordRight
                | Self::ClauseLeft
                | Self::ClauseRight
                | Self::Up
                | Self::Down
                | Self::RowStart
                | Self::RowEnd
                | Self::PageUp
                | Self::PageDown
                | Self::Start
                | Self::End
                | Self::ParagraphUp
                | Self::ParagraphDown
        )
    }

    /// Whether it keeps the column that the caret aims at.
    pub(super) fn is_vertical(&self) -> bool {
        match self {
            Self::Select(inner) => inner.is_vertical(),
            _ => matches!(self, Self::Up | Self::Down | Self::PageUp | Self::PageDown),
        }
    }
}
