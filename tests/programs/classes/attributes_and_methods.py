"""Instances with attributes, methods that use them, and class attributes behind them."""


class Counter:
    made = 0
    step = 1

    def __init__(self, name):
        self.name = name
        self.value = 0
        Counter.made += 1

    def bump(self):
        self.value += self.step
        return self

    def report(self):
        print(self.name, self.value)


a, b = Counter("a"), Counter("b")
a.bump().bump().report()
b.step = 10
b.bump().report()
print(Counter.made, a.step, b.step, Counter.step)
method = a.bump
method()
Counter.report(a)
print(vars(a))
