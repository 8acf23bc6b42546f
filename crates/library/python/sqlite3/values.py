# Values: what expressions come to, as SQLite has it.
class _Scope:
    def __init__(self, base, sources, rows, params, outer=None, group=None):
        self.base = base
        self.sources = sources
        self.rows = rows
        self.params = params
        self.outer = outer
        self.group = group

    def column(self, table, name):
        lower = name.lower()
        lower = "rowid" if lower in ("oid", "_rowid_") else lower
        for source, row in zip(self.sources, self.rows):
            if (table is None or source[0].lower() == table.lower()) and lower in source[1]:
                return row[source[1].index(lower)] if row is not None else None
        if table is None and lower in self.base._aliases:
            return _value(self.base._aliases[lower], self)
        if self.outer is not None:
            return self.outer.column(table, name)
        raise OperationalError(f"no such column: {name if table is None else table + '.' + name}")


def _rank(value):
    return 0 if value is None else 1 if isinstance(value, (int, float)) else 2 if isinstance(value, str) else 3


class _Key:
    def __init__(self, value):
        self.value = value
        self.rank = _rank(value)

    def __lt__(self, other):
        return self.rank < other.rank or self.rank == other.rank and self.rank > 0 and self.value < other.value

    def __eq__(self, other):
        return self.rank == other.rank and self.value == other.value


def _number(value):
    if value is None or isinstance(value, (int, float)):
        return value
    text = value.strip() if isinstance(value, str) else ""
    end = len(text)
    while end and not _is_number(text[:end]):
        end -= 1
    if not end:
        return 0
    return float(text[:end]) if any([mark in text[:end] for mark in ".eE"]) else int(text[:end])


def _is_number(text):
    try:
        float(text)
    except ValueError:
        return False
    return text.strip().lower().lstrip("+-")[:1].isdigit() or text.strip().lstrip("+-")[:1] == "."


def _true(value):
    value = _number(value)
    return None if value is None else value != 0


def _text(value):
    return value if value is None or isinstance(value, str) else value.decode() if isinstance(value, bytes) else str(value)


# What a column makes of a value, by its declared type.
def _stored(value, kind):
    if value is None or isinstance(value, bytes):
        return value
    if "INT" in kind:
        if isinstance(value, str) and _is_number(value) or isinstance(value, float):
            number = float(value)
            return int(number) if number == int(number) else number
    elif any([part in kind for part in ("CHAR", "CLOB", "TEXT")]):
        return value if isinstance(value, str) else str(value)
    elif any([part in kind for part in ("REAL", "FLOA", "DOUB")]):
        return float(value) if isinstance(value, int) or isinstance(value, str) and _is_number(value) else value
    elif kind and "BLOB" not in kind:
        if isinstance(value, str) and _is_number(value):
            value = float(value)
            return int(value) if value == int(value) else value
    return value


def _compared(operator, a, b):
    if a is None or b is None:
        return None
    if isinstance(a, str) and isinstance(b, (int, float)) and _is_number(a):
        a = _number(a)
    elif isinstance(b, str) and isinstance(a, (int, float)) and _is_number(b):
        b = _number(b)
    a, b = _Key(a), _Key(b)
    if operator in ("=", "=="):
        return int(a == b)
    if operator in ("!=", "<>"):
        return int(not a == b)
    if operator == "<":
        return int(a < b)
    if operator == "<=":
        return int(not b < a)
    return int(b < a) if operator == ">" else int(not a < b)


def _like(text, pattern, many="%", one="_"):
    if not pattern:
        return not text
    if pattern[0] == many:
        return any([_like(text[start:], pattern[1:], many, one) for start in range(len(text) + 1)])
    return bool(text) and pattern[0] in (one, text[0]) and _like(text[1:], pattern[1:], many, one)


