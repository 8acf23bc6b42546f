import enum as _enum
import threading as _threading
import os as _os
import sys as _sys


class Signals(_enum.IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGABRT = 6
    SIGKILL = 9
    SIGUSR1 = 10
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGCHLD = 17


class Handlers(_enum.IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


SIGHUP = Signals.SIGHUP
SIGINT = Signals.SIGINT
SIGQUIT = Signals.SIGQUIT
SIGABRT = Signals.SIGABRT
SIGKILL = Signals.SIGKILL
SIGUSR1 = Signals.SIGUSR1
SIGUSR2 = Signals.SIGUSR2
SIGPIPE = Signals.SIGPIPE
SIGALRM = Signals.SIGALRM
SIGTERM = Signals.SIGTERM
SIGCHLD = Signals.SIGCHLD
SIG_DFL = Handlers.SIG_DFL
SIG_IGN = Handlers.SIG_IGN
NSIG = 65


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


_handlers = {Signals.SIGINT: default_int_handler}


# No one sends a signal to a program here, save itself.
def signal(signalnum, handler, /):
    if _threading.current_thread() is not _threading.main_thread():
        raise ValueError("signal only works in main thread of the main interpreter")
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    before = getsignal(signalnum)
    _handlers[Signals(signalnum)] = handler
    return before


def getsignal(signalnum, /):
    return _handlers.get(Signals(signalnum), SIG_DFL)


def raise_signal(signalnum, /):
    if _threading.current_thread() is not _threading.main_thread():
        return _send(signalnum)
    handler = getsignal(signalnum)
    if handler is SIG_DFL:
        _os._exit(128 + signalnum)
    elif handler is not SIG_IGN:
        handler(int(signalnum), _sys._getframe())


# From another thread: the main one calls the handler before its next instruction.
def _send(signalnum):
    handler = getsignal(signalnum)
    if handler is SIG_DFL:
        if signalnum != SIGCHLD:
            _os._exit(128 + signalnum)
    elif handler is default_int_handler:
        _threading._interrupt(_threading.main_thread().ident, KeyboardInterrupt())
    elif handler is not SIG_IGN:
        _threading._interrupt(_threading.main_thread().ident, lambda: handler(int(signalnum), _sys._getframe()))


def strsignal(signalnum, /):
    names = {1: "Hangup", 2: "Interrupt", 3: "Quit", 6: "Aborted", 9: "Killed", 14: "Alarm clock", 15: "Terminated"}
    return names.get(int(signalnum))


def valid_signals():
    return set(Signals)


def siginterrupt(signalnum, flag, /):
    pass
