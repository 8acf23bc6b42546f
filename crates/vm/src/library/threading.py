_names = 0
TIMEOUT_MAX = 9223372036.0


def _new_name(template):
    global _names
    _names = _names + 1
    return template.replace("%d", str(_names))


class ThreadError(RuntimeError):
    pass


ThreadError = RuntimeError


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if kwargs is None:
            kwargs = {}
        if name:
            name = str(name)
        else:
            name = _new_name("Thread-%d")
            if target is not None:
                try:
                    name = name + " (" + target.__name__ + ")"
                except AttributeError:
                    pass
        self._name = name
        self._target = target
        self._args = args
        self._kwargs = kwargs
        if daemon is None:
            daemon = current_thread().daemon
        self._daemon = daemon
        self._number = None

    def start(self):
        if not hasattr(self, "_number"):
            raise RuntimeError("thread.__init__() not called")
        if self._number is not None:
            raise RuntimeError("threads can only be started once")
        self._number = -1
        self._number = _start(self, _bootstrap, self._daemon)

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        if not hasattr(self, "_number"):
            raise RuntimeError("Thread.__init__() not called")
        if self._number is None:
            raise RuntimeError("cannot join thread before it is started")
        if self is _current():
            raise RuntimeError("cannot join current thread")
        if timeout is not None and timeout < 0:
            timeout = 0
        _join(self._number, timeout)

    def is_alive(self):
        return self._number is not None and not _is_finished(self._number)

    @property
    def ident(self):
        if self._number is None:
            return None
        return _ident_of(self._number)

    @property
    def native_id(self):
        return self.ident

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def daemon(self):
        return self._daemon

    @daemon.setter
    def daemon(self, daemon):
        if self._number is not None:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemon = daemon

    def isDaemon(self):
        return self._daemon

    def setDaemon(self, daemon):
        self.daemon = daemon

    def getName(self):
        return self._name

    def setName(self, name):
        self.name = name

    def __repr__(self):
        if self._number is None:
            status = "initial"
        elif self.is_alive():
            status = "started"
        else:
            status = "stopped"
        if self._daemon:
            status = status + " daemon"
        if self._number is not None:
            status = status + " " + str(self.ident)
        return "<" + type(self).__name__ + "(" + self._name + ", " + status + ")>"


class _MainThread(Thread):
    def __init__(self):
        self._name = "MainThread"
        self._target = None
        self._args = ()
        self._kwargs = {}
        self._daemon = False
        self._number = 0


_main_thread = _MainThread()


def _bootstrap(thread):
    thread.run()


def current_thread():
    return _current()


def currentThread():
    return _current()


def main_thread():
    return _main_thread


def get_native_id():
    return get_ident()


def enumerate():
    return _threads()


def active_count():
    return len(_threads())


class Event:
    def __init__(self):
        self._event = _event()

    def is_set(self):
        return self._event.is_set()

    isSet = is_set

    def set(self):
        self._event.set()

    def clear(self):
        self._event.clear()

    def wait(self, timeout=None):
        return self._event.wait(timeout)

    def __repr__(self):
        return "<threading.Event at " + hex(id(self)) + ": " + ("set" if self.is_set() else "unset") + ">"


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._semaphore = _semaphore(value, False)

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        return self._semaphore.acquire(blocking, timeout)

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        self._semaphore.release(n)

    def __enter__(self):
        return self._semaphore.acquire()

    def __exit__(self, kind, error, traceback):
        self._semaphore.release()

    @property
    def _value(self):
        return self._semaphore._value()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._semaphore = _semaphore(value, True)


class Condition:
    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self._condition = _condition()

    def acquire(self, blocking=True, timeout=-1):
        return self._lock.acquire(blocking, timeout)

    def release(self):
        self._lock.release()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, kind, error, traceback):
        return self._lock.__exit__(kind, error, traceback)

    def _is_owned(self):
        return self._lock._is_owned()

    def wait(self, timeout=None):
        if not self._lock._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        depth = _enqueue(self._condition, self._lock)
        notified = _wake(self._condition, self._lock, depth, timeout)
        if not notified:
            _restore(self._lock, depth)
        return notified

    def wait_for(self, predicate, timeout=None):
        end = None
        result = predicate()
        while not result:
            left = None
            if timeout is not None:
                if end is None:
                    end = _clock() + timeout
                    left = timeout
                else:
                    left = end - _clock()
                    if left <= 0:
                        break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._lock._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        _notify(self._condition, n)

    def notify_all(self):
        if not self._lock._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        _notify(self._condition, 1000000)

    notifyAll = notify_all


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be >= 1")
        self._barrier = _barrier(parties)
        self._parties = parties
        self._action = action
        self._timeout = timeout

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        place = _arrive(self._barrier)
        if place is None:
            raise BrokenBarrierError
        index, generation = place
        if index + 1 == self._parties:
            if self._action is not None:
                try:
                    self._action()
                except BaseException:
                    _open(self._barrier, True)
                    raise
            _open(self._barrier, False)
        elif not _pass(self._barrier, generation, timeout):
            _open(self._barrier, True)
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
        return arrived

    @property
    def broken(self):
        arrived, broken = _barrier_state(self._barrier)
        return broken


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
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class local:
    def __init__(self, /, *args, **kwargs):
        object.__setattr__(self, "_places", {})

    def _place(self):
        places = object.__getattribute__(self, "_places")
        ident = get_ident()
        if ident not in places:
            places[ident] = {}
        return places[ident]

    def __getattr__(self, name):
        if name == "_places":
            raise AttributeError(name)
        place = self._place()
        if name not in place:
            raise AttributeError("'" + type(self).__name__ + "' object has no attribute '" + name + "'")
        return place[name]

    def __setattr__(self, name, value):
        self._place()[name] = value

    def __delattr__(self, name):
        place = self._place()
        if name not in place:
            raise AttributeError("'" + type(self).__name__ + "' object has no attribute '" + name + "'")
        del place[name]
