# threads: nondeterministic
"""Three threads, three rounds, a short sleep in each: any order within a round."""

import sys
import threading
import time


def rounds(number):
    for n in range(3):
        time.sleep(0.05)
        print(f"thread {number}, round {n}")


if __name__ == "__main__":
    print("switch interval:", sys.getswitchinterval())
    for number in range(3):
        threading.Thread(target=rounds, args=(number,)).start()
