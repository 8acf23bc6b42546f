//! Elementary functions rounded correctly but for one case in millions, so that they have the digits that CPython shows:
//! computed with pairs of floats, whose sum has twice the digits. The rest of `libm` errs in the last digit now and
//! then; a library that does not would weigh as much as a tenth of the page, in tables.

/// The sum of two floats of which the second is below the first's last digit.
#[derive(Clone, Copy)]
struct Pair(f64, f64);

const LN_2: Pair = Pair(std::f64::consts::LN_2, 2.319_046_813_846_299_6e-17);
/// A quarter turn, in three parts.
const QUARTER: [f64; 3] =
    [std::f64::consts::FRAC_PI_2, 6.123_233_995_736_766e-17, -1.497_384_904_859_169_8e-33];
/// Angles up to here are reduced exactly enough.
const LARGEST_ANGLE: f64 = 100_000.0;

const fn sum(a: f64, b: f64) -> Pair {
    let s = a + b;
    let t = s - a;
    Pair(s, (a - (s - t)) + (b - t))
}

const fn product(a: f64, b: f64) -> Pair {
    const SPLIT: f64 = 134_217_729.0;
    let p = a * b;
    let (s, t) = (SPLIT * a, SPLIT * b);
    let (a1, b1) = (s - (s - a), t - (t - b));
    let (a2, b2) = (a - a1, b - b1);
    Pair(p, ((a1 * b1 - p) + a1 * b2 + a2 * b1) + a2 * b2)
}

impl Pair {
    const fn plus(self, other: Pair) -> Pair {
        let (Pair(s, e), Pair(t, f)) = (sum(self.0, other.0), sum(self.1, other.1));
        let Pair(s, e) = sum(s, e + t);
        sum(s, e + f)
    }

    const fn times(self, other: Pair) -> Pair {
        let Pair(p, e) = product(self.0, other.0);
        sum(p, e + (self.0 * other.1 + self.1 * other.0))
    }

    const fn over(self, other: Pair) -> Pair {
        let first = self.0 / other.0;
        let rest = self.plus(other.times(Pair(-first, 0.0)));
        let second = rest.0 / other.0;
        let rest = rest.plus(other.times(Pair(-second, 0.0)));
        sum(first, second).plus(Pair(rest.0 / other.0, 0.0))
    }

    const fn negative(self) -> Pair {
        Pair(-self.0, -self.1)
    }
}

/// One part of each of so many, which is what the series are multiplied by: 1/1, 1/2, 1/3 ...
const PARTS: [Pair; 45] = {
    let mut parts = [Pair(1.0, 0.0); 45];
    let mut n = 1;
    while n < parts.len() {
        parts[n] = Pair(1.0, 0.0).over(Pair((n + 1) as f64, 0.0));
        n += 1;
    }
    parts
};

/// The natural logarithm of a positive, finite number.
fn log_pair(x: f64) -> Pair {
    let (mut mantissa, mut exponent) = libm::frexp(x);
    if mantissa < std::f64::consts::FRAC_1_SQRT_2 {
        mantissa *= 2.0;
        exponent -= 1;
    }
    // The series of the area tangent: each of its terms is a fiftieth of the one before or less.
    let z = sum(mantissa, -1.0).over(sum(mantissa, 1.0));
    let square = z.times(z);
    let mut series = Pair(0.0, 0.0);
    for term in (0..23).rev() {
        series = series.times(square).plus(PARTS[2 * term]);
    }
    Pair(f64::from(exponent), 0.0).times(LN_2).plus(z.times(series).times(Pair(2.0, 0.0)))
}

/// The exponential of a number that is neither too large nor too small for it.
fn exp_pair(x: Pair) -> f64 {
    const HALVINGS: i32 = 6;
    let count = (x.0 / LN_2.0).round();
    let rest = x.plus(LN_2.times(Pair(-count, 0.0)));
    let scale = f64::from(1u32 << HALVINGS);
    let small = Pair(rest.0 / scale, rest.1 / scale);
    // All but the 1 of the series, so that no digits are lost to it.
    let mut series = Pair(0.0, 0.0);
    for term in (1..13).rev() {
        series = series.plus(Pair(1.0, 0.0)).times(small).times(PARTS[term - 1]);
    }
    for _ in 0..HALVINGS {
        series = series.times(series).plus(Pair(2.0 * series.0, 2.0 * series.1));
    }
    let result = series.plus(Pair(1.0, 0.0));
    libm::scalbn(result.0 + result.1, count as i32)
}

/// The sine and cosine of an angle that is not too large.
fn turn(x: f64) -> (Pair, Pair) {
    let quarters = (x / QUARTER[0]).round();
    let mut angle = Pair(x, 0.0);
    for part in QUARTER {
        angle = angle.plus(product(-quarters, part));
    }
    let square = angle.times(angle).negative();
    let series = |first: usize| {
        let mut sum = Pair(1.0, 0.0);
        for term in (0..14).rev() {
            let n = 2 * term + first;
            sum = sum.times(square).times(PARTS[n - 1].times(PARTS[n])).plus(Pair(1.0, 0.0));
        }
        sum
    };
    let (sine, cosine) = (series(2).times(angle), series(1));
    match (quarters as i64).rem_euclid(4) {
        0 => (sine, cosine),
        1 => (cosine, sine.negative()),
        2 => (sine.negative(), cosine.negative()),
        _ => (cosine.negative(), sine),
    }
}

