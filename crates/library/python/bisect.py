def bisect_right(a, x, lo=0, hi=None, *, key=None):
    return _find(a, x, lo, hi, key, True)


def bisect_left(a, x, lo=0, hi=None, *, key=None):
    return _find(a, x, lo, hi, key, False)


def insort_right(a, x, lo=0, hi=None, *, key=None):
    a.insert(_find(a, x if key is None else key(x), lo, hi, key, True), x)


def insort_left(a, x, lo=0, hi=None, *, key=None):
    a.insert(_find(a, x if key is None else key(x), lo, hi, key, False), x)


def _find(a, x, low, high, key, right):
    if low < 0:
        raise ValueError("lo must be non-negative")
    if high is None:
        high = len(a)
    while low < high:
        middle = (low + high) // 2
        item = a[middle] if key is None else key(a[middle])
        if (not x < item) if right else item < x:
            low = middle + 1
        else:
            high = middle
    return low


bisect = bisect_right
insort = insort_right
