"""The Python files that a learner has handed in with a notebook, which its cells may import."""

from collections import defaultdict

MOST, SIZE = 20, 1 << 20
KIT = "micrograd_lab"
LEFT_OUT = "{number} Python files beside it were left out: {most} count, of 1 MB together, and none of the kit's"


class Beside(dict):
    """{Claim of a notebook: ({path: Found}, notes)}; `taken` are the Claims of the files in it, which are no rows."""

    def __init__(self):
        super().__init__()
        self.taken = set()


def beside(claims):
    """The Beside of these Claims: of a learner with a notebook, the Python files in the learner's folder."""
    result, homes = Beside(), defaultdict(list)
    for claim in claims:
        if claim.home is not None and claim.found is not None:
            homes[claim.home].append(claim)
    for home, several in homes.items():
        notebooks = [claim for claim in several if claim.found.notebook]
        python = [c for c in several if c.found.kept and not c.found.notebook and c.found.name.lower().endswith(".py")]
        if notebooks and python:
            result.taken.update(python)
            for claim in notebooks:
                result[claim] = _files(claim, [one.found for one in python], home)
    return result


def _files(claim, python, home):
    """({path: Found}, notes): those in the notebook's own folder by their place in it, others by that in the learner's.

    The nearest come first, and have a name that two would have.
    """
    folder, top = claim.found.parts[:-1], home.depth
    files, size = {}, 0
    for one in sorted(python, key=lambda one: (one.parts[: len(folder)] != folder, len(one.parts), one.parts)):
        near = one.parts[: len(folder)] == folder
        names = one.names[len(folder) if near else top :]
        path = "/".join(names)
        if KIT not in names[:-1] and path not in files and len(files) < MOST and size + one.size <= SIZE:
            files[path] = one
            size += one.size
    left = len(python) - len(files)
    return files, [LEFT_OUT.format(number=left, most=MOST)] if left else []
