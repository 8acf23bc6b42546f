//! How fast play goes.

/// A speed of play, in steps a second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Speed(u32);

/// Between two pictures at least so many milliseconds pass: above 30 steps a second, several steps are one picture.
const TICK: u32 = 33;

impl Speed {
    /// What can be chosen.
    pub const ALL: [Speed; 8] =
        [Speed(1), Speed(3), Speed(10), Speed(30), Speed(100), Speed(300), Speed(1_000), Speed(10_000)];

    /// The last of them.
    pub const FASTEST: Speed = Speed::ALL[Speed::ALL.len() - 1];

    /// In steps a second.
    pub fn steps_a_second(self) -> u32 {
        self.0
    }

    /// How long to wait before the next tick, in milliseconds.
    pub fn tick_millis(self) -> u32 {
        (1_000 / self.0).max(TICK)
    }

    /// How many ticks play stays at what takes so long to see, in milliseconds. Where a tick is worth several steps, what one
    /// of them did is not seen anyway.
    pub fn rests(self, millis: u32) -> u32 {
        if self.steps_a_tick() > 1 { 0 } else { millis / self.tick_millis() }
    }

    /// How many steps a tick is worth.
    pub fn steps_a_tick(self) -> u64 {
        u64::from(self.0 * self.tick_millis() / 1_000).max(1)
    }
}

impl Default for Speed {
    fn default() -> Speed {
        Speed(30)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn play_rests_only_where_each_step_is_seen() {
        let rests: Vec<u32> = Speed::ALL.iter().map(|speed| speed.rests(900)).collect();
        assert_eq!(rests, [0, 2, 9, 27, 0, 0, 0, 0]);
    }

    #[test]
    fn ticks_come_to_the_speed() {
        for speed in Speed::ALL {
            let a_second = 1_000 * speed.steps_a_tick() / u64::from(speed.tick_millis());
            let wanted = u64::from(speed.steps_a_second());
            assert!(a_second.abs_diff(wanted) * 10 <= wanted, "{wanted}: {a_second}");
        }
    }
}
