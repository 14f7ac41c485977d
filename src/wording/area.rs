//! The form of a catalogue file.

/// Declares the sentences of one area: `NAME: "中文" / "English";`.
macro_rules! sentences {
    ($($name:ident: $zh:literal / $en:literal;)*) => {
        $(
            #[doc = concat!("`", $zh, "`")]
            #[allow(clippy::doc_markdown)]
            pub const $name: $crate::wording::Text = $crate::wording::Text { zh: $zh, en: $en };
        )*

        /// Every sentence of this area with its name, for tests.
        pub const ALL: &[(&str, $crate::wording::Text)] = &[$((stringify!($name), $name)),*];
    };
}
pub(crate) use sentences;
