"""SQL in memory: tables and their rules, joins, groups, sub-queries, transactions, rows by name, and what fails."""
import sqlite3

base = sqlite3.connect(":memory:")
base.execute("CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, score REAL DEFAULT 1.5)")
base.execute("INSERT INTO people (name, score) VALUES (?, ?)", ("ann", 3))
base.executemany("INSERT INTO people (name) VALUES (:name)", [{"name": "bob"}, {"name": "cy"}])
print(base.in_transaction, base.total_changes)
base.commit()
for row in base.execute("SELECT * FROM people ORDER BY name DESC"):
    print(row)
cursor = base.cursor()
cursor.execute("SELECT count(*), sum(score), avg(score), min(name), max(score) AS most FROM people WHERE id > 1")
print(cursor.fetchone(), [column[0] for column in cursor.description], cursor.fetchone())

for wrong in (
    "SELECT * FROM nowhere",
    "SELEC 1",
    "INSERT INTO people (name) VALUES ('ann')",
    "INSERT INTO people (score) VALUES (1)",
    "SELECT zork FROM people",
    "INSERT INTO people VALUES (1)",
    "SELECT * FROM people WHERE",
    "CREATE TABLE people (x)",
):
    try:
        base.execute(wrong)
    except sqlite3.Error as error:
        print(type(error).__name__, error)
try:
    base.execute("SELECT ?", (1, 2))
except sqlite3.ProgrammingError as error:
    print(error)
base.rollback()

try:
    with base:
        base.execute("UPDATE people SET score = score - 1 WHERE name = 'ann'")
        raise ValueError("no")
except ValueError:
    print("rolled back", base.execute("SELECT score FROM people WHERE name = 'ann'").fetchone())
with base:
    print(base.execute("UPDATE people SET score = score + 10").rowcount)
base.row_factory = sqlite3.Row
row = base.execute("SELECT id, name AS who, score * 2 FROM people WHERE name LIKE 'A%'").fetchone()
print(row["who"], row.keys(), tuple(row), row["score * 2"], row[0])
base.row_factory = None

base.executescript("""
CREATE TABLE IF NOT EXISTS orders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER REFERENCES people (id),
    amount INTEGER CHECK (amount > 0)
);
-- three of them
INSERT INTO orders (person, amount) VALUES (1, 50), (1, 70), (2, 20);
CREATE INDEX by_person ON orders (person);
""")
print(base.execute(
    "SELECT p.name, count(o.id) AS n, coalesce(sum(o.amount), 0) total FROM people p LEFT JOIN orders o ON o.person = p.id "
    "GROUP BY p.id HAVING n >= 0 ORDER BY total DESC, p.name"
).fetchall())
print(base.execute(
    "SELECT name FROM people WHERE id IN (SELECT person FROM orders WHERE amount > 60) "
    "OR EXISTS (SELECT 1 FROM orders WHERE person = people.id AND amount < 30)"
).fetchall())
print(base.execute(
    "SELECT DISTINCT person, CASE WHEN person = 1 THEN 'one' ELSE 'other' END FROM orders LIMIT 2 OFFSET 0"
).fetchall())
print(base.execute(
    "SELECT 7 / 2, 7 % 3, 7 / 2.0, -5 / 2, 'a' || 'b', NULL IS NULL, 3 BETWEEN 1 AND 5, upper('x'), round(2.567, 1), "
    "length('abc'), substr('hello', 2, 3), typeof(1.0), CAST('12' AS INTEGER), ifnull(NULL, 4), '5' + 1"
).fetchone())
try:
    base.execute("INSERT INTO orders (person, amount) VALUES (1, -5)")
except sqlite3.IntegrityError as error:
    print(error)
print(base.execute("INSERT INTO people (name, score) VALUES ('ann', 99) ON CONFLICT (name) DO UPDATE SET score = excluded.score").rowcount)
print(base.execute("SELECT score FROM people WHERE name = 'ann'").fetchone())
print(base.execute("INSERT OR IGNORE INTO people (name) VALUES ('ann')").rowcount)
print(base.execute("DELETE FROM orders WHERE amount < 60").rowcount)
print(base.execute("INSERT INTO people (name) VALUES ('dee') RETURNING id, name").fetchall())
cursor.execute("INSERT INTO people (name) VALUES ('eve')")
print(cursor.lastrowid, cursor.rowcount, cursor.fetchone(), cursor.description)
print(base.execute("PRAGMA table_info(people)").fetchall()[0])
base.create_function("twice", 1, lambda value: value * 2)
print(base.execute("SELECT twice(21), (SELECT max(score) FROM people)").fetchall())
base.close()
try:
    base.execute("SELECT 1")
except sqlite3.ProgrammingError as error:
    print(error)
