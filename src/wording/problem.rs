//! What can be wrong with files, drafts, issues and git, and what to do next.

use crate::domain::{FaultKind, Field, Problem, ProblemKind, Stage};

use super::{Lang, Said, Text, system};

super::area::sentences! {
    UNREADABLE: "打不开（{why}），请检查文件和目录的权限" / "cannot be opened ({why}); check the rights of the file and its folder";
    NOT_TEXT: "不是UTF-8文本，请另存为UTF-8后再试" / "is not UTF-8 text; save it as UTF-8 and try again";
    TOO_LARGE: "文件过大（{size}字节），稿件不应超过16 MB" / "is too large ({size} bytes); a draft holds at most 16 MB";
    TOML: "格式有误（{why}），请按提示改正" / "is not valid TOML ({why}); correct the line";
    VALUE: "“{key}”的值不对，应为：{wanted}" / "\"{key}\" holds a wrong value; it may hold: {wanted}";
    NAME: "文件名只能用英文字母、数字、-和_，请改名" / "has a name that is no draft id; use letters, digits, - and _";
    SAME_ID: "与{other}同名，请给其中一个改名" / "has the same name as {other}; rename one of them";
    SCHEMA: "由更新的版本写成（schema = {n}），请升级程序" / "was written by a later version (schema = {n}); upgrade the program";
    OUTSIDE: "链接指向编辑部目录之外，不予读写" / "is a link that leads out of the newsroom; it is neither read nor written";
    ISSUE: "期号目录不能用（{why}），请补好其中的issue.toml或移走该目录" / "is an issue folder that cannot be used ({why}); mend its issue.toml or move the folder away";

    KEYS_NO_ACTION: "没有叫{name}的操作，这一行不算；请按README里“改键”一节的名称改正" / "there is no action called {name}; correct it by the names under \"Own keys\" in the README";
    KEYS_NO_KEY: "{name}：没有叫“{key}”的键，仍用原来的键；请写成ctrl-s、alt-up、f2这样" / "{name}: no key is called \"{key}\", the old keys stay; write it like ctrl-s, alt-up, f2";
    KEYS_TYPES: "{name}：{key}在这里是打字用的，仍用原来的键；请加上ctrl-或alt-" / "{name}: {key} types text here, the old keys stay; put ctrl- or alt- before it";
    KEYS_TAKEN: "{key}已用于{by}，{name}仍用原来的键；请换一个键，或给{by}也改键" / "{key} is the key of {by} already; give {name} another key, or {by} too";

    NO_HEADLINE: "缺标题" / "no headline";
    NO_BYLINE: "缺署名" / "no byline";
    NO_BODY: "缺正文" / "no text";
    UNFINISHED_NAME: "署名里有没写完的拼音或数字" / "a name that is still pinyin or a number";
    HIDDEN_CHARACTERS: "有看不见的控制字符，印出时会去掉" / "unseen control characters, left out in print";
    LONG_BRIEF: "简讯不止一段" / "a brief of several paragraphs";
    LAST_CROSSHEAD: "小标题下没有正文" / "a crosshead with nothing under it";
    VOID_SIGNATURE: "签审后又改过，须重新签审" / "changed after it was signed; it needs new signatures";
    MISSING_PASS: "校次不够，或末校后改过" / "proof passes are missing, or it was changed after the last";
    SHARED_RANK: "与相邻的一篇排序相同，按[或]移动即可分开" / "shares its place with a neighbour; [ or ] parts them";

    FIELD_KIND: "体裁" / "kind";
    FIELD_LABEL: "栏名" / "label";
    FIELD_PLACE: "地点" / "place";
    FIELD_HEADLINE: "标题" / "headline";
    FIELD_DECK: "副题" / "deck";
    FIELD_DATE: "日期" / "date";
    FIELD_BYLINE: "署名" / "byline";
    FIELD_BODY: "正文" / "text";
    FIELD_RANK: "排序" / "place in the queue";
    FIELD_STATUS: "状态" / "status";
    FIELD_REVIEW: "签审" / "signatures";
    FIELD_PROOF: "校次" / "proof passes";
    FIELD_NOTE: "批注" / "remarks";
    FIELD_LEFT: "校对留用" / "findings left";

    STAGE_DRAFT: "待编" / "draft";
    STAGE_REVIEW: "待审" / "review";
    STAGE_READY: "可发" / "ready";
    STAGE_HELD: "缓发" / "held";
    STAGE_SPIKED: "撤稿" / "spiked";
    STAGE_PUBLISHED: "已刊" / "printed";
    STAGE_CHANGED: "刊后改动" / "changed";

    NO_NEWSROOM: "没有找到编辑部：请进入编辑部目录，或用--newsroom指定，或用liangdian init新建" / "no newsroom found: change to its folder, name it with --newsroom, or make one with liangdian init";
    NOT_A_NEWSROOM: "{path}不是编辑部目录（没有newsroom.toml或drafts/），可用liangdian init建立" / "{path} is no newsroom (no newsroom.toml, no drafts/); liangdian init makes one";
    IO: "{path}：{why}；请检查权限和剩余空间后重试" / "{path}: {why}; check rights and free space, then try again";
    TAKEN: "{path}已存在，没有覆盖" / "{path} exists already and was not overwritten";
    BUSY: "另一位编辑正在组版或写入，请稍后再试" / "another editor is assembling or writing; try again in a moment";
    BLOCKED: "有{n}处问题须先改好，才能组版" / "{n} faults must be mended before an issue can be made";
    NOTHING_READY: "没有可发的稿件：请先送审（编辑台上按s）" / "no draft is ready: submit one first (s on the desk)";
    NUMBER_TAKEN: "第{n}期的目录{path}已存在，没有覆盖；请补好或移走该目录后重试" / "issue {n} has a folder already ({path}), nothing was overwritten; mend it or move it away, then try again";
    UNKNOWN_FORMAT: "不认识的格式“{name}”，可用：{known}" / "unknown format \"{name}\"; known: {known}";
    NO_ISSUE: "没有第{n}期" / "there is no issue {n}";
    NO_ISSUES: "还没有出过一期" / "no issue has been made yet";
    FOREIGN: "{path}不是组版时写的，请先移走再撤回这一期" / "{path} was not written by the assembly; move it away before taking the issue back";
    PUSHED: "第{n}期已经推送，不能撤回；如有差错，请在下一期更正" / "issue {n} has been pushed and cannot be taken back; correct it in the next one";
    CLASH: "别人同时改了：{fields}；没有写入，请对照后再存" / "someone else changed the same: {fields}; nothing was written, compare and save again";
    GONE: "{path}已被移走或删除，没有写入；可存为新稿" / "{path} is gone, nothing was written; it can be saved as a new draft";
    UNUSABLE: "{path}现在读不了（{why}），没有写入" / "{path} cannot be read now ({why}); nothing was written";

    INIT_NO_GIT: "没有找到git命令：编辑部可以使用，但没有版本记录；装好git后再运行一次liangdian init" / "git was not found: the newsroom works, but without history; install git and run liangdian init again";
    COMMITTED: "已提交到git：{short}" / "committed to git: {short}";
    NO_GIT: "没有找到git命令，文件已存好但没有提交；装好git后再提交" / "git was not found; the files are saved but not committed; install git, then commit";
    NO_REPOSITORY: "这里还不是git仓库，文件已存好但没有提交；运行liangdian init建好仓库，下次组版时一并提交" / "this is no git repository yet; the files are saved but not committed; liangdian init makes one, and the next assembly commits them";
    NO_IDENTITY: "git还不知道您是谁，文件已存好但没有提交；请运行：git config --global user.name \"姓名\" 和 git config --global user.email \"邮箱\"" / "git does not know who you are; the files are saved but not committed; run: git config --global user.name \"NAME\" and git config --global user.email \"E-MAIL\"";
    MANUAL: "按设置没有提交，请自行提交" / "not committed, as the settings ask; commit by hand";
    UNCHANGED: "没有需要提交的改动" / "nothing to commit";
    GIT_FAILED: "文件已存好，但git没有提交：{why}" / "the files are saved, but git did not commit: {why}";
}

