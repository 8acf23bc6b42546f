# threads: nondeterministic
"""A thread whose work is a method of a list begins when it likes, as any other."""
import threading

order = []
threads = [threading.Thread(target=order.append, args=(number,)) for number in (1, 2)]
for thread in threads:
    thread.start()
order.append(0)
for thread in threads:
    thread.join()
print(order)
