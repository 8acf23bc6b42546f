# An expression is a tuple that the machine reads, with its text beside it for people.


class _Expression:
    def __init__(self, spec, text):
        self._spec = spec
        self._text = text

    def __eq__(self, other):
        if other is None:
            return self.is_(None)
        return _compare("==", "=", self, other)

    def __ne__(self, other):
        if other is None:
            return self.is_not(None)
        return _compare("!=", "!=", self, other)

    def __lt__(self, other):
        return _compare("<", "<", self, other)

    def __le__(self, other):
        return _compare("<=", "<=", self, other)

    def __gt__(self, other):
        return _compare(">", ">", self, other)

    def __ge__(self, other):
        return _compare(">=", ">=", self, other)

    def __add__(self, other):
        return _compare("+", "+", self, other)

    def __radd__(self, other):
        return _compare("+", "+", other, self)

    def __sub__(self, other):
        return _compare("-", "-", self, other)

    def __rsub__(self, other):
        return _compare("-", "-", other, self)

    def __mul__(self, other):
        return _compare("*", "*", self, other)

    def __rmul__(self, other):
        return _compare("*", "*", other, self)

    def __truediv__(self, other):
        return _compare("/", "/", self, other)

    def __mod__(self, other):
        return _compare("%", "%", self, other)

    def __and__(self, other):
        return and_(self, other)

    def __or__(self, other):
        return or_(self, other)

    def __invert__(self):
        return not_(self)

    def __hash__(self):
        return id(self)

    def __bool__(self):
        kind = self._spec[0]
        if kind == "==":
            return self._spec[1] == self._spec[2]
        if kind == "!=":
            return self._spec[1] != self._spec[2]
        raise TypeError("Boolean value of this clause is not defined")

    def __str__(self):
        return self._text

    def is_(self, other):
        if other is None:
            return _Expression(("null", self._spec), self._text + " IS NULL")
        return _compare("==", "IS", self, other)

    def is_not(self, other):
        if other is None:
            return _Expression(("not", ("null", self._spec)), self._text + " IS NOT NULL")
        return _compare("!=", "IS NOT", self, other)

    isnot = is_not

    def in_(self, values):
        pairs = [_operand(value) for value in values]
        spec = ("in", self._spec, *[pair[0] for pair in pairs])
        return _Expression(spec, self._text + " IN (" + ", ".join([pair[1] for pair in pairs]) + ")")

    def not_in(self, values):
        return not_(self.in_(values))

    def between(self, low, high):
        return and_(self >= low, self <= high)

    def like(self, pattern):
        return _compare("like", "LIKE", self, pattern)

    ilike = like

    def startswith(self, text):
        return self.like(text + "%")

    def endswith(self, text):
        return self.like("%" + text)

    def contains(self, text):
        return self.like("%" + text + "%")

    def label(self, name):
        return self

    def desc(self):
        return desc(self)

    def asc(self):
        return asc(self)


class _Ordering:
    def __init__(self, expression, descending):
        self._expression = expression
        self._descending = descending


def _operand(value):
    if isinstance(value, _Expression):
        return (value._spec, value._text)
    return (("value", value), repr(value))


def _compare(kind, sign, left, right):
    left_spec, left_text = _operand(left)
    right_spec, right_text = _operand(right)
    return _Expression((kind, left_spec, right_spec), left_text + " " + sign + " " + right_text)


def _join(kind, sign, conditions):
    pairs = [_operand(condition) for condition in conditions]
    if len(pairs) == 1:
        return _Expression(pairs[0][0], pairs[0][1])
    text = sign.join([pair[1] for pair in pairs])
    if kind == "or":
        text = "(" + text + ")"
    return _Expression((kind, *[pair[0] for pair in pairs]), text)


def and_(*conditions):
    return _join("and", " AND ", conditions)


def or_(*conditions):
    return _join("or", " OR ", conditions)


def not_(condition):
    spec, text = _operand(condition)
    return _Expression(("not", spec), "NOT (" + text + ")")


def desc(expression):
    return _Ordering(expression, True)


def asc(expression):
    return _Ordering(expression, False)


def col(expression):
    if not isinstance(expression, _Expression):
        raise RuntimeError("Not a SQLAlchemy column: " + str(expression))
    return expression


class _Functions:
    def _aggregate(self, name, expression):
        spec, text = _operand(expression)
        return _Expression((name, spec), name + "(" + text + ")")

    def count(self, expression=None):
        if isinstance(expression, _Expression):
            return self._aggregate("count", expression)
        return _Expression(("count",), "count(*)")

    def sum(self, expression):
        return self._aggregate("sum", expression)

    def avg(self, expression):
        return self._aggregate("avg", expression)

    def min(self, expression):
        return self._aggregate("min", expression)

    def max(self, expression):
        return self._aggregate("max", expression)


func = _Functions()
