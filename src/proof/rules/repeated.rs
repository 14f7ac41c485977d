//! Characters and words typed twice.

use super::row::Row;
use crate::proof::{Context, Line, Out, Rule, Severity};
use crate::text::marks::is_han;
use crate::wording::proof as words;

/// 的的, 街街: a character twice, where no word ends and none begins.
pub struct RepeatedCharacter;

/// 我们我们: a word twice.
pub struct RepeatedWord;

/// Characters that do not stand twice, with what may stand before and after the two where they
/// belong to two words: 目的|的, 为了|了解.
const ONCE: &[(char, &str, &str)] = &[
    ('的', "目标打有中无众标", "确士哥"),
    ('了', "为到明终未一罢甚时她他我您便就总算", "解然却结悟得望"),
    ('着', "", "手眼力重急火装迷陆落想实"),
    ('们', "哥爷姐娘", ""),
    ('在', "存现实内外自潜所正好", "于职场线建校岗编内外乎意座家"),
    ('是', "于但还只可凡要总就都正不也若", "否非"),
    (
        '和',
        "饱总温柔缓平共随中谐祥亲求",
        "谐平睦美气解好善田风服煦县顺",
    ),
    ('与', "参给赠付授", "会"),
    ('把', "一两几火车", "关握手脉"),
    ('被', "棉羽植毛", "子告动褥"),
    ('就', "成造", "业近要地医诊读餐职任"),
    ('于', "由对关至属基等鉴处位", "是"),
    ('为', "行作成认以因人有", "了民人何难主"),
    ('也', "", ""),
    ('我', "自忘", ""),
    ('你', "", ""),
    ('她', "", ""),
    ('其', "尤与土极何", "他中实次余间"),
    ('将', "即必大上中少", "来要军领士近"),
    ('但', "不非", "是凡"),
    ('又', "", ""),
    ('已', "而", "经"),
    ('能', "功可性智技节才职", "力够源量手干动见"),
    ('到', "达来遇等", "处位达来底期场"),
    ('以', "可得所加予难", "来及上下后前往内外为便免致色"),
    ('县', "", "城长委里级乡域"),
    ('街', "", "道坊头区上边面口景巷拍角"),
    ('镇', "", "政党上里村长区域委中"),
    ('桥', "", "头面梁上下边墩"),
    ('吗', "", ""),
    ('呢', "", ""),
    ('很', "", ""),
    ('并', "合一归", "且不非列购"),
    (
        '地',
        "土当基本各工场田绿草大内外境营园胜产",
        "方区点面里处铁震理域道上下址位块",
    ),
    ('得', "觉值获取难懂显免记", "到益出了以知"),
    (
        '用',
        "作使利应适费采启信公日专食实运录动租引享",
        "于户水电地工药心来以力车好途品具餐",
    ),
    ('这', "", ""),
    ('那', "", ""),
    ('它', "其", ""),
    ('及', "以涉普波顾提", "时其早格第至"),
    ('或', "", "者许"),
    ('从', "服听跟随", "容而事来业前此"),
    ('向', "方走面一转导", "往上下前来阳导"),
    ('由', "理自缘经", "来此于"),
    ('让', "转礼谦忍出", "步利座位"),
    ('给', "补供配自", "予力水"),
    ('此', "因由如从为", "外次时后刻前"),
    ('所', "场厕处派寓诊住", "有以在谓长需"),
    ('因', "原起成基病", "为此而素地"),
    ('使', "即促致大天假", "用命得馆"),
    ('则', "规原法准守", ""),
    ('仍', "", "然旧"),
    ('而', "然从反因进时", "且是言"),
    ('且', "而并况", ""),
    ('更', "变", "加新多好换"),
    ('都', "首成古大京", "市会是有"),
    ('区', "社地市城园景山小辖库", "域别委政级里内分间"),
    ('室', "", "内外友"),
    ('办', "主承协创", "理公法事学好案"),
    ('站', "", "在点台长起立岗"),
    ('厂', "", "房长区"),
    ('书', "", "记写法籍本店屋架画房目刊"),
    ('记', "", "者录得忆载住"),
    ('委', "", "员托会屈"),
    ('局', "", "长面部限"),
    ('党', "", "员委组支建史派章课总"),
    ('府', "", ""),
    ('税', "", "务收费"),
    ('幼', "", ""),
    ('诊', "", "所断室疗治"),
    ('岁', "", "月末"),
    ('渠', "", "道水"),
];

fn is_once(c: char, before: Option<char>, after: Option<char>) -> bool {
    let has = |list: &str, c: Option<char>| c.is_some_and(|c| list.contains(c));
    ONCE.iter()
        .find(|(one, _, _)| *one == c)
        .is_some_and(|(_, lefts, rights)| !has(lefts, before) && !has(rights, after))
}

/// Sounds, calls and numbers may stand three times.
const THRICE: &str = "哈呵嘿嘻啦呜咚喂来去好是对不走快嗡嘟叮当砰啪咯叽喳哗唰啊哎唉哦噢嘘滴咕嘎汪喵哒噔加冲杀静冷\
     一二三四五六七八九十零〇百千万多少长高远大小久人天年日月家看听说笑行等慢早晚红绿白黑爷奶妈爸哥姐谢";

