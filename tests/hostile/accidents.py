"""Right answers that something has happened to: what is right in them earns its points."""

import copy
import json

from .submission import Submission, answered, cell_of, code, full, made, notebook

WRONG_ORDER = "def topological(root):\n    return [root]\n"


def changed(change, lesson="05"):
    book = copy.deepcopy(notebook(lesson))
    change(book)
    return made(book)


def with_id(number, name):
    def change(book):
        cell_of(book, number)["metadata"]["nbgrader"]["grade_id"] = name

    return changed(change)


def without(number):
    return changed(lambda book: book["cells"].remove(cell_of(book, number)))


def twice(number, first=None, second=None, kind="answer"):
    def change(book):
        cell = cell_of(book, number, kind)
        other = copy.deepcopy(cell)
        cell["source"], other["source"] = first or cell["source"], second or other["source"]
        book["cells"].insert(book["cells"].index(cell) + 1, other)

    return changed(change)


def moved(number):
    """Written into a cell of one's own, below the one that it was meant for."""

    def change(book):
        cell = cell_of(book, number)
        stub = "".join(cell_of(notebook(solved=False), number)["source"])
        book["cells"].insert(book["cells"].index(cell) + 1, code(cell["source"]))
        cell["source"] = stub

    return changed(change)


def plain(book):
    for cell in book["cells"]:
        cell["metadata"] = {}
        cell.pop("id", None)


def helper(book):
    book["cells"].insert(1, code("def once_each(seen, v):\n    return not any(v is o for o in seen)\n"))
    cell_of(book, "5.1")["source"] = (
        "def topological(root):\n    order = []\n    def visit(v):\n        if once_each(order, v):\n"
        "            for i in v.inputs:\n                visit(i)\n            order.append(v)\n"
        "    visit(root)\n    return order\n"
    )


def broken_cell(source):
    return changed(lambda book: book["cells"].insert(2, code(source)))


def numbered(book):
    book["nbformat"], book["cells"][3]["outputs"] = (
        4,
        [{"output_type": "stream", "name": "stdout", "text": "x" * 10**6}],
    )


