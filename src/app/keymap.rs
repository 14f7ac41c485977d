//! Which key does what on which screen: one table that dispatch, hints and help all read.

mod rebind;

use std::collections::HashMap;

pub use rebind::{KeySetting, Refused, Why};

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
    /// The words searched for on the story screen, while they are typed.
    Find,
    /// The words searched for and those to put in their place.
    Replace,
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
    /// Who signed a draft.
    Review,
    /// An opinion or reason, while it is typed.
    Opinion,
    /// Two states of a draft.
    Diff,
    /// The remarks on a draft.
    Notes,
    /// A remark or answer, while it is typed.
    NoteText,
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
    Suspend,
    Redraw,
    Find,
    FindNext,
    FindPrevious,
    Replace,
    ReplaceAll,
    NextFault,
    Review,
    Sign,
    SendBack,
    Rush,
    Pass,
    Diff,
    NextFrom,
    NextTo,
    SideBySide,
    NextChange,
    PreviousChange,
    Notes,
    Answer,
    Close,
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
    WordLeft,
    WordRight,
    ClauseLeft,
    ClauseRight,
    PreviousParagraph,
    NextParagraph,
    SelectLeft,
    SelectRight,
    SelectUp,
    SelectDown,
    SelectRowStart,
    SelectRowEnd,
    SelectWordLeft,
    SelectWordRight,
    SelectClauseLeft,
    SelectClauseRight,
    SelectPreviousParagraph,
    SelectNextParagraph,
    SelectPageUp,
    SelectPageDown,
    SelectTextStart,
    SelectTextEnd,
    SelectAll,
    Mark,
    Enter,
    Backspace,
    Delete,
    DeleteWordLeft,
    DeleteWordRight,
    DeleteClauseLeft,
    DeleteClauseRight,
    DeleteRowStart,
    DeleteRowEnd,
    DeletePreviousParagraph,
    DeleteNextParagraph,
    DeletePageUp,
    DeletePageDown,
    DeleteTextStart,
    DeleteTextEnd,
    Cut,
    Copy,
    Paste,
    UndoText,
    RedoText,
    ParagraphUp,
    ParagraphDown,
    JoinNext,
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
        Suspend ["!"] SUSPEND_HELP;
        Redraw ["ctrl-l"] REDRAW_HELP;
        Review ["v"] REVIEW_HELP;
        Diff ["d"] DIFF_HELP;
        Notes ["m"] NOTES_HELP;
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
        Find ["ctrl-f"] FIND_TEXT_HELP as FIND;
        Replace ["ctrl-r", "ctrl-\\", "alt-r"] REPLACE_HELP as REPLACE;
        Help ["f1", "ctrl-g"] HELP_HELP as HELP;
        FindNext ["f3"] FIND_NEXT_HELP;
        FindPrevious ["shift-f3"] FIND_PREVIOUS_HELP;
        NextFault ["alt-e"] NEXT_FAULT_HELP;
        Review ["alt-v"] STORY_REVIEW_HELP;
        Diff ["f12"] DIFF_HELP;
        Notes ["f5"] STORY_NOTES_HELP;
        NextFinding ["f9", "alt-n"] NEXT_FINDING_HELP as NEXT_FINDING;
        PreviousFinding ["shift-f9", "alt-p"] PREVIOUS_FINDING_HELP;
        Accept ["alt-enter", "alt-a"] ACCEPT_FIRST_HELP as ACCEPT;
        Leave ["alt-l"] LEAVE_HELP;
        Proof ["f6"] PROOF_STORY_HELP as PROOF;
        PreviousField ["backtab"] PREVIOUS_FIELD_HELP;
        PreviousDraft ["f7"] PREVIOUS_DRAFT_HELP;
        NextDraft ["f8"] NEXT_DRAFT_HELP;
        ParagraphUp ["alt-up"] PARAGRAPH_UP_HELP;
        ParagraphDown ["alt-down"] PARAGRAPH_DOWN_HELP;
        JoinNext ["alt-j"] JOIN_NEXT_HELP;
        Quit ["ctrl-q"] QUIT_HELP;
    }
    Find {
        Open ["enter"] FIND_STAY_HELP as STAY;
        FindNext ["down", "ctrl-g", "f3"] FIND_NEXT_HELP as NEXT;
        FindPrevious ["up", "shift-f3"] FIND_PREVIOUS_HELP as PREVIOUS;
        Replace ["ctrl-r", "ctrl-\\", "alt-r"] REPLACE_HELP as REPLACE;
        Back ["esc"] FIND_BACK_HELP as BACK;
        Help ["f1"] HELP_HELP as HELP;
        Quit ["ctrl-q"] QUIT_HELP;
    }
    Replace {
        Open ["enter"] REPLACE_ONE_HELP as REPLACE;
        FindNext ["down", "ctrl-g", "f3"] SKIP_HELP as SKIP;
        ReplaceAll ["alt-a", "f6"] REPLACE_ALL_HELP as EVERY;
        NextField ["tab"] NEXT_FIELD_HELP as NEXT_FIELD;
        Back ["esc"] REPLACE_BACK_HELP as BACK;
        Help ["f1"] HELP_HELP as HELP;
        FindPrevious ["up", "shift-f3"] FIND_PREVIOUS_HELP;
        PreviousField ["backtab"] PREVIOUS_FIELD_HELP;
        Quit ["ctrl-q"] QUIT_HELP;
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
        Redraw ["ctrl-l"] REDRAW_HELP;
    }
    Issue {
        Undo ["u", "z", "ctrl-z"] UNDO_ISSUE_HELP as UNDO_ISSUE;
        Back ["enter", "esc", "q"] BACK_HELP as BACK;
        Help ["?", "f1"] HELP_HELP as HELP;
        Up ["up", "k"] ROW_UP_HELP;
        Down ["down", "j"] ROW_DOWN_HELP;
        PageUp ["pageup"] PAGE_UP_HELP;
        PageDown ["pagedown", "space"] PAGE_DOWN_HELP;
        Redraw ["ctrl-l"] REDRAW_HELP;
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
        Suspend ["ctrl-z"] SUSPEND_HELP;
        Redraw ["ctrl-l"] REDRAW_HELP;
    }
    NothingReady {
        Back ["esc", "enter", "q"] BACK_HELP as BACK;
        Help ["?", "f1"] HELP_HELP as HELP;
        Up ["up", "k"] ROW_UP_HELP;
        Down ["down", "j"] ROW_DOWN_HELP;
        PageUp ["pageup"] PAGE_UP_HELP;
        PageDown ["pagedown", "space"] PAGE_DOWN_HELP;
        Suspend ["ctrl-z"] SUSPEND_HELP;
        Redraw ["ctrl-l"] REDRAW_HELP;
    }
    Problems {
        Back ["esc", "q", "p"] BACK_HELP as BACK;
        Reload ["r", "f5"] RELOAD_HELP as RELOAD;
        Help ["?", "f1"] HELP_HELP as HELP;
        Up ["up", "k"] UP_HELP;
        Down ["down", "j"] DOWN_HELP;
        PageUp ["pageup"] PAGE_UP_HELP;
        PageDown ["pagedown", "space"] PAGE_DOWN_HELP;
        Suspend ["ctrl-z"] SUSPEND_HELP;
        Redraw ["ctrl-l"] REDRAW_HELP;
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
        Suspend ["ctrl-z"] SUSPEND_HELP;
        Redraw ["ctrl-l"] REDRAW_HELP;
    }
    Help {
        Back ["esc", "q", "?", "f1", "enter", "ctrl-g"] BACK_HELP as BACK;
        Up ["up", "k"] UP_HELP;
        Down ["down", "j"] DOWN_HELP;
        PageUp ["pageup"] PAGE_UP_HELP;
        PageDown ["pagedown", "space"] PAGE_DOWN_HELP;
        Suspend ["ctrl-z"] SUSPEND_HELP;
        Redraw ["ctrl-l"] REDRAW_HELP;
    }
    Review {
        Sign ["s"] SIGN_HELP as SIGN;
        SendBack ["r"] SEND_BACK_HELP as SEND_BACK;
        Rush ["o"] RUSH_HELP as RUSH;
        Pass ["p"] PASS_HELP as PASS;
        Open ["enter", "e"] OPEN_STORY_HELP as OPEN;
        Diff ["d"] DIFF_HELP as DIFF;
        Notes ["m"] NOTES_HELP as NOTES;
        Back ["esc", "q", "v"] BACK_HELP as BACK;
        Help ["?", "f1"] HELP_HELP as HELP;
        Up ["up", "k"] ROW_UP_HELP;
        Down ["down", "j"] ROW_DOWN_HELP;
        PageUp ["pageup"] PAGE_UP_HELP;
        PageDown ["pagedown", "space"] PAGE_DOWN_HELP;
    }
    Opinion {
        Open ["enter"] OPINION_DONE_HELP as DONE;
        Back ["esc"] OPINION_BACK_HELP as CLEAR;
        Help ["f1", "ctrl-g"] HELP_HELP as HELP;
    }
    Diff {
        NextFrom ["f"] NEXT_FROM_HELP as NEXT_FROM;
        NextTo ["t"] NEXT_TO_HELP as NEXT_TO;
        SideBySide ["s", "tab"] SIDES_HELP as SIDES;
        NextChange ["n"] NEXT_CHANGE_HELP as NEXT_CHANGE;
        Back ["esc", "q", "d"] BACK_HELP as BACK;
        Help ["?", "f1"] HELP_HELP as HELP;
        PreviousChange ["p"] PREVIOUS_CHANGE_HELP;
        Up ["up", "k"] ROW_UP_HELP;
        Down ["down", "j"] ROW_DOWN_HELP;
        PageUp ["pageup"] PAGE_UP_HELP;
        PageDown ["pagedown", "space"] PAGE_DOWN_HELP;
        First ["home", "g"] FIRST_HELP;
        Last ["end", "G"] LAST_HELP;
    }
    Notes {
        Open ["enter"] NOTE_JUMP_HELP as GO_THERE;
        New ["n"] NOTE_NEW_HELP as NOTE_NEW;
        Answer ["a"] ANSWER_HELP as ANSWER;
        Close ["c", "space"] CLOSE_HELP as CLOSE;
        Back ["esc", "q", "m"] BACK_HELP as BACK;
        Help ["?", "f1"] HELP_HELP as HELP;
        Up ["up", "k"] UP_HELP;
        Down ["down", "j"] DOWN_HELP;
        First ["home", "g"] FIRST_HELP;
        Last ["end", "G"] LAST_HELP;
    }
    NoteText {
        Open ["enter"] NOTE_DONE_HELP as DONE;
        Back ["esc"] NOTE_BACK_HELP as CLEAR;
        Help ["f1", "ctrl-g"] HELP_HELP as HELP;
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
        WordLeft ["ctrl-left", "alt-b"] WORD_LEFT_HELP;
        WordRight ["ctrl-right", "alt-f"] WORD_RIGHT_HELP;
        ClauseLeft ["alt-left"] CLAUSE_LEFT_HELP;
        ClauseRight ["alt-right"] CLAUSE_RIGHT_HELP;
        PreviousParagraph ["ctrl-up"] PARAGRAPH_START_HELP;
        NextParagraph ["ctrl-down"] NEXT_PARAGRAPH_HELP;
        SelectLeft ["shift-left"] SELECT_HELP;
        SelectRight ["shift-right"] SELECT_HELP;
        SelectUp ["shift-up"] SELECT_HELP;
        SelectDown ["shift-down"] SELECT_HELP;
        SelectRowStart ["shift-home"] SELECT_HELP;
        SelectRowEnd ["shift-end"] SELECT_HELP;
        SelectWordLeft ["ctrl-shift-left"] SELECT_HELP;
        SelectWordRight ["ctrl-shift-right"] SELECT_HELP;
        SelectClauseLeft ["alt-shift-left"] SELECT_HELP;
        SelectClauseRight ["alt-shift-right"] SELECT_HELP;
        SelectPreviousParagraph ["ctrl-shift-up"] SELECT_HELP;
        SelectNextParagraph ["ctrl-shift-down"] SELECT_HELP;
        SelectPageUp ["shift-pageup"] SELECT_HELP;
        SelectPageDown ["shift-pagedown"] SELECT_HELP;
        SelectTextStart ["ctrl-shift-home"] SELECT_HELP;
        SelectTextEnd ["ctrl-shift-end"] SELECT_HELP;
        SelectAll ["ctrl-a"] SELECT_ALL_HELP;
        Mark ["alt-m", "ctrl-space"] MARK_HELP;
        Enter ["enter"] ENTER_HELP;
        Backspace ["backspace", "ctrl-h"] BACKSPACE_HELP;
        Delete ["delete"] DELETE_HELP;
        DeleteWordLeft ["ctrl-w", "ctrl-backspace", "alt-backspace"] DELETE_WORD_LEFT_HELP;
        DeleteWordRight ["ctrl-delete", "alt-d"] DELETE_WORD_RIGHT_HELP;
        DeleteClauseLeft ["ctrl-u"] DELETE_CLAUSE_LEFT_HELP;
        DeleteClauseRight ["ctrl-k"] DELETE_CLAUSE_RIGHT_HELP;
        DeletePreviousParagraph ["alt-u"] DELETE_PARAGRAPH_START_HELP;
        DeleteNextParagraph ["alt-k"] DELETE_PARAGRAPH_END_HELP;
        DeleteRowStart [] DELETE_ROW_START_HELP;
        DeleteRowEnd [] DELETE_ROW_END_HELP;
        DeletePageUp [] DELETE_PAGE_UP_HELP;
        DeletePageDown [] DELETE_PAGE_DOWN_HELP;
        DeleteTextStart [] DELETE_TEXT_START_HELP;
        DeleteTextEnd [] DELETE_TEXT_END_HELP;
        Cut ["ctrl-x"] CUT_HELP;
        Copy ["ctrl-c"] COPY_HELP;
        Paste ["ctrl-v"] PASTE_HELP;
        UndoText ["ctrl-z"] UNDO_TEXT_HELP;
        RedoText ["ctrl-y"] REDO_TEXT_HELP;
        Redraw ["ctrl-l"] REDRAW_HELP;
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

/// The table with the keys of this editor, made fit for looking up.
#[derive(Debug, Clone)]
pub struct Keymap {
    /// The keys of each line of [`BINDINGS`].
    keys: Vec<Vec<Key>>,
    actions: HashMap<(Context, Key), Action>,
}

/// A key and its word in the hint line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// What it does.
    pub action: Action,
    /// The key as it is printed.
    pub key: String,
    /// The word.
    pub word: &'static str,
}

