"""try inside except and finally; the name of the exception is deleted after its handler."""


def nested():
    try:
        try:
            [][0]
        except KeyError:
            print("wrong handler")
        finally:
            print("inner finally")
    except IndexError as error:
        print("outer", error)
        try:
            {}["x"]
        except KeyError as inner:
            print("in the handler", inner, repr(inner.__context__))
    finally:
        try:
            int("")
        except ValueError:
            print("in the finally")


nested()

error = "before"
try:
    raise ValueError("v")
except ValueError as error:
    print(error)
try:
    print(error)
except NameError as problem:
    print(problem)


def retry(times):
    for attempt in range(times):
        try:
            if attempt < 2:
                raise RuntimeError(attempt)
            return attempt
        except RuntimeError as failure:
            print("failed", failure)
            continue


print(retry(5), retry(1))
