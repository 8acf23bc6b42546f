# needs: sqlmodel
"""where with one, first and all, and what one says when there is no row."""

from sqlmodel import Field, Session, SQLModel, create_engine, select


class City(SQLModel, table=True):
    id: int = Field(primary_key=True)
    name: str
    people: int


engine = create_engine("sqlite://")
SQLModel.metadata.create_all(engine)

with Session(engine) as session:
    for number, (name, people) in enumerate([("Ulm", 128), ("Brno", 400), ("Graz", 300)], 1):
        session.add(City(id=number, name=name, people=people))
    session.commit()

    print(session.exec(select(City).where(City.name == "Brno")).one().people)
    print(session.exec(select(City).where(City.people > 200)).first().name)
    print([city.name for city in session.exec(select(City).where(City.people >= 300)).all()])
    print(session.exec(select(City).where(City.id == 9)).first())
    try:
        session.exec(select(City).where(City.id == 9)).one()
    except Exception as error:
        print(type(error).__name__, error)
