_NAMES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\xa0", "copy": "\xa9", "hellip": "\u2026"}


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


def unescape(s):
    parts = s.split("&")
    text = parts[0]
    for part in parts[1:]:
        name, end, rest = part.partition(";")
        found = _character(name) if end else None
        text += "&" + part if found is None else found + rest
    return text


def _character(name):
    if not name.startswith("#"):
        return _NAMES.get(name)
    try:
        return chr(int(name[2:], 16) if name[1:2] in ("x", "X") else int(name[1:]))
    except ValueError:
        return None
