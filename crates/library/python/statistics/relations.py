LinearRegression = _namedtuple("LinearRegression", "slope intercept")


class NormalDist:
    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(fmean(data), stdev(data))

    mean = median = mode = property(lambda self: self._mu)
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def samples(self, n, *, seed=None):
        from random import Random
        draw = Random(seed).random
        return [self.inv_cdf(draw()) for _ in range(n)]

    def _check(self, what):
        if not self._sigma:
            raise StatisticsError(f"{what}() not defined when sigma is zero")

    def pdf(self, x):
        self._check("pdf")
        apart = x - self._mu
        variance = self._sigma * self._sigma
        return _exp(apart * apart / (-2.0 * variance)) / _sqrt(_tau * variance)

    def cdf(self, x):
        self._check("cdf")
        return 0.5 * _erfc((self._mu - x) / (self._sigma * _sqrt(2.0)))

    # Halved down to neighbouring numbers: what is below `p`, and what is not.
    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        low, high = -40.0, 40.0
        for _ in range(200):
            middle = (low + high) / 2
            if middle in (low, high):
                break
            if 0.5 * _erfc(-middle / _sqrt(2.0)) < p:
                low = middle
            else:
                high = middle
        return self._mu + self._sigma * high

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def zscore(self, x):
        self._check("zscore")
        return (x - self._mu) / self._sigma

    def overlap(self, other):
        if not isinstance(other, NormalDist):
            raise TypeError("Expected another NormalDist instance")
        one, two = sorted([self, other], key=lambda dist: (dist._sigma, dist._mu))
        apart = abs(two._mu - one._mu)
        if one.variance == two.variance:
            return _erfc(apart / (2.0 * one._sigma * _sqrt(2.0)))
        more = two.variance - one.variance
        a = one._mu * two.variance - two._mu * one.variance
        b = one._sigma * two._sigma * _sqrt(apart * apart + more * _log(two.variance / one.variance))
        places = (a + b) / more, (a - b) / more
        return 1.0 - sum([abs(two.cdf(x) - one.cdf(x)) for x in places])

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, _hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, _hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __rsub__(self, other):
        return -(self - other)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * abs(other))

    __rmul__ = __mul__

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / abs(other))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f"{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})"


def _pairs(x, y, what):
    x, y = list(x), list(y)
    if len(x) != len(y):
        raise StatisticsError(f"{what} requires that both inputs have same number of data points")
    if len(x) < 2:
        raise StatisticsError(f"{what} requires at least two data points")
    x_mean, y_mean = _fsum(x) / len(x), _fsum(y) / len(y)
    return [a - x_mean for a in x], [b - y_mean for b in y], x_mean, y_mean


def covariance(x, y, /):
    x, y, _, _ = _pairs(x, y, "covariance")
    return _sumprod(x, y) / (len(x) - 1)


def _ranks(data):
    order = sorted(range(len(data)), key=lambda place: data[place])
    ranks = [0] * len(data)
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and data[order[end]] == data[order[start]]:
            end += 1
        for place in order[start:end]:
            ranks[place] = (start + end - 1) / 2
        start = end
    return ranks


def correlation(x, y, /, *, method="linear"):
    if method not in ("linear", "ranked"):
        raise ValueError(f"Unknown method: {method!r}")
    if method == "ranked":
        x, y = _ranks(list(x)), _ranks(list(y))
    x, y, _, _ = _pairs(x, y, "correlation")
    below = _sqrt(_sumprod(x, x) * _sumprod(y, y))
    if not below:
        raise StatisticsError("at least one of the inputs is constant")
    return _sumprod(x, y) / below


def linear_regression(x, y, /, *, proportional=False):
    x, y = list(x), list(y)
    moved, y_moved, x_mean, y_mean = _pairs(x, y, "linear regression")
    if proportional:
        moved, y_moved = x, y
    below = _sumprod(moved, moved)
    if not below:
        raise StatisticsError("x is constant")
    slope = _sumprod(moved, y_moved) / below
    return LinearRegression(slope, 0.0 if proportional else y_mean - slope * x_mean)


def median_grouped(data, interval=1.0):
    data = sorted(_items(data, 1, "no median for empty data"))
    n = len(data)
    x = data[n // 2]
    below = len([item for item in data if item < x])
    among = data.count(x)
    return float(x) - interval / 2.0 + interval * (n / 2 - below) / among
