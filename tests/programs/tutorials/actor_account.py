"""An actor with a mailbox, messages as dataclasses and pattern matching."""

import threading, queue, enum, dataclasses
from abc import ABC, abstractmethod
class Stop(Exception): pass
class Actor(ABC):
    def __init__(self, name=None):
        self._mailbox = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._loop, name=name or self.__class__.__name__)
        self._thread.start()
    def send(self, msg): self._mailbox.put(msg)
    def stop(self):
        self.send(Stop)
        self._thread.join()
    def _loop(self):
        while (msg := self._mailbox.get()) is not Stop:
            try:
                self.receive(msg)
            except Exception as exc:
                self.on_error(msg, exc)
        self.terminated()
    @abstractmethod
    def receive(self, msg): ...
    def on_error(self, msg, exc):
        print(f"[{self._thread.name}] failed on {msg!r}: {exc!r}")
    def terminated(self): pass
@dataclasses.dataclass(frozen=True)
class Deposit: amount: int
@dataclasses.dataclass(frozen=True)
class Withdraw: amount: int
@dataclasses.dataclass(frozen=True)
class GetBalance: reply: queue.Queue
class Account(Actor):
    def __init__(self):
        self.balance = 0
        super().__init__()
    def receive(self, msg):
        match msg:
            case Deposit(amount=a) if a > 0:
                self.balance += a
            case Withdraw(a):
                if a > self.balance: raise ValueError("insufficient funds")
                self.balance -= a
            case GetBalance(reply=q):
                q.put(self.balance)
            case _:
                raise TypeError(f"unknown message {type(msg).__qualname__}")
    def terminated(self): print("account closed with", self.balance)
acc = Account()
for m in (Deposit(100), Withdraw(30), Withdraw(500), "hello", Deposit(-5)):
    acc.send(m)
q = queue.Queue(maxsize=1)
acc.send(GetBalance(q))
print("balance:", q.get(timeout=5))
acc.stop()
try: Actor()
except TypeError as e: print(e)
