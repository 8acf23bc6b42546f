import os as _os


class GetoptError(Exception):
    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    found, rest = _split(list(args), shortopts, longopts, False)
    return found, rest


def gnu_getopt(args, shortopts, longopts=[]):
    in_order = shortopts.startswith("+") or "POSIXLY_CORRECT" in _os.environ
    return _split(list(args), shortopts.removeprefix("+"), longopts, not in_order)


def _split(args, shorts, longs, mixed):
    longs = [longs] if isinstance(longs, str) else list(longs)
    found = []
    others = []
    while args:
        if args[0] == "--":
            return found, others + args[1:]
        if args[0].startswith("--"):
            _long(found, args, longs)
        elif args[0].startswith("-") and args[0] != "-":
            _shorts(found, args, shorts)
        elif mixed:
            others.append(args.pop(0))
        else:
            break
    return found, others + args


def _long(found, args, longs):
    name, is_given, value = args.pop(0)[2:].partition("=")
    known = [option for option in longs if option.startswith(name)]
    if not known:
        raise GetoptError(f"option --{name} not recognized", name)
    if name in known:
        takes, name = False, name
    elif name + "=" in known:
        takes = True
    elif len(known) > 1:
        raise GetoptError(f"option --{name} not a unique prefix", name)
    else:
        takes, name = known[0].endswith("="), known[0].removesuffix("=")
    if takes and not is_given:
        if not args:
            raise GetoptError(f"option --{name} requires argument", name)
        value = args.pop(0)
    elif is_given and not takes:
        raise GetoptError(f"option --{name} must not have an argument", name)
    found.append(("--" + name, value))


def _shorts(found, args, shorts):
    letters = args.pop(0)[1:]
    while letters:
        letter, letters = letters[0], letters[1:]
        place = shorts.find(letter)
        if place < 0 or letter == ":":
            raise GetoptError(f"option -{letter} not recognized", letter)
        value = ""
        if shorts[place + 1 : place + 2] == ":":
            if not letters:
                if not args:
                    raise GetoptError(f"option -{letter} requires argument", letter)
                letters = args.pop(0)
            value, letters = letters, ""
        found.append(("-" + letter, value))
