//! Words that stand on the screens: heads, labels, short explanations.

super::area::sentences! {
    DESK: "亮点编辑台" / "Liangdian";
    ACTIVE: "在编" / "active";
    EVERY: "全部" / "all";
    CHARS: "{n}字" / "{n} 字";
    COUNTED: "字数{n}" / "字 {n}";
    TOTAL: "共{n}篇" / "{n} drafts";
    SHOWN: "显示{n}篇，共{all}篇" / "{n} of {all} drafts";
    FIND: "查找：" / "find:";

    COL_NUMBER: "序" / "no";
    COL_STAGE: "阶段" / "stage";
    COL_KIND: "体裁" / "kind";
    COL_PLACE: "地点" / "place";
    COL_HEADLINE: "标题" / "headline";
    COL_CHARS: "字数" / "字";
    COL_BYLINE: "署名" / "byline";
    COL_FAULTS: "差错" / "faults";
    FAULTS: "{n}处" / "{n}";
    CHANGED_MARK: "*" / "*";

    KIND_STORY: "报道" / "story";
    KIND_BRIEF: "简讯" / "brief";
    KIND_INTRO: "开栏语" / "intro";

    EMPTY_QUEUE: "还没有稿件。按i收稿（读文件或粘贴），按n写新稿，按?看全部按键。" / "No drafts yet. i imports raw copy (a file or a paste), n starts a draft, ? shows every key.";
    NOTHING_FOUND: "这里没有稿件。按f看其他阶段和已刊的稿件，按i收稿，按n写新稿。" / "No draft here. f shows other stages and printed drafts, i imports raw copy, n starts a draft.";
    NOTE: "批注（{by}）：{text}" / "remark ({by}): {text}";
    NO_BYLINE: "（无署名）" / "(no byline)";

    STORY: "改稿" / "Story";
    UNSAVED: "未保存" / "unsaved";
    SAVED: "已保存" / "saved";
    PARAGRAPH: "第{n}段，共{all}段" / "paragraph {n} of {all}";
    L_KIND: "体裁" / "kind";
    L_PLACE: "地点" / "place";
    L_HEADLINE: "标题" / "headline";
    L_DECK: "副题" / "deck";
    L_DATE: "日期" / "date";
    L_BYLINE: "署名" / "byline";
    BODY: "正文" / "text";
    KIND_HINT: "空格或左右键换体裁" / "space or arrows change it";
    BYLINE_HINT: "按{key}填写" / "{key} fills it in";

    L_FIND: "查找" / "find";
    L_REPLACE: "替换为" / "replace";
    L_PREVIEW: "改后" / "result";
    NO_PLACE: "没有找到" / "not found";
    PLACE_OF: "{at}/{all}" / "{at}/{all}";
    PLACES_OF: "{all}处" / "{all} places";
    BY_PINYIN: "拼音 " / "pinyin ";

    BYLINE: "署名" / "Byline";
    COL_ROLE: "身份" / "role";
    COL_NAME: "姓名" / "name";
    COL_UNIT: "单位" / "unit";
    COL_TITLE: "称谓" / "title";
    PRINTED: "印出来是：" / "printed as: ";
    OFFERS: "候选：" / "names: ";
    OFFERS_HINT: "数字或回车选用，上下键换" / "a digit or Enter takes one, arrows move";
    UNIT_HINT: "单位只留作统计，不印出来" / "the unit is kept for statistics and not printed";
    BYLINE_EMPTY_HINT: "姓名可打汉字或拼音首字母；整条署名可以直接粘贴" / "type a name or pinyin initials; a whole byline can be pasted";

    ROLE_REPORTER: "记者" / "reporter";
    ROLE_CORRESPONDENT: "通讯员" / "correspondent";
    ROLE_PHOTOGRAPHER: "摄影" / "photographer";

    ASK: "收稿" / "Import";
    ASK_FILE: "文件名" / "file";
    ASK_WHY: "读入一个原始版面或来稿：纯文本，UTF-8、GB18030、UTF-16都可以。也可以不写文件名，直接把文字粘贴到这里。" / "Reads a raw page or a submission: plain text in UTF-8, GB18030 or UTF-16. Or paste the text here instead of a name.";
    IMPORT: "收稿" / "Import";
    ITEMS: "篇目（取{n}篇，共{all}篇）" / "items ({n} of {all} taken)";
    ITEMS_SHORT: "取{n}篇，共{all}篇" / "{n} of {all} taken";
    MORE_ITEMS: "还有{n}篇" / "{n} more";
    SOURCE: "原文（{encoding}）" / "original ({encoding})";
    REPAIRS: "修补{n}处" / "{n} repairs";
    REPAIR_AT: "第{line}行" / "line {line}";
    REPAIR_NTH: "第{n}处，共{all}处" / "{n} of {all}";
    REPAIR_SPAN: "第{n}至{last}处，共{all}处" / "{n}-{last} of {all}";
    BEFORE: "原" / "was";
    AFTER: "改" / "now";
    DROPPED: "删去" / "left out";
    TO_PLACE: "移到地点栏" / "moved to the place";
    TO_BYLINE: "移到署名栏" / "moved to the byline";
    TIDIED: "前后空格已去" / "spaces around it left out";
    FURNITURE: "非正文" / "not text";
    PARAGRAPHS: "{n}段" / "{n} par.";
    NO_HEADLINE: "（无标题）" / "(no headline)";

    R_JOIN: "接段" / "join";
    R_OVERLAP: "去重" / "double";
    R_MARK: "标点" / "mark";
    R_QUOTE: "引号" / "quote";
    R_SPACE: "空格" / "space";
    R_PLACE: "地名" / "place";
    R_BYLINE: "署名" / "byline";
    R_LABEL: "栏名" / "label";
    R_CONTROL: "控制符" / "control";

    ISSUE: "组版" / "Issue";
    NOT_MADE: "没有组成" / "not made";
    MADE: "{number}组好了" / "{number} is made";
    BLOCKED: "还不能组版：有{n}处要先改" / "not yet: {n} faults to mend first";
    BLOCKED_HINT: "回车直达要改的地方；h把这篇缓发，其余照常组版。" / "Enter goes to the place; h holds that draft and goes on.";
    NOTHING_READY: "没有可发的稿件" / "no draft is ready";
    NOTHING_READY_HINT: "在队列里按s送审，稿件就成为可发。" / "s on the queue submits a draft and makes it ready.";
    WENT_IN: "编入（{n}篇）" / "in the issue ({n})";
    STAYED_OUT: "未编入（{n}篇）" / "left out ({n})";
    UNREAD: "读不了的文件（{n}个）" / "files that could not be read ({n})";
    FILES: "文件" / "files";
    COMMIT: "提交" / "commit";

    PROBLEMS: "读不了的文件" / "Files that could not be read";
    PROBLEMS_HINT: "这些文件没有改动。用文本编辑器改好后按r重读。" / "These files were left as they are. Mend them in a text editor, then r reads again.";

    HELP: "按键" / "Keys";
    HELP_MORE: "下面还有{n}行，按空格翻页" / "{n} more rows below; Space turns the page";
    HELP_TEXT: "编辑文字时" / "while typing";

    WELCOME: "欢迎使用亮点" / "Welcome to Liangdian";
    WELCOME_1: "亮点是终端里的编辑部：收来稿、改稿件、填署名，一键编成下一期“亮点工作系列报道”。" / "Liangdian is a newsroom in a terminal: take in copy, edit it, fill in bylines, and assemble the next issue with one key.";
    WELCOME_2: "这里还没有编辑部：{folder}" / "There is no newsroom here yet: {folder}";
    WELCOME_3: "按回车，就在这个文件夹里建一个：drafts/放稿件，issues/放各期，newsroom.toml放设置；没有git仓库的话一并建好。已有的文件一个也不动。" / "Enter makes one in this folder: drafts/ for drafts, issues/ for issues, newsroom.toml for settings, and a git repository where there is none. No file of yours is touched.";
    WELCOME_4: "编辑部在别处的话，按q退出，到那个文件夹里再运行，或用liangdian --newsroom 文件夹。" / "If your newsroom is elsewhere, q quits; start again there, or use liangdian --newsroom DIR.";
}
