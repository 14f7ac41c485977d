//! The command line: help, results and errors.

super::area::sentences! {
    ABOUT: "亮点：终端里的编辑部。不带命令即打开编辑台，带稿号即打开该稿。" / "Liangdian: a newsroom in a terminal. Without a command it opens the desk, with a draft's id that draft.";
    USAGE: "用法" / "Usage";
    OPTIONS: "选项" / "Options";
    COMMANDS: "命令" / "Commands";
    ARGUMENTS: "参数" / "Arguments";
    COMMAND: "命令" / "COMMAND";
    DIR: "目录" / "DIR";
    FILE: "文件" / "FILE";
    DRAFT: "稿件" / "DRAFT";
    DATE: "日期" / "DATE";
    NUMBER: "期号" / "N";
    FORMAT: "格式" / "FORMAT";
    STAGE: "阶段" / "STAGE";
    SHELL: "SHELL" / "SHELL";
    SPLIT: "方式" / "HOW";

    ABOUT_INIT: "把一个目录建成编辑部" / "Make a folder a newsroom";
    ABOUT_IMPORT: "把来稿拆成一篇篇稿件" / "Take raw pages apart into drafts";
    ABOUT_LIST: "列出稿件" / "List the drafts";
    ABOUT_ASSEMBLE: "把可发的稿件组成下一期" / "Make the next issue of every ready draft";
    ABOUT_UNDO: "撤回最近一期（未推送时）" / "Take the last issue back while it is not pushed";
    ABOUT_RENDER: "用留存的底稿重新输出某一期" / "Print an issue anew from its own copies";
    ABOUT_DOCTOR: "检查终端和环境，说明该怎么设" / "Look at the terminal and what is around it, and tell what to set";
    ABOUT_COMPLETIONS: "输出命令行补全脚本" / "Print a completion script for a shell";

    // Proofreading.
    ABOUT_CHECK: "校对稿件：有差错或疑误时退出码为1，只有提示时为0" / "Proofread drafts (exit 1: errors or warnings; 0: hints at most)";
    ABOUT_FIX: "改正无须过问的差错，并说明改了什么" / "Put in the replacements that are safe without asking, and say which";
    ABOUT_WORDS: "编辑部自己的词表" / "The newsroom's own word lists";
    ABOUT_WORDS_IMPORT: "把表格（误,正,说明,类别）收进proof/目录的词表" / "Take a table (wrong,right,why,kind) into a list under proof/";
    HELP_DRAFTS: "稿号或稿件路径，不写即在编的全部稿件" / "Ids or paths of drafts; all that are in work unless named";
    HELP_TEXT: "不看稿件，只看这个文件的文字，-为标准输入" / "Read this file instead of drafts, - for standard input";
    HELP_LIST: "CSV表格，UTF-8或GB18030，首行可写列名" / "A CSV table in UTF-8 or GB18030; its first line may name the columns";
    CHECKED: "{n}处；共{chars}字，估计{weight}个差错，限{limit}个" / "{n} findings; {chars} 字, an estimated {weight} errors against a limit of {limit}";
    FIXED: "改正{n}处，涉及{drafts}篇" / "{n} passages mended in {drafts} drafts";
    FIXED_TEXT: "改正{n}处" / "{n} passages mended";
    WORDS_ADDED: "{list}：收入{n}条，未收{refused}条" / "{list}: {n} entries added, {refused} rows refused";
    COMMIT_FIX: "校改：{n}篇" / "Proofread: {n} drafts";

    HELP_NEWSROOM: "编辑部目录（也可用LIANGDIAN_NEWSROOM指定；不写则就近查找）" / "The newsroom's folder (or LIANGDIAN_NEWSROOM; the nearest one otherwise)";
    HELP_HELP: "显示帮助" / "Show this help";
    HELP_VERSION: "显示版本" / "Show the version";
    HELP_DRAFT: "稿号或稿件路径" / "A draft's id or path";
    HELP_DIR: "要建成编辑部的目录，不写即当前目录" / "The folder; the current one unless named";
    HELP_FILE: "来稿文件，-为标准输入" / "Raw pages, - for standard input";
    HELP_DRY: "只看结果，不写文件" / "Show what would be done, write nothing";
    HELP_JSON: "输出JSON" / "Print JSON";
    HELP_DATE: "日期，YYYY-MM-DD，不写即今天" / "The day, YYYY-MM-DD; today unless named";
    HELP_SPLIT: "page：一版多篇（默认）；one：整个文件一篇" / "page: several items (default); one: the whole file is one story";
    HELP_STAGE: "只列这一阶段：draft review ready held spiked published changed" / "Only this stage: draft review ready held spiked published changed";
    HELP_NUMBER: "第几期" / "The issue's number";
    HELP_FORMAT: "输出格式：{known}" / "The format: {known}";
    HELP_VERIFY: "与留存的各文件逐字节比对" / "Compare every byte with the files of the issue";
    HELP_SHELL: "bash zsh fish elvish powershell" / "bash zsh fish elvish powershell";

    ERROR: "错误：" / "error: ";
    NOTE: "提示：" / "note: ";
    WRONG_OPTION: "不认识的选项“{it}”" / "unknown option \"{it}\"";
    WRONG_COMMAND: "不认识的命令“{it}”" / "unknown command \"{it}\"";
    WRONG_VALUE: "{option}不能用“{it}”" / "{option} cannot be \"{it}\"";
    WRONG_VALUE_OF: "{option}不能用“{it}”，可用：{known}" / "{option} cannot be \"{it}\"; known: {known}";
    MISSING: "还缺：{it}" / "missing: {it}";
    CONFLICT: "{it}不能与{other}同时用" / "{it} cannot be used with {other}";
    TWICE: "{it}只能写一次" / "{it} may be given once";
    NOT_UTF8: "参数不是UTF-8文本" / "an argument is not UTF-8";
    WRONG_USE: "命令写法有误" / "wrong usage";
    SUGGEST: "是不是“{it}”？" / "did you mean \"{it}\"?";
    SEE_HELP: "详见liangdian --help" / "see liangdian --help";
    WRONG_DATE: "“{it}”不是日期，请写成2026-04-01的样子" / "\"{it}\" is no day; write it like 2026-04-01";
    NO_DRAFT: "没有稿件“{it}”；liangdian list可列出全部稿件" / "there is no draft \"{it}\"; liangdian list shows them all";
    NO_SHELL: "不认识的shell“{it}”，可用：bash zsh fish elvish powershell" / "unknown shell \"{it}\"; known: bash zsh fish elvish powershell";
    NOT_READ: "{file}：读不了（{why}），已跳过；改好后可单独再收这一个" / "{file}: cannot be read ({why}), skipped";
    FILE_EMPTY: "{file}：没有文字，已跳过" / "{file}: has no text, skipped";
    FILE_NOT_TEXT: "{file}：不是文本（图片、压缩包或旧版Word？），请另存为纯文本后再收稿" / "{file}: is not text (an image, an archive, an old Word file?); save it as plain text and import that";
    FILE_TOO_LARGE: "{file}：超过16 MB，请拆开后再收稿" / "{file}: is larger than 16 MB; split it and import the parts";
    OUTPUT: "写不出结果（{why}）" / "the result cannot be written ({why})";

    INIT_FOLDER: "建立 {it}/" / "made {it}/";
    INIT_FILE: "建立 {it}" / "made {it}";
    INIT_LINE: "补充 {it}" / "added a line to {it}";
    INIT_REPOSITORY: "建立git仓库" / "made a git repository";
    INIT_NOTHING: "已经是编辑部，没有改动" / "is a newsroom already, nothing was changed";
    INIT_DONE: "编辑部已就绪：{path}" / "the newsroom is ready: {path}";
    IMPORTED: "{file}（{encoding}）：{n}篇，修补{repairs}处" / "{file} ({encoding}): {n} items, {repairs} repairs";
    IMPORTED_NONE: "{file}：没有找到可作稿件的内容" / "{file}: holds nothing that could be a draft";
    LIST_EMPTY: "还没有稿件；可用liangdian import收稿" / "there are no drafts yet; liangdian import makes some";
    ASSEMBLED: "已组版{number}：{n}篇，{folder}" / "assembled {number}: {n} drafts, {folder}";
    WOULD_ASSEMBLE: "将组版{number}：{n}篇，{folder}（未写文件）" / "would assemble {number}: {n} drafts, {folder} (nothing written)";
    UNDONE: "已撤回第{n}期，各稿恢复为可发" / "took issue {n} back; its drafts are ready again";
    VERIFIED: "第{n}期与底稿完全一致" / "issue {n} is what its copies give, byte for byte";
    DIFFERENT: "第{n}期有{count}处与留存不符" / "issue {n} differs in {count} files";
    DIFF_MISSING: "{path}：缺失" / "{path}: missing";
    DIFF_COPY: "{path}：底稿被改动" / "{path}: the copy was changed";
    DIFF_FILE: "{path}：与底稿生成的不一致" / "{path}: is not what the copies give";
    FAULT: "{draft}：{what}" / "{draft}: {what}";
    FURNITURE_NOTE: "原版面上的其他文字：{lines}" / "other lines of the page: {lines}";

    COMMIT_MADE: "建编辑部" / "Make the newsroom";
    COMMIT_IMPORT: "收稿：{n}篇" / "Import: {n} drafts";
    COMMIT_ISSUE: "组版{number}：{n}篇" / "Assemble {number}: {n} drafts";
    COMMIT_UNDO: "撤回第{n}期" / "Take back issue {n}";
}
