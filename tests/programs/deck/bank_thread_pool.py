# needs: sqlmodel
# threads: nondeterministic
"""The bank on a pool of ten: 90, 90, 110 is one of 45 possible ends."""

import concurrent.futures

from sqlmodel import Field, Session, SQLModel, create_engine, select


class Account(SQLModel, table=True):
    id: int = Field(primary_key=True)
    name: str
    balance: float


engine = create_engine("sqlite://")


def open_bank():
    SQLModel.metadata.create_all(engine)
    with Session(engine) as session:
        for number, name in enumerate(["John", "Jane", "Alice"], start=1):
            session.add(Account(id=number, name=name, balance=100))
        session.commit()


def move(payer_id, payee_id, amount):
    with Session(engine) as session:
        payer = session.exec(select(Account).where(Account.id == payer_id)).one()
        payee = session.exec(select(Account).where(Account.id == payee_id)).one()
        payer.balance -= amount
        payee.balance += amount
        session.add(payer)
        session.add(payee)
        session.commit()


def statement():
    with Session(engine) as session:
        accounts = session.exec(select(Account)).all()
        for account in accounts:
            print(account.id, account.name, account.balance)
        print("money in the bank:", sum(account.balance for account in accounts))


ORDERS = [(1, 2, 10), (2, 3, 10), (1, 3, 10), (3, 1, 10)]

if __name__ == "__main__":
    open_bank()
    with concurrent.futures.ThreadPoolExecutor(max_workers=10) as pool:
        for payer_id, payee_id, amount in ORDERS:
            pool.submit(move, payer_id, payee_id, amount)
    statement()
