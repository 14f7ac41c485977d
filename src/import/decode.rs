//! From bytes to text: which encoding a page is in.
//!
//! Knows nothing of what the text says. UTF-8 is told by its form, UTF-16 by its mark or its zero
//! bytes, everything else is read as GB18030, which holds GBK and GB2312.

use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::ImportError;

/// The text of a page and the name of its encoding.
pub(super) fn decode(bytes: &[u8]) -> Result<(&'static str, String), ImportError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ImportError::Empty);
    }
    if is_binary(bytes) {
        return Err(ImportError::NotText);
    }
    let encoding = find(bytes);
    let (text, _, _) = encoding.decode(bytes);
    if !is_text(&text) || is_noise(bytes, encoding) {
        return Err(ImportError::NotText);
    }
    if text
        .chars()
        .all(|c| c.is_whitespace() || c == '\u{FEFF}' || c == '\u{200B}')
    {
        return Err(ImportError::Empty);
    }
    Ok((name(encoding), text.into_owned()))
}

fn name(encoding: &'static Encoding) -> &'static str {
    match encoding.name() {
        "gb18030" => "GB18030",
        "Big5" => "BIG5",
        other => other,
    }
}

/// First bytes of files that hold no plain text, whatever follows.
const BINARY: [&[u8]; 9] = [
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"GIF8",
    b"%PDF-",
    b"PK\x03\x04",
    b"\xD0\xCF\x11\xE0",
    b"Rar!",
    b"7z\xBC\xAF",
    b"{\\rtf",
];

fn is_binary(bytes: &[u8]) -> bool {
    BINARY.iter().any(|magic| bytes.starts_with(magic))
}

fn find(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if bytes.contains(&0) {
        return wider(bytes);
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => UTF_8,
        Err(error) if is_damaged_utf8(bytes, &error) => UTF_8,
        Err(_) => legacy(bytes),
    }
}

/// UTF-8 with a torn end or a few bad bytes: most of what is not ASCII is still in its form.
fn is_damaged_utf8(bytes: &[u8], error: &std::str::Utf8Error) -> bool {
    if error.error_len().is_none() && error.valid_up_to() + 3 >= bytes.len() {
        return error.valid_up_to() > 0 && !bytes[..error.valid_up_to()].is_ascii();
    }
    let text = String::from_utf8_lossy(bytes);
    let bad = text.matches('\u{FFFD}').count();
    let good = text.chars().filter(|c| !c.is_ascii()).count() - bad;
    good > 20 * bad
}

/// UTF-16 without its mark: the order that gives more Chinese text.
fn wider(bytes: &[u8]) -> &'static Encoding {
    let even = &bytes[..bytes.len() - bytes.len() % 2];
    if plausible(even, UTF_16BE) > plausible(even, UTF_16LE) {
        UTF_16BE
    } else {
        UTF_16LE
    }
}

/// How much of a decoded text is Chinese or ASCII, in thousandths.
fn plausible(bytes: &[u8], encoding: &'static Encoding) -> usize {
    let head = &bytes[..bytes.len().min(1 << 16)];
    let (text, _) = encoding.decode_without_bom_handling(head);
    let (mut good, mut all) = (0, 0);
    for c in text.chars() {
        all += 1;
        good += usize::from(
            matches!(c, '\n' | '\r' | '\t' | ' '..='~' | '\u{2010}'..='\u{2030}'
            | '\u{3000}'..='\u{3020}' | '\u{4E00}'..='\u{9FA5}' | '\u{FF01}'..='\u{FF5E}'),
        );
    }
    good * 1000 / all.max(1)
}

/// GB18030, unless it does not fit and another encoding does.
fn legacy(bytes: &[u8]) -> &'static Encoding {
    let fits = |encoding: &'static Encoding| {
        encoding
            .decode_without_bom_handling_and_without_replacement(bytes)
            .is_some()
    };
    if fits(GB18030) {
        return GB18030;
    }
    for encoding in [UTF_16LE, UTF_16BE] {
        if bytes.len().is_multiple_of(2) && fits(encoding) && plausible(bytes, encoding) > 900 {
            return encoding;
        }
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(1 << 16)], true);
    let guess = detector.guess(None, chardetng::Utf8Detection::Allow);
    if guess == BIG5 && fits(BIG5) {
        BIG5
    } else {
        GB18030
    }
}

/// Whether what was taken for UTF-16 because of its zero bytes is none: any two bytes are some
/// character, but of chance ones only a third is Chinese.
fn is_noise(bytes: &[u8], encoding: &'static Encoding) -> bool {
    let wide = [UTF_16LE, UTF_16BE].contains(&encoding);
    wide && Encoding::for_bom(bytes).is_none() && plausible(bytes, encoding) < 700
}

/// Whether a decoded text reads as one: few control characters, few characters lost.
fn is_text(text: &str) -> bool {
    let (mut bad, mut all) = (0usize, 0usize);
    for c in text.chars() {
        all += 1;
        let odd = c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{B}' | '\u{C}' | '\u{85}');
        bad += usize::from(odd || c == '\u{FFFD}');
    }
    bad * 20 <= all
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "柳林社区\r\n楼道亮了 邻里近了\r\n春分过后，灯亮起来了。\r\n";

    fn check(bytes: &[u8], name: &str) {
        assert_eq!(
            decode(bytes),
            Ok((name_of(name), PAGE.to_owned())),
            "{name}"
        );
    }

    fn name_of(name: &str) -> &'static str {
        ["UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"]
            .into_iter()
            .find(|n| *n == name)
            .unwrap()
    }

    fn utf16(mark: bool, big: bool) -> Vec<u8> {
        let order = |u: u16| {
            if big {
                u.to_be_bytes()
            } else {
                u.to_le_bytes()
            }
        };
        mark.then_some(0xFEFF)
            .into_iter()
            .chain(PAGE.encode_utf16())
            .flat_map(order)
            .collect()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        check(PAGE.as_bytes(), "UTF-8");
        check(format!("\u{FEFF}{PAGE}").as_bytes(), "UTF-8");
        check(&GB18030.encode(PAGE).0, "GB18030");
        for mark in [true, false] {
            check(&utf16(mark, false), "UTF-16LE");
            check(&utf16(mark, true), "UTF-16BE");
        }
    }

    #[test]
    fn a_torn_file_is_still_read() {
        let bytes = PAGE.replace("\r\n", "").into_bytes();
        assert_eq!(decode(&bytes[..bytes.len() - 1]).unwrap().0, "UTF-8");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(decode(b""), Err(ImportError::Empty));
        assert_eq!(decode(" \u{3000}\n".as_bytes()), Err(ImportError::Empty));
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0"), Err(ImportError::NotText));
        assert_eq!(
            decode(&[0x01, 0x02, 0x90, 0xFF, 0x03].repeat(50)),
            Err(ImportError::NotText)
        );
    }

    #[test]
    fn chance_bytes_are_no_text() {
        let mut state = 0x2545_f491_4f6c_dd1d_u64;
        let mut noise = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state >> 32) as u8
        };
        let bytes: Vec<u8> = (0..20_000).map(|_| noise()).collect();
        assert_eq!(decode(&bytes), Err(ImportError::NotText));
    }
}
