class BaseTestSuite:
    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def __iter__(self):
        return iter(self._tests)

    def __eq__(self, other):
        return isinstance(other, BaseTestSuite) and list(self) == list(other)

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} tests={list(self)}>"

    def countTestCases(self):
        return sum([test.countTestCases() for test in self])

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        for test in self:
            test.debug()


# What stands for a class or the module where its own preparation fails.
class _Preparation:
    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __str__(self):
        return self.description

    def countTestCases(self):
        return 0


class TestSuite(BaseTestSuite):
    __module__ = "unittest.suite"

    def run(self, result, debug=False):
        is_top = not getattr(result, "_is_running", False)
        if is_top:
            result._is_running = True
            result._test_class = None
            result._not_prepared = ()
            self._prepare(result, "setUpModule", __main_names__().get("setUpModule"))
        for test in self:
            if result.shouldStop:
                break
            if not isinstance(test, BaseTestSuite):
                if type(test) is not result._test_class:
                    self._leave_class(result)
                    self._enter_class(result, type(test))
                if result._not_prepared:
                    continue
            test(result)
        if is_top:
            self._leave_class(result)
            if result._not_prepared != ("module",):
                self._prepare(result, "tearDownModule", __main_names__().get("tearDownModule"))
            self._clean_up(result, "tearDownModule", doModuleCleanups)
            result._is_running = False
        return result

    def _prepare(self, result, name, function):
        if function is not None and not self._clean_up(result, f"{name} (__main__)", function) and name[0] == "s":
            result._not_prepared = ("module",)

    def _clean_up(self, result, name, function):
        try:
            function()
        except SkipTest as reason:
            result.addSkip(_Preparation(name), str(reason))
        except Exception as error:
            result.addError(_Preparation(name), (type(error), error, error.__traceback__))
        else:
            return True

    def _enter_class(self, result, cls):
        result._test_class = cls
        if result._not_prepared == ("module",):
            return
        result._not_prepared = ()
        if getattr(cls, "__unittest_skip__", False) or not hasattr(cls, "setUpClass"):
            return
        if not self._clean_up(result, f"setUpClass ({cls.__module__}.{cls.__qualname__})", cls.setUpClass):
            result._not_prepared = (cls,)
            cls.doClassCleanups()

    def _leave_class(self, result):
        cls = result._test_class
        if cls is None or result._not_prepared or getattr(cls, "__unittest_skip__", False) or not hasattr(cls, "tearDownClass"):
            return
        name = f"tearDownClass ({cls.__module__}.{cls.__qualname__})"
        self._clean_up(result, name, cls.tearDownClass)
        self._clean_up(result, name, cls.doClassCleanups)


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    _module_cleanups.append((function, args, kwargs))


def doModuleCleanups():
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        function(*args, **kwargs)


class TestLoader:
    __module__ = "unittest.loader"
    testMethodPrefix = "test"
    sortTestMethodsUsing = None
    suiteClass = TestSuite

    def getTestCaseNames(self, testCaseClass):
        names = [name for name in dir(testCaseClass) if name.startswith(self.testMethodPrefix)]
        return sorted([name for name in names if callable(getattr(testCaseClass, name))])

    def loadTestsFromTestCase(self, testCaseClass):
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass([testCaseClass(name) for name in names])

    def _classes(self, names):
        found = [names[name] for name in sorted(names)]
        plain = (TestCase, FunctionTestCase, IsolatedAsyncioTestCase)
        return [one for one in found if isinstance(one, type) and issubclass(one, TestCase) and one not in plain]

    def loadTestsFromModule(self, module, *, pattern=None):
        names = __main_names__() if module == "__main__" else vars(module)
        tests = self.suiteClass([self.loadTestsFromTestCase(cls) for cls in self._classes(names)])
        load = names.get("load_tests")
        return tests if load is None else load(self, tests, pattern)

    def loadTestsFromName(self, name, module=None):
        found, *rest = [part for part in name.split(".") if part != "__main__"]
        item = __main_names__().get(found)
        if item is None:
            raise AttributeError(f"module '__main__' has no attribute {found!r}")
        for part in rest:
            if isinstance(item, type) and issubclass(item, TestCase):
                return self.suiteClass([item(part)])
            item = getattr(item, part)
        return self.loadTestsFromTestCase(item) if isinstance(item, type) else item()

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name) for name in names])

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        raise RuntimeError("unittest.TestLoader.discover is not supported by Interleave: a program is a single file")


defaultTestLoader = TestLoader()


class TestProgram:
    __module__ = "unittest.main"

    def __init__(
        self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader, exit=True,
        verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, **more,
    ):
        names = []
        for word in (_sys.argv if argv is None else argv)[1:]:
            if word in ("-v", "--verbose"):
                verbosity = 2
            elif word in ("-q", "--quiet"):
                verbosity = 0
            elif word in ("-f", "--failfast"):
                failfast = True
            elif not word.startswith("-"):
                names.append(word)
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else defaultTest
        self.test = testLoader.loadTestsFromNames(names) if names else testLoader.loadTestsFromModule(module)
        runner = TextTestRunner if testRunner is None else testRunner
        if isinstance(runner, type):
            runner = runner(verbosity=verbosity, failfast=bool(failfast), buffer=buffer)
        self.result = runner.run(self.test)
        if exit:
            if self.result.testsRun == 0 and not self.result.skipped:
                _sys.exit(5)
            _sys.exit(not self.result.wasSuccessful())


main = TestProgram
