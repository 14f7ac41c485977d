//! What stands beside a figure: a unit cut short, a space, a decrease by multiples.

use crate::proof::figures::{self, Figure};
use crate::proof::{Context, Line, LineKind, Out, Rule, Severity};
use crate::wording::proof as words;

/// 减少了3倍: what grows is multiplied, what shrinks is parted.
pub struct ShrinksByTimes;

const SHRINKS: [&str; 14] = [
    "减少", "下降", "降低", "缩短", "缩小", "减轻", "缩减", "减小", "下跌", "下滑", "减缓", "削减",
    "压缩", "回落",
];

impl Rule for ShrinksByTimes {
    fn name(&self) -> &'static str {
        "shrinks-by-times"
    }

    fn clause(&self) -> &'static str {
        "house"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn weight(&self) -> u16 {
        10
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("用水减少了3倍。", "用水减少了3倍。"),
            ("能耗下降两倍多。", "能耗下降两倍多。"),
            ("时间缩短了近一倍。", "时间缩短了近一倍。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "用水减少三成，产量增加了3倍。",
            "能耗下降30%，是去年的两倍。",
            "工序减少，效率提高一倍。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        for (at, _) in line.text.match_indices('倍') {
            let before = line.text[..at].trim_end_matches(['多', '余']);
            let number = before.trim_end_matches(|c: char| {
                figures::is_han_digit(c) || c.is_ascii_digit() || c == '.' || c == '几' || c == '数'
            });
            if number.len() == before.len() {
                continue;
            }
            let lead = number.trim_end_matches(['近', '约', '超', '过', '整', '达', '到', '了']);
            if let Some(word) = figures::ends(lead, &SHRINKS) {
                out.add(
                    line,
                    lead.len() - word.len()..at + '倍'.len_utf8(),
                    words::SHRINKS_BY_TIMES,
                )
                .about(word);
            }
        }
    }
}

/// 300平方, 80立方 outside speech: of what?
pub struct BareSquare;

const SQUARES: [(&str, &str); 3] = [("平方", "平方米"), ("立方", "立方米"), ("平米", "平方米")];

impl Rule for BareSquare {
    fn name(&self) -> &'static str {
        "unit-cut-short"
    }

    fn clause(&self) -> &'static str {
        "house"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("展厅面积300平方。", "展厅面积300平方米。"),
            ("清运垃圾80余立方，", "清运垃圾80余立方米，"),
            ("租下50平米的店面。", "租下50平方米的店面。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "展厅面积300平方米，流域12平方公里。",
            "“俺家才80平方。”她说。",
            "3平方根，清运80立方米，50m²。",
            "20平方尺，100立方厘米。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        for figure in figures::arabic(line.text) {
            let after = figure.after().trim_start_matches(['万', '亿', '多', '余']);
            let Some((short, full)) = SQUARES.iter().find(|(short, _)| after.starts_with(short))
            else {
                continue;
            };
            let rest = &after[short.len()..];
            let whole = rest.is_empty()
                || rest.starts_with(['，', '。', '、', '；', '的', '左', '以', '）', '大', '！']);
            if whole && !figure.quoted() && !figure.in_code() {
                let start = line.text.len() - after.len();
                out.add(line, start..start + short.len(), words::UNIT_CUT_SHORT)
                    .about(*full)
                    .offer(*full);
            }
        }
    }
}

/// 2021 年, 30 %: no space between a figure and what it counts.
pub struct FigureSpace;

fn joins(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

impl FigureSpace {
    fn span(figure: &Figure) -> Option<usize> {
        let rest = figure.after().trim_start_matches(' ');
        let spaces = figure.after().len() - rest.len();
        let next = rest.chars().next()?;
        (spaces > 0 && (joins(next) || next == '%' || next == '℃')).then_some(spaces)
    }
}

impl Rule for FigureSpace {
    fn name(&self) -> &'static str {
        "figure-space"
    }

    fn clause(&self) -> &'static str {
        "house"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("2021 年 4 月 1 日开工。", "2021年4月1日开工。"),
            ("成活率 95 %。", "成活率95%。"),
            ("共 30 人参加。", "共30人参加。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "2021年4月1日开工，成活率95%。",
            "用 iPhone 15 Pro 拍摄，Windows 11 系统。",
            "（记者 陈七 通讯员 何雨）",
            "电话：0379 6123 4567",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        let sentence = line.text.contains(['。', '，', '；']);
        if line.kind != LineKind::Paragraph || !sentence || !line.text.contains(' ') {
            return;
        }
        for figure in figures::arabic(line.text) {
            let head = figure.before().trim_end_matches(' ');
            let spaced = head.len() < figure.start;
            let phone = spaced && head.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '-');
            let rest = figure.after().trim_start_matches(' ');
            let phone = phone
                || rest.len() < figure.after().len()
                    && rest.starts_with(|c: char| c.is_ascii_alphanumeric());
            if phone || figure.in_code() {
                continue;
            }
            if spaced && head.ends_with(joins) && !figure.after().starts_with(['.', '、', '．']) {
                out.add(line, head.len()..figure.start, words::FIGURE_SPACE)
                    .mend("");
            }
            if let Some(spaces) = Self::span(&figure) {
                out.add(line, figure.end..figure.end + spaces, words::FIGURE_SPACE)
                    .mend("");
            }
        }
    }
}
