"""io.StringIO: a file of text in memory, also as what print writes to."""

import io
import sys

out = io.StringIO()
print("one", "two", sep="-", file=out)
print(out.write("three\nfour"), repr(out.getvalue()), out.tell())
out.seek(0)
print(repr(out.readline()), repr(out.read(3)), out.readlines(), repr(out.read()))
out.seek(0)
out.write("ONE")
print(repr(out.getvalue()), out.seek(0, io.SEEK_END))
print([line.strip() for line in io.StringIO("a\nb\nc")])
with io.StringIO("inside") as file:
    print(file.read(), file.closed)
try:
    file.read()
except ValueError as error:
    print(error)
try:
    io.StringIO().write(5)
except TypeError as error:
    print(error)
kept, sys.stdout = sys.stdout, io.StringIO()
print("captured")
sys.stdout, captured = kept, sys.stdout
print(repr(captured.getvalue()))
data = io.BytesIO(b"ab")
data.seek(2)
data.write(b"cd")
print(data.getvalue())
