def join(path, *paths):
    path = _plain(path)
    for part in paths:
        part = _plain(part)
        if part.startswith("/") or not path:
            path = part
        else:
            path += part if path.endswith("/") else "/" + part
    return path


def split(path):
    path = _plain(path)
    place = path.rfind("/") + 1
    head = path[:place]
    return head.rstrip("/") or head, path[place:]


def basename(path):
    return split(path)[1]


def dirname(path):
    return split(path)[0]


def splitext(path):
    path = _plain(path)
    name = basename(path)
    place = name.rfind(".")
    if place <= 0:
        return path, ""
    place -= len(name)
    return path[:place], path[place:]


def isabs(path):
    return _plain(path).startswith("/")


def abspath(path):
    path = _plain(path)
    return normpath(path if isabs(path) else "/home/learner/" + path)


realpath = abspath


def normpath(path):
    path = _plain(path)
    parts = []
    for part in path.split("/"):
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part not in ("", ".") and not (part == ".." and isabs(path)):
            parts.append(part)
    return ("/" if isabs(path) else "") + "/".join(parts) or "."


# The files and directories there are: a file is what `_files` makes of it, a directory None.
_tree = {"/": None, "/home": None, "/home/learner": None, "/tmp": None}


def _plain(path):
    if isinstance(path, (str, bytes)):
        return path
    if hasattr(type(path), "__fspath__"):
        return path.__fspath__()
    raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")


def exists(path):
    return abspath(path) in _tree


lexists = exists


def isfile(path):
    return _tree.get(abspath(path)) is not None


def isdir(path):
    return exists(path) and _tree[abspath(path)] is None


def islink(path):
    return False


def getsize(path):
    name = abspath(path)
    if name not in _tree:
        raise FileNotFoundError(2, "No such file or directory", path)
    return 4096 if _tree[name] is None else len(_tree[name].data)


def getmtime(path):
    getsize(path)
    return 1720785600.0


getctime = getmtime
getatime = getmtime


def expanduser(path):
    path = _plain(path)
    return "/home/learner" + path[1:] if path == "~" or path.startswith("~/") else path


def relpath(path, start="."):
    here = [part for part in abspath(start).split("/") if part]
    there = [part for part in abspath(path).split("/") if part]
    same = 0
    while same < min(len(here), len(there)) and here[same] == there[same]:
        same += 1
    return "/".join([".."] * (len(here) - same) + there[same:]) or "."


def commonprefix(paths):
    if not paths:
        return ""
    first, last = min(paths), max(paths)
    for place, letter in enumerate(first):
        if letter != last[place]:
            return first[:place]
    return first


curdir, pardir, extsep, sep, pathsep, defpath, altsep, devnull = ".", "..", ".", "/", ":", "/bin:/usr/bin", None, "/dev/null"
supports_unicode_filenames = False


def normcase(s):
    return _plain(s)


def splitdrive(p):
    return "", _plain(p)


def commonpath(paths):
    paths = [_plain(path) for path in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    absolute = {path.startswith("/") for path in paths}
    if len(absolute) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[part for part in path.split("/") if part not in ("", ".")] for path in paths]
    least, most = min(parts), max(parts)
    count = 0
    while count < min(len(least), len(most)) and least[count] == most[count]:
        count += 1
    return "/" * (True in absolute) + "/".join(least[:count])


def samefile(f1, f2):
    return abspath(f1) == abspath(f2)


def ismount(path):
    return abspath(path) == "/"


# A name behind `$`, in braces or not, gives its value, if it has one.
def expandvars(path):
    environ = __module_named__("os").environ
    path = _plain(path)
    result = ""
    while "$" in path:
        before, _, path = path.partition("$")
        result += before
        if path.startswith("{") and "}" in path:
            name = path[1:path.index("}")]
            shown = len(name) + 2
        else:
            shown = 0
            while shown < len(path) and (path[shown].isalnum() or path[shown] == "_"):
                shown += 1
            name = path[:shown]
        result += environ.get(name, "$" + path[:shown]) if name else "$" + path[:shown]
        path = path[shown:]
    return result + path
