//! One em dash alone: a dash that lost its second half, or a connector that is right as it stands.

/// Words after a connector between two places: 青岭—白沙高速 (GB/T 15834-2011, 4.13.3.2).
const ROUTES: [&str; 12] = [
    "高速", "高铁", "铁路", "公路", "航线", "班列", "走廊", "列车", "航班", "城际", "区间", "段",
];

/// Whether a lone `—` is meant as a dash.
///
/// Beside digits or letters it joins a range; before a route it joins two places.
pub(super) fn single(chars: &[char], at: usize) -> bool {
    let left = at.checked_sub(1).map(|i| chars[i]);
    let right = chars.get(at + 1).copied();
    let joins = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    if joins(left) || joins(right) {
        return false;
    }
    let ahead: String = chars[at + 1..]
        .iter()
        .take_while(|c| !matches!(c, '，' | '。' | '、' | ',' | '.' | ' '))
        .take(7)
        .collect();
    !ROUTES.iter().any(|route| ahead.contains(route))
}
