//! Why a passage is wrong; `{it}` is the passage or what was expected.

super::area::sentences! {
    SPACE_BETWEEN_HAN: "汉字之间不空格" / "no space between Han characters";

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
}
