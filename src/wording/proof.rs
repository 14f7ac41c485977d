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
}
