class count:
    def __init__(self, start=0, step=1):
        if not hasattr(start, "__add__") or isinstance(start, (str, list, tuple)):
            raise TypeError("a number is required")
        self._next = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        return f"count({self._next!r})" if self._step == 1 else f"count({self._next!r}, {self._step!r})"


class repeat:
    def __init__(self, object, times=None):
        self._object = object
        self._left = times if times is None or times > 0 else 0

    def __iter__(self):
        return self

    def __next__(self):
        if self._left is not None:
            if not self._left:
                raise StopIteration
            self._left -= 1
        return self._object

    def __len__(self):
        if self._left is None:
            raise TypeError("len() of unsized object")
        return self._left

    def __repr__(self):
        return f"repeat({self._object!r})" if self._left is None else f"repeat({self._object!r}, {self._left})"


def cycle(iterable, /):
    return _cycle(iter(iterable))


def _cycle(items):
    seen = []
    for item in items:
        yield item
        seen.append(item)
    while seen:
        for item in seen:
            yield item


class chain:
    def __new__(cls, *iterables):
        return _chain(iter(iterables))

    @classmethod
    def from_iterable(cls, iterable, /):
        return _chain(iter(iterable))


def _chain(iterables):
    for iterable in iterables:
        for item in iterable:
            yield item


def accumulate(iterable, func=None, *, initial=None):
    return _accumulate(iter(iterable), func, initial)


def _accumulate(items, func, total):
    if total is None:
        try:
            total = next(items)
        except StopIteration:
            return
    yield total
    for item in items:
        total = total + item if func is None else func(total, item)
        yield total


def batched(iterable, n, *, strict=False):
    if n < 1:
        raise ValueError("n must be at least one")
    return _batched(iter(iterable), n, strict)


def _batched(items, n, strict):
    while True:
        batch = __take__(items, n)
        if not batch:
            return
        if strict and len(batch) != n:
            raise ValueError("batched(): incomplete batch")
        yield tuple(batch)


def compress(data, selectors):
    return (item for item, selected in zip(data, selectors) if selected)


def dropwhile(predicate, iterable, /):
    return _dropwhile(predicate, iter(iterable))


def _dropwhile(predicate, items):
    for item in items:
        if not predicate(item):
            yield item
            break
    for item in items:
        yield item


def takewhile(predicate, iterable, /):
    return _takewhile(predicate, iter(iterable))


def _takewhile(predicate, items):
    for item in items:
        if not predicate(item):
            return
        yield item


def filterfalse(function, iterable, /):
    return (item for item in iterable if not (item if function is None else function(item)))


def groupby(iterable, key=None):
    return _groupby(iter(iterable), key)


def _groupby(items, key):
    done = object()
    state = [next(items, done), None]
    if state[0] is done:
        return

    def key_of(item):
        return item if key is None else key(item)

    def group(target):
        while state[0] is not done and state[1] == target:
            yield state[0]
            state[0] = next(items, done)
            if state[0] is not done:
                state[1] = key_of(state[0])

    state[1] = key_of(state[0])
    while state[0] is not done:
        target = state[1]
        inner = group(target)
        yield target, inner
        for _ in inner:
            pass


def islice(iterable, *bounds):
    if not 1 <= len(bounds) <= 3:
        raise TypeError(f"islice expected at {'least 2' if not bounds else 'most 4'} arguments, got {1 + len(bounds)}")
    bounds = slice(*bounds)
    start = 0 if bounds.start is None else bounds.start
    step = 1 if bounds.step is None else bounds.step
    stop = bounds.stop
    if not isinstance(start, int) or start < 0 or stop is not None and (not isinstance(stop, int) or stop < 0):
        where = "Stop argument" if len(_given(bounds)) < 2 else "Indices"
        raise ValueError(f"{where} for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if not isinstance(step, int) or step < 1:
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _islice(iter(iterable), start, stop, step)


def _given(bounds):
    return [part for part in (bounds.start, bounds.stop, bounds.step) if part is not None]


def _islice(items, start, stop, step):
    place = 0
    wanted = start
    while stop is None or wanted < stop:
        while place < wanted:
            place += 1
            try:
                next(items)
            except StopIteration:
                return
        try:
            item = next(items)
        except StopIteration:
            return
        place += 1
        wanted += step
        yield item
    while stop is not None and place < stop and place < wanted:
        place += 1
        try:
            next(items)
        except StopIteration:
            return


def pairwise(iterable, /):
    return _pairwise(iter(iterable))


def _pairwise(items):
    try:
        last = next(items)
    except StopIteration:
        return
    for item in items:
        yield last, item
        last = item


def starmap(function, iterable, /):
    return (function(*args) for args in iterable)


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError("n must be >= 0")
    items = iter(iterable)
    waiting = [[] for _ in range(n)]
    return tuple([_tee(items, waiting, own) for own in waiting])


def _tee(items, waiting, own):
    while True:
        if not own:
            try:
                item = next(items)
            except StopIteration:
                return
            for other in waiting:
                other.append(item)
        yield own.pop(0)


def zip_longest(*iterables, fillvalue=None):
    return _zip_longest([iter(iterable) for iterable in iterables], fillvalue)


def _zip_longest(sources, fill):
    done = object()
    ended = [False] * len(sources)
    while True:
        items = []
        for place in range(len(sources)):
            item = done if ended[place] else next(sources[place], done)
            if item is done:
                ended[place] = True
                item = fill
            items.append(item)
        if False not in ended:
            return
        yield tuple(items)
