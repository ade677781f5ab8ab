"""What live.fill answers to a wrong gradient: the slip that makes its number, or the parts of the right one."""

from itertools import combinations

from . import gradient_slips as slips
from .gradient_slips import close
from .playback import TIMES, short

OUTPUT = "{name} is the output: when it grows by 1, it grows by 1. So its own gradient is 1."
ONE_ROAD = "That arrives on one road only. {name} is used by {users}: add up what arrives on each."
SIGN = "The size is right, the sign is not. Look at the signs on the arrow and of what arrives."
LOCAL = "That is the local derivative alone. Multiply it by what arrives from {user}: {upstream}."
SWAPPED = "The operands are swapped. When {name} grows, {user} grows {local} times as much."
UPSTREAM = "That is what arrives from {users}. Multiply it by the number on the arrow."
HOLDS = "That is what {other} holds, not how {out} moves with {name}. {look}"
WAY = "{user} → {name}: local {local}, upstream {upstream}."
LOOK = "{name} is used by {users}. What has arrived there, and by how much does it grow when {name} grows by 1?"
LOOKS = "{name} is used by {users}. Ask of each: what has arrived, and by how much does it grow with {name}?"
NOT_YET = "Not yet. {look}"
PRODUCT = "Local {times} upstream."
PRODUCTS = "Local {times} upstream, then add up the roads."

SLIPS = ((slips.wrong_sign, SIGN), (slips.local_alone, LOCAL), (slips.swap, SWAPPED), (slips.upstream_alone, UPSTREAM))


def answer(records, gradients, number, given, first=False):
    """The sentence for a number that is `given` for a value's gradient, where its users' `gradients` are right.

    Of a number that no known slip makes, a `first` one is told what to look at, and no factor.
    """
    name, ways = records[number].name, slips.ways(records, gradients, number)
    if not ways:
        return OUTPUT.format(name=name)
    users = [way.user.name for way in ways]
    shares = [slips.right(way) for way in ways]
    some = [sum(part) for count in range(1, len(ways)) for part in combinations(shares[:8], count)]
    if any(close(given, part) for part in some):
        return ONE_ROAD.format(name=name, users=" and by ".join(users))
    for share, sentence in SLIPS:
        if close(given, sum(map(share, ways))):
            told = {"name": name, "user": users[0], "users": " and ".join(users)}
            return sentence.format(**told, local=short(ways[0].local), upstream=short(ways[0].upstream))
    look = (LOOKS if len(ways) > 1 else LOOK).format(name=name, users=" and by ".join(dict.fromkeys(users)))
    if other := _holder(records, number, ways, given):
        return HOLDS.format(other=other, out=records[-1].name, name=name, look=look)
    if first:
        return NOT_YET.format(look=look)
    parts = [
        WAY.format(user=way.user.name, name=name, local=short(way.local), upstream=short(way.upstream)) for way in ways
    ]
    return " ".join([*parts, (PRODUCTS if len(ways) > 1 else PRODUCT).format(times=TIMES)])


def _holder(records, number, ways, given):
    """The name of the box at hand that holds the number `given`: its own, or a user's; "" where none does.

    A 0 is no sign of it, since whoever thinks that nothing moves says 0 too.
    """
    near = dict.fromkeys([number, *(way.user.number for way in ways)])
    found = [records[n].name for n in near if given and close(given, records[n].data)]
    return found[0] if found else ""
