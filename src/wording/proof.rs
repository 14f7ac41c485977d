//! Why a passage is wrong; `{it}` is the passage or what was expected.

super::area::sentences! {
    SPACE_BETWEEN_HAN: "汉字之间不空格" / "no space between Han characters";
}
