# needs: sqlmodel
# threads: nondeterministic
"""Four transfers on a pool, each reading before it commits: money can be lost."""

from concurrent.futures import ThreadPoolExecutor

from sqlmodel import Field, Session, SQLModel, create_engine, select


class Account(SQLModel, table=True):
    id: int = Field(primary_key=True)
    balance: float


engine = create_engine("sqlite://")
SQLModel.metadata.create_all(engine)


def account(session, number):
    return session.exec(select(Account).where(Account.id == number)).one()


def move(source_id, target_id, amount):
    with Session(engine) as session:
        source, target = account(session, source_id), account(session, target_id)
        source.balance -= amount
        target.balance += amount
        session.add(source)
        session.add(target)
        session.commit()


with Session(engine) as session:
    for number in (1, 2, 3):
        session.add(Account(id=number, balance=100))
    session.commit()

with ThreadPoolExecutor(max_workers=10) as pool:
    for order in [(1, 2, 10), (2, 3, 10), (1, 3, 10), (3, 1, 10)]:
        pool.submit(move, *order)

with Session(engine) as session:
    balances = [row.balance for row in session.exec(select(Account))]
print(balances, sum(balances))
