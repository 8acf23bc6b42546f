import threading

stock = 1
sold = []
lock = threading.Lock()


def sell(customer):
    global stock
    with lock:
        if stock > 0:
            stock -= 1
            sold.append(customer)


threads = [
    threading.Thread(target=sell, args=(customer,))
    for customer in ("Ann", "Bob")
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print("sold:", len(sold), "left:", stock)
