import threading

stock = 1
sold = []


def sell(customer):
    global stock
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
