//! Three reviews and three proof passes: who signed which content, what still holds, who may be next.
//!
//! 任何两个环节的审稿工作不能同时由一人担任 (notice of the press authority on 三审三校): no two stages
//! of one content hold by one name, unless a rush was recorded with its reason.

use super::settings::ReviewSettings;
use super::{Draft, Status};

/// What a reviewer decided.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Verdict {
    /// 签发: the content may go on.
    #[default]
    Signed,
    /// 退回: back to the editor, with an opinion.
    Returned,
}

impl Verdict {
    /// The word in a draft file; a signature has none.
    pub fn key(self) -> &'static str {
        match self {
            Self::Signed => "",
            Self::Returned => "returned",
        }
    }

    /// The verdict of that word.
    pub fn from_key(key: &str) -> Option<Self> {
        match key {
            "" | "signed" => Some(Self::Signed),
            "returned" => Some(Self::Returned),
            _ => None,
        }
    }
}

/// A reviewer's word on one content of a draft.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Review {
    /// Which stage, from 1.
    pub stage: u8,
    /// Who.
    pub by: String,
    /// When, RFC 3339 with offset.
    pub at: String,
    /// `sha256:…` of the content that was read ([`Draft::content`]).
    pub content: String,
    /// The reviewer's opinion; may be empty under a signature.
    pub opinion: String,
    /// Signed or returned.
    pub verdict: Verdict,
    /// Why somebody signed who may not (急签); empty under an ordinary signature.
    pub rush: String,
}

/// A pass of proof-reading (校次) over one content.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ProofPass {
    /// Which pass, from 1.
    pub pass: u8,
    /// Who.
    pub by: String,
    /// When, RFC 3339 with offset.
    pub at: String,
    /// `sha256:…` of the content that was read.
    pub content: String,
}

/// What somebody wants to put under a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// A signature; the opinion may be empty.
    Sign(String),
    /// A signature by whom may not sign, with the reason.
    Rush(String),
    /// Back to the editor, with an opinion.
    Return(String),
    /// One more proof pass.
    Pass,
}

/// Why a draft cannot be marked so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The newsroom asks for no signatures.
    NoStages,
    /// The newsroom asks for no proof passes.
    NoPasses,
    /// It is not submitted.
    NotSubmitted,
    /// An issue of this number printed it.
    Printed(u32),
    /// Every stage has signed.
    AllSigned,
    /// Every pass has been made over this content.
    AllPassed,
    /// This stage is next, and only these people sign it.
    NotASigner(u8, Vec<String>),
    /// This stage is next, and the same person signed that one.
    SignedAlready(u8, u8),
    /// Nobody knows who is asking.
    NoName,
    /// A return says why.
    NoOpinion,
    /// A rush says why.
    NoReason,
    /// The content is not the one that was read.
    Changed,
}

/// A draft before its reviewers.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// The draft.
    pub draft: &'a Draft,
    /// `sha256:…` of what it says now.
    pub content: &'a str,
    /// What the newsroom asks for.
    pub asked: &'a ReviewSettings,
}

/// The signatures that hold, from the first stage on without a gap.
///
/// A stage's last word on this content counts: a return takes back what the stage signed before.
pub(super) fn holding<'d>(draft: &'d Draft, content: &str, stages: usize) -> Vec<&'d Review> {
    let mut found: Vec<&Review> = Vec::new();
    for stage in 1..=stages {
        let words = draft.reviews.iter().rev();
        let holds = words
            .filter(|word| usize::from(word.stage) == stage && word.content == content)
            .take_while(|word| word.verdict == Verdict::Signed)
            .find(|word| !word.rush.is_empty() || found.iter().all(|f| !same(&f.by, &word.by)));
        match holds {
            Some(word) => found.push(word),
            None => break,
        }
    }
    found
}

/// How many proof passes of those asked for count.
///
/// A pass is there to change the text, so an earlier one stands whatever changed after it; the
/// last one is over the very content that goes to print.
pub(super) fn passed(draft: &Draft, content: &str, asked: u8) -> u8 {
    let made = |pass: u8| {
        let mut passes = draft.proofs.iter().filter(|p| p.pass == pass);
        passes.any(|p| pass < asked || p.content == content)
    };
    (1..=asked).take_while(|&pass| made(pass)).count() as u8
}

fn same(a: &str, b: &str) -> bool {
    a.trim() == b.trim()
}

impl<'a> Standing<'a> {
    fn stages(&self) -> usize {
        self.asked.stages.len()
    }

