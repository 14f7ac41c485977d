use liangdian::proof::*;
#[test]
fn scan() {
    let Ok(list) = std::env::var("PROOF_SCAN") else {
        return;
    };
    let mut chars = 0;
    for path in list.split(':') {
        let text = std::fs::read_to_string(path).unwrap();
        chars += text.chars().count();
        for f in check_text(&text, &Context::default()) {
            let a = text[..f.span.start]
                .char_indices()
                .rev()
                .nth(11)
                .map_or(0, |x| x.0);
            let b = text[f.span.end..]
                .char_indices()
                .nth(12)
                .map_or(text.len(), |x| f.span.end + x.0);
            println!(
                "@@ {} {} [{}] {:?} -> {:?} {}",
                path.rsplit('/').next().unwrap(),
                f.rule,
                f.severity.key(),
                &text[a..b],
                f.replacements.first().map(|r| r.text.clone()),
                &text[f.span.clone()]
            );
        }
    }
    println!("@@ chars {chars}");
}
