//! The `liangdian` program: everything is in the library.
fn main() {}