    /// The signatures that hold, from the first stage on.
    pub fn holding(&self) -> Vec<&'a Review> {
        holding(self.draft, self.content, self.stages())
    }

    /// The stage that signs next, from 1.
    pub fn next(&self) -> Option<u8> {
        let signed = self.holding().len();
        (signed < self.stages()).then(|| u8::try_from(signed + 1).unwrap_or(u8::MAX))
    }

    /// The last word of a stage, on whatever content.
    pub fn last_word(&self, stage: u8) -> Option<&'a Review> {
        self.draft.reviews.iter().rev().find(|r| r.stage == stage)
    }

    /// Whether a word still holds.
    pub fn holds(&self, review: &Review) -> bool {
        self.holding().into_iter().any(|held| held == review)
    }

    /// The last signature under a content that is no longer there.
    pub fn last_signed(&self) -> Option<&'a Review> {
        let mut words = self.draft.reviews.iter().rev();
        words.find(|r| r.verdict == Verdict::Signed)
    }

    /// The proof pass that is next, from 1.
    pub fn next_pass(&self) -> Option<u8> {
        let passed = passed(self.draft, self.content, self.asked.passes);
        (passed < self.asked.passes).then_some(passed + 1)
    }

    /// Who may sign a stage; empty where anyone may.
    pub fn signers(&self, stage: u8) -> &'a [String] {
        let name = usize::from(stage).checked_sub(1);
        let name = name.and_then(|at| self.asked.stages.get(at));
        let listed = name.and_then(|name| self.asked.signers.get(name));
        listed.map_or(&[], Vec::as_slice)
    }

    /// Whether the draft waits for a signature that this person may give.
    pub fn waits_for(&self, by: &str) -> bool {
        self.may_sign(by).is_ok()
    }

    /// The stage that this person may sign now.
    pub fn may_sign(&self, by: &str) -> Result<u8, Refusal> {
        let stage = self.may_rush(by)?;
        self.is_signer(by, stage)?;
        match self.holding().into_iter().find(|held| same(&held.by, by)) {
            Some(held) => Err(Refusal::SignedAlready(stage, held.stage)),
            None => Ok(stage),
        }
    }

    fn is_signer(&self, by: &str, stage: u8) -> Result<(), Refusal> {
        let signers = self.signers(stage);
        if signers.is_empty() || signers.iter().any(|name| same(name, by)) {
            return Ok(());
        }
        Err(Refusal::NotASigner(stage, signers.to_vec()))
    }

    /// The stage that somebody could sign in a rush.
    fn may_rush(&self, by: &str) -> Result<u8, Refusal> {
        self.is_reviewed(by)?;
        self.next().ok_or(Refusal::AllSigned)
    }

    fn is_reviewed(&self, by: &str) -> Result<(), Refusal> {
        match self.draft.status {
            _ if self.stages() == 0 => Err(Refusal::NoStages),
            _ if by.trim().is_empty() => Err(Refusal::NoName),
            Status::Submitted => Ok(()),
            _ => Err(Refusal::NotSubmitted),
        }
    }

    /// The stage as which this person may return the draft: the next one, or the last where all
    /// have signed.
    pub fn may_return(&self, by: &str) -> Result<u8, Refusal> {
        self.is_reviewed(by)?;
        let last = u8::try_from(self.stages()).unwrap_or(u8::MAX);
        let stage = self.next().unwrap_or(last);
        self.is_signer(by, stage)?;
        Ok(stage)
    }

    fn may_pass(&self, by: &str) -> Result<u8, Refusal> {
        match self.next_pass() {
            _ if self.asked.passes == 0 => Err(Refusal::NoPasses),
            _ if by.trim().is_empty() => Err(Refusal::NoName),
            None => Err(Refusal::AllPassed),
            Some(pass) => Ok(pass),
        }
    }

    /// Whether a mark could be put now, before anything is typed for it.
    pub fn may(&self, mark: &Mark, by: &str) -> Result<u8, Refusal> {
        match mark {
            Mark::Sign(_) => self.may_sign(by),
            Mark::Rush(_) => self.may_rush(by),
            Mark::Return(_) => self.may_return(by),
            Mark::Pass => self.may_pass(by),
        }
    }

    /// The draft with a mark under it.
    ///
    /// A rush by whom may sign anyway is an ordinary signature with an opinion.
    pub fn marked(&self, mark: &Mark, by: &str, at: &str) -> Result<(Draft, u8), Refusal> {
        let stage = self.may(mark, by)?;
        let mut draft = self.draft.clone();
        let mut review = Review {
            stage,
            by: by.trim().to_owned(),
            at: at.to_owned(),
            content: self.content.to_owned(),
            ..Review::default()
        };
        match mark {
            Mark::Pass => {
                let Review {
                    by, at, content, ..
                } = review;
                let pass = ProofPass {
                    pass: stage,
                    by,
                    at,
                    content,
                };
                draft.proofs.push(pass);
                return Ok((draft, stage));
            }
            Mark::Sign(opinion) => opinion.trim().clone_into(&mut review.opinion),
            Mark::Rush(reason) => {
                let told = some(reason).ok_or(Refusal::NoReason)?;
                if self.may_sign(by).is_ok() {
                    review.opinion = told;
                } else {
                    review.rush = told;
                }
            }
            Mark::Return(opinion) => {
                review.opinion = some(opinion).ok_or(Refusal::NoOpinion)?;
                review.verdict = Verdict::Returned;
                draft.status = Status::Draft;
            }
        }
        draft.reviews.push(review);
        Ok((draft, stage))
    }
}

fn some(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests;
