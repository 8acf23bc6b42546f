//! Chance, drawn from a run's seed.

use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;
use xxhash_rust::xxh3::xxh3_64;

/// A sequence of draws: PCG XSH RR 64/32 (O'Neill, 2014), begun at the XXH3 hash of the seed so that neighbouring
/// seeds have nothing in common. Each use has a stream of its own, so that one does not disturb another.
#[derive(Clone, Debug)]
pub(crate) struct Draws(Pcg32);

/// What draws are for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Stream {
    /// Who goes next.
    Choices = 1,
    /// For how long.
    Slices = 2,
    /// Which runs are compared between machines.
    Cases = 3,
}

impl Draws {
    pub(crate) fn new(seed: u64, stream: Stream) -> Draws {
        Draws(Pcg32::new(xxh3_64(&seed.to_le_bytes()), stream as u64))
    }

    /// A number in `0..count`, each as likely as any other (to within `count` in 2^64). `count` is not 0.
    pub(crate) fn below(&mut self, count: u64) -> u64 {
        let (low, high) = (self.0.next_u32(), self.0.next_u32());
        let drawn = u64::from(high) << 32 | u64::from(low);
        ((u128::from(drawn) * u128::from(count)) >> 64) as u64
    }

    /// One of the items, each as likely as any other. There is at least one.
    pub(crate) fn one_of<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len() as u64) as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Written down once: another algorithm would give other runs for every seed that anybody has kept.
    #[test]
    fn draws_are_the_same_in_every_release() {
        let drawn: Vec<u64> = std::iter::repeat_with({
            let mut draws = Draws::new(42, Stream::Choices);
            move || draws.below(1_000)
        })
        .take(8)
        .collect();
        expect_test::expect!["[671, 368, 305, 859, 891, 766, 400, 405]"].assert_eq(&format!("{drawn:?}"));
    }

    #[test]
    fn every_number_is_as_likely() {
        let mut draws = Draws::new(7, Stream::Slices);
        let mut counts = [0; 10];
        for _ in 0..100_000 {
            counts[draws.below(10) as usize] += 1;
        }
        assert!(counts.iter().all(|&count| (9_700..10_300).contains(&count)), "{counts:?}");
    }
}
