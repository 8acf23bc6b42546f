import requests.exceptions as exceptions
from _pages import fetch as _fetch
from requests.exceptions import RequestException, HTTPError, ConnectionError, Timeout, ConnectTimeout, ReadTimeout
from time import monotonic as _monotonic

__version__ = "2.32.0"


class _Codes:
    ok = 200
    created = 201
    not_found = 404


codes = _Codes()


class _Elapsed:
    def __init__(self, seconds):
        self._seconds = seconds

    def total_seconds(self):
        return self._seconds


class Response:
    encoding = "utf-8"
    reason = "OK"
    status_code = 200
    ok = True
    history = []

    def __init__(self, url, text, seconds):
        self.url = url
        self.text = text
        self.content = text.encode("utf-8")
        self.headers = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(self.content))}
        self.elapsed = _Elapsed(seconds)

    def json(self, **kwargs):
        last = self.url.rstrip("/").split("/")[-1]
        return {
            "userId": 1, "id": int(last) if last.isdigit() else 1, "title": "A simulated title", "name": "Simulated",
            "body": "A simulated body", "completed": False, "url": self.url,
        }

    def raise_for_status(self):
        pass

    def iter_content(self, chunk_size=1, decode_unicode=False):
        for start in range(0, len(self.content), chunk_size):
            yield self.content[start:start + chunk_size]

    def iter_lines(self, **kwargs):
        return iter(self.content.split(b"\n"))

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass

    def __bool__(self):
        return True

    def __repr__(self):
        return "<Response [200]>"


def request(method, url, timeout=None, **kwargs):
    if "://" not in url:
        raise exceptions.MissingSchema(
            f"Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?"
        )
    start = _monotonic()
    text = _fetch(url, timeout)
    if text is None:
        raise exceptions.ReadTimeout(f"Read timed out. (read timeout={timeout})")
    return Response(url, text, _monotonic() - start)


def get(url, params=None, **kwargs):
    return request("get", url, **kwargs)


def post(url, data=None, json=None, **kwargs):
    return request("post", url, **kwargs)


def put(url, data=None, **kwargs):
    return request("put", url, **kwargs)


def delete(url, **kwargs):
    return request("delete", url, **kwargs)


def head(url, **kwargs):
    return request("head", url, **kwargs)


class Session:
    def __init__(self):
        self.headers = {}

    def request(self, method, url, **kwargs):
        return request(method, url, **kwargs)

    def get(self, url, **kwargs):
        return get(url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        return post(url, data, json, **kwargs)

    def mount(self, prefix, adapter):
        pass

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


def session():
    return Session()
