//! The words a byline is made of beside its names.
//!
//! Knows no line; how the words are read is the business of `tokens`.

use crate::domain::Role;
use crate::import::words::Words;

/// Role words, longest first where one begins another; the flag keeps the words as a title.
pub(super) const ROLES: [(&str, Role, bool); 49] = [
    ("全媒体见习记者", Role::Reporter, true),
    ("融媒体见习记者", Role::Reporter, true),
    ("融媒体中心记者", Role::Reporter, false),
    ("全媒体首席记者", Role::Reporter, true),
    ("首席全媒体记者", Role::Reporter, true),
    ("全媒体实习记者", Role::Reporter, true),
    ("见习全媒体记者", Role::Reporter, true),
    ("全媒体摄影记者", Role::Photographer, false),
    ("全媒体记者", Role::Reporter, true),
    ("融媒体记者", Role::Reporter, true),
    ("新媒体记者", Role::Reporter, true),
    ("特约通讯员", Role::Correspondent, true),
    ("特约撰稿人", Role::Reporter, true),
    ("首席记者", Role::Reporter, true),
    ("融媒记者", Role::Reporter, true),
    ("见习记者", Role::Reporter, true),
    ("实习记者", Role::Reporter, true),
    ("特约记者", Role::Reporter, true),
    ("特派记者", Role::Reporter, true),
    ("驻地记者", Role::Reporter, true),
    ("文字记者", Role::Reporter, false),
    ("图片记者", Role::Photographer, false),
    ("视频记者", Role::Reporter, true),
    ("摄影记者", Role::Photographer, false),
    ("摄影通讯员", Role::Photographer, false),
    ("摄影作者", Role::Photographer, false),
    ("小记者", Role::Reporter, true),
    ("本报记者", Role::Reporter, false),
    ("本台记者", Role::Reporter, false),
    ("本网记者", Role::Reporter, false),
    ("本刊记者", Role::Reporter, false),
    ("本报通讯员", Role::Correspondent, false),
    ("本报摄影", Role::Photographer, false),
    ("通讯员", Role::Correspondent, false),
    ("通讯员供图", Role::Photographer, false),
    ("报道员", Role::Correspondent, true),
    ("实习生", Role::Reporter, true),
    ("撰稿人", Role::Reporter, false),
    ("撰稿", Role::Reporter, false),
    ("撰文", Role::Reporter, false),
    ("采编", Role::Reporter, false),
    ("采写", Role::Reporter, false),
    ("作者", Role::Reporter, false),
    ("供稿人", Role::Correspondent, false),
    ("投稿人", Role::Correspondent, false),
    ("供稿", Role::Correspondent, false),
    ("来稿", Role::Correspondent, false),
    ("供图", Role::Photographer, false),
    ("记者", Role::Reporter, false),
];

/// Words said of text and pictures together.
pub(super) const BOTH: [&str; 18] = [
    "摄影报道",
    "图片报道",
    "摄影报导",
    "文/图",
    "图/文",
    "文／图",
    "图／文",
    "文、图",
    "图、文",
    "文 图",
    "文并图",
    "文并摄",
    "文/摄",
    "文／摄",
    "撰文/摄影",
    "文图",
    "图文",
    "文|图",
];

/// What may begin a role word and says nothing: 本报见习记者, 本报讯.
pub(super) const PREFIX: [&str; 7] = [
    "本报",
    "本台",
    "本网",
    "本刊",
    "我报",
    "区融媒体中心全媒体",
    "县融媒体中心全媒体",
];

/// Words for who made the page and not the story.
pub(super) static CREDITS: Words = Words::new(
    "编辑 责任编辑 责编 美编 美术编辑 值班编辑 校对 责任校对 审核 审校 审签 初审 复审 终审 一审 二审 三审 监制 总监制 \
     审稿 编审 审定 签发 统筹 策划 出品 制图 排版 制作 主编 总编",
);

/// Words for where somebody works.
pub(super) static UNITS: Words =
    Words::new("单位 工作单位 作者单位 所在单位 供稿单位 报送单位 来稿单位");
