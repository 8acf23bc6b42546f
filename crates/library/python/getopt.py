from os import environ as _environ


class GetoptError(Exception):
    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    options = []
    while args and args[0].startswith("-") and args[0] != "-":
        if args[0] == "--":
            return options, args[1:]
        args = _take(options, args, shortopts, longopts)
    return options, args


def gnu_getopt(args, shortopts, longopts=[]):
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    all_first = shortopts.startswith("+") or bool(_environ.get("POSIXLY_CORRECT"))
    shortopts = shortopts.removeprefix("+")
    options, words = [], []
    while args:
        if args[0] == "--":
            words += args[1:]
            break
        if args[0].startswith("-") and args[0] != "-":
            args = _take(options, args, shortopts, longopts)
        elif all_first:
            words += args
            break
        else:
            words.append(args[0])
            args = args[1:]
    return options, words


def _take(options, args, shortopts, longopts):
    word, args = args[0], args[1:]
    if word.startswith("--"):
        return _take_long(options, word[2:], args, longopts)
    letters = word[1:]
    while letters:
        letter, letters = letters[0], letters[1:]
        place = shortopts.find(letter)
        if place < 0 or letter == ":":
            raise GetoptError(f"option -{letter} not recognized", letter)
        value = ""
        if shortopts.startswith(":", place + 1):
            if not letters:
                if not args:
                    raise GetoptError(f"option -{letter} requires argument", letter)
                letters, args = args[0], args[1:]
            value, letters = letters, ""
        options.append(("-" + letter, value))
    return args


def _take_long(options, text, args, longopts):
    name, equals, value = text.partition("=")
    fits = [option for option in longopts if option.startswith(name)]
    if not fits:
        raise GetoptError(f"option --{name} not recognized", name)
    exact = [option for option in fits if option.rstrip("=") == name]
    if not exact and len(fits) > 1:
        raise GetoptError(f"option --{name} not a unique prefix", name)
    option = (exact or fits)[0]
    if option.endswith("="):
        option = option[:-1]
        if not equals:
            if not args:
                raise GetoptError(f"option --{option} requires argument", option)
            value, args = args[0], args[1:]
    elif equals:
        raise GetoptError(f"option --{option} must not have an argument", option)
    options.append(("--" + option, value))
    return args
