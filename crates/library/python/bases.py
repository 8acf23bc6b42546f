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
