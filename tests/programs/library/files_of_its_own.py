"""Files that a program writes itself: read, appended to by threads, listed, renamed and removed."""
import os
import threading


def note(path, text):
    with open(path, "a") as file:
        file.write(text + "\n")


def refused(action):
    try:
        action()
    except (OSError, ValueError, TypeError) as error:
        print(type(error).__name__, error)


with open("diary.tmp", "w") as diary:
    count = diary.write("monday\n")
    print(count, diary.name, diary.mode, diary.closed)
print(diary.closed)

for day in ("tuesday", "wednesday"):
    thread = threading.Thread(target=note, args=("diary.tmp", day))
    thread.start()
    thread.join()

with open("diary.tmp") as diary:
    print(diary.readline(), end="")
    print(diary.read(4))
    for line in diary:
        print(repr(line))
    diary.seek(0)
    print(diary.readlines())
with open("diary.tmp", "rb") as raw:
    print(raw.read())
with open("diary.tmp", "r+") as diary:
    diary.write("MON")
    diary.seek(0)
    print(diary.read().split())
with open("diary.tmp", "w+", encoding="utf-8") as diary:
    print("grüße", 1, sep="; ", file=diary)
    diary.writelines(["a\n", "b\n"])
    diary.seek(0)
    print(diary.read().splitlines(), diary.tell())

print(os.path.exists("diary.tmp"), os.path.getsize("diary.tmp"), os.path.isdir("diary.tmp"))
os.makedirs("notes.tmp/old")
os.makedirs("notes.tmp/old", exist_ok=True)
for name in ("b.log", "a.log"):
    with open(os.path.join("notes.tmp", name), "w") as log:
        print("one", 2, file=log, sep=";")
print(sorted(os.listdir("notes.tmp")))
os.rename("notes.tmp/a.log", "notes.tmp/old/c.log")
for top, folders, files in os.walk("notes.tmp"):
    print(top, folders, files)

refused(lambda: open("nowhere.tmp"))
refused(lambda: open("no/such/folder.tmp", "w"))
refused(lambda: open("notes.tmp"))
refused(lambda: open("diary.tmp", "x"))
refused(lambda: open("diary.tmp", "q"))
refused(lambda: os.remove("nowhere.tmp"))
refused(lambda: os.mkdir("notes.tmp"))
refused(lambda: os.rmdir("notes.tmp"))
refused(lambda: diary.read())
refused(lambda: open("diary.tmp").write("no"))
refused(lambda: open("diary.tmp", "a").read())
refused(lambda: open("diary.tmp", "ab").write("text"))
refused(lambda: open("diary.tmp", "a").write(b"bytes"))
try:
    open("nowhere.tmp")
except OSError as error:
    print(error.errno, error.strerror, error.filename)
    print(repr(error))

os.remove("notes.tmp/b.log")
os.remove("notes.tmp/old/c.log")
os.rmdir("notes.tmp/old")
os.rmdir("notes.tmp")
os.remove("diary.tmp")
print(os.path.exists("diary.tmp"), os.path.exists("notes.tmp"))
