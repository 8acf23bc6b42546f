# What the machine itself calls: operations on built-in objects that need Python, because an object's own methods
# take part in them.


def __to_list__(iterable):
    return [item for item in iterable]


def __extend__(target, iterable):
    for item in iterable:
        target.append(item)


def __take__(iterable, most):
    items = []
    if most == 0:
        return items
    for item in iterable:
        items.append(item)
        if len(items) == most:
            break
    return items


def __iter_by_index__(sequence):
    index = 0
    while True:
        try:
            item = sequence[index]
        except IndexError:
            return
        yield item
        index = index + 1


def __hash_of__(key):
    value = hash(key)
    return value


def __find_place__(table, key, value):
    for place, candidate in __hashed_places__(table, value):
        if candidate is key or candidate == key:
            return place
    return None


def __get_item__(table, key):
    place = __find_place__(table, key, hash(key))
    if place is None:
        raise KeyError(key)
    return __place_get__(table, place)


def __get_by_index__(sequence, place):
    return sequence[place.__index__()]


def __set_item__(table, key, value):
    code = hash(key)
    place = __find_place__(table, key, code)
    if place is None:
        __insert_hashed__(table, code, key, value)
    else:
        __place_set__(table, place, value)


def __delete_item__(table, key):
    place = __find_place__(table, key, hash(key))
    if place is None:
        raise KeyError(key)
    __place_delete__(table, place)


def __set_add__(target, key):
    code = hash(key)
    if __find_place__(target, key, code) is None:
        __insert_hashed__(target, code, key)


def __set_update__(target, iterable):
    for item in iterable:
        target.add(item)


def __build_map__(*parts):
    table = {}
    for index in range(0, len(parts), 2):
        table[parts[index]] = parts[index + 1]
    return table


def __build_set__(*parts):
    result = set()
    for item in parts:
        result.add(item)
    return result


def __contains_item__(container, item, negate):
    if isinstance(container, (dict, set, frozenset)) or type(container) is type({}.keys()):
        found = __find_place__(container, item, hash(item)) is not None
    else:
        found = False
        for candidate in container:
            if candidate is item or candidate == item:
                found = True
                break
    return found != negate


def __set_slice__(target, where, iterable):
    target[where] = [item for item in iterable]


def __compare__(which, left, right):
    if which == 2:
        return __equal__(left, right)
    if which == 3:
        return not __equal__(left, right)
    for index in range(min(len(left), len(right))):
        a = left[index]
        b = right[index]
        if not (a is b or a == b):
            if which == 0:
                return a < b
            if which == 1:
                return a <= b
            if which == 4:
                return a > b
            return a >= b
    if which == 0:
        return len(left) < len(right)
    if which == 1:
        return len(left) <= len(right)
    if which == 4:
        return len(left) > len(right)
    return len(left) >= len(right)


def __equal__(left, right):
    if isinstance(left, dict) and isinstance(right, dict):
        if len(left) != len(right):
            return False
        for key, value in left.items():
            if key not in right:
                return False
            other = right[key]
            if not (value is other or value == other):
                return False
        return True
    if isinstance(left, (set, frozenset)) and isinstance(right, (set, frozenset)):
        if len(left) != len(right):
            return False
        for item in left:
            if item not in right:
                return False
        return True
    if type(left) is not type(right) or not isinstance(left, (list, tuple)):
        return left is right
    if len(left) != len(right):
        return False
    for index in range(len(left)):
        a = left[index]
        b = right[index]
        if not (a is b or a == b):
            return False
    return True


def __prepare_class__(body, name, bases, metaclass, keywords):
    namespace = metaclass.__prepare__(name, bases, **keywords)
    if not isinstance(namespace, dict):
        raise TypeError(
            metaclass.__name__ + ".__prepare__() must return a mapping, not " + type(namespace).__name__
        )
    if __is_python__(type(namespace).__setitem__):
        raise RuntimeError("a class body whose names go through a __setitem__ is not supported by Interleave")
    return __build_class__(body, name, *bases, metaclass=metaclass, __namespace__=namespace, **keywords)


def __finish_class__(cls, **keywords):
    for name, value in __class_items__(cls):
        hook = getattr(type(value), "__set_name__", None)
        if hook is not None:
            hook(value, cls, name)
    super(cls, cls).__init_subclass__(**keywords)
    return cls


def __computed__(hook, value, name):
    try:
        return hook(value, name)
    except AttributeError:
        fallback = getattr(type(value), "__getattr__", None)
        if fallback is None:
            raise
    return fallback(value, name)


def __close_generator__(generator):
    state = __generator_state__(generator)
    if state == 2:
        return None
    try:
        __raise_in__(generator, GeneratorExit())
    except GeneratorExit:
        return None
    except StopIteration as stop:
        return stop.value
    kind = "coroutine" if type(generator) is __coroutine__ else "generator"
    raise RuntimeError(kind + " ignored GeneratorExit")


def __match_class__(subject, cls, positional, names):
    if not isinstance(subject, cls):
        return None
    values = []
    if positional:
        if cls in (bool, bytes, dict, float, frozenset, int, list, set, str, tuple):
            if positional > 1:
                raise TypeError(cls.__name__ + "() accepts 1 positional sub-pattern (" + str(positional) + " given)")
            values.append(subject)
        else:
            order = getattr(cls, "__match_args__", ())
            if len(order) < positional:
                raise TypeError(
                    cls.__name__ + "() accepts " + str(len(order)) + " positional sub-patterns ("
                    + str(positional) + " given)"
                )
            for index in range(positional):
                if not hasattr(subject, order[index]):
                    return None
                values.append(getattr(subject, order[index]))
    for name in names:
        if not hasattr(subject, name):
            return None
        values.append(getattr(subject, name))
    return tuple(values)


def __texts__(error):
    groups = __module_named__("_groups")
    texts = []
    while error is not None and len(texts) < 20:
        try:
            text = str(error)
        except BaseException:
            text = "<exception str() failed>"
        texts.append((error, text))
        if groups is not None and isinstance(error, groups.BaseExceptionGroup):
            for inner in error.exceptions:
                texts.extend(__texts__(inner))
        error = error.__cause__ or error.__context__
    return texts


# Objects that nothing leads to any more: `__del__` is called, generators are closed, and coroutines were never awaited; then weak
# references are told.
def __finalize__(objects):
    while objects:
        object = objects.pop(0)
        if type(object) is __coroutine__:
            __warn_of_coroutine__(object)
            continue
        method = object if type(object) is __generator__ else getattr(type(object), "__del__", None)
        if method is None:
            continue
        try:
            __close_generator__(object) if method is object else method(object)
        except BaseException as error:
            error.__cause__ = error.__context__ = None
            text = __traceback_text__(error, __texts__(error))
            __write_error__(f"Exception ignored in: {method!r}\n{text}")
    object = None
    weakref = __module_named__("weakref")
    if weakref is not None:
        weakref._settle()


def __report__(error):
    __uncaught__(error, __texts__(error))
