//! Colours by role. Every role can be told apart without colour too.

use ratatui::style::{Color, Modifier, Style};

/// What a piece of the screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Plain text.
    Text,
    /// The bar at the top.
    Bar,
    /// A bar inside a screen.
    Rule,
    /// Heads of columns.
    Head,
    /// Names of fields, things of less weight.
    Faint,
    /// What is chosen.
    Chosen,
    /// What is chosen in a pane without the keys.
    Marked,
    /// A headline or crosshead.
    Strong,
    /// Done, ready.
    Good,
    /// A fault, or something not done.
    Bad,
    /// Waiting for somebody.
    Waiting,
    /// A key in the hint line.
    Key,
    /// The field with the caret.
    Field,
    /// Text that went.
    Gone,
    /// Text that came.
    New,
}

/// A set of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Sixteen colours.
    Colour,
    /// None, for `NO_COLOR`.
    Plain,
}

impl Theme {
    /// The style of a role.
    pub fn style(self, role: Role) -> Style {
        match self {
            Self::Colour => colour(role),
            Self::Plain => plain(role),
        }
    }
}

fn colour(role: Role) -> Style {
    let style = Style::new();
    match role {
        Role::Text => style,
        Role::Bar => style
            .fg(Color::White)
            .bg(Color::Blue)
            .add_modifier(Modifier::BOLD),
        Role::Rule => style.fg(Color::Black).bg(Color::Gray),
        Role::Head => style.fg(Color::Cyan),
        Role::Faint => style.fg(Color::DarkGray),
        Role::Chosen => style.fg(Color::Black).bg(Color::Cyan),
        Role::Strong => style.add_modifier(Modifier::BOLD),
        Role::Good => style.fg(Color::Green),
        Role::Bad => style.fg(Color::Red).add_modifier(Modifier::BOLD),
        Role::Waiting => style.fg(Color::Yellow),
        Role::Key => style.fg(Color::Cyan).add_modifier(Modifier::BOLD),
        Role::Marked | Role::Field => style.add_modifier(Modifier::UNDERLINED),
        Role::Gone => style.fg(Color::Red).add_modifier(Modifier::CROSSED_OUT),
        Role::New => style.fg(Color::Green).add_modifier(Modifier::UNDERLINED),
    }
}

fn plain(role: Role) -> Style {
    let style = Style::new();
    match role {
        Role::Text | Role::Faint | Role::Good | Role::Waiting | Role::Gone => style,
        Role::Bar | Role::Chosen => style.add_modifier(Modifier::REVERSED),
        // Not reversed: a chosen row beside it must not look like a part of it.
        Role::Rule => style.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        Role::Head | Role::Strong | Role::Bad | Role::Key => style.add_modifier(Modifier::BOLD),
        Role::Marked | Role::Field | Role::New => style.add_modifier(Modifier::UNDERLINED),
    }
}
