//! Control sequences that are sent by themselves, outside frames.
//!
//! Private modes are those of xterm's `ctlseqs`; a terminal ignores the ones it does not know.

/// The alternate screen; arrows and numeric pad as plain keys, so that what another program left
/// set does not change their bytes; pastes marked as such.
pub const ENTER: &[u8] = b"\x1b[?1049h\x1b[?1l\x1b>\x1b[?2004h";

/// Everything that may have been set, undone: synchronized update, hidden cursor, scroll margins,
/// wrapping, marked pastes, colours, alternate screen. Harmless where nothing was set.
pub const LEAVE: &[u8] = b"\x1b[?2026l\x1b[r\x1b[?7h\x1b[?2004l\x1b[m\x1b[?1049l\x1b[?25h";

/// Names the window or tab (OSC 0); control characters are left out, as they would end the name.
pub fn title(title: &str) -> Vec<u8> {
    let mut out = b"\x1b]0;".to_vec();
    let plain: String = title.chars().filter(|c| !c.is_control()).collect();
    out.extend(plain.as_bytes());
    out.push(b'\x07');
    out
}

/// Hands text to the clipboard of the machine in front of the editor (OSC 52).
pub fn copy(text: &str) -> Vec<u8> {
    let mut out = b"\x1b]52;c;".to_vec();
    base64(text.as_bytes(), &mut out);
    out.extend(b"\x1b\\");
    out
}

/// RFC 4648, section 4, with padding.
fn base64(bytes: &[u8], out: &mut Vec<u8>) {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for group in bytes.chunks(3) {
        let at = |n: usize| u32::from(group.get(n).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for n in 0..4 {
            let sign = SIGNS[(bits >> (18 - 6 * n)) as usize & 63];
            out.push(if n > group.len() { b'=' } else { sign });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_be_ended_by_its_text() {
        assert_eq!(title("亮\u{7}\u{1b}点\u{9c}"), "\x1b]0;亮点\x07".as_bytes());
    }

    #[test]
    fn copied_text_is_base64() {
        for (text, sent) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foobar", "Zm9vYmFy"),
            ("柳林", "5p+z5p6X"),
        ] {
            let wanted = format!("\x1b]52;c;{sent}\x1b\\");
            assert_eq!(copy(text), wanted.as_bytes(), "{text}");
        }
    }
}
