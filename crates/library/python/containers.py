# Lists, tuples, dicts and sets whose items only Python can compare, or that are made of what only Python can iterate.


def __fill_list__(result, target, iterable):
    for item in iterable:
        target.append(item)
    return result


def __new_from_list__(cls, builtin, iterable):
    return __wrap__(cls, builtin, builtin([item for item in iterable]))


def __index_in__(items, value, start, stop):
    place = start
    while place < stop and place < len(items):
        item = items[place]
        if item is value or item == value:
            return place
        place += 1
    if isinstance(items, tuple):
        raise ValueError("tuple.index(x): x not in tuple")
    __not_in_list__(value)


def __not_in_list__(value):
    raise ValueError(repr(value) + " is not in list")


def __count_in__(items, value):
    count = 0
    for item in items:
        if item is value or item == value:
            count += 1
    return count


def __remove_from__(items, value):
    place = 0
    while place < len(items):
        item = items[place]
        if item is value or item == value:
            items.pop(place)
            return
        place += 1
    raise ValueError("list.remove(x): x not in list")


def __fill_dict__(target, source, named, result):
    if hasattr(source, "keys"):
        for key in source.keys():
            target[key] = source[key]
    else:
        place = 0
        for pair in source:
            if not __is_iterable__(pair):
                raise TypeError(
                    "cannot convert dictionary update sequence element #" + str(place) + " to a sequence"
                )
            pair = [item for item in pair]
            if len(pair) != 2:
                raise ValueError(
                    "dictionary update sequence element #" + str(place) + " has length " + str(len(pair))
                    + "; 2 is required"
                )
            target[pair[0]] = pair[1]
            place += 1
    for name in named:
        target[name] = named[name]
    return result


def __dict_getitem__(value, table, key):
    place = __find_place__(table, key, hash(key))
    if place is not None:
        return __place_get__(table, place)
    if hasattr(type(value), "__missing__"):
        return type(value).__missing__(value, key)
    raise KeyError(key)


def __dict_get__(table, key, default):
    place = __find_place__(table, key, hash(key))
    return default if place is None else __place_get__(table, place)


def __dict_setdefault__(table, key, default):
    code = hash(key)
    place = __find_place__(table, key, code)
    if place is not None:
        return __place_get__(table, place)
    __insert_hashed__(table, code, key, default)
    return default


def __dict_pop__(table, key, defaults):
    place = __find_place__(table, key, hash(key))
    if place is not None:
        value = __place_get__(table, place)
        __place_delete__(table, place)
        return value
    if defaults:
        return defaults[0]
    raise KeyError(key)


def __fromkeys__(cls, keys, value):
    result = cls()
    for key in keys:
        result[key] = value
    return result


def __fill_set__(result, target, iterable):
    if result is None:
        target.clear()
    for item in iterable:
        target.add(item) if isinstance(target, set) else __set_add__(target, item)
    return result


def __set_discard__(target, item):
    place = __find_place__(target, item, hash(item))
    if place is not None:
        __place_delete__(target, place)


def __set_algebra__(items, others, name):
    result = set()
    for item in items:
        result.add(item)
    __set_change__(result, others, name)
    return frozenset(result) if isinstance(items, frozenset) else result


def __set_change__(target, others, name):
    for other in others:
        members = set()
        for item in other:
            members.add(item)
        if name == "union":
            for item in members:
                target.add(item)
        elif name == "intersection":
            for item in [item for item in target]:
                if item not in members:
                    target.discard(item)
        elif name == "difference":
            for item in members:
                target.discard(item)
        else:
            for item in members:
                if item in target:
                    target.discard(item)
                else:
                    target.add(item)


def __set_in_place__(target, other, name):
    __set_change__(target, [other], name)
    return target


def __set_relation__(items, other, name):
    members = set()
    for item in other:
        members.add(item)
    if name == "issubset":
        for item in items:
            if item not in members:
                return False
        return True
    if name == "issuperset":
        for item in members:
            if item not in items:
                return False
        return True
    for item in members:
        if item in items:
            return False
    return True


def __set_operator__(left, right, name):
    return __set_algebra__(left if isinstance(left, (set, frozenset)) else set(left), [right], name)


def __set_compare__(which, left, right):
    if which > 1:
        left, right = right, left
    if (which == 0 or which == 4) and len(left) == len(right):
        return False
    for item in left:
        if item not in right:
            return False
    return True
