"""What programs do here: the driver, crates/conform, is asked."""

import json
import subprocess

from outcomes import normal

ATTEMPTS = 3000  # runs that are made to come to an output that is known
STATES = 20_000  # states of a search
LONGEST = 120  # seconds that the driver may take


class Here:
    """Asks the driver, and keeps what it said of one program."""

    def __init__(self, driver, path):
        self.driver, self.path = driver, path
        self.refused, self.runs, self.limited, self.crashed = None, 0, None, None
        self.schedules = {}  # of each outcome
        self.searched = set()  # (output, whether it is stuck) of each end that a search came to

    def _ask(self, *args, given=""):
        try:
            done = subprocess.run([self.driver, *args, str(self.path)], input=given, capture_output=True, text=True, timeout=LONGEST)
        except subprocess.TimeoutExpired:
            return None
        if done.returncode:
            self.crashed = (done.stderr.strip().splitlines() or ["the driver ended"])[0]
            return None
        return json.loads(done.stdout)

    def _note(self, report):
        self.runs += report["runs"]
        for outcome, schedule in report["outcomes"]:
            self.schedules.setdefault(normal(outcome["out"], outcome["err"], outcome["status"]), schedule)
            if outcome["verdict"] == "limit reached":
                self.limited = schedule

    def try_seeds(self, seeds):
        """Runs the program with so many seeds, in both models."""
        report = self._ask(str(seeds))
        if report:
            self.refused = report["refused"][0] if report["refused"] else None
            self._note(report)
        return self

    def reach(self, outputs):
        """Looks for outputs that are known: what is rare must be looked for."""
        report = self._ask("--reach", str(ATTEMPTS), given=json.dumps(outputs))
        if report:
            self._note(report)

    def search(self):
        """Searches all schedules where a sleep promises nothing: what sleeps may wake late there."""
        report = self._ask("--search", str(STATES))
        for outcome, _ in report["outcomes"] if report else ():
            self.searched.add((normal(outcome["out"], "", None).out, outcome["status"] is None))
