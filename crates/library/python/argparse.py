import os as _os
import sys as _sys

SUPPRESS = "==SUPPRESS=="
OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"
REMAINDER = "..."


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument = argument
        self.message = message

    def __str__(self):
        return f"argument {self.argument}: {self.message}" if self.argument else self.message


class ArgumentTypeError(Exception):
    pass


class Namespace:
    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)

    def __contains__(self, key):
        return key in self.__dict__

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, Namespace) else NotImplemented

    def __repr__(self):
        return f"Namespace({', '.join([f'{name}={value!r}' for name, value in self.__dict__.items()])})"


class HelpFormatter:
    pass


class RawDescriptionHelpFormatter(HelpFormatter):
    pass


class RawTextHelpFormatter(HelpFormatter):
    pass


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    pass


class _Argument:
    def __init__(self, names, action="store", nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None, dest=None, version=None):
        self.names = names
        self.is_option = bool(names) and names[0].startswith("-")
        self.action = action
        self.nargs = 0 if action in ("store_true", "store_false", "store_const", "count", "help", "version", "append_const") else nargs
        self.const = {"store_true": True, "store_false": False}.get(action, const)
        if action in ("store_true", "store_false") and default is None:
            default = action == "store_false"
        self.default = default
        self.type = type
        self.choices = choices
        self.help = help
        self.version = version
        if dest is None:
            longest = [name for name in names if name.startswith("--")] or names
            dest = longest[0].lstrip("-").replace("-", "_") if self.is_option else names[0]
        self.dest = dest
        self.metavar = metavar
        self.required = required if self.is_option else nargs not in ("?", "*")

    def shown(self):
        if self.metavar is not None:
            return self.metavar
        if self.choices is not None:
            return "{" + ",".join([str(choice) for choice in self.choices]) + "}"
        return self.dest.upper() if self.is_option else self.dest

    def values(self):
        name = self.shown()
        if self.nargs is None:
            return name
        if isinstance(self.nargs, int):
            return " ".join([name] * self.nargs)
        return {"?": f"[{name}]", "*": f"[{name} ...]", "+": f"{name} [{name} ...]", "...": "..."}[self.nargs]

    def title(self):
        return "/".join(self.names) if self.is_option else self.shown()


class _Group:
    def __init__(self, parser, title=None, required=False, exclusive=False):
        self._parser = parser
        self.title = title
        self.required = required
        self._exclusive = exclusive
        self._own = []

    def add_argument(self, *names, **options):
        argument = self._parser.add_argument(*names, **options)
        self._own.append(argument)
        return argument

    def add_mutually_exclusive_group(self, required=False):
        return self._parser.add_mutually_exclusive_group(required=required)


class _Commands:
    def __init__(self, parser, dest, required):
        self._parser = parser
        self.dest = dest
        self.required = required
        self.parsers = {}

    def add_parser(self, name, **options):
        options.pop("help", None)
        options.pop("aliases", None)
        self.parsers[name] = ArgumentParser(prog=f"{self._parser.prog} {name}", **options)
        return self.parsers[name]


