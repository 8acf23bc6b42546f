"""One database file and many threads: whose connection it is, who may write, and what is kept when all add to one number."""
import os
import sqlite3
import tempfile
import threading

private = sqlite3.connect(":memory:")
refused = []


def use_it():
    try:
        private.execute("SELECT 1")
    except sqlite3.ProgrammingError as error:
        refused.append(str(error).split(". ")[0])


thread = threading.Thread(target=use_it)
thread.start()
thread.join()
print(refused)
private.close()

shared = sqlite3.connect(":memory:", check_same_thread=False)
shared.execute("CREATE TABLE log (line TEXT)")
lock = threading.Lock()


def write(number):
    with lock, shared:
        shared.execute("INSERT INTO log VALUES (?)", (f"line {number}",))


threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(shared.execute("SELECT line FROM log ORDER BY line").fetchall())

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "bank.db")
    one, other = sqlite3.connect(path, timeout=0.05), sqlite3.connect(path, timeout=0.05)
    with one:
        one.execute("CREATE TABLE account (id INTEGER PRIMARY KEY, balance INTEGER)")
        one.execute("INSERT INTO account VALUES (1, 100)")
    one.execute("UPDATE account SET balance = 50")
    print(other.execute("SELECT balance FROM account").fetchall())
    try:
        other.execute("UPDATE account SET balance = 1")
    except sqlite3.OperationalError as error:
        print(error)
    one.commit()
    other.rollback()
    print(other.execute("SELECT balance FROM account").fetchone())
    one.close()
    other.close()

    def deposit(amount):
        own = sqlite3.connect(path, timeout=30)
        for _ in range(3):
            with own:
                own.execute("UPDATE account SET balance = balance + ? WHERE id = 1", (amount,))
        own.close()

    threads = [threading.Thread(target=deposit, args=(amount,)) for amount in (1, 2, 3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    last = sqlite3.connect(path, isolation_level=None)
    print(last.execute("SELECT balance FROM account").fetchone())
    last.execute("BEGIN IMMEDIATE")
    last.execute("DELETE FROM account")
    last.execute("ROLLBACK")
    print(last.execute("SELECT count(*) FROM account").fetchone(), last.in_transaction)
    last.close()
