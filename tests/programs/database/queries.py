# needs: sqlmodel
"""Conditions, orders, limits, sums, and changes of many rows at once."""

from sqlmodel import Field, Session, SQLModel, and_, col, create_engine, delete, desc, func, or_, select, update


class Bird(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    name: str
    span: float
    seen: int | None = None


engine = create_engine("sqlite://")
SQLModel.metadata.create_all(engine)
session = Session(engine)
for name, span, seen in [("kite", 180, 2), ("wren", 15, None), ("crane", 220, 7), ("swift", 40.5, 2)]:
    session.add(Bird(name=name, span=span, seen=seen))


def names(*conditions):
    return list(session.exec(select(Bird.name).where(*conditions)))


print(names())
print(names(Bird.span > 40, Bird.seen == 2), names((Bird.span < 20) | (Bird.name == "kite")))
print(names(col(Bird.name).in_(["wren", "swift"])), names(~(Bird.seen == 2)), names(Bird.seen == None))
print(names(or_(Bird.id == 1, and_(Bird.id > 2, Bird.seen != 2))), names(col(Bird.name).like("%R%")))
print(session.exec(select(Bird.name).order_by(Bird.seen, desc(Bird.span))).all())
print(session.exec(select(Bird.name).order_by(Bird.span).offset(1).limit(2)).all())
print(session.exec(select(func.count(), func.sum(Bird.span), func.max(Bird.seen))).one())
print(session.exec(update(Bird).where(Bird.seen == 2).values(seen=Bird.seen + 1)).rowcount)
print(session.exec(delete(Bird).where(Bird.span < 20)).rowcount)
session.commit()
print(session.exec(select(Bird.name, Bird.seen)).all())
print(session.exec(select(Bird).where(Bird.name == "kite")).one().span)
session.close()
