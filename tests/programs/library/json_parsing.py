"""JSON text to data, and what is no JSON."""

import json

print(json.loads(' { "a" : [ 1 , -2.5e3, "\\u00e9\\ud83d\\ude00\\n" , true, false, null ], "b": {} } '))
print(json.loads("[0.5, 1e3, -0]"), json.loads('"text"'), json.loads("7"), json.loads(b"[1]"))
print(json.loads('{"x": 1, "y": 2}', object_hook=lambda pairs: sorted(pairs)))
for wrong in ("", "{", "[1,]", '{"a" 1}', '{"a":1,}', "[1 2]", "nul", '"abc', "1 2", "{1:2}", '"\\x"', "[", "01"):
    try:
        print(json.loads(wrong))
    except json.JSONDecodeError as error:
        print(error, error.pos)
