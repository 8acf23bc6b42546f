from concurrent.futures import ThreadPoolExecutor

from sqlmodel import Field, Session, SQLModel
from sqlmodel import create_engine, select

engine = create_engine("sqlite://")


class Account(SQLModel, table=True):
    id: int = Field(primary_key=True)
    name: str
    balance: float


def open_bank():
    SQLModel.metadata.create_all(engine)
    with Session(engine) as session:
        session.add(Account(id=1, name="John", balance=100))
        session.add(Account(id=2, name="Jane", balance=100))
        session.add(Account(id=3, name="Alice", balance=100))
        session.commit()


def find(session, number):
    query = select(Account).where(Account.id == number)
    return session.exec(query).one()


def transfer(payer_id, payee_id, amount):
    with Session(engine) as session:
        payer = find(session, payer_id)
        payee = find(session, payee_id)
        payer.balance -= amount
        payee.balance += amount
        session.add(payer)
        session.add(payee)
        session.commit()


def close_of_day():
    with Session(engine) as session:
        for account in session.exec(select(Account)):
            print(account.name, account.balance)


orders = [(1, 2, 10), (2, 3, 10), (1, 3, 10), (3, 1, 10)]

open_bank()
with ThreadPoolExecutor(max_workers=10) as pool:
    for payer_id, payee_id, amount in orders:
        pool.submit(transfer, payer_id, payee_id, amount)
close_of_day()
