"""Anonymous functions: with defaults, as keys, in tables."""

square = lambda x: x * x
print(square(9), square.__name__)

operations = {
    "add": lambda a, b: a + b,
    "sub": lambda a, b=1: a - b,
    "all": lambda *a, **k: (a, k),
}
print(operations["add"](2, 3), operations["sub"](2), operations["all"](1, z=2))
words = ["pear", "fig", "banana"]
print(sorted(words, key=lambda word: len(word)))
print(sorted(words, key=lambda word: word[-1], reverse=True))
print((lambda: "called at once")())
print(max(words, key=lambda w: w.count("a")))
