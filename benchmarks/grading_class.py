"""A class that has never been: distinct submissions, made of right and wrong answers of the tests' banks."""

import ast
import json
import random
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from known_wrong.bank import banks  # noqa: E402
from places import exercise_notebook  # noqa: E402

from micrograd_lab.grading.handout import handout  # noqa: E402

BANKS = banks()
ENDLESS = re.compile(r"while True|TimeUp")
IMPORTS = {"import math": "math", "import numpy as np": "np"}
WORDS = ("node", "value", "found", "order", "seen", "item", "left", "part", "total", "result", "todo", "stack")


def submission(number, lesson="05", right=0.7, endless=False):
    """(bytes of a notebook, what kind of answer each exercise has), the same for the same number."""
    chance = random.Random(f"{lesson} {number}")
    book = json.loads(exercise_notebook(lesson).read_text(encoding="utf-8"))
    bank, kinds = BANKS[lesson], {}
    for exercise, given in handout(lesson).given.items():
        wanted = "right" if chance.random() < right else "wrong"
        pool = [a for a in (bank.RIGHT if wanted == "right" else bank.WRONG) if a.exercise == given.attribute]
        pool = [a for a in pool if endless or not ENDLESS.search(a.source)] or list(bank.RIGHT)
        answer = chance.choice(pool)
        kinds[exercise] = answer[1] if wanted == "wrong" else "right"
        cell = next(c for c in book["cells"] if c["metadata"].get("nbgrader", {}).get("grade_id") == _id(exercise))
        source = _renamed(answer.source.strip(), given.learner, chance)
        needed = [line for line, word in IMPORTS.items() if re.search(rf"(?<!\w){word}\.", source)]
        cell["source"] = "\n".join([f"# {number}", *needed, source])
    return json.dumps(book).encode(), kinds


def write(folder, many, lesson="05", **how):
    """Write so many submissions, each in a folder of its own."""
    for number in range(many):
        place = Path(folder) / f"learner{number:04d}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{handout(lesson).file}.ipynb").write_bytes(submission(number, lesson, **how)[0])


def _id(exercise):
    return f"{exercise.replace('.', '-')}-answer"


def _renamed(source, learner, chance):
    """The same answer in other words: local names changed, and the name that the check asks for given to it."""
    tree = ast.parse(source)
    named = [s.name for s in tree.body if isinstance(s, ast.FunctionDef | ast.ClassDef)]
    named += [t.id for s in tree.body if isinstance(s, ast.Assign) for t in s.targets if isinstance(t, ast.Name)]
    nodes = list(ast.walk(tree))
    kept = {*named, *(n.arg for n in nodes if isinstance(n, ast.arg)), *(n.arg for n in nodes if hasattr(n, "arg"))}
    kept |= {n.name for n in nodes if isinstance(n, ast.FunctionDef)}
    kept |= {t.id for n in nodes if isinstance(n, ast.ClassDef) for t in ast.walk(n) if isinstance(t, ast.Name)}
    kept |= {name for n in nodes if isinstance(n, ast.Global | ast.Nonlocal) for name in n.names}
    local = {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)} - kept
    others = {name: f"{chance.choice(WORDS)}_{chance.randrange(100)}_{n}" for n, name in enumerate(sorted(local))}
    for node in nodes:
        if isinstance(node, ast.Name) and node.id in others:
            node.id = others[node.id]
    last = tree.body[-1]
    if learner not in named:
        value = ast.unparse(last.value) if isinstance(last, ast.Expr) else named[-1]
        tree.body.append(ast.parse(f"{learner} = {value}").body[0])
    return ast.unparse(ast.fix_missing_locations(tree))
