def product(*iterables, repeat=1):
    if repeat < 0:
        raise ValueError("repeat argument cannot be negative")
    return _product([tuple(iterable) for iterable in iterables] * repeat)


def _product(pools):
    if [pool for pool in pools if not pool]:
        return
    places = [0] * len(pools)
    while True:
        yield tuple([pool[place] for pool, place in zip(pools, places)])
        turn = len(pools) - 1
        while turn >= 0:
            places[turn] += 1
            if places[turn] < len(pools[turn]):
                break
            places[turn] = 0
            turn -= 1
        if turn < 0:
            return


def permutations(iterable, r=None):
    pool = tuple(iterable)
    r = len(pool) if r is None else r
    if r < 0:
        raise ValueError("r must be non-negative")
    return _chosen(pool, r, True, False)


def combinations(iterable, r):
    if r < 0:
        raise ValueError("r must be non-negative")
    return _chosen(tuple(iterable), r, False, False)


def combinations_with_replacement(iterable, r):
    if r < 0:
        raise ValueError("r must be non-negative")
    return _chosen(tuple(iterable), r, False, True)


def _chosen(pool, r, any_order, again):
    places = []
    place = 0
    while True:
        if len(places) == r:
            yield tuple([pool[chosen] for chosen in places])
        elif place < len(pool):
            if any_order and place in places:
                place += 1
                continue
            places.append(place)
            place = 0 if any_order else place if again else place + 1
            continue
        if not places:
            return
        place = places.pop() + 1
