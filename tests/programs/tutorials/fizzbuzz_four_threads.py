"""FizzBuzz on four threads, each of which prints only what is its own."""

from threading import Barrier, Thread


class FizzBuzz:
    def __init__(self, n):
        self.n = n
        self.step = Barrier(4)

    def play(self, applies, text):
        for i in range(1, self.n + 1):
            if applies(i):
                print(text(i))
            self.step.wait()


game = FizzBuzz(15)
players = [
    Thread(target=game.play, args=(lambda i: i % 3 == 0 and i % 5, lambda i: "Fizz")),
    Thread(target=game.play, args=(lambda i: i % 5 == 0 and i % 3, lambda i: "Buzz")),
    Thread(target=game.play, args=(lambda i: i % 15 == 0, lambda i: "FizzBuzz")),
    Thread(target=game.play, args=(lambda i: i % 3 and i % 5, lambda i: i)),
]
for player in players:
    player.start()
for player in players:
    player.join()
