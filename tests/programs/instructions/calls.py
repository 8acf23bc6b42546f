"""Calls in every form: names, methods, attributes, results, stars, keywords."""


class Tool:
    def use(self, *args, **kwargs):
        return args, sorted(kwargs.items())

    def me(self):
        return self


def plain(*args, **kwargs):
    return args, sorted(kwargs.items())


tool = Tool()
rest, named = [3, 4], {"z": 26}
print(plain(), plain(1), plain(1, k=2), plain(*rest), plain(**named), plain(1, *rest, k=0, **named))
print(tool.use(), tool.use(1), tool.use(1, k=2), tool.use(*rest, **named), tool.me().me().use("end"))
print((lambda a: a)(5), [plain][0](1), {"f": tool.use}["f"](2), plain(plain(1), plain(2))[0][1])
print("{}-{}".format(*rest), ", ".join(["a", "b"]).upper().split(", "), str(5).zfill(3))
print(plain(*rest, *rest), plain(**named, **{"y": 25}), plain(
    1,
    last=tool.me()
    .use(9),
))


def local():
    def inner(x, y=2):
        return x + y

    return inner(1) + inner(1, y=3) + inner(*[1]) + len([1]) + max(inner(0), tool.use(1)[0][0])


print(local())
