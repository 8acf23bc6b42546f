# The futures that are done, while the others are made to tell the waiter.
def _watch(futures, waiter):
    done = []
    for future in futures:
        if future._done.is_set():
            done.append(future)
        else:
            future._waiters.append(waiter)
    return done


def _unwatch(futures, waiter):
    for future in futures:
        if waiter in future._waiters:
            future._waiters.remove(waiter)


def as_completed(fs, timeout=None):
    end = None if timeout is None else timeout + threading._clock()
    pending = list(dict.fromkeys(fs))
    total = len(pending)
    waiter = _queue.SimpleQueue()
    try:
        for future in _watch(pending[:], waiter):
            pending.remove(future)
            yield future
        while pending:
            left = None
            if end is not None:
                left = end - threading._clock()
                if left < 0:
                    raise TimeoutError("%d (of %d) futures unfinished" % (len(pending), total))
            try:
                future = waiter.get(True, left)
            except _queue.Empty:
                continue
            pending.remove(future)
            yield future
    finally:
        _unwatch(pending, waiter)


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    end = None if timeout is None else timeout + threading._clock()
    futures = list(dict.fromkeys(fs))
    waiter = _queue.SimpleQueue()
    done = _watch(futures, waiter)
    if len(done) < len(futures) and return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return condition: {return_when!r}")
    while len(done) < len(futures) and not _enough(done, return_when):
        left = None if end is None else end - threading._clock()
        if left is not None and left <= 0:
            break
        try:
            done.append(waiter.get(True, left))
        except _queue.Empty:
            break
    for future in futures:
        if len(done) < len(futures) and future not in done and future._done.is_set():
            done.append(future)
    _unwatch(futures, waiter)
    done = set(done)
    return DoneAndNotDoneFutures((done, set(futures) - done))


def _enough(done, return_when):
    if return_when == FIRST_COMPLETED:
        return bool(done)
    if return_when == FIRST_EXCEPTION:
        for future in done:
            if future._state != "CANCELLED" and future._exception is not None:
                return True
    return False


class DoneAndNotDoneFutures(tuple):
    @property
    def done(self):
        return self[0]

    @property
    def not_done(self):
        return self[1]

    def __repr__(self):
        return f"DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})"


class ProcessPoolExecutor:
    def __init__(self, *args, **kwargs):
        raise NotImplementedError(
            "Interleave has no ProcessPoolExecutor: processes share no memory; ThreadPoolExecutor shows threads"
        )
