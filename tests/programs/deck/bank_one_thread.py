# needs: sqlmodel
"""The bank on one thread: 90, 100 and 110 at the end, 300 in all."""

from sqlmodel import Field, Session, SQLModel, create_engine, delete, select


class Account(SQLModel, table=True):
    id: int = Field(primary_key=True)
    name: str
    balance: float


engine = create_engine("sqlite://")


def open_bank():
    SQLModel.metadata.create_all(engine)
    with Session(engine) as session:
        session.exec(delete(Account))
        session.commit()
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
    statement()
    for order in ORDERS:
        move(*order)
    statement()
