# A socket read and written as a file: lines of text or of bytes.
class _File:
    def __init__(self, connection, mode):
        self._socket = connection
        self._is_text = "b" not in mode
        self.mode = mode
        self._data = b""
        self._unsent = b""
        self.closed = False

    def _given(self, data):
        return data.decode() if self._is_text else data

    def readline(self, size=-1):
        while b"\n" not in self._data and not 0 <= size <= len(self._data):
            more = self._socket.recv(65536)
            if not more:
                break
            self._data += more
        end = self._data.find(b"\n") + 1 or len(self._data)
        end = min(end, size) if size >= 0 else end
        line, self._data = self._data[:end], self._data[end:]
        return self._given(line)

    def read(self, size=-1):
        while size < 0 or len(self._data) < size:
            more = self._socket.recv(65536)
            if not more:
                break
            self._data += more
        end = len(self._data) if size < 0 else size
        part, self._data = self._data[:end], self._data[end:]
        return self._given(part)

    def __iter__(self):
        return iter(self.readline, self._given(b""))

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self):
        return list(self)

    def write(self, data):
        self._unsent += data.encode() if self._is_text else bytes(data)
        return len(data)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def flush(self):
        data, self._unsent = self._unsent, b""
        if data:
            self._socket.sendall(data)

    def close(self):
        if not self.closed:
            self.flush()
            self.closed = True

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()


def socketpair(family=AF_UNIX, type=SOCK_STREAM, proto=0):
    one, other = socket(family, type, proto), socket(family, type, proto)
    one._peer, other._peer = other, one
    one._peer_name = other._peer_name = ""
    return one, other


def create_connection(address, timeout=..., source_address=None, *, all_errors=False):
    made = socket()
    if timeout is not ...:
        made.settimeout(timeout)
    try:
        made.connect(address)
    except OSError:
        made.close()
        raise
    return made


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    made = socket(family)
    try:
        made.bind(address)
    except OSError as failed:
        made.close()
        text = f"{failed.strerror} (while attempting to bind on address {address!r})"
        raise OSError(failed.errno, text) from None
    made.listen()
    return made


def gethostname():
    return "localhost"


def getfqdn(name=""):
    return name or "localhost"


def gethostbyname(hostname, /):
    if hostname in ("", "localhost", "ip6-localhost", gethostname()):
        return "127.0.0.1"
    parts = hostname.split(".")
    if len(parts) == 4 and all([part.isdigit() and int(part) < 256 for part in parts]):
        return hostname
    raise gaierror(-2, "Name or service not known")


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    return [(AF_INET, SOCK_STREAM, 6, "", (gethostbyname(host or "localhost"), port or 0))]


def getdefaulttimeout():
    return _default_timeout


def setdefaulttimeout(timeout, /):
    global _default_timeout
    _default_timeout = timeout


def inet_aton(text, /):
    return bytes([int(part) for part in text.split(".")])


def inet_ntoa(packed, /):
    return ".".join([str(part) for part in packed])


def htons(value, /):
    return (value & 255) << 8 | value >> 8


def htonl(value, /):
    return int.from_bytes(value.to_bytes(4, "little"), "big")


ntohs = htons
ntohl = htonl
