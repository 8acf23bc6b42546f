from _pages import fetch as _fetch
from urllib.error import URLError as _URLError


class Request:
    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.data = data
        self.headers = dict(headers)

    def add_header(self, key, val):
        self.headers[key] = val


class _Response:
    status = 200
    code = 200
    reason = "OK"

    def __init__(self, url, content):
        self.url = url
        self._content = content
        self.headers = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(content))}

    def read(self, amt=None):
        amt = len(self._content) if amt is None else amt
        part = self._content[:amt]
        self._content = self._content[amt:]
        return part

    def __iter__(self):
        return iter([line + b"\n" for line in self.read().split(b"\n")[:-1]])

    def getcode(self):
        return 200

    def geturl(self):
        return self.url

    def info(self):
        return self.headers

    def getheader(self, name, default=None):
        return self.headers.get(name, default)

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


def urlopen(url, data=None, timeout=None, **kwargs):
    if isinstance(url, Request):
        url = url.full_url
    if "://" not in url:
        raise ValueError(f"unknown url type: {url!r}")
    text = _fetch(url, timeout)
    if text is None:
        raise _URLError("timed out")
    return _Response(url, text.encode("utf-8"))
