"""Sockets between the threads of one program: an echo server, `socketserver`, datagrams, pairs, and what fails."""
import socket
import socketserver
import threading


def handle(connection):
    with connection:
        while data := connection.recv(1024):
            connection.sendall(data.upper())


def serve(listener, count):
    for _ in range(count):
        connection, address = listener.accept()
        threading.Thread(target=handle, args=(connection,), daemon=True).start()


def ask(number):
    with socket.create_connection(address) as connection:
        connection.sendall(f"hello {number}".encode())
        answers[number] = connection.recv(1024).decode()


answers = {}
listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(("127.0.0.1", 0))
listener.listen(5)
address = listener.getsockname()
server = threading.Thread(target=serve, args=(listener, 3))
clients = [threading.Thread(target=ask, args=(number,)) for number in range(3)]
for thread in [server, *clients]:
    thread.start()
for thread in [server, *clients]:
    thread.join()
try:
    socket.socket().bind(address)
except OSError as error:
    print(error)
listener.close()
print(sorted(answers.items()), address[0], socket.AF_INET, repr(socket.SOCK_STREAM))
try:
    socket.create_connection(address)
except ConnectionRefusedError as error:
    print(error)


class Backwards(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line.strip()[::-1] + b"\n")


class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    allow_reuse_address = True
    daemon_threads = True


with Server(("localhost", 0), Backwards) as server:
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    with socket.socket() as connection:
        connection.connect(server.server_address)
        connection.sendall(b"abc\ndef\n")
        lines = connection.makefile()
        print(lines.readline().strip(), lines.readline().strip())
    server.shutdown()
    thread.join()
print(thread.is_alive())

receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
receiver.bind(("127.0.0.1", 0))
receiver.settimeout(0.05)
sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sender.sendto(b"ping", receiver.getsockname())
data, source = receiver.recvfrom(100)
print(data, source[0])
try:
    receiver.recvfrom(10)
except socket.timeout as error:
    print(type(error).__name__, error)

one, other = socket.socketpair()
one.send(b"x")
print(other.recv(5))
one.close()
print(other.recv(5))
other.setblocking(False)
for action in (lambda: one.recv(1), lambda: socket.socket().recv(1), lambda: other.send("text")):
    try:
        action()
    except (OSError, TypeError) as error:
        print(type(error).__name__, error)
print(socket.gethostbyname("localhost"), socket.inet_aton("127.0.0.1"), socket.htons(1))
for thing in (receiver, sender, other):
    thing.close()
