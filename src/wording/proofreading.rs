//! Proofreading on the desk: the proof screen, marks in the story, the gauge.

super::area::sentences! {
    PROOF: "校对" / "Proof";
    ALL_DRAFTS: "{n}篇" / "{n} drafts";
    NOTHING: "没有发现疑点" / "nothing found";
    WAITING: "还有{n}篇在校对" / "{n} drafts still being read";
    ERROR: "差错" / "error";
    WARNING: "存疑" / "doubt";
    HINT: "提示" / "hint";
    LEFT: "留用" / "left";
    MARK_ERROR: "错" / "E";
    MARK_WARNING: "疑" / "W";
    MARK_HINT: "议" / "H";
    MARK_LEFT: "留" / "L";
    COUNTS: "错{errors} 疑{warnings} 议{hints}" / "{errors} errors, {warnings} doubts, {hints} hints";
    ERRORS: "错{n}" / "E{n}";
    WARNINGS: "疑{n}" / "W{n}";
    GAUGE: "估算差错{weight}，限{limit}" / "estimate {weight} of {limit}";
    ISSUE_GAUGE: "下期估算差错{weight}，限{limit}" / "next issue: estimate {weight} of {limit}";
    WHY: "{severity}：{why}" / "{severity}: {why}";
    RULE: "{rule}，{clause}" / "{rule}, {clause}";
    INSTEAD: "改为：" / "instead: ";
    REMOVED: "（删去）" / "(leave it out)";
    NO_REPLACEMENT: "没有现成的改法：回车去改，或按l留用" / "no replacement: Enter to edit, l to leave it";
    LEFT_BY: "{by}留用（{at}）：{why}" / "left by {by} ({at}): {why}";
    NO_REASON: "未写理由" / "no reason given";
    JUST_NOW: "刚才" / "just now";
    ME: "本人" / "you";
    HERE: "{severity}：{why}" / "{severity}: {why}";
    HERE_INSTEAD: "{severity}：{why}  {key}改为{new}" / "{severity}: {why}  {key}: {new}";
    REASON: "留用理由：" / "reason: ";
    ACCEPTED: "已改" / "changed";
    ACCEPTED_ALL: "改了{n}处，共{drafts}篇；按u逐篇撤销" / "{n} changes in {drafts} drafts; u takes them back draft by draft";
    NOTHING_SAFE: "没有不必过问就能改的" / "nothing can be changed without asking";
    LEFT_NOW: "已留用" / "left as it is";
    TAKEN_UP: "已改回待定" / "taken up again";
    ALLOWED: "“{text}”在本编辑部不再提示；写在proof/house.toml里" / "\"{text}\" is never flagged here again; proof/house.toml says so";
    NO_FINDING: "没有疑点" / "no finding";
    NO_FINDING_HERE: "光标处没有疑点" / "no finding under the caret";
    UNDO_CHANGED: "这篇后来又改过，不能撤销这一步" / "the draft was changed since; this step cannot be undone";
    COMMIT: "校对" / "Proofread";
}
