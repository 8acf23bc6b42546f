# needs: sqlmodel
"""A deposit that asks for the row's lock; SQLite takes no notice of the asking."""

from sqlmodel import Field, Session, SQLModel, create_engine, select


class Account(SQLModel, table=True):
    number: str = Field(primary_key=True)
    balance: float


engine = create_engine("sqlite://")


def deposit(number: str, amount: float):
    with Session(engine) as session:
        locked = select(Account).where(Account.number == number).with_for_update()
        account = session.exec(locked).one_or_none()
        if account is None:
            print("no account", number)
            return
        account.balance += amount
        session.add(account)
        session.commit()


SQLModel.metadata.create_all(engine)
with Session(engine) as session:
    session.add(Account(number="A-1", balance=30))
    session.commit()
deposit("A-1", 100)
deposit("A-2", 100)
deposit("A-1", 100)
with Session(engine) as session:
    print(session.exec(select(Account)).one().balance)
