import _files
import os.path as _path

cache = {}


def getlines(filename, module_globals=None):
    if filename in cache:
        return cache[filename]
    if filename == __main_names__()["__file__"]:
        text = __source__()
    else:
        try:
            with _files.open(filename) as file:
                text = file.read()
        except OSError:
            return []
    lines = text.splitlines(True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    cache[filename] = lines
    return lines


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def clearcache():
    cache.clear()


def checkcache(filename=None):
    if filename is None:
        cache.clear()
    else:
        cache.pop(filename, None)
