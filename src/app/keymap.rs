//! Which key does what on which screen: one table that dispatch, hints and help all read.

use std::collections::HashMap;

use super::key::{Key, NotAKey};
use crate::wording::{Lang, Text, keys as words};

/// Where a key is pressed. A screen with text under the caret asks [`Context::Text`] last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// The queue.
    Queue,
    /// The words that filter the queue, while they are typed.
    Filter,
    /// The story screen.
    Story,
    /// The byline screen.
    Byline,
    /// The name of a file to import, while it is typed.
    Ask,
    /// The import screen.
    Import,
    /// An issue that was made.
    Issue,
    /// The faults that keep an issue from being made.
    Blocked,
    /// No issue, since no draft is ready.
    NothingReady,
    /// Files that could not be read.
    Problems,
    /// The first start in an empty folder.
    Welcome,
    /// The keys of a screen.
    Help,
    /// Any text under the caret.
    Text,
}

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // Each is told in `BINDINGS` by the sentence that help shows.
pub enum Action {
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    Open,
    Back,
    Quit,
    Help,
    Assemble,
    Undo,
    EditByline,
    Import,
    New,
    MoveUp,
    MoveDown,
    Submit,
    Hold,
    Spike,
    NextFilter,
    AllStages,
    FilterWords,
    ShowProblems,
    Reload,
    Save,
    NextField,
    PreviousField,
    NextDraft,
    PreviousDraft,
    Complete,
    Take,
    TakeAll,
    Join,
    Split,
    ChangeKind,
    Create,
    ShowRepairs,
    OtherPane,
    MakeNewsroom,
    // Text under the caret.
    Left,
    Right,
    RowStart,
    RowEnd,
    TextStart,
    TextEnd,
    ClauseLeft,
    ClauseRight,
    SelectLeft,
    SelectRight,
    SelectUp,
    SelectDown,
    SelectRowStart,
    SelectRowEnd,
    SelectAll,
    Enter,
    Backspace,
    Delete,
    DeleteClause,
    Cut,
    Copy,
    Paste,
    UndoText,
    RedoText,
    ParagraphUp,
    ParagraphDown,
    Crosshead,
}

/// One line of the key table.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// Where.
    pub context: Context,
    /// What.
    pub action: Action,
    /// The keys, the one that hints show first.
    pub keys: &'static [&'static str],
    /// The sentence in help.
    pub help: Text,
    /// The word in the hint line; actions without one stay out of it.
    pub hint: Option<Text>,
}

const fn shown(
    context: Context,
    action: Action,
    keys: &'static [&'static str],
    hint: Text,
    help: Text,
) -> Binding {
    Binding {
        context,
        action,
        keys,
        help,
        hint: Some(hint),
    }
}

const fn quiet(
    context: Context,
    action: Action,
    keys: &'static [&'static str],
    help: Text,
) -> Binding {
    Binding {
        context,
        action,
        keys,
        help,
        hint: None,
    }
}

