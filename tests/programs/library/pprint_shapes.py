"""Long data shown over several lines."""
from pprint import pformat, pp, pprint

jobs = [{"id": number, "name": f"job-{number}", "tags": ["disk", "net", "cpu"]} for number in range(4)]
pprint({"jobs": jobs, "only": (1,), "empty": [], "text": "word " * 30})
pprint(list(range(40)), width=40, compact=True)
pprint({"b": 1, "a": 2})
pp({"b": 1, "a": 2})
pprint([[1, [2, [3, [4]]]]], depth=2)
pprint({"name": "x" * 30, "set": {3}, "other": "y" * 30}, indent=4, width=50)
print(pformat({"one": 1}))
