//! Reviews, proof passes, remarks and differences: screens, notices, refusals.

use super::{Lang, Text};
use crate::domain::{Draft, Mark, Refusal, Version};

super::area::sentences! {
    REVIEW: "签审" / "Review";
    STAGES_HEAD: "审级" / "stages";
    PASS_HEAD: "校次" / "proof passes";
    NOT_ASKED: "编辑部没有设审级：在newsroom.toml的[review]里写stages" / "this newsroom asks for no signatures: stages under [review] in newsroom.toml sets them";
    NOBODY_YET: "未签" / "not signed";
    NOT_READ_YET: "未校" / "not read";
    ANYONE: "谁都可以签" / "anyone may sign";
    SIGNERS: "由{people}签" / "signed by {people}";
    HOLDS: "有效" / "holds";
    VOID: "已失效" / "void";
    RETURNED: "已退回" / "returned";
    RUSHED: "急签：{why}" / "rush: {why}";
    OPINION: "意见：{text}" / "opinion: {text}";
    SINCE_SIGNED: "{who}签后的改动" / "changed since {who} signed";
    SINCE_COMMIT: "上次提交后的改动" / "changed since the last commit";
    NO_CHANGE: "没有改动" / "nothing changed";
    LOST: "git里找不到{who}签的那一稿，以下与上次提交对比" / "git no longer has the text that {who} signed; compared with the last commit";
    LOOKING: "正在查找签审时的文字……" / "looking for the text that was signed…";
    NEXT_SIGN: "下一步：{stage}，请按s签" / "next: {stage}; s signs";
    NEXT_WAIT: "下一步：{stage}，等{people}签；急件可按o急签" / "next: {stage} by {people}; o signs in a rush";
    NEXT_OTHER: "下一步：{stage}，您已签{earlier}，须换一人签；急件可按o急签" / "next: {stage} by somebody else, for you signed {earlier}; o signs in a rush";
    NEXT_SUBMIT: "下一步：请在队列里按s送审" / "next: s on the queue submits it";
    NEXT_PASS: "下一步：{pass}，校完请按p" / "next: {pass}; p when you have read it";
    NEXT_NAME: "不知道您是谁：请设git的user.name，或用LIANGDIAN_USER指定" / "nobody knows who you are: set git's user.name or LIANGDIAN_USER";
    NEXT_DONE: "审校齐了，可以组版" / "all signed and read: it can be assembled";
    NEXT_PRINTED: "已刊在第{n}期，不再签审" / "printed in issue {n}; it is not reviewed any more";
    ASK_OPINION: "审稿意见（可空），回车签发" / "opinion (may stay empty), Enter signs";
    ASK_RETURN: "退回的意见，回车退回" / "why it goes back, Enter returns it";
    ASK_REASON: "急签的理由，回车签发" / "why it is a rush, Enter signs";

    SIGNED: "《{title}》：{stage}已签" / "\"{title}\": {stage} signed";
    SIGNED_RUSH: "《{title}》：{stage}已急签，理由已记下" / "\"{title}\": {stage} signed in a rush, the reason is recorded";
    SENT_BACK: "《{title}》：{stage}退回，已转待编" / "\"{title}\": returned by {stage}, back to draft";
    PASSED: "《{title}》：{pass}已记下" / "\"{title}\": {pass} is recorded";
    COMMIT_SIGNED: "{stage}签发：{title}" / "{stage} signed: {title}";
    COMMIT_RUSHED: "{stage}急签：{title}" / "{stage} signed in a rush: {title}";
    COMMIT_RETURNED: "{stage}退回：{title}" / "{stage} returned: {title}";
    COMMIT_PASSED: "{pass}：{title}" / "{pass}: {title}";

    R_NO_STAGES: "《{title}》不用签审：newsroom.toml的[review]里没有设stages" / "\"{title}\" needs no signature: newsroom.toml lists no stages under [review]";
    R_NO_PASSES: "《{title}》不用记校次：newsroom.toml的[review]里没有设passes" / "\"{title}\" needs no proof pass: newsroom.toml sets no passes under [review]";
    R_NOT_SUBMITTED: "《{title}》还没有送审：请先在队列里按s送审" / "\"{title}\" is not submitted: s on the queue submits it";
    R_PRINTED: "《{title}》已刊在第{n}期，不再签审" / "\"{title}\" was printed in issue {n} and is not reviewed any more";
    R_ALL_SIGNED: "《{title}》各审级都已签，可以组版" / "every stage has signed \"{title}\": it can be assembled";
    R_ALL_PASSED: "《{title}》校次已满，改动之后才须再校" / "\"{title}\" has all its proof passes; only a change asks for another";
    R_NOT_A_SIGNER: "《{title}》的{stage}由{people}签；急件可按o急签并写明理由" / "{stage} of \"{title}\" is signed by {people}; o signs in a rush, with a reason";
    R_SIGNED_ALREADY: "您已签过《{title}》的{earlier}，{stage}须换一人签；急件可按o急签并写明理由" / "you signed {earlier} of \"{title}\", somebody else signs {stage}; o signs in a rush, with a reason";
    R_NO_NAME: "不知道是谁在签《{title}》：请用git config user.name设好姓名，或用LIANGDIAN_USER指定" / "nobody knows who signs \"{title}\": set git config user.name, or LIANGDIAN_USER";
    R_NO_OPINION: "退回《{title}》要写明意见，编辑才知道改什么" / "returning \"{title}\" needs an opinion, so that the editor knows what to mend";
    R_NO_REASON: "急签《{title}》要写明理由，理由会记入稿件和期刊记录" / "a rush needs a reason; it is recorded with \"{title}\" and its issue";
    R_CHANGED: "《{title}》刚被改过，没有签：请看过现在的文字再签" / "\"{title}\" was changed just now and is not signed: read it as it is, then sign";

    MINE: "等我审" / "for me";
    NOTES: "批注" / "Remarks";
    NOTES_COUNT: "待答{n}条，共{all}条" / "{n} open of {all}";
    NO_NOTES: "还没有批注；按n加一条" / "no remarks yet; n adds one";
    ABOUT: "原文：{text}" / "about: {text}";
    GONE_PASSAGE: "原文已改没了：{text}" / "the passage is gone: {text}";
    CLOSED: "已结 {at}" / "closed {at}";
    OPEN_NOTE: "待答" / "open";
    ASK_NOTE: "写批注，回车存下" / "the remark, Enter keeps it";
    ASK_ANSWER: "写答复，回车存下" / "the answer, Enter keeps it";
    NOTE_MARK: "*" / "*";
    NOTE_COUNT: "注{n}" / "note {n}";
    NOTED: "批注已存" / "the remark is kept";
    ANSWERED: "答复已存" / "the answer is kept";
    TOGGLED: "批注的状态已改" / "the remark is changed";
    NOTE_GONE: "这条批注已被别人删去；请按r重读" / "the remark is gone; r reads the drafts again";

    DIFF: "对照" / "Differences";
    FROM_TO: "{from} 对 {to}" / "{from} against {to}";
    V_IMPORT: "收稿时" / "as imported";
    V_SIGNATURE: "上次签审" / "last signature";
    V_COMMIT: "上次提交" / "last commit";
    V_DISK: "磁盘上" / "on disk";
    V_SCREEN: "屏幕上" / "on the screen";
    NO_VERSION: "没有“{version}”的文字" / "there is no text {version}";
    SAME: "两稿相同" / "both are the same";
    SAME_PARAGRAPHS: "（{n}段未改）" / "({n} paragraphs unchanged)";
    SIZE: "增{added}字，删{removed}字" / "{added} characters added, {removed} removed";

    ABOUT_DIFF: "对照一篇稿件的两稿" / "Show what changed in a draft";
    HELP_FROM: "从哪一稿比起：commit signature import（默认commit）" / "The earlier state: commit signature import (commit unless named)";
    FROM: "稿次" / "STATE";
    LOST_TEXT: "git里找不到{who}签的那一稿；可用--from commit与上次提交对比" / "git no longer has the text that {who} signed; --from commit compares with the last commit";
    NOT_SAVED_YET: "git里没有这篇的“{version}”" / "git has no state \"{version}\" of this draft";
}