/// Every key of the program.
pub const BINDINGS: &[Binding] = {
    use Action as A;
    use Context as C;
    &[
        shown(
            C::Queue,
            A::Assemble,
            &["a"],
            words::ASSEMBLE,
            words::ASSEMBLE_HELP,
        ),
        shown(
            C::Queue,
            A::Open,
            &["enter", "e"],
            words::OPEN,
            words::OPEN_HELP,
        ),
        shown(
            C::Queue,
            A::EditByline,
            &["b", "f2"],
            words::BYLINE,
            words::BYLINE_HELP,
        ),
        shown(
            C::Queue,
            A::Import,
            &["i"],
            words::IMPORT,
            words::IMPORT_HELP,
        ),
        shown(C::Queue, A::New, &["n"], words::NEW, words::NEW_HELP),
        shown(
            C::Queue,
            A::Submit,
            &["s"],
            words::SUBMIT,
            words::SUBMIT_HELP,
        ),
        shown(C::Queue, A::Hold, &["h"], words::HOLD, words::HOLD_HELP),
        shown(
            C::Queue,
            A::Spike,
            &["x", "delete"],
            words::SPIKE,
            words::SPIKE_HELP,
        ),
        shown(
            C::Queue,
            A::Undo,
            &["u", "z", "ctrl-z"],
            words::UNDO,
            words::UNDO_HELP,
        ),
        shown(
            C::Queue,
            A::NextFilter,
            &["f", "tab"],
            words::STAGES,
            words::STAGES_HELP,
        ),
        shown(
            C::Queue,
            A::FilterWords,
            &["/", "ctrl-f"],
            words::FIND,
            words::FIND_HELP,
        ),
        shown(
            C::Queue,
            A::Help,
            &["?", "f1"],
            words::HELP,
            words::HELP_HELP,
        ),
        shown(
            C::Queue,
            A::Quit,
            &["q", "ctrl-q", "ctrl-c"],
            words::QUIT,
            words::QUIT_HELP,
        ),
        quiet(C::Queue, A::Up, &["up", "k"], words::UP_HELP),
        quiet(C::Queue, A::Down, &["down", "j"], words::DOWN_HELP),
        quiet(
            C::Queue,
            A::PageUp,
            &["pageup", "ctrl-b"],
            words::PAGE_UP_HELP,
        ),
        quiet(
            C::Queue,
            A::PageDown,
            &["pagedown", "space"],
            words::PAGE_DOWN_HELP,
        ),
        quiet(C::Queue, A::First, &["home", "g"], words::FIRST_HELP),
        quiet(C::Queue, A::Last, &["end", "G"], words::LAST_HELP),
        quiet(
            C::Queue,
            A::MoveUp,
            &["[", "K", "shift-up", "alt-up"],
            words::MOVE_UP_HELP,
        ),
        quiet(
            C::Queue,
            A::MoveDown,
            &["]", "J", "shift-down", "alt-down"],
            words::MOVE_DOWN_HELP,
        ),
        quiet(
            C::Queue,
            A::AllStages,
            &["esc", "0"],
            words::ALL_STAGES_HELP,
        ),
        quiet(C::Queue, A::ShowProblems, &["p"], words::PROBLEMS_HELP),
        quiet(C::Queue, A::Reload, &["r", "f5"], words::RELOAD_HELP),
        //
        shown(
            C::Filter,
            A::Open,
            &["enter"],
            words::DONE,
            words::FILTER_DONE_HELP,
        ),
        shown(
            C::Filter,
            A::Back,
            &["esc"],
            words::CLEAR,
            words::FILTER_CLEAR_HELP,
        ),
        quiet(C::Filter, A::Up, &["up"], words::UP_HELP),
        quiet(C::Filter, A::Down, &["down"], words::DOWN_HELP),
        //
        shown(
            C::Story,
            A::Back,
            &["esc"],
            words::BACK,
            words::STORY_BACK_HELP,
        ),
        shown(
            C::Story,
            A::Save,
            &["ctrl-s"],
            words::SAVE,
            words::SAVE_HELP,
        ),
        shown(
            C::Story,
            A::EditByline,
            &["f2", "ctrl-b"],
            words::BYLINE,
            words::BYLINE_HELP,
        ),
        shown(
            C::Story,
            A::Submit,
            &["f4"],
            words::SUBMIT,
            words::SUBMIT_HELP,
        ),
        shown(
            C::Story,
            A::NextField,
            &["tab"],
            words::NEXT_FIELD,
            words::NEXT_FIELD_HELP,
        ),
        shown(
            C::Story,
            A::UndoText,
            &["ctrl-z"],
            words::UNDO,
            words::UNDO_TEXT_HELP,
        ),
        shown(
            C::Story,
            A::RedoText,
            &["ctrl-y"],
            words::REDO,
            words::REDO_TEXT_HELP,
        ),
        shown(
            C::Story,
            A::Crosshead,
            &["ctrl-t"],
            words::CROSSHEAD,
            words::CROSSHEAD_HELP,
        ),
        shown(
            C::Story,
            A::Help,
            &["f1", "ctrl-g"],
            words::HELP,
            words::HELP_HELP,
        ),
        quiet(
            C::Story,
            A::PreviousField,
            &["backtab"],
            words::PREVIOUS_FIELD_HELP,
        ),
        quiet(
            C::Story,
            A::PreviousDraft,
            &["f7"],
            words::PREVIOUS_DRAFT_HELP,
        ),
        quiet(C::Story, A::NextDraft, &["f8"], words::NEXT_DRAFT_HELP),
        quiet(
            C::Story,
            A::ParagraphUp,
            &["alt-up"],
            words::PARAGRAPH_UP_HELP,
        ),
        quiet(
            C::Story,
            A::ParagraphDown,
            &["alt-down"],
            words::PARAGRAPH_DOWN_HELP,
        ),
        quiet(C::Story, A::Quit, &["ctrl-q"], words::QUIT_HELP),
        //
        shown(
            C::Byline,
            A::Back,
            &["esc"],
            words::BACK,
            words::BYLINE_BACK_HELP,
        ),
        shown(
            C::Byline,
            A::Save,
            &["ctrl-s"],
            words::SAVE,
            words::SAVE_HELP,
        ),
        shown(
            C::Byline,
            A::Open,
            &["enter"],
            words::TAKE,
            words::BYLINE_TAKE_HELP,
        ),
        shown(
            C::Byline,
            A::NextField,
            &["tab"],
            words::NEXT_FIELD,
            words::NEXT_FIELD_HELP,
        ),
        shown(
            C::Byline,
            A::Spike,
            &["ctrl-d", "f6"],
            words::REMOVE,
            words::REMOVE_PERSON_HELP,
        ),
        shown(
            C::Byline,
            A::Help,
            &["f1", "ctrl-g"],
            words::HELP,
            words::HELP_HELP,
        ),
        quiet(
            C::Byline,
            A::PreviousField,
            &["backtab"],
            words::PREVIOUS_FIELD_HELP,
        ),
        quiet(C::Byline, A::Up, &["up"], words::ROW_UP_HELP),
        quiet(C::Byline, A::Down, &["down"], words::ROW_DOWN_HELP),
        quiet(C::Byline, A::MoveUp, &["alt-up"], words::PERSON_UP_HELP),
        quiet(
            C::Byline,
            A::MoveDown,
            &["alt-down"],
            words::PERSON_DOWN_HELP,
        ),
        quiet(C::Byline, A::Quit, &["ctrl-q"], words::QUIT_HELP),
        //
        shown(
            C::Ask,
            A::Open,
            &["enter"],
            words::READ,
            words::ASK_READ_HELP,
        ),
        shown(
            C::Ask,
            A::Complete,
            &["tab"],
            words::COMPLETE,
            words::COMPLETE_HELP,
        ),
        shown(C::Ask, A::Back, &["esc"], words::BACK, words::ASK_BACK_HELP),
        shown(
            C::Ask,
            A::Help,
            &["f1", "ctrl-g"],
            words::HELP,
            words::HELP_HELP,
        ),
        quiet(C::Ask, A::Up, &["up"], words::UP_HELP),
        quiet(C::Ask, A::Down, &["down"], words::DOWN_HELP),
        //
        shown(
            C::Import,
            A::Create,
            &["c", "ctrl-s"],
            words::CREATE,
            words::CREATE_HELP,
        ),
        shown(
            C::Import,
            A::Take,
            &["space", "x"],
            words::TAKE_OR_LEAVE,
            words::TAKE_OR_LEAVE_HELP,
        ),
        shown(
            C::Import,
            A::TakeAll,
            &["*"],
            words::TAKE_ALL,
            words::TAKE_ALL_HELP,
        ),
        shown(C::Import, A::Join, &["m"], words::JOIN, words::JOIN_HELP),
        shown(C::Import, A::Split, &["s"], words::SPLIT, words::SPLIT_HELP),
        shown(
            C::Import,
            A::ChangeKind,
            &["t"],
            words::KIND,
            words::KIND_HELP,
        ),
        shown(
            C::Import,
            A::ShowRepairs,
            &["r"],
            words::REPAIRS,
            words::REPAIRS_HELP,
        ),
        shown(
            C::Import,
            A::OtherPane,
            &["tab", "enter"],
            words::PANE,
            words::PANE_HELP,
        ),
        shown(
            C::Import,
            A::Undo,
            &["u", "z", "ctrl-z"],
            words::UNDO,
            words::IMPORT_UNDO_HELP,
        ),
        shown(
            C::Import,
            A::Back,
            &["esc", "q"],
            words::BACK,
            words::IMPORT_BACK_HELP,
        ),
        shown(
            C::Import,
            A::Help,
            &["?", "f1"],
            words::HELP,
            words::HELP_HELP,
        ),
        quiet(C::Import, A::Up, &["up", "k"], words::UP_HELP),
        quiet(C::Import, A::Down, &["down", "j"], words::DOWN_HELP),
        quiet(C::Import, A::PageUp, &["pageup"], words::PAGE_UP_HELP),
        quiet(C::Import, A::PageDown, &["pagedown"], words::PAGE_DOWN_HELP),
        quiet(C::Import, A::First, &["home", "g"], words::FIRST_HELP),
        quiet(C::Import, A::Last, &["end", "G"], words::LAST_HELP),
        //
        shown(
            C::Issue,
            A::Undo,
            &["u", "z", "ctrl-z"],
            words::UNDO_ISSUE,
            words::UNDO_ISSUE_HELP,
        ),
        shown(
            C::Issue,
            A::Back,
            &["enter", "esc", "q"],
            words::BACK,
            words::BACK_HELP,
        ),
        shown(
            C::Issue,
            A::Help,
            &["?", "f1"],
            words::HELP,
            words::HELP_HELP,
        ),
        quiet(C::Issue, A::Up, &["up", "k"], words::ROW_UP_HELP),
        quiet(C::Issue, A::Down, &["down", "j"], words::ROW_DOWN_HELP),
        quiet(C::Issue, A::PageUp, &["pageup"], words::PAGE_UP_HELP),
        quiet(
            C::Issue,
            A::PageDown,
            &["pagedown", "space"],
            words::PAGE_DOWN_HELP,
        ),
        //
        shown(
            C::Blocked,
            A::Open,
            &["enter"],
            words::GO_THERE,
            words::GO_THERE_HELP,
        ),
        shown(
            C::Blocked,
            A::Hold,
            &["h"],
            words::HOLD,
            words::HOLD_AND_GO_ON_HELP,
        ),
        shown(
            C::Blocked,
            A::Assemble,
            &["a"],
            words::AGAIN,
            words::AGAIN_HELP,
        ),
        shown(
            C::Blocked,
            A::Back,
            &["esc", "q"],
            words::BACK,
            words::BACK_HELP,
        ),
        shown(
            C::Blocked,
            A::Help,
            &["?", "f1"],
            words::HELP,
            words::HELP_HELP,
        ),
        quiet(C::Blocked, A::Up, &["up", "k"], words::UP_HELP),
        quiet(C::Blocked, A::Down, &["down", "j"], words::DOWN_HELP),
        quiet(C::Blocked, A::PageUp, &["pageup"], words::PAGE_UP_HELP),
        quiet(
            C::Blocked,
            A::PageDown,
            &["pagedown", "space"],
            words::PAGE_DOWN_HELP,
        ),
        //
        shown(
            C::NothingReady,
            A::Back,
            &["esc", "enter", "q"],
            words::BACK,
            words::BACK_HELP,
        ),
        shown(
            C::NothingReady,
            A::Help,
            &["?", "f1"],
            words::HELP,
            words::HELP_HELP,
        ),
        quiet(C::NothingReady, A::Up, &["up", "k"], words::ROW_UP_HELP),
        quiet(
            C::NothingReady,
            A::Down,
            &["down", "j"],
            words::ROW_DOWN_HELP,
        ),
        quiet(C::NothingReady, A::PageUp, &["pageup"], words::PAGE_UP_HELP),
        quiet(
            C::NothingReady,
            A::PageDown,
            &["pagedown", "space"],
            words::PAGE_DOWN_HELP,
        ),
        //
        shown(
            C::Problems,
            A::Back,
            &["esc", "q", "p"],
            words::BACK,
            words::BACK_HELP,
        ),
        shown(
            C::Problems,
            A::Reload,
            &["r", "f5"],
            words::RELOAD,
            words::RELOAD_HELP,
        ),
        shown(
            C::Problems,
            A::Help,
            &["?", "f1"],
            words::HELP,
            words::HELP_HELP,
        ),
        quiet(C::Problems, A::Up, &["up", "k"], words::UP_HELP),
        quiet(C::Problems, A::Down, &["down", "j"], words::DOWN_HELP),
        quiet(C::Problems, A::PageUp, &["pageup"], words::PAGE_UP_HELP),
        quiet(
            C::Problems,
            A::PageDown,
            &["pagedown", "space"],
            words::PAGE_DOWN_HELP,
        ),
        //
        shown(
            C::Welcome,
            A::MakeNewsroom,
            &["enter", "y"],
            words::MAKE,
            words::MAKE_HELP,
        ),
        shown(
            C::Welcome,
            A::Quit,
            &["q", "esc", "ctrl-c", "ctrl-q"],
            words::QUIT,
            words::QUIT_HELP,
        ),
        shown(
            C::Welcome,
            A::Help,
            &["?", "f1"],
            words::HELP,
            words::HELP_HELP,
        ),
        //
        shown(
            C::Help,
            A::Back,
            &["esc", "q", "?", "f1", "enter", "ctrl-g"],
            words::BACK,
            words::BACK_HELP,
        ),
        quiet(C::Help, A::Up, &["up", "k"], words::UP_HELP),
        quiet(C::Help, A::Down, &["down", "j"], words::DOWN_HELP),
        quiet(C::Help, A::PageUp, &["pageup"], words::PAGE_UP_HELP),
        quiet(
            C::Help,
            A::PageDown,
            &["pagedown", "space"],
            words::PAGE_DOWN_HELP,
        ),
        //
        quiet(C::Text, A::Left, &["left"], words::LEFT_HELP),
        quiet(C::Text, A::Right, &["right"], words::RIGHT_HELP),
        quiet(C::Text, A::Up, &["up"], words::ROW_UP_HELP),
        quiet(C::Text, A::Down, &["down"], words::ROW_DOWN_HELP),
        quiet(C::Text, A::RowStart, &["home"], words::ROW_START_HELP),
        quiet(C::Text, A::RowEnd, &["end", "ctrl-e"], words::ROW_END_HELP),
        quiet(C::Text, A::PageUp, &["pageup"], words::PAGE_UP_HELP),
        quiet(C::Text, A::PageDown, &["pagedown"], words::PAGE_DOWN_HELP),
        quiet(
            C::Text,
            A::TextStart,
            &["ctrl-home"],
            words::TEXT_START_HELP,
        ),
        quiet(C::Text, A::TextEnd, &["ctrl-end"], words::TEXT_END_HELP),
        quiet(
            C::Text,
            A::ClauseLeft,
            &["ctrl-left", "alt-left"],
            words::CLAUSE_LEFT_HELP,
        ),
        quiet(
            C::Text,
            A::ClauseRight,
            &["ctrl-right", "alt-right"],
            words::CLAUSE_RIGHT_HELP,
        ),
        quiet(C::Text, A::SelectLeft, &["shift-left"], words::SELECT_HELP),
        quiet(
            C::Text,
            A::SelectRight,
            &["shift-right"],
            words::SELECT_HELP,
        ),
        quiet(C::Text, A::SelectUp, &["shift-up"], words::SELECT_HELP),
        quiet(C::Text, A::SelectDown, &["shift-down"], words::SELECT_HELP),
        quiet(
            C::Text,
            A::SelectRowStart,
            &["shift-home"],
            words::SELECT_HELP,
        ),
        quiet(C::Text, A::SelectRowEnd, &["shift-end"], words::SELECT_HELP),
        quiet(C::Text, A::SelectAll, &["ctrl-a"], words::SELECT_ALL_HELP),
        quiet(C::Text, A::Enter, &["enter"], words::ENTER_HELP),
        quiet(
            C::Text,
            A::Backspace,
            &["backspace", "ctrl-h"],
            words::BACKSPACE_HELP,
        ),
        quiet(C::Text, A::Delete, &["delete"], words::DELETE_HELP),
        quiet(
            C::Text,
            A::DeleteClause,
            &["ctrl-w", "ctrl-backspace", "alt-backspace"],
            words::DELETE_CLAUSE_HELP,
        ),
        quiet(C::Text, A::Cut, &["ctrl-x"], words::CUT_HELP),
        quiet(C::Text, A::Copy, &["ctrl-c"], words::COPY_HELP),
        quiet(C::Text, A::Paste, &["ctrl-v"], words::PASTE_HELP),
        quiet(C::Text, A::UndoText, &["ctrl-z"], words::UNDO_TEXT_HELP),
        quiet(C::Text, A::RedoText, &["ctrl-y"], words::REDO_TEXT_HELP),
    ]
};