impl Said for ProblemKind {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Unreadable(kind, said) => {
                UNREADABLE.fill(lang, &[("why", &system::kept(*kind, said, lang))])
            }
            Self::NotText => NOT_TEXT.get(lang).to_owned(),
            Self::TooLarge(size) => TOO_LARGE.fill(lang, &[("size", size)]),
            Self::Toml(why) => TOML.fill(lang, &[("why", why)]),
            Self::Value { key, wanted } => VALUE.fill(lang, &[("key", key), ("wanted", wanted)]),
            Self::Name => NAME.get(lang).to_owned(),
            Self::SameId(other) => SAME_ID.fill(lang, &[("other", &other.display())]),
            Self::Schema(n) => SCHEMA.fill(lang, &[("n", n)]),
            Self::Outside => OUTSIDE.get(lang).to_owned(),
            Self::Issue(why) => ISSUE.fill(lang, &[("why", why)]),
        }
    }
}

impl Said for Problem {
    /// `drafts/a.toml:3: reason`, the line left out where it is not known.
    fn say(&self, lang: Lang) -> String {
        let path = self.path.display();
        let reason = self.kind.say(lang);
        match self.line {
            Some(line) => format!("{path}:{line}: {reason}"),
            None => format!("{path}: {reason}"),
        }
    }
}