/// The name of a stage: the newsroom's own in Chinese, its number in English.
pub fn stage(stage: u8, names: &[String], lang: Lang) -> String {
    let name = usize::from(stage)
        .checked_sub(1)
        .and_then(|at| names.get(at));
    match (name, lang) {
        (Some(name), Lang::Zh) => name.clone(),
        (_, Lang::Zh) => format!("第{stage}审"),
        (_, Lang::En) => format!("review {stage}"),
    }
}

/// The name of a proof pass: 一校.
pub fn pass(pass: u8, lang: Lang) -> String {
    const DIGITS: [&str; 9] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = usize::from(pass)
        .checked_sub(1)
        .and_then(|at| DIGITS.get(at));
    match (lang, digit) {
        (Lang::Zh, Some(digit)) => format!("{digit}校"),
        (Lang::Zh, None) => format!("第{pass}校"),
        (Lang::En, _) => format!("proof pass {pass}"),
    }
}

/// What a draft is called in a sentence.
pub fn title(draft: &Draft) -> String {
    draft.title().chars().take(20).collect()
}

/// Why a draft cannot be marked, and what next.
pub fn refusal(refusal: &Refusal, draft: &Draft, names: &[String], lang: Lang) -> String {
    let title = title(draft);
    let say = |text: Text| text.fill(lang, &[("title", &title)]);
    let named = |n: &u8| stage(*n, names, lang);
    match refusal {
        Refusal::NoStages => say(R_NO_STAGES),
        Refusal::NoPasses => say(R_NO_PASSES),
        Refusal::NotSubmitted => say(R_NOT_SUBMITTED),
        Refusal::Printed(n) => R_PRINTED.fill(lang, &[("title", &title), ("n", n)]),
        Refusal::AllSigned => say(R_ALL_SIGNED),
        Refusal::AllPassed => say(R_ALL_PASSED),
        Refusal::NotASigner(stage, people) => R_NOT_A_SIGNER.fill(
            lang,
            &[
                ("title", &title),
                ("stage", &named(stage)),
                ("people", &list(people, lang)),
            ],
        ),
        Refusal::SignedAlready(stage, earlier) => R_SIGNED_ALREADY.fill(
            lang,
            &[
                ("title", &title),
                ("stage", &named(stage)),
                ("earlier", &named(earlier)),
            ],
        ),
        Refusal::NoName => say(R_NO_NAME),
        Refusal::NoOpinion => say(R_NO_OPINION),
        Refusal::NoReason => say(R_NO_REASON),
        Refusal::Changed => say(R_CHANGED),
    }
}

