# A network of this one program: what is bound here is reached from here, and nothing else is there. What was sent has arrived.
import enum as _enum
import threading as _threading
import time as _time


class AddressFamily(_enum.IntEnum):
    AF_UNSPEC = 0
    AF_UNIX = 1
    AF_INET = 2
    AF_INET6 = 10


class SocketKind(_enum.IntEnum):
    SOCK_STREAM = 1
    SOCK_DGRAM = 2


AF_UNSPEC = AddressFamily.AF_UNSPEC
AF_UNIX = AddressFamily.AF_UNIX
AF_INET = AddressFamily.AF_INET
AF_INET6 = AddressFamily.AF_INET6
SOCK_STREAM = SocketKind.SOCK_STREAM
SOCK_DGRAM = SocketKind.SOCK_DGRAM
SHUT_RD = 0
SHUT_WR = 1
SHUT_RDWR = 2
SOL_SOCKET = 1
SO_REUSEADDR = 2
SO_BROADCAST = 6
SO_SNDBUF = 7
SO_RCVBUF = 8
SO_KEEPALIVE = 9
SO_LINGER = 13
SO_REUSEPORT = 15
IPPROTO_IP = 0
IPPROTO_TCP = 6
IPPROTO_UDP = 17
TCP_NODELAY = 1
SOMAXCONN = 4096
INADDR_ANY = 0
MSG_PEEK = 2
has_ipv6 = False
error = OSError
timeout = TimeoutError


class herror(OSError):
    pass


class gaierror(OSError):
    pass


_changed = _threading.Condition()
_bound = {}
_last_port = 40000
_last_number = 2
_default_timeout = None


