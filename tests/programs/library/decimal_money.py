"""Money in decimals: exact sums, rounding, formats and comparisons."""
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, DivisionByZero, InvalidOperation, getcontext, localcontext
import threading

price = Decimal("19.99")
print(price * 3, price + 1, 100 - price, -price, price / 3, price // 3, price % 3, price**2)
print(Decimal("0.1") + Decimal("0.2") == Decimal("0.3"), 0.1 + 0.2 == 0.3, Decimal(0.1))
print((price / 3).quantize(Decimal("0.01")), Decimal("2.675").quantize(Decimal("0.01"), rounding=ROUND_HALF_UP))
print(Decimal("7.99").quantize(Decimal("1"), rounding=ROUND_DOWN), round(Decimal("2.5")), round(Decimal("1.255"), 2))
print(f"{price:.1f} {price:>10} {Decimal('1234567.891'):,.2f} {Decimal('0.256'):.1%}")
print(repr(price), str(Decimal("1E+3")), Decimal("0.0000001"), Decimal("100").normalize(), Decimal("1.500").normalize())
print(sum([price, price], Decimal(0)), max(price, Decimal(5)), sorted([Decimal(2), Decimal("1.5")]))
print(int(price), float(price), price > 10, price == 19.99, hash(Decimal(3)) == hash(3), bool(Decimal("0.00")))
print(Decimal(2).sqrt(), Decimal("1.44").sqrt(), price.as_tuple(), Decimal("Infinity") > price)
for wrong in (lambda: Decimal("abc"), lambda: price / 0, lambda: Decimal(0) / 0, lambda: price + 1.5):
    try:
        wrong()
    except (InvalidOperation, DivisionByZero, TypeError) as error:
        print(type(error).__name__)
with localcontext() as context:
    context.prec = 4
    print(Decimal(1) / 7)
print(getcontext().prec)

balance = Decimal("100.00")
lock = threading.Lock()


def withdraw(amount):
    global balance
    with lock:
        balance -= Decimal(amount)


threads = [threading.Thread(target=withdraw, args=(amount,)) for amount in ("10.10", "20.20", "0.70")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(balance)