/// The words for a fault.
pub fn fault(kind: FaultKind) -> Text {
    match kind {
        FaultKind::NoHeadline => NO_HEADLINE,
        FaultKind::NoByline => NO_BYLINE,
        FaultKind::NoBody => NO_BODY,
        FaultKind::UnfinishedName => UNFINISHED_NAME,
        FaultKind::HiddenCharacters => HIDDEN_CHARACTERS,
        FaultKind::LongBrief => LONG_BRIEF,
        FaultKind::LastCrosshead => LAST_CROSSHEAD,
        FaultKind::VoidSignature => VOID_SIGNATURE,
        FaultKind::MissingPass => MISSING_PASS,
        FaultKind::SharedRank => SHARED_RANK,
    }
}

/// The words for a field.
pub fn field(field: Field) -> Text {
    match field {
        Field::Kind => FIELD_KIND,
        Field::Label => FIELD_LABEL,
        Field::Place => FIELD_PLACE,
        Field::Headline => FIELD_HEADLINE,
        Field::Deck => FIELD_DECK,
        Field::Date => FIELD_DATE,
        Field::Byline => FIELD_BYLINE,
        Field::Body => FIELD_BODY,
        Field::Rank => FIELD_RANK,
        Field::Status => FIELD_STATUS,
        Field::Review => FIELD_REVIEW,
        Field::Proof => FIELD_PROOF,
        Field::Note => FIELD_NOTE,
        Field::Left => FIELD_LEFT,
    }
}

/// The words for a stage; a review stage has the newsroom's own name in Chinese (待初审), its number
/// in English.
pub fn stage(stage: Stage, names: &[String], lang: Lang) -> String {
    let text = match stage {
        Stage::Draft => STAGE_DRAFT,
        Stage::Review(n) => {
            let name = usize::from(n).checked_sub(1).and_then(|i| names.get(i));
            return match (name, lang) {
                (Some(name), Lang::Zh) => format!("待{name}"),
                (Some(_), Lang::En) => format!("review {n}"),
                (None, _) => STAGE_REVIEW.get(lang).to_owned(),
            };
        }
        Stage::Ready => STAGE_READY,
        Stage::Held => STAGE_HELD,
        Stage::Spiked => STAGE_SPIKED,
        Stage::Published(_) => STAGE_PUBLISHED,
        Stage::Changed(_) => STAGE_CHANGED,
    };
    text.get(lang).to_owned()
}
