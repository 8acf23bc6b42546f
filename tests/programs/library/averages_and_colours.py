"""statistics of pairs and distributions, the tower of numbers, colours."""

import colorsys
import numbers
import statistics
from decimal import Decimal
from fractions import Fraction

seconds = [1.2, 1.9, 3.1, 4.0, 5.2]
threads = [1, 2, 3, 4, 5]
print(round(statistics.correlation(threads, seconds), 6), round(statistics.covariance(threads, seconds), 6))
line = statistics.linear_regression(threads, seconds)
print(round(line.slope, 6), round(line.intercept, 6))
print(statistics.median_grouped([1, 2, 2, 3, 4, 4, 4]))
waits = statistics.NormalDist(mu=100, sigma=15)
print(waits, waits.mean, waits.stdev, waits.variance)
print(round(waits.cdf(130), 6), round(waits.pdf(100), 6), round(waits.inv_cdf(0.5), 6), waits.zscore(115))
print(waits + 5, waits * 2, waits - waits, -waits, waits == statistics.NormalDist(100, 15))
print([round(quantile, 3) for quantile in waits.quantiles()])
for wrong in (lambda: statistics.correlation([1], [2]), lambda: statistics.NormalDist(0, -1), lambda: statistics.correlation([1, 1], [2, 3])):
    try:
        wrong()
    except statistics.StatisticsError as error:
        print(error)

for value in (1, True, 1.5, 2j, Fraction(1, 2), Decimal(1), "1"):
    kinds = (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)
    print(value, [kind.__name__ for kind in kinds if isinstance(value, kind)])

print(colorsys.rgb_to_hsv(0.2, 0.4, 0.4), colorsys.hsv_to_rgb(0.5, 0.5, 0.4))
print([round(part, 6) for part in colorsys.rgb_to_hls(0.2, 0.4, 0.6)], [round(part, 6) for part in colorsys.hls_to_rgb(0.3, 0.5, 0.7)])
print([round(part, 6) for part in colorsys.rgb_to_yiq(0.2, 0.4, 0.6)])