fn is_small(x: f64) -> bool {
    x.abs() < LARGEST_ANGLE && x.abs() > 1e-8
}

/// The exponential.
pub(crate) fn exp(x: f64) -> f64 {
    if x.abs() < 700.0 && x != 0.0 { exp_pair(Pair(x, 0.0)) } else { libm::exp(x) }
}

/// The natural logarithm.
pub(crate) fn log(x: f64) -> f64 {
    if x > 0.0 && x.is_finite() && x != 1.0 { log_pair(x).0 } else { libm::log(x) }
}

/// The logarithm to base 2.
pub(crate) fn log2(x: f64) -> f64 {
    let whole = libm::log2(x);
    if x > 0.0 && x.is_finite() && whole.fract() != 0.0 { log_pair(x).over(LN_2).0 } else { whole }
}

/// The logarithm to base 10, put together as the C library does, which rounds more than once.
pub(crate) fn log10(x: f64) -> f64 {
    if !(x > 0.0 && x.is_finite()) {
        return libm::log10(x);
    }
    let (mut mantissa, mut exponent) = libm::frexp(x);
    if exponent > 0 {
        mantissa *= 2.0;
        exponent -= 1;
    }
    let count = f64::from(exponent);
    let rest = count * 3.694_239_077_158_931e-13 + std::f64::consts::LOG10_E * log(mantissa);
    rest + count * 3.010_299_956_636_117_7e-1
}

/// A power. Those that are asked for most are rounded correctly by the processor.
pub(crate) fn pow(x: f64, y: f64) -> f64 {
    if y == 2.0 {
        return x * x;
    }
    if y == 0.5 && x > 0.0 {
        return x.sqrt();
    }
    let rough = libm::pow(x, y);
    let plain = x == 1.0 || y == 0.0 || y == 1.0 || !(1e-290..1e290).contains(&rough.abs());
    if plain || !y.is_finite() || !x.is_finite() {
        return rough;
    }
    let log = log_pair(x.abs());
    exp_pair(log.times(Pair(y, 0.0))).copysign(rough)
}

/// The sine.
pub(crate) fn sin(x: f64) -> f64 {
    if is_small(x) { turn(x).0.0 } else { libm::sin(x) }
}

/// The cosine.
pub(crate) fn cos(x: f64) -> f64 {
    if is_small(x) { turn(x).1.0 } else { libm::cos(x) }
}

/// The tangent.
pub(crate) fn tan(x: f64) -> f64 {
    let (sine, cosine) = if is_small(x) { turn(x) } else { return libm::tan(x) };
    sine.over(cosine).0
}

/// The angle of a point: the library's, made better by what its sine and cosine miss.
pub(crate) fn atan2(y: f64, x: f64) -> f64 {
    let rough = libm::atan2(y, x);
    let plain = |value: f64| (1e-100..1e100).contains(&value.abs());
    if !is_small(rough) || !plain(y) || !plain(x) {
        return rough;
    }
    let (sine, cosine) = turn(rough);
    let missed = cosine.times(Pair(y, 0.0)).plus(sine.times(Pair(-x, 0.0)));
    rough + missed.0 / (x * cosine.0 + y * sine.0)
}

/// The angle of a tangent.
pub(crate) fn atan(x: f64) -> f64 {
    atan2(x, 1.0)
}

/// The angle of a sine.
pub(crate) fn asin(x: f64) -> f64 {
    let rough = libm::asin(x);
    if !is_small(rough) || x.abs() > 0.999 {
        return rough;
    }
    let (sine, cosine) = turn(rough);
    rough + Pair(x, 0.0).plus(sine.negative()).0 / cosine.0
}

/// The angle of a cosine.
pub(crate) fn acos(x: f64) -> f64 {
    let rough = libm::acos(x);
    if !is_small(rough) || x.abs() > 0.999 {
        return rough;
    }
    let (sine, cosine) = turn(rough);
    rough + cosine.plus(Pair(-x, 0.0)).0 / sine.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_cpythons() {
        assert_eq!(exp(1.0), std::f64::consts::E);
        assert_eq!(exp(-0.5), 0.6065306597126334);
        assert_eq!(log(10.0), std::f64::consts::LN_10);
        assert_eq!(log(1e-300), -690.7755278982137);
        assert_eq!((log10(1000.0), log10(2.0), log2(8.0)), (3.0, std::f64::consts::LOG10_2, 3.0));
        assert_eq!((pow(1.05, 10.0), pow(2.0, 0.5)), (1.628894626777442, std::f64::consts::SQRT_2));
        assert_eq!((pow(-2.0, 3.0), pow(10.0, -5.0)), (-8.0, 1e-5));
        assert_eq!(
            (sin(1.0), cos(1.0), tan(1.0)),
            (0.8414709848078965, 0.5403023058681398, 1.5574077246549023)
        );
        assert_eq!((atan2(1.0, 1.0), asin(0.25)), (std::f64::consts::FRAC_PI_4, 0.25268025514207865));
    }
}
