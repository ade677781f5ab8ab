"""A slip: one thing done wrong, in a rule or in a method, and what is said of it."""

from dataclasses import dataclass, field, replace

from ..judge import Misconception


@dataclass(frozen=True)
class Slip:
    """`rules` are wrong rules, {operation: function of what it made}; `methods` wrong methods, {name: function}.

    `name` is the id in journals. `says` names it in a sentence, `tries` is the next thing to do. `likely` counts for
    nothing but the order in which slips are tried.
    """

    name: str
    says: str
    tries: str
    rules: dict = field(default_factory=dict)
    methods: dict = field(default_factory=dict)

    @property
    def parts(self):
        """What it changes: names of operations and of methods."""
        return frozenset(self.rules) | frozenset(self.methods)

    @property
    def misconception(self):
        """What is told to whoever made it."""
        return Misconception(self.name, None, self.says, self.tries, seen=lambda case, result: False)


def both(one, other):
    """Two slips at once, named and told by the first."""
    return replace(one, rules={**one.rules, **other.rules}, methods={**one.methods, **other.methods})
