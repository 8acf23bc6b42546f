_SAFE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~"


def quote(string, safe="/", encoding="utf-8", errors="strict"):
    data = string.encode(encoding) if isinstance(string, str) else string
    return "".join([chr(byte) if chr(byte) in _SAFE + safe else f"%{byte:02X}" for byte in data])


def quote_plus(string, safe="", encoding="utf-8", errors="strict"):
    return quote(string, safe + " ").replace(" ", "+")


def unquote(string, encoding="utf-8", errors="replace"):
    parts = string.split("%")
    data = parts[0].encode()
    for part in parts[1:]:
        try:
            data += bytes([int(part[:2], 16)]) + part[2:].encode()
        except ValueError:
            data += b"%" + part.encode()
    return data.decode(encoding, errors)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


def urlencode(query, doseq=False, safe="", encoding="utf-8", errors="strict", quote_via=quote_plus):
    pairs = query.items() if hasattr(query, "items") else query
    parts = []
    for key, value in pairs:
        values = value if doseq and isinstance(value, (list, tuple)) else [value]
        parts += [quote_via(str(key), safe) + "=" + quote_via(str(one), safe) for one in values]
    return "&".join(parts)


def parse_qsl(qs, keep_blank_values=False, **more):
    pairs = []
    for part in qs.split("&"):
        key, mark, value = part.partition("=")
        if part and (value or keep_blank_values):
            pairs.append((unquote_plus(key), unquote_plus(value)))
    return pairs


def parse_qs(qs, keep_blank_values=False, **more):
    found = {}
    for key, value in parse_qsl(qs, keep_blank_values):
        found.setdefault(key, []).append(value)
    return found


class _Result(tuple):
    def __new__(cls, *values):
        return tuple.__new__(cls, values)

    def __getattr__(self, name):
        if name not in self._fields:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        return self[self._fields.index(name)]

    def _host(self):
        return self.netloc.rpartition("@")[2]

    @property
    def hostname(self):
        return self._host().partition(":")[0].lower() or None

    @property
    def port(self):
        port = self._host().partition(":")[2]
        return int(port) if port else None

    @property
    def username(self):
        return self.netloc.rpartition("@")[0].partition(":")[0] or None

    @property
    def password(self):
        return self.netloc.rpartition("@")[0].partition(":")[2] or None

    def _replace(self, **changes):
        return type(self)(*[changes.get(name, value) for name, value in zip(self._fields, self)])

    def __repr__(self):
        fields = ", ".join([f"{name}={value!r}" for name, value in zip(self._fields, self)])
        return f"{type(self).__name__}({fields})"


class SplitResult(_Result):
    _fields = ("scheme", "netloc", "path", "query", "fragment")

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_Result):
    _fields = ("scheme", "netloc", "path", "params", "query", "fragment")

    def geturl(self):
        return urlunparse(self)


def urlsplit(url, scheme="", allow_fragments=True):
    netloc = query = fragment = ""
    head, mark, rest = url.partition(":")
    if mark and head[:1].isalpha() and all([letter.isalnum() or letter in "+-." for letter in head]):
        scheme, url = head.lower(), rest
    if url.startswith("//"):
        end = min([place for place in (url.find(letter, 2) for letter in "/?#") if place >= 0], default=len(url))
        netloc, url = url[2:end], url[end:]
    if allow_fragments:
        url, mark, fragment = url.partition("#")
    url, mark, query = url.partition("?")
    return SplitResult(scheme, netloc, url, query, fragment)


def urlparse(url, scheme="", allow_fragments=True):
    scheme, netloc, path, query, fragment = urlsplit(url, scheme, allow_fragments)
    params = ""
    if ";" in path.rpartition("/")[2]:
        path, mark, params = path.rpartition(";")
    return ParseResult(scheme, netloc, path, params, query, fragment)


def urlunsplit(parts):
    scheme, netloc, path, query, fragment = parts
    text = path
    if netloc or scheme in ("http", "https", "file") and path.startswith("//"):
        text = "//" + netloc + ("/" if path and not path.startswith("/") else "") + path
    if scheme:
        text = scheme + ":" + text
    return text + ("?" + query if query else "") + ("#" + fragment if fragment else "")


def urlunparse(parts):
    scheme, netloc, path, params, query, fragment = parts
    return urlunsplit((scheme, netloc, path + (";" + params if params else ""), query, fragment))


def urldefrag(url):
    rest, mark, fragment = url.partition("#")
    return DefragResult((rest, fragment))


class DefragResult(tuple):
    url = property(lambda self: self[0])
    fragment = property(lambda self: self[1])

    def geturl(self):
        return self[0] + ("#" + self[1] if self[1] else "")

    def __repr__(self):
        return f"DefragResult(url={self[0]!r}, fragment={self[1]!r})"


def urljoin(base, url, allow_fragments=True):
    if not base or not url:
        return url or base
    first, second = urlsplit(base), urlsplit(url)
    if second.scheme and second.scheme != first.scheme or second.netloc:
        return url if second.scheme else first.scheme + ":" + url
    if not second.path:
        query = second.query or first.query
        return urlunsplit((first.scheme, first.netloc, first.path, query, second.fragment))
    path = second.path
    if not path.startswith("/"):
        path = first.path.rpartition("/")[0] + "/" + path
    parts = []
    for part in path.split("/")[1:]:
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts.append(part)
    if path.endswith(("/.", "/..")):
        parts.append("")
    return urlunsplit((first.scheme, first.netloc, "/" + "/".join(parts), second.query, second.fragment))
