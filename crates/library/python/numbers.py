# Numbers and sorting: those parts that call an object's own methods.


def __int_of__(cls, value, name):
    result = __call_method__(value, name)
    if not isinstance(result, int):
        raise TypeError(name + " returned non-int (type " + type(result).__name__ + ")")
    return __wrap__(cls, int, __base_of__(result))


def __float_of__(cls, value, name):
    result = __call_method__(value, name)
    if name == "__index__":
        result = float(result)
    elif not isinstance(result, float):
        raise TypeError(type(value).__name__ + ".__float__ returned non-float (type " + type(result).__name__ + ")")
    return __wrap__(cls, float, __base_of__(result))


def __truth_of__(value):
    return not not value


def __with_index__(name, value):
    number = value.__index__()
    if name == "hex":
        return hex(number)
    if name == "oct":
        return oct(number)
    return bin(number)


def __divmod__(left, right):
    method = getattr(type(left), "__divmod__", None)
    if method is not None:
        result = method(left, right)
        if result is not NotImplemented:
            return result
    method = getattr(type(right), "__rdivmod__", None)
    if method is not None:
        result = method(right, left)
        if result is not NotImplemented:
            return result
    raise TypeError(
        "unsupported operand type(s) for divmod(): '" + type(left).__name__ + "' and '" + type(right).__name__ + "'"
    )


def __pow__(base, exponent):
    return base ** exponent


def __sum__(iterable, total):
    items = []
    for item in iterable:
        if __is_number__(total) and __is_number__(item):
            items.append(item)
            continue
        if items:
            total = sum(items, total)
            items = []
        total = total + item
    if items:
        total = sum(items, total)
    return total


def __sorted__(iterable, key, reverse):
    return __sort__([item for item in iterable], key, reverse)


def __sort_list__(items, key, reverse):
    kept = items[:]
    items.clear()
    try:
        kept = __sort__(kept, key, reverse)
    finally:
        changed = len(items) > 0
        items[:] = kept
    if changed:
        raise ValueError("list modified during sort")


def __sort__(items, key, reverse):
    reverse = not not reverse
    keys = items if key is None else [key(item) for item in items]
    done = __sort_natively__(keys, items, reverse)
    if done is not None:
        return done
    order = list(range(len(items)))
    if reverse:
        order.reverse()
    order = __merge_sort__(keys, order)
    if reverse:
        order.reverse()
    return [items[place] for place in order]


def __merge_sort__(keys, order):
    count = len(order)
    if count <= 16:
        for place in range(1, count):
            pivot = order[place]
            low = 0
            high = place
            if not keys[pivot] < keys[order[place - 1]]:
                continue
            high = place - 1
            while low < high:
                middle = (low + high) // 2
                if keys[pivot] < keys[order[middle]]:
                    high = middle
                else:
                    low = middle + 1
            order.insert(low, order.pop(place))
        return order
    middle = count // 2
    left = __merge_sort__(keys, order[:middle])
    right = __merge_sort__(keys, order[middle:])
    merged = []
    i = 0
    j = 0
    while i < len(left) and j < len(right):
        if keys[right[j]] < keys[left[i]]:
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    merged.extend(left[i:])
    merged.extend(right[j:])
    return merged


def __extreme__(iterable, key, defaults, name):
    found = False
    best = None
    best_key = None
    for item in iterable:
        value = item if key is None else key(item)
        if not found:
            found = True
        elif not (value < best_key if name == "min" else value > best_key):
            continue
        best = item
        best_key = value
    if found:
        return best
    if defaults:
        return defaults[0]
    raise ValueError(name + "() iterable argument is empty")


def __with_float__(function, value):
    return function(float(value))
