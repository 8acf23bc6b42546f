# needs: sqlmodel
"""What is not committed is gone when its session ends."""

from sqlmodel import Field, Session, SQLModel, create_engine, select


class Note(SQLModel, table=True):
    id: int = Field(primary_key=True)
    text: str


engine = create_engine("sqlite://")
SQLModel.metadata.create_all(engine)

with Session(engine) as session:
    session.add(Note(id=1, text="kept"))
    session.commit()
    session.add(Note(id=2, text="dropped"))

with Session(engine) as session:
    note = session.exec(select(Note)).one()
    note.text = "changed"

with Session(engine) as session:
    print([(note.id, note.text) for note in session.exec(select(Note))])
