"""What right and wrong implementations give for a case, worked out once: a class is asked the same, and wrong engines
are slow."""

import hashlib
import json

MOST = 4096  # results; at more it begins anew, since cases with a learner's own numbers come once
FEW = 64  # cases of the moment


class Memory:
    """A judge's own. An implementation gives the same for the same case at all times."""

    def __init__(self):
        self._kept, self._texts = {}, {}

    def outcome_of(self, function, case):
        """The same as outcome_of(function, case), which is called once for each case that differs as JSON."""
        key = function, self._digest(case)
        if key in self._kept:
            return self._kept[key]
        if len(self._kept) >= MOST:
            self._kept = {}
        return self._kept.setdefault(key, outcome_of(function, case))

    def _digest(self, case):
        """Of its text, in its own order: that of a case's inputs may count. A large case is read once for all models,
        as long as it is the same object; it is kept, so that no other takes its place."""
        known = self._texts.get(id(case))
        if known and known[0] is case:
            return known[1]
        if len(self._texts) >= FEW:
            self._texts = {}
        return self._texts.setdefault(id(case), (case, hashlib.sha256(json.dumps(case).encode()).digest()))[1]


def outcome_of(function, case):
    """What a right or wrong implementation gives for a case; of what it raises, {"error": its type}."""
    try:
        return function(case)
    except Exception as error:  # a wrong implementation may fail as the learner's does
        return {"error": type(error).__name__}