CELLS = (
    ("deleted cells", "one answer deleted", without("5.2"), full(n_5_2=0)),
    ("deleted cells", "a check deleted", changed(lambda b: b["cells"].remove(cell_of(b, "5.1", "check"))), full()),
    ("deleted cells", "an id renamed", with_id("5.2", "my-cell"), full()),
    ("deleted cells", "no metadata at all", changed(plain), full()),
    ("duplicated cells", "an answer twice", twice("5.1"), full()),
    ("duplicated cells", "the second is right", twice("5.1", first=WRONG_ORDER), full()),
    (
        "duplicated cells",
        "the second is as it was",
        twice("5.1", second="".join(cell_of(notebook(solved=False), "5.1")["source"])),
        full(),
    ),
    ("duplicated cells", "a check twice", twice("5.1", kind="check"), full()),
    ("duplicated cells", "the answer in another cell", moved("5.2"), full()),
    ("own cells", "a helper in a cell of its own", changed(helper), full()),
    ("own cells", "a cell that is no Python", broken_cell("this is no Python ("), full()),
    ("own cells", "a cell that raises", broken_cell("1 / 0"), full()),
    ("own cells", "large outputs", changed(numbered), full()),
    ("an early mistake", "5.1 is wrong", answered({"5.1": WRONG_ORDER}), full(n_5_1=0)),
    ("an early mistake", "5.1 is no Python", answered({"5.1": "def topological(root:\n    return"}), full(n_5_1=0)),
    ("an early mistake", "5.1 is empty", answered({"5.1": ""}), full(n_5_1=0)),
)
NOISE = (
    ("noise", "writes to stderr", answered({"5.1": "import sys\nprint('note', file=sys.stderr)\n{old}"})),
    ("noise", "warns", answered({"5.1": "import warnings\nwarnings.warn('look out')\n{old}"})),
    ("noise", "warnings as errors", answered({"5.1": "{old}\nimport warnings\nwarnings.simplefilter('error')"})),
    ("noise", "asks with input()", answered({"5.1": "name = input('Who are you? ')\n{old}"})),
    ("noise", "asks for a number", answered({"5.1": "many = int(input('How many? '))\n{old}"})),
    ("noise", "magics", answered({"5.1": "%matplotlib inline\n!pip install numpy\nfiles = !ls\n{old}\n?print\n"})),
    ("noise", "a timed cell", answered({"5.1": "%%time\n{old}"})),
    (
        "noise",
        "plots",
        answered({"5.1": "import matplotlib.pyplot as plt\nfig, ax = plt.subplots()\n{old}\nplt.plot([1, 2])"}),
    ),
    (
        "noise",
        "a widget and a drawing",
        answered(
            {"5.1": "{old}\nfrom micrograd_lab import draw, live\ndisplay(draw.graph(Number(2.0)))\nlive.graph(min)"}
        ),
    ),
    (
        "noise",
        "slow imports",
        answered({"5.1": "import numpy as np\nimport pandas as pd, torch, sklearn.datasets\n{old}"}),
    ),
    ("noise", "a right line, then one that fails", answered({"5.1": "{old}\ntopological(nothing)\n"})),
    ("noise", "exit at the end", answered({"5.1": "{old}\nraise SystemExit(1)\n"})),
    ("noise", "sys.exit in the middle", answered({"5.1": "import sys\nsys.exit()\n{old}"})),
    (
        "noise",
        "logging and progress",
        answered({"5.1": "import logging\nlogging.error('hm')\nfrom tqdm import tqdm\n{old}"}),
    ),
    ("output flood", "prints without end of line", answered({"5.1": "{old}\nprint('x' * 50_000_000)\n"})),
    (
        "output flood",
        "prints in every call",
        answered(
            {"5.5": "{old}\nwork = backward_deep\ndef backward_deep(root):\n    print('x' * 10**6)\n    work(root)"}
        ),
    ),
)
TEXT = made(notebook())
UTF16 = json.dumps(notebook(), ensure_ascii=False).encode("utf-16")
LATIN = (
    json.dumps(notebook(), ensure_ascii=False)
    .replace("# %%", "# é")
    .encode("latin-1", "replace")
    .replace(b'"nbformat"', b'"author": "Andr\xe9", "nbformat"', 1)
)
FILES = (
    ("odd files", "renamed to txt", TEXT, full(), "05_order.ipynb.txt"),
    ("odd files", "no suffix", TEXT, full(), "homework"),
    ("odd files", "UTF-16", UTF16, full(), "05_order.ipynb"),
    ("odd files", "a byte-order mark", b"\xef\xbb\xbf" + TEXT, full(), "05_order.ipynb"),
    ("odd files", "Latin-1", LATIN, full(), "05_order.ipynb"),
    ("odd files", "empty", b"", "empty", "05_order.ipynb"),
    ("odd files", "cut off", TEXT[: len(TEXT) // 2], "cut off", "05_order.ipynb"),
    ("odd files", "a picture", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "no notebook", "05_order.ipynb"),
    ("odd files", "an essay", b"Dear teacher, my dog...", "no notebook", "essay.txt"),
    ("odd files", "other JSON", b'{"answer": 42}', "no cells", "05_order.ipynb"),
    ("odd files", "deep JSON", b'{"cells": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "damaged", "05_order.ipynb"),
    ("odd files", "cells of another kind", b'{"cells": [1, null, {"cell_type": 3}, []]}', "no code", "05_order.ipynb"),
    ("odd files", "huge", b'{"cells": []}' + b" " * (21 << 20), "MB", "05_order.ipynb"),
    ("odd files", "another course's", made({"cells": [code("x = 1")]}), "no exercise notebook", "hw.ipynb"),
)
ACCIDENTS = (
    *(Submission(*entry) for entry in CELLS),
    *(Submission(*entry, full()) for entry in NOISE),
    *(Submission(family, name, data, expected, file) for family, name, data, expected, file in FILES),
)
