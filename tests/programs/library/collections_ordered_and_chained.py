"""OrderedDict, as in a cache of the last used, and ChainMap."""

from collections import ChainMap, OrderedDict


class LastUsed:
    def __init__(self, size):
        self.size = size
        self.items = OrderedDict()

    def get(self, key):
        if key not in self.items:
            return None
        self.items.move_to_end(key)
        return self.items[key]

    def put(self, key, value):
        self.items[key] = value
        self.items.move_to_end(key)
        if len(self.items) > self.size:
            print("out goes", self.items.popitem(last=False))


cache = LastUsed(2)
cache.put("a", 1)
cache.put("b", 2)
print(cache.get("a"), cache.get("z"))
cache.put("c", 3)
print(cache.items, list(cache.items))
one, other = OrderedDict(a=1, b=2), OrderedDict(b=2, a=1)
print(one == other, one == dict(other), OrderedDict(), one.popitem())
one["z"] = 0
one.move_to_end("z", last=False)
print(one, list(reversed(one)), one | {"q": 5})

settings = ChainMap({"debug": True}, {"debug": False, "port": 80})
print(settings["debug"], settings["port"], len(settings), settings.get("host", "-"), settings)
settings["port"] = 8080
print(settings.maps[0], settings.parents["port"], settings.new_child({"port": 1})["port"], dict(settings))
