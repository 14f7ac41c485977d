//! Marks as Chinese print wants them: full-width, paired, dashes and dots of two cells.
//!
//! Pure functions over one line or one paragraph. This module knows nothing of pages or items.

mod quotes;
mod single;
mod widen;

pub use quotes::{nest, straight};
pub use widen::widen;

/// A mark that was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Where it stands in the new text, in bytes.
    pub at: usize,
    /// The mark as it stood.
    pub before: String,
    /// The mark as it is now.
    pub after: String,
}

/// Whether a character is a Chinese character (UAX #24 Han, without the marks).
pub fn is_han(c: char) -> bool {
    matches!(c,
        '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}' | '〇' | '々')
}

/// Whether a character belongs to Chinese text: Han, full-width marks, curly quotes, dashes.
pub fn is_chinese(c: char) -> bool {
    is_han(c)
        || matches!(c, '\u{3001}'..='\u{303F}' | '\u{FF01}'..='\u{FF60}' | '“' | '”' | '‘' | '’'
            | '—' | '…' | '\u{25A0}'..='\u{25FF}' | '★' | '☆')
}

/// Marks that end a sentence.
pub fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '…' | '!' | '?' | '｡')
}

/// Closing quotes and brackets.
pub fn closes(c: char) -> bool {
    matches!(
        c,
        '”' | '’' | '）' | ')' | '》' | '〉' | '】' | '」' | '』' | '〕' | '"' | '\''
    )
}

/// Marks that never begin a line (GB/T 15834-2011, 5.1.1 to 5.1.3).
pub fn never_begins(c: char) -> bool {
    matches!(
        c,
        '，' | '、' | '；' | '：' | '。' | '！' | '？' | ',' | ';' | ':' | '!' | '?' | '%' | '％'
    ) || (closes(c) && !matches!(c, '"' | '\''))
}
