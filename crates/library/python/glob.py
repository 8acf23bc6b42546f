import fnmatch as _fnmatch
import os as _os


def has_magic(s):
    return any([letter in s for letter in "*?["])


def glob(pathname, *, root_dir=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, recursive=False, include_hidden=False):
    pathname = _os.fspath(pathname)
    found = ["/"] if pathname.startswith("/") else [""]
    for part in [part for part in pathname.split("/") if part]:
        found = [name for folder in found for name in _below(folder, part, root_dir, recursive)]
    return iter(found)


def _below(folder, part, root, recursive):
    here = _os.path.join(root or ".", folder) if folder else root or "."
    if part == "**" and recursive:
        names = [folder]
        for top, folders, files in _os.walk(here):
            inner = top[len(here):].lstrip("/")
            names += [_os.path.join(folder, inner, name) for name in folders + files]
        return names
    if not has_magic(part):
        name = _os.path.join(folder, part)
        return [name] if _os.path.exists(_os.path.join(root or "", name)) else []
    if not _os.path.isdir(here):
        return []
    names = [name for name in _os.listdir(here) if part.startswith(".") or not name.startswith(".")]
    return [_os.path.join(folder, name) for name in _fnmatch.filter(names, part)]
