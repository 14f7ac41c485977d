//! Commas in long figures.

use crate::proof::figures::{self, Figure};
use crate::proof::{Context, Line, Out, Rule, Severity};
use crate::wording::proof as words;

/// 12,34 and 1，500: digits are parted by three, with a half-width comma or not at all.
pub struct Grouping;

/// What tells that digits after a comma go on with the figure: money, people, land.
const UNITS: [&str; 20] = [
    "元", "人", "名", "户", "亩", "吨", "公里", "千克", "公斤", "斤", "件", "余", "多", "万", "亿",
    "美元", "平方", "立方", "棵", "株",
];

impl Grouping {
    /// A full-width comma inside a figure: 1，500元.
    fn wide(line: &Line, figure: &Figure, out: &mut Out) {
        let Some(rest) = figure.after().strip_prefix('，') else {
            return;
        };
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let unit = figures::begins(&rest[digits..], &UNITS).is_some();
        let alone = figure.text().len() <= 3
            && !figure.text().starts_with('0')
            && !figure
                .before()
                .ends_with(['第', '、', '，', '为', '是', '.', '号', '列', '：']);
        if digits == 3 && unit && alone {
            let end = figure.end + '，'.len_utf8() + digits;
            let text = format!("{}{}", figure.text(), &rest[..digits]);
            out.add(line, figure.start..end, words::GROUPING)
                .offer(text);
        }
    }
}

impl Rule for Grouping {
    fn name(&self) -> &'static str {
        "digit-grouping"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15835-2011 5.1.1"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("产值12,34万元。", "产值1234万元。"),
            ("共收粮1,2345斤。", "共收粮12345斤。"),
            ("增收1，500元。", "增收1500元。"),
            ("投资3,50,000元。", "投资350000元。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "产值1,234万元，共收粮12,345斤，投资350,000元。",
            "他名列第2，400米跑进1分。",
            "坐标记作P(12,34)，不变。",
            "今年是2026，500人参加。",
            "排名为3，500元奖金归他。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        for figure in figures::arabic(line.text) {
            if figure.in_code() || figure.before_latin() {
                continue;
            }
            if !figure.text().contains(',') {
                Self::wide(line, &figure, out);
                continue;
            }
            let whole = figure.text().split('.').next().unwrap_or_default();
            let wrong =
                !figures::in_threes(whole) && figures::begins(figure.after(), &UNITS).is_some();
            if wrong && !figure.before().ends_with(['(', '（', '、', ',', '第']) {
                let text = figure.text().replace(',', "");
                out.add(line, figure.start..figure.end, words::GROUPING)
                    .offer(text);
            }
        }
    }
}
