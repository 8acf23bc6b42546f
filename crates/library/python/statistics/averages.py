from collections import namedtuple as _namedtuple
from math import erfc as _erfc, exp as _exp, fsum as _fsum, hypot as _hypot, isqrt as _isqrt, log as _log
from math import sqrt as _sqrt, sumprod as _sumprod, tau as _tau


class StatisticsError(ValueError):
    pass


def _items(data, least, what):
    data = list(data)
    if len(data) < least:
        raise StatisticsError(what)
    return data


# Sums are exact: a fraction of two integers.
def _sum(data):
    above = 0
    below = 1
    for x in data:
        n, d = x.as_integer_ratio()
        if d > below:
            above, below = above * (d // below) if d % below == 0 else above * d, d if d % below == 0 else below * d
            above += n * (below // d)
        elif below % d == 0:
            above += n * (below // d)
        else:
            above, below = above * d + n * below, below * d
    return above, below


# An integer where all were integers and the division leaves no rest.
def _quotient(above, below, data):
    if above % below == 0:
        for x in data:
            if not isinstance(x, int):
                break
        else:
            return above // below
    return above / below


def mean(data):
    data = _items(data, 1, "mean requires at least one data point")
    above, below = _sum(data)
    return _quotient(above, below * len(data), data)


def fmean(data, weights=None):
    data = _items(data, 1, "fmean requires at least one data point")
    if weights is None:
        return _fsum(data) / len(data)
    weights = list(weights)
    return _fsum([x * w for x, w in zip(data, weights)]) / _fsum(weights)


def geometric_mean(data):
    product = 1.0
    data = _items(data, 1, "Must have a non-empty dataset")
    for x in data:
        product *= x
    return product ** (1 / len(data))


def harmonic_mean(data, weights=None):
    data = _items(data, 1, "harmonic_mean requires at least one data point")
    return len(data) / _fsum([1 / x for x in data])


def median(data):
    data = sorted(_items(data, 1, "no median for empty data"))
    middle = len(data) // 2
    return data[middle] if len(data) % 2 else (data[middle - 1] + data[middle]) / 2


def median_low(data):
    data = sorted(_items(data, 1, "no median for empty data"))
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(_items(data, 1, "no median for empty data"))
    return data[len(data) // 2]


def mode(data):
    return multimode(_items(data, 1, "no mode for empty data"))[0]


def multimode(data):
    counts = {}
    for item in data:
        counts[item] = counts.get(item, 0) + 1
    most = max(counts.values(), default=0)
    return [item for item, count in counts.items() if count == most]


def _fraction(data, center, least, what):
    data = _items(data, least, what)
    n = len(data)
    if center is None:
        a, b = _sum(data)
    else:
        a, b = (center * n).as_integer_ratio()
    # The squared distances from the mean, whose parts have been made whole by b and n.
    total = 0
    below = 1
    for x in data:
        p, q = x.as_integer_ratio()
        p = p * b * n - a * q
        q = q * b * n
        total, below = total * q * q + p * p * below, below * q * q
        if below.bit_length() > 4000:
            total, below = _shorter(total, below)
    return total, below * (n - least + 1), data


def _shorter(a, b):
    x, y = a, b
    while y:
        x, y = y, x % y
    return a // x, b // x


def _variance(data, center, least, what):
    above, below, data = _fraction(data, center, least, what)
    return _quotient(above, below, data)


# The square root of a fraction, rounded once.
def _root(above, below):
    shift = (above.bit_length() - below.bit_length() - 109) // 2
    if shift >= 0:
        below <<= 2 * shift
    else:
        above <<= -2 * shift
    root = _isqrt(above // below)
    root |= root * root * below != above
    return (root << shift) / 1 if shift >= 0 else root / (1 << -shift)


def pvariance(data, mu=None):
    return _variance(data, mu, 1, "pvariance requires at least one data point")


def variance(data, xbar=None):
    return _variance(data, xbar, 2, "variance requires at least two data points")


def pstdev(data, mu=None):
    return _root(*_fraction(data, mu, 1, "pstdev requires at least one data point")[:2])


def stdev(data, xbar=None):
    return _root(*_fraction(data, xbar, 2, "stdev requires at least two data points")[:2])


def quantiles(data, *, n=4, method="exclusive"):
    data = sorted(_items(data, 2, "must have at least two data points"))
    size = len(data)
    result = []
    for i in range(1, n):
        if method == "inclusive":
            j, delta = divmod(i * (size - 1), n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        else:
            j = min(max(i * (size + 1) // n, 1), size - 1)
            delta = i * (size + 1) - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return result


def _pairs(x, y, what):
    if len(x) != len(y):
        raise StatisticsError(f"{what} requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(f"{what} requires at least two data points")
    center_x, center_y = _fsum(x) / len(x), _fsum(y) / len(y)
    return [value - center_x for value in x], [value - center_y for value in y], center_x, center_y


def covariance(x, y, /):
    x, y, _, _ = _pairs(x, y, "covariance")
    return _fsum([a * b for a, b in zip(x, y)]) / (len(x) - 1)


def correlation(x, y, /, *, method="linear"):
    if method not in ("linear", "ranked"):
        raise ValueError(f"Unknown method: {method!r}")
    if method == "ranked":
        x, y = _ranks(x), _ranks(y)
    x, y, _, _ = _pairs(x, y, "correlation")
    squares = _fsum([a * a for a in x]) * _fsum([b * b for b in y])
    if not squares:
        raise StatisticsError("at least one of the inputs is constant")
    return _fsum([a * b for a, b in zip(x, y)]) / squares**0.5


def _ranks(data):
    return [sum([other < value for other in data]) + sum([other == value for other in data]) / 2 for value in data]


class LinearRegression(tuple):
    slope = property(lambda self: self[0])
    intercept = property(lambda self: self[1])

    def __repr__(self):
        return f"LinearRegression(slope={self[0]!r}, intercept={self[1]!r})"


def linear_regression(x, y, /, *, proportional=False):
    away_x, away_y, center_x, center_y = _pairs(x, y, "linear regression")
    if proportional:
        away_x, away_y = x, y
    below = _fsum([a * a for a in away_x])
    if not below:
        raise StatisticsError("x is constant")
    slope = _fsum([a * b for a, b in zip(away_x, away_y)]) / below
    return LinearRegression((slope, 0.0 if proportional else center_y - slope * center_x))
