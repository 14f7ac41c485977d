//! What a terminal is trusted with, by the name it goes by; it is never asked.

/// How many colours the terminal is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Colours {
    /// None: `NO_COLOR`, or a terminal of the VT100 to VT400 line.
    None,
    /// SGR 30 to 37 and 40 to 47.
    Eight,
    /// The bright ones too: SGR 90 to 97 and 100 to 107.
    Sixteen,
    /// `38;5;n` for the rest of the palette.
    Palette,
    /// `38;2;r;g;b`.
    Full,
}

/// How a change in mid-row is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Path {
    /// Cells are shifted (ICH, DCH) and rows scrolled: a few bytes a row.
    Insert,
    /// What differs is written: right on any terminal with a cursor that can be placed.
    Plain,
}

/// Why a path is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The terminal goes by a name of a family that shifts cells (VT220 and later).
    Known,
    /// The name is not one of a family that is known to.
    Unknown,
    /// `TERM` is not set.
    Unnamed,
    /// The editor asked for it.
    Asked,
}

/// What is used of a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capabilities {
    /// Colours.
    pub colours: Colours,
    /// Whether cells and rows are shifted.
    pub insert: Path,
    /// Why.
    pub why: Why,
    /// SU scrolls rows up (not on the Linux console).
    pub scroll_up: bool,
    /// Erased cells take the background that is set (terminfo `bce`).
    pub erase_colours: bool,
    /// REP repeats a character. Many programs call themselves xterm and do not know it, so only
    /// names that nobody borrows count.
    pub repeat: bool,
}

/// Families whose members shift cells and scroll regions: `TERM` begins with one of these.
const CAPABLE: [&str; 22] = [
    "xterm",
    "screen",
    "tmux",
    "putty",
    "linux",
    "rxvt",
    "konsole",
    "vte",
    "gnome",
    "foot",
    "alacritty",
    "wezterm",
    "ghostty",
    "kitty",
    "mintty",
    "mlterm",
    "st-",
    "iterm",
    "contour",
    "teraterm",
    "vt220",
    "ms-terminal",
];
/// Families that leave the default background where cells are erased.
const NO_ERASE_COLOURS: [&str; 4] = ["screen", "tmux", "vt", "foot"];
const REPEAT: [&str; 4] = ["tmux", "alacritty", "xterm-kitty", "xterm-ghostty"];
const EIGHT: [&str; 4] = ["linux", "ansi", "cygwin", "sun"];

impl Capabilities {
    /// From the values of `TERM`, `COLORTERM`, and whether `NO_COLOR` is set to anything.
    pub fn of(term: Option<&str>, colorterm: Option<&str>, no_color: bool) -> Self {
        let name = term.unwrap_or("");
        let among = |families: &[&str]| families.iter().any(|f| name.starts_with(f));
        let (insert, why) = match name {
            "" => (Path::Plain, Why::Unnamed),
            _ if among(&CAPABLE) => (Path::Insert, Why::Known),
            _ => (Path::Plain, Why::Unknown),
        };
        Self {
            colours: if no_color {
                Colours::None
            } else {
                colours(name, colorterm.unwrap_or(""))
            },
            insert,
            why,
            scroll_up: insert == Path::Insert && !among(&["linux", "vt"]),
            erase_colours: insert == Path::Insert && !among(&NO_ERASE_COLOURS),
            repeat: among(&REPEAT),
        }
    }

    /// The same terminal, painted the plain way.
    #[must_use]
    pub fn plainly(self) -> Self {
        Self {
            insert: Path::Plain,
            why: Why::Asked,
            scroll_up: false,
            erase_colours: false,
            repeat: false,
            ..self
        }
    }
}

fn colours(term: &str, colorterm: &str) -> Colours {
    let is = |families: &[&str]| families.iter().any(|f| term.starts_with(f));
    if matches!(colorterm, "truecolor" | "24bit") || term.ends_with("-direct") {
        Colours::Full
    } else if term.contains("256color") {
        Colours::Palette
    } else if is(&["vt"]) && !is(&["vte"]) {
        Colours::None
    } else if is(&EIGHT) || term.is_empty() {
        Colours::Eight
    } else if is(&CAPABLE) {
        Colours::Sixteen
    } else {
        Colours::Eight
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_is_trusted_by_its_name() {
        for (term, path, why, colours, fills) in [
            (
                "xterm-256color",
                Path::Insert,
                Why::Known,
                Colours::Palette,
                true,
            ),
            ("xterm", Path::Insert, Why::Known, Colours::Sixteen, true),
            (
                "screen-256color",
                Path::Insert,
                Why::Known,
                Colours::Palette,
                false,
            ),
            ("tmux", Path::Insert, Why::Known, Colours::Sixteen, false),
            ("linux", Path::Insert, Why::Known, Colours::Eight, true),
            ("vt220", Path::Insert, Why::Known, Colours::None, false),
            ("vt100", Path::Plain, Why::Unknown, Colours::None, false),
            ("wyse60", Path::Plain, Why::Unknown, Colours::Eight, false),
            ("", Path::Plain, Why::Unnamed, Colours::Eight, false),
        ] {
            let it = Capabilities::of(Some(term).filter(|t| !t.is_empty()), None, false);
            let seen = (it.insert, it.why, it.colours, it.erase_colours);
            assert_eq!(seen, (path, why, colours, fills), "{term}");
        }
    }

    #[test]
    fn colours_follow_colorterm_and_no_color() {
        let of = |colorterm, no| Capabilities::of(Some("xterm"), colorterm, no).colours;
        assert_eq!(of(Some("truecolor"), false), Colours::Full);
        assert_eq!(of(Some("truecolor"), true), Colours::None);
    }

    #[test]
    fn rep_is_not_sent_to_whatever_calls_itself_xterm() {
        assert!(!Capabilities::of(Some("xterm-256color"), None, false).repeat);
        assert!(Capabilities::of(Some("tmux-256color"), None, false).repeat);
    }
}
