class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be > 0")
        self._barrier = _barrier(parties)
        self._parties = parties
        self._action = action
        self._timeout = timeout

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        # A reset gives those who come later a barrier of their own.
        barrier = self._barrier
        place = _arrive(barrier)
        if place is None:
            raise BrokenBarrierError
        index, generation = place
        if index + 1 == self._parties:
            if self._action is not None:
                try:
                    self._action()
                except BaseException:
                    _open(barrier, True)
                    raise
            _open(barrier, False)
        elif not _pass(barrier, generation, timeout):
            _open(barrier, True)
            raise BrokenBarrierError
        return index

    def reset(self):
        arrived, broken = _barrier_state(self._barrier)
        if arrived and not broken:
            _open(self._barrier, True)
        self._barrier = _barrier(self._parties)

    def abort(self):
        _open(self._barrier, True)

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        arrived, broken = _barrier_state(self._barrier)
        return 0 if broken else arrived

    @property
    def broken(self):
        arrived, broken = _barrier_state(self._barrier)
        return broken

    def __repr__(self):
        state = "broken" if self.broken else f"waiters={self.n_waiting}/{self._parties}"
        return f"<{_where(self)}: {state}>"


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            if not __begins_itself__(self.function):
                __begin__()
            self.function(*self.args, **self.kwargs)
        self.finished.set()
