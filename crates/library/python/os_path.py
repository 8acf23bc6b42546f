def join(path, *paths):
    for part in paths:
        if part.startswith("/") or not path:
            path = part
        else:
            path += part if path.endswith("/") else "/" + part
    return path


def split(path):
    place = path.rfind("/") + 1
    head = path[:place]
    return head.rstrip("/") or head, path[place:]


def basename(path):
    return split(path)[1]


def dirname(path):
    return split(path)[0]


def splitext(path):
    name = basename(path)
    place = name.rfind(".")
    if place <= 0:
        return path, ""
    place -= len(name)
    return path[:place], path[place:]


def isabs(path):
    return path.startswith("/")


def abspath(path):
    return normpath(path if isabs(path) else "/home/learner/" + path)


realpath = abspath


def normpath(path):
    parts = []
    for part in path.split("/"):
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part not in ("", ".") and not (part == ".." and isabs(path)):
            parts.append(part)
    return ("/" if isabs(path) else "") + "/".join(parts) or "."


def exists(path):
    return False


isfile = exists
isdir = exists
