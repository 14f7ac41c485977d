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
}
