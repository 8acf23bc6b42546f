"""try in a loop with a handler that continues, breaks, names its error, or raises."""


def clean(values):
    kept = []
    for value in values:
        try:
            number = int(value)
        except ValueError:
            continue
        except TypeError as problem:
            print("stop at", value, "-", type(problem).__name__)
            break
        else:
            if number < 0:
                continue
        finally:
            kept.append("|")
        kept.append(number)
    return kept


def first(actions):
    while actions:
        action = actions.pop(0)
        try:
            return action()
        except (KeyError, IndexError) as error:
            last = error
        except ArithmeticError:
            raise RuntimeError("no luck") from None
    raise last


print(clean(["1", "x", "-2", "3", None, "4"]))
print(first([lambda: {}["a"], lambda: [][0], lambda: "third"]))
for actions in ([lambda: {}["a"]], [lambda: 1 // 0]):
    try:
        first(actions)
    except Exception as error:
        print(type(error).__name__, error)
