"""Dataclasses: what they define, and their defaults."""

from dataclasses import asdict, astuple, dataclass, field, fields, is_dataclass, replace


@dataclass
class Account:
    owner: str
    balance: int = 0
    log: list = field(default_factory=list, repr=False)

    def __post_init__(self):
        self.log.append("opened")

    def deposit(self, amount):
        self.balance += amount
        self.log.append(amount)


ann = Account("ann")
ann.deposit(5)
print(ann, ann.log, Account("bob").log, ann == Account("ann", 5), Account("x") == Account("x"))
print(asdict(ann), astuple(ann), replace(ann, owner="eve"), [f.name for f in fields(Account)])
print(Account.__doc__, Account.__match_args__, is_dataclass(ann), is_dataclass(5))


@dataclass
class Saver(Account):
    rate: float = 0.5
    secret: int = field(init=False, default=7, compare=False)


saver = Saver("sue", rate=1.5)
print(saver, isinstance(saver, Account))
match saver:
    case Account(owner, balance):
        print("matched", owner, balance)
for misuse in (
    lambda: Account(),
    lambda: Account("a", 1, [], 4),
    lambda: Account(name="a"),
    lambda: Account("a", owner="b"),
    lambda: ann < ann,
    lambda: hash(ann),
):
    try:
        misuse()
    except TypeError as error:
        print(error)
