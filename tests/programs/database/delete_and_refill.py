# needs: sqlmodel
"""delete empties a table before it is filled again."""

from sqlmodel import Field, Session, SQLModel, create_engine, delete, select


class Account(SQLModel, table=True):
    id: int = Field(primary_key=True)
    name: str
    balance: float


engine = create_engine("sqlite://")
SQLModel.metadata.create_all(engine)


def reset(names):
    with Session(engine) as session:
        session.exec(delete(Account))
        session.commit()
    with Session(engine) as session:
        for number, name in enumerate(names, start=1):
            session.add(Account(id=number, name=name, balance=100))
        session.commit()


def names():
    with Session(engine) as session:
        return [account.name for account in session.exec(select(Account))]


reset(["John", "Jane"])
print(names())
reset(["Alice"])
print(names())