impl Rule for RepeatedCharacter {
    fn name(&self) -> &'static str {
        "repeated-character"
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
            ("这是全村的的大事。", "这是全村的大事。"),
            ("我们们去看水。", "我们去看水。"),
            ("苇塘街街文化站开门。", "苇塘街文化站开门。"),
            ("乡亲们纷纷纷来看。", "乡亲们纷纷来看。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "这事的的确确办成了。",
            "为了了解水情，他不甚了了。",
            "叔叔阿姨一幅幅看，纷纷说谢谢。",
            "哈哈哈，来来来！",
            "他们的目的的确达到了。",
            "学院街街道办事处",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        if !twice(line.text) {
            return;
        }
        let row = Row::of(line.text);
        let mut at = 0;
        while at < row.chars().len() {
            let c = row.chars()[at];
            let run = row.chars()[at..].iter().take_while(|&&d| d == c).count();
            if is_han(c) && run > 1 {
                judge(line, &row, at, run, out);
            }
            at += run;
        }
    }
}

/// Whether a Han character stands twice in a row.
fn twice(text: &str) -> bool {
    let mut last = ' ';
    text.chars()
        .any(|c| std::mem::replace(&mut last, c) == c && is_han(c))
}

fn judge(line: &Line, row: &Row, at: usize, run: usize, out: &mut Out) {
    let c = row.chars()[at];
    let (before, after) = (row.before(at, 1), row.get(at + run));
    let once = ONCE.iter().any(|(one, _, _)| *one == c);
    let wrong = match run {
        2 => is_once(c, before, after),
        3 => once && c != '得' && is_once(c, before, after) || !once && !THRICE.contains(c),
        _ => once,
    };
    if !wrong {
        return;
    }
    // 的的的 leaves one, 纷纷纷 two.
    let left = if once { 1 } else { 2 };
    out.add(line, row.span(at..at + run), words::REPEATED_CHARACTER)
        .about(c)
        .offer(c.to_string().repeat(left));
}

/// Longest word, in characters, that is looked for twice in a row.
const LONGEST: usize = 8;

impl Rule for RepeatedWord {
    fn name(&self) -> &'static str {
        "repeated-word"
    }

    fn clause(&self) -> &'static str {
        "house"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn weight(&self) -> u16 {
        20
    }

    fn finds(&self) -> &'static [(&'static str, &'static str)] {
        &[
            ("我们我们去看水。", "我们去看水。"),
            (
                "渠水进村，通过通过大家的努力。",
                "渠水进村，通过大家的努力。",
            ),
            ("苇塘村苇塘村的水来了。", "苇塘村的水来了。"),
        ]
    }

    fn leaves(&self) -> &'static [&'static str] {
        &[
            "大家讨论讨论，再商量商量。",
            "一步一步走，一个一个来。",
            "钟声叮当叮当响。",
            "“好的好的，马上到马上到！”",
            "路笔直笔直的，天瓦蓝瓦蓝的。",
        ]
    }

    fn line(&self, line: &Line, _: &Context, out: &mut Out) {
        if !again(line.text) {
            return;
        }
        let row = Row::of(line.text);
        let chars = row.chars();
        let mut free = 0;
        let mut quoted = 0_usize;
        for at in 0..chars.len() {
            match chars[at] {
                '“' | '‘' => quoted += 1,
                '”' | '’' => quoted = quoted.saturating_sub(1),
                _ => {}
            }
            if at < free {
                continue;
            }
            let fits = |n: &usize| {
                let n = *n;
                at + 2 * n <= chars.len()
                    && chars[at..at + n] == chars[at + n..at + 2 * n]
                    && chars[at..at + n].iter().all(|&c| is_han(c))
            };
            let Some(n) = (2..=LONGEST).rev().find(fits) else {
                continue;
            };
            free = at + 2 * n;
            if !may_repeat(&row, at, n, quoted > 0) {
                let word = row.text(at..at + n);
                out.add(line, row.span(at..at + 2 * n), words::REPEATED_WORD)
                    .about(word.as_str())
                    .offer(word);
            }
        }
    }
}

/// Whether some two to eight characters stand twice in a row; one pass, nothing built.
fn again(text: &str) -> bool {
    let mut last = ['\0'; LONGEST];
    let mut runs = [0_usize; LONGEST + 1];
    for (at, c) in text.chars().enumerate() {
        let han = is_han(c);
        for n in 2..=LONGEST {
            let same = han && last[(at + LONGEST - n) % LONGEST] == c;
            runs[n] = if same { runs[n] + 1 } else { 0 };
            if runs[n] >= n {
                return true;
            }
        }
        last[at % LONGEST] = c;
    }
    false
}

