//! Hours that no clock has.

use crate::proof::figures;
use crate::proof::{Context, Line, Out, Rule, Severity};
use crate::wording::proof as words;

/// 上午15时, 5日25时, 8时61分.
pub struct NoSuchHour;

const MORNING: [&str; 6] = ["上午", "早上", "早晨", "清晨", "凌晨", "清早"];
const OF_DAY: [&str; 7] = ["日", "下午", "晚上", "当晚", "中午", "傍晚", "夜里"];

impl Rule for NoSuchHour {
    fn name(&self) -> &'static str {
        "no-such-hour"
    }

    fn clause(&self) -> &'static str {
        "GB/T 7408"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn weight(&self) -> u16 {
        10
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("上午15时开会。", "上午15时开会。"),
            ("4月5日25时停水。", "4月5日25时停水。"),
            ("8时61分发车。", "8时61分发车。"),
            ("凌晨13点报警。", "凌晨13点报警。"),
            ("下午3:75散场。", "下午3:75散场。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "下午15时开会，4月5日24时停水，8时59分发车。",
            "比分88:61，上午9:30，拨打12345时。",
            "提出25点建议，上午30人到场，早上13点建议。",
            "服务满100时，8时到站。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        for figure in figures::arabic(line.text) {
            let after = figure.after();
            let Some(mark) = figures::begins(after, &["时", "点", ":", "："]) else {
                continue;
            };
            let Some(hour) = figure.whole().filter(|_| figure.text().len() <= 2) else {
                continue;
            };
            let morning = figures::ends(figure.before(), &MORNING).is_some();
            let of_day = morning || figures::ends(figure.before(), &OF_DAY).is_some();
            let rest = &after[mark.len()..];
            let minute = figures::leading(rest).filter(|minute| !minute.han);
            let told = minute.filter(|minute| minute.after().starts_with('分'));
            let clock = mark.len() == 1 || mark == "：";
            let other = rest.starts_with([
                '建', '意', '要', '措', '体', '希', '思', '感', '倡', '期', '共',
            ]);
            let end = figure.end + mark.len();
            if !clock && told.is_none() && other {
                continue;
            }
            let hours = of_day && !clock
                || told.is_some() && mark != "点" && !clock
                || of_day && minute.is_some();
            if hours && (hour > 24 || morning && hour > 12) {
                out.add(line, figure.start..end, words::NO_SUCH_HOUR)
                    .about(&line.text[figure.start..figure.end]);
                continue;
            }
            let minute = minute.filter(|minute| minute.text().len() == 2);
            let minutes = told.is_some() && !clock || of_day && clock;
            if let Some(minute) =
                minute.filter(|one| minutes && one.whole().is_some_and(|m| m > 59))
            {
                out.add(line, figure.start..end + minute.end, words::NO_SUCH_HOUR)
                    .about(format!("{}分", minute.text()));
            }
        }
    }
}
