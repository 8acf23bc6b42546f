"""staticmethod and classmethod."""


class Money:
    currency = "EUR"

    def __init__(self, amount):
        self.amount = amount

    @classmethod
    def parse(cls, text):
        return cls(float(text))

    @staticmethod
    def valid(text):
        return text.replace(".", "", 1).isdigit()

    def show(self):
        return f"{self.amount:.2f} {self.currency}"


class Dollars(Money):
    currency = "USD"


print(Money.valid("1.5"), Money.valid("x"), Money(0).valid("2"))
print(Money.parse("3.5").show(), Dollars.parse("4").show())
print(type(Dollars.parse("1")).__name__)
