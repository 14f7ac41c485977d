//! A scratch newsroom with a home of its own, so that no configuration of the machine counts.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A folder for a newsroom beside a home folder.
pub struct Room {
    dir: TempDir,
}

const IDENTITY: &str = "[user]\nname = 编辑部\nemail = desk@example.invalid\n";

impl Room {
    /// A newsroom in a repository, with an identity.
    pub fn new() -> Self {
        let room = Self::bare();
        fs::create_dir_all(room.path("drafts")).unwrap();
        room.git(&["init", "-q"]);
        room
    }

    /// An empty folder without repository.
    pub fn bare() -> Self {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir_all(dir.path().join("room")).unwrap();
        fs::create_dir_all(dir.path().join("home")).unwrap();
        let room = Self { dir };
        room.identify();
        room
    }

    /// Gives git a name and an e-mail.
    pub fn identify(&self) {
        self.write_config(IDENTITY);
    }

    /// Replaces git's global configuration.
    pub fn write_config(&self, text: &str) {
        fs::write(self.dir.path().join("home/gitconfig"), text).unwrap();
    }

    /// A path in the newsroom.
    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join("room").join(name)
    }

    /// The text of a file.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Writes a file and the folders above it.
    pub fn write(&self, name: &str, text: &str) {
        self.write_bytes(name, text.as_bytes());
    }

    /// The same with any bytes.
    pub fn write_bytes(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// A whole story.
    pub fn story(&self, id: &str, rank: &str, status: &str) {
        let text = format!(
            "schema = 1\nkind = \"story\"\nplace = \"柳林社区\"\nheadline = \"{id}的标题\"\n\
             deck = \"\"\ndate = 2026-04-01\nstatus = \"{status}\"\nrank = \"{rank}\"\n\n\
             [byline]\nreporters = [\"林一舟\"]\n\n[text]\nbody = \"\"\"\n第一段。\n\n第二段。\n\"\"\"\n"
        );
        self.write(&format!("drafts/2026-04/{id}.toml"), &text);
    }

    /// The names in a folder, sorted.
    pub fn names(&self, name: &str) -> Vec<String> {
        let names = fs::read_dir(self.path(name)).unwrap();
        let mut names: Vec<String> = names
            .map(|n| n.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    /// Runs git, which must succeed; its output.
    pub fn git(&self, args: &[&str]) -> String {
        let mut command = Command::new("git");
        self.isolate(command.arg("-C").arg(self.path("")).args(args));
        let output = command.output().unwrap();
        assert!(
            output.status.success(),
            "git {args:?}: {}",
            text(&output.stderr)
        );
        text(&output.stdout)
    }

    /// The program, ready to run in the newsroom.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_liangdian"));
        self.isolate(command.current_dir(self.path("")).args(args));
        command
    }

    fn isolate(&self, command: &mut Command) {
        let home = self.dir.path().join("home");
        for name in [
            "LIANGDIAN_NEWSROOM",
            "LIANGDIAN_USER",
            "LIANGDIAN_LANG",
            "LANG",
            "LC_ALL",
        ] {
            command.env_remove(name);
        }
        for name in [
            "GIT_DIR",
            "GIT_WORK_TREE",
            "GIT_INDEX_FILE",
            "GIT_AUTHOR_NAME",
            "GIT_COMMITTER_NAME",
            "GIT_COMMITTER_EMAIL",
            "EMAIL",
        ] {
            command.env_remove(name);
        }
        command
            .env("HOME", &home)
            .env("XDG_STATE_HOME", home.join("state"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("GIT_CONFIG_GLOBAL", home.join("gitconfig"))
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_CEILING_DIRECTORIES", Path::new("/"));
    }

    /// Runs the program.
    pub fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// Runs the program, which must succeed; its output.
    pub fn ok(&self, args: &[&str]) -> String {
        let output = self.run(args);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{args:?}: {said}");
        text(&output.stdout)
    }

    /// Runs the program, which must end with this code; its errors.
    pub fn refused(&self, args: &[&str], code: i32) -> String {
        let output = self.run(args);
        assert_eq!(
            output.status.code(),
            Some(code),
            "{args:?}: {}",
            text(&output.stderr)
        );
        text(&output.stderr)
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A JSON document.
pub fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap_or_else(|e| panic!("{e}: {text}"))
}
