//! Per cent, and the unit that a range or a digit stands beside.

use crate::proof::figures::{self, Figure};
use crate::proof::{Context, Line, Out, Rule, Severity};
use crate::wording::proof as words;

/// 百分之30, 3%个百分点, 3百分点, 百分之三十%.
pub struct Percent;

impl Percent {
    fn of<'l>(line: &Line<'l>, figure: &Figure<'l>) -> Option<(std::ops::Range<usize>, String)> {
        let (text, after) = (figure.text(), figure.after());
        let of_hundred = figure.before().ends_with("百分之");
        let start = figure.start - "百分之".len() * usize::from(of_hundred);
        if of_hundred {
            let signed = usize::from(after.starts_with('%'));
            let wrong = !figure.han || signed == 1;
            let text = if figure.han {
                figure.whole()?.to_string()
            } else {
                text.to_owned()
            };
            return wrong.then(|| (start..figure.end + signed, format!("{text}%")));
        }
        if figure.han {
            return None;
        }
        if let Some(rest) = after.strip_prefix('%') {
            let points = figures::begins(rest, &["个百分点", "百分点", "个点"])?;
            let end = figure.end + 1 + points.len();
            return Some((figure.end..end, "个百分点".to_owned()));
        }
        let end = figure.end + "百分点".len();
        (after.starts_with("百分点") && !line.text[..figure.start].ends_with('第'))
            .then(|| (figure.end..end, "个百分点".to_owned()))
    }
}

impl Rule for Percent {
    fn name(&self) -> &'static str {
        "percent"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15835-2011 4.1.1"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("成活率百分之90。", "成活率90%。"),
            ("提高3%个百分点。", "提高3个百分点。"),
            ("下降2.5百分点。", "下降2.5个百分点。"),
            ("占百分之三十%。", "占30%。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "成活率90%，提高3个百分点。",
            "占百分之三十，百分之百满意。",
            "下降2.5个百分点，达100%。",
            "十几个百分点，百分点的含义。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        if !line.text.contains("百分") {
            return;
        }
        for figure in figures::all(line.text) {
            if let Some((span, text)) = Self::of(line, &figure) {
                out.add(line, span, words::PERCENT).offer(text);
            }
        }
    }
}

/// 10-20%, 3～5万元: what stands after the second figure alone changes the first.
pub struct RangeUnit;

/// What stands between the two figures of a range.
const TO: [&str; 9] = ["～", "~", "—", "–", "－", "-", "至", "到", "——"];

impl RangeUnit {
    fn of(first: &Figure, second: &Figure) -> Option<&'static str> {
        let unit = figures::begins(second.after(), &["%", "％", "‰", "万", "亿"])?;
        let (low, high) = (first.value()?, second.value()?);
        let ordinal = first.before().ends_with(['第', '年', '月', '.', ':', '：']);
        let phone = first.text().len() > 4 || first.text().starts_with('0') && low >= figures::ONE;
        (low < high && !ordinal && !phone && !first.in_code()).then_some(unit)
    }
}

impl Rule for RangeUnit {
    fn name(&self) -> &'static str {
        "range-unit"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15835-2011 5.1.3"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("增产10-20%。", "增产10%-20%。"),
            ("每户补助3～5万元。", "每户补助3万～5万元。"),
            ("占比15至20%。", "占比15%至20%。"),
            ("投资2—3亿元。", "投资2亿—3亿元。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "增产10%～20%，补助3万～5万元。",
            "从5000至1万元不等。",
            "3至5人一组，5—8天办结。",
            "占比从15%提高到20%。",
            "第3至5万名读者。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        let mut figures = figures::arabic(line.text).peekable();
        while let Some(first) = figures.next() {
            let Some(second) = figures.peek() else {
                return;
            };
            if !TO.contains(&&line.text[first.end..second.start]) {
                continue;
            }
            if let Some(unit) = Self::of(&first, second) {
                let spoken = line.text[first.end..second.start].starts_with('到');
                let found = out
                    .add(
                        line,
                        first.start..second.end + unit.len(),
                        words::RANGE_UNIT,
                    )
                    .about(unit)
                    .offer(format!(
                        "{}{unit}{}",
                        first.text(),
                        &line.text[first.end..second.end + unit.len()]
                    ));
                if spoken || first.quoted() {
                    found.severity = Severity::Hint;
                }
            }
        }
    }
}

/// 1990-1995年, 10——20人: a range takes — or ～.
pub struct RangeDash;

impl Rule for RangeDash {
    fn name(&self) -> &'static str {
        "range-dash"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15834-2011 4.13.3"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("1990-1995年在乡里教书。", "1990—1995年在乡里教书。"),
            ("每组10——20人。", "每组10～20人。"),
            ("2019--2021年修渠。", "2019—2021年修渠。"),
            ("气温12-18℃。", "气温12～18℃。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "1990—1995年在乡里教书，每组10～20人。",
            "电话0379-6123456，编号12-3号楼，比分3-1。",
            "2021-04-09发布，型号PW-20-30。",
            "3-2-1人阵形，豫2021-18号。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        if !line.text.contains(['-', '—']) {
            return;
        }
        let mut figures = figures::arabic(line.text).peekable();
        let mut linked = false;
        while let Some(first) = figures.next() {
            let Some(second) = figures.peek() else {
                return;
            };
            let between = &line.text[first.end..second.start];
            let chain = std::mem::replace(&mut linked, matches!(between, "-" | "--"));
            let units = [
                "人", "天", "年", "岁", "元", "℃", "公里", "米", "小时", "分钟", "个", "名", "户",
                "亩", "毫米",
            ];
            let Some(unit) = figures::begins(second.after(), &units) else {
                continue;
            };
            let on = second.after()[unit.len()..].starts_with('-');
            let (Some(low), Some(high)) = (first.value(), second.value()) else {
                continue;
            };
            let years = unit == "年" && first.text().len() == 4 && second.text().len() == 4;
            let wrong = matches!(between, "-" | "--" | "——") && (years || unit != "年");
            if !wrong
                || chain
                || on
                || low >= high
                || first.in_code()
                || first.text().starts_with('0')
            {
                continue;
            }
            out.add(line, first.end..second.start, words::RANGE_DASH)
                .about(if years { "—" } else { "～" })
                .offer(if years { "—" } else { "～" });
        }
    }
}
