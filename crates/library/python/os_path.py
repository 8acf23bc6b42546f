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