/// Names in a sentence.
pub fn list(people: &[String], lang: Lang) -> String {
    people.join(if lang == Lang::Zh { "、" } else { ", " })
}

/// What was done: the sentence of the desk, and the message of the commit.
pub fn done(
    mark: &Mark,
    is_rush: bool,
    n: u8,
    draft: &Draft,
    names: &[String],
    lang: Lang,
) -> (String, String) {
    let (told, message) = match mark {
        Mark::Pass => (PASSED, COMMIT_PASSED),
        Mark::Return(_) => (SENT_BACK, COMMIT_RETURNED),
        Mark::Rush(_) if is_rush => (SIGNED_RUSH, COMMIT_RUSHED),
        Mark::Rush(_) | Mark::Sign(_) => (SIGNED, COMMIT_SIGNED),
    };
    let title = title(draft);
    let say = |text: Text, lang: Lang| {
        let holes: [(&str, &dyn std::fmt::Display); 3] = [
            ("title", &title),
            ("stage", &stage(n, names, lang)),
            ("pass", &pass(n, lang)),
        ];
        text.fill(lang, &holes)
    };
    (say(told, lang), say(message, Lang::Zh))
}

/// The words for a state of a draft.
pub fn version(version: Version) -> Text {
    match version {
        Version::Import => V_IMPORT,
        Version::Signature => V_SIGNATURE,
        Version::Commit => V_COMMIT,
        Version::Disk => V_DISK,
        Version::Screen => V_SCREEN,
    }
}

/// A moment to the minute, without its offset: `2026-04-02 09:30`.
pub fn moment(at: &str) -> String {
    match (at.get(..10), at.get(11..16)) {
        (Some(day), Some(minute)) => format!("{day} {minute}"),
        _ => at.to_owned(),
    }
}