/// Why a key table cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeymapError {
    /// No key has this name.
    #[error(transparent)]
    Key(#[from] NotAKey),
    /// One key is bound twice on one screen.
    #[error("{key} is bound twice in {context:?}: {first:?} and {second:?}")]
    Twice {
        /// The screen.
        context: Context,
        /// The key.
        key: Key,
        /// What it did first.
        first: Action,
        /// What it should do too.
        second: Action,
    },
}

/// The table, made fit for looking up.
#[derive(Debug, Clone)]
pub struct Keymap {
    actions: HashMap<(Context, Key), Action>,
}

impl Keymap {
    /// The table of [`BINDINGS`]; an error where a key is unknown or bound twice.
    pub fn standard() -> Result<Self, KeymapError> {
        let mut actions = HashMap::new();
        for binding in BINDINGS {
            for name in binding.keys {
                let key: Key = name.parse()?;
                let taken = actions.insert((binding.context, key), binding.action);
                if let Some(first) = taken {
                    let second = binding.action;
                    return Err(KeymapError::Twice {
                        context: binding.context,
                        key,
                        first,
                        second,
                    });
                }
            }
        }
        Ok(Self { actions })
    }

    /// What a key does in the first of these contexts that binds it.
    ///
    /// Where no text is typed the key's full-width form counts too.
    pub fn action(&self, contexts: &[Context], key: Key) -> Option<Action> {
        let typing = contexts.contains(&Context::Text);
        let meant = if typing { key } else { key.ascii_twin() };
        contexts
            .iter()
            .find_map(|&context| self.actions.get(&(context, meant)).copied())
    }
}

