"""Averages and spreads."""

import statistics
from statistics import mean, median, stdev

print(mean([1, 2, 3, 4]), mean([1, 2, 3]), mean([0.1] * 3), statistics.fmean([1, 2]), median([3, 1, 2]))
print(median([4, 1, 3, 2]), statistics.median_low([1, 2, 3, 4]), statistics.median_high([1, 2, 3, 4]))
print(stdev([1, 2, 3, 4]), statistics.pstdev([1.5, 2.5, 4]), statistics.variance([1, 2, 3, 4, 5]))
print(statistics.mode("aab"), statistics.multimode([1, 1, 2, 2]), statistics.quantiles([1, 2, 3, 4, 5]))
for attempt in (lambda: mean([]), lambda: stdev([1]), lambda: median([])):
    try:
        print(attempt())
    except statistics.StatisticsError as error:
        print(error)
