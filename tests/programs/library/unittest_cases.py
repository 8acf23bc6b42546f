"""Test cases: what assertions say, fixtures of classes, subtests, logs and warnings, a result of one's own."""

import io
import logging
import threading
import unittest
import warnings


class Counter:
    def __init__(self):
        self.value = 0
        self.lock = threading.Lock()

    def add(self):
        with self.lock:
            self.value += 1


class TestCounter(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("class is set up")

    @classmethod
    def tearDownClass(cls):
        print("class is torn down")

    def setUp(self):
        self.counter = Counter()
        self.addCleanup(print, "cleaned up")

    def test_threads(self):
        threads = [threading.Thread(target=self.counter.add) for _ in range(5)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(self.counter.value, 5)

    def test_lists(self):
        self.assertEqual([1, 2, 3], [1, 2, 4, 5], "orders")

    def test_dicts(self):
        self.assertEqual({"a": 1, "b": [2]}, {"a": 1, "b": [3]})

    def test_texts(self):
        self.assertEqual("first\nsecond\n", "first\nsecnod\n")

    def test_long(self):
        self.assertEqual("x" * 120, "x" * 100 + "y" * 20)

    def test_sets(self):
        self.assertEqual({1, 2}, {2, 3})

    def test_counts(self):
        self.assertCountEqual([1, 2, 2], [2, 1, 3])

    def test_near(self):
        self.assertAlmostEqual(1.0, 1.2, delta=0.1)

    def test_pattern(self):
        self.assertRegex("thread", "^p")

    def test_raises(self):
        with self.assertRaises(KeyError) as caught:
            {}["key"]
        self.assertEqual(caught.exception.args, ("key",))
        with self.assertRaises((ValueError, TypeError)):
            pass

    def test_logs(self):
        with self.assertLogs("work", "INFO") as logs:
            logging.getLogger("work").info("begun")
            logging.getLogger("work.part").error("failed")
        self.assertEqual(logs.output, ["INFO:work:begun", "ERROR:work.part:failed"])
        with self.assertNoLogs("work"):
            logging.getLogger("work").debug("nothing")

    def test_warns(self):
        with self.assertWarns(DeprecationWarning) as caught:
            warnings.warn("old", DeprecationWarning)
        self.assertEqual(str(caught.warning), "old")

    def test_parts(self):
        for number in range(3):
            with self.subTest("even", number=number):
                self.assertEqual(number % 2, 0)

    @unittest.skip("not today")
    def test_skipped(self):
        pass

    @unittest.expectedFailure
    def test_expected(self):
        self.fail("as expected")

    def test_error(self):
        """What the test is for."""
        raise LookupError("lost")


class Telling(unittest.TestResult):
    def addSuccess(self, test):
        print("passed:", test.id())

    def addFailure(self, test, err):
        super().addFailure(test, err)
        print("failed:", test.id(), "|", err[1])


stream = io.StringIO()
suite = unittest.defaultTestLoader.loadTestsFromTestCase(TestCounter)
result = unittest.TextTestRunner(stream, verbosity=2).run(suite)
print(result.wasSuccessful(), result.testsRun, len(result.failures), len(result.errors), result.skipped[0][1])
for line in stream.getvalue().splitlines():
    if not line.startswith(("Ran ", "  File ")):
        print(line)
suite = unittest.TestSuite([TestCounter("test_threads"), TestCounter("test_sets")])
print(suite.countTestCases(), suite(Telling()))
