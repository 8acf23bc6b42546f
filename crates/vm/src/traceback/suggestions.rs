//! The name that was probably meant, as CPython's `Python/suggestions.c` finds it.

const MOST_CANDIDATES: usize = 750;
const LONGEST: usize = 40;
const MOVE_COST: usize = 2;
const CASE_COST: usize = 1;

/// The candidate closest to a name, the first of equals; none if at least a third of the characters would have to change.
pub(crate) fn closest<'a>(candidates: &[&'a str], wrong: &str) -> Option<&'a str> {
    if candidates.len() >= MOST_CANDIDATES {
        return None;
    }
    let mut best = None;
    let mut limit = usize::MAX;
    for &candidate in candidates.iter().filter(|&&candidate| candidate != wrong) {
        let most = ((wrong.len() + candidate.len() + 3) * MOVE_COST / 6).min(limit);
        if let Some(found) = distance(wrong.as_bytes(), candidate.as_bytes(), most) {
            best = Some(candidate);
            // None can be closer than what differs by one letter's case but the very name.
            let Some(less) = found.checked_sub(1) else { break };
            limit = less;
        }
    }
    best
}

/// What it costs to make one text of another, if that is not more than `most`.
fn distance(a: &[u8], b: &[u8], most: usize) -> Option<usize> {
    let prefix = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[prefix..], &b[prefix..]);
    let suffix = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[..a.len() - suffix], &b[..b.len() - suffix]);
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let least = (long.len() - short.len()) * MOVE_COST;
    if least > most || long.len() > LONGEST {
        return None;
    }
    let mut row: Vec<usize> = (0..=short.len()).map(|place| place * MOVE_COST).collect();
    for &letter in long {
        let mut diagonal = row[0];
        row[0] += MOVE_COST;
        for (place, &other) in short.iter().enumerate() {
            let replaced = diagonal + replacing(letter, other);
            diagonal = row[place + 1];
            row[place + 1] = replaced.min(row[place].min(diagonal) + MOVE_COST);
        }
    }
    Some(row[short.len()]).filter(|&cost| cost <= most)
}

fn replacing(a: u8, b: u8) -> usize {
    if a == b {
        0
    } else if a.eq_ignore_ascii_case(&b) {
        CASE_COST
    } else {
        MOVE_COST
    }
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn the_closest_name_is_found() {
        let names = ["total", "balance", "print", "Lock", "RLock"];
        assert_eq!(closest(&names, "totl"), Some("total"));
        assert_eq!(closest(&names, "blance"), Some("balance"));
        assert_eq!(closest(&names, "lock"), Some("Lock"));
        assert_eq!(closest(&names, "Lok"), Some("Lock"));
        assert_eq!(closest(&names, "zzz"), None);
        assert_eq!(closest(&["print"], "print"), None);
        assert_eq!(closest(&["a"; 750], "b"), None);
    }
}
