//! What the field with the caret could become: names, units and roles seen before.

use super::row::PersonRow;
use super::{BylineScreen, Column, at_end};
use crate::app::view::Known;
use crate::domain::{Person, Role};
use crate::text::pinyin;

impl BylineScreen {
    /// Offers people or units that fit what stands in the field.
    pub(super) fn suggest(&mut self) {
        self.offer = 0;
        self.offers.clear();
        let typed = match self.field() {
            Some(field) => field.text().trim().to_owned(),
            None => return,
        };
        if typed.is_empty() {
            return;
        }
        let fits = |text: &str| text != typed && pinyin::matches(&typed, text);
        self.offers = match self.column {
            Column::Name => self
                .people
                .iter()
                .filter(|p| fits(&p.name))
                .cloned()
                .collect(),
            Column::Unit => units(&self.people)
                .into_iter()
                .filter(|u| fits(&u.name))
                .collect(),
            Column::Title => titles().filter(|t| fits(&t.name)).collect(),
        };
        self.offers.truncate(9);
    }

    /// Puts the offered name into the field, with its unit where none is given.
    pub(super) fn take(&mut self) {
        let Some(offer) = self.offers.get(self.offer).cloned() else {
            return;
        };
        let column = self.column;
        let (size, ambiguous) = self.size;
        let was_last = self.is_last_of_role(self.row);
        if let Some(row) = self.rows.get_mut(self.row) {
            *row.field_mut(column) = at_end(&offer.name);
            if column == Column::Name
                && row.role == Role::Correspondent
                && row.unit.text().is_empty()
                && let Some(unit) = &offer.unit
            {
                row.unit = at_end(unit);
            }
            if was_last {
                let role = row.role;
                self.rows
                    .insert(self.row + 1, PersonRow::new(role, &Person::default()));
            }
        }
        self.fit(size, ambiguous);
        self.offers.clear();
    }
}

fn units(people: &[Known]) -> Vec<Known> {
    let mut units: Vec<Known> = Vec::new();
    for unit in people.iter().filter_map(|person| person.unit.as_ref()) {
        if !units.iter().any(|known| known.name == *unit) {
            units.push(Known {
                name: unit.clone(),
                unit: None,
                seen: 1,
            });
        }
    }
    units
}

/// Qualified roles that papers print.
fn titles() -> impl Iterator<Item = Known> {
    [
        "见习记者",
        "实习记者",
        "特约记者",
        "全媒体记者",
        "首席记者",
        "特约通讯员",
    ]
    .into_iter()
    .map(|name| Known {
        name: name.to_owned(),
        unit: None,
        seen: 0,
    })
}