impl Keymap {
    /// The table of [`BINDINGS`]; an error where a key is unknown or bound twice.
    pub fn standard() -> Result<Self, KeymapError> {
        let parse = |binding: &Binding| {
            let names = binding.keys.iter();
            names.map(|name| name.parse::<Key>()).collect()
        };
        let keys: Result<Vec<Vec<Key>>, NotAKey> = BINDINGS.iter().map(parse).collect();
        Self::of(keys?)
    }

    /// The table with these keys for each line of [`BINDINGS`].
    fn of(keys: Vec<Vec<Key>>) -> Result<Self, KeymapError> {
        let mut actions = HashMap::new();
        for (binding, keys) in BINDINGS.iter().zip(&keys) {
            let (context, second) = (binding.context, binding.action);
            for &key in keys {
                if let Some(first) = actions.insert((context, key), second) {
                    return Err(KeymapError::Twice {
                        context,
                        key,
                        first,
                        second,
                    });
                }
            }
        }
        Ok(Self { keys, actions })
    }

    /// What a key does in the first of these contexts that binds it.
    ///
    /// The key's full-width form counts too, but for characters where text is typed.
    pub fn action(&self, contexts: &[Context], key: Key) -> Option<Action> {
        let typed = contexts.contains(&Context::Text) && key.typed().is_some();
        let meant = if typed { key } else { key.ascii_twin() };
        contexts
            .iter()
            .find_map(|&context| self.actions.get(&(context, meant)).copied())
    }

