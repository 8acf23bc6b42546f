"""collections.deque: both ends, a greatest length, what goes wrong."""

from collections import deque

recent = deque(maxlen=3)
for number in range(5):
    recent.append(number)
print(recent, recent.maxlen, len(recent), recent[0], recent[-1])
recent.appendleft("first")
print(recent, list(reversed(recent)), "first" in recent, recent.count(2))
letters = deque("abcde")
letters.rotate(2)
print(letters, letters.popleft(), letters.pop())
letters.extendleft([1, 2])
letters.remove("a")
letters.insert(1, "x")
print(letters, letters.index("x"), letters == deque([2, "x", 1, "e", "b"]), bool(deque()))
del letters[0]
letters[0] = "y"
print(letters + deque([0]), letters.copy() is letters, deque([1, 2]) < deque([1, 3]))
for misuse in (
    lambda: deque().pop(),
    lambda: deque().popleft(),
    lambda: letters[9],
    lambda: letters.remove("zz"),
    lambda: deque(maxlen=-1),
    lambda: [letters.append(letter) for letter in letters],
):
    try:
        misuse()
    except (IndexError, ValueError, RuntimeError) as error:
        print(f"{type(error).__name__}: {error}")
queue = deque([deque([1]), (2,)])
queue.append(queue)
print(queue)
