"""Handlers of signals that a program sends to itself."""
import signal


def stop(number, frame):
    print("asked to stop by", signal.Signals(number).name)


print(signal.getsignal(signal.SIGTERM) is signal.SIG_DFL)
signal.signal(signal.SIGINT, stop)
signal.raise_signal(signal.SIGINT)
print(signal.signal(signal.SIGINT, signal.default_int_handler) is stop)
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print("interrupted")
signal.signal(signal.SIGTERM, signal.SIG_IGN)
signal.raise_signal(signal.SIGTERM)
print(repr(signal.SIGUSR1), int(signal.SIGKILL))
