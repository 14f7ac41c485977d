//! Why a passage is wrong; `{it}` is the passage or what was expected.

super::area::sentences! {
    SPACE_BETWEEN_HAN: "汉字之间不空格" / "no space between Han characters";

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
