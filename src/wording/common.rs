//! Words that several screens and commands share.

super::area::sentences! {
    STORY: "报道" / "story";
    BRIEF: "简讯" / "brief";
    INTRO: "开栏语" / "opening words";
}
