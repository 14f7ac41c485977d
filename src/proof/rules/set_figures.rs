//! Digits in words and sayings that are written in characters.

use std::sync::OnceLock;

use crate::proof::figures::{self, Figure};
use crate::proof::{Context, Line, Out, Rule, Severity};
use crate::wording::proof as words;

/// 1带1路, 3心2意, 14五规划, 星期3, 正月15: set words keep their characters.
pub struct SetFigures;

/// Set words with a number in them, as they are printed.
const PHRASES: &str = "一带一路 一国两制 一村一品 一卡通 一网通办 一窗受理 一岗双责 一票否决 一事一议 一站式 \
一条龙服务 一次性 一方面 一体化 党政一把手 “一把手” 一些 一定 一般 一切 一直 一旦 一致 一向 一贯 一揽子 一刀切 一辈子 \
一口气 一连串 一会儿 一下子 一阵子 一时间 一心一意 一丝不苟 一如既往 一目了然 一帆风顺 一视同仁 一鸣惊人 一望无际 \
一应俱全 一清二楚 一五一十 一举两得 一线工作 生产一线 基层一线 防汛一线 抗疫一线 统一 唯一 第一时间 第一书记 \
第一责任人 第一要务 第一资源 第一产业 第二产业 第三产业 第二课堂 第三方机构 第三方平台 第三方评估 第三方检测 一等奖 二等奖 三等奖 一等功 二等功 三等功 \
两个维护 两个确立 两弹一星 两手抓 两不愁三保障 两免一补 两新组织 两学一做 村两委 社区两委 村“两委” 社区“两委” 全国两会 \
二话不说 二维码 二手车 二手房 二次创业 党的二十大 党的十九大 党的十八大 一中全会 二中全会 三中全会 四中全会 五中全会 六中全会 \
三心二意 三番五次 三令五申 三言两语 三长两短 三农工作 三农问题 三农事业 “三农” 三严三实 三会一课 三位一体 三伏天 三更半夜 三顾茅庐 三思而行 \
三八妇女节 三八国际妇女节 三八红旗手 三下乡 三支一扶 三公经费 三审三校 三权分置 三好学生 三国演义 \
四个自信 四个意识 四个全面 四面八方 四通八达 四分五裂 四平八稳 四季如春 四合院 四大发明 四议两公开 \
五湖四海 五颜六色 五光十色 五花八门 五谷丰登 五彩缤纷 五体投地 五味杂陈 五一劳动节 五一国际劳动节 五一假期 五一小长假 五四青年节 五四运动 \
五四精神 五保户 五星红旗 五好家庭 五位一体 五社联动 五讲四美 六一儿童节 六一国际儿童节 六神无主 六亲不认 \
七上八下 七嘴八舌 七手八脚 七夕 七一勋章 七零八落 七拼八凑 七七事变 八路军 八一建军节 八仙过海 八面玲珑 八项规定 \
八九不离十 九牛一毛 九死一生 九霄云外 九一八事变 十一国庆 十一黄金周 十全十美 十拿九稳 十里八乡 十字路口 十有八九 十之八九 \
十五五规划 十四五规划 十三五规划 十二五规划 “十五五” “十四五” “十三五” “十二五” 十五五时期 十四五时期 十四五期间 十五五期间 十三五期间 \
十佳 一二·九运动 三三两两 千钧一发 百里挑一 九九归一 说一不二 独一无二 合二为一 不管三七二十一 朝三暮四 低三下四 丢三落四 \
颠三倒四 接二连三 推三阻四 举一反三 隔三差五 不三不四 张三李四 乱七八糟 横七竖八";

/// What a lunar date begins with.
const LUNAR: [&str; 6] = ["正月", "腊月", "冬月", "大年", "正月初", "大年初"];

fn han_of(digit: char) -> Option<[char; 2]> {
    Some(match digit {
        '1' => ['一', '一'],
        '2' => ['二', '两'],
        '3' => ['三', '三'],
        '4' => ['四', '四'],
        '5' => ['五', '五'],
        '6' => ['六', '六'],
        '7' => ['七', '七'],
        '8' => ['八', '八'],
        '9' => ['九', '九'],
        _ => return None,
    })
}

/// Bytes of the text that read as this end of a phrase, digits for characters.
fn reads(text: &str, phrase: &str) -> Option<usize> {
    let mut chars = text.char_indices();
    for wanted in phrase.chars() {
        let (_, c) = chars.next()?;
        if c != wanted && !han_of(c).is_some_and(|han| han.contains(&wanted)) {
            return None;
        }
    }
    let end = text.len() - chars.as_str().len();
    let cut = text[..end].ends_with(|c: char| c.is_ascii_digit())
        && chars
            .as_str()
            .starts_with(|c: char| c.is_ascii_digit() || c == '.');
    (!cut).then_some(end)
}

/// The numbers that phrases are found by.
const KEYS: &str = "一二两三四五六七八九十";

