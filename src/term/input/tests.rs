use proptest::prelude::*;

use super::*;

fn key(name: &str) -> Input {
    Input::Key(name.parse().unwrap())
}

fn text(text: &str) -> Input {
    Input::Text(text.to_owned())
}

fn pasted(text: &str) -> Input {
    Input::Paste(text.to_owned())
}

/// Feeds these reads and lets every silence pass.
fn reads(reads: &[&[u8]]) -> Vec<Input> {
    let (mut decoder, mut out) = (Decoder::default(), Vec::new());
    for read in reads {
        decoder.feed(read, &mut out);
    }
    silence(&mut decoder, &mut out);
    out
}

fn typed(input: &Input) -> Option<char> {
    match input {
        Input::Key(key) => key.typed(),
        _ => None,
    }
}

fn silence(decoder: &mut Decoder, out: &mut Vec<Input>) {
    let mut rounds = 0;
    while decoder.waits().is_some() {
        decoder.timeout(out);
        rounds += 1;
        assert!(rounds < 4, "it waits for ever");
    }
}

#[test]
fn keys_of_every_terminal_have_their_names() {
    for (bytes, name) in [
        // xterm, Windows Terminal, tmux.
        ("\x1b[A", "up"),
        ("\x1bOB", "down"),
        ("\x1b[H", "home"),
        ("\x1bOF", "end"),
        ("\x1b[1~", "home"),
        ("\x1b[4~", "end"),
        ("\x1b[7~", "home"),
        ("\x1b[8~", "end"),
        ("\x1b[2~", "insert"),
        ("\x1b[3~", "delete"),
        ("\x1b[5~", "pageup"),
        ("\x1b[6~", "pagedown"),
        ("\x1b[Z", "backtab"),
        ("\x1bOP", "f1"),
        ("\x1b[11~", "f1"),
        ("\x1b[[A", "f1"),
        ("\x1b[[E", "f5"),
        ("\x1b[15~", "f5"),
        ("\x1b[17~", "f6"),
        ("\x1b[21~", "f10"),
        ("\x1b[24~", "f12"),
        ("\x1b[25~", "shift-f1"),
        ("\x1b[34~", "shift-f8"),
        ("\x1b[1;2P", "shift-f1"),
        ("\x1b[1;2R", "shift-f3"),
        ("\x1b[1;2A", "shift-up"),
        ("\x1b[1;3B", "alt-down"),
        ("\x1b[1;5C", "ctrl-right"),
        ("\x1b[1;6H", "ctrl-shift-home"),
        ("\x1b[1;8D", "ctrl-alt-shift-left"),
        ("\x1b[3;5~", "ctrl-delete"),
        ("\x1bO5D", "ctrl-left"),
        ("\x1bO1;5D", "ctrl-left"),
        // rxvt.
        ("\x1b[a", "shift-up"),
        ("\x1bOd", "ctrl-left"),
        ("\x1b[7$", "shift-home"),
        ("\x1b[8^", "ctrl-end"),
        ("\x1b[8@", "ctrl-shift-end"),
        // The numeric pad, VT100+.
        ("\x1bOM", "enter"),
        ("\x1bOt", "4"),
        ("\x1bOn", "."),
        ("\x1bOX", "f9"),
        // Alt.
        ("\x1bb", "alt-b"),
        ("\x1b\x1b[A", "alt-up"),
        ("\x1b\x7f", "alt-backspace"),
        ("\x1b\r", "alt-enter"),
        // Controls.
        ("\x7f", "backspace"),
        ("\x08", "ctrl-h"),
        ("\t", "tab"),
        ("\r", "enter"),
        ("\n", "enter"),
        ("\x13", "ctrl-s"),
        ("\x1a", "ctrl-z"),
        ("\x1f", "ctrl-_"),
        ("\0", "ctrl-space"),
        ("\x1b", "esc"),
        // Keys named by their character.
        ("\x1b[97;5u", "ctrl-a"),
        ("\x1b[97;2u", "A"),
        ("\x1b[49:33;2u", "!"),
        ("\x1b[27u", "esc"),
        ("\x1b[13;2u", "shift-enter"),
        ("\x1b[9;2u", "backtab"),
        ("\x1b[57417;1u", "left"),
        ("\x1b[27;5;127~", "ctrl-backspace"),
        ("\x1b[1;1:1A", "up"),
        // C1.
        ("\u{9b}A", "up"),
    ] {
        assert_eq!(reads(&[bytes.as_bytes()]), [key(name)], "{bytes:?}");
        let torn: Vec<&[u8]> = bytes.as_bytes().chunks(1).collect();
        assert_eq!(reads(&torn), [key(name)], "{bytes:?}, a byte a read");
    }
}

