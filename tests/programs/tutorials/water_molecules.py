"""H2O: two hydrogen threads and one oxygen thread leave together as a molecule."""

import threading


class H2O:
    def __init__(self):
        self.hydrogen_seats = threading.Semaphore(2)
        self.oxygen_seats = threading.Semaphore(1)
        self.bond = threading.Barrier(3)
        self.molecules = []
        self.lock = threading.Lock()

    def _release(self, atom):
        with self.lock:
            self.molecules.append(atom)

    def hydrogen(self):
        with self.hydrogen_seats:
            self.bond.wait()
            self._release("H")
            self.bond.wait()

    def oxygen(self):
        with self.oxygen_seats:
            self.bond.wait()
            self._release("O")
            self.bond.wait()


water = H2O()
threads = [threading.Thread(target=water.hydrogen if atom == "H" else water.oxygen) for atom in "OOHHHHOHH"]
for t in threads:
    t.start()
for t in threads:
    t.join()
atoms = "".join(water.molecules)
molecules = ["".join(sorted(atoms[i : i + 3])) for i in range(0, len(atoms), 3)]
print(molecules)
