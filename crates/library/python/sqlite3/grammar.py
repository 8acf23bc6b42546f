# SQL as text becomes lists: of statements, clauses and expressions, each a tuple whose first part says what it is.
import _files
import threading as _threading
import time as _time


class Warning(Exception):
    pass


class Error(Exception):
    sqlite_errorcode = 1
    sqlite_errorname = "SQLITE_ERROR"


class InterfaceError(Error):
    pass


class DatabaseError(Error):
    pass


class DataError(DatabaseError):
    pass


class OperationalError(DatabaseError):
    pass


class IntegrityError(DatabaseError):
    sqlite_errorcode = 19
    sqlite_errorname = "SQLITE_CONSTRAINT"


class InternalError(DatabaseError):
    pass


class ProgrammingError(DatabaseError):
    pass


class NotSupportedError(DatabaseError):
    pass


# Of each token: its kind (word, name, text, number, mark, end), its value, and where it begins.
def _tokens(sql):
    found = []
    place, end = 0, len(sql)
    while place < end:
        letter = sql[place]
        start = place
        if letter.isspace():
            place += 1
        elif sql.startswith("--", place):
            stop = sql.find("\n", place)
            place = end if stop < 0 else stop
        elif sql.startswith("/*", place):
            stop = sql.find("*/", place)
            place = end if stop < 0 else stop + 2
        elif letter.isalpha() or letter == "_":
            while place < end and (sql[place].isalnum() or sql[place] == "_"):
                place += 1
            found.append(("word", sql[start:place], start))
        elif letter.isdigit() or letter == "." and sql[place + 1 : place + 2].isdigit():
            while place < end and (sql[place].isalnum() or sql[place] == "." or sql[place] in "+-" and sql[place - 1] in "eE"):
                place += 1
            text = sql[start:place]
            found.append(("number", float(text) if "." in text or "e" in text or "E" in text else int(text), start))
        elif letter in "'\"`[":
            close = "]" if letter == "[" else letter
            text = ""
            place += 1
            while True:
                if place >= end:
                    raise OperationalError(f'unrecognized token: "{sql[start:]}"')
                if sql[place] == close:
                    if close != "]" and sql[place + 1 : place + 2] == close:
                        place += 1
                    else:
                        break
                text += sql[place]
                place += 1
            place += 1
            found.append(("text" if letter == "'" else "name", text, start))
        elif letter in "?:@$":
            place += 1
            while place < end and (sql[place].isalnum() or sql[place] == "_"):
                place += 1
            found.append(("hole", sql[start:place], start))
        else:
            mark = sql[place : place + 2]
            if mark not in ("<=", ">=", "<>", "!=", "==", "||", "<<", ">>"):
                mark = letter
            if mark[0] not in "<>!=|+-*/%(),.;&~":
                raise OperationalError(f'unrecognized token: "{letter}"')
            place += len(mark)
            found.append(("mark", mark, start))
    found.append(("end", "", end))
    return found


_LEVELS = (("or",), ("and",), None, ("=", "==", "!=", "<>", "<", "<=", ">", ">="), ("<<", ">>", "&", "|"), ("+", "-"), ("*", "/", "%"), ("||",))
_KEYWORDS = (
    "select from where group having order by limit offset join left inner outer cross on as and or not in is null like between case when then else "
    "end exists values set union except intersect distinct asc desc into default primary unique check foreign references constraint collate "
    "create table insert update delete returning using"
).split()


