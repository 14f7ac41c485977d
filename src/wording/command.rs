//! The command line: help, results and errors.

super::area::sentences! {
    ABOUT: "亮点：终端里的编辑部" / "Liangdian: a newsroom in a terminal";
}
