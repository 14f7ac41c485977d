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
    /// What proofreading found.
    Proof,
    /// Why a finding is left, while it is typed.
    Reason,
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
    // Proofreading.
    Proof,
    NextFinding,
    PreviousFinding,
    Accept,
    AcceptSafe,
    NextChoice,
    PreviousChoice,
    Leave,
    AllowHere,
    OneOrAll,
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

/// Writes the key table, one line a binding: what, the keys, the sentence in help, and for those
/// that hints show the word there.
macro_rules! bindings {
    ($($context:ident { $($action:ident [$($key:literal),*] $help:ident $(as $hint:ident)?;)* })*) => {
        /// Every key of the program, by screen; the first key of a binding is the one hints show.
        pub const BINDINGS: &[Binding] = &[$($(Binding {
            context: Context::$context,
            action: Action::$action,
            keys: &[$($key),*],
            help: words::$help,
            hint: bindings!(@hint $($hint)?),
        },)*)*];
    };
    (@hint $hint:ident) => { Some(words::$hint) };
    (@hint) => { None };
}

bindings! {
    Queue {
        Assemble ["a"] ASSEMBLE_HELP as ASSEMBLE;
        Open ["enter", "e"] OPEN_HELP as OPEN;
        EditByline ["b", "f2"] BYLINE_HELP as BYLINE;
        Import ["i"] IMPORT_HELP as IMPORT;
        New ["n"] NEW_HELP as NEW;
        Submit ["s"] SUBMIT_HELP as SUBMIT;
        Hold ["h"] HOLD_HELP as HOLD;
        Spike ["x", "delete"] SPIKE_HELP as SPIKE;
        Undo ["u", "z", "ctrl-z"] UNDO_HELP as UNDO;
        Proof ["c", "f6"] PROOF_HELP as PROOF;
        NextFilter ["f", "tab"] STAGES_HELP as STAGES;
        FilterWords ["/", "ctrl-f"] FIND_HELP as FIND;
        Help ["?", "f1"] HELP_HELP as HELP;
        Quit ["q", "ctrl-q", "ctrl-c"] QUIT_HELP as QUIT;
        Up ["up", "k"] UP_HELP;
        Down ["down", "j"] DOWN_HELP;
        PageUp ["pageup", "ctrl-b"] PAGE_UP_HELP;
        PageDown ["pagedown", "space"] PAGE_DOWN_HELP;
        First ["home", "g"] FIRST_HELP;
        Last ["end", "G"] LAST_HELP;
        MoveUp ["[", "K", "shift-up", "alt-up"] MOVE_UP_HELP;
        MoveDown ["]", "J", "shift-down", "alt-down"] MOVE_DOWN_HELP;
        AllStages ["esc", "0"] ALL_STAGES_HELP;
        ShowProblems ["p"] PROBLEMS_HELP;
        Reload ["r", "f5"] RELOAD_HELP;
    }
    Filter {
        Open ["enter"] FILTER_DONE_HELP as DONE;
        Back ["esc"] FILTER_CLEAR_HELP as CLEAR;
        Up ["up"] UP_HELP;
        Down ["down"] DOWN_HELP;
    }
    Story {
        Back ["esc"] STORY_BACK_HELP as BACK;
        Save ["ctrl-s"] SAVE_HELP as SAVE;
        EditByline ["f2", "ctrl-b"] BYLINE_HELP as BYLINE;
        Submit ["f4"] SUBMIT_HELP as SUBMIT;
        NextField ["tab"] NEXT_FIELD_HELP as NEXT_FIELD;
        UndoText ["ctrl-z"] UNDO_TEXT_HELP as UNDO;
        RedoText ["ctrl-y"] REDO_TEXT_HELP as REDO;
        Crosshead ["ctrl-t"] CROSSHEAD_HELP as CROSSHEAD;
        Help ["f1", "ctrl-g"] HELP_HELP as HELP;
        PreviousField ["backtab"] PREVIOUS_FIELD_HELP;
        PreviousDraft ["f7"] PREVIOUS_DRAFT_HELP;
        NextDraft ["f8"] NEXT_DRAFT_HELP;
        ParagraphUp ["alt-up"] PARAGRAPH_UP_HELP;
        ParagraphDown ["alt-down"] PARAGRAPH_DOWN_HELP;
        Quit ["ctrl-q"] QUIT_HELP;
        NextFinding ["f9", "alt-n"] NEXT_FINDING_HELP as NEXT_FINDING;
        PreviousFinding ["shift-f9", "alt-p"] PREVIOUS_FINDING_HELP;
        Accept ["alt-enter", "alt-a"] ACCEPT_FIRST_HELP as ACCEPT;
        Leave ["alt-l"] LEAVE_HELP;
        Proof ["f6"] PROOF_STORY_HELP as PROOF;
    }
    Byline {
        Back ["esc"] BYLINE_BACK_HELP as BACK;
        Save ["ctrl-s"] SAVE_HELP as SAVE;
        Open ["enter"] BYLINE_TAKE_HELP as TAKE;
        NextField ["tab"] NEXT_FIELD_HELP as NEXT_FIELD;
        Spike ["ctrl-d", "f6"] REMOVE_PERSON_HELP as REMOVE;
        Help ["f1", "ctrl-g"] HELP_HELP as HELP;
        PreviousField ["backtab"] PREVIOUS_FIELD_HELP;
        Up ["up"] ROW_UP_HELP;
        Down ["down"] ROW_DOWN_HELP;
        MoveUp ["alt-up"] PERSON_UP_HELP;
        MoveDown ["alt-down"] PERSON_DOWN_HELP;
        Quit ["ctrl-q"] QUIT_HELP;
    }
    Ask {
        Open ["enter"] ASK_READ_HELP as READ;
        Complete ["tab"] COMPLETE_HELP as COMPLETE;
        Back ["esc"] ASK_BACK_HELP as BACK;
        Help ["f1", "ctrl-g"] HELP_HELP as HELP;
        Up ["up"] UP_HELP;
        Down ["down"] DOWN_HELP;
    }
    Import {
        Create ["c", "ctrl-s"] CREATE_HELP as CREATE;
        OtherPane ["tab", "enter"] PANE_HELP as PANE;
        Take ["space", "x"] TAKE_OR_LEAVE_HELP as TAKE_OR_LEAVE;
        ShowRepairs ["r"] REPAIRS_HELP as REPAIRS;
        Back ["esc", "q"] IMPORT_BACK_HELP as BACK;
        Join ["m"] JOIN_HELP as JOIN;
        Split ["s"] SPLIT_HELP as SPLIT;
        ChangeKind ["t"] KIND_HELP as KIND;
        TakeAll ["*"] TAKE_ALL_HELP as TAKE_ALL;
        Undo ["u", "z", "ctrl-z"] IMPORT_UNDO_HELP as UNDO;
        Help ["?", "f1"] HELP_HELP as HELP;
        Up ["up", "k"] UP_HELP;
        Down ["down", "j"] DOWN_HELP;
        PageUp ["pageup"] PAGE_UP_HELP;
        PageDown ["pagedown"] PAGE_DOWN_HELP;
        First ["home", "g"] FIRST_HELP;
        Last ["end", "G"] LAST_HELP;
    }
    Issue {
        Undo ["u", "z", "ctrl-z"] UNDO_ISSUE_HELP as UNDO_ISSUE;
        Back ["enter", "esc", "q"] BACK_HELP as BACK;
        Help ["?", "f1"] HELP_HELP as HELP;
        Up ["up", "k"] ROW_UP_HELP;
        Down ["down", "j"] ROW_DOWN_HELP;
        PageUp ["pageup"] PAGE_UP_HELP;
        PageDown ["pagedown", "space"] PAGE_DOWN_HELP;
    }
    Blocked {
        Open ["enter"] GO_THERE_HELP as GO_THERE;
        Hold ["h"] HOLD_AND_GO_ON_HELP as HOLD;
        Assemble ["a"] AGAIN_HELP as AGAIN;
        Back ["esc", "q"] BACK_HELP as BACK;
        Help ["?", "f1"] HELP_HELP as HELP;
        Up ["up", "k"] UP_HELP;
        Down ["down", "j"] DOWN_HELP;
        PageUp ["pageup"] PAGE_UP_HELP;
        PageDown ["pagedown", "space"] PAGE_DOWN_HELP;
    }
    NothingReady {
        Back ["esc", "enter", "q"] BACK_HELP as BACK;
        Help ["?", "f1"] HELP_HELP as HELP;
        Up ["up", "k"] ROW_UP_HELP;
        Down ["down", "j"] ROW_DOWN_HELP;
        PageUp ["pageup"] PAGE_UP_HELP;
        PageDown ["pagedown", "space"] PAGE_DOWN_HELP;
    }
    Problems {
        Back ["esc", "q", "p"] BACK_HELP as BACK;
        Reload ["r", "f5"] RELOAD_HELP as RELOAD;
        Help ["?", "f1"] HELP_HELP as HELP;
        Up ["up", "k"] UP_HELP;
        Down ["down", "j"] DOWN_HELP;
        PageUp ["pageup"] PAGE_UP_HELP;
        PageDown ["pagedown", "space"] PAGE_DOWN_HELP;
    }
    Proof {
        Accept ["a"] ACCEPT_HELP as ACCEPT;
        Leave ["l", "x"] LEAVE_HELP as LEAVE;
        Open ["enter", "e"] FINDING_OPEN_HELP as OPEN;
        NextChoice ["right", "space"] CHOICE_HELP as CHOICE;
        AcceptSafe ["A"] ACCEPT_SAFE_HELP as ACCEPT_SAFE;
        AllowHere ["n"] ALLOW_HELP as ALLOW;
        OneOrAll ["tab", "c"] ONE_OR_ALL_HELP as ONE_OR_ALL;
        Undo ["u", "z", "ctrl-z"] PROOF_UNDO_HELP as UNDO;
        Back ["esc", "q"] BACK_HELP as BACK;
        Help ["?", "f1"] HELP_HELP as HELP;
        PreviousChoice ["left"] CHOICE_BACK_HELP;
        Up ["up", "k"] UP_HELP;
        Down ["down", "j"] DOWN_HELP;
        PageUp ["pageup"] PAGE_UP_HELP;
        PageDown ["pagedown"] PAGE_DOWN_HELP;
        First ["home", "g"] FIRST_HELP;
        Last ["end", "G"] LAST_HELP;
        PreviousDraft ["[", "f7"] DRAFT_ABOVE_HELP;
        NextDraft ["]", "f8"] DRAFT_BELOW_HELP;
    }
    Reason {
        Open ["enter"] REASON_DONE_HELP as DONE;
        Back ["esc"] REASON_BACK_HELP as BACK;
    }
    Welcome {
        MakeNewsroom ["enter", "y"] MAKE_HELP as MAKE;
        Quit ["q", "esc", "ctrl-c", "ctrl-q"] QUIT_HELP as QUIT;
        Help ["?", "f1"] HELP_HELP as HELP;
    }
    Help {
        Back ["esc", "q", "?", "f1", "enter", "ctrl-g"] BACK_HELP as BACK;
        Up ["up", "k"] UP_HELP;
        Down ["down", "j"] DOWN_HELP;
        PageUp ["pageup"] PAGE_UP_HELP;
        PageDown ["pagedown", "space"] PAGE_DOWN_HELP;
    }
    Text {
        Left ["left"] LEFT_HELP;
        Right ["right"] RIGHT_HELP;
        Up ["up"] ROW_UP_HELP;
        Down ["down"] ROW_DOWN_HELP;
        RowStart ["home"] ROW_START_HELP;
        RowEnd ["end", "ctrl-e"] ROW_END_HELP;
        PageUp ["pageup"] PAGE_UP_HELP;
        PageDown ["pagedown"] PAGE_DOWN_HELP;
        TextStart ["ctrl-home"] TEXT_START_HELP;
        TextEnd ["ctrl-end"] TEXT_END_HELP;
        ClauseLeft ["ctrl-left", "alt-left"] CLAUSE_LEFT_HELP;
        ClauseRight ["ctrl-right", "alt-right"] CLAUSE_RIGHT_HELP;
        SelectLeft ["shift-left"] SELECT_HELP;
        SelectRight ["shift-right"] SELECT_HELP;
        SelectUp ["shift-up"] SELECT_HELP;
        SelectDown ["shift-down"] SELECT_HELP;
        SelectRowStart ["shift-home"] SELECT_HELP;
        SelectRowEnd ["shift-end"] SELECT_HELP;
        SelectAll ["ctrl-a"] SELECT_ALL_HELP;
        Enter ["enter"] ENTER_HELP;
        Backspace ["backspace", "ctrl-h"] BACKSPACE_HELP;
        Delete ["delete"] DELETE_HELP;
        DeleteClause ["ctrl-w", "ctrl-backspace", "alt-backspace"] DELETE_CLAUSE_HELP;
        Cut ["ctrl-x"] CUT_HELP;
        Copy ["ctrl-c"] COPY_HELP;
        Paste ["ctrl-v"] PASTE_HELP;
        UndoText ["ctrl-z"] UNDO_TEXT_HELP;
        RedoText ["ctrl-y"] REDO_TEXT_HELP;
    }
}

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

