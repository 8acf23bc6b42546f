"""An exception ends its thread with a traceback; the others go on."""

import threading


def risky(divisor):
    return 10 / divisor


def work(divisors):
    for divisor in divisors:
        print("result", risky(divisor))


thread = threading.Thread(target=work, args=([5, 0, 2],), name="calculator")
thread.start()
thread.join()
print("alive:", thread.is_alive())
print("main goes on")
