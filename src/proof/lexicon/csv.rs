//! A house's list from a spreadsheet: `wrong,right,why[,kind]`.

use super::{Kind, NewEntry};

/// What came of a table of words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// The entries with the line of each, from 1.
    pub entries: Vec<(usize, NewEntry)>,
    /// Rows that could not be taken.
    pub refused: Vec<(usize, Refusal)>,
}

/// Why a row was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No wrong form.
    NoWrong,
    /// A wrong form of one character: it would be found everywhere.
    TooShort(String),
    /// Neither right form nor kind `caution`.
    NoRight(String),
    /// Right and wrong are the same.
    Same(String),
    /// A kind that there is not.
    Kind(String),
    /// More cells than columns; a comma without quotation marks.
    TooMany,
    /// A quotation mark without its other.
    Open,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Wrong,
    Right,
    Why,
    Kind,
    Other,
}

/// Reads the table; `,`, `;` and tab part its cells, the first line may name its columns.
pub fn import(text: &str) -> Imported {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut out = Imported::default();
    let mut columns = vec![Column::Wrong, Column::Right, Column::Why, Column::Kind];
    let mark = separator(text);
    for (at, (line, cells)) in rows(text, mark).into_iter().enumerate() {
        let Some(cells) = cells else {
            out.refused.push((line, Refusal::Open));
            continue;
        };
        if cells.iter().all(String::is_empty) {
            continue;
        }
        if at == 0
            && let Some(named) = header(&cells)
        {
            columns = named;
            continue;
        }
        match entry(&columns, &cells) {
            Ok(entry) => out.entries.push((line, entry)),
            Err(why) => out.refused.push((line, why)),
        }
    }
    out
}

/// The mark that parts the cells of the first line.
fn separator(text: &str) -> char {
    let first = text.lines().next().unwrap_or_default();
    let count = |mark: &char| first.matches(*mark).count();
    let marks = ['\t', ';', '，', ','];
    marks.into_iter().max_by_key(count).unwrap_or(',')
}

fn header(cells: &[String]) -> Option<Vec<Column>> {
    let columns: Vec<Column> = cells
        .iter()
        .map(|cell| match cell.to_ascii_lowercase().as_str() {
            "wrong" | "error" | "误" | "错" | "错误" | "错词" | "误用" | "易错词" | "错误写法"
            | "错误用法" => Column::Wrong,
            "right" | "correct" | "正" | "正确" | "正确写法" | "正确用法" | "规范" | "规范用法"
            | "建议" | "改为" => Column::Right,
            "why" | "reason" | "note" | "原因" | "说明" | "理由" | "备注" => Column::Why,
            "kind" | "type" | "类别" | "类型" | "分类" | "种类" => Column::Kind,
            _ => Column::Other,
        })
        .collect();
    columns.contains(&Column::Wrong).then_some(columns)
}

fn entry(columns: &[Column], cells: &[String]) -> Result<NewEntry, Refusal> {
    if cells.len() > columns.len() && cells[columns.len()..].iter().any(|cell| !cell.is_empty()) {
        return Err(Refusal::TooMany);
    }
    let cell = |column| {
        let mut named = columns.iter().zip(cells);
        let found = named.find(|(name, _)| **name == column);
        found.map_or("", |(_, cell)| cell.as_str())
    };
    let wrong = cell(Column::Wrong).to_owned();
    if wrong.is_empty() {
        return Err(Refusal::NoWrong);
    }
    if wrong.chars().nth(1).is_none() {
        return Err(Refusal::TooShort(wrong));
    }
    let right: Vec<String> = cell(Column::Right)
        .split(['/', '|', '、'].as_slice())
        .map(str::trim)
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
        .collect();
    // A set phrase may hold 、 itself.
    let whole = cell(Column::Right);
    let right = if wrong.contains(['、', '，', ',']) && !whole.is_empty() {
        vec![whole.to_owned()]
    } else {
        right
    };
    let kind = kind(cell(Column::Kind))?;
    if right.is_empty() && kind != Kind::Caution {
        return Err(Refusal::NoRight(wrong));
    }
    if right.contains(&wrong) {
        return Err(Refusal::Same(wrong));
    }
    Ok(NewEntry::Word {
        kind,
        wrong,
        right,
        why: cell(Column::Why).to_owned(),
    })
}

fn kind(named: &str) -> Result<Kind, Refusal> {
    match named.to_ascii_lowercase().as_str() {
        "" | "confusable" | "易错" | "易错词" | "错别字" | "易混" | "易混词" => {
            Ok(Kind::Confusable)
        }
        "phrase" | "固定" | "固定用语" | "固定表述" | "成语" => Ok(Kind::Phrase),
        "caution" | "慎用" | "慎用词" | "禁用" | "禁用词" | "敏感词" => {
            Ok(Kind::Caution)
        }
        other => Err(Refusal::Kind(other.to_owned())),
    }
}

/// The cells of every row with its first line; `None` where a quotation mark stays open.
fn rows(text: &str, mark: char) -> Vec<(usize, Option<Vec<String>>)> {
    let mut rows = Vec::new();
    let (mut cells, mut cell) = (Vec::new(), String::new());
    let (mut line, mut begun, mut quoted) = (1, 1, false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.trim().is_empty() => {
                cell.clear();
                quoted = true;
            }
            '\r' if !quoted => {}
            '\n' => {
                line += 1;
                if quoted {
                    cell.push('\n');
                    continue;
                }
                cells.push(trimmed(&mut cell));
                rows.push((begun, Some(std::mem::take(&mut cells))));
                begun = line;
            }
            c if c == mark && !quoted => cells.push(trimmed(&mut cell)),
            c => cell.push(c),
        }
    }
    if quoted {
        rows.push((begun, None));
    } else if !cell.is_empty() || !cells.is_empty() {
        cells.push(trimmed(&mut cell));
        rows.push((begun, Some(cells)));
    }
    rows
}

fn trimmed(cell: &mut String) -> String {
    std::mem::take(cell).trim().to_owned()
}
