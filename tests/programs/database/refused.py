# needs: sqlmodel
"""A row that breaks a rule: nothing of the commit is kept, and the session must be rolled back."""

from sqlalchemy.exc import IntegrityError, MultipleResultsFound, PendingRollbackError
from sqlmodel import Field, Session, SQLModel, create_engine, select


class Seat(SQLModel, table=True):
    row: int = Field(primary_key=True)
    number: int = Field(primary_key=True)
    guest: str = Field(unique=True)


engine = create_engine("sqlite://")
SQLModel.metadata.create_all(engine)


def attempt(session, *seats):
    session.add_all(seats)
    try:
        session.commit()
    except IntegrityError as error:
        print(str(error).splitlines()[0])


with Session(engine) as session:
    attempt(session, Seat(row=1, number=1, guest="Ann"), Seat(row=1, number=2, guest="Bob"))
    attempt(session, Seat(row=2, number=1, guest="Cy"), Seat(row=1, number=2, guest="Dee"))
    try:
        session.exec(select(Seat))
    except PendingRollbackError as error:
        print(type(error).__name__)
    session.rollback()
    attempt(session, Seat(row=3, number=1, guest="Ann"))
    session.rollback()
    attempt(session, Seat(row=3, number=1))
    session.rollback()
    try:
        session.exec(select(Seat)).one()
    except MultipleResultsFound as error:
        print(error)
    print([(seat.row, seat.number, seat.guest) for seat in session.exec(select(Seat))])