#[test]
fn what_is_no_key_types_nothing() {
    for bytes in [
        "\x1b[I",
        "\x1b[O",
        "\x1b[<0;10;10M",
        "\x1b[<35;1;1m",
        "\x1b[M !!",
        "\x1b[M é!",
        "\x1b[35;1;1M",
        "\x1b[?1;2S",
        "\x1b[97;1:3u",
        "\x1b[57441u",
        "\x1b[>41;330;0c",
        "\x1b]11;rgb:0000/0000/0000\x1b\\",
        "\x1b]52;c;5Lit\x07",
        "\x1bP1$r0m\x1b\\",
        "\x1b_Gi=1;OK\x1b\\",
        "\x1b[201~",
        "\x1b[99~",
        "\x1bO9z",
        "\x1b[17;29;0;1;8;1_",
    ] {
        assert_eq!(reads(&[bytes.as_bytes()]), [], "{bytes:?}");
        let torn: Vec<&[u8]> = bytes.as_bytes().chunks(1).collect();
        assert_eq!(reads(&torn), [], "{bytes:?}, a byte a read");
        for end in 2..bytes.len() {
            let cut = &bytes.as_bytes()[..end];
            assert_eq!(reads(&[cut]), [], "{cut:?}");
            // The line stood still; the rest comes long after.
            let (mut decoder, mut out) = (Decoder::default(), Vec::new());
            decoder.feed(cut, &mut out);
            decoder.feed("字".as_bytes(), &mut out);
            let typed: Vec<char> = out.iter().filter_map(typed).collect();
            assert!(typed.iter().all(|&c| c == '字'), "{cut:?}: {out:?}");
        }
    }
}

#[test]
fn answers_are_told_as_such() {
    let reply = |bytes: &str| match &reads(&[bytes.as_bytes()])[..] {
        [Input::Reply(reply)] => reply.clone(),
        other => panic!("{bytes:?}: {other:?}"),
    };
    assert_eq!(reply("\x1b[2;6R"), Reply::Cursor(2, 6));
    assert_eq!(reply("\x1b[?2026;2$y"), Reply::Mode(2026, 2));
    assert_eq!(reply("\x1b[?62;4c"), Reply::Attributes(vec![62, 4]));
    assert_eq!(
        reply("\x1bP>|XTerm(370)\x1b\\"),
        Reply::Name("XTerm(370)".into())
    );
    let both = reads(&[b"\x1b\x1b[2;6R"]);
    assert_eq!(both, [key("esc"), Input::Reply(Reply::Cursor(2, 6))]);
}

#[test]
fn an_escape_that_was_torn_off_its_key_types_nothing() {
    let (mut decoder, mut out) = (Decoder::default(), Vec::new());
    decoder.feed(b"\x1b", &mut out);
    assert_eq!(out, []);
    decoder.timeout(&mut out);
    assert_eq!(out, [key("esc")]);
    decoder.feed(b"[1;5Da", &mut out);
    assert_eq!(out, [key("esc"), key("a")]);
    // Later it was typed.
    decoder.feed(b"\x1b", &mut out);
    decoder.timeout(&mut out);
    decoder.timeout(&mut out);
    assert_eq!(decoder.waits(), None);
    out.clear();
    decoder.feed(b"[D", &mut out);
    assert_eq!(out, [text("[D")]);
}

#[test]
fn an_answer_that_comes_in_two_parts_types_nothing() {
    for cut in 1..5 {
        let (one, two) = b"\x1b[2;6R".split_at(cut);
        let got = reads(&[one, two, "字".as_bytes()]);
        assert_eq!(got, [Input::Reply(Reply::Cursor(2, 6)), key("字")]);
    }
}

