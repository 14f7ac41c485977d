//! How wide this terminal draws ambiguous characters: asked of it, never waited for.
//!
//! The question prints a few of them and asks where the cursor is then (DSR 6); vim does the same
//! (`t_u7`). It is sent in front of a frame that is drawn whole, so the row it uses is never seen;
//! the second row, since an answer from the first could be the key F3.

use super::Ambiguous;
use super::input::Reply;

/// Prints the characters at the start of row 2, asks for the cursor, clears the row.
pub const QUESTION: &str = "\x1b[2;1H“…—·●\x1b[6n\x1b[2K\x1b[1;1H";

const ROW: u16 = 2;
const ASKED: u16 = 5;

/// What an answer says, if it is one to [`QUESTION`]. Where the characters are not all equally wide
/// nothing is sure.
pub fn answer(reply: &Reply) -> Option<Ambiguous> {
    let Reply::Cursor(ROW, column) = *reply else {
        return None;
    };
    let cells = column.saturating_sub(1);
    Some(match cells {
        ASKED => Ambiguous::One,
        _ if cells == 2 * ASKED => Ambiguous::Two,
        _ => Ambiguous::Safe,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_column_tells_the_width() {
        let check = |row, column, expected| {
            assert_eq!(answer(&Reply::Cursor(row, column)), expected);
        };
        check(2, 6, Some(Ambiguous::One));
        check(2, 11, Some(Ambiguous::Two));
        check(2, 9, Some(Ambiguous::Safe));
        check(2, 1, Some(Ambiguous::Safe));
        check(3, 6, None);
        assert_eq!(answer(&Reply::Mode(2026, 1)), None);
    }

    #[test]
    fn the_question_asks_for_as_many_characters_as_it_counts() {
        let printed = QUESTION.chars().filter(|c| !c.is_ascii()).count();
        assert_eq!(printed, usize::from(ASKED));
    }
}
