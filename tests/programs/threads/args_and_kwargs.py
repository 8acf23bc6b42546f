"""Positional and keyword arguments for a thread's target."""

import threading

results = []


def store(key, *values, label="none", scale=1):
    results.append((key, [v * scale for v in values], label))


for thread in (
    threading.Thread(target=store, args=("a", 1, 2)),
    threading.Thread(target=store, args=("b", 3), kwargs={"scale": 10}),
    threading.Thread(target=store, kwargs={"key": "c", "label": "named"}),
    threading.Thread(target=store, args=["d"]),
):
    thread.start()
    thread.join()
print(results)
