"""The dict's methods and order."""

ages = {"Ada": 36, "Bo": 25}
ages["Cy"] = 41
ages["Ada"] = 37
print(ages, len(ages), ages["Bo"])
print(ages.get("Di"), ages.get("Di", 0), "Bo" in ages, "Di" not in ages)
print(list(ages), list(ages.keys()), list(ages.values()), list(ages.items()))
for name, age in ages.items():
    print(name, age)
print(ages.pop("Bo"), ages.pop("Bo", None), ages)
print(ages.setdefault("Eve", 5), ages.setdefault("Ada", 0))
ages.update({"Cy": 42, "Flo": 9}, Gus=1)
print(ages)
print(ages.popitem(), dict(a=1, b=2), dict([("k", "v")]), dict(zip("xy", (1, 2))))
print({"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} | {"b": 2})
groups = {}
for word in "apple bat axe bee".split():
    groups.setdefault(word[0], []).append(word)
print(groups)
print({1: "int", 1.0: "float"}, {(1, 2): None})
ages.clear()
print(ages, {})
