//! Why a passage is wrong; `{it}` is the passage or what was expected.

super::area::sentences! {
    SPACE_BETWEEN_HAN: "汉字之间不空格" / "no space between Han characters";

    // Punctuation and characters.
    SPACE_BESIDE_MARK: "标点旁边不空格" / "no space beside a Chinese mark";
    HIDDEN_CHARACTER: "看不见的字符{it}" / "an invisible character, {it}";
    GARBLED_CHARACTER: "乱码，原来的字丢了" / "an unreadable character; what stood here is lost";
    HALF_WIDTH_MARK: "中文里用全角标点，不用半角“{it}”" / "Chinese text takes the full-width form of “{it}”";
    FULL_WIDTH_LETTER: "数字和拉丁字母用半角，不用“{it}”" / "digits and Latin letters are half-width, not “{it}”";
    DOUBLED_MARK: "标点重复或不能连用：“{it}”" / "marks doubled, or that do not go together: “{it}”";
    MARKS_AROUND_QUOTE: "后引号里外只留一个标点：“{it}”" / "one mark too many around the closing quote: “{it}”";
    ELLIPSIS_FORM: "省略号是六个点“……”，不是“{it}”" / "an ellipsis is six dots, ……, not “{it}”";
    ELLIPSIS_AND_SO_ON: "省略号和“等”只用一个" / "either an ellipsis or 等, not both";
    MARK_BY_ELLIPSIS: "省略号前不用顿号，后不用句号" / "no 、 before an ellipsis, no 。 after one";
    DASH_FORM: "破折号是“——”，不是“{it}”" / "a dash is ——, not “{it}”";
    DASH_AS_ONES: "“一一”像是破折号“——”" / "一一 looks like a dash, ——";
    STRAIGHT_QUOTE: "中文里用弯引号，不用“{it}”" / "Chinese text takes curly quotes, not “{it}”";
    INNER_QUOTES: "引号里的引号换一种，用“{it}”" / "quotes inside quotes take the other kind: “{it}”";
    INNER_TITLES: "书名号里的书名号用“{it}”" / "a title inside a title takes “{it}”";
    REVERSED_PAIR: "“{it}”的方向反了" / "“{it}” points the wrong way";
    NOT_CLOSED: "缺后一半“{it}”" / "its other half “{it}” is missing";
    NOT_OPENED: "缺前一半“{it}”" / "its other half “{it}” is missing";
    QUOTE_NOT_OPENED_AGAIN: "引文接着上一段，本段开头也要前引号" / "a quotation that goes on opens every paragraph with a quote";
    COMMA_BETWEEN_QUOTED: "并列的引号、书名号之间不用顿号" / "no 、 between items in quotes or title marks";
    COMMA_IN_ABOUT: "概数中间不用顿号：“{it}”" / "no 、 in an approximate number: “{it}”";
    COMMA_BEFORE_AND: "“{it}”前不用顿号" / "no 、 before “{it}”";
    SPEECH_COLON: "引出整句的话用冒号" / "a whole speech is led in by a colon";
    STOP_OUTSIDE: "整句的话，句号在后引号里面" / "the full stop of a whole speech stands inside the quote";
    STOP_INSIDE: "引号里不成独立的句子，不用句号" / "no full stop in a quotation that is part of the sentence";
    COLON_IN_COLON: "一句话里用了两层冒号" / "a colon inside what a colon introduces";
    MARK_AT_START: "段首不能是“{it}”" / "a paragraph never begins with “{it}”";
    CUT_PARAGRAPH: "一段话断成了两段" / "a paragraph is cut in two";
    PARAGRAPH_END: "段末缺句末标点" / "the paragraph has no mark at its end";
    REPEATED_CHARACTER: "“{it}”重复了" / "“{it}” is repeated";
    REPEATED_WORD: "“{it}”重复了" / "“{it}” is repeated";
    HEADLINE_END: "标题末尾不用“{it}”" / "a headline does not end with “{it}”";
    HEADLINE_SPACE: "标题两句之间空一个全角格" / "the clauses of a headline are parted by one full-width space";
    // Numbers.
    MIXED_FIGURES: "一个数里不混用阿拉伯数字和汉字（万、亿除外）" / "digits and characters are not mixed in one number (but for 万 and 亿)";
    TWO_OR_PAIR: "此处用“{it}”" / "{it} is the word here";
    SET_FIGURES: "固定词语用汉字数字：{it}" / "a set word keeps its characters: {it}";
    LUNAR_FIGURES: "农历月日用汉字数字" / "days of the lunar calendar are written in characters";
    GROUPING: "千分位分节不对" / "digits are grouped by three, with a half-width comma or not at all";
    APPROXIMATE: "概数用汉字，中间不用顿号" / "approximate numbers are written in characters, without 、";
    SAID_TWICE: "概数重复：{it}" / "said twice that the number is rough: {it}";
    PERCENT: "百分数写法不对" / "not the form of a percentage";
    RANGE_UNIT: "范围的前一个数缺“{it}”" / "the first number of the range lacks {it}";
    RANGE_DASH: "数值或时间的起止用“{it}”" / "a range takes {it}";
    SHRINKS_BY_TIMES: "“{it}”不用倍数，用百分数或分数" / "{it} is not said in multiples but in per cent or parts";
    UNIT_CUT_SHORT: "单位应写全：{it}" / "the unit in full: {it}";
    FIGURE_SPACE: "数字与汉字之间不空格" / "no space between a figure and what it counts";
    YEAR_SHORT: "年份用四位数字" / "a year has four digits";
    YEAR_DECADE: "年代是十年，年份末位应为0" / "a decade ends with 0";
    YEAR_NOUGHT: "汉字年份里的零写作“{it}”" / "nought in a year in characters is {it}";
    FIGURES_MIXED_STYLE: "同类数字写法不一致：{it}" / "like numbers are not written alike: {it}";

    // Days and hours.
    NO_SUCH_DAY: "没有这一天：{it}" / "there is no such day: {it}";
    DAYS_BACKWARDS: "起止日期倒置" / "the days run backwards";
    NO_SUCH_HOUR: "没有这个时间：{it}" / "there is no such hour: {it}";
    WEEKDAY: "与日期不符，这一天是{it}" / "not the weekday of that date: {it}";
    NOT_YET: "晚于稿件日期（{it}），却写作已发生" / "later than the copy's own day ({it}), yet told as past";
    AGE: "年龄与出生年份不符，按稿件日期应约为{it}岁" / "does not fit the year of birth: about {it} years by the day of the copy";

    // Facts within a story.
    SUM: "分项与总数不符，分项合计为{it}" / "the parts do not make the whole: they add up to {it}";
    CHANGE: "前后数字之差应为{it}" / "the difference is {it}";
    PERCENT_POINTS: "百分数之差用“{it}”" / "a difference of percentages is said in {it} (points)";
    ANNOUNCED: "说的数目与列出的不符，列出{it}项" / "another number is announced than is listed: {it}";
    SKIPPED: "序次不连续，此处应为“{it}”" / "the numbering skips or repeats: {it} is next";
    NAME_VARIANT: "与“{it}”一字之差，请核对" / "one character from {it}: the same?";
    BYLINE_NAME: "与署名“{it}”不一致" / "not the name in the byline: {it}";
    MORE_THAN_NAME: "署名里有姓名以外的字符：{it}" / "more than a name in the byline: {it}";
    NAMED_TWICE: "署名重复：{it}" / "named twice in the byline: {it}";
    ROLE_TWICE: "身份词重复" / "the role is said twice";
    BODY_VARIANT: "与“{it}”名称相近，请核对" / "close to {it}: the same?";
    HEADLINE_NUMBER: "与正文数字不一致：正文为“{it}”" / "the body says {it}";
    PLACE_IN_HEADLINE: "标题里重复了地点行“{it}”" / "the headline repeats the place line {it}";
    DECK_IS_HEADLINE: "副题与标题相同" / "the deck repeats the headline";
    // Word lists.
    WORD_CONFUSED: "疑误：{it}" / "likely a slip: {it}";
    PHRASE_WRONG: "固定说法：{it}" / "set phrase: {it}";
    WORD_CAUTION: "慎用：{it}" / "wants care: {it}";
    NAME_MISSPELT: "与登记的名称差一字：{it}" / "one character off the registered name: {it}";
    NAME_TITLE: "与登记的职务不符：{it}" / "not the registered title: {it}";
    NAME_ALIAS: "第一次提到宜用全称：{it}" / "the first mention takes the full name: {it}";

    SEVERITY_ERROR: "差错" / "error";
    SEVERITY_WARNING: "疑误" / "warning";
    SEVERITY_HINT: "提示" / "hint";

    // Rows of a list that is taken in.
    ROW_NO_WRONG: "没有误写的词" / "no wrong form";
    ROW_SHORT: "“{it}”只有一个字，处处都会标出，请写成词" / "\"{it}\" is one character and would be found everywhere; give a word";
    ROW_NO_RIGHT: "“{it}”没有正确写法；若是慎用词，类别请写“慎用”" / "\"{it}\" has no right form; for wording to take care with, let its kind be caution";
    ROW_SAME: "“{it}”误写和正写相同" / "\"{it}\": wrong and right are the same";
    ROW_KIND: "不认识的类别“{it}”，可用：易错 固定 慎用" / "unknown kind \"{it}\"; known: confusable phrase caution";
    ROW_CELLS: "列数过多；词中有逗号时请加引号" / "too many cells; put a text with a comma into quotation marks";
    ROW_OPEN: "引号没有闭合" / "a quotation mark is not closed";
    ROW_KNOWN: "“{it}”已在词表中，没有重复添加" / "\"{it}\" is in a list already and was not added again";
}