class ArgumentParser:
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=None,
                 prefix_chars="-", fromfile_prefix_chars=None, argument_default=None, conflict_handler="error",
                 add_help=True, allow_abbrev=True, exit_on_error=True):
        self.prog = _os.path.basename(_sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.description = description
        self.epilog = epilog
        self._arguments = []
        self._exclusive = []
        self._commands = None
        self._defaults = {}
        self._exits = exit_on_error
        self._shows_defaults = formatter_class is ArgumentDefaultsHelpFormatter
        if add_help:
            self.add_argument("-h", "--help", action="help", help="show this help message and exit")
        for parent in parents:
            self._arguments += [one for one in parent._arguments if one.action != "help"]

    def add_argument(self, *names, **options):
        if not names:
            names = (options.pop("dest"),)
        argument = _Argument(names, **options)
        self._arguments.append(argument)
        return argument

    def add_argument_group(self, title=None, description=None):
        return _Group(self, title)

    def add_mutually_exclusive_group(self, *, required=False):
        group = _Group(self, None, required, True)
        self._exclusive.append(group)
        return group

    def add_subparsers(self, *, dest=None, required=False, **more):
        self._commands = _Commands(self, dest, required)
        return self._commands

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)

    def get_default(self, dest):
        for argument in self._arguments:
            if argument.dest == dest and argument.default is not None:
                return argument.default
        return self._defaults.get(dest)

    def parse_args(self, args=None, namespace=None):
        namespace, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error("unrecognized arguments: " + " ".join(rest))
        return namespace

    def parse_known_args(self, args=None, namespace=None):
        args = list(_sys.argv[1:] if args is None else args)
        namespace = Namespace() if namespace is None else namespace
        for argument in self._arguments:
            if argument.action not in ("help", "version") and argument.default != SUPPRESS and not hasattr(namespace, argument.dest):
                default = argument.default
                if isinstance(default, str) and argument.type is not None:
                    default = self._converted(argument, default)
                setattr(namespace, argument.dest, default)
        if self._commands is not None and self._commands.dest and not hasattr(namespace, self._commands.dest):
            setattr(namespace, self._commands.dest, None)
        for name, value in self._defaults.items():
            if not hasattr(namespace, name):
                setattr(namespace, name, value)
        try:
            return namespace, self._parsed(args, namespace)
        except ArgumentError as error:
            if not self._exits:
                raise
            self.error(str(error))

    def _parsed(self, args, namespace):
        seen, loose, rest = [], [], []
        place = 0
        while place < len(args):
            word = args[place]
            place += 1
            if word == "--":
                loose += args[place:]
                break
            if not word.startswith("-") or word == "-" or self._is_number(word):
                if self._commands is not None and not [one for one in self._positional() if one.required]:
                    self._command(word, args[place:], namespace)
                    seen.append(self._commands)
                    break
                loose.append(word)
                continue
            argument, value = self._option(word)
            if argument is None:
                rest.append(word)
                continue
            seen.append(argument)
            # `-vx` is `-v -x` if the first takes nothing.
            while argument.nargs == 0 and value and not word.startswith("--"):
                self._flag(argument, namespace)
                argument, value = self._option("-" + value)
                if argument is None:
                    raise ArgumentError(seen[-1].title(), f"ignored explicit argument {word[2:]!r}")
                seen.append(argument)
            if argument.nargs == 0:
                self._flag(argument, namespace)
                continue
            values = [value] if value is not None else []
            most = {None: 1, "?": 1}.get(argument.nargs, argument.nargs if isinstance(argument.nargs, int) else len(args))
            while value is None and place < len(args) and len(values) < most:
                if args[place].startswith("-") and not self._is_number(args[place]):
                    break
                values.append(args[place])
                place += 1
            self._store(argument, values, namespace)
        rest += self._fill(loose, seen, namespace)
        missing = [one.title() for one in self._arguments if one.required and one not in seen]
        if self._commands is not None and self._commands.required and self._commands not in seen:
            missing.append(self._commands.dest or "{" + ",".join(self._commands.parsers) + "}")
        if missing:
            raise ArgumentError(None, "the following arguments are required: " + ", ".join(missing))
        self._check_groups(seen)
        return rest

    def _check_groups(self, seen):
        for group in self._exclusive:
            given = [one for one in group._own if one in seen]
            if len(given) > 1:
                raise ArgumentError(given[1].title(), f"not allowed with argument {given[0].title()}")
            if group.required and not given:
                names = " ".join([one.title() for one in group._own])
                raise ArgumentError(None, f"one of the arguments {names} is required")

    def _positional(self):
        return [one for one in self._arguments if not one.is_option]

    def _is_number(self, word):
        try:
            float(word)
            return True
        except ValueError:
            return False

    def _command(self, word, args, namespace):
        if word not in self._commands.parsers:
            choices = ", ".join([repr(name) for name in self._commands.parsers])
            raise ArgumentError(self._commands.dest, f"invalid choice: {word!r} (choose from {choices})")
        if self._commands.dest:
            setattr(namespace, self._commands.dest, word)
        self._commands.parsers[word].parse_args(args, namespace)

    def _option(self, word):
        name, mark, value = word.partition("=")
        for argument in self._arguments:
            if name in argument.names:
                return argument, value if mark else None
        if name.startswith("--"):
            found = [one for one in self._arguments if any([known.startswith(name) for known in one.names])]
            if len(found) == 1:
                return found[0], value if mark else None
        else:
            for argument in self._arguments:
                if word[:2] in argument.names:
                    return argument, word[2:] or None
        return None, None

    def _flag(self, argument, namespace):
        if argument.action == "help":
            self.print_help()
            self.exit()
        elif argument.action == "version":
            self.exit(0, argument.version + "\n", True)
        elif argument.action == "count":
            setattr(namespace, argument.dest, (getattr(namespace, argument.dest) or 0) + 1)
        elif argument.action == "append_const":
            setattr(namespace, argument.dest, (getattr(namespace, argument.dest) or []) + [argument.const])
        else:
            setattr(namespace, argument.dest, argument.const)

    def _converted(self, argument, text):
        try:
            return argument.type(text) if argument.type is not None else text
        except ArgumentTypeError as error:
            raise ArgumentError(argument.title(), str(error)) from None
        except (TypeError, ValueError):
            name = getattr(argument.type, "__name__", repr(argument.type))
            raise ArgumentError(argument.title(), f"invalid {name} value: {text!r}") from None

    def _store(self, argument, texts, namespace):
        nargs = argument.nargs
        if nargs is None and not texts:
            raise ArgumentError(argument.title(), "expected one argument")
        if nargs == "+" and not texts:
            raise ArgumentError(argument.title(), "expected at least one argument")
        if isinstance(nargs, int) and len(texts) != nargs:
            raise ArgumentError(argument.title(), f"expected {nargs} argument{'' if nargs == 1 else 's'}")
        values = [self._converted(argument, text) for text in texts]
        for value in values:
            if argument.choices is not None and value not in argument.choices:
                choices = ", ".join([repr(choice) for choice in argument.choices])
                raise ArgumentError(argument.title(), f"invalid choice: {value!r} (choose from {choices})")
        if nargs in (None, "?"):
            value = values[0] if values else argument.const
        else:
            value = values
        if argument.action == "append":
            value = (getattr(namespace, argument.dest) or []) + [value]
        setattr(namespace, argument.dest, value)

    # Deals out what are no options, each argument leaving enough for those behind it.
    def _fill(self, loose, seen, namespace):
        arguments = self._positional()
        for place, argument in enumerate(arguments):
            least = {None: 1, "+": 1, "?": 0, "*": 0}.get(argument.nargs, argument.nargs if isinstance(argument.nargs, int) else 0)
            behind = sum([{None: 1, "+": 1}.get(one.nargs, one.nargs if isinstance(one.nargs, int) else 0) for one in arguments[place + 1 :]])
            most = {None: 1, "?": 1}.get(argument.nargs, argument.nargs if isinstance(argument.nargs, int) else len(loose))
            count = min(most, max(least, len(loose) - behind), len(loose))
            if count < least:
                break
            if count == 0 and argument.nargs in ("?", "*"):
                if argument.nargs == "*" and argument.default is None:
                    setattr(namespace, argument.dest, [])
                continue
            self._store(argument, loose[:count], namespace)
            seen.append(argument)
            loose = loose[count:]
        return loose

    def format_usage(self):
        if self.usage is not None:
            return f"usage: {self.usage}\n"
        parts = []
        for argument in self._arguments:
            if argument.is_option and argument.help != SUPPRESS:
                text = argument.names[0] + (" " + argument.values() if argument.nargs != 0 else "")
                parts.append(text if argument.required else f"[{text}]")
        parts += [argument.values() for argument in self._positional()]
        if self._commands is not None:
            parts.append("{" + ",".join(self._commands.parsers) + "} ...")
        return " ".join([f"usage: {self.prog}"] + parts) + "\n"

    def format_help(self):
        text = self.format_usage()
        if self.description:
            text += f"\n{self.description}\n"
        for title, arguments in (("positional arguments", self._positional()), ("options", [one for one in self._arguments if one.is_option])):
            if arguments:
                text += f"\n{title}:\n"
            for argument in arguments:
                if argument.help == SUPPRESS:
                    continue
                value = " " + argument.values() if argument.is_option and argument.nargs != 0 else ""
                names = ", ".join([name + value if name == argument.names[-1] else name for name in argument.names]) if argument.is_option else argument.shown()
                help = argument.help or ""
                has_default = argument.is_option and argument.action not in ("help", "version") or argument.nargs in ("?", "*")
                if self._shows_defaults and help and has_default and argument.default != SUPPRESS and "%(default)" not in help:
                    help += " (default: %(default)s)"
                help = help % {"default": argument.default, "prog": self.prog, "type": getattr(argument.type, "__name__", None), "choices": argument.choices}
                text += f"  {names}".ljust(24) + help if len(names) <= 20 else f"  {names}\n" + " " * 24 + help
                text = text.rstrip() + "\n"
        if self.epilog:
            text += f"\n{self.epilog}\n"
        return text

    def print_usage(self, file=None):
        (file or _sys.stdout).write(self.format_usage())

    def print_help(self, file=None):
        (file or _sys.stdout).write(self.format_help())

    def exit(self, status=0, message=None, is_output=False):
        if message:
            (_sys.stdout if is_output else _sys.stderr).write(message)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")