/// For each key the phrases that have it, and where in them it stands, in bytes.
fn index() -> &'static [Vec<(&'static str, usize)>] {
    static INDEX: OnceLock<Vec<Vec<(&'static str, usize)>>> = OnceLock::new();
    INDEX.get_or_init(|| {
        let with = |key| {
            let phrases = PHRASES.split_ascii_whitespace();
            let all = phrases.flat_map(|one| one.match_indices(key).map(move |(at, _)| (one, at)));
            all.collect()
        };
        KEYS.chars().map(with).collect()
    })
}

/// The phrase that the figure is a part of, and its span in the line.
fn phrase(figure: &Figure, form: &str) -> Option<(&'static str, usize, usize)> {
    let key = form.chars().next()?;
    let phrases = &index()[KEYS.chars().position(|one| one == key)?];
    phrases.iter().find_map(|&(phrase, at)| {
        let (before, rest) = phrase.split_at(at);
        let tail = reads(figure.after(), rest.strip_prefix(form)?)?;
        let start = figure.start.checked_sub(before.len())?;
        let found = figure.before().ends_with(before);
        found.then_some((phrase, start, figure.end + tail))
    })
}

/// How the digits may be read: 15 is 十五 and 一五.
fn forms(figure: &Figure) -> impl Iterator<Item = String> {
    let number = figure.whole().filter(|&number| number <= 99);
    let both = if figure.text() == "2" {
        Some("两".to_owned())
    } else {
        None
    };
    let apart = (figure.text().len() > 1).then(|| {
        let digits = figure.text().chars();
        digits
            .map(|c| han_of(c).map_or('〇', |han| han[0]))
            .collect()
    });
    number
        .and_then(figures::in_han)
        .into_iter()
        .chain(both)
        .chain(apart)
}

impl SetFigures {
    fn phrases(line: &Line, figure: &Figure, out: &mut Out) -> Option<usize> {
        let (phrase, start, end) = forms(figure).find_map(|form| phrase(figure, &form))?;
        out.add(line, start..end, words::SET_FIGURES)
            .about(phrase)
            .offer(phrase);
        Some(end)
    }

    fn calendar(line: &Line, figure: &Figure, out: &mut Out) -> Option<usize> {
        let number = figure.whole()?;
        let (before, after) = (figure.before(), figure.after());
        let week = before.ends_with("星期") && (1..=6).contains(&number) && !figures::counts(after);
        let week = week && !after.starts_with(['节', '堂', '期', '班', '-', '—', '至', '到', '～']);
        let lunar = figures::ends(before, &LUNAR).is_some()
            && (1..=30).contains(&number)
            && !after.starts_with(['天', '个', '年', '场', '日', '月']);
        let spelled = figures::in_han(number)?;
        if before.ends_with("农历") && number <= 12 && after.starts_with('月') {
            let day = figures::leading(&after[3..]).filter(|day| !day.han);
            let end = figure.end + 3 + day.map_or(0, |day| day.end);
            let day = day.and_then(|day| figures::in_han(day.whole()?));
            let text = format!("{spelled}月{}", day.unwrap_or_default());
            out.add(line, figure.start..end, words::LUNAR_FIGURES)
                .offer(text);
            return Some(end);
        }
        if !week && !lunar {
            return None;
        }
        let why = if week {
            words::SET_FIGURES
        } else {
            words::LUNAR_FIGURES
        };
        out.add(line, figure.start..figure.end, why)
            .about(spelled.clone())
            .offer(spelled);
        Some(figure.end)
    }
}

impl Rule for SetFigures {
    fn name(&self) -> &'static str {
        "set-figures"
    }

    fn clause(&self) -> &'static str {
        "GB/T 15835-2011 4.2"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("共建“1带1路”。", "共建“一带一路”。"),
            ("干活不能3心2意。", "干活不能三心二意。"),
            ("谋划15五规划。", "谋划十五五规划。"),
            ("“14五”期间修路。", "“十四五”期间修路。"),
            ("学习党的20大精神。", "学习党的二十大精神。"),
            (
                "第1时间赶到，驻村第1书记在场。",
                "第一时间赶到，驻村第一书记在场。",
            ),
            (
                "51劳动节和61儿童节都放假。",
                "五一劳动节和六一儿童节都放假。",
            ),
            ("客人来自5湖4海。", "客人来自五湖四海。"),
            ("每逢星期3开门。", "每逢星期三开门。"),
            ("正月15闹花灯。", "正月十五闹花灯。"),
            ("农历8月15看月亮。", "农历八月十五看月亮。"),
            ("她荣立3等功。", "她荣立三等功。"),
            ("村2委带头。", "村两委带头。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "共建“一带一路”，党的二十大，第一时间。",
            "1起事故，1个村，每星期3次，第1名。",
            "“3·15”晚会，“9·18”事变，G20峰会。",
            "5月1日，6月1日，10月1日放假。",
            "8路车，3国选手，4号楼，2会议室。",
            "11个系列，21样展品，共31般。",
            "51个劳动模范，61名儿童。",
            "全镇统1500亩田。",
            "正月15天里，大年30年前。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        let mut past = 0;
        for figure in figures::arabic(line.text) {
            let short = figure.text().len() <= 3 && figure.whole().is_some();
            if figure.start < past || !short || figure.before_latin() || figure.in_code() {
                continue;
            }
            let found = Self::phrases(line, &figure, out);
            if let Some(end) = found.or_else(|| Self::calendar(line, &figure, out)) {
                past = end;
            }
        }
    }
}
