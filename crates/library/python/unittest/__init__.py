import sys as _sys
import time as _time
import traceback as _traceback


class SkipTest(Exception):
    pass


class _Failed(Exception):
    pass


def skip(reason):
    def mark(item):
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    return mark


def expectedFailure(test_item):
    test_item.__unittest_expecting_failure__ = True
    return test_item


def skipIf(condition, reason):
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return skip(reason) if not condition else lambda item: item


class _Raises:
    def __init__(self, case, expected, regex=None):
        self.case = case
        self.expected = expected
        self.regex = regex

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        names = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        if kind is None:
            raise self.case.failureException(" or ".join([one.__name__ for one in names]) + " not raised")
        if not issubclass(kind, self.expected):
            return False
        self.exception = error
        if self.regex is not None:
            import re
            if not re.search(self.regex, str(error)):
                raise self.case.failureException(f'"{self.regex}" does not match "{error}"')
        return True


class TestCase:
    failureException = AssertionError
    maxDiff = 640

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._cleanups = []

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def id(self):
        return f"{type(self).__module__}.{type(self).__qualname__}.{self._testMethodName}"

    def shortDescription(self):
        text = getattr(self, self._testMethodName).__doc__
        return text.strip().split("\n")[0] if text else None

    def __str__(self):
        return f"{self._testMethodName} ({self.id()})"

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        return _SubTest()

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _check(self, holds, message, msg):
        if not holds:
            raise self.failureException(message if msg is None else f"{message} : {msg}")

    def assertTrue(self, expr, msg=None):
        self._check(expr, f"{expr!r} is not true", msg)

    def assertFalse(self, expr, msg=None):
        self._check(not expr, f"{expr!r} is not false", msg)

    def assertEqual(self, first, second, msg=None):
        self._check(first == second, f"{first!r} != {second!r}", msg)

    assertListEqual = assertDictEqual = assertSetEqual = assertTupleEqual = assertMultiLineEqual = assertEqual

    def assertNotEqual(self, first, second, msg=None):
        self._check(first != second, f"{first!r} == {second!r}", msg)

    def assertIs(self, expr1, expr2, msg=None):
        self._check(expr1 is expr2, f"{expr1!r} is not {expr2!r}", msg)

    def assertIsNot(self, expr1, expr2, msg=None):
        self._check(expr1 is not expr2, f"unexpectedly identical: {expr1!r}", msg)

    def assertIsNone(self, obj, msg=None):
        self._check(obj is None, f"{obj!r} is not None", msg)

    def assertIsNotNone(self, obj, msg=None):
        self._check(obj is not None, "unexpectedly None", msg)

    def assertIn(self, member, container, msg=None):
        self._check(member in container, f"{member!r} not found in {container!r}", msg)

    def assertNotIn(self, member, container, msg=None):
        self._check(member not in container, f"{member!r} unexpectedly found in {container!r}", msg)

    def assertIsInstance(self, obj, cls, msg=None):
        self._check(isinstance(obj, cls), f"{obj!r} is not an instance of {cls!r}", msg)

    def assertNotIsInstance(self, obj, cls, msg=None):
        self._check(not isinstance(obj, cls), f"{obj!r} is an instance of {cls!r}", msg)

    def assertGreater(self, a, b, msg=None):
        self._check(a > b, f"{a!r} not greater than {b!r}", msg)

    def assertGreaterEqual(self, a, b, msg=None):
        self._check(a >= b, f"{a!r} not greater than or equal to {b!r}", msg)

    def assertLess(self, a, b, msg=None):
        self._check(a < b, f"{a!r} not less than {b!r}", msg)

    def assertLessEqual(self, a, b, msg=None):
        self._check(a <= b, f"{a!r} not less than or equal to {b!r}", msg)

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        near = abs(first - second) <= delta if delta is not None else round(abs(first - second), places or 7) == 0
        within = f"within {delta!r} delta" if delta is not None else f"within {places or 7} places"
        self._check(first == second or near, f"{first!r} != {second!r} {within} ({abs(first - second)!r} difference)", msg)

    def assertCountEqual(self, first, second, msg=None):
        left = list(second)
        for item in first:
            if item not in left:
                self._check(False, f"Element counts were not equal:\n{first!r} != {second!r}", msg)
            left.remove(item)
        self._check(not left, f"Element counts were not equal:\n{first!r} != {second!r}", msg)

    def assertRaises(self, expected_exception, *args, **kwargs):
        context = _Raises(self, expected_exception)
        if not args:
            return context
        with context:
            args[0](*args[1:], **kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        context = _Raises(self, expected_exception, expected_regex)
        if not args:
            return context
        with context:
            args[0](*args[1:], **kwargs)


class _SubTest:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        return False


class TestResult:
    def __init__(self):
        self.testsRun = 0
        self.failures = []
        self.errors = []
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []

    def wasSuccessful(self):
        return not self.failures and not self.errors and not self.unexpectedSuccesses


class TestSuite:
    def __init__(self, tests=()):
        self._tests = list(tests)

    def addTest(self, test):
        self._tests.append(test)

    def addTests(self, tests):
        self._tests += tests

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return len(list(_cases(self)))


def _cases(suite):
    for test in suite:
        if isinstance(test, TestSuite):
            yield from _cases(test)
        else:
            yield test


class TestLoader:
    def getTestCaseNames(self, testCaseClass):
        return sorted([name for name in dir(testCaseClass) if name.startswith("test") and callable(getattr(testCaseClass, name))])

    def loadTestsFromTestCase(self, testCaseClass):
        return TestSuite([testCaseClass(name) for name in self.getTestCaseNames(testCaseClass)])


defaultTestLoader = TestLoader()


def _run(case):
    method = getattr(case, case._testMethodName)
    for item in (type(case), method):
        if getattr(item, "__unittest_skip__", False):
            raise SkipTest(item.__unittest_skip_why__)
    try:
        case.setUp()
        try:
            if __is_coroutine_function__(method):
                import asyncio
                asyncio.run(method())
            else:
                method()
        finally:
            case.tearDown()
    finally:
        while case._cleanups:
            function, args, kwargs = case._cleanups.pop()
            function(*args, **kwargs)


class IsolatedAsyncioTestCase(TestCase):
    pass


class TextTestRunner:
    def __init__(self, stream=None, descriptions=True, verbosity=1, **more):
        self.stream = stream or _sys.stderr
        self.verbosity = verbosity

    def run(self, test):
        result = TestResult()
        write = self.stream.write
        start = _time.perf_counter()
        before = None
        for case in list(_cases(test)):
            if type(case) is not before:
                if before is not None:
                    before.tearDownClass()
                type(case).setUpClass()
                before = type(case)
            result.testsRun += 1
            if self.verbosity > 1:
                write(f"{case} ... ")
            short, long = ".", "ok"
            is_expected = hasattr(getattr(case, case._testMethodName), "__unittest_expecting_failure__")
            try:
                _run(case)
                if is_expected:
                    result.unexpectedSuccesses.append(case)
                    short, long = "u", "unexpected success"
            except SkipTest as error:
                result.skipped.append((case, str(error)))
                short, long = "s", f"skipped {str(error)!r}"
            except (Exception if is_expected else ()):
                result.expectedFailures.append((case, _traceback.format_exc()))
                short, long = "x", "expected failure"
            except case.failureException:
                result.failures.append((case, _traceback.format_exc()))
                short, long = "F", "FAIL"
            except Exception:
                result.errors.append((case, _traceback.format_exc()))
                short, long = "E", "ERROR"
            write(long + "\n" if self.verbosity > 1 else short if self.verbosity else "")
        if before is not None:
            before.tearDownClass()
        if self.verbosity:
            write("\n")
        for name, found in (("ERROR", result.errors), ("FAIL", result.failures)):
            for case, text in found:
                write(f"{'=' * 70}\n{name}: {case}\n{'-' * 70}\n{text}\n")
        count = result.testsRun
        write(f"{'-' * 70}\nRan {count} test{'' if count == 1 else 's'} in {_time.perf_counter() - start:.3f}s\n\n")
        parts = [("failures", result.failures), ("errors", result.errors), ("skipped", result.skipped)]
        parts += [("expected failures", result.expectedFailures), ("unexpected successes", result.unexpectedSuccesses)]
        shown = ", ".join([f"{name}={len(found)}" for name, found in parts if found])
        word = "OK" if result.wasSuccessful() else "FAILED"
        write(f"{word} ({shown})\n" if shown else f"{word}\n")
        return result


def _subclasses(cls):
    found = []
    for one in cls.__subclasses__():
        found += [one] + _subclasses(one)
    return found


def main(module="__main__", argv=None, exit=True, verbosity=1, **more):
    classes = [cls for cls in _subclasses(TestCase) if cls is not IsolatedAsyncioTestCase]
    suite = TestSuite([defaultTestLoader.loadTestsFromTestCase(cls) for cls in sorted(classes, key=lambda cls: cls.__name__)])
    result = TextTestRunner(verbosity=verbosity).run(suite)
    if exit:
        _sys.exit(0 if result.wasSuccessful() else 1)