/// The help of some contexts: keys and the sentence, in table order, each action and each sentence
/// once.
pub fn help(contexts: &[Context], lang: Lang) -> Vec<(Vec<String>, &'static str)> {
    let mut told = Vec::new();
    let mut lines: Vec<(Vec<String>, &'static str)> = Vec::new();
    for &context in contexts {
        for binding in BINDINGS.iter().filter(|b| b.context == context) {
            if told.contains(&binding.action) {
                continue;
            }
            told.push(binding.action);
            let keys = binding.keys.iter().map(|name| key_name(name));
            let sentence = binding.help.get(lang);
            match lines.iter_mut().find(|line| line.1 == sentence) {
                Some((known, _)) => known.extend(keys),
                None => lines.push((keys.collect(), sentence)),
            }
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
        assert!(lines.iter().any(|(keys, _)| keys.iter().any(|k| k == "a")));
        assert!(lines.len() >= 20);
    }

    #[test]
    fn help_tells_a_sentence_once_with_all_its_keys() {
        for lang in [Lang::Zh, Lang::En] {
            let lines = help(&[Context::Text], lang);
            for (at, (keys, sentence)) in lines.iter().enumerate() {
                assert!(!keys.is_empty());
                assert!(lines[..at].iter().all(|(_, other)| other != sentence));
            }
            let select = words::SELECT_HELP.get(lang);
            let keys = lines.iter().find(|(_, said)| *said == select);
            assert_eq!(keys.map(|(keys, _)| keys.len()), Some(6));
        }
    }
}
