"""Four threads that move money between four accounts without a lock: more than 100,000 states."""

import threading

accounts = [100, 100, 100, 100]


def work(number):
    for turn in range(3):
        left = accounts[number]
        there = accounts[(number + turn) % 4]
        accounts[number] = left - 1 - turn
        accounts[(number + turn) % 4] = there + 1 + turn


threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(accounts)
