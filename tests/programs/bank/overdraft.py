"""A transfer that is refused changes nothing."""


class Refused(Exception):
    pass


def move(balances, source, target, amount):
    if balances[source] < amount:
        raise Refused(f"{source} has {balances[source]}, not {amount}")
    balances[source] -= amount
    balances[target] += amount


balances = {"John": 20, "Jane": 0}
for amount in (15, 10, 5):
    try:
        move(balances, "John", "Jane", amount)
    except Refused as refused:
        print("refused:", refused)
    else:
        print("moved", amount)
    finally:
        print(balances)
