//! One person of the byline screen: the fields of a row.

use crate::app::field::LineField;
use crate::domain::{Person, Role};

/// The three things known of a person, in tab order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The name.
    Name,
    /// Where they work.
    Unit,
    /// A qualified role, 见习记者.
    Title,
}

/// All columns in tab order.
pub(super) const COLUMNS: [Column; 3] = [Column::Name, Column::Unit, Column::Title];

/// One person.
#[derive(Debug)]
pub struct PersonRow {
    /// In which list.
    pub role: Role,
    /// Name.
    pub name: LineField,
    /// Unit.
    pub unit: LineField,
    /// Title.
    pub title: LineField,
}

impl PersonRow {
    pub(super) fn new(role: Role, person: &Person) -> Self {
        let text = |part: &Option<String>| part.clone().unwrap_or_default();
        Self::of(
            role,
            &[person.name.clone(), text(&person.unit), text(&person.title)],
        )
    }

    /// A row with these texts in its columns.
    pub(super) fn of(role: Role, [name, unit, title]: &[String; 3]) -> Self {
        Self {
            role,
            name: LineField::new(name),
            unit: LineField::new(unit),
            title: LineField::new(title),
        }
    }

    pub(super) fn texts(&self) -> [String; 3] {
        COLUMNS.map(|column| self.field(column).text().to_owned())
    }

    /// The field of a column.
    pub fn field(&self, column: Column) -> &LineField {
        match column {
            Column::Name => &self.name,
            Column::Unit => &self.unit,
            Column::Title => &self.title,
        }
    }

    pub(super) fn field_mut(&mut self, column: Column) -> &mut LineField {
        match column {
            Column::Name => &mut self.name,
            Column::Unit => &mut self.unit,
            Column::Title => &mut self.title,
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        COLUMNS
            .iter()
            .all(|&column| self.field(column).text().trim().is_empty())
    }

    pub(super) fn person(&self) -> Person {
        let some = |field: &LineField| {
            let text = field.text().trim();
            (!text.is_empty()).then(|| text.to_owned())
        };
        let name = self
            .name
            .text()
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect();
        Person {
            name,
            unit: some(&self.unit),
            title: some(&self.title),
        }
    }
}
