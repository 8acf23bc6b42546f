# needs: sqlmodel
"""After a commit an object is read again when it is next looked at; a detached one cannot be."""

from typing import Optional

from sqlmodel import Field, Session, SQLModel, create_engine, select


class Meter(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    place: str
    level: float = 1


engine = create_engine("sqlite://")
SQLModel.metadata.create_all(engine)

meter = Meter(place="cellar", level=5)
print(meter.id, meter.level)
with Session(engine) as session:
    session.add(meter)
    session.flush()
    print(meter.id, meter.level)
    session.commit()
    print(meter.id, meter.level)
    meter.level -= 1.5
    session.rollback()
    print(meter.level)
    meter.level -= 1.5
    session.commit()
try:
    print(meter.level)
except Exception as error:
    print(type(error).__name__)

with Session(engine, expire_on_commit=False) as session:
    kept = session.exec(select(Meter)).one()
    kept.level = 3
    session.commit()
    print(kept.level)
    session.refresh(kept)
    print(kept.level)
print(kept.place)
