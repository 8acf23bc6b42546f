_MOST = 80


def _shown(value):
    try:
        return repr(value)
    except Exception:
        return object.__repr__(value)


def _shortened(text, first, last):
    left = len(text) - first - last
    return f"{text[:first]}[{left} chars]{text[len(text) - last:]}" if left > 12 else text


# The texts of two values that are compared: what is long is left out where they are alike.
def _both(*values):
    texts = [_shown(value) for value in values]
    longest = max([len(text) for text in texts])
    if longest <= _MOST:
        return tuple(texts)
    alike = 0
    while alike < min([len(text) for text in texts]) and len({text[alike] for text in texts}) == 1:
        alike += 1
    room = _MOST - (longest - alike + 17)
    if room > 5:
        start = _shortened(texts[0][:alike], 5, room)
        return tuple([start + text[alike:] for text in texts])
    start = _shortened(texts[0][:alike], 5, 5)
    return tuple([start + _shortened(text[alike:], _MOST - 39, 5) for text in texts])


class _Asserts:
    failureException = AssertionError
    longMessage = True
    maxDiff = 640

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        return standardMsg if msg is None else f"{standardMsg} : {msg}"

    def _check(self, holds, message, msg):
        if not holds:
            raise self.failureException(self._formatMessage(msg, message))

    def assertTrue(self, expr, msg=None):
        self._check(expr, f"{_shown(expr)} is not true", msg)

    def assertFalse(self, expr, msg=None):
        self._check(not expr, f"{_shown(expr)} is not false", msg)

    def addTypeEqualityFunc(self, typeobj, function):
        self._type_equality_funcs[typeobj] = function

    def assertEqual(self, first, second, msg=None):
        how = self._type_equality_funcs.get(type(first)) if type(first) is type(second) else None
        if how is None:
            return self._check(first == second, "%s != %s" % _both(first, second), msg)
        (getattr(self, how) if isinstance(how, str) else how)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        self._check(first != second, f"{_shown(first)} == {_shown(second)}", msg)

    def _differ(self, message, left, right, msg):
        diff = "\n" + "\n".join(_difflib.ndiff(left, right))
        self._say(message, diff, msg)

    def _say(self, message, diff, msg):
        if self.maxDiff is not None and len(diff) > self.maxDiff:
            diff = f"\nDiff is {len(diff)} characters long. Set self.maxDiff to None to see it."
        self.fail(self._formatMessage(msg, message + diff))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        kind = "sequence" if seq_type is None else seq_type.__name__
        if seq_type is not None:
            for place, seq in (("First", seq1), ("Second", seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException(f"{place} sequence is not a {kind}: {_shown(seq)}")
        if seq1 == seq2:
            return
        message = f"{kind.capitalize()}s differ: %s != %s\n" % _both(seq1, seq2)
        lengths = len(seq1), len(seq2)
        for place in range(min(lengths)):
            if seq1[place] != seq2[place]:
                message += f"\nFirst differing element {place}:\n%s\n%s\n" % _both(seq1[place], seq2[place])
                break
        else:
            if lengths[0] == lengths[1] and seq_type is None and type(seq1) is not type(seq2):
                return
        if lengths[0] != lengths[1]:
            place, longer = ("First", seq1) if lengths[0] > lengths[1] else ("Second", seq2)
            message += f"\n{place} {kind} contains {abs(lengths[0] - lengths[1])} additional elements.\n"
            message += f"First extra element {min(lengths)}:\n{_shown(longer[min(lengths)])}\n"
        self._differ(message, _pprint.pformat(seq1).splitlines(), _pprint.pformat(seq2).splitlines(), msg)

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        parts = (("first set but not the second", set1 - set2), ("second set but not the first", set2 - set1))
        lines = []
        for where, items in parts:
            if items:
                lines.append(f"Items in the {where}:")
                lines += [repr(item) for item in items]
        self._check(not lines, "\n".join(lines), msg)

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            message = "%s != %s" % _both(d1, d2)
            self._differ(message, _pprint.pformat(d1).splitlines(), _pprint.pformat(d2).splitlines(), msg)

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        left, right = first, second
        if not (left and right) or left[-1] != "\n" != right[-1]:
            left, right = [text + "\n" if text and text[-1] != "\n" else text for text in (left, right)]
        diff = "\n" + "".join(_difflib.ndiff(left.splitlines(True), right.splitlines(True)))
        self._say("%s != %s" % _both(first, second), diff, msg)

    def assertIs(self, expr1, expr2, msg=None):
        self._check(expr1 is expr2, f"{_shown(expr1)} is not {_shown(expr2)}", msg)

    def assertIsNot(self, expr1, expr2, msg=None):
        self._check(expr1 is not expr2, f"unexpectedly identical: {_shown(expr1)}", msg)

    def assertIsNone(self, obj, msg=None):
        self._check(obj is None, f"{_shown(obj)} is not None", msg)

    def assertIsNotNone(self, obj, msg=None):
        self._check(obj is not None, "unexpectedly None", msg)

    def assertIn(self, member, container, msg=None):
        self._check(member in container, f"{_shown(member)} not found in {_shown(container)}", msg)

    def assertNotIn(self, member, container, msg=None):
        self._check(member not in container, f"{_shown(member)} unexpectedly found in {_shown(container)}", msg)

    def assertIsInstance(self, obj, cls, msg=None):
        self._check(isinstance(obj, cls), f"{_shown(obj)} is not an instance of {cls!r}", msg)

    def assertNotIsInstance(self, obj, cls, msg=None):
        self._check(not isinstance(obj, cls), f"{_shown(obj)} is an instance of {cls!r}", msg)

    def assertGreater(self, a, b, msg=None):
        self._check(a > b, f"{_shown(a)} not greater than {_shown(b)}", msg)

    def assertGreaterEqual(self, a, b, msg=None):
        self._check(a >= b, f"{_shown(a)} not greater than or equal to {_shown(b)}", msg)

    def assertLess(self, a, b, msg=None):
        self._check(a < b, f"{_shown(a)} not less than {_shown(b)}", msg)

    def assertLessEqual(self, a, b, msg=None):
        self._check(a <= b, f"{_shown(a)} not less than or equal to {_shown(b)}", msg)

    def _near(self, first, second, places, delta):
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        apart = abs(first - second)
        if delta is not None:
            return apart <= delta, f"within {_shown(delta)} delta ({_shown(apart)} difference)"
        places = 7 if places is None else places
        return round(apart, places) == 0, f"within {places!r} places ({_shown(apart)} difference)"

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first != second:
            near, how = self._near(first, second, places, delta)
            self._check(near, f"{_shown(first)} != {_shown(second)} {how}", msg)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        near, how = self._near(first, second, places, delta)
        if delta is None:
            how = how[:how.index(" (")]
        self._check(first != second and not near, f"{_shown(first)} == {_shown(second)} {how}", msg)

    def assertCountEqual(self, first, second, msg=None):
        first, second = list(first), list(second)
        counted = []
        for side, items in enumerate((first, second)):
            for item in items:
                for entry in counted:
                    if entry[2] == item:
                        entry[side] += 1
                        break
                else:
                    counted.append([1 - side, side, item])
        lines = [f"First has {a}, Second has {b}:  {item!r}" for a, b, item in counted if a != b]
        self._check(not lines, "\n".join(["Element counts were not equal:"] + lines), msg)

    def assertRegex(self, text, expected_regex, msg=None):
        pattern = _re.compile(expected_regex)
        self._check(pattern.search(text), f"Regex didn't match: {pattern.pattern!r} not found in {text!r}", msg)

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        pattern = _re.compile(unexpected_regex)
        found = pattern.search(text)
        if found:
            message = f"Regex matched: {found.group()!r} matches {pattern.pattern!r} in {text!r}"
            self.fail(self._formatMessage(msg, message))

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _Raises(self, expected_exception, None).handle(args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return _Raises(self, expected_exception, expected_regex).handle(args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _Warns(self, expected_warning, None).handle(args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _Warns(self, expected_warning, expected_regex).handle(args, kwargs)

    def assertLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        return _Logs(self, logger, level, True)
