# needs: sqlmodel
# threads: nondeterministic
"""The bank on a pool with one lock around each transfer: the sum stays 300."""

import concurrent.futures
import threading

from sqlmodel import Field, Session, SQLModel, create_engine, select


class Account(SQLModel, table=True):
    id: int = Field(primary_key=True)
    name: str
    balance: float


engine = create_engine("sqlite://")
one_at_a_time = threading.Lock()


def move(payer_id, payee_id, amount):
    with Session(engine) as session:
        find_payer = select(Account).where(Account.id == payer_id)
        find_payee = select(Account).where(Account.id == payee_id)
        with one_at_a_time:
            payer = session.exec(find_payer).one()
            payee = session.exec(find_payee).one()
            payer.balance -= amount
            payee.balance += amount
            session.add(payer)
            session.add(payee)
            session.commit()


SQLModel.metadata.create_all(engine)
with Session(engine) as session:
    for number, name in enumerate(["John", "Jane", "Alice"], start=1):
        session.add(Account(id=number, name=name, balance=100))
    session.commit()
with concurrent.futures.ThreadPoolExecutor(max_workers=10) as pool:
    for order in [(1, 2, 10), (2, 3, 10), (1, 3, 10), (3, 1, 10)]:
        pool.submit(move, *order)
with Session(engine) as session:
    print([account.balance for account in session.exec(select(Account))])
