//! Which data can come later: what only functions refer to that do.

use std::collections::BTreeSet;
use std::ops::Range;

use wasm_encoder::{ConstExpr, DataSection};

use crate::linked::{Datum, Linked};

/// How much data is worth a segment of its own.
const WORTH: usize = 16;

/// What is empty between two pieces of data is there to align the second, if it is shorter. Else nobody knows what it is.
const PADDING: usize = 16;

/// How far an address that belongs to no data may be from what it means. Compilers fold what is added to an index into the
/// address: code that looks into a table by letters has the address of the table less 65 elements.
const FOLDED: u32 = 4096;

/// What of a module's data only the functions that move refer to: addresses, in order. `first` are the numbers in the code of
/// those that stay, `later` those in that of the others.
///
/// Nothing else is looked at before the later module is there: code that stays has the address of some data as a number,
/// or it finds it in other data that stays, or where code that had it put it.
pub(crate) fn movable(linked: &Linked, first: &BTreeSet<u32>, later: &BTreeSet<u32>) -> Vec<Range<u32>> {
    let data = &linked.data;
    // An address at its end can be one that is compared with.
    let addresses = |datum: &Datum| datum.range.start..=datum.range.end;
    let named = |numbers: &BTreeSet<u32>, datum: &Datum| numbers.range(addresses(datum)).next().is_some();
    let Some(memory) = span(data) else { return Vec::new() };
    let folded: Vec<Range<u32>> = first
        .range(memory.clone())
        .filter(|number| !linked.coded.iter().any(|&index| addresses(&data[index]).contains(number)))
        .map(|number| *number..number + FOLDED)
        .collect();
    let stays = |index: usize, datum: &Datum| {
        let near = || folded.iter().any(|near| near.contains(&datum.range.start));
        let hidden = linked.coded.contains(&index) && !named(later, datum);
        !datum.constant || linked.outside.contains(&index) || named(first, datum) || hidden || near()
    };
    let mut open: Vec<usize> = data
        .iter()
        .enumerate()
        .filter(|(index, datum)| stays(*index, datum))
        .map(|(index, _)| index)
        .collect();
    let mut staying: BTreeSet<usize> = open.iter().copied().collect();
    while let Some(index) = open.pop() {
        open.extend(data[index].refers.iter().filter(|to| staying.insert(**to)));
    }
    let mut places = vec![Place::Empty; memory.len()];
    for (index, datum) in data.iter().enumerate() {
        let place = if staying.contains(&index) { Place::Stays } else { Place::Moves };
        for address in datum.range.clone() {
            let at = &mut places[(address - memory.start) as usize];
            *at = place.max(*at);
        }
    }
    runs(&places)
        .into_iter()
        .filter(|run| run.len() >= WORTH)
        .map(|run| memory.start + run.start as u32..memory.start + run.end as u32)
        .collect()
}

/// What is at an address; where data overlaps, the last of these counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Empty,
    Moves,
    Stays,
}

fn span(data: &[Datum]) -> Option<Range<u32>> {
    let start = data.iter().map(|datum| datum.range.start).min()?;
    Some(start..data.iter().map(|datum| datum.range.end).max()?)
}

/// Where what moves stands together, with the padding between.
fn runs(places: &[Place]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, place) in places.iter().enumerate() {
        match (place, runs.last_mut()) {
            (Place::Moves, Some(run))
                if at - run.end < PADDING
                    && places[run.end..at].iter().all(|place| *place == Place::Empty) =>
            {
                run.end = at + 1;
            }
            (Place::Moves, _) => runs.push(at..at + 1),
            _ => {}
        }
    }
    runs
}

/// The parts of a segment that are in none of the `moving` addresses, or only those that are.
pub(crate) fn parts(segment: &Range<u32>, moving: &[Range<u32>], moved: bool) -> Vec<Range<u32>> {
    let within = moving.iter().map(|range| range.start.max(segment.start)..range.end.min(segment.end));
    let within: Vec<Range<u32>> = within.filter(|range| !range.is_empty()).collect();
    if moved {
        return within;
    }
    let starts = std::iter::once(segment.start).chain(within.iter().map(|range| range.end));
    let ends = within.iter().map(|range| range.start).chain([segment.end]);
    starts.zip(ends).map(|(start, end)| start..end).filter(|range| !range.is_empty()).collect()
}

/// Adds parts of a segment, with what is in them.
pub(crate) fn add(data: &mut DataSection, segment: &Range<u32>, bytes: &[u8], parts: Vec<Range<u32>>) {
    for part in parts {
        let within = (part.start - segment.start) as usize..(part.end - segment.start) as usize;
        data.active(0, &ConstExpr::i32_const(part.start as i32), bytes[within].iter().copied());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three pieces of data, of which code refers to the first and the last.
    fn linked() -> Linked {
        let datum = |range| Datum { range, constant: true, refers: Vec::new() };
        Linked {
            data: vec![datum(1000..1100), datum(1100..1200), datum(9000..9100)],
            coded: [0, 2].into(),
            ..Linked::default()
        }
    }

    #[test]
    fn data_goes_where_the_only_code_goes_that_has_its_address() {
        let ranges = |first: &[u32], later: &[u32]| {
            let moved =
                movable(&linked(), &first.iter().copied().collect(), &later.iter().copied().collect());
            moved.iter().map(|range| (range.start, range.end)).collect::<Vec<_>>()
        };
        assert_eq!(ranges(&[], &[1000, 9000]), [(1000, 1200), (9000, 9100)]);
        assert_eq!(ranges(&[1050], &[1000, 9000]), [(1100, 1200), (9000, 9100)]);
        assert_eq!(ranges(&[9100], &[1000, 9000]), [(1000, 1200)], "its end is an address of it, too");
        assert_eq!(ranges(&[], &[1000]), [(1000, 1200)], "nobody has the last one's address as a number");
        assert_eq!(
            ranges(&[5000], &[1000, 9000]),
            [(1000, 1200)],
            "what is at no data may be the last one's, less 1000 elements"
        );
        assert_eq!(ranges(&[100, 20_000], &[1000, 9000]), [(1000, 1200), (9000, 9100)]);
    }

    #[test]
    fn a_segment_is_taken_apart() {
        let taken = |segment, moved| parts(&segment, &[0..11, 13..15, 17..30], moved);
        assert_eq!(taken(10..18, true), [10..11, 13..15, 17..18]);
        assert_eq!(taken(10..18, false), [11..13, 15..17]);
        assert!(taken(40..50, true).is_empty());
        assert_eq!((taken(40..50, false).len(), &taken(40..50, false)[0]), (1, &(40..50)));
    }
}
