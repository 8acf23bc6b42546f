import threading
from concurrent import futures

print_lock = threading.Lock()


def report():
    number = threading.get_ident()
    text = f"Printing from thread: {number}"
    with print_lock:
        print(text, end=f" | Separator of {number}\n")


with futures.ThreadPoolExecutor(max_workers=3) as pool:
    for _ in range(8):
        pool.submit(report)
