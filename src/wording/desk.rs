//! Notices of the desk: what was done, what could not be done and what next.

super::area::sentences! {
    LOADING: "正在读取稿件……" / "reading the drafts…";
    MAKING: "正在建编辑部……" / "making the newsroom…";
    READING: "正在读入……" / "reading…";
    CREATING: "正在建稿……" / "creating the drafts…";
    ASSEMBLING: "正在组版……" / "assembling…";
    UNDOING_ISSUE: "正在撤回本期……" / "taking the issue back…";
    ELSEWHERE: "打开的编辑部：{path}" / "the newsroom in {path}";
    SAVED: "已保存" / "saved";
    NOW: "《{title}》：{stage}" / "\"{title}\": {stage}";
    CREATED: "已建{n}篇稿件，按u可以撤销" / "{n} drafts created; u undoes it";
    UNDONE: "已撤销" / "undone";
    MADE_UNDONE: "已撤销：新建的{n}篇改为撤稿，文件仍在" / "undone: {n} new drafts are spiked, their files stay";
    PRINTED_ALREADY: "这篇已刊在第{n}期，不能再移动、缓发或撤稿；更正请直接改稿" / "printed in issue {n}: it cannot be moved, held or spiked any more; edit it to correct it";
    NOTHING_TO_UNDO: "没有可以撤销的操作" / "nothing to undo";
    ISSUE_UNDONE: "已撤回第{n}期，稿件回到可发" / "issue {n} was taken back, its drafts are ready again";
    NOT_THE_LAST: "第{n}期已不是最后一期，不能撤回" / "issue {n} is not the last one any more and cannot be taken back";
    HELD_ONE: "已缓发；还有别的问题要改" / "held; other faults remain";
    COMMIT_FAILED: "文件已存好，但git没有提交：{why}" / "the files are saved, but git did not commit: {why}";
    EDITED: "改稿" / "Edit drafts";
    EDITED_ONE: "改稿：{title}" / "Edit: {title}";
    MADE_NEWSROOM: "编辑部建好了：按i收稿，按n写新稿" / "the newsroom is made: i imports raw copy, n starts a draft";
    NO_SUCH_DRAFT: "没有名为{name}的稿件" / "there is no draft called {name}";
    NO_PROBLEMS: "所有文件都读得了" / "every file could be read";
    PROBLEMS: "有{n}个文件读不了，按p查看原因" / "{n} files could not be read; p shows why";
    WRONG_DATE: "日期要写成2026-04-01这样的年-月-日，或者留空；其余各栏尚未保存" / "a date is written like 2026-04-01, or left empty; nothing was saved yet";
    CLASH: "{id}在打开后被别人改过：{fields}。您的文字仍在屏幕上；再按Ctrl-S写入，对方的版本另存为新稿" / "{id} was changed by someone else meanwhile: {fields}. Your text is still here; Ctrl-S again writes it and keeps the other version as a new draft";
    NOT_SAVED: "没有存进编辑部：{why}。文字已另存到{path}；改好后按Ctrl-S再存，或再按Esc离开" / "not saved: {why}. The text is kept in {path}; Ctrl-S tries again, Esc leaves";
    MERGED: "已保存；别人同时改的其他各栏已并入，请过目" / "saved; what somebody else changed in other fields is taken in, have a look";
    KEPT_BOTH: "已写入；对方的版本另存为{id}" / "saved; the other version is kept as {id}";
    GONE: "{id}的文件已不在磁盘上，已按屏幕上的文字重新写入" / "the file of {id} was gone; it was written again from the screen";
    BYLINE_PARSED: "已识别署名，共{n}人" / "byline understood: {n} people";
    NO_ITEMS: "{name}里没有找到稿件" / "no story was found in {name}";
    PASTED: "粘贴的文字" / "pasted text";
    CANNOT_OPEN: "打不开{name}：{why}。请检查文件名和权限" / "{name} cannot be opened: {why}. Check its name and rights";
    NOT_TEXT: "{name}不是文本文件；Word稿请先另存为纯文本" / "{name} is not a text file; save Word copy as plain text first";
    EMPTY_FILE: "{name}是空的" / "{name} is empty";
    NOTHING_TO_JOIN: "下面没有可以并入的篇目" / "there is no item below to join";
    WHERE_TO_SPLIT: "先按Tab到段落，选中第二篇的第一段，再按s拆开" / "press Tab, choose the first paragraph of the second item, then s";
    NOTHING_TAKEN: "一篇也没有打勾：用空格取用，再按c建稿" / "nothing is ticked: space takes an item, then c creates the drafts";
    TOO_SMALL: "窗口太小：至少需要60列18行，现在是{w}列{h}行" / "the window is too small: 60 by 18 needed, {w} by {h} now";
    STOPPED: "内部出错，已尽量保存：{why}" / "an internal error; what could be saved was saved: {why}";
    NO_TERMINAL: "这里不是终端，打不开编辑台；请在终端里运行，或用liangdian --help查看命令" / "this is no terminal, the desk cannot open; run it in one, or see liangdian --help";
    DUMB_TERMINAL: "终端类型为dumb，不能显示编辑台；请设置TERM（如xterm-256color）后重试" / "the terminal is dumb and cannot show the desk; set TERM (xterm-256color) and try again";
}
