from sqlalchemy.engine import Engine, create_engine
from sqlalchemy.sql import and_, asc, delete, desc, func, insert, not_, or_, select, update
