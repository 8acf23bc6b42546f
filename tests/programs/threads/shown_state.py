"""What locks, events and the like say of themselves."""

import threading

lock, rlock = threading.Lock(), threading.RLock()
print(repr(lock).split(" at ")[0], "|", repr(rlock).split(" at ")[0])
with lock:
    print(repr(lock).split(" at ")[0], lock.locked())
print(isinstance(lock, threading.Lock), threading.Lock, type(lock), type(rlock))
event = threading.Event()
print(repr(event)[-7:], repr(event)[:16])
event.set()
print(repr(event)[-5:])
print(repr(threading.Semaphore(3))[-9:], repr(threading.BoundedSemaphore(2))[-11:], threading.Semaphore(4)._value)
barrier = threading.Barrier(2)
print(repr(barrier)[-14:], barrier.n_waiting, barrier.parties)
barrier.abort()
print(repr(barrier)[-8:], barrier.broken)
print(repr(threading.Condition(lock))[:42], repr(threading.Condition(lock))[-5:])
thread = threading.Thread(target=print, name="W", daemon=True)
print(thread, thread.ident, thread.is_alive())
