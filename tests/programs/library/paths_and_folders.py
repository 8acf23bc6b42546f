"""Paths, folders that go away by themselves, and files found by patterns."""
import fnmatch
import glob
import os
import shutil
import tempfile
from pathlib import Path, PurePosixPath

path = PurePosixPath("/srv/data/report.tar.gz")
print(path.name, path.stem, path.suffix, path.suffixes, path.parent, path.parts)
print(path.with_suffix(".zip"), path.with_name("x.txt"), path.relative_to("/srv"), path / "more", path.is_absolute())
print(repr(PurePosixPath("a//b/./c")), PurePosixPath("a") == PurePosixPath("a/"), [str(up) for up in path.parents])

with tempfile.TemporaryDirectory() as folder:
    root = Path(folder)
    (root / "logs" / "old").mkdir(parents=True)
    for name in ("b.log", "a.log", "c.txt"):
        (root / "logs" / name).write_text(f"this is {name}\n")
    (root / "logs" / "old" / "d.log").write_bytes(b"\x00\x01")
    print(sorted(one.name for one in (root / "logs").iterdir()))
    print(sorted(one.name for one in root.glob("logs/*.log")), sorted(one.name for one in root.rglob("*.log")))
    print(sorted(os.path.basename(name) for name in glob.glob(os.path.join(folder, "logs", "*.log"))))
    first = root / "logs" / "a.log"
    print(first.read_text(), first.exists(), first.is_dir(), first.stat().st_size)
    with first.open("a") as file:
        file.write("and more\n")
    print(first.read_text().splitlines())
    shutil.copy(first, root / "copy.log")
    print((root / "copy.log").read_text() == first.read_text())
    first.unlink()
    first.unlink(missing_ok=True)
    try:
        first.read_text()
    except FileNotFoundError as error:
        print(error.strerror)
    shutil.rmtree(root / "logs")
    print(os.listdir(folder))
print(os.path.exists(folder))
with tempfile.NamedTemporaryFile("w+", suffix=".txt") as file:
    file.write("kept for a moment")
    file.seek(0)
    print(file.read(), os.path.exists(file.name), file.name.endswith(".txt"))
print(os.path.exists(file.name), fnmatch.fnmatch("a.log", "*.l?g"), fnmatch.filter(["a1", "b2"], "[!b]*"))
