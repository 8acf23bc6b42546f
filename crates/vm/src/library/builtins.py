# The built-in functions and classes that are written in Python, and those parts of the native ones that call an
# object's own methods. Names of helpers begin and end with two underscores.


def print(*args, sep=" ", end="\n", file=None, flush=False):
    if sep is None:
        sep = " "
    elif not isinstance(sep, str):
        raise TypeError("sep must be None or a string, not " + type(sep).__name__)
    if end is None:
        end = "\n"
    elif not isinstance(end, str):
        raise TypeError("end must be None or a string, not " + type(end).__name__)
    write = __write__ if file is None else file.write
    first = True
    for value in args:
        if first:
            first = False
        elif sep or file is not None:
            write(sep)
        text = str(value)
        if text or file is not None:
            write(text)
    if end or file is not None:
        write(end)
    if flush and file is not None:
        file.flush()


def input(prompt="", /):
    text = str(prompt)
    if text:
        __write__(text)
    raise EOFError("EOF when reading a line")


def open(*args, **keywords):
    raise OSError("there are no files in Interleave: open() is not supported")


def exec(*args, **keywords):
    raise RuntimeError("exec() is not supported by Interleave: a program is compiled before it runs")


def eval(*args, **keywords):
    raise RuntimeError("eval() is not supported by Interleave: a program is compiled before it runs")


def compile(*args, **keywords):
    raise RuntimeError("compile() is not supported by Interleave: a program is compiled before it runs")


def breakpoint(*args, **keywords):
    raise RuntimeError("breakpoint() is not supported by Interleave: step through the program instead")


def __call_method__(value, name, *args):
    return getattr(type(value), name)(value, *args)


def __call_quietly__(function, *args):
    function(*args)


def __len_of__(value):
    length = type(value).__len__(value)
    if not isinstance(length, int):
        raise TypeError("'" + type(length).__name__ + "' object cannot be interpreted as an integer")
    if length < 0:
        raise ValueError("__len__() should return >= 0")
    return length


def __hash__(value):
    if type(value) is tuple:
        return __combine_hashes__([hash(item) for item in value])
    if type(value).__hash__ is None:
        raise TypeError("unhashable type: '" + type(value).__name__ + "'")
    result = type(value).__hash__(value)
    if not isinstance(result, int):
        raise TypeError("__hash__ method should return an integer")
    return hash(__base_of__(result))


def __isinstance__(value, wanted):
    if isinstance(wanted, tuple):
        for one in wanted:
            if isinstance(value, one):
                return True
        return False
    if type(value) is wanted:
        return True
    return not not type(wanted).__instancecheck__(wanted, value)


def __issubclass__(cls, wanted):
    if isinstance(wanted, tuple):
        for one in wanted:
            if issubclass(cls, one):
                return True
        return False
    return not not type(wanted).__subclasscheck__(wanted, cls)


def __getattr_or__(value, name, default):
    try:
        return getattr(value, name)
    except AttributeError:
        return default


def __hasattr__(value, name):
    try:
        getattr(value, name)
    except AttributeError:
        return False
    return True


def __is_iterable__(value):
    return hasattr(type(value), "__iter__") or hasattr(type(value), "__getitem__")


def __iter_of__(iterable):
    iterator = type(iterable).__iter__(iterable)
    if not hasattr(type(iterator), "__next__"):
        raise TypeError("iter() returned non-iterator of type '" + type(iterator).__name__ + "'")
    return iterator


def __iter_until__(function, sentinel):
    while True:
        value = function()
        if value is sentinel or value == sentinel:
            return
        yield value


def __next_or__(iterator, default):
    try:
        return next(iterator)
    except StopIteration:
        return default


def __reversed_by_index__(sequence):
    index = len(sequence) - 1
    while index >= 0:
        yield sequence[index]
        index -= 1


def __any__(iterable):
    for item in iterable:
        if item:
            return True
    return False


def __all__(iterable):
    for item in iterable:
        if not item:
            return False
    return True


class enumerate:
    def __init__(self, iterable, start=0):
        self.__items__ = __enumerate__(iter(iterable), start)

    def __iter__(self):
        return self.__items__

    def __next__(self):
        return next(self.__items__)


def __enumerate__(iterator, count):
    for item in iterator:
        yield count, item
        count += 1


class zip:
    def __init__(self, *iterables, strict=False):
        self.__items__ = __zip__([iter(iterable) for iterable in iterables], strict)

    def __iter__(self):
        return self.__items__

    def __next__(self):
        return next(self.__items__)


def __zip__(iterators, strict):
    if not iterators:
        return
    missing = []
    while True:
        items = []
        for iterator in iterators:
            item = next(iterator, missing)
            if item is missing:
                if strict:
                    __check_lengths__(iterators, len(items), missing)
                return
            items.append(item)
        yield tuple(items)


