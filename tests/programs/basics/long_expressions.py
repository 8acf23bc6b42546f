"""Statements over several lines: each part keeps its own line."""


def total(*parts):
    return sum(parts)


answer = total(
    1,
    total(
        2,
        3,
    ),
    4
    if len("abc") == 3
    else 5,
)
print(
    answer,
    [
        n
        * 2
        for n in range(3)
        if n
        != 1
    ],
)
text = (
    "one "
    "two "
    + str(
        answer
    )
)
print(text)
if (
    answer > 5
    and text
    or None
):
    print("yes")
