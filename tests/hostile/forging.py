"""How a forgery is made: an untouched notebook whose answer to one exercise no one has worked out."""

from places import ROOT

from .submission import Submission, answered, none

WRONG = {
    "5.1": "def topological(root):\n    return [root]\n",
    "5.2": "def backward(root):\n    for v in nodes_below(root):\n        v.grad = 1.0\n",
}
BELOW = """
def nodes_below(root):
    found, todo = [], [root]
    while todo:
        v = todo.pop()
        if not any(v is o for o in found):
            found.append(v)
            todo += v.inputs
    return found

"""
ONES = BELOW + WRONG["5.2"]
SOLUTION = ROOT / "course" / "05_order" / "exercises.py"
REFERENCE = ROOT / "micrograd_lab" / "checks" / "lesson_05" / "reference.json"
BANK = ROOT / "course" / "05_order" / "bank.py"


def forged(family, name, cell, number="5.1", judge="checks", lesson="05", expected=None):
    """An untouched notebook whose answer to one exercise is a forgery."""
    data = answered({number: cell}, lesson, solved=False)
    file = {"02": "02_expressions.ipynb", "04": "04_node.ipynb"}.get(lesson, "05_order.ipynb")
    return Submission(family, name, data, expected or none(lesson), file, (number,), judge)


def taken(text):
    """Take the body of a function out of a file's text, and run it."""
    return f"""
text = {text}
cell = text.split('answer="5.1"')[1].split("# %%")[0]
exec("def topological" + cell.split("def topological")[1], globals())
"""
