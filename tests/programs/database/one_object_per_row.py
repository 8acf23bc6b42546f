# needs: sqlmodel
"""A session knows each row as one object, for as long as somebody has it."""

from sqlmodel import Field, Session, SQLModel, create_engine, select


class Stock(SQLModel, table=True):
    id: int = Field(primary_key=True)
    pieces: int


engine = create_engine("sqlite://")
SQLModel.metadata.create_all(engine)


def elsewhere(pieces):
    with Session(engine) as other:
        other.get(Stock, 1).pieces = pieces
        other.commit()


def read(session):
    return session.exec(select(Stock).where(Stock.id == 1)).one()


with Session(engine) as session:
    session.add(Stock(id=1, pieces=10))
    session.commit()
    first = read(session)
    print(first is read(session), first is session.get(Stock, 1))
    elsewhere(20)
    print(read(session).pieces)
    session.refresh(first)
    print(first.pieces)
    elsewhere(30)
    del first
    print(read(session).pieces)
    print(read(session).pieces, session.get(Stock, 2))
