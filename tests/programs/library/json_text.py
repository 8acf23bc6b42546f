"""Data to JSON text."""

import json

data = {"name": "Ann", "list": [1, 2.5, True, None, 'é\n"\\', "😀"], "empty": {}, "none": [], "pair": (1, (2,)), 3: 0}
print(json.dumps(data))
print(json.dumps(data, indent=2))
print(json.dumps({"b": 1, "a": [1, {"x": 2}]}, indent=4, sort_keys=True))
print(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
print(json.dumps([float("inf"), 1e20, 10**30, -0.5]), json.dumps({"set": {2, 1}}, default=sorted), json.dumps("a/b"))
for wrong in ({1, 2}, {(1,): 2}, object):
    try:
        print(json.dumps(wrong))
    except TypeError as error:
        print(error)
