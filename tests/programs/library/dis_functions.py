"""dis shows why += is not atomic."""

import dis

counter = 0


class Account:
    def __init__(self, balance):
        self.balance = balance

    def deposit(self, amount):
        self.balance += amount
        return self.balance


def increment():
    global counter
    counter += 1


def total(numbers, least=2):
    result = 0
    for number in numbers:
        if number > least and number != 7:
            result = result + number
        else:
            print("left out", number, sep=": ")
    return result


def locked(lock, table):
    with lock:
        table["key"] += 1


dis.dis(increment)
dis.dis(Account)
dis.dis(total)
dis.dis(locked)
dis.dis("x += 1\ny[0] = x")
for instruction in dis.get_instructions(increment):
    print(instruction.offset, instruction.opname, instruction.arg, instruction.argval, instruction.argrepr)
print([instruction.opname for instruction in dis.Bytecode(lambda a, b: a + b)])
