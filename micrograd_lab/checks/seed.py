"""Numbers of one learner's own come from a seed, and the seed from who it is."""

import hashlib


def seed_of(who):
    """A seed from a name or id; 0 for nobody. Case and the spaces around it do not matter."""
    who = str(who).strip().casefold()
    return 1 + int(hashlib.sha256(who.encode()).hexdigest()[:12], 16) if who else 0