class _Parser:
    def __init__(self, sql):
        self.sql = sql
        self.tokens = _tokens(sql)
        self.place = 0
        self.holes = []

    def peek(self, *words):
        kind, value, _ = self.tokens[self.place]
        return (value.lower() if kind == "word" else value if kind == "mark" else None) in words

    def take(self, *words):
        if not self.peek(*words):
            return None
        self.place += 1
        return self.tokens[self.place - 1][1].lower()

    def all(self, *words):
        for step, word in enumerate(words):
            kind, value, _ = self.tokens[min(self.place + step, len(self.tokens) - 1)]
            if kind not in ("word", "mark") or value.lower() != word:
                return False
        self.place += len(words)
        return True

    def fail(self):
        kind, value, start = self.tokens[self.place]
        if kind == "end":
            raise OperationalError("incomplete input")
        shown = self.sql[start : self.tokens[self.place + 1][2]].strip() if kind == "text" else value
        raise OperationalError(f'near "{shown}": syntax error')

    def need(self, *words):
        for word in words:
            if not self.take(word):
                self.fail()

    def name(self, keywords=False):
        kind, value, _ = self.tokens[self.place]
        if kind not in ("word", "name", "text") or kind == "word" and not keywords and value.lower() in _KEYWORDS:
            self.fail()
        self.place += 1
        return value

    def names(self):
        self.need("(")
        found = [self.name()]
        while self.take(","):
            found.append(self.name())
        self.need(")")
        return found

    def list_of(self, part):
        found = [part()]
        while self.take(","):
            found.append(part())
        return found

    def expression(self, level=0):
        if level == len(_LEVELS):
            return self.unary()
        if level == 2:
            if self.take("not"):
                return ("not", self.expression(2))
            return self.expression(3)
        left = self.expression(level + 1)
        while True:
            operator = self.take(*_LEVELS[level])
            if operator:
                left = ("binary", operator, left, self.expression(level + 1))
            elif level == 3:
                more = self.comparison(left)
                if more is None:
                    return left
                left = more
            else:
                return left

    def comparison(self, left):
        if self.take("is"):
            negated = bool(self.take("not"))
            if self.all("distinct", "from"):
                negated = not negated
            return ("is", negated, left, self.expression(4))
        if self.take("isnull"):
            return ("is", False, left, ("value", None))
        if self.take("notnull") or self.all("not", "null"):
            return ("is", True, left, ("value", None))
        start = self.place
        negated = bool(self.take("not"))
        if self.take("in"):
            self.need("(")
            if self.peek("select"):
                items = ("select", self.select())
            else:
                items = ("items", [] if self.peek(")") else self.list_of(self.expression))
            self.need(")")
            return ("in", negated, left, items)
        if self.take("between"):
            low = self.expression(4)
            self.need("and")
            return ("between", negated, left, low, self.expression(4))
        kind = self.take("like", "glob")
        if kind:
            right = self.expression(4)
            if self.take("escape"):
                self.expression(4)
            return (kind, negated, left, right)
        self.place = start
        return None

    def unary(self):
        if self.take("-"):
            return ("negative", self.unary())
        if self.take("+"):
            return self.unary()
        if self.take("not"):
            return ("not", self.unary())
        return self.primary()

    def primary(self):
        kind, value, start = self.tokens[self.place]
        if kind in ("number", "text"):
            self.place += 1
            return ("value", value)
        if kind == "hole":
            self.place += 1
            self.holes.append(value)
            return ("hole", value, len(self.holes) - 1)
        if self.take("("):
            if self.peek("select"):
                inner = ("scalar", self.select())
            else:
                inner = self.expression()
            self.need(")")
            return inner
        if self.take("null"):
            return ("value", None)
        if self.take("case"):
            return self.case()
        if self.take("exists"):
            self.need("(")
            inner = self.select()
            self.need(")")
            return ("exists", inner)
        if self.take("cast"):
            self.need("(")
            inner = self.expression()
            self.need("as")
            target = self.name(True)
            self.need(")")
            return ("cast", inner, target)
        if kind == "word" and value.lower() in ("true", "false"):
            self.place += 1
            return ("value", int(value.lower() == "true"))
        if kind == "word" and value.lower() in ("current_timestamp", "current_date", "current_time"):
            self.place += 1
            return ("call", value.lower(), [], False)
        name = self.name(kind == "word" and value.lower() in ("replace", "left"))
        if self.take("("):
            distinct = bool(self.take("distinct"))
            if self.take("*"):
                args = ["*"]
            else:
                args = [] if self.peek(")") else self.list_of(self.expression)
            self.need(")")
            return ("call", name.lower(), args, distinct)
        if self.take("."):
            return ("column", name, self.name(True))
        return ("column", None, name)

    def case(self):
        subject = None if self.peek("when") else self.expression()
        branches = []
        while self.take("when"):
            test = self.expression()
            self.need("then")
            branches.append((test if subject is None else ("binary", "=", subject, test), self.expression()))
        other = self.expression() if self.take("else") else ("value", None)
        self.need("end")
        return ("case", branches, other)
