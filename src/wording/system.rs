//! The system's refusals in the newsroom's words.

use std::io::{self, ErrorKind};

use super::{Lang, Text};

super::area::sentences! {
    NOT_FOUND: "没有这个文件" / "there is no such file";
    DENIED: "没有权限" / "permission denied";
    IS_DIRECTORY: "这是文件夹，请写出里面的文件名" / "this is a folder; name a file in it";
    NOT_DIRECTORY: "路径中有一段不是文件夹" / "a part of the path is no folder";
    FULL: "磁盘已满" / "the disk is full";
    QUOTA: "磁盘配额已用完" / "the disk quota is used up";
    READ_ONLY: "文件系统是只读的" / "the file system is read-only";
    EXISTS: "已有同名文件" / "a file of that name exists";
    BUSY: "文件正被占用" / "the file is in use";
    NAME_TOO_LONG: "文件名太长" / "the name is too long";
}

/// Why the system refused; its own words where this catalogue has none.
pub fn why(error: &io::Error, lang: Lang) -> String {
    match known(error.kind()) {
        Some(text) => text.get(lang).to_owned(),
        None => error.to_string(),
    }
}

fn known(kind: ErrorKind) -> Option<Text> {
    Some(match kind {
        ErrorKind::NotFound => NOT_FOUND,
        ErrorKind::PermissionDenied => DENIED,
        ErrorKind::IsADirectory => IS_DIRECTORY,
        ErrorKind::NotADirectory => NOT_DIRECTORY,
        ErrorKind::StorageFull => FULL,
        ErrorKind::QuotaExceeded => QUOTA,
        ErrorKind::ReadOnlyFilesystem => READ_ONLY,
        ErrorKind::AlreadyExists => EXISTS,
        ErrorKind::ResourceBusy => BUSY,
        ErrorKind::InvalidFilename => NAME_TOO_LONG,
        _ => return None,
    })
}

/// The sentence of a kind of refusal whose words were kept beside it.
pub fn kept(kind: ErrorKind, said: &str, lang: Lang) -> String {
    known(kind).map_or_else(|| said.to_owned(), |text| text.get(lang).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_told_in_the_newsrooms_words() {
        let error = io::Error::from(ErrorKind::NotFound);
        assert_eq!(why(&error, Lang::Zh), "没有这个文件");
        let odd = io::Error::other("tape torn");
        assert_eq!(why(&odd, Lang::Zh), "tape torn");
    }
}
