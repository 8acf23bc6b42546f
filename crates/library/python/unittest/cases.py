class SkipTest(Exception):
    pass


def skip(reason):
    def mark(item):
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    if isinstance(reason, type(skip)):
        item, reason = reason, ""
        return mark(item)
    return mark


def skipIf(condition, reason):
    return skip(reason) if condition else lambda item: item


def skipUnless(condition, reason):
    return skip(reason) if not condition else lambda item: item


def expectedFailure(test_item):
    test_item.__unittest_expecting_failure__ = True
    return test_item


class TestCase(_Asserts):
    __module__ = "unittest.case"
    _class_cleanups = []

    def __init_subclass__(cls, *args, **kwargs):
        cls.__unittest_skip__ = getattr(cls, "__unittest_skip__", False)
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        if not hasattr(self, methodName) and methodName != "runTest":
            raise ValueError(f"no such test method in {type(self)}: {methodName}")
        self._cleanups = []
        self._subtest = None
        self._type_equality_funcs = {
            dict: "assertDictEqual", list: "assertListEqual", tuple: "assertTupleEqual",
            set: "assertSetEqual", frozenset: "assertSetEqual", str: "assertMultiLineEqual",
        }

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

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def doClassCleanups(cls):
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            function(*args, **kwargs)

    def enterContext(self, cm):
        result = type(cm).__enter__(cm)
        self.addCleanup(type(cm).__exit__, cm, None, None, None)
        return result

    @classmethod
    def enterClassContext(cls, cm):
        result = type(cm).__enter__(cm)
        cls.addClassCleanup(type(cm).__exit__, cm, None, None, None)
        return result

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return TestResult()

    def id(self):
        return f"{type(self).__module__}.{type(self).__qualname__}.{self._testMethodName}"

    def shortDescription(self):
        text = getattr(self, self._testMethodName).__doc__
        return text.strip().split("\n")[0].strip() if text else None

    def __str__(self):
        return f"{self._testMethodName} ({self.id()})"

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} testMethod={self._testMethodName}>"

    def __eq__(self, other):
        return type(self) is type(other) and self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        return _SubTestContext(self, msg, params)

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        self._set_up()
        self._call_test(getattr(self, self._testMethodName))
        self._tear_down()
        self.doCleanups()

    def _set_up(self):
        self.setUp()

    def _tear_down(self):
        self.tearDown()

    def _call_test(self, method):
        method()

    def _call_cleanup(self, function, args, kwargs):
        function(*args, **kwargs)

    # One part of the test: what it raised is kept for the result.
    def _part(self, function, *args):
        try:
            function(*args)
        except KeyboardInterrupt:
            raise
        except SkipTest as reason:
            self._succeeded = False
            self._result.addSkip(self, str(reason))
        except _Stop:
            self._succeeded = False
        except BaseException as error:
            self._succeeded = False
            kind = (type(error), error, error.__traceback__)
            if self._is_expecting:
                self._expected = kind
            else:
                failed = issubclass(kind[0], self.failureException)
                (self._result.addFailure if failed else self._result.addError)(self, kind)

    def run(self, result=None):
        is_own = result is None
        if is_own:
            result = self.defaultTestResult()
            result.startTestRun()
        method = getattr(self, self._testMethodName)
        result.startTest(self)
        try:
            for item in (type(self), method):
                if getattr(item, "__unittest_skip__", False):
                    result.addSkip(self, getattr(item, "__unittest_skip_why__", ""))
                    return result
            self._result = result
            self._succeeded = True
            self._expected = None
            self._is_expecting = getattr(type(self), "__unittest_expecting_failure__", False) or getattr(
                method, "__unittest_expecting_failure__", False)
            self._part(self._set_up)
            if self._succeeded:
                self._part(self._call_test, method)
                self._part(self._tear_down)
            self.doCleanups()
            self._tell(result)
            return result
        finally:
            result.stopTest(self)
            if is_own:
                result.stopTestRun()

    def _tell(self, result):
        if self._expected is not None:
            result.addExpectedFailure(self, self._expected)
        elif self._succeeded:
            if self._is_expecting:
                result.addUnexpectedSuccess(self)
            else:
                result.addSuccess(self)

    def doCleanups(self):
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._part(self._call_cleanup, function, args, kwargs)
        return self._succeeded


# Raised in a test whose subtest has failed, if it is to stop there.
class _Stop(Exception):
    pass


class _SubTest(TestCase):
    def __init__(self, case, message, params):
        TestCase.__init__(self)
        self.test_case = case
        self.failureException = case.failureException
        self._message = message
        self.params = params

    def _where(self):
        parts = [] if self._message is None else [f"[{self._message}]"]
        if self.params:
            parts.append("(" + ", ".join([f"{name}={value!r}" for name, value in self.params.items()]) + ")")
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return f"{self.test_case.id()} {self._where()}"

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f"{self.test_case} {self._where()}"


class _SubTestContext:
    def __init__(self, case, message, params):
        self._case = case
        outer = case._subtest
        self._test = _SubTest(case, message, params if outer is None else {**outer.params, **params})

    def __enter__(self):
        self._outer = self._case._subtest
        self._case._subtest = self._test

    def __exit__(self, kind, error, traceback):
        case = self._case
        case._subtest = self._outer
        if kind is None:
            case._result.addSubTest(case, self._test, None)
            return False
        if issubclass(kind, (KeyboardInterrupt, _Stop)):
            return False
        case._succeeded = False
        if issubclass(kind, SkipTest):
            case._result.addSkip(self._test, str(error))
        elif case._is_expecting:
            case._expected = (kind, error, traceback)
        else:
            case._result.addSubTest(case, self._test, (kind, error, traceback))
            if case._result.failfast:
                raise _Stop
        return True


class FunctionTestCase(TestCase):
    __module__ = "unittest.case"

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        TestCase.__init__(self)
        self._parts = testFunc, setUp, tearDown
        self._description = description

    def setUp(self):
        if self._parts[1] is not None:
            self._parts[1]()

    def tearDown(self):
        if self._parts[2] is not None:
            self._parts[2]()

    def runTest(self):
        self._parts[0]()

    def id(self):
        return self._parts[0].__name__

    def __str__(self):
        return f"{type(self).__module__}.{type(self).__qualname__} ({self.id()})"


# All parts of a test are run by one event loop.
class IsolatedAsyncioTestCase(TestCase):
    __module__ = "unittest.async_case"
    loop_factory = None

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        result = await type(cm).__aenter__(cm)
        self.addAsyncCleanup(type(cm).__aexit__, cm, None, None, None)
        return result

    def _await(self, value):
        if type(value) is __coroutine__ or hasattr(type(value), "__await__"):
            async def wait():
                await value

            self._runner.run(wait())

    def _set_up(self):
        self.setUp()
        self._await(self.asyncSetUp())

    def _tear_down(self):
        self._await(self.asyncTearDown())
        self.tearDown()

    def _call_test(self, method):
        self._await(method())

    def _call_cleanup(self, function, args, kwargs):
        self._await(function(*args, **kwargs))

    def run(self, result=None):
        import asyncio
        self._runner = asyncio.Runner()
        try:
            return TestCase.run(self, result)
        finally:
            self._runner.close()
