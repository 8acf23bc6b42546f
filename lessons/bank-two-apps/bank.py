from concurrent.futures import ThreadPoolExecutor
from threading import Lock

from sqlmodel import Field, Session, SQLModel
from sqlmodel import create_engine, select

engine = create_engine("sqlite:///bank.db")


class Account(SQLModel, table=True):
    id: int = Field(primary_key=True)
    name: str
    balance: int


def open_bank():
    SQLModel.metadata.drop_all(engine)
    SQLModel.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(Account(id=1, name="John", balance=100))
        session.add(Account(id=2, name="Jane", balance=100))
        session.add(Account(id=3, name="Alice", balance=100))
        session.commit()


class App:
    def __init__(self):
        self.lock = Lock()

    def transfer(self, payer_id, payee_id, amount):
        with self.lock, Session(engine) as session:
            payer = session.get(Account, payer_id)
            payee = session.get(Account, payee_id)
            payer.balance -= amount
            payee.balance += amount
            session.commit()


def close_of_day():
    with Session(engine) as session:
        accounts = session.exec(select(Account)).all()
    for account in accounts:
        print(account.id, account.name, account.balance)
    return [account.balance for account in accounts]


orders = [(1, 2, 10), (2, 3, 10), (1, 3, 10), (3, 1, 10)]

open_bank()
apps = [App(), App()]
with ThreadPoolExecutor(max_workers=10) as pool:
    for number, order in enumerate(orders):
        pool.submit(apps[number % 2].transfer, *order)
balances = close_of_day()
print("Money in bank:", sum(balances))