/// The hint line of a context: key and word, in table order.
pub fn hints(context: Context, lang: Lang) -> Vec<(String, &'static str)> {
    let mine = BINDINGS.iter().filter(|b| b.context == context);
    mine.filter_map(|b| Some((key_name(b.keys.first()?), b.hint?.get(lang))))
        .collect()
}

/// The help of some contexts: all keys and the sentence, in table order, each action once.
pub fn help(contexts: &[Context], lang: Lang) -> Vec<(String, &'static str)> {
    let mut told = Vec::new();
    let mut lines = Vec::new();
    for &context in contexts {
        for binding in BINDINGS.iter().filter(|b| b.context == context) {
            if told.contains(&binding.action) {
                continue;
            }
            told.push(binding.action);
            let keys: Vec<String> = binding.keys.iter().map(|name| key_name(name)).collect();
            lines.push((keys.join("  "), binding.help.get(lang)));
        }
    }
    lines
}

fn key_name(name: &str) -> String {
    name.parse::<Key>()
        .map_or_else(|_| name.to_owned(), |key| key.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_is_bound_twice_on_a_screen() {
        Keymap::standard().unwrap();
    }

    #[test]
    fn a_screen_answers_before_the_text_under_its_caret() {
        let keymap = Keymap::standard().unwrap();
        let contexts = [Context::Story, Context::Text];
        let key = |name: &str| name.parse::<Key>().unwrap();
        assert_eq!(
            keymap.action(&contexts, key("alt-up")),
            Some(Action::ParagraphUp)
        );
        assert_eq!(keymap.action(&contexts, key("left")), Some(Action::Left));
        assert_eq!(keymap.action(&contexts, key("a")), None);
    }

    #[test]
    fn a_command_works_with_an_input_method_left_on() {
        let keymap = Keymap::standard().unwrap();
        assert_eq!(
            keymap.action(&[Context::Queue], Key::char('ａ')),
            Some(Action::Assemble)
        );
        assert_eq!(
            keymap.action(&[Context::Queue], Key::char('？')),
            Some(Action::Help)
        );
        assert_eq!(
            keymap.action(&[Context::Ask, Context::Text], Key::char('？')),
            None
        );
    }

    #[test]
    fn help_names_every_key_of_a_screen() {
        let lines = help(&[Context::Queue], Lang::Zh);
        assert!(
            lines
                .iter()
                .any(|(keys, _)| keys.split("  ").any(|k| k == "a"))
        );
        assert!(lines.len() >= 20);
    }
}
