# The built-in functions and classes that are written in Python, and those parts of the native ones that call an
# object's own methods. Names of helpers begin and end with two underscores.


# What `os.cpu_count` gives. It is here since pools ask for it, which need nothing else of `os`.
def __cpu_count__():
    return 4


def print(*args, sep=" ", end="\n", file=None, flush=False):
    if sep is None:
        sep = " "
    elif not isinstance(sep, str):
        raise TypeError("sep must be None or a string, not " + type(sep).__name__)
    if end is None:
        end = "\n"
    elif not isinstance(end, str):
        raise TypeError("end must be None or a string, not " + type(end).__name__)
    if file is None:
        file = __stdout__()
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
    line = __read_line__()
    if not line:
        raise EOFError("EOF when reading a line")
    return line.removesuffix("\n")


def locals():
    return __frames__()[-1][2]


def __names_here__():
    return sorted(__frames__()[-1][2])


def __dir_of__(object):
    return sorted(type(object).__dir__(object))


def __import__(name, globals=None, locals=None, fromlist=(), level=0):
    found = __module_named__(name if fromlist else name.split(".")[0])
    if found is None:
        raise ModuleNotFoundError(f"No module named {name!r}")
    return found


class __Quitter__:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Use {self.name}() or Ctrl-D (i.e. EOF) to exit"

    def __call__(self, code=None):
        raise SystemExit(code)


__Quitter__.__name__ = __Quitter__.__qualname__ = "Quitter"
__Quitter__.__module__ = "_sitebuiltins"
exit = __Quitter__("exit")
quit = __Quitter__("quit")


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
