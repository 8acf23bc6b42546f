def print(*args, sep=" ", end="\n", file=None, flush=False):
    first = True
    for a in args:
        if not first:
            __write__(sep)
        first = False
        __write__(f"{a}")
    __write__(end)
