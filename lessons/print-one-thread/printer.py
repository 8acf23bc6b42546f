import threading


def report():
    number = threading.get_ident()
    text = f"Printing from thread: {number}"
    print(text, end=f" | Separator of {number}\n")


for _ in range(5):
    report()
