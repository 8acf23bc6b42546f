"""When what a program did there and here counts as the same."""

import collections
import re

# What differs from run to run, and means nothing: addresses, identifiers, dates, times of day, durations.
SAME = [
    (re.compile(r"\b0x[0-9a-f]{4,}\b"), "<address>"),
    (re.compile(r"(?<=started )-?\d{4,}(?=\)>)|(?<=daemon )-?\d{4,}(?=\)>)"), "<ident>"),
    (re.compile(r"1[34]\d{13}"), "<ident>"),
    (re.compile(r"(?i)(\b(?:ident|native_id|get_ident|thread id|pid|id)\b[\w ]*[:=(]? *)-?\d+"), r"\1<ident>"),
    (re.compile(r"\b\d{4}-\d\d-\d\d\b"), "<date>"),
    (re.compile(r"\b\d\d:\d\d:\d\d(?:[.,]\d+)?\b"), "<time>"),
    (re.compile(r"\b1[67]\d{8}(?:\.\d+)?\b"), "<time>"),
    (re.compile(r"\b\d+\.\d+(?:e-\d+)?( ?(?:s|ms|sec|secs|second|seconds)\b)"), r"<duration>\1"),
    (re.compile(r"((?i:took|elapsed|time|duration|after|in|waited)\b[\w ]*[:=]? *)\d+\.\d+"), r"\1<duration>"),
]

Outcome = collections.namedtuple("Outcome", "out err status")


def alike(text):
    for pattern, stand_in in SAME:
        text = pattern.sub(stand_in, text)
    return text


def normal(out, err, status):
    return Outcome(alike(out), alike(err), status)


def same_text(wanted, got):
    """Whether texts are the same, where identifiers of threads are small numbers here."""
    if wanted == got or "<ident>" not in wanted:
        return wanted == got
    return re.fullmatch(re.escape(wanted).replace(re.escape("<ident>"), r"(?:<ident>|-?\d+)"), got) is not None


def matches(wanted, got):
    """Whether two outcomes are the same; of a program that is stuck only what it wrote before counts."""
    if wanted.status != got.status or not same_text(wanted.out, got.out):
        return False
    return wanted.status is None or same_text(wanted.err, got.err)


def not_reached(found, ours):
    """Those of the outcomes there that are none of ours."""
    return [wanted for wanted in found if not any(matches(wanted, got) for got in ours)]


def first_difference(a, b):
    """Where two texts part, in a few words."""
    for number, (x, y) in enumerate(zip((a + "\0").splitlines(), (b + "\0").splitlines()), 1):
        if x != y:
            return f"line {number}: CPython {x.rstrip(chr(0))[:90]!r}, here {y.rstrip(chr(0))[:90]!r}"
    return "one goes on"


def difference(wanted, got):
    if wanted.status is None and got.status is not None:
        return f"CPython gets stuck, here it ends with {got.status}"
    if wanted.out != got.out:
        return "output, " + first_difference(wanted.out, got.out)
    if wanted.status != got.status:
        return f"exit status: CPython {wanted.status}, here {got.status}"
    return "errors, " + first_difference(wanted.err, got.err)
