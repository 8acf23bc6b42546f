"""Tests of a counter, one of which fails."""
import sys
import threading
import unittest


class Counter:
    def __init__(self):
        self.value = 0
        self.lock = threading.Lock()

    def increment(self):
        with self.lock:
            self.value += 1


class TestCounter(unittest.TestCase):
    def setUp(self):
        self.counter = Counter()

    def test_alone(self):
        self.counter.increment()
        self.assertEqual(self.counter.value, 1)
        self.assertIn(1, [1])
        with self.assertRaises(ZeroDivisionError) as caught:
            1 / 0
        self.assertIsInstance(caught.exception, ArithmeticError)

    def test_threads(self):
        threads = [threading.Thread(target=self.counter.increment) for _ in range(5)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(self.counter.value, 5)

    def test_wrong(self):
        self.assertEqual(self.counter.value, 7)

    @unittest.skip("later")
    def test_later(self):
        self.fail("never")


suite = unittest.defaultTestLoader.loadTestsFromTestCase(TestCounter)
lines = []


class Lines:
    def write(self, text):
        lines.append(text)

    def flush(self):
        pass


result = unittest.TextTestRunner(stream=Lines()).run(suite)
print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), result.wasSuccessful())
print(str(result.failures[0][0]), result.failures[0][1].splitlines()[-1])