    /// The lines of the table with their keys.
    fn lines(&self) -> impl Iterator<Item = (&'static Binding, &[Key])> {
        BINDINGS.iter().zip(self.keys.iter().map(Vec::as_slice))
    }

    /// The key that hints show for an action, as it is printed; empty where it has none.
    pub fn key(&self, context: Context, action: Action) -> String {
        let mine = |binding: &Binding| binding.context == context && binding.action == action;
        let mut lines = self.lines().filter(|(binding, _)| mine(binding));
        let first = lines.find_map(|(_, keys)| keys.first());
        first.map(Key::to_string).unwrap_or_default()
    }

    /// The hint line of a context, in table order; what has no key is left out.
    pub fn hints(&self, context: Context, lang: Lang) -> Vec<Hint> {
        let mine = self
            .lines()
            .filter(|(binding, _)| binding.context == context);
        let hint = |(binding, keys): (&Binding, &[Key])| {
            Some(Hint {
                action: binding.action,
                key: keys.first()?.to_string(),
                word: binding.hint?.get(lang),
            })
        };
        mine.filter_map(hint).collect()
    }

    /// The help of some contexts: keys and the sentence, in table order, each action and each
    /// sentence once; what has no key is left out.
    pub fn help(&self, contexts: &[Context], lang: Lang) -> Vec<(Vec<String>, &'static str)> {
        let mut told = Vec::new();
        let mut lines: Vec<(Vec<String>, &'static str)> = Vec::new();
        for &context in contexts {
            let mine = self
                .lines()
                .filter(|(binding, _)| binding.context == context);
            for (binding, keys) in mine {
                if keys.is_empty() || told.contains(&binding.action) {
                    continue;
                }
                told.push(binding.action);
                let keys = keys.iter().map(Key::to_string);
                let sentence = binding.help.get(lang);
                match lines.iter_mut().find(|line| line.1 == sentence) {
                    Some((known, _)) => known.extend(keys),
                    None => lines.push((keys.collect(), sentence)),
                }
            }
        }
        lines
    }
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
    fn a_command_key_with_alt_works_with_an_input_method_left_on() {
        let keymap = Keymap::standard().unwrap();
        let key = Key {
            alt: true,
            ..Key::char('ｅ')
        };
        let action = keymap.action(&[Context::Story, Context::Text], key);
        assert_eq!(action, Some(Action::NextFault));
    }

    #[test]
    fn help_names_every_key_of_a_screen() {
        let lines = Keymap::standard()
            .unwrap()
            .help(&[Context::Queue], Lang::Zh);
        assert!(lines.iter().any(|(keys, _)| keys.iter().any(|k| k == "a")));
        assert!(lines.len() >= 20);
    }

    #[test]
    fn help_tells_a_sentence_once_with_all_its_keys() {
        for lang in [Lang::Zh, Lang::En] {
            let lines = Keymap::standard().unwrap().help(&[Context::Text], lang);
            for (at, (keys, sentence)) in lines.iter().enumerate() {
                assert!(!keys.is_empty());
                assert!(lines[..at].iter().all(|(_, other)| other != sentence));
            }
            let select = words::SELECT_HELP.get(lang);
            let keys = lines.iter().find(|(_, said)| *said == select);
            assert_eq!(keys.map(|(keys, _)| keys.len()), Some(16));
        }
    }
}
