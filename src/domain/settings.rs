//! `newsroom.toml`: every key optional, every default named here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Credits;

/// The settings of a newsroom.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The series whose issues are numbered.
    pub title: String,
    /// The paper that prints it; may be empty.
    pub paper: String,
    /// How issues are numbered.
    pub numbering: Numbering,
    /// `zh` or `en`; without it the locale decides, and Chinese where it does not.
    pub language: Option<String>,
    /// Review stages.
    pub review: ReviewSettings,
    /// Who is credited in an issue.
    pub credits: Credits,
    /// Issue files.
    pub export: ExportSettings,
    /// Git.
    pub git: GitSettings,
    /// Drawing.
    pub screen: ScreenSettings,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            title: "亮点工作系列报道".into(),
            paper: String::new(),
            numbering: Numbering::Running,
            language: None,
            review: ReviewSettings::default(),
            credits: Credits::default(),
            export: ExportSettings::default(),
            git: GitSettings::default(),
            screen: ScreenSettings::default(),
        }
    }
}

/// How the printed number of an issue is counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Numbering {
    /// 总第N期: through all years.
    #[default]
    Running,
    /// 第N期 of its year.
    Yearly,
}

/// `[review]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct ReviewSettings {
    /// Names of the signatures a draft needs, in order; none unless listed.
    pub stages: Vec<String>,
    /// Who may sign a stage, by its name; anyone signs a stage that is not listed.
    pub signers: BTreeMap<String, Vec<String>>,
    /// How many proof passes (校次) a draft needs; none are asked for by default.
    pub passes: u8,
}

/// `[export]`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct ExportSettings {
    /// Names of the formats an issue is written in.
    pub formats: Vec<String>,
}

impl Default for ExportSettings {
    fn default() -> Self {
        Self {
            formats: vec!["txt".into(), "md".into()],
        }
    }
}

/// `[git]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct GitSettings {
    /// Whether the program commits.
    pub commit: Commit,
}

/// Whether the program commits what it wrote.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Commit {
    /// Imports, edits that are left, issues.
    #[default]
    Auto,
    /// Never: the house commits by itself.
    Manual,
}

/// `[screen]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct ScreenSettings {
    /// How many cells “ ” … — take on the terminals of this house.
    pub ambiguous: AmbiguousSetting,
}

/// How the width of ambiguous characters is found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum AmbiguousSetting {
    /// The terminal is asked.
    #[default]
    #[serde(rename = "auto")]
    Auto,
    /// One cell, whatever the terminal says.
    #[serde(rename = "1")]
    One,
    /// Two cells, whatever the terminal says.
    #[serde(rename = "2")]
    Two,
    /// Drawn so that it is right either way.
    #[serde(rename = "safe")]
    Safe,
}

/// Cells of an East Asian Ambiguous character (UAX #11), as rows are laid out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum AmbiguousCells {
    /// One cell, as most terminals draw them.
    #[default]
    One,
    /// Two cells, as terminals with a CJK profile do.
    Two,
}
