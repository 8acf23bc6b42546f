"""Callbacks run in the worker, in order, and at once where the future is done."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor


def work():
    time.sleep(0.2)
    return "result"


def say(future):
    print("say", future.result(), threading.current_thread().name)


with ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker") as pool:
    future = pool.submit(work)
    future.add_done_callback(say)
    future.add_done_callback(lambda future: print("then", future.done()))
future.add_done_callback(say)