class socket:
    def __init__(self, family=AF_INET, type=SOCK_STREAM, proto=0, fileno=None):
        global _last_number
        _last_number += 1
        self._number = _last_number
        self.family = AddressFamily(AF_INET if family == -1 else family)
        self.type = SocketKind(SOCK_STREAM if type == -1 else type)
        self.proto = proto
        self._timeout = _default_timeout
        self._name = None
        self._peer_name = None
        self._peer = None
        self._waiting = None
        self._received = b"" if self.type == SOCK_STREAM else []
        self._is_closed = False
        self._ended = False
        self._silent = False
        self._options = {}

    def _check(self):
        if self._is_closed:
            raise OSError(9, "Bad file descriptor")

    # Waits, with the network's lock held, until a function gives something.
    def _wait(self, ready):
        end = None if self._timeout is None else _time.monotonic() + self._timeout
        while not ready():
            if self._timeout == 0:
                raise BlockingIOError(11, "Resource temporarily unavailable")
            left = None if end is None else end - _time.monotonic()
            if left is not None and left <= 0:
                raise TimeoutError("timed out")
            _changed.wait(left)

    def bind(self, address, /):
        with _changed:
            self._check()
            address = self._resolved(address)
            if self._name is not None:
                raise OSError(22, "Invalid argument")
            if (self.type, address[-1] if self.family != AF_UNIX else address) in _bound:
                raise OSError(98, "Address already in use")
            self._take(address)

    def _resolved(self, address):
        if self.family == AF_UNIX:
            return address
        if not isinstance(address, tuple):
            raise TypeError(f"{type(self).__name__}(): AF_INET address must be tuple, not {type(address).__name__}")
        host, port = address[:2]
        if not 0 <= port <= 65535:
            raise OverflowError("port must be 0-65535.")
        return ("0.0.0.0" if host == "" else gethostbyname(host), port)

    def _take(self, address):
        global _last_port
        if self.family != AF_UNIX and address[1] == 0:
            _last_port += 1
            address = (address[0], _last_port)
        self._name = address
        _bound[self.type, address[-1] if self.family != AF_UNIX else address] = self

    def listen(self, backlog=128, /):
        with _changed:
            self._check()
            if self._name is None:
                self._take(("0.0.0.0", 0))
            if self._waiting is None:
                self._waiting = []

    def accept(self):
        with _changed:
            self._check()
            if self._waiting is None:
                raise OSError(22, "Invalid argument")
            self._wait(lambda: self._waiting or self._ended)
            if not self._waiting:
                raise OSError(22, "Invalid argument")
            other = self._waiting.pop(0)
            return other, other._peer_name

    def connect(self, address, /):
        with _changed:
            self._check()
            if self._peer is not None and self.type == SOCK_STREAM:
                raise OSError(106, "Transport endpoint is already connected")
            address = self._resolved(address)
            if self.type == SOCK_DGRAM:
                self._peer_name = address
                return
            server = _bound.get((self.type, address[-1] if self.family != AF_UNIX else address))
            if server is None or server._waiting is None or server._is_closed:
                if self.family == AF_UNIX:
                    raise FileNotFoundError(2, "No such file or directory")
                raise ConnectionRefusedError(111, "Connection refused")
            if self._name is None and self.family != AF_UNIX:
                self._take(("127.0.0.1", 0))
            self._peer_name = address
            other = socket(self.family, self.type)
            other._timeout = _default_timeout
            other._name = address if self.family == AF_UNIX else ("127.0.0.1", address[1])
            other._peer_name = "" if self.family == AF_UNIX else self._name
            other._peer, self._peer = self, other
            server._waiting.append(other)
            _changed.notify_all()

    def connect_ex(self, address, /):
        try:
            self.connect(address)
        except OSError as error:
            return error.errno
        return 0

    def send(self, data, flags=0, /):
        with _changed:
            self._check()
            if isinstance(data, str):
                raise TypeError("a bytes-like object is required, not 'str'")
            if self.type == SOCK_DGRAM:
                if self._peer is not None:
                    self._peer._received.append((bytes(data), self._name))
                    _changed.notify_all()
                    return len(data)
                if self._peer_name is None:
                    raise OSError(89, "Destination address required")
                return self._send_to(data, self._peer_name)
            if self._peer is None:
                raise BrokenPipeError(32, "Broken pipe")
            if self._silent or self._peer._is_closed and self._peer._silent:
                raise BrokenPipeError(32, "Broken pipe")
            if self._peer._is_closed:
                # Who has closed says so only when something comes.
                self._peer._silent = True
                return len(data)
            self._peer._received += bytes(data)
            _changed.notify_all()
            return len(data)

    def sendall(self, data, flags=0, /):
        self.send(data, flags)

    def sendto(self, data, *rest):
        with _changed:
            self._check()
            return self._send_to(data, self._resolved(rest[-1]))

    def _send_to(self, data, address):
        if self._name is None:
            self._take(("0.0.0.0", 0))
        other = _bound.get((self.type, address[-1] if self.family != AF_UNIX else address))
        if other is not None:
            sender = self._name if self._name[0] != "0.0.0.0" else ("127.0.0.1", self._name[1])
            other._received.append((bytes(data), sender))
            _changed.notify_all()
        return len(data)

    def recv(self, bufsize, flags=0, /):
        with _changed:
            self._check()
            if self.type == SOCK_DGRAM:
                self._wait(lambda: self._received)
                return self._received.pop(0)[0][:bufsize]
            if self._peer is None:
                raise OSError(107, "Transport endpoint is not connected")
            self._wait(lambda: self._received or self._ended or self._peer._is_closed or self._peer._silent)
            data = self._received[:bufsize]
            if not flags & MSG_PEEK:
                self._received = self._received[bufsize:]
            return data

    def recvfrom(self, bufsize, flags=0, /):
        if self.type == SOCK_STREAM:
            return self.recv(bufsize, flags), None
        with _changed:
            self._check()
            self._wait(lambda: self._received)
            data, address = self._received.pop(0)
            return data[:bufsize], address

    def recv_into(self, buffer, nbytes=0, flags=0):
        data = self.recv(nbytes or len(buffer), flags)
        buffer[: len(data)] = data
        return len(data)

    def shutdown(self, how, /):
        with _changed:
            self._check()
            if self._peer is None and self._waiting is None:
                raise OSError(107, "Transport endpoint is not connected")
            if how in (SHUT_RD, SHUT_RDWR):
                self._ended = True
            if how in (SHUT_WR, SHUT_RDWR):
                self._silent = True
            _changed.notify_all()

    def close(self):
        with _changed:
            if not self._is_closed:
                self._is_closed = True
                key = (self.type, self._name[-1] if isinstance(self._name, tuple) else self._name)
                if _bound.get(key) is self:
                    del _bound[key]
                for other in self._waiting or ():
                    other._is_closed = other._silent = True
                _changed.notify_all()

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def detach(self):
        number = self.fileno()
        self.close()
        return number

    def fileno(self):
        return -1 if self._is_closed else self._number

    def settimeout(self, value, /):
        if value is not None and value < 0:
            raise ValueError("Timeout value out of range")
        self._timeout = value

    def gettimeout(self):
        return self._timeout

    def setblocking(self, flag, /):
        self._timeout = None if flag else 0.0

    def getblocking(self):
        return self._timeout != 0

    def setsockopt(self, level, optname, value, optlen=None, /):
        self._options[level, optname] = value

    def getsockopt(self, level, optname, buflen=0, /):
        return self._options.get((level, optname), 0)

    def getsockname(self):
        self._check()
        return self._name if self._name is not None else "" if self.family == AF_UNIX else ("0.0.0.0", 0)

    def getpeername(self):
        self._check()
        if self._peer_name is None:
            raise OSError(107, "Transport endpoint is not connected")
        return self._peer_name

    def makefile(self, mode="r", buffering=None, *, encoding=None, errors=None, newline=None):
        return _File(self, mode)

    def __repr__(self):
        text = f"<{type(self).__module__}.{type(self).__qualname__}{' [closed]' * self._is_closed} fd={self.fileno()}"
        text += f", family={int(self.family)}, type={int(self.type)}, proto={self.proto}"
        if not self._is_closed:
            text += f", laddr={self.getsockname()!r}"
            if self._peer_name:
                text += f", raddr={self._peer_name!r}"
        return text + ">"


SocketType = socket
