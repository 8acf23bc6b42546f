"""What a pool and a future refuse."""

from concurrent.futures import Future, InvalidStateError, ThreadPoolExecutor, wait

for attempt in (
    lambda: ThreadPoolExecutor(0),
    lambda: ThreadPoolExecutor(initializer=5),
    lambda: wait([Future()], return_when="never"),
    lambda: Future().result(timeout=0),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
future = Future()
print(repr(future).split(" ")[-1], future.done(), future.running())
future.set_result(3)
print(future.result(), repr(future).split("state=")[-1], future.cancel())
try:
    future.set_result(4)
except InvalidStateError as error:
    print(str(error)[:19])
pool = ThreadPoolExecutor()
pool.shutdown()
try:
    pool.submit(print)
except RuntimeError as error:
    print(error)
