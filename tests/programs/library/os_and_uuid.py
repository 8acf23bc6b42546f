"""Names of files as text, the environment, and identifiers that no two share."""

import os
import os.path
import uuid

print(os.path.join("a", "b/", "c"), os.path.basename("/x/y.py"), os.path.splitext("a.tar.gz"), os.path.dirname("/x/y"))
print(os.getenv("INTERLEAVE_NOT_SET", 3), os.environ.get("INTERLEAVE_NOT_SET"), os.sep, os.path.split("/x"))
print(os.getpid() > 0, os.cpu_count() > 0, len(os.urandom(4)))
one, other = uuid.uuid4(), uuid.uuid4()
print(one != other, len(str(one)), one.version, uuid.UUID(str(one)) == one, len({one, other, one}))
print(uuid.UUID("12345678123456781234567812345678"), repr(uuid.UUID(int=5)), uuid.UUID(int=5).hex)
