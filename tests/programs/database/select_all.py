# needs: sqlmodel
"""Rows are added, committed and read back in order."""

from sqlmodel import Field, Session, SQLModel, create_engine, select


class Account(SQLModel, table=True):
    id: int = Field(primary_key=True)
    name: str
    balance: float


engine = create_engine("sqlite://")
SQLModel.metadata.create_all(engine)

with Session(engine) as session:
    session.add(Account(id=1, name="John", balance=100))
    session.add(Account(id=2, name="Jane", balance=50.5))
    session.commit()

with Session(engine) as session:
    for account in session.exec(select(Account)):
        print(account.id, account.name, account.balance)
    names = [account.name for account in session.exec(select(Account)).all()]
print(names)