def _value(part, scope):
    kind = part[0]
    if kind == "value":
        return part[1]
    if kind == "column":
        return scope.column(part[1], part[2])
    if kind == "hole":
        return _bound(part, scope.params)
    if kind == "binary":
        return _binary(part[1], part[2], part[3], scope)
    if kind == "not":
        value = _true(_value(part[1], scope))
        return None if value is None else int(not value)
    if kind == "negative":
        value = _number(_value(part[1], scope))
        return None if value is None else -value
    if kind == "is":
        same = _Key(_value(part[2], scope)) == _Key(_value(part[3], scope))
        return int(same != part[1])
    if kind == "in":
        value = _value(part[2], scope)
        if value is None:
            return None
        if part[3][0] == "select":
            items = [row[0] for row in scope.base._select(part[3][1], scope.params, scope)[1]]
        else:
            items = [_value(item, scope) for item in part[3][1]]
        return int(any([_compared("=", value, item) for item in items]) != part[1])
    if kind == "between":
        value, low, high = [_value(inner, scope) for inner in part[2:]]
        inside = _compared("<=", low, value), _compared("<=", value, high)
        return None if None in inside else int(all(inside) != part[1])
    if kind in ("like", "glob"):
        text, pattern = _text(_value(part[2], scope)), _text(_value(part[3], scope))
        if text is None or pattern is None:
            return None
        if kind == "like":
            return int(_like(text.lower(), pattern.lower()) != part[1])
        return int(_like(text, pattern, "*", "?") != part[1])
    if kind == "case":
        for test, result in part[1]:
            if _true(_value(test, scope)):
                return _value(result, scope)
        return _value(part[2], scope)
    if kind == "scalar":
        rows = scope.base._select(part[1], scope.params, scope)[1]
        return rows[0][0] if rows else None
    if kind == "exists":
        return int(bool(scope.base._select(part[1], scope.params, scope)[1]))
    if kind == "cast":
        value, target = _value(part[1], scope), part[2].upper()
        if value is None:
            return None
        if "INT" in target:
            return int(_number(value))
        return _text(value) if "TEXT" in target or "CHAR" in target else float(_number(value))
    return _called(part[1], part[2], part[3], scope)


def _bound(part, params):
    name = part[1][1:]
    if isinstance(params, dict):
        if name not in params:
            raise ProgrammingError(f"You did not supply a value for binding parameter :{name}.")
        value = params[name]
    else:
        value = params[int(name) - 1 if name.isdigit() else part[2]]
    if isinstance(value, bool):
        return int(value)
    if value is None or isinstance(value, (int, float, str, bytes)):
        return value
    if type(value).__name__ in ("bytearray", "memoryview"):
        return bytes(value)
    adapted = _adapters.get(type(value))
    if adapted is not None:
        return adapted(value)
    if type(value).__name__ in ("date", "datetime"):
        return value.isoformat(" ") if type(value).__name__ == "datetime" else value.isoformat()
    raise ProgrammingError(f"Error binding parameter {part[2] + 1}: type {type(value).__name__!r} is not supported")


_adapters = {}


def register_adapter(type, adapter, /):
    _adapters[type] = adapter


def _binary(operator, left, right, scope):
    a = _value(left, scope)
    if operator in ("and", "or"):
        a = _true(a)
        if a is not None and a == (operator == "or"):
            return int(a)
        b = _true(_value(right, scope))
        if b is not None and b == (operator == "or"):
            return int(b)
        return None if a is None or b is None else int(b)
    b = _value(right, scope)
    if operator in ("=", "==", "!=", "<>", "<", "<=", ">", ">="):
        return _compared(operator, a, b)
    if a is None or b is None:
        return None
    if operator == "||":
        return _text(a) + _text(b)
    a, b = _number(a), _number(b)
    if operator in "+-*":
        return a + b if operator == "+" else a - b if operator == "-" else a * b
    if operator in "/%":
        if b == 0:
            return None
        if isinstance(a, int) and isinstance(b, int):
            quotient = abs(a) // abs(b) if (a < 0) == (b < 0) else -(abs(a) // abs(b))
            return quotient if operator == "/" else a - b * quotient
        return a / b if operator == "/" else float(int(a) - int(b) * int(a / b))
    return a & b if operator == "&" else a | b if operator == "|" else a << b if operator == "<<" else a >> b


_AGGREGATES = ("count", "sum", "avg", "total", "group_concat", "min", "max")


def _is_aggregate(part):
    if not isinstance(part, (tuple, list)) or not part:
        return False
    if part[0] == "call" and part[1] in _AGGREGATES and (part[1] not in ("min", "max") or len(part[2]) == 1):
        return True
    if part[0] in ("scalar", "exists"):
        return False
    return any([_is_aggregate(inner) for inner in part])


def _aggregate(name, args, distinct, scope):
    if args == ["*"] or not args:
        return len(scope.group)
    inner = [_Scope(scope.base, scope.sources, rows, scope.params, scope.outer) for rows in scope.group]
    values = [value for value in [_value(args[0], one) for one in inner] if value is not None]
    if distinct:
        values = [value for place, value in enumerate(values) if value not in values[:place]]
    if name == "count":
        return len(values)
    if name == "group_concat":
        between = _value(args[1], scope) if len(args) > 1 else ","
        return between.join([_text(value) for value in values]) if values else None
    if not values:
        return 0.0 if name == "total" else None
    if name in ("min", "max"):
        ordered = sorted(values, key=_Key)
        return ordered[0] if name == "min" else ordered[-1]
    total = sum([_number(value) for value in values])
    return total if name == "sum" else float(total) if name == "total" else total / len(values)