#[test]
fn two_escapes_are_two_keys() {
    assert_eq!(reads(&[b"\x1b\x1b"]), [key("esc"), key("esc")]);
    assert_eq!(reads(&[b"\x1b\x1b\x1b[A"]), [key("esc"), key("alt-up")]);
    assert_eq!(reads(&["\x1b字".as_bytes()]), [key("esc"), key("字")]);
}

#[test]
fn control_arrows_of_putty_are_known_by_its_plain_ones() {
    assert_eq!(reads(&[b"\x1bOD"]), [key("left")]);
    assert_eq!(
        reads(&[b"\x1b[D\x1bOD\x1b[1;2D"]),
        [key("left"), key("ctrl-left"), key("shift-left")]
    );
}

#[test]
fn a_marked_paste_comes_whole_with_its_line_ends() {
    let raw = "\x1b[200~甲\r乙\r\n丙\n丁\u{85}\x1b[A\x1b[201~x";
    let want = [pasted("甲\n乙\n丙\n丁\n\x1b[A"), key("x")];
    assert_eq!(reads(&[raw.as_bytes()]), want);
    let torn: Vec<&[u8]> = raw.as_bytes().chunks(1).collect();
    assert_eq!(reads(&torn), want);
    assert_eq!(reads(&[b"\x1b[200~\x1b[201~"]), []);
    assert_eq!(
        reads(&[b"\x1b[200~a\xff\xe4\xb8b\x1b[201~"]),
        [pasted("ab")]
    );
}

#[test]
fn a_paste_without_an_end_keeps_its_text() {
    let (mut decoder, mut out) = (Decoder::default(), Vec::new());
    decoder.feed("\x1b[200~甲\r乙\x1b[20".as_bytes(), &mut out);
    assert_eq!((out.len(), decoder.waits()), (0, Some(PASTE)));
    decoder.timeout(&mut out);
    assert_eq!(out, [pasted("甲\n乙")]);
    // Its end comes after all.
    decoder.feed(b"1~k", &mut out);
    assert_eq!(out[1..], [key("k")]);
}

#[test]
fn a_commit_of_an_input_method_is_one_text() {
    assert_eq!(reads(&["柳林，河东".as_bytes()]), [text("柳林，河东")]);
    let (mut decoder, mut out) = (Decoder::default(), Vec::new());
    decoder.feed("柳林，河东".as_bytes(), &mut out);
    assert_eq!(out.len(), 1, "it does not wait");
    assert_eq!(reads(&["字".as_bytes()]), [key("字")]);
}

#[test]
fn what_is_typed_ahead_stays_keys() {
    for (bytes, want) in [
        ("jj\r", vec![text("jj"), key("enter")]),
        (
            "/果子甜了\r\r",
            vec![text("/果子甜了"), key("enter"), key("enter")],
        ),
        ("a\tb", vec![key("a"), key("tab"), key("b")]),
        ("a\r\nb", vec![key("a"), key("enter"), key("b")]),
        (&"j".repeat(300), vec![text(&"j".repeat(300))]),
        (&"\r".repeat(40), vec![key("enter"); 40]),
        (
            "楼院里的“党史故事会”\r",
            vec![text("楼院里的“党史故事会”"), key("enter")],
        ),
    ] {
        assert_eq!(reads(&[bytes.as_bytes()]), want, "{bytes:?}");
    }
}

const STORY: &str =
    "本报讯　四月一日，柳林河两岸的杏花开了。\r\r河东村党支部书记说：“今年比去年早了五天。”\t完\r";

