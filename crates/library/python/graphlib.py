class CycleError(ValueError):
    pass


class _Node:
    def __init__(self, node):
        self.node = node
        self.missing = 0
        self.successors = []
        self.given = False
        self.is_done = False


class TopologicalSorter:
    def __init__(self, graph=None):
        self._nodes = {}
        self._ready = None
        self._given = 0
        self._finished = 0
        if graph is not None:
            for node, predecessors in graph.items():
                self.add(node, *predecessors)

    def _node(self, node):
        if node not in self._nodes:
            self._nodes[node] = _Node(node)
        return self._nodes[node]

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        found = self._node(node)
        found.missing += len(predecessors)
        for predecessor in predecessors:
            self._node(predecessor).successors.append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [node.node for node in self._nodes.values() if node.missing == 0]
        cycle = self._cycle()
        if cycle:
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        self._check()
        ready = tuple(self._ready)
        for node in ready:
            self._nodes[node].given = True
        self._ready.clear()
        self._given += len(ready)
        return ready

    def is_active(self):
        self._check()
        return self._finished < self._given or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        self._check()
        for node in nodes:
            found = self._nodes.get(node)
            if found is None:
                raise ValueError(f"node {node!r} was not added using add()")
            if not found.given:
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            if found.is_done:
                raise ValueError(f"node {node!r} was already marked done")
            found.is_done = True
            self._finished += 1
            for successor in found.successors:
                next = self._nodes[successor]
                next.missing -= 1
                if next.missing == 0:
                    self._ready.append(successor)

    def static_order(self):
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)

    def _check(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")

    # The nodes of a way round, if there is one.
    def _cycle(self):
        finished = set()
        for start in self._nodes:
            path, waiting = [], [iter([start])]
            while waiting:
                for node in waiting[-1]:
                    if node in path:
                        return path[path.index(node):] + [node]
                    if node not in finished:
                        path.append(node)
                        waiting.append(iter(self._nodes[node].successors))
                        break
                else:
                    waiting.pop()
                    if path:
                        finished.add(path.pop())
        return None

    __class_getitem__ = classmethod(lambda cls, item: cls)
