def _called(name, args, distinct, scope):
    if name in _AGGREGATES and scope.group is not None and (name not in ("min", "max") or len(args) == 1):
        return _aggregate(name, args, distinct, scope)
    if name in _AGGREGATES and (name not in ("min", "max") or len(args) == 1):
        raise OperationalError(f"misuse of aggregate: {name.upper()}()")
    own = scope.base._functions.get(name)
    if own is not None:
        try:
            return own(*[_value(arg, scope) for arg in args])
        except Exception:
            raise OperationalError("user-defined function raised exception") from None
    if name in ("coalesce", "ifnull"):
        for arg in args:
            value = _value(arg, scope)
            if value is not None:
                return value
        return None
    values = [_value(arg, scope) for arg in args]
    if name in ("current_timestamp", "datetime"):
        return _time.strftime("%Y-%m-%d %H:%M:%S", _time.gmtime())
    if name in ("current_date", "date"):
        return _time.strftime("%Y-%m-%d", _time.gmtime())
    if name in ("current_time", "time"):
        return _time.strftime("%H:%M:%S", _time.gmtime())
    if name == "last_insert_rowid":
        return scope.base._last
    if name == "changes":
        return scope.base._changed
    if name == "random":
        import random
        return random.getrandbits(64) - 2**63
    if name == "sqlite_version":
        return sqlite_version
    if name == "typeof":
        value = values[0]
        kinds = (("null", type(None)), ("integer", int), ("real", float), ("text", str), ("blob", bytes))
        return [shown for shown, kind in kinds if isinstance(value, kind)][0]
    if name not in _PLAIN:
        raise OperationalError(f"no such function: {name}")
    return None if None in values and name != "nullif" else _PLAIN[name](*values)


def _substr(text, start, length=None):
    start = start - 1 if start > 0 else max(len(text) + start, 0) if start < 0 else 0
    return text[start:] if length is None else text[start : start + length]


def _round(number, digits=0):
    # SQLite rounds halves away from zero.
    scale = 10**digits
    rounded = int(abs(number) * scale + 0.5) / scale
    return -rounded if number < 0 else rounded


_PLAIN = {
    "length": lambda value: len(value) if isinstance(value, (str, bytes)) else len(_text(value)),
    "upper": lambda value: _text(value).upper(),
    "lower": lambda value: _text(value).lower(),
    "abs": lambda value: abs(_number(value)),
    "round": lambda *values: _round(*values),
    "substr": lambda value, *rest: _substr(_text(value), *rest),
    "substring": lambda value, *rest: _substr(_text(value), *rest),
    "replace": lambda value, old, new: _text(value).replace(_text(old), _text(new)),
    "trim": lambda value, *marks: _text(value).strip(*marks or (" ",)),
    "ltrim": lambda value, *marks: _text(value).lstrip(*marks or (" ",)),
    "rtrim": lambda value, *marks: _text(value).rstrip(*marks or (" ",)),
    "instr": lambda value, part: _text(value).find(_text(part)) + 1,
    "nullif": lambda a, b: None if _compared("=", a, b) else a,
    "min": lambda *values: sorted(values, key=_Key)[0],
    "max": lambda *values: sorted(values, key=_Key)[-1],
    "hex": lambda value: (value if isinstance(value, bytes) else _text(value).encode()).hex().upper(),
}
