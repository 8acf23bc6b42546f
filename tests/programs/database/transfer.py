# needs: sqlmodel
"""One transfer: two rows are read, changed and committed together."""

from sqlmodel import Field, Session, SQLModel, create_engine, select


class Account(SQLModel, table=True):
    id: int = Field(primary_key=True)
    name: str
    balance: float


engine = create_engine("sqlite://")


def show(title):
    with Session(engine) as session:
        accounts = session.exec(select(Account)).all()
        print(title, *[f"{a.name}={a.balance:.0f}" for a in accounts])


def move(source_id, target_id, amount):
    with Session(engine) as session:
        source = session.exec(select(Account).where(Account.id == source_id)).one()
        target = session.exec(select(Account).where(Account.id == target_id)).one()
        source.balance -= amount
        target.balance += amount
        session.add(source)
        session.add(target)
        session.commit()


SQLModel.metadata.create_all(engine)
with Session(engine) as session:
    session.add(Account(id=1, name="John", balance=100))
    session.add(Account(id=2, name="Jane", balance=100))
    session.commit()
show("before")
move(1, 2, 30)
show("after")
