"""bytearray and memoryview: bytes that change, shared between threads under a lock."""

import threading

b = bytearray(b"hello")
b.append(33)
b += b" you"
b[0] = ord("H")
b[-3:] = b"all"
print(b, len(b), bytes(b), b[1:3], b.decode(), b[0])
b.extend([1, 2])
del b[0]
b.insert(0, 74)
print(b.hex(), b.find(b"o"), b.pop(), b.upper(), b.startswith(b"Jello"), 33 in b, b"all" in b)
print(bytearray(3), bytearray("é", "utf-8"), bytearray([1, 2]), bytearray(b"x") * 3, bytearray.fromhex("00ff"))
print(b == bytes(b), bytearray(b"a") < b"b", isinstance(b, bytearray), b.copy() is b, sorted(bytearray(b"cab")))
view = memoryview(b)
view[0] = 104
view[1:3] = b"EL"
print(b, view[1], bytes(view[1:4]), len(view), view.tolist()[:2], view.readonly, memoryview(b"q").readonly)
for wrong in (lambda: b.append(256), lambda: b.append("x"), lambda: bytearray("x"), lambda: hash(b), lambda: b.remove(7)):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

buffer = bytearray()
lock = threading.Lock()


def write(block):
    with lock:
        buffer.extend(block)


threads = [threading.Thread(target=write, args=(bytes([n]) * 4,)) for n in (65, 66, 67)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(buffer), sorted(set(buffer)), sorted(bytes(buffer[at:at + 4]) for at in range(0, 12, 4)))
