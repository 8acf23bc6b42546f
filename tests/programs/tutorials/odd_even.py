"""Two threads print odd and even numbers in turn, with a condition."""

import threading


class OddEven:
    def __init__(self, limit):
        self.limit = limit
        self.next = 1
        self.turn = threading.Condition()

    def run(self, parity):
        while True:
            with self.turn:
                self.turn.wait_for(lambda: self.next % 2 == parity or self.next > self.limit)
                if self.next > self.limit:
                    return
                name = threading.current_thread().name
                print(f"{name}: {self.next}")
                self.next += 1
                self.turn.notify_all()


game = OddEven(9)
odd = threading.Thread(target=game.run, args=(1,), name="odd ")
even = threading.Thread(target=game.run, args=(0,), name="even")
even.start()
odd.start()
odd.join()
even.join()
print("done")
