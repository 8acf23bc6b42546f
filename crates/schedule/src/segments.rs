//! Who ran from step to step.

use interleave_vm::ThreadId;

/// One thread's uninterrupted steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Whose they are.
    pub thread: ThreadId,
    /// How many steps were made before the first of them.
    pub from: u64,
    /// How many steps were made when the last of them was.
    pub to: u64,
}

impl Segment {
    /// How many steps it has; never 0.
    pub fn steps(&self) -> u64 {
        self.to - self.from
    }
}

/// Who ran in a run, from its first step on, without gaps. Neighbours are of different threads, so that there is one
/// context switch between each two.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segments {
    /// Each segment's thread, and how many steps were made when it ended.
    ends: Vec<(ThreadId, u64)>,
}

impl Segments {
    /// How many segments there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether no step was made.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// How many steps there are in all.
    pub fn steps(&self) -> u64 {
        self.ends.last().map_or(0, |&(_, end)| end)
    }

    /// How many context switches there are.
    pub fn switches(&self) -> usize {
        self.len().saturating_sub(1)
    }

    /// The segment at an index.
    pub fn get(&self, index: usize) -> Option<Segment> {
        let &(thread, to) = self.ends.get(index)?;
        let from = index.checked_sub(1).map_or(0, |before| self.ends[before].1);
        Some(Segment { thread, from, to })
    }

    /// The index of the segment that a step belongs to; steps are counted from 0.
    pub fn index_of(&self, step: u64) -> usize {
        self.ends.partition_point(|&(_, end)| end <= step)
    }

    /// The segments in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Segment> + '_ {
        self.ends.iter().enumerate().map(|(index, &(thread, to))| {
            let from = index.checked_sub(1).map_or(0, |before| self.ends[before].1);
            Segment { thread, from, to }
        })
    }

    /// Adds steps at the end.
    pub(crate) fn push(&mut self, thread: ThreadId, steps: u64) {
        let end = self.steps() + steps;
        match self.ends.last_mut() {
            _ if steps == 0 => {}
            Some(last) if last.0 == thread => last.1 = end,
            _ => self.ends.push((thread, end)),
        }
    }

    /// Forgets what comes after so many steps.
    pub(crate) fn truncate(&mut self, steps: u64) {
        let kept = self.index_of(steps);
        if let Some(&(thread, _)) = self.ends.get(kept) {
            let begun_before = self.get(kept).is_some_and(|cut| cut.from < steps);
            self.ends.truncate(kept);
            if begun_before {
                self.ends.push((thread, steps));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segments(parts: &[(u16, u64)]) -> Segments {
        let mut segments = Segments::default();
        for &(thread, steps) in parts {
            segments.push(ThreadId(thread), steps);
        }
        segments
    }

    #[test]
    fn neighbours_of_one_thread_are_one_segment() {
        let segments = segments(&[(0, 3), (0, 2), (1, 0), (1, 4), (0, 1)]);
        let parts: Vec<_> = segments.iter().map(|s| (s.thread.0, s.from, s.to)).collect();
        assert_eq!(parts, [(0, 0, 5), (1, 5, 9), (0, 9, 10)]);
        assert_eq!((segments.steps(), segments.switches()), (10, 2));
        assert_eq!([0, 4, 5, 8, 9].map(|step| segments.index_of(step)), [0, 0, 1, 1, 2]);
    }

    #[test]
    fn what_is_cut_off_is_gone() {
        for cut in 0..=10 {
            let mut cut_off = segments(&[(0, 5), (1, 4), (0, 1)]);
            cut_off.truncate(cut);
            let in_parts = [(0, 5.min(cut)), (1, cut.saturating_sub(5).min(4)), (0, cut.saturating_sub(9))];
            assert_eq!(cut_off, segments(&in_parts), "{cut}");
        }
    }
}
