import warnings as _warnings

TIMEOUT_MAX = 9223372036.0
ThreadError = RuntimeError
Lock = __lock__
_names = 0


def RLock(*args, **kwargs):
    return __RLock__()


def _new_name(template):
    global _names
    _names = _names + 1
    return template.replace("%d", str(_names))


def _deprecated(old, new, verb="use"):
    _warnings._old(f"{old}() is deprecated, {verb} {new} instead")


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
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

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
        assert hasattr(self, "_number"), "Thread.__init__() not called"
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
        _deprecated("isDaemon", "the daemon attribute", "get")
        return self._daemon

    def setDaemon(self, daemonic):
        _deprecated("setDaemon", "the daemon attribute", "set")
        self.daemon = daemonic

    def getName(self):
        _deprecated("getName", "the name attribute", "get")
        return self._name

    def setName(self, name):
        _deprecated("setName", "the name attribute", "set")
        self.name = name

    def __repr__(self):
        assert hasattr(self, "_number"), "Thread.__init__() was not called"
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
    try:
        thread.run()
    except BaseException as error:
        if excepthook is __excepthook__:
            raise
        excepthook(ExceptHookArgs((type(error), error, error.__traceback__, thread)))


class ExceptHookArgs(tuple):
    def __getattr__(self, name):
        if name not in _HOOK_FIELDS:
            raise AttributeError(f"'_thread._ExceptHookArgs' object has no attribute '{name}'")
        return self[_HOOK_FIELDS.index(name)]

    def __repr__(self):
        fields = ", ".join([f"{name}={value!r}" for name, value in zip(_HOOK_FIELDS, self)])
        return f"_thread._ExceptHookArgs({fields})"


_HOOK_FIELDS = ("exc_type", "exc_value", "exc_traceback", "thread")


def excepthook(args, /):
    if args.exc_type is not SystemExit:
        name = args.thread.name if args.thread is not None else get_ident()
        text = __traceback_text__(args.exc_value, __texts__(args.exc_value))
        __write_error__(f"Exception in thread {name}:\n{text}")


__excepthook__ = excepthook


def current_thread():
    return _current()


def currentThread():
    _deprecated("currentThread", "current_thread()")
    return _current()


def main_thread():
    return _main_thread


def get_native_id():
    return get_ident()


def enumerate():
    return _threads()


def active_count():
    return len(_threads())


def activeCount():
    _deprecated("activeCount", "active_count()")
    return len(_threads())


_trace = None
_profile = None


def settrace(func):
    global _trace
    _trace = func


settrace_all_threads = settrace


def gettrace():
    return _trace


def setprofile(func):
    global _profile
    _profile = func


setprofile_all_threads = setprofile


def getprofile():
    return _profile


def stack_size(size=0, /):
    if size < 0:
        raise ValueError("size must be 0 or a positive value")
    if 0 < size < 32768:
        raise ValueError(f"size not valid: {size} bytes")
    return 0


def _shutdown():
    pass


def _where(thing):
    return f"{type(thing).__module__}.{type(thing).__qualname__} at {id(thing):#x}"


class Event:
    def __init__(self):
        self._event = _event()

    def is_set(self):
        return self._event.is_set()

    def isSet(self):
        _deprecated("isSet", "is_set()")
        return self.is_set()

    def set(self):
        self._event.set()

    def clear(self):
        self._event.clear()

    def wait(self, timeout=None):
        return self._event.wait(timeout)

    def __repr__(self):
        return f"<{_where(self)}: {'set' if self.is_set() else 'unset'}>"


class Semaphore:
    _bounded = False

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._semaphore = _semaphore(value, self._bounded)

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if timeout is None:
            return self._semaphore.acquire(blocking)
        return self._semaphore.acquire(True, max(timeout, 0))

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        self._semaphore.release(n)

    def __enter__(self, blocking=True, timeout=None):
        return self.acquire(blocking, timeout)

    def __exit__(self, t, v, tb):
        self._semaphore.release()

    @property
    def _value(self):
        return self._semaphore._value()

    def __repr__(self):
        return f"<{_where(self)}: value={self._value}>"


class BoundedSemaphore(Semaphore):
    _bounded = True

    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._initial_value = value

    def __repr__(self):
        return f"<{_where(self)}: value={self._value}/{self._initial_value}>"


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

    def notifyAll(self):
        _deprecated("notifyAll", "notify_all()")
        self.notify_all()

    def __repr__(self):
        return f"<Condition({self._lock!r}, {_waiting(self._condition)})>"


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
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _local:
    __module__ = "_thread"

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_places", {get_ident(): {}})
        object.__setattr__(self, "_given", (args, kwargs))
        return self

    def __getattribute__(self, name):
        place = _place(self)
        if name == "__dict__":
            return place
        if name in place:
            return place[name]
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        kind = "_thread._local" if type(self) is local else type(self).__name__
        raise AttributeError(f"'{kind}' object has no attribute '{name}'")

    def __setattr__(self, name, value):
        kind = getattr(type(self), name, None)
        if isinstance(kind, property):
            object.__setattr__(self, name, value)
        else:
            _place(self)[name] = value

    def __delattr__(self, name):
        place = _place(self)
        if name not in place:
            _local.__getattr__(self, name)
        del place[name]


local = _local


def _place(thing):
    places = object.__getattribute__(thing, "_places")
    ident = get_ident()
    if ident not in places:
        places[ident] = {}
        args, kwargs = object.__getattribute__(thing, "_given")
        if type(thing).__init__ is not object.__init__:
            type(thing).__init__(thing, *args, **kwargs)
    return places[ident]
