"""A sieve of threads, one for each prime, with queues of one between them."""

import threading, math, queue
def generate(out):
    n = 2
    while not done.is_set():
        out.put(n); n += 1
def filt(src, dst, prime):
    while not done.is_set():
        n = src.get()
        if n % prime: dst.put(n)
done = threading.Event()
ch = queue.Queue(1)
threading.Thread(target=generate, args=(ch,), daemon=True).start()
primes = []
for _ in range(10):
    p = ch.get()
    primes.append(p)
    nxt = queue.Queue(1)
    threading.Thread(target=filt, args=(ch, nxt, p), daemon=True).start()
    ch = nxt
done.set()
print(primes)
def is_prime(n): return n > 1 and all(n % d for d in range(2, math.isqrt(n) + 1))
print([n for n in range(30) if is_prime(n)])
