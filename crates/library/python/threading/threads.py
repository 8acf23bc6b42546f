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
                if not __begins_itself__(self._target):
                    __begin__()
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def join(self, timeout=None):
        if not hasattr(self, "_number"):
            raise RuntimeError("Thread.__init__() not called")
        if self._number is None or self._number < 0:
            raise RuntimeError("cannot join thread before it is started")
        if self is _current():
            raise RuntimeError("cannot join current thread")
        if timeout is not None and timeout < 0:
            timeout = 0
        _join(self._number, timeout)

    def is_alive(self):
        assert hasattr(self, "_number"), "Thread.__init__() not called"
        return self._number is not None and self._number >= 0 and not _is_finished(self._number)

    @property
    def ident(self):
        assert hasattr(self, "_number"), "Thread.__init__() not called"
        if self._number is None or self._number < 0:
            return None
        return _ident_of(self._number)

    @property
    def native_id(self):
        return self.ident

    @property
    def name(self):
        assert hasattr(self, "_number"), "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        assert hasattr(self, "_number"), "Thread.__init__() not called"
        self._name = str(name)

    @property
    def daemon(self):
        assert hasattr(self, "_number"), "Thread.__init__() not called"
        return self._daemon

    @daemon.setter
    def daemon(self, daemon):
        if not hasattr(self, "_number"):
            raise RuntimeError("Thread.__init__() not called")
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