fn may_repeat(row: &Row, at: usize, n: usize, quoted: bool) -> bool {
    let word = &row.chars()[at..at + n];
    let same = word.iter().all(|&c| c == word[0]);
    let counts = word
        .iter()
        .any(|c| "一二两三几半又十百千第几每不没再".contains(*c));
    // 走着走着, 说啊说啊
    let lasting = n == 2 && matches!(word[1], '着' | '啊' | '呀' | '哇');
    if same || counts || lasting || sounds(word) {
        return true;
    }
    let text: String = word.iter().collect();
    if NEVER.split(' ').any(|one| one == text) {
        return false;
    }
    quoted || n == 2 && DOUBLES.split(' ').any(|one| one == text) || n > 2 && calls(row, at, n)
}

/// Words that imitate sounds: both characters with a mouth at the side, or nearly all known ones.
fn sounds(word: &[char]) -> bool {
    const SOUNDS: &str = "叮当咚哗啦轰隆咔嚓嚓滴答嗒哒呼噜咕嘟吱呀嘎啪噼扑通嗡嗵咣叽喳唧喔汪喵咩哞嘀嘚嘻哈嘿吼唰沙簌潺淙乒乓砰锵吧唠呱哇啊嗨哟嗬加油";
    word.iter().all(|c| SOUNDS.contains(*c))
}

/// A shout or a refrain: it ends at a mark of its own.
fn calls(row: &Row, at: usize, n: usize) -> bool {
    row.get(at + 2 * n) == Some('！')
}

/// Words that are a slip even in speech.
const NEVER: &str = "我们 你们 他们 她们 它们 咱们 进行 因为 所以 但是 而且 以及 通过 为了 由于 对于 关于 其中 并且 虽然 如果 \
然后 以来 已经 正在 可以 应该 这个 那个 这些 那些 社区 居民 记者 群众 开展 推进 提高 提升 实现 加强 发展 建设 工作 活动 项目 部门 \
企业 单位 政府 干部 党员 目前 今年 去年 近日 昨天 以上 以下 自己 同时 此外";

/// Words that double in good Chinese: ABAB of verbs for a while, of adjectives for a high degree.
const DOUBLES: &str = "研究 商量 讨论 休息 学习 了解 打听 考虑 介绍 收拾 锻炼 放松 热闹 高兴 雪白 通红 笔直 瓦蓝 碧绿 漆黑 火红 金黄 \
乌黑 冰凉 滚烫 崭新 稀烂 煞白 蜡黄 焦黄 喷香 笔挺 溜光 滚圆 翠绿 嫩绿 湛蓝 蔚蓝 鲜红 血红 粉红 橙黄 墨绿 银白 死沉 贼亮 锃亮 油亮 \
透亮 飞快 非常 永远 很多 好多 特别 十分 相当 打扫 活动 运动 交流 沟通 切磋 琢磨 商议 合计 盘算 掂量 估摸 打量 端详 观察 体验 感受 \
尝试 试验 检验 考验 锻造 调整 调剂 调节 调理 整理 清理 打理 料理 照顾 照应 关心 关照 帮助 帮忙 支持 配合 教育 批评 表扬 宣传 解释 \
说明 说道 唠叨 念叨 絮叨 嘀咕 比划 比较 对照 参考 复习 温习 练习 演练 排练 巩固 改进 改造 改善 完善 装饰 装扮 打扮 收拾 拾掇 归置 \
布置 安排 准备 计划 规划 设计 策划 筹划 总结 反思 回忆 回味 品味 品尝 欣赏 观赏 参观 走动 转悠 溜达 散步 遛弯 晃悠 活络 舒展 伸展 \
舒服 痛快 快活 快乐 开心 轻松 凉快 暖和 清静 安静 平静 冷静 清醒 缓和 缓解 消化 理解 体谅 体会 领会 领教 请教 指教 指点 指导 辅导 \
开导 劝导 引导 督促 催促 提醒 警告 教训 惩罚 处理 处置 解决 应付 对付 周旋 磨炼 历练 见识 认识 熟悉 适应 敲打 拍打 修理 修整 修补 \
缝补 拜访 走访 慰问 看望 联系 联络 核实 核对 查看 检查 检讨 审查 调查 打探 摸索 探索 探讨 探究 分析 评论 评价 评比 比试 较量 意思 \
大家 谢谢 慢慢 点滴 许久 多少 好好 反复 逐个 来回 往复 无数 生生 世世 年年 日日 拜托 恭喜 欢迎 再见 抱歉 努力 疏通 松动 发散 发泄 \
通融 通报 张罗 铺垫 挪动 滋润 滋补 补贴 享受 逍遥 潇洒 威风 神气 风光 显摆 炫耀 表现 亲热 亲近 团聚 聚会 热乎 热络 打磨 推敲 斟酌 \
推广 改改 验证 印证 证明 证实 监督 管理 约束 规范 收敛 控制 克制 忍耐 等待 期待 盼望 瓦亮 精瘦 干瘦 矮胖 细长 狭长 瘦高 笔陡 陡峭 \
稀薄 死死 紧紧 斜斜 通亮 雪亮 明亮 漂亮 干净 整齐 精神 振作 熨帖 稳当 踏实 结实 牢靠 稳固";
