//! Years and decades.

use crate::proof::figures::{self, Figure};
use crate::proof::{Context, Line, Out, Rule, Severity};
use crate::wording::proof as words;

/// 21年4月, 2021年代, 20世纪九十年代, 二零二一年.
pub struct YearForm;

/// Reigns and the Republic count their own years.
const ERAS: [&str; 24] = [
    "民国", "康熙", "雍正", "乾隆", "嘉庆", "道光", "咸丰", "同治", "光绪", "宣统", "洪武", "永乐",
    "万历", "嘉靖", "崇祯", "成化", "弘治", "正德", "贞观", "开元", "天宝", "昭和", "平成", "令和",
];

impl YearForm {
    fn short(line: &Line, figure: &Figure, out: &mut Out) {
        let Some(rest) = figure.after().strip_prefix('年') else {
            return;
        };
        let month = figures::leading(rest).filter(|month| !month.han);
        let dated = month.is_some_and(|month| {
            month.after().starts_with('月')
                && month.whole().is_some_and(|month| (1..=12).contains(&month))
        });
        let era = figures::ends(figure.before(), &ERAS).is_some();
        let lasting = figure
            .before()
            .ends_with(['历', '第', '满', '了', '达', '近', '约', '期']);
        let Some(short) = figure.whole().filter(|_| figure.text().len() == 2) else {
            return;
        };
        let century = match short {
            0..=39 => 2000,
            60..=99 => 1900,
            _ => return,
        };
        if dated && !era && !lasting && !figure.quoted() && !figure.before().ends_with(['’', '\''])
        {
            out.add(line, figure.start..figure.end, words::YEAR_SHORT)
                .offer((century + short).to_string());
        }
    }

    fn decade(line: &Line, figure: &Figure, out: &mut Out) {
        let year = figure.whole().filter(|_| figure.text().len() == 4);
        if let Some(year) = year.filter(|year| figure.after().starts_with("年代") && year % 10 != 0)
        {
            out.add(line, figure.start..figure.end, words::YEAR_DECADE)
                .offer((year - year % 10).to_string());
        }
    }

    /// 二0二一年, 二零二一年: years in characters take 〇.
    fn nought(line: &Line, at: usize, out: &mut Out) {
        let before = &line.text[..at];
        let mut start = at;
        let (mut wrong, mut han, mut count, mut typed) = (false, 0, 0, false);
        for (begin, c) in before.char_indices().rev().take(4) {
            match c {
                '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' => han += 1,
                '〇' => {}
                '零' => wrong = true,
                '0' | 'O' | 'o' | '○' | 'Ｏ' => (wrong, typed) = (true, true),
                _ => return,
            }
            (start, count) = (begin, count + 1);
        }
        if !wrong || han < 2 || count != 4 || line.text[..start].ends_with(figures::is_han_digit) {
            return;
        }
        let text: String = line.text[start..at]
            .chars()
            .map(|c| if "零0Oo○Ｏ".contains(c) { '〇' } else { c })
            .collect();
        let found = out.add(line, start..at, words::YEAR_NOUGHT).about("〇");
        if typed {
            found.mend(text);
        } else {
            found.offer(text);
        }
    }

    /// 20世纪九十年代: century and decade in the same figures.
    fn century(line: &Line, at: usize, out: &mut Out) {
        let tens = line.text[at..].strip_prefix("世纪").unwrap_or_default();
        let Some(decade) = figures::leading(tens).filter(|one| one.han) else {
            return;
        };
        let digits = line.text[..at].ends_with(|c: char| c.is_ascii_digit());
        let whole = decade
            .whole()
            .filter(|tens| (10..=90).contains(tens) && tens % 10 == 0);
        if let Some(tens) = whole.filter(|_| digits && decade.after().starts_with("年代")) {
            let start = at + "世纪".len();
            out.add(line, start..start + decade.end, words::FIGURES_MIXED_STYLE)
                .about(tens.to_string())
                .offer(tens.to_string());
        }
    }
}

impl Rule for YearForm {
    fn name(&self) -> &'static str {
        "year-form"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15835-2011 5.1.4"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("21年4月开工。", "2021年4月开工。"),
            ("他98年7月参加工作。", "他1998年7月参加工作。"),
            ("2021年代的新潮。", "2020年代的新潮。"),
            ("20世纪九十年代。", "20世纪90年代。"),
            ("二0二一年春。", "二〇二一年春。"),
            ("二零二一年春。", "二〇二一年春。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "2021年4月开工，1998年7月参加工作。",
            "民国21年4月，光绪21年3月。",
            "历时21年4个月，21年来，第21年。",
            "20世纪90年代，1990年代，上世纪九十年代。",
            "二〇二一年春，零下二十度的年份，一万二零五十年。",
            "“俺98年7月当的兵。”他说。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        if !line.text.contains('年') {
            return;
        }
        for figure in figures::arabic(line.text) {
            if !figure.in_code() && figure.after().starts_with('年') {
                Self::short(line, &figure, out);
                Self::decade(line, &figure, out);
            }
        }
        for (at, _) in line.text.match_indices('年') {
            Self::nought(line, at, out);
        }
        for (at, _) in line.text.match_indices("世纪") {
            Self::century(line, at, out);
        }
    }
}