def __check_lengths__(iterators, ended, missing):
    if ended:
        before = "argument 1" if ended == 1 else "arguments 1-" + str(ended)
        raise ValueError("zip() argument " + str(ended + 1) + " is shorter than " + before)
    for place in range(1, len(iterators)):
        if next(iterators[place], missing) is not missing:
            before = "argument 1" if place == 1 else "arguments 1-" + str(place)
            raise ValueError("zip() argument " + str(place + 1) + " is longer than " + before)


class map:
    def __init__(self, *args):
        if len(args) < 2:
            raise TypeError("map() must have at least two arguments.")
        self.__function__ = args[0]
        self.__sources__ = [iter(iterable) for iterable in args[1:]]

    def __iter__(self):
        return self

    def __next__(self):
        sources = self.__sources__
        if len(sources) == 1:
            return self.__function__(next(sources[0]))
        return self.__function__(*[__advance__(source) for source in sources])


# In a comprehension, `next` itself would be taken for its end.
def __advance__(iterator):
    return next(iterator)


class filter:
    def __init__(self, *args):
        if len(args) != 2:
            raise TypeError("filter expected 2 arguments, got " + str(len(args)))
        self.__function__ = args[0]
        self.__source__ = iter(args[1])

    def __iter__(self):
        return self

    def __next__(self):
        function = self.__function__
        while True:
            item = next(self.__source__)
            if item if function is None else function(item):
                return item
<<<<<<< HEAD


# Sorting


def __sorted__(iterable, key, reverse):
    return __sort__([item for item in iterable], key, reverse)


def __sort_list__(items, key, reverse):
    items[:] = __sort__(items[:], key, reverse)


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


# Containers


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


# What an object of a subclass of a built-in class does when it asks its base: `super().__getitem__(key)`.


def __op_getitem__(value, key):
    return value[key]


def __op_setitem__(target, key, value):
    target[key] = value


def __op_delitem__(target, key):
    del target[key]


def __op_contains__(container, item):
    return item in container


def __op_eq__(left, right):
    right = __base_of__(right)
    if not __alike__(left, right):
        return NotImplemented
    return left == right


def __op_ne__(left, right):
    right = __base_of__(right)
    if not __alike__(left, right):
        return NotImplemented
    return left != right


def __op_lt__(left, right):
    right = __base_of__(right)
    if not __alike__(left, right):
        return NotImplemented
    return left < right


def __op_le__(left, right):
    right = __base_of__(right)
    if not __alike__(left, right):
        return NotImplemented
    return left <= right


def __op_gt__(left, right):
    right = __base_of__(right)
    if not __alike__(left, right):
        return NotImplemented
    return left > right


def __op_ge__(left, right):
    right = __base_of__(right)
    if not __alike__(left, right):
        return NotImplemented
    return left >= right


def __alike__(left, right):
    if __is_number__(left) and __is_number__(right):
        return not (isinstance(left, int) and isinstance(right, float))
    if isinstance(left, (set, frozenset)):
        return isinstance(right, (set, frozenset))
    return type(left) is type(right)


def __op_add__(left, right):
    right = __base_of__(right)
    if not __alike__(left, right):
        return NotImplemented
    return left + right


def __op_sub__(left, right):
    right = __base_of__(right)
    if not __alike__(left, right):
        return NotImplemented
    return left - right


def __op_mul__(left, right):
    right = __base_of__(right)
    if not __alike__(left, right) and not isinstance(right, int):
        return NotImplemented
    return left * right


def __op_truediv__(left, right):
    right = __base_of__(right)
    if not __alike__(left, right):
        return NotImplemented
    return left / right


def __op_floordiv__(left, right):
    right = __base_of__(right)
    if not __alike__(left, right):
        return NotImplemented
    return left // right


def __op_mod__(left, right):
    if isinstance(left, str):
        return left % right
    right = __base_of__(right)
    if not __alike__(left, right):
        return NotImplemented
    return left % right


def __op_pow__(left, right):
    right = __base_of__(right)
    if not __alike__(left, right):
        return NotImplemented
    return left ** right


def __op_and__(left, right):
    right = __base_of__(right)
    if not __alike__(left, right):
        return NotImplemented
    return left & right


def __op_or__(left, right):
    right = __base_of__(right)
    if not __alike__(left, right):
        return NotImplemented
    return left | right


def __op_xor__(left, right):
    right = __base_of__(right)
    if not __alike__(left, right):
        return NotImplemented
    return left ^ right


def __op_neg__(value):
    return -value


def __with_float__(function, value):
    return function(float(value))
=======
>>>>>>> main
