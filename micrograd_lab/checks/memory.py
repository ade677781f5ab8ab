"""What right and wrong implementations give for a case, worked out once: a class is asked the same, and wrong engines
are slow."""

import json

MOST = 4096  # results; at more it begins anew, since cases with a learner's own numbers come once


class Memory:
    """A judge's own. An implementation gives the same for the same case at all times."""

    def __init__(self):
        self._kept = {}

    def outcome_of(self, function, case):
        """The same as outcome_of(function, case), which is called once for each case that differs as JSON."""
        key = function, json.dumps(case)  # in its own order: that of a case's inputs may count
        if key in self._kept:
            return self._kept[key]
        if len(self._kept) >= MOST:
            self._kept = {}
        return self._kept.setdefault(key, outcome_of(function, case))


def outcome_of(function, case):
    """What a right or wrong implementation gives for a case; of what it raises, {"error": its type}."""
    try:
        return function(case)
    except Exception as error:  # a wrong implementation may fail as the learner's does
        return {"error": type(error).__name__}
