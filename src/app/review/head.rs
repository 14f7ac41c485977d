//! The head of the review screen in rows: each stage, the proof passes, the next step.

use super::{ReviewScreen, standing};
use crate::app::state::State;
use crate::domain::{Refusal, Review, Standing, Status, Verdict};
use crate::text::wrap;
use crate::wording::{Text, review as words};

/// How a row is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// A signature that holds.
    Good,
    /// A stage or pass without one.
    Open,
    /// Void, returned or signed in a rush.
    Bad,
    /// An opinion or reason.
    Told,
    /// What is next.
    Next,
}

/// The rows, wrapped to the width of the screen.
pub fn rows(state: &State, screen: &ReviewScreen) -> Vec<(Look, String)> {
    let Some(standing) = standing(&state.view, screen) else {
        return Vec::new();
    };
    let mut told = stages(state, &standing);
    if let Some(passes) = passes(state, &standing) {
        told.push(passes);
    }
    told.push((Look::Next, next(state, screen, &standing)));
    let width = usize::from(state.size.inset(1).width);
    let mut out = Vec::new();
    for (look, text) in told {
        for row in wrap::wrap(&text, width, 0, state.ambiguous) {
            out.push((look, text[row.start..row.end].trim_end().to_owned()));
        }
    }
    out
}

fn stages(state: &State, standing: &Standing) -> Vec<(Look, String)> {
    let lang = state.lang;
    let names = &standing.asked.stages;
    if names.is_empty() {
        return vec![(Look::Open, words::NOT_ASKED.get(lang).to_owned())];
    }
    let mut out = Vec::new();
    for stage in 1..=u8::try_from(names.len()).unwrap_or(u8::MAX) {
        let name = words::stage(stage, names, lang);
        let Some(review) = standing.last_word(stage) else {
            let signers = standing.signers(stage);
            let who = if signers.is_empty() {
                String::new()
            } else {
                words::SIGNERS.fill(lang, &[("people", &words::list(signers, lang))])
            };
            let nobody = words::NOBODY_YET.get(lang);
            out.push((
                Look::Open,
                format!("{name}  {nobody}  {who}").trim_end().to_owned(),
            ));
            continue;
        };
        let (look, how) = how(standing, review);
        let at = words::moment(&review.at);
        let how = how.get(lang);
        out.push((look, format!("{name}  {}  {at}  {how}", review.by)));
        let said: [(Text, &str, &String); 2] = [
            (words::RUSHED, "why", &review.rush),
            (words::OPINION, "text", &review.opinion),
        ];
        for (text, hole, said) in said {
            if !said.is_empty() {
                let told = text.fill(lang, &[(hole, said)]);
                out.push((Look::Told, format!("      {told}")));
            }
        }
    }
    out
}

fn how(standing: &Standing, review: &Review) -> (Look, Text) {
    match review.verdict {
        Verdict::Returned => (Look::Bad, words::RETURNED),
        Verdict::Signed if !standing.holds(review) => (Look::Bad, words::VOID),
        Verdict::Signed => (Look::Good, words::HOLDS),
    }
}

/// All passes on one row; the last is void where something changed after it.
fn passes(state: &State, standing: &Standing) -> Option<(Look, String)> {
    let lang = state.lang;
    let asked = standing.asked.passes;
    let next = standing.next_pass().unwrap_or(asked + 1);
    let pass = |n: u8| {
        let made = standing.draft.proofs.iter().rev().find(|p| p.pass == n);
        let name = words::pass(n, lang);
        match made {
            None => format!("{name} {}", words::NOT_READ_YET.get(lang)),
            Some(made) => {
                let at = words::moment(&made.at);
                let void = if n < next { "" } else { words::VOID.get(lang) };
                format!("{name} {} {at} {void}", made.by)
                    .trim_end()
                    .to_owned()
            }
        }
    };
    let told: Vec<String> = (1..=asked).map(pass).collect();
    let look = if next > asked { Look::Good } else { Look::Open };
    (asked > 0).then(|| (look, told.join("  ")))
}

/// The one thing to do next.
fn next(state: &State, screen: &ReviewScreen, standing: &Standing) -> String {
    let lang = state.lang;
    let names = &standing.asked.stages;
    let at = state.view.position(&screen.id);
    if let Some(n) = at.and_then(|at| state.view.rows[at].stage.issue()) {
        return words::NEXT_PRINTED.fill(lang, &[("n", &n)]);
    }
    if standing.draft.status != Status::Submitted {
        return words::NEXT_SUBMIT.get(lang).to_owned();
    }
    let me = state.view.me.as_deref().unwrap_or_default();
    match standing.may_sign(me) {
        Ok(stage) => {
            let stage = words::stage(stage, names, lang);
            words::NEXT_SIGN.fill(lang, &[("stage", &stage)])
        }
        Err(Refusal::NotASigner(stage, people)) => {
            let stage = words::stage(stage, names, lang);
            let people = words::list(&people, lang);
            words::NEXT_WAIT.fill(lang, &[("stage", &stage), ("people", &people)])
        }
        Err(Refusal::SignedAlready(stage, earlier)) => {
            let stage = words::stage(stage, names, lang);
            let earlier = words::stage(earlier, names, lang);
            words::NEXT_OTHER.fill(lang, &[("stage", &stage), ("earlier", &earlier)])
        }
        Err(Refusal::NoName) => words::NEXT_NAME.get(lang).to_owned(),
        Err(_) => match standing.next_pass() {
            Some(pass) => words::NEXT_PASS.fill(lang, &[("pass", &words::pass(pass, lang))]),
            None => words::NEXT_DONE.get(lang).to_owned(),
        },
    }
}