#[test]
fn a_paste_that_nobody_marked_is_one_paste() {
    let want = STORY.replace('\r', "\n");
    assert_eq!(reads(&[STORY.as_bytes()]), [pasted(&want)]);
    let torn: Vec<&[u8]> = STORY.as_bytes().chunks(7).collect();
    let burst: Vec<&[u8]> = [&torn[..1], &torn[1..]].concat();
    // Reads of two characters are what people type; a larger one waits for its burst.
    let first: &[u8] = &STORY.as_bytes()[..60];
    let rest: Vec<&[u8]> = STORY.as_bytes()[60..].chunks(5).collect();
    let got = reads(&[&[first], &rest[..]].concat());
    assert_eq!(got, [pasted(&want)]);
    assert!(!reads(&burst).is_empty());
    let long: String = (0..300)
        .map(|n| char::from_u32(0x4e00 + n).unwrap())
        .collect();
    assert_eq!(reads(&[long.as_bytes()]), [pasted(&long)]);
}

#[test]
fn ten_megabytes_are_pasted_in_linear_time() {
    let page = "柳林河两岸的杏花开了，今年比去年早了五天。\r".repeat(160_000);
    let marked = format!("\x1b[200~{page}\x1b[201~");
    for raw in [&page, &marked] {
        let (mut decoder, mut out) = (Decoder::default(), Vec::new());
        for read in raw.as_bytes().chunks(1000) {
            decoder.feed(read, &mut out);
        }
        silence(&mut decoder, &mut out);
        assert_eq!(out, [pasted(&page.replace('\r', "\n"))]);
    }
}

/// What was understood, without what depends on where a read ended.
fn flat(inputs: &[Input]) -> Vec<Input> {
    let mut out = Vec::new();
    for input in inputs {
        match input {
            Input::Text(text) | Input::Paste(text) => {
                out.extend(text.chars().map(|c| match c {
                    '\n' => key("enter"),
                    '\t' => key("tab"),
                    c => Input::Key(Key::char(c)),
                }));
            }
            other => out.push(other.clone()),
        }
    }
    out
}

/// Bytes as terminals send them, and bytes as they come.
fn noise() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..12),
        "[a-z“一二三，。\r\n\t]{0,40}".prop_map(String::into_bytes),
        "\x1b[\\[O\\]P_^X\x1b]?[<?>]?[0-9;:]{0,8}[ -/]?[@-~]".prop_map(String::into_bytes),
        Just(b"\x1b[200~".to_vec()),
        Just(PASTE_END.to_vec()),
        Just(b"\x1b".to_vec()),
        Just("\u{9b}".as_bytes().to_vec()),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn where_a_read_ends_makes_no_difference(
        bytes in noise(),
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..12),
    ) {
        let mut at: Vec<usize> = cuts.iter().map(|cut| cut.index(bytes.len() + 1)).collect();
        at.sort_unstable();
        let mut parts = Vec::new();
        let mut from = 0;
        for to in at.into_iter().chain([bytes.len()]) {
            parts.push(&bytes[from..to]);
            from = to;
        }
        prop_assert_eq!(flat(&reads(&parts)), flat(&reads(&[&bytes])));
    }

    #[test]
    fn a_whole_sequence_types_no_letter(
        sequence in "\x1b(\\[[<?>]?[0-9;:]{1,8}[ -#%-/]?[@-LN-~]|\\][0-9]{1,4};[ -~]{0,20}\x07|P[0-9>!][ -~]{0,20}\x1b\\\\)",
        after in "[一二三]{0,4}",
    ) {
        prop_assume!(!sequence.starts_with("\x1b[200~"));
        let bytes = format!("{sequence}{after}");
        for input in flat(&reads(&[bytes.as_bytes()])) {
            let Input::Key(key) = input else { continue };
            let typed = key.typed().filter(char::is_ascii);
            // A key that is named by its character is that key.
            prop_assert!(typed.is_none() || sequence.ends_with(['u', '~']), "{:?}", key);
        }
    }

    #[test]
    fn silences_at_any_place_end_and_lose_no_han(
        parts in prop::collection::vec(noise(), 0..6),
        after in "[一-龥]{1,6}",
    ) {
        let (mut decoder, mut out) = (Decoder::default(), Vec::new());
        for part in &parts {
            decoder.feed(part, &mut out);
            silence(&mut decoder, &mut out);
        }
        out.clear();
        decoder.feed(after.as_bytes(), &mut out);
        silence(&mut decoder, &mut out);
        let typed: String = flat(&out).iter().filter_map(typed).collect();
        prop_assert_eq!(typed, after);
    }
}
