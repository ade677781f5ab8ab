"""A slip: one thing done wrong, in a rule or in a method, and what is said of it."""

from dataclasses import dataclass, field, replace

from ..judge import Misconception

SIGNS = {"__add__": "+", "__mul__": "*", "__pow__": "**"}  # a rule and its method are one part


@dataclass(frozen=True)
class Slip:
    """`rules` are wrong rules, {operation: function of what it made}; `methods` wrong methods, {name: function}.

    `name` is the id in journals. `says` names it in a sentence, `tries` is the next thing to do.
    """

    name: str
    says: str
    tries: str
    rules: dict = field(default_factory=dict)
    methods: dict = field(default_factory=dict)

    @property
    def parts(self):
        """What it changes: names of operations and of methods, and "node" where it is all of them."""
        return frozenset(SIGNS.get(name, name) for name in (*self.rules, *self.methods))

    @property
    def misconception(self):
        """What is told to whoever made it."""
        return Misconception(self.name, None, self.says, self.tries, seen=lambda case, result: False)


def both(one, other):
    """Two slips at once, named and told by the first."""
    return replace(one, rules={**one.rules, **other.rules}, methods={**one.methods, **other.methods})
