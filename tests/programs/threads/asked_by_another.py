"""What one thread makes another do: raise an exception, or handle a signal, before it goes on."""
import _thread
import ctypes
import signal
import threading
import time


class Stop(Exception):
    pass


def raise_in(thread, kind):
    return ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), ctypes.py_object(kind))


def sleeps():
    try:
        while True:
            time.sleep(0.01)
    except Stop as error:
        seen.append(repr(error))
    finally:
        seen.append("sleeper ends")


def counts():
    number = 0
    ready.set()
    while not seen:
        number += 1
        time.sleep(0.01)


seen = []
ready = threading.Event()
sleeper = threading.Thread(target=sleeps)
sleeper.start()
time.sleep(0.1)
asked = raise_in(sleeper, Stop)
sleeper.join()
print(asked, seen, sleeper.is_alive())

seen.clear()
counter = threading.Thread(target=counts, name="counter")
counter.start()
ready.wait()
raise_in(counter, SystemExit)
counter.join()
print(counter.is_alive(), raise_in(counter, Stop), list(threading._active) == [threading.main_thread().ident])


def later(action, *args):
    def run():
        time.sleep(0.1)
        action(*args)

    threading.Thread(target=run).start()


# Who is started in the background is not interrupted unless it asks for it.
signal.signal(signal.SIGINT, signal.default_int_handler)
later(_thread.interrupt_main)
try:
    while True:
        time.sleep(0.01)
except KeyboardInterrupt:
    print("interrupted", threading.current_thread().name)


def handler(number, frame):
    print("signal", signal.Signals(number).name, frame.f_code.co_name, threading.current_thread().name)
    handled.set()


handled = threading.Event()
signal.signal(signal.SIGUSR1, handler)
later(signal.raise_signal, signal.SIGUSR1)
while not handled.is_set():
    time.sleep(0.01)
try:
    ctypes.pythonapi.PyThreadState_SetAsyncExc(1, Stop)
except ctypes.ArgumentError as error:
    print(error)
print(ctypes.c_int(2**31), ctypes.c_ulong(-1), ctypes.sizeof(ctypes.c_long))
