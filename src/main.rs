//! The `liangdian` program: everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    liangdian::runtime::cli::main()
}
